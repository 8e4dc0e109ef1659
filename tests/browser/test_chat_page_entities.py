"""Entities of a message become DOM nodes, and never markup."""

import pytest
from browser_demo import NEEDS_CHROMIUM, PHONE, a_browser, nobody, the_demo, visitor

pytestmark = NEEDS_CHROMIUM

RENDER = """async ([text, entities]) => {
  const { renderText } = await import("/static/entities.js");
  const box = document.createElement("div");
  box.append(renderText(text, entities, () => {}));
  return [box.innerHTML, box.textContent];
}"""


@pytest.mark.parametrize(
    ("text", "entities", "markup"),
    [
        pytest.param("<b>x</b>", [], "&lt;b&gt;x&lt;/b&gt;", id="markup is text"),
        pytest.param(
            "😀 ab c",
            [
                {"type": "bold", "offset": 3, "length": 2},
                {"type": "italic", "offset": 4, "length": 1},
            ],
            "😀 <strong>a<em>b</em></strong> c",
            id="UTF-16 offsets, nested",
        ),
        pytest.param(
            "go",
            [{"type": "text_link", "offset": 0, "length": 2, "url": "javascript:alert(1)"}],
            "<span>go</span>",
            id="only web links",
        ),
        pytest.param(
            "go",
            [{"type": "text_link", "offset": 0, "length": 2, "url": "http://127.0.0.1/a"}],
            '<a href="http://127.0.0.1/a" target="_blank" rel="noopener noreferrer">go</a>',
            id="a link tells nothing",
        ),
        pytest.param(
            "a\n\nb\n\nc",
            [{"type": "blockquote", "offset": 3, "length": 1}],
            "a<blockquote>b</blockquote>c",
            id="a quotation stands apart by its margin",
        ),
        pytest.param(
            "see /list",
            [{"type": "bot_command", "offset": 4, "length": 5}],
            'see <button type="button" class="command">/list</button>',
            id="a command can be tapped",
        ),
        pytest.param(
            "ab",
            [{"type": "from the future", "offset": 0, "length": 99}],
            "<span>ab</span>",
            id="unknown entity, beyond the end",
        ),
    ],
)
async def test_entities_become_nodes(
    text: str,
    entities: list[dict[str, object]],
    markup: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.demo.run.READY_WITHIN", 0.0)
    async with (
        the_demo(run_app=nobody) as address,
        a_browser() as browser,
        visitor(browser, address, PHONE) as page,
    ):
        html, shown = await page.evaluate(RENDER, [text, entities])

    assert html == markup
    assert shown == text or "blockquote" in markup
