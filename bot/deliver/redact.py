"""Keep the bot's token out of the logs.

The token is part of each Bot API URL: httpx logs URLs at INFO, and exceptions quote them.
"""

import logging
import re
import traceback

MASK = "<token>"
_TOKEN = re.compile(r"\b\d{3,}:[A-Za-z0-9_-]{20,}")  # as BotFather makes them
_IN_URL = re.compile(r"(?<=/bot)\d+:[^/\s\"'?#]+")


def redact(text: str, *secrets: str) -> str:
    """Return `text` with each of `secrets`, and whatever looks like a token, masked."""
    for secret in secrets:
        if secret:
            text = text.replace(secret, MASK)
    return _TOKEN.sub(MASK, _IN_URL.sub(MASK, text))


class RedactingFilter(logging.Filter):
    """Mask secrets in a record's message, arguments, extra fields and exception.

    For handlers, not loggers: a logger's filter does not see what its children log.

    Args:
        secrets: What must never be seen, besides tokens of Telegram's form.
    """

    def __init__(self, *secrets: str) -> None:
        super().__init__()
        self._secrets = secrets

    def filter(self, record: logging.LogRecord) -> bool:
        """Mask `record` in place; every record passes."""
        message = record.getMessage()
        masked = redact(message, *self._secrets)
        if masked != message:
            record.msg, record.args = masked, None
        if record.exc_info and not record.exc_text:
            record.exc_text = "".join(traceback.format_exception(*record.exc_info)).rstrip()
        if record.exc_text:
            record.exc_text = redact(record.exc_text, *self._secrets)
        if record.exc_info and record.exc_info[1] is not None:
            # A formatter of JSON may write the exception itself; all it needs is the text.
            record.exc_info = None
        if record.stack_info:
            record.stack_info = redact(record.stack_info, *self._secrets)
        for name, value in vars(record).items():
            if isinstance(value, str) and name not in {"msg", "exc_text", "stack_info"}:
                setattr(record, name, redact(value, *self._secrets))
        return True


def quiet_http_loggers() -> None:
    """Let the HTTP client's loggers speak from WARNING on; below it they log URLs."""
    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)
