"""What German and Polish words say of a capital: that it governs, or that it is a city.

`bot.annotate.capitals` asks it first, of any language: no other has these words. "Laut
Minsk", «odpowiedź Warszawy», "die Regierung in Wien" are governments; «mer Kijowa» is the
city's, "Kiews Bürgermeister" too.
"""

import re
from collections.abc import Sequence

from bot.annotate.tokens import Token

_MUNICIPAL = re.compile(
    r"(?:mer(?:a|em|owi)?$|burmistrz|zastepc|mieszkan|ulic(?:e|y|ach)?$|"
    r"(?:vize|ober|alt)?burgermeister|(?:ein|be|an)wohner|stadtrand|zentrum|innenstadt|"
    r"vorort|altstadt|strassen$|umland$|himmel$)"
)
_OF = frozenset({"von"})
_IN = frozenset("in w we".split())
_GOVERNMENT = re.compile(
    r"(?:regierung|kabinett|machthaber|fuhrung$|rzad(?:y|u|owi|em)?$|władz(?:e|a|om|ami)$|"
    r"dyplomac|resort|aussenminister|verteidigungsminister|msz$|mon$)"
)
_ACCORDING = frozenset("laut według wedle zdaniem wobec".split())
_ITS = re.compile(
    r"(?:odpowiedz|stanowisk|decyzj|polityk|grozb|reakcj|ambasador|propozycj|zadan|"
    r"warunk|narracj|propagand|retoryk|agresj|sojuszni|interes|wpływ|oskarzen|"
    r"zarzut|oswiadczen|wojn[aye]$|udziałem$|spor(?:u|em)?$|sojusz|apel|sprzeciw|poparc|strategi|kłamstw|ustepstw|"
    r"botschafter|aussenpolitik|verbundete|vorwurf|forderung|drohung|angebot)"
)
_HAS = re.compile(
    r"(?:antwort|krieg|plan(?:e|en)?$|forderung|drohung|angebot|botschafter|aussen|strategi|"
    r"verbundete|propagand|haltung|armee|truppe|regierung|reaktion|politik|vorwurf|"
    r"streitkraft|interesse|einfluss|ziel|sanktion|luftabwehr|absage|nein$|signale?$|kurs$)"
)
_PRESSURE = re.compile(r"(?:presj|nacisk|sankcj|druck$|sanktion|wut$|kritik)")
_GOODS = re.compile(
    r"(?:bron|pomoc|czołg|rakiet|wsparc|uzbrojen|pieniadz|amunicj|mysliw|pozyczk|"
    r"gwarancj|waff|hilf|panzer|geld|munition|unterstutz|milliard|garanti|flugabwehr)"
)
_WORDS_FROM = re.compile(
    r"(?:antwort|kritik|signal|vorwurf|vorwurfe|reaktion|zustimmung|warnung|lob|widerspruch|"
    r"absage|druck|drohung|unterhandl|delegation|gesandt|diplomat|delegacj|negocjator|"
    r"wysłanni|przedstawiciel|dyplomat|zblizen|szczyt|gipfel|sygnał|głos|odpowiedz|reakcj|krytyk)"
)
_TIES = re.compile(
    r"(?:streit|konflikt|spannung|verhandlung|gesprach|beziehung|dialog|abkommen|"
    r"verhaltnis|kontakt|napieci|spor(?:u|y)?$|rozmow|umow|relacj|negocjacj|stosunk)"
)
_MEETING = re.compile(r"(?:gipfel|bundnis|krieg$|friedens|abkommen)")
_TO = {
    "na": _PRESSURE, "auf": _PRESSURE, "gegen": _PRESSURE,
    "dla": _GOODS, "fur": _GOODS,
    "aus": _WORDS_FROM, "z": _WORDS_FROM,
    "mit": _MEETING, "zu": _TIES, "zwischen": _TIES, "miedzy": _TIES, "pomiedzy": _TIES,
}  # fmt: skip
_DOES = re.compile(
    r"(?:potepi|obawia|boi$|zgadz|zgodzi|przyzna|wyklucz|gotow|odmawia|odmowi|krytyk|"
    r"wspier|uznaje|uznał|stawia$|grozi|milcz|domaga|rozwaz|oferuj|ustepuj|naciska|"
    r"furcht|bittet$|bereit$|lobt$|begruss|zogert|erwagt|behauptet|raumt|wehrt|beklagt|"
    r"verlangt|verweiger|signalisier|bekraftig|beharrt|besteht|einlenk|lenkt$|pocht$|"
    r"uberlegt$|ruckt$|empor|provoziert$|lugt$|verschweigt$|rustet$|kłam[ei]|ukrywa$|dazy$|"
    r"prowokuj|strasz[ya]|uspokaja$|zaostrz|dementuj|komentuj|kommentiert$|verklagt$|"
    r"pozwał|schweigt$)"
)
# What cities do as well, but not with this.
_MAY_DO = re.compile(
    r"(?:erhoht|bereitet|testet|verliert|dankt|bekommt|erhalt|bricht|erkennt|hat|fuhrt|"
    r"erwartet|sieht|erklart|bietet|nennt|halt|rechnet|meldet|wartet|verkauft|kauft|zeigt|"
    r"feiert|zwieksza|prosi|traci|chce|otrzyma|dostanie|zawiesza|ma|podnosi|odpowie|prowadzi|"
    r"sprzedaje|szykuje|kupuje|przygotowuje|mowi|da)$"
)
_POLITICS = re.compile(
    r"(?:waffe|panzer|patriot|drohn|raket|truppe|soldat|krieg|hybrid|frieden|offensiv|"
    r"ultimatum|nato$|verbundet|sanktion|gesprach|verhandl|unabhangig|diplomat|putin|trump|"
    r"eskal|mobilmach|abschuss|erfolge?$|angriff$|bedingung|fortschritt|geduld|unterstutz|"
    r"druck$|bron(?:ia)?$|czołg|rakiet|dron|wojn|pokoj|ofensyw|sojuszni|sankcj|rozmow|"
    r"negocj|traktat|cierpliwosc|stawke$|produkcj|prowokacj|zastrasz|udział|plan$)"
)
_OF_CITY = re.compile(
    r"(?:tram|u$|s$|metro|bilet|ticket|strasse|ulic|maraton|rower|park|upał|hitze|miete|"
    r"radweg|fahrrad|kita|schwimmb|hundesteuer|autobus|busse|korki|korkach|hallenbad|sylwest|"
    r"silvester|smog|burgermeister|burmistrz|jarmark|weihnachtsmarkt)"
)
_PHRASES = frozenset(
    "unter druck|pod presja|spielt auf|gra na|steckt hinter|bleibt hart|po stronie|za "
    "sabotazem|za atakiem|ma nowy".split("|")
)
_ASKED = re.compile(
    r"(?:will|plant|steckt|reagiert|antwortet|chce|odpowie|zareaguje|planuje|stoi|knuje)$"
)
_SKIPPED = frozenset(
    "nie nadal wciaz znow juz tez takze sie nicht wieder sich weiter auch nun jetzt ist "
    "jest sind".split()
)
_AND = frozenset("i und oraz".split())
_BRUSSELS = re.compile(r"(?:bru[sk]sel|brussel|nato$|eu$|ue$|kiew$|kijow|mosk)")
_DEALS = re.compile(
    r"(?:waffenruhe|sanktion|frieden|verhandl|provokation|rozejm|sankcj|negocjac|"
    r"pok(?:oj|oju)$|prowokac)"
)
_GENITIVE = "s"


def told(text: str, tokens: Sequence[Token], start: int, end: int) -> bool | None:
    """Return whether the words say that it is a government, or a city; None if neither."""
    first = not start or tokens[start].breaks
    before = "" if first else tokens[start - 1].key
    is_second = start == 1 or first or tokens[start - 1].breaks
    further = "" if is_second else tokens[start - 2].key
    owned = text[tokens[end - 1].end - 1] == _GENITIVE
    after = _after(tokens, end)
    if _MUNICIPAL.match(further if before in _OF else before) or (
        owned and after and _MUNICIPAL.match(after[0])
    ):
        return False
    if before in _IN:
        return True if _GOVERNMENT.match(further) else None
    if (
        before in _ACCORDING
        or (tokens[start].gap == " " and _ITS.match(before))
        or (before in _TO and _TO[before].match(further))
        or (owned and ((after and _HAS.match(after[0])) or before == "krieg"))
        or (
            _ASKED.match(before)
            and tokens[start].gap == " "
            and not (after and tokens[end].gap == " ")
        )
    ):
        return True
    if not first:
        return None
    if any(map(_OF_CITY.match, after[1:4])):
        return False  # "Berlin kauft neue U-Bahnen"
    return True if _governs(tokens, end, after) else None


def _after(tokens: Sequence[Token], end: int) -> list[str]:
    """Return the next words of the sentence, but those that any verb has beside it."""
    found: list[str] = []
    for token in tokens[end : end + 5]:
        if token.breaks:
            break
        if token.key not in _SKIPPED:
            found.append(token.key)
    return found


def _governs(tokens: Sequence[Token], end: int, after: Sequence[str]) -> bool:
    """Return whether a capital that begins a sentence does what governments do."""
    if not after:
        return False
    if tokens[end].gap.startswith(":"):
        return any(map(_DEALS.match, after))
    if tokens[end].gap != " ":
        return False
    if after[0] in _AND and len(after) > 1:
        return _BRUSSELS.match(after[1]) is not None
    if _DOES.match(after[0]) or f"{after[0]} {''.join(after[1:2])}" in _PHRASES:
        return True
    return _MAY_DO.match(after[0]) is not None and any(map(_POLITICS.match, after[1:3]))
