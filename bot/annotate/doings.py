"""What only a town does or suffers, said around a name that is a word or a surname too.

«Суми вдягають жалобу», «Николаев: двое погибших», «взрывы в Королёве», «мэр Чехова». A
sum of money, an eagle or a Mr Николаев does none of that, so that the name is a town's.
"""

import re
from collections.abc import Sequence
from enum import IntEnum

from bot.annotate import scenes
from bot.annotate.city_life import (
    EVENT,
    SCENE,
    beginning,
    is_near,
    words_after,
)
from bot.annotate.lexicon import NAME_PLACES
from bot.annotate.tokens import Token, Tokens
from bot.annotate.wordlists import doings as words
from bot.annotate.wordlists.only_towns import OPENERS


class Who(IntEnum):
    """Who else has the name: nobody, somebody as a surname, or as a given name."""

    NOBODY = 0
    SURNAME = 1
    MAN = 2


NEAR = 6  # words after a verb that say what it is done to
HEADLINE = 12  # words after «Суми:» that say what happened there
_REMAINS_FOR = 4  # words from a name to "without"
_DOES = [
    (beginning(verbs), beginning(objects))
    for verbs, _, objects in (line.partition(" | ") for line in words.DOES.split(";"))
    if objects
]
_SOMETHING = re.compile("|".join(verbs.pattern for verbs, _ in _DOES))
_OF_PERSONS_TOO = beginning(words.OF_PERSONS_TOO)
_OF_NO_MAN = beginning(words.OF_NO_MAN)
_LIVES = beginning("жив зиму")
_SUPPLY = beginning(words.SUPPLY)
_REMAINS = beginning(words.REMAINS)
_HAPPENED = beginning(words.HAPPENED)
_NO_SCENE = beginning(words.NO_SCENE)
_ALONE = beginning(words.ALONE)
_FAMILY = beginning(words.FAMILY)
_ITS_OWN = {
    stem: beginning(verbs)
    for stems, verbs in words.ITS_OWN.items()
    for stem in stems.split()
}
# The adjectives that name towns, and the verbs that may follow a name of that number.
_ADJECTIVE = re.compile(r"(?:[внрлктсг]е|[ое]е|[ая]я|ова)$")
_VERB = {
    True: re.compile(
        r"\w{2,}(?:ли|лис[яь]|[юуая]ть|(?<!вал)[юуя]т|[юуая]ться|[юуая]тся|[ае]ны)$"
    ),
    False: re.compile(
        r"\w{2,}(?:[аеиіоіу]л[ао]?|(?<![іїо])в|лас[яь]|лос[яь]|вся|лся|є|[ие]ть?|"
        r"[иеє]ться|[ие]тся|[ае]но?)$"
    ),
}
_NOUNS = re.compile(
    r"(?:світл|тіл|крил|скл|сел|сал|масл|джерел|дзеркал|мил|зл|тепл|житл|горл|чол|весл|св[еі]кл|"
    r"стекл|крыл|покрывал|полотн|тел|сил|школ|скал|смол|зол|бджол|пчел|хвил|игл)[оа]$"
)
_PREPOSITIONS = frozenset("без під под на після после над".split())
_MONTH = re.compile(
    r"(?:січ|лют|бер|кві|тра|чер|лип|сер|вер|жов|лис|гру|янв|фев|мар|апр|ма[яй]|июн|июл|авг|"
    r"сен|окт|ноя|дек)"
)
_ADVERBS = frozenset(
    "знову снова опять вже уже ще еще вночі ночью вчора вчера сьогодні сегодня завтра "
    "частково частично повністю полностью масовано массированно на колінах коленях "
    "теж тоже також также досі нарешті наконец вранці утром ввечері вечером".split()
)


def is_towns(tokens: Tokens, start: int, end: int, who: Who, *, declined: bool) -> bool:
    """Return whether the words around tell of a town.

    Args:
        tokens: The text.
        start: Where the name begins.
        end: Where it ends.
        who: Who else has the name.
        declined: Whether the name is in another case than the nominative.
    """
    if declined:
        return scenes.is_told_from(tokens, start, end, person=bool(who), declined=True)
    return (
        (_is_subject(tokens, start) and (_does(tokens, end, who) or _is_dated(tokens, end)))
        or (not who and _is_no_word(tokens, start, end))
        or (not who and _is_in_smoke(tokens, start, end))
        or _heads(tokens, start, end, who)
        or _is_warned(tokens, start, end)
        or scenes.is_told_from(tokens, start, end, person=bool(who), declined=False)
    )


def _is_subject(tokens: Sequence[Token], start: int) -> bool:
    """Return whether a name begins a sentence, or a clause after a comma or a dash.

    Or what follows «Почему», «Как» and the like.
    """
    gap = tokens[start].gap
    if tokens[start].starts or not start or ": " in gap or " — " in gap or "«" in gap:
        return True
    before = tokens[start - 1]
    return before.starts and before.key in OPENERS and gap == " "


def _does(tokens: Tokens, end: int, who: Who) -> bool:
    """Return whether a predicate follows that only a town has."""
    while end < len(tokens) and not tokens[end].breaks and tokens.keys[end] in _ADVERBS:
        end += 1
    following = words_after(tokens, end, NEAR)
    if not following or tokens[end].gap not in {" ", "\u00a0"}:
        return False
    verb = tokens.keys[end]
    if _ALONE.match(verb) is not None:
        return True
    if _lacks(tokens, following):
        return who is not Who.MAN or not is_near(tokens, following, _LIVES)
    return _may_do(verb, who) and any(
        verbs.match(verb) is not None and is_near(tokens, following[1:], objects)
        for verbs, objects in _DOES
    )


def _may_do(verb: str, who: Who) -> bool:
    """Return whether a verb of towns is none of those who have the name."""
    if _SOMETHING.match(verb) is None:
        return False
    if who is Who.MAN and _OF_NO_MAN.match(verb) is None:
        return False
    return not who or _OF_PERSONS_TOO.match(verb) is None


def _is_dated(tokens: Tokens, end: int) -> bool:
    """Return whether a day and a month follow: «Суми, 24 листопада: …»."""
    return (
        end + 2 < len(tokens)
        and tokens[end].gap == ", "
        and (
            tokens[end + 2].breaks or tokens[end + 2].gap.startswith((":", " —", " –", "."))
        )
        and tokens.keys[end].isdecimal()
        and _MONTH.match(tokens.keys[end + 1]) is not None
    )


def _is_in_smoke(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether a headline says in what a town is: «Лиман у диму»."""
    return (
        tokens[start].starts
        and len(words_after(tokens, end, 2)) > 1
        and tokens.keys[end] in {"в", "у", "во"}
        and tokens.keys[end + 1] in words.IN_WHAT
    )


def _is_no_word(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether the word would be followed by others, were it no town's name.

    An adjective by its noun («Рівне поле»), sums by what they are of or do.
    """
    alone = end - start == 1 and (tokens[start].breaks or not start)
    if not alone or end >= len(tokens) or tokens[end].breaks:
        return False
    key, gap = tokens.keys[start], tokens[end].gap
    adjective = _ADJECTIVE.search(key) is not None
    if gap.startswith(":"):
        return adjective
    while end + 1 < len(tokens) and tokens.keys[end] in _ADVERBS:
        end += 1
    verb = tokens.keys[end]
    if gap != " " or tokens[end].upper or verb.isascii():
        return False
    if adjective and verb in _PREPOSITIONS:
        return True
    return _is_verb(verb, key) and (
        adjective
        or any(
            pattern.match(verb) is None
            for stem, pattern in _ITS_OWN.items()
            if key.startswith(stem)
        )
    )


def _is_verb(word: str, subject: str) -> bool:
    """Return whether a word ends as a verb does after a subject of one number."""
    is_plural = subject.endswith(("и", "ы"))
    return _VERB[is_plural].match(word) is not None and _NOUNS.search(word) is None


def _lacks(tokens: Tokens, following: range) -> bool:
    """Return whether it is without light, water or heat: «остался без водоснабжения»."""
    for index in following[:_REMAINS_FOR]:
        if tokens.keys[index] == "без":
            return is_near(tokens, following[index - following.start + 1 :][:2], _SUPPLY)
        if _REMAINS.match(tokens.keys[index]) is None:
            return False
    return False


def _heads(tokens: Tokens, start: int, end: int, who: Who) -> bool:
    """Return whether a headline says the place and a colon, and then what happened."""
    if end >= len(tokens) or not (tokens[start].breaks or not start):
        return False
    said = words_after(tokens, end, HEADLINE)
    if not tokens[end].gap.startswith(":") or "«" in tokens[end].gap:
        return False
    if who and _is_word_of(tokens, start, end, said, who):
        return False
    if is_near(tokens, said, _NO_SCENE):
        return False
    patterns = (_HAPPENED,) if who else (_HAPPENED, SCENE, EVENT)
    return any(is_near(tokens, said, pattern) for pattern in patterns)


def _is_word_of(tokens: Tokens, start: int, end: int, said: range, who: Who) -> bool:
    """Return whether somebody speaks of elsewhere, or of his own.

    «Николаев: паводок в Якутии», «Владимир: погиб сын».
    """
    if who is Who.MAN and is_near(tokens, said, _FAMILY):
        return True
    shouts = all(tokens[index].capitals for index in range(start, end))
    return not shouts and any(tokens[index].upper for index in said[1:])


def _is_warned(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether a siren is for it: «Увага, Лиман:», «Тривога: Суми»."""
    if not start or end - start != 1:
        return False
    before, gap = tokens.keys[start - 1], tokens[start].gap
    if before in {"увага", "внимание"}:
        return gap.startswith((", ", "! ", ": "))
    return gap == ": " and before in words.WARNINGS


def who_has(key: str, *, surname: bool) -> Who:
    """Return who else has a name."""
    if key in NAME_PLACES:
        return Who.MAN
    return Who.SURNAME if surname else Who.NOBODY
