"""Stretches of a text that name places without being about them.

Addresses, lists of further reading, an outlet's own name, ships, battles of history,
dishes, streets: what stands there is no evidence that something happened in the place.
Each is a rule on the words around, so that any name in that position is covered.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from bot.annotate import further_reading
from bot.annotate.scan import Scan, join, try_at
from bot.annotate.signs import CLOSES, OPENS, SHIP
from bot.annotate.wordlists.masks_east import PHRASES as PHRASES_EAST
from bot.annotate.wordlists.masks_west import HISTORY, NO_OWNER, QUOTED, SHIPS, UNDER_WAY
from bot.annotate.wordlists.masks_west import PHRASES as PHRASES_WEST

_NAME = (
    NO_OWNER
    + r"[«\"“„'‘]?\s?[A-ZА-ЯЁІЇЄҐ][\w'’-]+(?:\s[A-ZА-ЯЁІЇЄҐ][\w'’-]+)?\s?[»\"”“’']?"
)

_OUTLET_WORD = (
    r"(?:courier|news|times|post|herald|gazette|tribune|press|today|daily|journal|monitor|"
    r"observer|"
    r"independent|telegraph|chronicle|mail|radio|tv|fm|live|media|weekly|review|standard|"
    r"echo|"
    r"новости|новини|вести|вісті|газета|правда|известия|вестник|вісник|тв|инфо|інфо|информ|"
    r"інформ|"
    r"медиа|медіа|онлайн|online|telegram|телеграм|zeitung|anzeiger)"
)
_OUTLET = re.compile(
    rf"\s[|–—-]\s(?=[^|–—\n]{{0,40}}\b{_OUTLET_WORD}\b)(?:[\w.'’-]+\s?){{1,4}}$|"
    r"\s\|\s(?:[\w.'’-]+\s?){1,4}$|\s[–—-]\s[\w-]+\.(?:com|ua|ru|net|org|info)$",
    re.IGNORECASE,
)
_SHIP = (
    r"(?:submarines?|subs?|cruisers?|frigates?|corvettes?|destroyers?|minehunters?|warships?|flagship|ships?|"
    r"vessels?|"
    r"tankers?|ferry|ferries|icebreakers?|carrier|boats?|trawlers?|yachts?|MV|USS|HMS|HMCS|HMAS|"
    r"подводн\w+\s+лод\w+|подлод\w+|атомоход\w*|апл|пларк|субмарин\w+|крейсер\w*|фрегат\w*|"
    r"корвет\w*|"
    r"эсмин\w+|корабл\w+|танкер\w*|теплоход\w*|катер\w*|ледокол\w*|флагман\w*|сухогруз\w*|"
    r"паром\w*|"
    r"підводн\w+\s+човн\w+|підводн\w+\s+човен|субмарин\w*|есмін\w+|корабел\w*|кораб\w+|"
    r"криголам\w*|пором\w*)"
)
_LATIN_NAME = r"[A-Z][a-z'’]+(?:[\s-][A-Z][a-z]+)?"
_PHRASES = (
    # ships: the type and then a name, in quotes after an adjective too; or the name first
    rf"(?i:{_SHIP})\s(?:[\w-]+ ){{0,2}}{QUOTED}(?:(?:,|\s(?:[іий]|та|and))\s{QUOTED})*",
    rf"(?i:{_SHIP})\s{_NAME}",
    (
        rf"\b{_LATIN_NAME}\s(?:(?:nuclear|missile|guided-missile|class|"
        rf"attack)\s)?(?i:submarine|cruiser|frigate|destroyer|corvette|warship)\b"
        rf"(?:\s{_NAME})?"  # "Russian submarine Kursk"
    ),
    rf"\b{_LATIN_NAME}\s(?i:submariners?)\b",
    rf"(?i:{_SHIP}\s(?:named\safter|called)\s){_NAME}",
    rf"\b(?i:[kк]-\d{{2,3}})\s{_NAME}",
    # battles of history; a battle *for* a town is today's
    (
        r"(?i:battles?|siege)\s(?i:of)\s(?:Kursk|Stalingrad|Poltava|Moscow|Leningrad|"
        r"Sevastopol|Smolensk)"
    ),
    (
        r"(?i:(?:курск|сталинград|полтавск|смоленск|московск|днепровск)\w*\s(?:битв|дуг|"
        r"сражен)\w*)"
    ),
    r"(?i:(?:курськ|сталінград|полтавськ|смоленськ|московськ)\w*\s(?:битв|дуз|дуг)\w*)",
    r"(?i:битв\w+\s(?:под|за|на|під)\s(?:полтав\w+|москв\w+|курск\w+))",
    # dishes, drinks, formats, agreements, accords, films
    (
        r"(?i:chicken\s(?:kiev|kyiv)|(?:kiev|kyiv)\s(?:cake|cutlets?)|moscow\smule|"
        r"odessa\sfile)"
    ),
    (
        r"(?i:(?:котлет\w+|торт\w*)\s(?:по-)?(?:киевск|київськ)\w*|(?:киевск|"
        r"київськ)\w+\s(?:торт|котлет)\w*)"
    ),
    r"(?i:(?:mariupol|polish|russian|crimean)\s(?:roulette|salad))",
    (
        r"(?i:(?:minsk(?:[\s-](?:ii?|[12]))?|budapest|geneva|istanbul|normandy)\s(?:accords?|"
        r"agreements?|deals?|"
        r"memorandum|"
        r"conventions?|format|protocols?|process))"
    ),
    (
        r"(?i:(?:минск|будапештск|женевск|стамбульск|нормандск)\w*\s(?:соглашен|меморандум|"
        r"договор[её]нност|конвенц|формат|процесс|протокол)\w*)"
    ),
    (
        r"(?i:(?:мінськ|будапештськ|женевськ|стамбульськ|нормандськ)\w*\s(?:угод|"
        r"меморандум|"
        r"домовленост|конвенц|формат|процес|протокол)\w*)"
    ),
    r"(?i:паризьк\w+\sугод\w+|парижск\w+\sсоглашен\w+|paris\s(?:agreement|accord))",
    # streets, stations, districts of a city, airports that carry another place's name
    (
        r"[А-ЯІЇЄҐЁа-яіїєґё][\w'’-]+(?:ск|ськ|цк|цьк)(?:ий|ая|ое|ого|ой|ом|ому|ую|им|а|у|"
        r"ої|ій|"
        r"ою|е)\s"
        r"(?i:вокзал\w*|проспект\w*|улиц\w+|вулиц\w+|площад\w+|площ[іау]|шоссе|шосе|"
        r"бульвар\w*|"
        r"набережн\w+|"
        r"переул\w+|провул\w+|патриархат\w*|патріархат\w*)"
    ),
    (
        r"(?i:(?:московск|киевск|ленинградск|варшавск|новосибирск|харьковск|октябрьск|"
        r"ростовск)\w+\sрайон\w*\s)(?=[А-ЯЁ])"
    ),
    (
        r"(?i:(?:київськ|московськ|ленінградськ|шевченківськ|одеськ|"
        r"варшавськ)\w+\sрайон\w*\s)(?=[А-ЯІЇЄҐ])"
    ),
    (
        r"(?i:(?:московск|киевск|ленинградск|московськ|київськ|ленінградськ)\w+\s(?:район|"
        r"р-н)\w*)"
    ),
    (
        r"\b[A-Z][a-z]+\s(?:Street|Avenue|Square|Boulevard|Highway|Road|"
        r"(?<=sk(?:a|y) |kyi |aya |ria |loo )station)\b"
    ),
    # titles in quotes after a word for a work or a firm
    (
        rf"(?i:режисс?[её]р\w*|автор\w{{0,3}}|фильм\w*|фільм\w*|кин[оа]\w*|сериал\w*|серіал\w*|роман\w*|игр[аыуе]|гр[аиу]|"
        rf"журнал\w*|гостиниц\w+|готел\w+|"
        rf"отел\w+|ресторан\w*|кафе|film|movie|novel|hotel|restaurant|сорт\w*|альбом\w*|"
        rf"песн\w+|пісн\w+|тральщик\w*|бдк|мрк|мпк|бомбард\w+|ракетонос\w+|"
        rf"самол[её]т\w*|літак\w*|магазин\w*|батальй?он\w*)\s{QUOTED}"
    ),
    # newspapers that carry a city's name
    (
        r"(?:[A-Z][a-z]+\s){1,2}(?:Independent|Times|Post|Herald|Gazette|Tribune|Courier|Chronicle|"
        r"Telegraph|Globe|Examiner|Inquirer)\b"
    ),
    r"(?i:(?:эхо|ехо)\sмоскв[ыи]|московск\w+\sкомсомол\w+)",
    # agencies and outlets that carry a country's name
    r"(?i:(?:интерфакс|інтерфакс|рбк)[-\s]украин\w+|(?:інтерфакс|рбк)[-\s]україн\w+)",
    # the bird
    (
        r"(?i:turkeys?\s(?:roasts?|prices?|dinners?|sandwich\w*|meat|breasts?|sausages?|farms?|"
        r"farmers?|soup|day|flocks?))"
    ),
    r"(?i:(?:roast|thanksgiving|frozen|cold|wild)\sturkeys?)",
)


def _in_one_line(pattern: str) -> str:
    """Let no white space end the title: «Пожар в Курске», below «Площадь 300 метров»."""
    return re.sub(
        r"(\[(?:\\.|[^\]\\])+\])|\\s", lambda found: found[1] or r"[^\S\n]", pattern
    )


_ALL = "|".join((*_PHRASES, *PHRASES_EAST, *PHRASES_WEST, *HISTORY))
_PHRASE = re.compile(rf"(?<!\w)(?:{_in_one_line(_ALL)})")
_CAPITAL = "[A-ZА-ЯЁІЇЄҐ]"
_NAMED_SHIPS = (
    re.compile(
        rf"(?<!\w)(?:(?i:{_SHIP}|{SHIPS})\s(?i:named\safter\s|called\s)?(?i:[kк]-\d{{2,3}}\s)?|"
        rf"(?i:[kк]-\d{{2,3}}\s))[«\"“„'‘]?({_CAPITAL}[\w’-]{{3,}})"
    ),
    re.compile(
        rf"\b({_LATIN_NAME})\s(?i:(?:nuclear\s|missile\s)?(?:{_SHIP}|submariners?))\b"
    ),
)
# "Inside the Belgorod, the submarine", «„Белгород“: подлодка», "the Kursk – a submarine"
_WARSHIP = (
    r"(?:submarines?|frigate|cruiser|destroyer|corvette|warship|vessel|flagship|"
    r"подводн\w+\sлод\w+|подлод\w+|субмарин\w+|крейсер\w*|фрегат\w*|корвет\w*|корабл\w+|"
    r"підводн\w+\sч[оі]в\w+|корабел\w*)"
)
_APART = (
    re.compile(
        rf"(?<!\w)(?i:the)\s({_LATIN_NAME})(?:,\s|\s[–—-]\s|:\s)(?:[\w’'-]+\s){{0,4}}"
        rf"(?i:{_WARSHIP})\b"
    ),
    re.compile(
        rf"[«\"“„]({_CAPITAL}[\w’-]{{3,}})[»\"”“](?:,\s|\s[–—-]\s|:\s)(?:[\w-]+\s){{0,3}}"
        rf"(?i:{_WARSHIP})"
    ),
    # „Brjansk“ im Trockendock: Russlands Atom-U-Boot
    re.compile(
        rf"\A[«\"“„]({_CAPITAL}[\w’-]{{3,}})[»\"”“](?=[^\n]{{0,60}}[\s-](?i:{_WARSHIP}|{SHIPS})\b)"
    ),
)
_NOT_A_SHIP = (  # "the Kursk region" stays a region even in a text about the submarine
    r"(?!\s(?i:and|or|region|oblast|province|area|front|direction|axis|sector|governor|"
    r"authorities|administration|offensive|operation|incursion|border|nuclear|atomic|power|"
    r"city|district|people|residents|bulge|salient|pocket|airfield|airport)\b)"
)
_OF_A_SHIP = (
    r"(?i:submariners?|sailors|crew|disaster|tragedy|sinking|wreck|catastrophe|victims)\b"
)
_ABOARD = re.compile(rf"[а-яёіїєґ]{{0,3}}\s{_OF_A_SHIP}")
_CLUB = re.compile(
    r"(?i:\b(?:metalist|dynamo|dinamo|shakhtar|spartak|lokomotiv|zenit|cska|fc|fk|bc|hc|"
    r"металл?[иі]ст\w*|динамо|шахт[её]р\w*|спартак\w*|локомотив\w*|зеніт|зенит\w*|цска|фк|"
    r"бк|хк)\b)"
)


def _is_aboard(text: str, stem: str) -> bool:
    """Return whether what begins with `stem` stands anywhere as a ship would."""
    at = text.find(stem)
    while at >= 0:
        if (
            text[at - 1 : at] in {"«", '"', "“", "„", "‘", "'"}
            or text[at - 4 : at - 1] in {"The", "the"}
            or _ABOARD.match(text, at + len(stem))
        ):
            return True
        at = text.find(stem, at + 1)
    return False


def _ships(text: str, openings: list[int]) -> Iterator[tuple[int, int]]:
    """Yield where a ship that the text names stands as "the Kursk" or «Курска».

    A bare name stays a place's: what is near Kursk is not on board.
    """
    if openings:
        yield from (match.span() for match in UNDER_WAY.finditer(text))
    names = {match[1] for form in _NAMED_SHIPS for match in try_at(form, text, openings)}
    if openings:
        names.update(match[1] for form in _APART for match in form.finditer(text))
    for name in names:
        stem, ending = name, ""
        if not name.isascii():  # in any case of its declension
            stem, ending = name.rstrip("аяоеєуюьйиыії"), "[а-яёіїєґ]{0,3}"
        if not _is_aboard(text, stem):
            continue
        word = re.escape(stem) + ending
        pattern = (
            rf"[«\"“„'‘]{word}[»\"”“’']|(?<!\w)[Tt]he\s{word}\b{_NOT_A_SHIP}|"
            rf"(?<!\w){word}\s{_OF_A_SHIP}"
        )
        yield from (match.span() for match in re.finditer(pattern, text))


def _outlet(text: str) -> Iterator[tuple[int, int]]:
    first, _, _ = text.partition("\n")
    if not {"|", "–", "—", "-"}.isdisjoint(first.split()):
        outlet = _OUTLET.search(first)
        if outlet is not None:
            yield outlet.span()


@lru_cache(maxsize=4)  # places and reports ask for those of one text
def masked(text: str) -> tuple[tuple[int, int], ...]:
    """Return the spans in which no word names a place, in order; they may overlap."""
    spans = list(_outlet(text))
    scan = Scan(text)
    if scan:
        openings = scan.openings(OPENS, CLOSES)
        spans += scan.addresses()
        spans += [match.span() for match in try_at(_PHRASE, text, openings)]
        spans += _ships(text, scan.openings(SHIP, SHIP))
        spans += further_reading.lists(scan)
    return tuple(sorted(spans))


class Mask:
    """The spans of a text in which no word names a place, for asking."""

    def __init__(self, text: str) -> None:
        """Find them."""
        spans = list(join(masked(text)))
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def covers(self, start: int, end: int) -> bool:
        """Return whether a part of ``text[start:end]`` is masked."""
        last = bisect_left(self._starts, end) - 1
        return last >= 0 and start < self._ends[last]


def is_club(text: str) -> bool:
    """Return whether `text` (one word) is what clubs are called beside their city."""
    return _CLUB.fullmatch(text) is not None
