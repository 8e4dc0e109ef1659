"""A feed of one entry under one name: what is another entry, and what an edit."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.dedupe.standing import Said, is_another

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
ALARM = Said(title="Air raid alert in Sumy", summary="Take cover.", published_at=NOW)


def said(title: str, summary: str = "Take cover.", *, minutes: float | None = 60) -> Said:
    at = None if minutes is None else NOW + timedelta(minutes=minutes)
    return Said(title=title, summary=summary, published_at=at)


@pytest.mark.parametrize(
    "now",
    [
        pytest.param(said("Air raid alert in Lgov"), id="another town, an hour later"),
        pytest.param(said("All clear", "Come out.", minutes=None), id="undated, unlike"),
        pytest.param(said("All clear", "Come out.", minutes=0), id="dated by the day"),
        pytest.param(said(ALARM.title, "The alert is over."), id="the state is below"),
        pytest.param(said("Air raid alert in Sumy, level 2"), id="one word more"),
    ],
)
def test_state_that_changed_is_an_entry_of_its_own(now: Said) -> None:
    assert is_another(ALARM, now, has_page=False)


@pytest.mark.parametrize(
    "now",
    [
        pytest.param(said(ALARM.title), id="confirmed an hour later"),
        pytest.param(said("Air raid alert in Sumy [11:00]"), id="with the time"),
        pytest.param(said("Air raid alert in Sumy 02.03.2026"), id="with the date"),
        pytest.param(said("AIR RAID ALERT IN SUMY"), id="in capitals"),
        pytest.param(said("Air raid alert in Sumi", minutes=0), id="a letter mended"),
        pytest.param(said("Air raid alert in Sumi", minutes=0.5), id="seconds later"),
        pytest.param(said("Air raid alert in Sumi", minutes=None), id="undated"),
        pytest.param(said("All clear", "Come out.", minutes=-5), id="of an older cache"),
        pytest.param(
            said("Air raid alert in Sumy (updated)", minutes=None), id="undated, updated"
        ),
    ],
)
def test_state_that_holds_or_is_edited_is_known(now: Said) -> None:
    assert not is_another(ALARM, now, has_page=False)


STRONG = Said(
    title="Quake of the day: magnitude 4.5 near Crete",
    summary="Nobody was hurt on the island.",
    published_at=NOW,
)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        pytest.param(
            said("Magnitude 6.1 off Chile, tsunami warning", "The coast is evacuated."),
            True,
            id="another event",
        ),
        pytest.param(
            said("Strong tremor shakes Crete", "Nobody was hurt on the whole island."),
            False,
            id="an article under a new headline",
        ),
        pytest.param(
            said("Quake of the day: magnitude 4.7 near Crete", "Two were hurt."),
            False,
            id="an article with new facts",
        ),
        pytest.param(
            said("Magnitude 6.1 off Chile", "The coast is evacuated.", minutes=0),
            False,
            id="of the same date",
        ),
        pytest.param(
            said("Magnitude 6.1 off Chile", "The coast is evacuated.", minutes=None),
            False,
            id="undated",
        ),
    ],
)
def test_page_of_its_own_may_be_an_article_that_is_edited(
    now: Said,
    *,
    expected: bool,
) -> None:
    assert is_another(STRONG, now, has_page=True) is expected


def test_headline_without_a_text_is_told_by_the_headline() -> None:
    before = Said(title="Fire in the port", summary="", published_at=NOW)

    assert is_another(before, said("Storm warning", ""), has_page=True)
