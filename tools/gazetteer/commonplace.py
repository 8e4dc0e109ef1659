"""Words that name no place, whatever a table says."""

# Words that begin with a capital wherever they stand, and are hardly ever a place.
NEVER = frozenset(
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday easter christmas college "
    "university hospital county country club the king queen prince young white black green "
    "smith jones university park".split()
)

# What is left of a name like "Eastern Province" means nothing by itself.
USELESS = frozenset(
    "region state province east west north south eastern western northern southern central "
    "centre center capital city district northwest northeast southwest southeast upper "
    "lower river islands national coast захід схід північ південь центр запад восток север "
    "юг центральный центральний wschód zachód północ południe centralny".split()
) | {"north west", "north east", "south west", "south east", "west coast", "east coast"}
