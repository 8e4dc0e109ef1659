import io
import logging

import pytest

from bot.deliver.redact import RedactingFilter, quiet_http_loggers, redact

TOKEN = "123456:AAbbccddeeffgghhiijjkkll-_mm"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"POST /bot{TOKEN}/getMe", "POST /bot<token>/getMe", id="in a URL"),
        pytest.param("GET /bot1:short/getMe", "GET /bot<token>/getMe", id="short"),
        pytest.param(f"token={TOKEN}.", "token=<token>.", id="alone"),
        pytest.param("my hush word", "my <token> word", id="a given secret"),
        pytest.param("at 12:30, 4 of 5", "at 12:30, 4 of 5", id="nothing secret"),
    ],
)
def test_redact(text: str, expected: str) -> None:
    assert redact(text, "hush", "") == expected


@pytest.fixture
def logged() -> tuple[logging.Logger, io.StringIO]:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.Formatter("%(message)s|%(url)s", defaults={"url": ""}))
    handler.addFilter(RedactingFilter(TOKEN))
    logger = logging.Logger("test")  # noqa: LOG001  # of its own, outside the tree
    logger.addHandler(handler)
    return logger, stream


def test_message_arguments_and_extra_fields(
    logged: tuple[logging.Logger, io.StringIO],
) -> None:
    logger, stream = logged

    logger.info("sent %s to %d", TOKEN, 5, extra={"url": f"/bot{TOKEN}/x"}, stack_info=True)

    assert stream.getvalue().startswith("sent <token> to 5|/bot<token>/x")
    assert TOKEN not in stream.getvalue()


def test_an_exception(logged: tuple[logging.Logger, io.StringIO]) -> None:
    logger, stream = logged

    def fail() -> None:
        msg = f"no answer of /bot{TOKEN}/getMe"
        raise OSError(msg)

    try:
        fail()
    except OSError:
        logger.exception("failed")

    assert "OSError: no answer of /bot<token>/getMe" in stream.getvalue()
    assert "Traceback" in stream.getvalue()
    assert TOKEN not in stream.getvalue()


def test_a_record_without_secrets_is_untouched() -> None:
    record = logging.LogRecord("a", logging.INFO, "f", 1, "to %d", (5,), None)

    assert RedactingFilter(TOKEN).filter(record)
    assert (record.msg, record.args) == ("to %d", (5,))


def test_http_loggers_keep_urls_to_themselves() -> None:
    quiet_http_loggers()

    assert not logging.getLogger("httpx").isEnabledFor(logging.INFO)
    assert not logging.getLogger("httpcore.http11").isEnabledFor(logging.INFO)
