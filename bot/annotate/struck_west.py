"""Whether German, French, Spanish, Italian or Polish words say that a town is struck.

As `bot.annotate.struck.is_attacked` says it of English: "Drohnenangriff auf Fastiw",
"La Russie bombarde Sarny".
"""

import re

from bot.annotate.tokens import Tokens

_NOUN = re.compile(
    r"(?:\w*angriffe?n?$|\w*beschuss$|\w*schlage?n?$|kampfe?n?$|gefechte?n?$|attaques?$|"
    r"frappes?$|bombardements?$|combats?$|explosions?$|ataques?$|bombardeos?$|combates?$|"
    r"explosion(?:es|en)$|attacc(?:o|hi)$|bombardament[oi]$|raid$|combattiment|esplosion|"
    r"atak(?:i|u|ow)?$|ostrza[lł]|nalot|walk(?:i|ach)?$|wybuch|uderzeni)"
)
_VERB = re.compile(
    r"(?:beschiess(?:t|en)$|beschoss|attackier|bombardier|treffen$|trifft$|traf(?:en)?$|"
    r"frappe(?:nt)?$|bombarde(?:nt)?$|vise(?:nt)?$|touche(?:nt)?$|attaque(?:nt)?$|"
    r"bombardea(?:n|ron)?$|bombardeo$|ataca(?:n|ron)?$|golpea(?:n|ron)?$|colpisc|"
    r"bombarda(?:no)?$|attacca(?:no)?$|ostrzel|zaatakowa|atakuj[ae]$|uderzy)"
)
_TAKES_ON = re.compile(r"(?:greif(?:t|en)|griff(?:en)?)$")
_MEETS = re.compile(r"(?:tref|triff|traf)")
_ARMS = re.compile(
    r"(?:\w*drohn|\w*raket|\w*bomb|\w*artiller|shahed|missil|roquett|obus$|dron|"
    r"misil|cohet|proyectil|razz[oi]$|rakiet|szahed|pocisk|explosi|esplosion|wybuch)"
)
_ARMIES = re.compile(
    r"(?:russ|ukrain|kiew|moskau|kiev|moscou|mosca$|moscu$|rusia$|rus[oa]s?$|"
    r"ros(?:ja|ji$|yjsk)|arme|ejerc|esercit|wojsk|truppe|streitkraft|forces$|tropas$)"
)
_UPON = frozenset(
    "auf um in bei nahe von sur contre a autour de pour pres contra en sobre su contro di "
    "na o pod w koło".split()
)
_CALLED = frozenset("stadt miasto die der la ville ciudad citta".split())
_OF = frozenset("de di".split())
_BEFORE_IT = 5  # words before the verb or the preposition


def is_attacked(tokens: Tokens, start: int, *, surely: bool) -> bool:
    """Return whether the words before a name say that arms or armies strike it.

    `surely` with arms that no person is attacked with in news.
    """
    keys = tokens.keys
    at = start
    if at > 1 and keys[at - 1] in _OF and keys[at - 2] in _CALLED:
        at -= 1  # « la ville de Sarny »
    while at and keys[at - 1] in _CALLED and not tokens[at].breaks:
        at -= 1
    if not at or tokens[at].breaks:
        return False
    first = at - 1
    while first > max(0, at - 1 - _BEFORE_IT) and not tokens[first].breaks:
        first -= 1
    before = keys[first:at]
    armed = any(map(_ARMS.match, before))
    if before[-1] in _UPON and any(map(_NOUN.match, before[:-1])):
        return armed or not surely
    if _TAKES_ON.match(before[-1]):  # "Russland greift Lyman mit Drohnen an"
        after = keys[start + 1 : start + 5]
        armed = armed or any(map(_ARMS.match, after))
        return armed or (not surely and any(map(_ARMIES.match, before)))
    if _VERB.match(before[-1]) is None:
        return False
    meets = _MEETS.match(before[-1]) is not None  # "Putin trifft …"
    return armed or (not surely and not meets and any(map(_ARMIES.match, before)))
