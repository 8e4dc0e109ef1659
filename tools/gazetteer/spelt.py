"""How German, French and Polish papers write names of places at home.

As each of them usually transcribes Ukrainian and Russian, as far as names of places need
it; names that they have of old ("Lemberg", "Charków") are in exonyms.tsv.
"""

import re

_VOWELS = "аеєиіїоуюяёыэ"
_CONSONANTS = "бвгґджзклмнпрстфхцчшщ"
_PLAIN = {
    "de": dict(
        zip(
            "абвгґдежзийклмнопрстуфхцчшщіыэ",
            "a b w h g d e sch s y j k l m n o p r s t u f ch z "
            "tsch sch schtsch i y e".split(),
            strict=True,
        )
    ),
    "fr": dict(
        zip(
            "абвгґдежзийклмнопрстуфхцчшщіыэ",
            "a b v h g d e j z y ï k l m n o p r s t ou f kh ts tch ch chtch i y e".split(),
            strict=True,
        )
    ),
    "pl": dict(
        zip(
            "абвгґдежзийклмнопрстуфхцчшщіыэ",
            "a b w h g d e ż z y j k ł m n o p r s t u f ch c cz sz szcz i y e".split(),
            strict=True,
        )
    ),
}
_IOTATED = {"є": "e", "ю": "u", "я": "a", "ї": "i", "ё": "o"}
_PART = re.compile(r"[\w']+")
_SOFT = {"н": "ń", "с": "ś", "з": "ź", "ц": "ć"}
_RUSSIAN = {"г": "g", "и": "i"}


def _iotated(letter: str, before: str, language: str) -> str:
    """Return how є, ю, я, ї or ё is written after a letter ("" is the beginning)."""
    vowel = _IOTATED[letter]
    if language == "fr":
        return "ï" if letter == "ї" else "i" + {"u": "ou"}.get(vowel, vowel)
    if language == "de" or before in {"", "ь"} or before in _VOWELS:
        return "j" + vowel
    if before == "л":
        return vowel
    return "j" + vowel if vowel == "i" else "i" + vowel


def _polish(word: str, at: int, source: str) -> str | None:
    """Return what Polish writes of a letter because of the next one; None if nothing."""
    letter, after = word[at], word[at + 1 : at + 2]
    if letter == "л":
        soft = "ьиеюяё" if source == "ru" else "ьієюяї"
        following = word[at:].lstrip("л")[:1]
        return "l" if following and following in soft else None
    if after == "ь" or (letter == "н" and word[at + 1 : at + 3] == "ск"):
        is_of_sk = letter in "сц" and word[at + 2 : at + 3] == "к"
        return None if is_of_sk else _SOFT.get(letter)
    return None


def _letters(word: str, source: str, language: str) -> str:
    plain = _PLAIN[language] | (_RUSSIAN if source == "ru" else {})
    found = []
    for at, letter in enumerate(word):
        before, after = word[at - 1 : at] if at else "", word[at + 1 : at + 2]
        if letter in "ьъ'":
            continue
        if letter in _IOTATED:
            found.append(_iotated(letter, "" if before == "'" else before, language))
        elif letter == "е" and source == "ru" and language != "fr":
            iotated = before in {"", "ь", "ъ"} or before in _VOWELS
            soft = language == "pl" and before in _CONSONANTS and before not in "жшцчщл"
            found.append("je" if iotated else "ie" if soft else "e")
        elif (
            letter == "с"
            and language != "pl"
            and before
            and after
            and (before in _VOWELS and after in _VOWELS)
        ):
            found.append("ss")
        elif letter == "й" and language == "de" and before in "аеоу" and after:
            found.append("i" if source == "ru" else "j")
        else:
            special = _polish(word, at, source) if language == "pl" else None
            found.append(special or plain.get(letter, letter))
    return "".join(found)


def spelt(name: str, source: str, language: str) -> str:
    """Return how `language` (de, fr, pl) writes a Ukrainian or Russian (`source`) name.

    >>> [spelt("Куп'янськ", "uk", language) for language in ("de", "fr", "pl")]
    ['Kupjansk', 'Koupiansk', 'Kupiańsk']
    >>> [spelt("Шебекино", "ru", language) for language in ("de", "fr", "pl")]
    ['Schebekino', 'Chebekino', 'Szebiekino']
    """

    def part(match: re.Match[str]) -> str:
        written = _letters(match[0].lower(), source, language)
        if language == "pl":
            written = re.sub(r"(?<=[bmpwf])j(?=[aeu])", "i", written)  # "Kupiańsk"
            written = re.sub(r"n(?=sk)", "ń", written)
        return written[:1].upper() + written[1:]

    return _PART.sub(part, name)
