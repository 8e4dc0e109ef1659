"""Russian words of no common paradigm: verbs with any prefix, and single nouns."""

from bot.match.inflections.paradigms import irregular, single
from bot.match.inflections.russian_endings import (
    ACTIVE,
    INFINITIVE,
    LONG,
    LONG_SOFT,
    each_with,
)

_PREFIXES = frozenset(
    "|в|вы|до|за|из|ис|на|над|надо|о|об|обо|от|ото|пере|под|подо|по|при|про|пре|раз|рас|"
    "разо|произ|с|со|у|во|воз|вос|вз|взо|изо|недо|не|низ|пред|поза".split("|")
)
_PAST_VOWEL = " ".join("{0}" + ending for ending in INFINITIVE.split())
_GIVEN = "{0}н {0}на {0}но {0}ны " + " ".join("{0}нн" + ending for ending in LONG.split())
_TAKEN = "{0}т {0}та {0}то {0}ты " + " ".join("{0}т" + ending for ending in LONG.split())


def _root(base: str, present: str, *patterns: str) -> str:
    """Return the forms of a verb on a vowel: its past, its present and its participles."""
    return " ".join((*(p.format(base) for p in (_PAST_VOWEL, *patterns)), present))


def _present(stem: str, vowel: str = "е", imperative: str = "и ите") -> str:
    plural = "ут" if vowel == "е" else "ят"
    endings = f"у {vowel}шь {vowel}т {vowel}м {vowel}те {plural} {imperative}"
    return each_with(stem, f"{endings} {each_with(plural[0], ACTIVE)}")


_BEAT = "бью бьешь бьет бьем бьете бьют"
_WENT = f"л ла ло ли {each_with('дш', LONG_SOFT)}"
_GONE = each_with("ше", _WENT) + " шла шло шли"
_ROOTS = (
    f"йти идти {_present('йд')} {_present('ид')} {_GONE} "
    + each_with("о", f"йти {_present('йд')} {_GONE}"),
    _root("еха", _present("ед", imperative="езжай езжайте")),
    _root("бы", _present("буд", imperative="будь будьте")),
    _root("да", "дам дашь даст дадим дадите дадут дай дайте", _GIVEN),
    _root("дава", f"даю даешь дает даем даете дают давай {each_with('даю', ACTIVE)}"),
    _root("ста", _present("стан", imperative="стань станьте")),
    _root("става", f"стаю стаешь стает стаем стают {each_with('стаю', ACTIVE)}"),
    _root("взя", _present("возьм"), _TAKEN),
    _root("ня", f"{_present('йм')} {_present('ним')} {_present('м')}", _TAKEN),
    _root("поня", _present("пойм"), _TAKEN),
    _root("ча", _present("чн"), _TAKEN),
    _root("жи", _present("жив")),
    _root(
        "би", "бью бьешь бьет бьем бьете бьют бей бейте " + each_with("о", _BEAT), _TAKEN
    ),
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
    (
        f"вести вел вела вело вели ведший веден ведена ведено ведены "
        f"{each_with('веденн', LONG)} {_present('вед')}"
    ),
    (
        f"везти вез везла везло везли везен везена везены {each_with('везенн', LONG)} "
        f"{_present('вез')}"
    ),
    (
        f"нести нес несла несло несли несший несен несена несено несены "
        f"{each_with('несенн', LONG)} {_present('нес')}"
    ),
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
    (
        f"честь чел чла чло чли чтен чтено чтена чтены {each_with('чтенн', LONG)} "
        f"{_present('чт')}"
    ),
    _root("де", _present("ден"), _TAKEN),
    _root("сты", "стыну стынет стынут"),
    _root("плы", _present("плыв")),
    _root("тер", f"тереть {_present('тр')}", _TAKEN),
    _root("спа", f"сплю {each_with('сп', 'ишь ит им ите ят и ите')}"),
    "хотеть хочу хочешь хочет хотим хотите хотят хотел хотела хотело хотели",
    "бежать бегу бежишь бежит бежим бежите бегут бежал бежала бежало бежали беги бегущий",
)
_WORDS = """
rйти при: ду дешь дет дем дете дут ди дите дя шел шла шло шли шедший шедшие шедших
дочь доч: ь ери ерью ерей ерям ерями ерьми ерях
мать мат: ь ери ерью ерей ерям ерями ерях
ухо у: хо ха ху хом хе ши шей шам шами шах
сын сын: - а у ом е овья овей овьям овьями овьях
друг дру: г га гу гом ге зья зей зьям зьями зьях
сосед сосед: - а у ом е и ей ям ями ях
господь госпо: дь да ду дом де ди
дитя дет: и ей ям ьми ях
христос христ: ос а у ом е
заяц за: яц йца йцу йцем йце йцы йцев йцам йцами йцах
господин господ: ин ина ину ином ине а - ам ами ах
цветок цвет: ок ка ку ком ке ки ков кам ками ках ы
хозяин хозя: ин ина ину ином ине ева ев евам евами евах
путь пут: ь и ем ей ям ями ях
"""
IRREGULAR = (*irregular("|".join(_ROOTS), _PREFIXES), *single(_WORDS))
