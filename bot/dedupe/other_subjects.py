"""Whether two reports of one town are about another victim or another thing (pure)."""

from collections.abc import Set as AbstractSet

from bot.dedupe.common.broad import labels
from bot.dedupe.common.subjects import BARELY, GROWN, HARMFUL, OFFICIALS, SORTS
from bot.dedupe.features import Features
from bot.dedupe.story_state import StoryState
from bot.dedupe.targets import Targets
from bot.domain.reports import EventKind

# What is told by who did it, and where: not by whom it befell.
OF_STATES = frozenset(
    kind.value
    for kind in (
        *(EventKind.CAPTURE, EventKind.BATTLE, EventKind.INCURSION, EventKind.EXCHANGE),
        *(EventKind.TALKS, EventKind.SANCTIONS, EventKind.ELECTION, EventKind.ALARM),
        *(EventKind.CLOSURE, EventKind.MOURNING, EventKind.ALL_CLEAR, EventKind.EARTHQUAKE),
        *(EventKind.FLOOD, EventKind.STORM, EventKind.INTERCEPTION),
    )
)
ATTACKS = frozenset(
    kind.value for kind in (EventKind.STRIKE, EventKind.DRONE, EventKind.SHELLING)
)
COURTS = frozenset((EventKind.TRIAL.value, EventKind.ARREST.value))
COURT = frozenset(("court", "prison", "prisoner"))
VICTIMS = labels(GROWN) | {"boy", "girl", "pupil", "baby", "teenager"}
SPEAKERS = labels(OFFICIALS)
HARM = labels(HARMFUL)
HAPPENED = labels(BARELY)
KINDLIKE = HARM | HAPPENED | labels(SORTS)
PERSONS = labels(GROWN)
NOBODY: frozenset[str] = frozenset()


def is_about_another(entry: Features, story: StoryState) -> bool:
    """Return whether both titles say whom or what they are about there, and nothing alike.

    Of an attack, each outlet names other victims: it is known by what was hit. Who is only
    "a man" may have done whatever a court says.
    """
    kinds = {kind.value for kind in entry.report.kinds} | story.kinds
    if entry.title_places.isdisjoint(story.title_places) or kinds & OF_STATES:
        return False
    if kinds & COURTS and entry.numbers & story.vocabulary:  # "for 18 years"
        return False
    if kinds & ATTACKS and _is_harmed_otherwise(entry, story):
        return True
    passed_over = _passed_over(kinds, has_tolls=bool(story.tolls or entry.report.tolls))
    ours = Targets(*(each - passed_over for each in entry.subjects))
    theirs = Targets(story.subjects - passed_over, story.maybe_subjects - passed_over)
    if kinds & COURTS:
        ours, theirs = Targets(ours.named), Targets(theirs.named)
    elif _tell_other_sides(ours.named, theirs.named):
        return False
    return _are_apart(ours, theirs)


def _are_apart(ours: Targets, theirs: Targets) -> bool:
    """Say whether both name some, and none that both may mean.

    A plant may be the factory, whatever both name; who is of no trade may be anybody only
    where one of them names nothing else.
    """
    one, other = ours.named, theirs.named
    if one - KINDLIKE and other - KINDLIKE:
        one, other = one - KINDLIKE, other - KINDLIKE
    if not (one and other):
        one, other = one | ours.any_of, other | theirs.any_of
        return bool(one and other) and one.isdisjoint(other)
    return (
        one.isdisjoint(other)
        and one.isdisjoint(theirs.any_of - PERSONS)
        and other.isdisjoint(ours.any_of - PERSONS)
    )


def _tell_other_sides(ours: AbstractSet[str], theirs: AbstractSet[str]) -> bool:
    """Say whether one tells only what happened, the other only whom or what it befell."""
    return any(
        one <= HAPPENED and other and other.isdisjoint(KINDLIKE)
        for one, other in ((ours, theirs), (theirs, ours))
        if one
    )


def _passed_over(kinds: AbstractSet[str], *, has_tolls: bool) -> AbstractSet[str]:
    """Return what tells no two such events apart."""
    return (
        (COURT if kinds & COURTS else NOBODY)
        | (VICTIMS if kinds & ATTACKS else NOBODY)
        | (SPEAKERS if kinds - COURTS or has_tolls else NOBODY)
    )


def _is_harmed_otherwise(entry: Features, story: StoryState) -> bool:
    """Say whether one says what did harm, the other an attack without it."""
    is_attack = [not ATTACKS.isdisjoint(k) for k in (entry.report.kinds, story.kinds)]
    ours, theirs = entry.subjects.named & HARM, story.subjects & HARM
    if is_attack == [True, False]:
        return bool(theirs) and theirs.isdisjoint(ours)
    return is_attack == [False, True] and bool(ours) and ours.isdisjoint(theirs)
