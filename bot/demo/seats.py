"""Who can write in the demo: each seat is a person in a chat, also in a group."""

from dataclasses import dataclass

from bot.demo.botapi import BotApi
from bot.demo.botapi.rooms import MemberStatus

OLENA, DMITRY, SAM = 1001, 1002, 1003
NEWSROOM = -1_000_000_002_001  # a supergroup's id begins with -100


CHANNEL = -1_000_000_002_002  # Olena's, set up from her private chat
CHANNEL_NAME = "border_news"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A person in a chat; `tries` are messages that the page suggests."""

    key: str
    person: int
    chat: int
    title: str
    detail: str
    language: str
    kind: str = "private"
    tries: tuple[str, ...] = ()


SEATS = (
    Seat(
        key="olena",
        person=OLENA,
        chat=OLENA,
        title="Olena",
        detail="Ukrainian",
        language="uk",
        tries=(
            "/region Суми",
            "/region Бєлгород 50 км",
            "📍 50.91, 34.80",
            f"/region @{CHANNEL_NAME} Суми",
            "/trend Суми 7d",
            "/help",
        ),
    ),
    Seat(
        key="dmitry",
        person=DMITRY,
        chat=DMITRY,
        title="Dmitry",
        detail="Russian",
        language="ru",
        tries=(
            "/region Белгород",
            "/region Сумы 50 км",
            "📍 50.60, 36.59",
            "/why",
            "/help",
        ),
    ),
    Seat(
        key="sam",
        person=SAM,
        chat=SAM,
        title="Sam",
        detail="English",
        language="en",
        tries=(
            "/region Belgorod",
            "/region Sumy 50 km",
            "📍 50.60, 36.59",
            "/why",
            "/help",
        ),
    ),
    Seat(
        key="newsroom-admin",
        person=OLENA,
        chat=NEWSROOM,
        title="Newsroom",
        detail="group, as its admin Olena",
        language="uk",
        kind="supergroup",
        tries=("/start", "/region Суми", "/region Харків", "/list"),
    ),
    Seat(
        key="newsroom-member",
        person=SAM,
        chat=NEWSROOM,
        title="Newsroom",
        detail="group, as its member Sam",
        language="en",
        kind="supergroup",
        tries=("/region Sumy", "/list"),
    ),
)
BY_KEY = {seat.key: seat for seat in SEATS}


def take_seats(api: BotApi) -> None:
    """Let the people and the group of `SEATS` exist in `api`."""
    for seat in SEATS:
        if seat.kind == "private":
            api.add_person(seat.person, seat.title, seat.language)
    members: dict[int, MemberStatus] = {OLENA: "creator", DMITRY: "member", SAM: "member"}
    api.add_group(NEWSROOM, "Newsroom", "supergroup", members)
    owner: dict[int, MemberStatus] = {OLENA: "creator"}
    api.add_group(CHANNEL, "Border news", "channel", owner, username=CHANNEL_NAME)
