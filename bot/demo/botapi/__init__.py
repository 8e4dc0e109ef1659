"""A local Bot API: what tests and the demo run against instead of Telegram.

In: HTTP as Telegram's, and the people's side as calls. Out: answers, updates, events.
The rules that it holds, and where they come from, are in docs/ and in the modules here:
`html` and `text` (what becomes of a text), `markup` (keyboards), `updates` (polling),
`webhook`, `flood`, `faults`, `rooms` (who may write where), `methods_*` (the methods),
`dispatch` (one request), `server` and `control` (HTTP), `api` (the people's side).
"""

from bot.demo.botapi.api import BotApi
from bot.demo.botapi.core import Call
from bot.demo.botapi.faults import Fault
from bot.demo.botapi.server import serve

__all__ = ["BotApi", "Call", "Fault", "serve"]
