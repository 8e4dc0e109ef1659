r"""What a report says beside its places: tolls, claims, credits, occasion, kind of event.

Offsets are code points into ``title + "\n" + summary``. Nothing here is a verdict: a toll
or a claim is what somebody wrote, and what was doubtful is left out.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class TollKind(StrEnum):
    """What happened to people."""

    KILLED = "killed"
    WOUNDED = "wounded"
    CASUALTIES = "casualties"  # killed or wounded; the words do not tell
    CAPTURED = "captured"
    MISSING = "missing"
    EVACUATED = "evacuated"
    DETAINED = "detained"


class ClaimKind(StrEnum):
    """What somebody does who is quoted."""

    SAYS = "says"
    DENIES = "denies"
    CONFIRMS = "confirms"
    RETRACTS = "retracts"


# Actors that speak for the place they are in: their side is that of the report's place.
LOCAL_ACTORS = frozenset(
    (
        "administration",
        "authorities",
        "emergency service",
        "governor",
        "head",
        "investigators",
        "mayor",
        "police",
    )
)


class CueKind(StrEnum):
    """What a report as a whole may do to one before it."""

    DENIAL = "denial"
    CONFIRMATION = "confirmation"
    CORRECTION = "correction"
    RETRACTION = "retraction"
    RUMOUR = "rumour"  # it has not been said by anybody in office


class EventKind(StrEnum):
    """Kinds of events, for joining reports in different languages."""

    STRIKE = "strike"
    DRONE = "drone"
    SHELLING = "shelling"
    INTERCEPTION = "interception"
    CAPTURE = "capture"
    BATTLE = "battle"
    INCURSION = "incursion"
    EXPLOSION = "explosion"
    FIRE = "fire"
    CRASH = "crash"
    DERAILMENT = "derailment"
    POWER_CUT = "power cut"
    EVACUATION = "evacuation"
    ARREST = "arrest"
    EXCHANGE = "exchange"
    TALKS = "talks"
    ALARM = "alarm"
    SABOTAGE = "sabotage"
    SHOOTING = "shooting"
    EARTHQUAKE = "earthquake"
    FLOOD = "flood"
    STORM = "storm"
    SANCTIONS = "sanctions"
    TRIAL = "trial"
    ELECTION = "election"
    PROTEST = "protest"
    MOURNING = "mourning"
    CLOSURE = "closure"
    ALL_CLEAR = "all clear"


def _require_span(start: int, end: int) -> None:
    if not 0 <= start < end:
        msg = f"not a span: {start}-{end}"
        raise ValueError(msg)


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """How many people something happened to, as a report has it.

    `low` is the least number; `high` the greatest, None where more are possible ("at least
    five", "dozens", "there are wounded"). 0 and 0 is "nobody". `more` says that they come
    on top of those counted before ("two more died"), `grown` that all together are more
    than were ("rises to three", "already three", "the third"). `whose` is ``civilians``,
    ``soldiers`` or ``children`` where all are called so. The span is the phrase with the
    number.
    """

    kind: TollKind
    low: int
    high: int | None
    start: int
    end: int
    more: bool = False
    grown: bool = False
    whose: str | None = None

    def __post_init__(self) -> None:
        """Refuse an empty span and numbers that are none."""
        _require_span(self.start, self.end)
        if self.low < 0 or (self.high is not None and self.high < self.low):
            msg = f"not a toll: {self.low}-{self.high}"
            raise ValueError(msg)

    @property
    def at_least(self) -> bool:
        """Whether more are possible."""
        return self.high is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A statement and who makes it.

    `actor` is an id of the table of actors (``ministry of defence``, ``governor``, a
    country's code for a whole government). `side` is the country it speaks for (ISO
    3166-1), ``INT`` for an international body, None where the words do not tell: one of
    `LOCAL_ACTORS` then speaks for the country of the place that the report is about. The
    span is the statement, `actor_start` and `actor_end` the actor as written.
    """

    actor: str
    side: str | None
    kind: ClaimKind
    start: int
    end: int
    actor_start: int
    actor_end: int

    def __post_init__(self) -> None:
        """Refuse empty spans."""
        _require_span(self.start, self.end)
        _require_span(self.actor_start, self.actor_end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Words by which the whole report denies, confirms, corrects or takes back.

    `certain` where the title or the first sentence after it does so itself: a denial or a
    confirmation by an actor of the table, a correction or retraction by its set phrase.
    """

    kind: CueKind
    start: int
    end: int
    certain: bool

    def __post_init__(self) -> None:
        """Refuse an empty span."""
        _require_span(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """An agency that the report names as where it has this from."""

    agency: str
    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse an empty span."""
        _require_span(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """What sort of text it is, and what day it is about.

    `roundup_on` is the day of a roundup (the one it names, else the one it was published
    on), None for a report of one event. `days` are the dates that it names, no older than
    a month and never after its publication; `weekdays` are those by whose names it calls
    days, Monday 0, however far back.
    """

    roundup_on: date | None = None
    is_live: bool = False
    is_anniversary: bool = False
    days: frozenset[date] = frozenset()
    weekdays: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number of something other than victims, as a feature: 48 attacks, 12 drones."""

    value: int
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The signals of one report; each part is empty where nothing is certain."""

    tolls: tuple[Toll, ...] = ()
    claims: tuple[Claim, ...] = ()
    cues: tuple[Cue, ...] = ()
    credits: tuple[Credit, ...] = ()
    occasion: Occasion = Occasion()
    kinds: frozenset[EventKind] = frozenset()
    quantities: frozenset[Quantity] = frozenset()

    def has_cue(self, kind: CueKind) -> bool:
        """Return whether the report certainly does what `kind` says."""
        return any(cue.certain for cue in self.cues if cue.kind is kind)
