"""What the words after a town's name say happens to it."""

import re
from collections.abc import Sequence

from bot.annotate.tokens import Token, Tokens

_STRUCK = re.compile(
    r"(?:атак|обстр|удар|вибух|взрыв|дрон|шахед|ракет|бал+істик|бал+истик|бпла|безпілот|беспилот|швидкісн|скоростн|"
    r"знов|снова|"
    r"знеструм|обесточ|без$|під$|под$|зазна|подверг|накри|бомб|каб$|авіа|авиа|тривог|тревог|"
    r"захо[пв]|захват|окуп|оккуп|деокуп|деоккуп|звільн|освоб|контрол|бо[їи]$|штурм|оточ|окруж|"
    r"утрим|удерж|зачи|"
    r"\w+(?:ється|ються)$|загин|погиб|поранен|ранен|евак|эвак|мер$|мэр$|міськ|област|район)"
)


def is_struck(tokens: Sequence[Token], end: int) -> bool:
    """Return whether the three words after a name say what happens to a town."""
    return any(_STRUCK.match(token.key) is not None for token in tokens[end : end + 3])


_TAKEN = re.compile(
    r"(?:вз[яі](?:в|л[аи]?|то|ття)$|взят(?:и[ею]|ь)$|захоп|захва[тч]|окуп|оккуп|звільн|освоб|деокуп|"
    r"деоккуп|утрим|удерж|штурм|втра[тч]|утра[тч]|відби|отби|зачи[сщ]|відійшл|відхо?і?д|відступ|"
    r"отошл|отход|отступ|(?:залиш|остав)ил[аи]?$)"
)


# What is done to no person: «звільнили Новицького» may be a release or a dismissal.
_TERRITORY = re.compile(
    r"(?:захоп|захва[тч]|окуп|оккуп|деокуп|деоккуп|штурм|в?трат[аиоу]ю?$)"
)


_FIGHTS = frozenset("бої боїв бій бои боев бой".split())


def is_taken(tokens: Tokens, start: int) -> bool:
    """Return whether one of the two words before says who holds a town: «не взяли Х»."""
    if start == 0 or tokens[start].breaks:
        return False
    may_be_person = tokens.keys[start].endswith(("ого", "ому"))
    if tokens.keys[start - 1] == "за" and not may_be_person:
        return start > 1 and tokens.keys[start - 2] in _FIGHTS
    said = _TERRITORY if may_be_person else _TAKEN
    return any(said.match(key) for key in tokens.keys[max(0, start - 2) : start])


_AND = frozenset("та і й и".split())
_MEANWHILE = frozenset(
    "знову снова опять вночі уночі ночью вчора вчера сьогодні сегодня вранці утром ввечері "
    "вечером лишився лишилося лишилась залишився залишилось залишилась остался осталось "
    "осталась лишилися залишилися лишились залишились остались масовано массированно "
    "полностью повністю znow znowu ponownie wciaz nadal czesciowo całkowicie".split()
)
_WITHOUT = re.compile(
    r"(?:світл|свет|тепл|газ|вод[иы]|зв.?язк|связ|електр|электр|опален|отоплен)"
)
_FIRE = re.compile(r"(?:удар|вогне|огне|обстріл|обстрел|атак)")
_ATTACKED = re.compile(
    r"(?:атаков|атакували|атаку[юе]т|обстрел|обстріл|знеструм|обесточ|эвакуир|евакую|разбомб|розбомб|бомбард)"
)
_HELD = re.compile(
    r"(?:захоплен|захвачен|окупован|оккупирован|взят|звільнен|освобожден|зачищен)"
)
_BEFORE = {
    "без": _WITHOUT,
    "під": _FIRE,
    "под": _FIRE,
    "не": _HELD,
    "bez": re.compile(r"(?:prad|wod|ogrzew|ciep|gazu$|swiat)"),
    "pod": re.compile(r"(?:ostrz|ogniem$|atak)"),
}
_LOST = re.compile(r"(?:лишил|позбав|обесточ|знеструм)")
_HIT = re.compile(
    r"(?:взрыв|вибух|удар|дрон|бпла|шахед|ракет|бал+істик|бал+истик|прилет|приліт|обстр|атак|"
    r"пожар|пожеж|"
    r"влуч|уламк|обломк|безпілот|беспилот|заги[нб]|погиб|поранен|ранен|жертв|постра|травм|темно$|гучно$|громко$|"
    r"мінус$|минус$|знеструм|обесточ|підстанц|подстанц|дтп$)"
)
_HIT_IN_POLISH = re.compile(
    r"(?:pozar|wybuch|eksplozj|atak|dron|ostrzal|ostrzał|wypad|zderz|smiert|tragedi|nie$|"
    r"policj|straz|ewaku|napad|nozown|zabojst|utoni|potrac|karamb|alarm|sad(?:u)?$|"
    r"prokurat|znalez|zagin|ranni$|zatrzyman|groznie|tragiczn|dachow|awari|powodz)"
)
_SAY_OF = (":", " — ", " – ", ", ")  # «Изюм — темно», «Шахты: взрывы», «Тишки, КАБ»
_SHORT_HIT = re.compile(
    r"(?:каб(?:и|ы)?|fpv|фпв|прил[ие]т|приліт|взрыв|вибух|шахед)\w{0,2}$"
)
_HIT_IN_ENGLISH = re.compile(
    r"(?:attack|struck$|hit$|hits$|shell|drone|missile|blast|explo|airfield|airbase|air$|"
    r"refinery|evacuat|raid|bomb)"
)
_BY_ARMS = re.compile(
    r"(?:drone|missile|uavs?$|shell|artillery|bomb(?:s|ed|ing|ardment)?$|airstrike|rocket|"
    r"blast|explo|refinery|airfield|airbase|evacuat|raid|debris)"
)
_SURVIVES = frozenset("survives survived escapes escaped denies orders ordered".split())
_WHAT_FOLLOWS = 6  # words
_IS = frozenset("is was remains remained stays".split())
_FRONTS = frozenset("axis front frontline direction sector salient".split())


def is_struck_by_arms(tokens: Tokens, end: int) -> bool:
    """Return whether arms are named after what may be a surname: "Orel hit by drones".

    "Yefremov hit with fine" is a person, and so is who "survives bomb attack".
    """
    stop = end
    while stop < min(end + _WHAT_FOLLOWS, len(tokens)) and not tokens[stop].breaks:
        stop += 1
    after = tokens.keys[end:stop]
    return bool(after) and after[0] not in _SURVIVES and any(map(_BY_ARMS.match, after))


def is_under_fire(tokens: Tokens, end: int) -> bool:
    """Return whether a name, or it and one more, is said to be struck beyond doubt.

    «Лиман та Ямпіль під вогнем», «Изюм снова обстреляли», «Орёл без тепла», «Снежное:
    взрыв», «Золоте не захоплено».
    """
    keys = tokens.keys
    if end + 2 < len(keys) and keys[end] in _AND and tokens[end + 1].upper:
        end += 3 if tokens[end + 2].upper else 2
    if end < len(keys) and tokens[end].gap.startswith(_SAY_OF):
        what, reach = (_SHORT_HIT, 1) if tokens[end].gap == ", " else (_HIT, 3)
        return any(what.match(key) for key in keys[end : end + reach])
    if end < len(keys) and keys[end] in _MEANWHILE:
        end += 1
    if end >= len(keys) or tokens[end].breaks:
        return False
    if _LOST.match(keys[end]) and end + 1 < len(keys) and _WITHOUT.match(keys[end + 1]):
        return True
    if keys[end].isascii() and keys[end] not in _BEFORE:
        return any(_HIT_IN_ENGLISH.match(key) for key in keys[end : end + 3])
    if keys[end] in _BEFORE:
        what = _BEFORE[keys[end]]
        return end + 1 < len(keys) and what.match(keys[end + 1]) is not None
    return _ATTACKED.match(keys[end]) is not None


_WEAPON = re.compile(
    r"(?:бпла|дрон|беспилот|безпілот|ракет|бал+істик|бал+истик|шахед|авиа|авіа|каб|фпв|fpv|артил|рсзо|рсзв|ато?ков)"
)
_SURELY = re.compile(r"(?:атак|обстр|вогн|огн)")
_ATTACKED_BY = re.compile(
    r"(?:атакован|атаковал|атакували|атакует|атакують|обстрелян|обстрілян)"
)


def is_surely_struck(tokens: Tokens, end: int) -> bool:
    """Return whether what befalls a name befalls no person: «Ефремов под атакой БПЛА»."""
    keys = tokens.keys
    if end >= len(keys) or tokens[end].breaks:
        return False
    if tokens[end].gap.startswith(":"):
        return any(_WEAPON.match(key) for key in keys[end : end + 4])
    if keys[end] in _MEANWHILE:
        end += 1
    if end + 1 >= len(keys) or tokens[end + 1].breaks:
        return False
    if _ATTACKED_BY.match(keys[end]):
        return _WEAPON.match(keys[end + 1]) is not None
    under = keys[end] in {"под", "під"} and _FIRE.match(keys[end + 1])
    if under and (end + 2 >= len(keys) or tokens[end + 2].breaks):
        return _SURELY.match(keys[end + 1]) is not None
    return bool(under and _WEAPON.match(keys[end + 2]))


def heads_events(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether the sentence beside a name tells what hit it: «Тула. Прилёт».

    Or before: «Влучання. Суми». In Polish, too: «Radom. Pożar w bloku».
    """
    is_alone = tokens[start].breaks and (end == len(tokens) or tokens[end].breaks)
    if is_alone and any(_HIT.match(key) for key in tokens.keys[max(0, start - 3) : start]):
        return True
    return (
        (not start or tokens[start].breaks)
        and end < len(tokens)
        and tokens[end].breaks
        and tokens[end].gap.startswith((".", "!", "…"))
        and any(
            _HIT.match(key) or _HIT_IN_POLISH.match(key)
            for key in tokens.keys[end : end + 3]
        )
    )


_STATION = re.compile(r"(?:аэропорт|аеропорт|аэродром|аеродром|вокзал)")
_PORT = re.compile(r"порт(?:[уаеі]|ом)?$")


def is_station(tokens: Tokens, start: int) -> bool:
    """Return whether a word for an airport stands before: «Аэропорт Сочи»."""
    return _is_after(_STATION, tokens, start) or is_port(tokens, start)


def is_port(tokens: Tokens, start: int) -> bool:
    """Return whether a port is called by the name; none bears a person's: «порт Азов»."""
    return _is_after(_PORT, tokens, start)


def _is_after(word: re.Pattern[str], tokens: Tokens, start: int) -> bool:
    return (
        start > 0
        and not tokens[start].breaks
        and tokens[start].gap == " "
        and word.match(tokens.keys[start - 1]) is not None
    )


_STRIKES = re.compile(
    r"(?:hits?|struck|strikes?|attack(?:s|ed)?|shell(?:s|ed)?|bomb(?:s|ed)?|bombard(?:s|ed)?|"
    r"pound(?:s|ed)?|target(?:s|ed)?|batter(?:s|ed)?|pummel(?:s|led|ed)?|rock(?:s|ed)?)$"
)
_STRIKE = re.compile(
    r"(?:attacks?|strikes?|airstrikes?|raids?|assaults?|shelling|bombing|bombardment|"
    r"barrages?)$"
)
_ARMS = re.compile(
    r"(?:drones?|uavs?|missiles?|rockets?|shell(?:s|ing)?|artillery|bomb(?:s|ing|ers?)?|air|"
    r"airstrikes?|glide|ballistic|shaheds?|explosions?|blasts?|naval|overnight)$"
)
_ARMIES = re.compile(
    r"(?:russians?|ukrain(?:e|ians?)|russia|moscow|kyiv|kiev|army|forces?|troops|invaders?|enemy|"
    r"mass(?:ive|ed)?|combined|deadly)$"
)
_HARM = re.compile(
    r"(?:kill(?:s|ed|ing)?|wound(?:s|ed|ing)?|injur(?:es?|ed|ing)|leaves?|left|overnight|again|"
    r"port|refinery|airfield|airbase|depot)$"
)
_UPON = frozenset("on of against at over in near".split())
_OF_A_TOWN = frozenset("the city town village port of central downtown occupied".split())
_BEFORE_IT = 5  # words before the verb


def is_attacked(tokens: Tokens, start: int, end: int, *, surely: bool) -> bool:
    """Return whether English words around a name say that arms or armies strike it.

    "Drones attack Fastiv", "strike on the town of Sarny"; `surely` with arms that no
    person is attacked with in news.
    """
    at = start
    while at and tokens.keys[at - 1] in _OF_A_TOWN and not tokens[at].breaks:
        at -= 1
    if at and tokens.keys[at - 1] in _UPON and not tokens[at].breaks:
        at -= 1
        word = _STRIKE
    else:
        word = _STRIKES
    if not at or tokens[at].breaks or word.match(tokens.keys[at - 1]) is None:
        return False
    first = at - 1
    while first > max(0, at - _BEFORE_IT) and not tokens[first].breaks:
        first -= 1
    by = tokens.keys[first:at]
    if any(_ARMS.match(key) for key in by):
        return True
    return not surely and (
        any(_ARMIES.match(key) for key in by) or is_before_harm(tokens, end)
    )


def is_before_harm(tokens: Tokens, end: int) -> bool:
    """Return whether the next word in English tells what a strike did, or to what."""
    return end < len(tokens) and _HARM.match(tokens.keys[end]) is not None


def is_front(tokens: Tokens, end: int) -> bool:
    """Return whether an English word for a part of the front follows: "the Lyman axis".

    Or "Lyman was the busiest sector".
    """
    keys = tokens.keys[end : end + 4]
    if not keys or tokens[end].gap != " ":
        return False
    return keys[0] in _FRONTS or (keys[0] in _IS and not _FRONTS.isdisjoint(keys))
