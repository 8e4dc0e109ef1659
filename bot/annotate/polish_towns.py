"""Polish adjectives of towns: «w kijowskim szpitalu», «kierunek pokrowski».

Beside what stands in a town they are of the town, where «obwód kijowski» is the region;
they come before their noun or after it. The gazetteer has the adjectives of regions only.
"""

import re

from bot.annotate.gazetteer import NOTHING, Gazetteer
from bot.annotate.tokens import Tokens

ADJECTIVE = re.compile(r"(\w{2,}[scz]k)(?:i|iego|iemu|im|a|iej|ie|ich|imi)$")
# The adjective's stem and the town, as keys have them.
_TOWNS = dict(
    pair.split("=")
    for pair in (
        "warszawsk=warszawa krakowsk=krakow gdansk=gdansk wrocławsk=wrocław łodzk=łodz "
        "poznansk=poznan lubelsk=lublin rzeszowsk=rzeszow białostock=białystok "
        "szczecinsk=szczecin bydgosk=bydgoszcz katowick=katowice kieleck=kielce "
        "olsztynsk=olsztyn opolsk=opole torunsk=torun przemysk=przemysl chełmsk=chełm "
        "suwalsk=suwałki radomsk=radom czestochowsk=czestochowa zamojsk=zamosc "
        "gdynsk=gdynia sopock=sopot gliwick=gliwice koszalinsk=koszalin elblask=elblag "
        "moskiewsk=moskwa kijowsk=kijow berlinsk=berlin londynsk=londyn parysk=paryz "
        "wilensk=wilno grodziensk=grodno rysk=ryga budapesztensk=budapeszt "
        "wiedensk=wieden brukselsk=bruksela lwowsk=lwow charkowsk=charkow odesk=odessa "
        "dnieprzansk=dniepr dniprowsk=dniepr mariupolsk=mariupol melitopolsk=melitopol "
        "chersonsk=cherson zaporosk=zaporoze krzyworosk=krzywy_rog "
        "biełgorodzk=biełgorod kursk=kursk briansk=briansk rostowsk=rostow "
        "sewastopolsk=sewastopol noworosyjsk=noworosyjsk petersbursk=petersburg"
    ).split()
)
# What stands, drives or sits in a town, and is no region's.
_IN_TOWN = re.compile(
    r"(?:sad(?:u|zie|em|y|ow)?$|szpital|lotnisk|policj|policyj|prokurat|straz|"
    r"metr(?:o|a|ze|em)$|tramwaj|autobus|dworzec|dworc|blok|kamienic|wiezow|mieszkan|ulic|"
    r"dzielnic|park(?:u|i|ow|iem|ach|ing\w*)?$|zoo$|teatr|muze|koscioł|koscieln|szkoł|szkol|"
    r"przedszkol|lice|uniwersyt|politechn|urzad|urzed|ratusz|stadion|hal(?:a|i|e)$|galeri|"
    r"centr|rynek|rynk|most|port(?:u|owi|em|cie|y)?$|stoczn|rafineri|elektrocie|oczyszcz|"
    r"areszt|wiezien|zakład|hotel|hostel|restaurac|bar(?:u|ze|y)?$|klub|lekarz|student|"
    r"kierowc|taksow|radiow|osiedl|garaz|magazyn|fabry|redakc|cmentar|parafi|opera|oper(?:y|ze)$|"
    r"filharm|sklep|bazar|targ(?:u|i|owisk\w*)?$|dom(?:u|y|ow|ach)?$|budyn|tunel|obwodnic|"
    r"przystan|peron|komend|komisariat|pogotow|ratowni|kin(?:o|a|ie)$|pomnik|plac|plaz|"
    r"magistrat|elektrown|starowk|starowc|uczeln|zus(?:$|u$)|zandarmer|przedsiebiorc|"
    r"rodzin|kurator|biskup|diecezj|archidiecezj|kuri[ai]$|biznesmen|adwokat|taksowk|"
    r"nastolat|emeryt|pacjent|kibic|uczni|uczen|nauczyciel|onkolog|chirurg|deweloper|"
    r"akademik|bulwar|fontann|lodowisk|basen|schron(?:y|u|ie|ow)?$|ciepłown|spalarn|nabrzez|"
    r"wiadukt|estakad|rond[aoi]|skrzyzowan|torowisk|wysypisk|krematori|hospicj|prokurator|"
    r"zajezd|wodociag|sanepid|parking|radn(?:y|a|i|ych)$|prezydent)"
)
_NAMED = re.compile(r"(?:uniwersyt|politechn|port(?:u|owi|em|cie)?$|stoczn|lotnisk)")


def call_places(tokens: Tokens, gazetteer: Gazetteer) -> None:
    """Give towns and parts of the front the keys by which the gazetteer has them."""
    _call_districts(tokens, gazetteer)
    _call_towns(tokens)


_FRONT = re.compile(r"(?:kierun(?:ek|ku|kiem|kowi)|odcin(?:ek|ku|kiem|kowi))$")
_DISTRICTS = (("iego", "rejonu"), ("iemu", "rejonowi"), ("i", "rejon"))


def _call_districts(tokens: Tokens, gazetteer: Gazetteer) -> None:
    """Give a part of the front the key of the district there: "kierunek pokrowski"."""
    for index, key in enumerate(tokens.keys[:-1]):
        adjective = tokens.keys[index + 1]
        if _FRONT.match(key) is None or tokens.is_upper(index + 1):
            continue
        if adjective.endswith("im"):
            district = "rejonem" if key.endswith("em") else "rejonie"
        else:
            district = next((d for end, d in _DISTRICTS if adjective.endswith(end)), "")
        if gazetteer.entries[f"{district} {adjective}"] is not NOTHING:
            tokens.keys[index] = tokens.firsts[index] = district


def _call_towns(tokens: Tokens) -> None:
    """Give a town's adjective beside such a noun the key of the town, and a capital."""
    for index, key in enumerate(tokens.keys):
        match = ADJECTIVE.match(key)
        town = _TOWNS.get(match[1]) if match is not None else None
        if town is not None and (_is_before(tokens, index) or _is_after(tokens, index)):
            tokens.rename(index, town.replace("_", " "))
            tokens.capitalize(index)


def _is_before(tokens: Tokens, index: int) -> bool:
    """Return whether a town's noun follows: «kijowski szpital»."""
    return (
        index + 1 < len(tokens)
        and tokens[index + 1].gap == " "
        and _IN_TOWN.match(tokens.keys[index + 1]) is not None
    )


def _is_after(tokens: Tokens, index: int) -> bool:
    """Return whether it stands before: «port gdański», «Uniwersytet Warszawski».

    With a capital others are names: Warsaw has a «Dworzec Gdański».
    """
    nouns = _NAMED if tokens.is_upper(index) else _IN_TOWN
    return (
        index > 0
        and tokens[index].gap == " "
        and nouns.match(tokens.keys[index - 1]) is not None
    )
