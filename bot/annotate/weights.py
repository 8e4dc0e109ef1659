"""How much each clue of clues.py and place_clues.py counts.

Made by tools/fit_places.py.
"""

ADMIT: float = 1.964
OF_READING: tuple[float, ...] = (
    -0.406,  # starts
    -0.044,  # headline
    -0.566,  # lower
    0.459,  # words
    -0.816,  # short
    0.391,  # acronym
    -0.633,  # repeated
    0.268,  # cyrillic
    -0.569,  # oblique at start
    0.422,  # hyphen before
    0.104,  # hyphen after
    0.406,  # hyphen before a name
    0.298,  # located
    1.288,  # strictly
    0.704,  # marked
    0.481,  # of
    0.474,  # the
    0.576,  # title before
    -0.681,  # initial before
    0.174,  # comma before
    -1.191,  # given before
    -0.427,  # name before
    0.036,  # name before at start
    -1.167,  # name before in cyrillic
    -0.435,  # name after
    -1.662,  # name after in cyrillic
    0.982,  # institution after
    -1.203,  # water beside
    1.352,  # unit after
    0.444,  # colon after
    -0.532,  # common
    -0.768,  # word
    -1.481,  # given
    -1.059,  # surname
    -0.784,  # like a surname
    0.758,  # adjective
    0.869,  # town adjective
    -0.053,  # common at start
    -0.394,  # word at start
    -0.105,  # common in headline
    -0.111,  # surname not located
    -0.892,  # given and name after
)
OF_PLACE: tuple[float, ...] = (
    0.312,  # population
    2.718,  # people squared
    2.617,  # country
    -0.020,  # region
    1.184,  # district
    -0.345,  # small
    -0.385,  # hamlet
    1.243,  # wide
    1.346,  # capital
    2.179,  # notable
    1.218,  # centre
    0.745,  # village
    1.088,  # doubtful
    -0.378,  # home
    0.603,  # home and known
    0.601,  # home region
    -0.259,  # abroad in cyrillic
    0.000,  # rare
    0.380,  # foreign
    -0.024,  # undetermined
    0.274,  # oblique
    0.306,  # abbreviated
    0.372,  # best
    -0.164,  # behind
    0.266,  # rivals
    0.193,  # far behind
    1.802,  # under a wide namesake
    0.101,  # district with namesakes
    2.039,  # same region
    0.775,  # same country
    -1.550,  # another country
    0.841,  # inside next
    0.610,  # next elsewhere
    0.586,  # behind and supported
    -0.865,  # far behind and unsupported
    -0.407,  # unsupported namesakes
    0.753,  # a namesake is supported
    -0.131,  # small and located
    1.772,  # small and supported
    -0.983,  # small in the country
    -0.355,  # common and small
    -0.417,  # name before and small
    0.455,  # surname and small
    -0.146,  # alone in the country
    -0.014,  # starts and small
    -0.121,  # headline and small
    -0.278,  # person and wide
    -0.730,  # person and great
)
