"""Entities of a message become DOM nodes, and never markup."""

from typing import Final

import pytest
from browser_demo import NEEDS_CHROMIUM, PHONE, nobody, the_demo, visitor
from playwright.async_api import Browser

pytestmark = NEEDS_CHROMIUM

RENDER = """async ([text, entities]) => {
  const { renderText } = await import("/static/entities.js");
  const box = document.createElement("div");
  box.append(renderText(text, entities, () => {}));
  return [box.innerHTML, box.textContent];
}"""


CASES: Final[dict[str, tuple[str, list[dict[str, object]], str]]] = {
    "markup is text": ("<b>x</b>", [], "&lt;b&gt;x&lt;/b&gt;"),
    "UTF-16 offsets, nested": (
        "😀 ab c",
        [
            {"type": "bold", "offset": 3, "length": 2},
            {"type": "italic", "offset": 4, "length": 1},
        ],
        "😀 <strong>a<em>b</em></strong> c",
    ),
    "only web links": (
        "go",
        [{"type": "text_link", "offset": 0, "length": 2, "url": "javascript:alert(1)"}],
        "<span>go</span>",
    ),
    "a link tells nothing": (
        "go",
        [{"type": "text_link", "offset": 0, "length": 2, "url": "http://127.0.0.1/a"}],
        '<a href="http://127.0.0.1/a" target="_blank" rel="noopener noreferrer">go</a>',
    ),
    "a quotation stands apart by its margin": (
        "a\n\nb\n\nc",
        [{"type": "blockquote", "offset": 3, "length": 1}],
        "a<blockquote>b</blockquote>c",
    ),
    "a command can be tapped": (
        "see /list",
        [{"type": "bot_command", "offset": 4, "length": 5}],
        'see <button type="button" class="command">/list</button>',
    ),
    "unknown entity, beyond the end": (
        "ab",
        [{"type": "from the future", "offset": 0, "length": 99}],
        "<span>ab</span>",
    ),
}


async def test_entities_become_nodes(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.demo.run.READY_WITHIN", 0.0)
    async with (
        the_demo(run_app=nobody) as address,
        visitor(browser, address, PHONE) as page,
    ):
        rendered = {
            case: await page.evaluate(RENDER, [text, entities])
            for case, (text, entities, _) in CASES.items()
        }

    assert {case: html for case, (html, _) in rendered.items()} == {
        case: markup for case, (_, _, markup) in CASES.items()
    }
    for case, (_, shown) in rendered.items():
        text, _, markup = CASES[case]
        assert shown == text or "blockquote" in markup, case
