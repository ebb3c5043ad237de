"""A worker that dies while it is not known what DUO has: another one asks, and nothing is lost or doubled."""

import pytest

from .test_sending_killed import (
    accepted_and_not_to_be_asked,
    answer_lost,
    down_at_first,
    kill_at_every_step,
)


@pytest.mark.parametrize(
    "scenario",
    [
        answer_lost,
        pytest.param(down_at_first, marks=pytest.mark.any_engine),
        pytest.param(accepted_and_not_to_be_asked, marks=pytest.mark.any_engine),
    ],
    ids=lambda scenario: scenario.__name__,
)
def test_killed_at_any_step_of_asking_a_fresh_worker_finishes(real_duo, scenario):
    kill_at_every_step(real_duo, scenario)
