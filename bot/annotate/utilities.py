"""Firms whose one word begins with the place that they serve: «Чернігівобленерго»."""

import re

from bot.annotate.gazetteer import NOTHING, Gazetteer
from bot.annotate.keys import Form
from bot.annotate.tokens import Tokens
from bot.domain.model import Kind

_LEAST = 4  # letters of a place
_OF_REGION = re.compile(r"(\w{3,}?)(?:обленерго|облэнерго|[еэ]нерго|облгаз|облводоканал)$")
_OF_TOWN = re.compile(
    r"(\w{4,}?)(?:водоканал(?:і|е|у|ом|а)?|тепло(?:комун)?енерго|тепло(?:коммун)?энерго|"
    r"тепломереж\w{1,3}|м[іи]ськсв[іи]тл\w{1,2}|горсвет\w{0,2}|м[іи]ськрад(?:а|и|і|у|ою)|"
    r"електротранс|электротранс)$"
)
# What stands in each of them.
_GATE = tuple("нерго водоканал облгаз тепломереж ськсв горсвет ськрад лектротранс".split())
# The name that such a firm has for its region, and an adjective of that region.
_REGIONS = dict(
    pair.replace("·", " ").split("=")
    for pair in (
        "вінниця=вінницька волинь=волинська дніпро=дніпропетровська житомир=житомирська "
        "закарпаття=закарпатська запоріжжя=запорізька київ=київська "
        "кіровоград=кіровоградська львів=львівська миколаїв=миколаївська одеса=одеська "
        "полтава=полтавська прикарпаття=івано·франківська рівне=рівненська суми=сумська "
        "тернопіль=тернопільська харків=харківська херсон=херсонська "
        "хмельницьк=хмельницька черкаси=черкаська чернівці=чернівецька "
        "чернігів=чернігівська донецьк=донецька луганськ=луганська "
        "винница=винницкая волынь=волынская днепр=днепропетровская "
        "запорожье=запорожская киев=киевская львов=львовская николаев=николаевская "
        "одесса=одесская сумы=сумская харьков=харьковская "
        "чернигов=черниговская черкассы=черкасская белгород=белгородская "
        "курск=курская брянск=брянская воронеж=воронежская орел=орловская "
        "липецк=липецкая тул=тульская рязань=рязанская смоленск=смоленская "
        "калуга=калужская тверь=тверская ростов=ростовская волгоград=волгоградская "
        "псков=псковская"
    ).split()
)


def cut(tokens: Tokens, gazetteer: Gazetteer) -> None:
    """Give the name of such a firm the key of the region or town that it serves."""
    if not any(part in tokens.folded for part in _GATE):
        return
    for index, key in enumerate(tokens.keys):
        if gazetteer.entries[key] is not NOTHING:
            continue
        if (firm := _OF_REGION.match(key)) is not None:
            adjective = _REGIONS.get(firm[1])
            if "э" in key and adjective is not None:  # «Полтаваоблэнерго»
                adjective = adjective.replace("ська", "ская")
            if adjective is not None:
                tokens.rename(index, f"{adjective} область")
        elif (firm := _OF_TOWN.match(key)) is not None and _is_town(firm[1], gazetteer):
            tokens.rename(index, firm[1])


def _is_town(key: str, gazetteer: Gazetteer) -> bool:
    return len(key) >= _LEAST and any(
        sense.form is Form.NAME
        and gazetteer.spot(sense.place).kind in {Kind.SETTLEMENT, Kind.REGION}
        for sense in gazetteer.entries[key].senses
    )
