"""Word lists that the rules of places.py consult, as facts of the three languages."""

# A capitalised word after one of these given names is a surname, whatever it is.
NAME_PLACES = frozenset(
    "питер питера питеру питером анна анны анне анну анной анною anna богуслав владимир "
    "владимира владимиру владимиром владимире володимир володимира володимиру володимиром "
    "володимирі артем артема артему артемом vladimir volodymyr artem paris jordan georgia "
    "chelsea władimir władimira władimirowi władimirem władimirze włodzimierz włodzimierza "
    "włodzimierzowi włodzimierzem "
    "sofia софия софии софию софія софії софію florence victoria charlotte "
    "madison".split()
)

LOCATIVE = frozenset(
    "в во у под из изо на над возле около близ до к ко при через по от від під із зі з "
    "біля поблизу "
    "коло неподалік за in near at from outside around over into toward "
    "towards "
    "inside across through reach reached between via w na pod koło bei nahe aus à dans "
    "près en cerca".split()
)

# Prepositions after which even a surname is read as the town.
STRICTLY_LOCATIVE = frozenset(
    "в во у под из возле близ поблизу під біля неподалік in near outside from around w pod "
    "bei aus".split()
)

# What comes before a settlement's name and says that it is one.
MARKERS = frozenset(
    "г город города городе городу городом с село села селе селу сел пос поселок поселка "
    "поселке пгт "
    "деревня деревни деревне дер станица станице хутор хуторе н п райцентр місто міста "
    "місті місту "
    "м селі селище селища селищі смт хутір хуторі селищем містом city town village "
    "settlement "
    "hamlet outskirts suburb community громада громади громаді околиця околиці околицю "
    "окраина "
    "окраине окраину пункт пункта пункты пункту пропуску пропуска кпп".split()
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
    "сельсовет мостом мосте мостами "
    "міст мост моста мосту мости плацдарм плацдарме плацдармі бригада вал "
    "улус улуса улусе миськрада прокуратура прокуратуре прокуратури полиция поліція "
    "поліції "
    "гзк црб црл цгб цкб цмл цкл гкб мкл влк фап дпрч рвп увп омвд овд увд рувд рэс рес "
    "рда рва мрео мрэо цнап двлк райлікарні райлікарня райбольница райбольнице "
    "суд суда суде суді ліцей школа школи школе лицей гарнизон аэродром аеродром "
    "аэродрома".split()
)

# What stands before a person's surname.
TITLES = frozenset(
    "mr mrs ms miss dr sir lord lady rev sen rep gov gen col capt lt sgt cpl maj prof hon "
    "senator president governor judge justice coach king queen prince princess "
    "general colonel captain professor pan pani prezydent premier minister ministra "
    "президент президента президентом министр министра премьер глава генерал полковник "
    "депутат сенатор судья пан пані міністр міністра прем'єр голова "
    "суддя herr frau "
    "monsieur madame signor señor".split()
)

# What clubs of America and England are called after their city: "Denver Broncos".
TEAMS = frozenset(
    "bears cowboys texans packers chiefs bills browns lions steelers ravens bengals titans "
    "colts jaguars dolphins vikings seahawks cardinals falcons buccaneers commanders "
    "eagles saints 49ers rams raiders giants jets patriots chargers broncos panthers "
    "celtics bulls raptors bucks jazz grizzlies kings suns magic thunder hornets nets "
    "spurs mavericks lakers clippers knicks 76ers pistons pacers cavaliers heat wizards "
    "hawks nuggets timberwolves pelicans rockets warriors yankees mets phillies braves "
    "marlins nationals cubs brewers reds pirates dodgers padres diamondbacks rockies "
    "astros rangers athletics mariners angels orioles rays guardians tigers twins royals "
    "flames oilers canucks senators canadiens bruins sabres flyers penguins capitals "
    "hurricanes predators sharks ducks kraken blackhawks lightning islanders devils "
    "avalanche blues sounders timbers galaxy wanderers athletic albion wednesday hotspur "
    "argyle".split()
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
    "democrats senate legislature governor gov attorney lawmakers tech checkpoint "
    "crossing".split()
)

# States by abbreviations that are no words, with a full stop: "Fla. man arrested".
DOTTED = frozenset(
    "w va|n y|n j|n c|s c|n d|s d|n m|n h|r i|ky|tenn|mich|wis|minn|calif|fla|conn|okla|"
    "ariz|nev|neb|colo|ore|vt|wyo|tex".split("|")
)
# What follows them with a capital: "Pa. House panel", not "N.C. Wyeth".
OF_STATES = frozenset(
    "house senate gov governor supreme legislature assembly department division dept "
    "attorney highway state rep sen democrats republicans lawmakers".split()
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
