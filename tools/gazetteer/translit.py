"""Transliteration of place names, both ways that the build needs.

Ukrainian by the Cabinet's table of 2010 (resolution 55), Russian by the simplified BGN
system of English-language news; Russian names into Ukrainian by the rules of the 2019
orthography (section 144), as far as place names need them.
"""

import re

_UK = dict(
    zip(
        "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'",
        "a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch "
        " iu ia ".split(" "),
        strict=True,
    )
)
_UK_FIRST = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_RU = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya".split(
            " "
        ),
        strict=True,
    )
)
_PART = re.compile(r"[\w']+")


def _title(part: str) -> str:
    return part[:1].upper() + part[1:]


def _ukrainian_part(match: re.Match[str]) -> str:
    part = match[0].lower().replace("зг", "зgh")
    letters = [
        _UK_FIRST[letter] if index == 0 and letter in _UK_FIRST else _UK.get(letter, letter)
        for index, letter in enumerate(part)
    ]
    return _title("".join(letters).replace("zhgh", "zgh"))


def _russian_part(match: re.Match[str]) -> str:
    part = match[0].lower()
    part = re.sub(r"(?:ый|ий)\b", "y", part)
    part = re.sub(r"\bе|(?<=[аеёиоуыэюяъь])е", "ye", part)
    return _title("".join(_RU.get(letter, letter) for letter in part))


def from_ukrainian(name: str) -> str:
    """Return `name` in Latin letters.

    >>> from_ukrainian("Велика Новосілка")
    'Velyka Novosilka'
    """
    return _PART.sub(_ukrainian_part, name)


def from_russian(name: str) -> str:
    """Return `name` in Latin letters.

    >>> from_russian("Красная Яруга")
    'Krasnaya Yaruga'
    """
    return _PART.sub(_russian_part, name)


_TO_UKRAINIAN = (
    (r"ск\b", "ськ"),
    (r"цк\b", "цьк"),
    (r"ск(?=(?:ий|ая|ое|о|а|е)\b)", "ськ"),
    (r"цк(?=(?:ий|ая|ое)\b)", "цьк"),
    (r"ая\b", "а"),
    (r"яя\b", "я"),
    (r"(?:ое|ее)\b", "е"),
    (r"(?:ые|ие)\b", "і"),
    (r"(?:ый|ий)\b", "ий"),
    (r"ово\b", "ово"),
    (r"(?<=[жшчщц])и(?=[бвгджзклмнпрстфхцчшщ])", "И"),
    (r"\bе|(?<=[аеёиоуыэюяъь])е", "є"),
    (r"ё", "йо"),
    (r"и(?!й\b)", "і"),
    (r"ы", "и"),
    (r"э", "е"),
    (r"ъ", "'"),
    (r"И", "и"),
)


def russian_to_ukrainian(name: str) -> str:
    """Return how Ukrainian writes the Russian place `name`.

    >>> russian_to_ukrainian("Новошахтинск")
    'Новошахтінськ'
    """

    def part(match: re.Match[str]) -> str:
        word = match[0].lower()
        for pattern, replacement in _TO_UKRAINIAN:
            word = re.sub(pattern, replacement, word)
        return _title(word)

    return _PART.sub(part, name)


_TO_RUSSIAN = (
    (r"ськ", "ск"),
    (r"цьк", "цк"),
    (r"ів\b", "ов"),
    (r"їв\b", "ев"),
    (r"івк", "овк"),
    (r"іль\b", "оль"),
    (r"ове\b", "ово"),
    (r"еве\b", "ево"),
    (r"ине\b", "ино"),
    (r"пілля\b", "полье"),
    (r"є", "е"),
    (r"ї", "и"),
    (r"и", "ы"),
    (r"і", "и"),
    (r"'", "ь"),
)


def ukrainian_to_russian(name: str) -> str:
    """Return about how Russian writes the Ukrainian place `name`, to compare names with."""
    word = name.lower()
    for pattern, replacement in _TO_RUSSIAN:
        word = re.sub(pattern, replacement, word)
    return word
