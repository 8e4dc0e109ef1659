"""Which agencies a report names as where it has its news from.

Only set forms count: a dateline, a name in brackets or at the end, "according to TASS",
"told Reuters", "передает ТАСС", "повідомляє Укрінформ". An agency that is merely mentioned
("a Reuters photographer was hurt") is no origin.
"""

import re
from collections.abc import Iterator

from bot.domain.reports import Credit

# The id of each agency and the forms of its name; case matters, "AP" is no word otherwise.
_AGENCIES = {
    "reuters": r"Reuters|REUTERS|Рейтерс?|Reuters?а",
    "afp": r"AFP|Agence France-Presse|АФП|Франс Пресс",
    "ap": r"AP|Associated Press|Ассошиэйтед Пресс",
    "dpa": r"dpa|DPA|Deutsche Presse-Agentur",
    "bloomberg": r"Bloomberg|Блумберг",
    "tass": r"TASS|Tass|ТАСС|Тасс",
    "ria": r"RIA(?: Novosti)?|РИА(?: Новости)?|РІА Новост[иі]",
    "interfax": r"Interfax|INTERFAX(?:\.RU)?|ИНТЕРФАКС|Интерфакс(?:у|а)?",
    "interfax-ukraine": r"Interfax[- ]Ukraine|Інтерфакс-Україн[аиу]|Интерфакс-Украин[аыу]",
    "ukrinform": r"Ukrinform|Укр[иі]нформ(?:у|ом|а)?",
    "unian": r"UNIAN|УНИАН|УНІАН",
    "suspilne": r"Suspilne|Сусп[іи]льн(?:е|ого|ому|ое)",
    "pap": r"PAP|ПАП",
    "belta": r"BelTA|Belta|БелТА",
    "xinhua": r"Xinhua|Синьхуа|Сіньхуа",
    "anadolu": r"Anadolu|Анадолу",
    "rbc-ukraine": r"RBC-Ukraine|РБК-Укра[иї]н[аыиу]",
    "efe": r"EFE",
    "ansa": r"ANSA",
}
NAMES = {  # as people see them
    "reuters": "Reuters",
    "dpa": "dpa",
    "bloomberg": "Bloomberg",
    "tass": "TASS",
    "ria": "RIA Novosti",
    "interfax": "Interfax",
    "interfax-ukraine": "Interfax-Ukraine",
    "ukrinform": "Ukrinform",
    "suspilne": "Suspilne",
    "belta": "BelTA",
    "xinhua": "Xinhua",
    "anadolu": "Anadolu",
    "rbc-ukraine": "RBC-Ukraine",
}
# Longer names first: "Interfax-Ukraine" is no Interfax.
_NAMES = "|".join(
    f"(?P<{name.replace('-', '_')}{{n}}>{forms})"
    for name, forms in sorted(_AGENCIES.items(), key=lambda item: "-" not in item[0])
)
# One of them stands in each name; looking for them costs next to nothing.
_GATE = tuple(
    "Reuter REUTERS Рейт AFP Agence АФП Франс AP Associated Ассош dpa DPA Deutsche Bloomb "
    "Блумб TASS Tass ТАСС Тасс RIA РИА РІА INTERF ИНТЕРФ Interf Интерф Інтерф Ukrinf "
    "Укринф Укрінф UNIAN УНИАН УНІАН Suspil Суспил Суспіл PAP ПАП BelTA Belta БелТА Xinh "
    "Синьх Сіньх Anad Анад RBC РБК EFE ANSA".split()
)
_QUOTES = '[«"“„]?'
_AGENCY_WORD = (
    r"(?:(?:the )?(?:Russian |Ukrainian )?(?:state |state-run )?(?:news )?agency "
    r"|агентств[оауі]\w* |інформагентств\w+ |информагентств\w+ |(?:die |der )?Agentur "
    r"|корреспондент\w* |кореспондент\w* )?"
)
_LEAD = (
    r"(?:according to|told|via|cit(?:ed by|ed|es|ing)|quoted by|reported by|reports?|"
    r"source:|(?:based on|with) reporting (?:by|from)|"
    r"(?:[Сс]ообщ|[Зз]аяв|[Рр]ассказ|[Сс]каз|[Уу]точн)(?:ает|ил[аи]?|ило|ал[аи]?)"
    r"(?: он[аи]?| в интервью)?|"
    r"[Пп]ереда[её]т|[Пп]иш(?:ет|е|уть|ут)|[Ии]нформирует|[Оо]тмечает|"
    r"(?:[Сс]тало известно|[Уу]знал[аи]?|в интервью|в беседе с)|"
    r"[Пп]о данным|[Пп]о информации|[Пп]о сообщени(?:ю|ям)|"
    r"со ссылкой на|ссылаясь на|[Ии]сточник:|"
    r"[Пп]овідомля(?:є|ють)|[Пп]овідоми[влт]\w*|[Пп]ереда(?:є|ють)|[Зз]а даними|"
    r"[Зз]а інформацією|[Зз]а повідомлення(?:м|ми)|(?:[із]|зі|із) посиланням на|"
    r"посилаючись на|[Дд]жерело:|[Рр]озпові[вл]\w*|[Сс]казал?[авли]*|[Дд]ізна\w+|"
    r"[Уу] коментарі|[Вв] коментарі|[ув] інтерв[’'ʼ]ю|"
    r"berichtet|meldet|laut|podaje|według|informuje)"
)
_SAYS = (
    r"(?:reports|reported|said|says|cited|quoted|writes|contributed to this|"
    r"сообщает|передает|передаёт|пишет|информирует|"
    r"сообщил[аио]?|передал[аио]?|рассказал[аи]?|заявил[аи]?|"
    r"повідомляє|передає|пише|повідоми[влт]\w*|переда[вл]\w*|розпові[вл]\w*|заяви[вл]\w*|"
    r"berichtet|meldet|podaje)"
)
_CREDIT = re.compile(
    rf"(?i:\b{_LEAD})\s+(?:(?i:в|у|the|an)\s+)?{_AGENCY_WORD}{_QUOTES}"
    rf"(?:{_NAMES.format(n=1)})(?!\w)"
    rf"|(?<!hoto )(?<!ото )[(\[/](?:with |с |[Кк]орр?\. )?(?:{_NAMES.format(n=2)})"
    r"(?:[ /,]\w+)?[)\]/]"
    # an agency reports, or its news agency said; or stands after a dateline
    rf"|(?<!\w)(?:{_NAMES.format(n=3)})(?:'s|’s)?"
    rf"(?: news agency)?\s+{_SAYS}\b"
    rf"|(?:^|(?<=[.,)] ))(?:{_NAMES.format(n=7)})(?=\s[–—-]\s)"
    # at the end: "Two hurt in blast - AP", "BELGOROD, 2 Mar — RIA Novosti. A drone"
    rf"|[–—|-]\s(?:{_NAMES.format(n=4)})(?=[.\s]*(?:$|\n)|\.\s+[A-ZА-ЯЇІЄҐ«\"“])"
    # alone in its line, or before a colon there; "with AP" at the end of one
    rf"|^(?:{_NAMES.format(n=5)})(?=:|\.?$)"
    rf"|\b[Ww]ith (?:the )?(?:{_NAMES.format(n=6)})(?=\.?$)",
    re.MULTILINE,
)
_NAME = re.compile(rf"(?<!\w)(?:{_NAMES.format(n=1)})(?!\w)")
_LONGEST_LEAD = 200  # characters that may stand before a name in its form
_AND = re.compile(rf"(?:\s(?:and|та|і|и)\s|/|,\s)(?:{_NAMES.format(n=1)})(?!\w)")
_EARLIER = re.compile(  # what was said before is background, whoever said it
    r"\b(?:earlier|previously|last (?:week|month|year)|ранее|накануне|раніше|напередодні|"
    r"früher|wcześniej)\b[^.!?\n]*$",
    re.IGNORECASE,
)
# A long text credits its origin at its head or its end; what stands between is background.
_HEAD, _END = 800, 200
_SENTENCE = 120  # characters before a credit in which its sentence may begin

_OUTLET = re.compile(_NAMES.format(n=1))


def find_credits(text: str) -> tuple[Credit, ...]:
    """Return the agencies that `text` credits, each once, in order."""
    if not any(stem in text for stem in _GATE):
        return ()
    found: dict[str, Credit] = {}
    for match in _credits(text):
        before = text[max(0, match.start() - _SENTENCE) : match.start()]
        is_amid = _HEAD < match.start() < len(text) - _END
        if is_amid or _EARLIER.search(before):
            continue
        named: re.Match[str] | None = match
        while named is not None and named.lastgroup is not None:  # "AP and Reuters"
            agency = _agency(named.lastgroup)
            start, end = named.span(named.lastgroup)
            found.setdefault(agency, Credit(agency=agency, start=start, end=end))
            named = _AND.match(text, end)
    return tuple(found.values())


def _credits(text: str) -> Iterator[re.Match[str]]:
    """Yield the set forms, each looked for from shortly before a name on."""
    at = 0
    while (name := _NAME.search(text, at)) is not None:
        match = _CREDIT.search(text, max(at, name.start() - _LONGEST_LEAD))
        if match is None:
            return
        yield match
        at = match.end()


def _agency(group: str) -> str:
    return group.rstrip("1234567").replace("_", "-")


def find_agency(name: str) -> str | None:
    """Return which agency an outlet is by its name, None if it is none."""
    match = _OUTLET.fullmatch(name.strip())
    group = match.lastgroup if match is not None else None
    return _agency(group) if group is not None else None


def agency_name(agency: str) -> str:
    """Return an agency as people know it."""
    return NAMES.get(agency, agency.upper())
