"""The method that answers inline queries, with articles only."""

import re
from collections.abc import Callable

from bot.demo.botapi.args import Args
from bot.demo.botapi.core import ANSWER_TIME, Core
from bot.demo.botapi.errors import JSON, bad_request
from bot.demo.botapi.text import MAX_TEXT, format_text

MAX_RESULTS = 50  # Bot API, answerInlineQuery
MAX_ID = 64  # bytes of a result's id
_PAYLOAD = re.compile(r"^[A-Za-z0-9_-]{1,64}$")  # Bot API, InlineQueryResultsButton


def answer_inline(core: Core, args: Args) -> bool:
    """``answerInlineQuery``."""
    query_id = args.text("inline_query_id")
    asked_at = core.inline_queries.get(query_id)
    is_late = asked_at is None or core.clock() - asked_at > ANSWER_TIME
    if is_late or query_id in core.inline_answers:
        raise bad_request(
            "query is too old and response timeout expired or query ID is invalid"
        )
    results = args.json("results")
    if not isinstance(results, list):
        raise bad_request("array of InlineQueryResult expected")
    if len(results) > MAX_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    articles = [_article(each) for each in results]
    if len({each["id"] for each in articles}) < len(articles):
        raise bad_request("RESULT_ID_DUPLICATE")
    core.inline_answers[query_id] = {
        "results": articles,
        "button": _button(args.object("button")),
        "cache_time": args.integer("cache_time", 300),
        "is_personal": args.flag("is_personal"),
    }
    return True


def _button(button: JSON) -> JSON:
    """Return the button over the results, {} without one."""
    if not button:
        return {}
    payload = button.get("start_parameter")
    if not button.get("text"):
        raise bad_request("text of the inline query results button is empty")
    if not isinstance(payload, str) or not _PAYLOAD.match(payload):
        raise bad_request("START_PARAM_INVALID")
    return {"text": button["text"], "start_parameter": payload}


def _article(result: object) -> JSON:
    """Return a result with the message that choosing it sends."""
    if not isinstance(result, dict) or result.get("type") != "article":
        raise bad_request("only articles are emulated; see bot/demo/botapi")
    if not 1 <= len(str(result.get("id", "")).encode()) <= MAX_ID:
        raise bad_request("RESULT_ID_INVALID")
    if not result.get("title"):
        raise bad_request("ARTICLE_TITLE_EMPTY")
    content = result.get("input_message_content")
    if not isinstance(content, dict) or not content.get("message_text"):
        raise bad_request("message text is empty")
    parsed = format_text(
        str(content["message_text"]),
        parse_mode=str(content.get("parse_mode", "")),
        entities="",
        limit=MAX_TEXT,
    )
    message: JSON = {"text": parsed.text, "entities": list(parsed.entities)}
    return {**result, "message": message}


METHODS: dict[str, Callable[[Core, Args], object]] = {"answerInlineQuery": answer_inline}
