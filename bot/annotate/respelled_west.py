"""Names of the east as German and Polish spell them, and towns that they call otherwise.

The gazetteer has most places of Ukraine in English letters only; "Konstantinowka" and
«w Łysyczańsku» are read letter by letter. "Wilna" and «Kowno» are in a list.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from bot.annotate.gazetteer import NOTHING, Gazetteer
from bot.annotate.keys import Form
from bot.annotate.paradigms import forms
from bot.annotate.tokens import Tokens
from bot.annotate.transcription import MOST

_LONG = 10  # letters of a Polish one in «-ówka»: «krzyżówka» is a crossword
_SHORT_WORDS = ("owka", "owki", "owce", "owke")
_WORDS = frozenset(
    "mysliwce leniwce wyszehrad wyszehradu wyszehradzie wyszehradem ukrainska ukrainsku "
    "sowiecka".split()
)
_BEFORE_GENITIVE = frozenset(
    "do z ze od koło wokoł obok niedaleko nieopodal okolic okolicach okolice poblizu "
    "mieszkancow mieszkancy władze mer przedmiesciach rejonie strone kierunku miasta "
    "obrona obroncy obroncow ewakuacja zdobycie zajecie zajeciu ostrzał ostrzale".split()
)
_LEAST = 6  # letters of a word that is read letter by letter
_NEAR = frozenset({"UA", "RU", "BY", "MD"})
# The key of the gazetteer; that of a region for a town which it does not have.
_GERMAN = dict(
    pair.split("=")
    for pair in (
        "wilna=vilnius narwa=narva kischinau=chisinau kischinjow=chisinau hanau=hessen "
        "marburg=hessen greifswald=mecklenburg_vorpommern anklam=mecklenburg_vorpommern "
        "peenemunde=mecklenburg_vorpommern lubmin=mecklenburg_vorpommern "
        "eisenstadt=burgenland leuna=sachsen_anhalt bitterfeld=sachsen_anhalt "
        "ramstein=rheinland_pfalz buchel=rheinland_pfalz spangdahlem=rheinland_pfalz "
        "ahrweiler=rheinland_pfalz norvenich=nordrhein_westfalen "
        "grafenwohr=bayern manching=bayern oberpfaffenhofen=bayern "
        "schonefeld=brandenburg juterbog=brandenburg grunheide=brandenburg "
        "nrw=nordrhein_westfalen uckermark=brandenburg wolyn=volyn "
        "otscheretyne=ocheretyne lypzi=lyptsi myropillja=myropillia meschowa=mezhova "
        "juschne=yuzhne gluschkowo=glushkovo glushkowo=glushkovo klinzy=klintsy "
        "toropez=toropets dserschinsk=dzerzhinsk starokonstantyniw=starokostiantyniv "
        "starokostjantyniw=starokostiantyniv "
        "russelsheim=hessen brokstedt=schleswig_holstein nordholz=niedersachsen "
        "unterluss=niedersachsen schwechat=niederosterreich krems=niederosterreich "
        "traiskirchen=niederosterreich leonding=oberosterreich hallein=salzburg "
        "kapfenberg=steiermark leoben=steiermark kufstein=tirol kitzbuhel=tirol"
    ).split()
)
_POLISH = dict(
    pair.split("=")
    for pair in (
        "Kowno=kaunas Kłajpeda=klaipeda Szawle=siauliai Poniewież=panevezys Narwa=narva "
        "Tyraspol=tiraspol Siewiersk=siwersk Nieżyn=nizhyn Homel=gomel Tallinn=tallinn "
        "Kilonia=kiel Ratyzbona=regensburg Akwizgran=aachen Brunszwik=braunschweig "
        "Getynga=gottingen Moguncja=mainz Koblencja=koblenz Augsburg=augsburg "
        "Ramstein=rheinland_pfalz Jasionka=podkarpackie Korczowa=podkarpackie "
        "Ankara=ankara Trójmiasto=pomorskie Żuławy=pomorskie Roztocze=lubelskie "
        "Rzeszowszczyzna=podkarpackie Sądecczyzna=małopolskie Chełmszczyzna=lubelskie "
        "Wileńszczyzna=vilnius Czerkaszczyzna=obwod_czerkaski "
        "Kirowohradszczyzna=obwod_kirowohradzki Chmielniczczyzna=obwod_chmielnicki "
        "Oczeretyne=ocheretyne Bohoduchów=bohodukhiv Hłuchów=hlukhiv "
        "Trościaniec=trostianets "
        "Marganiec=marhanets Marhaniec=marhanets Oczaków=ochakiv "
        "Czarnomorsk=chornomorsk Humań=uman Starokonstantynów=starokostiantyniv "
        "Fastów=fastiv Irpień=irpin Boryspol=boryspil Nowoczerkask=novocherkassk "
        "Toropiec=toropets Dorpat=tartu Symbirsk=ulyanovsk Biłopole=bilopillia "
        "Hostomel=hostomel Rodynske=rodynske "
        "Budomierz=podkarpackie Przewodów=lubelskie Wyryki=lubelskie "
        "Czosnówka=lubelskie Redzikowo=pomorskie Robotyne=robotyne"
    ).split()
)
_POLISH_FORMS = dict.fromkeys(("homla", "homlu", "homlem", "homlowi"), "gomel") | {
    **dict.fromkeys(("kowla", "kowlu", "kowlem"), "kovel"),
    **dict.fromkeys(("marhancu", "marhancem", "marhanca", "marhanec"), "marhanets"),
    **dict.fromkeys(("oczeretynem", "oczeretynego"), "ocheretyne"),
    **dict.fromkeys(("rodynskiem", "rodynskiego"), "rodynske"),
    **dict.fromkeys(("biłopilla", "biłopillu"), "bilopillia"),
    **dict.fromkeys(("oleszky", "oleszki", "oleszkach", "oleszkami"), "oleshky"),
}
_PARTS_OF = {
    "de": {
        "schtsch": ("shch",), "tsch": ("ch",), "sch": ("sh", "zh"), "sh": ("zh",),
        "ch": ("kh",), "w": ("v",), "z": ("ts",), "ss": ("s",), "s": ("s", "z"),
        "jo": ("yo", "io"), "ja": ("ya", "ia"), "ju": ("yu", "iu"), "je": ("ye", "ie", "e"),
        "ji": ("i", "yi"), "j": ("y", "i"), "i": ("i", "y"), "y": ("y",), "g": ("g", "h"),
    },
    "pl": {
        "szcz": ("shch",), "cz": ("ch",), "sz": ("sh",), "ż": ("zh",), "rz": ("r",),
        "ch": ("kh",), "w": ("v",), "c": ("ts",), "ć": ("ts", "t"), "ł": ("l",),
        "ń": ("n",), "ś": ("s",), "ź": ("z",), "ó": ("o", "i"), "dż": ("dzh",),
        "io": ("io", "yo"), "ia": ("ia", "ya"), "iu": ("iu", "yu"), "ie": ("e", "ie", "ye"),
        "jo": ("yo", "io"), "ja": ("ya", "ia"), "ju": ("yu", "iu"), "je": ("ye", "ie"),
        "ji": ("i", "yi"), "j": ("y", "i"), "y": ("y", "i"),
    },
}  # fmt: skip
# The ending in English letters, and those of a word of the language in all its cases.
_ENDINGS_OF = {
    "de": (
        ("vka", "wka"), ("sk", "sk"), ("tsk", "zk"), ("ske", "ske"), ("tske", "zke"),
        ("ove", "owe"), ("eve", "ewe"), ("ivtsi", "iwzi"), ("hrad", "hrad"),
        ("grad", "grad"), ("horod", "horod"), ("pole", "pole"), ("pil", "pil"),
        ("pol", "pol"), ("iv", "iw"), ("zhe", "schje"), ("zhzhia", "schschja"),
        ("zhye", "schje"), ("skoye", "skoje"),
    ),
    # Those that look like adjectives are left out: «Bezpieczne», «Medyczne», «Portowe».
    "pl": (
        ("ivka", "iwka iwki iwce iwkę iwką"),
        ("sk", "sk ska sku skiem"),
        ("ovka", "ówka ówki ówce ówkę ówką"),
        ("tsk", "ck cka cku ckiem ćk ćka ćku ćkiem"),
        ("hrad", "hrad hradu hradzie hradem"),
        ("horod", "horod horodu horodzie horodem"),
        ("pole", "pole pola polu polem"), ("iv", "iw iwa iwie iwem"),
    ),
}  # fmt: skip
_ENDINGS = {
    language: {form: ending for ending, cases in rows for form in cases.split()}
    for language, rows in _ENDINGS_OF.items()
}
_SHAPES = {
    language: re.compile(rf"([^\W\d_]{{2,}}?)({'|'.join(endings)})")
    for language, endings in _ENDINGS.items()
}
_TAILS = {language: tuple(endings) for language, endings in _ENDINGS.items()}


@lru_cache(maxsize=2)
def _called(language: str) -> dict[str, str]:
    """Return the key of the gazetteer for each form of the names in the lists."""
    if language == "de":
        return {name: key.replace("_", " ") for name, key in _GERMAN.items()}
    return _POLISH_FORMS | {
        form: key.replace("_", " ")
        for name, key in _POLISH.items()
        for form in forms(name, "pl")
    }


def call_respelled(tokens: Tokens, gazetteer: Gazetteer, language: str) -> None:
    """Give names that German or Polish spells its own way the key of the gazetteer."""
    _call_pairs(tokens)
    if language == "de":
        _call_munster(tokens)
    called, tails = _called(language), _TAILS[language]
    for index, key in enumerate(tokens.keys):
        name = called.get(key)
        if name is None and not (len(key) >= _LEAST and key.endswith(tails)):
            continue
        if not tokens.is_upper(index) or _is_compound(tokens, index, language):
            continue
        if name is None and _may_be_town(tokens, index, gazetteer):
            token = tokens[index]
            word = tokens.text[token.start : token.end].casefold()
            name = _known(word, language, gazetteer)
        if name is not None:
            tokens.rename(index, name)


def _may_be_town(tokens: Tokens, index: int, gazetteer: Gazetteer) -> bool:
    """Return whether an unknown word is no adjective, surname or word of the language."""
    key = tokens.keys[index]
    if gazetteer.entries[key] is not NOTHING or key in _WORDS:
        return False
    if key.endswith(_SHORT_WORDS) and len(key) < _LONG:
        return False
    genitive = key.endswith(("ska", "cka"))  # as «Ukraińska», «Szymanowska»
    return not genitive or (index > 0 and tokens.keys[index - 1] in _BEFORE_GENITIVE)


def _is_compound(tokens: Tokens, index: int, language: str) -> bool:
    """Return whether a German noun is made of the name: "Marburg-Virus"."""
    return language == "de" and index + 1 < len(tokens) and tokens[index + 1].gap == "-"


# The beginnings of two words, and the keys that they get.
_PAIRS = (
    ("nadreni", "połnocn", "nordrhein westfalen", ""),
    ("saksoni", "anhalt", "sachsen", "anhalt"),
    ("pomorz", "przedni", "mecklenburg vorpommern", ""),
    ("ziemi", "lubusk", "wojewodztwo lubuskie", ""),
    ("slask", "wrocław", "wks", ""),  # a club
    ("bielsk", "biał", "bielsko", "biala"),
    ("st", "gallen", "sankt", ""),
    ("st", "polten", "sankt", ""),
    ("im", "wallis", "", "valais"),
    ("welyka", "nowosilka", "velyka", "novosilka"),
    ("welyka", "pyssariwka", "velyka", "pysarivka"),
    ("welykyj", "burluk", "velykyi", "burluk"),
    ("tschasiw", "jar", "chasiv", "yar"),
    ("nowhorod", "siwerskyj", "novhorod", "siverskyi"),
    ("kamensk", "schachtinsk", "kamensk", "shakhtinsky"),
)
_OPENINGS = tuple(pair[0] for pair in _PAIRS)


def _call_pairs(tokens: Tokens) -> None:
    """Give two words that make a name together the keys of it."""
    for index, key in enumerate(tokens.keys[:-1]):
        if not key.startswith(_OPENINGS):
            continue
        for first, second, called, other in _PAIRS:
            if key.startswith(first) and tokens.keys[index + 1].startswith(second):
                if called:
                    tokens.rename(index, called)
                if other:
                    tokens.rename(index + 1, other)


_NO_MINSTER = frozenset("in bei nach aus nahe von bis raum stadt grossraum".split())


def _call_munster(tokens: Tokens) -> None:
    """Give "in Münster" the key of its land; neither a minster nor Ireland is meant."""
    for index, key in enumerate(tokens.keys):
        if key == "munster" and tokens.text[tokens[index].start + 1] == "ü":
            first = not index or tokens[index].breaks
            is_city = first or tokens.keys[index - 1] in _NO_MINSTER
            tokens.rename(index, "nordrhein westfalen" if is_city else "ulmer minster")


def _known(word: str, language: str, gazetteer: Gazetteer) -> str | None:
    """Return the first name in English letters that places near bear."""
    for name in spellings(word, language, gazetteer.begins):
        if any(
            sense.form is Form.NAME
            and sense.language in {"en", "und"}
            and gazetteer.spot(sense.place).country in _NEAR
            for sense in gazetteer.entries[name].senses
        ):
            return name
    return None


def spellings(word: str, language: str, has: Callable[[str], bool]) -> Iterator[str]:
    """Yield the names in English letters that a word may stand for.

    Args:
        word: The word, in small letters with its diacritics.
        language: "de" or "pl".
        has: Whether any name of the gazetteer begins so.
    """
    shape = _SHAPES[language].fullmatch(word)
    if shape is None:
        return
    stem, ending = shape[1], _ENDINGS[language][shape[2]]
    parts = _PARTS_OF[language]
    waiting: list[tuple[int, str]] = [(0, "")]
    for _ in range(MOST):
        if not waiting:
            return
        at, begun = waiting.pop()
        if at == len(stem):
            yield begun + ending
            continue
        for length in (7, 4, 3, 2, 1):
            part = stem[at : at + length]
            others = parts.get(part, (part,) if length == 1 else ())
            waiting += [(at + length, begun + o) for o in others if has(begun + o)]
