"""Where the accounts of a story's reports differ, if that is certain (pure).

Two patterns only: one side denies what another one says, in like words; and two sides
count the victims of one thing differently, at about the same time. Whoever speaks later
with a greater number may just know more, and is no other account.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.dedupe.terms import find_terms
from bot.domain.accounts import Count, Statement
from bot.domain.folding import words
from bot.domain.reports import ClaimKind, TollKind

AT_ONCE: Final = timedelta(hours=3)  # later, a greater number is rather a newer one
LATE: Final = timedelta(hours=36)  # a denial that comes later answers something else
SHARED: Final = 2  # words that a claim and its denial have in common
BARE: Final = 5  # words: "Moscow denies the attack", which the same report just told
_CLAIMS: Final = frozenset((ClaimKind.SAYS, ClaimKind.CONFIRMS))
_PLAIN: Final = re.compile(r"(?<![\w'’-])[a-zа-яёіїєґ][\w'’-]+")
_SAYS: Final = re.compile(
    r"(?:claim|sa(?:y|id)|den[iy]|report|state|reject|refut|dismiss|confirm|accus|official"
    r"|заяв|повідом|сообщ|спрост|заперечу|опроверг|отриц|отверг|відкин|підтверд|подтверд"
    r"|словам|говор|сказа|ministry|forces|міністер|министер|військ|войск)"
).match


_PLANNED: Final = re.compile(  # "Kyiv denies plans to strike" is no answer to "it struck"
    r"\b(?:plan|intend|intention|prepar|намер|намір|план|подготов|підготов|готов(?:ит|ує))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """What a side says in one entry, and when that came."""

    statement: Statement
    entry_id: int
    at: datetime
    language: str

    @property
    def side(self) -> str:
        """The country it speaks for, "" if that is not certain."""
        return self.statement.side or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """How many one side says, and who says it."""

    count: Count
    voice: Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class Accounts:
    """Where accounts differ: what each side says, and how many it counts.

    `claims` are one voice a side, what is claimed first; `counts` those of one kind, the
    least first. Both are empty where nothing is certain.
    """

    claims: tuple[Voice, ...] = ()
    counts: tuple[tuple[Counted, ...], ...] = ()

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return bool(self.claims or self.counts)


def compare(voices: Iterable[Voice]) -> Accounts:
    """Return where the voices of one story, oldest first, differ."""
    known = [voice for voice in voices if voice.side]
    if len({voice.side for voice in known}) < 2:  # noqa: PLR2004  # of two at least
        return Accounts()
    return Accounts(claims=_claims(known), counts=tuple(_counts(known)))


def _claims(voices: Sequence[Voice]) -> tuple[Voice, ...]:
    """Return the first denial with what it answers."""
    for denial in voices:
        if denial.statement.kind is not ClaimKind.DENIES or not denial.statement.quote:
            continue
        answered = [
            voice
            for voice in voices
            if voice.side != denial.side
            and voice.statement.quote
            and voice.statement.kind in _CLAIMS
            and _answers(denial, voice)
        ]
        if answered:
            claim = max(
                answered,
                key=lambda voice: (voice.at <= denial.at, _likeness(denial, voice)),
            )
            return (claim, denial)
    return ()


def _answers(denial: Voice, claim: Voice) -> bool:
    """Say whether it is that claim which is denied."""
    if denial.entry_id == claim.entry_id:
        is_bare = len(words(denial.statement.quote)) <= BARE
        return is_bare or denial.statement.quote == claim.statement.quote
    if abs(denial.at - claim.at) > LATE or _is_planned(denial) != _is_planned(claim):
        return False
    named = denial.statement.answers
    if named != claim.side and (named is not None or claim.side == "INT"):
        return False  # the UN's count is no claim of the other side
    return _likeness(denial, claim) >= SHARED or _is_same_event(denial, claim)


def _is_planned(voice: Voice) -> bool:
    return _PLANNED.search(voice.statement.quote) is not None


def _likeness(one: Voice, other: Voice) -> int:
    """Return how many words both have that name nobody and are no verb of speaking."""
    return len(_plain_terms(one) & _plain_terms(other))


def _plain_terms(voice: Voice) -> set[int]:
    plain = [word for word in _PLAIN.findall(voice.statement.quote) if not _SAYS(word)]
    return set(find_terms(" ".join(plain), voice.language))


def _is_same_event(denial: Voice, claim: Voice) -> bool:
    """Say whether both name one place, and the denial that side's claim, or one event."""
    one, other = denial.statement, claim.statement
    if one.places.isdisjoint(other.places):
        return False
    return one.answers == claim.side or not one.events.isdisjoint(other.events)


def _counts(voices: Sequence[Voice]) -> Iterator[tuple[Counted, ...]]:
    for kind in TollKind:
        latest: dict[str, Counted] = {}
        for voice in voices:
            counts = [c for c in voice.statement.counts if c.kind is kind]
            if len(counts) == 1:
                latest[voice.side] = Counted(count=counts[0], voice=voice)
        ranked = sorted(latest.values(), key=lambda each: each.count.low)
        if len(ranked) > 1 and _differ(ranked[0], ranked[-1]):
            yield (ranked[0], ranked[-1])


def _differ(less: Counted, more: Counted) -> bool:
    if less.count.high is None or less.count.high >= more.count.low:
        return False
    return -LATE <= more.voice.at - less.voice.at <= AT_ONCE
