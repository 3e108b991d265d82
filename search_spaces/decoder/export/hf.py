"""A folder that transformers loads: `AutoModelForCausalLM.from_pretrained` and `AutoTokenizer.from_pretrained`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from safetensors.torch import save
from torch import Tensor, nn

from autonas.checksums import replacing, write_whole
from autonas.promotion_protocols import Exported, ExportRequest
from autonas.protocols import Trained
from search_spaces.decoder.export.plain import differences, family, named_tensors, plain_config, plain_tensors
from search_spaces.decoder.export.shipping import write_code
from search_spaces.decoder.export.vocabulary import write_tokenizer
from search_spaces.decoder.families import LINEAR
from search_spaces.decoder.mixers.attention import ROPE_BASE
from search_spaces.decoder.model import NORM_EPSILON
from search_spaces.decoder.shape import DecoderShape

__all__ = ["write_hf"]


def write_hf(shape: DecoderShape, trained: Trained, wanted: ExportRequest) -> Exported:
    """Writes the folder: a plain Llama or Qwen3 where the shape is one, else with its own modelling file."""
    kind, network = family(shape), trained.network
    config, tensors = _plain(shape, network, wanted) if kind else _own(shape, network, wanted)
    tokens = {"bos_token_id": None, "eos_token_id": trained.tokenizer.end_of_text}
    tokens["pad_token_id"] = trained.tokenizer.end_of_text
    _write_json(wanted.folder / "config.json", config | {"dtype": "float32", "use_cache": True} | tokens)
    _write_json(wanted.folder / "generation_config.json", {"do_sample": False, "max_new_tokens": 192} | tokens)
    with replacing(wanted.folder / "model.safetensors") as partial:  # the library's own writing has errors of its own
        partial.write_bytes(save({name: tensor.contiguous() for name, tensor in tensors.items()}, {"format": "pt"}))
    write_tokenizer(wanted.folder, trained.tokenizer, context=wanted.context)
    if not kind:
        write_code(wanted.folder, sorted(LINEAR.intersection(shape.mixers)))
    return Exported(
        architecture=config["architectures"][0],
        parameters=sum(tensor.numel() for tensor in tensors.values()),
        library="transformers",
        notes=_notes(shape),
        example=_example(remote=not kind),
    )


def _plain(shape: DecoderShape, network: nn.Module, wanted: ExportRequest) -> tuple[dict[str, Any], dict[str, Tensor]]:
    return plain_config(shape, wanted.context), plain_tensors(network)


def _own(shape: DecoderShape, network: nn.Module, wanted: ExportRequest) -> tuple[dict[str, Any], dict[str, Tensor]]:
    """Returns config.json and the weights for modeling_autonas.py, a shared matrix once."""
    config = {
        "architectures": ["AutonasForCausalLM"],
        "auto_map": {
            "AutoConfig": "configuration_autonas.AutonasConfig",
            "AutoModel": "modeling_autonas.AutonasModel",
            "AutoModelForCausalLM": "modeling_autonas.AutonasForCausalLM",
        },
        "model_type": "autonas",
        "vocab_size": shape.vocab_size,
        "hidden_size": shape.d_model,
        "intermediate_size": shape.d_ff,
        "num_hidden_layers": shape.n_layers,
        "num_attention_heads": shape.n_heads,
        "num_key_value_heads": shape.n_kv_heads,
        "hidden_act": shape.activation,
        "norm": shape.norm,
        "norm_eps": NORM_EPSILON,
        "position": shape.position,
        "rotary_base": ROPE_BASE,
        "qk_norm": shape.qk_norm,
        "token_shift": shape.token_shift,
        "window": shape.window,
        "dropout": shape.dropout,
        "max_position_embeddings": wanted.context,
        "tie_word_embeddings": shape.tied,
        **_linear(shape),
    }
    tensors = named_tensors(network)
    if shape.tied:
        del tensors["lm_head.weight"]
    return config, tensors


def _linear(shape: DecoderShape) -> dict[str, Any]:
    """Returns what only layers that keep a state ask for."""
    if not LINEAR.intersection(shape.mixers):
        return {}
    return {
        "mixers": shape.mixers,
        "expansion": shape.expansion,
        "state_size": shape.state_size,
        "conv_size": shape.conv_size,
        "rwkv7_ranks": shape.rwkv7_ranks if "rwkv7" in shape.mixers else (),
    }


def _notes(shape: DecoderShape) -> tuple[str, ...]:
    if not family(shape):
        return (
            f"It is no Llama and no Qwen3 ({', '.join(differences(shape))}), so it brings its own modelling files,"
            " which `trust_remote_code=True` runs: read them first, they are short.",
        )
    notes = [
        "The embeddings, which the network normalises before its first block, are written normalised: the same network"
        " in evaluation."
    ]
    if shape.tied:
        more = shape.vocab_size * shape.d_model
        notes.append(
            "Embedding and output were one matrix in training and are two in this file, as the input reads its rows"
            f" normalised and the output as they are: {more:,} numbers more. Training that goes on would change them"
            " apart."
        )
    if shape.dropout:
        notes.append(f"It was trained with dropout {shape.dropout:g}, which this architecture has no place for.")
    return tuple(notes)


def _example(*, remote: bool) -> str:
    trust = ", trust_remote_code=True" if remote else ""
    return f"""```python
from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("."{trust})
model = AutoModelForCausalLM.from_pretrained("."{trust})
prompt = 'def add(a, b):\\n    \"\"\"Return the sum of a and b.\"\"\"\\n'
ids = tokenizer(prompt.rstrip(), return_tensors="pt")  # it was trained to write the line end itself
print(tokenizer.decode(model.generate(**ids)[0], skip_special_tokens=True))
```"""


def _write_json(path: Path, data: dict[str, Any]) -> None:
    write_whole(path, json.dumps(data, indent=1) + "\n")
