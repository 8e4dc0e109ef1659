"""What tolls look like as letters (:mod:`bot.annotate.wordlists.tolls`).

One grammar serves all languages: a number with the people beside what happened to them,
before or after it; a count that rises to a number; nobody; somebody.
"""

import re
from typing import NamedTuple

from bot.annotate.toll_care import CARE, SAVED
from bot.annotate.toll_counts import COUNT, ITEM, LEAST, NUM, RANGE, WHO
from bot.annotate.wordlists.tolls import LISTS

# "Two men, a woman and a child"; a lone comma before "and" begins another clause.
_LISTED = rf"(?:{ITEM}(?:,{ITEM})+,?&|{ITEM}&)?"
_ITEMS = rf"{ITEM}(?:(?:,{ITEM})+,?&{ITEM}|&{ITEM})?"
_WOUNDED = "G[JO]{0,2}R[JO]{0,3}|R[JO]{0,3}G"
_VERB = rf"(?:[kwcmed]|{_WOUNDED})"
_AIM = rf"(?:[kxwyced]|m(?:zO|O{{1,2}})?|{_WOUNDED})"
_GAP = r"[^.NQkwKWxyT]{0,16}?"
_RISE = rf"r{{1,2}}b?(?:g{NUM})?[~t]?(?P<count>{LEAST}{NUM}){WHO}?(?![uEs])"
# What a count rises to, and how many lives something took.
_RISES = (
    rf"n[faPJo]{{0,3}}(?P<what>[kKwWVm])(?:&[kKwWV])?{_GAP}{_RISE}",
    rf"n[faPJo]{{0,3}}(?P<what>[kKwWV])[t~](?P<count>{LEAST}{NUM})(?![uEJs])",
    rf"(?P<what>KT|(?<![wWRo])T){_GAP}{_RISE}",
    rf"(?P<what>KT|(?<![wWRo])T)~(?P<count>{LEAST}{NUM})(?![uEs])",
    rf"(?:(?<=[.,:\"-])|^)(?P<what>[kKwW]){_RISE}",
    rf"[~t](?P<count>{NUM}){WHO}?r{{1,2}}b?n[aJo]{{0,2}}(?P<what>[kKwWV])",
)
_LIVES = (
    rf"(?P<what>j)a?io?(?P<count>{COUNT}){WHO}?",
    rf"(?P<what>j)(?P<count>{COUNT})i",
    rf"(?P<count>{COUNT})i(?P<what>j)",
    r"(?P<what>j)a?io?(?P<count>a?J{0,2}S)",
    r"(?P<what>j)(?P<count>[aJ]?A|J)i",
    rf"(?P<count>{COUNT}{WHO}?|a?J{{0,3}}S)b{{0,2}}(?P<what>j)ai",
)
# A bare number ends its phrase, or a noun follows that may be anything.
_ENDS = {"cyrillic": r"(?=[.,\"f&zHqp~:-]|$)", "en": r"(?=[.,\"fog&bz:!-]|$)"}


# "Троих с осколочными ранениями везут в больницу"
_CARRIED = rf"(?P<count>{COUNT}{WHO}|a?Q|S)[go][JO-]{{0,3}}(?P<what>R)"


# "Жінка, поранена в селі, померла в лікарні", «померла продавчиня, яку вранці поранило»
_DIED = (
    (
        rf"(?P<count>{COUNT}{WHO}|a?J{{0,3}}S)(?:[OJP]|\"[OJP]{{1,3}}\")?"
        r",[wU][^.,]{0,7},(?P<what>b{0,3}k)"
    ),
    rf"(?P<what>k)b?(?P<count>{COUNT}{WHO}|a?J{{0,3}}S)[OJP]?,(?:[fOJ]{{1,2}}b?J{{0,2}}[wyU](?![aNQPS.])|[wU]f)",
)


_HEADED = (
    rf"n(?P<what>[KW])[^.NQkwKWxyT,:-]{{0,10}}-(?P<count>{LEAST}{NUM})(?![uEJO])",
    rf"(?:(?<=[.,&\"n])|^)(?P<what>[kKwW])[-:]b?(?P<count>{LEAST}{RANGE}){WHO}?(?![uEJO])",
    rf"(?P<what>[KW])b{{1,2}}(?P<count>{LEAST}{NUM})(?![uEJO])",
    rf"(?:(?<=\.)|^)(?P<what>[KW])(?P<count>{LEAST}{NUM})(?=[.,&]|$)",
    rf"(?<=n)(?P<what>[KW])b?(?P<count>{LEAST}Q)(?![uEJO])",
)
_TO = "[~f]J?[FP]"
# "Двое рабочих «Азота» обратились к врачам", "За медпомощью обратились семеро"
_HELPED = (
    rf"(?P<count>{COUNT}{WHO}?|a?J{{0,3}}S)(?:\"[OJ]{{1,3}}\")?b{{0,2}}(?P<what>C){_TO}",
    rf"(?P<count>{COUNT}{WHO})(?:f?O){{0,3}}(?P<what>C)[~fOJ]{{0,2}}{_TO}",
    rf"{_TO}[O2]?(?P<what>C)b?(?P<count>{COUNT}{WHO}?)",
    rf"{_TO}[^.,kw]{{0,6}}(?P<what>C)b?(?P<count>a?J{{0,2}}S)(?=[.,f&]|$)",
    rf"(?P<count>{COUNT}{WHO}?|a?J{{0,3}}S)b{{0,2}}(?P<what>I)[f!]J{{0,2}}R",
)
# «Не стало двох рятувальників»
_GONE = rf"(?:(?<=[.:-])|^)(?P<what>!)b(?P<count>{COUNT}{WHO}|J{{0,2}}S)"


# «Не вдалося врятувати водія», «рабочий не выжил», "doctors could not save the driver"
_LOST = {
    "cyrillic": (
        rf"![O!bJ]{{0,2}}(?P<what>M)b?(?P<count>U?f?(?:{COUNT}{WHO}?|a?J{{0,3}}S|U))",
        r"(?P<what>j)i(?P<count>J{0,2}S)(?=,?[wU])",
        rf"(?P<count>{COUNT}{WHO}|a?J{{0,2}}S),?[^.!kN]{{0,7}}!(?P<what>M)(?=[.,f]|$)",
    ),
    "en": (rf"(?:p~?|!!)(?P<what>M)(?P<count>{COUNT}{WHO}|a?J{{0,2}}S)",),
}
_HURT = r"(?P<count>[Aa]?J{0,2}S)(?:fb)?w[tfOJb]"
# Who had been wounded: «пострадавший при атаке умер», "a man hurt in the strike has died"
_LATER = {
    "cyrillic": (
        rf"(?P<count>(?:{COUNT}|J)?U)[fOJu][^.,kN]{{0,6}}"
        r"(?P<what>b{0,3}k)(?![NQPSJ])"
    ),
    "en": rf"{_HURT}[^.,k]{{0,5}}(?P<what>b{{0,2}}k)(?![aNQPSJu])",
}
# «Машинист поезда, сошедшего с рельсов, скончался»; «третя жертва удару»
_ASIDE = r"(?P<count>a?J{0,2}S)[OJP]{0,2},[^.,kxN]{2,8},(?P<what>b{0,3}k)(?![NQPSJ])"
# "Another body found", «третє тіло», "Two bodies"
_FOUND = r"(?P<count>(?:a?A|Nq|q[NOJ]?|N)[JO]?|[JO])(?P<what>Y)"
# «Від поранень помер водій», "wounded man dies"; "three now confirmed dead"
_OF_WOUNDS = {
    "cyrillic": (
        r"[fg]J?R(?P<what>k)b?(?P<count>a?J{0,3}S)",
        r"(?P<what>k)[fg]J?R(?P<count>a?J{0,3}S)",
        r"(?P<count>a?J{0,3}S)(?P<what>b{0,3}k)(?=[fg]J?R)",
        r"(?P<count>a?J{0,3}S)[fg]J?Rb?(?P<what>k)",
    ),
    "en": (r"[wy]J?(?P<count>S)(?P<what>b{0,2}k)(?![aNQPSJu])",),
}
_DAYS_AFTER = r"(?P<count>a?J{0,2}S)(?P<what>b{0,2}k)(?=N?uf)"  # "dies days after"
_BY_NOW = rf"(?P<count>{COUNT}{WHO}?)r(?P<what>b{{0,2}}[kw])(?![aNQPSJu])"
# "The passenger of a car hit by a drone also dies", «умер и пассажир»
_ALSO = {
    "cyrillic": r"(?P<what>k)&(?P<count>a?J{0,3}S)(?!b{0,2}[wkxy])",
    "en": r"(?P<count>a?J{0,2}S)o[^.,kxN]{2,8}(?P<what>bk)(?![aNQPSJu])",
}
# "Trzy osoby nie żyją"
_NOT_ALIVE = (
    rf"(?P<count>{COUNT}{WHO}?|a?J{{0,3}}S)t(?P<what>k)",
    rf"t(?P<what>k)b?(?P<count>{COUNT}{WHO}?|J{{0,2}}S)",
)
# «Водитель автобуса погиб», «працівниця заправки дістала опіки»
_OF_WHAT = (
    rf"(?<![NQ&,])(?P<count>{_ITEMS})(?<=[PS])[OJu]{{1,3}}"
    rf"(?P<what>b{{0,3}}[kw]|{_WOUNDED})(?=[.,f&]|$)"
)
# «Електрика доставлено в лікарню з пораненням», «у жительницы осколочное ранение»
_BROUGHT = (
    rf"(?P<count>{COUNT}{WHO}|a?J{{0,3}}S)(?:[OJP](?:f[OJ]{{1,2}})?)?b?p(?:f[Ju]?F)?[go][JO]{{0,2}}(?P<what>R)",
    rf"(?:(?<=[.,:&-])|^)f(?P<count>{COUNT}{WHO}|J{{0,2}}S)[OJPu]{{0,3}}(?P<what>R)",
)
_AMONG = r"(?P<count>a?J{0,3}S)b{0,2}fa(?P<what>[wkK])(?=[.,f]|$)"  # "among the wounded"
_A_VICTIM = r"(?P<count>V)(?P<what>b{0,2}k)(?=[fo.,]|$)"  # "shelling victim dies"
# «Zmarła kobieta ranna w ostrzale», «kobieta ranna w ostrzale zmarła»
_POLISH = (
    r"(?P<what>k)b?(?P<count>a?J{0,3}S)[JO]{0,2}w(?=[fo.,]|$)",
    r"(?P<count>a?J{0,3}S)w[fo][^.,k]{0,5}(?P<what>b{0,2}k)(?![aNQPSJu])",
)
_IN_ORDER = {
    "cyrillic": r"(?P<count>[JO])(?P<what>V)",
    "en": r"(?P<count>A)Vo?[^.,k]{0,6}(?P<what>b{0,2}k)",
}


class Rule(NamedTuple):
    """A pattern; its group ``what`` holds what happened, ``count`` to whom.

    `needs`: letters without any of which it need not be tried; `sums`: all items of
    ``count`` together; `more`: they come on top of others.
    """

    form: re.Pattern[str]
    needs: frozenset[str]
    sums: bool = False
    more: bool = False


def _rules(script: str) -> tuple[Rule, ...]:
    """Return the rules of one script, the surest first."""
    is_english = script == "en"
    ends = _ENDS.get(script, _ENDS["en"])
    bare = rf"(?:{COUNT}(?:(?<=Q)(?![uo])|{ends})|A{ends})"
    whole = rf"{_LISTED}(?:{COUNT}{WHO}|a?J{{0,3}}S|{bare})(?!b{{0,3}}[kw])"
    after = "(?![aNQPSJuE])" if is_english else "(?![uL])"
    # What may stand between people and what happened to them.
    aside = (
        r"(?:fJ{1,3}|,[abJSPNQ]{1,5},)"
        if is_english
        else r"(?:[fFOJuog]{1,6}|[fOJuog]{0,2}\"[OJ]{1,3}\"|,[fobOJSPNQ]{1,5},)"
    )
    # Not amid the people of another verb: "killed one man and twelve wounded".
    amid = "kxwyNQ" if is_english else "kxwyNQJ"
    begins = rf"(?:(?<=EN)|(?<![{amid}])(?<![kxwy]b))"
    close = r"(?=[.,f&!]|$)" if is_english else ""
    told = rf"b{{1,4}}{_VERB}|{_VERB}{after}|b{{0,4}}[KWDUZ](?![uL])"
    died = rf"(?P<what>k)b?(?P<count>{COUNT})o?a?[wW]"  # of those wounded before
    one = r"(?P<what>k)b?(?P<count>J?[Uw])(?!J{0,2}P)"
    # "One of those wounded at the market has died", «один із поранених на ринку помер»
    dead = (
        rf"(?P<count>{COUNT})(?:oa?[wW]|W)(?:[ft][aJOP]{{1,3}}){{0,2}}b{{0,3}}(?P<what>k)"
    )
    bodies = rf"(?P<what>Y)o?(?P<count>{COUNT}{WHO}?|a?J{{0,2}}[PS]|[qJO]{{0,2}}[DV])(?!u)"
    victims = rf"(?P<what>[VKW])[fOJug]{{0,5}}b{{1,2}}(?P<count>{COUNT}{WHO}?|a?J{{0,3}}S)"
    # "A girl, 7, was killed", "a mother of two died", "мати двох дітей загинула"
    known = r"(?P<count>a?J{0,3}S)(?:,Nu?,|oN|[NQ]P)(?P<what>b{0,3}[kw])"
    adjective = rf"(?P<count>{COUNT})(?P<what>[kw])J{{0,2}}P(?!b{{0,2}}[kw])"
    return (
        _rule(died, "wW", more=True),
        _rule(dead, "wW", more=True),
        *_later(script),
        *(() if is_english else (_rule(one, "Uw", more=True),)),
        *(() if is_english else (_rule(form, "k", more=True) for form in _DIED)),
        *_own(script),
        *(_rule(form, "rt~T") for form in _RISES),
        *(_rule(form, "j") for form in _LIVES),
        *(_rule(form, "KkWw") for form in _HEADED),
        *(_rule(form, "CI") for form in _HELPED),
        *(_rule(form, "Mj") for form in SAVED),
        *(() if is_english else (_rule(_GONE, "!", more=True),)),
        _rule(bodies, "Y"),
        _rule(_FOUND, "Y"),
        _rule(victims, "VKW"),
        _rule(known, "kw"),
        _rule(adjective, "kw") if is_english else _rule(_CARRIED, "R"),
        _rule(
            rf"{begins}(?P<count>{_ITEMS})(?P<what>{told})",
            "kKwWcmedDUZR",
            sums=True,
        ),
        _rule(rf"(?P<count>{COUNT}{WHO}){aside}(?P<what>b{{0,3}}[kw]){close}", "kw"),
        _rule(rf"(?P<what>{_AIM})b{{0,2}}(?P<count>{whole})", "kxwycmedR", sums=True),
        *(_rule(form, needs) for form, needs in CARE),
    )


def _later(script: str) -> tuple[Rule, ...]:
    """Return the rules of who dies days later, which no other language has."""
    if script not in _LATER:
        return ()
    return (
        *(_rule(form, "Mj", more=True) for form in _LOST[script]),
        _rule(_LATER[script], "Uw", more=True),
        *((_rule(_ASIDE, "k"),) if script == "cyrillic" else ()),
        _rule(_IN_ORDER[script], "V"),
    )


def _own(script: str) -> tuple[Rule, ...]:
    """Return the rules of what only some languages say so."""
    is_cyrillic = script == "cyrillic"
    wounded = "R" if is_cyrillic else "wy"
    return (
        *((_rule(_OF_WHAT, "kwR", sums=True),) if is_cyrillic else ()),
        *((_rule(form, "R") for form in _BROUGHT) if is_cyrillic else ()),
        *((_rule(_AMONG, "wkK"),) if script == "en" else ()),
        *(_rule(form, wounded, more=True) for form in _OF_WOUNDS.get(script, ())),
        *((_rule(_BY_NOW, "kw"),) if script == "en" else ()),
        *((_rule(_DAYS_AFTER, "u", more=True),) if script == "en" else ()),
        *((_rule(_ALSO[script], "k", more=True),) if script in _ALSO else ()),
        *((_rule(_A_VICTIM, "V", more=True),) if script == "en" else ()),
        *((_rule(form, "w", more=True) for form in _POLISH) if script == "pl" else ()),
        *((_rule(form, "k") for form in _NOT_ALIVE) if script == "pl" else ()),
    )


def _rule(form: str, needs: str, *, sums: bool = False, more: bool = False) -> Rule:
    return Rule(re.compile(form), frozenset(needs), sums, more)


RULES = {script: _rules(script) for script in LISTS}
NOBODY = re.compile(
    r"(?P<z>z)[Jbq]{0,2}(?:fo)?(?P<a>[ZKRWV])(?:[&f,]z?(?P<b>[ZKRWV]))?(?![JPS])"
    r"|z(?P<a4>[kw])(?=[.,&f]|$)"
    r"|(?P<a2>[KWV])(?:&(?:(?P<b2>[KWV])|O))?b?z"
    r"|(?:zJ{0,2}[PSN]|0(?:oa?J{0,2}P)?)[bt!]{0,3}(?P<a3>[kw])(?:[&f](?P<b3>[kw]))?"
    r"|(?<![NQJ])(?P<people>P)!(?P<a5>[kw])"
)
SOME = re.compile(
    r"Hb?[Jb]{0,2}(?P<what>[KWVZDUkw])(?:[&,]J?(?P<also>[KWDUkw]))?(?![NQJPS])"
    r"|(?P<many>Z)b{1,2}(?=[.,f]|$)"
    r"|(?<![NQJ])(?P<moved>W)p"
    r"|(?<![NQ])(?P<one>[UD])(?=[fSp.,:\"-]|$)"
)
ONE_ITEM = re.compile(ITEM)
