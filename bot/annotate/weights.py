"""How much each clue of :mod:`bot.annotate.clues` counts; made by tools/fit_places.py."""

ADMIT = 1.850
OF_READING = (
    -0.297,  # starts
    -0.054,  # headline
    0.234,  # lower
    0.645,  # words
    -0.826,  # short
    0.661,  # acronym
    -0.464,  # repeated
    0.289,  # cyrillic
    -0.716,  # oblique at start
    0.564,  # hyphen before
    0.039,  # hyphen after
    0.554,  # hyphen before a name
    0.437,  # located
    1.285,  # strictly
    0.719,  # marked
    0.601,  # of
    0.396,  # the
    0.537,  # title before
    -0.580,  # initial before
    0.304,  # comma before
    -1.086,  # given before
    -0.361,  # name before
    0.131,  # name before at start
    -1.145,  # name before in cyrillic
    -0.293,  # name after
    -1.652,  # name after in cyrillic
    1.126,  # institution after
    -1.074,  # water beside
    1.447,  # unit after
    -0.559,  # common
    -1.132,  # word
    -1.641,  # given
    -1.157,  # surname
    -0.529,  # like a surname
    0.743,  # adjective
    0.859,  # town adjective
    -0.122,  # common at start
    -0.361,  # word at start
    -0.148,  # common in headline
    -0.442,  # surname not located
    -0.865,  # given and name after
)
OF_PLACE = (
    0.290,  # population
    2.667,  # people squared
    2.487,  # country
    -0.116,  # region
    1.183,  # district
    -0.419,  # small
    -0.415,  # hamlet
    1.058,  # wide
    1.306,  # capital
    2.290,  # notable
    1.369,  # centre
    0.766,  # village
    0.969,  # doubtful
    -0.643,  # home
    0.776,  # home and known
    0.785,  # home region
    -0.835,  # abroad in cyrillic
    0.000,  # rare
    0.386,  # foreign
    -0.016,  # undetermined
    0.359,  # oblique
    0.073,  # abbreviated
    0.359,  # best
    -0.205,  # behind
    0.129,  # rivals
    0.361,  # far behind
    1.872,  # under a wide namesake
    0.128,  # district with namesakes
    2.330,  # same region
    0.609,  # same country
    -1.491,  # another country
    0.974,  # inside next
    0.676,  # next elsewhere
    0.494,  # behind and supported
    -0.993,  # far behind and unsupported
    -0.320,  # unsupported namesakes
    0.183,  # small and located
    1.962,  # small and supported
    -1.252,  # small in the country
    -0.228,  # common and small
    -0.436,  # name before and small
    0.871,  # surname and small
    -0.070,  # alone in the country
    -0.070,  # starts and small
    -0.312,  # headline and small
    -0.364,  # person and wide
)
