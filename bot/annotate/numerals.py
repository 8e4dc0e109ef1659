"""Numbers in digits and words, as counts of people and things."""

import re

from bot.annotate.wordlists import numerals

_GROUPS = re.compile(r"\d{1,3}(?:[ ,.\u00a0\u202f]\d{3})+")
_DECLINED = re.compile(r"(\d+)-?(?:ти|ми|х|ох|ьох|рьох|мох|м|ро|еро)")  # "7-ми"
_SCALED = 1_000_000  # no report counts more victims


def _read(lists: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for line in lists.strip().splitlines():
        value, _, words = line.partition(":")
        found.update(dict.fromkeys(words.split(), int(value)))
    return found


WORDS = {script: _read(lists) for script, lists in numerals.CARDINALS.items()}
COLLECTIVE = _read(numerals.COLLECTIVE)
VAGUE = _read(numerals.VAGUE)  # the least that such a word may mean
SCALES = _read(numerals.SCALES)
ORDINALS = _read(numerals.ORDINALS)


_LONGEST = 24  # characters of a number; Python reads none of more than 4,300 digits


def digits(word: str) -> int | None:
    """Return the number that `word` writes in digits; None for decimals, dates, times."""
    if word.isdecimal():
        if not word.isascii() or (word[0] == "0" and word != "0") or len(word) > 7:  # noqa: PLR2004
            return None
        return int(word)
    if len(word) > _LONGEST or word[0] == "0" or _GROUPS.fullmatch(word) is None:
        return None
    value = int(re.sub(r"\D", "", word))
    return value if value < _SCALED else None


def value_of(word: str, script: str) -> int | None:
    """Return the number that one word stands for, None for no number."""
    if word[0].isdigit():
        declined = _DECLINED.fullmatch(word)
        return digits(declined[1] if declined is not None else word)
    words = WORDS[script]
    value = words.get(word)
    if value is None and script == "cyrillic":
        value = COLLECTIVE.get(word)
    if value is None and "-" in word and script == "en":
        tens, _, ones = word.partition("-")
        if words.get(tens, 0) >= 20 and 0 < words.get(ones, 0) < 10:  # noqa: PLR2004
            return words[tens] + words[ones]
    return value


def _joins(total: int, value: int) -> bool:
    """Return whether `value` may follow `total`: "twenty three", "двести пять"."""
    by_ten = total % 10 == 0 and total > 10 and value < 10  # noqa: PLR2004
    by_hundred = total % 100 == 0 and value < 100  # noqa: PLR2004
    return total == 0 or by_ten or by_hundred


def value_of_words(words: tuple[str, ...], script: str) -> int | None:
    """Return the number that words side by side stand for: "two dozen", "сорок два"."""
    total = 0
    for word in words:
        scale = SCALES.get(word)
        if scale is not None:
            total = max(total, 1) * scale
            continue
        value = value_of(word, script)
        if value is None or not _joins(total, value):
            return None
        total += value
    return total if words and total < _SCALED else None
