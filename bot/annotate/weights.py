"""How much each clue of :mod:`bot.annotate.clues` counts; made by tools/fit_places.py."""

ADMIT = 2.086
OF_READING = (
    -0.176,  # starts
    -0.118,  # headline
    0.326,  # lower
    0.859,  # words
    -0.747,  # short
    0.431,  # located
    1.128,  # strictly
    0.734,  # marked
    0.768,  # of
    0.484,  # the
    -1.212,  # given before
    -0.418,  # name before
    -0.057,  # name before at start
    0.542,  # title before
    -0.585,  # initial before
    -0.422,  # name after
    0.995,  # institution after
    0.531,  # hyphen before
    0.191,  # hyphen after
    -0.769,  # common
    -0.654,  # word
    -1.471,  # given
    -0.930,  # surname
    -0.440,  # like a surname
    -0.293,  # repeated
    0.746,  # adjective
    0.899,  # town adjective
    1.375,  # unit after
    0.179,  # cyrillic
    -0.012,  # common at start
    -0.446,  # word at start
    0.062,  # common in headline
    -0.760,  # oblique at start
    -0.685,  # surname not located
    0.216,  # comma before
    0.579,  # acronym
    -0.901,  # water beside
    -0.436,  # given and name after
    -1.623,  # name after in cyrillic
    -1.127,  # name before in cyrillic
    0.524,  # hyphen before a name
)
OF_PLACE = (
    0.550,  # population
    2.243,  # country
    0.193,  # region
    1.589,  # district
    -0.351,  # small
    -0.151,  # hamlet
    1.185,  # capital
    2.031,  # notable
    0.939,  # centre
    0.647,  # village
    0.992,  # doubtful
    0.121,  # best
    -0.569,  # behind
    -0.142,  # rivals
    1.751,  # same region
    0.484,  # same country
    -1.512,  # another country
    0.000,  # feed country
    1.148,  # inside next
    0.493,  # next elsewhere
    0.000,  # rare
    0.337,  # foreign
    -0.049,  # undetermined
    0.497,  # oblique
    -0.792,  # home
    0.323,  # small and located
    2.770,  # small and supported
    -0.124,  # common and small
    -0.100,  # name before and small
    0.861,  # surname and small
    -0.242,  # alone in the country
    0.343,  # abbreviated
    -0.816,  # same district or near
    -0.164,  # starts and small
    -0.225,  # headline and small
    -0.638,  # abroad in cyrillic
    0.569,  # behind and supported
    0.438,  # district with namesakes
    -0.157,  # unsupported namesakes
    0.966,  # wide
    0.000,  # small abroad in cyrillic
    -0.211,  # person and wide
    3.077,  # people squared
    0.234,  # far behind
    -0.375,  # far behind and unsupported
    2.196,  # under a wide namesake
    1.336,  # home and known
    0.679,  # home region
)
