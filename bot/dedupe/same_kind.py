"""Whether two reports tell the same kind of event, at one place (pure)."""

from collections.abc import Collection
from collections.abc import Set as AbstractSet

from bot.dedupe.common.broad import ECHOES
from bot.dedupe.features import Features
from bot.dedupe.settled import AT_PEACE
from bot.dedupe.story_state import StoryState
from bot.dedupe.terms import find_terms
from bot.dedupe.victims import tolls_of
from bot.dedupe.whereabouts import FIRST_HOURS, SAME_NIGHT, is_same_place
from bot.domain.reports import CueKind, EventKind, TollKind

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
ACCIDENTS = {EventKind.CRASH, EventKind.DERAILMENT, EventKind.SHOOTING}
_ARMS = {frozenset({EventKind.SHELLING}), frozenset({EventKind.DRONE})}
# What leaves no room at a place for other news.
ALL_THERE = {EventKind.CAPTURE, EventKind.EVACUATION, EventKind.INCURSION}
ORDERED = {EventKind.EVACUATION, EventKind.CLOSURE, EventKind.MOURNING}
_OF_MANY = frozenset(("place", "region", "kind of event", "words", "numbers"))
_EVERYDAY = frozenset(
    kind.value
    for kind in (
        *(EventKind.CRASH, EventKind.ARREST, EventKind.TRIAL, EventKind.SHOOTING),
        *(EventKind.SABOTAGE, EventKind.PROTEST, EventKind.FIRE, EventKind.EXPLOSION),
        EventKind.EVACUATION,
    )
)
WIDER = frozenset(
    (
        *find_terms("поширили поширено розширили розширено поширюють розширюють", "uk"),
        *find_terms("расширили расширена распространили распространена продлили", "ru"),
        *find_terms("extended extends expands expanded widened widens", "en"),
        *find_terms("ausgeweitet erweitert", "de"),
        *find_terms("rozszerzono rozszerzyły rozszerza", "pl"),
    )
)
_FIRE = {EventKind.FIRE.value}
CAPITALS = frozenset(("UA-30", "RU-MOW"))
HEADS = frozenset(("governor", "head"))  # of a region, as claims call them
# Says of what was cut off that it is back.
RESTORED = frozenset(
    (
        *find_terms("вернули вернулся восстановили восстановлено восстановлен", "ru"),
        *find_terms("повернули повернулося відновили відновлено заживили", "uk"),
        *find_terms("restored restore back reconnected", "en"),
        *find_terms("wieder wiederhergestellt", "de"),
        *find_terms("przywrócono przywrócili znów wrócił", "pl"),
    )
)


def same_kind(entry: Features, story: StoryState) -> int:
    """Return how many points the kinds of event are worth."""
    ours, theirs = entry.report.kinds, {EventKind(kind) for kind in story.kinds}
    if RARE & ours & theirs or (STRAY & ours & theirs and _is_at_peace(entry, story)):
        return 2
    if ours & theirs:
        return 0 if ours & theirs == {EventKind.TALKS} and not _is_met(entry, story) else 1
    if is_outcome(entry, story):
        return 1 + is_said_for_the_region(entry, story)
    if _is_what_it_did(ours, theirs, entry, story):
        return 1
    if ATTACKS.isdisjoint(ours) or ATTACKS.isdisjoint(theirs):
        return 0
    return 1 if turns(entry) else 0


def _is_met(entry: Features, story: StoryState) -> bool:
    """Say whether talks are at one place, and not where many are received each day."""
    shared = entry.places & story.places
    return is_same_place(entry, story) and not (shared and shared <= CAPITALS)


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
        and not _is_of_no_power(entry, known)
        and entry.published_at - story.first_at <= FIRST_HOURS
        and (
            not _named(entry).isdisjoint(story.title_places)
            or is_said_for_the_region(entry, story)
        )
    )


def is_said_for_the_region(entry: Features, story: StoryState) -> bool:
    """Return whether who heads the story's region says it, and names no place there."""
    if _named(entry) or HEADS.isdisjoint(claim.actor for claim in entry.report.claims):
        return False
    return not entry.title_regions.isdisjoint(story.title_regions)


def _is_of_no_power(entry: Features, known: AbstractSet[EventKind]) -> bool:
    """Say whether only the light is known to have gone, and what was hit gives none."""
    hit = entry.targets.named
    return known & SEEN == {EventKind.POWER_CUT} and bool(hit) and "power" not in hit


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


def is_all_there(entry: Features, story: StoryState) -> bool:
    """Return whether another language names the place within hours, and only one the kind.

    That is of a kind which leaves no room there for other news.
    """
    kinds = {kind.value for kind in entry.report.kinds} | story.kinds
    return (
        entry.language not in story.languages
        and bool(entry.report.kinds) != bool(story.kinds)
        and not kinds.isdisjoint(
            ALL_THERE if _is_at_peace(entry, story) else ALL_THERE - STRAY
        )
        and not entry.details.isdisjoint(story.details)
        and not entry.title_places.isdisjoint(story.title_places)
        and abs(entry.published_at - story.last_at) <= SAME_NIGHT
    )


def is_widened(entry: Features, story: StoryState) -> bool:
    """Return whether its title says that what a region was told to do is for more of it."""
    ordered = {kind.value for kind in entry.report.kinds & ORDERED}
    return (
        not WIDER.isdisjoint(entry.title)
        and not ordered.isdisjoint(story.kinds)
        and not entry.regions.isdisjoint(story.regions)
        and not entry.details.isdisjoint(story.details)
    )


def is_quiet_there(entry: Features, story: StoryState) -> bool:
    """Return whether another language tells within hours of a region at peace."""
    return (
        entry.language not in story.languages
        and any(region[:2] in AT_PEACE for region in entry.regions & story.regions)
        and not (entry.details & story.details) <= ECHOES
        and abs(entry.published_at - story.last_at) <= SAME_NIGHT
    )


def is_of_a_region(entry: Features, story: StoryState) -> bool:
    """Return whether both tell within hours of what a region is told to do, or mourns."""
    shared = {kind.value for kind in entry.report.kinds} & story.kinds
    return (
        not shared.isdisjoint(ORDERED)
        and not entry.regions.isdisjoint(story.regions)
        and abs(entry.published_at - story.last_at) <= SAME_NIGHT
    )


def is_accident(entry: Features, story: StoryState) -> bool:
    """Return whether one of them tells of an attack, and the other of an accident."""
    both = entry.report.kinds, {EventKind(kind) for kind in story.kinds}
    are_accidents = [bool(kinds) and kinds <= ACCIDENTS for kinds in both]
    return True in are_accidents and any(
        kinds.isdisjoint(ACCIDENTS) and not kinds.isdisjoint(CAUSES) for kinds in both
    )


def are_other_arms(entry: Features, story: StoryState) -> bool:
    """Return whether one tells of shells, and the other of drones only."""
    ours, theirs = entry.report.kinds & CAUSES, {*map(EventKind, story.kinds)} & CAUSES
    return {*map(frozenset, (ours, theirs))} == _ARMS


def may_call_it_otherwise(entry: Features, story: StoryState) -> bool:
    """Return whether another word for what was hit may be due to another language.

    Who counts the wounded alone, where the story has dead, tells another attack.
    """
    told, dead = tolls_of(entry), TollKind.KILLED
    leaves_out_the_dead = told and dead not in told and story.tolls.get(dead.value, 0)
    return not (entry.language in story.languages or leaves_out_the_dead)


def is_a_fire(entry: Features, story: StoryState) -> bool:
    """Return whether both tell of a fire, and neither of an attack: cities have several."""
    return {kind.value for kind in entry.report.kinds} == story.kinds == _FIRE


def is_bare(entry: Features, story: StoryState, why: Collection[str]) -> bool:
    """Return whether two events of a town would have as much in common, in peace.

    In one language, words must then say that they are one.
    """
    kinds = {kind.value for kind in entry.report.kinds} | story.kinds
    return (
        _OF_MANY.issuperset(why)
        and kinds <= _EVERYDAY
        and story.languages == {entry.language}
        and not turns(entry)
    )


def turns(entry: Features) -> bool:
    """Return whether it denies or confirms."""
    report = entry.report
    return report.has_cue(CueKind.DENIAL) or report.has_cue(CueKind.CONFIRMATION)
