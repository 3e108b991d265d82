"""The licence of a distribution, read from its metadata and brought to an SPDX identifier.

Nothing is guessed: metadata that names no licence we know gives None, and the distribution stays out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from importlib.metadata import PackageMetadata

__all__ = ["is_copyleft", "is_permissive", "licence_of", "objection"]

_PERMISSIVE = frozenset({
    "0BSD", "AFL-2.1", "AFL-3.0", "APACHE-2.0", "BLUEOAK-1.0.0", "BSD", "BSD-1-CLAUSE", "BSD-2-CLAUSE",
    "BSD-3-CLAUSE", "BSD-3-CLAUSE-CLEAR", "BSD-4-CLAUSE", "BSL-1.0", "CC0-1.0", "CNRI-PYTHON", "HPND", "ISC",
    "MIT", "MIT-0", "MIT-CMU", "NCSA", "OFL-1.1", "PSF-2.0", "PYTHON-2.0", "PYTHON-2.0.1", "UNICODE-3.0",
    "UNICODE-DFS-2016", "UNLICENSE", "UPL-1.0", "WTFPL", "X11", "ZLIB", "ZPL-2.1",
})  # fmt: skip
_COPYLEFT = re.compile(
    r"(A?GPL|LGPL|MPL|EPL|EUPL|CDDL|OSL|SSPL|CECILL|CC-BY-SA|MS-RL|CPL|QPL|RPL|Sleepycat)(-|$)", re.I
)

_CLASSIFIERS = {
    "MIT License": "MIT",
    "MIT No Attribution License (MIT-0)": "MIT-0",
    "BSD License": "BSD",
    "Apache Software License": "Apache-2.0",
    "ISC License (ISCL)": "ISC",
    "Python Software Foundation License": "PSF-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Mozilla Public License 1.1 (MPL 1.1)": "MPL-1.1",
    "The Unlicense (Unlicense)": "Unlicense",
    "zlib/libpng License": "Zlib",
    "Boost Software License 1.0 (BSL-1.0)": "BSL-1.0",
    "Historical Permission Notice and Disclaimer (HPND)": "HPND",
    "Zope Public License": "ZPL-2.1",
    "Eclipse Public License 2.0 (EPL-2.0)": "EPL-2.0",
}
_HEAD = 300  # characters of a licence text that say which one it is
# Free text of the old "License" field, most specific first.
_TEXTS: Sequence[tuple[str, str]] = (
    (r"affero|\bagpl", "AGPL-3.0"),
    (r"lesser general|library general|\blgpl", "LGPL-2.1"),
    (r"general public|\bgpl", "GPL-3.0"),
    (r"mozilla|\bmpl", "MPL-2.0"),
    (r"apache", "Apache-2.0"),
    (r"\bbsd[- ]?3|3[- ]clause|new bsd|modified bsd", "BSD-3-Clause"),
    (r"\bbsd[- ]?2|2[- ]clause|simplified bsd", "BSD-2-Clause"),
    (r"\bbsd\b|redistribution and use in source and binary forms", "BSD"),
    (r"python software foundation|\bpsf", "PSF-2.0"),
    (r"\bmit\b|permission is hereby granted, free of charge", "MIT"),
    (r"\bisc\b", "ISC"),
    (r"unlicense", "Unlicense"),
    (r"\bzlib\b", "Zlib"),
)


def licence_of(metadata: PackageMetadata) -> str | None:
    """Returns an SPDX expression ("BSD" where the variant is not said), or None where none is named."""
    fields = metadata.json
    expression = fields.get("license_expression")
    if expression:
        return str(expression).strip()
    classifiers = [c for c in fields.get("classifier", []) if c.startswith("License ::")]
    named = sorted({i for c in classifiers if (i := _from_classifier(c.rsplit(" :: ", 1)[-1]))})
    text = str(fields.get("license") or "").strip()
    head = text[:_HEAD]
    stated = text if _known(text) else next((i for p, i in _TEXTS if re.search(p, head, re.I)), None)
    if stated is None or (len(text) > _HEAD and named):
        return " AND ".join(named) or None  # a whole licence text names others too (of what a wheel bundles)
    if set(named) <= set(stated.split()) or (named == ["BSD"] and stated.startswith("BSD")):
        return stated
    if any(is_copyleft(i) for i in (stated, *named)):  # field and classifiers disagree: the stricter one counts
        return " AND ".join([f"({stated})" if " " in stated else stated, *(i for i in named if i != stated)])
    return stated if _known(text) else " AND ".join(named)


def is_permissive(expression: str) -> bool:
    """Whether the expression lets the text be used under permissive terms alone."""
    return _evaluate(expression, lambda i: i.upper() in _PERMISSIVE)


def is_copyleft(expression: str) -> bool:
    """Whether the expression is known throughout and needs a copyleft licence to be accepted."""
    known = _evaluate(expression, lambda i: i.upper() in _PERMISSIVE or bool(_COPYLEFT.match(i)))
    return known and not is_permissive(expression)


def objection(licence: str | None, *, allow_copyleft: bool) -> str:
    """Why text under this licence stays out of a corpus; "" if it may be used."""
    if licence is None:
        return "its metadata names no known licence"
    if is_permissive(licence) or (allow_copyleft and is_copyleft(licence)):
        return ""
    return "copyleft licence" if is_copyleft(licence) else "its licence is not known to be permissive"


def _from_classifier(name: str) -> str | None:
    if name in _CLASSIFIERS:
        return _CLASSIFIERS[name]
    if found := re.search(r"\((A?GPL|LGPL)v?([\d.]+)?\+?\)", name):
        return f"{found[1]}-{found[2] or '3'}"
    return next(
        (i for key, i in (("Affero", "AGPL-3.0"), ("Lesser", "LGPL-2.1"), ("GNU", "GPL-3.0")) if key in name),
        None,
    )


def _known(expression: str) -> bool:
    return is_permissive(expression) or is_copyleft(expression)


def _evaluate(expression: str, accepted: Callable[[str], bool]) -> bool:
    """Evaluates an SPDX expression: AND needs both sides, OR one of them; "X WITH exception" counts as X."""
    tokens = re.findall(r"[()]|[^\s()]+", expression)

    def either() -> bool:
        result = both()
        while tokens and tokens[0].upper() == "OR":
            tokens.pop(0)
            other = both()
            result = result or other
        return result

    def both() -> bool:
        result = one()
        while tokens and tokens[0].upper() == "AND":
            tokens.pop(0)
            other = one()
            result = result and other
        return result

    def one() -> bool:
        if not tokens:
            return False
        token = tokens.pop(0)
        if token == "(":
            result = either()
            return bool(tokens) and tokens.pop(0) == ")" and result
        if len(tokens) >= 2 and tokens[0].upper() == "WITH":
            del tokens[:2]
        return accepted(token.rstrip("+"))

    result = either()
    return result and not tokens
