"""Which side has spoken, where a body is named without its country."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.annotate.about import annotate
from bot.annotate.reports import read_report
from bot.dedupe.features import Features, features_of
from bot.dedupe.sides import spoken
from bot.dedupe.story_state import StoryState

NOW = datetime(2026, 3, 2, 7, tzinfo=UTC)


def report(title: str, summary: str, language: str) -> Features:
    features = features_of(
        title=title,
        summary=summary,
        annotation=annotate(title, summary, language),
        report=read_report(title, summary, language, published_at=NOW),
        published_at=NOW,
        language=language,
    )
    return replace(features, feed_id=1)


def told(*reports: Features) -> StoryState:
    state = StoryState(id=1, first_at=NOW, last_at=NOW)
    for each in reports:
        state.add(each, each.terms)
    return state


RESIDENTS = report("Феодосія: вибухи біля нафтобази", "", "uk")
PRESS = "В пресс-службе сообщили о пожаре, заявил представитель администрации."


def test_a_press_office_is_of_the_side_whose_language_it_is_quoted_in() -> None:
    russian = report("Горит нефтебаза в Феодосии", PRESS, "ru")
    ukrainian = report("Уражено нафтобазу", "Про це заявив речник.", "uk")

    assert "UA" not in spoken(told(RESIDENTS, russian))
    assert "UA" in spoken(told(RESIDENTS, ukrainian))
