"""Who says what in a story, as far as it is certain; never who is right."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from bot.domain.reports import ClaimKind, TollKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many people, as somebody says; `high` is None where more are possible."""

    kind: TollKind
    low: int
    high: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What somebody says in one report.

    `actor` is an id of the table of actors, `side` the country it speaks for (ISO 3166-1,
    ``INT`` for an international body), None where that is not certain. `quote` are the
    report's words, "" where they are too long to be quoted whole; `events` the kinds of
    events and `places` the ids of settlements and regions that they name. `answers` is the
    side whose claim they name and deny.
    """

    actor: str
    side: str | None
    kind: ClaimKind
    quote: str
    events: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    answers: str | None = None
    counts: tuple[Count, ...] = ()

    def pack(self) -> dict[str, Any]:
        """Return it as JSON has it."""
        return {
            "actor": self.actor,
            "side": self.side,
            "kind": self.kind.value,
            "quote": self.quote,
            "events": sorted(self.events),
            "places": sorted(self.places),
            "answers": self.answers,
            "counts": [[c.kind.value, c.low, c.high] for c in self.counts],
        }

    @classmethod
    def unpack(cls, packed: Mapping[str, Any]) -> Self:
        """Return what `pack` was made of."""
        return cls(
            actor=packed["actor"],
            side=packed["side"],
            kind=ClaimKind(packed["kind"]),
            quote=packed["quote"],
            events=frozenset(packed["events"]),
            places=frozenset(packed["places"]),
            answers=packed["answers"],
            counts=tuple(
                Count(kind=TollKind(kind), low=low, high=high)
                for kind, low, high in packed["counts"]
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class CardVoice:
    """What somebody says, as people see it: `side` is a country's name, "" for none."""

    actor: str
    side: str
    quote: str
    outlet: str
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CardCount:
    """How many somebody counts."""

    count: Count
    voice: CardVoice


@dataclass(frozen=True, slots=True, kw_only=True)
class CardAccounts:
    """Where a story's accounts differ: a claim and its denial, and counts of a kind."""

    claims: tuple[CardVoice, ...] = ()
    counts: tuple[tuple[CardCount, ...], ...] = ()
