"""Makes the list of pinned packages, `packages.txt`: `python -m trainer.data.package_list --help`."""

from __future__ import annotations

import argparse
import hashlib
import sys
import tempfile
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path

from autonas.checksums import write_whole
from autonas.errors import AutonasError
from trainer.data.licences import licence_of, objection
from trainer.data.packages import PACKAGE_LIST, download, read_list, unpack
from trainer.data.sources import canonical

__all__ = ["main", "pin"]

_HEAD = """\
# The packages of the corpus source "packages": wheels for any platform, under permissive licences.
# Made by: python -m trainer.data.package_list NAME ... (adds or renews names; --remove takes them off).
# Behind each: the licence its metadata names, and what its own Python files take. See docs/data.md.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Adds, renews and removes packages; the list is written after each one, so a stop loses nothing."""
    parser = argparse.ArgumentParser(prog="python -m trainer.data.package_list", description=__doc__)
    parser.add_argument("names", nargs="*", help="packages to add, or to renew, at the newest release for Python 3.11")
    parser.add_argument("--remove", nargs="+", default=[], metavar="NAME", help="packages to take off the list")
    parser.add_argument("--list", type=Path, default=PACKAGE_LIST, metavar="FILE")
    options = parser.parse_args(arguments)
    lines = _lines(options.list)
    for name in map(canonical, options.remove):
        lines.pop(name, None)
    _write(options.list, lines)
    failed = 0
    for name in map(canonical, options.names):
        try:
            lines[name] = pin(name)
        except AutonasError as error:
            failed += 1
            print(f"{name} is not taken: {error.message}", file=sys.stderr)
            continue
        print(lines[name].replace(" --hash=sha256:", "  ")[:120])
        _write(options.list, lines)
    return 1 if failed else 0


def pin(name: str) -> str:
    """Returns the line of the newest release of a package.

    Raises:
        AutonasError: It has no wheel for any platform, no Python in it, or no permissive licence.
    """
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        wheel = download(name, folder)
        sha256 = hashlib.sha256(wheel.read_bytes()).hexdigest()
        sizes = unpack(wheel, folder / "files")
        described = metadata.Distribution.at(next((folder / "files").glob("*.dist-info")))
        version, licence = described.version, licence_of(described.metadata)
        if reason := objection(licence, allow_copyleft=False):
            raise AutonasError(f"{reason} ({licence or described.metadata.json.get('license', 'none')!s:.60})")
        if len({path.lower() for path in sizes}) < len(sizes):
            raise AutonasError("its files differ in upper and lower case alone, which some machines don't tell apart")
        if not sizes:
            raise AutonasError("it has no Python files of its own")
    return f"{name}=={version} --hash=sha256:{sha256}  # {licence}, {sum(sizes.values())} bytes"


def _lines(path: Path) -> dict[str, str]:
    if not path.exists():
        return {}
    read_list(path)  # refuses what is no list
    listed = [line for line in path.read_text().splitlines() if line and not line.startswith("#")]
    return {line.partition("==")[0]: line for line in listed}


def _write(path: Path, lines: dict[str, str]) -> None:
    write_whole(path, _HEAD + "".join(f"{lines[name]}\n" for name in sorted(lines)))


if __name__ == "__main__":
    sys.exit(main())
