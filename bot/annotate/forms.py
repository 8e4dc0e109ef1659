"""By which form words name a place: its name, its adjective or that of its people."""

import re
from collections.abc import Sequence

from bot.annotate.gazetteer import Gazetteer, Sense
from bot.annotate.keys import Form, Mark
from bot.domain.model import Kind

_OF_COUNTRY = frozenset({Form.ADJECTIVE, Form.PEOPLE})
_TOWN = 4.7  # weight of 50,000 people
_TOWNS = frozenset({Kind.SETTLEMENT, Kind.DISTRICT})  # which is called after its town
_LARGER = 4.0  # of 10,000
# «Королевском театре» is no town's, nor is what is of a Soviet, a May or the sea.
_OF_A_TOWN = re.compile(
    r"(?!корол[её]в|совет|октябрь|первомай|травнев|пушкин|ленин|красноарм|пионер|комсомол|"
    r"завод|город|міськ|сель|сільськ|дет|дит|жен|жін|мор|армей|майск|дон?ск|невск|киров|"
    r"красногвард|калинин|дзержин|фрунз|свердл|куйбыш|калинк|горьк|ильич|гагарин|чкалов|"
    r"шевченк|богдан|хмельницк|франк|александр|олександр|петров|николаев$|успен|воскрес|"
    r"рожд|троиц|покров|михайл|мих[аі]йл|володимир|владимирск|приморс|заречн|зарічн|"
    r"рыбац|рибац|балт|касп|черномор|чорномор|азов|волж|нікол|никол)"
    r"\w+[сц]ь?к\w{1,3}$"
)


def _is_region_rather(senses: list[Sense], gazetteer: Gazetteer) -> bool:
    """Return whether a region's adjective stands beside nothing but small places."""
    names = (gazetteer.spot(s.place) for s in senses if s.form is Form.NAME)
    return any(
        s.form is Form.ADJECTIVE and gazetteer.spot(s.place).kind is Kind.REGION
        for s in senses
    ) and all(spot.kind is Kind.SETTLEMENT and spot.weight < _TOWN for spot in names)


def _is_town_rather(senses: list[Sense], gazetteer: Gazetteer) -> bool:
    """Return whether a town is called as a people is in another case: «Чехов»."""
    return all(s.form is not Form.ADJECTIVE for s in senses) and any(
        s.form is Form.NAME
        and not s.marks & Mark.OBLIQUE
        and gazetteer.spot(s.place).weight >= _TOWN
        for s in senses
    )


def best_form(
    senses: list[Sense], gazetteer: Gazetteer, *, marked: bool
) -> tuple[Sense, ...]:
    """Return the senses of the likeliest form, each place once."""
    if len(senses) == 1:
        return tuple(senses)
    form = min(sense.form for sense in senses)
    if form is Form.NAME and not marked and _is_region_rather(senses, gazetteer):
        form = Form.ADJECTIVE  # «у Курській та Брянській областях», no village Курская
    of_country = [
        s
        for s in senses
        if s.form in _OF_COUNTRY and gazetteer.spot(s.place).kind is Kind.COUNTRY
    ]
    rather = marked or _is_town_rather(senses, gazetteer)
    if of_country and not rather:  # «українська»: Ukrainian sooner than of Ukrainsk
        form = of_country[0].form
        senses = of_country
    unique: dict[int, Sense] = {}
    for sense in senses:
        known = unique.get(sense.place)
        if sense.form is form and (known is None or known.marks & Mark.OBLIQUE):
            unique[sense.place] = sense
    return tuple(unique.values())


def nominative_first(senses: tuple[Sense, ...], gazetteer: Gazetteer) -> tuple[Sense, ...]:
    """Return the senses in the nominative, if the largest is one: «Дубна», not of Dubno.

    For a word that begins a sentence.
    """
    named = tuple(sense for sense in senses if not sense.marks & Mark.OBLIQUE)
    if not named or len(named) == len(senses):
        return senses
    return named if _largest(named, gazetteer) >= _largest(senses, gazetteer) else senses


def _largest(senses: Sequence[Sense], gazetteer: Gazetteer) -> float:
    return max(gazetteer.spot(sense.place).weight for sense in senses)


def is_owned_by(words: list[str], sense: Sense, gazetteer: Gazetteer) -> bool:
    """Return whether a place has a possessive in its name: "King's Lynn".

    "Donetsk People's Republic" is another name of an oblast.
    """
    name = gazetteer.title(sense.place)[1].lower()
    return "people" in words or any(f"{word}'s " in name for word in words)


def is_known_town(sense: Sense, key: str, gazetteer: Gazetteer) -> bool:
    """Return whether an adjective in -ский is of a town, and of little else."""
    spot = gazetteer.spot(sense.place)
    return (
        spot.kind in _TOWNS and spot.weight >= _LARGER and _OF_A_TOWN.match(key) is not None
    )
