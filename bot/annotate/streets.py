"""Whether an adjective without its noun is a street: «пожежа на Полтавській».

Local channels leave the word for it out. Of a region nobody says so but in a list, whose
last member has the noun: «на Сумській та Полтавській областях».
"""

import re

from bot.annotate.tokens import Tokens

_FEMININE = re.compile(r"\w{3,}(?:[сзц]ькій|[сц]кой)$")
# What is no noun that the adjective may go with.
_NO_NOUN = re.compile(
    r"(?:\d|(?:у|в|на|біля|возле|из|з|із|і|и|та|без|вже|уже|знову|снова|двоє|двое|один|одна)$|"
    r"\w{2,}(?:[аеиіуюяоы]в|[аеиоуыя]л|[аиіеоуя]л[аио]|ли|ть|ит|ет|ют|ут|ано|ено|ито|уто)$)"
)
_OF_REGION = re.compile(r"(?:област|обл$|губерни|губерні|напрям|направлен|район|громад)")
REACH = 6  # words in which a list of regions has its noun


def is_street(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether the adjective there follows «на» and has no noun."""
    keys = tokens.keys
    if end - start != 1 or start == 0 or keys[start - 1] != "на":
        return False
    if _FEMININE.match(keys[start]) is None or not tokens[start].upper:
        return False
    near = keys[max(0, start - REACH) : end + REACH]
    if any(map(_OF_REGION.match, near)):
        return False
    is_last = end == len(tokens) or tokens[end].breaks or not tokens[end].gap.isspace()
    return is_last or _NO_NOUN.match(keys[end]) is not None
