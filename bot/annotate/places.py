"""Places that a text names: ``find_mentions``.

Whole words, the longest name first; then guards (case, persons, ships and battles, common
words), then for each ambiguous name the reading that the rest of the text supports.
"""

import re
from collections.abc import Iterator, Sequence

from bot.annotate import capitals, choose, guards, masks
from bot.annotate.choose import Reading
from bot.annotate.gazetteer import Form, Gazetteer, Sense, load
from bot.annotate.tokens import Token, Tokens, is_joint, tokenize
from bot.domain.model import Kind, Mention, Place

_UKRAINIAN = re.compile(r"[іїєґІЇЄҐ]")
_RUSSIAN = re.compile(r"[ыэёъЫЭЁЪ]")
_CYRILLIC = re.compile(r"[а-яА-ЯёЁіІїЇєЄґҐ]")
_ADJECTIVES = {Form.ADJECTIVE, Form.TOWN_ADJECTIVE}
_OF_COUNTRY = {Form.ADJECTIVE, Form.PEOPLE}
_LEAST_BORROWED = 5  # letters of a name accepted from the other Cyrillic language


def _language(text: str, lang: str | None) -> str:
    if lang:
        return lang.replace("_", "-").split("-")[0].casefold()
    cyrillic = len(_CYRILLIC.findall(text[:500]))
    if cyrillic * 2 < sum(map(str.isalpha, text[:500])):
        return "en"
    return "uk" if len(_UKRAINIAN.findall(text)) > len(_RUSSIAN.findall(text)) else "ru"


def _fits(sense: Sense, token: Token, language: str) -> bool:
    """Return whether a sense's language may occur in a text of `language`."""
    if _CYRILLIC.match(token.key) is None:
        return sense.language in {language, "en"}
    if language in {"uk", "ru"}:
        return sense.language == language
    return sense.language in {"uk", "ru"}


def _borrowed(
    senses: tuple[Sense, ...], token: Token, language: str, *, beside_name: bool
) -> list[Sense]:
    """Return the senses of the other Cyrillic language, if the word can only be a name."""
    if (
        language not in {"uk", "ru"}
        or not token.upper
        or token.starts
        or len(token.key) < _LEAST_BORROWED
        or guards.is_common(token.key, language)
        or beside_name
    ):
        return []
    return [s for s in senses if s.language in {"uk", "ru"} and s.form is Form.NAME]


def _best_form(senses: list[Sense], *, marked: bool) -> tuple[Sense, ...]:
    form = min(sense.form for sense in senses)
    of_country = [s for s in senses if len(s.place_id) == 2 and s.form in _OF_COUNTRY]  # noqa: PLR2004  # ISO 3166-1
    if of_country and not marked:  # «українська»: Ukrainian sooner than of Ukrainsk
        form = of_country[0].form
        senses = of_country
    unique = {sense.place_id: sense for sense in senses if sense.form is form}
    return tuple(unique.values())


def _readings(
    text: str, tokens: Tokens, gazetteer: Gazetteer, language: str
) -> Iterator[Reading]:
    """Yield non-overlapping readings from left to right, the longest at each word.

    What is masked is asked for the first reading only: most texts of the world's feeds
    have none.
    """
    begin = gazetteer.longest
    if begin.keys().isdisjoint(tokens.firsts):
        return
    mask: masks.Mask | None = None
    free = 0
    names = [(i, first) for i, first in enumerate(tokens.firsts) if first in begin]
    for index, first in names:
        reading = None
        if index >= free:
            reading = _longest(tokens, index, begin[first], gazetteer, language)
        if reading is None:
            continue
        mask = mask or masks.Mask(text)
        if not mask.covers(tokens[index].start, tokens[index].end):
            yield reading
            free = reading.end


def _longest(
    tokens: Tokens, start: int, most: int, gazetteer: Gazetteer, language: str
) -> Reading | None:
    """Return the longest reading of up to `most` words from `start` on."""
    keys = tokens.keys[start : start + most]
    for width in range(len(keys), 0, -1):
        found = gazetteer.senses.get(" ".join(keys[:width]))
        if found is not None:
            reading = _read(tokens, range(start, start + width), found, gazetteer, language)
            if reading is not None:
                return reading
    return None


def _read(
    tokens: Tokens,
    span: range,
    found: tuple[Sense, ...],
    gazetteer: Gazetteer,
    language: str,
) -> Reading | None:
    start, end = span.start, span.stop
    words = tokens[start:end]
    if not all(is_joint(word.gap) for word in words[1:]):
        return None
    fitting = [s for s in found if _fits(s, words[0], language)]
    fitting = fitting or _borrowed(
        found, words[0], language, beside_name=guards.is_beside_name(tokens, start, end)
    )
    fitting = [
        sense
        for sense in fitting
        if guards.has_right_case(
            tokens, start, end, gazetteer.place(sense.place_id), sense.form
        )
        and (sense.form is not Form.TOWN_ADJECTIVE or guards.has_unit(tokens, end))
    ]
    if not fitting:
        return None
    if guards.has_unit(tokens, end):  # «Покровському напрямку»: of Pokrovsk, not Pokrovske
        fitting = [s for s in fitting if s.form in _ADJECTIVES] or fitting
    return Reading(
        start,
        end,
        " ".join(tokens.keys[start:end]),
        _best_form(fitting, marked=guards.is_marked(tokens, start)),
    )


def _mention(
    reading: Reading,
    place: Place,
    text: str,
    tokens: Sequence[Token],
    gazetteer: Gazetteer,
) -> Mention:
    form = reading.senses[0].form
    start, end = tokens[reading.start].start, tokens[reading.end - 1].end
    if (
        place.id in capitals.GOVERNED
        and form is Form.NAME
        and capitals.is_government(text, tokens, reading.start, reading.end)
    ):
        place = gazetteer.place(capitals.GOVERNED[place.id])
    return Mention(
        start=start,
        end=end,
        text=text[start:end],
        place_id=place.id,
        place=place.names["en"],
        kind=place.kind,
        region=place.region,
        country=place.country,
        weak=form is Form.PEOPLE or (form is Form.ADJECTIVE and place.kind is Kind.COUNTRY),
    )


def _is_elsewhere(
    tokens: Sequence[Token],
    readings: Sequence[Reading],
    chosen: Sequence[Place],
    index: int,
) -> bool:
    """Return whether "Odessa, Texas" names a town that the table does not know."""
    if index + 1 == len(readings):
        return False
    around = chosen[index + 1]
    follows = readings[index + 1].start == readings[index].end
    return (
        follows
        and tokens[readings[index].end].gap == ", "
        and around.kind is Kind.REGION
        and chosen[index].kind is Kind.SETTLEMENT
        and chosen[index].country != around.country
        and around.country not in {"UA", "RU"}
    )


def find_mentions(
    text: str, lang: str | None = None, *, country: str | None = None
) -> tuple[Mention, ...]:
    """Return the places that `text` names, in order, without overlaps.

    Args:
        text: Plain text, a title and a summary parted by a newline or any other.
        lang: Its language (BCP 47); told from the letters if None.
        country: Where the outlet is at home (ISO 3166-1): a last argument between places
            of one name.
    """
    gazetteer = load()
    language = _language(text, lang)
    tokens = tokenize(text)
    readings = list(_readings(text, tokens, gazetteer, language))
    if not readings:
        return ()
    context = choose.learn(readings, tokens, gazetteer, country, language)
    mentions = []
    chosen = [choose.choose(reading, context) for reading in readings]
    chosen = choose.widen(readings, chosen, tokens, gazetteer)
    for index, (reading, place) in enumerate(zip(readings, chosen, strict=True)):
        if _is_elsewhere(tokens, readings, chosen, index):
            continue
        if choose.is_admitted(reading, place, tokens, context):
            mentions.append(_mention(reading, place, text, tokens, gazetteer))
    return tuple(mentions)
