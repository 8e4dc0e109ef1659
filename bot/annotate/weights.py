"""How much each clue of :mod:`bot.annotate.clues` counts; made by tools/fit_places.py."""

ADMIT = 2.335
OF_READING = (
    -0.089,  # starts
    0.097,  # headline
    0.517,  # lower
    0.857,  # words
    -0.597,  # short
    0.302,  # located
    1.122,  # strictly
    0.471,  # marked
    0.623,  # of
    0.322,  # the
    -1.169,  # given before
    -0.652,  # name before
    -0.041,  # name before at start
    0.350,  # title before
    -0.603,  # initial before
    -0.419,  # name after
    0.977,  # institution after
    0.495,  # hyphen before
    0.340,  # hyphen after
    -0.572,  # common
    -1.438,  # word
    -1.307,  # given
    -0.964,  # surname
    -0.327,  # like a surname
    -0.481,  # repeated
    1.163,  # adjective
    0.511,  # town adjective
    0.950,  # unit after
    0.677,  # cyrillic
    -0.135,  # common at start
    -0.046,  # word at start
    -0.330,  # common in headline
    -0.894,  # oblique at start
    -0.620,  # surname not located
    0.411,  # comma before
    1.036,  # acronym
    -0.855,  # water beside
    -0.494,  # given and name after
    -1.689,  # name after in cyrillic
    -0.873,  # name before in cyrillic
    0.430,  # hyphen before a name
)
OF_PLACE = (
    3.193,  # population
    1.894,  # country
    -0.895,  # region
    1.484,  # district
    -0.389,  # small
    -0.265,  # hamlet
    1.390,  # capital
    2.139,  # notable
    1.670,  # centre
    -0.355,  # village
    1.482,  # doubtful
    0.469,  # best
    0.198,  # behind
    0.028,  # rivals
    2.040,  # same region
    0.425,  # same country
    -1.902,  # another country
    0.000,  # feed country
    1.015,  # inside next
    0.604,  # next elsewhere
    0.000,  # rare
    0.193,  # foreign
    -0.019,  # undetermined
    0.510,  # oblique
    -0.798,  # home
    0.350,  # small and located
    1.871,  # small and supported
    0.313,  # common and small
    -0.258,  # name before and small
    0.961,  # surname and small
    0.015,  # alone in the country
    0.419,  # abbreviated
    -1.503,  # same district or near
    -0.150,  # starts and small
    -0.335,  # headline and small
    -1.155,  # abroad in cyrillic
    0.358,  # behind and supported
    0.191,  # district with namesakes
    -0.343,  # unsupported namesakes
    1.602,  # wide
    0.166,  # small abroad in cyrillic
    0.049,  # person and wide
)
