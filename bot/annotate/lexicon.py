"""Word lists that the rules of places.py consult, as facts of the three languages."""

# A capitalised word after one of these given names is a surname, whatever it is.
NAME_PLACES = frozenset(
    "питер питера питеру питером анна анны анне анну анной анною anna богуслав владимир "
    "владимира владимиру владимиром владимире володимир володимира володимиру володимиром "
    "володимирі артем артема артему артемом vladimir volodymyr artem paris jordan georgia "
    "chelsea władimir władimira władimirowi władimirem władimirze włodzimierz włodzimierza "
    "włodzimierzowi włodzimierzem "
    "sofia софия софии софию софия софія софії софію florence victoria charlotte "
    "madison".split()
)

LOCATIVE = frozenset(
    "в во у под из изо на над возле около близ до к ко при через по от від під із зі з "
    "біля поблизу "
    "коло до над неподалік через по за in near at from outside around over into toward "
    "towards "
    "inside across through reach reached between via w na pod koło bei nahe aus à dans "
    "près en cerca".split()
)

# Prepositions after which even a surname is read as the town.
STRICTLY_LOCATIVE = frozenset(
    "в во у под из возле близ поблизу під біля неподалік in near outside from around w pod "
    "bei in aus".split()
)

# What comes before a settlement's name and says that it is one.
MARKERS = frozenset(
    "г город города городе городу городом с село села селе селу сел пос поселок поселка "
    "поселке пгт "
    "деревня деревни деревне дер станица станице хутор хуторе н п райцентр місто міста "
    "місті місту "
    "м села селі селище селища селищі смт хутір хуторі селищем містом city town village "
    "settlement "
    "hamlet outskirts suburb community громада громади громаді околиця околиці околицю "
    "окраина "
    "окраине окраину пункт пункта пункты пункту".split()
)

# After a settlement's or a small region's adjective: what is administered or fought over.
UNITS = frozenset(
    "район района районе району районом районы районов районах напрямок напрямку напрямі "
    "напрям "
    "направление направлении направления направлению громада громади громаді громаду "
    "громадою "
    "міськрада міськради міськраді міськраду мерія мерії горсовет горсовета администрация "
    "администрации округ округа округе округу горокруг горокруга муниципалитет мва ова тцк "
    "сво "
    "міська міської міській городской городского городском городская городские міський "
    "міського "
    "агломерация агломерации агломерація водохранилище тэц нпз тес аэс аес грэс тец завод "
    "комбінат комбинат госпиталь лікарня больница больнице громадой община общине общины "
    "сельсовет "
    "міст мост моста мосту мости плацдарм плацдарме плацдармі бригада район-тв вал "
    "р-н улус улуса улусе миськрада прокуратура прокуратуре прокуратури полиция поліція "
    "поліції "
    "суд суда суде суді ліцей школа школи школе лицей гарнизон аэродром аеродром "
    "аэродрома".split()
)

# What stands before a person's surname.
TITLES = frozenset(
    "mr mrs ms miss dr sir lord lady rev sen rep gov gen col capt lt sgt cpl maj prof hon "
    "senator president governor judge justice coach king queen prince princess "
    "general colonel captain professor pan pani prezydent premier minister ministra "
    "президент президента президентом министр министра премьер глава генерал полковник "
    "депутат сенатор судья пан пані міністр міністра прем'єр голова генерал "
    "суддя herr frau "
    "monsieur madame signor señor".split()
)

# After a place's name: what an institution or a part of that place is called.
INSTITUTIONS = frozenset(
    "university college school hospital police county city airport district council court "
    "township village town park medical department fire sheriff board schools "
    "high community "
    "mayor residents area region province state metropolitan municipal health "
    "center centre "
    "public library chamber museum times herald news police's officials authorities native "
    "resident man woman councilman councilwoman valley parish borough suburb "
    "downtown united rovers national supreme republican republicans democrat "
    "democrats senate legislature governor gov attorney lawmakers tech".split()
)

# Beside a place's name: it is the name of a water or a mountain there.
WATERS = frozenset(
    "river rivers creek lake bay delta sea ocean mountains mount mountain valley gulf "
    "strait canal basin река реки реке реку рекой озеро озера море залив річка річки річці "
    "річку озері затока rzeka rzeki rzece jezioro jeziora".split()
)

# Who heads or peoples a town, or what befell it, before its name: «Глава Торжка».
HEADS_IN_CASES = frozenset(
    "главы главе главу мэра мэру мэром мера меру мером голови".split()
)
HEADS = HEADS_IN_CASES | frozenset(
    "глава мэр мэрия мер мерія голова жители жителей житель жительница мешканці мешканців "
    "мешканець мешканка власти властей влада влади администрация адміністрація обстріл "
    "обстрел обстрілу обстрела окраина окраине околиця міськрада горсовет школьники "
    "школярі медики врачи лікарі рятувальники спасатели комунальники "
    "коммунальщики волонтери волонтеры".split()
)
