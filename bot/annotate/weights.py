"""How much each clue of :mod:`bot.annotate.clues` counts; made by tools/fit_places.py."""

ADMIT = 0.444
OF_READING = (
    -0.178,  # starts
    0.128,  # headline
    0.610,  # lower
    0.607,  # words
    -0.144,  # short
    0.309,  # located
    1.023,  # strictly
    0.457,  # marked
    0.651,  # of
    0.316,  # the
    -1.499,  # given before
    -1.003,  # name before
    -0.098,  # name before at start
    0.473,  # title before
    0.000,  # initial before
    -1.158,  # name after
    0.845,  # institution after
    0.436,  # hyphen before
    0.016,  # hyphen after
    -0.403,  # common
    -1.400,  # word
    -1.524,  # given
    -0.926,  # surname
    -0.096,  # like a surname
    -0.411,  # repeated
    1.614,  # adjective
    0.517,  # town adjective
    1.021,  # unit after
    -0.122,  # cyrillic
    -0.025,  # common at start
    -0.270,  # word at start
    -0.382,  # common in headline
    -0.786,  # oblique at start
    -1.009,  # surname not located
    0.387,  # comma before
)
OF_PLACE = (
    1.073,  # population
    5.222,  # country
    1.763,  # region
    0.536,  # district
    -0.831,  # small
    -0.478,  # hamlet
    1.583,  # capital
    2.383,  # notable
    1.553,  # centre
    0.046,  # village
    0.057,  # doubtful
    0.135,  # best
    -0.491,  # behind
    -0.054,  # rivals
    1.580,  # same region
    0.871,  # same country
    -2.239,  # another country
    0.000,  # feed country
    1.949,  # inside next
    0.542,  # next elsewhere
    0.000,  # rare
    0.277,  # foreign
    -0.042,  # undetermined
    0.486,  # oblique
    -0.607,  # home
    0.224,  # small and located
    2.498,  # small and supported
    -0.550,  # common and small
    0.076,  # name before and small
    1.199,  # surname and small
    -0.028,  # alone in the country
    0.826,  # abbreviated
    -1.599,  # same district or near
    -0.120,  # starts and small
    -0.159,  # headline and small
)
