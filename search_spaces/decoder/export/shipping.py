"""The Python files that travel with a model that is no architecture of transformers' own.

They are this project's files, those that trained the model among them: only their imports are made relative, as
transformers copies what a modelling file imports that way. What a model has no layer of does not travel with it.
"""

from __future__ import annotations

import hashlib
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
# In place of mixers/kernels.py, as a model shall run without packages that autonas trains with.
KERNELS = '''"""What autonas computes with kernels of other packages while it trains is computed without them here."""


def fastest(plain, key):
    """Returns the plain form of a recurrence."""
    return plain
'''
IMPORT = re.compile(r"^from search_spaces\.decoder\.([\w.]+) import", re.MULTILINE)


def write_code(folder: Path, families: Sequence[str]) -> None:
    """Writes the modelling file and all that it imports, for layers of attention and of some other families."""
    modules = [MIXERS[name].__module__.partition("decoder.")[2] for name in families]
    texts = {"mixers": _table(families)} | ({"kernels": KERNELS} if families else {})
    waiting = [FIRST, *modules]
    while waiting:
        module = waiting.pop()
        name = _file_of(module)
        if name not in texts:
            source = (PACKAGE / f"{module.replace('.', '/')}.py").read_text(encoding="utf-8")
            source = source.replace(SHAPE, CONFIGURATION)
            waiting += IMPORT.findall(source)
            texts[name] = IMPORT.sub(lambda found: f"from .{_file_of(found[1])} import", source)
    # Older versions of transformers copy only what the modelling file imports itself.
    others = sorted(set(texts) - {_file_of(FIRST)})
    texts[_file_of(FIRST)] += "\n# All files beside this one, so that each is found.\n" + "".join(
        f"from .{name} import __name__ as _  # noqa\n" for name in others
    )
    # transformers knows a modelling file by the configuration's: for a second model whose folder has the same name and
    # whose configuration has the same code it would take the first one's.
    digest = hashlib.sha256("".join(texts[name] for name in sorted(texts)).encode()).hexdigest()
    texts["configuration_autonas"] += f"\n# SHA-256 of this file and those beside it, as they were written: {digest}\n"
    for name, text in texts.items():
        write_whole(folder / f"{name}.py", text)


def _file_of(module: str) -> str:
    return module.rpartition(".")[2]


def _table(families: Sequence[str]) -> str:
    """Returns the file that stands for the package `search_spaces.decoder.mixers`."""
    classes = {name: MIXERS[name] for name in families}
    lines = [f"from .{_file_of(kind.__module__)} import {kind.__name__}\n" for kind in classes.values()]
    entries = ", ".join(f'"{name}": {kind.__name__}' for name, kind in classes.items())
    about = '"""The block families of this model besides attention, by the names in its configuration."""'
    return f"{about}\n\n{''.join(lines)}\nMIXERS = {{{entries}}}\n"
