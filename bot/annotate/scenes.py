"""What is reported from a town, told by the words before and after its name.

«Взрывы в Королёве», «балістика по Лиману», «мэр Чехова», «из Боровой вывезли детей».
"""

import re

from bot.annotate import guards
from bot.annotate.city_life import (
    ROUTES,
    TOWARDS,
    beginning,
    is_flown_at,
    is_near,
    words_after,
)
from bot.annotate.lexicon import HEADS, HEADS_IN_CASES
from bot.annotate.tokens import Tokens
from bot.annotate.wordlists import doings as words

_REPORTED = beginning(words.REPORTED)
_WEAPONS = beginning(words.WEAPONS)
_LEADS = beginning(words.LEADS)
_TAKEN_OUT = beginning(words.TAKEN_OUT)
_SCENE_AFTER = beginning(words.SCENE_AFTER)
_HITS = beginning("приліт прильот прилет удар влуч")
_NATIVES = beginning(words.NATIVES)
_FIRES_ON = beginning(words.FIRES_ON)
_OF_PEOPLE = frozenset({"у"})  # in Russian «у Королёва» is at his house
_IN = frozenset("в во у под під возле біля поблизу неподалік над близ".split())
_AT = _IN | {"по", "на"}
_OUT = frozenset("из з із зі изо".split())
_BY = frozenset("повз мимо по".split())
_PAST = frozenset(
    "курс курсом повз мимо північніше "
    "південніше східніше західніше севернее южнее восточнее "
    "западнее".split()
)
_TO = frozenset("до на через в у".split())
_PREPOSED = _AT | _OUT | _BY | _TO
_SEVERAL_DO = re.compile(r"\w{2}(?:[юуя]ть?|[аяиіеую]ли)$")
_ARE_CALLED = re.compile(
    r"(?:наз[ыи]?в|зва|зов|зв[уі]|нар[еі]|имену|імену|был|бул|стал|инстит|інстит|"
    r"маршрут|статут|салют|при?ют|абсолют|валют|минут|хвилин|ребят|внучат|медал|детал)"
)
_AND = frozenset("и й та да или або а с со з із разом вместе".split())
_DASHES = frozenset({" — ", " – ", " - ", "—", "–", "-"})


def is_told_from(
    tokens: Tokens, start: int, end: int, *, person: bool, declined: bool
) -> bool:
    """Return whether something is reported from a place, or who heads it."""
    if not start or tokens[start].breaks:
        return False
    before = tokens.keys[start - 1]
    if declined and before in HEADS and tokens[start].gap == " ":
        return not (person and before in HEADS_IN_CASES)
    if is_flown_at(tokens, start, end):
        return not (person and declined and before == "на")
    if person and before in _OF_PEOPLE and not _is_ukrainian(tokens, start):
        return False
    return (
        (before in _AT and _is_reported(tokens, start, end, person=person))
        or (before in _IN and is_near(tokens, words_after(tokens, end, 5), _SCENE_AFTER))
        or (before in _OUT and declined and _is_left(tokens, start, end))
        or (before in _TO and _is_led_to(tokens, start, end))
        or (before in _BY and is_near(tokens, words_after(tokens, end, 4), _WEAPONS))
        or (before in _PAST and is_near(tokens, range(start - 6, start - 1), _WEAPONS))
        or (before == "по" and is_near(tokens, words_after(tokens, end, 1), _HITS))
        or (not (person and declined) and _FIRES_ON.match(before) is not None)
        or _ends_route(tokens, start)
        or (not declined and _is_object(tokens, start, end))
        or _is_flown_to(tokens, start, end)
    )


def _is_reported(tokens: Tokens, start: int, end: int, *, person: bool) -> bool:
    """Return whether a place's name follows what is reported: «пожар в Королёве».

    A blow to people that have the name is none: «удар по Королёву».
    """
    if not is_near(tokens, _earlier(start), _REPORTED):
        return False
    if not person or tokens.keys[start - 1] not in {"по", "на", "над"}:
        return True
    around = range(start - 3, words_after(tokens, end, 5).stop)
    return is_near(tokens, around, _WEAPONS)


def _is_led_to(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether a road or a train goes there: «до Лиману не ходитимуть електрички»."""
    after = words_after(tokens, end, 4)
    return is_near(tokens, _earlier(start), _LEADS) or (
        tokens.keys[start - 1] == "до" and is_near(tokens, after, _LEADS)
    )


def _is_flown_to(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether something flies there that is named after it: «у бік Сум летить»."""
    towards = TOWARDS.match(tokens.keys[start - 1]) is not None
    return towards and is_near(tokens, words_after(tokens, end, 5), _WEAPONS)


def _ends_route(tokens: Tokens, start: int) -> bool:
    """Return whether it is the other end of a line: «поїзд Київ — Суми»."""
    return (
        start > 1
        and tokens[start].gap in _DASHES
        and tokens[start - 1].upper
        and is_near(tokens, range(max(0, start - 4), start - 1), ROUTES)
    )


def _is_object(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether several do something to a town: «покидают Николаев».

    To a man they would do it in another case, and one man does not do it in the plural.
    """
    verb, key = tokens.keys[start - 1], tokens.keys[start]
    if _SEVERAL_DO.search(verb) is None or _ARE_CALLED.match(verb) is not None:
        return False
    if key.endswith(("а", "я", "о", "е", "и", "ы", "у", "ю", "і", "ї")) or end - start > 1:
        return False
    if tokens[start - 1].upper or tokens[start].gap != " ":
        return False
    if end >= len(tokens) or tokens[end].breaks:
        return True
    return tokens[end].gap == " " and tokens.keys[end] not in _AND


def _is_left(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether people come or are taken out of it: «з Лимана евакуювали»."""
    taken = is_near(tokens, words_after(tokens, end, 3), _TAKEN_OUT)
    return taken or is_near(tokens, _earlier(start), _NATIVES)


def _earlier(start: int) -> range:
    """Return the indexes of the two words before the one before a name."""
    return range(max(0, start - 3), start - 1)


def is_preposition(tokens: Tokens, start: int) -> bool:
    """Return whether what stands before is no name but «Над», «З», «Повз»."""
    before = guards.word_before(tokens, start)
    return before is not None and before.key in _PREPOSED


def _is_ukrainian(tokens: Tokens, start: int) -> bool:
    """Return whether a name ends as in the Ukrainian locative: «у Миколаєві»."""
    return tokens.keys[start].endswith(("і", "ї", "ому"))
