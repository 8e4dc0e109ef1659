"""Calls of a Bot API server without any bot library, and a clock that tests set."""

from dataclasses import dataclass
from typing import Any

import httpx

from bot.demo.botapi import BotApi

TOKEN = "42:integration"
ANN, BOB, GROUP, FORUM, CHANNEL = 7, 8, -5, -1007, -1009
JSON = dict[str, Any]


@dataclass
class Clock:
    now: float = 1_700_000_000.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Client:
    """One HTTP client of the server at `base`."""

    http: httpx.AsyncClient
    base: str
    token: str = TOKEN

    async def post(self, method: str, **arguments: object) -> httpx.Response:
        """Call a method with a JSON body."""
        address = f"{self.base}/bot{self.token}/{method}"
        return await self.http.post(address, json=arguments, timeout=30)

    async def call(self, method: str, **arguments: object) -> Any:
        """Return the result of a method that must succeed."""
        answer = (await self.post(method, **arguments)).json()
        assert answer["ok"], answer
        return answer["result"]

    async def refused(self, method: str, **arguments: object) -> str:
        """Return the description of a method that must fail, the envelope checked."""
        response = await self.post(method, **arguments)
        answer: JSON = response.json()
        assert answer["ok"] is False, answer
        assert answer["error_code"] == response.status_code
        return str(answer["description"])


def crowd() -> BotApi:
    """Return a Bot API with two people, a group, a forum and a channel."""
    api = BotApi(TOKEN, clock=Clock(), flood=False, poll_floor=0)
    api.add_person(ANN, "Ann", "uk", username="ann")
    api.add_person(BOB, "Bob")
    api.add_group(GROUP, "Friends", members={ANN: "creator", BOB: "member"})
    api.add_group(
        FORUM, "Forum", "supergroup", {ANN: "administrator"}, username="the_forum"
    )
    api.add_topic(FORUM, 3)
    api.add_group(CHANNEL, "News", "channel")
    api.say(ANN, "/start")
    return api
