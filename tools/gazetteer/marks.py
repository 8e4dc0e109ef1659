"""Which forms are a common word, a given name or a surname as well.

Word lists are asked, not copied: simplemma (is the word in a language's dictionary, and is
it more than a name there), wordfreq (how often is it written), Faker (names of people).
"""

from collections.abc import Iterator
from functools import cache

from wordfreq import get_frequency_dict

from bot.annotate.keys import Form
from bot.domain.folding import fold
from tools.gazetteer.people import people
from tools.gazetteer.sources import dictionary, frequency

LATIN = ("en", "pl", "de", "fr", "es", "it", "tr", "pt")
CYRILLIC = ("uk", "ru")
COMMON = 2.9  # the logarithm of a share of 10⁹ words: from "лиман" on


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
