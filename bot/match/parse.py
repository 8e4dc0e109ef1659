"""From what a person types after ``/keyword`` to what is asked of an entry.

The grammar is in ``query.lark``. Lark reads it; here the tokens are handed to it one by
one, so that each limit holds before more work is done, and so that a refusal can say what
was expected after what.
"""

from collections.abc import Callable, Collection, Iterator
from typing import Final

from lark import Token, UnexpectedToken

from bot.domain.errors import QueryError
from bot.domain.folding import fold, words
from bot.match import reasons
from bot.match.build import alternatives
from bot.match.grammar import Part, grammar, refused
from bot.match.nodes import Node
from bot.match.printing import canonical

MAX_LENGTH: Final = 512  # characters
MAX_TERMS: Final = 32
MAX_DEPTH: Final = 16
MAX_ALTERNATIVES: Final = 64  # each is filed in the index

_QUOTES: Final = '"«»‹›“”„‟＂❝❞〝〞'
_OPERATORS: Final = {"_OR", "_AND", "NEAR"}
_FIELDS: Final = {"_TITLE", "FIELD"}
_WAITING: Final = {*_OPERATORS, "NOT", "_OPEN"}
_LANGUAGES: Final = frozenset(  # ISO 639-1
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu "
    "cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he "
    "hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko "
    "kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd "
    "ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se "
    "sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty "
    "ug uk ur uz ve vi vo wa wo xh yi yo za zh zu".split()
)

Resolve = Callable[[str], str | None]
ResolveAll = Callable[[str], Collection[str]]


def parse_query(text: str, resolve: Resolve) -> Node:
    """Read a query; equal queries give equal nodes.

    Args:
        text: What the person typed.
        resolve: Returns the id of the region that a name or id means exactly, else None.

    Raises:
        QueryError: It cannot be read; the reason is one of `reasons.REASONS`.
    """
    if len(text) > MAX_LENGTH:
        raise QueryError(reasons.TOO_LONG, MAX_LENGTH)
    part = _Reading(resolve).read(text)
    if part.bare is not None:
        raise QueryError(reasons.ONLY_NEGATIVE, part.bare)
    if alternatives(part.node) > MAX_ALTERNATIVES:
        raise QueryError(reasons.TOO_WIDE)
    if len(canonical(part.node)) > MAX_LENGTH:  # folding spells some letters out
        raise QueryError(reasons.TOO_LONG, len(text))
    return part.node


def split_in(text: str) -> tuple[str, tuple[str, ...]]:
    """Split a query at its last `` in `` into what precedes and the names that follow.

    There are no names if nothing precedes, or if the `` in `` is inside quotation marks.
    """
    query, separator, rest = text.rpartition(" in ")
    if not separator or not query.strip() or sum(map(query.count, _QUOTES)) % 2:
        return text.strip(), ()
    return query.strip(), tuple(filter(None, map(str.strip, rest.split(","))))


def split_regions(text: str, resolve: ResolveAll) -> tuple[str, tuple[str, ...]]:
    """Split ``query in region, region`` into the query and the regions' ids.

    The last `` in `` splits only if all that follows it resolves; else all is query.

    Args:
        text: What follows ``/keyword``.
        resolve: Returns the ids of the regions that a name means exactly, none if it is
            not one; it may raise QueryError for one that cannot be followed.

    Raises:
        QueryError: What `resolve` raised, at the name.
    """
    query, separator, rest = text.rpartition(" in ")
    if not separator or not query.strip() or sum(map(query.count, _QUOTES)) % 2:
        return text.strip(), ()
    found: dict[str, None] = {}
    at = len(text) - len(rest)
    for name in rest.split(","):
        try:
            regions = resolve(name.strip()) if name.strip() else ()
        except QueryError as error:
            start = at + len(name) - len(name.lstrip())
            raise QueryError(error.reason, start, error.token) from None
        if not regions:
            return text.strip(), ()
        found |= dict.fromkeys(regions)
        at += len(name) + 1
    return query.strip(), tuple(found)


class _Reading:
    """One query on its way through the parser."""

    def __init__(self, resolve: Resolve) -> None:
        self._resolve = resolve
        self._previous: Token | None = None
        self._open: list[tuple[Token, bool]] = []  # with whether it is that of title:
        self._terms = 0

    def read(self, text: str) -> Part:
        """Return what `text` asks for."""
        parser = grammar().parse_interactive(text)
        token: Token | None = None
        try:
            for token in parser.lexer_thread.lex(parser.parser_state):
                parser.feed_token(self._checked(token))
                self._previous = token
            token = None
            part: Part = parser.feed_eof(self._previous)
        except UnexpectedToken:
            raise self._refusal(token) from None
        return part

    def _checked(self, token: Token) -> Token:
        """Return the token as the grammar takes it, within the limits."""
        previous = self._previous.type if self._previous is not None else None
        match token.type:
            case "WORD" | "PHRASE":
                self._count(token)
                if previous == "FIELD":
                    return self._value(token)
            case "_OPEN":
                self._open.append((token, previous == "_TITLE"))
                if sum(not is_title for _, is_title in self._open) > MAX_DEPTH:
                    raise refused(reasons.TOO_DEEP, token)
            case "_CLOSE":
                if not self._open:
                    raise refused(reasons.UNOPENED, token)
                self._open.pop()
            case "_TITLE" | "FIELD" if any(is_title for _, is_title in self._open):
                raise refused(reasons.FIELD_IN_TITLE, token)
        return token

    def _count(self, token: Token) -> None:
        self._terms += 1
        if self._terms > MAX_TERMS:
            raise refused(reasons.TOO_MANY, token)

    def _value(self, token: Token) -> Token:
        """Return what the field before `token` is compared with."""
        assert self._previous is not None
        field, text = self._previous.lower(), token[:]
        if token.type == "PHRASE":
            text = text.lstrip("=")[1:-1]
        if not words(text):
            raise refused(reasons.NO_WORDS, token)
        if field == "lang:":
            value = ",".join(self._languages(text.lower().split(","), token))
        elif field == "feed:":
            value = fold(text)
        else:
            found = self._resolve(text.strip())
            if found is None:
                raise refused(reasons.UNKNOWN_REGION, token, shown=text)
            value = found
        return Token.new_borrow_pos("VALUE", value, token)

    def _languages(self, codes: list[str], token: Token) -> Iterator[str]:
        for number, code in enumerate(map(str.strip, codes)):
            if code not in _LANGUAGES:
                raise refused(reasons.UNKNOWN_LANGUAGE, token, shown=code or token)
            if number:  # the first is counted
                self._count(token)
            yield code

    def _refusal(self, token: Token | None) -> QueryError:
        """Return why the grammar has no place for `token`, None for the end."""
        previous = self._previous
        kind = token.type if token is not None else None
        if previous is None and token is None:
            return QueryError(reasons.EMPTY)
        if token is not None and (
            previous is None or (kind in _OPERATORS and previous.type in _WAITING)
        ):
            return refused(reasons.MISSING_BEFORE, token)
        assert previous is not None
        if previous.type in _FIELDS:
            return refused(reasons.VALUE_MISSING, previous)
        if token is not None and kind != "_CLOSE":  # NEAR, or what cannot follow it
            return refused(reasons.NEAR_TERMS, token)
        if previous.type in _WAITING and previous.type != "_OPEN":
            return refused(reasons.MISSING_AFTER, previous)
        if token is None:
            previous = self._open[-1][0]
        return refused(reasons.NOTHING_INSIDE if token else reasons.UNCLOSED, previous)
