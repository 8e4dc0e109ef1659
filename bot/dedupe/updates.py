"""Whether an entry that joined a story brings something that must be heard (pure)."""

from dataclasses import dataclass
from datetime import timedelta

from bot.dedupe.features import Features
from bot.dedupe.same_kind import HEARD, is_outcome
from bot.dedupe.story_state import DENIED, PAUSE, StoryState, cues_of, tolls_of
from bot.dedupe.terms import find_terms
from bot.dedupe.vetoes import AGAIN
from bot.domain.reports import Claim, ClaimKind, CueKind, EventKind, TollKind

PARTIES = {"RU", "UA"}  # what other forces say of a strike is no word of who struck
FORCES = {
    *("armed forces", "general staff", "military intelligence", "ministry of defence"),
    "security service",
}
HELD = {"UA-40", "UA-43"}  # in Ukraine, and Russia does not strike there
HEADS = {"governor", "head", "administration", "mayor"}
ANOTHER = AGAIN | {*find_terms("один", "uk")}  # of "ще один"
SEVERAL = 3  # the least that such a word may mean, or less
BACK = timedelta(hours=6)  # within so much a second outlet shows that a story is back


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """A material change: its kind as CONTRACT names it, and what changed.

    `detail` is for people: ``killed:4:7`` of casualties, else who speaks or which place.
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
    for cue, verb in _TURNS:
        is_again = cue.value in story.cues
        if not entry.report.has_cue(cue) or (is_again and cue is CueKind.DENIAL):
            continue
        speaker = _new_speaker(entry, story, verb, is_side=is_again)
        if speaker is not None:
            return Update(
                kind=cue.value,
                reason=f"first {cue.value}, by {speaker}",
                detail=speaker,
            )
    is_first = story.cues.isdisjoint((DENIED, CueKind.DENIAL.value))
    if DENIED in cues_of(entry) and is_first and (story.kinds or len(story.details) > 1):
        return Update(kind=CueKind.DENIAL.value, reason="first denial")
    return _tells_the_outcome(entry, story) or _takes_credit(entry, story)


def _tells_the_outcome(entry: Features, story: StoryState) -> Update | None:
    """Tell who says first, of those in office, what the explosions were that were heard."""
    said = [claim for claim in entry.report.claims if claim.kind is ClaimKind.SAYS]
    heard = not HEARD.isdisjoint(story.kinds)
    if story.sides or not heard or not said or not is_outcome(entry, story):
        return None
    speaker = said[0].side or said[0].actor
    return Update(
        kind=CueKind.CONFIRMATION.value,
        reason=f"what was heard, by {speaker}",
        detail=speaker,
    )


def _takes_credit(entry: Features, story: StoryState) -> Update | None:
    """Tell a country's forces who say that it was they who struck in the other country.

    Also the second side of an exchange, and Ukraine's where Russia has held all since 2014.
    """
    is_exchange = EventKind.EXCHANGE in entry.report.kinds
    if is_exchange:
        sides = PARTIES - _spoken(story)
    elif EventKind.STRIKE in entry.report.kinds:
        sides = PARTIES - _spoken(story) - _at_home(story)
    else:
        return None
    is_second = is_exchange and len(sides) == 1  # whoever says so for it
    for claim in entry.report.claims:
        side = claim.side
        if (
            side in sides
            and (is_second or claim.actor in FORCES)
            and claim.kind is ClaimKind.SAYS
        ):
            who = "the other side speaks" if is_exchange else "who struck speaks"
            return Update(
                kind=CueKind.CONFIRMATION.value, reason=f"{who}: {side}", detail=side
            )
    return None


def _spoken(story: StoryState) -> frozenset[str]:
    """Return who spoke; in Russian a ministry of defence of no country is Russia's."""
    is_russian = "ministry of defence" in story.sides and "ru" in story.languages
    return story.sides | {"RU"} if is_russian else story.sides


def _at_home(story: StoryState) -> set[str]:
    """Return in whose country it is."""
    return {region[:2] for region in story.regions - HELD}


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
    for kind, count in sorted(tolls_of(entry).items()):
        known = story.tolls.get(kind, 0)
        is_vague = known and count <= SEVERAL and kind in _open_counts(entry)
        if count > known and not is_vague:
            return Update(
                kind="casualties",
                reason=f"{kind}: {known} → {count}",
                detail=f"{kind}:{known}:{count}",
            )
    return None


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
        if speaker == "authorities" and story.sides & (HEADS | _at_home(story)):
            continue  # they are these
        if speaker not in story.sides:
            return speaker
    return None


def _spreads(entry: Features, story: StoryState) -> Update | None:
    """Tell a settlement that the title adds, in a region that the story knows."""
    added = entry.title_places - story.places - story.title_places
    known = entry.title_places & story.places
    is_within = bool(entry.regions) and entry.regions <= story.regions
    if not ANOTHER.isdisjoint(entry.title):  # "second drone found in ..."
        known |= entry.places & story.places
        is_within = not entry.regions.isdisjoint(story.regions)
    if added and known and is_within:
        return Update(
            kind="place", reason="a place that was not named before", detail=min(added)
        )
    return None
