"""What the report card says of the tuning."""

import re

import pytest

from autonas.report import collapse_change


def scored(collapse, half):
    return {"collapse": collapse, "collapse.low": collapse - half, "collapse.high": collapse + half}


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (scored(0.24, 0.01), scored(0.28, 0.02), "raised the collapse score from 0.240 to 0.280; .* do not overlap$"),
        (scored(0.24, 0.03), scored(0.28, 0.03), "raised .* may be chance$"),
        (scored(0.34, 0.04), scored(0.25, 0.03), "lowered .* from 0.340 to 0.250; .* do not overlap$"),
        (scored(0.34, 0.05), scored(0.27, 0.04), "lowered .* may be chance$"),
        (scored(0.25, 0.03), scored(0.25, 0.03), "left the collapse score at 0.250$"),
        ({"collapse": 0.2}, {"collapse": 0.3}, "raised the collapse score from 0.200 to 0.300$"),
    ],
)
def test_it_says_whether_a_change_of_the_collapse_score_may_be_chance(before, after, said):
    assert re.search(said, collapse_change(before, after))
