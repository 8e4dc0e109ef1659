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


def are_at_home(
    index: int, readings: Sequence[Reading], chosen: Sequence[Choice], spots: Sequence[Spot]
) -> bool:
    """Return whether a reading is a town's people, and no other region is named."""
    reading, spot = readings[index], spots[index]
    if reading.form is not Form.PEOPLE or spot.kind is Kind.COUNTRY:
        return False
    if _MANY.search(reading.key) is None:
        return False
    return all(
        other.form is Form.PEOPLE
        or points <= 0
        or there.kind is Kind.COUNTRY
        or there.region == spot.region
        for other, (points, _), there in zip(readings, chosen, spots, strict=True)
    )
