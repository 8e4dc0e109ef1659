"""How many people were killed, wounded, captured and so on, as a report says it.

Rules over the letters of :mod:`bot.annotate.wordlists.tolls`. What is said of drones,
years, money or streets has no letter of a person, and a bare number counts only beside a
word for what happens to people alone. What is doubtful, conditional, negated or sums up a
war or a year is left out.
"""

import re
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from bot.annotate.lettering import Lettering, Words, parse_lists
from bot.annotate.numerals import (
    COLLECTIVE,
    SCALES,
    VAGUE,
    value_of,
    value_of_words,
)
from bot.annotate.toll_letters import letter_of_age, with_one_person
from bot.annotate.toll_order import in_order, is_harmed, is_somebody, is_undone
from bot.annotate.toll_rules import NOBODY, ONE_ITEM, RULES, SOME, Rule
from bot.annotate.wordlists import tolls as lists
from bot.annotate.wordlists.tolls_past import HISTORY
from bot.domain.reports import Toll, TollKind

_CUES = frozenset("kxwycmedKWZVTDURjYCIFM124")
_KINDS = {
    **dict.fromkeys("kxKVDTjYM!", TollKind.KILLED),
    **dict.fromkeys("wyWURGCIF12i", TollKind.WOUNDED),
    "Z": TollKind.CASUALTIES,
    "c": TollKind.CAPTURED,
    "m": TollKind.MISSING,
    "e": TollKind.EVACUATED,
    "d": TollKind.DETAINED,
}
_NOUNS = frozenset("KWDUZ")
_PEOPLE_ONLY = frozenset("cmed")  # said of things as well: the people must be named
MANY = 100  # "hundreds" and more, without a number, may be any of them
_CONDITIONAL = frozenset(("б", "бы"))
_HISTORY = re.compile(rf"\b(?:{'|'.join(HISTORY.strip().splitlines())})")
_PERSON = tuple(
    (name, tuple(words.split()))
    for name, words in (
        ("children", lists.CHILDREN),
        ("civilians", lists.CIVILIANS),
        ("soldiers", lists.SOLDIERS),
    )
)
_ADJECTIVES = {
    "cyrillic": re.compile(
        r".+(?:[ыиоеі]й|[аяоеиі]я|[оеыиі]е|[ыиі]х|[оеь]го|[оеі][йї]|ую|ськ[аиу]|"
        r"н[аиу]|нє)"
    ),
    "de": re.compile(r".+(?:e|en|er)"),
    "pl": re.compile(r".+(?:[yia]|ych|ich|ego|ej|ie)"),
}
_WOMEN = {"woman": "S", "women": "P"}
_PLURAL = ("ов", "ев", "ів", "їв")  # of nouns, after a number
_SIGNS = {".": ".", "!": ".", "?": ".", "…": ".", ";": ".", "\n": ".", ",": ",", ":": ":"}
_SIGNS.update(dict.fromkeys("-–—", "-"))


def _letter(word: str, script: str) -> str:
    """Return the letter of a word that stands in no list."""
    if not word[0].isalnum():
        return _SIGNS.get(word, '"')
    if word in COLLECTIVE and script == "cyrillic":
        return "Q"
    if value_of(word, script) is not None:
        return "N"
    if word[0].isdigit():
        return letter_of_age(word.lstrip("0123456789"))
    if script == "cyrillic" and word.endswith(_PLURAL):
        return "L"
    is_adjective = script == "en" or _ADJECTIVES[script].fullmatch(word)
    return _WOMEN.get(word[-5:], "J" if is_adjective else "O")  # "saleswoman"


_LETTERINGS = {
    script: Lettering(parse_lists(words), partial(_letter, script=script))
    for script, words in lists.LISTS.items()
}


class _Number(NamedTuple):
    low: int
    high: int | None


class _Reader:
    """The tolls of one text."""

    def __init__(self, words: Words, letters: str) -> None:
        self._words = words
        self._letters = letters
        self._taken = [False] * len(letters)
        self._history: dict[str, bool] = {}
        self.found: list[Toll] = []

    def read(self) -> None:
        """Find them all, what is surer first."""
        present = set(self._letters)
        self._nobody()
        for rule in RULES[self._words.script]:
            if rule.needs.isdisjoint(present):
                continue
            for match in rule.form.finditer(self._letters):
                self._read(match, rule)
        self._some()
        self.found.sort(key=lambda toll: (toll.start, toll.kind))
        self.found = [*map(self._unlisted, self.found)]
        self.found = in_order(self.found, self._words.text)

    def _unlisted(self, toll: Toll) -> Toll:
        """Return it without `more` where those before were of another kind."""
        others = (
            other.end <= toll.start and other.kind is not toll.kind and other.low > 0
            for other in self.found
        )
        return replace(toll, more=False) if toll.more and any(others) else toll

    def _free(self, first: int, last: int) -> bool:
        return not any(self._taken[first:last])

    def _is_told(self, first: int, last: int) -> bool:
        """Return whether the phrase tells what happened, lately and really."""
        if is_undone(self._words.words, self._letters, first, last):
            return False
        if set(self._words.words[last : last + 1]) & _CONDITIONAL:
            return False
        sentence = self._sentence(first, last)
        if sentence not in self._history:
            self._history[sentence] = _HISTORY.search(sentence) is not None
        return not self._history[sentence]

    def _sentence(self, first: int, last: int) -> str:
        begin = self._letters.rfind(".", 0, first) + 1
        end = self._letters.find(".", last)
        start, stop = self._words.span(begin, len(self._letters) if end < 0 else end)
        return self._words.text[start:stop]

    def _number(self, first: int, last: int) -> _Number | None:
        """Return the number of one item: "at least two dozen people", "a woman"."""
        letters = self._letters[first:last]
        at = [index for index, letter in enumerate(letters) if letter in "NQsv"]
        if not at:
            return _Number(1, 1)
        words = self._words.words[first:last]
        if letters[at[0]] == "s":
            least = SCALES[words[at[0]]]
            is_open = least >= MANY or bool(set("lh") & set(letters))
            return _Number(least, None if is_open else least)
        if "v" in letters:
            return _Number(VAGUE[words[letters.index("v")]], None)
        parts: list[list[str]] = [[]]
        for index in range(at[0], at[-1] + 1):
            if letters[index] in "-~&":
                parts.append([])
            elif letters[index] in "NQs":
                parts[-1].append(words[index])
        values = [value_of_words(tuple(part), self._words.script) for part in parts]
        if any(value is None for value in values):
            return None
        known = [value for value in values if value is not None]
        if known[-1] < known[0]:
            return None
        return _Number(known[0], None if set("lh") & set(letters) else known[-1])

    def _sum(self, first: int, last: int) -> _Number | None:
        low, high = 0, 0
        is_open = False
        for item in ONE_ITEM.finditer(self._letters, first, last):
            number = self._number(*item.span())
            if number is None:
                return None
            low += number.low
            is_open = is_open or number.high is None
            high += number.high or 0
        return _Number(low, None if is_open else high)

    def _read(self, match: re.Match[str], rule: Rule) -> None:
        first, last = match.span()
        counted = match.span("count")
        what = match["what"].lstrip("b")[0]
        people = self._letters[slice(*counted)]
        if not self._free(first, last) or not self._is_told(first, last):
            return
        if self._is_doubtful(match, what, set(people)):
            return
        if what in "F1" and "q" not in people and self._are_counted():
            return
        number = self._sum(*counted) if rule.sums else self._number(*counted)
        if number is None or not number.low:
            return
        if what == "Y":  # found by now, out of how many nobody says
            number = _Number(number.low, None)
        more = rule.more or self._comes_on_top(people)
        self._add(_KINDS[what], number, (first, last), more=more)

    def _is_doubtful(self, match: re.Match[str], what: str, people: set[str]) -> bool:
        """Return whether the phrase may tell of no people, or of no event."""
        if what in _PEOPLE_ONLY and people.isdisjoint("PSQ"):
            return what != "m" or "N" not in people  # "one missing"
        if what in _NOUNS and people.isdisjoint("NQsvA"):
            return True  # "civilian deaths"
        phrase = self._words.words[match.start() : match.end() + 1]
        if what in "CIF!MVk12" and not is_harmed(what, phrase, people):
            return True
        if what == "Y":
            sentence = self._sentence(*match.span())
            return not is_somebody(phrase, people, sentence)
        return (  # "injured man recalls"
            self._words.script == "en"
            and match["what"] in {"k", "w", "c", "m", "e", "d"}
            and match.start("what") == match.start()
            and people.isdisjoint("aANQsv")
        )

    def _are_counted(self) -> bool:
        """Say whether the wounded were told: those in a grave state are some of them."""
        return any(toll.kind is TollKind.WOUNDED and toll.low for toll in self.found)

    @staticmethod
    def _comes_on_top(people: str) -> bool:
        """Return whether "more" or "another" is said, and not "more than"."""
        return "A" in people or "q" in people.replace("qh", "")

    def _nobody(self) -> None:
        for match in NOBODY.finditer(self._letters):
            kinds: set[TollKind] = set()
            if match["people"] and self._words.words[match.start("people")] != "люди":
                continue  # of some who were not hurt: others may have been
            for letter in match.group("a", "b", "a2", "b2", "a3", "b3", "a4", "a5"):
                if letter == "Z":
                    kinds |= {TollKind.KILLED, TollKind.WOUNDED}
                elif letter:
                    kinds.add(_KINDS[letter])
            if self._is_told(*match.span()):
                for kind in sorted(kinds):
                    self._add(kind, _Number(0, 0), match.span())

    def _some(self) -> None:
        for match in SOME.finditer(self._letters):
            if self._free(*match.span()) and self._is_told(*match.span()):
                for what in {*match.group("what", "also", "many", "one", "moved")} - {None}:
                    self._add(_KINDS[what], _Number(1, None), match.span())

    def _add(
        self, kind: TollKind, number: _Number, at: tuple[int, int], *, more: bool = False
    ) -> None:
        start, end = self._words.span(*at)
        self._taken[at[0] : at[1]] = [True] * (at[1] - at[0])
        self.found.append(
            Toll(
                kind=kind,
                low=number.low,
                high=number.high,
                start=start,
                end=end,
                more=more,
                whose=self._whose(*at) if number.low else None,
            )
        )

    def _whose(self, first: int, last: int) -> str | None:
        """Return what all people of the phrase are called."""
        found: set[str] = set()
        adjective = ""
        for at in range(first, min(last + 1, len(self._letters))):
            letter, word = self._letters[at], self._words.words[at]
            if letter in "PSJ":
                named = next(
                    (name for name, stems in _PERSON if word.startswith(stems)), ""
                )
                if letter != "J":
                    found.add(named or adjective)
                adjective = named
        return (found.pop() or None) if len(found) == 1 else None


def find_tolls(words: Words, letters: str) -> tuple[Toll, ...]:
    """Return the tolls of a text, in order, given its letters."""
    if _CUES.isdisjoint(letters) and (words.script == "en" or "!b" not in letters):
        return ()
    reader = _Reader(words, letters)
    reader.read()
    return tuple(reader.found)


def letters_of(words: Words) -> str:
    """Return what the rules see: one letter for each word."""
    return with_one_person(words, _LETTERINGS[words.script].read(words))
