"""Words made of the names of towns and regions: adjectives, lands and people."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.annotate.paradigms.rules import Cases, Table, decline

_TAIL = re.compile(r"[ -](?:на|над|под|під|nad)[ -]")
# Parts that a hyphen joins: some callers have a space in its place.
_JOINED = re.compile(r"(?:нью|санкт|усть|сан|лос|\S*[оo]) .*|.* \S+(?:[сц]ь?кий|[sc]ki)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """What a language makes of names.

    Attributes:
        adjectives: Rules from a town's name to the adjective, masculine nominative.
        town_adjectives: Adjectives of towns that no rule fits.
        lands: Rules from a region's adjective to the name of the land.
        land_names: Lands that no rule fits, by adjective.
        people: Rules from a town's name to its people, nominative plural.
        town_people: People of towns that no rule fits.
        person: Rules from people to all forms of one and of many.
        linked: First words of which an adjective of two words keeps the stem and -o-.
    """

    adjectives: Table
    town_adjectives: Mapping[str, Cases]
    lands: Table
    land_names: Mapping[str, Cases]
    people: Table
    town_people: Mapping[str, Cases]
    person: Table
    linked: Table


def _first(word: str, known: Mapping[str, Cases], rules: Table) -> tuple[str, ...]:
    found = known.get(word) or decline(word, rules) or ((),)
    return found[0]


def one_word(name: str, derivation: Derivation) -> str:
    """Return a name of several words as the one word that its adjective is made of.

    "Красная Яруга" is "краснояруга", "Ростов-на-Дону" is "ростов"; a name of one word
    stays; "" if the name has no such word.
    """
    name = _TAIL.split(name, maxsplit=1)[0]
    first, space, noun = name.partition(" ")
    if not space or _JOINED.fullmatch(name):
        return name
    linked = decline(first, derivation.linked)
    return "" if linked is None or " " in noun else linked[0][0] + noun


def town_adjectives(name: str, derivation: Derivation) -> tuple[str, ...]:
    """Return the adjectives of a lower-case town's name, masculine nominative."""
    known = derivation.town_adjectives.get(name)
    if known is not None:
        return known[0]
    return _first(
        one_word(name, derivation), derivation.town_adjectives, derivation.adjectives
    )


def lands(adjective: str, derivation: Derivation) -> tuple[str, ...]:
    """Return the names of the land of a region with this adjective, nominative."""
    return _first(adjective, derivation.land_names, derivation.lands)


def people(town: str, derivation: Derivation) -> Iterator[str]:
    """Yield every form of the words for the people of a town, of one and of many."""
    name = town if town in derivation.town_people else one_word(town, derivation)
    if " " in name:
        return
    for many in _first(name, derivation.town_people, derivation.people):
        yield many
        for cell in decline(many, derivation.person) or ():
            yield from cell
