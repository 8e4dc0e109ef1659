"""Which places a person may have meant after ``/region`` or in ``region:``."""

from collections.abc import Mapping
from functools import lru_cache
from threading import Lock

from bot.annotate.gazetteer import Flag, Form, Gazetteer, key_of, load
from bot.annotate.named import (
    CITY,
    EXACT,
    OFFERED,
    RANK,
    Scores,
    by_name,
    exact,
    region_of_centre,
    with_regions,
    within,
)
from bot.annotate.spelling import Spelling
from bot.annotate.typed import (
    flags,
    in_cyrillic,
    on_other_keys,
    plain,
    spelt_otherwise,
    without_preposition,
)
from bot.domain.model import Candidate, Kind

LEAST = 75.0  # below it, fuzzy answers are other words (by eye over misspelt names)
_SLIPPED = 88.0  # below it, what other keys would write is as likely nothing
_AMONG = 85.0  # a name among other words, "news about Sumy please"
_LONGEST = 80  # characters of a name that anybody types
_FUZZY = 60  # names looked at before places are told apart
_MOST_WORDS = 12  # of a sentence in which a name is looked for
_WORD = 4  # letters of a name that stands alone in a sentence
_SURE = 6  # letters from which on another spelling is no other word («ніде», Нида)
_KNOWN = 3.7  # weight of 5,000 people, of a town that is asked for in a sentence
_FILING = Lock()  # several threads may ask for the first misspelt name


@lru_cache(maxsize=1)
def _spelling(gazetteer: Gazetteer) -> Spelling:
    return Spelling(gazetteer.names())


def spelling() -> Spelling:
    """Return the names for spelling help; the first call files them in half a second."""
    with _FILING:
        return _spelling(load())


def _reworded(name: str, gazetteer: Gazetteer) -> Scores:
    """Return the places that `name` means by other rules than those of an exact name.

    A preposition before it, what it lies in before it, or another way to write it.
    """
    key = key_of(name)
    bare = without_preposition(key)
    for part in (key, bare):
        if " " in part and (found := within(part, gazetteer, freely=True)):
            return found
        if part != key and (found := by_name(part, gazetteer)):
            return found
    for other in spelt_otherwise(key):
        found = by_name(other, gazetteer)
        if found and (len(key) >= _SURE or _is_wide(found, gazetteer)):
            return found
    for other in in_cyrillic(key):
        if found := by_name(other, gazetteer):
            return found if _is_wide(found, gazetteer) else _lowered(found, OFFERED)
    return {}


def _is_wide(scores: Scores, gazetteer: Gazetteer) -> bool:
    """Return whether a region or country is what was meant, and no town or district."""
    return any(
        RANK[gazetteer.spot(n).kind] <= RANK[Kind.REGION]
        for n, score in scores.items()
        if score == EXACT
    )


def _lowered(scores: Scores, most: float) -> Scores:
    """Return the scores in the same order, `most` at most."""
    return {number: score - EXACT + most for number, score in scores.items()}


def _slipped(text: str, gazetteer: Gazetteer) -> Scores:
    """Return what the same keys would mean in another alphabet."""
    for other in on_other_keys(text):
        key = key_of(_typed(other))
        if key and (found := by_name(key, gazetteer)):
            return _lowered(found, OFFERED)
    return {}


def find_slip(text: str) -> Candidate | None:
    """Return what `text` names as typed on another keyboard's keys, None if nothing."""
    gazetteer = load()
    found = _ranked(_slipped(text[:_LONGEST], gazetteer), gazetteer, limit=1)
    return found[0] if found else None


def _alike(name: str, text: str, gazetteer: Gazetteer) -> Scores:
    """Return what is spelt alike, and what the words of a sentence name."""
    key = key_of(name)
    scores = _among(key, gazetteer)
    for number, score in _fuzzy(key, gazetteer).items():
        scores[number] = max(scores.get(number, 0.0), score)
    if scores:
        return scores
    for other in map(key_of, on_other_keys(text)):
        found = _fuzzy(other, gazetteer, least=_SLIPPED) if other else {}
        if found:
            return found
    return {}


def _among(key: str, gazetteer: Gazetteer) -> Scores:
    """Return the best known places of the longest names among the words of a sentence."""
    words = key.split(" ")[:_MOST_WORDS]
    for length in range(len(words) - 1, 0, -1):
        found: Scores = {}
        for start in range(len(words) - length + 1):
            name = " ".join(words[start : start + length])
            if len(name) < _WORD:
                continue
            senses = gazetteer.senses(name)
            places = {s.place for s in senses if s.form in {Form.NAME, Form.ADJECTIVE}}
            known = [n for n in places if _is_known(n, name, gazetteer)]
            found |= with_regions(known, gazetteer)
        if found:
            return _lowered(found, _AMONG)
    return {}


def _is_known(number: int, name: str, gazetteer: Gazetteer) -> bool:
    """Return whether the place is meant in a sentence: no "nice day"."""
    spot = gazetteer.spot(number)
    if RANK[spot.kind] <= RANK[Kind.REGION] or spot.flags & Flag.CENTRE:
        return True
    is_word = bool(gazetteer.entries[name].word)
    return not is_word and (spot.kind is Kind.DISTRICT or spot.weight >= _KNOWN)


def _fuzzy(key: str, gazetteer: Gazetteer, least: float = LEAST) -> Scores:
    scores: Scores = {}
    for score, places in spelling().alike(key, least=least, limit=_FUZZY):
        for number in places:
            below = min(score, CITY - 2)
            region = region_of_centre(number, gazetteer)
            if region is not None:
                scores[region] = max(scores.get(region, 0.0), below)
                below -= 0.5
            scores[number] = max(scores.get(number, 0.0), below)
    return {number: score for number, score in scores.items() if score >= least}


def _ranked(
    scores: Mapping[int, float], gazetteer: Gazetteer, limit: int
) -> tuple[Candidate, ...]:
    """Return the best as candidates; only these places' names are read."""

    def rank(number: int) -> tuple[float, bool, int, float, int]:
        spot = gazetteer.spot(number)
        # A town stands beside a region's exact name only if it is far better known.
        is_town = spot.kind is Kind.SETTLEMENT and scores[number] == EXACT
        return (-scores[number], not is_town, RANK[spot.kind], -spot.weight, number)

    best = sorted(scores, key=rank)[:limit]
    return tuple(Candidate(place=gazetteer.at(n), score=scores[n]) for n in best)


def resolve(text: str, *, limit: int = 6) -> tuple[Candidate, ...]:
    """Return the places that `text` may mean, best first, at most `limit`.

    A score of 100 is an exact name, in any language, script or case form, or a code; a
    city that bears its region's name follows that region with 99, a place that another of
    its name dwarfs follows with 98. Two of 100 are two places of one name. Anything less
    is a guess: another keyboard, another transliteration, a misspelling, a name in a
    sentence. Empty for no likeness at all.
    """
    gazetteer, whole = load(), _typed(text)
    if whole and (found := exact(whole, gazetteer)):
        return _ranked(found, gazetteer, limit)
    name = _typed(plain(text))
    if name:
        scores = exact(name, gazetteer) if name != whole else {}
        scores = scores or _reworded(name, gazetteer)
    else:
        numbers = map(gazetteer.number, flags(text[:_LONGEST]))
        scores = {number: EXACT for number in numbers if number is not None}
    scores = scores or _slipped(text[:_LONGEST], gazetteer)
    if not scores and name:
        scores = _alike(name, text[:_LONGEST], gazetteer)
    return _ranked(scores, gazetteer, limit)


def _typed(text: str) -> str:
    """Return what of `text` can be a name, "" if nothing: half a surrogate pair cannot."""
    name = text[:_LONGEST].encode("utf-8", "replace").decode()
    return name if any(map(str.isalpha, key_of(name))) else ""


def find_region(text: str) -> Candidate | None:
    """Return the one place that `text` names exactly; None if there are none or several.

    The signs around it do not count, «"Суми"».
    """
    gazetteer = load()
    scores: Scores = {}
    for name in (_typed(text), _typed(plain(text))):
        scores = scores or (exact(name, gazetteer) if name else {})
    found = _ranked(scores, gazetteer, limit=2)
    if not found or found[0].score < EXACT:
        return None
    if len(found) > 1 and found[1].score >= EXACT:
        return None
    return found[0]
