"""The engine of the paradigms: tables of endings, and how a word is declined by them.

A line of a table is ``context~ending genitive dative accusative instrumental locative``.
The first line that a word matches wins. The context (a regular expression, may be absent)
stays; the ending is replaced. A cell holds the variants parted by ``/``; ``-`` is no
ending, ``.`` the nominative's own, ``!`` that there is no such form.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

Cases = tuple[tuple[str, ...], ...]  # one tuple of variants for each oblique case

CASES = 5
MIN_STEM = 2  # characters that a rule must leave in front of the ending


class Rule(NamedTuple):
    """One line of a table."""

    pattern: re.Pattern[str]
    ending: str
    cells: Cases


Table = Mapping[str, Sequence[Rule]]  # by the last letter of the words that may match


def _cell(text: str, ending: str) -> tuple[str, ...]:
    if text == "!":
        return ()
    return tuple({".": ending, "-": ""}.get(e, e) for e in text.split("/"))


def _last_letters(context: str, ending: str) -> str:
    """Return the letters in which a word may end that matches the rule."""
    if ending:
        return ending[-1]
    return context[context.rindex("[") + 1 : -1] if context.endswith("]") else context[-1]


def table(text: str) -> Table:
    """Read a table of endings, one rule a line, into rules by last letter.

    >>> table("к~а и е у ой е")["а"][0].cells
    (('и',), ('е',), ('у',), ('ой',), ('е',))
    """
    found: dict[str, list[Rule]] = {}
    for line in text.strip().splitlines():
        head, *cells = line.split()
        context, _, ending = head.rpartition("~")
        if ending and not ending.replace("'", "").isalpha():
            raise ValueError(f"an ending is letters, context stands before ~: {line!r}")
        rule = Rule(
            re.compile(f"(?:{context}){ending}$"),
            ending,
            tuple(_cell(cell, ending) for cell in cells),
        )
        for letter in _last_letters(context, ending):
            found.setdefault(letter, []).append(rule)
    return found


def irregular(text: str) -> dict[str, Cases]:
    """Read whole words with their five forms, one word a line, into cases by word."""
    return {
        word: tuple(_cell(cell, word) for cell in cells)
        for word, *cells in (line.split() for line in text.strip().splitlines())
    }


def indeclinable(text: str) -> dict[str, Cases]:
    """Read words that never change into cases by word."""
    return {word: unchanged(word) for word in text.split()}


def decline(word: str, rules: Table) -> Cases | None:
    """Return the oblique forms of `word` by the first rule that fits; None without one."""
    if not word:
        return None
    for rule in rules.get(word[-1], ()):
        stem = word[: len(word) - len(rule.ending)]
        if len(stem) >= MIN_STEM and rule.pattern.search(word):
            return tuple(tuple(stem + e for e in cell) for cell in rule.cells)
    return None


def unchanged(word: str) -> Cases:
    """Return the forms of a word that does not decline."""
    return ((word,),) * CASES


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """What a language declines by.

    Attributes:
        nouns: Rules for a name of one word, whatever its part of speech.
        adjectives: Rules for an adjective before its noun, in the nominative.
        after_noun: Rules for what is an adjective even as the last word of a name.
        plural_adjectives: Rules that come first beside a noun in the plural.
        plural: What a noun in the plural ends in.
        words: Whole words that no rule fits.
        fixed: Parts of a name that never decline.
        foreign: The same, and after them a name in -o, -e or -i does not decline either.
        heads: Nouns after which the rest of a name stays.
        tails: Words from which on the rest of a name stays.
        joints: Words between two names of which each declines.
        full: Rules from an adjective's masculine nominative to all its other forms.
        joined: Whether both of two nouns decline that a hyphen joins.
    """

    nouns: Table
    adjectives: Table
    after_noun: Table
    plural_adjectives: Table = field(default_factory=dict)
    plural: re.Pattern[str]
    words: Mapping[str, Cases]
    fixed: frozenset[str]
    foreign: frozenset[str]
    heads: frozenset[str]
    tails: frozenset[str]
    joints: frozenset[str]
    full: Table
    joined: bool = False

    def noun(self, word: str) -> Cases:
        """Return the oblique forms of a word that stands alone or last."""
        return self.words.get(word) or decline(word, self.nouns) or unchanged(word)

    def adjective(self, word: str, noun: str, rules: Table) -> Cases | None:
        """Return the forms of an adjective beside `noun` by `rules`; None if it is none."""
        found = decline(word, rules)
        if found is None:
            return self.words.get(word)
        if self.plural.search(noun):
            plural = decline(word, self.plural_adjectives)
            if plural is not None:
                return plural
        return found
