"""Whether Kyiv or Moscow in a sentence is the city or the government that sits there.

"Moscow denies", "talks with Kyiv", «в Москве заявили» name a country; "drones over
Moscow", «взрывы в Киеве» a city. Where nothing tells, it is the government: a false alarm
for a whole capital is worse than one mention less of it.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from bot.annotate import statecraft
from bot.annotate.city_life import (
    EVENT,
    PRESSES,
    SCENE,
    STRIKE,
    attacks,
    beginning,
    happens_in,
    is_city,
    is_headed,
    is_near,
    words_after,
)
from bot.annotate.masks import is_club
from bot.annotate.tokens import Token
from bot.annotate.wordlists import capitals as words
from bot.annotate.wordlists import city_romance as romance

NO_GOVERNMENT = frozenset({"g2800866"})  # Brussels says what the European Union does
GOVERNED = {"UA-30": "UA", "RU-MOW": "RU"}
_SEATS = re.compile(r"(?:mos[ck]|kyiv|kyji|kie[vw]|kij|моск|киев|киї|києв)\w{0,6}$")
_INSIDE = frozenset(
    "in near outside around over across inside above through under в во у под над по возле "
    "около "
    "близ до из під біля поблизу довкола навколо із з dans en em uber aus pres unter w nad "
    "pod".split()
)
_SEAT = re.compile(r"(?:embass|consulate|university|airport|hotel|downtown|greater)")
_MINISTRY = re.compile(
    r"(?:(?:aussen|verteidigungs|innen)?minist(?:ry|er)|government|cabinet|минобороны|мид$|министерств|правительств|"
    r"міноборони|мзс$|міністерств|уряд|diplomats?$|дипломат(?:ы|и)$)"
)
_MEET = re.compile(rf"{_MINISTRY.pattern}|{words.AGREED}")
_OFFICE = re.compile(words.OFFICE)
_SPEECH = re.compile(words.SPEECH)
_SPOKEN = frozenset("в во у".split())
_IT_IS_SAID = re.compile(words.IT_IS_SAID)
_DOES = re.compile(words.DOES)
_LIVES = re.compile(words.LIVES)
_SAYS = re.compile(words.SAYS, re.IGNORECASE)
_GIVES = re.compile(words.GIVES)
_MODAL = frozenset("will would must wants".split())
_COLONS = (":", ",", " —", " –")
_PLURAL = re.compile(r"(?:ли|ют|ут|ят|ат|уть|ють|ать|ять)(?:ся|сь)?$")  # «в Москве заявили»
_PART_OF_CITY = re.compile(words.PART_OF_CITY)
_MUNICIPAL = re.compile(words.MUNICIPAL)
_SUPPLY = re.compile(
    r"(?:send|sent$|suppl|deliver|provid|transfer|donat|sell|sold|giv|hand|переда|отда[тлс]|"
    r"постав|предостав|выдел|прода[тлс]|нада[втсє]|надіс|виділ|обіця|обеща|"
    r"paus|halt|suspend|withh|freez|dostarcz|przekaz|wysył|wysl|liefer|gewahr|"
    rf"{'|'.join(romance.SUPPLY.split())})"
)
_AT_WAR = re.compile(
    r"(?:kremlin|putin|ukrain|kyiv|kiev|enem|invader|"
    rf"{'|'.join(romance.AT_WAR.split())})"
)
_PARTS = beginning(romance.PARTS)
_TRAVEL = re.compile(
    r"(?:arriv|travel|fl[eyi][wg]|came|come|return|went|train|road|route|trip|rush|way$|"
    r"приех|прибы|поех|верн|визит|поезд|приїх|прибу|поїх|поверн|візит|потяг|"
    rf"{'|'.join(romance.TRAVEL.split())})"
)
_VISIT = re.compile(r"(?:посети|посещ|відвід|visit|покинул|покида|залиши|left$)")
_FIGHT = re.compile(r"(?:битв|бой|бои|бо[яюїє]|battl|fight)")
_FOR = frozenset("за for".split())
_ADDRESS = re.compile(r"\d{5,6},?\s$")  # a post code: «111020, Москва, Боровая улица»
_TOWARDS = frozenset("to к до à a".split())
_UPON = frozenset(
    "on of von на off into auf na gegen sur su sobre contre contra contro".split()
)
_OF = frozenset("de di do".split())
_WITH = frozenset("with between з із зі с со avec mit z con".split())
_FROM = frozenset("from от від aus von z ze".split())
_EXPECTS = re.compile(words.EXPECTS)
_DEALINGS = re.compile(
    r"(?:talk|negotiat|deal|agreement|relation|tie|dialog|contact|split|rift|tension|"
    r"gesprach|verhandl|beziehung|rozm[oó]w|negocjac|stosunk|umow|"
    r"переговор|отношен|диалог|контакт|договор|сделк|соглашен|відносин|діалог|угод|домовлен)"
)
_OPEN = frozenset(
    "has had is was will would may might also again still не також также снова ще поки "
    "пока наразі уже вже теж тоже має мусить повинен повинна должен должна может може "
    "must should can cannot could soll sollte kann musi powinien".split()
)


class Beside(NamedTuple):
    """The names beside a capital: another capital ("Moscow and Kyiv"), a list of cities.

    `elsewhere` if its sentence names another place.
    """

    paired: bool
    listed: bool
    elsewhere: bool


def is_seat(key: str, place_id: str) -> bool:
    """Return whether a capital is called by its own name, not by that of its airport."""
    return place_id not in GOVERNED or _SEATS.match(key) is not None


def is_government(
    text: str,
    tokens: Sequence[Token],
    start: int,
    end: int,
    *,
    strict: bool,
    beside: Beside,
) -> bool:
    """Return whether the capital at ``tokens[start:end]`` stands for its government.

    With `strict`, only if it speaks, is spoken to or is paired with another capital: of
    most capitals the news is the city.
    """
    previous = tokens[start - 1] if start and not tokens[start].breaks else None
    word = previous.key if previous is not None else ""
    begin = tokens[start].start
    begins = not start or tokens[start].breaks
    says = begins and _SAYS.match(text, tokens[end - 1].end) is not None
    if says or (
        is_club(word)
        or is_city(text, tokens, start, end, elsewhere=beside.elsewhere)
        or _ADDRESS.search(text, max(0, begin - 10), begin)
    ):
        return says
    told = statecraft.is_told(tokens, start, end)
    is_in = word in _INSIDE and not beside.elsewhere
    if told or (is_in and _happens_in(tokens, start, end)):
        return told
    after = words_after(tokens, end, 3)
    if strict and previous is not None and _SEAT.match(word) and tokens[start].gap == " ":
        return False  # "the British Embassy Tokyo, said"
    if strict:
        if word in _INSIDE and not _is_dealt_with(tokens, start, word):
            return _is_spoken_in(tokens, start, after[:1], word) or _is_office_in(
                tokens, range(start - 2, start - 1), after, _MINISTRY
            )
        return (
            beside.paired
            or begins_and_does(tokens, start, end)
            or PRESSES.match(word) is not None
            or _acts(tokens, start, after, word)
        )
    listed = beside.listed and not _acts(tokens, start, after, word)
    return not listed and _governs(text, tokens, start, end, after)


def _happens_in(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Return whether what is told there is of the city, and no ministry there says it."""
    office = is_near(tokens, range(start - 3, start - 1), _OFFICE)
    speaks = is_near(tokens, words_after(tokens, end, 1), _SPEECH)
    return not (office and speaks) and happens_in(tokens, end)


def _governs(
    text: str, tokens: Sequence[Token], start: int, end: int, after: range
) -> bool:
    """Return whether Kyiv or Moscow, with the words around, is the government."""
    word = tokens[start - 1].key if start and not tokens[start].breaks else ""
    if word in _INSIDE and not _is_dealt_with(tokens, start, word):
        return _is_spoken_in(tokens, start, after[:2], word) or _is_office_in(
            tokens, range(start - 3, start - 1), after, _OFFICE
        )
    owned = text[tokens[end - 1].end :].startswith(("'s", "’s"))
    if owned or (word in _TOWARDS and _is_supplied(tokens, start)):
        return True
    joins = word == "a" and "," not in tokens[start - 1].gap  # no Polish "…, a Kijów"
    if joins and is_near(tokens, range(start - 4, start - 1), SCENE):
        return False  # « immeuble touché à Kiev »
    if word in _TOWARDS:
        far, near = (6, _TRAVEL), (2, STRIKE)
    elif word in _OF:
        far, near = (2, _PARTS), (3, _PARTS)
    elif word in _UPON:
        far, near = (3, _PART_OF_CITY), (3, STRIKE)
    elif word in _FOR:
        far, near = (2, _FIGHT), (2, _FIGHT)
    elif not after and not word:  # «Київ. Вибухи, працює ППО»
        return not is_near(tokens, range(end, end + 3), EVENT)
    else:
        return _speaks(tokens, start, after, word)
    return not any(
        is_near(tokens, range(start - reach, start - 1), pattern)
        for reach, pattern in (far, near)
    )


def _is_office_in(
    tokens: Sequence[Token], offices: range, after: range, pattern: re.Pattern[str]
) -> bool:
    """Return whether an office has its seat there, and nothing befalls it."""
    if not is_near(tokens, offices, pattern):
        return False
    is_hit = is_near(tokens, range(offices.start - 3, offices.stop), EVENT)
    return is_near(tokens, after, _SPEECH) or not (is_hit or is_near(tokens, after, EVENT))


def _is_supplied(tokens: Sequence[Token], start: int) -> bool:
    """Return whether allies give a capital something; those at war send drones as well."""
    at_war = is_near(tokens, range(start - 12, start - 1), _AT_WAR)
    return not at_war and is_near(tokens, range(start - 7, start - 1), _SUPPLY)


def _is_spoken_in(tokens: Sequence[Token], start: int, after: range, word: str) -> bool:
    """Return whether they say something there: «в Берлине заявили», «вважають у Києві»."""
    around = [*range(max(0, start - 2), start - 1), *after]
    if word not in _SPOKEN:
        return any(_IT_IS_SAID.match(tokens[i].key) for i in [start - 3, *around] if i >= 0)
    return any(
        _SPEECH.match(tokens[i].key) and _PLURAL.search(tokens[i].key) for i in around
    )


def begins_and_does(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Return whether a sentence begins with a capital that acts: «Берлін передав»."""
    if start and not tokens[start].breaks and not tokens[start].gap.startswith(_COLONS):
        return False
    after = words_after(tokens, end, 3)
    if after and tokens[end].key in _MODAL:
        return not is_near(tokens, after, EVENT)
    verb = next((tokens[i].key for i in after if tokens[i].key not in _OPEN), "")
    if _GIVES.match(verb):
        return True
    if not (_DOES.match(verb) or _SPEECH.match(verb)) or _LIVES.match(verb):
        return False
    agrees = tokens[start].key.endswith("а") or not verb.endswith("ла")
    return agrees and not is_near(tokens, after[1:], EVENT)


def acts_or_is_pressed(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Return whether a capital that begins a sentence acts, or is pressed to.

    Or whether diplomats or ministers are "in Brussels", or something is agreed there.
    """
    if begins_and_does(tokens, start, end) or statecraft.is_told(tokens, start, end):
        return True
    if not start or tokens[start].breaks:
        return False
    word = tokens[start - 1].key
    meets_there = word in _INSIDE and is_near(tokens, range(start - 2, start - 1), _MEET)
    talks = _is_dealt_with(tokens, start, word)
    return meets_there or talks or PRESSES.match(word) is not None


def _acts(tokens: Sequence[Token], start: int, after: range, word: str) -> bool:
    """Return whether what stands around says that a government speaks or is spoken to."""
    verb = next((tokens[i].key for i in after if tokens[i].key not in _OPEN), "")
    if _SPEECH.match(verb) or _SPEECH.match(word):
        return True
    return _is_dealt_with(tokens, start, word)


def _is_dealt_with(tokens: Sequence[Token], start: int, word: str) -> bool:
    """Return whether they talk with a capital, or expect something from it."""
    before = range(start - 4, start - 1)
    return (word in _WITH and is_near(tokens, before, _DEALINGS)) or (
        word in _FROM and is_near(tokens, before, _EXPECTS)
    )


def _speaks(tokens: Sequence[Token], start: int, after: range, word: str) -> bool:
    """Return whether what stands bare, after `word`, says or does as a government does."""
    if _MUNICIPAL.match(word):
        return False
    verb = next((tokens[i].key for i in after if tokens[i].key not in _OPEN), "")
    acts = _SPEECH.match(verb) or _GIVES.match(verb)
    if acts or _SUPPLY.match(word) or PRESSES.match(word):
        return True
    if attacks(tokens, start, after.start) or _is_dealt_with(tokens, start, word):
        return True
    if is_headed(tokens, start, after.start):
        return True  # `is_city` has read what follows
    if _PART_OF_CITY.match(word) or STRIKE.match(word):
        return False
    return not is_near(tokens, range(start - 3, start), _VISIT) and not is_near(
        tokens, after, EVENT
    )
