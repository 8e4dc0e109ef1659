"""What is kept of a story to know its further entries by, always bounded (pure)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from heapq import nlargest
from typing import Any, Self

from bot.dedupe.features import Features
from bot.dedupe.vectors import Vector, length_of, pack, single, unpack
from bot.dedupe.victims import LATER, tolls_of
from bot.domain.reports import ClaimKind, CueKind, TollKind

MEMBERS = 16  # entries whose terms are kept: the first four, and the newest
FIRST = 4
MEMBER_TERMS = 30
CENTROID_TERMS = 90
NAMES = 60
FACTS = 24  # of each kind of fact
# Shared by the sets that stay empty: each with its own, a story took twice the memory.
NOTHING: frozenset[Any] = frozenset()
# Bodies that a language names without their country, and how their side is kept.
UNNAMED = {
    ("ministry of defence", "ru"): "unnamed RU",
    ("armed forces", "uk"): "unnamed UA",
    ("spokesperson", "uk"): "unnamed UA",
}
DENIED = "denied"  # by somebody who is not known to speak for a side or an office


@dataclass(slots=True, kw_only=True)
class StoryState:
    """A story as grouping knows it; it changes as entries join.

    Attributes:
        size: How many entries told it.
        languages: Theirs.
        members: Unit vectors of some of them.
        centroid: The sum of the vectors of all, its heaviest terms.
        length: The centroid's.
        names: In how many entries each name stood.
        titles: The terms of each feed's last title, to know templates by.
        places, title_places, title_place_names, title_towns, title_districts, regions,
            title_regions: What they named.
        targets, maybe_targets: What their titles say was hit, or may mean.
        subjects, maybe_subjects: Whom and what they are about, likewise.
        unlisted, details, abroad: What else they named.
        named, perhaps: What its titles call places, and what else may be one there.
        ships, called: What may name a ship that they tell of, or surely does.
        days: The dates that they named.
        weekdays: The weekdays by whose names they called days, Monday 0.
        tolls: The greatest number told, by kind.
        returned_at: When it was told again after a long pause, until that was announced.
    """

    id: int
    first_at: datetime
    last_at: datetime
    size: int = 0
    languages: frozenset[str] = NOTHING
    members: list[Vector] = field(default_factory=list)
    centroid: Vector = field(default_factory=dict)
    length: float = 1.0
    names: dict[int, int] = field(default_factory=dict)
    aliases: frozenset[int] = NOTHING
    titles: dict[int, list[int]] = field(default_factory=dict)
    places: frozenset[str] = NOTHING
    title_places: frozenset[str] = NOTHING
    title_place_names: frozenset[int] = NOTHING
    title_towns: frozenset[int] = NOTHING
    title_districts: frozenset[int] = NOTHING
    targets: frozenset[str] = NOTHING
    maybe_targets: frozenset[str] = NOTHING
    subjects: frozenset[str] = NOTHING
    maybe_subjects: frozenset[str] = NOTHING
    ships: frozenset[str] = NOTHING
    called: frozenset[str] = NOTHING
    unlisted: frozenset[int] = NOTHING
    named: frozenset[int] = NOTHING
    perhaps: frozenset[int] = NOTHING
    details: frozenset[str] = NOTHING
    abroad: frozenset[str] = NOTHING
    strays: frozenset[str] = NOTHING
    regions: frozenset[str] = NOTHING
    title_regions: frozenset[str] = NOTHING
    days: frozenset[date] = NOTHING
    weekdays: frozenset[int] = NOTHING
    kinds: frozenset[str] = NOTHING
    quantities: frozenset[tuple[int, str]] = NOTHING
    tolls: dict[str, int] = field(default_factory=dict)
    sides: frozenset[str] = NOTHING
    cues: frozenset[str] = NOTHING
    roundup_on: date | None = None
    live: tuple[int, date] | None = None
    is_anniversary: bool = False
    returned_at: datetime | None = None
    returned_by: str | None = None

    @property
    def vocabulary(self) -> set[int]:
        """The terms that it is known by."""
        return set(self.centroid).union(*self.members)

    @property
    def terms(self) -> int:
        """How many there are in its vectors."""
        return len(self.centroid) + sum(map(len, self.members))

    @property
    def coherence(self) -> float:
        """How like two of its entries are, in the mean; 1 for a single one."""
        if self.size < 2:  # noqa: PLR2004
            return 1.0
        return (self.length**2 / self.size - 1) / (self.size - 1)

    def add(self, entry: Features, vector: Vector) -> None:
        """Let an entry join; `vector` are its weighted terms at length 1."""
        occasion = entry.report.occasion
        if not self.size:
            self.roundup_on = occasion.roundup_on
            self.live = (entry.feed_id, entry.day) if occasion.is_live else None
            self.is_anniversary = entry.looks_back
        self.size += 1
        self.last_at = max(self.last_at, entry.published_at)
        self.languages |= {entry.language}
        heaviest = nlargest(MEMBER_TERMS, vector.items(), key=_by_weight)
        self.members.append(single(dict(heaviest)))
        if len(self.members) > MEMBERS:
            del self.members[FIRST]
        centroid = dict(self.centroid)  # which may be the only member, too
        for term, weight in vector.items():
            centroid[term] = centroid.get(term, 0.0) + weight
        kept = nlargest(CENTROID_TERMS, centroid.items(), key=_by_weight)
        self.centroid = single(dict(kept))
        self.length = length_of(self.centroid)
        for name in entry.names & entry.terms.keys():
            self.names[name] = self.names.get(name, 0) + 1
        self.names = dict(nlargest(NAMES, self.names.items(), key=_by_weight))
        self.titles[entry.feed_id] = list(entry.title[:FACTS])
        while len(self.titles) > FACTS:
            del self.titles[next(iter(self.titles))]
        self._note(entry)

    def _note(self, entry: Features) -> None:
        """Remember what the entry says beside its words."""
        report = entry.report
        for name in _AS_TOLD:
            self._fill(name, getattr(entry, name))
        self._fill("aliases", entry.aliases, 2 * FACTS)
        self._fill("title_place_names", entry.title_place_names, 2 * FACTS)
        self._fill("targets", entry.targets.named)
        self._fill("maybe_targets", entry.targets.any_of)
        self._fill("subjects", entry.subjects.named, 2 * FACTS)
        self._fill("maybe_subjects", entry.subjects.any_of, 2 * FACTS)
        self._fill("named", entry.called.named, 2 * FACTS)
        self._fill("perhaps", entry.called.perhaps, 2 * FACTS)
        self._fill("ships", entry.ships.perhaps)
        self._fill("called", entry.ships.surely)
        self._fill("days", report.occasion.days)
        self._fill("weekdays", report.occasion.weekdays)
        self._fill("kinds", {kind.value for kind in report.kinds})
        self._fill("quantities", {(q.value, q.unit) for q in report.quantities})
        self._fill("sides", speakers_of(entry))
        self._fill("cues", cues_of(entry))
        told, dead = tolls_of(entry), TollKind.KILLED.value
        later = told.get(LATER, 0) - self.tolls.get(LATER, 0)
        if dead in self.tolls and later > 0:
            self.tolls[dead] += later
        for kind, count in told.items():
            self.tolls[kind] = max(count, self.tolls.get(kind, 0))

    def _fill(self, name: str, new: Collection[Any], most: int = FACTS) -> None:
        """Add what is new to a set, in order, while it has room."""
        known = getattr(self, name)
        if fresh := sorted(frozenset(new) - known)[: most - len(known)]:
            setattr(self, name, known.union(fresh))

    def pack(self) -> tuple[dict[str, Any], bytes]:
        """Return the facts, as JSON has them, and the vectors."""
        facts: dict[str, Any] = {
            name: sorted(value) for name in _SETS if (value := getattr(self, name))
        }
        facts |= {"size": self.size, "tolls": self.tolls}
        facts["names"] = [number for pair in self.names.items() for number in pair]
        facts["titles"] = [[feed, *terms] for feed, terms in self.titles.items()]
        facts["days"] = sorted(day.isoformat() for day in self.days)
        facts["quantities"] = sorted(self.quantities)
        facts["is_anniversary"] = self.is_anniversary
        if self.roundup_on is not None:
            facts["roundup_on"] = self.roundup_on.isoformat()
        if self.live is not None:
            facts["live"] = [self.live[0], self.live[1].isoformat()]
        if self.returned_at is not None:
            facts["returned"] = [self.returned_at.isoformat(), self.returned_by]
        vectors = (self.centroid, *self.members)
        return facts, b"".join(map(pack, vectors))

    @classmethod
    def unpack(
        cls,
        story_id: int,
        *,
        first_at: datetime,
        last_at: datetime,
        facts: Mapping[str, Any],
        vectors: bytes,
    ) -> Self:
        """Return what `pack` was made of."""
        centroid, *members = unpack(vectors)
        numbers = iter(facts["names"])
        live, returned = facts.get("live"), facts.get("returned")
        state = cls(
            id=story_id,
            first_at=first_at,
            last_at=last_at,
            size=facts["size"],
            centroid=centroid,
            length=length_of(centroid),
            members=members,
            names=dict(zip(numbers, numbers, strict=False)),
            titles={feed: terms for feed, *terms in facts["titles"]},
            tolls=dict(facts["tolls"]),
            days=frozenset(map(date.fromisoformat, facts["days"])),
            quantities=frozenset((value, unit_) for value, unit_ in facts["quantities"]),
            is_anniversary=facts["is_anniversary"],
        )
        for name in _KEPT.intersection(facts):
            setattr(state, name, frozenset(facts[name]))
        if "roundup_on" in facts:
            state.roundup_on = date.fromisoformat(facts["roundup_on"])
        if live is not None:
            state.live = (live[0], date.fromisoformat(live[1]))
        if returned is not None:
            state.returned_at = datetime.fromisoformat(returned[0])
            state.returned_by = returned[1]
        return state


_AS_TOLD = (
    *("places", "title_places", "title_towns", "title_districts", "regions"),
    *("title_regions", "strays", "details", "abroad", "unlisted"),
)
_SETS = (
    *_AS_TOLD,
    *("languages", "aliases", "title_place_names", "targets", "maybe_targets"),
    *("subjects", "maybe_subjects"),
    *("named", "perhaps", "ships", "called", "kinds", "sides", "cues", "weekdays"),
)
_KEPT = frozenset(_SETS)  # what facts may have
PAUSE = timedelta(hours=12)  # after so long a story that comes back is news


def fewer_of(entry: Features, story: StoryState) -> set[str]:
    """Return whom it counts fewer of than the story, for no reason that it gives.

    Some come on top of those; and the wounded are fewer where more have died of what hit
    the same thing.
    """
    told, dead = tolls_of(entry), TollKind.KILLED.value
    known = {toll.kind.value for toll in entry.report.tolls if toll.more}
    if told.get(dead, 0) > story.tolls.get(dead, 0) and (
        entry.targets.named & story.targets
    ):
        known.add(TollKind.WOUNDED.value)
    return {k for k, n in told.items() if n < story.tolls.get(k, 0)} - known - {LATER}


def speakers_of(entry: Features) -> set[str]:
    """Return the sides and offices that speak in it."""
    found = set()
    for claim in entry.report.claims:
        if claim.kind is not ClaimKind.RETRACTS:
            found.add(claim.side or claim.actor)
            if claim.side is None and (claim.actor, entry.language) in UNNAMED:
                found.add(UNNAMED[claim.actor, entry.language])
    return found


def cues_of(entry: Features) -> set[str]:
    """Return what it does to earlier reports; what nobody known denies is `DENIED`."""
    report = entry.report
    cues = {cue.value for cue in CueKind if report.has_cue(cue)}
    if CueKind.DENIAL.value in cues and not any(
        claim.kind is ClaimKind.DENIES for claim in report.claims
    ):
        cues.remove(CueKind.DENIAL.value)
        cues.add(DENIED)
    return cues


def _by_weight(item: tuple[int, float]) -> tuple[float, int]:
    term, weight = item
    return (weight, term)
