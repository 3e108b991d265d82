"""The promotion that is prepared for a GPU machine: its study is what the scripts say it is."""

import subprocess
from pathlib import Path

import pytest

from autonas.resolve import resolve_study

FOLDER = Path(__file__).parents[2] / "benchmarks" / "large_promotion"


@pytest.mark.parametrize("device", ["cpu", "cuda"])
def test_the_study_has_one_shape_of_29_million_parameters(device):
    study = resolve_study(str(FOLDER / "study.py"), device=device).study
    assert all(len(gene.choices) == 1 for gene in study.space.genes)
    shapes = {study.space.decode(genome) for genome in study.space.seeds()}
    assert [round(shape.parameters / 1e6) for shape in shapes] == [29]
    assert study.n_trials == 1
    assert study.promotion.pretrain.corpus == study.trainer.corpus, "the tokenizer is one"
    assert study.promotion.pretrain.context == (1024 if device == "cuda" else 256)
    assert study.promotion.hours * 60 < 20


@pytest.mark.parametrize("name", ["prepare.sh", "run.sh"])
def test_the_scripts_are_shell(name):
    checked = subprocess.run(["bash", "-n", FOLDER / name], capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stderr) == (0, "")
