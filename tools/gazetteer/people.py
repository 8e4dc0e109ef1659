"""Given names and surnames in all their forms, as the package Faker has them."""

import importlib
from functools import lru_cache

from bot.annotate.keys import people_keys

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
