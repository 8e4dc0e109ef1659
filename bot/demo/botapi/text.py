"""What Telegram does to a text before it keeps it: clean, trim, measure, find links.

In: the request's text. Out: the kept text and its entities. What can fail: `ApiError`
with Telegram's words. No I/O.
"""

import json
import re
from bisect import bisect_right
from itertools import accumulate

from bot.demo.botapi.errors import JSON, bad_request
from bot.demo.botapi.html import Parsed, parse_html
from bot.demo.botapi.html_entities import HtmlError, sort_entities
from bot.demo.botapi.links import checked_link

MAX_TEXT = 4096  # Bot API, sendMessage: UTF-16 units after entities parsing
MAX_CAPTION = 1024  # Bot API, sendPhoto
MAX_RAW_BYTES = 32768  # telegram-bot-api refuses longer requests unread
MAX_ENTITIES = 100  # Bot API: the others are ignored
_TRIMMED = " \n"
# Controls become spaces; what turns the direction of a whole text vanishes.
_CLEAN: dict[int, str | None] = {code: " " for code in range(32) if code not in (9, 10, 13)}
_CLEAN |= dict.fromkeys((0x0D, *range(0x202A, 0x202F), 0x2028, 0x2029))
_FOUND = re.compile(
    r"(?P<url>https?://[^\s<>\"]*[^\s<>\".,;:!?)\]»”'])"
    r"|(?<![\w/@])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?)(?![\w/])"
    r"|(?<![\w@])(?P<mention>@[A-Za-z][A-Za-z0-9_]{3,31})\b"
    r"|(?<![\w#])(?P<hashtag>#\w*[^\W\d]\w*)"
)


def utf16_length(text: str) -> int:
    """Return the length of `text` as Telegram counts it."""
    return len(text) + sum(char > "\uffff" for char in text)


def find_entities(text: str) -> list[JSON]:
    """Return the commands, links, mentions and hashtags that stand in a plain text."""
    entities: list[JSON] = []
    for match in _FOUND.finditer(text):
        kind = str(match.lastgroup)
        if kind == "url" and checked_link(match[0]) is None:
            continue
        offset = utf16_length(text[: match.start()])
        entities.append({"type": kind, "offset": offset, "length": utf16_length(match[0])})
    return entities


def format_text(
    text: str, *, parse_mode: str, entities: str, limit: int, what: str = "message"
) -> Parsed:
    """Return what Telegram keeps of `text`.

    Args:
        text: As sent.
        parse_mode: Empty or ``HTML``, in any case of letters.
        entities: JSON of explicit entities, used without a parse mode.
        limit: Longest result in UTF-16 units.
        what: ``message`` or ``message caption``, for the error text.
    """
    if len(text.encode("utf-8", "surrogatepass")) > MAX_RAW_BYTES:
        raise bad_request("text is too long")
    parsed = _parse(text, parse_mode, entities)
    parsed = _trim(_clean(parsed))
    if utf16_length(parsed.text) > limit:
        raise bad_request(f"{what} is too long")
    return Parsed(text=parsed.text, entities=tuple(_joined(parsed)[:MAX_ENTITIES]))


def _parse(text: str, parse_mode: str, entities: str) -> Parsed:
    mode = parse_mode.lower()
    if mode == "html":
        try:
            return parse_html(text)
        except HtmlError as exc:
            # A prefix is joined to TD's own text, so its capital letter stays.
            msg = f"can't parse entities: {exc}"
            raise bad_request(msg) from exc
    if mode in ("markdown", "markdownv2"):
        raise bad_request("parse_mode Markdown is not emulated: send HTML")
    if mode not in ("", "none"):
        raise bad_request("unsupported parse_mode")
    try:
        given = json.loads(entities) if entities else []
    except ValueError as exc:
        raise bad_request("can't parse entities JSON object") from exc
    if not isinstance(given, list) or not all(_is_entity(one) for one in given):
        raise bad_request("can't parse MessageEntity")
    size = utf16_length(text)
    kept = [e for e in given if e["offset"] >= 0 and 0 < e["length"] <= size - e["offset"]]
    return Parsed(text=text, entities=tuple(sort_entities(kept)))


def _is_entity(value: object) -> bool:
    return (
        isinstance(value, dict)
        and isinstance(value.get("type"), str)
        and isinstance(value.get("offset"), int)
        and isinstance(value.get("length"), int)
    )


def _clean(parsed: Parsed) -> Parsed:
    """Replace controls and drop what Telegram drops, moving the entities along."""
    text = parsed.text.translate(_CLEAN)
    if len(text) == len(parsed.text):
        return Parsed(text=text, entities=parsed.entities)
    widths = [2 if c > "\uffff" else 1 for c in parsed.text]
    kept = [
        0 if _CLEAN.get(ord(c), "") is None else w
        for c, w in zip(parsed.text, widths, strict=True)
    ]
    before = [0, *accumulate(widths)]
    after = [0, *accumulate(kept)]

    def moved(offset: int) -> int:
        return after[bisect_right(before, offset) - 1]

    entities = []
    for entity in parsed.entities:
        begin, end = moved(entity["offset"]), moved(entity["offset"] + entity["length"])
        if end > begin:
            entities.append({**entity, "offset": begin, "length": end - begin})
    return Parsed(text=text, entities=tuple(entities))


def _trim(parsed: Parsed) -> Parsed:
    """Cut white space: at the end always, at the start up to the first entity."""
    text = parsed.text.rstrip(_TRIMMED)
    size = utf16_length(text)
    first = min((e["offset"] for e in parsed.entities), default=size)
    # Only spaces and line ends are cut, so here one character is one UTF-16 unit.
    cut = min(len(text) - len(text.lstrip(_TRIMMED)), first)
    entities = []
    for entity in parsed.entities:
        begin, end = (
            entity["offset"] - cut,
            min(entity["offset"] + entity["length"], size) - cut,
        )
        if end > begin:
            entities.append({**entity, "offset": begin, "length": end - begin})
    return Parsed(text=text[cut:], entities=tuple(entities))


def _joined(parsed: Parsed) -> list[JSON]:
    """Return the entities that stay, and the found ones that do not touch them.

    Nothing lies inside code, and a kind does not lie inside itself.
    """
    entities: list[JSON] = []
    for entity in sort_entities(list(parsed.entities)):
        covering = [e for e in entities if _covers(e, entity)]
        is_blank = not _covered(parsed.text, entity).strip() and entity["type"] not in (
            "pre",
            "code",
            "text_link",
        )
        if is_blank or any(e["type"] in ("pre", "code", entity["type"]) for e in covering):
            continue
        entities.append(entity)
    exclusive = [
        e for e in entities if e["type"] in ("pre", "code", "text_link", "text_mention")
    ]
    found = [
        e for e in find_entities(parsed.text) if not any(_meets(e, x) for x in exclusive)
    ]
    return sort_entities(entities + found)


def _covered(text: str, entity: JSON) -> str:
    raw = text.encode("utf-16-le", "surrogatepass")
    begin = 2 * entity["offset"]
    return raw[begin : begin + 2 * entity["length"]].decode("utf-16-le", "replace")


def _covers(outer: JSON, inner: JSON) -> bool:
    return bool(
        outer["offset"] <= inner["offset"]
        and inner["offset"] + inner["length"] <= outer["offset"] + outer["length"]
    )


def _meets(one: JSON, other: JSON) -> bool:
    return bool(
        one["offset"] < other["offset"] + other["length"]
        and other["offset"] < one["offset"] + one["length"]
    )
