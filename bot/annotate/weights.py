"""How much each clue of clues.py and place_clues.py counts.

Made by tools/fit_places.py.
"""

ADMIT: float = 1.928
OF_READING: tuple[float, ...] = (
    -0.363,  # starts
    0.060,  # headline
    -0.564,  # lower
    0.445,  # words
    -0.818,  # short
    0.391,  # acronym
    -0.731,  # repeated
    0.308,  # cyrillic
    -0.596,  # oblique at start
    0.430,  # hyphen before
    0.053,  # hyphen after
    0.418,  # hyphen before a name
    0.315,  # located
    1.243,  # strictly
    0.683,  # marked
    0.437,  # of
    0.504,  # the
    0.552,  # title before
    -0.841,  # initial before
    0.161,  # comma before
    -1.358,  # given before
    -0.494,  # name before
    -0.004,  # name before at start
    -1.088,  # name before in cyrillic
    -0.558,  # name after
    -1.548,  # name after in cyrillic
    0.995,  # institution after
    -1.232,  # water beside
    1.366,  # unit after
    0.388,  # colon after
    -0.537,  # common
    -0.777,  # word
    -1.326,  # given
    -1.051,  # surname
    -0.848,  # like a surname
    0.764,  # adjective
    0.905,  # town adjective
    -0.154,  # common at start
    -0.314,  # word at start
    -0.129,  # common in headline
    -0.034,  # surname not located
    -1.141,  # given and name after
)
OF_PLACE: tuple[float, ...] = (
    0.317,  # population
    2.783,  # people squared
    2.566,  # country
    -0.066,  # region
    1.184,  # district
    -0.373,  # small
    -0.425,  # hamlet
    1.130,  # wide
    1.430,  # capital
    2.114,  # notable
    1.225,  # centre
    0.755,  # village
    1.023,  # doubtful
    -0.426,  # home
    0.646,  # home and known
    0.585,  # home region
    -0.362,  # abroad in cyrillic
    0.000,  # rare
    0.338,  # foreign
    -0.022,  # undetermined
    0.275,  # oblique
    0.336,  # abbreviated
    0.374,  # best
    -0.143,  # behind
    0.328,  # rivals
    0.199,  # far behind
    1.706,  # under a wide namesake
    0.129,  # district with namesakes
    1.968,  # same region
    0.789,  # same country
    -1.559,  # another country
    0.744,  # inside next
    0.583,  # next elsewhere
    0.518,  # behind and supported
    -0.797,  # far behind and unsupported
    -0.440,  # unsupported namesakes
    0.767,  # a namesake is supported
    0.024,  # small and located
    1.987,  # small and supported
    -1.028,  # small in the country
    -0.394,  # common and small
    -0.418,  # name before and small
    0.508,  # surname and small
    -0.059,  # alone in the country
    -0.019,  # starts and small
    -0.195,  # headline and small
    -0.200,  # person and wide
    -0.701,  # person and great
)
