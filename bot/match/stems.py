"""What the inflections of a word have in common.

Latin words have their English stem, Cyrillic ones a Russian and a Ukrainian one each, for
the language of a query's word is not known. Two words match if they share a stem of one
rule. Short words have none: too little is left of them (``сум`` is not ``суми``).
"""

from functools import lru_cache

import snowballstemmer

MIN_LATIN = 3
MIN_CYRILLIC = 4
MIN_STEM = 3
MIN_ADJECTIVE_STEM = 4

_english = snowballstemmer.stemmer("english")
_russian = snowballstemmer.stemmer("russian")

_ADJECTIVE = (
    "ього",
    "ьому",
    "ого",
    "ому",
    "ими",
    "іми",
    "ої",
    "ій",
    "ий",
    "им",
    "их",
    "іх",
)
_NOUN = (
    *(
        "еві",
        "єві",
        "ові",
        "ами",
        "ями",
        "ах",
        "ях",
        "ам",
        "ям",
        "ою",
        "ею",
        "єю",
        "ів",
        "їв",
    ),
    *("ом", "ем", "єм", "ей", "и", "і", "ї", "у", "ю", "а", "я", "о", "е", "є", "й", "ь"),
)
_ENDINGS = tuple(sorted({*_ADJECTIVE, *_NOUN}, key=len, reverse=True))
# Endings that may be part of the stem: дрон-ів but Харків, дрон-ові but Харков-і.
_DOUBTFUL = {"ів": "ов", "їв": "єв", "ові": "ов", "еві": "ев", "єві": "єв"}
_SOFTENED = {"ц": "к", "з": "г", "с": "х"}
_CLOSED = {"і": "о", "ї": "є"}
_ONLY_RUSSIAN = frozenset("ыэъ")
_ONLY_UKRAINIAN = frozenset("іїєґ'")


@lru_cache(maxsize=65536)
def stems(word: str) -> frozenset[str]:
    """Return the stems of a folded word, each with its rule's letter; none for short words.

    >>> bool(stems("дронами") & stems("дрони"))
    True
    """
    first = word[:1]
    if "a" <= first <= "z":
        if len(word) < MIN_LATIN:
            return frozenset()
        stem: str = _english.stemWord(word)
        return frozenset({f"e:{stem}"}) if len(stem) >= MIN_STEM else frozenset()
    if not "\u0400" <= first <= "\u052f" or len(word) < MIN_CYRILLIC:
        return frozenset()
    found = set()
    letters = frozenset(word)
    if not letters & _ONLY_UKRAINIAN:
        stem = _russian.stemWord(word)
        if len(stem) >= MIN_STEM:
            found.add(f"r:{stem}")
    if not letters & _ONLY_RUSSIAN:
        found.update(f"u:{stem}" for stem in _ukrainian(word))
    return frozenset(found)


def _ukrainian(word: str) -> set[str]:
    """Strip the longest ending; where it may belong to the stem, return both readings."""
    for ending in _ENDINGS:
        if not word.endswith(ending):
            continue
        stem = word[: -len(ending)]
        least = MIN_ADJECTIVE_STEM if ending in _ADJECTIVE else MIN_STEM
        if len(stem) < least:
            continue
        readings = {stem}
        if ending in _DOUBTFUL:
            readings.add(stem + _DOUBTFUL[ending])
        if ending == "і" and stem[-1] in _SOFTENED:
            readings.add(stem[:-1] + _SOFTENED[stem[-1]])
        return readings
    closed = _CLOSED.get(word[-2])  # Чернігів has ів above; here обстріл, Київ
    return {word} if closed is None else {word, word[:-2] + closed + word[-1]}
