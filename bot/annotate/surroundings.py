"""An oblast that is called by its city's name where its offices are named.

«Київська ОВА», "Moscow regional court", "Region Kiew", "la région de Kiev" are not of the
city, «Курська обласна рада» is nobody's surname: their words get the key under which the
gazetteer has the oblast.
"""

import re

from bot.annotate.gazetteer import NOTHING, Gazetteer
from bot.annotate.tokens import Tokens

_ADJECTIVE = re.compile(r"(\w{2,}(?:[сцз]ьк|[сц]к))(?:[аиіоуеєюя]\w{0,3}|ї|й)$")
_CYRILLIC_OFFICE = re.compile(
    r"(?:обласн|областн|обл(?:рад|сов[ею]т|дум|прокур|управ|держадм|військ|воен|суд|"
    r"[іи]збир|виборч|здоро?в|[еэ]нерго|автодор|газ)|губернатор|о[вд]а$)"
)
# Where none of these is, there is no such office; to look at each word takes longer.
_GATE = re.compile(r"[оО]бл|ОБЛ|убернатор|УБЕРНАТОР|\bО[ВД]А\b")
_OBLASTS = {
    "kyiv": "kyiv oblast",
    "kiev": "kyiv oblast",
    "kiew": "kyiv oblast",
    "kyjiw": "kyiv oblast",
    "moscow": "moscow oblast",
    "moskau": "moscow oblast",
    "moscou": "moscow oblast",
    "moscu": "moscow oblast",
    "mosca": "moscow oblast",
    "leningrad": "leningrad oblast",
    **{city: f"{city} oblast" for city in ("amur", "sverdlovsk", "vladimir")},
}
_OFFICE = re.compile(
    r"(?:military|state|admin|govern|prosecut|police|court|council|authorit|official|head|"
    r"chief|duma|emergenc|hospital|health|medic|rescue|department|legislat)"
)
_REGION = frozenset(
    "region regionen gebiet gebiete gebieten grenzregion grenzgebiet oblast oblaste "
    "regione regiao".split()
)
_OF = frozenset("of de di du von um".split())
_GERMAN = frozenset(
    "kiew kyjiw moskau leningrad sverdlovsk".split()
)  # in English "a region Moscow claims" is another


def call_offices(tokens: Tokens, gazetteer: Gazetteer) -> None:
    """Give an oblast's office, after the adjective of its city, the key of the oblast."""
    if _GATE.search(tokens.text) is None:
        return
    for index, unit in enumerate(tokens.keys):
        if not index or _CYRILLIC_OFFICE.match(unit) is None or tokens[index].breaks:
            continue
        city = _ADJECTIVE.match(tokens.keys[index - 1])
        if city is None:
            continue
        adjective = city[1] + ("ая" if city[1].endswith(("ск", "цк")) else "а")
        if gazetteer.entries[f"{adjective} область"] is not NOTHING:
            tokens.rename(index - 1, adjective)
            tokens.rename(index, "область")


# Oblasts as Ukraine spells their adjectives in Latin letters.
_ADJECTIVES = {
    f"{adjective}ska": f"{city} oblast"
    for adjective, city in (
        ("cherka", "cherkasy"),
        ("chernihiv", "chernihiv"),
        ("chernivet", "chernivtsi"),
        ("dnipropetrov", "dnipropetrovsk"),
        ("donet", "donetsk"),
        ("frankiv", "ivano frankivsk"),
        ("kharkiv", "kharkiv"),
        ("kherson", "kherson"),
        ("khmelnyt", "khmelnytskyi"),
        ("kirovohrad", "kirovohrad"),
        ("kyiv", "kyiv"),
        ("luhan", "luhansk"),
        ("lviv", "lviv"),
        ("mykolaiv", "mykolaiv"),
        ("ode", "odesa"),
        ("poltav", "poltava"),
        ("rivnen", "rivne"),
        ("sum", "sumy"),
        ("ternopil", "ternopil"),
        ("vinnyt", "vinnytsia"),
        ("volyn", "volyn"),
        ("zakarpat", "zakarpattia"),
        ("zaporiz", "zaporizhzhia"),
        ("zhytomyr", "zhytomyr"),
    )
}
_ADJECTIVES["zaporizka"] = "zaporizhzhia oblast"
# "Novhorod-Siversky", as English papers spell it.
_HALVES = {
    "siversky": ("novhorod",),
    "podilsky": ("kamianets", "mohyliv"),
    "dnistrovsky": ("bilhorod",),
}
_PORTS = {"pivdennyi": "pivdennyi port"}  # of Odesa; the town there is Pivdenne


def call_oblasts(tokens: Tokens) -> None:
    """Give a city in Latin letters, with a word for its region, the key of the oblast.

    And the oblast's Ukrainian adjective: "Poltavska oblast"; "Novhorod-Siversky" gets the
    spelling that the gazetteer has.
    """
    for index, key in enumerate(tokens.keys):
        if key == "ukraine" and _is_plant(tokens, index):
            tokens.rename(index - 1, "pivdennoukrainsk")
        if key in _HALVES and index and tokens.keys[index - 1] in _HALVES[key]:
            tokens.rename(index, f"{key[:-1]}yi")
        named = _ADJECTIVES.get(key) or _PORTS.get(key)
        if named is not None and _stands_for(tokens, index, named):
            tokens.rename(index, named)
            continue
        oblast = _OBLASTS.get(key)
        if oblast is not None and (
            _is_regional(tokens, index)
            or _is_of_region(tokens, index)
            or (key in _NO_CITIES and _is_listed(tokens, index))
        ):
            tokens.rename(index, oblast)


def _is_plant(tokens: Tokens, index: int) -> bool:
    """Return whether a plant is called after half a country: "South Ukraine NPP"."""
    after = tokens.keys[index + 1 : index + 2]
    return (
        index > 0
        and tokens.keys[index - 1] == "south"
        and tokens.is_upper(index - 1)
        and bool(after)
        and after[0] in _NUCLEAR
    )


def _stands_for(tokens: Tokens, index: int, named: str) -> bool:
    """Return whether a word is an oblast's adjective before "oblast", or the port."""
    if named.endswith("port"):
        return index + 1 == len(tokens) or not tokens.is_upper(index + 1)
    return tokens.keys[index + 1 : index + 2] in [["oblast"], ["region"]]


# Cities that are no longer called so, where their oblasts are.
_NO_CITIES = frozenset(("leningrad", "sverdlovsk"))
_REGIONAL = frozenset("governor ova oma".split())
_NUCLEAR = frozenset("nuclear npp".split())
_ITS = re.compile(
    r"(?:authorit|official|govern|police$|court$|village|border|farmer|resident|prosecut)"
)
_LIST = 7  # words of a list of regions


def _is_listed(tokens: Tokens, index: int) -> bool:
    """Return whether a region's people follow, or "regions" after a list.

    "Leningrad authorities", "Leningrad and Kaliningrad regions".
    """
    after = tokens.keys[index + 1 : index + 1 + _LIST]
    if not after or tokens[index + 1].breaks:
        return False
    lists = tokens[index + 1].gap == ", " or after[0] in {"and", "or"}
    listed = lists and ("regions" in after or "oblasts" in after)
    before = "regions" in after[:1] or "oblasts" in after[:1]
    return listed or before or _ITS.match(after[0]) is not None


def _is_regional(tokens: Tokens, index: int) -> bool:
    """Return whether a regional office follows: "Kyiv regional governor"."""
    office, of = [*tokens.keys[index + 1 : index + 3], "", ""][:2]
    if office in _REGION and tokens[index + 1].gap == "-":
        return tokens.keys[index] in _GERMAN  # "Kiew-Region"
    is_regional = office == "regional" and _OFFICE.match(of) is not None
    return (is_regional or office in _REGIONAL) and tokens[index + 1].gap == " "


def _is_of_region(tokens: Tokens, index: int) -> bool:
    """Return whether a word for a region stands before: "Gebiet Moskau"."""
    at = index - 1
    if at > 0 and tokens.keys[at] in _OF:
        at -= 1
    elif tokens.keys[index] not in _GERMAN:
        return False
    return at >= 0 and tokens.keys[at] in _REGION and tokens[index].gap == " "
