"""How much each clue of clues.py and place_clues.py counts.

Made by tools/fit_places.py.
"""

ADMIT: float = 1.772
OF_READING: tuple[float, ...] = (
    -0.242,  # starts
    0.017,  # headline
    -0.590,  # lower
    0.469,  # words
    -0.696,  # short
    -0.573,  # short in latin
    0.272,  # acronym
    0.321,  # repeated
    0.497,  # cyrillic
    -0.773,  # oblique at start
    0.612,  # hyphen before
    0.602,  # hyphen after
    0.085,  # hyphen before a name
    0.403,  # located
    1.141,  # strictly
    0.605,  # marked
    0.583,  # of
    0.661,  # the
    0.408,  # title before
    -0.737,  # initial before
    -0.098,  # comma before
    -1.637,  # given before
    -0.489,  # name before
    0.113,  # name before at start
    -1.213,  # name before in cyrillic
    -0.598,  # name after
    -1.570,  # name after in cyrillic
    1.027,  # institution after
    -1.302,  # water beside
    1.273,  # unit after
    0.289,  # colon after
    -0.489,  # common
    -1.429,  # word
    -1.289,  # given
    -1.255,  # surname
    -0.536,  # like a surname
    1.522,  # adjective
    1.086,  # town adjective
    -0.244,  # common at start
    0.162,  # word at start
    -0.333,  # common in headline
    -0.306,  # surname not located
    -1.427,  # given and name after
    0.956,  # listed
    -0.081,  # listed and a person's
    -1.501,  # borne elsewhere
)
OF_PLACE: tuple[float, ...] = (
    0.485,  # population
    3.106,  # people squared
    3.217,  # country
    -0.324,  # region
    1.042,  # district
    -0.550,  # small
    -0.340,  # hamlet
    0.842,  # wide
    2.171,  # capital
    2.979,  # notable
    1.702,  # centre
    0.602,  # village
    0.641,  # doubtful
    -0.379,  # home
    0.256,  # home and known
    0.710,  # home region
    -0.555,  # abroad in cyrillic
    -0.191,  # rare
    0.503,  # foreign
    -0.006,  # undetermined
    0.276,  # oblique
    -0.140,  # abbreviated
    0.005,  # best
    -0.047,  # behind
    0.350,  # rivals
    -0.622,  # far behind
    -0.690,  # in a wide namesake
    1.018,  # under a metropolis
    0.420,  # district with namesakes
    0.411,  # holds the name before
    3.559,  # same region
    0.961,  # same country
    -1.464,  # another country
    0.524,  # inside next
    0.253,  # next elsewhere
    0.415,  # behind and supported
    -0.447,  # far behind and unsupported
    -0.566,  # unsupported namesakes
    -0.334,  # a namesake is supported
    0.094,  # small and located
    0.864,  # small and supported
    -1.497,  # small in the country
    0.087,  # common and small
    -0.652,  # name before and small
    1.091,  # surname and small
    -0.238,  # alone in the country
    -0.143,  # starts and small
    -0.489,  # headline and small
    0.065,  # person and wide
    -0.819,  # person and great
    -0.058,  # under a metropolis and supported
    0.047,  # inside next and beside a wide namesake
    0.340,  # inside next region
)
