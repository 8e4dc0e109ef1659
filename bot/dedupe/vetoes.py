"""What keeps an entry out of a story however like they are (pure).

Reports of this war are written in few words: a village taken and another village taken are
more alike than two reports of one attack. Where an event is and when it was decides.
"""

from datetime import timedelta

from bot.dedupe.common.bodies import BODIES as COMMON_BODIES
from bot.dedupe.counted import are_same_battles, are_same_drones
from bot.dedupe.features import Features
from bot.dedupe.incidents import incidents_of
from bot.dedupe.once_more import AGAIN, LATE, RECURRING, is_one_more
from bot.dedupe.other_events import ONE_ALARM, is_another_event, is_over_apart
from bot.dedupe.other_subjects import is_about_another
from bot.dedupe.same_kind import is_widened, turns
from bot.dedupe.sides import find_side
from bot.dedupe.story_state import StoryState, fewer_of
from bot.dedupe.targets import are_apart
from bot.dedupe.terms import find_terms
from bot.dedupe.victims import tolls_of
from bot.dedupe.whereabouts import (
    is_in_its_district,
    is_named_there,
    is_same_place,
    takes_another,
)
from bot.domain.reports import CueKind, EventKind

TEMPLATE = 2  # words that differ between two titles of one feed made from one pattern
PATTERN = 2  # words that they share at least
PERSON = 2  # names that tell who it is about; one may be that of whoever speaks

# What speaks or acts wherever something happens, and is no name of whom it is about.
BODIES = frozenset(find_terms(COMMON_BODIES, "ru"))

# What is known by what it hit.
HITTING = RECURRING | {
    *(EventKind.POWER_CUT, EventKind.CRASH, EventKind.DERAILMENT, EventKind.SABOTAGE),
    EventKind.SHOOTING,
}
NEXT_TIME = RECURRING | {EventKind.EXCHANGE}
# What happens in many regions at a time.
WIDESPREAD = RECURRING | {EventKind.POWER_CUT, EventKind.EVACUATION}
# What the news has several of in a week, beside those.
FREQUENT = RECURRING | {
    *(EventKind.ARREST, EventKind.CRASH, EventKind.EARTHQUAKE, EventKind.SHOOTING),
}
WEEK = 7  # days
APART = 2  # days; reports of one event name the next day too, on which somebody spoke
NEXT_DAY = timedelta(hours=24)


def find_veto(
    entry: Features,
    story: StoryState,
    ambiguous: frozenset[int] = frozenset(),
    *,
    follows_up: bool = False,
    is_sure: bool = False,
) -> str | None:
    """Return why the entry is not of the story, None if nothing says so.

    Args:
        entry: The entry.
        story: The story.
        ambiguous: Terms that tell of many stories.
        follows_up: Whether it tells what came of the event, which is so days later too.
        is_sure: Whether so much of what happened there is the same that what was hit may
            be called by another word.
    """
    occasion = entry.report.occasion
    live = (entry.feed_id, entry.day) if occasion.is_live else None
    days = occasion.days
    names = _shared_names(entry, story, ambiguous)
    is_of_them = names >= PERSON
    reasons = {
        "one is of an alarm that is over": live is None and is_over_apart(entry, story),
        "a live page is a story of its own, each day": live != story.live,
        "a day's summary is a story of its own, each day": (
            occasion.roundup_on != story.roundup_on
            and not (are_same_battles(entry, story) or are_same_drones(entry, story))
        ),
        "one of them looks back": entry.looks_back != story.is_anniversary,
        "another day": bool(days and story.days) and days.isdisjoint(story.days),
        "such things happen again, and this one on another weekday": (
            live is None and not is_of_them and _is_on_another_weekday(entry, story)
        ),
        "such things happen again, and the last report is old": (
            not (is_of_them or follows_up) and _recurs(entry, story)
        ),
        "something or somebody else": live is None
        and not (is_of_them or is_sure or entry.is_also_there or _takes_back(entry))
        and _concerns_another(entry, story, follows_up=follows_up),
        "another ship": bool(entry.ships.surely and story.called)
        and entry.ships.perhaps.isdisjoint(story.ships),
        "something else there": live is None
        and not is_of_them
        and is_another_event(entry, story),
        "one more of its kind": live is None
        and not follows_up  # the third of its dead
        and is_one_more(entry, story),
        "another place": live is None and not is_of_them and _is_elsewhere(entry, story),
        "another place, which was taken": takes_another(entry, story),
        "it tells of many places": live is None and _surveys(entry, story),
        "another region": live is None and not is_of_them and _is_far(entry, story),
        "the feed's own pattern, with another word in it": (
            live is None and _is_template(entry, story)
        ),
    }
    return next((reason for reason, holds in reasons.items() if holds), None)


def _shared_names(entry: Features, story: StoryState, ambiguous: frozenset[int]) -> int:
    """Return how many names both have that are no places' and tell of few stories.

    Towns are misread, and words change as an event goes on; who it is about does not.
    """
    names = (entry.names & entry.terms.keys()) - entry.place_names - ambiguous - BODIES
    return len(names & story.names.keys())


def _is_elsewhere(entry: Features, story: StoryState) -> bool:
    """Say whether the titles name settlements or districts, and different ones.

    What stands in a text besides is where officials spoke or what happened before.
    """
    ours, theirs = entry.title_places, story.title_places
    if not ours or not theirs or entry.title_place_names & story.title_place_names:
        return False
    if is_in_its_district(entry, story):
        return False
    if is_named_there(entry, story) or is_widened(entry, story):
        return False
    return ours.isdisjoint(theirs | story.places) and theirs.isdisjoint(entry.places)


def _is_far(entry: Features, story: StoryState) -> bool:
    """Say whether the titles name different regions.

    They must be of one country, for there the same is decided, counted and celebrated
    region by region, unless it happens in many each night.
    """
    countries = {region.split("-")[0] for region in story.title_regions}
    is_of_one_country = any(
        region.split("-")[0] in countries for region in entry.title_regions
    )
    return (
        bool(entry.title_regions and story.title_regions)
        and entry.regions.isdisjoint(story.regions)
        and entry.title_place_names.isdisjoint(story.title_place_names)
        and (is_of_one_country or not WIDESPREAD.isdisjoint(entry.report.kinds))
    )


def _surveys(entry: Features, story: StoryState) -> bool:
    """Say whether it looks over many places, and the story tells what happened at one."""
    return (
        entry.is_survey
        and bool(story.title_places)
        and not entry.regions <= story.regions
        and not RECURRING.isdisjoint(entry.report.kinds)
    )


def _is_on_another_weekday(entry: Features, story: StoryState) -> bool:
    """Say whether both tell such an event, and call days that are not near each other."""
    if not any(
        kind in FREQUENT and kind.value in story.kinds for kind in entry.report.kinds
    ):
        return False
    pauses = [
        min((ours - theirs) % WEEK, (theirs - ours) % WEEK)
        for ours in entry.report.occasion.weekdays
        for theirs in story.weekdays
    ]
    return bool(pauses) and min(pauses) >= APART


def _concerns_another(entry: Features, story: StoryState, *, follows_up: bool) -> bool:
    """Say whether it tells of another thing that was hit, or of somebody else."""
    if follows_up and entry.targets.named & story.details:
        return False
    if is_same_place(entry, story) and find_side(entry, story) is not None:
        return False  # who struck calls a depot of engines a railway junction
    if turns(entry) and not entry.targets.any_of.isdisjoint(story.targets):
        return False  # «горел склад, никаких заводов не поражено»
    is_answer = follows_up or turns(entry)  # "a headquarters was hit, not a college"
    # Of an incident that a town has but once, each calls the rest otherwise.
    is_one = incidents_of(entry.details & story.details) > 0
    is_other = not (is_answer or is_one) and is_about_another(entry, story)
    return is_other or _hits_another(entry, story)


def _hits_another(entry: Features, story: StoryState) -> bool:
    """Say whether both tell what was hit, of a kind that comes often, and it is not one.

    Who tells of no more than the victims means what the story tells.
    """
    is_of_victims = not entry.report.kinds and tolls_of(entry)
    kinds = set(map(EventKind, story.kinds)) if is_of_victims else entry.report.kinds
    return not HITTING.isdisjoint(kinds) and are_apart(
        entry.targets, story.targets, story.maybe_targets
    )


def _takes_back(entry: Features) -> bool:
    """Say whether it corrects what was reported, perhaps in what was hit."""
    report = entry.report
    return report.has_cue(CueKind.CORRECTION) or report.has_cue(CueKind.RETRACTION)


def _recurs(entry: Features, story: StoryState) -> bool:
    """Say whether this is rather the next event of a kind that comes often."""
    if NEXT_TIME.isdisjoint(entry.report.kinds) or story.live is not None:
        return False
    if not entry.report.occasion.days.isdisjoint({story.first_at.date(), *story.days}):
        return False  # "the strike of 12 May"
    pause = entry.published_at - story.last_at
    return pause > NEXT_DAY or (bool(fewer_of(entry, story)) and pause > LATE)


def _is_template(entry: Features, story: StoryState) -> bool:
    """Say whether the feed's title is its last one in the story, made of another event.

    That is so where a number or a name is another one ("Alarm in Sumy", "Alarm in Lviv"),
    or where it is told of again ("Another drone over Sumy"); after hours, where it is the
    same title ("Explosions in Kharkiv"), or the last one was told of again.
    """
    known = story.titles.get(entry.feed_id)
    if known is None:
        return False
    ours, theirs = set(entry.title), set(known)
    added, left_out = ours - theirs, theirs - ours
    is_alike = (
        len(ours & theirs) >= PATTERN
        and 0 < len(added) <= TEMPLATE
        and len(left_out) <= TEMPLATE
    )
    another = AGAIN | entry.numbers | entry.names if left_out else AGAIN
    if entry.published_at - story.last_at > ONE_ALARM and not (
        RECURRING.isdisjoint(entry.report.kinds)
    ):
        is_alike |= ours == theirs
        added |= left_out & AGAIN
    return is_alike and (ours == theirs or not added.isdisjoint(another))
