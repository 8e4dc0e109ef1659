"""The chat page in a real browser, against the whole product."""

import asyncio
import re
import shutil
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest
from playwright.async_api import Browser, Locator, Page, async_playwright, expect

from bot.demo.run import run_demo

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
HEADLINE = "Belgorod council says <img src=x onerror=alert(1)> & <b>markup</b> stays text"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on PATH"),
]


@asynccontextmanager
async def the_demo(port: int = 0) -> AsyncIterator[str]:
    """Run the whole demo, its outlets silent, and yield the page's address."""
    announced: asyncio.Queue[str] = asyncio.Queue()
    stop = asyncio.Event()
    demo = asyncio.create_task(
        run_demo(port, announce=announced.put_nowait, stop=stop, timeline=False)
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


def messages(page: Page, text: str) -> Locator:
    return page.locator("#log .from-bot").filter(has_text=text)


async def say(page: Page, text: str) -> None:
    field = page.get_by_role("textbox", name="Message")
    await field.fill(text)
    await field.press("Enter")


async def publish(page: Page, outlet: str, headline: str) -> None:
    desk = page.locator("#desk")
    await desk.get_by_label("Outlet").select_option(outlet)
    await desk.get_by_label("Headline").fill(headline)
    await desk.get_by_label("Summary").fill("The council of Belgorod said so. Unconfirmed.")
    await desk.get_by_role("button", name="Publish", exact=True).click()


async def test_a_visitor_follows_a_region_and_sees_an_alert_arrive_and_change() -> None:
    async with (
        the_demo() as address,
        a_browser() as browser,
        visitor(browser, address, PHONE) as page,
    ):
        await page.get_by_role("button", name="Start").click()
        await messages(page, "Step 1").get_by_role("button", name="Continue").click()
        await say(page, "/region Belgorod")
        followed = messages(page, "You now follow")
        await expect(followed).to_be_visible(timeout=PATIENCE)
        await expect(followed).to_contain_text("Belgorod governor says two villages")

        opener = page.get_by_role("button", name="Publish…")
        await opener.click()
        await publish(page, "steppe-wire", HEADLINE)
        alert = messages(page, HEADLINE)
        await expect(alert).to_have_count(1, timeout=PATIENCE)
        await expect(alert.locator("strong")).to_have_text(HEADLINE)
        await expect(alert).to_contain_text("Steppe Wire")
        number = await alert.get_attribute("data-message")

        await opener.click()
        await page.get_by_role("button", name="Same headline from North Desk").click()
        await expect(alert).to_contain_text("also: North Desk", timeout=PATIENCE)
        await expect(alert).to_contain_text("edited")
        await expect(alert).to_have_count(1)
        assert await alert.get_attribute("data-message") == number
        assert await page.locator("#log img, #wire img").count() == 0
        assert await page.evaluate("document.documentElement.scrollWidth") == PHONE[0]


async def test_each_person_has_their_own_chat_in_their_own_language() -> None:
    async with (
        the_demo() as address,
        a_browser() as browser,
        visitor(browser, address, DESKTOP, "uk-UA") as page,
    ):
        await expect(page.locator("#chat-status")).to_contain_text("Olena")
        await page.get_by_role("button", name="Start").click()
        await expect(messages(page, "Крок 1")).to_be_visible(timeout=PATIENCE)
        await page.get_by_role("button", name="Sam English").click()
        await expect(page.locator("#log .row")).to_have_count(0)
        await page.get_by_role("button", name="Start").click()
        await expect(messages(page, "Step 1")).to_be_visible(timeout=PATIENCE)

        await page.get_by_role("button", name="as its member Sam").click()
        await say(page, "/region Sumy")
        refused = messages(page, "Only administrators")
        await expect(refused).to_be_visible(timeout=PATIENCE)


async def test_two_pages_show_the_same_chat_and_keep_it() -> None:
    async with (
        the_demo() as address,
        a_browser() as browser,
        visitor(browser, address, DESKTOP) as page,
    ):
        await page.get_by_role("button", name="Start").click()
        await expect(messages(page, "Step 1")).to_be_visible(timeout=PATIENCE)
        async with visitor(browser, address, DESKTOP) as other:
            await say(other, "/list")
            await expect(page.locator("#log .row")).to_have_count(4, timeout=PATIENCE)
        await page.reload()
        await expect(page.locator("#log .row")).to_have_count(4, timeout=PATIENCE)


async def test_a_page_finds_a_demo_that_was_started_anew() -> None:
    async with a_browser() as browser, AsyncExitStack() as stack:
        async with the_demo() as address:
            port = int(re.findall(r":(\d+)/", address)[0])
            page = await stack.enter_async_context(
                visitor(browser, address, DESKTOP, may_lose_demo=True)
            )
            await page.get_by_role("button", name="Start").click()
            await expect(messages(page, "Step 1")).to_be_visible(timeout=PATIENCE)
        await expect(page.locator("#chat-status")).to_contain_text("connecting")
        async with the_demo(port):
            await page.get_by_role("button", name="Start").click()
            await expect(messages(page, "Step 1")).to_be_visible(timeout=PATIENCE)


async def test_the_keyboard_alone_is_enough(tmp_path: Path) -> None:
    async with (
        the_demo() as address,
        a_browser() as browser,
        visitor(browser, address, PHONE) as page,
    ):
        await page.get_by_role("button", name="Start").focus()
        await page.keyboard.press("Enter")
        step = messages(page, "Step 1")
        await expect(step).to_be_visible(timeout=PATIENCE)
        await page.get_by_role("button", name="Commands").focus()
        await page.keyboard.press("Enter")
        menu = page.get_by_role("menu", name="Commands")
        await expect(menu.get_by_role("menuitem").first).to_be_focused()
        await page.keyboard.press("Escape")
        await expect(menu).to_be_hidden()
        await step.get_by_role("button", name="Continue").focus()
        await page.keyboard.press("Enter")
        await expect(messages(page, "Step 2")).to_be_visible(timeout=PATIENCE)
        # A closed drawer is out of the keyboard's reach.
        assert await page.locator("#desk").evaluate("panel => panel.inert")
        await page.screenshot(path=tmp_path / "page.png")
