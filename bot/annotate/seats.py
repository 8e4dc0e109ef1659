"""Whether a capital stands for its government, in whatever language."""

from bot.annotate import capitals, capitals_west
from bot.annotate.capitals import Beside
from bot.annotate.readings import Reading
from bot.annotate.tokens import Tokens


def rules(
    reading: Reading, place_id: str, text: str, tokens: Tokens, beside: Beside
) -> bool:
    """Return whether a capital stands for its government: "Moscow denies".

    What German and Polish words say is heard first.
    """
    told = capitals_west.told(text, tokens, reading.start, reading.end)
    if told is not None:
        return told
    strict = place_id not in capitals.GOVERNED
    return capitals.is_seat(reading.key, place_id) and capitals.is_government(
        text, tokens, reading.start, reading.end, strict=strict, beside=beside
    )
