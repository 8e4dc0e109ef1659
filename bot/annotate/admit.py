"""Whether a reading counts whatever its score says, or names something else."""

import re

from bot.annotate import (
    captured,
    city_districts,
    declined,
    facilities,
    first_words,
    guards,
    persons,
    rivers,
    sizable,
    streets,
    struck,
    units,
)
from bot.annotate.capitals import GOVERNED
from bot.annotate.gazetteer import Flag
from bot.annotate.keys import ADJECTIVES, Form, Mark
from bot.annotate.lexicon import LOCATIVE, NAME_PLACES
from bot.annotate.masks import is_club
from bot.annotate.packed import Spot
from bot.annotate.place_clues import GREAT, HOME, LARGE, Context
from bot.annotate.readings import Reading
from bot.annotate.tokens import Tokens
from bot.annotate.weighing import Weighed
from bot.domain.model import Kind

_ARTICLES = frozenset(
    "der die das den dem des ein eine einen einem einer eines im am zum zur beim vom "
    "ins ans".split()
)
_ORDINARY = re.compile(
    r"(?:шахтарськ|шахтерск|гірницьк|горняцк|курортн|центральн|советск|ленинск|октябрьск)"
)
_DIVISION = re.compile(r"(?:район|громад|міськ|городск|напрям|направлен)")
# What is called after the place where it is, or is that place.
_STANDS_THERE = re.compile(
    r"(?:аеропорт|аэропорт|аеродром|аэродром|вокзал|станц|порт|пункт|пропуск|кпп|застав|[агт]ес|[агт]эс|"
    r"мест|міст|город|сел|назв|имен|клуб|команд|и$|і$|й$|та$|или$|або$|чи$)"
    rf"|{facilities.FACILITIES}"
)
# Whose towns are told apart by what follows a comma; elsewhere that is the next of a list.
_CITY_AND_STATE = frozenset("US CA AU GB IE NZ".split())
_UPON = frozenset("на під под над upon on sur".split())
TOWN = 4.0  # weight of 10,000 people
_INTO = frozenset("в во".split())  # before the accusative, which is often the nominative


def is_certain_form(reading: Reading, spot: Spot, tokens: Tokens) -> bool:
    """Return whether the words point to a place whatever stands around them, if weakly.

    «київська клініка» is no more than a clinic in Kyiv.
    """
    if reading.form is Form.PEOPLE:
        return True
    if reading.form is Form.ADJECTIVE and spot.kind is Kind.COUNTRY:
        return True
    of_city = (
        spot.region in GOVERNED
        if reading.form is Form.ADJECTIVE
        else (reading.form is Form.TOWN_ADJECTIVE and spot.kind is Kind.SETTLEMENT)
    )
    return (
        of_city
        and not units.has_unit(tokens, reading.end)
        and not is_ruled(reading, spot, tokens)
        and not (
            is_quoted_ones(reading, spot, tokens) and spot.weight < first_words.METROPOLIS
        )
    )


def is_quoted_ones(reading: Reading, spot: Spot, tokens: Tokens) -> bool:
    """Return whether a town's adjective stands before a name: «могилёвский „Днепр“»."""
    return (
        reading.form is Form.TOWN_ADJECTIVE
        and spot.region not in GOVERNED
        and units.heads_quoted(tokens, reading.end)
    )


def is_of_streets(reading: Reading, spot: Spot, tokens: Tokens) -> bool:
    """Return whether a city's adjective says where something stands: «київський двір»."""
    return (
        reading.form in ADJECTIVES
        and spot.kind is not Kind.COUNTRY
        and units.is_of_streets(tokens, reading.end)
    )


def is_ruled(reading: Reading, spot: Spot, tokens: Tokens) -> bool:
    """Return whether an adjective says who rules a region: «Тверской губернатор»."""
    return (
        reading.form is Form.TOWN_ADJECTIVE
        and units.is_seat(spot)
        and units.has_authority(tokens, reading.end)
    )


def is_excluded(weighed: Weighed, spot: Spot, tokens: Tokens, context: Context) -> bool:
    """Return whether the words name something else, whatever the scores say."""
    reading = weighed.reading
    start, end = reading.start, reading.end
    signs = weighed.clues.signs
    other = _is_adjective_of_other(weighed, spot, tokens)
    if other or is_ruled(reading, spot, tokens):
        return other
    if is_certain_form(reading, spot, tokens):
        return signs.given_before and reading.form is Form.PEOPLE  # «Ігор Полтавець»
    if reading.form is Form.ADJECTIVE and not units.has_unit(tokens, end):
        return False
    if (
        (spot.kind is Kind.COUNTRY and reading.key in guards.COMMON_COUNTRIES)
        or (context.language, reading.key) in guards.WORDS
        or rivers.is_river(tokens, start, end)
        or units.is_of_city(tokens, end)
        or guards.is_acronym(tokens, start, end, spot)
        or persons.is_titled(tokens, start, end)
        or persons.is_called(tokens, start, end)
        or _is_elsewhere(weighed, spot, tokens)
        or first_words.is_word(weighed, spot, tokens, context)
        or (
            _is_part_of_name(weighed, spot, tokens)
            and not sizable.is_named(weighed, spot, tokens, context)
        )
        or city_districts.is_part_of_city(weighed, spot, tokens, context)
        or _is_named_after(weighed, spot, tokens)
        or _is_word_abroad(weighed, spot, tokens)
        or _is_german_noun(weighed, tokens, context)
        or captured.is_far_off(weighed.spots, spot, tokens, start, end)
    ):
        return True
    if signs.given_before and spot.kind is Kind.SETTLEMENT and not signs.marked:
        return end - start == 1  # «Виктория Иванова»
    may_be_person = bool(reading.entry.given) or reading.key in NAME_PLACES
    return may_be_person and guards.is_before_surname(tokens, start, end)


def _is_adjective_of_other(weighed: Weighed, spot: Spot, tokens: Tokens) -> bool:
    """Return whether a place's adjective is a surname, or alone in quotation marks.

    «адвокат Курский», «Мария Полтавская», the sausage «Краковская».
    """
    reading, signs = weighed.reading, weighed.clues.signs
    start, end = reading.start, reading.end
    if reading.form not in ADJECTIVES or spot.kind is Kind.COUNTRY:
        return False
    if guards.is_quoted(tokens, start, end) or _is_label(tokens, start, end):
        return True
    if streets.is_street(tokens, start, end):
        return True
    ordinary = _ORDINARY.match(reading.key) is not None and not tokens[start].upper
    if ordinary and _DIVISION.match(" ".join(tokens.keys[end : end + 1])) is None:
        return True  # «шахтарську лікарню»
    surname = tokens[start].upper and not signs.starts
    surname = surname and guards.is_masculine(tokens, start)
    return (surname or signs.given_before) and not (
        units.has_unit(tokens, end) or is_ruled(reading, spot, tokens)
    )


def _is_label(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether an adjective and a noun in quotation marks name goods.

    «Тамбовский окорок», but not «Покровський напрямок».
    """
    return (
        start > 0
        and tokens.text[tokens[start].start - 1] in '«"“„'
        and end < len(tokens)
        and not tokens[end].upper
        and tokens.text[tokens[end].end : tokens[end].end + 1] in {"»", '"', "”", "“"}
        and not units.has_unit(tokens, end)
    )


def _is_named_after(weighed: Weighed, spot: Spot, tokens: Tokens) -> bool:
    """Return whether "Mr Lincoln", бригада «Харків» or завод «Днепр» bears the name.

    A club's city counts, and so does what stands at a place: аеропорт «Київ».
    """
    reading = weighed.reading
    start, end = reading.start, reading.end
    if spot.kind is Kind.COUNTRY:
        return False
    if persons.is_after_mister(tokens, start, end) or (
        persons.is_after_rank(tokens, start, end) and reading.form is Form.NAME
    ):
        return True
    if spot.kind is Kind.SETTLEMENT and persons.is_surname(tokens, start, end):
        return True
    before = guards.word_before(tokens, start)
    return (
        weighed.clues.signs.cyrillic
        and reading.form is Form.NAME
        and before is not None
        and tokens.keys[start - 1] not in LOCATIVE
        and not is_club(before.key)
        and _STANDS_THERE.match(before.key) is None
        and not all(sense.marks & Mark.OBLIQUE for sense in reading.senses)
        and guards.is_quoted(tokens, start, end)
    )


def _is_part_of_name(weighed: Weighed, spot: Spot, tokens: Tokens) -> bool:
    """Return whether a small town stands beside another name: «Аман Тулеев».

    In China's names what follows is the surname: "Fenggang Yang".
    """
    signs = weighed.clues.signs
    beside = signs.cyrillic and (signs.name_before or signs.name_after)
    beside = beside or (spot.country == "CN" and signs.name_after)
    if not beside or spot.kind is not Kind.SETTLEMENT or signs.located or signs.marked:
        return False
    if weighed.reading.form in ADJECTIVES and units.has_unit(tokens, weighed.reading.end):
        return False  # «Обстріл Лиманської громади»
    start = weighed.reading.start
    headed = guards.is_headed(tokens, start) or struck.is_station(tokens, start)
    if headed and not signs.name_after:
        return False  # «Аэродром Саки атакован»
    least = LARGE if spot.country in HOME else GREAT
    return spot.weight < least and not spot.flags & (Flag.KNOWN | Flag.CAPITAL)


def _is_elsewhere(weighed: Weighed, spot: Spot, tokens: Tokens) -> bool:
    """Return whether "Odessa, Kansas" names a town that the gazetteer does not have."""
    wider, end = weighed.around.following, weighed.reading.end
    in_state = end + 1 < len(tokens) and guards.is_called_state(tokens, end + 1)
    if (in_state and spot.country in HOME) or _goes_on(tokens, end):
        return True  # «Москва, штат Айдахо»
    if (
        wider is None
        or wider.kind is not Kind.REGION
        or spot.kind not in {Kind.SETTLEMENT, Kind.DISTRICT}
        or spot.region == wider.region
    ):
        return False
    if wider.country in _CITY_AND_STATE:
        return spot.kind is Kind.SETTLEMENT
    # «Алексеевка в Днепропетровской области», which is not known by its Russian name
    is_small = spot.weight < TOWN or bool(spot.flags & Flag.VILLAGE)
    return wider.country in HOME and is_small and tokens[end].gap.isspace()


def _goes_on(tokens: Tokens, end: int) -> bool:
    """Return whether a name is longer than read: «Слов’янськ-на-Кубані»."""
    return (
        end + 1 < len(tokens)
        and tokens.keys[end] in _UPON
        and tokens[end].gap == tokens[end + 1].gap == "-"
    )


def _is_word_abroad(weighed: Weighed, spot: Spot, tokens: Tokens) -> bool:
    """Return whether a town abroad is rather a word or a person.

    «Сорок тысяч», «справу Сороки», «у Сороки»; but «под Сороками», «в Сороки».
    """
    reading, signs = weighed.reading, weighed.clues.signs
    if (
        not signs.cyrillic
        or reading.form is not Form.NAME
        or spot.kind is not Kind.SETTLEMENT
        or spot.country in HOME
        or spot.weight >= LARGE
        or not (reading.entry.common or reading.entry.surname)
        or signs.marked
        or weighed.around.following is not None
    ):
        return False
    own = zip(reading.senses, weighed.spots, strict=True)
    declined = any(sense.marks & Mark.OBLIQUE for sense, other in own if other == spot)
    into = reading.start > 0 and tokens.keys[reading.start - 1] in _INTO
    return not signs.located or not (declined or into)


def _is_german_noun(weighed: Weighed, tokens: Tokens, context: Context) -> bool:
    """Return whether an article says that a word is no name: "im Essen", "die Halle"."""
    reading = weighed.reading
    before = guards.word_before(tokens, reading.start)
    return (
        context.language in first_words.ALL_NOUNS
        and context.language in reading.entry.common
        and before is not None
        and before.key in _ARTICLES
        and not declined.is_adjective(tokens, reading.start)
    )
