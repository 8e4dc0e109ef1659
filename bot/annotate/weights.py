"""How much each clue of :mod:`bot.annotate.clues` counts; made by tools/fit_places.py."""

ADMIT = 2.097
OF_READING = (
    -0.227,  # starts
    -0.116,  # headline
    0.275,  # lower
    0.812,  # words
    -0.816,  # short
    0.462,  # acronym
    -0.445,  # repeated
    0.167,  # cyrillic
    -0.800,  # oblique at start
    0.536,  # hyphen before
    0.140,  # hyphen after
    0.525,  # hyphen before a name
    0.402,  # located
    1.162,  # strictly
    0.663,  # marked
    0.708,  # of
    0.586,  # the
    0.792,  # title before
    -0.630,  # initial before
    0.154,  # comma before
    -1.111,  # given before
    -0.323,  # name before
    -0.031,  # name before at start
    -1.200,  # name before in cyrillic
    -0.387,  # name after
    -1.648,  # name after in cyrillic
    0.979,  # institution after
    -1.221,  # water beside
    1.423,  # unit after
    -0.788,  # common
    -0.704,  # word
    -1.795,  # given
    -1.349,  # surname
    -0.563,  # like a surname
    0.718,  # adjective
    0.881,  # town adjective
    -0.030,  # common at start
    -0.474,  # word at start
    0.166,  # common in headline
    -0.420,  # surname not located
    -0.669,  # given and name after
)
OF_PLACE = (
    0.562,  # population
    2.960,  # people squared
    2.423,  # country
    0.065,  # region
    1.470,  # district
    -0.583,  # small
    -0.226,  # hamlet
    0.910,  # wide
    1.516,  # capital
    2.066,  # notable
    0.780,  # centre
    0.725,  # village
    0.830,  # doubtful
    -0.533,  # home
    1.192,  # home and known
    0.640,  # home region
    -0.684,  # abroad in cyrillic
    0.000,  # rare
    0.305,  # foreign
    -0.022,  # undetermined
    0.398,  # oblique
    0.405,  # abbreviated
    0.266,  # best
    -0.418,  # behind
    -0.018,  # rivals
    0.128,  # far behind
    2.289,  # under a wide namesake
    0.740,  # district with namesakes
    1.849,  # same region
    0.626,  # same country
    -1.413,  # another country
    0.963,  # inside next
    0.744,  # next elsewhere
    0.669,  # behind and supported
    -0.810,  # far behind and unsupported
    -0.253,  # unsupported namesakes
    0.384,  # small and located
    2.922,  # small and supported
    -0.975,  # small in the country
    0.066,  # common and small
    -0.380,  # name before and small
    1.377,  # surname and small
    -0.398,  # alone in the country
    -0.118,  # starts and small
    -0.342,  # headline and small
    -0.132,  # person and wide
)
