"""How names and words are compared, the same wherever two are compared.

Folding unifies case, ``ё`` and ``е``, apostrophes, hyphens and spaces, and takes the
diacritics from Latin letters only: ``й`` and ``ї`` are letters of their own and stay
(stripping marks from Cyrillic would unify different words).
"""

import re
import unicodedata

_APOSTROPHES = dict.fromkeys(map(ord, "’‘ʼʹ`´ʻ′＇"), "'")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_REMOVED = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\u0301"))
_WORD = re.compile(r"\w+(?:'\w+)*", re.UNICODE)
_KEEP = {"й", "ї", "ў", "ґ"}


def _plain(character: str) -> str:
    if character in _KEEP or character < "\x80":
        return character
    decomposed = unicodedata.normalize("NFD", character)
    if len(decomposed) > 1 and "a" <= decomposed[0] <= "z":
        return decomposed[0]
    return character


def fold(text: str) -> str:
    """Return `text` in the form in which texts are compared; idempotent.

    >>> fold("  Ёлка — Żółć, Об’єднання ")
    "елка - zołc, об'єднання"
    """
    text = unicodedata.normalize("NFC", text.translate(_REMOVED))
    text = unicodedata.normalize("NFKC", text).casefold()
    text = text.translate(_REMOVED).translate(_APOSTROPHES).translate(_DASHES)
    text = text.replace("ё", "е")
    return " ".join("".join(map(_plain, text)).split())


def words(text: str) -> tuple[str, ...]:
    """Return the words of `text`, folded; an apostrophe inside a word belongs to it."""
    return tuple(_WORD.findall(fold(text)))
