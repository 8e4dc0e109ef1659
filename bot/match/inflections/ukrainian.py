"""Ukrainian paradigms."""

from bot.match.inflections.paradigms import Paradigm, Table, Vowels, each_with
from bot.match.inflections.ukrainian_irregular import IRREGULAR

_HARD = "бвгґджзклмнпрстфхцчшщ"
_SOFT = "дзлнрстцбвмпжчшщ"
_SOFTENED = {"г": "з", "к": "ц", "х": "с", "ґ": "з"}
_VOCATIVE = {"г": "ж", "к": "ч", "х": "ш", "ц": "ч"}
_MUTATED = {
    "д": "дж",
    "з": "ж",
    "с": "ш",
    "т": "ч",
    "ст": "щ",
    "зд": "ждж",
    "ск": "щ",
    "б": "бл",
    "в": "вл",
    "м": "мл",
    "п": "пл",
    "ф": "фл",
}
_LABIAL = {letter: letter + "л" for letter in "бвмпф"}
_STEMS = {**_MUTATED, "к": "ч", "г": "ж", "х": "ш"}


_NOUNS = (
    Paradigm(
        name="m",
        bare="-",
        endings="а у ові еві ом ем і и ів ам ами ах е",
        final=_HARD,
        altered="і",
        changes=_SOFTENED,
    ),
    Paradigm(name="m", endings="", final=_HARD, altered="е", changes=_VOCATIVE),
    Paradigm(name="m", endings="", final="г", altered="ям ями ях", changes={"г": "з"}),
    Paradigm(
        name="mb",
        endings="оєць ійця ійцю ійцеві ійцем ійці ійців ійцям ійцями ійцях",
        final=_HARD,
        least=1,
    ),
    Paradigm(
        name="ms",
        kin="s",
        bare="ь",
        endings="я ю еві ем і ів ей ям ями ьми ях е",
        final="дзлнстц",
    ),
    Paradigm(name="ms", kin="s", bare="-", endings="я ю еві ем і ів ям ями ях", final="р"),
    Paradigm(
        name="mj", bare="й", endings="я ю єві єм ї їв ям ями ях", final="аеєиіїоуюя'ь"
    ),
    Paradigm(
        name="in",
        endings="",
        altered="ин ина ину инові ином ині и - ам ами ах е",
        changes={letters: letters for letters in ("ян", "ан", "гар", "тар")},
        final="нр",
        least=4,
    ),
    Paradigm(
        name="f",
        bare="-",
        endings="а и і у ою о ам ами ах",
        final="бвгґдзклмнпрстфх",
        altered="і",
        changes=_SOFTENED,
    ),
    Paradigm(name="f", bare="-", endings="а і у ею е ей ам ами ах", final="жчшщ"),
    Paradigm(
        name="fs", kin="s", bare="ь", endings="я і ю ею е ей ям ями ях", final="дзлнстц"
    ),
    Paradigm(
        name="fs", kin="s", bare="-", endings="я і ю ею е ей ям ями ях", final="рбвмпжчшщ'"
    ),
    Paradigm(
        name="ft",
        endings="я і ю ею",
        altered="ей",
        changes={letter + letter: letter for letter in "дзлнстцжчш"},
        final="дзлнстцжчш",
    ),
    Paradigm(name="fj", endings="я ї ю єю є й ям ями ях ей", final="аеєиіїоуюя'"),
    Paradigm(name="i", kin="s", bare="ь ю", endings="і ей ям ями ях", final="дзлнстц"),
    Paradigm(name="i", kin="s", bare="- ю 'ю", endings="і ей ам ами ах", final="бвмпрф"),
    Paradigm(name="i", kin="s", bare="-", endings="і ей ам ами ах", final="жчшщ"),
    Paradigm(
        name="i",
        kin="s",
        endings="",
        altered="ю",
        changes={letter: letter + letter for letter in "дзлнстцжчш"},
        final="дзлнстцжчш",
    ),
    Paradigm(
        name="n",
        bare="-",
        endings="о а у ові ом і ів ам ами ах",
        final=_HARD,
        altered="і",
        changes=_SOFTENED,
    ),
    Paradigm(name="ne", kin="s", bare="ь", endings="е я ю ем і ів ям ями ях", final="лрц"),
    Paradigm(name="nh", bare="-", endings="е а у ем і ей ам ами ах има", final="жчшщ"),
    Paradigm(
        name="nn",
        endings="я ю ям і ями ях ів",
        altered="ь",
        changes={letter + letter: letter for letter in "дзлнстц"},
        final="дзлнстц",
    ),
    Paradigm(
        name="nn",
        endings="я ю ям і ями ях",
        altered="-",
        changes={letter + letter: letter for letter in "жчш"},
        final="жчш",
    ),
    Paradigm(name="nn", endings="я ю ям ї ями ях", final="'"),
    Paradigm(name="nt", endings="я яти яті ям ята ят ятам ятами ятах", final=_HARD),
    Paradigm(name="nt", endings="а ати аті ам ата ат атам атами атах", final="жчшщ"),
    Paradigm(name="nm", endings="'я ені енем ен ена ену енам енами енах", final="м"),
    Paradigm(name="pl", endings="і ей ям ями ьми ях има", final=_SOFT),
    Paradigm(
        name="sn",
        endings="- а у ові им ом і и их ими ам ів ої ій ою",
        final="вн",
        least=4,
    ),
)
_ADJECTIVES = (
    Paradigm(
        name="a",
        endings="ий а е і ого ої ому ій у им ою ім их ими",
        final=_HARD,
        least=3,
    ),
    Paradigm(
        name="as",
        endings="ій я є і ього ьої ьому ю ім ьою іх іми",
        final=_HARD,
        least=3,
    ),
    Paradigm(name="aj", endings="їй я є ї його йої йому ю їм йою їх їми", final="аоеиії"),
)
_FUTURE = "тиму тимеш тиме тимемо тимем тимете тимуть"
_PASSIVE = "ний на не ні но ного ної ному ній ним ну ною них ними"
_PASSIVE_E = each_with("е", _PASSIVE)
_PASSIVE_T = "тий та те то того тої тому тій тим ту тою тих тими"


# Verbs on -ну- whose past is without it.
_FADING = "ник вик тих слаб мерз гас сох вис мок кис глух сліп стиг сяг тяг верг".split()


_PAST = "в ла ло ли вши"
_VERBS = (
    Paradigm(
        name="v",
        least=3,
        endings=f"ти ть {_PAST} ю єш є ємо єм єте ють й ймо йте ючи {_FUTURE}",
        final="аяіїує",
    ),
    Paradigm(name="v", endings=_PASSIVE, final="ая", least=5),
    Paradigm(
        name="vu",
        endings=each_with("ува", f"ти ть {_PAST} {_FUTURE}")
        + " ую уєш ує уємо уєм уєте ують уй уймо уйте уючи "
        + each_with("ова", _PASSIVE)
        + " "
        + each_with("ува", _PASSIVE),
        final=_HARD + "йі",
    ),
    Paradigm(
        name="vw",
        endings=each_with("юва", f"ти ть {_PAST} {_FUTURE}")
        + " юю юєш ює юємо юєм юєте юють юй юймо юйте юючи "
        + each_with("ьова", _PASSIVE),
        final=_HARD + "оауиі",
    ),
    Paradigm(
        name="v2",
        endings=" ".join(
            (
                each_with("и", f"ти ть {_PAST} {_FUTURE}"),
                each_with("і", f"ти ть {_PAST} {_FUTURE}"),
                "иш ить имо им ите и іть імо ьте те " + _PASSIVE_E,
            )
        ),
        altered="у ю " + _PASSIVE_E,
        changes=_MUTATED,
        final=_HARD,
    ),
    Paradigm(name="v2", endings="ю ять ячи", final="лнр"),
    Paradigm(name="v2", endings="ять ячи", final="дзст"),
    Paradigm(name="v2", endings="", altered="ять ячи", changes=_LABIAL, final="бвмпф"),
    Paradigm(name="v2", endings="у ать ачи", final="жчшщ"),
    Paradigm(
        name="v2",
        endings=" ".join(
            (
                each_with("ї", f"ти ть {_PAST} {_FUTURE}"),
                "ю їш їть їмо їм їте ять й йте йть ячи",
                each_with("є", _PASSIVE),
            )
        ),
        final="аеоуи",
    ),
    Paradigm(
        name="va",
        endings=each_with("а", f"ти ть {_PAST} {_FUTURE}")
        + " у иш ить имо им ите ать и іть ачи",
        final="жчшщ",
    ),
    Paradigm(
        name="vn",
        endings=each_with("ну", f"ти ть {_PAST} {_FUTURE} {_PASSIVE_T}")
        + " ну неш не немо нем нете нуть ни ніть нь ньте"
        + " нено нений нена нені",
        final=_HARD + "аеиоуіяюїє",
    ),
    Paradigm(
        name="vn",
        endings="",
        altered="- ла ло ли",
        changes={root: root for root in _FADING},
        final="бгзкпсх",
    ),
    Paradigm(name="vp", endings=each_with("а", _PASSIVE), final="бвгджзкмпстфх", least=3),
    Paradigm(
        name="vp",
        least=3,
        endings=each_with("а", f"ти ть {_PAST} {_FUTURE}"),
        altered="у ю еш е емо ем ете уть ють и іть ь ьте учи ючи",
        changes=_STEMS,
        final="бвгджзкмпстфх",
    ),
)
_VOWELS = Vowels(
    any="аеєиіїоуюя",
    bare=frozenset("сн дн пс льв лб рт льд мх рв пн льн".split()),
    fleeting={"о": ("", "ь"), "е": ("", "ь"), "є": ("й",)},
    closed={"і": ("о", "е", "ьо"), "ї": ("є",)},
)
UKRAINIAN = Table((*_NOUNS, *_ADJECTIVES, *_VERBS, *IRREGULAR), _VOWELS)
