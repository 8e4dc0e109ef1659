"""What the rules of ``query.lark`` make of their parts."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Final

from lark import Lark, Token, Transformer, v_args
from lark.lark import PostLex

from bot.domain.errors import QueryError
from bot.domain.folding import words
from bot.match import reasons
from bot.match.build import all_of, any_of, negated, titled
from bot.match.capitals import asked_words
from bot.match.nodes import (
    AboutRegion,
    FromFeed,
    InLanguage,
    Near,
    Node,
    Phrase,
    Prefix,
    Term,
    Word,
)

MIN_PREFIX: Final = 3

_SHOWN: Final = 40  # characters of what the person wrote, in a sentence
_STRAYS: Final = {  # tokens that are in no rule
    "QUOTE": reasons.QUOTE,
    "DASH": reasons.MISSING_AFTER,  # "Kyiv - attack" may mean either
    "BAD_NEAR": reasons.NEAR_DISTANCE,
}


def refused(
    reason: str, token: Token, offset: int = 0, *, shown: str | None = None
) -> QueryError:
    """Return the error that says what is wrong at `token`, or `offset` characters on."""
    written = " ".join((token if shown is None else shown).split())
    return QueryError(reason, (token.start_pos or 0) + offset, written[:_SHOWN])


@dataclass(frozen=True, slots=True)
class Part:
    """A node, and where an alternative of it begins that only excludes.

    Attributes:
        node: What the part asks for.
        bare: That place in the text; None if each alternative says what to look for.
        bare_negated: The same for the part's negation.
    """

    node: Node
    bare: int | None
    bare_negated: int | None


def _leaf(node: Node, token: Token) -> Part:
    return Part(node, None, token.start_pos)


@v_args(inline=True)
class _Build(Transformer[Token, Part]):
    """One method for each rule."""

    def start(self, part: Part) -> Part:
        return part

    def any(self, *parts: Part) -> Part:
        bare = [part.bare for part in parts if part.bare is not None]
        excluded = [part.bare_negated for part in parts]
        return Part(
            any_of(part.node for part in parts),
            bare[0] if bare else None,
            None if None in excluded else excluded[0],
        )

    def all(self, *parts: Part) -> Part:
        bare = [part.bare for part in parts]
        excluded = [part.bare_negated for part in parts if part.bare_negated is not None]
        return Part(
            all_of(part.node for part in parts),
            None if None in bare else bare[0],
            excluded[0] if excluded else None,
        )

    def unwanted(self, operator: Token, part: Part) -> Part:
        bare = None if part.bare_negated is None else operator.start_pos
        return Part(negated(part.node), bare, part.bare)

    def near(self, first: Token, *rest: Token) -> Part:
        terms = [_term(token) for token in (first, *rest[1::2])]
        distances = [int(operator.partition("/")[2]) for operator in rest[::2]]
        pairs = map(Near, terms[:-1], terms[1:], distances)
        return _leaf(all_of(pairs) if rest else terms[0], first)

    def titled(self, part: Part) -> Part:
        return replace(part, node=titled(part.node))

    def condition(self, field: Token, value: Token) -> Part:
        match field.lower():
            case "lang:":
                return _leaf(any_of(map(InLanguage, value.split(","))), value)
            case "feed:":
                return _leaf(FromFeed(str(value)), value)
            case _:
                return _leaf(AboutRegion(str(value)), value)


def _term(token: Token) -> Term:
    """Return what a word or phrase asks for, folded."""
    exact = token.startswith("=")
    inside = token[exact:]
    if not inside:
        raise refused(reasons.MISSING_AFTER, token)
    found = words(inside)
    if "*" in inside:
        star = inside.index("*")
        if star != len(inside) - 1 or exact or len(found) > 1:
            raise refused(reasons.BAD_STAR, token, exact + star)
        if len("".join(found)) < MIN_PREFIX:
            raise refused(reasons.SHORT_PREFIX, token)
        return Prefix(found[0])
    if not found:
        raise refused(reasons.NO_WORDS, token)
    if not exact:
        found = asked_words(inside)
    return Word(found[0], exact) if len(found) == 1 else Phrase(found, exact)


class _Refuse(PostLex):
    """Refuses what is never right, wherever it stands."""

    always_accept = tuple(_STRAYS)

    def process(self, stream: Iterator[Token]) -> Iterator[Token]:
        for token in stream:
            if token.type in _STRAYS:
                raise refused(_STRAYS[token.type], token)
            yield token


@cache
def grammar() -> Lark:
    """Return the parser; the first call reads the grammar in hundredths of a second."""
    text = files("bot.match").joinpath("query.lark").read_text(encoding="utf-8")
    return Lark(text, parser="lalr", lexer="basic", transformer=_Build(), postlex=_Refuse())
