"""Which agencies a report names as where it has its news from.

Only set forms count: a dateline, a name in brackets or at the end, "according to TASS",
"told Reuters", "передает ТАСС", "повідомляє Укрінформ". An agency that is merely mentioned
("a Reuters photographer was hurt") is no origin.
"""

import re

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
    "interfax": r"Interfax|Интерфакс(?:у|а)?",
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
    "Блумб TASS Tass ТАСС Тасс RIA РИА РІА Interf Интерф Інтерф Ukrinf Укринф Укрінф UNIAN "
    "УНИАН УНІАН Suspil Суспил Суспіл PAP ПАП BelTA Belta БелТА Xinh Синьх Сіньх Anad Анад "
    "RBC РБК EFE ANSA".split()
)
_QUOTES = '[«"“„]?'
_AGENCY_WORD = (
    r"(?:(?:the |news )?agency |агентств[оауі]\w* |інформагентств\w+ |die Agentur |"
    r"корреспондент\w* |кореспондент\w* )?"
)
_LEAD = (
    r"(?:according to|told|via|cit(?:ed|es|ing)|quoted by|reported by|reports?|source:|"
    r"[Сс]ообщ(?:ает|ил[аи]?|ило)|[Пп]ереда[её]т|[Пп]иш(?:ет|е)|[Пп]о данным|"
    r"[Пп]о информации|со ссылкой на|[Ии]сточник:|рассказал\w*|"
    r"[Пп]овідомля(?:є|ють)|[Пп]овідоми[влт]\w*|[Пп]ереда(?:є|ють)|[Зз]а даними|"
    r"[Зз]а інформацією|з посиланням на|[Дд]жерело:|розпові[вл]\w*|посилаючись на|"
    r"berichtet|meldet|laut|podaje|według|informuje)"
)
_CREDIT = re.compile(
    rf"(?i:\b{_LEAD})\s+(?:(?i:в|у|the|an)\s+)?{_AGENCY_WORD}{_QUOTES}"
    rf"(?:{_NAMES.format(n=1)})(?!\w)"
    rf"|[(\[](?:{_NAMES.format(n=2)})(?:[ /,]\w+)?[)\]]"
    rf"|(?<!\w)(?:{_NAMES.format(n=3)})(?:'s|’s)?"
    r"(?:\s+(?:reports|reported|said|says|cited|writes|сообщает|передает|пишет|повідомляє|"
    r"передає|пише|berichtet|podaje)\b|(?=\s[–—-]\s|$))"
    rf"|[–—|-]\s(?:{_NAMES.format(n=4)})(?=[.\s]*(?:$|\n))",
    re.MULTILINE,
)

_OUTLET = re.compile(_NAMES.format(n=1))


def find_credits(text: str) -> tuple[Credit, ...]:
    """Return the agencies that `text` credits, each once, in order."""
    if not any(stem in text for stem in _GATE):
        return ()
    found: dict[str, Credit] = {}
    for match in _CREDIT.finditer(text):
        group = match.lastgroup
        if group is not None:
            agency = group.rstrip("1234").replace("_", "-")
            start, end = match.span(group)
            found.setdefault(agency, Credit(agency=agency, start=start, end=end))
    return tuple(found.values())


def find_agency(name: str) -> str | None:
    """Return which agency an outlet is by its name, None if it is none."""
    match = _OUTLET.fullmatch(name.strip())
    group = match.lastgroup if match is not None else None
    return group.rstrip("1234").replace("_", "-") if group is not None else None


def agency_name(agency: str) -> str:
    """Return an agency as people know it."""
    return NAMES.get(agency, agency.upper())
