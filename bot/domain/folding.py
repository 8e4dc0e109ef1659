"""How names and words are compared, the same wherever two are compared.

Folding unifies case, ``ё`` and ``е``, apostrophes, hyphens and spaces, and takes the
diacritics from Latin letters only: ``й`` and ``ї`` are letters of their own and stay
(stripping marks from Cyrillic would unify different words).

Feeds repeat their words: of those in 10,000 real entries, in any order, four of five were
among the last 16,384 different ones. So a word is folded once and then looked up
(benchmarks/annotate.py).
"""

import re
import unicodedata
from functools import lru_cache
from itertools import chain

REMEMBERED = 16_384  # words; about 5 MB for each function that remembers so many
LONGEST = 40  # characters of a word worth remembering; longer ones are text without spaces

_MARKS = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u0301"
_REMOVED = re.compile(f"[{_MARKS}]")
_WORD = re.compile(r"\w+(?:'\w+)*", re.UNICODE)
_KEEP = {"й", "ї", "ў", "ґ"}
_SAME = {  # what case folding leaves to be unified
    **dict.fromkeys(_MARKS, ""),
    **dict.fromkeys("’‘ʼʹ`´ʻ′＇", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "ё": "е",
}
# All but ASCII, the Cyrillic letters of Russian and Ukrainian, and quotation marks.
_ODD = re.compile("[^\x00-_a-\x7fа-яєіїґ«»“”]")


@lru_cache(maxsize=1024)
def _plain(character: str) -> str:
    """Return what a character of a case-folded text is compared by."""
    if character in _SAME:
        return _SAME[character]
    if character in _KEEP:
        return character
    decomposed = unicodedata.normalize("NFD", character)
    if len(decomposed) > 1 and "a" <= decomposed[0] <= "z":
        return decomposed[0]
    return character


def _folded(text: str) -> str:
    """Return `text` folded, its spaces as they were."""
    if text.isascii():
        return text.lower().replace("`", "'")
    text = unicodedata.normalize("NFKC", _REMOVED.sub("", text)).casefold()
    for character in set(_ODD.findall(text)):
        text = text.replace(character, _plain(character))
    return text


def fold(text: str) -> str:
    """Return `text` in the form in which texts are compared; idempotent.

    >>> fold("  Ёлка — Żółć, Об’єднання ")
    "елка - zołc, об'єднання"
    """
    return " ".join(_folded(text).split())


def words(text: str) -> tuple[str, ...]:
    """Return the words of `text`, folded; an apostrophe inside a word belongs to it.

    Nothing that folding does reaches over a space, so the words of a text are those of
    its chunks, that is of what stands between two spaces.
    """
    return tuple(
        chain.from_iterable(
            _remembered(chunk) if len(chunk) <= LONGEST else _words(chunk)
            for chunk in text.split()
        )
    )


def _words(chunk: str) -> list[str]:
    return _WORD.findall(_folded(chunk))


@lru_cache(maxsize=REMEMBERED)
def _remembered(chunk: str) -> tuple[str, ...]:
    return tuple(_words(chunk))
