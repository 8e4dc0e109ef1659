"""Take docs/images in the demo's chat page: ``python tools/screenshots.py``.

Phone-sized, each in the light and the dark colours. Needs the development packages and a
Chromium; takes two minutes. Compare what comes out by eye before committing it.
"""

import asyncio
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from browser_demo import PATIENCE, PHONE, a_browser, the_demo, visitor  # noqa: E402
from playwright.async_api import Locator, Page, expect  # noqa: E402

from bot.demo.items import load_news  # noqa: E402

IMAGES = ROOT / "docs" / "images"
EVENT = (
    (
        "steppe-wire",
        "Drone attack on Sumy kills two, governor says",
        "The governor of Sumy Oblast said two people were killed.",
    ),
    (
        "north-desk",
        "Two killed as drone attack hits Sumy",
        "Two people were killed in the attack, the regional head said.",
    ),
    (
        "sumskyi-visnyk",
        "Кількість загиблих від удару дронів по Сумах зросла до чотирьох",
        "У Сумах загинули четверо людей, кажуть рятувальники.",
    ),
)


DAY = (
    (
        "steppe-wire",
        "Sumy reopens its largest bridge after repairs",
        "The bridge in Sumy was closed since spring.",
    ),
    (
        "north-desk",
        "Power is back in most of Sumy Oblast",
        "The grid operator of Sumy Oblast says 40,000 households had been without it.",
    ),
)
LONGEST = 120_000  # milliseconds; a message is edited a minute after it was sent
FADED_BY = 1  # second in which a new message has faded in
READ_BY = 8  # seconds in which the demo's feeds are surely polled


def outlet_title(slug: str) -> str:
    """Return what the demo calls an outlet."""
    return next(o.title for o in load_news().outlets if o.slug == slug)


def messages(page: Page, text: str) -> Locator:
    """Return the bot's messages that contain `text`."""
    return page.locator("#log .from-bot").filter(has_text=text)


async def say(page: Page, text: str, answer: str) -> None:
    """Send `text` and wait for a message of the bot that contains `answer`."""
    field = page.get_by_role("textbox", name="Message")
    await field.fill(text)
    await field.press("Enter")
    await shows(page, answer)


async def shows(page: Page, text: str) -> None:
    """Wait for a message of the bot that contains `text`."""
    await expect(messages(page, text).last).to_be_visible(timeout=LONGEST)


async def publish(page: Page, outlet: str, headline: str, summary: str) -> None:
    """Let one of the demo's outlets publish a report."""
    desk = page.locator("#desk")
    await page.get_by_role("button", name="Publish…").click()
    await desk.get_by_label("Outlet").select_option(outlet)
    await desk.get_by_label("Headline").fill(headline)
    await desk.get_by_label("Summary").fill(summary)
    await desk.get_by_role("button", name="Publish", exact=True).click()
    await page.keyboard.press("Escape")


async def take(page: Page, name: str) -> None:
    """Save what the phone shows, in both colours."""
    for colours in ("light", "dark"):
        await page.emulate_media(color_scheme=colours, reduced_motion="reduce")
        await asyncio.sleep(FADED_BY)
        await page.screenshot(path=IMAGES / f"{name}-{colours}.png")
    await page.emulate_media(color_scheme="light")


async def main() -> None:
    """Play the scenes in order."""
    async with (
        the_demo() as address,
        a_browser() as browser,
        visitor(browser, address, PHONE) as page,
    ):
        await page.get_by_role("button", name="Start").click()
        step = messages(page, "Step 1")
        await expect(step).to_be_visible(timeout=PATIENCE)
        await take(page, "onboarding")
        await step.get_by_role("button", name="Continue").click()
        await say(page, "/region Sumy", "You now follow")
        for outlet, headline, summary in EVENT:
            await publish(page, outlet, headline, summary)
            await shows(page, outlet_title(outlet))
        await shows(page, "2 → 4")
        await shows(page, "also: ")
        await take(page, "alert")
        await say(page, "/settings", "time zone")
        await take(page, "settings")
        await say(page, "/trend Sumy 7d", "stories in 7 days")
        await take(page, "trend")
        await say(page, "/mode digest", "digest")
        for outlet, headline, summary in DAY:
            await publish(page, outlet, headline, summary)
        await asyncio.sleep(READ_BY)
        await say(page, "/digest now", DAY[0][1])
        await take(page, "digest")


if __name__ == "__main__":
    asyncio.run(main())
