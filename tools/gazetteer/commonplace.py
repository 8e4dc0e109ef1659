"""Words that name no place, whatever a table says."""

import re

# Words that begin with a capital wherever they stand, and are hardly ever a place.
NEVER = frozenset(
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday easter christmas college "
    "university hospital county country club the king queen prince young white black green "
    "smith jones park".split()
)

# What is left of a name like "Eastern Province" means nothing by itself.
USELESS = frozenset(
    "region state province east west north south eastern western northern southern central "
    "centre center capital city district northwest northeast southwest southeast upper "
    "lower river islands national coast захід схід північ південь центр запад восток север "
    "юг центральный центральний wschód zachód północ południe centralny".split()
) | {"north west", "north east", "south west", "south east", "west coast", "east coast"}

# «Північна провінція», «Столичный округ»: many countries have one.
_PLAIN = re.compile(
    r"(?:північно|південно|західно|східно|северо|юго|западно|восточно|"
    r"(?:північн|південн|західн|східн|верхн|середн|нижн|центральн|столичн|северн|южн|западн|"
    r"восточн|средн)[а-яіїє]{1,3}|"
    r"(?:округ|район|регіон|регион|област|провінці|провинци|департамент|кра|штат|берег|"
    r"заток|залив|територі|территори)[а-яіїє]{0,3})"
)


def is_plain(key: str) -> bool:
    """Return whether a key says no more than which part of a country is meant."""
    return all(_PLAIN.fullmatch(word) for word in key.split(" "))
