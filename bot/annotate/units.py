"""Whether a noun says that a town's adjective means the town: «Покровському напрямку».

Or that an abbreviation is a state's: "Fla. man arrested".
"""

import re

from bot.annotate.gazetteer import Flag
from bot.annotate.lexicon import DOTTED, OF_STATES, UNITS
from bot.annotate.packed import Spot
from bot.annotate.tokens import Tokens

AXIS_BEFORE = 40  # words in which a roundup says that it goes through fronts
_ADJECTIVE = re.compile(
    r"(?:[иы]й|ой|[ое]му|[ое]го|[иы]м|[иіо]й|[ої]ї|ом|[ую]ю|[аяь]я|[иы]х)$"
)
# Names of districts of cities; a village may be called so, too.
OF_CITIES = re.compile(
    r"(?:індустріальн|индустриальн|шевченківськ|шевченковск|салтівськ|салтовск|немишлянськ|"
    r"основ'янськ|слобідськ|холодногірськ|новобаварськ|соборн|чечелівськ|корабельн|"
    r"центральн|заводськ|заводск|вознесенівськ|хортицьк|комунарськ|космічн|оболонськ|"
    r"печерськ|святошинськ|дарницьк|солом'янськ|голосіївськ|залізничн|железнодорожн|"
    r"октябрьск|ленинск|советск|первомайск|фрунзенск|промышленн)"
)
# Cities that have districts, as these are called after them: «Дніпровський район Херсона».
_HAVE_DISTRICTS = frozenset(
    "києва херсона дніпра харкова одеси полтави запоріжжя миколаєва кропивницького черкас "
    "чернігова житомира маріуполя донецька луганська москви киева днепра харькова одессы "
    "полтавы запорожья николаева донецка мариуполя луганска москвы петербурга ростова "
    "воронежа саратова волгограда самары казани уфы перми омска новосибирска красноярска "
    "челябинска екатеринбурга курска брянска тулы рязани пензы калининграда".split()
)
_AND = frozenset("та і й и and".split())
_OF_TOWN = tuple(
    f"{stem}{ending}"
    for stem in ("ск", "ськ", "цк", "цьк", "зьк")
    for ending in (
        "ий",
        "ого",
        "ому",
        "им",
        "ом",
        "ая",
        "ой",
        "ую",
        "а",
        "ої",
        "ій",
        "ою",
        "у",
    )
)
_UNIT = re.compile(
    r"(?:район|напрям|направлен|громад|област|водосховищ|водохранилищ|прокуратур|ділянк|"
    r"аеропорт|аэропорт|лікарн|больниц|міськрад|горсовет|облрад|фронт|електромереж|электросет|митниц|таможн|оперштаб|упр[ао]вл[іие]н|арб[іи]тражн|апел|плацдарм|выступ|азот|нафтохім|нефтехим|"
    r"нафтобаз|нефтебаз|(?:нафто|нефте|газо)?терм[иі]нал|п[іо]дстанц|аеродром|аэродром|депо|"
    r"наливн|перевалоч|перевалк|метро|метрополитен|метрополітен)\w{0,4}$|"
    r"(?:замок|замк(?:а|у|ом|ов|е|и|і)|рад[аиіу]|радою|о?тг|суд(?:у|ом|і|е)?|порт(?:у|ом|і|е)?|[гтаєе]ес|[гтаэ]эс|тец|[нг]пз|трас\w{1,2})$"
)
# What stands in a town and is called after it with a small letter; with a capital that no
# sentence begins with it may be a firm's name («Кировский завод»).
_BUILDING = re.compile(
    r"(?:готел|гостиниц|школ|ліце|лице|\w{0,12}завод|нафтобаз|нефтебаз|вокзал|депо$|університет|"
    r"университет|"
    r"електричк|электричк|водоканал|котельн|підстанц|подстанц|шахт[аиіуы]|елеватор|элеватор|колоні|"
    r"колони|сізо|сизо|поліці|полици|пологов|роддом|маршрутк|тролейбус|троллейбус|трамва|"
    r"ринок$|ринк|рынок$|рынк|базар|фабрик|птахофабр|птицефабр|\w{0,12}комб[иі]нат|колед|коллед|"
    r"дитсад|детсад|садоч|садик|музе|автовокзал|автостанц|"
    r"адм[іи]н|супермаркет|пляж|стад[іи]он|б[іи]бл[іи]отек|терм[іи]нал|"
    r"дамб|гребл|плотин|причал|аеродром|аэродром|"
    r"л[іе]сник|лісгосп|лесхоз|лісництв|лесничеств|влк$|тцк$|в[иі]йськкомат|"
    r"військов|военком|г[иі]мназ|кладови|кладбищ|м[эе]ри[яіию]|г[оо]рвиконк|верф|суднобуд|судостро|рудник|шахтар|шахтер|кар'?єр|"
    r"карьер|зоопарк|ботсад|заповідник|заповедник|філармон|филармон|театр|пекарн|хлібокомб|"
    r"вод[іи][йї]|теплиц|свинокомпл|агроф[иі]рм|електростан|электростан|теплоелектро|теплоэлектро)"
)


# What stands, drives and lives in a city; who sits in offices there may be the state's.
_OF_STREETS = re.compile(
    r"(?:парк(?:а|у|е|и|ов|ом|ах|і|ів)?$|паркинг|парковк|паркувал|морг|стройк|строек|будівництв|"
    r"новостро|новобуд|квартир|ресторан|кафе$|бар(?:а|е|у|ом|и|і)?$|кофейн|кав'ярн|такси|таксі|"
    r"автобус|офіс|офис|двор(?:а|у|е|ы|ом|ов|ах|ник\w*)?$|двір$|під'їзд|подъезд|многоэтаж|багатоповерх|высот|висот|"
    r"дом(?:а|у|е|ом|ов|ах|ами)?$|будин|пруд|ставк|студент|пенсионер|пенсіонер|врач|лікар|медик|таксист|"
    r"водител|воді[йїєя]|подрост|підліт|полицейск|поліцейськ|следовател|слідч|адвокат|мигрант|мігрант|"
    r"жител|мешкан|хулиган|застрой|забудов|пробк|затор|снегопад|снігопад|ливен|ливн|злив|"
    r"пожарн|пожежн|спасател|рятувал|хостел|гостин|готел|кинотеатр|кінотеатр|театр|музе|храм|церк|"
    r"мечет|синагог|склад(?:а|у|е|ом|и|ы|ов|ах|і)?$|гувд|гибдд|маршрутк|трамва|троллейбус|тролейбус|"
    r"електричк|электричк|мост(?:а|у|е|ом|ы|ов)?$|міст(?:$|к)|мост[іу]|тротуар|улиц|вулиц|переул|провул|"
    r"торгов(?:ый|ого|ому|ом|ий|ельн\w+)$|супермаркет|магазин|рын|рин[ок]|базар|стадион|стадіон|бассейн|басейн|пляж|зоопарк|"
    r"цирк|ветк|гілк|станц|переход|перех[іо]д|лифт|ліфт|подвал|підвал|дет(?:сад|ск)|дитсад|дитяч)"
)
# Who rules a region: its centre's adjective is the region's, «Тверской губернатор».
_AUTHORITY = re.compile(
    r"(?:губернатор|власт[иьяе]|влад[аиоуі]|чиновни|полицейск|поліцейськ|поліціянт|силовик|"
    r"правоохран|правоохорон|спасател|рятувальник|облдум|облсовет|депутат|прокурор|минздрав|мчс|гибдд)"
)


def is_seat(spot: Spot) -> bool:
    """Return whether a region is called after a town, but for Kyiv and Moscow."""
    return bool(spot.flags & Flag.CENTRE) and not spot.flags & Flag.CAPITAL


def is_at_front(spot: Spot) -> bool:
    """Return whether a place of Ukraine was put into the gazetteer for the war's news."""
    return spot.country == "UA" and bool(spot.flags & (Flag.NOTABLE | Flag.DOUBTFUL))


def has_authority(tokens: Tokens, end: int) -> bool:
    """Return whether those who rule a region stand after an adjective."""
    return (
        0 < end < len(tokens)
        and not tokens[end].breaks
        and tokens[end].gap == " "
        and _AUTHORITY.match(tokens.keys[end]) is not None
    )


def is_of_streets(tokens: Tokens, end: int) -> bool:
    """Return whether what follows an adjective stands, drives or lives in a city.

    Right after it, or after one more adjective: «московской платной парковке».
    """
    keys = tokens.keys[end : end + 2]
    if not keys or tokens[end].breaks:
        return False
    if _OF_STREETS.match(keys[0]):
        return True
    return (
        len(keys) > 1
        and _ADJECTIVE.search(keys[0]) is not None
        and not tokens[end].upper
        and not tokens[end + 1].breaks
        and _OF_STREETS.match(keys[1]) is not None
    )


def is_unit(key: str) -> bool:
    """Return whether a word is an administration, a front or a public building."""
    return key in UNITS or _UNIT.match(key) is not None


_AXIS = re.compile(r"(?:напрям|направлен)")


def is_axis(tokens: Tokens, end: int) -> bool:
    """Return whether a word for a direction of attack follows right after."""
    return end < len(tokens) and _AXIS.match(tokens.keys[end]) is not None


def _is_axis_again(tokens: Tokens, end: int) -> bool:
    """Return whether an adjective is that of one more front: «на Лиманському – 5 атак»."""
    if end < 2 or tokens.keys[end - 2] not in {"на", "по"}:  # noqa: PLR2004  # two words
        return False
    earlier = tokens.keys[max(0, end - AXIS_BEFORE) : end - 2]
    return (
        tokens.keys[end - 1].endswith(("ому", "ом"))
        and tokens[end - 1].upper
        and any(_AXIS.match(word) for word in earlier)
    )


def has_unit(tokens: Tokens, end: int) -> bool:
    """Return whether a word for an administration or a front follows an adjective.

    Right after it, or after one more adjective: «Покровському районному суді»,
    «Лиманському та Торецькому напрямках».
    """
    if _is_axis_again(tokens, end):
        return True
    keys = tokens.keys[end : end + 3]
    if not keys:
        return False
    if is_unit(keys[0]) or (
        _BUILDING.match(keys[0])
        and not (tokens[end - 1].upper and _is_firm(tokens, end - 1))
    ):
        return not tokens[end].breaks
    at = 1 if keys[0] in _AND else 0
    return bool(
        len(keys) > at + 1
        and _ADJECTIVE.search(keys[at]) is not None
        and (is_unit(keys[at + 1]) or _BUILDING.match(keys[at + 1]))
        and not tokens[end].breaks
        and not tokens[end + at + 1].breaks
    )


def _is_firm(tokens: Tokens, index: int) -> bool:
    """Return whether a capital is that of a name, and not of a sentence's first word."""
    token = tokens[index]
    return not token.starts or tokens.text[token.start - 1 : token.start] in set('«"“„')


def heads_quoted(tokens: Tokens, end: int) -> bool:
    """Return whether a name in quotation marks follows an adjective: «могилёвский „Днепр“».

    A club or a plant is called after its town so.
    """
    return (
        end < len(tokens)
        and tokens[end].gap in {" «", ' "', " “", " „"}
        and tokens[end].upper
        and tokens[end - 1].key.endswith(_OF_TOWN)
    )


def is_of_city(tokens: Tokens, end: int) -> bool:
    """Return whether a name or adjective is that of a city's district.

    Args:
        tokens: The text.
        end: Where the name ends, «район» in it or after it.
    """
    after = end + int(any(w.startswith("район") for w in tokens.keys[end : end + 1]))
    return (
        0 < after < len(tokens)
        and tokens.keys[after - 1].startswith("район")
        and not tokens[after].breaks
        and tokens.keys[after] in _HAVE_DISTRICTS
    )


def is_dotted(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether a state's abbreviation stands before its noun: "N.Y. governor"."""
    after = tokens[end] if end < len(tokens) else None
    return (
        after is not None
        and " ".join(tokens.keys[start:end]) in DOTTED
        and after.gap == ". "
        and (not after.upper or after.key in OF_STATES)
    )
