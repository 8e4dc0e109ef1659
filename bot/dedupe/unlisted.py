"""Places that a text names and nobody lists, as they sound in any script (pure).

A village of four houses is in no gazetteer, but two languages call it alike; and one that
is listed may be written as only one language does.
"""

import re
from collections.abc import Collection, Iterable
from itertools import islice
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
    r"(?:re)?tak(?:e|es|en)|(?:re)?took|seize[sd]?|liberate[sd]?|clears?|holds?|losing",
    r"occup(?:y|ies|ied)|enter(?:s|ed)?|overr[ua]ns?|claim on",
    r"(?:attack|strike)s? on|crossing|battles? for|kampf um|streit um|walki o|бо[иї] за",
    r"(?:einnahme|eroberung|verlust|kontrolle über|befreiung) (?:von )?|erober[nt]\w*",
    r"angriff auf|grenzübergang|(?:la )?prise de|frappe sur",
    r"(?:освобо[дж]|захват|захоп|зайня|заня|звільн|зачист|овладе|отби|відби)\w+",
    r"взя(?:л[аи]?|в|ття|ти[ея])|контрол\w+ (?:над )?|атакова\w+|атакую\w+",
    r"окк?уп(?:ирова|ува|ац[иі])\w+|втрат[уиі]|потер[юие]|залиши\w+|покину\w+|zdobyliśmy",
    r"(?:флаг|прапор)\w* (?:в|у|над)|flag over|(?:zdoby|zaję|odbi|opanowa|wyzwoli)ł\w*",
    r"(?:удар|вдари)\w* по|переход\w*|пропуску",
)
_OF_KIND = (
    r"(?:the )?(?:village|town|settlement|hamlet)(?: of)?|wsi|wieś|miejscowoś(?:ć|ci)|"
    r"сел[оаі]м?|сёл|города?|міст[оа]|(?:населённый|населенный|населений) пункт|посёлка?|"
    r"поселка?|селищ[еа]|(?:des )?dorf(?:es)?|(?:der )?(?:stadt|ortschaft)"
)
_NAMED = re.compile(
    rf"(?<![\w-])(?:{'|'.join(_BEFORE)})\s*(?:(?:{_OF_KIND}) )?(?-i:{_NAMES})",
    re.IGNORECASE,
)
_CAPITAL = re.compile(_NAME.removeprefix('[«"“„]?'))
_CAPITALS = 12  # words at most that may be names
# What a title begins with that was taken, or not.
# What a title begins with that was taken, or not.
_FALLEN = re.compile(
    rf"(?:^|: ?){_NAMES}[»\"”“]? (?:is |ist |jest )?"
    r"(?:now |still |not |не |nie |nicht |laut \w+ |снова |знову )*(?:falls|fell|"
    r"has fallen|captured|taken|seized|occupied|under|holds|odbit[ayeo]|"
    r"zdobyt[ayeo]|zajęt[ayeo]|"
    r"oczyszczon\w+|w rękach|pod|erobert|eingenommen|befreit|gefallen|переш\w+|перейш\w+|"
    r"захоплен\w*|захвачен\w*|окупован\w*|оккупирован\w*|взят[аоы]?|освобо\w+|звільнен\w*|под|"
    r"під|наш[ае]?|тримається|держится|залишається|остаётся|остается)(?!\w)"
)
_SHORTEST = 4  # letters of a name
_HEARD = 3  # consonants by which a name is known at least
_FAR = 4  # consonants by which it is known without a region
_SAID = (("z", "s"), ("q", "k"), ("ck", "k"), ("ł", "l"), ("mikol", "nikol"))
_ENDING = re.compile(r"(?:a[mhc]|ami|o[mg][uo]|o[miv]|ei|iv|em|[aeiou])?$")
_VOWELS = frozenset("aeiouyj")
_SILENT = re.compile(r"[aeiouhg]+")
_DOUBLED = re.compile(r"(.)\1+")


class Heard(NamedTuple):
    """What names of places are known by in any script.

    `far` are those that are long enough to be known where no region is told, `named` those
    of the title, and `perhaps` all that may be a name there.
    """

    near: frozenset[int] = frozenset()
    far: frozenset[int] = frozenset()
    named: frozenset[int] = frozenset()
    perhaps: frozenset[int] = frozenset()


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


def find_capitals(title: str, mentions: Iterable[Mention]) -> list[str]:
    """Return what in a title has a capital, but for regions and countries.

    >>> find_capitals("Posad-Pokrovske falls, Moscow claims", ())
    ['posad', 'pokrovske', 'moscow']
    """
    beyond = {
        word
        for mention in mentions
        if mention.kind is not Kind.SETTLEMENT
        for word in words(mention.text)
    }
    found = [word for name in _CAPITAL.findall(title) for word in words(name)]
    return [word for word in found if word not in beyond and not is_dropped(word)]


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


def hear(
    title: str, summary: str, mentions: Collection[Mention], in_title: Iterable[Mention]
) -> Heard:
    """Return what a report's places are known by.

    Args:
        title: The title.
        summary: The text.
        mentions: All places of both.
        in_title: The towns of the title, but for landmarks.
    """
    titles = find_named(title, mentions) | written(in_title)
    found = find_unlisted(f"{title}\n{summary}", mentions) | titles
    perhaps = islice(find_capitals(title, mentions), _CAPITALS)
    named = heard(titles | find_unlisted(title, mentions)) - _SPEAKERS
    return Heard(
        near=heard(found),
        far=heard(name for name in found if len(sound_of(name)) >= _FAR),
        named=named,
        perhaps=named | (heard(perhaps) - _SPEAKERS),
    )


def _sound(word: str) -> str:
    plain = spell_plainly(word)
    for letters, said in _SAID:
        plain = plain.replace(letters, said)
    vowel = "a" if plain[:1] in _VOWELS else ""  # Удачне is not Дачне
    said = _SILENT.sub("", _ENDING.sub("", plain).replace("c", "k"))
    return vowel + _DOUBLED.sub(r"\1", said)


_sounds = Memory(_sound)


def sound_of(word: str) -> str:
    """Return the consonants by which a folded name is heard in any script."""
    return _sounds[word]


def _key(word: str) -> int:
    """Return what a name is known by: its consonants, or its beginning if they are few."""
    sound = sound_of(word)
    return number_of(f"sounds {sound}" if len(sound) >= _HEARD else plain_name(word))


_keys = Memory(_key)

# Who speaks in titles of any language, and what is no place.
_SPEAKERS = heard(
    "генштаб генштабу міноборони минобороны мзс мид кремль кремле кремлі рада раді дума "
    "telegram deepstate ukraine reuters bloomberg zelensky putin trump kremlin rosjanie "
    "росіяни россияне russen ukraińcy українці украинцы бригада brigade brygada president "
    "президент prezydent general генерал".split()
)
