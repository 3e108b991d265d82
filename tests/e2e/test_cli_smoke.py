"""The command line on the smoke study: a real search on the CPU, and everything that reads it.

Reading in processes of their own, as users do, is shown by test_docs.py.
"""

from __future__ import annotations

import json
import os
import re
import shutil

import pytest


def test_search_trains_at_least_four_candidates_and_prints_the_front(smoke):
    lines = smoke.output.splitlines()
    finished = [line for line in lines if re.match(r"trial +\d+  (?!failed)", line)]
    assert len(finished) >= 4
    assert any("on the front of" in line for line in lines)
    assert "autonas show " in smoke.output


def test_front_agrees_with_the_trials(smoke):
    front = json.loads(smoke.autonas.here("front", "--json"))["front"]
    trials = {t["trial"]: t for t in json.loads(smoke.autonas.here("trials", "--json"))["trials"]}
    assert front
    for member in front:
        trial = trials[member["trial"]]
        assert trial["state"] == "complete"
        for metric, value in member["values"].items():
            assert trial[metric] == value
        for low, high in member["intervals"].values():
            assert low <= high
        better = [
            t
            for t in trials.values()
            if t["state"] == "complete" and all(t[m] < v for m, v in member["values"].items())
        ]
        assert better == []
    assert sum(member["knee"] for member in front) == 1


def test_show_draws_parts_that_add_up_to_the_parameters(smoke):
    candidate = json.loads(smoke.autonas.here("show", "0", "--json"))
    assert sum(part["parameters"] for part in candidate["parts"]) == candidate["metrics"]["parameters"]
    text = smoke.autonas.here("show", "0")
    for part in ("embedding", "block", "feed-forward", "output", "total"):
        assert part in text
    assert f"{int(candidate['metrics']['parameters']):,}" in text
    assert len(candidate["curve"]) > 1
    flops = sum(part["flops"] for part in candidate["parts"])
    assert flops == pytest.approx(candidate["metrics"]["flops_per_token"])


def test_show_draws_a_picture(smoke, tmp_path):
    for suffix, begin in ((".png", b"\x89PNG"), (".svg", b"<?xml")):
        smoke.autonas.here("show", "0", f"--{suffix[1:]}", str(tmp_path / "shape"))
        assert (tmp_path / f"shape{suffix}").read_bytes().startswith(begin)


def test_report_is_one_page_with_the_architectures_of_the_front(smoke, tmp_path):
    assert "wrote" in smoke.autonas.here("report", "--out", str(tmp_path / "report.html"))
    page = (tmp_path / "report.html").read_text()
    assert len(page) < 10e6
    front = json.loads(smoke.autonas.here("front", "--json"))["front"]
    assert page.count("<svg ") >= len(front)
    names = re.findall(r' id="(t\d+-[^"]+)"', page)
    assert len(names) == len(set(names)) > len(front), "drawings do not share names"
    text = smoke.autonas.here("report", "--format", "md", "--out", "-")
    assert f"{len(front)} of" in text.splitlines()[2]
    assert "held out for scoring" in text


def test_curve_goes_down(smoke):
    curve = json.loads(smoke.autonas.here("show", "0", "--json"))["curve"]
    assert curve[-1]["loss"] < curve[0]["loss"]


def test_status_and_trials_csv(smoke, tmp_path):
    import pandas as pd

    assert "smoke" in smoke.autonas.here("status")
    smoke.autonas.here("trials", "--csv", str(tmp_path / "t.csv"))
    frame = pd.read_csv(tmp_path / "t.csv")
    assert frame["state"].eq("complete").sum() >= 4
    assert {"parameters", "loss", "training_tokens_per_second", "shape.d_model"} <= set(frame.columns)


def test_data_shows_the_corpus_that_the_search_prepared(smoke):
    manifest = json.loads(smoke.autonas.here("data", "--study", "smoke", "--json"))
    assert manifest["train"]["bytes"] > manifest["held_out"]["bytes"] > 0
    assert manifest["vocabularies"]
    text = smoke.autonas.here("data", "--study", "smoke")
    assert manifest["fingerprint"][:12] in text


def test_two_workers_train_the_same_candidates_as_one(autonas):
    """Generation by generation, and to the last digit. A quarter of smoke's tokens."""
    found = []
    for workers in (1, 2):
        name = f"with{workers}"
        options = ["--study", "smoke", "--device", "cpu", "--deterministic", "--workers", str(workers), "--name", name]
        options += ["--set", "budget.tokens=8192"]
        text = autonas("search", *options, environment={**os.environ, "OMP_NUM_THREADS": "2"})
        assert "on the front of 6 candidates" in text
        trials = json.loads(autonas.here("trials", "--study", name, "--json"))["trials"]
        found.append([(t["trial"], t["shape_key"], t["loss"], t["collapse"], t["parameters"]) for t in trials])
    assert found[0] == found[1]


def test_workers_by_measurement(autonas, smoke, session_cache, tmp_path):
    """With a cache of its own, as what was measured stays there; it has the corpus of the search already."""
    del smoke
    shutil.copytree(session_cache / "corpus", tmp_path / "cache" / "corpus")
    cache = str(tmp_path / "cache")
    measured = json.loads(autonas("doctor", "--calibrate", "smoke", "--device", "cpu", "--cache", cache, "--json"))
    rates = measured["workers"]["cpu"]
    assert rates[0]["workers"] == 1
    assert all(rate["tokens_per_second"] > 0 for rate in rates)
    text = autonas(
        "search", "--study", "smoke", "--device", "cpu", "--workers", "auto", "--trials", "1", "--cache", cache
    )
    assert "1 trial finished" in text
    refused = autonas.here("doctor", "--calibrate", "smok", code=2)
    assert "did you mean 'smoke'" in refused


def test_search_again_trains_nothing(smoke):
    text = smoke.autonas.here("search", "--study", "smoke", "--device", "cpu")
    assert "--trials raises the total" in text
    assert not re.search(r"^trial +\d+  ", text, re.MULTILINE)


def test_another_seed_is_refused(smoke):
    text = smoke.autonas.here("search", "--study", "smoke", "--device", "cpu", "--seed", "5", code=2)
    assert "seed 0 -> 5" in text
    assert "--name" in text


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["--set", "budget.tokens=-1"], "budget.tokens"),
        (["--set", "budget.token=1000"], "did you mean 'tokens'"),
        (["--device", "cuda:63"], "cuda"),
        (["--device", "tpu"], "tpu"),
        (["--device", "cpu,cpu"], "a device is named twice: cpu,cpu"),
        (["--workers", "0"], "--workers must be at least 1, got 0"),
        (["--workers", "999"], "999 workers need as many cores"),
        (["--workers", "two"], "--workers must be a number or auto, got 'two'"),
        (["--workers", "auto"], "autonas doctor --calibrate smoke --device cpu"),
    ],
)
def test_bad_input_touches_nothing(autonas, args, message):
    text = autonas.here("search", "--study", "smoke", "--device", "cpu", *args, code=2)
    assert message in text
    assert len(text.splitlines()) == 2
    assert list(autonas.folder.iterdir()) == []


def test_a_folder_without_python_is_refused(autonas):
    (autonas.folder / "texts").mkdir()
    text = autonas.here("data", "--study", "smoke", "--source", "texts", code=2)
    assert "corpus source 'texts' has no .py file in it" in text


def test_doctor_measures_this_machine(autonas):
    findings = json.loads(autonas("doctor", "--json"))
    assert findings["versions"]["torch"]
    assert findings["devices"]
    assert "error" not in findings["devices"]
    assert autonas.here("doctor").count("\n") > 15
