"""Everything that a report says beside its places, read in one go.

A text is cut into words once; each reader gives the words letters of its own, and looks
closer only where one of its letters stands. Nothing here knows of other reports.
"""

from bisect import bisect_left
from datetime import datetime

from bot.annotate import actors, tolls
from bot.annotate.all_clear import is_all_clear, named_kinds
from bot.annotate.claims import find_claims
from bot.annotate.corrections import find_corrections
from bot.annotate.credits import find_credits
from bot.annotate.happenings import find_kinds
from bot.annotate.held import find_held, is_taken
from bot.annotate.lettering import Words, cut
from bot.annotate.masks import masked
from bot.annotate.occasion import read_occasion
from bot.annotate.quantities import find_quantities
from bot.annotate.rumours import find_rumour
from bot.annotate.turns import find_turns
from bot.domain.reports import Cue, CueKind, EventKind, Report

HEAD = 60  # words: what is told after so many is seldom the news
_ENDS = frozenset(".!?…\n")


def read_report(
    title: str, summary: str, language: str, *, published_at: datetime
) -> Report:
    """Return the signals of an entry; offsets count from the title's first character.

    Args:
        title: The entry's title, plain text.
        summary: Its summary or text, plain text.
        language: The language of both (BCP 47).
        published_at: When it was published, aware.

    Raises:
        ValueError: `published_at` is naive.
    """
    if published_at.tzinfo is None:
        msg = f"published_at must be aware: {published_at!r}"
        raise ValueError(msg)
    text = _without_lists(f"{title}\n{summary}", len(title))
    words = cut(text, language)
    head = _head(words, len(title))
    head_end = words.ends[head - 1] if head else 0
    counted, spoken = tolls.letters_of(words), actors.letters_of(words)
    claims = find_claims(words, spoken, language)
    counts = tolls.find_tolls(words, counted)
    kinds = find_kinds(words, head)
    held = find_held(words, len(title))
    if held is not None or is_taken(title, words):
        kinds |= {EventKind.CAPTURE}
    if not counts and is_all_clear(title) and not _tells_more(title, words):
        kinds = frozenset({EventKind.ALL_CLEAR})
    turns = [
        *find_turns(words, spoken, claims, kinds, title_end=len(title), head_end=head_end)
    ]
    numbers = [at for at, letter in enumerate(counted) if letter in "NQ"]
    return Report(
        tolls=counts,
        claims=claims,
        cues=(
            *find_corrections(words, len(title), head_end),
            *_with_denial(held, turns),
            *find_rumour(words),
        ),
        credits=find_credits(text),
        occasion=read_occasion(words, len(title), head_end, published_at),
        kinds=kinds,
        quantities=find_quantities(words, numbers) if numbers else frozenset(),
    )


def _with_denial(held: Cue | None, turns: list[Cue]) -> list[Cue]:
    """Return what a report answers, with the denial in saying that a place is held."""
    if held is None or any(cue.kind is CueKind.DENIAL and cue.certain for cue in turns):
        return turns
    return [held, *(cue for cue in turns if cue.kind is not CueKind.DENIAL)]


def _tells_more(title: str, words: Words) -> bool:
    """Say whether a title that ends an alarm tells what happened meanwhile, too."""
    until = bisect_left(words.starts, len(title), 0, min(HEAD, len(words.starts)))
    return not find_kinds(words, until) <= named_kinds(title)


def _without_lists(text: str, title_length: int) -> str:
    """Return `text` up to a list of further reading at its end."""
    end = len(text)
    for start, stop in masked(text):
        if stop == end and title_length < start:
            return text[:start]
    return text


def _head(words: Words, title_length: int) -> int:
    """Return how many words the title and the first sentence after it have."""
    after = -1
    for at, word in enumerate(words.words[:HEAD]):
        if after < 0 <= words.starts[at] - title_length:
            after = at + 1
        elif 0 <= after < at and word in _ENDS:
            return at
    return min(len(words.words), HEAD)
