"""Whether German or Polish words before a name say that it is a town.

"Die Stadt Görlitz", "im Raum Lyman", "östlich von Siwersk", «w okolicach Słupska».
"""

import re

from bot.annotate import declined, struck
from bot.annotate.keys import Form
from bot.annotate.packed import Spot
from bot.annotate.tokens import Tokens
from bot.annotate.weighing import Weighed
from bot.domain.model import Kind

SPOKEN = frozenset({"de", "pl"})

_TOWN = re.compile(
    r"(?:\w*stadt|(?:gross)?raum|(?:grenz)?region|gebiet|oblast|ort|ortschaft|dorf|siedlung|"
    r"gemeinde|\w*hafen|(?:land)?kreis|bezirk|(?:haupt)?bahnhof|richtung|"
    r"miast(?:o|a|u|em)|miescie|miejscowosc(?:i|ia)?|okolic(?:e|y|ach)?|"
    r"przedmiesci(?:a|u|ach|ami)|mieszkanc(?:y|om|ow|ami)|pobliz[eu]|centrum|"
    r"mer(?:a|em|owi)?|burmistrz\w{0,4}|władze|władz|lotnisk(?:o|u|a|iem)|port(?:u|em)?|"
    r"niedaleko|nieopodal)$"
)
_OF_TOWN = re.compile(
    r"(?:(?:nord|sud|ost|west)\w*lich|nordlich|sudlich|ostlich|westlich|nahe|unweit|"
    r"ausserhalb|(?:ober)?burgermeister\w*|(?:ein|be|an)wohner\w*|stadtrand|rand|zentrum|"
    r"innenstadt|vorort\w*|umgebung|strassen|einnahme|eroberung|verteidigung|befreiung|"
    r"nordostlich|nordwestlich|sudostlich|sudwestlich)$"
)
_AROUND = frozenset("nahe koło wokoł obok pod".split())
_RUND = frozenset({"rund"})


def is_placed(weighed: Weighed, spot: Spot, tokens: Tokens) -> bool:
    """Return whether German or Polish words make a town sure."""
    reading = weighed.reading
    if declined.is_adjective(tokens, reading.start):
        return True
    if (
        reading.form is not Form.NAME
        or spot.kind is not Kind.SETTLEMENT
        or weighed.clues.signs.name_after
    ):
        return False
    entry = reading.entry  # German gives all nouns a capital, Polish none
    known = not (entry.given or entry.surname or "de" in entry.common)
    start, end = reading.start, reading.end
    return _is_called(tokens, start) or (
        known
        and (
            _is_near(tokens, start)
            or struck.heads_events(tokens, start, end)  # «Radom. Pożar w bloku»
            or struck.is_under_fire(tokens, end)
        )
    )


def _is_called(tokens: Tokens, start: int) -> bool:
    """Return whether a word for a town, or for what a town has, stands before."""
    if not start or tokens[start].gap != " " or not tokens.is_upper(start):
        return False
    before = tokens.keys[start - 1]
    if before == "von":
        return start > 1 and _OF_TOWN.match(tokens.keys[start - 2]) is not None
    return _TOWN.match(before) is not None


def _is_near(tokens: Tokens, start: int) -> bool:
    """Return whether something is near it: "nahe Gera", «koło Siedlec»; or a person is."""
    if not start or tokens[start].gap != " " or not tokens.is_upper(start):
        return False
    before = tokens.keys[start - 1]
    if before == "um":
        return start > 1 and tokens.keys[start - 2] in _RUND
    return before in _AROUND
