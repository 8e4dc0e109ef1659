"""Which namesake troops take or shell: one that lies where the front may be.

«ВС РФ освободили Дачное» is not said of Dachne near Odesa.
"""

import re
from collections.abc import Sequence

from bot.annotate.gazetteer import Gazetteer, Sense
from bot.annotate.lexicon import MARKERS
from bot.annotate.packed import Spot
from bot.annotate.tokens import Tokens
from bot.domain.model import Kind

# Where troops stand or may cross the border, in 2026.
FRONT = frozenset(
    "UA-14 UA-09 UA-23 UA-65 UA-63 UA-59 UA-12 UA-48 UA-74 RU-KRS RU-BEL RU-BRY".split()
)
BELLIGERENTS = frozenset({"UA", "RU"})
VILLAGE = 4.0  # weight of 10,000 people: larger towns are known by their own name
DWARFED = 1.5  # powers of ten between their people
REACH = 8  # words of a list that stand between a verb and a village
_TAKEN = re.compile(
    r"(?:освоб|звільн(?:ил|ен|яю|єн)|захоп|захва[тч]|окуп|оккуп|деок|взят|вз[яі]л[аио]?$|взяв$|"
    r"штурм|зачи[сщ]|зайня|заня(?:л[аио]?|т\w*|в)$)"
)
_HELD = re.compile(
    r"(?:освобожден|звільнен|захвачен|захоплен|окупован|оккупирован|взят[аоы]?$|"
    r"зачищ|зайнят|занят[аоы]?$)"
)
NEARBY = 3  # words
_FOUGHT = re.compile(
    r"(?:обстрел|обстрі|каб(?:ы|ами|ов|и|ам|ів)?$|[ау]в[иі]абомб|рсзо$|рсзв$|артиллер|артилер|"
    r"трима(?:ємо|ють)$|утриму|удержива|держим$|контрол(?:ем|юють|юємо|ирую\w+)$|відби[лт]|отби[лт]|"
    r"миномет|мінометн|штурм|бо[иїй]$|боях$|бо(?:ев|їв)$|продвин|просун|walk[ai]?$|ostrza|"
    r"[фк]пв$|fpv$|shell(?:s|ed|ing)?$|mortars?$|"
    r"artillery$|glide$|frontline$|captured?$|liberated?$|assaults?$|fighting$)"
)
_CONTROL = frozenset("под під контроль полностью повністю".split())
_ALSO = frozenset("и і й та населенный населені населений населенных населенные".split())
_FIGHTS = frozenset("бои бої бой бій битва штурм".split())
_SKIPPED = MARKERS | _CONTROL | _ALSO


def near_the_front(
    senses: tuple[Sense, ...],
    gazetteer: Gazetteer,
    tokens: Tokens,
    start: int,
    end: int,
) -> tuple[Sense, ...]:
    """Return the senses near the front, if there are any and the words are of its war.

    Args:
        senses: The namesakes.
        gazetteer: Where they lie.
        tokens: The text.
        start: Where the name begins.
        end: Where it ends.
    """
    spots = [gazetteer.spot(sense.place) for sense in senses]
    near = [spot for spot in spots if spot.region in FRONT]
    if not near or len(near) == len(spots):
        return senses
    if not (is_captured(tokens, start, end) or _is_fought_over(tokens, start, end)):
        return senses
    if max(map(_weight, near)) < max(map(_weight, spots)) - DWARFED:
        return senses
    return tuple(
        sense for sense, spot in zip(senses, spots, strict=True) if spot.region in FRONT
    )


def _weight(spot: Spot) -> float:
    return spot.weight


def is_far_off(
    spots: Sequence[Spot], spot: Spot, tokens: Tokens, start: int, end: int
) -> bool:
    """Return whether troops are said to take a village that lies far from the front.

    A name that only one village has is that village's: «Мощун звільнили».
    """
    return (
        len(spots) > 1
        and spot.kind is Kind.SETTLEMENT
        and spot.country in BELLIGERENTS
        and spot.weight < VILLAGE
        and spot.region not in FRONT
        and is_captured(tokens, start, end)
    )


def _is_fought_over(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether what reaches no farther than the front is told of near a name.

    Drones fly to Tomsk, shells do not: «бои под Северском», «обстреляли Северск».
    """
    first, last = start, end
    while first > max(0, start - NEARBY) and not tokens[first].breaks:
        first -= 1
    while last < min(len(tokens), end + NEARBY) and not tokens[last].breaks:
        last += 1
    return any(_FOUGHT.match(key) for key in tokens.keys[first:last])


def is_captured(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether a place is said to be taken: «взяли под контроль Красное»."""
    keys = tokens.keys
    if end < len(keys) and not tokens[end].breaks:
        at = end + (keys[end] in _CONTROL)
        if at < len(keys) and _HELD.match(keys[at]) is not None:
            return True
        if keys[end].startswith(("перешл", "перейшл")) and keys[end + 1 : end + 2] in (
            ["под"],
            ["під"],
        ):
            return True
    return _is_after_capture(tokens, start)


def _is_after_capture(tokens: Tokens, start: int) -> bool:
    """Return whether a verb of capture stands before a name, or before its list."""
    keys = tokens.keys
    if start > 1 and keys[start - 1] == "за" and keys[start - 2] in _FIGHTS:
        return not tokens[start].breaks
    at = start
    while at > max(0, start - REACH) and not tokens[at].breaks:
        at -= 1
        if _TAKEN.match(keys[at]) is not None:
            return True
        if not (keys[at] in _SKIPPED or (tokens[at].upper and start - at > 1)):
            return False
    return False
