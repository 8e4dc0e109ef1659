"""Whether a title says that a place was taken, or that it was not (pure)."""

import re

from bot.annotate.lettering import Words
from bot.annotate.phrases import by_letters
from bot.annotate.wordlists.held import HELD, TAKEN
from bot.domain.reports import Cue, CueKind

_HELD = by_letters(HELD)
_TAKEN = re.compile("|".join(TAKEN.strip().splitlines()))
# Of which one stands in each title that says so: to look for them takes a tenth.
_VERBS = re.compile(
    "tak|seiz|captur|enter|los|claims|f[ae]ll|withdr|pull|retreat|flag|beanspr|reklam|zieh"
    "|wycof|zajęt|взят|взял|зачищ|наш|звільн|окупов|освобож|українськ|вошли|зашли|зайш|увійш"
)


def find_held(words: Words, title_end: int) -> Cue | None:
    """Return the denial of a capture that stands in the title, if there is one.

    "Mala Lypivka is still ours" answers who claimed it, and names no capture.
    """
    forms = _HELD[words.script == "cyrillic"]
    match = forms.search(words.text, 0, title_end, called=words.phrases)
    if match is None:
        return None
    start, end = match.span()
    return Cue(kind=CueKind.DENIAL, start=start, end=end, certain=True)


def is_taken(title: str, words: Words) -> bool:
    """Return whether a title names what was taken: "Russia says it has taken Lypivka"."""
    if _VERBS.search(words.text, 0, len(title)) is None:
        return False
    return _TAKEN.search(title) is not None
