"""Whether a word that could name a place does so here: case, persons, common words."""

import re
from collections.abc import Sequence

from bot.annotate import units
from bot.annotate.gazetteer import Flag, Sense
from bot.annotate.keys import Form
from bot.annotate.lexicon import (
    HEADS,
    INSTITUTIONS,
    LOCATIVE,
    MARKERS,
    STRICTLY_LOCATIVE,
    TEAMS,
)
from bot.annotate.packed import Spot
from bot.annotate.tokens import Token, Tokens
from bot.domain.model import Kind

ABBREVIATIONS = frozenset(
    "us usa uk uae dprk prc lnr dnr lpr dpr лнр днр нао ло кбр кчр хмао янао еао єао сша "
    "оае оаэ "
    "пар юар кнр кндр фрн фрг".split()
)
_DERIVED = frozenset({Form.ADJECTIVE, Form.TOWN_ADJECTIVE, Form.PEOPLE})
_CASELESS = re.compile(r"[ء-ي]")  # Arabic
_LOWER_COUNTRIES = {"RU"}  # Ukrainian papers write росія, рф, білорусь small on purpose
_POLISH_UNITS = frozenset(
    "obwod obwodu obwodowi obwodem obwodzie kraj kraju krajowi krajem wojewodztwo "
    "wojewodztwa wojewodztwu wojewodztwem wojewodztwie".split()
)
_POLISH_DISTRICTS = frozenset("rejon rejonu rejonowi rejonem rejonie".split())
_UNITS_OF_REGIONS = frozenset(
    "область області областю областью области областей обл край краю краї краем крае округ "
    "округа округе округу oblast region province krai territory area republic республика "
    "республики республике республику республікою республіка республіки республіці".split()
)


def word_before(tokens: Sequence[Token], start: int) -> Token | None:
    """Return the word before, if a sentence does not part them."""
    if start == 0 or tokens[start].breaks:
        return None
    return tokens[start - 1]


def word_after(tokens: Sequence[Token], end: int) -> Token | None:
    """Return the word after, if a sentence does not part them."""
    return tokens[end] if end < len(tokens) and not tokens[end].breaks else None


_OF = frozenset("of de von".split())
_PARTS = frozenset(
    "province state county prefecture governorate district canton port".split()
)


def is_marked(tokens: Tokens, start: int) -> bool:
    """Return whether a word such as "village" or «г.» stands right before.

    The full stop of «с. Басівка» ends no sentence.
    """
    if start == 0:
        return False
    before = tokens.keys[start - 1]
    if before in _OF and start > 1:  # "the town of Southold"
        of = tokens.keys[start - 2]
        return (of in MARKERS or of in _PARTS) and tokens[start].gap == " "
    return before in MARKERS and len(tokens[start].gap) <= 3  # noqa: PLR2004  # «. », « «»


def is_inside(tokens: Tokens, start: int) -> bool:
    """Return whether a name stands after "in", "near" and the like."""
    before = word_before(tokens, start)
    return before is not None and before.key in STRICTLY_LOCATIVE


def is_headed(tokens: Sequence[Token], start: int) -> bool:
    """Return whether those who head or people a town stand before: «Глава Торжка»."""
    before = word_before(tokens, start)
    return before is not None and before.key in HEADS


_SURNAME = re.compile(
    r"(?:ов|ев|ин|ын)(?:а|у|ым|им|ом|ой|е)?$|[сц]к(?:ий|ого|ому|им|ой|ая|ую)$"
)
LATIN_SURNAME = re.compile(r"(?:[oe]v|[iy]n|s[ky]yi?|skiy|enko|chuk|iuk|yuk|yak|uba)a?$")
_OWN_NAME = re.compile(r"(?:ово|ево|ино|ыно|ове|еве|ине)$")


def looks_like_surname(key: str) -> bool:
    """Return whether a one-word form could as well be somebody's surname."""
    return " " not in key and _SURNAME.search(key) is not None and not _OWN_NAME.search(key)


def is_beside_name(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Return whether a capitalised word that is no adjective stands right before."""
    if start == 0 or end - start != 1:
        return False
    before = tokens[start - 1]
    return (
        before.upper
        and not before.capitals
        and before.key not in LOCATIVE
        and not before.key.endswith(("ий", "ый", "ой", "ая", "ого", "ому", "ої", "ій"))
        and tokens[start].gap in {" ", "\u00a0"}
    )


def _is_lower_allowed(spot: Spot, key: str, last: Token) -> bool:
    word = key.rpartition(" ")[2]
    if key.partition(" ")[0] in _POLISH_UNITS and spot.kind is Kind.REGION:
        return True  # "w obwodzie sumskim"
    if key.partition(" ")[0] in _POLISH_DISTRICTS and spot.kind is Kind.DISTRICT:
        return True  # "w rejonie nikopolskim"
    if spot.kind is Kind.COUNTRY and spot.country in _LOWER_COUNTRIES:
        return True
    if spot.kind is not Kind.REGION or " " not in key:
        return False
    if word in _UNITS_OF_REGIONS:
        return True
    return last.upper and not key.isascii()  # «штат Нью-Йорк», no "western North Carolina"


def is_capitalized(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether `has_right_case` is so, whichever place is meant by whichever form.

    But for an abbreviated state.
    """
    key = " ".join(tokens.keys[start:end])
    return tokens[start].upper and tokens[end - 1].upper and key not in ABBREVIATIONS


def has_right_case(tokens: Tokens, start: int, end: int, spot: Spot, sense: Sense) -> bool:
    """Return whether the words are written as the name of a place would be.

    Polish writes adjectives small: with a capital it is somebody's name ("Jacek Kurski").
    """
    first, last = tokens[start], tokens[end - 1]
    key = " ".join(tokens.keys[start:end])
    if key in ABBREVIATIONS:
        return first.capitals and not is_in_capitals(tokens, start, end)
    form = sense.form
    if form in _DERIVED:
        is_small = form is Form.ADJECTIVE and sense.language == "pl"
        return not first.upper if is_small else first.upper or not first.key.isascii()
    if form is Form.ABBREVIATION:  # "Lexington, Ky."
        after_comma = start > 0 and first.gap == ", " and tokens[start - 1].upper
        return first.upper and (after_comma or units.is_dotted(tokens, start, end))
    if _CASELESS.match(key) is not None:
        return True
    if not first.upper:
        return _is_lower_allowed(spot, key, last) or key == "рф"
    return spot.kind is not Kind.SETTLEMENT or last.upper


def is_in_capitals(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Return whether the words around are in capitals too, so that capitals say nothing."""
    first, last = max(0, start - 4), min(end + 4, len(tokens))
    around = [*tokens[first:start], *tokens[end:last]]
    longer = [word for word in around if len(word.key) > 3]  # noqa: PLR2004  # not abbreviations
    if len(longer) > 1 and all(word.capitals for word in longer):
        return True
    while first < start and any(word.breaks for word in tokens[first + 1 : start + 1]):
        first += 1
    while last > end and any(word.breaks for word in tokens[end:last]):
        last -= 1
    sentence = [*tokens[first:start], *tokens[end:last]]  # «НЕВИННОМЫССК ГРОХОЧЕТ!!!»
    longer = [word for word in sentence if len(word.key) > 3]  # noqa: PLR2004  # as above
    return bool(longer) and all(word.capitals for word in longer)


def is_quoted(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether the words alone stand in quotation marks: «Краковская»."""
    before, after = tokens[start].start - 1, tokens[end - 1].end
    return (
        before >= 0
        and tokens.text[before] in "«\"“„'"
        and (tokens.text[after : after + 1] in {"»", '"', "”", "“", "'"})
    )


_LONGEST_ACRONYM = 4
LARGE = 5.0  # weight of 100,000 people: "LVIV, April 3" is no acronym
_DATELINE = re.compile(
    r"(?:[.,]\s(?:\d{1,2}\s\w{3,12}|[A-Z]\w{2,8}\.?\s\d{1,2})\b"
    r"|,?\s\([A-ZА-ЯІЇЄ][^)\n]{1,40}\)|[.,]?\s[/—–-]{1,2}\s?(?=[A-ZА-ЯІЇЄ/]))"
)


_OFFICES = frozenset({"ова"})  # an oblast's administration; Owo is «Ово» in Ukrainian


def is_acronym(tokens: Tokens, start: int, end: int, spot: Spot) -> bool:
    """Return whether a short word in capitals, among words that are not, is no town."""
    if tokens.keys[start] in _OFFICES and tokens[start].capitals:
        return end - start == 1
    return (
        end - start == 1
        and len(tokens.keys[start]) <= _LONGEST_ACRONYM
        and tokens[start].capitals
        and spot.kind is Kind.SETTLEMENT
        and spot.weight < LARGE
        and not spot.flags & Flag.KNOWN
        and not is_in_capitals(tokens, start, end)
    )


def is_first_word(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Return whether one word begins a sentence, so that its capital says nothing."""
    follower = tokens[end] if end < len(tokens) else None
    return (
        end - start == 1
        and tokens[start].starts
        and (follower is None or (":" not in follower.gap and follower.key not in LOCATIVE))
    )


def is_masculine(tokens: Sequence[Token], start: int) -> bool:
    """Return whether an adjective is in the form of a surname, with no region after it."""
    following = tokens[start + 1 : start + 4]
    return tokens[start].key.endswith(("кий", "кого", "кому", "ким")) and not any(
        token.key in _UNITS_OF_REGIONS for token in following
    )


def is_dateline(text: str, tokens: Sequence[Token], start: int, end: int) -> bool:
    """Return whether a city stands where an agency says whence it reports.

    "KYIV, April 3 (Reuters)", «МОСКВА, 30 мая. /ТАСС/», «КИЇВ. 18 листопада. УНН.»
    """
    if not tokens[start].breaks or end >= len(tokens):
        return False
    return _DATELINE.match(text, tokens[end - 1].end) is not None


_STATE_OF = frozenset(
    "штат штата штату штате штаті штатом stan stanu stanie stanem".split()
)


def is_called_state(tokens: Tokens, start: int) -> bool:
    """Return whether a word for a state stands right before: «штату Віргінія»."""
    before = word_before(tokens, start)
    return before is not None and before.key in _STATE_OF and tokens[start].upper


def is_before_surname(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether a name that people bear stands before a capitalised word."""
    before, follower = word_before(tokens, start), word_after(tokens, end)
    return (
        end - start == 1
        and follower is not None
        and follower.upper
        and not follower.capitals
        and follower.gap == " "
        and follower.key not in (INSTITUTIONS | TEAMS)
        and not (before is not None and before.key in (STRICTLY_LOCATIVE | _STATE_OF))
        and not is_marked(tokens, start)
    )


# What these languages call otherwise than a far town: the metro, a kitchen, a donkey.
WORDS = frozenset(
    (language, word)
    for language, listed in (
        ("de", "metro kuche elch elchs"),
        ("pl", "bursa bursie bursy kanu lombardy"),
        ("uk", "осла осли"),
        ("ru", "осла ослы малолеток"),
    )
    for word in listed.split()
)
# Countries whose name begins sentences as another word; the rest are guarded as persons.
COMMON_COUNTRIES = frozenset("того малі сана чад нігера".split())
