"""Which command people mean who write another word for it (pure)."""

from difflib import get_close_matches
from typing import Final

from bot.annotate.typed import on_other_keys
from bot.domain.folding import words

# As places they mean nothing: a name that a place has is not among them.
_WORDS: Final = {
    "about": "версія версия",
    "digest": "digests дайджест дайджести дайджесты",
    "export": "експорт экспорт",
    "feeds": "стрічки ленты sources источники",
    "forget": "delete видалити забути забыть удалить",
    "help": "menu commands хелп допомога довідка команди меню команды помощь справка",
    "import": "імпорт импорт",
    "keyword": "keywords слово слова",
    "lang": "language мова язык",
    "latest": "news новини останні новости последние",
    "list": "subscriptions підписки подписки список",
    "mode": "режим",
    "mute": "muted мут приховане приховати скрытое скрыть",
    "pause": "пауза призупинити приостановить",
    "privacy": "приватність приватность",
    "quiet": "тиша",
    "region": "regions регіон регіони регион регионы",
    "resume": "відновити возобновить",
    "search": "find пошук шукати искать поиск",
    "settings": "setup налаштування настройки",
    "start": (
        "hi hello hey begin thanks привіт вітаю дякую почати привет здравствуйте спасибо "
        "начать старт"
    ),
    "status": "стан статус состояние",
    "story": "подія событие",
    "test": "перевірити тест проверить",
    "trend": "chart графік график тренд",
    "tz": "timezone час время",
    "why": "чому почему",
}
_OF_PLACES: Final = {"чому", "forget", "lang", "tz"}  # in Zambia, Canada, by its code
_COMMAND_OF: Final = {word: name for name, of in _WORDS.items() for word in of.split()}
_PHRASES: Final = {
    "my subscriptions": "list",
    "мої підписки": "list",
    "мои подписки": "list",
    "останні новини": "latest",
    "свежие новости": "latest",
    "добрий день": "start",
    "доброго дня": "start",
    "добрый день": "start",
    "time zone": "tz",
    "часовий пояс": "tz",
    "часовой пояс": "tz",
    "quiet hours": "quiet",
    "тихі години": "quiet",
    "тихие часы": "quiet",
    "коли сповіщати": "mode",
    "когда оповещать": "mode",
}
_PLAIN: Final = {
    word: name
    for word, name in {**_PHRASES, **_COMMAND_OF, **{name: name for name in _WORDS}}.items()
    if word not in _OF_PLACES
}
_LIKENESS: Final = 0.75  # "regoin" and "region" have 0.83, "mute" and "unmute" 0.8


def find_plain(text: str) -> str | None:
    """Return the command that a text without a slash says; None if it says none.

    >>> find_plain("Налаштування!")
    'settings'
    """
    typed = (text, *on_other_keys(text))
    found = (_PLAIN.get(" ".join(words(each))) for each in typed)
    return next(filter(None, found), None)


def find_meant(name: str) -> str | None:
    """Return the command that an unknown one means; None if it is like none.

    >>> find_meant("regoin"), find_meant("регіон"), find_meant("куршщт")
    ('region', 'region', 'region')
    """
    typed = [name.casefold(), *(other.casefold() for other in on_other_keys(name))]
    keys = ["".join(words(each)) for each in typed]
    for key in keys:
        if key in _WORDS or key in _COMMAND_OF:
            return _COMMAND_OF.get(key, key)
    for key in keys:
        if alike := get_close_matches(key, _KNOWN, n=1, cutoff=_LIKENESS):
            return _COMMAND_OF.get(alike[0], alike[0])
    return None


_KNOWN: Final = (*_WORDS, *_COMMAND_OF, "unmute")
