"""Every refusal that a bot is known to meet, in Telegram's own words.

Read in the public sources of the Bot API server and of its library (tdlib, v10.0). The
emulator gives most of them by itself; any can be planned, as ``Fault(kind=str(code),
description=text)``. A bot's tests can thus say what it does with each.
"""

from typing import Final

_PARSE: Final = "Bad Request: can't parse entities: "
_OTHER_POLL: Final = (
    "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running"
)
_WEBHOOK_ACTIVE: Final = (
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)
_NOT_MODIFIED: Final = (
    "Bad Request: message is not modified: specified new message content and reply markup "
    "are exactly the same as a current content and reply markup of the message"
)

REFUSALS: Final[tuple[tuple[int, str], ...]] = (
    (429, "Too Many Requests: retry after 7"),
    (409, _OTHER_POLL),
    (409, _WEBHOOK_ACTIVE),
    (409, "Conflict: terminated by setWebhook request"),
    (401, "Unauthorized"),
    (404, "Not Found"),
    (404, "Not Found: method not found"),
    (500, "Internal Server Error: restart"),
    (403, "Forbidden: bot was blocked by the user"),
    (403, "Forbidden: user is deactivated"),
    (403, "Forbidden: bot was kicked from the group chat"),
    (403, "Forbidden: bot was kicked from the supergroup chat"),
    (403, "Forbidden: bot was kicked from the channel chat"),
    (403, "Forbidden: bot is not a member of the group chat"),
    (403, "Forbidden: bot is not a member of the supergroup chat"),
    (403, "Forbidden: bot is not a member of the channel chat"),
    (403, "Forbidden: the group chat was deleted"),
    (403, "Forbidden: bot can't initiate conversation with a user"),
    (400, "Bad Request: chat not found"),
    (400, "Bad Request: chat_id is empty"),
    (400, "Bad Request: group chat was upgraded to a supergroup chat"),
    (400, "Bad Request: message text is empty"),
    (400, "Bad Request: text is too long"),
    (400, "Bad Request: message is too long"),
    (400, "Bad Request: message caption is too long"),
    (400, "Bad Request: message to edit not found"),
    (400, "Bad Request: message to delete not found"),
    (400, "Bad Request: message to be replied not found"),
    (400, "Bad Request: message can't be edited"),
    (400, "Bad Request: message can't be deleted"),
    (400, "Bad Request: message thread not found"),
    (400, "Bad Request: TOPIC_CLOSED"),
    (400, "Bad Request: TOPIC_DELETED"),
    (
        400,
        "Bad Request: query is too old and response timeout expired or query ID is invalid",
    ),
    (400, _NOT_MODIFIED),
    (400, "Bad Request: reply markup is too long"),
    (400, "Bad Request: BUTTON_DATA_INVALID"),
    (400, "Bad Request: BUTTON_URL_INVALID"),
    (400, "Bad Request: not enough rights to send text messages to the chat"),
    (400, "Bad Request: need administrator rights in the channel chat"),
    (400, "Bad Request: secret token is too long"),
    (400, "Bad Request: secret token contains unallowed characters"),
    (400, f'{_PARSE}Unsupported start tag "br" at byte offset 2'),
    (400, f"{_PARSE}Unclosed start tag at byte offset 2"),
    (400, f'{_PARSE}Empty attribute name in the tag "a" at byte offset 2'),
    (400, f"{_PARSE}Unexpected end of name token at byte offset 2"),
    (400, f'{_PARSE}Tag "span" must have class "tg-spoiler" at byte offset 2'),
    (400, f"{_PARSE}Unexpected end tag at byte offset 2"),
    (400, f"{_PARSE}Unclosed end tag at byte offset 2"),
    (
        400,
        f'{_PARSE}Unmatched end tag at byte offset 2, expected "</b>", found "</i>"',
    ),
    (400, f'{_PARSE}Can\'t find end tag corresponding to start tag "b"'),
)
