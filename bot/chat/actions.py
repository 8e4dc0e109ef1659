"""Every command and every screen, from the files that have them."""

from typing import Final

from bot.chat import (
    about,
    admin,
    archive,
    digest_pages,
    doubts,
    feed_list,
    feeds,
    followed,
    keywords,
    listing,
    look,
    mutes,
    portable,
    regions,
    rooms,
    settings,
    start,
    story,
    time_zone,
    timetable,
    trend,
    why,
)
from bot.chat.request import Action

_PARTS: Final = (
    *(start, regions, keywords, archive, settings, timetable, time_zone, digest_pages),
    *(about, feeds, admin, look, why, story, mutes, rooms, followed, portable),
    *(feed_list, trend, listing, doubts),
)
COMMANDS: Final[dict[str, Action]] = {
    name: action for part in _PARTS for name, action in part.COMMANDS.items()
}
SCREENS: Final[dict[str, Action]] = {
    name: action for part in _PARTS for name, action in part.SCREENS.items()
}
