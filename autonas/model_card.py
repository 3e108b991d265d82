"""README.md of an exported model: where it comes from, how it is used, how good it is, what it was trained on.

Written from the folder of the promotion, as the report card is, and from the manifest of the corpus where the cache
still holds it.
"""

from __future__ import annotations

import importlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from autonas.markdown import table
from autonas.promotion_protocols import Exported, ExportRequest
from autonas.report import LIMITS, data_lines, score_lines, suite_lines
from autonas.run_folder import RunFolder
from autonas.stages import COMPRESSED, STAGES
from autonas.views.compressed import HEAD, compression_rows, cost_head, cost_notes
from autonas.views.numbers import bytes_text, count

__all__ = ["card_text"]


def card_text(
    folder: RunFolder, wanted: ExportRequest, exported: Exported, cost: Mapping[str, Any] | None, cache: Path
) -> str:
    """Returns the card: front matter as model hubs read it, then Markdown.

    Args:
        cost: What the integers of a quantised export cost, see `autonas.export_cost`.
    """
    results = {stage: folder.result(stage) for stage in STAGES}
    stages = {stage: result for stage, result in results.items() if result is not None}
    about, compressed = folder.about, folder.result(COMPRESSED)
    benchmark = stages.get("benchmark", {}) if compressed is None else compressed["compressed"]["benchmark"]
    if cost is not None:  # that was not of the integers
        benchmark = cost["compressed"].get("benchmark", {})
    suites = benchmark.get("suites", {})
    lines = [
        *_front_matter(wanted, exported, suites),
        *_head(about, _parameters(about, exported, compressed), wanted, exported),
        *_use(exported),
        *([] if cost is None else _integers(wanted, cost)),
        *_architecture(about, wanted, exported),
        *([] if compressed is None else _compression(compressed)),
        *score_lines(about["proxy"]["metrics"], stages),
        "\n± is half of a 95 % interval.",
        *(line for name, suite in suites.items() for line in suite_lines(name, suite)),
        *(data_lines(stages) if compressed is None else _data_of_compressed()),
        *_corpus(about, cache),
        *_ending(),
    ]
    return "\n".join(lines) + "\n"


def _front_matter(wanted: ExportRequest, exported: Exported, suites: Mapping[str, Any]) -> Iterator[str]:
    """YAML, whose values are JSON: that is YAML too."""
    results = [
        {
            "task": {"type": "text-generation"},
            "dataset": {"type": name, "name": name},
            "metrics": [{"type": "pass@1", "name": "greedy pass@1", "value": suite["greedy"]["pass_at"]["1"]["value"]}],
        }
        for name, suite in suites.items()
    ]
    fields: dict[str, Any] = {
        "license": "other",
        "license_name": "not-chosen",
        "library_name": exported.library,
        "pipeline_tag": "text-generation",
        "tags": ["autonas", "neural-architecture-search", "code", "python"],
        "model-index": [{"name": wanted.name, "results": results}],
    }
    yield "---"
    yield from (f"{name}: {json.dumps(value)}" for name, value in fields.items())
    yield "---"


def _parameters(about: Mapping[str, Any], exported: Exported, compressed: Mapping[str, Any] | None) -> float:
    """Returns the numbers in the network: a file may hold more, and pruning leaves fewer than the search has seen."""
    metrics = about["proxy"]["metrics"] if compressed is None else compressed["compressed"]["metrics"]
    return float(metrics.get("parameters", exported.parameters))


def _head(about: Mapping[str, Any], parameters: float, wanted: ExportRequest, exported: Exported) -> Iterator[str]:
    identity = about["identity"]
    yield f"# {wanted.name}"
    yield ""
    yield (
        f"A decoder of {count(parameters)} parameters for Python code, as {exported.architecture}. `autonas` has found"
        f" its architecture: trial {identity['trial']} of the study {identity['study']}"
        f" (`{identity['study_hash'][:12]}`), then trained fully on {identity['device']} with seed {identity['seed']}"
        f" (autonas {about['versions']['autonas']}, torch {about['versions']['torch']})."
    )


def _use(exported: Exported) -> Iterator[str]:
    yield "\n## How to use it\n"
    yield "In this folder:\n"
    yield exported.example
    yield (
        "\nIt continues a signature and a docstring with a body. A prompt ends without white space: line end and"
        " indentation are one token, which the model writes. Id 0 ends a text."
    )
    yield from (f"\n{note}" for note in exported.notes)


def _integers(wanted: ExportRequest, cost: Mapping[str, Any]) -> Iterator[str]:
    """What a quantised export cost, both side by side."""
    yield f"\n## What {wanted.quantize} costs\n"
    yield from table(cost_head(wanted.quantize), compression_rows(cost))
    yield (
        "\nOn the same held-out text, prompts and random numbers: the network in float32, and what is in this folder."
        " It was read back for the bits per byte; the texts for collapse and benchmark were written by our network with"
        " the same integers, whose logits are the same. Size and times are beside those of the same file in float32."
    )
    yield from (f"\n{note[0].upper()}{note[1:]}." for note in cost_notes(cost))
    yield "\nThe table of scores below is that of the network before its weights became these integers."


def _compression(result: Mapping[str, Any]) -> Iterator[str]:
    """What `autonas compress` had made of the promoted model."""
    what = result["compression"]
    made = [f"pruned ({what['prune']['kind']}:{what['prune']['amount']:g})"] if what["prune"] else []
    made += [f"stored as {what['quantize']}"] if what["quantize"] else []
    yield "\n## Compression\n"
    yield f"A promoted model was made smaller by `autonas compress`: {' and '.join(made)}. "
    if what["quantize"]:
        yield f"What is exported are the weights that its {what['quantize']} numbers stand for, as float32."
    yield ""
    yield from table(HEAD, compression_rows(result))
    yield "\nThe scores below, but for the benchmark, are those of the model before that."


def _data_of_compressed() -> Iterator[str]:
    yield "\n## Data\n"
    yield (
        "What was removed as contaminated, and what the tuning was made of, stands in the report card of the promotion"
        " that this model was made of: its own folder does not have it."
    )


def _architecture(about: Mapping[str, Any], wanted: ExportRequest, exported: Exported) -> Iterator[str]:
    yield "\n## Architecture\n"
    yield f"`{about['summary']}`, trained on {wanted.context} tokens at a time.\n"
    shape = about["identity"]["shape"]
    yield from table(["property", "value"], [[name, str(value)] for name, value in shape.items()])
    yield f"\n{exported.parameters:,} numbers are in the files."


def _corpus(about: Mapping[str, Any], cache: Path) -> Iterator[str]:
    """What the training text was made of, and under which licences."""
    description = about["description"]
    corpus = description.get("data", {}).get("corpus", {})
    own = description.get("trainer", {}).get("corpus")
    promoted = about["identity"]["promotion"]["pretrain"].get("corpus")
    if promoted != own:
        yield f"\nPretrained on another corpus than the search's: `{json.dumps(promoted)}`. The search's:"
    find = importlib.import_module("trainer.data.manifest").find_manifest
    manifest = find(cache, corpus.get("fingerprint", ""))
    if manifest is not None:
        yield from _licences(manifest)
    elif corpus.get("sources"):
        names = ", ".join(f"{name} {version}" for name, version in corpus["sources"].items())
        yield f"\nText of {len(corpus['sources'])} sources: {names}. `autonas data` shows their licences."


def _licences(manifest: Mapping[str, Any]) -> Iterator[str]:
    sources = manifest["sources"]
    n_bytes: Counter[str] = Counter()
    for source in sources:
        n_bytes[source["licence"]] += source["bytes"]
    total = bytes_text(n_bytes.total())
    yield (
        f"\nText of {len(sources)} sources (corpus `{manifest['fingerprint'][:12]}`): {total}, of which"
        f" {bytes_text(manifest['held_out']['bytes'])} were held out, whole sources where there are several."
        " Copyleft sources"
        f" {'were used too' if manifest['config']['allow_copyleft'] else 'were left out'}.\n"
    )
    rows = [
        [licence, bytes_text(size), ", ".join(s["name"] for s in sources if s["licence"] == licence)]
        for licence, size in n_bytes.most_common()
    ]
    yield from table(["licence", "text", "sources"], rows)


def _ending() -> Iterator[str]:
    yield "\n## Intended use and limits\n"
    yield "For experiments with small decoders: completing short Python functions, comparing architectures."
    yield f"\n{LIMITS}"
    yield "\n## Licence\n"
    yield (
        "No licence was chosen for these weights: who publishes them chooses one, and writes it into the head of this"
        " file. They were trained on the text above, whose licences ask for attribution in copies of that text."
    )
