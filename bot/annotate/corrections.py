"""Whether a report says of itself that it corrects or takes back an earlier one."""

import re
from collections.abc import Iterator

from bot.annotate.lettering import Words
from bot.annotate.numerals import value_of
from bot.annotate.phrases import Phrases, by_script
from bot.annotate.wordlists import corrections as lists
from bot.domain.reports import Cue, CueKind

_SLOTS = {
    "FEW": r"(?:[\w'-]+ ){0,3}",
    "REPORT": f"(?:{'|'.join(lists.REPORT.split())})",
    "PUBLISHED": f"(?:{'|'.join(lists.PUBLISHED.split())})",
    "OPENS": "|".join(lists.OPENS.split()),
    "HARMLESS": f"(?:{'|'.join(lists.HARMLESS.split())})",
}


def _filled(line: str) -> str:
    for slot, stands_for in _SLOTS.items():
        line = line.replace(slot, stands_for)
    return line


def _read(patterns: str) -> dict[bool, Phrases]:
    by_letters = by_script(patterns.strip().splitlines())
    return {script: Phrases(map(_filled, lines)) for script, lines in by_letters.items()}


_FORMS = (
    (CueKind.CORRECTION, _read(lists.CORRECTS)),
    (CueKind.RETRACTION, _read(lists.RETRACTS)),
)
_OPENS = re.compile(rf"(?:{_SLOTS['OPENS']})\s*[:.–—-]")
_CLARIFY = Phrases((r"\bclarif(?:y|ies|ied)\b",))
_THING = "|".join(lists.THING.strip().splitlines())
_NOT_A_THING = Phrases(
    line.replace("THING", f"(?:{_THING})")
    for line in lists.NOT_A_THING.strip("\n").splitlines()
)
_WANTED = re.compile(lists.WANTED)
_NOT = frozenset(("не", "not", "nicht", "nie"))
_BUT = frozenset(("а", ",", "-", "–", "—"))
_YEAR = re.compile(r"(?:19|20)\d\d")
_NEAR = 8  # words from the right number to the wrong one


def find_corrections(words: Words, title_end: int, head_end: int) -> Iterator[Cue]:
    """Yield the cues of a correction or a retraction; certain ones stand in the head.

    Args:
        words: The whole text.
        title_end: Where its title ends, in characters.
        head_end: Where the first sentence after the title ends.
    """
    swapped = _swapped_number(words, head_end) or _swapped_thing(words, title_end)
    is_correction = swapped is not None
    if swapped is not None:
        start, end = swapped
        yield Cue(kind=CueKind.CORRECTION, start=start, end=end, certain=True)
    text = words.text
    opening = None if swapped else _OPENS.match(text)
    if opening is not None:  # what was deleted for it is said below the title
        is_correction = True
        start, end = opening.span()
        yield Cue(kind=CueKind.CORRECTION, start=start, end=end, certain=True)
    is_cyrillic = words.script == "cyrillic"
    called, until = words.phrases, title_end if opening else len(text)
    for kind, forms in _FORMS:
        match = forms[is_cyrillic].search(text, 0, until, called=called)
        if match is not None and not ((swapped or opening) and kind is CueKind.CORRECTION):
            start, end = match.span()
            is_correction |= kind is CueKind.CORRECTION
            yield Cue(kind=kind, start=start, end=end, certain=start < head_end)
    match = _CLARIFY.search(text, 0, title_end, called=called)
    if match is not None and not is_correction:
        start, end = match.span()
        yield Cue(kind=CueKind.CORRECTION, start=start, end=end, certain=False)


def _swapped_thing(words: Words, title_end: int) -> tuple[int, int] | None:
    """Return where a title says what it was not: "a balloon, not a drone"."""
    match = _NOT_A_THING.search(words.text, 0, title_end, called=words.phrases)
    if match is None or _WANTED.search(words.text, 0, title_end) is not None:
        return None
    return match.span()


def _swapped_number(words: Words, head_end: int) -> tuple[int, int] | None:
    """Return where a number replaces another: "500, not 1,500", "пятеро, а не семеро"."""
    every = words.words
    for at in range(2, len(every) - 1):
        if words.ends[at] > head_end:
            break
        if every[at] not in _NOT or every[at - 1] not in _BUT:
            continue
        wrong = _count(every[at + 1], words.script)
        if wrong is None:
            continue
        for before in range(at - 2, max(at - _NEAR, -1), -1):
            right = _count(every[before], words.script)
            if right is not None and right != wrong:
                return words.span(before, at + 2)
    return None


def _count(word: str, script: str) -> int | None:
    """Return the number that a word stands for unless it may be a year."""
    return None if _YEAR.fullmatch(word) else value_of(word, script)
