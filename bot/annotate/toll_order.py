"""What a toll is, where more than its own words decide."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.annotate.numerals import ORDINALS
from bot.domain.reports import Toll, TollKind

_DOCTORS = tuple(
    "лікар врач меди медпом меддоп больниц поликл полікл травмпункт реан hospital clinic "
    "intensive szpital krankenh klinik lebensgef".split()
)

_HEALERS = tuple(
    "врач медик медсес медбр хирург хірург фельдш санитар санітар doctor nurse medic "
    "surgeon lekar piel ratown arzt ärzt pfleg sanit".split()
)
_HEALER = frozenset("лікар лікаря лікарі лікарів лікарка".split())
_HELPS = (
    *_DOCTORS,
    *"medical операц надал надан оказа потреб udziel potrzeb behandelt versorgt".split(),
    "treated",
)
_GRAVE = tuple(
    "тяж важк крит крайн вкрай стаб средн середн serious critical grave stable ciężk kryty "
    "stabil kritisch".split()
)
_ATTACKS = tuple(
    "удар атак обстр вибух взрыв прил влуч попад авар пожеж пожар дтп теракт катастроф "
    "зіткн столкн повен навод".split()
)
BEFORE = 12  # characters before a toll in which "already" may stand
_VICTIM = re.compile(r"\bvictim|\b(?:жертв|ofiar|todesopfer)")
_GREW = re.compile(
    r"\b(?:вже|уже|already|now|bereits|nun|inzwischen|już|rises?|rising|rose|risen|climb\w*"
    r"|grow[ns]?|grew|reach\w*|jump\w*|increase\w*|bring\w*|mounts|passe[sd]|tops"
    r"|зрос\w+|вырос\w*|возр\w+|увелич\w+|збільш\w+|достиг\w*|досяг\w*|сягн\w+"
    r"|підвищ\w+|поднял\w+|steigt|stieg|gestiegen|erhöht\w*|wzros\w+|wzrósł)\b"
)
_OTHERS = frozenset(("that", "which", "who"))
# Of the fallen who are brought home, which is no new toll.
_RETURNED = re.compile(
    r"поверн|вернул|верне|репатр|обмен|обмін|переда[лнв]|return|exchang|repatriat"
    r"|hand(?:s|ed)"
)
_BODIES = frozenset(("bodies", "тела", "тел", "тіла", "тіл", "leichen", "ciała"))
_BODY = ("bod", "тел", "тіл", "leich", "ciał", "zwłok")
# What makes a body that of somebody, and not "another body of water".
_UNEARTHED = re.compile(
    r"found|recover|pull(?:s|ed)|retriev|rubble|debris|wreck|під завал|под завал"
    r"|з-під|из-под|знайш|знайд|знахо|нашл|нашел|найд|обнаруж|виявл"
    r"|дістал|достал|извле|витяг|вытащ"
    r"|gefunden|geborgen|bargen|entdeckt|trümmer|gruz|znalez|znaleź|wydobyt|odnalez"
)
_PARTS = ("frag", "part", "фрагмент", "част", "camera", "armo", "bag")
_BURIED = re.compile(
    r"exhum|ексгум|эксгум|mass (?:grave|burial)|масов\w+ похован|массов\w+ захорон"
)
_WHOSE = frozenset(
    f"{who}'s"
    for who in "woman man child girl boy soldier driver teenager resident rescuer".split()
)
_ALIVE = frozenset(("żyje", "żyją"))
_HURT = frozenset(("wounded", "injured", "hurt"))


# Who dies there was wounded before; who is killed in one was hit there.
_IN_HOSPITAL = re.compile(
    r"\b[ув] (?:[\w-]+ )?(?:лікарні|больнице|реан[іи]мац[іи]ї?и?|госп[іи]тал[іе]) "
    r"(?:помер|умер|сконча)|\b(?:помер|умер|сконча)\w* (?:[\w-]+ ){0,3}[ув] "
    r"(?:[\w-]+ )?(?:лікарні|больнице|реан[іи]мац[іи]ї?и?|госп[іи]тал[іе])\b"
    r"|\b(?:die[sd]|dead|succumbs?) in (?:an? |the )?(?:[\w-]+ ){0,1}hospital\b"
)


def in_order(tolls: list[Toll], text: str) -> list[Toll]:
    """Return the tolls of a text as what they are of all: "the third worker died"."""
    found = [_grown(_of_wounds(_numbered(toll, text), text), text) for toll in tolls]
    return [
        _in_all(toll, text) if at == 0 or _is_victim(toll, text) else toll
        for at, toll in enumerate(found)
    ]


def _numbered(toll: Toll, text: str) -> Toll:
    """Return how many there are with "a third one": «третий погибший»."""
    before = text[: toll.start].rsplit(maxsplit=1)[-1:]
    which = ORDINALS.get(before[0], 1) if before else 1
    if which == 1 or toll.low != 1 or toll.high is not None:
        return toll
    return replace(toll, low=which, high=which, grown=True)


def _in_all(toll: Toll, text: str) -> Toll:
    said = text[toll.start : toll.end].split()
    which = next((ORDINALS[word] for word in said if word in ORDINALS), toll.low)
    if toll.kind is not TollKind.KILLED or toll.low != 1:
        return toll
    if which == 1:
        return replace(toll, more=toll.more and "first" not in said)
    return replace(toll, low=which, high=which, more=False, grown=True)


def _of_wounds(toll: Toll, text: str) -> Toll:
    """Return the toll with `more` set where it tells of one who died in a hospital."""
    if toll.kind is not TollKind.KILLED or toll.low != 1 or toll.more:
        return toll
    sentence = text.rfind("\n", 0, toll.start) + 1
    match = _IN_HOSPITAL.search(text, sentence, toll.end + 60)
    if match is None or match.start() > toll.end or match.end() < toll.start:
        return toll
    return replace(toll, more=True)


def _is_victim(toll: Toll, text: str) -> bool:
    """Say whether it is one of all victims wherever it stands: "he is the third victim"."""
    return _VICTIM.search(text, toll.start, toll.end) is not None


def _grown(toll: Toll, text: str) -> Toll:
    """Return the toll with `grown` set where its words say that it was less before."""
    start = max(0, toll.start - BEFORE)
    said = _GREW.search(text, start, toll.end) is not None
    return replace(toll, grown=True) if said and toll.low > 1 else toll


def is_harmed(what: str, phrase: tuple[str, ...], people: set[str]) -> bool:
    """Say whether a phrase and the word after it tell what they seem to tell.

    They are with doctors, or no more («не стало двох»); a third victim is one of an attack;
    who dies is who was wounded, and not others ("a man hurt in a fire that killed").

    Args:
        what: The letter of what happened.
        phrase: Its words.
        people: The letters of those whom it counts.
    """
    if what == "!":
        return phrase[:2] == ("не", "стало")
    if what == "M":
        return "не" in phrase or phrase[0].isascii()
    if what == "V":
        is_counted = not people < {"J", "O"}
        return is_counted or (phrase[0] in ORDINALS and phrase[-1].startswith(_ATTACKS))
    return _is_dead(phrase, people) if what == "k" else _is_in_care(what, phrase, people)


def _heals(word: str) -> bool:
    return word in _HEALER or word.startswith(_HEALERS)


def _is_in_care(what: str, phrase: tuple[str, ...], people: set[str]) -> bool:
    """Say whether its words are of the wounded: no doctor at work, and nobody drunk."""
    is_counted = not people.isdisjoint("NQ")
    if what == "F" and not is_counted and any(map(_heals, phrase)):
        return False
    said = {"1": _GRAVE, "2": _HELPS, "I": _HELPS}.get(what, _DOCTORS)
    return any(word.startswith(said) for word in phrase)


def _is_dead(phrase: tuple[str, ...], people: set[str]) -> bool:
    if people == {"V"}:
        return phrase[0] == "victim"
    if not _ALIVE.isdisjoint(phrase):
        return "nie" in phrase
    at = next((at for at, word in enumerate(phrase) if word in _HURT), len(phrase))
    return _OTHERS.isdisjoint(phrase[at:-1])


def is_somebody(phrase: tuple[str, ...], people: set[str], sentence: str) -> bool:
    """Say whether bodies are those of people who died lately, and their number is told.

    Args:
        phrase: Its words, from the body or from what counts it.
        people: The letters of what counts it.
        sentence: That it stands in.
    """
    if _RETURNED.search(sentence) is not None or phrase[-1].startswith(_PARTS):
        return False
    if phrase[0].startswith(_BODY):
        return phrase[0] not in _BODIES or not people.isdisjoint("NQ")
    is_counted = not people.isdisjoint("AqN") or phrase[0] in ORDINALS.keys() | _WHOSE
    is_found = _UNEARTHED.search(sentence) is not None
    return is_counted and is_found and _BURIED.search(sentence) is None


def is_undone(words: Sequence[str], letters: str, first: int, last: int) -> bool:
    """Return whether what stands before a phrase says that it did not happen, or to whom.

    "accused of killing two", "a mother of two was killed"; but "mourns for two killed".

    Args:
        words: Of the text.
        letters: Theirs.
        first: The phrase's first word.
        last: The word after it.
    """
    before = letters[:first].rstrip("bq")
    if before.endswith("!") and words[len(before) - 1] == "for":
        return letters[first] not in "NQv" or letters[last - 1] not in "kwP"
    return before.endswith(("!", "~")) or (
        before.endswith("o") and (letters[first] in "kx" or "P" not in letters[first:last])
    )
