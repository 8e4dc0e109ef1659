"""Russian paradigms (folded: no ё)."""

from bot.match.inflections.paradigms import Paradigm, Table, Vowels, each_with
from bot.match.inflections.russian_endings import (
    ACTIVE,
    INFINITIVE,
    LONG,
    LONG_SOFT,
    PASSIVE,
    PASSIVE_E,
    PASSIVE_T,
)
from bot.match.inflections.russian_irregular import IRREGULAR

_HARD = "бвгджзклмнпрстфхцчшщ"
_SOFT = "бвдзлмнпрстжчшщ"
_MUTATED = {
    "д": "ж",
    "з": "ж",
    "с": "ш",
    "т": "ч",
    "ст": "щ",
    "зд": "зж",
    "ск": "щ",
    "б": "бл",
    "в": "вл",
    "м": "мл",
    "п": "пл",
    "ф": "фл",
}
_PASSIVE_MUTATED = {**_MUTATED, "д": "жд", "т": "щ"}
_STEMS = {**_MUTATED, "к": "ч", "г": "ж", "х": "ш"}


# Verbs on -ну- whose past is without it.
_FADING = (
    "ник вык тих слаб мерз гас сох вис мок кис глух слеп стиг сяг верг гиб шиб чез блек"
).split()


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
    Paradigm(
        name="in",
        endings="",
        altered="ин ина ину ином ине - е ы ам ами ах",
        changes={letters: letters for letters in ("ян", "ан", "гар", "тар")},
        final="нр",
        least=4,
    ),
    Paradigm(
        name="f",
        bare="-",
        endings="а ы и е у ой ою ам ами ах",
        final="бвгдзклмнпрстфх",
    ),
    Paradigm(name="f", bare="-", endings="а ы и е у ей ею ой ам ами ах", final="жчшщц"),
    Paradigm(name="fs", kin="s", bare="ь", endings="я и е ю ей ею ям ями ях", final=_SOFT),
    Paradigm(name="fs", kin="s", bare="~", endings="я и е ю ей ею ям ями ях", final="н"),
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
        "ят ятам ятами ятах",
        final=_HARD,
        least=3,
    ),
    Paradigm(
        name="nt",
        endings="онок онка онку онком онке ата ат атам атами атах",
        final="жчшщ",
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
        bare="~",
        endings=f"{LONG} ою ее ей ейший ейшая ейшее ейшие ейшего ейшей ейшую ейших "
        "ейшими ейшим ейшем ейшему",
        final=_HARD,
        least=3,
    ),
    Paradigm(
        name="a",
        bare="~",
        endings="ий ая ое ие ого ому ой ую им ом их ими ою",
        final="гкх",
        least=3,
    ),
    Paradigm(
        name="a",
        bare="-",
        endings="а о ы и",
        final=_HARD,
        least=3,
        unlike=("ск", "цк", "ьк"),  # "донецкий" has no short form
    ),
    Paradigm(
        name="as",
        bare="-",
        endings=f"{LONG_SOFT} ой ого ому ом а о е и",
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
_VERBS = (
    Paradigm(
        name="v",
        least=3,
        endings=f"{INFINITIVE} ю ешь ет ем ете ют й йте я {each_with('ю', ACTIVE)}",
        final="аяеу",
    ),
    Paradigm(name="v", endings=PASSIVE, final="ая", least=5),
    Paradigm(name="v", endings=each_with("ем", LONG), final="ая", least=3),
    Paradigm(
        name="vu",
        endings=" ".join(
            (
                each_with("ова", f"{INFINITIVE} {PASSIVE}"),
                "ую уешь ует уем уете уют уй уйте уя уем",
                each_with("ую", ACTIVE),
                each_with("уем", LONG),
            )
        ),
        final=_HARD + "иоя",
    ),
    Paradigm(
        name="vw",
        endings=" ".join(
            (
                each_with("ева", f"{INFINITIVE} {PASSIVE}"),
                "юю юешь юет юем юете юют юй юйте юя ую уешь ует уем уют уй",
                each_with("юю", ACTIVE),
            )
        ),
        final=_HARD + "оаь",
    ),
    Paradigm(
        name="v2",
        endings=" ".join(
            (
                each_with("и", INFINITIVE),
                each_with("е", INFINITIVE),
                "ишь ит им ите и ьте",
                each_with("им", LONG),
                PASSIVE_E,
            )
        ),
        altered=f"у ю {PASSIVE_E}",
        changes=_MUTATED,
        final=_HARD,
    ),
    Paradigm(name="v2", endings=f"ят я {each_with('я', ACTIVE)}", final="бвдзлмнпрстф"),
    Paradigm(name="v2", endings="ю", final="лнр"),
    Paradigm(name="v2", endings=f"у ат а {each_with('а', ACTIVE)}", final="жчшщ"),
    Paradigm(
        name="v2",
        endings="",
        altered=PASSIVE_E,
        changes=_PASSIVE_MUTATED,
        final=_HARD,
    ),
    Paradigm(
        name="v2",
        endings=" ".join(
            (
                each_with("и", INFINITIVE),
                "ю ишь ит им ите ят й йте я",
                each_with("я", ACTIVE),
                PASSIVE_E,
            )
        ),
        final="аеоуи",
    ),
    Paradigm(
        name="va",
        endings=each_with("а", INFINITIVE)
        + " у ишь ит им ите ат и ите ьте "
        + each_with("а", ACTIVE)
        + " "
        + each_with("а", PASSIVE),
        final="жчшщ",
    ),
    Paradigm(
        name="vn",
        endings=each_with("ну", f"{INFINITIVE} {PASSIVE_T}")
        + " ну нешь нет нем нете нут ни ните нь ньте нув",
        final=_HARD + "аеиоуяюы",
    ),
    Paradigm(
        name="vn",
        endings="",
        altered=f"- ла ло ли {each_with('ш', LONG_SOFT)}",
        changes={root: root for root in _FADING},
        final="бгзкпсх",
    ),
    Paradigm(name="vp", endings=each_with("а", PASSIVE), final="бвгджзкмпстфх", least=3),
    Paradigm(
        name="vp",
        least=3,
        endings=each_with("а", INFINITIVE),
        altered=f"у ю ешь ет ем ете ут ют и ите {each_with('у', ACTIVE)}",
        changes=_STEMS,
        final="бвгджзкмпстфх",
    ),
)
_VOWELS = Vowels(
    any="аеиоуыэюя",
    bare=frozenset("сн дн пс льв лб рт льд мх рв пн льн".split()),
    fleeting={"о": ("", "й"), "е": ("", "ь", "й")},
)
RUSSIAN = Table((*_NOUNS, *_ADJECTIVES, *_VERBS, *IRREGULAR), _VOWELS)
