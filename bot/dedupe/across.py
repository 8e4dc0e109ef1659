"""Whether two reports tell one event although they share few words (pure).

That is so over languages, and where a toll is told anew ("Death toll rises to seven"). What
counts is where, when, what kind of event and how many; together they must be certain.
"""

from collections.abc import Set as AbstractSet
from datetime import timedelta
from typing import NamedTuple

from bot.dedupe.counted import are_same_battles, is_same_exchange
from bot.dedupe.features import Features
from bot.dedupe.settled import AT_PEACE
from bot.dedupe.story_state import StoryState, tolls_of
from bot.domain.reports import CueKind, EventKind, TollKind

SOON = timedelta(hours=36)
CERTAIN = 3  # points
FIRST_HOURS = timedelta(hours=3)  # of an event: what comes within them tells it rather
DAY = timedelta(hours=23)  # after which it takes a point more, or one of
LATE_TOO = {"answer to a claim", "names"}
TELLS = {*LATE_TOO, "numbers"}  # which of the events of a kind that a town has each day
SAME_NIGHT = timedelta(hours=12)  # for which one thing is hardly hit twice
ALIKE = 0.17  # likeness that is too little by itself, and more than that of place names

# What is heard before anybody knows what it was, and what that may turn out to be.
HEARD = {EventKind.EXPLOSION, EventKind.ALARM, EventKind.INTERCEPTION}
ATTACKS = HEARD | {*(EventKind.STRIKE, EventKind.DRONE, EventKind.SHELLING, EventKind.FIRE)}
# What is seen before anybody knows what did it.
SEEN = HEARD | {EventKind.FIRE, EventKind.POWER_CUT}
CAUSES = {EventKind.STRIKE, EventKind.DRONE, EventKind.SHELLING}
# So rare that one region has one of them at a time.
RARE = {EventKind.DERAILMENT, EventKind.FLOOD, EventKind.EARTHQUAKE}
# What falls there from the war next door.
STRAY = {EventKind.DRONE, EventKind.INCURSION}
EVERYDAY = {EventKind.ARREST, EventKind.TRIAL}
CAPITALS = frozenset(("UA-30", "RU-MOW"))
# What a region has one or two of.
SITES = frozenset(("refinery", "depot", "train depot", "port", "airport", "bridge"))


class SameEvent(NamedTuple):
    """That an entry tells a story's event: how certainly, and why."""

    points: int
    reason: str


def find_same_event(
    entry: Features, story: StoryState, alike: float = 0.0
) -> SameEvent | None:
    """Return why the entry tells the story's event, None where that is not certain.

    Args:
        entry: The entry.
        story: The story.
        alike: How alike their words are, 0 to 1.
    """
    if abs(entry.published_at - story.last_at) > SOON:
        return None
    for is_it, what in (
        (is_same_exchange(entry, story), "exchange, by its number"),
        (are_same_battles(entry, story), "day's battles, by their number"),
        (not entry.ships.perhaps.isdisjoint(story.ships), "ship, by its name"),
    ):
        if is_it:
            return SameEvent(CERTAIN, f"the same {what}")
    points, why = _where(entry, story)
    if not points or not _agree_on_tolls(entry, story) or entry.is_survey:
        return None
    kind = _same_kind(entry, story)
    for says, worth, what in (
        (kind > 0, kind, "kind of event"),
        (_hits_the_same(entry, story), 1, "target"),
        (_tells_its_numbers(entry, story), 1, "numbers"),
        (_counts_the_first(entry, story), 1, "attack, with its first victims"),
        (_answers(entry, story), 1, "answer to a claim"),
        (_shares_names(entry, story), 1, "names"),
        (kind and alike > ALIKE and _is_within(SAME_NIGHT, entry, story), 1, "words"),
    ):
        if says:
            points += worth
            why.append(what)
    is_late = not _is_within(DAY, entry, story) and LATE_TOO.isdisjoint(why)
    if points < CERTAIN + is_late or (_is_everyday(entry, story) and TELLS.isdisjoint(why)):
        return None
    return SameEvent(points, f"the same {', '.join(why)}")


def _is_everyday(entry: Features, story: StoryState) -> bool:
    """Say whether all that is alike in what happened is what courts and police do daily."""
    shared = {kind for kind in entry.report.kinds if kind.value in story.kinds}
    if not shared or not shared <= EVERYDAY:
        return False
    return entry.numbers.isdisjoint(story.vocabulary)  # "for 22 years"


def _is_within(pause: timedelta, entry: Features, story: StoryState) -> bool:
    return abs(entry.published_at - story.last_at) <= pause


def _where(entry: Features, story: StoryState) -> tuple[int, list[str]]:
    if _is_same_place(entry, story):
        return 2, ["place"]
    if entry.title_places and story.title_places:
        return 0, []
    if entry.regions & story.regions:
        return 1, ["region"]
    return (1, ["country"]) if entry.strays & story.strays else (0, [])


def _shares_names(entry: Features, story: StoryState) -> bool:
    return len(entry.aliases & story.aliases) > len(entry.places & story.places) + 1


def _is_same_place(entry: Features, story: StoryState) -> bool:
    """Say whether both name a settlement, or one name that is read as two in a region."""
    if entry.places & story.places:
        return True
    named = entry.title_place_names & story.title_place_names
    return bool(named and entry.regions & story.regions)


def _hits_the_same(entry: Features, story: StoryState) -> bool:
    """Say whether the titles tell of one thing that was hit, within hours."""
    return (
        not entry.targets.named.isdisjoint(story.targets)
        and (not ATTACKS.isdisjoint(entry.report.kinds) or _tells_its_victims(entry, story))
        and not ATTACKS.isdisjoint(story.kinds)
        and _is_within(_hit_once(entry, story), entry, story)
    )


def _tells_its_victims(entry: Features, story: StoryState) -> bool:
    """Say whether it tells of victims at the place: in a region they may be others."""
    return _tells_victims_only(entry) and _is_same_place(entry, story)


def _tells_victims_only(entry: Features) -> bool:
    """Say whether it tells whom something harmed, and not what."""
    harmed = {TollKind.KILLED, TollKind.WOUNDED}
    return not entry.report.kinds and not harmed.isdisjoint(tolls_of(entry))


def _hit_once(entry: Features, story: StoryState) -> timedelta:
    """Return for how long what both titles say was hit is hardly hit twice."""
    return SAME_NIGHT if entry.targets.named & story.targets & SITES else FIRST_HOURS


def _same_kind(entry: Features, story: StoryState) -> int:
    """Return how many points the kinds of event are worth."""
    ours, theirs = entry.report.kinds, {EventKind(kind) for kind in story.kinds}
    if RARE & ours & theirs or (STRAY & ours & theirs and _is_at_peace(entry, story)):
        return 2
    if ours & theirs:
        return 0 if ours & theirs == {EventKind.TALKS} and not _is_met(entry, story) else 1
    if is_outcome(entry, story) or _is_what_it_did(ours, theirs, entry, story):
        return 1
    if ATTACKS.isdisjoint(ours) or ATTACKS.isdisjoint(theirs):
        return 0
    return 1 if _turns(entry) else 0


def _is_met(entry: Features, story: StoryState) -> bool:
    """Say whether talks are at one place, and not where many are received each day."""
    shared = entry.places & story.places
    return _is_same_place(entry, story) and not (shared and shared <= CAPITALS)


def _is_at_peace(entry: Features, story: StoryState) -> bool:
    """Say whether both are of a region or a country where hardly any drone comes."""
    shared = entry.regions & story.regions
    return bool(entry.strays & story.strays) or any(r[:2] in AT_PEACE for r in shared)


def is_outcome(entry: Features, story: StoryState) -> bool:
    """Return whether it may tell what did what a story only heard or saw."""
    known = {EventKind(kind) for kind in story.kinds}
    ours = entry.report.kinds & ATTACKS
    told = (known <= HEARD and not ours <= HEARD) or (
        known & (ATTACKS | SEEN) <= SEEN and not ours.isdisjoint(CAUSES)
    )
    return (
        told
        and not known.isdisjoint(SEEN)
        and entry.published_at - story.first_at <= FIRST_HOURS
        and not _named(entry).isdisjoint(story.title_places)
    )


def _named(entry: Features) -> AbstractSet[str]:
    """Return the places of its title, or of its text where that names none."""
    return entry.title_places or entry.places


def _is_what_it_did(
    ours: AbstractSet[EventKind],
    theirs: AbstractSet[EventKind],
    entry: Features,
    story: StoryState,
) -> bool:
    """Say whether it tells of the fire or the power cut that an attack there left."""
    return (
        not ours.isdisjoint(SEEN - HEARD)
        and ours.isdisjoint(CAUSES)
        and not theirs.isdisjoint(CAUSES)
        and entry.published_at - story.first_at <= FIRST_HOURS
        and not entry.title_places.isdisjoint(story.title_places)
    )


def _agree_on_tolls(entry: Features, story: StoryState) -> bool:
    """Say whether no toll is smaller than what the story has, or it is for a reason.

    A correction may lower it; and "one dead, several hurt" is no other count than one dead
    and four hurt.
    """
    if entry.report.has_cue(CueKind.CORRECTION):
        return True
    told = {kind: n for kind, n in tolls_of(entry).items() if kind in story.tolls}
    fewer = {kind for kind, count in told.items() if count < story.tolls[kind]}
    fewer -= {toll.kind.value for toll in entry.report.tolls if toll.more}
    is_open = fewer <= {t.kind.value for t in entry.report.tolls if t.at_least}
    if fewer == {TollKind.WOUNDED.value} and _have_died(entry, story):
        return True
    return not fewer or (
        is_open and any(count == story.tolls[kind] for kind, count in told.items())
    )


def _tells_its_numbers(entry: Features, story: StoryState) -> bool:
    told = tolls_of(entry)
    more = {kind for kind, count in told.items() if count > story.tolls.get(kind, count)}
    if any(count == story.tolls.get(kind) for kind, count in told.items()) or (
        more and not _is_of_another_kind(entry, story)
    ):
        return True
    return any((q.value, q.unit) in story.quantities for q in entry.report.quantities)


def _have_died(entry: Features, story: StoryState) -> bool:
    """Say whether fewer are wounded because some of them died."""
    ours, dead, hurt = tolls_of(entry), TollKind.KILLED.value, TollKind.WOUNDED.value
    died = ours.get(dead, 0)
    return (
        died >= max(1, story.tolls.get(dead, 0))
        and died + ours.get(hurt, 0) >= story.tolls[hurt]
    )


def _is_of_another_kind(entry: Features, story: StoryState) -> bool:
    """Say whether both say what it was, and not the same: more victims may be others."""
    ours, theirs = entry.report.kinds, {EventKind(kind) for kind in story.kinds}
    return bool(ours and theirs) and not _same_kind(entry, story)


def _counts_the_first(entry: Features, story: StoryState) -> bool:
    """Say whether it tells whom what was heard or seen there may have harmed."""
    return (
        _tells_victims_only(entry)
        and not story.tolls
        and not ATTACKS.isdisjoint(story.kinds)
        and not entry.title_places.isdisjoint(story.title_places)
        and _is_within(SAME_NIGHT / 2, entry, story)
    )


def _answers(entry: Features, story: StoryState) -> bool:
    """Say whether somebody else denies, confirms or corrects what the story says."""
    report = entry.report
    if report.has_cue(CueKind.CORRECTION) or report.has_cue(CueKind.RETRACTION):
        return True
    if not _turns(entry):
        return False
    return bool(story.sides) or story.kinds.isdisjoint(kind.value for kind in ATTACKS)


def _turns(entry: Features) -> bool:
    report = entry.report
    return report.has_cue(CueKind.DENIAL) or report.has_cue(CueKind.CONFIRMATION)
