"""Whether two reports are of one place, as far as both tell where they are (pure)."""

from collections.abc import Set as AbstractSet
from datetime import timedelta

from bot.dedupe.features import Features
from bot.dedupe.settled import AT_WAR
from bot.dedupe.story_state import StoryState
from bot.dedupe.takers import is_taken_by_another
from bot.dedupe.victims import tolls_of
from bot.domain.reports import EventKind

_SPEAK_FROM = frozenset(("UA-30", "RU-MOW"))  # what a capital says was taken is elsewhere
_WIDE = frozenset(("GB-ENG",))  # 57 million people: that both are there tells nothing
FIRST_HOURS = timedelta(hours=3)  # of an event: what comes within them tells it rather
SAME_NIGHT = timedelta(hours=12)  # for which one thing is hardly hit twice


def is_busy(entry: Features, story: StoryState, busy: AbstractSet[str]) -> bool:
    """Return whether much happens in each place that both name, as `busy` has them."""
    shared = entry.places & story.places
    return bool(shared) and shared <= busy


def where(entry: Features, story: StoryState) -> tuple[int, list[str]]:
    """Return how many points it is worth where both are, and what it is that they share."""
    if is_same_place(entry, story) or is_named_there(entry, story):
        return (0, []) if takes_another(entry, story) else (2, ["place"])
    if _is_told_of_its_district(entry, story):
        return 2, ["district"]
    names_both = entry.title_place_names and story.title_place_names
    if names_both and not _harmed_in_its_district(entry, story):
        return 0, []
    named = (entry.title_regions & story.title_regions) - _WIDE
    is_abroad = _is_abroad(entry, story)
    for says, points, what in (
        (len(named) > 1, 2, "regions"),
        (_is_far_away(entry, story, named), 2, "region"),
        ((entry.regions & story.regions) - _WIDE, 1, "region"),
        (is_abroad and len(entry.abroad & story.abroad) > 1, 2, "country"),
        (is_abroad or entry.strays & story.strays, 1, "country"),
    ):
        if says:
            return points, [what]
    return 0, []


def is_in_its_district(entry: Features, story: StoryState) -> bool:
    """Return whether one title names a district and the other its town."""
    return not (
        entry.title_districts.isdisjoint(story.title_towns)
        and entry.title_towns.isdisjoint(story.title_districts)
    )


def _is_told_of_its_district(entry: Features, story: StoryState) -> bool:
    """Say whether another outlet soon tells it of the town's district, or the reverse.

    Guns fire at a district all day, and who told of its town tells what comes next.
    """
    return (
        is_in_its_district(entry, story)
        and EventKind.SHELLING not in entry.report.kinds
        and entry.feed_id not in story.titles
        and abs(entry.published_at - story.last_at) <= FIRST_HOURS
    )


def _harmed_in_its_district(entry: Features, story: StoryState) -> bool:
    """Say whether as many were harmed: a district has other attacks the same day."""
    as_many = any(story.tolls.get(kind) == n for kind, n in tolls_of(entry).items() if n)
    return as_many and is_in_its_district(entry, story)


def takes_another(entry: Features, story: StoryState) -> bool:
    """Return whether its title names what was taken, and the story nothing of that name.

    Or that the other side took it, which is the next event. Each tells what town the
    village is near.
    """
    kind = EventKind.CAPTURE
    if kind not in entry.report.kinds or kind.value not in story.kinds:
        return False
    called = entry.called
    return (
        is_taken_by_another(entry.details, story.details)
        or names_another(entry, story)
        or _is_unknown(called.named, story.perhaps, story.unlisted)
        or _is_unknown(story.named, called.perhaps, called.near)
        or _names_another_town(entry, story)
    )


def _is_unknown(
    named: AbstractSet[int], perhaps: AbstractSet[int], unlisted: AbstractSet[int]
) -> bool:
    """Say whether what one calls a place is none of the names of the other's titles."""
    return bool(named and perhaps) and named.isdisjoint(perhaps | unlisted)


def _names_another_town(entry: Features, story: StoryState) -> bool:
    return (
        bool(entry.title_places)
        and entry.title_places.isdisjoint(story.places | story.title_places)
        and entry.title_place_names.isdisjoint(story.title_place_names)
        and entry.unlisted.isdisjoint(story.unlisted)
        and not is_named_there(entry, story)
    )


def is_named_there(entry: Features, story: StoryState) -> bool:
    """Return whether their titles name a place that sounds alike, as one at least calls it.

    Each may have other names besides, of towns nearby or of those who speak; but where both
    call something a place that the other has not, they are two. In one language, words tell
    it, but for a village that is taken.
    """
    shared_kinds = {kind.value for kind in entry.report.kinds} & story.kinds
    is_elsewhere = bool(
        entry.title_places and story.title_places
    ) and entry.title_places.isdisjoint(story.title_places)
    if not shared_kinds or (
        (is_elsewhere or entry.language in story.languages)
        and EventKind.CAPTURE.value not in shared_kinds
    ):
        return False
    return is_called_there(entry, story)


def is_called_there(entry: Features, story: StoryState) -> bool:
    """Return whether their titles name a place that sounds alike, in no other region."""
    where = entry.regions - _SPEAK_FROM, story.regions - _SPEAK_FROM
    if all(where) and where[0].isdisjoint(where[1]):
        return False
    shared = (entry.called.named & story.perhaps) | (story.named & entry.called.perhaps)
    return bool(shared) and not names_another(entry, story)


def names_another(entry: Features, story: StoryState) -> bool:
    """Return whether each title calls something a place that the other has not."""
    ours, theirs = entry.called.named, story.named
    return bool(ours - story.perhaps) and bool(theirs - entry.called.perhaps)


def _is_far_away(entry: Features, story: StoryState, named: AbstractSet[str]) -> bool:
    """Say whether another language too tells of a region that is not at war."""
    return (
        any(region[:2] not in AT_WAR for region in named)
        and entry.language not in story.languages
        and abs(entry.published_at - story.last_at) <= SAME_NIGHT
    )


def _is_abroad(entry: Features, story: StoryState) -> bool:
    """Say whether another language tells of a country that is not at war."""
    return entry.language not in story.languages and bool(entry.abroad & story.abroad)


def is_same_place(entry: Features, story: StoryState) -> bool:
    """Say whether both name a settlement, or one name that is read as two in a region."""
    if entry.places & story.places:
        return True
    is_near = entry.regions & story.regions or entry.abroad & story.abroad
    named = entry.title_place_names & story.title_place_names or (
        entry.unlisted & story.unlisted
    )
    return bool(named and is_near) or _sounds_the_same(entry, story)


def _sounds_the_same(entry: Features, story: StoryState) -> bool:
    """Say whether they name a place alike, and one of them does not know where it is.

    What was taken is a village that hardly any other report names.
    """
    if (entry.regions and story.regions) or entry.language in story.languages:
        return False
    return not entry.sounds.isdisjoint(story.unlisted)
