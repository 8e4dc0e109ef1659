"""Which forms are a common word, a given name or a surname as well.

Word lists are asked, not copied: simplemma (is the word in a language's dictionary, and is
it more than a name there), wordfreq (how often is it written), Faker (names of people).
"""

import importlib
from collections.abc import Iterator
from functools import cache, lru_cache

from wordfreq import get_frequency_dict

from bot.annotate.keys import Form, people_keys
from bot.domain.folding import fold
from tools.gazetteer.sources import dictionary, frequency

LATIN = ("en", "pl", "de", "fr", "es", "it", "tr", "pt")
CYRILLIC = ("uk", "ru")
COMMON = 2.9  # the logarithm of a share of 10⁹ words: from "лиман" on
_LEAST = 3  # letters of a name of people
_PEOPLE = {
    "en": ("en_US", "en_GB"),
    "uk": ("uk_UA",),
    "ru": ("ru_RU",),
    "pl": ("pl_PL",),
    "de": ("de_DE",),
    "fr": ("fr_FR",),
    "es": ("es_ES",),
    "it": ("it_IT",),
    "tr": ("tr_TR",),
}


class WordLists:
    """What the packages know, as tools.gazetteer.senses asks for it."""

    def also(self, key: str) -> Iterator[tuple[Form, str]]:
        """Yield what else a one-word key is, and in which language."""
        for language in LATIN if key[:1].isascii() else CYRILLIC:
            given, family = people().get(language, (frozenset(), frozenset()))
            if key in given:
                yield Form.GIVEN, language
            if key in family:
                yield Form.SURNAME, language
            whole = common_words(language).get(key)
            if whole is not None:
                yield Form.WORD if whole else Form.COMMON, language

    def given_names(self) -> Iterator[tuple[str, str]]:
        """Yield (key, language) of each given name, in all forms."""
        for language, (given, _) in people().items():
            yield from ((key, language) for key in given)

    def frequency(self, key: str, language: str) -> float:
        """Return how often a word is written: the logarithm of its share of 10⁹ words."""
        return frequency(key, language)


@lru_cache(maxsize=1)
def people() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Return for each language the keys of given names and of surnames, in all forms."""
    return {
        language: _people_of(locales, language) for language, locales in _PEOPLE.items()
    }


def _people_of(
    locales: tuple[str, ...], language: str
) -> tuple[frozenset[str], frozenset[str]]:
    given: set[str] = set()
    family: set[str] = set()
    for locale in locales:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for attribute, names in vars(provider).items():
            if attribute.startswith(("first_names", "last_names")):
                into = given if attribute.startswith("first") else family
                into.update(
                    name for name in names if " " not in name and len(name) >= _LEAST
                )
    return _all_forms(given, language), _all_forms(family, language)


def _all_forms(names: set[str], language: str) -> frozenset[str]:
    keys = (key for name in names for key in people_keys(name, language))
    return frozenset(key for key in keys if key and " " not in key)


@cache
def common_words(language: str) -> dict[str, bool]:
    """Return the folded words that a language's dictionary has and its texts often write.

    True for what is known as nothing but that word even with a capital.
    """
    known = dictionary(language)
    least = 10 ** (COMMON - 9)
    found: dict[str, bool] = {}
    for word, share in get_frequency_dict(language).items():
        if share >= least and word in known:
            whole = known.get(word.capitalize(), word)[:1].islower()
            found[fold(word)] = found.get(fold(word), True) and whole
    return found
