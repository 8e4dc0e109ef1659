"""Keep the message catalogs in step with the code.

``python tools/messages.py`` extracts the messages from bot/, writes tocsin.pot and adds the
new ones to each catalog, untranslated; what the code no longer says is dropped. English
translates itself. ``--check`` changes nothing and exits 1 when something is wrong.
"""

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
SOURCES = ROOT / "bot"
LOCALES = SOURCES / "data" / "locales"
LANGUAGES = ("en", "uk", "ru")
KEYWORDS = {
    "gettext": None,
    "mark": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    # Views that say much name the two methods shortly.
    "say": None,
    "plural": (1, 2),
}
WIDTH = 92

Key = tuple[str | None, str]


def extract() -> Catalog:
    """Return the messages that the code says, sorted, each with its files."""
    template = Catalog(project="Tocsin", charset="utf-8", fuzzy=False)
    found = extract_from_dir(
        SOURCES,
        method_map=[("**.py", "python")],
        keywords=KEYWORDS,
        comment_tags=("Translators:",),
        strip_comment_tags=True,
    )
    for file, _line, message, comments, context in sorted(found, key=lambda row: row[:2]):
        template.add(
            message,
            locations=[(f"bot/{Path(file).as_posix()}", 0)],
            auto_comments=comments,
            context=context,
        )
    return template


def read(language: str) -> Catalog:
    """Return the catalog of `language` as it is in its file, empty without one."""
    path = LOCALES / language / "LC_MESSAGES" / "tocsin.po"
    if not path.exists():
        return Catalog(locale=language, project="Tocsin", charset="utf-8", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def key(message: Message) -> Key:
    """Return what tells a message from all others."""
    identity = message.id if isinstance(message.id, str) else message.id[0]
    return (message.context, identity)


def merge(template: Catalog, known: Catalog, language: str) -> Catalog:
    """Return `template` with the translations of `known`; English translates itself."""
    merged = Catalog(locale=language, project="Tocsin", charset="utf-8", fuzzy=False)
    translated = {key(message): message for message in known if message.id}
    for message in template:
        if not message.id:
            continue
        before = translated.get(key(message))
        string = before.string if before is not None and not before.fuzzy else None
        if language == "en":
            string = message.id
        merged.add(
            message.id,
            string,
            locations=message.locations,
            auto_comments=message.auto_comments,
            context=message.context,
        )
    return merged


def render(catalog: Catalog, *, header: bool) -> bytes:
    """Return the file's bytes; no dates, so that nothing changes without a reason."""
    out = BytesIO()
    write_po(
        out, catalog, width=WIDTH, sort_by_file=False, sort_output=True, omit_header=True
    )
    lines = [
        'msgid ""',
        'msgstr ""',
        '"Content-Type: text/plain; charset=utf-8\\n"',
        '"Content-Transfer-Encoding: 8bit\\n"',
    ]
    if header:
        lines.append(f'"Language: {catalog.locale_identifier}\\n"')
        lines.append(f'"Plural-Forms: {catalog.plural_forms}\\n"')
    return ("\n".join(lines) + "\n\n").encode() + out.getvalue()


def files() -> Iterator[tuple[Path, bytes, Catalog]]:
    """Yield each file with what it should hold."""
    template = extract()
    yield LOCALES / "tocsin.pot", render(template, header=False), template
    for language in LANGUAGES:
        catalog = merge(template, read(language), language)
        path = LOCALES / language / "LC_MESSAGES" / "tocsin.po"
        yield path, render(catalog, header=True), catalog


def untranslated(catalog: Catalog) -> list[str]:
    """Return the ids of the messages without a full translation."""
    missing = []
    for message in catalog:
        if not message.id:
            continue
        forms = (message.string,) if isinstance(message.string, str) else message.string
        if not forms or not all(forms):
            missing.append(repr(message.id))
    return missing


def main(arguments: list[str]) -> int:
    """Write the catalogs, or with ``--check`` say what is wrong with them."""
    check = arguments == ["--check"]
    faults = 0
    for path, content, catalog in files():
        name = path.relative_to(ROOT)
        if check and (not path.exists() or path.read_bytes() != content):
            print(f"{name}: not in step with the code; run python tools/messages.py")
            faults += 1
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        for identity in untranslated(catalog) if path.suffix == ".po" else ():
            print(f"{name}: not translated: {identity}")
            faults += check
    return min(faults, 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
