"""What is looked for in the archive's index, and how each database spells it (pure).

A `Wanted` finds at least every entry that a query matches; whether one does is decided by
its text. None stands for every entry.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Final, assert_never

LONGEST: Final = 64  # characters of a word that are kept; none that is longer is looked for


@dataclass(frozen=True, slots=True)
class Form:
    """Entries with this folded word."""

    word: str


@dataclass(frozen=True, slots=True)
class Stem:
    """Entries with any word that has this stem."""

    stem: str


@dataclass(frozen=True, slots=True)
class Beginning:
    """Entries with a word that begins so."""

    letters: str


@dataclass(frozen=True, slots=True)
class Fact:
    """Entries of which this is known besides their words: see `about`, `feed`, `lang`."""

    key: str


@dataclass(frozen=True, slots=True)
class All:
    """Entries that each part finds."""

    parts: "tuple[Wanted, ...]"


@dataclass(frozen=True, slots=True)
class Any:
    """Entries that some part finds; without a part there are none."""

    parts: "tuple[Wanted, ...]" = ()


Wanted = Form | Stem | Beginning | Fact | All | Any
NOTHING: Final = Any()


def about(place_id: str) -> Fact:
    """Return entries that are about a place."""
    return Fact(f"@p:{place_id}")


def feed(feed_id: int) -> Fact:
    """Return entries of a feed."""
    return Fact(f"@f:{feed_id}")


def lang(code: str) -> Fact:
    """Return entries in a language (ISO 639-1)."""
    return Fact(f"@l:{code}")


def all_of(parts: "Iterable[Wanted | None]") -> "Wanted | None":
    """Return what each part finds."""
    narrowing = tuple(dict.fromkeys(part for part in parts if part is not None))
    if len(narrowing) > 1:
        return All(narrowing)
    return narrowing[0] if narrowing else None


def any_of(parts: "Iterable[Wanted | None]") -> "Wanted | None":
    """Return what some part finds."""
    found = tuple(part for part in dict.fromkeys(parts) if part != NOTHING)
    narrowing = tuple(part for part in found if part is not None)
    if len(narrowing) < len(found):
        return None
    return narrowing[0] if len(narrowing) == 1 else Any(narrowing)


def term(text: str) -> str:
    """Return what stands in the index for a word or a fact: one word of its tokenizer."""
    return text[:LONGEST].replace("'", "’")  # which folding turns into the former


def stems_in(wanted: Wanted) -> frozenset[str]:
    """Return the stems whose forms must be known before it can be spelt."""
    match wanted:
        case Stem(stem):
            return frozenset({stem})
        case All(parts) | Any(parts):
            return frozenset().union(*map(stems_in, parts))
        case Form() | Beginning() | Fact():
            return frozenset()
        case never:
            assert_never(never)


def with_forms(wanted: Wanted, forms: Callable[[str], Iterable[str]]) -> Wanted:
    """Return it with the forms of each stem in its place."""
    match wanted:
        case Stem(stem):
            return Any(tuple(map(Form, forms(stem))))
        case All(parts) | Any(parts):
            return replace(wanted, parts=tuple(with_forms(each, forms) for each in parts))
        case Form() | Beginning() | Fact():
            return wanted
        case never:
            assert_never(never)


def shape(wanted: Wanted | None) -> object:
    """Return what is equal for two that find the same, but for the order of their parts."""
    if isinstance(wanted, Any):
        parts: set[object] = set()
        for part in map(shape, wanted.parts):
            parts |= part if isinstance(part, frozenset) else {part}
        return frozenset(parts) if len(parts) != 1 else parts.pop()
    if isinstance(wanted, All):
        return All, frozenset(map(shape, wanted.parts))
    return wanted


@dataclass(frozen=True, slots=True)
class _Spelling:
    quoted: Callable[[str], str]
    beginning: Callable[[str], str]
    both: str
    either: str

    def spell(self, wanted: Wanted) -> str:
        """Return the expression, "" if it finds nothing."""
        match wanted:
            case Form(text) | Fact(text):
                return self.quoted(term(text))
            case Beginning(letters):
                return self.beginning(term(letters))
            case All(parts):
                spelt = [self.spell(part) for part in parts]
                return f"({self.both.join(spelt)})" if all(spelt) else ""
            case Any(parts):
                spelt = [found for part in parts if (found := self.spell(part))]
                return f"({self.either.join(dict.fromkeys(spelt))})" if spelt else ""
            case Stem():
                raise AssertionError(wanted)  # `with_forms` comes first
            case never:
                assert_never(never)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _lexeme(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'"


FTS5: Final = _Spelling(
    quoted=_quoted, beginning=lambda s: f"{_quoted(s)}*", both=" AND ", either=" OR "
)
TSQUERY: Final = _Spelling(
    quoted=_lexeme, beginning=lambda s: f"{_lexeme(s)}:*", both=" & ", either=" | "
)
