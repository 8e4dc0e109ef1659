"""What a report lets somebody say, short enough to be quoted (pure).

Only what its title says, or the first sentences after it: what comes later is background.
"""

import re
from collections.abc import Iterator
from typing import Final

from bot.annotate.actors import letters_of, sides_of
from bot.annotate.happenings import find_kinds
from bot.annotate.lettering import Words, cut
from bot.domain.accounts import Count, Statement
from bot.domain.places import Annotation, Kind
from bot.domain.reports import LOCAL_ACTORS, Claim, ClaimKind, Report, TollKind

HEAD: Final = 300  # characters after the title
MAX_QUOTE: Final = 160  # characters; a longer sentence is not quoted, for it would be cut
# Who they are, and for whom they speak, stands in words that are not read.
_ANYBODY: Final = frozenset(("head", "minister", "ministry", "spokesperson"))
_BELONGS: Final = re.compile(  # "the post of head of the Foreign Office"
    r"(?:глав|голов|очільник|должност|пост|посад|директор|представител|представник)\w*\s+$"
    r"|[А-Я]\w+[сц]ко\w+\s+$"  # a town's kremlin
    r"|\b(?:[Ii]f|[Ее]сли|[Яя]кщо)\s+$"
)
_OTHERS: Final = re.compile(r"[’']s$|^\s*(?:,|and|и|і|й|та)\s")  # "Poland and Norway said"
# Before a colon these are whom it is about as often as who says it ("Russian army: ...").
_TOPICS: Final = frozenset(("armed forces", "authorities", "police"))
_OFFICE: Final = re.compile(r"президент|president", re.IGNORECASE)
_ABOUT_THAT: Final = re.compile(  # the statement stands in the sentence before
    r"(?:Об этом|О том|Про це|Про те|This|That|It|He|She|They)\b"
)
_CUT: Final = re.compile(r"\b[A-ZА-Я]$")  # within "U.S."
_NOT_THEY: Final = re.compile(  # "a Russian military blogger said"
    r"\s+(?:blogger|correspondent|analyst|expert|observer|veteran|historian|journalist)"
)
_FORMER: Final = re.compile(
    r"\b(?:former|ex|бывш\w+|колишн\w+|екс|экс)[\s-]+(?:\w+\s+)?$", re.IGNORECASE
)
# Regions that Russia holds, and those of which it holds a part: there somebody of either
# side may be called governor or mayor. An outlet in Russia means its own.
_HELD: Final = frozenset(("UA-09", "UA-40", "UA-43"))
_DIVIDED: Final = frozenset(("UA-14", "UA-23", "UA-65"))
_OCCUPIED_TOWNS: Final = re.compile(
    r"Donetsk(?! (?:region|oblast|governor))|Makiivka|Horlivka|Mariupol|Luhansk|Melitopol"
    r"|Berd[iy]ansk|Enerhodar|Tokmak|Nova Kakhovka|Oleshky|Henichesk|Skadovsk"
    r"|Донець?к(?:у|ом|а|е)?\b(?! (?:обл|ОВА|ОДА))|Луганс|Маріупол|Мариупол"
    r"|Макіївк|Макеевк|Горлівк|Горловк"
    r"|Мел[иі]топол|Берд[яя]нськ|Бердянск|Енергодар|Энергодар|Токмак|Нов\w+ Кахов"
    r"|Олешк|Алешк|Ген[иі]ч[еє]ськ|Геническ|Скадовс"
)
_INSTALLED: Final = re.compile(
    r"(?:(?:Russian?|Moscow|Kremlin)-(?:installed|appointed|backed|imposed|controlled)"
    r"|(?i:occupation|окупаційн\w+|оккупационн\w+))\s+(?:\w+\s+)?$"
)
_FAKE: Final = re.compile(r"\bfake|\bфейк", re.IGNORECASE)
_ABOUT: Final = re.compile(  # so many, more or less: no other number differs from that
    r"\b(?:about|around|some|nearly|almost|approximately|roughly|около|примерно|почти"
    r"|приблизительно|близько|приблизно|майже|орієнтовно)\b",
    re.IGNORECASE,
)
_BEFORE_NUMBER: Final = 15  # characters
_COUNTED: Final = frozenset((TollKind.KILLED, TollKind.WOUNDED, TollKind.CASUALTIES))
# Whoever they are in a country's outlet, they are that country's own.
_OF_THE_STATE: Final = frozenset(
    (
        "emergency service",
        "foreign ministry",
        "general staff",
        "interior ministry",
        "ministry of defence",
        "president",
        "security service",
    )
)


def find_statements(
    title: str,
    summary: str,
    report: Report,
    annotation: Annotation,
    *,
    outlet_country: str | None = None,
) -> tuple[Statement, ...]:
    """Return what is said in an entry and by whom; what is doubtful is left out.

    Args:
        title: The entry's title, plain text.
        summary: Its summary, plain text.
        report: Its signals.
        annotation: Its language and places.
        outlet_country: Where the outlet is.
    """
    text = f"{title}\n{summary}"
    countries = annotation.about & set(annotation.countries)
    place = next(iter(countries)) if len(countries) == 1 else None
    found = []
    for claim in report.claims:
        if claim.start > len(title) + HEAD or not _is_clear(text, claim):
            continue
        side = _side(text, claim, annotation, place=place, outlet_country=outlet_country)
        quote = _quote(text, claim, len(title))
        words = cut(quote, annotation.language)
        found.append(
            Statement(
                actor=claim.actor,
                side=side,
                kind=claim.kind,
                quote=quote,
                events=frozenset(kind.value for kind in find_kinds(words, len(quote))),
                places=frozenset(_places(annotation, claim)),
                answers=_answered(words, side) if claim.kind is ClaimKind.DENIES else None,
                counts=_counts(report, claim, text),
            )
        )
    return tuple(found)


def _side(
    text: str,
    claim: Claim,
    annotation: Annotation,
    *,
    place: str | None,
    outlet_country: str | None,
) -> str | None:
    """Return for which country somebody speaks, None if that is not certain."""
    is_local = claim.actor in LOCAL_ACTORS
    if is_local and _INSTALLED.search(text[: claim.actor_start]):
        return "RU"
    if claim.side is not None:
        return claim.side
    if is_local and claim.actor != "investigators":
        is_sure = place != "UA" or _is_ours(text, claim, annotation, outlet_country)
        return place if is_sure else None
    if claim.actor not in _OF_THE_STATE:
        return None
    beside = {  # "Минобороны Великобритании"
        mention.country
        for mention in annotation.mentions
        if mention.kind is Kind.COUNTRY and 0 <= mention.start - claim.actor_end <= 1
    }
    return beside.pop() if beside else outlet_country


def _is_ours(
    text: str, claim: Claim, annotation: Annotation, outlet_country: str | None
) -> bool:
    """Say whether who governs a place of Ukraine there is surely Ukraine's own."""
    start, end = min(claim.start, claim.actor_start), max(claim.end, claim.actor_end)
    named = [each for each in annotation.mentions if each.region and not each.weak]
    beside = [each for each in named if start <= each.start < end]
    regions = {each.region for each in beside or named}
    if not regions.isdisjoint(_HELD):
        return False
    if regions.isdisjoint(_DIVIDED):
        return True
    said = text[start:end] if beside else text
    return outlet_country != "RU" and _OCCUPIED_TOWNS.search(said) is None


def _is_clear(text: str, claim: Claim) -> bool:
    """Say whether it is certain who speaks, and that this is what they say."""
    if claim.kind is ClaimKind.RETRACTS or claim.actor in _ANYBODY:
        return False
    if claim.kind is ClaimKind.CONFIRMS and _FAKE.search(text, claim.start, claim.end):
        return False  # "admits that the news was fake"
    if _is_headed(text, claim) and (
        claim.side in {claim.actor, "INT"}
        or claim.actor in _TOPICS
        or _OFFICE.search(text, claim.actor_start, claim.actor_end)
    ):
        return False
    after = text[claim.actor_end : claim.actor_end + len(" and  ")]
    named = text[claim.actor_start : claim.actor_end]
    if _OTHERS.search(named) or (claim.actor == claim.side and _OTHERS.match(after)):
        return False
    before = text[: claim.actor_start]
    if _NOT_THEY.match(text, claim.actor_end) or _FORMER.search(before):
        return False
    return _BELONGS.search(before) is None and not _is_asked(text, claim)


def _is_asked(text: str, claim: Claim) -> bool:
    """Say whether a question stands in the stead of a statement."""
    end = re.compile(r"[.!?…\n]").search(text, max(claim.start, claim.actor_end))
    return end is not None and end[0] == "?"


def _is_headed(text: str, claim: Claim) -> bool:
    """Say whether the speaker stands before a colon, and the words after it."""
    return text[: claim.start].rstrip().endswith(":") and claim.actor_end <= claim.start


def _quote(text: str, claim: Claim, title_end: int) -> str:
    """Return the statement's words, "" if they are too many, or say nothing themselves."""
    if claim.start < title_end:
        words = text[claim.start if _is_headed(text, claim) else 0 : title_end]
    else:
        words = text[claim.start : claim.end]
    quote = " ".join(words.split()).strip(" .,:;–—-")
    is_whole = len(quote) <= MAX_QUOTE and not _CUT.search(quote)
    return quote if is_whole and not _ABOUT_THAT.match(quote) else ""


def _places(annotation: Annotation, claim: Claim) -> Iterator[str]:
    for mention in annotation.mentions:
        if claim.start <= mention.start < claim.end and mention.kind is not Kind.COUNTRY:
            yield mention.place_id
            if mention.region is not None:
                yield mention.region


def _answered(words: Words, side: str | None) -> str | None:
    """Return whose claim the words name, if they name one side's beside the speaker's."""
    letters = letters_of(words)
    sides = sides_of(words, letters) - {side}
    return sides.pop() if "O" in letters and len(sides) == 1 else None


def _counts(report: Report, claim: Claim, text: str) -> tuple[Count, ...]:
    if claim.kind is ClaimKind.DENIES:
        return ()
    return tuple(
        Count(kind=toll.kind, low=toll.low, high=toll.high)
        for toll in report.tolls
        if claim.start <= toll.start < claim.end
        and toll.kind in _COUNTED
        and toll.whose is None  # else it is one side's soldiers, or children only
        and not toll.more
        and toll.low
        and not _ABOUT.search(text, max(0, toll.start - _BEFORE_NUMBER), toll.end)
    )
