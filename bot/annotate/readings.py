"""Which words of a text may name a place: readings from left to right, longest first."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.annotate import (
    abbreviated,
    declined,
    forms,
    guards,
    masks,
    respelled,
    surroundings,
    units,
    utilities,
    western,
)
from bot.annotate.gazetteer import NOTHING, Entry, Gazetteer, Sense
from bot.annotate.keys import ADJECTIVES, Form, Mark
from bot.annotate.tokens import Tokens, is_joint, is_owned
from bot.domain.model import Kind

_CYRILLIC = re.compile(r"[а-яёіїєґ]")
_ARABIC = re.compile(r"[ء-ي]")
_METROPOLIS = 5.7  # weight of 500,000 people
_WIDE = frozenset({Kind.COUNTRY, Kind.REGION})
_CYRILLIC_PAIR = frozenset({"uk", "ru"})
_LEAST_BORROWED = 5  # letters of a name accepted from the other Cyrillic language
LONGEST = 5  # words of a name
_NEUTER = ("ське", "цьке", "ское", "цкое")
_ENDING = re.compile(r"(?<=ск)(?:ий|ое|ого|ому|им|ом)$")
_SMALL_TOWN = 4.0  # weight of 10,000 people
_CITY = 5.0  # of 100,000


@dataclass(frozen=True, slots=True)
class Reading:
    """Words that may name one of several places; `senses` are all of the best form.

    `narrowed` if words beside the name say in which country, so that others are left out.
    """

    start: int
    end: int
    key: str
    senses: tuple[Sense, ...]
    entry: Entry
    narrowed: bool = False

    @property
    def form(self) -> Form:
        """The form by which the words name each of the places."""
        return self.senses[0].form


def find_readings(
    text: str, tokens: Tokens, gazetteer: Gazetteer, language: str
) -> Iterator[Reading]:
    """Yield non-overlapping readings from left to right, the longest at each word.

    What is masked is asked for the first one only: most of the world's texts have none.
    """
    western.call_places(tokens, gazetteer, language)
    if language in _CYRILLIC_PAIR:
        declined.undo_voivodeships(tokens)
        surroundings.call_offices(tokens, gazetteer)
        utilities.cut(tokens, gazetteer)
        abbreviated.spell_out(tokens, gazetteer, language)
    else:
        surroundings.call_oblasts(tokens)
    mask: masks.Mask | None = None
    free = 0
    entries = map(gazetteer.entries.__getitem__, tokens.firsts)
    known = [pair for pair in enumerate(entries) if pair[1] is not NOTHING]
    if language == "ru" and (more := respelled.entries(tokens, gazetteer)):
        known = sorted([*known, *more.items()])
    for index, entry in known:
        if index < free or not (entry.senses or entry.begins):
            continue
        reading = _longest(tokens, index, entry, gazetteer, language)
        if reading is None:
            continue
        mask = mask or masks.Mask(text)
        if not mask.covers(tokens[index].start, tokens[index].end):
            yield reading
            free = reading.end


def _longest(
    tokens: Tokens, start: int, entry: Entry, gazetteer: Gazetteer, language: str
) -> Reading | None:
    """Return the longest reading from `start` on."""
    keys = tokens.keys[start : start + LONGEST]
    for width in range(gazetteer.width(keys) if entry.begins else 1, 0, -1):
        key = " ".join(keys[:width])
        found = entry if key == tokens.firsts[start] else gazetteer.entries[key]
        if found.senses and (
            not gazetteer.capitalized[key] or tokens.is_upper(start) or _ARABIC.match(key)
        ):
            span = range(start, start + width)
            reading = _read(tokens, span, found, gazetteer, language)
            if reading is not None:
                return reading
    return None


def _read(
    tokens: Tokens, span: range, entry: Entry, gazetteer: Gazetteer, language: str
) -> Reading | None:
    start, end = span.start, span.stop
    owned = False
    for inner in span[1:]:
        if is_owned(tokens[inner].gap):
            owned = True
        elif not is_joint(tokens[inner].gap):
            return None
    spoken = _spoken(tokens.keys[start], language)
    fitting = [
        sense
        for sense in entry.senses
        if (spoken is None or sense.language in spoken)
        and _is_said(sense)
        and (not owned or forms.is_owned_by(tokens.keys[start:end], sense, gazetteer))
    ]
    if language == "uk":  # «Миколаївка» is no longer Nova Vorontsovka's name
        fitting = _without_old_names(fitting, gazetteer)
    fitting = fitting or _borrowed(tokens, start, end, entry, language)
    fitting = _own_language_first(fitting, gazetteer, language)
    of_unit = any(sense.form in ADJECTIVES for sense in fitting)
    unit = of_unit and units.has_unit(tokens, end)
    in_streets = of_unit and units.is_of_streets(tokens, end)
    ruled = of_unit and units.has_authority(tokens, end)
    quoted = of_unit and units.heads_quoted(tokens, end)
    if ruled:  # «Тюменский губернатор», no town Тюмень in China
        fitting = [s for s in fitting if s.form in ADJECTIVES]
    capitalized = guards.is_capitalized(tokens, start, end)
    fitting = [
        sense
        for sense in fitting
        if (
            sense.form is not Form.TOWN_ADJECTIVE
            or unit
            or (in_streets and forms.is_known_town(sense, tokens.keys[start], gazetteer))
            or _is_metropolis(sense, gazetteer)
            or (quoted and gazetteer.spot(sense.place).weight >= _CITY)
            or (ruled and units.is_seat(gazetteer.spot(sense.place)))
        )
        and (
            (capitalized and _needs_capital(sense))
            or guards.has_right_case(tokens, start, end, gazetteer.spot(sense.place), sense)
        )
    ]
    if not fitting:
        return None
    if unit or _is_before_name(tokens, end):
        # «Покровському напрямку»: of Pokrovsk, not Pokrovske; «Луганська "Зоря"»
        fitting = [s for s in fitting if s.form in ADJECTIVES] or fitting
    if unit and units.is_axis(tokens, end):
        fitting = _of_front(fitting, tokens.keys[start], gazetteer, language)
    marked = guards.is_marked(tokens, start) or _stands_alone(tokens, start, end)
    best = forms.best_form(fitting, gazetteer, marked=marked)
    reading = Reading(start, end, " ".join(tokens.keys[start:end]), best, entry)
    if len(best) == 1 or best[0].form is not Form.NAME or language not in _CYRILLIC_PAIR:
        return reading
    return _likelier(reading, tokens, gazetteer)


def _likelier(reading: Reading, tokens: Tokens, gazetteer: Gazetteer) -> Reading:
    """Return a reading without what its first word of a sentence does not mean."""
    if not tokens[reading.start].starts:
        return reading
    named = forms.nominative_first(reading.senses, gazetteer)
    return reading if named is reading.senses else replace(reading, senses=named)


def _without_old_names(senses: list[Sense], gazetteer: Gazetteer) -> list[Sense]:
    """Return the senses without old names, where Ukraine has another place of the name.

    «Новомосковськ» is Samar's old name, and a city of Russia.
    """
    now = [s for s in senses if not s.marks & Mark.RARE or _is_metropolis(s, gazetteer)]
    is_here = any(gazetteer.spot(s.place).country == "UA" for s in now)
    return now if is_here else senses


def _of_front(
    senses: list[Sense], key: str, gazetteer: Gazetteer, language: str
) -> list[Sense]:
    """Return the towns near the front, if there are any, by whose adjective it is called.

    «Красноармейское направление» is that of Pokrovsk, once Красноармейск, whose
    instrumental case is all that the gazetteer has of an adjective.
    """
    instrumental = gazetteer.entries[_ENDING.sub("ом", key)].senses
    names = [s for s in instrumental if s.language == language and s.form is Form.NAME]
    for several in (senses, names):
        here = [s for s in several if units.is_at_front(gazetteer.spot(s.place))]
        if here:
            return here
    return senses


def _needs_capital(sense: Sense) -> bool:
    """Return whether a capital is all that a form needs."""
    polish_adjective = sense.form is Form.ADJECTIVE and sense.language == "pl"
    return sense.form is not Form.ABBREVIATION and not polish_adjective


def _is_metropolis(sense: Sense, gazetteer: Gazetteer) -> bool:
    """Return whether an adjective alone points to its town: «лондонский оркестр»."""
    spot = gazetteer.spot(sense.place)
    return spot.kind is Kind.SETTLEMENT and spot.weight >= _METROPOLIS


def _spoken(key: str, language: str) -> frozenset[str] | None:
    """Return the languages in which a text of `language` may have the word; None: any."""
    if _CYRILLIC.match(key) is not None:
        if language in _CYRILLIC_PAIR:
            return frozenset({language})
        return _CYRILLIC_PAIR | {language}
    if _ARABIC.match(key) is not None:
        return None
    return frozenset({language, "en", "und"})


def _is_said(sense: Sense) -> bool:
    """Return whether texts mean the place by the word; "Gary, IN" is told by its comma."""
    return not sense.marks & Mark.TYPED or sense.form is Form.ABBREVIATION


def _own_language_first(
    senses: list[Sense], gazetteer: Gazetteer, language: str
) -> list[Sense]:
    """Return the senses without the regions and countries that other languages call so.

    Polish has Georgia for the state only: the country is Gruzja.
    """
    if language in _CYRILLIC_PAIR:
        senses = _rather_here(senses, gazetteer)
    if all(sense.language == language for sense in senses):
        return senses
    wide = {s.place for s in senses if gazetteer.spot(s.place).kind in _WIDE}
    if not any(s.place in wide and s.language == language for s in senses):
        return senses
    return [s for s in senses if s.language == language or s.place not in wide]


def _rather_here(senses: list[Sense], gazetteer: Gazetteer) -> list[Sense]:
    """Return the senses without lesser towns abroad, if Ukraine has one: «Рені», «Саки»."""
    pairs = [(s, gazetteer.spot(s.place)) for s in senses]
    named = [spot for s, spot in pairs if not s.marks & Mark.OBLIQUE]
    if not any(spot.country == "UA" and spot.weight >= _SMALL_TOWN for spot in named):
        return senses
    return [
        s
        for s, spot in pairs
        if spot.country in {"UA", "RU"}
        or spot.kind is not Kind.SETTLEMENT
        or not (s.marks & Mark.OBLIQUE or spot.weight < _METROPOLIS)
    ]


def _borrowed(
    tokens: Tokens, start: int, end: int, entry: Entry, language: str
) -> list[Sense]:
    """Return the senses of the other Cyrillic language, if the word can only be a name."""
    token = tokens[start]
    if (
        language not in _CYRILLIC_PAIR
        or not token.upper
        or token.starts
        or len(token.key) < _LEAST_BORROWED
        or entry.common
        or guards.is_beside_name(tokens, start, end)
    ):
        return []
    return [s for s in entry.senses if s.language in _CYRILLIC_PAIR and s.form is Form.NAME]


def _is_before_name(tokens: Tokens, end: int) -> bool:
    """Return whether a name in quotation marks follows: a club's or a plant's."""
    return end < len(tokens) and tokens[end].gap in {" «", ' "', " “", " „"}


def _stands_alone(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether what may be an adjective has no noun: «Архангельське, …»."""
    if not tokens.keys[start].endswith(_NEUTER) or end - start > 1:
        return False
    return end == len(tokens) or tokens[end].gap[:1] in {",", ":", ";", "."}
