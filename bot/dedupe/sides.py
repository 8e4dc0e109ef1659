"""Which side speaks of an event for the first time, as what it did itself (pure)."""

from bot.dedupe.features import Features
from bot.dedupe.same_kind import CAUSES
from bot.dedupe.story_state import StoryState
from bot.dedupe.terms import find_terms
from bot.domain.reports import ClaimKind, EventKind

PARTIES = {"RU", "UA"}  # what other forces say of a strike is no word of who struck
FORCES = {
    *("armed forces", "general staff", "military intelligence", "ministry of defence"),
    "security service",
}
EXCHANGERS = {"coordination headquarters", "ministry of defence"}
HELD = {"UA-40", "UA-43"}  # in Ukraine, and Russia does not strike there
HIT = frozenset(
    (
        *find_terms(
            "уражено уражена уражені уразили ураження пошкодили пошкоджено знищено", "uk"
        ),
        *find_terms("знищили вивели влучили влучання", "uk"),
        *find_terms("уничтожен уничтожена уничтожены уничтожили вывели", "ru"),
        *find_terms("getroffen zerstört treffer", "de"),
        *find_terms("trafiono trafieniu zniszczono zniszczyły", "pl"),
        *find_terms(
            "поражение поражении поражен поражена поразили повредили уничтожении", "ru"
        ),
        *find_terms("hit damaged struck destroyed", "en"),
    )
)


def find_side(entry: Features, story: StoryState) -> tuple[str, str] | None:
    """Return the side that speaks for the first time, and what that means.

    They are a country's forces who say that it was they who struck in the other country.

    Also the second side of an exchange, and Ukraine's where Russia has held all since 2014.
    """
    is_exchange = EventKind.EXCHANGE in entry.report.kinds
    if is_exchange:
        sides = PARTIES - spoken(story)
    elif EventKind.STRIKE in entry.report.kinds or _tells_what_it_hit(entry, story):
        sides = PARTIES - spoken(story) - at_home(story)
    else:
        return None
    is_own = not HIT.isdisjoint(entry.title)  # "Moscow says it struck a depot"
    speakers = FORCES | PARTIES if is_own else FORCES
    for claim in entry.report.claims:
        side = claim.side or _own_side(claim.actor, entry)
        # Whoever says so for the second side; of the first, who exchanges them.
        speaks_for_it = len(sides) == 1 or claim.actor in EXCHANGERS
        if (
            side in sides
            and ((is_exchange and speaks_for_it) or claim.actor in speakers)
            and claim.kind is ClaimKind.SAYS
        ):
            who = "the other side speaks" if is_exchange else "who struck speaks"
            return side, who
    return None


def _own_side(actor: str, entry: Features) -> str | None:
    """Return the side of a body that in its own language is named without its country."""
    return "RU" if actor == "ministry of defence" and entry.language == "ru" else None


def _tells_what_it_hit(entry: Features, story: StoryState) -> bool:
    """Say whether its title tells of a hit in words that are no kind of event."""
    return not HIT.isdisjoint(entry.title) and not CAUSES.isdisjoint(story.kinds)


def spoken(story: StoryState) -> frozenset[str]:
    """Return who spoke; bodies of no named country are that of the language."""
    unnamed = {side for side in PARTIES if f"unnamed {side}" in story.sides}
    return story.sides | unnamed


def at_home(story: StoryState) -> set[str]:
    """Return in whose country it is."""
    return {region[:2] for region in story.regions - HELD}
