"""Whether two reports tell one event although they share few words (pure).

That is so over languages, and where a toll is told anew ("Death toll rises to seven"). What
counts is where, when, what kind of event and how many; together they must be certain.
"""

from datetime import timedelta

from bot.dedupe.features import Features
from bot.dedupe.story_state import StoryState, tolls_of
from bot.domain.reports import CueKind

SOON = timedelta(hours=36)
CERTAIN = 3  # points
BUSY = 5  # stories: what happens at such a place happens there again and again


def is_same_event(entry: Features, story: StoryState) -> str | None:
    """Return why the entry tells the story's event, None where that is not certain."""
    if abs(entry.published_at - story.last_at) > SOON:
        return None
    if not _agree_on_tolls(entry, story):
        return None
    points, why = 0, []
    if entry.places & story.places:
        points, why = 2, ["place"]
    elif entry.regions & story.regions and not (entry.title_places and story.title_places):
        points, why = 1, ["region"]
    else:
        return None
    if {kind.value for kind in entry.report.kinds} & story.kinds:
        points += 1
        why.append("kind of event")
    if _tells_its_numbers(entry, story):
        points += 1
        why.append("numbers")
    if _answers(entry, story):
        points += 1
        why.append("answer to a claim")
    if len(entry.aliases & story.aliases) > len(entry.places & story.places) + 1:
        points += 1
        why.append("names")
    return f"the same {', '.join(why)}" if points >= CERTAIN else None


def _agree_on_tolls(entry: Features, story: StoryState) -> bool:
    """Say whether no toll is smaller than what the story has."""
    return all(
        count >= story.tolls[kind]
        for kind, count in tolls_of(entry).items()
        if kind in story.tolls
    )


def _tells_its_numbers(entry: Features, story: StoryState) -> bool:
    told = tolls_of(entry)
    if any(count >= story.tolls.get(kind, count + 1) for kind, count in told.items()):
        return True
    return any((q.value, q.unit) in story.quantities for q in entry.report.quantities)


def _answers(entry: Features, story: StoryState) -> bool:
    """Say whether somebody else denies, confirms or corrects what the story says."""
    report = entry.report
    if report.has_cue(CueKind.CORRECTION) or report.has_cue(CueKind.RETRACTION):
        return True
    answers = report.has_cue(CueKind.DENIAL) or report.has_cue(CueKind.CONFIRMATION)
    return answers and bool(story.sides)
