"""The message catalogs, compiled in memory: no compiled file can be out of step."""

from functools import cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path
from typing import Final

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LANGUAGES: Final = ("en", "uk", "ru")
LOCALES: Final = Path(__file__).parents[1] / "data" / "locales"

_FALLBACK = "en"
# Readers of a language that we do not have, who read one that we have.
_READ_INSTEAD = {"be": "ru"}


def pick(language_code: str | None) -> str:
    """Return the language for a reader with Telegram's `language_code` (may be None)."""
    language = (language_code or "").replace("_", "-").split("-")[0].lower()
    language = _READ_INSTEAD.get(language, language)
    return language if language in LANGUAGES else _FALLBACK


def catalog_path(language: str) -> Path:
    """Return the catalog file of `language`."""
    return LOCALES / language / "LC_MESSAGES" / "tocsin.po"


@cache
def load(language: str) -> GNUTranslations:
    """Return the catalog of `language`, one of `LANGUAGES`."""
    with catalog_path(language).open("rb") as file:
        catalog = read_po(file, locale=language, abort_invalid=True)
    compiled = BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return GNUTranslations(compiled)
