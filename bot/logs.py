"""How the service logs: one line an event, as text or JSON, and never a secret."""

import json
import logging
import sys
from datetime import UTC, datetime

from bot.config.settings import Settings
from bot.deliver.redact import RedactingFilter, quiet_http_loggers

# What every record has, and what uvicorn adds for its own formatter.
_STANDARD = {*vars(logging.makeLogRecord({})), "message", "asctime", "taskName"}
_STANDARD.add("color_message")


def _extra(record: logging.LogRecord) -> dict[str, object]:
    return {key: value for key, value in vars(record).items() if key not in _STANDARD}


class TextFormatter(logging.Formatter):
    """Time, level, logger, event, then its fields as ``key=value``."""

    def __init__(self) -> None:
        """Set the line's form."""
        super().__init__("%(asctime)s %(levelname)-7s %(name)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """Return the line; a traceback follows on its own lines."""
        head, *rest = super().format(record).split("\n", 1)
        fields = "".join(
            f" {key}={value}" for key, value in _extra(record).items() if value is not None
        )
        return "\n".join([head + fields, *rest])


class JsonFormatter(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "level": record.levelname,
            "logger": record.name,
            "event": record.getMessage(),
            **_extra(record),
        }
        if record.exc_text or record.exc_info:
            line["traceback"] = record.exc_text or self.formatException(
                record.exc_info  # type: ignore[arg-type]  # set, as exc_text is not
            )
        return json.dumps(line, ensure_ascii=False, default=str)


def set_up_logging(settings: Settings) -> None:
    """Log to stderr as the settings say; the token is masked in every handler."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        JsonFormatter() if settings.log_format == "json" else TextFormatter()
    )
    token = settings.telegram_token
    handler.addFilter(RedactingFilter(token.get_secret_value() if token else ""))
    logging.basicConfig(level=settings.log_level, handlers=[handler], force=True)
    quiet_http_loggers()
    for name in ("alembic", "uvicorn"):  # they tell at INFO what they do, not what happened
        logging.getLogger(name).setLevel(logging.WARNING)
    # It prints a traceback for each page of a proxy; the outcome of the call says as much.
    logging.getLogger("telegram.request").setLevel(logging.CRITICAL)
    # At DEBUG they print what people write and where they are, the latter each statement
    # with its values: passwords in the addresses of feeds, too.
    for name in ("telegram", "aiosqlite"):
        logging.getLogger(name).setLevel(max(logging.INFO, logging.root.level))
    # A tick that comes while the last one runs is skipped; a hung one makes health red.
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
