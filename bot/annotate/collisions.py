"""What an admin should know of the names in regions.yaml before relying on them.

Findings to read, not errors: a village may well have the name of fourteen others.
"""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from bot.annotate.gazetteer import Gazetteer
from bot.annotate.keys import Form, key_of
from bot.annotate.lexicon import LOCATIVE, MARKERS, UNITS
from bot.annotate.own import OwnGazetteer, base_language, languages_of, words_of
from bot.annotate.tokens import tokenize
from bot.domain.model import Place
from bot.domain.own_regions import Name, OwnPlace, OwnRegion

LISTED: Final = 2  # places that a finding names; more are counted
_EVERYDAY: Final = LOCATIVE | MARKERS | UNITS


class Finding(NamedTuple):
    """What is to be known of `name`, which stands under `key` of the region `region`."""

    region: str
    key: str
    name: str
    text: str


def find_collisions(gazetteer: OwnGazetteer) -> tuple[Finding, ...]:
    """Return the findings, in the order of regions.yaml."""
    own = gazetteer.own
    found: list[Finding] = []
    for region in own.regions:
        for key, name, texts in _of_region(region, gazetteer):
            found += [Finding(region.id, key, name, text) for text in texts]
    for name in own.groups:
        found += [Finding("", "groups", name, t) for t in _of_group(name, gazetteer)]
    return tuple(found)


def _of_region(
    region: OwnRegion, gazetteer: OwnGazetteer
) -> Iterator[tuple[str, str, Iterator[str]]]:
    here = gazetteer.place(region.id)
    for alias in region.aliases:
        yield "aliases", alias.text, _of_alias(alias, here, gazetteer)
    for place in region.places:
        for name in place.names:
            yield "places", name.text, _of_place(name, place, here, gazetteer)
    for word in region.context:
        yield "context", word, _of_context(word, here, gazetteer)
    for phrase in region.exclude:
        yield "exclude", phrase, _of_exclude(phrase, here, gazetteer)
    for required in region.require_context:
        yield "require_context", required, _of_required(required, here, gazetteer)


def _named(text: str, languages: Iterable[str], gazetteer: Gazetteer) -> dict[str, Place]:
    """Return the places by id that `text` is a name of, in these languages or in any."""
    fitting = {*languages, "en", "und"}
    if "und" in languages:
        fitting = set()
    return {
        place.id: place
        for sense in gazetteer.senses(key_of(words_of(text)))
        if sense.form is Form.NAME and (not fitting or sense.language in fitting)
        for place in (gazetteer.at(sense.place),)
    }


def describe(places: Iterable[Place]) -> str:
    """Return what the places are: a few by name, more by number and country.

    >>> describe([])
    '0 places'
    """
    found = list(places)
    if 1 <= len(found) <= LISTED:
        return " and ".join(
            f"{place.names['en']} ({place.region or place.country or place.id})"
            for place in found
        )
    codes = sorted({place.country for place in found if place.country})
    return f"{len(found)} places{' in ' if codes else ''}{', '.join(codes)}"


def _is_in(place: Place, here: Place) -> bool:
    return here.id in {place.id, place.district, place.region, place.country}


def _words(text: str, languages: Iterable[str], gazetteer: Gazetteer) -> list[str]:
    """Return what else a name is: a common word, a given name, a surname."""
    key = key_of(words_of(text))
    entry = gazetteer.entries[key]
    spoken = frozenset(languages)
    also = (
        ("a common word", entry.common, key in _EVERYDAY),
        ("a given name", entry.given, False),
        ("a surname", entry.surname, False),
    )
    return [what for what, known, listed in also if listed or not known.isdisjoint(spoken)]


def _of_alias(alias: Name, here: Place, gazetteer: OwnGazetteer) -> Iterator[str]:
    languages = (base_language(alias),)
    if _named(alias.text, languages, gazetteer.base).get(here.id):
        yield "is a name that the gazetteer has already: it may be deleted"
    others = _named(alias.text, languages, gazetteer)
    others.pop(here.id, None)
    if others:
        yield f"is also {describe(others.values())}: the text decides which is meant"
    yield from _as_words(alias.text, languages, gazetteer)


def _as_words(
    text: str, languages: Iterable[str], gazetteer: OwnGazetteer
) -> Iterator[str]:
    if words := _words(text, languages, gazetteer):
        yield (
            f"is also {' and '.join(words)}: it counts only where the words around show a "
            "place"
        )


def _of_place(
    name: Name, place: OwnPlace, here: Place, gazetteer: OwnGazetteer
) -> Iterator[str]:
    languages = (base_language(name),)
    others = _named(name.text, languages, gazetteer)
    others.pop(place.id, None)
    near = [p for p in others.values() if p.region == here.region and here.region]
    away = [p for p in others.values() if p not in near]
    if near:
        ids = ", ".join(p.id for p in near[:LISTED])
        yield (
            f"is also {describe(near)}, id {ids}: if that is the same place, delete this "
            "one, and give that one aliases"
        )
    if away:
        yield f"is also {describe(away)}: it counts only with support from the text"
    yield from _as_words(name.text, languages, gazetteer)


def _of_context(word: str, here: Place, gazetteer: OwnGazetteer) -> Iterator[str]:
    languages = languages_of(word)
    named = _named(word, languages, gazetteer).values()
    if away := [place for place in named if not _is_in(place, here)]:
        yield f"is also {describe(away)}: texts about that support the region, too"
    if "a common word" in (words := _words(word, languages, gazetteer)):
        yield f"is also {' and '.join(words)}: many texts will support the region"


def _of_exclude(phrase: str, here: Place, gazetteer: OwnGazetteer) -> Iterator[str]:
    named = _named(phrase, languages_of(phrase), gazetteer).values()
    if hidden := [place for place in named if _is_in(place, here)]:
        yield f"is a name of {describe(hidden)} itself: nothing is found by it any more"
    elif not _holds_name(phrase, here, gazetteer):
        yield f"holds no name of {here.id} nor of a place in it: it excludes nothing"
    if kept := [place for place in named if not _is_in(place, here)]:
        yield f"means {describe(kept)}: that is still found"


def _holds_name(phrase: str, here: Place, gazetteer: OwnGazetteer) -> bool:
    """Return whether some of the words of `phrase` name what it keeps from being meant."""
    keys = tokenize(phrase).keys
    return any(
        _is_in(gazetteer.at(sense.place), here)
        for start in range(len(keys))
        for end in range(start + 1, len(keys) + 1)
        for sense in gazetteer.senses(" ".join(keys[start:end]))
    )


def _of_required(name: str, here: Place, gazetteer: OwnGazetteer) -> Iterator[str]:
    named = _named(name, languages_of(name), gazetteer).values()
    inside = [place for place in named if _is_in(place, here)]
    if not inside:
        yield f"is no name of {here.id} nor of a place in it: it changes nothing"
    else:
        yield f"is {describe(inside)}: it counts only with support from the text"


def _of_group(name: str, gazetteer: OwnGazetteer) -> Iterator[str]:
    if key_of(name) in gazetteer.base.groups:
        yield "takes the place of the group that is built in"
    if places := _named(name, ("und",), gazetteer):
        yield f"is also {describe(places.values())}: /region {name} means the group"
