"""Which of a place's many names belongs to which language.

GeoNames, as the package holds it, gives alternate names without their language. The
alphabet tells some; for the rest, a name is taken for a language's own if it sounds like
the official one and that language's texts write it.
"""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from bot.domain.folding import fold
from tools.gazetteer import translit
from tools.gazetteer.people import people
from tools.gazetteer.sources import frequency, lemma_of

UKRAINIAN = re.compile(r"[А-ЩЬЮЯЄІЇҐ][а-щьюяєіїґ'А-ЩЬЮЯЄІЇҐ -]+")
RUSSIAN = re.compile(r"[А-ЯЁ][а-яёА-ЯЁ -]+")
ARABIC = re.compile(r"[ء-غف-يآأؤإئ ]{3,}")  # no letters of Persian, Urdu, Kurdish
LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][A-Za-zÀ-ÖØ-öø-ÿĀ-ž' -]+")
_NOT_RUSSIAN = re.compile(
    r"[сцмн]ьк|[мн]ьск|ъ(?![еёюя])|[кгхжшчщ]ы|[жшчщц]э|(?<=[а-я])йо|й[ауэ]\b", re.IGNORECASE
)
_NOT_UKRAINIAN = re.compile(r"[сц]к\b|[бвгджзклмнпрстфхцчшщ]ї|ъ", re.IGNORECASE)
_UNALIKE = re.compile(r"[^a-z]+")
WRITTEN = 2.0  # a name that is rarer in a language is hardly that language's name
ALIKE = 0.55
# GeoNames' other names of cities are mostly no English, and many are words: Soul, Rest.
ENGLISH_TOO = frozenset(
    (
        "Medina, Gaza City, Al Ain, Bombay, Mysore, Gurgaon, Old Delhi, New Delhi, "
        "Bangalore, "
        "Rangoon, Alma-Ata, Ho Chi Minh, Quezon, Cebu, Peking, Macao, Hongkong, "
        "Xian, Nara, Seville, Cordova, Newcastle, Hague, Hanover, Frankfurt, Marseilles, "
        "Lyons, Torino, Napoli, Milano, Acapulco, Montreal, Quebec, Quebec City, Philly, "
        "Vegas, NOLA, Bronx, New York, New Taipei, Juarez, Mexico DF, Santiago de Chile, "
        "Washington DC, Lexington, Salvador da Bahia, Chihuahua City, Durango City"
    ).split(", ")
)
NEARLY = 0.8  # "Pekin" and Пекин, for Beijing


def plain(name: str) -> str:
    """Return the Latin letters of a name, for comparing how names sound."""
    return _UNALIKE.sub("", name.lower())


def alike(one: str, other: str) -> float:
    """Return how alike two Latin names are, 0 to 1."""
    return SequenceMatcher(None, plain(one), plain(other)).ratio()


def _sound(name: str, official: str, alternates: Sequence[str]) -> float:
    """Return how much a name sounds like the official one, or nearly like another."""
    found = alike(name, official)
    if found >= ALIKE:
        return found
    others = (alike(name, other) for other in alternates if LATIN.fullmatch(other))
    return max((ALIKE for other in others if other >= NEARLY), default=0.0)


def _ranked(
    names: Iterable[str], language: str, sound: dict[str, float]
) -> list[tuple[float, str]]:
    ranked = [(frequency(name, language) + 4 * sound[name], name) for name in names]
    return sorted(ranked, key=lambda pair: (-pair[0], pair[1]))


def cyrillic(alternates: Sequence[str], language: str, official: str) -> list[str]:
    """Return up to two names of a place in Ukrainian or Russian, the best first.

    Args:
        alternates: Names without their language.
        language: ``uk`` or ``ru``.
        official: The Latin name to sound like.
    """
    shape, wrong = (
        (UKRAINIAN, _NOT_UKRAINIAN) if language == "uk" else (RUSSIAN, _NOT_RUSSIAN)
    )
    latin = translit.from_ukrainian if language == "uk" else translit.from_russian
    fitting = [n for n in alternates if shape.fullmatch(n) and not wrong.search(n)]
    sound = {name: _sound(latin(name), official, alternates) for name in fitting}
    fitting = [name for name in fitting if sound[name] >= ALIKE]
    ranked = _ranked(fitting, language, sound)
    best = [name for _, name in ranked[:1]]
    return best + [
        name
        for _, name in ranked[1:3]
        if frequency(name, language) >= WRITTEN
        and not is_cut_off(name, best[0])
        and frequency(best[0], language) < frequency(name, language) + 1.5
    ]


def is_cut_off(name: str, whole: str) -> bool:
    """Return whether a name is another without its last letters.

    «Самар» is Samara in Chuvash, and a town of its own in Ukrainian.
    """
    short, full = (fold(text).replace("'", "") for text in (name, whole))
    return full[len(short) : len(short) + 1].isalpha() and full.startswith(short)


def exonym(alternates: Sequence[str], language: str, official: str) -> list[str]:
    """Return the name of a place in a language of Latin letters, if it has its own."""
    ours = frequency(official, language)
    found = []
    for name in dict.fromkeys(alternates):
        if not LATIN.fullmatch(name) or name == official or name.isupper():
            continue
        written, abroad = frequency(name, language), frequency(name, "en")
        if language in people() and fold(name) in people()[language][0]:
            continue  # "Jarosław", which Polish calls people, not Yaroslavl
        if written < max(WRITTEN, ours - 0.3) or written < abroad + 0.4 or len(name) < 3:  # noqa: PLR2004
            continue
        close = alike(name, official) >= 0.4  # noqa: PLR2004
        if (close or (abroad == 0 and written >= 3)) and is_nominative(name, language):  # noqa: PLR2004
            found.append((written + close, name))
    return [name for _, name in sorted(found, key=lambda f: (-f[0], f[1]))[:1]]


def is_nominative(name: str, language: str) -> bool:
    """Return whether the dictionary does not take a name for a form of another word."""
    lemma = lemma_of(name, language)
    return lemma == name or (language not in {"pl", "tr"} and lemma.lower() == name.lower())


def english(alternates: Sequence[str], official: str) -> list[str]:
    """Return other names of a large city that English writes ("Bombay" for Mumbai)."""
    names = dict.fromkeys(alternates)
    return [name for name in names if name in ENGLISH_TOO and name != official]


def spelt_in_english(alternates: Sequence[str], official: str) -> list[str]:
    """Return other English spellings of a town at home ("Feodosia" for Feodosiya)."""
    return [
        name
        for name in dict.fromkeys(alternates)
        if LATIN.fullmatch(name)
        and frequency(name, "en") >= 1.0
        and alike(name, official) >= 0.75  # noqa: PLR2004
        and len(name) > 4  # noqa: PLR2004  # airport codes, words
        and not is_cut_off(name, official)
    ]


def arabic(alternates: Sequence[str]) -> list[str]:
    """Return the Arabic name of a large place, at most one."""
    found = [(frequency(n, "ar"), n) for n in alternates if ARABIC.fullmatch(n)]
    return [name for count, name in sorted(found, reverse=True)[:1] if count > 0]
