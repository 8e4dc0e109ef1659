"""Whether the name of a city, a state or a country is that of a river here."""

import re

from bot.annotate import guards
from bot.annotate.city_life import is_flown_at
from bot.annotate.lexicon import INSTITUTIONS
from bot.annotate.tokens import Tokens

_RIVERS = frozenset(
    "дніпро дніпра дніпру дніпром дніпрі днепр днепра днепру днепром днепре dnipro dnieper "
    "dnepr самара самары самаре самару самар самарі".split()
)
_RIVER_BEFORE = frozenset(
    "через за по на the вздоль вздовж уздовж river реки река реке реку річки річка річці "
    "річку "
    "берег берегу берега берегах березі лівобережжя правобережжя води воды вод "
    "русло "
    "форсировать форсувати переправа переправу переправи across along устье гирлі "
    "течії".split()
)


_RIVER_AFTER = frozenset(
    "river flows delta basin вийшов вийде розлився обмілів міліє вышел выйдет разлился "
    "обмелел мелеет підняли подняли виловили выловили витягли вытащили дістали "
    "достали".split()
)
_CALLED_RIVER = frozenset(
    "річка річки річці річку річкою ріка ріки ріці ріку река реки реке реку рекой".split()
)
_DROWNS = ("потон", "втопи", "утопи", "утон", "тону")
_WATER_NEAR = frozenset(
    "вода води воды воде воду рівень уровень берег берегу берега берегах березі човен "
    "лодка лодке човні переправа переправи переправу".split()
)
_STATES_OF_RIVERS = frozenset(
    "mississippi missouri ohio colorado arkansas delaware tennessee illinois "
    "connecticut".split()
)
_NAMED_AFTER = frozenset({"niger", "congo", "jordan", *_STATES_OF_RIVERS})
_NAMED_AS_RIVERS = _RIVERS | _NAMED_AFTER
_WATER_AFTER = frozenset("river rivers basin".split())
_DELTAS = frozenset("niger".split())  # that of the Mississippi lies in the state


def is_river(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether the name of a city or a state is its river's here."""
    return _is_called_river(tokens, start) or (
        end - start == 1
        and tokens.keys[start] in _NAMED_AS_RIVERS
        and _is_water(tokens, start, end)
    )


def _is_called_river(tokens: Tokens, start: int) -> bool:
    """Return whether the word for a river stands before: «річка Ірпінь»."""
    before = guards.word_before(tokens, start)
    return before is not None and before.key in _CALLED_RIVER and tokens[start].gap == " "


def _is_water(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether a word that is a river's name as well is so here."""
    key = tokens.keys[start]
    before, after = guards.word_before(tokens, start), guards.word_after(tokens, end)
    if (
        key in _NAMED_AFTER
        and after is not None
        and (after.key in _WATER_AFTER or (after.key == "delta" and key in _DELTAS))
    ):
        return True
    if key not in _RIVERS and key not in _STATES_OF_RIVERS:
        return False
    if _is_fired_at(tokens, start, end) or _is_dug_out(tokens, end):
        return False
    if key in _STATES_OF_RIVERS:  # "The Mississippi rose"
        plain = after is None or not (after.upper or after.key in INSTITUTIONS)
        return before is not None and before.key == "the" and plain
    return (
        (before is not None and before.key in _RIVER_BEFORE)
        or (
            after is not None
            and (after.key in _RIVER_AFTER or after.key.startswith(_DROWNS))
        )
        or any(token.key in _WATER_NEAR for token in tokens[max(0, start - 3) : start])
    )


_FIRED = re.compile(
    r"(?:балістик|баллистик|удар|вдар|снаряд|атак|обстр|ракет|дрон|шахед|приліт|прилет|влуч|залп|каб)"
)
_RUINS = re.compile(r"(?:завал|бетон|уламк|облом|руїн|руин|плит)")


def _is_fired_at(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether something flies at it: «балістика по Дніпру», «на Дніпро летять»."""
    if not start or tokens.keys[start - 1] not in {"по", "на"}:
        return False
    near = tokens.keys[max(0, start - 3) : start - 1]
    if tokens.keys[start - 1] == "по":
        near += tokens.keys[end : end + 4]
    return any(map(_FIRED.match, near)) or is_flown_at(tokens, start, end)


def _is_dug_out(tokens: Tokens, end: int) -> bool:
    """Return whether somebody is taken from under rubble there, not out of the water."""
    return any(map(_RUINS.match, tokens.keys[end : end + 5]))
