"""What people write around a place's name, and how else they spell it (pure).

Nothing here knows any place: it yields names that may be looked up instead of what was
typed, the surest first.
"""

import re
import unicodedata
from collections.abc import Iterator
from enum import Enum
from typing import Final

_KEPT: Final = "'’ʼ`´‘-‐‑‒–—−.,()&"  # signs that are a part of names, or part them
_FLAG: Final = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
_STYLES: Final = re.compile("[\ufe00-\ufe0f\u20e3]")  # how an emoji looks
_FLAG_A: Final = 0x1F1E6  # the first letter of flags
_LATIN: Final = re.compile(r"[a-z' ]{4,}")

# A key has no capitals, and spaces in place of points and hyphens.
_BEFORE: Final = frozenset(
    "в у во на под під из із з зі с со от від до по про о об обо для за к ко "
    "in at from to of for about the w we ze z pod od do dla "
    "aus von nach im der den dem für à en dans "
    "вся всю весь всей всієї all whole entire ganz ganze cała".split()
)
_MOST_BEFORE: Final = 2  # "from the Sumy region"
_ADJECTIVES: Final = frozenset(
    "городской городского муниципальный муниципального міська міської сільська сільської "
    "селищна селищної територіальна територіальної городская сельская поселковая "
    "territorial urban rural municipal".split()
)


class Unit(Enum):
    """What somebody says that a place is."""

    REGION = (
        "область области областью обл області областю oblast region province krai край "
        "republic республика республіка регион регіон obwod gebiet provinz "
        "voivodeship wojewodztwo woj воеводство воєводство freistaat"
    )
    DISTRICT = (
        "район района районе району районі raion rayon rajon raioni district "
        "округ округа округе rejon powiat"
    )
    SETTLEMENT = (
        "місто міста місті город города городе м m г city town село села селі селе с смт "
        "селище селища пгт пос п поселок поселке деревня деревне д "
        "станица ст хутор village settlement miasto stadt"
    )
    AND_REGION = "и область"  # «Белгород и область»: the city as well
    AROUND = (
        "громада громади громаді громаду отг тг hromada community община "
        "напрямок напрямку направление направлении axis direction"
    )


_JOINTS: Final = frozenset("и і й та and und oraz i".split())
_UNITS: Final = {
    word: unit
    for unit in reversed(Unit)
    for word in unit.value.split()
    if word not in _JOINTS
}


def plain(text: str) -> str:
    """Return `text` without the signs around and between names.

    >>> plain("📍«Суми»!")
    'Суми'
    """
    return " ".join("".join(map(_sign, text)).split())


def flags(text: str) -> tuple[str, ...]:
    """Return the ISO 3166-1 codes of the flags in a text.

    >>> flags("🇺🇦")
    ('UA',)
    """
    return tuple(
        "".join(chr(ord(letter) - _FLAG_A + ord("A")) for letter in flag)
        for flag in _FLAG.findall(text)
    )


def _sign(character: str) -> str:
    if character in _KEPT or character.isalnum():
        return character
    if _STYLES.fullmatch(character):
        return ""
    category = unicodedata.category(character)
    if category.startswith("M"):
        return character
    return "" if category == "Cf" else " "


def is_preposition(word: str) -> bool:
    """Return whether the folded word stands before names: no village of «Поди» is «под»."""
    return word in _BEFORE


def without_preposition(key: str) -> str:
    """Return the key without the prepositions at its beginning, "" if it has none."""
    words = key.split()
    start = 0
    while start < min(_MOST_BEFORE, len(words) - 1) and words[start] in _BEFORE:
        start += 1
    return " ".join(words[start:]) if start else ""


def unit_of(key: str) -> tuple[str, Unit] | None:
    """Return the name in the key and what it is said to be, None if nothing is said.

    «м суми» is «суми», and a settlement.
    """
    words = key.replace("р н", "район").split() if key.endswith(" р н") else key.split()
    units: list[Unit] = []
    while len(words) > 1:
        end = 0 if words[0] in _UNITS or words[0] in _ADJECTIVES else -1
        unit = _UNITS.get(words[end])
        if unit is None and (words[end] not in _ADJECTIVES):
            break
        units += [unit] if unit else []
        del words[end]
        if unit is Unit.REGION and len(words) > 1 and words[-1] in _JOINTS:
            del words[-1]
            units = [Unit.AND_REGION]
        if words[:1] in (["of"], ["the"]) and len(words) > 1:
            del words[0]
    return (" ".join(words), units[0]) if units else None


_BOTH: Final = (
    "shch щ sch щ zh ж kh х ts ц tz ц cz ч ch ч sh ш sz ш yu ю ju ю ya я ja я "
    "ay ай ey ей oy ой uy уй a а b б c ц d д e е f ф g г k к l л m м n н o о p п q к r р "
    "s с t т u у v в w в x х z з ' ь "
)
_RU: Final = _BOTH + (
    "aya ая oye ое yye ые iya ия uyu ую yo е jo е ye е je е iy ий yy ый h х i и j й y ы"
)
_UK: Final = _BOTH + (
    "aya ая iya ія uyu ую zgh зг yi ї ji ї iu ю ia я ye є je є ie є iy ий h г i і j й y и"
)
_READINGS: Final = tuple(
    dict(zip(pairs[::2], pairs[1::2], strict=True)) for pairs in (_RU.split(), _UK.split())
)
_FROM_RUSSIAN: Final = ((r"\bобласт\b", "область"),)
_FROM_UKRAINIAN: Final = (
    (r"\bобласт\b", "область"),
    ("(?<=[бвгґджзклмнпрстфхцчшщ])ї", "иї"),  # Kyiv
    ("(?<=[сц])к", "ьк"),
)
_HEARD_OTHERWISE: Final = (("ч", "х"), ("х", "г"), ("ие", "ье"))
# Where Latin letters say nothing of a soft sign that the word has.
_SOFT: Final = re.compile(r"(?<=[лнрстдц])(?=[бвгкмнстчшщ]|$| )|(?<=[жлнрст])(?=[еєюя])")


def in_cyrillic(key: str) -> Iterator[str]:
    """Yield how a key in Latin letters may be written in Ukrainian and Russian.

    >>> "харьковская область" in set(in_cyrillic("kharkovskaya oblast"))
    True
    """
    if not _LATIN.fullmatch(key):
        return
    for reading, rules in zip(_READINGS, (_FROM_RUSSIAN, _FROM_UKRAINIAN), strict=True):
        word = _read(key, reading)
        for letters, others in rules:
            word = re.sub(letters, others, word)
        heard = (word.replace(*pair) for pair in _HEARD_OTHERWISE)
        for each in dict.fromkeys((word, *heard)):
            yield each
            for soft in _SOFT.finditer(each):
                yield f"{each[: soft.start()]}ь{each[soft.start() :]}"


def _read(key: str, reading: dict[str, str]) -> str:
    """Return the key with its letters read so, the longest groups of them first."""
    groups = "|".join(sorted(reading, key=len, reverse=True))
    return re.sub(groups, lambda found: reading[found[0]], key)


_OTHERWISE: Final = (
    ("'", ""),
    ("([aou])e", r"\1"),  # who has no umlauts
    # Russian letters in a Ukrainian name, and the other way round
    ("(?<=[сц])ь?к", "ьк"),
    ("ьк", "к"),
    ("ь", ""),
    ("[ыі]", "и"),
    ("[ыи]", "і"),
    ("[иі]", "ы"),
    ("[єэ]", "е"),
    ("г", "ґ"),
)


def spelt_otherwise(key: str) -> Iterator[str]:
    """Yield the key as those write it who mix two alphabets, or have not all letters."""
    tried = {key}
    for letters, others in _OTHERWISE:
        other = re.sub(letters, others, key)
        if other not in tried:
            tried.add(other)
            yield other


_SHORTEST_SLIP: Final = 4
_KEYS_LATIN: Final = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>"
_KEYS_RU: Final = "ёйцукенгшщзхъфывапролджэячсмитьбюЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ"
_KEYS_UK: Final = "'йцукенгшщзхїфівапролджєячсмитьбюʼЙЦУКЕНГШЩЗХЇФІВАПРОЛДЖЄЯЧСМИТЬБЮ"
_LAYOUTS: Final = (
    *(str.maketrans(_KEYS_LATIN, keys) for keys in (_KEYS_UK, _KEYS_RU)),
    *(str.maketrans(keys, _KEYS_LATIN) for keys in (_KEYS_UK, _KEYS_RU)),
)


def on_other_keys(text: str) -> Iterator[str]:
    """Yield what the same keys write if the keyboard is set to another alphabet.

    Nothing for a text so short that anything may come of it.

    >>> "белгород" in on_other_keys(",tkujhjl")
    True
    """
    if len(text.strip()) < _SHORTEST_SLIP:
        return
    for layout in _LAYOUTS:
        other = text.translate(layout)
        if other != text:
            yield other
