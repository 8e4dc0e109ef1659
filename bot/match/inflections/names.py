"""One key for a name in whatever script and transliteration.

"Zelenskyy, Zelensky, Selenskyj, Zełenski, Зеленський, Зеленского" come from one sound.
What transliterations do differently is given up: hushing sounds are one, so are voiced and
voiceless s, g and h and kh, v and w, and a glide beside a vowel is nothing. What is left
must be long, for short names would meet words.
"""

import re
from collections.abc import Iterator
from functools import cache

from bot.match.inflections.shared_words import SHARED

_LEAST = 5  # sounds of a key; "Orban" has five
# How surnames end that are told from words by it: of these, each spelling is one name.
# Other words meet only over scripts, where few sound alike that mean something else.
_SURNAME = re.compile(
    r"(?:[сцз]ь?к(?:|ий|ого|ому|им|ім|ом|а|ої|ой|ій|у|ую|ою|их|ими|ая)"
    r"|енк(?:о|а|у|ові|ом|и|ов)|ко|чк(?:о|а|у|ом)|(?:[оеєїі]в|[иіїы]н)(?:а|у|ым|им|і|е|ой|ої|ій|ою)?"
    r"|[чщ]ук(?:а|у|ом|ові|и)?|[ое]вич(?:а|у|ем|ом|ові|і|е)?"
    r"|(?:[sc]|ts|tz|dz|z|n)k?(?:yi|yy|yj|iy|ij|y|i|ii|oi|yj|aya|aia|aja|a)|skiego|skiemu|skim"
    r"|[оеєії]в(?:к(?:а|и|у|е|ою|ой)|ці)|[oei]vk(?:a|y|i|u|oiu|oju)"
    r"|[sz]k|ko|enka|[oei](?:v|w|ff)a?|[iy]ne?|(?:ch|tch|tsch|tsj|cz)(?:u|ou)k|[oe][vw](?:y|i|ı)"
    r"(?:ch|tch|tsch|cz))$"
)
_LETTERS = {
    **dict(zip("абвгґдезиіклмнопрстуфхцэыў", "abvggdesiiklmnoprstufgseiu", strict=True)),
    **dict.fromkeys("жчшщ", "S"),
    "є": "e",
    "ї": "i",
    "й": "j",
    "ю": "ju",
    "я": "ja",
    "ь": "",
    "ъ": "",
    "'": "",
    "-": "",
    **dict(zip("abdefgiklmnoprstuvz", "abdefgiklmnoprstuvs", strict=True)),
    "ł": "l",
    "q": "k",
    "x": "ks",
    "h": "g",
    "w": "v",
    "y": "i",
    "j": "j",
    "ı": "i",
    **dict.fromkeys("øœ", "o"),
}
# Read in this order, before single letters.
_GROUPS = (
    *("schtsch", "chtch", "szcz", "shch", "tsch", "tch", "sch", "sh", "cz", "sz", "zh"),
    *(
        "kh",
        "gh",
        "rh",
        "ts",
        "tz",
        "ck",
        "ou",
        "oo",
        "ff",
        "ph",
        "th",
        "gu",
        "qu",
        "ch",
        "c",
        "j",
    ),
)
_GROUP = re.compile("|".join(_GROUPS))
_SOUNDS = {
    **dict.fromkeys(_GROUPS[:11], "S"),
    "kh": "g",
    "gh": "g",
    "rh": "r",
    "ts": "s",
    "tz": "s",
    "ck": "k",
    "ou": "u",
    "oo": "u",
    "ff": "v",
    "ph": "f",
    "th": "t",
    "qu": "k",
    "ch": "S",
}
# Letters that are read in several ways, each with how ch, j and ż sound then.
_HEARD = (
    ("", ("S", "j", "s")),
    ("ch", ("g", "j", "s")),
    ("j", ("S", "S", "s")),
    ("z", ("S", "j", "S")),
)
# What Polish and those who write "Belousov" mean by letters that others read as one.
_ALSO = ((re.compile("ck(?=i|a|$)"), "tsk"), (re.compile("ou"), "oju"))
_GLIDE = re.compile(r"(?<=[aeiou])[ji]+|[ji]+(?=[aeou])|j")
_VOWELS = "aeiou"
# What transliterations have and English words seldom: such a word also meets others spelt
# so or plainly ("Kherson, Cherson"; "Kuleba, Kouleba").
_FOREIGN = re.compile(
    "kh|zh|tsch|shch|cz|sz|iy|yy|^[yj][aeou]|[aeiou]w[aeio]|ch|ou|gh|tch|sch"
)
_PLACE = re.compile("(?:[сцз]ь?к|[sz]k)$")
_PLACE_OR_WOMAN = re.compile("[сцз]ь?к(?:а|у|і|е|ом|ові)$")
_ONE_CYRILLIC = str.maketrans("иыіїйєэ'", "іііііеее")
_CYRILLIC_ENDINGS = (
    *("ий", "ій", "ый", "ого", "ому", "им", "ім", "ым", "ом", "ої", "ой", "ую", "ою", "их"),
    *(
        "ых",
        "ими",
        "ыми",
        "ая",
        "ові",
        "еві",
        "єві",
        "ем",
        "єм",
        "ей",
        "ів",
        "ам",
        "ами",
        "ах",
    ),
    *("ям", "ями", "ях", "ею"),
)
_LATIN_ENDINGS = ("iego", "iemu", "iej", "ego", "emu", "im", "ym", "owi", "em", "s", "'s")


def read_name(word: str, *, every: bool, asked: bool | None) -> Iterator[str]:
    """Yield the keys of a word that may be a name.

    Args:
        word: The word, folded.
        every: Any name may be meant; else a surname, or one that is spelt otherwise in
            another script or in Ukrainian and Russian.
        asked: True for a query's word, False for a text's, None for both.
    """
    keys = name_keys(word)
    if _SURNAME.search(word):
        yield from (f"n:{sounds}" for sounds in keys)
    yield from _read_any(word, keys - _shared_keys(), every=every, asked=asked)


def _read_any(
    word: str, keys: frozenset[str], *, every: bool, asked: bool | None
) -> Iterator[str]:
    cyrillic = "\u0400" <= word[:1] <= "\u052f"
    for sounds in keys:
        if asked is not True:
            yield f"{'kl'[not cyrillic]}:{sounds}"
        if asked is not False:
            yield f"{'kl'[cyrillic]}:{sounds}"
        if every and not cyrillic:
            foreign = _FOREIGN.search(word) is not None
            if asked is not True or foreign:
                yield f"t:{sounds}"
            if asked is not False or foreign:
                yield f"q:{sounds}"
    if cyrillic and len(word) >= _LEAST:
        yield f"x:{word.translate(_ONE_CYRILLIC)}"


def name_keys(word: str) -> frozenset[str]:
    """Return what a folded word shares with the same name spelt otherwise."""
    cyrillic = "\u0400" <= word[:1] <= "\u052f"
    found: set[str] = set()
    for base in _bases(word, _CYRILLIC_ENDINGS if cyrillic else _LATIN_ENDINGS):
        for sounds in _sounds(base) if not cyrillic else (_cyrillic_sounds(base),):
            key = _key(sounds)
            if len(key) >= _LEAST:
                found.update(key + kind for kind in _kinds(word, key))
    return frozenset(found)


def _kinds(word: str, key: str) -> tuple[str, ...]:
    """Return marks that keep «Донецк» and «донецкий» apart."""
    if not key.endswith("sk") or _PLACE.search(word):
        return ("",)
    return ("", "j") if _PLACE_OR_WOMAN.search(word) else ("j",)


def _bases(word: str, endings: tuple[str, ...]) -> Iterator[str]:
    yield word
    if word.endswith("вці"):
        yield f"{word[:-2]}ка"
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            yield word[: -len(ending)]


def _cyrillic_sounds(word: str) -> str:
    return "".join(_LETTERS.get(letter, "") for letter in word.replace("тс", "ц"))


def _sounds(word: str) -> Iterator[str]:
    """Yield how a Latin word may sound: English, and as others have ch, j and ż."""
    if not word.isascii() and not all(
        letter in _LETTERS or letter == "c" for letter in word
    ):
        return
    for letters, sounds in _HEARD:
        if letters in word:
            yield "".join(_read(word, *sounds))
    for found, instead in _ALSO:
        if found.search(word):
            yield "".join(_read(found.sub(instead, word), *_HEARD[0][1]))


def _read(word: str, ch: str, j: str, z: str) -> Iterator[str]:
    place = 0
    while place < len(word):
        group = _GROUP.match(word, place)
        if group is None:
            letter = word[place]
            yield z if letter == "z" else _LETTERS.get(letter, "")
            place += 1
            continue
        text, place = group.group(), group.end()
        after = word[place : place + 1]
        if text == "ch":
            yield ch
        elif text == "j":
            yield j
        elif text == "c":
            yield "s" if after in ("e", "i", "y") else "k"
        elif text == "gu":
            yield "g" if after in ("e", "i") else "gu"
        else:
            yield _SOUNDS[text]


def _key(sounds: str) -> str:
    sounds = _GLIDE.sub("", sounds)
    sounds = re.sub(r"(.)\1+", r"\1", sounds).rstrip(_VOWELS)
    return re.sub(r"[ie]v(k?)$", r"ov\1", sounds)


@cache
def _shared_keys() -> frozenset[str]:
    return frozenset(key for word in SHARED for key in name_keys(word))
