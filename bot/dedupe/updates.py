"""Whether an entry that joined a story brings something that must be heard (pure)."""

from dataclasses import dataclass
from datetime import timedelta

from bot.dedupe.features import Features
from bot.dedupe.incidents import incidents_of
from bot.dedupe.once_more import AGAIN
from bot.dedupe.same_kind import HEARD, is_outcome, is_widened
from bot.dedupe.sides import at_home, find_side, spoken
from bot.dedupe.story_state import DENIED, PAUSE, StoryState, cues_of
from bot.dedupe.terms import find_terms
from bot.dedupe.victims import LATER, SOLDIERS, tolls_of
from bot.domain.reports import Claim, ClaimKind, CueKind, TollKind

HEADS = {"governor", "head", "administration", "mayor"}
ANOTHER = AGAIN | {
    *find_terms("один також теж зачепило зачепив зачепила дісталося долетіли слідом", "uk"),
    *find_terms("также тоже зацепило досталось долетели следом", "ru"),
    *find_terms("also too reaches reached spreads", "en"),
}
# That the text names a town beside the one that its title tells of.
BESIDE = frozenset(
    (
        *find_terms("крім окрім", "uk"),
        *find_terms("кроме помимо", "ru"),
        *find_terms("besides", "en"),
    )
)
FOILED = "foiled"  # a detail
# What has said before that it was not so.
_NOT_SO = {CueKind.DENIAL.value, CueKind.RETRACTION.value}
PEOPLE = frozenset(
    (
        *find_terms(
            "жінка чоловік хлопець дівчина дитина хлопчик дівчинка лікар водій", "uk"
        ),
        *find_terms("рятувальник медик фельдшер пенсіонер пенсіонерка вчителька", "uk"),
        *find_terms("женщина мужчина парень девушка ребенок мальчик девочка врач", "ru"),
        *find_terms("водитель спасатель пенсионер пенсионерка учительница рабочий", "ru"),
        *find_terms("woman man boy girl child driver rescuer doctor nurse teacher", "en"),
    )
)
_GRAVEST = ("killed", "wounded", "missing", "captured")
SEVERAL = 3  # the least that such a word may mean, or less
BACK = timedelta(hours=6)  # within so much a second outlet shows that a story is back


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """A material change: its kind as ``tocsin annotate`` names it, and what changed.

    `detail` is for people: ``killed:4:7;wounded:5:9`` of casualties, the gravest first,
    else who speaks or which place.
    """

    kind: str
    reason: str
    detail: str = ""


def decide_update(entry: Features, story: StoryState) -> Update | None:
    """Return what the entry changes in the story that it is about to join."""
    if story.live is not None or story.roundup_on is not None:
        return None
    for find in (_takes_back, _more_victims, _answers, _spreads, _returns):
        if (update := find(entry, story)) is not None:
            return update
    return None


def _takes_back(entry: Features, story: StoryState) -> Update | None:
    for cue in (CueKind.RETRACTION, CueKind.CORRECTION):
        if entry.report.has_cue(cue) and cue.value not in story.cues:
            return Update(kind=cue.value, reason=f"first {cue.value}")
    return None


def _answers(entry: Features, story: StoryState) -> Update | None:
    is_denied_before = not story.cues.isdisjoint(_NOT_SO)
    for cue, verb in _TURNS:
        is_denial = cue is CueKind.DENIAL
        is_again = is_denied_before if is_denial else cue.value in story.cues
        if not entry.report.has_cue(cue) or (is_again and is_denial):
            continue
        speaker = _new_speaker(entry, story, verb, is_side=is_again)
        if speaker is not None:
            return Update(
                kind=cue.value,
                reason=f"first {cue.value}, by {speaker}",
                detail=speaker,
            )
    is_denied = not {DENIED, CueKind.DENIAL.value}.isdisjoint(cues_of(entry))
    tells_an_event = story.kinds or len(story.details) > 1 or incidents_of(story.details)
    is_first = not is_denied_before and DENIED not in story.cues
    if is_denied and is_first and tells_an_event:
        return Update(kind=CueKind.DENIAL.value, reason="first denial")
    if FOILED in entry.details:  # who foils a plot tells of nothing that was struck
        return _owns_up(entry, story)
    return (
        _tells_the_outcome(entry, story)
        or _takes_credit(entry, story)
        or _owns_up(entry, story)
    )


def _owns_up(entry: Features, story: StoryState) -> Update | None:
    """Tell that it was so, first of all, by somebody of no known office."""
    cue, claims = CueKind.CONFIRMATION, entry.report.claims
    is_new = entry.report.has_cue(cue) and cue.value not in story.cues
    is_of_something = story.kinds or story.details
    if not (is_new and is_of_something) or any(
        claim.kind is ClaimKind.CONFIRMS for claim in claims
    ):
        return None
    speakers = [claim.side or claim.actor for claim in claims[:1]]
    if not story.sides.isdisjoint(speakers):
        return None
    return Update(
        kind=cue.value, reason=f"first {cue.value}", detail=next(iter(speakers), "")
    )


def _tells_the_outcome(entry: Features, story: StoryState) -> Update | None:
    """Tell who says first, of those in office, what the explosions were that were heard."""
    said = [claim for claim in entry.report.claims if claim.kind is ClaimKind.SAYS]
    heard = not HEARD.isdisjoint(story.kinds)
    is_answer = (heard and is_outcome(entry, story)) or _is_official(entry, story)
    if story.sides or not said or not is_answer:
        return None
    speaker = said[0].side or said[0].actor
    return Update(
        kind=CueKind.CONFIRMATION.value,
        reason=f"what was heard, by {speaker}",
        detail=speaker,
    )


def _is_official(entry: Features, story: StoryState) -> bool:
    """Say whether it tells, as more than hearsay, the kind of thing that was hearsay."""
    rumour = CueKind.RUMOUR
    return (
        rumour.value in story.cues
        and not entry.report.has_cue(rumour)
        and any(kind.value in story.kinds for kind in entry.report.kinds)
    )


def _takes_credit(entry: Features, story: StoryState) -> Update | None:
    """Tell that a side speaks for the first time of what it did."""
    found = find_side(entry, story)
    if found is None:
        return None
    side, who = found
    return Update(kind=CueKind.CONFIRMATION.value, reason=f"{who}: {side}", detail=side)


def _returns(entry: Features, story: StoryState) -> Update | None:
    """Tell a story that is told again: by the second outlet after a long pause."""
    if (
        story.returned_at is not None
        and story.returned_by != entry.publisher
        and entry.published_at - story.returned_at <= BACK
    ):
        return Update(kind="return", reason="told again after 12 hours, by two outlets")
    return None


_TURNS = (
    (CueKind.DENIAL, ClaimKind.DENIES),
    (CueKind.CONFIRMATION, ClaimKind.CONFIRMS),
)


def note_return(entry: Features, story: StoryState, update: Update | None) -> None:
    """Remember that a story came back, until that or something else was announced."""
    if update is not None:
        story.returned_at = story.returned_by = None
    elif entry.published_at - story.last_at > PAUSE:
        story.returned_at, story.returned_by = entry.published_at, entry.publisher


def _more_victims(entry: Features, story: StoryState) -> Update | None:
    told = tolls_of(entry)
    dead, died = TollKind.KILLED.value, told.pop(LATER, 0)
    later = died if _is_another(entry, story) else died - story.tolls.get(LATER, 0)
    if later > 0:
        told[dead] = max(told[dead], story.tolls.get(dead, 0) + later)
    open_counts = _open_counts(entry)
    rises = [
        (kind, known, count)
        for kind, count in sorted(told.items(), key=lambda each: _gravity(each[0]))
        if count > (known := _known(kind, story))
        and not (known and count <= SEVERAL and kind in open_counts)
    ]
    if not rises:
        return None
    return Update(
        kind="casualties",
        reason=", ".join(f"{kind}: {known} → {count}" for kind, known, count in rises),
        detail=";".join(f"{kind}:{known}:{count}" for kind, known, count in rises),
    )


def _gravity(kind: str) -> tuple[bool, int]:
    """Return by what the kinds of victims are ordered, the gravest first."""
    whose, _, what = kind.rpartition(" ")
    return bool(whose), _GRAVEST.index(what)


def _known(kind: str, story: StoryState) -> int:
    """Return how many were told, of soldiers also if nobody said that they were."""
    of_all = story.tolls.get(kind.removeprefix(SOLDIERS), 0)
    return max(story.tolls.get(kind, 0), of_all)


def _is_another(entry: Features, story: StoryState) -> bool:
    """Say whether who died later is somebody else than who had: told anew, or of others."""
    people = PEOPLE & entry.terms.keys()
    is_other = entry.language in story.languages and people.isdisjoint(story.vocabulary)
    return entry.published_at - story.last_at > BACK or (bool(people) and is_other)


def _open_counts(entry: Features) -> set[str]:
    """Return what some were counted of: "several hurt" is no more than "some hurt"."""
    return {
        toll.kind.value
        for toll in entry.report.tolls
        if toll.at_least and toll.kind is TollKind.WOUNDED
    }


def _new_speaker(
    entry: Features, story: StoryState, verb: ClaimKind, *, is_side: bool
) -> str | None:
    """Return who denies or confirms, if they did not speak in the story before.

    What an office has confirmed, another side may confirm, but no further office.
    """
    turning: list[Claim] = [c for c in entry.report.claims if c.kind is verb]
    for claim in turning:
        if is_side and claim.side is None:
            continue
        speaker = claim.side or claim.actor
        if speaker == "authorities" and story.sides & (HEADS | at_home(story)):
            continue  # they are these
        if speaker not in spoken(story):
            return speaker
    return None


def _spreads(entry: Features, story: StoryState) -> Update | None:
    """Tell a settlement that the title adds, in a region that the story knows."""
    added = entry.title_places - story.places - story.title_places
    named = entry.called.named
    if named and named <= story.perhaps | story.unlisted:
        return None  # another language does not list it, or this one does
    known = (entry.places if entry.is_also_there else entry.title_places) & story.places
    is_within = bool(entry.regions) and entry.regions <= story.regions
    is_another = not ANOTHER.isdisjoint(entry.title) or not BESIDE.isdisjoint(entry.terms)
    if entry.is_also_there or is_another:  # "second drone found in ..."
        known |= entry.places & story.places
        is_within = not entry.regions.isdisjoint(story.regions)
    unheard = entry.called.named - story.named - story.perhaps - story.unlisted
    is_new = added or (entry.is_also_there and unheard)
    is_wider = is_widened(entry, story)
    if is_new and ((known and is_within) or is_wider):
        return Update(
            kind="place",
            reason="a place that was not named before",
            detail=min(added, default=""),
        )
    return None
