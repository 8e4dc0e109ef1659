"""Whether two reports tell one event although they share few words (pure).

That is so over languages, and where a toll is told anew ("Death toll rises to seven"). What
counts is where, when, what kind of event and how many; together they must be certain.
"""

from collections.abc import Set as AbstractSet
from datetime import timedelta
from typing import NamedTuple

from bot.dedupe.aircraft import have_other_machines, is_one_machine
from bot.dedupe.common.broad import ECHOES
from bot.dedupe.common.incidents import DAILY
from bot.dedupe.common.targets import HEALS, SITES
from bot.dedupe.counted import known_by
from bot.dedupe.details import NO_EVIDENCE, points_of
from bot.dedupe.features import Features
from bot.dedupe.first_victims import counts_the_first, tells_victims_only
from bot.dedupe.incidents import incidents_of
from bot.dedupe.other_causes import have_other_causes
from bot.dedupe.quiet import NOWHERE_QUIET, Quiet, is_only_news
from bot.dedupe.same_kind import (
    ATTACKS,
    is_a_fire,
    is_all_there,
    is_bare,
    is_of_a_region,
    is_quiet_there,
    may_call_it_otherwise,
    same_kind,
    turns,
)
from bot.dedupe.story_state import StoryState, fewer_of
from bot.dedupe.victims import says_nobody, tolls_of
from bot.dedupe.whereabouts import (
    FIRST_HOURS,
    SAME_NIGHT,
    is_busy,
    is_same_place,
    where,
)
from bot.domain.reports import CueKind, EventKind, TollKind

SOON = timedelta(hours=36)
CERTAIN = 3  # points
SURE = 5
TELLING = {"details", "names", "answer to a claim"}
LAGGING = timedelta(hours=2)  # in which an outlet still has the count of the one before
DAY = timedelta(hours=23)  # after which it takes a point more, or one of
LATE_TOO = {"answer to a claim", "names"}
TOWNS_ATTACK = {"place", "kind of event"}  # of which a town may have one each night
# Which of the events of a kind that a town has each day.
TELLS = {*LATE_TOO, "numbers", "details"}
ALIKE = 0.17  # likeness that is too little by itself, and more than that of place names

HARMING = ATTACKS | {EventKind.SABOTAGE}
EVERYDAY = {EventKind.ARREST, EventKind.TRIAL}


class SameEvent(NamedTuple):
    """How certain it is that an entry tells a story's event, even in other words; why."""

    points: int
    reason: str
    is_sure: bool = False
    is_bare: bool = False


def find_same_event(
    entry: Features,
    story: StoryState,
    alike: float = 0.0,
    busy: AbstractSet[str] = frozenset(),
    quiet: Quiet = NOWHERE_QUIET,
) -> SameEvent | None:
    """Return why the entry tells the story's event, None where that is not certain.

    Args:
        entry: The entry.
        story: The story.
        alike: How alike their words are, 0 to 1.
        busy: Its places of which many stories tell.
        quiet: Where one story is all that is told.
    """
    if abs(entry.published_at - story.last_at) > SOON:
        return None
    called = known_by(entry, story)
    if called is not None:
        return SameEvent(CERTAIN, f"the same {called}")
    points, why = _gather(entry, story, alike, busy)
    enough = CERTAIN + _is_late(entry, story, why) + _is_vague(entry, story, why)
    enough += is_a_fire(entry, story) and is_busy(entry, story, busy)
    is_daily = _is_everyday(entry, story) and not is_quiet_there(entry, story)
    is_enough = points >= enough and not (is_daily and TELLS.isdisjoint(why))
    if not is_enough:
        if points and not is_daily and is_only_news(entry, story, alike, quiet):
            return SameEvent(CERTAIN, f"the only news there, {', '.join(why)}")
        return None
    # Two attacks on one town in a day share words, and often how many they wounded.
    is_sure = (
        points >= SURE
        and not TELLING.isdisjoint(why)
        and may_call_it_otherwise(entry, story)
    )
    return SameEvent(
        points, f"the same {', '.join(why)}", is_sure, is_bare(entry, story, why)
    )


def _gather(
    entry: Features, story: StoryState, alike: float, busy: AbstractSet[str]
) -> tuple[int, list[str]]:
    """Return how many points speak for it, and which; none if it cannot be the event."""
    points, why = where(entry, story)
    kind = same_kind(entry, story)
    are_others = not kind and bool(entry.report.kinds and story.kinds)
    is_there = points > 1 and not (are_others or is_busy(entry, story, busy))
    details = _same_details(entry, story, is_there=is_there, is_same_kind=kind > 0)
    if not points and not _is_nowhere(entry, story, details):
        return 0, []
    is_far = points < 2 and EventKind.CAPTURE in entry.report.kinds  # noqa: PLR2004
    differ = not _agree_on_tolls(entry, story) or have_other_machines(entry, story)
    if is_far or entry.is_survey or differ:
        return 0, []
    for says, worth, what in (
        (kind > 0, kind, "kind of event"),
        (details > 0, details, "details"),
        (_hits_the_same(entry, story), 1, "target"),
        (_tells_its_numbers(entry, story), 1, "numbers"),
        (counts_the_first(entry, story), 1, "attack, with its first victims"),
        (_answers(entry, story), 1, "answer to a claim"),
        (_shares_names(entry, story), 1, "names"),
        (kind and alike > ALIKE and _is_within(SAME_NIGHT, entry, story), 1, "words"),
        (is_there and is_all_there(entry, story), 1, "hours"),
    ):
        if says:
            points += worth
            why.append(what)
    return points, why


def _is_everyday(entry: Features, story: StoryState) -> bool:
    """Say whether all that is alike in what happened is what courts and police do daily."""
    shared = {kind for kind in entry.report.kinds if kind.value in story.kinds}
    if not shared or not shared <= EVERYDAY:
        return False
    return entry.numbers.isdisjoint(story.vocabulary)  # "for 22 years"


def _is_late(entry: Features, story: StoryState, why: list[str]) -> bool:
    """Say whether it may be the next event: of a day later, or a town's next attack."""
    if not _is_within(DAY, entry, story):
        return LATE_TOO.isdisjoint(why)
    is_an_attack = TOWNS_ATTACK.issuperset(why) and not ATTACKS.isdisjoint(
        entry.report.kinds
    )
    return is_an_attack and not _is_within(SAME_NIGHT, entry, story)


def _is_within(pause: timedelta, entry: Features, story: StoryState) -> bool:
    return abs(entry.published_at - story.last_at) <= pause


def _is_vague(entry: Features, story: StoryState, why: list[str]) -> bool:
    """Say whether no more than a country tells where it was, and little what."""
    is_stray = bool(entry.strays & story.strays)
    return why[:1] == ["country"] and "details" not in why and not is_stray


def _is_nowhere(entry: Features, story: StoryState, details: int) -> bool:
    """Say whether neither has a place, and much that they name is the same."""
    return details > 1 and not entry.regions and not story.regions


def _same_details(
    entry: Features, story: StoryState, *, is_there: bool, is_same_kind: bool
) -> int:
    """Return what it tells that both name some things; in one language, words tell it."""
    again = frozenset() if _is_within(DAY, entry, story) else DAILY
    ours, theirs = entry.details - NO_EVIDENCE - again, story.details - NO_EVIDENCE
    once = incidents_of(ours & theirs)
    if is_same_kind:
        ours, theirs = ours - ECHOES, theirs - ECHOES
    found = points_of(ours, theirs, is_there=is_there)
    if entry.language in story.languages:
        return max(once, int(found > 1 and is_there), is_one_machine(entry, story))
    return found or int(bool(ours & theirs) and is_of_a_region(entry, story))


def _shares_names(entry: Features, story: StoryState) -> bool:
    return len(entry.aliases & story.aliases) > len(entry.places & story.places) + 1


def _hits_the_same(entry: Features, story: StoryState) -> bool:
    """Say whether the titles tell of one thing that was hit, within hours."""
    return (
        not entry.targets.named.isdisjoint(story.targets)
        and (not HARMING.isdisjoint(entry.report.kinds) or _tells_its_victims(entry, story))
        and not HARMING.isdisjoint(story.kinds)
        and _is_within(_hit_once(entry, story), entry, story)
    )


def _tells_its_victims(entry: Features, story: StoryState) -> bool:
    """Say whether it tells of victims at the place: in a region they may be others."""
    return tells_victims_only(entry) and is_same_place(entry, story)


def _hit_once(entry: Features, story: StoryState) -> timedelta:
    """Return for how long what both titles say was hit is hardly hit twice."""
    shared = entry.targets.named & story.targets - HEALS
    is_first = tells_victims_only(entry) and not story.tolls
    return SAME_NIGHT if shared & SITES or (shared and is_first) else FIRST_HOURS


def _agree_on_tolls(entry: Features, story: StoryState) -> bool:
    """Say whether no toll is smaller than what the story has, or it is for a reason.

    A correction may lower it; and "one dead, several hurt" is no other count than one dead
    and four hurt.
    """
    if entry.report.has_cue(CueKind.CORRECTION):
        return True
    told = {kind: n for kind, n in tolls_of(entry).items() if kind in story.tolls}
    fewer = fewer_of(entry, story)
    is_open = fewer <= {t.kind.value for t in entry.report.tolls if t.at_least}
    if fewer == {TollKind.WOUNDED.value} and _have_died(entry, story):
        return True
    if not fewer and not (says_nobody(entry) and story.tolls):
        return True
    if (
        fewer
        and is_open
        and any(count == story.tolls[kind] for kind, count in told.items())
    ):
        return True
    is_there = is_same_place(entry, story) and _is_within(LAGGING, entry, story)
    return is_there and ((fewer and is_open) or _hits_the_same(entry, story))


def _tells_its_numbers(entry: Features, story: StoryState) -> bool:
    told = tolls_of(entry)
    more = {kind for kind, count in told.items() if count > story.tolls.get(kind, count)}
    is_as_many = any(count == story.tolls.get(kind) for kind, count in told.items())
    if (is_as_many and not have_other_causes(entry, story)) or (
        more and not _is_of_another_kind(entry, story)
    ):
        return True
    return any((q.value, q.unit) in story.quantities for q in entry.report.quantities)


def _have_died(entry: Features, story: StoryState) -> bool:
    """Say whether fewer are wounded because some of them died."""
    ours, dead, hurt = tolls_of(entry), TollKind.KILLED.value, TollKind.WOUNDED.value
    died = ours.get(dead, 0)
    return (
        died >= max(1, story.tolls.get(dead, 0))
        and died + ours.get(hurt, 0) >= story.tolls[hurt]
    )


def _is_of_another_kind(entry: Features, story: StoryState) -> bool:
    """Say whether both say what it was, and not the same: more victims may be others."""
    ours, theirs = entry.report.kinds, {EventKind(kind) for kind in story.kinds}
    return bool(ours and theirs) and not same_kind(entry, story)


def _answers(entry: Features, story: StoryState) -> bool:
    """Say whether somebody else denies, confirms or corrects what the story says."""
    report = entry.report
    if report.has_cue(CueKind.CORRECTION) or report.has_cue(CueKind.RETRACTION):
        return True
    if not turns(entry):
        return False
    return bool(story.sides) or story.kinds.isdisjoint(kind.value for kind in ATTACKS)
