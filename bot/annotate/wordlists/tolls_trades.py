"""People of :mod:`bot.annotate.wordlists.tolls` whose forms follow from their names.

Each is named once, as one of them is; of one and of several are made what tolls are told
of: who, whom, and how many of whom.
"""

from collections.abc import Callable, Iterator

_EAST = """
аграрій аграрий монтажник зварювальник альпініст альпинист екскаваторник экскаваторщик
бульдозерист стропальник стропальщик архітектор архитектор програміст
программист аптекар аптекарь ліфтер лифтер інкасатор инкассатор нотаріус нотариус адвокат
прокурор дільничний участковый підприємець предприниматель бізнесмен бизнесмен мігрант
мигрант переселенець переселенец пожежний
механизатор механізатор медбрат водолаз дежурный черговий пілот пилот льотчик летчик штурман
бортмеханік бортмеханик командир військкор военкор перукар парикмахер комбайнер тракторист
двірник дворник вантажник грузчик пасічник пчеловод монтер электрик електромонтер
электромонтер електромеханік электромеханик енергетик энергетик залізничник железнодорожник
машиніст машинист стрілочник стрелочник кочегар котельник механік механик авіатехнік
авиатехник інженер инженер зварник сварщик газозварник газосварщик токар слюсар муляр
каменщик покрівельник кровельщик шахтар шахтер гірник горняк прохідник проходчик металург
сталевар доменщик хімік химик лаборант лаборантка апаратник аппаратчик нафтовик нефтяник
буровик диспетчер охоронець охранник сторож вартовий вахтер вахтерка директор директорка
заступник начальник начальниця завгосп завхоз бухгалтер касир кассир кондуктор кондукторка
провідник проводник стюардеса стюардесса листоноша почтальон поштарка поштар почтальонка
пекар кухар повариха офіціантка бармен баристка продавець продавчиня продавщица кіоскер
фармацевт лікарка медсестра медик санітар санітарка фельдшер фельдшерка хірург хирург
акушерка стоматолог ветеринар вчитель учитель вчителька учительница вихователь воспитатель
вихователька воспитательница нянечка директриса тренер викладач преподаватель викладачка
преподавательница студент студентка аспірант школяр школярка ліцеїст лицеист бібліотекар
бібліотекарка священик священнослужитель чернець монах пастор імам рабин паламар художник
музикант музыкант оператор журналіст журналистка журналістка кореспондент корреспондент
фотограф фотокор водій водійка водитель таксист далекобійник дальнобойщик мотоцикліст
мотоциклист велосипедист велосипедистка пішохід пешеход перехожий прохожий перехожа пасажир
пасажирка пассажир пассажирка рибалка рыбак рыболов мисливець охотник фермер фермерка
агроном скотар доярка пастух чабан садівник садовник лісник лесник лісоруб лесоруб дачник
дачниця грибник пенсіонер пенсионер пенсіонерка пенсионерка мешканець мешканка житель
жителька жительница сусід сусідка сосед соседка господар господиня хозяин хозяйка староста
депутат депутатка чиновник чиновниця чиновница поліцейський полицейский поліцейська слідчий
следователь суддя судья рятувальник рятувальниця спасатель спасательница пожежник пожежниця
пожарный піротехнік пиротехник вибухотехнік взрывотехник сапер кінолог кинолог прикордонник
прикордонниця пограничник митник таможенник військовий военный військовослужбовець
військовослужбовиця военнослужащий солдат сержант офіцер офицер матрос моряк морячка боцман
капітан капитан докер кранівник крановщик кранівниця крановщица артилерист артиллерист
танкіст танкист снайпер розвідник разведчик десантник десантница морпіх морпех доброволець
доброволец волонтер волонтерка ополченец будівельник строитель дорожник шляховик комунальник
коммунальщик електрозварник сантехнік сантехник прибиральниця уборщица двірничка дворничка
працівник працівниця работник работница робітник робітниця рабочий службовець співробітник
співробітниця сотрудник сотрудница пацієнт пацієнтка пациент пациентка турист туристка
паломник паломниця паломница біженець беженец переселенка переселенець біженка беженка
підліток подросток дівчинка хлопчик мальчик девочка бабуся бабушка дідусь дедушка внучка
онучка племінник племянник племінниця племянница вагітна беременная жінка женщина чоловік
мужчина українець українка украинец украинка росіянин россиянин росіянка россиянка білорус
белорус поляк полька німець немец грузин турок сирієць іноземець иностранец іноземка
иностранка росгвардеец росгвардієць гвардієць гвардеец дружинник курсант курсантка кадет
оборонець защитник захисник захисниця торговець торговец торговка
"""
_GERMAN = """
pilot kampfpilot soldat rangierer lokführer zugführer schaffner eisenbahner bahnarbeiter
gleisarbeiter arbeiter hafenarbeiter werksarbeiter bauarbeiter mitarbeiter techniker
mechaniker elektriker ingenieur kranführer monteur schweißer schlosser klempner hausmeister
wächter wachmann pförtner verkäufer kassierer friseur bäcker kellner apotheker arzt notarzt
pfleger krankenpfleger sanitäter rettungssanitäter helfer feuerwehrmann lehrer erzieher
schüler student professor priester mönch pfarrer journalist reporter kameramann fotograf
fahrer busfahrer lkw-fahrer taxifahrer traktorfahrer radfahrer motorradfahrer fußgänger
passant passagier fahrgast rentner bauer landwirt förster fischer angler hirte imker
bürgermeister abgeordneter beamter polizist zöllner grenzschützer grenzbeamter matrose
seemann kapitän bewohner einwohner anwohner nachbar dorfbewohner urlauber tourist
freiwilliger
"""
_POLISH = """
pilot kolejarz maszynista dróżnik konduktor energetyk elektryk monter inżynier mechanik
technik operator spawacz ślusarz górnik hutnik robotnik pracownik pracownica budowlaniec
murarz dźwigowy dozorca stróż portier ochroniarz ochroniarka sprzedawca sprzedawczyni kasjer
kasjerka fryzjer fryzjerka piekarz kucharz kucharka kelner kelnerka aptekarz lekarz lekarka
chirurg pielęgniarka pielęgniarz sanitariusz sanitariuszka ratownik ratowniczka strażak
nauczyciel nauczycielka przedszkolanka uczeń uczennica student studentka ksiądz mnich
zakonnica dziennikarz dziennikarka fotograf kierowca taksówkarz traktorzysta rowerzysta
motocyklista pieszy przechodzień pasażer pasażerka emeryt emerytka rolnik rolniczka leśnik
wędkarz rybak myśliwy pszczelarz wójt sołtys burmistrz radny urzędnik urzędniczka policjant
policjantka celnik pogranicznik żołnierz marynarz kapitan saper mieszkaniec mieszkanka
sąsiad sąsiadka listonosz listonoszka turysta turystka wolontariusz wolontariuszka
nastolatek nastolatka
"""


def _east(name: str) -> tuple[list[str], list[str]]:
    """Return whom one is called in Ukrainian and Russian, and several."""
    stem, end = name[:-1], name[-1]
    if name.endswith(("ий", "ый")):
        root = name[:-2]
        return [name, f"{root}ого", f"{root}его"], [f"{root}их", f"{root}ых"]
    if name.endswith(("ець", "ец")):
        root = name.removesuffix("ь")[:-2]
        several = [f"{root}{ending}" for ending in ("ців", "цев", "ці", "цы")]
        return [name, f"{root}ця", f"{root}ца"], several
    if end == "ь":
        return [name, f"{stem}я"], [f"{stem}ів", f"{stem}ей", f"{stem}і", f"{stem}и"]
    if end == "й":
        return [name, f"{stem}я"], [f"{stem}їв", f"{stem}ев", f"{stem}ї"]
    if end in "ая":
        if name[-2] == "к":
            several = [f"{name[:-2]}ок", f"{stem}и"]
        else:
            several = [stem, f"{stem}ь", f"{stem}и", f"{stem}і", f"{stem}ы"]
        whom = f"{stem}у" if end == "а" else f"{stem}ю"
        return [name, whom, f"{stem}и", f"{stem}і"], several
    plural = [f"{name}ів", f"{name}ов", f"{name}и", f"{name}ы", f"{name}і", f"{name}ей"]
    return [name, f"{name}а", f"{name}я"], plural


def _german(name: str) -> tuple[list[str], list[str]]:
    if name.endswith("mann"):
        return [name, name.replace("mann", "frau")], [name.replace("mann", "leute")]
    if name.endswith("er"):
        return [name, f"{name}in"], [f"{name}n", f"{name}innen"]
    stem = name.removesuffix("e")
    return [name, f"{stem}in"], [f"{stem}e", f"{stem}en", f"{stem}innen"]


def _polish(name: str) -> tuple[list[str], list[str]]:
    if name.endswith("ka"):
        return [name, f"{name[:-1]}ę"], [f"{name[:-2]}ek", f"{name[:-1]}i"]
    if name.endswith("a"):
        return [name, f"{name[:-1]}ę"], [f"{name[:-1]}ów", f"{name[:-1]}y"]
    if name.endswith("ec"):
        return [name, f"{name[:-2]}ca"], [f"{name[:-2]}ców", f"{name[:-2]}cy"]
    if name.endswith("ek"):
        return [name, f"{name[:-2]}ka"], [f"{name[:-2]}ków", f"{name[:-2]}ki"]
    soft = {"k": "cy", "t": "ci", "r": "rzy", "d": "dzi"}.get(name[-1])
    several = [f"{name}ów", f"{name}y", f"{name}e"]
    return [name, f"{name}a"], [*several, f"{name[:-1]}{soft}"] if soft else several


def _lists(
    names: str, forms: Callable[[str], tuple[list[str], list[str]]]
) -> Iterator[str]:
    for name in names.split():
        one, several = forms(name)
        yield f"P: {' '.join(several)}"
        yield f"S: {' '.join(one)}"


EAST, GERMAN, POLISH = (
    "\n".join(_lists(names, forms))
    for names, forms in ((_EAST, _east), (_GERMAN, _german), (_POLISH, _polish))
)
