"""How much each clue of :mod:`bot.annotate.clues` counts; made by tools/fit_places.py."""

ADMIT: float = 1.964
OF_READING: tuple[float, ...] = (
    -0.364,  # starts
    -0.036,  # headline
    0.197,  # lower
    0.564,  # words
    -0.784,  # short
    0.561,  # acronym
    -0.628,  # repeated
    0.105,  # cyrillic
    -0.761,  # oblique at start
    0.377,  # hyphen before
    0.074,  # hyphen after
    0.356,  # hyphen before a name
    0.330,  # located
    1.360,  # strictly
    0.764,  # marked
    0.484,  # of
    0.468,  # the
    0.490,  # title before
    -0.662,  # initial before
    0.197,  # comma before
    -1.141,  # given before
    -0.403,  # name before
    0.001,  # name before at start
    -1.211,  # name before in cyrillic
    -0.359,  # name after
    -1.699,  # name after in cyrillic
    0.979,  # institution after
    -1.175,  # water beside
    1.419,  # unit after
    0.455,  # colon after
    -0.545,  # common
    -0.811,  # word
    -1.413,  # given
    -1.071,  # surname
    -0.694,  # like a surname
    0.687,  # adjective
    0.906,  # town adjective
    -0.038,  # common at start
    -0.400,  # word at start
    -0.053,  # common in headline
    -0.122,  # surname not located
    -1.070,  # given and name after
)
OF_PLACE: tuple[float, ...] = (
    0.360,  # population
    2.754,  # people squared
    2.567,  # country
    0.157,  # region
    1.194,  # district
    -0.370,  # small
    -0.359,  # hamlet
    1.147,  # wide
    1.388,  # capital
    2.205,  # notable
    1.242,  # centre
    0.796,  # village
    1.106,  # doubtful
    -0.307,  # home
    0.621,  # home and known
    0.520,  # home region
    -0.602,  # abroad in cyrillic
    0.000,  # rare
    0.348,  # foreign
    -0.026,  # undetermined
    0.368,  # oblique
    0.276,  # abbreviated
    0.305,  # best
    -0.220,  # behind
    0.266,  # rivals
    0.301,  # far behind
    1.849,  # under a wide namesake
    0.103,  # district with namesakes
    2.007,  # same region
    0.716,  # same country
    -1.568,  # another country
    0.883,  # inside next
    0.695,  # next elsewhere
    0.661,  # behind and supported
    -0.932,  # far behind and unsupported
    -0.444,  # unsupported namesakes
    0.669,  # a namesake is supported
    -0.143,  # small and located
    1.680,  # small and supported
    -0.933,  # small in the country
    -0.257,  # common and small
    -0.376,  # name before and small
    0.530,  # surname and small
    -0.131,  # alone in the country
    -0.036,  # starts and small
    -0.156,  # headline and small
    -0.256,  # person and wide
    -0.872,  # person and great
)
