"""Keyboards under messages, checked as Telegram checks them. No I/O."""

from bot.demo.botapi.args import Args
from bot.demo.botapi.errors import JSON, bad_request
from bot.demo.botapi.links import LinkError, check_link

MAX_BUTTONS = 100  # telegram.constants.InlineKeyboardMarkupLimit.TOTAL_BUTTON_NUMBER
MAX_PER_ROW = 8  # telegram.constants.InlineKeyboardMarkupLimit.BUTTONS_PER_ROW
MAX_DATA = 64  # bytes, InlineKeyboardButton.callback_data
_ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)


def read_markup(args: Args) -> JSON:
    """Return the request's ``reply_markup``, empty if there is none.

    Raises:
        ApiError: Telegram would refuse it.
    """
    markup = args.object("reply_markup")
    if "inline_keyboard" in markup:
        rows = _rows(markup["inline_keyboard"], "inline keyboard")
        return {"inline_keyboard": [[_button(b) for b in row] for row in rows if row]}
    if "keyboard" in markup:
        _rows(markup["keyboard"], "reply keyboard")
        return markup
    if markup and not {"remove_keyboard", "force_reply"} & markup.keys():
        # An object without any known field is an absent keyboard.
        return {}
    return markup


def inline_of(markup: JSON) -> JSON:
    """Return what the message itself shows: an inline keyboard, or nothing."""
    return markup if markup.get("inline_keyboard") else {}


def _rows(value: object, what: str) -> list[list[object]]:
    if not isinstance(value, list):
        msg = f'field "{what.replace(" ", "_")}" must be of type Array'
        raise bad_request(msg)
    if not all(isinstance(row, list) for row in value):
        msg = f"can't parse {what} button row: Expected an Array"
        raise bad_request(msg)
    if sum(map(len, value)) > MAX_BUTTONS or any(len(row) > MAX_PER_ROW for row in value):
        raise bad_request("reply markup is too long")
    return value


def _button(value: object) -> JSON:
    if not isinstance(value, dict):
        raise bad_request("can't parse inline keyboard button: Expected an Object")
    text = value.get("text")
    if not isinstance(text, str):
        raise bad_request("can't parse inline keyboard button: Can't find field \"text\"")
    if not text.strip():
        raise bad_request("inline keyboard button text must be non-empty")
    if not any(action in value for action in _ACTIONS):
        raise bad_request(
            "can't parse inline keyboard button: "
            "Text buttons are unallowed in the inline keyboard"
        )
    if "callback_data" in value:
        _check_data(value["callback_data"])
    if "url" in value:
        return {**value, "url": _button_url(str(value["url"]))}
    return value


def _check_data(data: object) -> None:
    if not isinstance(data, str) or not 1 <= len(data.encode()) <= MAX_DATA:
        raise bad_request("BUTTON_DATA_INVALID")


def _button_url(url: str) -> str:
    try:
        return check_link(url)
    except LinkError as exc:
        msg = f"inline keyboard button URL '{url}' is invalid: {exc}"
        raise bad_request(msg) from exc
