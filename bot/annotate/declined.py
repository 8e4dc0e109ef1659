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


_FRONT = re.compile(r"(?:kierun(?:ek|ku|kiem|kowi)|odcin(?:ek|ku|kiem|kowi))$")
_DISTRICTS = (("iego", "rejonu"), ("iemu", "rejonowi"), ("i", "rejon"))


def call_fronts_districts(tokens: Tokens) -> None:
    """Give a part of the front the key of the district there: "kierunek pokrowski"."""
    for index, key in enumerate(tokens.keys[:-1]):
        adjective = tokens.keys[index + 1]
        if _FRONT.match(key) is None or tokens.is_upper(index + 1):
            continue
        if adjective.endswith("im"):
            district = "rejonem" if key.endswith("em") else "rejonie"
        else:
            district = next((d for end, d in _DISTRICTS if adjective.endswith(end)), "")
        if district and adjective.rstrip("iegomu").endswith(("sk", "ck", "zk")):
            tokens.keys[index] = tokens.firsts[index] = district


def undo_voivodeships(tokens: Tokens) -> None:
    """Give a voivodeship the key that it has: «в Люблінському воєводстві»."""
    for index, key in enumerate(tokens.keys):
        if index and _VOIVODESHIP.match(key) is not None:
            ending = "е" if key[2] == "є" else "ое"
            adjective, n = _NEUTER_CASE.subn(ending, tokens.keys[index - 1])
            if n:
                tokens.keys[index - 1] = tokens.firsts[index - 1] = adjective
                tokens.keys[index] = tokens.firsts[index] = f"{key[:9]}о"
