"""Declined words that get the key under which the gazetteer has their name."""

import re

from bot.annotate.gazetteer import NOTHING, Gazetteer
from bot.annotate.keys import Form
from bot.annotate.tokens import Tokens

_LEAST_GENITIVE = 5  # letters: "Kiews"
_VOIVODESHIP = re.compile(r"во[єе]водств(?:а|у|і|е|ом)$")
_NEUTER_CASE = re.compile(r"(?<=[сц]ьк)(?:ого|ому|им)$|(?<=[сц]к)(?:ого|ому|им|ом)$")


def cut_genitives(tokens: Tokens, gazetteer: Gazetteer) -> None:
    """Give names in the genitive of German their key: "Russlands", "Kiews"."""
    for index, key in enumerate(tokens.keys):
        if len(key) < _LEAST_GENITIVE or key[-1] != "s" or not tokens.is_upper(index):
            continue
        if gazetteer.entries[key] is NOTHING and any(
            sense.form is Form.NAME and sense.language in {"de", "en"}
            for sense in gazetteer.entries[key[:-1]].senses
        ):
            tokens.keys[index] = tokens.firsts[index] = key[:-1]


def undo_voivodeships(tokens: Tokens) -> None:
    """Give a voivodeship the key that it has: «в Люблінському воєводстві»."""
    for index, key in enumerate(tokens.keys):
        if index and _VOIVODESHIP.match(key) is not None:
            ending = "е" if key[2] == "є" else "ое"
            adjective, n = _NEUTER_CASE.subn(ending, tokens.keys[index - 1])
            if n:
                tokens.keys[index - 1] = tokens.firsts[index - 1] = adjective
                tokens.keys[index] = tokens.firsts[index] = f"{key[:9]}о"
