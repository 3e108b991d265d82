"""What a corpus is made of, from the manifest that its preparation wrote."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from autonas.views.numbers import bytes_text, count
from autonas.views.tables import plain_table

__all__ = ["corpus_view"]

_SOURCES_SHOWN = 12


def corpus_view(manifest: Mapping[str, Any], *, folder: str, sample: Sequence[str] = ()) -> RenderableType:
    """Returns what `autonas data` prints.

    Args:
        folder: Where the corpus lies.
        sample: A line of code in tokens, to see what the tokenizer makes of it.
    """
    lines: list[RenderableType] = [
        Text(f"corpus {manifest['fingerprint'][:12]} in {folder}", style="bold"),
        _parts_table(manifest),
        _removed_table(manifest),
        _vocabulary_table(manifest["vocabularies"]),
    ]
    if sample:
        lines += [Text("tokens: " + "|".join(token.replace("\n", "\\n") for token in sample)), Text()]
    lines += [_sources_table(manifest["sources"])]
    if excluded := manifest["excluded"]:
        lines.append(Text(f"{len(excluded)} distributions are not used (--json says which and why)"))
    lines += [Text(f"note: {note}") for note in manifest["notes"]]
    return Group(*lines)


def _parts_table(manifest: Mapping[str, Any]) -> Table:
    table = _table("part", "documents", "bytes", "sources")
    for name in ("train", "held_out"):
        part = manifest[name]
        cells = f"{part['documents']:,}", bytes_text(part["bytes"]), str(len(part["sources"]))
        table.add_row(name.replace("_", " "), *cells)
    return table


def _removed_table(manifest: Mapping[str, Any]) -> Table:
    table = _table("left out", "files", "bytes")
    removed = {
        "exact duplicates": manifest["exact_duplicates"],
        "near duplicates": manifest["near_duplicates"],
        "beyond the limit": manifest["beyond_limit"],
        **manifest["refused"],
    }
    for reason, what in removed.items():
        if what["files"]:
            table.add_row(reason.replace("_", " "), f"{what['files']:,}", bytes_text(what["bytes"]))
    return table


def _vocabulary_table(vocabularies: Mapping[str, Any]) -> Table:
    table = _table("vocabulary", "train tokens", "held-out tokens", "bytes per token")
    for size, v in sorted(vocabularies.items(), key=lambda item: int(item[0])):
        tokens = count(v["train_tokens"]), count(v["held_out_tokens"])
        table.add_row(f"{int(size):,}", *tokens, f"{v['bytes_per_token']:.2f}")
    return table


def _sources_table(sources: Sequence[Mapping[str, Any]]) -> Table:
    table = _table("largest sources", "files", "bytes")
    table.add_column("split", no_wrap=True)
    table.add_column("licence", no_wrap=True)
    ordered = sorted(sources, key=lambda source: (-source["bytes"], source["name"]))
    for source in ordered[:_SOURCES_SHOWN]:
        cells = f"{source['files']:,}", bytes_text(source["bytes"]), source["split"].replace("_", " ")
        table.add_row(f"{source['name']} {source['version']}".strip(), *cells, source["licence"])
    rest = ordered[_SOURCES_SHOWN:]
    if rest:
        files, size = sum(source["files"] for source in rest), sum(source["bytes"] for source in rest)
        table.add_row(f"{len(rest)} more", f"{files:,}", bytes_text(size), "", "")
    return table


def _table(first: str, *others: str) -> Table:
    table = plain_table()
    table.add_column(first, no_wrap=True)
    for name in others:
        table.add_column(name, justify="right", no_wrap=True)
    return table
