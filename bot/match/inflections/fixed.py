"""Cyrillic words that do not bend as they look, and proper names that no sound tells."""

from collections.abc import Iterator, Mapping

# Words that have one form.
INDECLINABLE = frozenset(
    """
    метро авто кіно кино радіо радио фото відео видео пальто шосе шоссе таксі такси кафе
    меню плато сальто депо бюро досьє досье журі жюри інтерв'ю интервью купе тире тату
    табу рагу какао кило кіло евро євро динамо торнадо торпедо табло сопрано фламінго
    фламинго кредо лото сомбреро стерео порно ретро техно либретто эмбарго ембарго вето
    кантри бістро бистро пюре резюме реле турне фойє фойе шоу алібі алиби пенальті
    пенальти сочі сочи тбілісі тбилиси батумі батуми баку осло токіо токио чикаго
    торонто глазго хельсінкі хельсинки дубаї сомалі сомали малі мали перу чилі чили
    конго кабо рано поздно пізно много багато завтра вчора вчера сегодня сьогодні теперь
    тепер скоро часто вместе разом очень дуже опять снова знову здесь тут там туди туда
    тоді тогда нато юнеско мвф оон
    """.split()
)
# Nouns that look like a verb's past or participle, like an adjective or like a case of
# something else: only what a noun's stem is called by is read of them.
ONLY_NOUNS = frozenset(
    """
    капитан капітан капитал капітал генерал адмирал адмірал материал матеріал персонал
    арсенал канал сигнал журнал портал терминал термінал квартал металл метал скандал
    финал фінал интервал інтервал вокзал зал подвал підвал обвал провал идеал ідеал
    криминал кримінал трибунал потенциал потенціал филиал філіал карнавал сериал серіал
    мемориал меморіал перевал привал завал план клан роман ураган океан орган экран
    екран кран караван диван туман барабан партизан хулиган хуліган ветеран таран майдан
    стакан каптан султан ислам іслам завод народ город поход похід захід водій герой бой
    бій строй стрій край чай случай обычай звичай урожай врожай трамвай покой спокій
    змій ключ меч врач плач мяч секретарь острів остров покрив покров любов улов постій
    постой злочинець київ киев львів львов
    харків харьков чернігів чернигов миколаїв николаев ростов псков саратов тамбов азов
    тюлень олень день пень камень камінь корень корінь ремень уровень
    рівень перстень банк рік рок вік век полк труп суд курс порт парк пост штаб
    флот фронт пожар бюджет гол сир сыр тил тыл
    """.split()
)
_ENDINGS = {
    "@у": "- а у ові ом і",  # Ukrainian, masculine
    "@р": "- а у ом е",  # Russian, masculine
    "@п": "- a owi em ie",  # Polish, masculine
    "@ж": "а и і у ою",  # Ukrainian, feminine
    "@ш": "а ы е у ой",  # Russian, feminine
    "@с": "о а у ом і ові",  # Ukrainian, neuter
}
# Names that transliteration does not lead to one another, or that are too short for it.
_SPELLINGS = """
київ києв@у киев@р kyiv kiev kijow kijow@п kiew kyjiw | львів львов@у львов@р lviv lvov
lwow lwow@п lwiw lemberg | дніпр@с днепр@р dnipro dnieper dnepr dniepr | одес@ж одесс@ш
odesa odessa odessy odessie odesse | миколаїв миколаєв@у николаев@р mykolaiv nikolaev
nikolayev mykolajiw mikołajow | запоріжжя запоріжжю запоріжжям запоріжжі запорожье
запорожья запорожью запорожьем zaporizhzhia zaporizhzhya zaporozhye zaporizhia
saporischschja zaporoze zaporoza | вінниц@ж винниц@ш вінниці вінницею винницей vinnytsia
vinnitsa winnyzja winnica winnicy | луцьк@у луцк@р lutsk luzk łuck | рівне рівного
рівному рівним ровно rivne riwne rowne | ізюм@у изюм@р izium izyum isjum | буча бучі
бучу бучею буче бучу бучей bucha butscha bucza boutcha | ірпінь ірпеня ірпені ірпенем
ирпень ирпеня ирпене irpin irpen | бєлгород@у белгород@р білгород@у belgorod bilhorod
biełgorod bielgorod | курськ@у курск@р kursk koursk | брянськ@у брянск@р bryansk briansk
brjansk | ростов@у ростов@р rostov rostow | москв@ж москв@ш moscow moskva moskau moscou
moskwa moskwy moskwie moscu | крим@у крым@р крыму crimea krim krym crimee krymu |
путін@у путин@р путіним путиным putin poutine putina | донецьк@у донецк@р donetsk donezk
donieck doniecku doniecka donieckiem | шойгу shoigu schoigu choigou szojgu shoygu |
байден@у байден@р biden bidena | трамп@у трамп@р trump trumpa | мерц@у мерц@р мерца merz
merza | макрон@у макрон@р macron macrona | хамас@у хамас@р hamas hamasu | хезбол@ж
хезболл@ш hezbollah hisbollah hizbullah | іран@у иран@р iran iranu | ізраїль ізраїлю
ізраїля ізраїлем ізраїлі израиль израиля израилю израилем израиле israel izrael izraela
| вовчанськ@у волчанск@р vovchansk volchansk | чорнобиль чорнобиля чорнобилю чорнобилем
чорнобилі чернобыль чернобыля чернобылю чернобылем чернобыле chornobyl chernobyl czarnobyl
czarnobyla tschernobyl | тернопіль тернополя тернополю тернополем тернополі тернополь
тернополе ternopil tarnopol | черкаси черкас черкасам черкасах черкассы черкасс черкассам
черкассах cherkasy czerkasy | оріхів оріхова оріхову оріхові орехов@р orikhiv orekhov |
охтирк@ж охтирці ахтырк@ш okhtyrka akhtyrka | ромни ромен ромнам ромнах ромны ромнам romny
| вугледар@у угледар@р vuhledar ugledar | костянтинівк@ж костянтинівці константиновк@ш
kostiantynivka konstantinovka kostyantynivka | слов'янськ@у славянск@р sloviansk slavyansk
slovyansk | енергодар@у энергодар@р enerhodar energodar | кремінн@ж кремінній кременная
кременной kreminna | кременчук@у кременчуг@р kremenchuk kremenchug | керч керчі керчю керчь
керчи керчью kerch kertsch kercz | судж@ж судж@ш суджею sudzha sudja sudscha sudża | азов@р
azov azow asow | туск@у туск@р tusk tuska tuskiem tuskowi | дуд@ж дуд@ш duda dudy dudzie |
венс@у вэнс@р vance vance'a | рубіо рубио rubio | віткофф@у уиткофф@р witkoff | гегсет@у
хегсет@р hegseth | рютте rutte | нетаньягу нетаньяху netanyahu netanjahu | фіцо фицо fico
| нато nato | опек opec | наса nasa | фсб fsb | сбу sbu | кгб kgb | моди моді modi |
асад@у асад@р assad assada | лул@ж лул@ш lula |
обам@ж обам@ш obama obamy obamie | шольц@у шольц@р шольцем scholz scholza | мілей милей
мілея милея милею мілею milei | фатх фатх@у фатх@р fatah | сейм@у сейм@р sejm sejmu sejmie |
кремль кремля кремлю кремлем кремле кремлі kremlin kreml kremla kremlu kremlem |
марганець марганця марганцю марганці марганцем марганец марганца марганцу марганце marhanets
marganets | санду sandu | кинджал@у кинжал@р kinzhal kindschal | рейнметалл@р райнметалл@у
рейнметал@у rheinmetall
"""
# Names that are words, too: capitals tell them. The first is the key.
_NAMES = """
суми сум сумам сумами сумах сумы sumy | шахти шахт шахтам шахтами шахтах шахты | орел
орла орлу орлом орлі орле орлові | рівне рівного рівному рівним | щастя щастю щастям
щасті | остров острова острову островом острове | клин клина клину клином клині клине |
находка находки находке находку находкой | пологи пологів пологам пологами пологах | us
| it | who | may | march | turkey | china | polish | nice | reading | chad | jordan |
aids | mobile | bath | cork
"""
# Surnames that are many of something, too: «Песков» is not said of sand. Not by the ending
# alone, for «Кабінет Міністрів» is said of ministers.
SURNAMES = frozenset(
    """
    песков пєсков волков вовків орлов орлів медведев соколов козлов баранов воробьев голубев
    зайцев лебедев комаров жуков морозов дубов попов кузнецов поляков львов львів
    дуров быков
    котов рогов крылов титов ветров громов королев чехов грачев бобров щуков карпов раков
    сомов ершов петухов гусев соловьев журавлев скворцов ежов кротов бычков телков
    рыбаков мельников столяров киев київ харків харьков
    """.split()
)
# At the beginning of a sentence, too, the name is what news mean.
_STRONG = "суми сумам сумами сумах сумы"


def _expand(line: str) -> Iterator[str]:
    for word in line.split():
        stem, mark = word[:-2], word[-2:]
        for ending in _ENDINGS[mark].split() if mark in _ENDINGS else ("-",):
            yield (stem if mark in _ENDINGS else word) + ending.strip("-")


def _by_form(lines: str) -> Mapping[str, str]:
    """Return for each form what its line begins with."""
    found: dict[str, str] = {}
    for line in lines.split("|"):
        if forms := list(_expand(line)):
            found.update(dict.fromkeys(forms, forms[0]))
    return found


SPELLINGS = _by_form(_SPELLINGS)
NAMES = _by_form(_NAMES)
STRONG = frozenset(_STRONG.split())
