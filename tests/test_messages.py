"""Each text that people read is there in three languages."""

import ast
import re
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Final

import pytest
from babel.messages.catalog import Catalog, Message

ROOT: Final = Path(__file__).parents[1]
LANGUAGES: Final = ("en", "uk", "ru")
PLACEHOLDER: Final = re.compile(r"\{(\w*)\}")


def _tool() -> ModuleType:
    spec = spec_from_file_location("tools_messages", ROOT / "tools" / "messages.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


tool = _tool()


@pytest.fixture(scope="module")
def template() -> Catalog:
    extracted = tool.extract()
    assert isinstance(extracted, Catalog)
    return extracted


@pytest.fixture(params=LANGUAGES)
def catalog(request: pytest.FixtureRequest) -> Catalog:
    found = tool.read(request.param)
    assert isinstance(found, Catalog)
    return found


def _keys(catalog: Catalog) -> set[tuple[str | None, str]]:
    return {tool.key(message) for message in catalog if message.id}


def _strings(message: Message) -> tuple[str, ...]:
    if isinstance(message.string, str):
        return (message.string,)
    return tuple(message.string or ())


def _ids(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def test_no_message_hides_in_an_f_string() -> None:
    """Before Python 3.12 an f-string is one token, and the extraction does not look in."""
    hidden = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in sorted((ROOT / "bot").rglob("*.py"))
        for string in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(string, ast.JoinedStr)
        for call in ast.walk(string)
        if isinstance(call, ast.Call) and _is_message(call)
    ]

    assert hidden == []


def _is_message(call: ast.Call) -> bool:
    """Tell whether the call says a message that the tool should have extracted."""
    name = getattr(call.func, "attr", None) or getattr(call.func, "id", None)
    return name in tool.KEYWORDS and isinstance(call.args[0], ast.Constant)


def test_no_message_is_missing(template: Catalog, catalog: Catalog) -> None:
    assert _keys(template) - _keys(catalog) == set()


def test_no_message_is_unused(template: Catalog, catalog: Catalog) -> None:
    assert _keys(catalog) - _keys(template) == set()


def test_each_message_is_translated(catalog: Catalog) -> None:
    assert tool.untranslated(catalog) == []


def test_no_translation_is_a_guess(catalog: Catalog) -> None:
    assert [message.id for message in catalog if message.id and message.fuzzy] == []


def test_each_plural_has_all_forms(catalog: Catalog) -> None:
    wrong = [
        message.id
        for message in catalog
        if message.id
        and message.pluralizable
        and len(_strings(message)) != catalog.num_plurals
    ]

    assert wrong == []


def test_placeholders_survive_translation(catalog: Catalog) -> None:
    def names(text: str) -> list[str]:
        return sorted(PLACEHOLDER.findall(text))

    wrong = [
        (message.id, string)
        for message in catalog
        if message.id
        for string in _strings(message)
        if names(string) != names(_ids(message)[-1])
    ]

    assert wrong == []


def test_english_says_what_the_code_says() -> None:
    for message in tool.read("en"):
        if message.id:
            assert _strings(message) == _ids(message)


def test_files_are_as_the_tool_writes_them() -> None:
    for path, content, _ in tool.files():
        assert path.read_bytes() == content, f"run python tools/messages.py: {path.name}"
