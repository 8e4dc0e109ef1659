"""What each HTML tag of a message means: its kind of entity and what else that carries.

In: a tag with its attributes. Out: the fields of a ``MessageEntity``. What can fail:
`HtmlError`. No I/O.
"""

from dataclasses import dataclass, field

from bot.demo.botapi.errors import JSON
from bot.demo.botapi.links import checked_link, user_of_link

_TYPES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "blockquote": "blockquote",
    "pre": "pre",
}
TAGS = frozenset(_TYPES) | {"a", "code", "tg-emoji", "tg-time"}
# Which of two entities over the same span comes first, as Telegram sorts them.
_ORDER = {
    "blockquote": 0,
    "expandable_blockquote": 0,
    "pre": 11,
    "code": 20,
    "text_link": 49,
    "text_mention": 49,
    "bold": 90,
    "italic": 91,
    "underline": 92,
    "strikethrough": 93,
    "spoiler": 94,
    "date_time": 95,
    "custom_emoji": 99,
}


class HtmlError(ValueError):
    """The markup is refused; the text is what follows ``can't parse entities:``."""


@dataclass(slots=True, kw_only=True)
class OpenTag:
    """A start tag that waits for its end tag.

    Attributes:
        offset: UTF-16 units before it.
        begin: Bytes of the result before it.
    """

    tag: str
    offset: int
    begin: int
    attributes: dict[str, str] = field(default_factory=dict)


def sort_entities(entities: list[JSON]) -> list[JSON]:
    """Return the entities in Telegram's order: by start, the longer first, then by kind."""
    return sorted(
        entities, key=lambda e: (e["offset"], -e["length"], _ORDER.get(e["type"], 50))
    )


def kind_of(opened: OpenTag, shown: str) -> JSON | None:
    """Return the kind of the entity and what else it carries; None to drop it.

    Args:
        opened: The tag.
        shown: The text inside it, which is the link of an ``<a>`` without one.
    """
    match opened.tag:
        case "a":
            return _link(opened.attributes.get("href") or shown)
        case "code":
            return _code(opened.attributes.get("class", ""))
        case "tg-emoji":
            return _emoji(opened.attributes.get("emoji-id", ""))
        case "tg-time":
            return _time(opened.attributes)
        case "blockquote" if "expandable" in opened.attributes:
            return {"type": "expandable_blockquote"}
        case tag:
            return {"type": _TYPES[tag]}


def _link(url: str) -> JSON | None:
    if (user_id := user_of_link(url)) is not None:
        return {"type": "text_mention", "user": {"id": user_id}}
    link = checked_link(url)
    return None if link is None else {"type": "text_link", "url": link}


def _code(value: str) -> JSON:
    language = value.removeprefix("language-") if value.startswith("language-") else ""
    return {"type": "code", "language": language} if language else {"type": "code"}


def _emoji(emoji_id: str) -> JSON:
    if not (emoji_id.isascii() and emoji_id.isdigit() and int(emoji_id)):
        msg = "Invalid custom emoji identifier specified"
        raise HtmlError(msg)
    return {"type": "custom_emoji", "custom_emoji_id": emoji_id}


def _time(attributes: dict[str, str]) -> JSON:
    unix = attributes.get("unix", "")
    if not (unix.isascii() and unix.isdigit()):
        msg = "Invalid date specified"
        raise HtmlError(msg)
    shape = attributes.get("format", "")
    entity: JSON = {"type": "date_time", "unix_time": int(unix)}
    return {**entity, "date_time_format": shape} if shape else entity
