"""Events that have no place which all name, and are known by a number (pure)."""

from datetime import timedelta

from bot.dedupe.details import are_as_many_bodies, are_of_one_package, shares_counts
from bot.dedupe.features import Features
from bot.dedupe.story_state import StoryState
from bot.dedupe.whereabouts import SAME_NIGHT
from bot.domain.reports import EventKind

BATTLES, DRONES = "clashes", "drones"  # as quantities call them
MANY = 20  # of a day along the whole front, and not of one village
AIR = {EventKind.INTERCEPTION.value, EventKind.DRONE.value}
SAME_DAY = timedelta(hours=23)  # the next day's are told a day later


def is_same_exchange(entry: Features, story: StoryState) -> bool:
    """Say whether both tell of an exchange of as many, on one side or on both."""
    kind = EventKind.EXCHANGE
    if kind not in entry.report.kinds or kind.value not in story.kinds:
        return False
    known = story.vocabulary
    if not known.isdisjoint(entry.numbers | entry.exchanged.figures):
        return True
    is_near = abs(entry.published_at - story.last_at) <= SAME_DAY / 2
    return is_near and not known.isdisjoint(entry.exchanged.sums)


def are_same_battles(entry: Features, story: StoryState) -> bool:
    """Say whether both count as many battles of one day, as the General Staff does."""
    return _are_as_many(BATTLES, entry, story)


def are_same_drones(entry: Features, story: StoryState) -> bool:
    """Say whether both count as many drones of one night, as each side's ministry does.

    Or as many that were launched and that were shot down, whatever each calls them.
    """
    kinds = {kind.value for kind in entry.report.kinds}
    are_of_air = not (AIR.isdisjoint(kinds) or AIR.isdisjoint(story.kinds))
    is_shot_down = EventKind.INTERCEPTION.value in kinds | story.kinds
    is_near = abs(entry.published_at - story.last_at) <= SAME_DAY / 2
    return is_shot_down and (
        (are_of_air and _are_as_many(DRONES, entry, story))
        or (is_near and shares_counts(entry.details, story.details))
    )


def _are_as_many(unit: str, entry: Features, story: StoryState) -> bool:
    counts = {q.value for q in entry.report.quantities if q.unit == unit}
    return (
        len(counts) == 1
        and max(counts) >= MANY
        and (max(counts), unit) in story.quantities
        and abs(entry.published_at - story.last_at) <= SAME_DAY
    )


def is_same_package(entry: Features, story: StoryState) -> bool:
    """Say whether both tell of sanctions that have one number."""
    kind = EventKind.SANCTIONS
    return (
        kind in entry.report.kinds
        and kind.value in story.kinds
        and are_of_one_package(entry.details, story.details)
    )


def are_same_bodies(entry: Features, story: StoryState) -> bool:
    """Say whether both tell within a night of as many dead who were handed over."""
    kind = EventKind.EXCHANGE
    return (
        kind in entry.report.kinds
        and kind.value in story.kinds
        and abs(entry.published_at - story.last_at) <= SAME_NIGHT
        and are_as_many_bodies(entry.details, story.details)
    )


def known_by(entry: Features, story: StoryState) -> str | None:
    """Return by what the event is surely known, wherever it is."""
    for is_it, what in (
        (is_same_exchange(entry, story), "exchange, by its number"),
        (are_same_bodies(entry, story), "exchange, by its number"),
        (are_same_battles(entry, story), "day's battles, by their number"),
        (are_same_drones(entry, story), "night's drones, by their number"),
        (is_same_package(entry, story), "package, by its number"),
        (not entry.ships.perhaps.isdisjoint(story.ships), "ship, by its name"),
    ):
        if is_it:
            return what
    return None
