"""Who says, denies, confirms or takes back what, where the words leave no doubt.

Rules over the letters of :mod:`bot.annotate.wordlists.claims`: an actor beside a verb of
speaking, in the order that the language has for it, or an actor before a colon. Nothing is
said of who is right.
"""

import re

from bot.annotate.actors import ARMY, NOMINATIVE, OBLIQUE, PLURAL, find_actor
from bot.annotate.lettering import Words
from bot.annotate.phrases import Phrases, by_letters
from bot.annotate.wordlists import claims as lists
from bot.annotate.wordlists import denials
from bot.domain.reports import Claim, ClaimKind

_ACTOR = "[xuzXUZAMcmdfngsahvyperbtkjoq]"
_WHO = rf"(?P<who>{_ACTOR}(?:I?l{{0,2}}w?{_ACTOR})*)"
_VERB = "(?P<verb>[SDWCTV])"
_BEFORE = "(?P<before>[IN]?)"
# An actor and then the verb; an adverb or a weekday may stand between.
_FORWARD = re.compile(
    rf"{_BEFORE}l?w?{_WHO}(?P<gap>(?:\"w{{1,2}}\")?[lwIKNH]{{0,5}}){_VERB}"
)
# "Petro Dub, mayor of Orlivka, said"
_APPOSED = re.compile(rf"(?P<before>,)l?w{{0,2}}{_WHO}(?P<gap>[lwI]{{0,4}}),[lw]?{_VERB}")
_BACKWARD = {  # the verb first
    "cyrillic": re.compile(
        rf"(?P<before>[NK]?){_VERB}(?P<gap>w?I[wl]{{0,2}}|[wl]{{0,2}}){_WHO}"
    ),
    "en": re.compile(
        rf"(?P<before>[NK]{{0,2}}){_VERB}(?P<gap>w?Bl?w?|l?){_WHO}(?=[.,\"]|$)"
    ),
    "de": re.compile(rf"(?P<before>),{_VERB}(?P<gap>w?){_WHO}(?=[.,\"]|$)"),
    "pl": re.compile(rf"(?P<before>),{_VERB}(?P<gap>w?){_WHO}(?=[.,\"]|$)"),
}
_ACCORDING = re.compile(rf"F(?P<gap>I?l?w{{0,2}}){_WHO}")
_HEADED = re.compile(rf"(?:^|\.)w{{0,2}}{_WHO}(?P<gap>[lw]{{0,2}}):")
# "Not true": a spokesman on the fall of the village
# «Джерело в СБУ: дрони влучили в термінал»
_SOURCED = re.compile(rf"(?:^|[.-])w{{1,2}}I{_WHO}(?P<gap>w{{0,2}})(?=[:.]|$)")
_OF_SOURCES = ("джерел", "источник", "співрозмовник", "собеседник", "source")
_REMARKED = re.compile(rf"(?<=[:\"-])w?{_WHO}(?P<gap>w?)R")
_BEGINS = re.compile(rf"^{_WHO}(?P<gap>)R")  # «Генштаб про удар по заводу»
# At the end of a sentence; what stands before the dash must be more than somebody's name.
_SIGNED = {
    "cyrillic": re.compile(
        rf"(?:(?<=[^.]{{4}})-(?:w(?=A))?|(?<=[^.])-(?=A)){_WHO}l{{0,2}}(?:(?<=[qh])(?:\"?w\"?){{1,3}})?(?=[.\"]|$)"
    ),
    "en": re.compile(
        rf"(?<=[^.]{{4}})-w{{0,2}}{_WHO}(?:(?<=[vyhqMk])w{{1,2}})?(?=[.\"]|$)"
    ),
}
MANY = 16  # claims read of one text; a longer list is a page of something else
_CUES = re.compile(r"[SDWCTVF:-]|^[^.]{0,6}R")
_UNTRUE = by_letters(denials.UNTRUE + denials.UNTRUE_SAID.lstrip("\n"))
_TRUE = by_letters(denials.TRUE_SAID)
_PLANNED = re.compile("[lw]{0,2}P")  # "confirms its readiness"
_AS_SUCH = re.compile("|".join(denials.AS_SUCH.strip("\n").splitlines()))
_CREDIT = re.compile(lists.CREDIT)
_SHOWN = re.compile("|".join(lists.SHOWN.strip("\n").splitlines()))
_SHOWS = tuple(lists.SHOWS.split())
_ADMITS = ("визна", "призна")
BASE = frozenset(lists.BASE.split())
MODALS = frozenset(lists.MODALS.split())
_KINDS = {
    "S": ClaimKind.SAYS,
    "D": ClaimKind.DENIES,
    "W": ClaimKind.DENIES,
    "C": ClaimKind.CONFIRMS,
    "T": ClaimKind.RETRACTS,
    "V": ClaimKind.SAYS,
}


def _is_country(match: re.Match[str]) -> bool:
    return set(match["who"]) <= set("XUZ")


class _Reader:
    """The claims of one text."""

    def __init__(self, words: Words, letters: str, language: str) -> None:
        self._words = words
        self._untrue = _UNTRUE[words.script == "cyrillic"]
        self._true = _TRUE[words.script == "cyrillic"]
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
        for match in _APPOSED.finditer(self._letters):
            self._with_verb(match)
        self._read_backward()
        for match in _SOURCED.finditer(self._letters):
            said = self._words.words[match.start() : match.start("who")]
            if any(word.startswith(_OF_SOURCES) for word in said):
                self._add(match, ClaimKind.SAYS, None)
        script = self._words.script
        remarked = (_REMARKED, _BEGINS) if script == "cyrillic" else ()
        for form in (*remarked, _ACCORDING, _SIGNED.get(script, _SIGNED["en"])):
            for match in form.finditer(self._letters):
                self._add(match, ClaimKind.SAYS, None)

    def _read_backward(self) -> None:
        backward = _BACKWARD.get(self._words.script)
        if backward is None:
            return
        for match in backward.finditer(self._letters):
            if self._words.script != "cyrillic" or self._is_cyrillic_subject(match):
                self._with_verb(match)

    def _forward(self, match: re.Match[str]) -> None:
        if self._words.script == "cyrillic":
            if not self._is_cyrillic_subject(match) or set(match["gap"]) & set("IH"):
                return  # "глава МИД в Киеве заявил" may have another subject
        elif _is_country(match):
            if match["before"]:
                return  # "a man in Ukraine said"
            if "w" in match["gap"].replace("Iw", ""):
                return  # "Ukraine power operator denies"
        self._with_verb(match)

    def _is_cyrillic_subject(self, match: re.Match[str]) -> bool:
        """Return whether the actor beside a verb is its subject, or "в" stands before."""
        first = match.start("who")
        word = self._words.words[first]
        is_army = self._words.words[slice(*match.span("who"))] in ARMY
        if "I" in match.group(0)[: first - match.start()] + match["gap"]:
            verb = self._words.words[match.start("verb")]
            # "в Москве заявили", "у ЗСУ спростували"
            return not (is_army or _is_country(match)) or verb.endswith(PLURAL)
        if is_army:
            return False  # "атаку ЗСУ підтвердив губернатор"
        if _is_country(match):
            before = self._letters[max(first - 1, 0) : first]
            return word in NOMINATIVE and before in set('.,:-"Hl') | {""}
        return OBLIQUE.fullmatch(word) is None

    def _with_verb(self, match: re.Match[str]) -> None:
        verb, gap, at = match["verb"], match["gap"], match.start("verb")
        if at in self._spoken or set("NK") & set(gap) or "N" in match["before"]:
            return
        rest = self._letters[match.end("verb") : match.end("verb") + 5]
        if rest[:1] == "N" or (verb in "DC" and "E" in rest[:3]):
            return
        if ("K" in match["before"] and "B" not in gap) or self._is_no_news(at, gap, rest):
            return
        if (
            verb in "WT"
            and not set("OH") & set(rest.partition(".")[0])
            and "S" not in rest[:2]
        ):
            return  # a plan is rejected, a claim as well ("claims" may be a verb)
        self._spoken.add(at)
        has_done_it = verb in "SV" and _CREDIT.match(self._words.text, self._words.ends[at])
        self._add(match, ClaimKind.CONFIRMS if has_done_it else _KINDS[verb], None)

    def _is_no_news(self, at: int, gap: str, rest: str) -> bool:
        """Say whether the verb only may deny or confirm, or confirms nothing that was."""
        words = self._words
        is_apart = gap[:1] not in {"", "I"}  # but "officials in Sumy confirm"
        if words.words[at] in BASE and (is_apart or words.words[at - 1] in MODALS):
            return True
        if self._letters[at] == "S" and words.words[at].startswith(_SHOWS):
            return _SHOWN.match(words.text, words.ends[at]) is None
        if self._letters[at] != "C":
            return False
        if words.words[at].startswith(_ADMITS):
            return _AS_SUCH.match(words.text, words.ends[at]) is not None
        return _PLANNED.match(rest) is not None

    def _is_said(self, phrases: Phrases, start: int, end: int) -> bool:
        words = self._words
        return phrases.search(words.text, start, end, called=words.phrases) is not None

    def _is_no_answer(
        self, match: re.Match[str], kind: ClaimKind, *, is_denied: bool
    ) -> bool:
        """Say whether the verb tells of something that was no answer to anybody."""
        if match.groupdict().get("verb") != "V" or kind is ClaimKind.CONFIRMS:
            return False
        word = self._words.words[match.start("verb")]
        return not is_denied or word.startswith("вз")

    def _add(self, match: re.Match[str], kind: ClaimKind, first: int | None) -> None:
        if len(self.found) >= MANY:
            return
        who = match.span("who")
        actor = find_actor(
            self._letters[slice(*who)],
            self._words.words[slice(*who)],
            is_ukrainian=self._is_ukrainian and self._letters[who[1] : who[1] + 1] != "w",
        )
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
        is_denied = self._is_said(self._untrue, start, stop)
        if self._is_no_answer(match, kind, is_denied=is_denied):
            return  # "the mayor called a meeting"
        if kind is ClaimKind.SAYS and is_denied:
            kind = ClaimKind.DENIES
        elif kind is ClaimKind.SAYS and self._is_said(self._true, start, stop):
            kind = ClaimKind.CONFIRMS
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


def find_claims(words: Words, letters: str, language: str) -> tuple[Claim, ...]:
    """Return the claims of a text, in order, given its letters."""
    if _CUES.search(letters) is None:
        return ()
    reader = _Reader(words, letters, language)
    reader.read()
    return tuple(sorted(reader.found, key=lambda claim: claim.actor_start))
