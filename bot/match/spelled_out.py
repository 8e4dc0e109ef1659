"""Operators that a person spelled out as words ("dam or dike"): what was meant (pure).

CONTRACT has them in capitals, for in small letters they are words of a text: "or" must then
stand in it, and next to nothing ever matches. So nobody is obeyed, but asked.
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
_BUT: Final = frozenset("but але но а aber ale mais".split())  # before NOT it adds nothing
_REAL: Final = re.compile(r"OR|AND|NOT|NEAR/\d+|\|")
_TOKEN: Final = re.compile(
    r"""=?["«»‹›“”„‟][^"«»‹›“”„‟]*["«»‹›“”„‟]|[()|]|[^\s()|"«»‹›“”„‟]+"""
)


def spell_operators(query: str) -> str | None:
    """Return the query with operators for the words that look like some; None if none do.

    >>> spell_operators("dam or dike, but not toy")
    'dam OR dike NOT toy'
    """
    tokens = _TOKEN.findall(query)
    written: list[str] = []
    changed = False
    for at, token in enumerate(tokens):
        operator = _operator(tokens, at) if written else None
        if operator is None:
            written.append(token)
            continue
        changed = True
        if operator == "NOT" and fold(written[-1]) in _BUT and len(written) > 1:
            written.pop()
        written[-1] = written[-1].rstrip(",")
        if operator != "AND":
            written.append(operator)
    return " ".join(written) if changed else None


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
