"""Hear places by the simplest means: ``python tools/baselines.py KIND < IN > OUT``.

What `tocsin annotate` must be better than, on the same input (JSON lines with ``id``,
``lang``, ``title`` and ``summary``) and in the same form of output, so that one scorer
reads both. KIND is one of

- ``geotext``: the package of that name, which knows countries and peoples in English;
- ``english``: English names of countries and first-level regions, as whole words;
- ``local``: their names in the document's language without case forms, as whole words;
- ``substring``: the English names anywhere, in capitals or not.

The names are those of the gazetteer that Tocsin ships. No baseline knows settlements.
"""

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache, partial
from importlib.resources import as_file, files
from itertools import groupby
from typing import Any, Final

import marisa_trie

from bot.annotate.gazetteer import load
from bot.annotate.keys import Form, Mark, key_of
from bot.annotate.packed import LANGUAGES, SEPARATOR
from bot.annotate.tokens import tokenize
from bot.domain.model import Kind, Place

WIDE: Final = frozenset({Kind.COUNTRY, Kind.REGION})
LONGEST: Final = 6  # words of a name
Found = tuple[int, int, str | None, str, bool]  # start, end, region, country, weak


def _place(place: Place, start: int, end: int) -> Found:
    return start, end, place.region, place.country or place.id, False


@lru_cache(maxsize=1)
def english_names() -> Mapping[str, Place]:
    """Return the places by English name; of two with one name the country."""
    gazetteer = load()
    places = (*gazetteer.regions(), *gazetteer.countries())
    return {place.names["en"]: place for place in places}


@lru_cache(maxsize=1)
def local_keys() -> Mapping[str, Mapping[str, Place]]:
    """Return the places by language and key of each name in its basic form."""
    gazetteer = load()
    trie = marisa_trie.BinaryTrie()
    found: dict[str, dict[str, Place]] = {language: {} for language in LANGUAGES}
    with as_file(files("bot.data").joinpath("gazetteer.bin")) as path:
        trie.mmap(str(path))
        keys = (key for key, _ in groupby(map(_key, trie.iterkeys())))
        for key in keys:
            for sense in gazetteer.senses(key):
                if sense.form is not Form.NAME or sense.marks & Mark.OBLIQUE:
                    continue
                if gazetteer.spot(sense.place).kind in WIDE:
                    names = found[sense.language]
                    known = names.get(key)
                    if known is None or known.kind is not Kind.COUNTRY:
                        names[key] = gazetteer.at(sense.place)
    return found


def _key(line: bytes) -> str:
    return line.partition(SEPARATOR)[0].decode()


def by_substring(text: str, _: str) -> Iterator[Found]:
    """Yield each English name that stands anywhere in the text."""
    folded = text.lower()
    for name, place in english_names().items():
        at = folded.find(name.lower())
        while at >= 0:
            yield _place(place, at, at + len(name))
            at = folded.find(name.lower(), at + 1)


def by_english_word(text: str, _: str) -> Iterator[Found]:
    """Yield each English name that stands as whole words, written as the table has it."""
    for name, place in english_names().items():
        if name in text:
            for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
                yield _place(place, match.start(), match.end())


def by_local_word(text: str, language: str) -> Iterator[Found]:
    """Yield each name in the document's language that stands as whole words."""
    names = local_keys().get(language, {})
    tokens = tokenize(text)
    free = 0
    for start in range(len(tokens)):
        if start < free or not tokens[start].upper:
            continue
        for end in range(min(start + LONGEST, len(tokens)), start, -1):
            place = names.get(key_of(" ".join(tokens.keys[start:end])))
            if place is not None:
                yield _place(place, tokens[start].start, tokens[end - 1].end)
                free = end
                break


def by_geotext(text: str, _: str, *, read: Callable[[str], Any]) -> Iterator[Found]:
    """Yield what geotext calls a city, a country or a people, with its country."""
    seen = read(text)
    for names, weak in (
        ((*seen.countries, *seen.cities), False),
        (seen.nationalities, True),
    ):
        for name in set(names):
            for country in read(name).country_mentions:
                for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
                    yield match.start(), match.end(), None, country, weak


def geotext() -> Callable[[str, str], Iterator[Found]]:
    """Return `by_geotext` with the package, which the project does not need otherwise."""
    try:
        from geotext import GeoText  # noqa: PLC0415
    except ImportError:
        sys.exit("baselines: geotext is not installed: pip install geotext==0.4.0")
    return partial(by_geotext, read=GeoText)


def line(document: Mapping[str, Any], find: Callable[[str, str], Iterator[Found]]) -> str:
    """Return the line for one document."""
    text = f"{document.get('title', '')}\n{document['summary']}"
    mentions = [
        {
            "start": start,
            "end": end,
            "text": text[start:end],
            "region": region,
            "country": country,
            "weak": weak,
        }
        for start, end, region, country, weak in sorted(
            find(text, document["lang"]), key=repr
        )
    ]
    return json.dumps({"id": document["id"], "mentions": mentions}, ensure_ascii=False)


def main() -> None:
    """Read documents from standard input, write a line for each."""
    parser = argparse.ArgumentParser()
    parser.add_argument("kind", choices=("geotext", "english", "local", "substring"))
    kind = parser.parse_args().kind
    find: Callable[[str, str], Iterator[Found]]
    match kind:
        case "geotext":
            find = geotext()
        case "english":
            find = by_english_word
        case "local":
            find = by_local_word
        case _:
            find = by_substring
    for document in sys.stdin:
        if document.strip():
            print(line(json.loads(document), find))


if __name__ == "__main__":
    main()
