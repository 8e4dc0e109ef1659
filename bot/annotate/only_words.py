"""German and Polish words that name a town far away, and mean none: "Hamas", «kampania»."""

from itertools import pairwise

from bot.annotate.gazetteer import NOTHING, Gazetteer
from bot.annotate.tokens import Tokens
from bot.annotate.wordlists import common_west

_NEVER = {language: frozenset(w.split()) for language, w in common_west.NEVER.items()}
_INSIDE = {language: frozenset(w.split()) for language, w in common_west.INSIDE.items()}
_LOCATIVE = frozenset(common_west.LOCATIVE.split())


def call_words(tokens: Tokens, gazetteer: Gazetteer, language: str) -> None:
    """Give such words a key that names nothing, unless they begin a longer name."""
    never, inside = _NEVER[language], _INSIDE[language]
    for index, key in enumerate(tokens.keys):
        if (
            key in never
            or (key in inside and not (index and tokens.keys[index - 1] in _LOCATIVE))
        ) and not _is_part(tokens, index, gazetteer):
            tokens.rename(index, f"{key}-")


def _is_part(tokens: Tokens, index: int, gazetteer: Gazetteer) -> bool:
    """Return whether a word makes a longer name with one beside: "Orange County"."""
    around = tokens.keys[max(0, index - 1) : index + 2]
    return any(
        gazetteer.entries[f"{first} {second}"] is not NOTHING
        for first, second in pairwise(around)
    )
