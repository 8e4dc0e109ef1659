"""How much each clue of :mod:`bot.annotate.clues` counts; made by tools/fit_places.py."""

ADMIT = 1.967
OF_READING = (
    -0.262,  # starts
    -0.097,  # headline
    0.297,  # lower
    0.821,  # words
    -0.814,  # short
    0.410,  # located
    1.197,  # strictly
    0.642,  # marked
    0.626,  # of
    0.596,  # the
    -1.151,  # given before
    -0.335,  # name before
    -0.045,  # name before at start
    0.809,  # title before
    -0.637,  # initial before
    -0.373,  # name after
    1.032,  # institution after
    0.498,  # hyphen before
    0.141,  # hyphen after
    -0.766,  # common
    -0.738,  # word
    -1.648,  # given
    -1.138,  # surname
    -0.603,  # like a surname
    -0.463,  # repeated
    0.779,  # adjective
    0.858,  # town adjective
    1.398,  # unit after
    0.182,  # cyrillic
    -0.041,  # common at start
    -0.440,  # word at start
    0.171,  # common in headline
    -0.748,  # oblique at start
    -0.580,  # surname not located
    0.147,  # comma before
    0.488,  # acronym
    -1.212,  # water beside
    -0.599,  # given and name after
    -1.628,  # name after in cyrillic
    -1.212,  # name before in cyrillic
    0.487,  # hyphen before a name
)
OF_PLACE = (
    0.549,  # population
    2.442,  # country
    0.045,  # region
    1.458,  # district
    -0.556,  # small
    -0.250,  # hamlet
    1.442,  # capital
    2.019,  # notable
    0.843,  # centre
    0.667,  # village
    0.888,  # doubtful
    0.278,  # best
    -0.436,  # behind
    0.009,  # rivals
    1.885,  # same region
    0.504,  # same country
    -1.548,  # another country
    0.000,  # feed country
    0.967,  # inside next
    0.767,  # next elsewhere
    0.000,  # rare
    0.301,  # foreign
    -0.024,  # undetermined
    0.375,  # oblique
    -0.716,  # home
    0.438,  # small and located
    2.941,  # small and supported
    0.036,  # common and small
    -0.360,  # name before and small
    1.282,  # surname and small
    -0.404,  # alone in the country
    0.397,  # abbreviated
    -1.041,  # same district or near
    -0.097,  # starts and small
    -0.385,  # headline and small
    -0.666,  # abroad in cyrillic
    0.580,  # behind and supported
    0.680,  # district with namesakes
    -0.268,  # unsupported namesakes
    0.979,  # wide
    0.189,  # small abroad in cyrillic
    -0.239,  # person and wide
    2.901,  # people squared
    0.261,  # far behind
    -0.862,  # far behind and unsupported
    2.275,  # under a wide namesake
    1.289,  # home and known
    0.711,  # home region
)
