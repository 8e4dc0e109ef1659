"""Russian paradigms (folded: no ё)."""

from bot.match.inflections.paradigms import Paradigm, Table, Vowels

_HARD = "бвгджзклмнпрстфхцчшщ"
_SOFT = "бвдзлмнпрстжчшщ"
_HUSHING = "гкхжчшщ"
_MUTATED = {
    **{"д": "ж", "з": "ж", "с": "ш", "т": "ч", "ст": "щ", "зд": "зж", "ск": "щ"},
    **{"б": "бл", "в": "вл", "м": "мл", "п": "пл", "ф": "фл"},
}
_PASSIVE_MUTATED = {**_MUTATED, "д": "жд", "т": "щ"}
_STEMS = {**_MUTATED, "к": "ч", "г": "ж", "х": "ш"}
_PREFIXES = frozenset(
    "|в|вы|до|за|из|ис|на|над|надо|о|об|обо|от|ото|пере|под|подо|по|при|про|пре|раз|рас|"
    "разо|произ|с|со|у|во|воз|вос|вз|взо|изо|недо|не|низ|пред|поза".split("|")
)


def _with(prefix: str, endings: str) -> str:
    return " ".join(prefix + ending for ending in endings.split())


_SHORT = "н на но ны"
_LONG = "ый ая ое ые ого ому ой ую ым ом ых ыми"
_LONG_SOFT = "ий ая ее ие его ему ей ую им ем их ими"
_NOUNS = (
    Paradigm(
        name="m",
        bare="-",
        endings="а у ом ем е ы и ов ев ей ам ами ах ья ьев ьям ьями ьях",
        final=_HARD,
    ),
    Paradigm(
        name="ms", kin="s", bare="ь", endings="я ю ем е и ей ям ями ьми ях", final=_SOFT
    ),
    Paradigm(name="mj", bare="й", endings="я ю ем е и ев ям ями ях", final="аеиоуэюя"),
    Paradigm(name="in", endings="ин ина ину ином ине - е ам ами ах", final="нрт"),
    Paradigm(
        name="f",
        bare="-",
        endings="а ы и е у ой ою ам ами ах",
        final="бвгдзклмнпрстфх",
    ),
    Paradigm(name="f", bare="-", endings="а ы и е у ей ею ой ам ами ах", final="жчшщц"),
    Paradigm(
        name="fs", kin="s", bare="ь ~", endings="я и е ю ей ею ям ями ях", final=_SOFT
    ),
    Paradigm(name="fj", endings="я и е ю ей ею й ям ями ях", final="аеиоуэюя"),
    Paradigm(name="fb", endings="ья ьи ье ью ьей ей ий ьям ьями ьях", final=_SOFT),
    Paradigm(name="i", kin="s", endings="ью ей ям ями ьми ях", bare="ь и", final=_SOFT),
    Paradigm(name="n", bare="-", endings="о а у ом е и ам ами ах", final=_HARD),
    Paradigm(name="nb", endings="о а у ом е ья ьев ьям ьями ьях", final=_HARD),
    Paradigm(name="ne", kin="s", bare="ь", endings="е я ю ем и ей ям ями ях", final="лр"),
    Paradigm(name="ni", endings="е я ю ем и й ям ями ях", final="и"),
    Paradigm(name="nq", endings="ье ья ью ьем ьи ий ьев ьям ьями ьях", final=_SOFT),
    Paradigm(name="nh", bare="-", endings="е а у ем ам ами ах", final="жчшщц"),
    Paradigm(
        name="nt",
        endings="онок енок онка енка онку енку онком енком онке енке ята "
        "ят ятам ятами ятах ата ат атам атами атах",
        final=_HARD,
        least=3,
    ),
    Paradigm(
        name="nm",
        endings="мя мени менем мена мен менам менами менах мян",
        final="аеиоулр",
        least=1,
    ),
    Paradigm(name="pl", endings="и ей ям ями ях", final=_SOFT),
    Paradigm(
        name="sn",
        endings="- а у ым ом е и ы ых ыми ой",
        final="вн",
        least=4,
    ),
)
_ADJECTIVES = (
    Paradigm(
        name="a",
        bare="-",
        endings=f"{_LONG} ою а о ы ее ейший ейшая ейшее ейшие ейшего ейшей ейшую ейших "
        "ейшими ейшим ейшем ейшему",
        final=_HARD,
        least=3,
    ),
    Paradigm(
        name="a",
        bare="-",
        endings="ий ая ое ие ого ому ой ую им ом их ими ою а о и",
        final="гкх",
        least=3,
    ),
    Paradigm(
        name="as",
        bare="-",
        endings=f"{_LONG_SOFT} ой ого ому ом а о е и",
        final="жчшщ",
        least=3,
    ),
    Paradigm(
        name="as",
        endings="ий яя ее ие его ему ей юю им ем их ими",
        final="н",
        least=3,
    ),
    Paradigm(
        name="ap",
        endings="ий ья ье ьи ьего ьему ьей ью ьим ьем ьих ьими",
        final=_HARD,
        least=2,
    ),
)
_PAST = "л ла ло ли в вши вший вшая вшее вшие вшего вшей вшему вшую вшим вшем вших вшими"
_ACTIVE = _with("щ", _LONG_SOFT)
_PASSIVE = f"{_SHORT} {_with('нн', _LONG)}"
_PASSIVE_E = _with("е", _PASSIVE)
_PASSIVE_T = f"т та то ты {_with('т', _LONG)}"
_INFINITIVE = f"ть {_PAST}"
_VERBS = (
    Paradigm(
        name="v",
        endings=f"{_INFINITIVE} ю ешь ет ем ете ют й йте я {_with('ю', _ACTIVE)}",
        final="аяеу",
    ),
    Paradigm(name="v", endings=_PASSIVE, final="ая", least=5),
    Paradigm(name="v", endings=_with("ем", _LONG), final="ая", least=3),
    Paradigm(
        name="vu",
        endings=" ".join(
            (
                _with("ова", f"{_INFINITIVE} {_PASSIVE}"),
                "ую уешь ует уем уете уют уй уйте уя уем",
                _with("ую", _ACTIVE),
                _with("уем", _LONG),
            )
        ),
        final=_HARD + "иоя",
    ),
    Paradigm(
        name="vw",
        endings=" ".join(
            (
                _with("ева", f"{_INFINITIVE} {_PASSIVE}"),
                "юю юешь юет юем юете юют юй юйте юя ую уешь ует уем уют уй",
                _with("юю", _ACTIVE),
            )
        ),
        final=_HARD + "оаь",
    ),
    Paradigm(
        name="v2",
        endings=" ".join(
            (
                _with("и", _INFINITIVE),
                _with("е", _INFINITIVE),
                "ишь ит им ите и ьте",
                _with("им", _LONG),
                _PASSIVE_E,
            )
        ),
        altered=f"у ю {_PASSIVE_E}",
        changes=_MUTATED,
        final=_HARD,
    ),
    Paradigm(name="v2", endings=f"ят я {_with('я', _ACTIVE)}", final="бвдзлмнпрстф"),
    Paradigm(name="v2", endings="ю", final="лнр"),
    Paradigm(name="v2", endings=f"у ат а {_with('а', _ACTIVE)}", final="жчшщ"),
    Paradigm(
        name="v2",
        endings="",
        altered=_PASSIVE_E,
        changes=_PASSIVE_MUTATED,
        final=_HARD,
    ),
    Paradigm(
        name="v2",
        endings=" ".join(
            (
                _with("и", _INFINITIVE),
                "ю ишь ит им ите ят й йте я",
                _with("я", _ACTIVE),
                _PASSIVE_E,
            )
        ),
        final="аеоуи",
    ),
    Paradigm(
        name="va",
        endings=_with("а", _INFINITIVE)
        + " у ишь ит им ите ат и ите ь ьте "
        + _with("а", _ACTIVE)
        + " "
        + _with("а", _PASSIVE),
        final="жчшщ",
    ),
    Paradigm(
        name="vn",
        endings=_with("ну", f"{_INFINITIVE} {_PASSIVE_T}")
        + " ну нешь нет нем нете нут ни ните нь ньте нув",
        final=_HARD + "аеиоуяюы",
    ),
    Paradigm(name="vn", endings="ла ло ли", bare="-", final="гкхбпзсрт", least=3),
    Paradigm(name="vn", endings=_with("ш", _LONG_SOFT), final="гкхбпзсрт", least=4),
    Paradigm(name="vp", endings=_with("а", _PASSIVE), final="бвгджзкмпстфх", least=3),
    Paradigm(
        name="vp",
        endings=_with("а", _INFINITIVE),
        altered=f"у ю ешь ет ем ете ут ют и ите ь ьте а я {_with('у', _ACTIVE)}",
        changes=_STEMS,
        final="бвгджзкмпстфх",
    ),
)
_PAST_VOWEL = " ".join("{0}" + ending for ending in _INFINITIVE.split())
_GIVEN = "{0}н {0}на {0}но {0}ны " + " ".join("{0}нн" + ending for ending in _LONG.split())
_TAKEN = "{0}т {0}та {0}то {0}ты " + " ".join("{0}т" + ending for ending in _LONG.split())


def _root(base: str, present: str, *patterns: str) -> str:
    """Return the forms of a verb on a vowel: its past, its present and its participles."""
    return " ".join((*(p.format(base) for p in (_PAST_VOWEL, *patterns)), present))


def _present(stem: str, vowel: str = "е", imperative: str = "и ите") -> str:
    plural = "ут" if vowel == "е" else "ят"
    endings = f"у {vowel}шь {vowel}т {vowel}м {vowel}те {plural} {imperative}"
    return _with(stem, f"{endings} {_with(plural[0], _ACTIVE)}")


_WENT = f"л ла ло ли {_with('дш', _LONG_SOFT)}"
_GONE = _with("ше", _WENT) + " шла шло шли"
_ROOTS = (
    f"йти идти {_present('йд')} {_present('ид')} {_GONE} "
    + _with("о", f"йти {_present('йд')} {_GONE}"),
    _root("еха", _present("ед", imperative="езжай езжайте")),
    _root("бы", _present("буд", imperative="будь будьте")),
    _root("да", "дам дашь даст дадим дадите дадут дай дайте", _GIVEN),
    _root("дава", f"даю даешь дает даем даете дают давай {_with('даю', _ACTIVE)}"),
    _root("ста", _present("стан", imperative="стань станьте")),
    _root("става", f"стаю стаешь стает стаем стают {_with('стаю', _ACTIVE)}"),
    _root("взя", _present("возьм"), _TAKEN),
    _root("ня", f"{_present('йм')} {_present('ним')} {_present('м')}", _TAKEN),
    _root("поня", _present("пойм"), _TAKEN),
    _root("ча", _present("чн"), _TAKEN),
    _root("жи", _present("жив")),
    _root("би", "бью бьешь бьет бьем бьете бьют бей бейте", _TAKEN),
    _root("пи", "пью пьешь пьет пьем пьете пьют пей", _TAKEN),
    _root("ли", "лью льешь льет льем льют лей", _TAKEN),
    _root("ши", "шью шьешь шьет шьют", _TAKEN),
    _root("мы", "мою моешь моет моем моют мой", _TAKEN),
    _root("кры", "крою кроешь кроет кроем кроете кроют крой", _TAKEN),
    _root("бра", _present("бер"), _GIVEN),
    _root("гна", _present("гон", "и"), _GIVEN),
    _root("зва", _present("зов"), _GIVEN),
    _root("сла", "шлю шлешь шлет шлем шлете шлют шли шлите", _GIVEN),
    _root("жда", _present("жд")),
    _root("рва", _present("рв"), _GIVEN),
    f"мереть мер мерла мерло мерли мерший мершие мерших {_present('мр')}",
    f"вести вел вела вело вели ведший веден ведена ведено ведены "
    f"{_with('веденн', _LONG)} {_present('вед')}",
    f"везти вез везла везло везли везен везена везены {_with('везенн', _LONG)} "
    f"{_present('вез')}",
    f"нести нес несла несло несли несший несен несена несено несены "
    f"{_with('несенн', _LONG)} {_present('нес')}",
    f"расти рос росла росло росли росший {_present('раст')}",
    "мочь могу можешь может можем можете могут мог могла могло могли могший помоги",
    "сечь секу сечет секут сек секла секли сечен",
    "течь теку течет текут тек текла текло текли",
    "влечь влеку влечет влекут влек влекла влекло влекли влечен влечена влечены",
    "лечь лягу ляжет лягут лег легла легло легли ляг",
    "жечь жгу жжет жгут жег жгла жгло жгли жжен",
    f"сесть сел села село сели {_present('сяд', imperative='сядь сядьте')}",
    f"пасть пал пала пало пали павший павшие павших павшего {_present('пад')}",
    f"красть крал крала крали краден {_present('крад')}",
    "есть ем ешь ест едим едите едят ел ела ело ели",
    f"класть клал клала клало клали {_present('клад')}",
    f"честь чел чла чло чли чтен чтено чтена чтены {_with('чтенн', _LONG)} {_present('чт')}",
    _root("де", "дену денет денут", _TAKEN),
    _root("сты", "стыну стынет стынут"),
    _root("плы", _present("плыв")),
    _root("кры", "крою кроешь кроет кроем крой", _TAKEN),
    _root("тер", f"тереть {_present('тр')}", _TAKEN),
    "хотеть хочу хочешь хочет хотим хотите хотят хотел хотела хотело хотели",
    "бежать бегу бежишь бежит бежим бежите бегут бежал бежала бежало бежали беги бегущий",
)
_IRREGULAR = tuple(
    Paradigm(name=f"r{forms.split()[0]}", endings=forms, prefixes=_PREFIXES)
    for forms in _ROOTS
)
_SINGLE = (  # words that bend like no other
    ("rйти", "при", f"ду дешь дет дем дете дут ди дите дя {_GONE}"),
    ("дочь", "доч", "ь ери ерью ерей ерям ерями ерьми ерях"),
    ("мать", "мат", "ь ери ерью ерей ерям ерями ерях"),
    ("ухо", "у", "хо ха ху хом хе ши шей шам шами шах"),
    ("сын", "сын", "- а у ом е овья овей овьям овьями овьях"),
    ("друг", "дру", "г га гу гом ге зья зей зьям зьями зьях"),
    ("сосед", "сосед", "- а у ом е и ей ям ями ях"),
    ("господь", "госпо", "дь да ду дом де ди"),
    ("дитя", "дет", "и ей ям ьми ях"),
    ("христос", "христ", "ос а у ом е"),
    ("путь", "пут", "ь и ем ей ям ями ях"),
)
_IRREGULAR = (
    *_IRREGULAR,
    *(
        Paradigm(name=name, endings=endings, prefixes=frozenset((stem,)))
        for name, stem, endings in _SINGLE
    ),
)
_VOWELS = Vowels(
    any="аеиоуыэюя",
    fleeting={"о": ("", "й"), "е": ("", "ь", "й")},
)
RUSSIAN = Table((*_NOUNS, *_ADJECTIVES, *_VERBS, *_IRREGULAR), _VOWELS)
