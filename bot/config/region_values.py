"""Single values of regions.yaml; each reader's ValueError is for people."""

import re
from hashlib import sha256

from bot.config.nearest import did_you_mean
from bot.domain.folding import fold
from bot.domain.own_regions import MAX_LATITUDE, MAX_LONGITUDE, Name, Size

MAX_NAME = 80  # characters: the longest official names of communities have about 60
MIN_NAME = 2  # one letter names everything
MAX_WORDS = 5  # of a place's name: the matcher looks no further
MAX_GROUP = 32
RESERVED = frozenset({"none"})  # what /region takes for a command

# Small letters only, so that an id never looks like a code of ISO 3166; and short enough
# for the button of a chat that carries it.
_ID = re.compile(r"[a-z][a-z0-9_-]{2,39}")
_GROUP = re.compile(r"[^\W\d_][\w-]*")
_SEPARATORS = re.compile(r"[\s\-.,()]+")


def read_name(text: str) -> str:
    """Return a name, a word or a phrase, its white space folded.

    Raises:
        ValueError: It is shorter than `MIN_NAME`, longer than `MAX_NAME`, or has no letter.
    """
    cleaned = " ".join(text.split())
    if not MIN_NAME <= len(cleaned) <= MAX_NAME:
        msg = f"must have {MIN_NAME} to {MAX_NAME} characters"
        raise ValueError(msg)
    if not any(map(str.isalpha, cleaned)):
        msg = f"{cleaned!r} has no letter"
        raise ValueError(msg)
    return cleaned


def read_place_name(text: str) -> str:
    """Return the name of a place.

    Raises:
        ValueError: As `read_name`, or it has more than `MAX_WORDS` words.
    """
    name = read_name(text)
    if len(same_name_key(name).split(" ")) > MAX_WORDS:
        msg = f"must have at most {MAX_WORDS} words, those around a hyphen counted as two"
        raise ValueError(msg)
    return name


def read_place_id(text: str) -> str:
    """Return the id of a place of one's own.

    Raises:
        ValueError: It is none.
    """
    if not _ID.fullmatch(text):
        msg = f"{text!r} must be 3 to 40 of a-z 0-9 _ -, beginning with a letter"
        raise ValueError(msg)
    return text


def read_group(text: str) -> str:
    """Return the name of a group.

    Raises:
        ValueError: It is no single word, too long, or /region means something else by it.
    """
    if not _GROUP.fullmatch(text) or len(text) > MAX_GROUP:
        msg = f"must be one word of at most {MAX_GROUP} letters, digits, - and _"
        raise ValueError(msg)
    if text.casefold() in RESERVED:
        msg = "is a word of /region itself; choose another name"
        raise ValueError(msg)
    return text


def read_size(text: str) -> Size:
    """Return how large a settlement is.

    Raises:
        ValueError: There is no such word for it.
    """
    if text not in set(Size):
        msg = f"{text!r} is no type of a place; {did_you_mean(text, map(str, Size))}"
        raise ValueError(msg)
    return Size(text)


def read_latitude(text: str) -> float:
    """Return degrees north.

    Raises:
        ValueError: They are none.
    """
    return _read_degrees(text, MAX_LATITUDE, "51.23 (degrees north, -90 to 90)")


def read_longitude(text: str) -> float:
    """Return degrees east.

    Raises:
        ValueError: They are none.
    """
    return _read_degrees(text, MAX_LONGITUDE, "36.28 (degrees east, -180 to 180)")


def _read_degrees(text: str, limit: float, example: str) -> float:
    try:
        degrees = float(text)
    except ValueError:
        degrees = limit + 1
    if not -limit <= degrees <= limit:  # "nan", too
        msg = f"{text!r} is not a number such as {example}"
        raise ValueError(msg)
    return degrees


def same_name_key(text: str) -> str:
    """Return what two spellings of one name share."""
    return _SEPARATORS.sub(" ", fold(text)).strip()


def make_place_id(region_id: str, names: tuple[Name, ...]) -> str:
    """Return an id for a place that was given none; the same as long as its name stays.

    The name is the English one, else the first.
    """
    english = [name.text for name in names if name.language.split("-")[0] == "en"]
    name = same_name_key((english or [names[0].text])[0])
    slug = name.replace(" ", "-")
    if not re.fullmatch(r"[a-z0-9-]{1,24}", slug):
        slug = sha256(name.encode()).hexdigest()[:10]
    return f"own-{same_name_key(region_id).replace(' ', '-')[:10]}-{slug}"
