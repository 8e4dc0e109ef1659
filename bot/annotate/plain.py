"""Whether a reading names a place so plainly that it counts whatever its score says.

A lost alert is the worst fault.
"""

import re

from bot.annotate import (
    abroad,
    doings,
    facilities,
    guards,
    placed_west,
    scenes,
    sizable,
    struck,
    townlife,
    under_attack,
    units,
    villages,
    warned,
)
from bot.annotate.gazetteer import Flag
from bot.annotate.keys import Form, Mark
from bot.annotate.lexicon import TEAMS
from bot.annotate.packed import Spot
from bot.annotate.place_clues import HOME, LARGE, Context
from bot.annotate.readings import Reading
from bot.annotate.tokens import Tokens
from bot.annotate.wartime import tells_of_war
from bot.annotate.weighing import Weighed
from bot.domain.model import Kind

TOWN = 4.0  # weight of 10,000 people
LONG = 7  # letters
PAIR = 2  # words
_VILLAGE = re.compile(
    r"(?:[іїоеєё]вк[аиіуе]|івкою|овкой|[сц]ьке|[сц]кое|[оеєё]ве|[ин]не|ино|ичі|ичи|инці|инцы|ани|аны|"
    r"піль|поль|град|город|ськ|ск)$"
)
# Kyiv and other cities have a district of that name.
_CITIES_TOO = ("подільськ", "дніпровськ", "приморск", "московск", "невск", "кировск")
_CENTRES = ("черниговск", "одесск", "николаевск", "полтавск")  # Russia has districts, too
_TOWN_CALLED = re.compile(r"(?:міст(?:[аоу]|і|ом)|город(?:а|у|е|ом)?|city)$")
_STANDS_THERE = frozenset(
    "bridge peninsula tatar tatars coast airbase npp tpp chpp hpp ova oma christmas".split()
)
_HAVE_TEAMS = frozenset("US CA GB".split())


def is_plain(weighed: Weighed, spot: Spot, tokens: Tokens, context: Context) -> bool:
    """Return whether the words name a place plainly, and are nothing else."""
    signs = weighed.clues.signs
    if (
        _is_said(weighed, spot, tokens, context)
        or sizable.is_named(weighed, spot, tokens, context)
        or villages.is_named(weighed, spot, tokens, context)
        or is_tagged(weighed, spot, tokens)
    ):
        return True
    if (
        weighed.reading.form is not Form.NAME
        or signs.borne
        or (
            signs.name_before
            and not scenes.is_preposition(tokens, weighed.reading.start)
            and tokens.keys[weighed.reading.start - 1] != "the"
            and not guards.is_headed(tokens, weighed.reading.start)
            and not struck.is_station(tokens, weighed.reading.start)
            and not under_attack.is_attacked(weighed, spot, tokens)
        )
        or (
            signs.name_after
            and not struck.is_before_harm(tokens, weighed.reading.end)
            and tokens.keys[weighed.reading.end] not in _STANDS_THERE
            and not (
                spot.country in HOME
                and signs.headline
                and townlife.is_in_headline(tokens, weighed.reading.start)
            )
        )
    ):
        return False
    if spot.country not in HOME:
        return abroad.is_plain(weighed, spot, tokens, context)
    if is_warned_town(weighed, spot, tokens):
        return True
    if signs.person:
        return under_attack.is_town(weighed, spot) and (
            (
                tokens[weighed.reading.start].starts
                and struck.is_surely_struck(tokens, weighed.reading.end)
            )
            or struck.is_port(tokens, weighed.reading.start)
            or under_attack.is_attacked(weighed, spot, tokens)
            or is_towns(weighed, spot, tokens)
        )
    return _is_plain_at_home(weighed, spot, tokens, context)


def _is_said(weighed: Weighed, spot: Spot, tokens: Tokens, context: Context) -> bool:
    """Return whether the words beside say that it is a state, a city or a town's."""
    reading = weighed.reading
    if spot.kind is Kind.REGION and (
        guards.is_called_state(tokens, reading.start)
        or (
            reading.form is Form.ABBREVIATION
            and units.is_dotted(tokens, reading.start, reading.end)
        )
    ):
        return True
    if _is_crossing(weighed, spot, tokens):
        return True
    told = is_called_in_full(spot, tokens, reading.end) or (
        context.language in placed_west.SPOKEN
        and placed_west.is_placed(weighed, spot, tokens)
    )
    return told and _is_likeliest(weighed, spot)


def _is_crossing(weighed: Weighed, spot: Spot, tokens: Tokens) -> bool:
    """Return whether people cross the border there: «пункт пропуску „Ягодин“».

    Or a depot, an airfield is called after its town.
    """
    reading = weighed.reading
    if reading.form is not Form.NAME or spot.country not in HOME:
        return False
    if facilities.is_facility(tokens, reading.start, reading.end):
        return facilities.is_of_one_country(spot, weighed.spots)
    return facilities.is_crossing(tokens, reading.start, reading.end) and (
        guards.is_quoted(tokens, reading.start, reading.end)
        or not guards.looks_like_surname(reading.key)
    )


def is_warned_town(weighed: Weighed, spot: Spot, tokens: Tokens) -> bool:
    """Return whether an alarm is called out to a town, and to none larger of its name."""
    reading = weighed.reading
    known = bool(spot.flags & Flag.KNOWN) or spot.weight >= TOWN
    person = bool(reading.entry.given) or guards.looks_like_surname(reading.key)
    return known and warned.is_warned(tokens, reading.start, reading.end, person=person)


def is_tagged(weighed: Weighed, spot: Spot, tokens: Tokens) -> bool:
    """Return whether a town is the hashtag of a report of war: «#Суми Приліт у двір»."""
    reading = weighed.reading
    return (
        villages.is_tag(tokens, reading.start)
        and reading.form is Form.NAME
        and spot.country in HOME
        and (bool(spot.flags & Flag.KNOWN) or under_attack.is_town(weighed, spot))
        and tells_of_war(tokens, reading.start, reading.end)
    )


def is_declined(weighed: Weighed, spot: Spot) -> bool:
    """Return whether the words name a place in another case than the nominative."""
    return all(
        sense.marks & Mark.OBLIQUE
        for sense, other in zip(weighed.reading.senses, weighed.spots, strict=True)
        if other == spot
    )


def is_towns(weighed: Weighed, spot: Spot, tokens: Tokens) -> bool:
    """Return whether the words around tell what only a town does or suffers."""
    reading = weighed.reading
    entry = reading.entry
    surname = bool(entry.surname) or guards.looks_like_surname(reading.key)
    who = doings.who_has(reading.key, surname=surname or bool(entry.given))
    return weighed.clues.signs.cyrillic and doings.is_towns(
        tokens,
        reading.start,
        reading.end,
        who,
        declined=is_declined(weighed, spot),
    )


def is_called_in_full(spot: Spot, tokens: Tokens, end: int) -> bool:
    """Return whether "-based" or a club's nickname follows a city: "Denver Broncos"."""
    if end >= len(tokens):
        return False
    if tokens.keys[end] in TEAMS and spot.country in _HAVE_TEAMS:
        return tokens[end].upper and tokens[end].gap == " "
    return tokens.keys[end] == "based" and tokens[end].gap == "-"


def _is_likeliest(weighed: Weighed, spot: Spot) -> bool:
    """Return whether a place is a town at least, and none of its name is larger."""
    return TOWN <= spot.weight >= weighed.around.best


def _is_plain_at_home(
    weighed: Weighed, spot: Spot, tokens: Tokens, context: Context
) -> bool:
    """Return whether a well-known place is named, or a town to which something happens.

    «Тростянець після удару», «черги в Ягодині», "the Lyman axis".
    """
    reading, is_cyrillic = weighed.reading, weighed.clues.signs.cyrillic
    known = bool(spot.flags & Flag.KNOWN) or spot.weight >= LARGE
    if spot.kind is Kind.DISTRICT:
        if _is_district(weighed, spot, context):
            return True
        known = is_cyrillic and " " not in reading.key  # «Бериславщина»
    is_else = bool(reading.entry.common) or guards.looks_like_surname(reading.key)
    is_region = spot.kind is Kind.REGION and reading.key.isascii()  # "Crimean"
    if known and (is_region or not is_else):
        return True
    kept = known or bool(spot.flags & Flag.DOUBTFUL)
    taken = struck.is_taken(tokens, reading.start)
    if taken and spot.country == "UA" and (kept or len(weighed.spots) == 1):
        return True  # «втрату Білицького»
    if (
        not kept
        and not under_attack.is_town(weighed, spot)
        and not _is_village(weighed, spot, tokens)
    ):
        return False
    if (
        under_attack.is_under_fire(reading, tokens)
        or struck.is_front(tokens, reading.end)
        or struck.heads_events(tokens, reading.start, reading.end)
        or (
            struck.is_station(tokens, reading.start)
            and not guards.looks_like_surname(reading.key)
        )
        or struck.is_port(tokens, reading.start)
        or under_attack.is_attacked(weighed, spot, tokens)
        or is_towns(weighed, spot, tokens)
        or (under_attack.is_town(weighed, spot) and _is_called_town(reading, tokens))
    ):
        return True
    inside = is_cyrillic and (
        guards.is_inside(tokens, reading.start) or guards.is_headed(tokens, reading.start)
    )
    hit = kept and struck.is_struck(tokens, reading.end)
    return not is_else and (inside or hit or (kept and _is_in(weighed, tokens)))


def _is_in(weighed: Weighed, tokens: Tokens) -> bool:
    """Return whether a name of these countries alone stands after "in": "in Saky"."""
    key, entry = weighed.reading.key, weighed.reading.entry
    return (
        key.isascii()
        and guards.is_inside(tokens, weighed.reading.start)
        and guards.LATIN_SURNAME.search(key) is None
        and not (entry.given or entry.surname)
        and all(other.country in HOME for other in weighed.spots)
    )


def _is_called_town(reading: Reading, tokens: Tokens) -> bool:
    """Return whether a word for a town stands before: «по місту Сарни»."""
    before = guards.word_before(tokens, reading.start)
    is_called = before is not None and _TOWN_CALLED.match(before.key) is not None
    return is_called and tokens[reading.start].gap == " "


def _is_district(weighed: Weighed, spot: Spot, context: Context) -> bool:
    """Return whether a district without a namesake is called in full: «Сумський район».

    In Ukrainian texts those of Russia are no namesakes.
    """
    if weighed.reading.key.startswith("rejon"):
        return True  # "w rejonie nikopolskim"
    name, _, unit = weighed.reading.key.rpartition(" ")
    at_home = [other for other in weighed.spots if other.country == "UA"]
    is_only = len(weighed.spots) == 1 or (
        at_home == [spot] and (context.language == "uk" or name.startswith(_CENTRES))
    )
    return (
        is_only
        and unit.startswith(("район", "округ", "громад"))
        and units.OF_CITIES.match(name) is None
        and not name.startswith(_CITIES_TOO)
    )


def _is_village(weighed: Weighed, spot: Spot, tokens: Tokens) -> bool:
    """Return whether words can only be one village's name: «Малокатеринівка».

    Or are two with capitals: «Мала Рогань під ударом».
    """
    reading = weighed.reading
    both = reading.end - reading.start == PAIR and tokens[reading.end - 1].upper
    return (
        spot.kind is Kind.SETTLEMENT
        and len(weighed.spots) == 1
        and len(reading.key) >= LONG
        and not reading.entry.common
        and (both or _VILLAGE.search(reading.key) is not None)
    )
