"""Which language a text is in: letters first, then frequent words, then the feed's word.

Made for what news feeds publish: Ukrainian, Russian and English above all, and the
languages of the neighbours that report on them. A short headline often says nothing; then
the feed decides.
"""

import re
from collections.abc import Mapping
from string import ascii_letters

from bot.domain.folding import words

_LOOKED_AT = 2_000  # characters; more does not change the answer
_LETTER = 3  # a letter that only one of the languages has, against a frequent word

_LETTERS: Mapping[str, str] = {
    "uk": "іїєґ",
    "ru": "ыэёъ",
    "be": "ў",
    "bg": "",
    "de": "äöüß",
    "pl": "ąćęłńśźż",
    "fr": "èêçœùâîûë",
    "es": "ñ¿¡",
}
_RUNS: Mapping[str, tuple[str, ...]] = {  # of letters, that tell as much as one
    "uk": ("ськ", "цьк", "зьк", "ований", "’я", "'я", "ʼя"),
    "ru": (
        *("ский", "ского", "скому", "ским", "ском", "ская", "ской", "скую", "ское", "ские"),
        *("ских", "цкий", "цкого", "цком", "цкая", "цкой", "цкое", "цкие", "цких"),
    ),
}
_WORDS: Mapping[str, frozenset[str]] = {
    "uk": frozenset(
        "та що на за це від до й як його її для про або але вже ще під час також які який "
        "яка було бути буде через після не із зі у в є якщо коли того цього років року "
        "тому чи між над без області внаслідок повідомив повідомили росіяни вибух вибухи "
        "вибухів пожежа пожежу ворог ворога ворожий ворожа ворожу знову проти напрямок "
        "напрямку голова загинув загинула загинуло загинули поранено поранених людину "
        "наслідки зведення жовтня листопада грудня березня травня червня липня серпня "
        "вересня".split()
    ),
    "ru": frozenset(
        "и что на это от до как его ее для об или но уже еще под время также которые "
        "который которая было быть будет через после не из со у в если когда того этого "
        "лет года потому ли между над без по с к о при он она они мы вы области сообщил "
        "сообщили чтобы только взрыв взрывы взрывов пожар пожара враг врага против снова "
        "направление направлении погиб погибла погибло погибли ранен ранены раненых "
        "пострадали мужчина сентября октября ноября декабря января февраля марта апреля "
        "мая июня июля августа".split()
    ),
    "be": frozenset("і што на гэта ад да як яго яе для пра або але ужо яшчэ які якая былі "
    "паводле".split()),
    "bg": frozenset("и че на това от до как се за или но вече още който която беше ще през "
    "след не са във със по".split()),
    "en": frozenset(
        "the of and to in a is that for on with as was at by it from are be has have had "
        "an this "
        "which after said says over into near will not his her their but who its were been "
        "about "
        "against amid under than more two three".split()
    ),
    "de": frozenset(
        "der die das und in zu den von mit ist auf für im nicht ein eine dem des sich auch "
        "als nach "
        "aus bei wird hat am durch über einem einer werden wurde bis zum zur sind "
        "vor".split()
    ),
    "pl": frozenset(
        "w na z i do się nie o że po jest przez dla od za jak ale to przed ich był była "
        "było są oraz "
        "także pod nad przy który która które wyniku ze".split()
    ),
    "fr": frozenset(
        "le la les de des du et à en un une est que pour dans sur par au aux avec pas ce "
        "qui son sa "
        "ses plus il elle ont été selon après contre entre mais sont leur".split()
    ),
    "es": frozenset(
        "el la los las de del y en un una que es por con para se al su sus como más ha han "
        "fue pero "
        "tras sobre entre este esta según contra desde son lo".split()
    ),
    "it": frozenset(
        "il lo la gli le di del della e in un una che è per con non si al alla da dal nel "
        "nella sono "
        "ha più come dopo contro tra sul anche".split()
    ),
}  # fmt: skip
_CYRILLIC_LANGUAGES = ("uk", "ru", "be", "bg")
_LATIN_LANGUAGES = ("en", "de", "pl", "fr", "es", "it")
_LATIN_1 = ascii_letters.encode() + bytes(range(0xC0, 0x100))
_LATIN_REST = re.compile(r"[\u0200-\u024f]")


def _languages_of_words(languages: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Return each frequent word of `languages` with those that have it."""
    found: dict[str, tuple[str, ...]] = {}
    for language in languages:
        for word in _WORDS[language]:
            found[word] = (*found.get(word, ()), language)
    return found


_LANGUAGES_OF: Mapping[tuple[str, ...], Mapping[str, tuple[str, ...]]] = {
    languages: _languages_of_words(languages)
    for languages in (_CYRILLIC_LANGUAGES, _LATIN_LANGUAGES)
}


def primary_language(tag: str | None) -> str | None:
    """Return the language of a BCP 47 tag, without script and region."""
    if tag is None:
        return None
    language = re.split(r"[-_]", tag.strip().casefold(), maxsplit=1)[0]
    return language if re.fullmatch(r"[a-z]{2,3}", language) else None


def _count_letters(text: str) -> tuple[int, int]:
    """Return how many letters are Cyrillic (U+0400 to 04FF) and Latin (A to U+024F).

    In UTF-16 the upper byte is the same for a whole script, so that counting bytes will
    do, and no list of letters is made.
    """
    upper = text.encode("utf-16-le", "surrogatepass")[1::2]
    lowest = text.encode("latin-1", "ignore")
    latin = len(lowest) - len(lowest.translate(None, _LATIN_1)) + upper.count(1)
    if 2 in upper:  # noqa: PLR2004  # U+02xx
        latin += len(_LATIN_REST.findall(text))
    return upper.count(4), latin


def _scores(text: str, languages: tuple[str, ...]) -> dict[str, int]:
    scores = dict.fromkeys(languages, 0)
    having = _LANGUAGES_OF[languages]
    for word in filter(having.__contains__, words(text)):
        for language in having[word]:
            scores[language] += 1
    if not text.isascii():
        lowered = text.casefold()
        for language in languages:
            letters = sum(map(lowered.count, _LETTERS.get(language, "")))
            runs = sum(map(lowered.count, _RUNS.get(language, ())))
            scores[language] += _LETTER * (letters + runs)
    return scores


def detect_language(text: str, prior: str | None = None) -> str:
    """Return the language of `text` (ISO 639-1).

    Args:
        text: Plain text, a title and a summary.
        prior: What the feed says of itself (BCP 47); decides when the text does not.
    """
    text = text[:_LOOKED_AT]
    expected = primary_language(prior)
    cyrillic, latin = _count_letters(text)
    if not cyrillic and not latin:
        return expected or "en"
    languages = _CYRILLIC_LANGUAGES if cyrillic >= latin else _LATIN_LANGUAGES
    if expected is not None and expected not in {*_CYRILLIC_LANGUAGES, *_LATIN_LANGUAGES}:
        return expected  # a language that we cannot tell from its neighbours
    scores = _scores(text, languages)
    best = max(scores.values())
    leading = [language for language in languages if scores[language] == best]
    if expected in leading:
        return expected
    if best == 0 and "uk" in languages:
        return "ru"
    return leading[0]
