"""Places that a text names and nobody lists, as they sound in any script (pure).

A village of four houses is in no gazetteer, but two languages call it alike.
"""

import re
from collections.abc import Iterable

from bot.dedupe.terms import is_dropped, number_of, plain_name
from bot.domain.folding import words
from bot.domain.places import Mention

_PLACED = re.compile(
    r"(?<![\w-])(?:in|at|near|outside|around|[ву]|во|під|под|біля|возле|поблизу|вблизи|около|"
    r"неподалік(?: від)?|коло|we?|koło|obok|bei)\s+"
    r"(?:(?:the\s+)?(?:village|town|settlement)\s+of\s+|(?:сел[іеа]|міст[іа]|город[еа]|"
    r"посёлк[еа]|поселк[еа]|селищ[іа]|wsi)\s+)?[«\"“„]?"
    r"([A-ZА-ЯЁІЇЄҐŁŚŻŹĆ][\w'’-]{3,})",
)


def find_unlisted(text: str, mentions: Iterable[Mention]) -> frozenset[int]:
    """Return the names of places that are none of `mentions`, as known by the word before.

    >>> one = find_unlisted("A soldier was wounded near Khoznavar", ())
    >>> one == find_unlisted("Солдат ранен у Хознавара", ())
    True
    """
    listed = {word for mention in mentions for word in words(mention.text)}
    return frozenset(
        number_of(plain_name(word))
        for name in _PLACED.findall(text)
        for word in words(name)[:1]
        if word not in listed and not is_dropped(word)
    )
