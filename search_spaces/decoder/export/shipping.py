"""The Python files that travel with a model that is no architecture of transformers' own.

They are this project's files, those that trained the model among them: only their imports are made relative, as
transformers copies what a modelling file imports that way. What a model has no layer of does not travel with it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from autonas.checksums import write_whole
from search_spaces.decoder.mixers import MIXERS

__all__ = ["write_code"]

PACKAGE = Path(__file__).parents[1]
FIRST = "export.modeling_autonas"
# A shape is its configuration there, which has the same attributes.
SHAPE = "from search_spaces.decoder.shape import DecoderShape"
CONFIGURATION = "from .configuration_autonas import AutonasConfig as DecoderShape"
IMPORT = re.compile(r"^from search_spaces\.decoder\.([\w.]+) import", re.MULTILINE)


def write_code(folder: Path, families: Sequence[str]) -> None:
    """Writes the modelling file and all that it imports, for layers of attention and of some other families."""
    modules = {name: MIXERS[name].__module__.partition("decoder.")[2] for name in families}
    texts = {"mixers": _table(modules)}
    waiting = [FIRST, *modules.values()]
    while waiting:
        module = waiting.pop()
        name = module.rpartition(".")[2]
        if name not in texts:
            source = (PACKAGE / f"{module.replace('.', '/')}.py").read_text(encoding="utf-8").replace(SHAPE, CONFIGURATION)
            waiting += IMPORT.findall(source)
            texts[name] = IMPORT.sub(_relative, source)
    for name, text in texts.items():
        write_whole(folder / f"{name}.py", text)


def _relative(found: re.Match[str]) -> str:
    return f"from .{found[1].rpartition('.')[2]} import"


def _table(modules: dict[str, str]) -> str:
    """Returns the file that stands for the package `search_spaces.decoder.mixers`."""
    classes = {name: MIXERS[name].__name__ for name in modules}
    lines = [f"from .{module.rpartition('.')[2]} import {classes[name]}" for name, module in modules.items()]
    entries = ", ".join(f'"{name}": {kind}' for name, kind in classes.items())
    return "\n".join(
        [
            '"""The block families of this model besides attention, by the names in its configuration."""',
            "",
            *lines,
            *([""] if lines else []),
            f"MIXERS = {{{entries}}}",
            "",
        ]
    )
