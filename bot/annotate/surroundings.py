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


def call_oblasts(tokens: Tokens) -> None:
    """Give a city in Latin letters, with a word for its region, the key of the oblast."""
    for index, key in enumerate(tokens.keys):
        oblast = _OBLASTS.get(key)
        if oblast is not None and (
            _is_regional(tokens, index) or _is_of_region(tokens, index)
        ):
            tokens.rename(index, oblast)


def _is_regional(tokens: Tokens, index: int) -> bool:
    """Return whether a regional office follows: "Kyiv regional governor"."""
    office, of = [*tokens.keys[index + 1 : index + 3], "", ""][:2]
    if office in _REGION and tokens[index + 1].gap == "-":
        return tokens.keys[index] in _GERMAN  # "Kiew-Region"
    is_regional = office == "regional" and _OFFICE.match(of) is not None
    return (is_regional or office == "governor") and tokens[index + 1].gap == " "


def _is_of_region(tokens: Tokens, index: int) -> bool:
    """Return whether a word for a region stands before: "Gebiet Moskau"."""
    at = index - 1
    if at > 0 and tokens.keys[at] in _OF:
        at -= 1
    elif tokens.keys[index] not in _GERMAN:
        return False
    return at >= 0 and tokens.keys[at] in _REGION and tokens[index].gap == " "
