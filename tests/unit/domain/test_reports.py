import pytest

from bot.domain.reports import Cue, CueKind, Report, Toll, TollKind


def toll(low: int, high: int | None) -> Toll:
    return Toll(kind=TollKind.KILLED, low=low, high=high, start=0, end=5)


def test_an_open_toll_is_at_least_its_number() -> None:
    assert toll(3, None).at_least
    assert not toll(3, 3).at_least


@pytest.mark.parametrize(("low", "high"), [(-1, 2), (3, 2)])
def test_a_toll_refuses_numbers_that_are_none(low: int, high: int) -> None:
    with pytest.raises(ValueError, match="not a toll"):
        toll(low, high)


def test_a_span_is_not_empty() -> None:
    with pytest.raises(ValueError, match="not a span"):
        Cue(kind=CueKind.DENIAL, start=4, end=4, certain=True)


def test_only_a_certain_cue_counts() -> None:
    doubtful = Cue(kind=CueKind.DENIAL, start=0, end=4, certain=False)
    certain = Cue(kind=CueKind.CORRECTION, start=0, end=4, certain=True)

    report = Report(cues=(doubtful, certain))

    assert report.has_cue(CueKind.CORRECTION)
    assert not report.has_cue(CueKind.DENIAL)
