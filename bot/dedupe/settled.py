"""Which of the places that a report names are where it happened (pure)."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from bot.domain.places import Kind, Mention

SETTLED = frozenset((Kind.SETTLEMENT, Kind.DISTRICT))
# Regions that are towns, so that one of both names is that of the town.
CITIES = frozenset(
    "UA-30 UA-40 RU-MOW RU-SPE TR-34 TR-06 AE-DU AE-AZ QA-DA DE-BE DE-HH AT-9 CZ-10 BY-HM "
    "MD-CU RO-B HU-BU BE-BRU GE-TB AZ-BA AM-ER KZ-71 KZ-75 LV-RIX CN-BJ SY-HI SY-ID SY-HM "
    "SY-LA SY-TA SY-DR SY-RA IR-10 IR-23".split()
)
AT_WAR = frozenset("RU UA".split())
# Near the war, and where what comes by air is rare.
AT_PEACE = frozenset("BG CZ DE DK EE FI HR HU LT LV MD NO PL RO SE SK".split())
# The region has its town's name, and is meant where the preposition says so.
_NAMESAKE = re.compile(r"запор[іо]ж(?:ж|ь)\w", re.IGNORECASE)
_OF_REGION = re.compile(r"\bна\s+$", re.IGNORECASE)
_TOWN = ("g687700", "Zaporizhzhia", "UA-23")
# The town of the nuclear plant that has the region's name.
_PLANT_TOWN = ("g709276", "Enerhodar", "UA-23")
_PLANT = re.compile(r"\b(?:ЗАЭС|ЗАЕС|ZNPP|ZAES)\b")
_ITS_NAME = re.compile(r"\W*(?:nuclear|atomic|NPP|АЭС|АЕС|атомн|ядерн)", re.IGNORECASE)
_PLANT_OF = re.compile(
    r"\b(?:AKW|Kernkraftwerk\w*|Atomkraftwerk\w*|centrale(?: nucléaire)? de|"
    r"central nuclear de|elektrowni\w* (?:atomow|jądrow)\w+(?: w)?)\s+$",
    re.IGNORECASE,
)
_ITS_PLANT = re.compile(r"\W+plant\b", re.IGNORECASE)
_ATOMIC = re.compile(r"\b(?:IAEA|nuclear|reactor|radiation)", re.IGNORECASE)
TOWNS = frozenset((_TOWN[0], _PLANT_TOWN[0]))
_LANDMARK = re.compile(
    r"\b(?:near|outside|beyond|close to|(?:north|south|east|west)(?:east|west)? of|"
    r"gateway to|km from|біля|поблизу|неподалік(?: від)?|"
    r"недалеко від|поруч [із]з?|на підступах до|возле|вблизи|около|"
    r"рядом с|недалеко от|неподалеку от|на подступах к|bei|nahe|koło|obok|"
    r"niedaleko|w pobliżu)\s+[\"'«“„]?$",
    re.IGNORECASE,
)
_ALSO = re.compile(r"\b(?:not (?:only|just)|не (?:тільки|лише|только))\s+$", re.IGNORECASE)
_OF_OFFICE = re.compile(
    r"(?:['’]s)?\s+(?:regional\b|region\b|oblast\b|province\b|county\b|governor\b"
    r"|(?:border |frontline )?(?:town|city|village|settlement|hamlet|district) of\b)",
    re.IGNORECASE,
)
_CALLED_REGION = re.compile(
    r"\b(?:region|gebiet|oblast|obwód|obwodzie|obwodu)\s+$", re.IGNORECASE
)
_NEARBY = 24  # characters before a name, for the longest of these words

# Before the first place of a title; "Sumy and Okhtyrka" is none of it.
_ALSO_THERE = re.compile(
    r"\b(?:[иій]|та й|также|також|тоже|теж|also|too)\s+"
    r"(?:(?:[ву]|на|по|под|під|in|on|at)\s+)?"
    r"(?:\w+\s+)?"
    # «и село Негино Суземского района»
    r"(?:(?:сел[ои]|село[мі]|поселок|посёлок|деревня|деревню|хутір|хутор|селище|станица|"
    r"станицу|(?:the )?(?:village|town|settlement) of)\s+\w+\s+"
    r"(?:(?:in|near|у|возле|біля|поблизу|рядом с|неподалік|под|під)\s+)?)?$",
    re.IGNORECASE,
)


def as_towns(mentions: Iterable[Mention], title: str) -> list[Mention]:
    """Return those not weak, with what is rather a town than its region as the town.

    «Удар по Запоріжжю» is one on the town, «на Запоріжжі» one in the region; the nuclear
    plant is in a town of its own.
    """
    place_id, name, region = _TOWN
    strong = [
        _of_plant(each.start, each.end) if _is_plant(each, title) else each
        for each in mentions
        if not each.weak
    ] + [_of_plant(*match.span()) for match in _PLANT.finditer(title)]
    if not any(each.place_id == region for each in strong):
        return strong
    return [
        replace(each, place_id=place_id, place=name, kind=Kind.SETTLEMENT)
        if each.place_id == region
        and " " not in each.text
        and _NAMESAKE.match(each.text)
        and not _OF_REGION.search(title[: each.start])
        else each
        for each in strong
    ]


def _is_plant(mention: Mention, title: str) -> bool:
    """Say whether a title means the nuclear plant by the region's or the town's name."""
    if mention.place_id not in _TOWN[::2] or mention.end > len(title):
        return False
    before = title[max(0, mention.start - 2 * _NEARBY) : mention.start]
    return bool(
        _ITS_NAME.match(title, mention.end)
        or _PLANT_OF.search(before)
        or (_ITS_PLANT.match(title, mention.end) and _ATOMIC.search(title))
    )


def _of_plant(start: int, end: int) -> Mention:
    """Return the town of the plant, which shares no name with the region's."""
    place_id, name, region = _PLANT_TOWN
    return Mention(
        start=start,
        end=end,
        text=name,
        place_id=place_id,
        place=name,
        kind=Kind.SETTLEMENT,
        region=region,
        country=region[:2],
    )


def find_settled(mentions: Iterable[Mention], title: str, head: int) -> list[Mention]:
    """Return the towns and districts among the mentions, but for landmarks.

    Args:
        mentions: Those that are not weak.
        title: The title.
        head: Where it ends, as mentions count.
    """
    settled = [m for m in mentions if m.kind in SETTLED or m.place_id in CITIES]
    beside = landmarks_of((m for m in settled if m.start < head), title)
    return [m for m in settled if m.place_id not in beside]


def landmarks_of(in_title: Iterable[Mention], title: str) -> frozenset[str]:
    """Return the ids of those a title names beside the place where it happened.

    "Near Kupiansk", "Samara governor", «не тільки Саратов». Where a title names no other
    place, what it names is as near as can be told.
    """
    several = tuple(in_title)
    if len(several) < 2:  # noqa: PLR2004
        return frozenset()
    of_region: defaultdict[str | None, set[str]] = defaultdict(set)
    for mention in several:
        of_region[mention.region].add(mention.place_id)
    beside = {
        mention.place_id
        for mention in several
        if _is_beside(title, mention, is_alone=len(of_region[mention.region]) == 1)
    }
    all_of_them = beside.issuperset(mention.place_id for mention in several)
    return frozenset() if all_of_them else frozenset(beside)


def _is_beside(title: str, mention: Mention, *, is_alone: bool) -> bool:
    before = title[max(0, mention.start - _NEARBY) : mention.start]
    return bool(
        (_LANDMARK.search(before) and not is_alone)
        or _ALSO.search(before)
        or _CALLED_REGION.search(before)
        or _OF_OFFICE.match(title, mention.end)
    )


def is_also_there(in_title: Iterable[Mention], title: str) -> bool:
    """Say whether a title tells that its first place was hit too: «и Рени зацепило»."""
    first = min((mention.start for mention in in_title), default=0)
    return _ALSO_THERE.search(title[:first]) is not None
