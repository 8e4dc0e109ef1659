"""Words of tolls that their neighbours tell: «погиб человек» is one, «пять человек» not."""

from bot.annotate.lettering import Words

_MAN = "человек"  # the nominative, and what follows a number
_OF_ONE = frozenset(
    "погиб умер скончался ранен пострадал убит травмирован контужен утонул пропал задержан "
    "госпитализирован эвакуирован".split()
)
_COUNTS = frozenset("NQvsS")


def with_one_person(words: Words, letters: str) -> str:
    """Return the letters, that of «человек» a person's beside a verb of one person."""
    if _MAN not in words.text or words.script != "cyrillic":
        return letters
    found = list(letters)
    for at, word in enumerate(words.words):
        if word == _MAN and not (at and found[at - 1] in _COUNTS):
            beside = {*words.words[max(0, at - 1) : at], *words.words[at + 1 : at + 2]}
            if not _OF_ONE.isdisjoint(beside):
                found[at] = "S"
    return "".join(found)
