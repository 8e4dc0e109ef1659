"""``R`` a roundup and its day, ``L`` a live page, ``A`` an anniversary, ``D`` a date,
``W`` a weekday; published on Wednesday 14 May 2025.
"""

from calendar import day_name
from datetime import UTC, date, datetime

import pytest
from report_tables import cases

from bot.annotate.reports import read_report
from bot.domain.reports import Occasion

AT = datetime(2025, 5, 14, 9, 0, tzinfo=UTC)


def read(title: str, language: str, at: datetime = AT) -> Occasion:
    return read_report(title, "", language, published_at=at).occasion


def written(occasion: Occasion) -> str:
    found = []
    if occasion.roundup_on is not None:
        found.append(f"R {occasion.roundup_on}")
    found += ["L"] * occasion.is_live + ["A"] * occasion.is_anniversary
    found += [f"D {day}" for day in sorted(occasion.days)]
    found += [f"W {day_name[day]}" for day in sorted(occasion.weekdays)]
    return " ".join(found)


@pytest.mark.parametrize(("language", "sentence", "occasion"), cases("occasion"))
def test_a_title_is_this_sort_of_text(language: str, sentence: str, occasion: str) -> None:
    assert written(read(sentence, language)) == occasion


def test_a_date_without_its_year_is_the_last_one() -> None:
    january = datetime(2026, 1, 2, 9, 0, tzinfo=UTC)

    assert read("Depot burned on 30 December", "en", january).days == {date(2025, 12, 30)}


def test_what_is_no_date_is_none() -> None:
    assert read("Depot burned on 31 April, not on 99.99.2025", "en") == Occasion()


def test_the_day_begins_in_the_east() -> None:
    late = datetime(2025, 5, 13, 22, 30, tzinfo=UTC)  # already Wednesday in Kyiv

    assert read("За минулу добу – 130 боїв", "uk", late).roundup_on == date(2025, 5, 14)


def test_a_weekdays_name_is_kept_however_far_back() -> None:
    assert read("Depot burned on Friday, minister said Monday", "en").weekdays == {4}


def test_the_summary_of_a_live_page_tells_it() -> None:
    report = read_report(
        "Shells hit the port", "Follow our live coverage.", "en", published_at=AT
    )

    assert report.occasion.is_live


def test_what_stands_after_the_first_sentence_makes_no_roundup() -> None:
    lead = "Shells hit the port of Brela."
    background = "Ten villages were shelled over the past 24 hours."

    assert roundup(lead, background) is None
    assert roundup(background, lead) == AT.date()


def roundup(*sentences: str) -> date | None:
    summary = " ".join(sentences)
    return read_report("", summary, "en", published_at=AT).occasion.roundup_on
