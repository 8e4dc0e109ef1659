"""A cue of a title is written as what it does, with ``!`` where it is certain."""

from datetime import UTC, datetime

import pytest
from report_tables import cases

from bot.annotate.reports import read_report
from bot.domain.reports import CueKind

AT = datetime(2025, 5, 14, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(("language", "sentence", "cues"), cases("turns"))
def test_a_title_denies_whoever_does_it(language: str, sentence: str, cues: str) -> None:
    found = read_report(sentence, "", language, published_at=AT).cues

    assert " ".join(f"{cue.kind}{'!' if cue.certain else ''}" for cue in found) == cues


def test_what_nobody_known_denies_below_the_title_is_not_certain() -> None:
    report = read_report(
        "Tanker on fire", "The firm denies that it sank.", "en", published_at=AT
    )

    assert [cue.kind for cue in report.cues] == [CueKind.DENIAL]
    assert not report.has_cue(CueKind.DENIAL)
