"""Declined words that get the key under which the gazetteer has their name."""

import re
from collections.abc import Iterator

from bot.annotate.gazetteer import NOTHING, Gazetteer
from bot.annotate.keys import Form
from bot.annotate.tokens import Tokens
from bot.domain.folding import fold
from bot.domain.model import Kind

_LEAST_GENITIVE = 5  # letters: "Kiews"
_VOIVODESHIP = re.compile(r"во[єе]водств(?:а|у|і|е|ом)$")
_NEUTER_CASE = re.compile(r"(?<=[сц]ьк)(?:ого|ому|им)$|(?<=[сц]к)(?:ого|ому|им|ом)$")


def cut_genitives(tokens: Tokens, gazetteer: Gazetteer) -> None:
    """Give names in the genitive of German their key: "Russlands", "Kiews"."""
    for index, key in enumerate(tokens.keys):
        if len(key) < _LEAST_GENITIVE or key[-1] != "s" or not tokens.is_upper(index):
            continue
        if gazetteer.entries[key] is NOTHING and any(
            sense.form is Form.NAME and sense.language in {"de", "en", "und"}
            for sense in gazetteer.entries[key[:-1]].senses
        ):
            tokens.keys[index] = tokens.firsts[index] = key[:-1]


# Who rules a town, or what stands there and is called after it: "Charkiwer Behörden".
_GERMAN_UNIT = re.compile(
    r"(?:gebiet|region|oblast|umland|bezirk|(?:land)?kreis|rajon|"
    r"\w*(?:gouverneur|verwaltung)|behord|(?:ober|vize)?burgermeister|stadt|rathaus|"
    r"(?:gemeinde|landes|kantons|bundes|kriminal|verkehrs)\w+|(?:wasserschutz)?poliz|"
    r"feuerwehr|"
    r"(?:general|ober)?staatsanw|(?:\w+s?)?gericht|landtag|senat(?:s|or\w*)?$|"
    r"(?:\w+)?(?:flughafen|hafen|bahnhof|kraftwerk|raffinerie|krankenhaus|universitat)|"
    r"hochschule|\w*klinik|akw|werft|stahlwerk|altstadt|innenstadt|vorort|zentrum|zoo|messe$|"
    r"front|richtung|"
    r"\w*(?:wohnhaus|hochhaus|wohngebiet|wohnung|schule|kirche|theater|museum|kino|markt|"
    r"laden|restaurant|cafe|hotel|einkaufszentrum|park|metro|bahn|tram|bus|taxi|strasse|"
    r"viertel|brucke|kloster|klub|bar|gefangnis|friedhof|stadion|universitat|fabrik|werk|depot)"
    r"(?:e?s|e|n|en|s)?$|student|arzt|taxifahrer|rentner|dom(?:s|es)?$|messegelande|"
    r"\w*flugplatz|\w*flughaf|[us]$|kripo$|oper$|opernhaus|schuler|mieter|burger(?:innen)?$|"
    r"(?:ein|an)wohner|forscher|uni$|familie|ehepaar|(?:flug|luft)abwehr|bucht|hochbahn|"
    r"\w*lager(?:halle)?n?$|schauspielhaus|zollhaf|notruf|rettung|obdachlos|fahrgast|"
    r"kinder$|jugendlich|unternehmer|gastro|wirt(?:e|in)?$|hospital|kita$|kitas$|heim$|"
    r"\w*(?:tunnel|anlage|gelande|turm)$|s?bahnen$)"
)
_OBLAST = re.compile(r"(?:gebiet|region|oblast|umland|gouverneur)")
# What lies around these cities is another region.
_OBLASTS = {"kiew": "kyiv", "moskau": "moscow", "leningrad": "leningrad"}
_NEAR = frozenset({"DE", "AT", "CH", "UA", "RU", "BY"})
_SHORT = 4  # letters of a town abroad: "Mauer" is of no Mau
_SMALL = 4.3  # weight of 20,000 people
_TOWN = 4.7  # of 50,000: "Langer" is not of Langen


def _towns_of(adjective: str) -> Iterator[tuple[str, float, bool]]:
    """Yield what an adjective in -er may be of, the least weight, and if near only."""
    stem = adjective[:-2]
    if adjective == "zurcher":
        yield "zurich", _TOWN, True
    yield stem, _SMALL, False
    yield adjective[:-1], _TOWN, True  # "Karlsruher"
    yield stem.removesuffix("n") + "en", _TOWN, True  # "Bremer", "Dresdner"
    yield stem + "a", _TOWN, True  # "Poltawer"
    if stem.endswith("l"):
        yield stem[:-1] + "el", _TOWN, True  # "Basler"
    if stem.endswith("an"):
        yield stem[:-2], _TOWN, True  # "Hannoveraner"


def _is_town(key: str, least: float, gazetteer: Gazetteer, *, near: bool) -> bool:
    """Return whether a German text may mean a town or region by that key."""
    spots = (
        gazetteer.spot(sense.place)
        for sense in gazetteer.entries[key].senses
        if sense.form is Form.NAME and sense.language in {"de", "en", "und"}
    )
    return any(
        spot.weight >= least
        and spot.kind in {Kind.SETTLEMENT, Kind.REGION}
        and (spot.country in _NEAR or not (near or len(key) < _SHORT))
        for spot in spots
    )


def cut_adjectives(tokens: Tokens, gazetteer: Gazetteer) -> None:
    """Give a town's German adjective the key of the town: "Charkiwer Behörden"."""
    for index, key in enumerate(tokens.keys[:-1]):
        if key[-2:] != "er" or not (tokens.is_upper(index) and tokens.is_upper(index + 1)):
            continue
        unit = tokens.keys[index + 1]
        if tokens.keys[index + 2 : index + 3] == ["anzeiger"]:
            continue  # a paper: "Kölner Stadt-Anzeiger"
        if tokens[index + 1].gap != " " or _GERMAN_UNIT.match(unit) is None:
            continue
        for town, least, near in _towns_of(key):
            around = _OBLASTS.get(town) if _OBLAST.match(unit) else None
            if around or _is_town(town, least, gazetteer, near=near):
                tokens.keys[index] = tokens.firsts[index] = around or town
                if around is not None:
                    tokens.keys[index + 1] = tokens.firsts[index + 1] = "oblast"
                break


def is_adjective(tokens: Tokens, index: int) -> bool:
    """Return whether `cut_adjectives` or `polish_towns` gave that word its key."""
    if tokens.is_raised(index):
        return True
    token = tokens[index]
    word = tokens.text[token.start : token.end]
    return word.endswith("er") and fold(word) != token.key


def is_of_city(tokens: Tokens, index: int) -> bool:
    """Return whether a capital's adjective is of the city: "Kiewer Bürgermeister".

    "Moskauer Behörden" may be those of the country.
    """
    unit = "".join(tokens.keys[index + 1 : index + 2])
    return is_adjective(tokens, index) and not unit.startswith("behord")


def undo_voivodeships(tokens: Tokens) -> None:
    """Give a voivodeship the key that it has: «в Люблінському воєводстві»."""
    if "водств" not in tokens.folded:
        return
    for index, key in enumerate(tokens.keys):
        if index and _VOIVODESHIP.match(key) is not None:
            ending = "е" if key[2] == "є" else "ое"
            adjective, n = _NEUTER_CASE.subn(ending, tokens.keys[index - 1])
            if n:
                tokens.keys[index - 1] = tokens.firsts[index - 1] = adjective
                tokens.keys[index] = tokens.firsts[index] = f"{key[:9]}о"
