"""Why a query is refused, in sentences that the chat translates.

``{token}`` is what the person wrote there.
"""

from typing import Final

from bot.i18n import mark

EMPTY: Final = mark("The query is empty.")
ONLY_NEGATIVE: Final = mark("This only excludes; say what to look for, too.")
QUOTE: Final = mark("A quotation mark is missing.")
UNCLOSED: Final = mark("This parenthesis is never closed.")
UNOPENED: Final = mark("This parenthesis was never opened.")
NOTHING_INSIDE: Final = mark("There is nothing between the parentheses.")
MISSING_BEFORE: Final = mark("A word is missing before {token}.")
MISSING_AFTER: Final = mark("A word is missing after {token}.")
NO_WORDS: Final = mark("There are no letters or digits here to look for.")
SHORT_PREFIX: Final = mark("A prefix needs 3 letters or more before the asterisk.")
BAD_STAR: Final = mark("An asterisk can only end a single word.")
NEAR_DISTANCE: Final = mark(
    "Say how many words apart, from 1 to 99: NEAR/8 means at most 8 words apart."
)
NEAR_TERMS: Final = mark("NEAR stands between words or phrases, not groups, fields or NOT.")
VALUE_MISSING: Final = mark("Write one word, or several in quotation marks, after {token}")
FIELD_IN_TITLE: Final = mark("Only words and phrases can stand within title:( ).")
UNKNOWN_LANGUAGE: Final = mark("“{token}” is not a language code such as uk, ru or en.")
UNKNOWN_REGION: Final = mark(
    "No single region is called exactly “{token}”; write its full name, or a code such as "
    "UA-59."
)
TOO_FAR: Final = mark("A distance can be from 1 to 200 km.")
TOO_LONG: Final = mark("The query is longer than 512 characters.")
TOO_MANY: Final = mark("The query has more than 32 terms.")
TOO_DEEP: Final = mark("Parentheses can be nested at most 16 deep.")
TOO_WIDE: Final = mark(
    "Written without parentheses, the query has more than 64 alternatives; split it into "
    "several."
)
REASONS: Final = (
    *(EMPTY, ONLY_NEGATIVE, QUOTE, UNCLOSED, UNOPENED, NOTHING_INSIDE),
    *(MISSING_BEFORE, MISSING_AFTER, NO_WORDS, SHORT_PREFIX, BAD_STAR),
    *(NEAR_DISTANCE, NEAR_TERMS, VALUE_MISSING, FIELD_IN_TITLE),
    *(UNKNOWN_LANGUAGE, UNKNOWN_REGION, TOO_FAR, TOO_LONG, TOO_MANY, TOO_DEEP, TOO_WIDE),
)
