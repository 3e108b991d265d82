"""What of clusters can be seen where Ray is not installed: what is said, what is not imported, what is carried."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from autonas.protocols import Context, Portable
from trainer.data import CorpusConfig, prepare
from trainer.proxy import ProxyTrainer

TOY = str(Path(__file__).parents[1] / "toy.py")


def test_a_trainer_goes_on_with_data_that_was_carried(tmp_path):
    """What identifies it is the same, and nobody looks at the sources again."""
    code = tmp_path / "code"
    for n in range(60):
        (code / f"package{n}").mkdir(parents=True)
        lines = "".join(f"def f{n}_{i}(x):\n    return x * {i} + {n}\n\n\n" for i in range(120))
        (code / f"package{n}" / "module.py").write_text(lines)
    trainer = ProxyTrainer(corpus=CorpusConfig(source=str(code)), vocab_sizes=(300,))
    context = Context(seed=0, device="cpu", cache=tmp_path / "cache", folder=tmp_path)
    assert isinstance(trainer, Portable)
    folder = trainer.locate(context, lambda *_: None)
    assert folder == prepare(trainer.corpus, tmp_path / "cache", [300]).folder
    before = trainer.prepare(context)
    folder.rename(tmp_path / "carried")
    for path in code.rglob("*.py"):
        path.unlink()
    assert trainer.at(tmp_path / "carried").prepare(context) == before


def _python(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, timeout=120)


def test_without_ray_one_line_says_what_to_install(tmp_path):
    code = (
        "import sys; sys.modules['ray'] = None\n"
        "from autonas.cli import cli; cli(['search', '--study', 'smoke', '--cluster', 'auto'])"
    )
    done = _python(code, tmp_path)
    assert done.returncode == 2
    said = ["error: --cluster needs Ray, which is not installed", "hint: pip install 'autonas[cluster]'"]
    assert done.stderr.splitlines() == said


def test_ray_is_imported_only_for_a_cluster(tmp_path):
    code = (
        "import sys\n"
        "from autonas.cli import cli\n"
        f"try: cli(['search', '--study', {TOY!r}, '--trials', '1'])\n"
        "except SystemExit as end: assert not end.code\n"
        "assert 'ray' not in sys.modules and 'autonas.cluster' not in sys.modules"
    )
    done = _python(code, tmp_path)
    assert done.returncode == 0, done.stderr
