"""Whether a report says that who heads a region leaves, or that another comes (pure).

A region has one governor, so all reports of a day that say so tell one event, in whatever
words; that it is only said, or denied, is another one: if he goes after all, that is news.
"""

import re
from collections.abc import Set as AbstractSet

from bot.domain.folding import fold

LEAVES, SAID_TO_LEAVE = "governor leaves", "governor said to leave"
DEPUTY_LEAVES = "deputy governor leaves"
COMES = "governor comes"
LEAVING = frozenset((LEAVES, SAID_TO_LEAVE, DEPUTY_LEAVES))
_SOME = (  # what somebody tells of others is not what he does
    r"(?:(?!(?:says?|said|tells?|сообщ\w+|заяв\w+|рассказ\w+|повідом\w+|каже|говорит)\b)"
    r"[\w'-]+ ){0,4}?"
)
# Of each language: the governor leaves; he is made to; his leaving.
_SAID = (
    (
        "governor",
        (
            r"resign(?:s|ed)\b(?! to)|step(?:s|ped) down|quits?\b|to (?:resign|quit|go)\b"
            r"|sacked|fired\b|dismissed\b|removed\b|ousted|replaced"
        ),
        (
            "sacks|fires|dismisses|removes|ousts|replaces|sacked|fired|ousted"
            "|resignation|departure|dismissal|ouster"
        ),
    ),
    (
        r"губернатор\w*",
        (
            r"пода\w+ (?:в|у) (?:от|від)ставк|уходит\b|уш[её]л\b(?! от)|уйд[её]?т\b"
            r"|покида\w+"
            r"|покинул\w*|сложил\w* полномочи|склав повноваж|йде (?:з посад|у відставк)"
            r"|піде\b"
            r"|уволен\b|снят\b|отстранен\b|звільнен\w*|пакует|пакує|отправлен в отставк"
        ),
        (
            r"уволил\w*|снял\w*|отстранил\w*|сменил\w*|звільни\w+|зняв|зняли|відсторони\w+"
            r"|звільнено|усун\w+|отставк\w+|уход\w*|увольнени\w+|відставк\w+|звільненн\w+"
        ),
    ),
    (
        r"gouverneur\w*",
        "tritt|zur[uü]ckgetreten|entlassen|abgesetzt|gefeuert",
        "entl[aä]sst|feuert|setzt|r[uü]cktritt",
    ),
    (
        r"gubernator\w*",
        r"podał\w* si[eę]|odwołan\w+|ustąpi\w+|ustapi\w+|ustępuje|ustepuje|rezygnuje|traci",
        r"odwoła\w+|zdymisjonowa\w+|zwolni\w+|dymisj\w+",
    ),
)
_LEAVING = re.compile(
    "|".join(
        rf"\b{who} {_SOME}(?:{leaves})|\b(?:{made_to}) {_SOME}{who}"
        for who, leaves, made_to in _SAID
    )
    + r"|\bgovernor's (?:resignation|departure|dismissal)"
)
# "The head of the Kursk Region", as governors are called as often.
_HEADS = (
    (
        re.compile(
            r"\b(?:глав[аыуеой]+|голов[аиуіюо]+|начальни[кц]\w*|очільни[кц]\w*|керівни[кц]\w*"
            r"|руководител\w+) (?:(?:[\w'-]+(?:ої|ой|ого) ){1,2}(?:ова|области|області|края"
            r"|республики|адміністрац\w+)|ова|[\w'-]+щини\b)"
        ),
        "губернатора",
    ),
    (
        re.compile(r"\b(?:head|chief) of (?:the )?(?:[\w'-]+ ){1,2}(?:region|oblast)\b"),
        "governor",
    ),
    (re.compile(r"\b(?:szef\w*|wojewod\w+) (?:obwodu|regionu)\b"), "gubernatora"),
    (re.compile(r"\bregionalchef\w*"), "gouverneur"),
)
_COMING = re.compile(
    r"\b(?:(?:re)?appoints?|(?:re)?appointed|names?|named|installs?|ernennt|mianował\w*|mianuje"
    r"|призначи\w+|призначен\w*|назнач\w+) (?:[\w'-]+ ){0,5}?"
    r"(?:governor|губернатор|gouverneur|gubernator)\w*"
    r"|\b(?:governor|губернатор|gouverneur|gubernator)\w*(?: [\w'-]+){0,4}?"
    r" (?:appointed|sworn|призначен\w*|назначен\w*|ernannt|mianowan\w*)\b"
    r"|\btakes over (?:as governor|(?:[\w'-]+ ){1,2}(?:region|oblast))\b"
    r"|(?:ова|області|области|края) нов\w+ (?:голов|очільни|глав|керівни|начальни)\w*$"
    r"|\b(?:gets|has|має|отримал\w*|получил\w*) (?:a )?(?:new|нов\w+) (?:governor|губерн)"
    r"|ськ(?:у|ою) (?:ова|областю?) очоли\w+|скую область возглави\w+"
    r"|(?:очоли\w+|возглави\w+) [\w'-]+ск(?:у|ую|ою) (?:ова|область)\b"
)
_OTHERS = re.compile(
    r"\b(?:deputy|vice|former|ex|заместител\w*|зам|вице|заступник\w*|віце|экс|екс|бывш\w+"
    r"|колишн\w+|stellvertretend\w+|ehemalig\w+|był\w*|wice)[ -]?"
    r"(?:governor\w*|губернатор\w*|gouverneur\w*|gubernator\w*)"
)
_GATE = ("governor", "губернатор", "gouverneur", "gubernator")
_IS_SAID = re.compile(
    r"слух|чутк|rumou?r|\btalk of\b|ger[uü]cht|plotk|инсайд|інсайд|insider|чемодан|валіз"
    r"|опров|спрост|\bdenie|dementi|zaprzecz"
    r"|\b(?:may|might|could|могут|може|возможн\w+)\b"
)


def find_change(title: str) -> frozenset[str]:
    """Return what a title tells of a governor who leaves or comes, or is said to leave.

    >>> sorted(find_change("Zelensky dismisses Chernivtsi governor"))
    ['governor leaves']
    """
    said = fold(title)
    for form, word in _HEADS:
        said = form.sub(word, said)
    own = _OTHERS.sub(" ", said)
    is_said = _IS_SAID.search(said) is not None
    found = {COMES} if _COMING.search(own) and not is_said else set[str]()
    if not any(word in said for word in _GATE) or _LEAVING.search(said) is None:
        return frozenset(found)
    if _LEAVING.search(own) is None:
        return frozenset((DEPUTY_LEAVES,))
    return frozenset((*found, SAID_TO_LEAVE if is_said else LEAVES))


def are_of_others(ours: AbstractSet[str], theirs: AbstractSet[str]) -> bool:
    """Return whether both tell who leaves, or that it is said, and not the same."""
    one, other = ours & LEAVING, theirs & LEAVING
    return bool(one and other) and one.isdisjoint(other)
