"""The Ukrainian names that a Russian word may stand for, letter by letter."""

import re
from collections.abc import Callable, Iterator

# A Russian ending, those of the other cases, and the Ukrainian nominative's.
_NOUNS = (
    ("вка", "вки вке вку вкой вкою", "вка"),
    ("ское", "ском", "ське"),
    ("цкое", "цком", "цьке"),
    ("овое", "овом", "ове"),
    ("евое", "евом", "еве"),
    ("ное", "ном", "не"),
    ("ивое", "ивом", "иве"),
    ("щина", "щины щине щину щиной", "щина"),
    ("поль", "поля полю полем поле", "піль"),
    ("полье", "полья полью польем", "пілля"),
    ("лье", "лья лью льем", "лля"),
    ("чье", "чья чью чьем", "ччя"),
)
ENDINGS = {
    form: (ending, form != nominative)
    for nominative, others, ending in _NOUNS
    for form in (nominative, *others.split())
}
_SHAPE = re.compile(rf"([а-я]{{2,}}?)({'|'.join(ENDINGS)})")
# What Russian writes otherwise at a name's beginning, and anywhere.
_FIRST = {
    "алекс": ("олекс",), "екатерин": ("катерин",), "елен": ("олен",), "никол": ("микол",),
    "никит": ("микит",), "афанас": ("панас", "опанас"), "филип": ("пилип",),
    "ольх": ("вільх",), "ольш": ("вільш",), "овч": ("вівч",), "от": ("від",),
}  # fmt: skip
_PARTS = {
    "александр": ("олександр",), "ъе": ("'є",), "ъя": ("'я",), "ье": ("'є",), "ья": ("'я",),
    "ью": ("'ю",), "сч": ("щ",), "ск": ("ськ",), "цк": ("цьк",), "камен": ("кам'ян",),
    "под": ("під",), "трофим": ("трохим",),
    "не": ("ньо",), "елен": ("олен",),
}  # fmt: skip
_LAST = {  # before «-ка»
    "ие": ("і", "іє"), "ее": ("ії", "еї"), "ье": ("і", "'ї", "ьї"),
    "е": ("і", "ї", "е", "є"), "о": ("і", "о"), "ьо": ("і",), "йо": ("йо",),
}  # fmt: skip
_LETTERS = {"и": "иії", "е": "еіє", "о": "оі", "ы": "и", "э": "е", "г": "гґ"}
_LONGEST = max(map(len, (*_FIRST, *_PARTS)))
MOST = 300  # beginnings tried for one word


def in_ukrainian(key: str, has: Callable[[str], bool]) -> Iterator[tuple[str, bool]]:
    """Yield the Ukrainian names that a Russian word may stand for, and if it is declined.

    Args:
        key: The word.
        has: Whether any name of the gazetteer begins so.
    """
    shape = _SHAPE.fullmatch(key)
    if shape is None:
        return
    ending, declined = ENDINGS[shape[2]]
    for name in _spelt(shape[1], ending, has):
        yield name, declined


def _spelt(stem: str, ending: str, has: Callable[[str], bool]) -> Iterator[str]:
    """Yield the names with an ending that have a Russian stem, or one written like it."""
    waiting: list[tuple[int, str]] = [(0, "")]
    for _ in range(MOST):
        if not waiting:
            return
        at, begun = waiting.pop()
        if at == len(stem):
            if has(begun + ending):
                yield begun + ending
            continue
        for length in range(1, min(_LONGEST, len(stem) - at) + 1):
            part = stem[at : at + length]
            is_last = ending == "вка" and at + length == len(stem)
            others = _others(part, first=at == 0, last=is_last)
            waiting += [(at + length, begun + o) for o in others if has(begun + o)]


def _others(part: str, *, first: bool, last: bool) -> Iterator[str]:
    """Yield what Ukrainian may write for a part of a name."""
    if last and part in _LAST:
        yield from _LAST[part]
    elif len(part) == 1:
        yield from _LETTERS.get(part, part)
    else:
        yield from _FIRST.get(part, ()) if first else ()
        yield from _PARTS.get(part, ())
