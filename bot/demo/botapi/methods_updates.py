"""Methods by which updates come: long polling, the webhook, and leaving the server."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from bot.demo.botapi.args import Args
from bot.demo.botapi.core import Core, Webhook
from bot.demo.botapi.errors import JSON, bad_request, conflict, too_many_requests
from bot.demo.botapi.links import is_loopback
from bot.demo.botapi.updates import WEBHOOK_SET

MAX_SECRET = 256  # Bot API, setWebhook
_SECRET = re.compile(r"^[A-Za-z0-9_-]*$")
_WEBHOOK_ACTIVE = (
    "can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)


def _kinds(args: Args) -> list[object] | None:
    kinds = args.json("allowed_updates")
    return kinds if isinstance(kinds, list) else None


async def get_updates(core: Core, args: Args) -> list[JSON]:
    """``getUpdates``; it waits, so it is the one coroutine among the methods."""
    if core.webhook.url:
        raise conflict(_WEBHOOK_ACTIVE)
    core.updates.allow(_kinds(args))
    return await core.updates.get(
        offset=args.integer("offset"),
        limit=args.integer("limit", 100),
        timeout=float(args.integer("timeout")),
    )


def _check_url(url: str) -> None:
    parts = urlsplit(url)
    # Telegram takes HTTPS only; on loopback there is no certificate to be had.
    is_local = parts.scheme == "http" and is_loopback(parts.hostname or "")
    if parts.scheme != "https" and not is_local:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")


def set_webhook(core: Core, args: Args) -> bool:
    """``setWebhook``; an empty address removes it."""
    url = args.text("url")
    if not url:
        return delete_webhook(core, args)
    secret = args.text("secret_token")
    if len(secret) > MAX_SECRET:
        raise bad_request("secret token is too long")
    if not _SECRET.match(secret):
        raise bad_request("secret token contains unallowed characters")
    _check_url(url)
    now = core.clock()
    if core.flood.enabled and now - core.webhook.set_at < 1:
        raise too_many_requests(1)
    core.updates.allow(_kinds(args))
    if args.flag("drop_pending_updates"):
        core.updates.pending.clear()
    core.webhook = Webhook(
        url=url,
        secret=secret,
        max_connections=args.integer("max_connections", 40),
        set_at=now,
    )
    core.updates.interrupt(WEBHOOK_SET)
    core.updates.changed()
    return True


def delete_webhook(core: Core, args: Args) -> bool:
    """``deleteWebhook``."""
    if args.flag("drop_pending_updates"):
        core.updates.pending.clear()
    core.webhook = Webhook(set_at=core.webhook.set_at)
    core.updates.changed()
    return True


def webhook_info(core: Core, args: Args) -> JSON:
    """``getWebhookInfo``."""
    del args
    info: JSON = {
        "url": core.webhook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(core.updates.pending),
    }
    if core.webhook.url:
        info["max_connections"] = core.webhook.max_connections
    if core.webhook.error:
        info["last_error_date"] = core.webhook.error_at
        info["last_error_message"] = core.webhook.error
    if core.updates.allowed is not None:
        info["allowed_updates"] = sorted(core.updates.allowed)
    return info


def log_out(core: Core, args: Args) -> bool:
    """``logOut``: afterwards nothing works here."""
    del args
    core.logged_out = True
    return True


def close(core: Core, args: Args) -> bool:
    """``close``: one instance gives the bot up; here there is nothing to give up."""
    del core, args
    return True


METHODS: dict[str, Callable[[Core, Args], object]] = {
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": webhook_info,
    "logOut": log_out,
    "close": close,
}
