"""Which menu of commands each person is to have, and which they have."""

from collections.abc import Collection, Sequence

from bot.store import menus
from bot.store.engine import Store
from bot.store.menus import ADMIN, Given


async def find_given(store: Store, person: int) -> Given | None:
    """Return which menu a person has, None if there is no chat with them."""
    async with store.read() as tx:
        return await menus.find(tx, person)


async def note_given(store: Store, person: int, menu: str) -> None:
    """Note that Telegram took a menu for a person."""
    async with store.write() as tx:
        await menus.note(tx, person, menu)


async def list_known(store: Store, admins: Collection[int]) -> Sequence[Given]:
    """Return the chats of all who are admins, or were and have their menu still."""
    async with store.read() as tx:
        known = {given.telegram_id: given for given in await menus.of_admins(tx)}
        for admin in sorted(set(admins) - known.keys()):
            if (given := await menus.find(tx, admin)) is not None:
                known[admin] = given
    return tuple(known.values())


def wanted_menu(given: Given, *, is_admin: bool, client: str) -> str:
    """Return the menu that a person is to have.

    Args:
        given: What they have, and the language of their chat.
        is_admin: Whether they are one of this bot's admins.
        client: Language of their Telegram, in which it shows everybody's menu.
    """
    if is_admin:
        return f"{ADMIN}{given.language}"
    return "" if given.language == client else given.language
