"""Whether a town is meant where only its people are named: «80 тысяч белгородцев» (pure).

One of them may be anywhere ("a Kharkiv man won in Paris"); many of them are at home, unless
the text names another place of its own.
"""

import re
from collections.abc import Sequence

from bot.annotate.choose import Choice
from bot.annotate.keys import Form
from bot.annotate.packed import Spot
from bot.annotate.readings import Reading
from bot.domain.model import Kind

_MANY = re.compile(
    r"(?:ц(?:ы|ев|ам|ами|ах|і|ів|ям|ями|ях)|[яа]н(?:е|и|ам|ами|ах)?|ит(?:ы|ов|и|ів|ам|ами|ах)"
    r"|[кч](?:ов|и|ей|ів|ам|ами|ах))$"
)


def regions_beside(
    readings: Sequence[Reading], chosen: Sequence[Choice], spots: Sequence[Spot]
) -> frozenset[str]:
    """Return the regions that a text names otherwise than by their people."""
    return frozenset(
        spot.region
        for reading, (points, _), spot in zip(readings, chosen, spots, strict=True)
        if points > 0 and reading.form is not Form.PEOPLE and spot.kind is not Kind.COUNTRY
    )


def are_at_home(reading: Reading, spot: Spot, beside: frozenset[str]) -> bool:
    """Return whether a reading is a town's people, and no other region is named."""
    return (
        reading.form is Form.PEOPLE
        and spot.kind is not Kind.COUNTRY
        and _MANY.search(reading.key) is not None
        and beside <= {spot.region}
    )
