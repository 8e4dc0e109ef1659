"""What the inflections and spellings of a word have in common: keys such as "c:рук|f".

Two words are forms or spellings of one another if they share a key. Its second letter is a
colon; what follows is a stem with the paradigm that it has (`bot.match.inflections`), a
name's sounds, or what a list calls a name. Keys are made by rules when a word is first
seen, and remembered.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache

from bot.match.inflections.cyrillic import read_cyrillic
from bot.match.inflections.english import read_english
from bot.match.inflections.fixed import NAMES, SPELLINGS, SURNAMES
from bot.match.inflections.french import read_french
from bot.match.inflections.german import read_german
from bot.match.inflections.names import read_name
from bot.match.inflections.polish import read_polish
from bot.match.inflections.spanish import read_spanish

_REMEMBERED = 6_144  # words, each with about ten keys of 70 bytes: 12 MB
_LONGEST = 40  # letters; nothing longer bends
_LATIN: Mapping[str, Callable[[str], Iterator[str]]] = {
    "en": read_english,
    "pl": read_polish,
    "de": read_german,
    "fr": read_french,
    "es": read_spanish,
}

# What says after a text's word whether it is written as a proper name: most are not.
NAME_MARKS = {True: "+", False: "", None: "?"}
_NAMED = {"+": True, "?": None}


def rules_of(language: str) -> str:
    """Return the language by whose rules Latin words of a text are read.

    Args:
        language: The text's (BCP 47).
    """
    code = language.partition("-")[0]
    return code if code in _LATIN else "en"


def capital_matters(word: str) -> bool:
    """Return whether it tells two words apart that a folded word has a capital letter."""
    return word in NAMES or word in SURNAMES


@lru_cache(maxsize=_REMEMBERED)
def stems(
    word: str,
    *,
    name: bool | None = None,
    language: str | None = None,
    asked: bool | None = None,
) -> frozenset[str]:
    """Return the keys of a folded word; none if it is of another script.

    Without the optional arguments the answer has all keys that the word may have with them.

    Args:
        word: The word, folded; a capital letter that a person typed and that matters
            (`bot.match.capitals.asked_words`) says that `name` is True.
        name: Whether it stands with a capital that says that it is a proper name.
        language: That of the text (ISO 639-1): by its rules are Latin words read, those of
            English for a language without rules. A query's language is not known.
        asked: True for a query's word, False for a text's.

    >>> bool(stems("дронами") & stems("дрони"))
    True
    """
    if word[:1].isupper():
        name, word = True, word.lower()
    if not _is_read(word):
        return frozenset()
    plain = word.removesuffix("'s")
    found = {f"n:{names[plain]}" for names in (NAMES, SPELLINGS) if plain in names}
    if plain in NAMES:
        if name:
            return frozenset(found)
        if name is False and not asked:
            found = set()
    found.add(f"w:{word}")  # what equals a word meets it, whatever else is known
    if _is_cyrillic(word):
        found.update(read_cyrillic(word, name=name))
    else:
        found.update(_read_latin(word, language, name=name))
    if name is not False or asked:
        # A capital says little at a beginning, or where all nouns have one.
        every = asked is not False or (name is True and language != "de")
        found.update(read_name(plain, every=every, asked=asked))
    return frozenset(found)


def stems_of(reading: str, rules: str) -> frozenset[str]:
    """Return the keys of a text's word that ends with one of `NAME_MARKS`.

    Args:
        reading: The word, folded, and the mark.
        rules: What `rules_of` says of the text's language; "" if that is not known.
    """
    return stems(
        word_of(reading),
        name=_NAMED.get(reading[-1:], False),
        language=rules or None,
        asked=False,
    )


def word_of(reading: str) -> str:
    """Return a text's word without its mark."""
    return reading.rstrip("+?")  # neither is part of a word


def apart_from_name(reading: str, rules: str) -> tuple[str, Iterable[str]]:
    """Return a reading that a text's word also has, and the keys that it has besides.

    Most words bend alike, names or not; else the reading itself is returned.
    """
    word = word_of(reading)
    plain = word.removesuffix("'s")
    is_plain = word == reading or not _is_read(word)
    if is_plain or rules == "de" or plain in NAMES or word in SURNAMES:
        return reading, ()
    return word, read_name(plain, every=reading.endswith("+"), asked=False)


def _is_cyrillic(word: str) -> bool:
    return "\u0400" <= word[:1] <= "\u052f"


def _is_read(word: str) -> bool:
    is_latin = "a" <= word[:1] <= "z" or "\u00df" <= word[:1] <= "\u024f"
    return (is_latin or _is_cyrillic(word)) and len(word) <= _LONGEST


def _read_latin(word: str, language: str | None, *, name: bool | None) -> Iterator[str]:
    if language is None:
        for code, read in _LATIN.items():
            yield from (f"{code[0]}:{key}" for key in read(word))
    elif language == "de":
        yield from (f"d:{key}" for key in read_german(word, noun=name))
    else:
        code = rules_of(language)
        yield from (f"{code[0]}:{key}" for key in _LATIN[code](word))
