"""Transliteration of place names, both ways that the build needs.

Ukrainian by the Cabinet's table of 2010 (resolution 55), Russian by the simplified BGN
system of English-language news; Russian names into Ukrainian by the rules of the 2019
orthography (section 144), as far as place names need them.
"""

import re

_UK = dict(
    zip(
        "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'",
        "a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch "
        " iu ia ".split(" "),
        strict=True,
    )
)
_UK_FIRST = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_RU = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya".split(
            " "
        ),
        strict=True,
    )
)
_PART = re.compile(r"[\w']+")


def _title(part: str) -> str:
    return part[:1].upper() + part[1:]


def _ukrainian_part(match: re.Match[str]) -> str:
    part = match[0].lower().replace("зг", "зgh")
    letters = [
        _UK_FIRST[letter] if index == 0 and letter in _UK_FIRST else _UK.get(letter, letter)
        for index, letter in enumerate(part)
    ]
    return _title("".join(letters).replace("zhgh", "zgh"))


def _russian_part(match: re.Match[str]) -> str:
    part = match[0].lower()
    part = re.sub(r"(?:ый|ий)\b", "y", part)
    part = re.sub(r"\bе|(?<=[аеёиоуыэюяъь])е", "ye", part)
    return _title("".join(_RU.get(letter, letter) for letter in part))


def from_ukrainian(name: str) -> str:
    """Return `name` in Latin letters.

    >>> from_ukrainian("Велика Новосілка")
    'Velyka Novosilka'
    """
    return _PART.sub(_ukrainian_part, name)


def from_russian(name: str) -> str:
    """Return `name` in Latin letters.

    >>> from_russian("Красная Яруга")
    'Krasnaya Yaruga'
    """
    return _PART.sub(_russian_part, name)


_TO_UKRAINIAN = (
    (r"ск\b", "ськ"),
    (r"цк\b", "цьк"),
    (r"ск(?=(?:ий|ая|ое|о|а|е)\b)", "ськ"),
    (r"цк(?=(?:ий|ая|ое)\b)", "цьк"),
    (r"ая\b", "а"),
    (r"яя\b", "я"),
    (r"(?:ое|ее)\b", "е"),
    (r"(?:ые|ие)\b", "і"),
    (r"(?:ый|ий)\b", "ий"),
    (r"ово\b", "ово"),
    (r"(?<=[жшчщц])и(?=[бвгджзклмнпрстфхцчшщ])", "И"),
    (r"\bе|(?<=[аеёиоуыэюяъь])е", "є"),
    (r"ё", "йо"),
    (r"и(?!й\b)", "і"),
    (r"ы", "и"),
    (r"э", "е"),
    (r"ъ", "'"),
    (r"И", "и"),
)


def russian_to_ukrainian(name: str) -> str:
    """Return how Ukrainian writes the Russian place `name`.

    >>> russian_to_ukrainian("Новошахтинск")
    'Новошахтінськ'
    """

    def part(match: re.Match[str]) -> str:
        word = match[0].lower()
        for pattern, replacement in _TO_UKRAINIAN:
            word = re.sub(pattern, replacement, word)
        return _title(word)

    return _PART.sub(part, name)


# Ukrainian і for what Russian writes as е, by the roots that names of places have.
_YAT = (
    r"біл(?=[аеоуиіяюїгцвккнсмт]|ь)", r"ліс", r"сіл(?=[ькцл])", r"\bдід",
    r"\bсір(?=[аеиік])", r"звір", r"хліб", r"світл", r"сніг", r"сніж", r"рік[аи]", r"річ",
    r"\bміл", r"\bгніл", r"\bсвіт", r"хрін", r"вітр", r"ведмід", r"\bпіс", r"\bдіб", r"літ",
    r"міст", r"степ", r"хмел", r"медвід", r"крісл",
)  # fmt: skip
_TO_RUSSIAN = (
    (r"(?<=[сц])ьк", "к"),
    (r"кам'ян", "камен"),
    (r"\bмикол", "никол"),
    (r"\bвис(?=[ою])", "выс"),
    (
        r"\b(риб|дим|бистр|бик|крим|син(?=ів)|миш|вигод|виш(?=гор))",
        lambda match: match[0].replace("и", "ы"),
    ),
    (r"(?<=[жшчщц])ів(?=\b|[кець])", "ев"),
    (r"ів\b", "ов"),
    (r"їв\b", "ев"),
    (r"ів(?=[кець])", "ов"),
    (r"їв(?=[кець])", "ев"),
    (r"ок(?=іл)", "ок"),
    (r"іль\b", "оль"),
    (r"пілля\b", "полье"),
    (r"піль(?=[ськ])", "поль"),
    (r"ницт", "ничеств"),
    (r"(?<=[лнтд])([лнтд])я\b", r"ье"),
    (r"\bвіль", "воль"),
    (r"\bріг\b", "рог"),
    (r"\bкінь", "конь"),
    (r"підгір", "подгор"),
    (r"\bпід", "под"),
    (r"\bвід", "от"),
    (r"нові(?=[а-я])", "нове"),
)
_NOUN_ENDS = ((r"ове\b", "ово"), (r"еве\b", "ево"), (r"(?<=[иїі])не\b", "но"))
_ADJECTIVE_ENDS = (
    (r"(?<=[сц]к)а\b", "ая"), (r"(?<=[сц]к)е\b", "ое"), (r"(?<=[сц]к)і\b", "ие"),
    (r"(?<=н)е\b", "ое"), (r"нє\b", "нее"), (r"\bбеле\b", "белое"),
    (r"(?<=[кгх])ий\b", "ий"), (r"(?<=[бвгджзлмнпрстф])ий\b", "ый"),
)  # fmt: skip
_FIRST_ENDS = (
    (r"[ая]\b", lambda match: match[0] + "я"), (r"е\b", "ое"),
    (r"(?<=[кгхжшчщ])і\b", "ие"), (r"(?<=[бвдзлмнпрст])і\b", "ые"),
)  # fmt: skip
_LETTERS = (
    (r"є", "е"), (r"\bї", "е"), (r"ї", "и"), (r"(?<=[бвдзлмнпрстфц])и\b", "ы"),
    (r"і", "и"), (r"ґ", "г"), (r"'", "ъ"), (r"йо", "е"), (r"ьо", "е"),
)  # fmt: skip


def ukrainian_to_russian(name: str) -> str:
    """Return about how Russian writes the Ukrainian place `name`.

    >>> ukrainian_to_russian("Велика Новосілка")
    'Великая Новоселка'
    """
    words = re.findall(r"[\w']+|[^\w']+", name)
    count = sum(word[0].isalpha() for word in words)
    done = []
    seen = 0
    for word in words:
        if not word[0].isalpha():
            done.append(word)
            continue
        seen += 1
        done.append(_title(_russian_word(word.lower(), before_noun=seen < count)))
    return "".join(done)


def _russian_word(word: str, *, before_noun: bool) -> str:
    for root in _YAT:
        word = re.sub(root, lambda match: match[0].replace("і", "е"), word)
    tables = [_TO_RUSSIAN, _ADJECTIVE_ENDS, _NOUN_ENDS, _LETTERS]
    if before_noun and len(word) > 3:  # noqa: PLR2004  # "на", "над"
        tables.insert(2, _FIRST_ENDS)
    for rules in tables:
        for pattern, replacement in rules:
            word = re.sub(pattern, replacement, word)
    return word


# Words of which names of regions abroad are made.
_SIDES = {
    "північн": "северн", "південн": "южн", "західн": "западн", "східн": "восточн",
    "середн": "средн", "внутрішн": "внутренн", "верхн": "верхн", "нижн": "нижн",
    "велик": "больш", "нов": "нов", "центральн": "центральн", "столичн": "столичн",
}  # fmt: skip
_ENDS = {"ий": "ый", "ій": "ий", "а": "ая", "я": "яя", "е": "ое", "є": "ее", "і": "ие"}
_WORDS = {
    "провінція": "провинция", "область": "область", "край": "край", "район": "район",
    "округ": "округ", "департамент": "департамент", "регіон": "регион", "штат": "штат",
    "острови": "острова", "острів": "остров", "префектура": "префектура", "і": "и",
    "й": "и", "та": "и", "столиця": "столица", "повіт": "уезд", "графство": "графство",
    "республіка": "республика", "берег": "берег", "півострів": "полуостров", "лен": "лен",
    "воєводство": "воеводство", "жупанія": "жупания", "муніципалітет": "муниципалитет",
    "північно": "северо", "південно": "юго", "західно": "западно", "східно": "восточно",
    "затока": "залив", "місто": "город", "території": "территории", "гори": "горы",
}  # fmt: skip
_ABROAD = (
    (r"(?<=[сцз])ьк(?=(?:ий|а|е|і|ого)\b)", "к"), (r"(?<=[сцз]к)а\b", "ая"),
    (r"(?<=[сцз]к)е\b", "ое"), (r"(?<=[сц])ьк\b", "к"), (r"ьо", "ё"),
    (r"\bе|(?<=[аиіоуюя])е", "э"), (r"є", "е"), (r"[ії]", "и"), (r"ґ", "г"), (r"'", "ъ"),
)  # fmt: skip
_SIDE = re.compile(rf"({'|'.join(_SIDES)})({'|'.join(_ENDS)})")


def abroad_to_russian(name: str) -> str:
    """Return about how Russian writes the Ukrainian name of a region abroad.

    >>> abroad_to_russian("Північна Дакота")
    'Северная Дакота'
    >>> abroad_to_russian("Ель-Прогресо")
    'Эль-Прогресо'
    """

    def part(match: re.Match[str]) -> str:
        word = match[0].lower()
        side = _SIDE.fullmatch(word)
        if side is not None:
            word = _SIDES[side[1]] + _soft(_SIDES[side[1]], _ENDS[side[2]])
        elif word in _WORDS:
            word = _WORDS[word]
            return word if match.start() else _title(word)
        else:
            for pattern, replacement in _ABROAD:
                word = re.sub(pattern, replacement, word)
        return _title(word) if match[0][0].isupper() else word

    if name.isascii():
        return name
    return _PART.sub(part, name)


def _soft(stem: str, end: str) -> str:
    """Return an adjective's ending after its stem: «северный», «средний», «большой»."""
    if stem.endswith(("средн", "внутренн", "верхн", "нижн")):
        return {"ый": "ий", "ая": "яя", "ое": "ее", "ие": "ие"}.get(end, end)
    if stem == "больш":
        return {"ый": "ой", "ие": "ие"}.get(end, end)
    return {"ие": "ые", "ий": "ый"}.get(end, end)
