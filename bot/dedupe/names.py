"""Which words of a text are written as names or said by somebody (pure)."""

import re
from collections.abc import Iterable

from bot.dedupe.terms import is_common, is_dropped, number_of, plain_name, term_of
from bot.domain.folding import words
from bot.domain.places import Kind, Mention

TITLE_CASE = 0.7  # share of a title's longer words with a capital: then it tells none

_NAME = re.compile(r"(?<![\w'’])[^\W\d_a-zа-яёіїєґ][\w'’-]*")
# Who does something begins a title, and has a capital as any first word has.
_SUBJECT = re.compile(
    r"[\"'“‘]*(?P<name>[^\W\d_][\w+&-]*)"
    r"(?:['’]s | (?:[a-z]+[a-rt-z]s\b|(?:to|will|has|is) ))"
)
_OPENING = re.compile(r"\W*(?:(?:an?|the) )?(\w+)(?![\w-])", re.IGNORECASE)
_COMMENT = re.compile(
    r"^\W*(?:(?:analysis|explainer|explained|opinion|commentary|editorial|podcast|interview|"
    r"аналіз|аналітика|пояснюємо|пояснення|думка|колонка|інтерв['’]ю|подкаст|"
    r"анализ|аналитика|объясняем|разбор|мнение|интервью)\s?[:.|—–\]])|"
    r"[|:—–] (?:analysis|explainer|opinion|аналіз|анализ|думка|мнение)\W*$",
    re.IGNORECASE,
)
_OF_TOWN = re.compile(r"(?<=\w{3})(?:щин\w+|s[’']?k(?:yi|y|iy))$")  # a district's
_QUOTED = re.compile(r"[«“„\"][^»”“\"]+[»”“\"]|(?<!\w)['‘][^'’]+ [^'’]+['’](?!\w)")
_STRUCK_BEFORE = re.compile(
    r"\b(?:вже|уже|the) (?P<which>друг(?:ий|а|е)|трет(?:ій|я|є|ий|ья|ье)|втор(?:ой|ая|ое)"
    r"|second|third|fourth) (?:[\w-]+ )?(?:удар|атак|обстр[іе]л|вибух|взрыв|прил[іеё]т"
    r"|strike|attack|shelling|blast|raid)"
    r"(?!\w* (?:on|in|across|по|на|в|у) "
    r"(?:(?!city|town|village|міст|город|сел|посел)[\w-]+ ){0,5}"
    r"(?:region|oblast|province|country|област|кра[йяю]\b|рег[іи]он))",  # of others, too
    re.IGNORECASE,
)
# One thing more: not "spreads further", "drei weitere Tote", and no second one that begins.
_ONE_MORE = re.compile(
    r"^(?!\W*(?:second|third|fourth|втор|трет|друг)).*?\b"
    r"(?:(?:ещ[её]|ще) (?=од)|a (?=further)|ein\w* (?=weiter)|(?=kolejn))"
    r"(?P<which>од(?:ин|н(?:[аоуиі]|о(?:го|му|ю|й)|ієї|ій|им))"
    r"|further|weitere[rns]?|kolejn(?:y|a|ego|ej|ą))\b",
    re.IGNORECASE,
)
_AROUND = " \"'«“„(`‘"
_SHORT = 3
_ENDS = ".!?:;|—–-"


def _is_title_case(title: str) -> bool:
    """Say whether capitals tell no names here: A Title Like This, OR LIKE THIS."""
    longer = [word for word in title.split() if len(word) > _SHORT and word[0].isalpha()]
    capital = sum(not word[0].islower() for word in longer)
    return len(longer) > 2 and capital > TITLE_CASE * len(longer)  # noqa: PLR2004


def opening_of(title: str, summary: str, *, is_slavic: bool) -> int | None:
    """Return the term of a title's first word, but for an article.

    Or "second" where the text says that a place was struck before: «Це вже другий удар»;
    or "one" where the title tells one more: «атакована ещё одна подстанция».
    """
    again = _STRUCK_BEFORE.search(summary) or _ONE_MORE.search(title)
    first = _OPENING.match(title)
    found = words(again["which"] if again else first[1] if first else "")
    return term_of(found[0], is_slavic=is_slavic) if found else None


def stems_of(mentions: Iterable[Mention], kind: Kind) -> frozenset[int]:
    """Return how the places of a kind begin: «Россошь», «Россошанский район», «Ізюмщина».

    A district and its town have one in common, in whatever language.
    """
    return frozenset(
        number_of(f"{mention.region} {plain_name(_OF_TOWN.sub('', name))}")
        for mention in mentions
        if mention.kind is kind
        for name in words(mention.text)[:1]
    )


def title_names(title: str, language: str) -> list[str]:
    """Return the folded words that are names in a title.

    In English also what it begins with: "Toyota recalls cars" and "Honda recalls cars"
    differ in it only. An everyday word is none, for any has a capital there.
    """
    if _is_title_case(title):
        return []
    found = names_of(title)
    match = _SUBJECT.match(title) if language == "en" else None
    if match is None or not match["name"][0].isupper():
        return found
    return found + [
        word
        for word in words(match["name"])
        if len(word) > 1
        and not is_dropped(word)
        and not is_common(term_of(word, is_slavic=False))
    ]


def names_of(text: str) -> list[str]:
    """Return the folded words that have a capital although they begin no sentence."""
    found = []
    for match in _NAME.finditer(text):
        before = text[: match.start()].rstrip(_AROUND)
        if before and before[-1] not in _ENDS:
            found += [w for w in words(match[0]) if len(w) > 1 and not is_dropped(w)]
    return found


def is_comment(title: str) -> bool:
    """Return whether a title calls its text an analysis, an opinion or the like."""
    return bool(_COMMENT.search(title))


def quoted_in(title: str) -> str:
    """Return what a title has in quotation marks."""
    return " ".join(_QUOTED.findall(title))
