"""Numbers as people read them."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

__all__ = [
    "aligned", "bytes_text", "count", "duration", "is_wide", "rate", "rate_text", "sparkline", "value", "with_half",
]  # fmt: skip

_COUNTS = ((1e12, "T"), (1e9, "G"), (1e6, "M"), (1e3, "k"))
_SPARKS = "▁▂▃▄▅▆▇█"


def count(number: float) -> str:
    """Returns a count in three or four digits: 950, 12.3k, 1.23M."""
    for scale, letter in _COUNTS:
        if abs(number) >= 0.9995 * scale * (10 if letter == "k" else 1):
            scaled = number / scale
            decimals = 2 if abs(scaled) < 9.995 else 1 if abs(scaled) < 99.95 else 0
            return f"{scaled:.{decimals}f}{letter}"
    return f"{number:.0f}"


def bytes_text(number: float) -> str:
    """Returns a size in decimal units, as disks are sold."""
    for scale, unit in ((1e9, "GB"), (1e6, "MB"), (1e3, "kB")):
        if number >= scale:
            return f"{number / scale:.{1 if number < 100 * scale else 0}f} {unit}"
    return f"{number:.0f} B"


def rate(per_second: float) -> str:
    """Returns tokens per second."""
    return f"{count(per_second)} tok/s"


def duration(seconds: float) -> str:
    """Returns a time span in at most two units: 8 s, 2 min 05 s, 1 h 20 min, 3 d 4 h."""
    if not math.isfinite(seconds):
        return "?"
    whole = round(seconds)
    if whole < 1:
        return "<1 s"
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60:02d} s"
    minutes = round(seconds / 60)
    if minutes < 48 * 60:
        return f"{minutes // 60} h {minutes % 60:02d} min"
    hours = round(seconds / 3600)
    return f"{hours // 24} d {hours % 24} h"


def value(number: float) -> str:
    """Returns one metric: a whole number as a count, anything else with three decimals or three digits."""
    return aligned([number])[0]


def aligned(numbers: Sequence[float | None]) -> list[str]:
    """Returns one column of a metric, all in the same form; None is a dash."""
    finite = [n for n in numbers if n is not None and math.isfinite(n)]
    largest = max((abs(n) for n in finite), default=0.0)
    if largest >= 1e5 or (largest > 1 and all(n == int(n) for n in finite)):
        form = count
    elif 0 < largest < 0.01:
        form = "{:.3g}".format
    else:
        form = ("{:.3f}" if largest < 100 else "{:.1f}").format
    return ["-" if n is None else form(n) if math.isfinite(n) else str(n) for n in numbers]


def with_half(number: float, low: float | None, high: float | None) -> str:
    """Returns one metric, with half of its interval in the same form where it has one: 1.603 ±0.083."""
    if low is None or high is None:
        return value(number)
    return " ±".join(aligned([number, (high - low) / 2]))


def is_wide(numbers: Sequence[float]) -> bool:
    """Whether a logarithmic axis suits the numbers."""
    return min(numbers) > 0 and max(numbers) / min(numbers) > 8


def rate_text(rate: Mapping[str, float] | None) -> str:
    """Returns a share with its 95 % interval: 40 % (20 to 60); None is a dash."""
    if rate is None:
        return "-"
    share, low, high = (100 * rate[name] for name in ("value", "low", "high"))
    return f"{share:.3g} % ({low:.3g} to {high:.3g})"


def sparkline(numbers: Sequence[float], *, width: int, least: float | None = None) -> str:
    """Returns numbers as bars, at most `width` of them: each the mean of some.

    Args:
        least: What has the lowest bar; the least of them by default.
    """
    step = max(1, -(-len(numbers) // width))
    means = [sum(chunk) / len(chunk) for i in range(0, len(numbers), step) if (chunk := numbers[i : i + step])]
    low = min(means, default=0.0) if least is None else least
    high = max(means, default=low)
    levels = [round((mean - low) / (high - low) * (len(_SPARKS) - 1)) if high > low else 0 for mean in means]
    return "".join(_SPARKS[level] for level in levels)
