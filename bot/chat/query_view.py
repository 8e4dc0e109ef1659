"""A query in words, and why one is refused (pure)."""

from collections.abc import Iterator, Sequence
from typing import Final

from bot.chat.view import Reader, region_name
from bot.deliver.html import Html, code, fill, join
from bot.deliver.plain import line
from bot.domain.errors import QueryError
from bot.i18n import Texts
from bot.match.nodes import (
    AboutRegion,
    And,
    FromFeed,
    InLanguage,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Term,
    Title,
    Word,
)
from bot.match.printing import is_titled, untitled

MAX_NAME: Final = 60
MAX_UNREAD: Final = 3  # feeds of one query that are named as not read
_AROUND: Final = 40  # characters of a query shown before and after a fault


def refusal(query: str, error: QueryError, reader: Reader) -> Html:
    """Return the reason, and the query with a mark where the fault is."""
    say = reader.texts.gettext
    at = min(error.position, len(query))
    before, after = query[max(0, at - _AROUND) : at], query[at : at + _AROUND]
    where = fill(say("Position {position}:"), position=at + 1)
    reason = fill(say(error.reason), token=error.token)
    return join("\n", (reason, where + " " + code(f"{before}👉{after}")))


def reading(asked: Node, reader: Reader) -> str:
    """Return what a query looks for: ``drone near refinery, but not football``."""
    leaves = tuple(_leaves(asked))
    distances = sorted({leaf.distance for leaf in leaves if isinstance(leaf, Near)})
    words = _Words(reader, tell_distance=len(distances) > 1)
    say, plural = reader.texts.gettext, reader.texts.ngettext
    found = [say("I look for: {query}.").format(query=words.of(asked))]
    if any(map(_is_inflected, leaves)):
        found.append(say("Words count in all their forms."))
    if len(distances) == 1:
        near = plural(
            "Near means at most {count} word apart.",
            "Near means at most {count} words apart.",
            distances[0],
        )
        found.append(near.format(count=distances[0]))
    return " ".join(found)


def unread(names: Sequence[str], reader: Reader) -> Iterator[Html]:
    """Yield of each of these feeds that it is not read, for nothing is found in it."""
    for name in names[:MAX_UNREAD]:
        words = reader.texts.gettext(
            "I read no feed called “{name}”; /feeds shows those that I read."
        )
        yield fill(words, name=line(name, MAX_NAME))


def _leaves(node: Node) -> Iterator[Node]:
    match node:
        case And() | Or():
            for part in node.parts:
                yield from _leaves(part)
        case Not():
            yield from _leaves(node.part)
        case Title():
            yield node.part
        case _:
            yield node


def _is_inflected(leaf: Node) -> bool:
    match leaf:
        case Word() | Phrase():
            return not leaf.exact
        case Near():
            return _is_inflected(leaf.left) or _is_inflected(leaf.right)
        case _:
            return False


def _is_condition(node: Node) -> bool:
    """Whether it reads better behind a comma, as what is not a word of the text does."""
    match node:
        case And() | Or():
            return is_titled(node) or all(map(_is_condition, node.parts))
        case _:
            return isinstance(node, Title | FromFeed | InLanguage | AboutRegion)


class _Words:
    """Puts the parts of a query into words."""

    def __init__(self, reader: Reader, *, tell_distance: bool) -> None:
        self._reader = reader
        self._texts: Texts = reader.texts
        self._tell_distance = tell_distance

    def of(self, node: Node, *, inside: bool = False) -> str:
        """Return `node` in words, in parentheses if it is several things `inside` one."""
        if is_titled(node) and not isinstance(node, Not):
            title = self._texts.gettext("in the title: {words}")
            return title.format(words=self.of(untitled(node), inside=inside))
        match node:
            case And():
                text = self._all(node.parts)
            case Or():
                parts = [self.of(part, inside=True) for part in node.parts]
                text = self._texts.join(parts, last="or")
                inside = inside and not _is_condition(node)
            case Not():
                excluded = self.of(node.part, inside=True)
                return self._texts.gettext("not {words}").format(words=excluded)
            case _:
                return self._leaf(node)
        return f"({text})" if inside else text

    def _all(self, parts: Sequence[Node]) -> str:
        excluded = [self.of(part) for part in parts if isinstance(part, Not)]
        wanted = [part for part in parts if not isinstance(part, Not)]
        titles = [untitled(part) for part in wanted if is_titled(part)]
        words = [self.of(part, inside=True) for part in wanted if not _is_condition(part)]
        conditions = [
            self.of(part, inside=True)
            for part in wanted
            if _is_condition(part) and not is_titled(part)
        ]
        if titles:
            title = self._texts.gettext("in the title: {words}")
            conditions.insert(0, title.format(words=self._all(titles)))
        found = ", ".join(filter(None, (self._texts.join(words), *conditions)))
        if not excluded or not found:
            return found or self._texts.join(excluded)
        but = self._texts.gettext("{wanted}, but {excluded}")
        return but.format(wanted=found, excluded=self._texts.join(excluded))

    def _leaf(self, leaf: Node) -> str:
        say = self._texts.gettext
        match leaf:
            case Near():
                return self._near(leaf)
            case FromFeed():
                return say("from the feed “{name}”").format(name=leaf.name)
            case InLanguage():
                name = self._texts.locale.languages.get(leaf.code, leaf.code)
                return say("in {language}").format(language=name)
            case AboutRegion():
                return say("about {place}").format(place=region_name(leaf.id, self._reader))
            case Word() | Phrase() | Prefix():
                return self._term(leaf)
            case _:
                raise TypeError(leaf)

    def _near(self, near: Near) -> str:
        template = self._texts.gettext("{left} near {right}")
        if self._tell_distance:
            template = self._texts.ngettext(
                "{left} within {count} word of {right}",
                "{left} within {count} words of {right}",
                near.distance,
            )
        return template.format(
            left=self._term(near.left), right=self._term(near.right), count=near.distance
        )

    def _term(self, term: Term) -> str:
        say = self._texts.gettext
        if isinstance(term, Prefix):
            template = say("words that begin with “{letters}”")
            return template.format(letters=term.letters)
        if isinstance(term, Word):
            # Translators: a word that is looked for, within a sentence.
            text = self._texts.pgettext("query", "{word}").format(word=term.form)
        else:
            text = say("“{query}”").format(query=" ".join(term.words))
        return say("{words} (exactly this form)").format(words=text) if term.exact else text
