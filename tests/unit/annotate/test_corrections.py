"""A cue is written as what it does, with ``!`` where it is certain."""

import pytest
from report_tables import cases

from bot.annotate.corrections import find_corrections
from bot.annotate.lettering import cut


@pytest.mark.parametrize(("language", "sentence", "cues"), cases("corrections"))
def test_a_title_corrects_or_takes_back(language: str, sentence: str, cues: str) -> None:
    end = len(sentence)

    found = find_corrections(cut(sentence, language), end, end)

    assert " ".join(f"{cue.kind}{'!' if cue.certain else ''}" for cue in found) == cues


def test_what_is_told_further_down_is_not_certain() -> None:
    text = "Bridge closed\nIt rained. Police retracted a report on the dam."

    (cue,) = find_corrections(cut(text, "en"), 13, 24)

    assert not cue.certain
