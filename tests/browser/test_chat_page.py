"""The chat page in a real browser, against the whole product."""

import re
from contextlib import AsyncExitStack
from pathlib import Path

from browser_demo import (
    DESKTOP,
    NEEDS_CHROMIUM,
    PATIENCE,
    PHONE,
    the_demo,
    visitor,
)
from playwright.async_api import Browser, Locator, Page, expect

HEADLINE = "Belgorod council says <img src=x onerror=alert(1)> & <b>markup</b> stays text"

pytestmark = NEEDS_CHROMIUM


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


async def test_a_visitor_follows_a_region_and_sees_an_alert_arrive_and_change(
    browser: Browser,
) -> None:
    async with (
        the_demo() as address,
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


async def test_each_person_has_their_own_chat_in_their_own_language(
    browser: Browser,
) -> None:
    async with (
        the_demo() as address,
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


async def test_two_pages_show_the_same_chat_and_keep_it(browser: Browser) -> None:
    async with (
        the_demo() as address,
        visitor(browser, address, DESKTOP) as page,
    ):
        await page.get_by_role("button", name="Start").click()
        await expect(messages(page, "Step 1")).to_be_visible(timeout=PATIENCE)
        async with visitor(browser, address, DESKTOP) as other:
            await say(other, "/list")
            await expect(page.locator("#log .row")).to_have_count(4, timeout=PATIENCE)
        await page.reload()
        await expect(page.locator("#log .row")).to_have_count(4, timeout=PATIENCE)


async def test_a_page_finds_a_demo_that_was_started_anew(browser: Browser) -> None:
    async with AsyncExitStack() as stack:
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


async def test_the_keyboard_alone_is_enough(browser: Browser, tmp_path: Path) -> None:
    async with (
        the_demo() as address,
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
