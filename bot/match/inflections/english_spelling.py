"""British and American spelling: "defence" is "defense".

What follows a rule is read by the rule, for what it makes of other words ("promize") is no
word and meets nothing else; the rest is listed by the beginnings of the words. Pairs that
are different words in one of the countries, too, are left apart: "cheque" is no "check",
"tyre" may be the city, "practise" is the verb and "practice" what one has.

Source: the words are facts of the language, collected from general knowledge.
"""

import re

_ISE = re.compile(r"(?<=...)([iy])s(?=(?:e|er|able|ation|ational)$)")
_OUR = re.compile(
    r"^((?:dis|un|mis|en|be|re|non|semi|multi|de)?(?:arb|ard|arm|behavi|cand|clam|col|demean"
    r"|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|neighb|od|parl|ranc|rig|rum|savi|sav|splend"
    r"|succ|tum|val|vap|vig))our"
)
_RE = re.compile(
    r"^((?:kilo|milli|centi)?(?:calib|cent|fib|lit|lust|met|sab|spect|theat))re$"
)
_BEGINNINGS = """
defence defense | offence offense | licence license | pretence pretense | catalogue catalog
| dialogue dialog | analogue analog | programme program | manoeuvre maneuver
| manoeuvra maneuvera | anaesth anesth | anaemi anemi | haem hem | leukaemi leukemi
| paedi pedi | paedo pedo | orthopaed orthoped | gynaeco gyneco | foet fet | oedema edema
| diarrhoea diarrhea | oestrogen estrogen | oesophag esophag | encyclopaed encycloped
| archaeo archeo | aeroplane airplane | aluminium aluminum | sulph sulf | grey gray
| plough plow | mould mold | smoulder smolder | sceptic skeptic | jewellery jewelry
| judgement judgment | ageing aging | fulfilment fulfillment | enrolment enrollment
| instalment installment | skilful skillful | wilful willful | cosy cozy | pyjama pajama
| artefact artifact | moustache mustache | councillor councilor | counsellor counselor
| traveller traveler | jeweller jeweler | marvellous marvelous | woollen woolen
| tranquillity tranquility | appal appall | fulfil fulfill | enrol enroll | instil instill
"""
_SPELT = dict(pair.split() for pair in _BEGINNINGS.split("|"))
_BEGINNING = re.compile(f"^({'|'.join(sorted(_SPELT, key=len, reverse=True))})")
_DOUBLED = re.compile("(?:appal|fulfil|enrol|instil)l")  # it is American already


def american(word: str) -> str:
    """Return a folded English word as Americans spell it; it may be a key and no word."""
    if _DOUBLED.match(word):
        return word
    word = _BEGINNING.sub(lambda found: _SPELT[found[1]], word)
    return _RE.sub(r"\1er", _OUR.sub(r"\1or", _ISE.sub(r"\1z", word)))
