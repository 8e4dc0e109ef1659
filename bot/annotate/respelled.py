"""Russian spellings of Ukraine's villages that the gazetteer has by no or another one.

The codifier names them in Ukrainian only, and `tools/gazetteer/translit.py` writes what it
thinks that Russian writes: «Фиголовка». Papers write «Фиголевка», «Луговое», «Ольшаное».
"""

import re
from functools import lru_cache

from bot.annotate.gazetteer import NOTHING, Entry, Gazetteer, Sense, base
from bot.annotate.keys import Form, Mark
from bot.annotate.local import TOWN
from bot.annotate.tokens import Tokens
from bot.annotate.transcription import ENDINGS, in_ukrainian

_NONE: frozenset[str] = frozenset()
_RUSSIAN = frozenset({"ru"})  # a word of it: «Линейное», «Спокойное»
_ONLY_NAMES = re.compile(r"(?:вк(?:[аиеу]|ой|ою)|[сц]кое|полье)$")
_WORD = re.compile(r"[А-ЯЁ][а-яё]{5,}")
_ENDS = tuple(ENDINGS)


def entries(tokens: Tokens, gazetteer: Gazetteer) -> dict[int, Entry]:
    """Return what is known of words that only such a spelling makes names, by index."""
    if not any(word.endswith(_ENDS) for word in _WORD.findall(tokens.text)):
        return {}
    found: dict[int, Entry] = {}
    for index, key in enumerate(tokens.keys):
        if (
            key.endswith(_ENDS)
            and gazetteer.entries[key] is NOTHING
            and tokens.is_upper(index)
        ):
            senses = respelled(gazetteer, key)
            word = _NONE if _ONLY_NAMES.search(key) else _RUSSIAN
            if senses:
                found[index] = NOTHING._replace(senses=senses, common=word, word=word)
    return found


@lru_cache(maxsize=4_096)
def _names(key: str) -> tuple[tuple[str, bool], ...]:
    """Return the Ukrainian names that a word may stand for, and if it is declined."""
    return tuple(in_ukrainian(key, base().begins))


def respelled(gazetteer: Gazetteer, key: str) -> tuple[Sense, ...]:
    """Return the villages of Ukraine whose names a Russian word may be."""
    found: dict[int, Sense] = {}
    for name, declined in _names(key):
        for sense in gazetteer.entries[name].senses:
            named = sense.form is Form.NAME and not sense.marks & Mark.OBLIQUE
            if (
                named
                and sense.language == "uk"
                and gazetteer.spot(sense.place).country == "UA"
            ):
                marks = Mark.OBLIQUE if declined else 0
                found[sense.place] = sense._replace(language="ru", marks=marks)
    return tuple(found.values())


def complete(
    reading_senses: tuple[Sense, ...], key: str, gazetteer: Gazetteer
) -> tuple[Sense, ...]:
    """Return the senses of a Russian name with the villages that another spelling has.

    «Лидиевка» is written so for one of five villages, and as «Лидиивка» for the others.
    """
    first = reading_senses[0]
    if (
        first.language != "ru"
        or first.form is not Form.NAME
        or not key.endswith(_ENDS)
        or gazetteer.spot(first.place).country != "UA"
    ):
        return reading_senses
    spots = [gazetteer.spot(sense.place) for sense in reading_senses]
    if any(spot.country != "UA" or spot.weight >= TOWN for spot in spots):
        return reading_senses
    known = {sense.place for sense in reading_senses}
    more = [sense for sense in respelled(gazetteer, key) if sense.place not in known]
    return (*reading_senses, *more)
