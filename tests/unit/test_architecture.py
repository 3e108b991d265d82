"""The picture of an architecture: everything is in it, it fits, and the same shape gives the same file."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from matplotlib.image import imread

from autonas.errors import UsageError
from autonas.protocols import Part
from autonas.views.architecture import draw_architecture

PARTS = (
    Part(name="embedding", detail="2048 -> 96, normalised", parameters=200_000),
    Part(
        name="block",
        repeats=4,
        children=(
            Part(name="attention", detail="a detail, " * 9 + "the last one", parameters=30_000, flops=4e5),
            Part(name="pair", repeats=2, children=(Part(name="feed-forward", parameters=10_000, flops=1e5),)),
        ),
    ),
    Part(name="output", detail="the embedding's matrix", flops=1e6),
)


@pytest.fixture
def drawn(tmp_path, monkeypatch):
    """Returns a function that draws to a file of that name; the text of an SVG stays text."""
    monkeypatch.setitem(__import__("matplotlib").rcParams, "svg.fonttype", "none")

    def draw(name: str, parts=PARTS) -> Path:
        draw_architecture(parts, tmp_path / name, title="trial 3 of codelm", subtitle="4x96 in one line")
        return tmp_path / name

    return draw


def texts(path: Path) -> list[str]:
    return ["".join(element.itertext()).strip() for element in ET.parse(path).iter("{http://www.w3.org/2000/svg}text")]


def test_everything_is_in_it(drawn):
    found = texts(drawn("a.svg"))
    assert {"trial 3 of codelm", "4x96 in one line", "embedding", "block x 4", "attention", "pair x 2"} <= set(found)
    assert {"400k parameters", "3.40M FLOPs of a token"} <= set(found)
    assert {"200k, 50%", "120k, 30%", "80.0k, 20%", "1.60M, 47%", "800k, 24%", "1.00M, 29%"} <= set(found)
    assert any("the last one" in text for text in found)


def test_parts_without_flops_are_drawn_without_them(drawn):
    found = texts(drawn("a.svg", (Part(name="table", parameters=100),)))
    assert "100 parameters" in found
    assert not any("FLOPs" in text for text in found)


def test_the_same_shape_gives_the_same_file(drawn):
    assert drawn("a.svg").read_bytes() == drawn("b.svg").read_bytes()
    assert not re.search(rb"<dc:date>", drawn("a.svg").read_bytes())


def test_a_picture_has_its_boxes_inside(drawn):
    pixels = imread(drawn("a.png"))[..., :3]
    blank = (pixels == 1).all(axis=2)
    assert blank[:3].all(), "the top edge"
    assert blank[-3:].all(), "the bottom edge"
    assert blank[:, :3].all(), "the left edge"
    assert blank[:, -3:].all(), "the right edge"
    assert 0.2 < blank.mean() < 0.9


def test_bad_files(drawn, tmp_path):
    with pytest.raises(UsageError, match=r"a drawing is a .png or .svg, got 'a.pdf'"):
        drawn("a.pdf")
    with pytest.raises(UsageError, match=r"cannot be written: No such file or directory"):
        draw_architecture(PARTS, tmp_path / "none" / "a.png", title="")
