"""How names and words are compared, the same wherever two are compared.

Folding unifies case, ``ё`` and ``е``, apostrophes, hyphens and spaces, and takes the
diacritics from Latin letters only: ``й`` and ``ї`` are letters of their own and stay
(stripping marks from Cyrillic would unify different words). A word that mixes Cyrillic with
Latin letters is read in the script that all of its letters can be ("Kуpcк" is «курск»).

A chunk is what stands between two spaces; nothing that folding does reaches over a space.
Seven of eight chunks hold one plain word and nothing but punctuation around it, so a text
is folded and cut as a whole, and only the others are looked at one by one, and remembered.
"""

import re
import unicodedata
from functools import lru_cache

from bot.domain.memory import Memory

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
_AROUND = '.,:;!?()[]«»“”"|-'  # what mostly stands around a word; none joins words
# A mark that case folding turns into a letter; normalization leaves it alone.
_TURNS_LETTER = "\u0345"
# All but ASCII, the Cyrillic letters of Russian and Ukrainian, and quotation marks.
_ODD = re.compile("[^\x00-_a-\x7fа-яєіїґ«»“”]")
# Letters that look alike in one case or the other; both scripts' letters are folded.
_LATIN_ALIKE = "abcehikmoptxy"
_CYRILLIC_ALIKE = "авсенікмортху"
_TO_CYRILLIC = str.maketrans(_LATIN_ALIKE, _CYRILLIC_ALIKE)
_TO_LATIN = str.maketrans(_CYRILLIC_ALIKE, _LATIN_ALIKE)
_CYRILLIC = "а-яґєіїў"
# Begins at a Latin letter, of which a Cyrillic text has few: far quicker than `_MIXED`.
_MIXES = re.compile(rf"[a-z](?:(?<=[{_CYRILLIC}].)|(?=[{_CYRILLIC}]))")
_MIXED = re.compile(rf"\w*(?:[a-z][{_CYRILLIC}]|[{_CYRILLIC}][a-z])\w*")
_HAS_LATIN = re.compile("[a-z]")
_HAS_CYRILLIC = re.compile(f"[{_CYRILLIC}]")


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
    return _unified(unicodedata.normalize("NFKC", _REMOVED.sub("", text)))


def _unified(text: str) -> str:
    text = text.casefold()
    for character in set(_ODD.findall(text)):
        text = text.replace(character, _plain(character))
    return _MIXED.sub(_in_one_script, text) if _MIXES.search(text) else text


def _in_one_script(mixed: re.Match[str]) -> str:
    """Return a word of two scripts in one, if all of its letters can be of it."""
    word = mixed.group()
    cyrillic, latin = word.translate(_TO_CYRILLIC), word.translate(_TO_LATIN)
    if not _HAS_LATIN.search(cyrillic):
        return cyrillic
    return word if _HAS_CYRILLIC.search(latin) else latin


def fold(text: str) -> str:
    """Return `text` in the form in which texts are compared; idempotent.

    >>> fold("  Ёлка — Żółć, Об’єднання ")
    "елка - zołc, об'єднання"
    """
    return " ".join(_folded(text).split())


@lru_cache(maxsize=4)  # language and places ask for the words of one text
def plain_words(text: str) -> tuple[str, ...]:
    """Return for each chunk its one word, folded; "" for a chunk that is not so plain."""
    if text.isascii():
        folded = text.lower().replace("`", "'")
    else:
        folded = text.replace("\u00a0", " ").replace("…", "...")
        if _TURNS_LETTER in text or not unicodedata.is_normalized("NFKC", folded):
            return ("",) * len(text.split())
        folded = _unified(folded)
    found = tuple(
        [
            word if (word := chunk.strip(_AROUND)).isalnum() else ""
            for chunk in folded.split()
        ]
    )
    count = len(text.split())  # a chunk of nothing but marks is lost
    return found if len(found) == count else ("",) * count


def _words(chunk: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(_folded(chunk)))


_words_of = Memory(_words)


def words(text: str) -> tuple[str, ...]:
    """Return the words of `text`, folded; an apostrophe inside a word belongs to it."""
    return _all_words(text, plain_words(text))


def words_of_both(first: str, rest: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words of a title and of a summary, which most have asked for as one text.

    >>> words_of_both("Київ. Наживо", "The mayor's")
    (('київ', 'наживо'), ('the', "mayor's"))
    """
    plain = plain_words(f"{first}\n{rest}")
    count = len(first.split())
    return _all_words(first, plain[:count]), _all_words(rest, plain[count:])


def _all_words(text: str, plain: tuple[str, ...]) -> tuple[str, ...]:
    if "" not in plain:
        return plain
    found: list[str] = []
    for word, chunk in zip(plain, text.split(), strict=True):
        if word:
            found.append(word)
        else:
            found += _words_of[chunk]
    return tuple(found)
