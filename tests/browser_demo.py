"""What browser tests share: the running demo and a visitor in a real Chromium."""

import asyncio
import re
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from playwright.async_api import Browser, Page, async_playwright

from bot.app import run
from bot.config.settings import Settings
from bot.demo.run import RunApp, run_demo

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE = 30_000  # milliseconds; two slow cores, and the bot polls every two seconds
PHONE = (390, 844)
DESKTOP = (1280, 800)

NEEDS_CHROMIUM = [
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="session"),  # that of the one browser
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on PATH"),
]


@asynccontextmanager
async def the_demo(port: int = 0, run_app: RunApp = run) -> AsyncIterator[str]:
    """Run the whole demo, its outlets silent, and yield the page's address."""
    announced: asyncio.Queue[str] = asyncio.Queue()
    stop = asyncio.Event()
    demo = asyncio.create_task(
        run_demo(
            port,
            announce=announced.put_nowait,
            stop=stop,
            run_app=run_app,
            timeline=False,
        )
    )
    said = asyncio.create_task(announced.get())
    await asyncio.wait({demo, said}, return_when=asyncio.FIRST_COMPLETED)
    try:
        if demo.done():
            await demo  # says what broke
        address = re.search(r"http://\S+", await said)
        assert address is not None
        yield address[0]
    finally:
        stop.set()
        await demo


async def nobody(_settings: Settings, *, role: str, stop: asyncio.Event) -> None:
    """Stand in for the bot where only the page matters."""
    del role
    await stop.wait()


@asynccontextmanager
async def a_browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=CHROMIUM, headless=True, args=ARGUMENTS
        )
        try:
            yield browser
        finally:
            await browser.close()


@asynccontextmanager
async def visitor(
    browser: Browser,
    address: str,
    size: tuple[int, int],
    language: str = "en-GB",
    *,
    may_lose_demo: bool = False,
) -> AsyncIterator[Page]:
    """Open the page, and fail if it ever reports an error."""
    faults: list[str] = []
    context = await browser.new_context(
        viewport={"width": size[0], "height": size[1]}, locale=language
    )
    context.set_default_timeout(PATIENCE)
    page = await context.new_page()
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda m: faults.append(m.text) if m.type == "error" else None)
    page.on("dialog", lambda dialog: faults.append(f"a dialog: {dialog.message}"))
    await page.goto(address)
    try:
        yield page
    finally:
        await context.close()
    if may_lose_demo:  # the browser reports each request that failed meanwhile
        faults = [fault for fault in faults if "Failed to load resource" not in fault]
    assert faults == []
