"""What a query is made of; pure values.

Words are folded (`bot.domain.folding`). `Term` is what can stand in a text, `Condition`
what is known of the entry besides its text; `And`, `Or` and `Not` join them.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """A word in all its inflections; `exact` for only as written, case aside."""

    form: str
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Two or more words in sequence, each in any inflection unless `exact`."""

    words: tuple[str, ...]
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Prefix:
    """What begins with these letters."""

    letters: str


Term = Word | Phrase | Prefix


@dataclass(frozen=True, slots=True)
class Near:
    """Two terms in either order, their nearest words at most `distance` positions apart."""

    left: Term
    right: Term
    distance: int


@dataclass(frozen=True, slots=True)
class Title:
    """A term that must stand in the title."""

    part: Term | Near


@dataclass(frozen=True, slots=True)
class FromFeed:
    """The entry's feed has this folded title, publisher or id."""

    name: str


@dataclass(frozen=True, slots=True)
class InLanguage:
    """The entry is in this language (ISO 639-1)."""

    code: str


@dataclass(frozen=True, slots=True)
class AboutRegion:
    """The entry is about the region with this id."""

    id: str


Condition = FromFeed | InLanguage | AboutRegion
Leaf = Term | Near | Title | Condition


@dataclass(frozen=True, slots=True)
class And:
    """All of two or more parts."""

    parts: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class Or:
    """Any of two or more parts."""

    parts: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class Not:
    """What must not hold."""

    part: "Node"


Node = Leaf | And | Or | Not
