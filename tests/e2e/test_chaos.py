"""The short form of the fault campaign of tests/chaos.py: a few random kills, and every other fault once."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from chaos import SCENES, Campaign
from chaos_faults import FAULTS


@pytest.fixture(scope="module")
def campaign(tmp_path_factory: pytest.TempPathFactory) -> Campaign:
    return Campaign(tmp_path_factory.mktemp("chaos"))


@pytest.mark.parametrize("scene", SCENES)
def test_random_kills_lose_nothing(campaign, scene):
    settings, kinds = SCENES[scene]
    kills = campaign.kill(campaign.setup(scene, **settings), kinds, random.Random(scene), 3)
    assert kills > 0, "the search ended before it could be killed"


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_the_same_command_finishes_after(campaign, fault):
    fault(campaign)


def test_what_is_said_to_be_tested_elsewhere_is(request):
    """The files that chaos_faults.py names are there."""
    named = {word.rstrip(".,") for word in str(request.module.FAULTS[0].__globals__["__doc__"]).split() if "/" in word}
    assert len(named) == 4
    assert all((Path(__file__).parents[2] / path).is_file() for path in named)
