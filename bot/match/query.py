"""The language of ``/keyword``: words, phrases, exclusions, exact words and prefixes.

``a b`` asks for both, each in any inflection; ``=a`` for exactly this form; ``"a b"`` for
words in sequence; ``pre*`` for what begins so; ``-a`` and ``NOT a`` exclude. A query has a
canonical form, which parses to the same query.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.domain.errors import QueryError
from bot.domain.folding import words
from bot.match.words import DocumentWords, positions

MAX_LENGTH = 512  # characters; this and MAX_TERMS: CONTRACT, query language
MAX_TERMS = 32
MIN_PREFIX = 3

EMPTY = "The query is empty."
ONLY_NEGATIVE = "The query only excludes; say what to look for, too."
UNBALANCED = "A quotation mark is missing."
TOO_LONG = "The query is longer than 512 characters."
TOO_MANY = "The query has more than 32 terms."
MISSING = "A word is missing here."
NO_WORDS = "There are no letters or digits here to look for."
SHORT_PREFIX = "A prefix needs 3 letters or more before the asterisk."
BAD_STAR = "An asterisk can only end a single word."
NOT_BUILT_OR = "OR is not built yet; save one query for each alternative."
NOT_BUILT_GROUP = "Parentheses are not built yet."
NOT_BUILT_NEAR = "NEAR is not built yet."
NOT_BUILT_FIELD = "Fields (title: feed: lang: region:) are not built yet."
REASONS = (
    *(EMPTY, ONLY_NEGATIVE, UNBALANCED, TOO_LONG, TOO_MANY, MISSING, NO_WORDS),
    *(SHORT_PREFIX, BAD_STAR),
    *(NOT_BUILT_OR, NOT_BUILT_GROUP, NOT_BUILT_NEAR, NOT_BUILT_FIELD),
)

_QUOTES = '"«»“”„‟'
_DASH = "[-‐‑‒–—−]"
_TOKEN = re.compile(
    r"(?P<space>\s+)"
    rf"|(?P<phrase>=?[{_QUOTES}](?P<inside>[^{_QUOTES}]*)[{_QUOTES}])"
    rf"|(?P<quote>=?[{_QUOTES}])"
    r"|(?P<or>\||OR(?!\S))"
    r"|(?P<and>AND(?!\S))"
    rf"|(?P<not>NOT(?!\S)|{_DASH}(?=\S))"
    rf"|(?P<dash>{_DASH})"
    r"|(?P<near>NEAR/\S*|NEAR(?!\S))"
    r"|(?P<group>[()])"
    r"|(?P<field>(?:title|feed|lang|region):)"
    rf"|(?P<word>[^\s()|{_QUOTES}]+)"
)
_WRONG = {
    "quote": UNBALANCED,
    "dash": MISSING,  # "Kyiv - attack" may mean either
    "or": NOT_BUILT_OR,
    "group": NOT_BUILT_GROUP,
    "near": NOT_BUILT_NEAR,
    "field": NOT_BUILT_FIELD,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One operand: folded words in sequence; `exact` as written, `prefix` its beginning."""

    words: tuple[str, ...]
    exact: bool = False
    prefix: bool = False

    def __str__(self) -> str:
        """Return the term as a person writes it."""
        text = " ".join(self.words)
        if len(self.words) > 1:
            text = f'"{text}"'
        return ("=" if self.exact else "") + text + ("*" if self.prefix else "")

    def find(self, document: DocumentWords) -> int | None:
        """Return the first position where the term stands in `document`."""
        look: Callable[[str], int]
        if self.prefix:
            look = document.find_prefix
        else:
            look = document.find_form if self.exact else document.find_word
        starts = look(self.words[0])
        for offset, word in enumerate(self.words[1:], start=1):
            if not starts:
                return None
            starts &= look(word) >> offset
        return next(positions(starts), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What must stand in a text, and what must not."""

    terms: tuple[Term, ...]
    excluded: tuple[Term, ...] = ()

    @property
    def canonical(self) -> str:
        """The query as text that parses to an equal query."""
        return " ".join([*map(str, self.terms), *(f"-{term}" for term in self.excluded)])

    def evidence(self, document: DocumentWords) -> tuple[str, ...] | None:
        """Return the words of the text that matched, None if it does not match."""
        if any(term.find(document) is not None for term in self.excluded):
            return None
        found: dict[str, None] = {}
        for term in self.terms:
            position = term.find(document)
            if position is None:
                return None
            found[document.surface(position, len(term.words))] = None
        return tuple(found)


def parse_query(text: str) -> Query:
    """Read a query.

    Raises:
        QueryError: It cannot be read; the reason is one of `REASONS`.
    """
    if len(text) > MAX_LENGTH:
        raise QueryError(TOO_LONG, MAX_LENGTH)
    terms: dict[Term, None] = {}
    excluded: dict[Term, None] = {}
    for count, (position, term, negative) in enumerate(_operands(text), start=1):
        if count > MAX_TERMS:
            raise QueryError(TOO_MANY, position)
        (excluded if negative else terms)[term] = None
    if not terms:
        raise QueryError(ONLY_NEGATIVE if excluded else EMPTY)
    query = Query(terms=tuple(terms), excluded=tuple(excluded))
    if len(query.canonical) > MAX_LENGTH:  # folding spells some letters out
        raise QueryError(TOO_LONG, len(text))
    return query


def split_regions(
    text: str, resolve: Callable[[str], str | None]
) -> tuple[str, tuple[str, ...]]:
    """Split ``query in region, region`` into the query and the regions' ids.

    The last `` in `` splits only if all that follows it resolves; else all is query.

    Args:
        text: What follows ``/keyword``.
        resolve: Returns the id of the region that a name means exactly, else None.
    """
    query, separator, rest = text.rpartition(" in ")
    if not separator or not query.strip() or sum(map(query.count, _QUOTES)) % 2:
        return text.strip(), ()
    found: dict[str, None] = {}
    for name in rest.split(","):
        region = resolve(name.strip()) if name.strip() else None
        if region is None:
            return text.strip(), ()
        found[region] = None
    return query.strip(), tuple(found)


def _operands(text: str) -> Iterator[tuple[int, Term, bool]]:
    """Yield each operand with its position and whether it is excluded."""
    negative = False
    wanted: int | None = None  # where the operator stands that waits for an operand
    started = False
    for token in _TOKEN.finditer(text):
        kind, position = str(token.lastgroup), token.start()
        if kind == "space":
            continue
        if kind in _WRONG:
            raise QueryError(_WRONG[kind], position)
        if kind == "and":
            if wanted is not None or not started:
                raise QueryError(MISSING, position)
            wanted = position
        elif kind == "not":
            negative, wanted = not negative, position
        else:
            yield position, _term(token, kind), negative
            negative, wanted, started = False, None, True
    if wanted is not None:
        raise QueryError(MISSING, wanted)


def _term(token: re.Match[str], kind: str) -> Term:
    text, position = token.group(), token.start()
    exact = text.startswith("=")
    inside = token["inside"] if kind == "phrase" else text[exact:]
    if exact and not inside and kind == "word":
        raise QueryError(MISSING, position)
    found = words(inside)
    if kind == "word" and "*" in inside:
        if inside.index("*") != len(inside) - 1 or exact or len(found) > 1:
            raise QueryError(BAD_STAR, position + exact + inside.index("*"))
        if len("".join(found)) < MIN_PREFIX:
            raise QueryError(SHORT_PREFIX, position)
        return Term(words=found, prefix=True)
    if not found:
        raise QueryError(NO_WORDS, position)
    return Term(words=found, exact=exact)
