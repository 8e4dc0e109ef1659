"""What is alive when the service is ready is not looked over again."""

import gc
import sys
from collections.abc import Iterator

import pytest

from bot import interpreter


@pytest.fixture
def restored() -> Iterator[None]:
    thresholds, switch = gc.get_threshold(), sys.getswitchinterval()
    yield
    gc.set_threshold(*thresholds)
    gc.unfreeze()
    sys.setswitchinterval(switch)


@pytest.mark.usefixtures("restored")
def test_what_is_loaded_is_no_longer_looked_over_and_new_cycles_still_are() -> None:
    loaded: list[object] = [[] for _ in range(100)]

    interpreter.settle()

    assert gc.get_freeze_count() >= len(loaded)
    cycle: list[object] = []
    cycle.append(cycle)
    del cycle
    assert gc.collect() >= 1
    assert gc.get_threshold()[0] == interpreter.YOUNG
