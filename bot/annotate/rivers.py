"""Whether the name of a city, a state or a country is that of a river here."""

from bot.annotate import guards
from bot.annotate.lexicon import INSTITUTIONS
from bot.annotate.tokens import Tokens

_RIVERS = frozenset(
    "дніпро дніпра дніпру дніпром дніпрі днепр днепра днепру днепром днепре dnipro dnieper "
    "dnepr самара самары самаре самару самар самарі".split()
)
_RIVER_BEFORE = frozenset(
    "через за по на the вздоль вздовж уздовж river реки река реке реку річки річка річці "
    "річку "
    "берег берегу берега берегах березі березі лівобережжя правобережжя води воды вод "
    "русло "
    "форсировать форсувати переправа переправу переправи across along устье гирлі "
    "течії".split()
)


_RIVER_AFTER = frozenset(
    "river flows delta basin вийшов вийде розлився обмілів міліє вышел выйдет разлился "
    "обмелел мелеет підняли подняли виловили выловили витягли вытащили дістали "
    "достали".split()
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
_WATER_AFTER = frozenset("river rivers basin".split())
_DELTAS = frozenset("niger".split())  # that of the Mississippi lies in the state


def is_river(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether the name of a city or a state is its river's here."""
    key = tokens.keys[start]
    if end - start != 1 or (key not in _RIVERS and key not in _NAMED_AFTER):
        return False
    before, after = guards.word_before(tokens, start), guards.word_after(tokens, end)
    if (
        key in _NAMED_AFTER
        and after is not None
        and (after.key in _WATER_AFTER or (after.key == "delta" and key in _DELTAS))
    ):
        return True
    if key not in _RIVERS and key not in _STATES_OF_RIVERS:
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
