from datetime import UTC, datetime

from hypothesis import assume, given
from hypothesis import strategies as st

from bot.annotate.reports import read_report
from bot.domain.reports import Report

WORDS = st.sampled_from(
    "two двоє двое п’ятеро 5 1,200 3-5 01.04.2025 31 February April on Tuesday killed "
    "kills wounded загинули погибших поранених was at least щонайменше не менее from to "
    "до and та и , . : – \n « » ( ) no немає нет никто people людей man жінка death toll "
    "rises to Генштаб Генштабу ЗСУ Минобороны РФ said says заявил заявили denies в the "
    "governor according to Reuters (Reuters) - AP ТАСС передает correction: retracts "
    "report день 1132-й İ ß ﬁ Су\u0301ми day 1,132 of live : за добу 0 00 ² ٣ zwei Tote "
    "dwie osoby Sunday's dozens couple's dozen's April's man's Kremlin's 5's".split(" ")
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=30).map(" ".join))
LANGUAGES = st.sampled_from(["en", "uk", "ru", "de", "pl", "", "uk-UA", "xx"])
INSTANTS = st.datetimes(
    min_value=datetime(1971, 1, 1),  # noqa: DTZ001  # made aware by the strategy
    max_value=datetime(2200, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
)


def spans(report: Report) -> list[tuple[int, int]]:
    return [
        *((toll.start, toll.end) for toll in report.tolls),
        *((claim.start, claim.end) for claim in report.claims),
        *((claim.actor_start, claim.actor_end) for claim in report.claims),
        *((cue.start, cue.end) for cue in report.cues),
        *((credit.start, credit.end) for credit in report.credits),
    ]


@given(TEXTS, TEXTS, LANGUAGES, INSTANTS)
def test_any_text_is_read_and_each_span_stands_in_it(
    title: str, summary: str, language: str, at: datetime
) -> None:
    report = read_report(title, summary, language, published_at=at)

    length = len(f"{title}\n{summary}")
    assert all(0 <= start < end <= length for start, end in spans(report))


@given(TEXTS, TEXTS, LANGUAGES, INSTANTS)
def test_the_day_of_a_report_is_never_after_it(
    title: str, summary: str, language: str, at: datetime
) -> None:
    occasion = read_report(title, summary, language, published_at=at).occasion

    assert all((day - at.date()).days <= 1 for day in occasion.days)


@given(st.lists(WORDS, max_size=30).map(" ".join), LANGUAGES, INSTANTS)
def test_a_headline_in_capitals_tells_the_same_tolls(
    title: str, language: str, at: datetime
) -> None:
    loud = title.upper()
    assume(len(loud) == len(title) and loud.lower() == title.lower())

    quiet = read_report(title, "", language, published_at=at)

    assert read_report(loud, "", language, published_at=at).tolls == quiet.tolls
