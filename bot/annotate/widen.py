"""Names that a list or the words after them make regions: "Belgorod and Kursk regions".

Or "a Sumy village".
"""

from collections import Counter
from collections.abc import Container, Sequence

from bot.annotate import listing
from bot.annotate.choose import Choice
from bot.annotate.gazetteer import Gazetteer, Sense
from bot.annotate.readings import Reading
from bot.annotate.tokens import Tokens
from bot.domain.model import Kind

STATES_LISTED = 2  # that make a namesake beside them a state as well
_OF_STATE = frozenset(
    "republican republicans democrat democrats governor gov bulldogs tech runoff "
    "sheriff".split()
)

_REGIONS = frozenset("regions oblasts provinces".split())
# What is no city's: "a Sumy village", "on the Belgorod border".
_IN_REGIONS = frozenset("village villages border".split())
_LISTING = frozenset("and or the".split())


def widen(
    readings: Sequence[Reading],
    chosen: Sequence[Choice],
    tokens: Tokens,
    gazetteer: Gazetteer,
) -> list[Choice]:
    """Return the choices, with "Belgorod and Kursk regions" as regions, not as cities."""
    found = list(chosen)
    in_list = False
    for index in range(len(readings) - 1, -1, -1):
        end = readings[index].end
        if in_list:
            follower = readings[index + 1].start
            between = tokens.keys[end:follower]
            gaps = {token.gap for token in tokens[end : follower + 1]}
            listed = gaps <= {" ", ", "} and (
                _LISTING.issuperset(between) if between else gaps == {", "}
            )
        else:
            listed = end < len(tokens) and tokens.keys[end] in _REGIONS | _IN_REGIONS
            listed = listed and tokens[end].gap == " "
        region = _region_of_name(readings[index].key, gazetteer) if listed else None
        in_list = region is not None
        if region is not None:
            found[index] = (max(1.0, found[index][0]), region)
    return found


def _region_of_name(key: str, gazetteer: Gazetteer) -> Sense | None:
    senses = gazetteer.senses(f"{key} region")
    return next((s for s in senses if gazetteer.spot(s.place).kind is Kind.REGION), None)


def as_states(
    readings: Sequence[Reading],
    chosen: Sequence[Choice],
    tokens: Tokens,
    gazetteer: Gazetteer,
) -> list[Choice]:
    """Return the choices, with a country that bears a state's name as that state in a list.

    "Texas, Ohio and Georgia", "the Georgia National Guard"; and then wherever it stands.
    """
    spots = [gazetteer.spot(sense.place) for _, sense in chosen]
    shared = {
        index
        for index, spot in enumerate(spots)
        if spot.kind is Kind.COUNTRY and len(readings[index].senses) > 1
    }
    states: dict[str, Sense] = {}
    for row in listing.rows(readings, tokens) if shared else ():
        beside = Counter(
            spots[i].country for i in row.members if spots[i].kind is Kind.REGION
        )
        countries = {code for code, times in beside.items() if times >= STATES_LISTED}
        for index in shared.intersection(row.members):
            states |= _state(readings[index], countries, gazetteer)
    for index in shared:
        after = tokens.keys[readings[index].end : readings[index].end + 2]
        if _OF_STATE.intersection(after[:1]) or after == ["national", "guard"]:
            states |= _state(readings[index], {"US"}, gazetteer)
    found = list(chosen)
    for index in shared:
        state = states.get(readings[index].key)
        if state is not None:
            found[index] = (max(1.0, found[index][0]), state)
    return found


def _state(
    reading: Reading, countries: Container[str], gazetteer: Gazetteer
) -> dict[str, Sense]:
    """Return the region of one of the countries that a reading may mean, by its key."""
    for sense in reading.senses:
        spot = gazetteer.spot(sense.place)
        if spot.kind is Kind.REGION and spot.country in countries:
            return {reading.key: sense}
    return {}
