"""What says that a capital is the city: who lies under its rubble, what flies at it.

"Kyiv: five dead", «у м. Київ деблоковано тіла», "Kyiv neighbours wait", "Angriff auf
Kiew". And what says that it is none, though weapons are named: "Kyiv strikes a refinery".
"""

import re
from collections.abc import Sequence

from bot.annotate.tokens import Token
from bot.annotate.wordlists import city_life as words
from bot.annotate.wordlists import city_romance as romance

HEADLINE = 14  # words after «Київ:» that say what happened there
SOMEHOW = 7  # words after "Kyiv in", «в Москве»
DISTRICT = 2  # words of «Солом'янський район»
NEXT_SENTENCE = 8  # words after «Київ.»
MOVING = 7  # words between a drone and «у напрямку Києва»


def beginning(words_of: str) -> re.Pattern[str]:
    """Return what matches a key that begins as one of the words of a list."""
    return re.compile(f"(?:{'|'.join(words_of.split())})")


SCENE = beginning(words.SCENE + romance.SCENE)
_POLICY = beginning(words.POLICY + romance.POLICY)
STRIKE = beginning(words.STRIKE + romance.STRIKE)
TOWARDS = beginning(words.TOWARDS)
_BELONGS = beginning(words.BELONGS)
_DWELLS = beginning(f"{words.DWELLS} {romance.DWELLS}")
_MOURNS = beginning(words.MOURNS)
_STRIKES = beginning(words.STRIKES)
_ARMS = beginning(words.ARMS)
PRESSES = beginning(words.PRESSES)
ROUTES = beginning(words.ROUTES)
_MOVES = beginning(words.MOVES)
_ADJECTIVES = beginning(words.ADJECTIVES)
_FIRED = re.compile(r"(?:fired|launch|aimed|missile|drone|rocket)")
# What befalls a city, named near it.
EVENT = re.compile(
    rf"(?:{'|'.join(romance.EVENT.split())}|hit|struck|strike|attack|blast|siren|shell|fire|"
    r"blackout|outage|raid|"
    r"wake|awoke|rocked|flood|weather|snow|rain|storm|smog|heat|traffic|resident|mayor|metro|"
    r"airport|subway|suburb|снег|сніг|погод(?:[аиіуые]$|ою|ой|н)|дожд|дощ|ливн|ливень|злив|мороз|шторм|туман|"
    r"жалоб|траур|mourning|екстрен|экстрен|аварийн|аварійн|погодинн|почасов|відключ|отключ|знеструм|обесточ|графік|гололед|ожелед|затопи|подтопи|пробк|затор|"
    r"взрыв|атак|удар|обстрел|ракет|дрон|беспилот|бпла|тревог|пожар|обломк|сбит|прилет|пво|"
    r"без|електропост|электроснаб|водопост|водоснаб|опален|подверг|мэр|аэропорт|метро|жител|"
    r"вибух|обстріл|тривог|пожеж|шахед|збит|уламк|влуч|приль?от|ппо|мер|кличко|собянин|"
    r"балістик|баллистик|хлоп|укритт|укрыти|відб[оі]й|отбо[йя]|чисто$|"
    r"\w*angriff|\w*beschuss|explosion|drohn|raket|strom|brand$|feuer|tote[nr]?$|verletzt|"
    r"wod[yae]$|wybuch|atak|ostrza[lł]|dron|rakiet|pozar|prad|rann[yi]|ofiar)"
)
_ADVERSARY = re.compile(r"(?:росі|росс|рф$|всу$|зсу$|украин|україн|russ|rosj|ukrain)")
_CALLED = frozenset(
    "місто міста місті місту містом город города городе городу городом".split()
)
_SHORT = frozenset("м г".split())  # «м. Київ»
_WARNING = frozenset(
    "увага внимание загроза угроза тревога тривога відбій отбой attention uwaga "
    "achtung".split()
)
_AND = frozenset("і й та и and und i".split())
_ITS_REGION = re.compile(r"(?:област|обл$|подмоск|підмоск|пригород|передміст)")
_CLAUSE = frozenset("as that while after if when why how whether says said and".split())
_HOW = frozenset(
    "in on under without after по після під без в у во после под unter ohne nach po pod "
    f"bez w {romance.HOW}".split()
)
_HEADS = (":", " :", "\u00a0:", "\u202f:", " —", " –", ",")


def is_near(tokens: Sequence[Token], indexes: range, pattern: re.Pattern[str]) -> bool:
    """Return whether one of the words begins as `pattern` says."""
    return any(
        0 <= index < len(tokens) and pattern.match(tokens[index].key) is not None
        for index in indexes
    )


def words_after(tokens: Sequence[Token], end: int, count: int) -> range:
    """Return the indexes of up to `count` words after `end` in the same sentence."""
    stop = end
    while stop < min(end + count, len(tokens)) and not tokens[stop].breaks:
        stop += 1
    return range(end, stop)


def is_city(
    text: str, tokens: Sequence[Token], start: int, end: int, *, elsewhere: bool
) -> bool:
    """Return whether the words around say that a capital is the city.

    Args:
        text: The text.
        tokens: Its words.
        start: Where the capital's name begins.
        end: Where it ends.
        elsewhere: Whether the sentence names another place, to which it may happen.
    """
    return (
        _is_called(tokens, start)
        or _owns(text, tokens, end)
        or _is_with_region(tokens, end)
        or is_flown_at(tokens, start, end)
        or _is_on_route(tokens, start, end)
        or (start > 0 and _is_described(tokens[start - 1], tokens[start]))
        or _dwells(tokens, end)
        or (
            not elsewhere
            and (_heads(tokens, start, end) or _is_somehow(tokens, start, end))
        )
    )


def _is_called(tokens: Sequence[Token], start: int) -> bool:
    """Return whether it is called a city, or warned: «м. Київ», «Увага, Київ!»."""
    if not start:
        return False
    before, gap = tokens[start - 1].key, tokens[start].gap
    if before in _SHORT:
        return gap.startswith(".")
    return (before in _CALLED and gap == " ") or (
        before in _WARNING and gap in {", ", " ", "! ", ": "}
    )


def _owns(text: str, tokens: Sequence[Token], end: int) -> bool:
    """Return whether what a city has follows: "Kyiv death toll", "Kyiv's oldest market"."""
    following = words_after(tokens, end, 2)
    if following and tokens[end].key == "bound" and tokens[end].gap == "-":
        return True  # "a Kyiv-bound flight"
    if not following or tokens[end].gap not in {" ", "'s ", "’s ", "\u00a0"}:
        return False
    if _BELONGS.match(tokens[end].key):
        return True
    if [tokens[i].key for i in following] == ["military", "administration"]:
        return True  # a region's has "regional" before it
    owned = text[tokens[end - 1].end :].startswith(("'s", "’s"))
    return owned and len(following) > 1 and _BELONGS.match(tokens[end + 1].key) is not None


def _is_with_region(tokens: Sequence[Token], end: int) -> bool:
    """Return whether its region is named with it: «Москва и область»."""
    return (
        len(words_after(tokens, end, 2)) > 1
        and tokens[end].key in _AND
        and _ITS_REGION.match(tokens[end + 1].key) is not None
    )


def is_flown_at(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Return whether something flies at it: «шахеди в бік Києва», «на Київ летять»."""
    if not start or tokens[start].breaks:
        return False
    before = tokens[start - 1].key
    if before == "на" and is_near(tokens, words_after(tokens, end, 2), _MOVES):
        return True
    if before == "at":
        return is_near(tokens, range(start - 4, start - 1), _FIRED)
    return TOWARDS.match(before) is not None and is_near(
        tokens, range(start - MOVING, start - 1), STRIKE
    )


def _is_on_route(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Return whether it is an end of a line: «поїзд Київ — Чоп», "a train from Kyiv"."""
    if start > 1 and tokens[start - 1].key == "from" and not tokens[start].breaks:
        return ROUTES.match(tokens[start - 2].key) is not None
    return (
        start > 0
        and end < len(tokens)
        and tokens[end].gap in {" — ", " – ", " - ", "-", "–"}
        and tokens[end].upper
        and ROUTES.match(tokens[start - 1].key) is not None
    )


def _is_described(before: Token, name: Token) -> bool:
    """Return whether what describes a city stands before: «в новой Москве»."""
    return name.gap == " " and _ADJECTIVES.match(before.key) is not None


def _dwells(tokens: Sequence[Token], end: int) -> bool:
    """Return whether it does what only a city does: it wakes, it buries its dead."""
    following = words_after(tokens, end, 5)
    if not following or tokens[end].gap != " " or is_near(tokens, following, _POLICY):
        return False
    verb = tokens[end].key
    return _DWELLS.match(verb) is not None or (
        _MOURNS.match(verb) is not None and is_near(tokens, following[1:], SCENE)
    )


def _is_somehow(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Return whether it is said how it is, without a verb: "Kyiv in the dark"."""
    following = words_after(tokens, end, SOMEHOW)
    return (
        tokens[start].starts
        and len(following) > 1
        and tokens[end].key in _HOW
        and not is_near(tokens, following, _POLICY)
        and (is_near(tokens, following[1:], EVENT) or is_near(tokens, following[1:], SCENE))
    )


def happens_in(tokens: Sequence[Token], end: int) -> bool:
    """Return whether what is told there is of the city: «в Москве ввели план „Ковёр“»."""
    following = words_after(tokens, end, SOMEHOW)
    return is_near(tokens, following, SCENE) and not is_near(tokens, following, _POLICY)


def is_headed(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Return whether a colon after it says who speaks, or where it is: «Київ: …»."""
    return tokens[start].breaks and end < len(tokens) and tokens[end].gap.startswith(":")


def _heads(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Return whether it stands alone before what happened in it: «Київ: двоє загиблих»."""
    is_alone = not start or tokens[start].breaks
    if not is_alone or end >= len(tokens):
        return False
    if tokens[end].breaks:
        if is_near(tokens, range(end, end + 3), EVENT):
            return True
        said = words_after(tokens, end + 1, NEXT_SENTENCE)
        said = range(end, said.stop)
    elif tokens[end].gap.startswith(_HEADS):
        said = words_after(tokens, end, HEADLINE)
        if tokens[end].gap == ", " and len(said) <= DISTRICT:  # «Київ, Оболонь. Пожежа»
            said = range(end, words_after(tokens, said.stop + 1, NEXT_SENTENCE).stop)
    else:
        return False
    if is_near(tokens, said, _POLICY):
        return False
    struck = is_near(tokens, said, EVENT) and not is_near(tokens, said, _ADVERSARY)
    return struck or is_near(tokens, said, SCENE)


def attacks(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Return whether a capital strikes or is armed: "Kyiv fires drones at a depot".

    "Kyiv strikes kill five" are strikes on the city.
    """
    if end >= len(tokens) or tokens[end].gap != " ":
        return False
    if _ARMS.match(tokens[end].key):
        return not is_near(tokens, words_after(tokens, end, 4), SCENE)
    following = words_after(tokens, end, 2)
    subject = tokens[start].starts or tokens[start - 1].key in _CLAUSE
    return (
        subject
        and _STRIKES.match(tokens[end].key) is not None
        and len(following) > 1
        and tokens[end + 1].key not in words.NOUN_AFTER
        and not _BELONGS.match(tokens[end + 1].key)
    )
