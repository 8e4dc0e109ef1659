"""Whether Kyiv or Moscow in a sentence is the city or the government that sits there.

"Moscow denies", "talks with Kyiv", «в Москве заявили» name a country; "drones over
Moscow", «взрывы в Киеве» a city. Where nothing tells, it is the government: a false alarm
for a whole capital is worse than one mention less of it.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from bot.annotate.masks import is_club
from bot.annotate.tokens import Token

NO_GOVERNMENT = frozenset({"g2800866"})  # Brussels says what the European Union does
GOVERNED = {"UA-30": "UA", "RU-MOW": "RU"}
_SEATS = re.compile(r"(?:mosc|mosk|kyiv|kiev|kiew|kij|моск|киев|киї|києв)")
_INSIDE = frozenset(
    "in near outside around over across inside above through under в во у под над по возле "
    "около "
    "близ до из під біля поблизу довкола навколо із з dans über aus près w nad pod".split()
)
_SEAT = re.compile(r"(?:embass|consulate|university|airport|hotel|downtown|greater)")
_MINISTRY = re.compile(
    r"(?:minist(?:ry|er)|government|cabinet|минобороны|мид$|министерств|правительств|"
    r"міноборони|мзс$|міністерств|уряд)"
)
_OFFICE = re.compile(
    r"(?:ministr|officials?|government|authorit|kremlin|cabinet|leadership|diplomat|embass|"
    r"spokes|"
    r"минобороны|мид$|министерств|правительств|кремл|міноборони|мзс$|міністерств|уряд|"
    r"дипломат|"
    r"чиновник|официальн)"
)
_SPEECH = re.compile(
    r"(?:sa(?:id|ys)|claim|den(?:y|ie)|accus|warn|vow|reject|demand|insist|urg|announc|"
    r"confirm|"
    r"refus|dismiss|condemn|blam|propos|threaten|offer|agree|hope|expect|believ|consider|"
    r"plan|want|"
    r"impos|tighten|expel|summon|sanction|deploy|suspend|retaliat|recall|call(?:s|ed)$|pledg|"
    r"pushe[sd]|lift(?:s|ed)$|ban(?:s|ned)$|approv|welcom|reaffirm|withdr[ae]w|recogni[sz]|"
    r"вимага|требу|закуп|запровад|пропону|предлож|предлаг|заблок|блоку|ратиф|высыла|выслал|висила|"
    r"вислал|наклад|налож|підтрим|поддерж|схвал|одобр|ввел[аи]?$|вводит$|вв[іо]д|ввів$|"
    r"verhang|schlagt|lehnt|reagiert|beschuldigt|zada|naklada|wprowadz|popier|blokuj|wyrzuc|wydala|proponuj|"
    r"sign(?:s|ed)$|back(?:s|ed)$|seek|sought|halt(?:s|ed)$|respond|trade[sd]?$|eye[sd]$|"
    r"заяв|сообщ|счита|назва|отреаг|ответ|обвин|отриц|опроверг|призв|подтверд|прокоммент|"
    r"пообещ|"
    r"предупред|пригроз|хотят|надеют|объясн|отказ|осуд|выраз|признал|увере|рассказ|оцен|"
    r"утвержд|prom(?:et|i[st])|demand|exig|annonc|salue|condamn|reclam|rejett|dénonc|denonc|anunci|acus|fordert|warnt|weist|"
    r"wirft|kritisi|kundigt|verspricht|verurteilt|oskarz|ostrzeg|zapowiad|zada$|odrzuc|twierdz|"
    r"oswiadcz|told|tells|ask|silent|schweig|мовч|молч|відкла|отложи|отверг|відкин|відхил|"
    r"отклон|"
    r"повідом|вважа|відреаг|відпові|звинувач|спрост|запереч|заклик|підтверд|прокомент|"
    r"поперед|"
    r"погрож|хочуть|сподіва|поясн|відмов|засуд|висл|визна|перекон|розпов|стверд|кажуть|"
    r"говорят|соглас|погоди[вл]|домовил|договорил|коммент|комент)"
)
# Any verb will do after a capital's nominative: «Варшава підняла авіацію». What a city does
# as a city will not, nor one that says what befalls it.
_DOES = re.compile(
    r"[а-яіїєґ’]{3,}(?:[аеєиіуюяоы]в|[аеиоуыя]л|ла|є|ить|ет|ит|даст|дасть)$|sees$|saw$|read(?:y|ies)$|"
    r"floats?(?:ed)?$|(?:scrambl|adopt|prepar|extend|unveil)(?:e?s|e?d)$|(?:weigh|mull|order|block|delay|hail|fund|"
    r"join|signal|hint|doubt|fear|support|oppose|boost|resume|raise|close)s?(?:ed|d)?$|sen(?:ds|t)$|"
    r"fr(?:eezes|oze)$|slam(?:s|med)$|scrap(?:s|ped)$|g(?:ives|ave)$|admit(?:s|ted)$|"
    r"(?:conced|acknowledg)e[sd]$|vetoe[sd]$|shuts?$|mobili[sz]e[sd]$"
)
_LIVES = re.compile(
    r"(?:завмер|замер|святку|празд|відсвят|отпразд|отме[тч]|відзнач|гор[ие]т|тоне|тонет|прийма|прин(?:има|ял)|"
    r"перем[іо]г|побед|програ|проигр|накри|накры|затоп|залив|залил|засип|засып|охоп|охват|"
    r"сколих|потряс|струс|вшанов|почти|прощ|попрощ|зустрі|встре[чт]|паралі|парализ|є$|был|"
    r"був|була)"
)
_MODAL = frozenset("will would must wants".split())
_COLONS = (":", ",", " —", " –")
_PLURAL = re.compile(r"(?:ли|ют|ут|ят|ат|уть|ють|ать|ять)(?:ся|сь)?$")  # «в Москве заявили»
_EVENT = re.compile(
    r"(?:hit|hits|struck|strike|attack|explosion|blast|drone|missile|siren|shell|fire|"
    r"blackout|raid|"
    r"wake|awoke|rocked|flood|weather|snow|rain|storm|smog|heat|traffic|resident|mayor|metro|"
    r"airport|subway|suburb|снег|сніг|погод|дожд|дощ|ливн|ливень|злив|мороз|шторм|туман|"
    r"гололед|ожелед|затопи|подтопи|пробк|затор|"
    r"взрыв|атак|удар|обстрел|ракет|дрон|беспилот|бпла|тревог|пожар|обломк|сбит|прилет|пво|"
    r"без|подверг|мэр|аэропорт|метро|жител|"
    r"вибух|обстріл|тривог|пожеж|шахед|збит|уламк|влуч|приль?от|ппо|мер|кличко|собянин)"
)
_PART_OF_CITY = re.compile(
    r"(?:mayor|city|cent(?:re|er)|outskirts|suburb|north|south|east|west|district|part|"
    r"street|airport|"
    r"capital|sky|skies|resident|people|downtown|sieg|captur|defen[cs]e|bomb|shell|visit|"
    r"hit|struck|"
    r"проспект|площ|набережн|бульвар|"
    r"мэр|власт|жител|центр|район|округ|окраин|пригород|улиц|вокзал|метро|аэропорт|неб|"
    r"школ|больниц|"
    r"посет|библиотек|суд|рейс|музе|театр|ресторан|университет|відвід|бібліотек|"
    r"університет|дом|штурм|оборон|бомбард|обстрел|атак|удар|защит|город|столиц|"
    r"мер|влад|мешкан|околиц|передміст|вулиц|аеропорт|обстріл|захист|міст|будин|лікарн|"
    r"полиц|поліц|прокурат|такси|таксі|врач|лікар|медик|пожарн|пожежн|спасател|рятувальн|"
    r"студент|вуз|рынок|рынк|ринок|ринк|парк|зоопарк|готел|гостиниц|выезд|въезд|виїзд|в.їзд)"
)
_CITY_NEXT = re.compile(
    r"(?:mayor|metro|airport|resident|region|suburb|street|district|subway|zoo|hospital|"
    r"school|"
    r"apartment|court|city|marathon|time$|museum)"
)
# What happens to a city: "explosions rock Kyiv", "attack on Moscow", «на подлёте к Москве».
_STRIKE = re.compile(
    r"(?:attack|approach|strike|struck|explosion|blast|rock|drone|missile|raid|barrage|shelling|bombard|"
    r"подлет|подступ|летел|атак|удар|взрыв|обстрел|ракет|дрон|беспилот|"
    r"підл[іь]от|підліт|підступ|летів|летіл|вибух|обстріл|безпілот)"
)
_SUPPLY = re.compile(
    r"(?:send|sent$|suppl|deliver|provid|transfer|donat|sell|sold|giv|hand|переда|отда[тлс]|"
    r"постав|предостав|выдел|прода[тлс]|нада[втсє]|надіс|виділ|обіця|обеща)"
)
_AT_WAR = re.compile(r"(?:russia|moscow|kremlin|putin|ukrain|kyiv|kiev|enem|invader)")
_TRAVEL = re.compile(
    r"(?:arriv|travel|visit|fl[ey]w|came|come|return|went|train|road|route|trip|rush|way$|"
    r"приех|прибы|поех|верн|визит|поезд|приїх|прибу|поїх|поверн|візит|потяг)"
)
_VISIT = re.compile(r"(?:посети|посещ|відвід|visit|покинул|покида|залиши|left$)")
_FIGHT = re.compile(r"(?:битв|бой|бои|бо[яюїє]|battl|fight)")
_FOR = frozenset("за for".split())
_ADDRESS = re.compile(r"\d{5,6},?\s$")  # a post code: «111020, Москва, Боровая улица»
_TOWARDS = frozenset("to к до à a".split())
_UPON = frozenset("on of на off".split())
_WITH = frozenset("with between з із зі с со avec mit z con".split())
_FROM = frozenset("from от від".split())
_EXPECTS = re.compile(
    r"(?:expect|demand|want|await|seek|need|wait|ждет|ждут|ожида|требу|получ|добива|"
    r"чека|очіку|вимага|отрим|домага|просит|просить)"
)
_DEALINGS = re.compile(
    r"(?:talk|negotiat|deal|agreement|relation|tie|dialog|contact|split|rift|tension|"
    r"переговор|отношен|диалог|контакт|договор|сделк|соглашен|відносин|діалог|угод|домовлен)"
)
_OPEN = frozenset(
    "has had is was will would may might also again still не також также снова ще поки "
    "пока наразі уже вже теж тоже".split()
)


def _near(tokens: Sequence[Token], indexes: range, pattern: re.Pattern[str]) -> bool:
    return any(
        0 <= index < len(tokens) and pattern.match(tokens[index].key) is not None
        for index in indexes
    )


def _after(tokens: Sequence[Token], end: int, count: int) -> range:
    """Return the indexes of up to `count` words after `end` in the same sentence."""
    stop = end
    while stop < min(end + count, len(tokens)) and not tokens[stop].breaks:
        stop += 1
    return range(end, stop)


class Beside(NamedTuple):
    """The names beside a capital: another capital ("Moscow and Kyiv"), a list of cities."""

    paired: bool
    listed: bool


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
    following = tokens[end] if end < len(tokens) and not tokens[end].breaks else None
    word = previous.key if previous is not None else ""
    begin = tokens[start].start
    if (
        is_club(word)
        or (following is not None and _CITY_NEXT.match(following.key))
        or _ADDRESS.search(text, max(0, begin - 10), begin)
    ):
        return False
    after = _after(tokens, end, 3)
    if _heads_events(tokens, start, end):
        return False
    if strict and previous is not None and _SEAT.match(word) and tokens[start].gap == " ":
        return False  # "the British Embassy Tokyo, said"
    if strict:
        if word in _INSIDE:
            return _is_spoken_in(tokens, start, after[:1], word) or _near(
                tokens, range(start - 2, start - 1), _MINISTRY
            )
        return (
            beside.paired
            or begins_and_does(tokens, start, end)
            or _acts(tokens, start, after, word)
        )
    listed = beside.listed and not _acts(tokens, start, after, word)
    return not listed and _governs(text, tokens, start, end, after)


def _heads_events(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Return whether it stands alone before what happened in it: «Київ. Вибухи»."""
    is_alone = not start or tokens[start].breaks
    return (
        is_alone
        and end < len(tokens)
        and tokens[end].breaks
        and _near(tokens, range(end, end + 3), _EVENT)
    )


def _governs(
    text: str, tokens: Sequence[Token], start: int, end: int, after: range
) -> bool:
    """Return whether Kyiv or Moscow, with the words around, is the government."""
    word = tokens[start - 1].key if start and not tokens[start].breaks else ""
    if word in _INSIDE:
        return _is_spoken_in(tokens, start, after[:2], word) or _near(
            tokens, range(start - 3, start - 1), _OFFICE
        )
    if text[tokens[end - 1].end :].startswith(("'s", "’s")):
        return True
    if word in _TOWARDS and _is_supplied(tokens, start):
        return True
    if word in _TOWARDS:
        far, near = (6, _TRAVEL), (2, _STRIKE)
    elif word in _UPON:
        far, near = (3, _PART_OF_CITY), (3, _STRIKE)
    elif word in _FOR:
        far, near = (2, _FIGHT), (2, _STRIKE)
    elif not after and not word:  # «Київ. Вибухи, працює ППО»
        return not _near(tokens, range(end, end + 3), _EVENT)
    else:
        return _speaks(tokens, start, after, word)
    return not any(
        _near(tokens, range(start - reach, start - 1), pattern)
        for reach, pattern in (far, near)
    )


def _is_supplied(tokens: Sequence[Token], start: int) -> bool:
    """Return whether allies give a capital something; those at war send drones as well."""
    at_war = _near(tokens, range(start - 12, start - 1), _AT_WAR)
    return not at_war and _near(tokens, range(start - 7, start - 1), _SUPPLY)


def _is_spoken_in(tokens: Sequence[Token], start: int, after: range, word: str) -> bool:
    """Return whether they say something there: «в Берлине заявили», «вважають у Києві»."""
    around = [*range(max(0, start - 2), start - 1), *after]
    return word in {"в", "во", "у"} and any(
        _SPEECH.match(tokens[i].key) and _PLURAL.search(tokens[i].key) for i in around
    )


def begins_and_does(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Return whether a sentence begins with a capital that acts: «Берлін передав»."""
    if start and not tokens[start].breaks and not tokens[start].gap.startswith(_COLONS):
        return False
    after = _after(tokens, end, 3)
    if after and tokens[end].key in _MODAL:
        return not _near(tokens, after, _EVENT)
    verb = next((tokens[i].key for i in after if tokens[i].key not in _OPEN), "")
    if not (_DOES.match(verb) or _SPEECH.match(verb)) or _LIVES.match(verb):
        return False
    agrees = tokens[start].key.endswith("а") or not verb.endswith("ла")
    return agrees and not _near(tokens, after[1:], _EVENT)


def _acts(tokens: Sequence[Token], start: int, after: range, word: str) -> bool:
    """Return whether what stands around says that a government speaks or is spoken to."""
    verb = next((tokens[i].key for i in after if tokens[i].key not in _OPEN), "")
    if _SPEECH.match(verb) or _SPEECH.match(word):
        return True
    before = range(start - 4, start - 1)
    return (word in _WITH and _near(tokens, before, _DEALINGS)) or (
        word in _FROM and _near(tokens, before, _EXPECTS)
    )


def _speaks(tokens: Sequence[Token], start: int, after: range, word: str) -> bool:
    """Return whether what stands bare, after `word`, says or does as a government does."""
    verb = next((tokens[i].key for i in after if tokens[i].key not in _OPEN), "")
    if _SPEECH.match(verb) or _SUPPLY.match(word):
        return True
    if _PART_OF_CITY.match(word) or _STRIKE.match(word):
        return False
    return not _near(tokens, range(start - 3, start), _VISIT) and not _near(
        tokens, after, _EVENT
    )
