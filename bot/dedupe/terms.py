"""The terms of a text: what is left of a word when its inflection is taken off.

A term is 32 bits of a hash, the same on every machine. Cyrillic words are written in
Latin letters first, in the simplest way: a feed whose texts are transliterated, in any of
the usual ways, has the same terms as one in Cyrillic letters, and so have most names in
Russian and Ukrainian.
"""

import re
from collections.abc import Sequence
from functools import partial
from itertools import groupby
from math import log
from zlib import crc32

from snowballstemmer.english_stemmer import EnglishStemmer

from bot.dedupe.common import synonyms, synonyms_slavic
from bot.dedupe.common.english import ABBREVIATED
from bot.dedupe.common.english import COMMON as ENGLISH
from bot.dedupe.common.english import DROPPED as ENGLISH_DROPPED
from bot.dedupe.common.others import DROPPED as OTHER_DROPPED
from bot.dedupe.common.russian import COMMON as RUSSIAN
from bot.dedupe.common.russian import DROPPED as RUSSIAN_DROPPED
from bot.domain.folding import words
from bot.domain.memory import Memory

PREFIX = 5  # letters of a name
STEM = 6  # letters of a Slavic word: 5 joins more, and wrongly; 7 knows fewer inflections
SHORT = 8  # letters of a word whose ending may be among them: школа, школы
SLAVIC = frozenset({"ru", "uk", "be", "bg", "sr", "mk"})

_DROPPED = frozenset(
    word
    for list_ in (ENGLISH_DROPPED, RUSSIAN_DROPPED, OTHER_DROPPED)
    for word in list_.split()
)
_LETTERS = str.maketrans(
    dict(
        zip(
            "абвгдежзийклмнопрстуфхцчшщыэюяіїєґў",
            "abvgdezziiklmnoprstufhccssieuaiiegu",
            strict=True,
        )
    )
    | {"ъ": "", "ь": "", "'": ""}
)
# Spellings of one Cyrillic letter in Latin ones, longest first.
_SPELLINGS = (
    *(("shch", "s"), ("shh", "s"), ("sch", "s"), ("sh", "s"), ("zh", "z"), ("kh", "h")),
    *(("x", "h"), ("cz", "c"), ("ts", "c"), ("tc", "c"), ("ch", "c"), ("w", "v")),
    *((vowel, "e") for vowel in ("yo", "jo", "ye", "je")),
    *((vowel, "u") for vowel in ("yu", "ju", "iu")),
    *((vowel, "a") for vowel in ("ya", "ja", "ia")),
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_DAY = re.compile(r"[12]?\d|3[01]|0[1-9]")
_MONTHS = frozenset(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_SHORTEST_MONTH = 3  # letters
_IOTA = re.compile("[yij]+")
_DOUBLED = re.compile(r"(.)\1+")
# Of nouns and adjectives, as `spell_plainly` writes them.
_ENDING = re.compile(
    "(?<=...)(?:ami?|ah|[oe][imvu]|[oe]go|[oe]mu|i[mhv]|imi|[oe]vi|[oei][aeu]|[aeiou])$"
)


def _plain(word: str) -> str:
    return spell_plainly(word)[:PREFIX]


_plain_names = Memory(_plain)


def spell_plainly(word: str) -> str:
    """Return a folded word in the fewest Latin letters that any spelling of it has."""
    word = word.translate(_LETTERS)
    for spelling, letter in _SPELLINGS:
        word = word.replace(spelling, letter)
    return _DOUBLED.sub(r"\1", _IOTA.sub("i", word))


def plain_name(word: str) -> str:
    """Return a folded word as names are compared over scripts and transliterations.

    >>> plain_name("харків") == plain_name("kharkiv")
    True
    """
    return _plain_names[word]


_SLAVIC_MONTHS = frozenset(
    plain_name(month)
    for month in (
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря "
        "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада "
        "грудня"
    ).split()
)


def find_terms(text: str, language: str) -> list[int]:
    """Return the terms of the words of `text` that tell anything, in order.

    Args:
        text: Plain text.
        language: What the feed says it is in, else what it looks like.
    """
    is_slavic = language in SLAVIC
    terms = _terms[is_slavic]
    return [
        terms[word]
        for word in _undated(words(text), is_slavic=is_slavic)
        if word not in _DROPPED and (len(word) > 1 or word.isdigit())
    ]


def _undated(found: Sequence[str], *, is_slavic: bool) -> Sequence[str]:
    """Return the words without those of dates, which any report of the day may have.

    They made one story of 161 reports of one day, and others of 80 and 39 (ru_slug).
    """
    numbers = [place for place, word in enumerate(found) if word.isdigit()]
    if not numbers:
        return found
    date_words: set[int] = set()
    for _, run in groupby(enumerate(numbers), lambda each: each[1] - each[0]):
        places = [place for _, place in run]
        if len(places) >= len(("day", "month", "year")) and any(
            _YEAR.fullmatch(found[place]) for place in places
        ):
            date_words.update(places)
    for place in numbers:
        if _DAY.fullmatch(found[place]):
            before, after = place - 1, place + 1
            if after < len(found) and _is_month(found[after], is_slavic=is_slavic):
                date_words.update((place, after))
            if place and not is_slavic and _is_month(found[before], is_slavic=False):
                date_words.update((before, place))
    return [word for place, word in enumerate(found) if place not in date_words]


def _is_month(word: str, *, is_slavic: bool) -> bool:
    if is_slavic:
        return len(word) >= _SHORTEST_MONTH and plain_name(word) in _SLAVIC_MONTHS
    return word in _MONTHS


def make_term(word: str, *, is_slavic: bool) -> int:
    """Return the term of a folded word, or of what it is said for."""
    term = _own_term(word, is_slavic=is_slavic)
    return _SAID_FOR.get(term, term)


_terms = {each: Memory(partial(make_term, is_slavic=each)) for each in (False, True)}


def term_of(word: str, *, is_slavic: bool) -> int:
    """Return what `make_term` does, which for an English word takes long."""
    return _terms[is_slavic][word]


def _own_term(word: str, *, is_slavic: bool) -> int:
    if word[0].isdigit():
        return number_of(word)
    if is_slavic or "\u0400" <= word[0] <= "\u052f":
        return number_of(f"s{_stem(word)}")
    # One for each word (0.2 us of 97): a stemmer keeps the word in itself, and entries are
    # prepared in several threads at once.
    return number_of(f"w{EnglishStemmer().stemWord(word)}")


def _stem(word: str) -> str:
    """Return what is left of a Slavic word without its inflection.

    Whether an h in Latin letters is Ukrainian г or х no word tells ("arhentyna").
    """
    plain = spell_plainly(word)
    if len(plain) <= SHORT:
        plain = _ENDING.sub("", plain)
    return (plain.replace("h", "g") if word.isascii() else plain)[:STEM]


def number_of(name: str) -> int:
    """Return the number of a term, or of anything else that is looked up as one."""
    return crc32(name.encode("utf-8", "replace"))


def _said_for() -> dict[int, int]:
    found: dict[int, int] = {}
    for lines, is_slavic in ((synonyms.ENGLISH, False), (synonyms_slavic.SLAVIC, True)):
        for line in lines.strip().splitlines():
            meant = line.split() + [spell_plainly(w) for w in line.split() if is_slavic]
            first, *others = [_own_term(word, is_slavic=is_slavic) for word in meant]
            found.update(dict.fromkeys(others, first))
    return found


_SAID_FOR = _said_for()


def is_dropped(word: str) -> bool:
    """Return whether a folded word tells nothing."""
    return word in _DROPPED


def _expected() -> dict[int, float]:
    found: dict[int, float] = {}
    for lists in (ENGLISH, RUSSIAN):
        for halvings, terms in lists.items():
            for term in terms.split():
                in_latin = term.replace("h", "g") if term.startswith("s") else term
                for number in map(number_of, {term, in_latin}):
                    meant = _SAID_FOR.get(number, number)
                    found[meant] = max(found.get(meant, 0.0), 2.0**-halvings)
    return found


_ABBREVIATED = frozenset(find_terms(ABBREVIATED, "en"))
BACKGROUND = 3000  # stories' worth of trust in the lists of common words
_EXPECTED = _expected()


def weigh(term: int, *, stories: int, total: int) -> float:
    """Return how much a term tells: the rarer, the more.

    Args:
        term: The term.
        stories: How many stories had it.
        total: How many stories there were.
    """
    expected = BACKGROUND * _EXPECTED.get(term, 0.0)
    return log((total + BACKGROUND + 2) / (stories + expected + 1)) + 0.1


def is_common(term: int) -> bool:
    """Return whether a term is an everyday word, before any story was told."""
    return term in _EXPECTED or term in _ABBREVIATED
