"""How villages are called, and what is said of them, for villages.py."""

import re

CALLED = frozenset(
    "село селі селу селом селе сел селах селище селищі смт пгт хутір хуторі хутор хуторе "
    "поселок поселке деревня деревне деревню станица станице village villages hamlet "
    "settlement wies wsi wioska wiosce wioske dorf dorfes".split()
)
# Where a person's name may follow as well: «мешканка села Коваль», "the Jewish community".
ALSO_CALLED = frozenset(
    "села селища хутора поселка деревни станицы пункт пункта пункту пункті пункте громада "
    "громади громаді громаду община общины community".split()
)
CALLED_AFTER = frozenset("village hamlet settlement".split())
PEOPLED = frozenset("н с".split())  # «с. Юнаківка», «н. п. Юнаківка»
# How villages are called, and no persons: «Фиголівка», «Бондаревське», «Новокаїри».
LIKE_VILLAGE = re.compile(
    r"\w{3}(?:[оеєії]вк(?:[аиуіе]|ою|ой)|[оеєії]вці|[сц]ьке|[сц]кое|[оеє]ве|[оеє]во|[иії]не|[иы]но"
    r"|[уюя]вате|[иії]чі|[иіїая]нці|піль|поль|[сц]ьк|городок|(?:піл|діл)ля|полье|лісся|р[иі]ччя|гір'я"
    r"|[oei][vw]k[aiu]|ske|skoye|skoe|eve|evo|ovo|yne|[bdhklmrstvz]ne|[cs]hne|[ui]vate|[iy]chi"
    r"|[iya]ntsi|ivtsi|pillia|pil|dillia|lissia|[iy]?anka|ynka|atka|otka)$"
    r"|\w{4}(?:не|янка|анка|инка|атка|отка|ове|ove|sk)$"
    r"|(?:ново|старо|верхньо|нижньо|мало|велико|красно|червоно|біло)\w{3,}(?<![гй]о)(?<![мйх])$"
    r"|(?:novo|staro|verkhn|nyzhn|malo|velyko|krasno|chervono|bilo)\w{4,}$"
    r"|(?:стар|нов|вел[иы]к|мал|верхн|нижн|nov|star|vel[iy]k|mal|verkhn|n[iy]zhn)\w{1,3} "
    r"(?!св[иі]т|житт|шлях|мир|жизн|пут|р[іо]|час|svit|zhytt|shliakh|god)\w{4,}$"
)
ALWAYS = re.compile(r"(?:[оеєії]вк(?:[аиуіе]|ою|ой)|[оеєії]вці|[oei][vw]k[aiu])$")
LIKE_ADJECTIVE = re.compile(r"(?:[сц]ьке|[сц]кое|не|[оеє]ве)$")
# Words of that shape, rivers, and what plants and squares are called.
OTHERS = re.compile(
    r"лист[оі]в|московк|перемож|donets|oktia?br|pobed|peremo[gh]|druzhb|revol|above$|love$"
)
OF_WAR = frozenset("of from for towards toward over into on".split())
WAR = re.compile(
    r"(?:captur|seiz|shell|control|liberat|loss|outskirt|withdr|retreat|out$|fight|battle|"
    r"push|advanc|assault|attack|strike|raid|drone|resident)"
)
DONE = re.compile(
    r"(?:captur|seiz|tak(?:es?|en|ing)$|took$|liberat|shell|hits?$|struck$|strikes?$|attack|"
    r"bomb|los(?:es?|ing|t)$|leaves?$|left$|abandon|storm|enters?$|entered$)"
)
# Cases of names like adjectives: «у Бондаревському», «мешканці Товченикового».
OF_NOUN = re.compile(r"\w{4}[оеє]в(?:ого|ому|ом)$")
LIES_IN = re.compile(r"\w{4}(?:[сц]ькому|[сц]ком|ному|ном)$")
IN = frozenset("в у во".split())
NOUN = re.compile(r"(?:[іуеюя]|(?<!л)а)$")  # «у Портовому районі»
AT = frozenset("по на".split())
FIRE = re.compile(
    r"(?:удар|вдар|атак|обстр|дрон|бпла|шахед|ракет|каб$|каби|кабы|курс|прил[иеі]т|влуч|бал+[иі]ст)"
)
PEOPLE = re.compile(r"(?:обстр|мешкан|жител|околиц|окраин|окраїн)")
AND = frozenset("та і й и and und i".split())
