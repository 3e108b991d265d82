"""The page of `autonas serve` completes a prompt and says what is wrong, in light and dark, from its server alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from serving import Served, serving

PROMPT = 'def double(x):\n    """Return <b>twice</b> x."""\n'


@pytest.fixture(scope="module")
def served(promoted) -> Iterator[Served]:
    command, _, run = promoted
    with serving(run, command.folder) as served:
        yield served


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_page_completes_a_prompt(look, served, dark):
    seen = look(served.url, dark=dark)
    page = seen.page
    page.locator("#about", has_text="trial").wait_for()
    page.locator("#prompt").fill(PROMPT)
    page.locator("#max_tokens").fill("40")
    page.locator("#temperature").fill("0.9")
    page.locator("#seed").fill("3")
    page.locator("#n").fill("2")
    page.keyboard.press("Control+Enter")
    page.locator("#state", has_text="tokens/s").wait_for()
    texts = page.locator("#texts pre")
    assert texts.count() == 2
    for text in texts.all_inner_texts():
        assert text.startswith(PROMPT)  # as text: no <b> was made
        assert len(text) > len(PROMPT) + 8
    assert page.locator("#texts b").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == (
        "rgb(20, 23, 28)" if dark else "rgb(246, 247, 249)"
    )
    seen.shoot(f"playground-{'dark' if dark else 'light'}")
    assert seen.errors == []
    assert seen.beyond(served.url) == []


def test_what_is_wrong_is_said_and_writing_can_be_stopped(look, served):
    seen = look(served.url)
    page = seen.page
    page.locator("#prompt").fill("  ")
    page.locator("#go").click()
    page.locator("#error", has_text="the prompt is empty").wait_for()
    page.locator("#prompt").fill("x = [")
    for name, value in {"temperature": "2", "top_p": "1", "max_tokens": "2048", "n": "16"}.items():
        page.locator(f"#{name}").fill(value)
    page.keyboard.press("Control+Enter")
    page.locator("#state", has_text="Writing").wait_for()
    page.keyboard.press("Escape")
    page.locator("#state", has_text="Stopped").wait_for()
    assert page.locator("#error").inner_text() == ""
    assert page.locator("#go").is_enabled()
    box, view = page.locator("#state").bounding_box(), page.viewport_size
    assert box["y"] + box["height"] <= view["height"], "16 continuations scroll in their own place"
    seen.shoot("playground-many")
