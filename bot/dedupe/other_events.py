"""What else happens in a town under fire, often on the same day (pure).

An alarm, a mine on which somebody trod, a line that failed: none is the attack of an hour
ago, and what air defence brought down there is not what got through.
"""

from collections.abc import Set as AbstractSet
from datetime import timedelta

from bot.dedupe.aircraft import have_other_machines
from bot.dedupe.details import FAULT, GAS, LANDMINE
from bot.dedupe.features import Features
from bot.dedupe.governors import are_of_others
from bot.dedupe.other_causes import is_of_another_cause
from bot.dedupe.same_kind import ATTACKS, CAUSES, RESTORED, turns
from bot.dedupe.story_state import StoryState
from bot.dedupe.terms import find_terms
from bot.domain.reports import CueKind, EventKind

EXPLOSION = {EventKind.EXPLOSION}
# What was shot down hits things too.
FELL = frozenset(
    (
        *find_terms("упал упали падение обломки рухнул", "ru"),
        *find_terms("впав впали падіння уламки", "uk"),
        *find_terms("fell falls falling fall fallen debris fragments wreckage", "en"),
        *find_terms("trümmer stürzt", "de"),
        *find_terms("szczątki spadł spadły", "pl"),
    )
)
DOWNED = {EventKind.INTERCEPTION, EventKind.DRONE, EventKind.STRIKE}
HIT = {EventKind.STRIKE, EventKind.SHELLING, EventKind.FIRE}
ALARM = {EventKind.ALARM}
ONE_ALARM = timedelta(hours=1.5)  # within which outlets tell of one


def is_another_event(entry: Features, story: StoryState) -> bool:
    """Return whether one tells of an attack there, and the other of something else."""
    theirs = {EventKind(kind) for kind in story.kinds}
    return (
        is_of_another_cause(entry, story)
        or _is_alarm_apart(entry, story, theirs)
        or _is_of_one_only(LANDMINE, entry, story, theirs)
        or (not turns(entry) and _is_of_one_only(FAULT, entry, story, theirs))
        or (not turns(entry) and _is_of_one_only(GAS, entry, story, theirs))
        or _is_downed_apart(entry, story, theirs)
        or _is_cut_anew(entry, story)
        or _is_across_the_border(entry, story, theirs)
        or are_of_others(entry.details, story.details)
        or have_other_machines(entry, story)
    )


def is_over_apart(entry: Features, story: StoryState) -> bool:
    """Return whether one tells of an alarm that is over, and the other does not."""
    is_over = EventKind.ALL_CLEAR in entry.report.kinds
    return is_over != (EventKind.ALL_CLEAR.value in story.kinds)


def _is_alarm_apart(entry: Features, story: StoryState, theirs: set[EventKind]) -> bool:
    """Say whether one tells of an alarm only, and the other of a hit or a later alarm."""
    ours = entry.report.kinds
    if ours == theirs == ALARM:
        return abs(entry.published_at - story.last_at) > ONE_ALARM
    other = theirs if ours == ALARM else ours
    is_one_alarm = ALARM in (ours, theirs) and EventKind.ALARM not in other
    return is_one_alarm and not other.isdisjoint(ATTACKS)


def _is_of_one_only(
    thing: str, entry: Features, story: StoryState, theirs: set[EventKind]
) -> bool:
    """Say whether one names what did it, and the other tells of an attack without it."""
    is_ours, is_theirs = thing in entry.details, thing in story.details
    if is_ours == is_theirs:
        return False
    others = theirs if is_ours else entry.report.kinds
    if others == EXPLOSION and thing == LANDMINE:  # heard by a town, or by its victim
        return not (story.tolls if is_ours else entry.report.tolls)
    return not others.isdisjoint(ATTACKS - EXPLOSION if thing == LANDMINE else CAUSES)


def _is_across_the_border(
    entry: Features, story: StoryState, theirs: set[EventKind]
) -> bool:
    """Say whether one tells what came into a country at peace, the other what was hit."""
    ours = entry.report.kinds
    there = entry.strays or story.strays
    if bool(entry.strays) == bool(story.strays) or there & entry.abroad & story.abroad:
        return False
    return not (theirs if entry.strays else ours).isdisjoint(ATTACKS)


def _is_cut_anew(entry: Features, story: StoryState) -> bool:
    """Say whether the power went where the story says that it is back."""
    kind = EventKind.POWER_CUT
    return (
        kind in entry.report.kinds
        and kind.value in story.kinds
        and RESTORED.isdisjoint(entry.title)
        and any(not RESTORED.isdisjoint(title) for title in story.titles.values())
        and entry.published_at > story.last_at
        and not entry.report.has_cue(CueKind.CORRECTION)
    )


def _is_downed_apart(entry: Features, story: StoryState, theirs: set[EventKind]) -> bool:
    """Say whether one tells of what was shot down there only, the other of what was hit."""
    ours = entry.report.kinds
    downed: AbstractSet[EventKind]
    struck: AbstractSet[EventKind]
    hit = entry.targets.named | entry.targets.any_of
    story_hit = story.targets | story.maybe_targets
    if EventKind.INTERCEPTION in theirs - ours:
        downed, struck = theirs, ours
        is_of_one = bool(hit) and not story_hit and FELL.isdisjoint(entry.title)
    elif EventKind.INTERCEPTION in ours - theirs:
        downed, struck = ours, theirs
        is_of_one = bool(story_hit) and not hit and FELL.isdisjoint(story.vocabulary)
    else:
        return False
    return is_of_one and downed <= DOWNED and not struck.isdisjoint(HIT)
