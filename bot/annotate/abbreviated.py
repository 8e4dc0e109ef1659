"""A town's first word where a text gives its letter: «В. Писарівка», «Ст. Оскол».

What follows alone may be another town's name: «Н. Новгород» is not Novgorod.
"""

import re
from functools import cache

from bot.annotate.gazetteer import Gazetteer
from bot.annotate.paradigms import adjective_forms
from bot.annotate.tokens import Tokens

# The masculine nominative of each adjective that a letter may stand for.
_ADJECTIVES = {
    "uk": "великий верхній білий новий нижній малий старий красний кривий",
    "ru": "великий большой верхний белый новый нижний малый старый красный кривой",
}
# First words that are no adjectives, or do not decline there.
_FIRST = (
    "новгород кам'янець каменец івано ивано середина середино могилів могилев корсунь павло"
).split()
_SHORTENED = re.compile(
    r"(?<![\w.])(?:[ВБНМКСІИП]|Ст|Кр|Ів|Нв|Кам)\.[ -]?[А-ЯІЇЄҐ][а-яіїєґ’']{2}"
)


@cache
def _forms(language: str) -> tuple[str, ...]:
    found = set(_FIRST)
    for adjective in _ADJECTIVES[language].split():
        found |= adjective_forms(adjective, language)
    return tuple(sorted(found))


def spell_out(tokens: Tokens, gazetteer: Gazetteer, language: str) -> None:
    """Give such a letter the key of the word that makes a known name with the next one."""
    if _SHORTENED.search(tokens.text) is None:
        return
    for index in range(len(tokens) - 1):
        key = tokens.keys[index]
        if len(key) > 3 or not tokens[index + 1].gap.startswith("."):  # noqa: PLR2004
            continue
        if not (tokens.is_upper(index) and tokens.is_upper(index + 1)):
            continue
        following = tokens.keys[index + 1]
        found = [
            (max(gazetteer.spot(sense.place).weight for sense in senses), form)
            for form in _forms(language)
            if _shortens(key, form)
            and (senses := gazetteer.entries[f"{form} {following}"].senses)
        ]
        if found:  # «Кр. Ріг» is Kryvyi Rih, and no village Krasnyi Rih
            tokens.rename(index, max(found)[1])


def _shortens(key: str, form: str) -> bool:
    """Say whether a form begins so, or has these letters in order: «Нв.» for «Новая»."""
    letters = iter(form)
    return form[:1] == key[:1] and all(letter in letters for letter in key)
