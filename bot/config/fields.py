"""Types of the settings' fields: how each is written, checked and named when wrong.

Each reader gets the text of the environment, or a value that is ready, which it leaves
alone; its ValueError is for people and never holds a secret.
"""

import re
from datetime import timedelta
from ipaddress import IPv4Network, IPv6Network, ip_network
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr

from bot.config.duration import parse_duration

Network = IPv4Network | IPv6Network


def _split(value: object) -> object:
    """Return the parts of a comma-separated list; leave what is no text alone."""
    if not isinstance(value, str):
        return value
    return [part.strip() for part in value.split(",") if part.strip()]


def _ids(value: object) -> object:
    """Return Telegram user ids; they are positive, as groups and channels are not users."""
    parts = _split(value)
    if not isinstance(parts, list):
        return value
    for part in parts:
        if not re.fullmatch(r"[1-9][0-9]{0,18}", part):
            msg = f"{part!r} is not a Telegram user id; write numbers separated by commas"
            raise ValueError(msg)
    return frozenset(map(int, parts))


def _networks(value: object) -> object:
    """Return networks in CIDR form; an address alone is a network of one."""
    parts = _split(value)
    if not isinstance(parts, list):
        return value
    try:
        return tuple(ip_network(part) for part in parts)
    except ValueError as exc:
        msg = f"{exc}; write networks such as 10.0.0.0/8,fd00::/8"
        raise ValueError(msg) from None


def _duration(value: object) -> object:
    return parse_duration(value) if isinstance(value, str) else value


def _upper(value: object) -> object:
    return value.upper() if isinstance(value, str) else value


def _lower(value: object) -> object:
    return value.lower() if isinstance(value, str) else value


def _web_url(value: object) -> object:
    """Refuse what is no http or https address with a host; drop the last slash."""
    return _read_web_url(value, "is not an address such as https://example.org")


def _proxy_url(value: object) -> object:
    """Refuse what is no proxy that aiohttp can use."""
    return _read_web_url(value, "is not an http proxy such as http://HOST:PORT (no SOCKS)")


def _read_web_url(value: object, problem: str) -> object:
    if not isinstance(value, str):
        return value
    try:
        parts = urlsplit(value)
        usable = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
    except ValueError:
        usable = False
    if not usable or re.search(r"\s", value):
        raise ValueError(problem)  # without the value: it may hold a password
    return value.rstrip("/")


def _check_database_url(value: str) -> str:
    if re.fullmatch(r"sqlite:///[^?]+|postgresql://\S+", value):
        return value
    msg = "must be sqlite:///FILE or postgresql://USER:PASSWORD@HOST/DATABASE"
    raise ValueError(msg)


def _check_token(value: SecretStr) -> SecretStr:
    if not re.fullmatch(r"[A-Za-z0-9_:-]+", value.get_secret_value()):
        msg = "is not a bot token; copy it from @BotFather, without quotes or spaces"
        raise ValueError(msg)
    return value


def _check_webhook_secret(value: SecretStr) -> SecretStr:
    # Bot API, setWebhook, secret_token
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", value.get_secret_value()):
        msg = "must be 1 to 256 of the characters A-Z a-z 0-9 _ -"
        raise ValueError(msg)
    return value


DatabaseUrl = Annotated[str, AfterValidator(_check_database_url), Field(repr=False)]
BotToken = Annotated[SecretStr, AfterValidator(_check_token)]
WebhookSecret = Annotated[SecretStr, AfterValidator(_check_webhook_secret)]
WebUrl = Annotated[str, BeforeValidator(_web_url)]
ProxyUrl = Annotated[str, BeforeValidator(_proxy_url)]
UserIds = Annotated[frozenset[int], BeforeValidator(_ids)]
Networks = Annotated[tuple[Network, ...], BeforeValidator(_networks)]
Port = Annotated[int, Field(ge=0, le=65535)]
Rate = Annotated[float, Field(gt=0, le=1000)]  # 1,000: Telegram's paid broadcasts
Duration = Annotated[timedelta, BeforeValidator(_duration)]
LogLevel = Annotated[Literal["DEBUG", "INFO", "WARNING", "ERROR"], BeforeValidator(_upper)]
LogFormat = Annotated[Literal["text", "json"], BeforeValidator(_lower)]
