"""Whether an entry tells what came of a story's event, in quite other words (pure).

Who was wounded dies days later; a report is corrected, a rumour denied, or what was heard
is owned up to. Such a report hardly names the event, but what it is about: the market, the
paramedic, the petrol. It needs words of its language in common with the story, so this is
no way from one language to another.
"""

from datetime import timedelta

from bot.dedupe.died_later import HARM, died_of_what_was_there, is_one_of_theirs
from bot.dedupe.features import Features
from bot.dedupe.same_kind import (
    ATTACKS,
    HEARD,
    RESTORED,
    are_other_arms,
    is_accident,
    is_widened,
    turns,
)
from bot.dedupe.story_state import StoryState
from bot.dedupe.terms import find_terms
from bot.dedupe.vectors import Vector
from bot.dedupe.vetoes import BODIES
from bot.dedupe.victims import LATER, tolls_of
from bot.dedupe.whereabouts import is_called_there, is_same_place
from bot.domain.reports import CueKind, EventKind, TollKind

LATEST = timedelta(hours=72)  # from the last report to such a one
HALF_A_DAY = timedelta(hours=12)
SOON = timedelta(hours=36)
NIGHT = timedelta(hours=6)  # from what was heard to the word of who must know
TOGETHER = 2  # words in common where nothing tells the place but its region
RARE = 4.0  # what a word tells that one of fifty stories has
# Words of any report of an attack and its victims: they tell none from another.
_ANY = """
удар атака обстріл вибух взрыв обстрел дрон бпла безпілотник беспилотник ракета шахед каб
бомба влучання попадание приліт прилет уламки обломки поранений поранена поранені поранення
раненый ранена ранены ранения загиблий загинув загинула загинули погиб погибла погибли
погибший погибшие пострадавший пострадали постраждалий постраждали постраждалі жертва
жертви жертвы помер померла померли умер умерла умерли скончался скончалась смерть врятувати
спасти лікарня лікарні больница больнице лікар лікарі врач врачи врачам медик медики
реанімація реанимация чоловік чоловіка жінка жінки мужчина мужчины женщина женщины людина
люди человек люди дитина дети діти ребенок хлопець дівчина парень девушка місто місті город
городе область області области район районі районе село селі мешканець мешканці житель
жители місцевий местный влада власти мер мэр глава голова губернатор начальник повідомив
повідомили повідомляють сообщил сообщили заявив заявили заявил заявила каже говорить написав
пише пишет сказав сказал вночі ночью вранці утром ввечері вечером вдень днем вчора вчера
сьогодні сегодня тиждень неделя понеділок понедельник вівторок вторник середа среда четвер
четверг п'ятниця пятница субота суббота неділя воскресенье рідні родные близькі близкие
співчуття соболезнования друзі друзья година часа години три двоє двое троє трое другий
второй третій третий один новий новый ще еще уточнення уточнение інформація информация
дані данные сообщение повідомлення підтвердив подтвердил спростував опроверг назвав назвал
слухи чутки вброс вкид заявление заява росія россия україна украина російський російська
российский российская український украинский війська войска військові военные ворог
противник офіційно официально
"""
_ANY_EN = """
strike attack shelling blast explosion drone missile bomb debris wounded injured hurt killed
dead died dies death deaths victim victims toll people person man woman men women child
children hospital doctors doctor medics hit region city town village district resident
residents local officials official governor mayor head authorities police said says told
confirms confirmed denies denied rejects rejected overnight night morning evening monday
tuesday wednesday thursday friday saturday sunday day days week yesterday today report
reports russia russian ukraine
ukrainian forces army military troops earlier two three second third
another first number correction corrects corrected rumours rumors claim claims
"""
EVERYDAY = frozenset(
    (*find_terms(_ANY, "uk"), *find_terms(_ANY, "ru"), *find_terms(_ANY_EN, "en"), *BODIES)
)

IN_RUINS = frozenset(
    (
        *find_terms("завал завалы завалів завалами руїни руїнах згарище", "uk"),
        *find_terms("завал завалы завалов завалами руины руинах пепелище", "ru"),
        *find_terms("rubble debris wreckage ruins collapsed", "en"),
        *find_terms("trümmer trümmern", "de"),
        *find_terms("gruzy gruzów gruzach gruzami", "pl"),
    )
)
BY_RESCUERS = IN_RUINS | {
    *find_terms("рятувальники рятувальник жертви", "uk"),
    *find_terms("спасатели спасатель жертвы", "ru"),
    *find_terms("rescuers rescuer victim", "en"),
    *find_terms("retter opfers", "de"),
    *find_terms("ratownicy strażacy ofiary", "pl"),
}
# What a title denies that denies an attack.
OF_AN_ATTACK = frozenset(
    (
        *find_terms(
            "удар били била бив вдарили атака атакували обстріл обстрілювали бомбили "
            "загиблі загиблих загибель жертв влучання",
            "uk",
        ),
        *find_terms(
            "удар били ударили атака атаковали обстрел обстреливали бомбили погибшие "
            "погибших гибель жертв попадание",
            "ru",
        ),
        *find_terms(
            "strike striking struck hit hitting attack attacking attacked shelling shelled "
            "bomb bombing targeting targeted deaths dead killed killing victims casualties",
            "en",
        ),
    )
)


def find_follow_up(entry: Features, story: StoryState, telling: Vector) -> str | None:
    """Return how the entry follows up the story, None where that is not certain.

    Args:
        entry: The entry.
        story: The story.
        telling: How much each of its terms tells.
    """
    pause = abs(entry.published_at - story.last_at)
    if pause > LATEST or entry.is_survey:
        return None
    is_there = is_same_place(entry, story)
    is_near = is_there or not entry.regions.isdisjoint(story.regions)
    is_answer = turns(entry) and _is_of_capture(entry, story)
    is_namesake = is_answer and not entry.title_place_names.isdisjoint(
        story.title_place_names
    )  # of villages of one name, which hardly are taken at a time
    if not (is_near or is_namesake or is_called_there(entry, story)):
        return None
    is_spoken = entry.language in story.languages
    words = _words_in_common(entry, story, telling) if is_spoken else 0
    rules = (
        *_of_its_wounded(entry, story, words),
        (
            is_widened(entry, story) and pause <= SOON,
            "the same region, and more of it",
        ),
        (
            is_there and _takes_back(entry) and (words or _is_of_its_matter(entry, story)),
            "the same place, a correction",
        ),
        (
            _finds_more_victims(entry, story) and pause <= SOON,
            "the same place, more of its victims",
        ),
        (
            _denies_an_attack(entry, story) and pause <= SOON,
            "the same place, answer to a claim",
        ),
        (
            is_answer and (is_there or (is_namesake and pause <= HALF_A_DAY)),
            "the same place taken, answer to a claim",
        ),
        (
            is_there and _is_back(entry, story),
            "the same place, what was cut off is back",
        ),
        (
            _answers_a_rumour(entry, story) and words >= TOGETHER and pause <= SOON,
            "the same region and words, answer to a claim",
        ),
        (
            _owns_up_to_what_was_heard(entry, story) and pause <= NIGHT,
            "the same region, what was heard there",
        ),
    )
    return next((why for holds, why in rules if holds), None)


def _of_its_wounded(
    entry: Features, story: StoryState, words: int
) -> tuple[tuple[bool, str], ...]:
    """Return by which rules who died may be one whom the story's event wounded."""
    is_same_thing = not entry.targets.named.isdisjoint(story.targets)
    died_of_it = is_same_thing or (words > 0 and LATER in tolls_of(entry))
    is_theirs = is_one_of_theirs(entry, story)
    is_there = is_same_place(entry, story)
    is_soon = abs(entry.published_at - story.last_at) <= HALF_A_DAY
    return (
        (
            is_theirs and is_there and (words > 0 or is_same_thing),
            "the same place and thing, and one of its wounded",
        ),
        (
            is_theirs and died_of_it and is_soon,
            "the same region and thing, and one of its wounded",
        ),
        (
            died_of_what_was_there(entry, story),
            "the same place, and one of its wounded",
        ),
    )


def _words_in_common(entry: Features, story: StoryState, telling: Vector) -> int:
    told = entry.terms.keys() - entry.place_names - entry.numbers - EVERYDAY
    return sum(telling[term] > RARE for term in told & story.vocabulary)


def _finds_more_victims(entry: Features, story: StoryState) -> bool:
    """Say whether it counts more dead than the story, and says that they were fewer.

    That is of the one town that both titles name, and of nothing else that was hit. Other
    dead of a town's second attack are told so as well, by chance; it is heard all the same.
    """
    dead, told = TollKind.KILLED.value, tolls_of(entry)
    known = story.tolls.get(dead, 0)
    tolls = [toll for toll in entry.report.tolls if toll.kind is TollKind.KILLED]
    has_grown = any(toll.grown for toll in tolls) and told.get(dead, 0) >= known
    is_buried = bool(tolls) and not IN_RUINS.isdisjoint(entry.title)
    is_body = not entry.report.kinds and all(toll.at_least for toll in tolls)
    is_found = not (is_body and BY_RESCUERS.isdisjoint(entry.title))
    adds = (LATER in told or has_grown) and is_found
    return (
        ((known and adds) or (is_buried and TollKind.WOUNDED.value in story.tolls))
        and not entry.title_places.isdisjoint(story.title_places)
        and _is_of_its_kind(entry, story)
    )


def _is_of_its_kind(entry: Features, story: StoryState) -> bool:
    """Say whether both may tell of one harm: by no other arms, and to no other thing."""
    ours, theirs = entry.report.kinds, {EventKind(kind) for kind in story.kinds}
    hit = entry.targets.named
    return (
        not theirs.isdisjoint(HARM)
        and (not ours or not ours.isdisjoint((HARM - {EventKind.FIRE}) | theirs))
        and not is_accident(entry, story)
        and not are_other_arms(entry, story)
        and not (hit and story.targets and hit.isdisjoint(story.targets))
    )


def _denies_an_attack(entry: Features, story: StoryState) -> bool:
    """Say whether it denies that a place was attacked, or that somebody died there."""
    return (
        entry.report.has_cue(CueKind.DENIAL)
        and not ATTACKS.isdisjoint(story.kinds)
        and not entry.title_places.isdisjoint(story.title_places)
        and not OF_AN_ATTACK.isdisjoint(entry.title)
        and _is_of_its_kind(entry, story)
    )


def _answers_a_rumour(entry: Features, story: StoryState) -> bool:
    """Say whether it denies or confirms what is no event of those that towns have each."""
    return turns(entry) and not entry.report.kinds and not story.kinds


def _takes_back(entry: Features) -> bool:
    report = entry.report
    return report.has_cue(CueKind.CORRECTION) or report.has_cue(CueKind.RETRACTION)


def _is_of_its_matter(entry: Features, story: StoryState) -> bool:
    """Say whether both tell of one kind of event or thing, or count whom it harmed."""
    return (
        any(kind.value in story.kinds for kind in entry.report.kinds)
        or not entry.targets.any_of.isdisjoint(story.targets)
        or not entry.details.isdisjoint(story.details)
        or (
            not tolls_of(entry).keys().isdisjoint(story.tolls)
            and _is_of_its_kind(entry, story)
        )
    )


def _is_of_capture(entry: Features, story: StoryState) -> bool:
    kind = EventKind.CAPTURE
    return kind in entry.report.kinds and kind.value in story.kinds


def _is_back(entry: Features, story: StoryState) -> bool:
    """Say whether it tells that a town has its power back, and at most what took it."""
    kind, kinds = EventKind.POWER_CUT, entry.report.kinds
    return (
        kind in kinds
        and kinds <= ATTACKS | {kind}
        and entry.targets.named <= story.targets
        and kind.value in story.kinds
        and not RESTORED.isdisjoint(entry.title)
        and not tolls_of(entry)
    )


def _owns_up_to_what_was_heard(entry: Features, story: StoryState) -> bool:
    """Say whether it confirms an attack in the region where only residents heard one."""
    heard = {kind.value for kind in HEARD}
    return (
        entry.report.has_cue(CueKind.CONFIRMATION)
        and CueKind.RUMOUR.value in story.cues
        and not story.sides
        and not heard.isdisjoint(story.kinds)
        and not ATTACKS.isdisjoint(entry.report.kinds)
        and not entry.title_places
        and not entry.title_regions.isdisjoint(story.regions)
    )
