"""Whether a report tells whom an attack harmed that others heard or saw (pure)."""

from bot.dedupe.common.targets import HEALS
from bot.dedupe.features import Features
from bot.dedupe.same_kind import ATTACKS, CAUSES, are_other_arms
from bot.dedupe.story_state import StoryState
from bot.dedupe.victims import HARMED, tolls_of
from bot.dedupe.whereabouts import FIRST_HOURS, SAME_NIGHT


def tells_victims_only(entry: Features) -> bool:
    """Return whether it tells whom something harmed, and not what."""
    return not entry.report.kinds and not HARMED.isdisjoint(tolls_of(entry))


def counts_the_first(entry: Features, story: StoryState) -> bool:
    """Return whether it tells whom what was heard or seen there may have harmed."""
    if tells_victims_only(entry):
        pause = SAME_NIGHT / (1 if entry.targets.named & story.targets - HEALS else 2)
    elif CAUSES & entry.report.kinds and not HARMED.isdisjoint(tolls_of(entry)):
        pause = FIRST_HOURS
    else:
        return False
    return (
        not story.tolls
        and not ATTACKS.isdisjoint(story.kinds)
        and _is_of_its_town(entry, story)
        and not are_other_arms(entry, story)
        and abs(entry.published_at - story.last_at) <= pause
    )


def _is_of_its_town(entry: Features, story: StoryState) -> bool:
    """Say whether its title names the story's town; or none, and its text no other.

    "Six wounded by now" / "A boy is in a hospital in Zaporizhzhia".
    """
    if entry.title_places:
        return not entry.title_places.isdisjoint(story.title_places)
    return bool(entry.places) and entry.places <= story.title_places
