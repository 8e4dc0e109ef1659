"""Which words may begin or end a masked stretch: what is cheap to ask of every word.

The patterns of :mod:`bot.annotate.masks` cost more than all other annotation when they are
tried at each character. Each of them needs one of a few words, so they are tried only where
such a word stands. A sign too many costs a vain attempt; one too few would lose the
stretch: whoever adds a pattern there adds its word here.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bot.annotate.chunks import chunks_of
from bot.annotate.wordlists import masks_east, masks_west
from bot.domain.folding import fold, plain_words
from bot.domain.memory import Memory

_RUN = re.compile(r"\w+")
_ADDRESS = re.compile(
    r"https?://\S+|www\.\S+|[@][\w.]+|\b[\w-]+\.(?:com|ua|ru|net|org|info)\b"
)
_LINK = re.compile(r"(?:https?://|www\.).")
_DOTTED = re.compile(r"\.\w+")
_DOTLESS = str.maketrans("İı", "ii")  # both match an "i" where case is ignored
# Of what holds one of these, a plain word may differ from the runs that the patterns see.
_RUNS_DIFFER = re.compile("[İı\u00ad\u200b\u200c\u200d\u2060\ufeff\u0301]")

# What a word is a sign of.
OPENS = 1  # a phrase may begin with it
CLOSES = 2  # a phrase that begins with a name may have it after that name
SHIP = 4  # a ship: its name may follow it or stand before it
MORE = 8  # the last word before the colon of a list of further reading
FIRST = 16  # of "appeared first on"


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_SHIPS = _words(
    "sub submarine cruiser frigate corvette destroyer warship flagship ship vessel "
    "freighter bulker bulk frachter frachtschiff minehunter tanker ferry ferries "
    "icebreaker carrier boat trawler yacht mv uss hms hmcs hmas "
    "подводн подлод атомоход апл пларк "
    "субмарин крейсер фрегат корвет эсмин корабл танкер теплоход катер ледокол "
    "флагман сухогруз паром підводн есмін корабел кораб криголам пором"
)
# The beginnings of folded words; those of two letters are whole words.
_BEGINNINGS: dict[int, tuple[str, ...]] = {
    OPENS | CLOSES | SHIP: (*_SHIPS, *_words(masks_west.SHIPS_SIGNS)),
    OPENS: _words(
        "battle siege курск сталинград полтавск смоленск московск днепровск курськ "
        "сталінград полтавськ смоленськ московськ битв chicken kiev kyiv moscow odessa "
        "котлет торт киевск київськ mariupol polish russian crimean minsk budapest "
        "geneva istanbul normandy минск будапештск женевск стамбульск нормандск мінськ "
        "будапештськ женевськ стамбульськ нормандськ паризьк парижск paris вул просп "
        "бульвар площ шосе провул ул шоссе переул пл метро станц ленинградск варшавск "
        "новосибирск харьковск октябрьск ростовск ленінградськ шевченківськ одеськ "
        "варшавськ интерфакс інтерфакс рбк режис режисс автор фильм "
        "фільм кин сериал серіал роман "
        "игр гра гри гру журнал гостиниц готел "
        "отел ресторан кафе film movie novel hotel restaurant сорт альбом песн пісн "
        "тральщик бдк мрк мпк бомбард ракетонос самолет літак магазин батальйон батальон "
        "эхо ехо turkey roast "
        "thanksgiving frozen cold wild"
    )
    + _words(masks_east.OPENING_SIGNS)
    + _words(masks_west.OPENING_SIGNS)
    + _words(masks_west.HISTORY_SIGNS),
    CLOSES: _words(
        "street avenue square boulevard highway road station independent times post "
        "herald gazette tribune courier chronicle telegraph globe examiner inquirer "
        "вокзал проспект улиц вулиц "
        "площад площ шоссе шосе бульвар набережн переул провул патриархат патріархат"
    )
    + _words(masks_east.CLOSING_SIGNS)
    + _words(masks_west.CLOSING_SIGNS)
    + _words(masks_west.STREET_SIGNS),
    CLOSES | SHIP: ("submariner",),
    FIRST: ("appeared", "published"),
}
# Their endings: nothing says that a list's heading begins with a whole word.
_MORE = _words(
    "read also more next related stories news articles this recommended miss также "
    "еще теме подробнее також ще темою auch thema aussi lire tambien tez takze "
    "rowniez anche"
)
_ALL_BEGINNINGS = tuple(word for words in _BEGINNINGS.values() for word in words)
# Three letters tell nine plain words of ten to be no sign. Any other chunk has none: "".
_HEADS = frozenset(word[:3] for word in (*_ALL_BEGINNINGS, "k", "к", "www", ""))
_TAILS = frozenset(word[-3:] for word in _MORE)


class Signs(NamedTuple):
    """The signs of one chunk.

    `words` holds the beginning and the end of each word that is a sign, and of what;
    `addresses` the spans of web addresses and the like.
    """

    words: tuple[tuple[int, int, int], ...]
    addresses: tuple[tuple[int, int], ...]


def _kind(word: str, follower: str) -> int:
    """Return what `word`, right before the character `follower`, is a sign of."""
    folded = fold(word.translate(_DOTLESS))
    kind = 0
    if folded.startswith(_ALL_BEGINNINGS):
        for kinds, beginnings in _BEGINNINGS.items():
            if folded.startswith(beginnings):
                kind |= kinds
    if folded.endswith(_MORE):
        kind |= MORE
    if follower == "-" and folded in {"k", "к"}:  # the submarine K-141
        kind |= OPENS | SHIP
    return kind


def _mail_end(chunk: str) -> int:
    r"""Return where ``\S+@\S+\.\w+`` ends, 0 for no match: the pattern takes cubic time.

    It can match only from the beginning of a chunk, and reaches to the last full stop
    that a word follows.
    """
    if "@" not in chunk:
        return 0
    last = max(_DOTTED.finditer(chunk), key=re.Match.start, default=None)
    if last is None or chunk.rfind("@", 1, max(last.start() - 1, 0)) < 0:
        return 0
    return last.end()


def _addresses(chunk: str) -> Iterator[tuple[int, int]]:
    mail = 0 if _LINK.match(chunk) else _mail_end(chunk)
    if mail:
        yield 0, mail
    yield from (match.span() for match in _ADDRESS.finditer(chunk, mail))


def _find(chunk: str) -> Signs | None:
    words: list[tuple[int, int, int]] = []
    for run in _RUN.finditer(chunk):
        kind = _kind(run[0], chunk[run.end() : run.end() + 1])
        if kind:
            words.append((run.start(), run.end(), kind))
    addresses: list[tuple[int, int]] = []
    if "." in chunk or "@" in chunk or ":" in chunk:
        addresses = list(_addresses(chunk))
    return Signs(tuple(words), tuple(addresses)) if words or addresses else None


_signs_of = Memory(_find)


def find_signs(text: str) -> Iterator[tuple[int, Signs]]:
    """Yield the number of each chunk that has signs, and these."""
    chunks = chunks_of(text)
    likely: Iterable[int] = range(len(chunks))
    if _RUNS_DIFFER.search(text) is None:
        likely = [
            number
            for number, word in enumerate(plain_words(text))
            if word[:3] in _HEADS or word[-3:] in _TAILS
        ]
    for number in likely:
        signs = _signs_of[chunks[number]]
        if signs is not None:
            yield number, signs


def runs_of(chunk: str) -> list[int]:
    r"""Return where each word of the chunk begins (``\w+``)."""
    return [run.start() for run in _RUN.finditer(chunk)]
