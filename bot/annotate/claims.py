"""Who says, denies, confirms or takes back what, where the words leave no doubt.

Rules over the letters of :mod:`bot.annotate.wordlists.claims`: an actor beside a verb of
speaking, in the order that the language has for it, or an actor before a colon. Nothing is
said of who is right.
"""

import re
from typing import NamedTuple

from bot.annotate.lettering import Lettering, Words, parse_lists
from bot.annotate.wordlists import claims as lists
from bot.domain.reports import Claim, ClaimKind

_ACTOR = "[xuzXUZAMmdfngsahvyperbtkjoq]"
_WHO = rf"(?P<who>{_ACTOR}(?:l{{0,2}}w?{_ACTOR}|I[XU])*)"
_VERB = "(?P<verb>[SDWCT])"
_BEFORE = "(?P<before>[IN]?)"
# An actor and then the verb; an adverb or a weekday may stand between.
_FORWARD = re.compile(rf"{_BEFORE}l?w?{_WHO}(?P<gap>[lwIKNH]{{0,3}}){_VERB}")
_BACKWARD = {  # the verb first
    "cyrillic": re.compile(
        rf"(?P<before>[NK]?){_VERB}(?P<gap>w{{0,2}}I?[wl]{{0,2}}){_WHO}"
    ),
    "en": re.compile(
        rf"(?P<before>[NK]{{0,2}}){_VERB}(?P<gap>w?Bl?w?|l?){_WHO}(?=[.,\"]|$)"
    ),
}
_ACCORDING = re.compile(rf"F(?P<gap>I?l?w{{0,2}}){_WHO}")
_HEADED = re.compile(rf"(?:^|\.)w{{0,2}}{_WHO}(?P<gap>w{{0,2}}):")
_SIGNED = re.compile(rf"-w{{0,2}}{_WHO}(?:(?<=[vyhqMk])w{{1,2}})?(?=[.\"]|$)")
_CUES = re.compile(r"[SDWCTF:-]")
_UNTRUE = re.compile(
    r"\b(?:не соответству\w+ действительности|не відповіда\w+ дійсності"
    r"|(?:is|are|was|were) (?:not true|untrue|false|a lie|fake)\b"
    r"|call(?:s|ed) (?:[\w'-]+ ){1,5}(?:fake|an? lie|lies|false|untrue|baseless)\b"
    r"|назва\w+ (?:[\w'-]+ ){0,4}(?:фейк|ложь|брехн|неправд|вымысл|вигадк)\w*)"
    r"|[-–—] (?:це |это )?(?:фейк|неправда|ложь|брехня)\b"
)
_TURN = re.compile(r"(?<![NK])(?<!NK)[DC](?![lw]?E)")
_COUNTRIES = {"X": "RU", "U": "UA", "x": "RU", "u": "UA"}
_KINDS = {
    "S": ClaimKind.SAYS,
    "D": ClaimKind.DENIES,
    "W": ClaimKind.DENIES,
    "C": ClaimKind.CONFIRMS,
    "T": ClaimKind.RETRACTS,
}
_SIGNS = {
    **dict.fromkeys(".!?…;\n", "."),
    **dict.fromkeys("-–—", "-"),
    ",": ",",
    ":": ":",
}


class _Actor(NamedTuple):
    name: str
    side: str | None


def _read(table: str) -> dict[str, _Actor]:
    found = {}
    for line in table.strip().splitlines():
        head, _, words = line.partition(": ")
        name, _, side = head.rpartition(" ")
        if not side.isupper():
            name, side = head, ""
        actor = _Actor(name or side, side or None)
        found.update(dict.fromkeys(words.split(), actor))
    return found


_ACTORS = _read(lists.ACTORS)
_NATIONS = _read(lists.NATIONS)  # by their adjectives
_COUNTRY_NAMES = {actor.name for actor in _ACTORS.values() if actor.name == actor.side}


def _letter(word: str) -> str:
    if word.endswith("'s"):  # "the president's office"
        return _LETTERING.letters[word[:-2]]
    if word.endswith("ly"):
        return "l"  # "officially"
    return "w" if word[0].isalnum() else _SIGNS.get(word, '"')


def _lists() -> dict[str, list[str]]:
    words = parse_lists(lists.LISTS)
    for word, actor in _ACTORS.items():
        words.setdefault("Z" if actor.name in _COUNTRY_NAMES else "A", []).append(word)
    words["z"] = list(_NATIONS)
    return words


_LETTERING = Lettering(_lists(), _letter)


def _find_actor(word: str) -> _Actor:
    """Return what a word with the letter ``A``, ``Z`` or ``z`` stands for."""
    table = _NATIONS | _ACTORS
    for length in range(len(word), 0, -1):
        for entry in (word[:length] if length == len(word) else "", word[:length] + "*"):
            if entry in table:
                return table[entry]
    return _Actor(word, None)


def _is_country(match: re.Match[str]) -> bool:
    return set(match["who"]) <= set("XUZ")


class _Reader:
    """The claims of one text."""

    def __init__(self, words: Words, letters: str, language: str) -> None:
        self._words = words
        self._letters = letters
        self._is_ukrainian = language[:2].lower() == "uk"
        self._spoken: set[int] = set()  # verbs that have their actor
        self.found: list[Claim] = []

    def read(self) -> None:
        """Find them all, what is surer first."""
        for match in _HEADED.finditer(self._letters):
            if not match["gap"] or not _is_country(match):  # "Ukraine war live:"
                self._add(match, ClaimKind.SAYS, match.end())
        for match in _FORWARD.finditer(self._letters):
            self._forward(match)
        backward = _BACKWARD.get(self._words.script)
        if backward is not None:
            for match in backward.finditer(self._letters):
                self._with_verb(match)
        for form in (_ACCORDING, _SIGNED):
            for match in form.finditer(self._letters):
                self._add(match, ClaimKind.SAYS, None)

    def _forward(self, match: re.Match[str]) -> None:
        if self._words.script != "cyrillic" and _is_country(match):
            if match["before"]:
                return  # "a man in Ukraine said"
            if "w" in match["gap"].replace("Iw", ""):
                return  # "Ukraine power operator denies"
        if self._words.script == "cyrillic" and set(match["gap"]) & set("IH"):
            return  # "глава МИД в Киеве заявил" may have another subject
        self._with_verb(match)

    def _with_verb(self, match: re.Match[str]) -> None:
        verb, gap, at = match["verb"], match["gap"], match.start("verb")
        if at in self._spoken or set("NK") & set(gap) or "N" in match["before"]:
            return
        rest = self._letters[match.end("verb") : match.end("verb") + 5]
        if rest[:1] == "N" or (verb == "D" and "E" in rest[:3]):
            return
        if "K" in match["before"] and "B" not in gap:
            return
        if (
            verb in "WT"
            and not set("OH") & set(rest.partition(".")[0])
            and "S" not in rest[:2]
        ):
            return  # a plan is rejected, a claim as well ("claims" may be a verb)
        self._spoken.add(at)
        self._add(match, _KINDS[verb], None)

    def _add(self, match: re.Match[str], kind: ClaimKind, first: int | None) -> None:
        who = match.span("who")
        actor = self._actor(*who)
        if actor is None:
            return
        begin = (
            self._letters.rfind(".", 0, match.start("who")) + 1 if first is None else first
        )
        end = self._letters.find(".", max(begin, match.end()))
        end = len(self._letters) if end < 0 else end
        if begin >= end:
            return
        start, stop = self._words.span(begin, end)
        if kind is ClaimKind.SAYS and _UNTRUE.search(self._words.text, start, stop):
            kind = ClaimKind.DENIES
        actor_start, actor_end = self._words.span(*who)
        claim = Claim(
            actor=actor.name,
            side=actor.side,
            kind=kind,
            start=start,
            end=stop,
            actor_start=actor_start,
            actor_end=actor_end,
        )
        if not any(
            known.actor_start < claim.actor_end and claim.actor_start < known.actor_end
            for known in self.found
        ):
            self.found.append(claim)

    def _actor(self, first: int, last: int) -> _Actor | None:
        """Return whom the words name, None if they do not say it clearly."""
        letters, words = self._letters[first:last], self._words.words[first:last]
        named = [
            _find_actor(word.removesuffix("'s"))
            for letter, word in zip(letters, words, strict=True)
            if letter in "AZz"
        ]
        sides = {_COUNTRIES[letter] for letter in letters if letter in _COUNTRIES}
        sides |= {actor.side for actor in named if actor.side is not None}
        if len(sides) > 1:
            return None
        side = next(iter(sides), None)
        bodies = [actor.name for actor in named if actor.name != actor.side]
        name = bodies[0] if bodies else None
        if name is None:
            has = set(letters)
            name = next((body for need, body in lists.BODIES if set(need) <= has), None)
        if name is None:
            return _Actor(side, side) if set(letters) & set("XUZ") and side else None
        if side is None and (
            name in lists.ALWAYS or (self._is_ukrainian and name in lists.STATE)
        ):
            side = "UA"
        return _Actor(name, side)


def find_claims(words: Words, language: str) -> tuple[Claim, ...]:
    """Return the claims of a text, in order."""
    letters = letters_of(words)
    if _CUES.search(letters) is None:
        return ()
    reader = _Reader(words, letters, language)
    reader.read()
    return tuple(sorted(reader.found, key=lambda claim: claim.actor_start))


def letters_of(words: Words) -> str:
    """Return what the rules see."""
    return _LETTERING.read(words)


def find_turns(words: Words, end: int) -> list[tuple[ClaimKind, int, int]]:
    """Return the words before `end` that deny or confirm, whoever does it."""
    letters = letters_of(words)
    return [
        (_KINDS[letters[at]], words.starts[at], words.ends[at])
        for at in (match.start() for match in _TURN.finditer(letters))
        if words.ends[at] <= end
    ]
