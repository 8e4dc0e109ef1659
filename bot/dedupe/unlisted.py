"""Places that a text names and nobody lists, as they sound in any script (pure).

A village of four houses is in no gazetteer, but two languages call it alike; and one that
is listed may be written as only one language does.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from bot.dedupe.terms import is_dropped, number_of, plain_name, spell_plainly
from bot.domain.folding import words
from bot.domain.memory import Memory
from bot.domain.places import Kind, Mention

_NAME = r"[«\"“„]?([A-ZА-ЯЁІЇЄҐŁŚŻŹĆ][\w'’-]{3,})"
_NAMES = rf"{_NAME}(?: ([A-ZА-ЯЁІЇЄҐŁŚŻŹĆ][\w'’-]{{3,}}))?"
_PLACED = re.compile(
    r"(?<![\w-])(?:in|at|near|outside|around|[ву]|во|під|под|біля|возле|поблизу|вблизи|около|"
    r"неподалік(?: від)?|коло|we?|koło|obok|bei)\s+"
    r"(?:(?:the\s+)?(?:village|town|settlement)\s+of\s+|(?:сел[іеа]|міст[іа]|город[еа]|"
    r"посёлк[еа]|поселк[еа]|селищ[іа]|wsi)\s+)?"
    r"(?:[^\W\d_]+['’]s\s+|[а-яіїєґ]+(?:их|ому|ом|ем|ій|ой|ого)\s+|[a-z]+(?:im|ich|iej|en)\s+)?"
    rf"{_NAME}",
)
# What was taken, held, struck or closed.
_BEFORE = (
    r"(?:zdobyci|zajęci|opanowani|wyzwoleni|odbici|utra[tc]|zaatakowa|przejści)\w*",
    r"zdobyto|zajęto|zdobyli|zajęli|odbili|opanowali|wyzwolili|kontrol\w+ nad|ataku? na",
    r"(?:capture|loss|fall|control|seizure|liberation) of|(?:re)?captur(?:e|ed|es)",
    r"(?:re)?tak(?:e|es|en)|(?:re)?took|seize[sd]?|liberate[sd]?|clears?|holds?",
    r"(?:attack|strike)s? on|crossing",
    r"(?:einnahme|eroberung|verlust|kontrolle über|befreiung) (?:von )?|erober[nt]\w*",
    r"angriff auf|grenzübergang|(?:la )?prise de|frappe sur",
    r"(?:освобод|захват|захоп|зайня|заня|звільн|зачист|овладе|отби|відби)\w+",
    r"взя(?:л[аи]?|в|ття|ти[ея])|контрол\w+ (?:над )?|атакова\w+|атакую\w+",
    r"(?:удар|вдари)\w* по|переход\w*|пропуску",
)
_OF_KIND = (
    r"(?:the )?(?:village|town|settlement)(?: of)?|wsi|miejscowości|села|сёл|города|міста"
)
_NAMED = re.compile(
    rf"(?<![\w-])(?:{'|'.join(_BEFORE)})\s*(?:(?:{_OF_KIND}) )?(?-i:{_NAMES})",
    re.IGNORECASE,
)
_FALLEN = re.compile(
    rf"(?:^|: ){_NAMES} (?:falls|has fallen|fell|zdobyt[ayeo]|zajęt[ayeo]|odbit[ayeo]|"
    r"oczyszczon\w+|erobert|eingenommen|befreit)\b"
)
_SHORTEST = 4  # letters of a name
_HEARD = 3  # consonants by which a name is known at least
_FAR = 4  # consonants by which it is known without a region
_SAID = (("z", "s"), ("q", "k"), ("ck", "k"))
_ENDING = re.compile(r"(?:a[mhc]|ami|o[mg][uo]|o[miv]|ei|iv|em|[aeiou])?$")
_SILENT = re.compile(r"[aeiouhg]+")
_DOUBLED = re.compile(r"(.)\1+")


class Heard(NamedTuple):
    """What names of places are known by in any script.

    `far` are those that are long enough to be known where no region is told.
    """

    near: frozenset[int] = frozenset()
    far: frozenset[int] = frozenset()


NOTHING_HEARD = Heard()


def find_unlisted(text: str, mentions: Iterable[Mention]) -> frozenset[str]:
    """Return the names of places that are none of `mentions`, as the word before tells.

    >>> find_unlisted("A soldier was wounded near Khoznavar", ())
    frozenset({'khoznavar'})
    """
    listed = {word for mention in mentions for word in words(mention.text)}
    return frozenset(
        word
        for name in _PLACED.findall(text)
        for word in words(name)[:1]
        if word.removesuffix("'s") not in listed and not is_dropped(word)
    )


def find_named(title: str, mentions: Iterable[Mention]) -> frozenset[str]:
    """Return the names of what a title says was taken, held, struck or closed."""
    listed = {word for mention in mentions for word in words(mention.text)}
    return frozenset(
        word
        for pattern in (_NAMED, _FALLEN)
        for names in pattern.findall(title)
        for name in names
        for word in words(name)
        if word.removesuffix("'s") not in listed and not is_dropped(word)
    )


def written(mentions: Iterable[Mention]) -> frozenset[str]:
    """Return what towns of the gazetteer are called in a text, and in English."""
    return frozenset(
        word
        for each in mentions
        if each.kind is Kind.SETTLEMENT
        for word in (*words(each.text), *words(each.place))
        if len(word) >= _SHORTEST and not is_dropped(word)
    )


def heard(names: Iterable[str]) -> frozenset[int]:
    """Return what folded names are known by in any script.

    >>> heard(["nowopawliwki"]) == heard(["новопавлівку"]) == heard(["novopavlivka"])
    True
    """
    return frozenset(map(_keys.__getitem__, names))


def hear(names: Iterable[str]) -> Heard:
    """Return what folded names of places are known by."""
    found = frozenset(names)
    return Heard(heard(found), heard(name for name in found if len(sound_of(name)) >= _FAR))


def _sound(word: str) -> str:
    plain = spell_plainly(word)
    for letters, said in _SAID:
        plain = plain.replace(letters, said)
    return _DOUBLED.sub(r"\1", _SILENT.sub("", _ENDING.sub("", plain).replace("c", "k")))


_sounds = Memory(_sound)


def sound_of(word: str) -> str:
    """Return the consonants by which a folded name is heard in any script."""
    return _sounds[word]


def _key(word: str) -> int:
    """Return what a name is known by: its consonants, or its beginning if they are few."""
    sound = sound_of(word)
    return number_of(f"sounds {sound}" if len(sound) >= _HEARD else plain_name(word))


_keys = Memory(_key)
