"""Which side has spoken, where a body is named without its country."""

from datetime import UTC, datetime

from heard_reports import hear_report, tell_story

from bot.dedupe.features import Features
from bot.dedupe.sides import spoken

NOW = datetime(2026, 3, 2, 7, tzinfo=UTC)


def report(title: str, summary: str, language: str) -> Features:
    return hear_report(title, summary, language, at=NOW, feed_id=1)


RESIDENTS = report("Феодосія: вибухи біля нафтобази", "", "uk")
PRESS = "В пресс-службе сообщили о пожаре, заявил представитель администрации."


def test_a_press_office_is_of_the_side_whose_language_it_is_quoted_in() -> None:
    russian = report("Горит нефтебаза в Феодосии", PRESS, "ru")
    ukrainian = report("Уражено нафтобазу", "Про це заявив речник.", "uk")

    assert "UA" not in spoken(tell_story(1, RESIDENTS, russian))
    assert "UA" in spoken(tell_story(1, RESIDENTS, ukrainian))
