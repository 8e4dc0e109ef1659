"""How much each clue of :mod:`bot.annotate.clues` counts; made by tools/fit_places.py."""

ADMIT = 1.980
OF_READING = (
    -0.251,  # starts
    -0.114,  # headline
    0.278,  # lower
    0.824,  # words
    -0.831,  # short
    0.465,  # acronym
    -0.466,  # repeated
    0.159,  # cyrillic
    -0.820,  # oblique at start
    0.532,  # hyphen before
    0.140,  # hyphen after
    0.522,  # hyphen before a name
    0.384,  # located
    1.184,  # strictly
    0.618,  # marked
    0.742,  # of
    0.588,  # the
    0.770,  # title before
    -0.657,  # initial before
    0.148,  # comma before
    -1.109,  # given before
    -0.346,  # name before
    -0.025,  # name before at start
    -1.178,  # name before in cyrillic
    -0.384,  # name after
    -1.639,  # name after in cyrillic
    1.000,  # institution after
    -1.223,  # water beside
    1.385,  # unit after
    -0.731,  # common
    -0.722,  # word
    -1.787,  # given
    -1.371,  # surname
    -0.571,  # like a surname
    0.717,  # adjective
    0.853,  # town adjective
    -0.038,  # common at start
    -0.476,  # word at start
    -0.044,  # common in headline
    -0.431,  # surname not located
    -0.672,  # given and name after
)
OF_PLACE = (
    0.559,  # population
    2.911,  # people squared
    2.431,  # country
    0.034,  # region
    1.480,  # district
    -0.551,  # small
    -0.266,  # hamlet
    0.976,  # wide
    1.478,  # capital
    2.070,  # notable
    0.845,  # centre
    0.736,  # village
    0.812,  # doubtful
    -0.544,  # home
    1.157,  # home and known
    0.637,  # home region
    -0.667,  # abroad in cyrillic
    0.000,  # rare
    0.308,  # foreign
    -0.024,  # undetermined
    0.405,  # oblique
    0.399,  # abbreviated
    0.267,  # best
    -0.424,  # behind
    0.005,  # rivals
    0.187,  # far behind
    2.269,  # under a wide namesake
    0.700,  # district with namesakes
    1.924,  # same region
    0.508,  # same country
    -1.545,  # another country
    0.945,  # inside next
    0.773,  # next elsewhere
    0.601,  # behind and supported
    -0.834,  # far behind and unsupported
    -0.277,  # unsupported namesakes
    0.391,  # small and located
    2.892,  # small and supported
    -1.039,  # small in the country
    0.027,  # common and small
    -0.402,  # name before and small
    1.442,  # surname and small
    -0.357,  # alone in the country
    -0.153,  # starts and small
    -0.346,  # headline and small
    -0.113,  # person and wide
)
