"""Whether two reports tell one event although they share few words (pure).

That is so over languages, and where a toll is told anew ("Death toll rises to seven"). What
counts is where, when, what kind of event and how many; together they must be certain.
"""

from datetime import timedelta

from bot.dedupe.features import Features
from bot.dedupe.story_state import StoryState, tolls_of
from bot.domain.reports import CueKind, EventKind

SOON = timedelta(hours=36)
CERTAIN = 3  # points
FIRST_HOURS = timedelta(hours=3)  # of an event: what comes within them tells it rather

# What is heard before anybody knows what it was, and what that may turn out to be.
HEARD = {EventKind.EXPLOSION, EventKind.ALARM, EventKind.INTERCEPTION}
ATTACKS = HEARD | {*(EventKind.STRIKE, EventKind.DRONE, EventKind.SHELLING, EventKind.FIRE)}
# So rare that one region has one of them at a time.
RARE = {EventKind.DERAILMENT, EventKind.FLOOD, EventKind.EARTHQUAKE}


def is_same_event(entry: Features, story: StoryState) -> str | None:
    """Return why the entry tells the story's event, None where that is not certain."""
    if abs(entry.published_at - story.last_at) > SOON:
        return None
    if _is_same_exchange(entry, story):
        return "the same exchange, by its number"
    if not _agree_on_tolls(entry, story) or entry.is_survey:
        return None
    points, why = _where(entry, story)
    if not points:
        return None
    kind = _same_kind(entry, story)
    for says, worth, what in (
        (kind > 0, kind, "kind of event"),
        (_hits_the_same(entry, story), 1, "target"),
        (_tells_its_numbers(entry, story), 1, "numbers"),
        (_answers(entry, story), 1, "answer to a claim"),
        (_shares_names(entry, story), 1, "names"),
    ):
        if says:
            points += worth
            why.append(what)
    return f"the same {', '.join(why)}" if points >= CERTAIN else None


def _where(entry: Features, story: StoryState) -> tuple[int, list[str]]:
    if _is_same_place(entry, story):
        return 2, ["place"]
    if entry.regions & story.regions and not (entry.title_places and story.title_places):
        return 1, ["region"]
    return 0, []


def _shares_names(entry: Features, story: StoryState) -> bool:
    return len(entry.aliases & story.aliases) > len(entry.places & story.places) + 1


def _is_same_exchange(entry: Features, story: StoryState) -> bool:
    """Say whether both tell of an exchange of as many: it has no place that all name."""
    kind = EventKind.EXCHANGE
    return (
        kind in entry.report.kinds
        and kind.value in story.kinds
        and not entry.numbers.isdisjoint(story.vocabulary)
    )


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
        and not ATTACKS.isdisjoint(entry.report.kinds)
        and not ATTACKS.isdisjoint(story.kinds)
        and abs(entry.published_at - story.last_at) <= FIRST_HOURS
    )


def _same_kind(entry: Features, story: StoryState) -> int:
    """Return how many points the kinds of event are worth."""
    ours, theirs = entry.report.kinds, {EventKind(kind) for kind in story.kinds}
    if RARE & ours & theirs:
        return 2
    if ours & theirs:
        return 1
    if ATTACKS.isdisjoint(ours) or ATTACKS.isdisjoint(theirs):
        return 0
    return 1 if is_outcome(entry, story) or _turns(entry) else 0


def is_outcome(entry: Features, story: StoryState) -> bool:
    """Return whether it may tell what the explosions were that a story only heard."""
    heard = {EventKind(kind) for kind in story.kinds}
    return (
        bool(heard)
        and heard <= HEARD
        and not (entry.report.kinds & ATTACKS) <= HEARD
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
    is_open = fewer <= {t.kind.value for t in entry.report.tolls if t.at_least}
    return not fewer or (
        is_open and any(count == story.tolls[kind] for kind, count in told.items())
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
    return _turns(entry) and bool(story.sides)


def _turns(entry: Features) -> bool:
    report = entry.report
    return report.has_cue(CueKind.DENIAL) or report.has_cue(CueKind.CONFIRMATION)
