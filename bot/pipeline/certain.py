"""Which of the index's candidates match whatever their capitals are (pure).

The index finds an entry by the forms of its words. Whether a form belongs to a query's word
may depend on the language of the text, which the index knows, and on whether it stands
there as a proper name, which it does not: such entries are asked.
"""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Final

from bot.match.nodes import (
    AboutRegion,
    And,
    FromFeed,
    InLanguage,
    Node,
    Or,
    Prefix,
    Word,
)
from bot.match.stems import NAME_MARKS, rules_of, stems, stems_of
from bot.pipeline.prefilter import FeedIds, about_any, is_exact_region, prefilter
from bot.store import wanted
from bot.store.wanted import NOTHING, Wanted

# What entries say their language is, by the rules that their Latin words are read by; an
# entry in another language is asked.
_LANGUAGES: Final = ("en", "uk", "ru", "be", "bg", "it", "pl", "de", "fr", "es")
_RULES: Final = {
    rules: [code for code in _LANGUAGES if rules_of(code) == rules]
    for rules in dict.fromkeys(map(rules_of, _LANGUAGES))
}

Forms = Callable[[str], Iterable[str]]


def certain(  # noqa: PLR0911  # a case each
    node: Node, feed_ids: FeedIds, forms: Forms
) -> Wanted | None:
    """Return what finds only entries that match `node`; None if each entry does.

    Args:
        node: The query.
        feed_ids: Returns the ids of the feeds that have a folded name.
        forms: Returns the forms in the archive that share a stem with a word.
    """
    match node:
        case And(parts):
            found = [certain(part, feed_ids, forms) for part in parts]
            return NOTHING if NOTHING in found else wanted.all_of(found)
        case Or(parts):
            return wanted.any_of(certain(part, feed_ids, forms) for part in parts)
        case Word(form, exact):
            if len(form) >= wanted.LONGEST or form != form.lower():
                return NOTHING  # of a name the text must show its capital
            return wanted.Form(form) if exact else _word(form, forms(form))
        case Prefix(letters) if len(letters) < wanted.LONGEST:
            return wanted.Beginning(letters)
        case InLanguage() | FromFeed():
            return prefilter(node, feed_ids)
        case AboutRegion(region):
            return certain_regions((region,))
        case _:
            return NOTHING


def certain_regions(regions: Iterable[str]) -> Wanted | None:
    """Return what finds only entries about any of the regions; circles are asked."""
    return about_any(filter(is_exact_region, regions))


def _word(asked: str, forms: Iterable[str]) -> Wanted | None:
    """Return entries with a form that is one of the word's, at least in their language."""
    found = {asked, *forms}
    everywhere = {form for form in found if all(_meets(asked, form, r) for r in _RULES)}
    parts: list[Wanted | None] = [wanted.Form(form) for form in sorted(everywhere)]
    for rules, languages in _RULES.items():
        only = sorted(filter(partial(_meets, asked, rules=rules), found - everywhere))
        if only:
            inside = wanted.any_of(map(wanted.Form, only))
            parts.append(
                wanted.all_of((wanted.any_of(map(wanted.lang, languages)), inside))
            )
    return wanted.any_of(parts)


def _meets(asked: str, form: str, rules: str) -> bool:
    """Return whether a text's form is one of the word's, be it a name or not."""
    own = stems(asked, asked=True)
    if not own:
        return form == asked
    return all(
        not own.isdisjoint(stems_of(form + mark, rules)) for mark in NAME_MARKS.values()
    )
