"""Operators that a person spelled out as words ("dam or dike"): what was meant (pure).

They stand in capitals, for in small letters they are words of a text: "or" must then stand
in it, and next to nothing ever matches. So nobody is obeyed, but asked.
"""

import re
from collections.abc import Sequence
from typing import Final

from bot.domain.folding import fold

_OPERATOR_OF: Final = {
    word: operator
    for operator, names in {
        "OR": "or або чи или либо oder lub albo ou",
        "AND": "and та і й и und oraz et",
        "NOT": "not без не без nicht ohne bez sans without except крім кроме",
        "NEAR/8": "near біля поблизу возле вблизи",
    }.items()
    for word in names.split()
}
# Before the name of a place, where `in` is what a query has.
_PLACED: Final = frozenset(
    "у в во на по під под над при at over inside within across".split()
)
_BUT: Final = frozenset("but але но а aber ale mais".split())  # before NOT it adds nothing
_MARKS: Final = ",;"  # of a list
_REAL: Final = re.compile(r"OR|AND|NOT|NEAR/\d+|\|")
_CLOSE: Final = re.compile(r"(?<=[^\W\d])[,;](?=[^\W\d])")  # «дрон,ракета»
_TOKEN: Final = re.compile(
    r"""=?["«»‹›“”„‟][^"«»‹›“”„‟]*["«»‹›“”„‟]|[()|]|[^\s()|"«»‹›“”„‟]+"""
)


def spell_operators(query: str) -> str | None:
    """Return the query with operators for the words that look like some; None if none do.

    A comma between words is that of a list, of which any is meant.

    >>> spell_operators("dam or dike, but not toy")
    'dam OR dike NOT toy'
    >>> spell_operators("dam, dike")
    'dam OR dike'
    """
    tokens = [part for token in _TOKEN.findall(query) for part in _listed(token)]
    written: list[str] = []
    changed = False
    for at, token in enumerate(tokens):
        operator = _operator(tokens, at) if written else None
        if written and operator is None and _is_listed(written[-1], token):
            written[-1:] = [*filter(None, (written[-1].rstrip(_MARKS),)), "OR"]
            changed = True
        if operator is None:
            written.append(token)
            continue
        changed = True
        if operator == "NOT" and fold(written[-1]) in _BUT and len(written) > 1:
            written.pop()
        written[-1] = written[-1].rstrip(_MARKS)
        if operator != "AND":
            written.append(operator)
    return " ".join(written) if changed else None


def split_place(query: str) -> tuple[str, str] | None:
    """Split «дрон у Сумах» at its last preposition; None if it has none between words."""
    tokens = _TOKEN.findall(query)
    for at in range(len(tokens) - 2, 0, -1):
        if fold(tokens[at]) in _PLACED:
            return " ".join(tokens[:at]), " ".join(tokens[at + 1 :])
    return None


def _listed(token: str) -> list[str]:
    """Return the words of a list without blanks; a phrase and a field are no lists."""
    is_list = token[0].isalpha() and ":" not in token
    return _CLOSE.sub(r"\g<0> ", token).split() if is_list else [token]


def _is_listed(before: str, token: str) -> bool:
    """Return whether a comma parts two operands: no "dam, but not dike"."""
    is_word = not _REAL.fullmatch(token) and fold(token) not in _BUT
    return is_word and token[0] not in f"-){_MARKS}" and before[-1] in _MARKS


def _operator(tokens: Sequence[str], at: int) -> str | None:
    """Return what the word at a place is for, if it stands between two operands."""
    operator = _OPERATOR_OF.get(fold(tokens[at]))
    if operator is None or _REAL.fullmatch(tokens[at]) or at + 1 == len(tokens):
        return None
    before, after = tokens[at - 1], tokens[at + 1]
    if _REAL.fullmatch(before) or before == "(":
        return None
    if _REAL.fullmatch(after) or after == ")" or after.startswith("-"):
        return None
    return operator
