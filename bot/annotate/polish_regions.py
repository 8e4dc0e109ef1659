"""Polish adjectives of regions beside a word for one: «woj. lubelskie», «obw. sumski».

The gazetteer has «województwo lubelskie» and «obwodzie sumskim» in these words; outlets
shorten them, put the adjective first, or name a county or who rules there.
"""

import re

from bot.annotate.gazetteer import NOTHING, Gazetteer
from bot.annotate.polish_towns import ADJECTIVE
from bot.annotate.tokens import Tokens

_TAILS = tuple(f"k{end}" for end in "i iego iemu im a iej ie ich imi".split())
_OBLAST = re.compile(r"(?:obw$|obwod|region(?:u|ie|em|owi)?$|gubernator)")
_FRONT = re.compile(r"(?:kierun(?:ek|ku|kiem)|odcin(?:ek|ku|kiem))$")
_VOIVODESHIP = re.compile(r"(?:woj$|wojewod[ayzea])")
_COUNTY = re.compile(r"(?:pow$|powiat|powiec|starost[ayo])")
_FORCES = re.compile(
    r"(?:policj|policyj|straz|kas$|krajow|prokuratur|sanepid|urzad|urzed|drogowk|nfz$|"
    r"kurator|oddzial|oddział|wojsk|terytorials|lotnisk|szpital|granic|pogranicz|wsi$|"
    r"miejscowosc|gmin|lasach|las(?:y|ow)$|parafi|cmentarz|szko[lł]|autostrad|odcin)"
)
_FROM = frozenset("z ze dla do od w we na".split())
# The gazetteer calls these otherwise.
_ELSEWHERE = {
    "grodziensk": "grodno region",
    "homelsk": "gomel region",
    "gomelsk": "gomel region",
    "minsk": "minsk region",
}
# Near towns of Poland are called so, too.
_NOT_ALONE = frozenset({"brzesk", "minsk"})
_COUNTIES_OF = {
    "dolnoslaskie": (
        "bolesławieck dzierzoniowsk głogowsk kłodzk legnick lubansk lubinsk lwoweck "
        "milick olesnick oławsk polkowick strzelinsk trzebnick wałbrzysk wołowsk "
        "zabkowick zgorzeleck złotoryjsk jeleniogorsk karkonosk wrocławsk kamiennogorsk"
    ),
    "kujawsko_pomorskie": (
        "aleksandrowsk brodnick bydgosk chełminsk golubsko_dobrzynsk grudziadzk "
        "inowrocławsk lipnowsk mogilensk nakielsk radziejowsk rypinsk sepolensk torunsk "
        "tucholsk wabrzesk włocławsk zninsk"
    ),
    "lubelskie": (
        "bialsk biłgorajsk chełmsk hrubieszowsk janowsk krasnostawsk krasnick "
        "lubartowsk lubelsk łeczynsk łukowsk parczewsk puławsk radzynsk ryck włodawsk "
        "zamojsk"
    ),
    "lubuskie": (
        "gorzowsk miedzyrzeck nowosolsk słubick strzelecko_drezdeneck sulecinsk "
        "swiebodzinsk wschowsk zielonogorsk zagansk zarsk"
    ),
    "łodzkie": (
        "bełchatowsk kutnowsk łask łeczyck łowick opoczynsk pabianick pajeczansk "
        "piotrkowsk poddebick radomszczansk rawsk sieradzk skierniewick wielunsk "
        "wieruszowsk zdunskowolsk zgiersk"
    ),
    "małopolskie": (
        "bochensk chrzanowsk dabrowsk gorlick krakowsk limanowsk miechowsk myslenick "
        "nowosadeck nowotarsk olkusk oswiecimsk proszowick susk tarnowsk tatrzansk "
        "wadowick wielick"
    ),
    "mazowieckie": (
        "białobrzesk ciechanowsk garwolinsk gostyninsk grojeck kozienick legionowsk "
        "lipsk łosick makowsk minsk mławsk ostrołeck otwock piaseczynsk płock płonsk "
        "pruszkowsk przasnysk przysusk pułtusk radomsk siedleck sierpeck sochaczewsk "
        "sokołowsk szydłowieck wegrowsk wołominsk wyszkowsk zwolensk zurominsk "
        "zyrardowsk"
    ),
    "opolskie": (
        "głubczyck kedzierzynsko_kozielsk kluczborsk krapkowick namysłowsk nysk olesk "
        "prudnick"
    ),
    "podkarpackie": (
        "bieszczadzk brzozowsk debick jarosławsk jasielsk kolbuszowsk lesk lezajsk "
        "lubaczowsk łancuck mieleck nizansk przemysk przeworsk ropczycko_sedziszowsk "
        "rzeszowsk sanock stalowowolsk strzyzowsk tarnobrzesk"
    ),
    "podlaskie": (
        "augustowsk białostock grajewsk hajnowsk kolnensk łomzynsk moneck sejnensk "
        "siemiatyck sokolsk suwalsk wysokomazowieck zambrowsk"
    ),
    "pomorskie": (
        "bytowsk chojnick człuchowsk gdansk kartusk kosciersk kwidzynsk leborsk "
        "malborsk puck słupsk starogardzk sztumsk tczewsk wejherowsk"
    ),
    "slaskie": (
        "bedzinsk bierunsko_ledzinsk cieszynsk czestochowsk gliwick kłobuck lublinieck "
        "mikołowsk myszkowsk pszczynsk raciborsk rybnick tarnogorsk wodzisławsk "
        "zawierciansk zywieck"
    ),
    "swietokrzyskie": (
        "busk jedrzejowsk kazimiersk kieleck koneck opatowsk ostrowieck pinczowsk "
        "sandomiersk skarzysk starachowick staszowsk włoszczowsk"
    ),
    "warminsko_mazurskie": (
        "bartoszyck braniewsk działdowsk elblask ełck gizyck gołdapsk iławsk ketrzynsk "
        "lidzbarsk mragowsk nidzick nowomiejsk oleck olsztynsk ostrodzk pisk "
        "szczyciensk wegorzewsk"
    ),
    "wielkopolskie": (
        "chodziesk czarnkowsko_trzcianeck gniezniensk gostynsk jarocinsk kalisk kepinsk "
        "kolsk koninsk kosciansk krotoszynsk leszczynsk miedzychodzk nowotomysk "
        "obornick ostrzeszowsk pilsk pleszewsk poznansk rawick słupeck szamotulsk "
        "sremsk tureck wagrowieck wolsztynsk wrzesinsk złotowsk"
    ),
    "zachodniopomorskie": (
        "białogardzk choszczensk drawsk goleniowsk gryfick gryfinsk kamiensk kołobrzesk "
        "koszalinsk łobesk mysliborsk polick pyrzyck sławiensk stargardzk szczecineck "
        "swidwinsk wałeck"
    ),
}
_COUNTIES = {
    county.replace("_", " "): f"wojewodztwo {region.replace('_', ' ')}"
    for region, counties in _COUNTIES_OF.items()
    for county in counties.split()
}
_VOIVODESHIPS = {
    stem: f"wojewodztwo {stem.replace('_', ' ')}ie"
    for stem in (
        "dolnoslask lubelsk lubusk łodzk małopolsk mazowieck opolsk podkarpack podlask "
        "pomorsk slask swietokrzysk wielkopolsk zachodniopomorsk"
    ).split()
} | {
    "kujawsko pomorsk": "wojewodztwo kujawsko pomorskie",
    "warminsko mazursk": "wojewodztwo warminsko mazurskie",
}
_OF_TOWNS = frozenset("lubelsk łodzk opolsk".split())  # «lubelski szpital» is in Lublin


def call_regions(tokens: Tokens, gazetteer: Gazetteer) -> None:
    """Give adjectives beside a word for a region the key of the region."""
    for index, key in enumerate(tokens.keys):
        if not key.endswith(_TAILS):
            continue
        match = ADJECTIVE.match(key)
        if match is None:
            continue
        stem, first = match[1], index
        if (
            index
            and tokens[index].gap == "-"
            and tokens.keys[index - 1].endswith(("sko", "cko"))
        ):
            first = index - 1
            stem = f"{tokens.keys[first]} {stem}"
        name = _region(tokens, first, index, stem, gazetteer)
        if name is not None:
            tokens.rename(index, name)
            tokens.capitalize(index)


def _region(
    tokens: Tokens, first: int, last: int, stem: str, gazetteer: Gazetteer
) -> str | None:
    """Return the key of the region of which the adjective is, beside such a word."""
    before, after = _before(tokens, first), _after(tokens, last)
    low = not tokens.is_upper(last)
    if (low and _VOIVODESHIP.match(before)) or _VOIVODESHIP.match(after):
        return _VOIVODESHIPS.get(stem)
    if (low and _COUNTY.match(before)) or _COUNTY.match(after):
        return _COUNTIES.get(stem)
    of_land = not low and tokens.keys[last].endswith("iego") and before in _FROM
    if (of_land and not (after and tokens.is_upper(last + 1))) or (
        _FORCES.match(after) and stem not in _OF_TOWNS
    ):
        return _VOIVODESHIPS.get(stem)
    return _oblast(tokens, first, last, stem, gazetteer)


def _oblast(
    tokens: Tokens, first: int, last: int, stem: str, gazetteer: Gazetteer
) -> str | None:
    """Return the key of the oblast of which the adjective is, beside such a word."""
    before, after = _before(tokens, first), _after(tokens, last)
    low = not tokens.is_upper(last)
    oblast = (low and _OBLAST.match(before)) or _OBLAST.match(after)
    if not oblast and not (low and _FRONT.match(before)):
        return None
    in_full = oblast and oblast[0].startswith("obw")
    if stem in _NOT_ALONE and not in_full:
        return None
    if oblast and stem in _ELSEWHERE:
        return _ELSEWHERE[stem]
    name = f"obwod {stem}i"
    return name if gazetteer.entries[name] is not NOTHING else None


def _before(tokens: Tokens, index: int) -> str:
    """Return the word before, if nothing but a full stop after "woj" is between."""
    if not index or tokens[index].gap not in {" ", ". "}:
        return ""
    word = tokens.keys[index - 1]
    shortened = word in {"woj", "pow", "obw"}
    return word if shortened or tokens[index].gap == " " else ""


def _after(tokens: Tokens, index: int) -> str:
    """Return the word after, if nothing is between."""
    end = index + 1
    return tokens.keys[end] if end < len(tokens) and tokens[end].gap == " " else ""
