"""Whether two reports tell of one aircraft that came down, by its make (pure)."""

from bot.dedupe.details import are_of_one_make, are_other_machines
from bot.dedupe.features import Features
from bot.dedupe.story_state import StoryState
from bot.domain.reports import EventKind

FALLEN = {EventKind.INTERCEPTION, EventKind.CRASH}


def is_one_machine(entry: Features, story: StoryState) -> bool:
    """Return whether both tell that an aircraft of one make came down."""
    shared = {kind for kind in entry.report.kinds if kind.value in story.kinds}
    return not FALLEN.isdisjoint(shared) and are_of_one_make(entry.details, story.details)


def have_other_machines(entry: Features, story: StoryState) -> bool:
    """Return whether both tell of an aircraft that came down, and not of one make."""
    kinds = entry.report.kinds
    return (
        bool(kinds) and kinds <= FALLEN and are_other_machines(entry.details, story.details)
    )
