"""Whether a report tells that one whom a story's event wounded has died (pure).

Such a report hardly names the event, but the place, and that who died was wounded.
"""

from bot.dedupe.features import Features
from bot.dedupe.other_causes import have_other_causes
from bot.dedupe.same_kind import ATTACKS, are_other_arms, is_accident
from bot.dedupe.story_state import StoryState, fewer_of
from bot.dedupe.terms import find_terms
from bot.dedupe.victims import LATER, tolls_of
from bot.dedupe.whereabouts import is_called_there, is_same_place
from bot.domain.reports import EventKind, TollKind

FEW = 2  # who die later of what wounded them, at most
HARM = ATTACKS | {EventKind.CRASH, EventKind.DERAILMENT, EventKind.SHOOTING}
# Of what who dies had been wounded, or where they were brought.
OF_WOUNDS = frozenset(
    (
        *find_terms("опік опіки опіків рана ран поранень", "uk"),
        *find_terms("ожог ожоги ожогов рана ран ранений", "ru"),
        *find_terms("wounds injuries burns", "en"),
        *find_terms("verletzungen wunden", "de"),
        *find_terms("ran obrażeń poparzeń", "pl"),
    )
)
IN_HOSPITAL = OF_WOUNDS | {
    *find_terms("опіковий опіковому госпіталь госпіталі лікарня лікарні реанімація", "uk"),
    *find_terms("ожоговый ожоговом госпиталь госпитале больница больнице", "ru"),
    *find_terms("реанімації реанімація врятували врятувати", "uk"),
    *find_terms("реанимация реанимации спасли спасти", "ru"),
    *find_terms("hospital burn", "en"),
    *find_terms("krankenhaus klinik", "de"),
    *find_terms("szpital szpitalu", "pl"),
}
# Words by which who died is one whom something harmed before.
OF_WHAT_WAS = frozenset(
    (
        *IN_HOSPITAL,
        *find_terms("поранених поранену пораненого поранив постраждалих", "uk"),
        *find_terms("раненых раненую раненого раненную ранило пострадавших", "ru"),
        *find_terms("поранений поранена поранені поранення поранило постраждалий", "uk"),
        *find_terms("постраждала постраждали опік опіки рана госпіталь лікарня", "uk"),
        *find_terms("реанімація удар атака обстріл приліт влучання вибух", "uk"),
        *find_terms("раненый ранена раненая ранены ранения ранило пострадавший", "ru"),
        *find_terms("пострадала пострадали ожог ожоги рана госпиталь больница", "ru"),
        *find_terms("реанимация удар атака обстрел прилет попадание взрыв", "ru"),
        *find_terms("wounded injured hurt wounds injuries burns hospital hit", "en"),
        *find_terms("strike attack shelling blast explosion victim", "en"),
        *find_terms("verletzt verletzte verletzungen krankenhaus angriff beschuss", "de"),
        *find_terms("ranny ranna rannych szpital szpitalu atak ataku ostrzał", "pl"),
    )
)


def is_one_of_theirs(entry: Features, story: StoryState) -> bool:
    """Say whether it tells of few dead and no event, and the story of some wounded."""
    dead = tolls_of(entry).get(TollKind.KILLED.value, 0)
    kinds = {EventKind(kind) for kind in story.kinds}
    return (
        dead > 0
        and (not entry.report.kinds or LATER in tolls_of(entry))
        and (LATER in tolls_of(entry) or not OF_WHAT_WAS.isdisjoint(entry.terms))
        and TollKind.WOUNDED.value in story.tolls
        and not kinds.isdisjoint(HARM)
        and TollKind.KILLED.value not in fewer_of(entry, story)
        and dead - story.tolls.get(TollKind.KILLED.value, 0) <= FEW
    )


def died_of_what_was_there(entry: Features, story: StoryState) -> bool:
    """Say whether its title tells that somebody died of what befell the place before.

    That is of one wounded, or in a hospital; the story has wounded, or tells the same kind
    of event. Who died of something else there would say of what.
    """
    told = tolls_of(entry)
    dead = told.get(TollKind.KILLED.value, 0)
    if not dead or dead > FEW or not _is_named_there(entry, story):
        return False
    kinds = {EventKind(kind) for kind in story.kinds}
    ours = entry.report.kinds
    has_wounded = TollKind.WOUNDED.value in story.tolls and not kinds.isdisjoint(HARM)
    is_of_it = (
        not kinds.isdisjoint(ours & HARM)
        or not (ATTACKS.isdisjoint(kinds) or ATTACKS.isdisjoint(ours))
        or not entry.targets.named.isdisjoint(
            story.targets | story.maybe_targets | story.details
        )
    )
    said = frozenset(entry.title)
    is_later = LATER in told and not OF_WHAT_WAS.isdisjoint(said)
    was_wounded = is_later or not OF_WOUNDS.isdisjoint(said)
    return (
        (
            (was_wounded and (has_wounded or is_of_it))
            or (is_of_it and not IN_HOSPITAL.isdisjoint(said))
        )
        and (not ours or not ours.isdisjoint(HARM | {EventKind.EXPLOSION}))
        and not (
            have_other_causes(entry, story)
            or is_accident(entry, story)
            or are_other_arms(entry, story)
        )
        and TollKind.KILLED.value not in fewer_of(entry, story)
    )


def _is_named_there(entry: Features, story: StoryState) -> bool:
    shared = entry.title_places & story.title_places
    return bool(shared) or (
        not (entry.title_places and story.title_places)
        and (is_same_place(entry, story) or is_called_there(entry, story))
    )
