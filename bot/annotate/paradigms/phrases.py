"""Names of several words: which of them decline, and what agrees with what.

An adjective agrees with the noun beside it; of two nouns the last declines, unless the
first is one like "republic", after which the rest stays; a preposition freezes the rest.
"""

import re
from itertools import product

from bot.annotate.paradigms.rules import CASES, Cases, Grammar, decline, unchanged

_PARTS = re.compile(r"([\s-]+)")
MAX_FORMS = 40  # a name of many words with variants; the nominative is never lost
_ADJECTIVE = re.compile(r"(?:[sc]kie?|[сц]ь?кий)$")
_FEMININE = "aая"
_FOREIGN = "oeiоеиі"  # a foreign name in these does not decline
MAX_PARTS = 8  # what is longer is a text and no name


def _groups(words: list[str], grammar: Grammar) -> list[list[int]]:
    """Return the indexes of the words that may decline, in groups that agree inside."""
    groups: list[list[int]] = [[]]
    for index, word in enumerate(words):
        if index and word in grammar.tails:
            break
        if index and word in grammar.joints:
            groups.append([])
        else:
            groups[-1].append(index)
    return [group for group in groups if group]


def _head(
    group: list[int], words: list[str], separators: list[str], grammar: Grammar
) -> int:
    """Return the index of the noun with which the other words of `group` agree."""
    for index in group:
        if words[index] in grammar.heads:
            return index
    head = last = group[-1]
    while head > group[0] and decline(words[head], grammar.after_noun) is not None:
        head -= 1
    compound = "-" in separators[head] and words[head][-1] in "oо"
    return last if compound and _ADJECTIVE.search(words[last]) else head


def _agrees(adjective: str, noun: str, grammar: Grammar) -> bool:
    """Say if what stands after a noun can be its adjective: feminine beside feminine."""
    feminine = noun[-1] in _FEMININE and not grammar.plural.search(noun)
    return not feminine or adjective[-1] in _FEMININE


def _joined(word: str, noun: str, grammar: Grammar) -> Cases:
    """Return the forms of a noun joined to another, with itself: papers write both.

    "w Busku-Zdroju"; but what stands in -o before an adjective is none.
    """
    if word[-1] == "o" and _ADJECTIVE.search(noun):
        return unchanged(word)
    return tuple((*dict.fromkeys((*cell, word)),) for cell in grammar.noun(word))


def _declined(
    group: list[int], words: list[str], separators: list[str], grammar: Grammar
) -> dict[int, Cases]:
    """Return the oblique forms of those words of a group that decline, by index."""
    head = _head(group, words, separators, grammar)
    noun = words[head]
    if words[group[0]] in grammar.foreign and noun[-1] in _FOREIGN:
        return {}
    found = {head: grammar.noun(noun)}
    for index in group:
        word = words[index]
        if index == head or word in grammar.fixed or word in grammar.foreign:
            continue
        if index < head and "-" in separators[index] and grammar.joined:
            found[index] = _joined(word, noun, grammar)
            continue
        if index < head:
            rules = None if "-" in separators[index] else grammar.adjectives
        else:
            rules = grammar.after_noun if _agrees(word, noun, grammar) else None
        agreeing = None if rules is None else grammar.adjective(word, noun, rules)
        if agreeing is not None:
            found[index] = agreeing
    return found


def name_forms(name: str, grammar: Grammar) -> frozenset[str]:
    """Return every case form of a lower-case `name`, at most `MAX_FORMS`, with itself."""
    parts = _PARTS.split(name)
    words, separators = parts[::2], [*parts[1::2], ""]
    if not all(words) or len(words) > MAX_PARTS:
        return frozenset((name,))
    cases: dict[int, Cases] = {}
    for group in _groups(words, grammar):
        cases |= _declined(group, words, separators, grammar)
    found = {name: None}
    for number in range(CASES):
        columns = [
            cases.get(index, unchanged(word))[number] for index, word in enumerate(words)
        ]
        for choice in product(*columns):
            joined = "".join(w + s for w, s in zip(choice, separators, strict=True))
            found[joined] = None
    return frozenset(list(found)[:MAX_FORMS])
