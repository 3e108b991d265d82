"""Pages as people see them: headless Chromium, driven by Playwright."""

from __future__ import annotations

import importlib.util
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

REQUIRE = "AUTONAS_REQUIRE_BROWSER"  # if 1, the tests fail rather than being skipped where there is no browser
SCREENSHOTS = Path(__file__).parents[2] / "screenshots"  # kept, not in git: to be looked at
LAPTOP = {"width": 1366, "height": 768}


@dataclass
class Seen:
    """A page, and what it did that nobody sees.

    Attributes:
        page: Playwright's.
        errors: What it has written to the console as an error, and its uncaught exceptions.
        requests: The addresses that it has asked for.
    """

    page: Any
    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def shoot(self, name: str, **options: Any) -> Path:
        """Keeps a screenshot."""
        SCREENSHOTS.mkdir(exist_ok=True)
        path = SCREENSHOTS / f"{name}.png"
        self.page.screenshot(path=path, **options)
        return path

    def beyond(self, *allowed: str) -> list[str]:
        """Returns the requests that go elsewhere than to addresses that begin like that."""
        return [url for url in self.requests if not url.startswith((*allowed, "data:", "blob:"))]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """The browser."""
    program = shutil.which("chromium")
    if program is None or importlib.util.find_spec("playwright") is None:
        missing = "no chromium" if program is None else "no playwright"
        if os.environ.get(REQUIRE) == "1":
            pytest.fail(f"{missing}, and {REQUIRE} is 1")
        pytest.skip(f"{missing}: apt install chromium, pip install 'autonas[browser]'")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture
def look(chromium: Any) -> Iterator[Callable[..., Seen]]:
    """Opens an address as a laptop shows it, or with `dark=True` in dark mode; every page is closed afterwards."""
    contexts = []

    def opened(url: str, *, dark: bool = False, **options: Any) -> Seen:
        context = chromium.new_context(color_scheme="dark" if dark else "light", **{"viewport": LAPTOP, **options})
        contexts.append(context)
        seen = Seen(context.new_page())
        seen.page.on("console", lambda message: message.type == "error" and seen.errors.append(message.text))
        seen.page.on("pageerror", lambda error: seen.errors.append(str(error)))
        seen.page.on("request", lambda request: seen.requests.append(request.url))
        seen.page.goto(url)
        return seen

    yield opened
    for context in contexts:
        context.close()
