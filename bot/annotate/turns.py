"""What a report denies, confirms or takes back as a whole, whoever does it (pure)."""

import re
from collections.abc import Iterator

from bot.annotate.claims import BASE, MODALS
from bot.annotate.lettering import Words
from bot.annotate.phrases import Phrases, by_letters
from bot.annotate.wordlists import denials
from bot.domain.reports import Claim, ClaimKind, Cue, CueKind, EventKind

_CUES = {
    ClaimKind.DENIES: CueKind.DENIAL,
    ClaimKind.CONFIRMS: CueKind.CONFIRMATION,
    ClaimKind.RETRACTS: CueKind.RETRACTION,
}
_LETTERS = {"D": CueKind.DENIAL, "W": CueKind.DENIAL, "C": CueKind.CONFIRMATION}
_TURN = re.compile(
    r"[DCW](?<![NK].)(?<!NK.)(?:(?<!W)(?![lw]{0,2}E)|(?<=W)(?=[lwIR]{0,3}O))"
)
_DENIES = re.compile(denials.DENIES, re.VERBOSE)
_WHO = re.compile(denials.WHO, re.VERBOSE)
_OWNS_UP = frozenset(("confirms", "admits", "acknowledges"))
_ASKS = frozenset(denials.ASKS.split())
CLAUSE = 4  # words before a verb that may make its clause a question
_UNTRUE = by_letters(denials.UNTRUE)
_NOT_SO = Phrases((denials.NOT_SO,))
_AFFIRMED = by_letters(denials.AFFIRMED)
_BYSTANDERS = re.compile(denials.BYSTANDERS, re.VERBOSE)
_OF_SUSPECTS = {EventKind.ARREST, EventKind.TRIAL}  # who deny what they are charged with


def find_turns(
    words: Words,
    letters: str,
    claims: tuple[Claim, ...],
    kinds: frozenset[EventKind],
    *,
    title_end: int,
    head_end: int,
) -> Iterator[Cue]:
    """Yield one cue of each kind; one is certain whose speaker is known, or a title denies.

    Args:
        words: The whole text.
        letters: Their letters (:func:`bot.annotate.actors.letters_of`).
        claims: What is said in it.
        kinds: Of events that it is about.
        title_end: Where its title ends, in characters.
        head_end: Where the first sentence after the title ends.
    """
    known: set[CueKind] = set()
    for claim in claims:
        kind = _CUES.get(claim.kind)
        if kind is not None and claim.start < head_end and kind not in known:
            known.add(kind)
            yield Cue(kind=kind, start=claim.start, end=claim.end, certain=True)
    is_clear = kinds.isdisjoint(_OF_SUSPECTS) and _ASKS.isdisjoint(words.words[:1])
    found = sorted(
        _by_anybody(words, letters, title_end, head_end, is_event=bool(kinds)),
        key=_is_doubtful,
    )
    for cue in found:
        if cue.kind not in known:
            known.add(cue.kind)
            yield (
                cue
                if is_clear
                else Cue(kind=cue.kind, start=cue.start, end=cue.end, certain=False)
            )


def _is_doubtful(cue: Cue) -> bool:
    return not cue.certain


def _by_anybody(
    words: Words, letters: str, title_end: int, head_end: int, *, is_event: bool
) -> Iterator[Cue]:
    is_cyrillic, called = words.script == "cyrillic", words.phrases
    untrue = _UNTRUE[is_cyrillic].search(words.text, 0, title_end, called=called)
    for match in _TURN.finditer(letters):
        at = match.start()
        start, end = words.starts[at], words.ends[at]
        if end > head_end:
            break
        kind = _LETTERS[letters[at]]
        is_certain = end <= title_end and (
            _denies(words, letters, at)
            if kind is CueKind.DENIAL
            else is_event and untrue is None and _admits(words, letters, at)
        )
        yield Cue(kind=kind, start=start, end=end, certain=is_certain)
    affirmed = _AFFIRMED[is_cyrillic].search(words.text, 0, head_end, called=called)
    if affirmed is not None:
        start, end = affirmed.span()
        yield Cue(kind=CueKind.CONFIRMATION, start=start, end=end, certain=True)
    untrue = untrue or _NOT_SO.search(words.text, title_end, head_end, called=called)
    if untrue is not None:
        start, end = untrue.span()
        yield Cue(kind=CueKind.DENIAL, start=start, end=end, certain=True)


def _denies(words: Words, letters: str, at: int) -> bool:
    """Say whether the verb `at` denies a thing that was reported, and has a subject."""
    every = words.words
    before = every[at - 1] if at else ""
    if not before or _WHO.fullmatch(before) or (every[at] in BASE and before in MODALS):
        return False
    if not _ASKS.isdisjoint(every[max(at - CLAUSE, 0) : at]):
        return False  # "why people deny the danger"
    if _DENIES.fullmatch(every[at]):
        return True
    after = letters[at + 1 : at + 4]
    if every[at] != "denied" or not after:
        return False
    # "the firm denied that", "denied losing", not "fans denied a late winner"
    return after[0] == "H" or "O" in after or every[at + 1].endswith("ing")


def _admits(words: Words, letters: str, at: int) -> bool:
    """Say whether the verb `at` owns up to a thing, and has a subject that must know."""
    every = words.words
    before = every[at - 1] if at else ""
    if not before or _WHO.fullmatch(before) or _BYSTANDERS.fullmatch(before):
        return False
    if not _ASKS.isdisjoint(every[max(at - CLAUSE, 0) : at]):
        return False
    after = letters[at + 1 : at + 4].strip(",")
    return after[:1] in {"H", ":"} or (every[at] in _OWNS_UP and "P" not in after)
