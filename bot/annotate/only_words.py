"""German and Polish words that name a town far away, and mean none: "Hamas", «kampania»."""

from itertools import pairwise

from bot.annotate.gazetteer import NOTHING, Gazetteer
from bot.annotate.tokens import Tokens
from bot.annotate.wordlists import common_west

_NEVER = {language: frozenset(w.split()) for language, w in common_west.NEVER.items()}
_INSIDE = {language: frozenset(w.split()) for language, w in common_west.INSIDE.items()}
_AGREED_IN = frozenset({"minsk", "dayton", "budapest", "normandie", "istanbul", "oslo"})
_LOCATIVE = frozenset(common_west.LOCATIVE.split())


def call_words(tokens: Tokens, gazetteer: Gazetteer, language: str) -> None:
    """Give such words a key that names nothing, unless they begin a longer name."""
    never, inside = _NEVER[language], _INSIDE[language]
    for index, key in enumerate(tokens.keys):
        if (
            key in never
            or (key in inside and not (index and tokens.keys[index - 1] in _LOCATIVE))
            or (key in _AGREED_IN and _is_agreement(tokens, index))
        ) and not _is_part(tokens, index, gazetteer):
            tokens.rename(index, f"{key}-")


_AGREEMENT = ("abkommen", "prozess", "vertrag", "format", "protokoll", "memorandum")


def _is_agreement(tokens: Tokens, index: int) -> bool:
    """Return whether an agreement is called by the name: "das Minsk-Abkommen"."""
    after = index + 1
    return (
        after < len(tokens)
        and tokens.keys[after].startswith(_AGREEMENT)
        and tokens[after].gap == "-"
    )


def _is_part(tokens: Tokens, index: int, gazetteer: Gazetteer) -> bool:
    """Return whether a word makes a longer name with one beside: "Orange County"."""
    around = tokens.keys[max(0, index - 1) : index + 2]
    return any(
        gazetteer.entries[f"{first} {second}"] is not NOTHING
        for first, second in pairwise(around)
    )
