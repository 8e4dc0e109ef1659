"""The canonical form of a query: short, and equal for equal queries."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise

from bot.match.nodes import (
    AboutRegion,
    And,
    FromFeed,
    InLanguage,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Term,
    Title,
    Word,
)

# How tightly a text holds together: what binds less stands in parentheses.
_ANY, _ALL, _NOT, _OPERAND = range(4)
_BARE = re.compile(r"\w[\w'./-]*")  # a field's value that needs no quotation marks

_Printed = tuple[str, int]


def canonical(node: Node) -> str:
    """Return a text that parses to an equal node; it is hardly longer than any other.

    A region is written by its id, which the parser's `resolve` has to know.
    """
    return _printed(node)[0]


def _printed(node: Node) -> _Printed:
    match node:
        case And():
            chunks = _chunks(node, _all_runs)
            text, binds = " ".join(_tight(each, _NOT) for each in chunks), _ALL
        case Or():
            chunks = _chunks(node, _any_runs)
            text, binds = "|".join(_tight(each, _ALL) for each in chunks), _ANY
        case Not():
            return "-" + _tight(_printed(node.part), _OPERAND), _NOT
        case _:
            return _leaf(node), _OPERAND
    return chunks[0] if len(chunks) == 1 else (text, binds)


def _leaf(node: Node) -> str:
    match node:
        case Near():
            return _chain([node])
        case Title():
            return "title:" + _leaf(node.part)
        case FromFeed():
            return "feed:" + _value(node.name)
        case InLanguage():
            return "lang:" + node.code
        case AboutRegion():
            return "region:" + _value(node.id)
        case Word() | Phrase() | Prefix():
            return _term(node)
        case And() | Or() | Not():
            raise TypeError(node)


def _term(term: Term) -> str:
    match term:
        case Word():
            return "=" * term.exact + term.form
        case Phrase():
            return "=" * term.exact + f'"{" ".join(term.words)}"'
        case Prefix():
            return f"{term.letters}*"


def _value(text: str) -> str:
    return text if _BARE.fullmatch(text) else f'"{text}"'


def _tight(printed: _Printed, least: int) -> str:
    text, binds = printed
    return text if binds >= least else f"({text})"


_Runs = Callable[[Sequence[Node]], Iterator[_Printed]]


def _chunks(node: And | Or, runs: _Runs) -> list[_Printed]:
    """Print the parts; ``title:`` is written once for neighbours that all ask for it."""
    found: list[_Printed] = []
    for all_titled, neighbours in groupby(node.parts, is_titled):
        parts = tuple(neighbours)
        if all_titled and len(parts) > 1:
            text = _printed(type(node)(tuple(map(untitled, parts))))
            found.append(("title:" + _tight(text, _OPERAND), _OPERAND))
        else:
            found.extend(runs(parts))
    return found


def _all_runs(parts: Sequence[Node]) -> Iterator[_Printed]:
    """Print the parts; ``a NEAR/5 b`` and ``b NEAR/3 c`` become one chain."""
    chain: list[Near] = []
    for part, following in pairwise((*parts, None)):
        if not isinstance(part, Near):
            yield _printed(part) if part is not None else ("", _OPERAND)
            continue
        chain.append(part)
        if not (isinstance(following, Near) and following.left == part.right):
            yield _chain(chain), _OPERAND
            chain = []


def _any_runs(parts: Sequence[Node]) -> Iterator[_Printed]:
    """Print the parts; neighbouring languages become one list."""
    for is_language, neighbours in groupby(parts, lambda p: isinstance(p, InLanguage)):
        if is_language:
            codes = [each.code for each in neighbours if isinstance(each, InLanguage)]
            yield "lang:" + ",".join(codes), _OPERAND
        else:
            yield from map(_printed, neighbours)


def _chain(pairs: Sequence[Near]) -> str:
    links = (f" NEAR/{pair.distance} {_term(pair.right)}" for pair in pairs)
    return _term(pairs[0].left) + "".join(links)


def is_titled(node: Node) -> bool:
    """Whether `node` asks of nothing but the title."""
    match node:
        case And() | Or():
            return all(map(is_titled, node.parts))
        case Not():
            return is_titled(node.part)
        case _:
            return isinstance(node, Title)


def untitled(node: Node) -> Node:
    """Return `node` asking the whole text for what it asks of the title."""
    match node:
        case And() | Or():
            return type(node)(tuple(map(untitled, node.parts)))
        case Not():
            return Not(untitled(node.part))
        case _:
            return node.part if isinstance(node, Title) else node
