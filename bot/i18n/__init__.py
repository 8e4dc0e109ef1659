"""What people read, in English, Ukrainian and Russian.

The English text is the message id, so code reads as it speaks::

    texts("uk").gettext("Paused.")
    texts("uk").ngettext("{count} source", "{count} sources", 3).format(count=3)

`mark` names a text that is translated later, where it is shown, and `say` one with what
belongs into it. ``tools/messages.py`` keeps
the catalogs in bot/data/locales in step with the code.
"""

from bot.i18n.catalogs import LANGUAGES, pick
from bot.i18n.sayings import Phrasebook, Saying, say
from bot.i18n.texts import Texts, mark, texts

__all__ = ["LANGUAGES", "Phrasebook", "Saying", "Texts", "mark", "pick", "say", "texts"]
