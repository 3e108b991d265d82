"""Tiny wheels, and a pip that finds nothing else."""

import hashlib
import os
import zipfile

from trainer.data.packages import Pinned

TEXT = "def double(x):\n    return 2 * x\n" * 10


def make_wheel(folder, name, *, files=None, licence="MIT", version="1.0"):
    """Writes a wheel and returns its pin."""
    info = f"{name}-{version}.dist-info"
    header = f"Metadata-Version: 2.4\nName: {name}\nVersion: {version}\n"
    contents = {
        **(files if files is not None else {f"{name}/a.py": TEXT}),
        f"{info}/METADATA": header + (f"License-Expression: {licence}\n" if licence else ""),
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{info}/licenses/LICENSE": "Do what you like.\n",
        f"{info}/RECORD": "",
    }
    path = folder / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for file, content in contents.items():
            archive.writestr(zipfile.ZipInfo(file), content)  # the same time in each: the same bytes
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    n_bytes = sum(len(content) for file, content in contents.items() if file.endswith(".py"))
    return Pinned(name=name, version=version, sha256=sha256, n_bytes=n_bytes)


def pip_environment(folder):
    """Variables with which pip looks into `folder` alone."""
    return {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(folder)}


def as_list(pins):
    return "".join(f"{p.name}=={p.version} --hash=sha256:{p.sha256}  # MIT, {p.n_bytes} bytes\n" for p in pins)
