"""What kills people in a town under fire beside the war, as each language calls it (pure).

A town's dead of a road accident are none of those of its last shelling, however well their
numbers fit.
"""

from collections.abc import Set as AbstractSet

from bot.dedupe.features import Features
from bot.dedupe.same_kind import CAUSES
from bot.dedupe.story_state import StoryState
from bot.dedupe.terms import find_terms
from bot.domain.reports import EventKind

_CRASH = 0  # the first of the lists below
_KILLING = CAUSES | {
    *(EventKind.CRASH, EventKind.DERAILMENT, EventKind.SHOOTING, EventKind.FIRE),
    *(EventKind.EXPLOSION, EventKind.EARTHQUAKE, EventKind.FLOOD, EventKind.STORM),
}
# Of an attack each outlet names another: the drone, the fire, the explosion.
_ALIKE = dict.fromkeys(CAUSES | {EventKind.EXPLOSION, EventKind.FIRE}, EventKind.STRIKE) | {
    EventKind.DERAILMENT: EventKind.CRASH
}
OF_THE_WAR = CAUSES | {EventKind.INTERCEPTION}
_ENGLISH = (
    "crash crashed collision collided",
    (
        "outbreak disease hepatitis flu measles poisoning poisoned botulism cholera covid "
        "virus"
    ),
    "drowned drowning drowns",
    "stabbed stabbing stabs",
    "lightning avalanche heatwave",
    "monoxide",
    "brawl quarrel quarrelled fistfight",
    "cave-in rockfall methane electrocuted",
)
_UKRAINIAN = (
    "дтп аварія зіткнення зіткнулися наїзд",
    (
        "гепатит хвороба захворювання грип кір отруєння отруїлися ботулізм холера ковід "
        "вірус епідемія"
    ),
    "потонув потонула потонули втопився",
    "зарізав ножем",
    "блискавка гроза лавина спека",
    "чадний",
    "бійка бійці бійку бійки сварка сварці сварку сварки посварилися побили побитий",
    "обвал обвалі обвалу обвалом метан метану струмом",
)
_RUSSIAN = (
    "дтп авария столкновение столкнулись наезд",
    (
        "гепатит болезнь заболевание грипп корь отравление отравились ботулизм холера "
        "ковид вирус эпидемия"
    ),
    "утонул утонула утонули",
    "зарезал ножом",
    "молния гроза лавина жара",
    "угарный",
    "драка драке драку драки ссора ссоре ссору ссоры поссорились избили избитый",
    "обвал обвале обвала обвалом метан метана током",
)
_GERMAN = (
    "verkehrsunfall unfall zusammenstoß",
    "krankheit vergiftung grippe masern hepatitis epidemie",
    "ertrunken ertrank",
    "messer",
    "blitzschlag lawine hitze",
    "kohlenmonoxid",
    "schlägerei streit",
    "grubenunglück methan stromschlag",
)
_POLISH = (
    "wypadek zderzenie",
    "choroba zatrucie grypa odra epidemia żółtaczka",
    "utonął utonęła utonęli",
    "nożem",
    "piorun lawina upał",
    "czadem tlenkiem",
    "bójka bójce kłótnia",
    "metan metanu tąpnięcie prądem",
)
_BY_LANGUAGE = (
    ("en", _ENGLISH),
    ("uk", _UKRAINIAN),
    ("ru", _RUSSIAN),
    ("de", _GERMAN),
    ("pl", _POLISH),
)
CAUSES_OF_DEATH = tuple(
    frozenset(
        term for language, lists in _BY_LANGUAGE for term in find_terms(lists[at], language)
    )
    for at in range(len(_ENGLISH))
)


def is_of_another_cause(entry: Features, story: StoryState) -> bool:
    """Return whether its title says what killed, other than the attack of the story."""
    theirs = {EventKind(kind) for kind in story.kinds}
    if theirs.isdisjoint(
        OF_THE_WAR | {EventKind.EXPLOSION}
    ) or not entry.report.kinds.isdisjoint(OF_THE_WAR):
        return False
    said = frozenset(entry.title)
    return any(
        not said.isdisjoint(cause) and cause.isdisjoint(story.vocabulary)
        for cause in CAUSES_OF_DEATH
    )


def have_other_causes(entry: Features, story: StoryState) -> bool:
    """Return whether both say what killed, and not the same: a fire, and a bus that fell.

    That is told by the kind of event or by such a cause.
    """
    ours = _causes(entry.report.kinds, frozenset(entry.title))
    theirs = _causes({EventKind(kind) for kind in story.kinds}, story.vocabulary)
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _causes(kinds: AbstractSet[EventKind], said: AbstractSet[int]) -> set[EventKind | int]:
    found: set[EventKind | int] = {_ALIKE.get(kind, kind) for kind in kinds & _KILLING}
    found |= {at for at, cause in enumerate(CAUSES_OF_DEATH) if not cause.isdisjoint(said)}
    return {EventKind.CRASH if cause == _CRASH else cause for cause in found}
