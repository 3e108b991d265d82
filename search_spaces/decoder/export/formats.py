"""From the name of a format to what writes it, and what every format refuses."""

from __future__ import annotations

import importlib
import importlib.util

from autonas.errors import UsageError
from autonas.promotion_protocols import Exported, ExportRequest
from autonas.protocols import Trained
from search_spaces.decoder.export.plain import unknown
from search_spaces.decoder.families import LINEAR
from search_spaces.decoder.shape import DecoderShape

__all__ = ["FORMATS", "QUANTIZED", "write_format"]

# Its module and function here, and the packages that it needs besides torch and safetensors.
FORMATS = {
    "hf": ("hf", "write_hf", ()),
    "gguf": ("gguf", "write_gguf", ("gguf",)),
    "onnx": ("onnx", "write_onnx", ("onnx", "onnxscript", "onnxruntime")),
}
# The same for weights as integers.
QUANTIZED = FORMATS | {"hf": ("hf_quantized", "write_quantized_hf", ("transformers", "torchao"))}
PRECISIONS = ("int8", "int4")
# Why layers that keep a state have no place in a format.
NO_STATES = {
    "gguf": "llama.cpp has no architecture with such layers in a network like this",
    "onnx": "torch's exporter takes no recurrence over texts of any length",
}


def write_format(shape: DecoderShape, trained: Trained, wanted: ExportRequest) -> Exported:
    """Writes a trained network in one of `FORMATS`.

    Raises:
        UsageError: There is no such format or precision, a package is missing, or the format cannot hold a property of
            the shape or the integers.
        AutonasError: What was written does not compute the same.
    """
    if wanted.format not in FORMATS:
        raise UsageError(f"there is no format {wanted.format!r}", hint=f"there are {', '.join(FORMATS)}")
    if wanted.quantize not in (None, *PRECISIONS):
        raise UsageError(f"there is no precision {wanted.quantize!r}", hint=f"there are {', '.join(PRECISIONS)}")
    module, function, packages = (FORMATS if wanted.quantize is None else QUANTIZED)[wanted.format]
    missing = [name for name in packages if importlib.util.find_spec(name) is None]
    if missing:
        raise UsageError(
            f"the format {wanted.format} needs {' and '.join(missing)}, not installed here",
            hint="pip install 'autonas[export,quantize]'" if "torchao" in missing else "pip install 'autonas[export]'",
        )
    strange = unknown(shape)
    if strange is not None:
        raise UsageError(
            f"{strange} cannot be exported: no format knows it", hint="autonas generate and autonas serve run the model"
        )
    recurrent = sorted(LINEAR.intersection(shape.mixers))
    if recurrent and wanted.format in NO_STATES:
        raise UsageError(
            f"a model with {' and '.join(recurrent)} layers cannot be written as {wanted.format}:"
            f" {NO_STATES[wanted.format]}",
            hint="--format hf can hold it",
        )
    write = getattr(importlib.import_module(f"search_spaces.decoder.export.{module}"), function)
    exported: Exported = write(shape, trained, wanted)
    return exported
