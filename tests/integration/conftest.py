"""What tests of the parts together may ask for."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import httpx
import pytest
from botapi_client import ANN, TOKEN, Client, Clock
from chat_client import ChatClient, chat_client
from newsroom import Newsroom, newsroom

from bot.command_line import main
from bot.demo.botapi import BotApi, serve
from bot.store.engine import Store

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Run:
    """The command line in this process: its exit code, its output and its errors."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["tocsin", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capsys.readouterr()
        return int(ended.value.code or 0), out, err

    return run


@pytest.fixture
async def chat(tmp_path: Path) -> AsyncIterator[ChatClient]:
    """People who talk to the bot."""
    async with chat_client(tmp_path) as client:
        yield client


@pytest.fixture
async def room(store: Store) -> AsyncIterator[Newsroom]:
    """A newsroom on each database."""
    async with newsroom(store) as room:
        yield room


@pytest.fixture
def api() -> BotApi:
    """A Bot API that one person uses."""
    api = BotApi(TOKEN, clock=Clock(), poll_floor=0)
    api.add_person(ANN, "Ann", "uk")
    return api


@pytest.fixture
async def client(api: BotApi) -> AsyncIterator[Client]:
    """A bot that calls it."""
    async with serve(api) as base, httpx.AsyncClient(verify=False) as http:
        yield Client(http, base)
