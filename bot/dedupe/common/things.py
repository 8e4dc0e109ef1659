"""More things that news is about, as `details` has them: what is hit, burns or moves."""

THINGS = """
air raid alert: siren* alert alerts тривог* тревог* сирен* alarm* syren* luftalarm
apartment block: apartment* flats tower багатоповерх* многоэтаж* девятиэтаж* дев'ятиповерх*
   п'ятиповерх* пятиэтаж* під'їзд* подъезд* квартир* blok bloku bloki wieżow* hochhaus
   mehrfamilienhaus wohnblock
school: school* pupil* lyceum* школ* ліцей ліцею ліцеї ліцея ліцеїст* лицей лицея лицее
   лицеи лицеист* учн* ученик* учениц* гімназ* гимназ* szkoł* schule schulen schulkind*
   schulhof* schulgebäude* grundschul* classroom* liceum licealist* uczen uczniow uczniowie
   uczennic* podstawowk* gymnasium gymnasiast* realschul*
kindergarten: kindergarten* nursery дитсад* садок садка детсад* садик* przedszkol*
hospital: hospital* clinic* лікарн* больниц* клінік* клиник* госпітал* госпитал* szpital*
   krankenhaus* klinik* spital*
maternity: maternity пологов* роддом* poród* geburt*
ambulance: ambulance* paramedic* фельдшер* медик медика медики медиків медиков медикам medic
   medics ratownic* karetk* rettungswagen* sanitäter* скорая скорую скорой скорые швидка
   швидку швидкої
doctor: doctor* surgeon* лікар лікаря лікарі лікарів врач врача врачи врачей хірург* хирург*
   lekarz* ärzt* physician* лікарк* лікарем лікарю терапевт* врачу врачом chirurg chirurga
   chirurgen
market: market* bazaar* ринк* ринок рынк* рынок базар* targ targu targowisk* bazar* markt*
   ярмарок ярмарк* ярмарка ярмарке ярмарку ярмарки jarmark* wochenmarkt* weihnachtsmarkt*
   flohmarkt*
shop: shop shops supermarket* mall магазин* супермаркет* тц трц торгов* sklep* supermarkt*
   geschäft geschäfte geschäften einkaufszentrum крамниц* універмаг* гіпермаркет* универмаг*
   гипермаркет* hipermarket* kaufhaus* einkaufsmarkt*
cafe: cafe restaurant* кафе ресторан* кав'ярн* кофейн* restaurac* kawiarn* gaststätte eatery
   eateries bistro* бістро шашличн* бистро шашлычн* bistro gaststatte* cafes
hotel: hotel* готел* отел* гостиниц* hostel* motel* guesthouse* мотел* pensjonat* gastehaus*
   herberge*
petrol station: азс заправк* автозаправ* tankstelle*
warehouse: warehouse* склад складу складі складе склады складів складов lagerhalle lagerhaus
factory: factory завод* фабрик* комбінат* комбинат* цех* fabryk* fabrik*
refinery: refiner* нпз нафтопереробн* нефтеперераб* rafineri* raffinerie*
oil depot: нафтобаз* нефтебаз* пмм гсм нафтосховищ* резервуар* нефтехран* öllager tanklager
   treibstofflager*
pipeline: pipeline* трубопровод* нафтопровод* нефтепровод* газопровод* газогон* дружба
   дружби дружбы druzhba druschba rurociąg* gazociąg* ropociąg*
pumping station: pumping pump насосн* перекач* помпов* нпс лвдс pomp* pumpstation* pumpwerk
power plant: тес тэс тец тэц грес грэс електростанц* электростанц* elektrown* kraftwerk*
nuclear plant: аес аэс заес заэс чаес чаэс akw kernkraftwerk* atomkraftwerk*
substation: substation* підстанц* подстанц* трансформатор* transformer* podstacj*
   umspannwerk* stacj
power cut: blackout* outage* знеструм* обесточ* світла света електроенергі* электроэнерг*
   електропостач* электроснаб* відключен* отключен* prąd* stromausfall* блекаут* блэкаут*
   stromabschalt* stromnetz*
hydro plant: hydroelectric* hydropower hydroelektr* wasserkraftwerk* гес гэс
reservoir: reservoir* водосховищ* водохранилищ* zbiornik* stausee
water supply: water вода води воду воды воде водопостач* водоснабж* водогін* водопровод*
   водоканал* woda wody wodę wodociąg* wasser wasserversorgung
heating: heating опален* отоплен* тепло* котельн* ogrzewan* heizung* fernwärme
flood: flood* повін* паводк* паводок підтопл* подтопл* затопл* затопил* наводнен* powódź
   powodzi zalan* hochwasser überflut* überschwemm* inundat* повені потоп потопа podtop*
   wasserrohrbruch*
storm: storm* hurricane* gale* негод* шторм* ураган* буревій* непогод* грозу гроза wichur*
   burza burzy burze burzę burzami orkan* unwetter thunderstorm* thunder грози грозою
   грозов* грозы грозой gewitter*
snow: snow* blizzard* сніг снігу снігопад* снег снега снегопад* метел* хуртовин* заметіл*
   śnieg* schnee*
frost: cold freez* мороз морозу мороза морози морозы морозом морозів морозов заморозк* холод
   холода холоду холодом похолодан* mroz* frost* kälte
heatwave: heatwave* жара жары жару upał* hitze* спека спеки спеку спекою
earthquake: earthquake* quake* tremor* землетрус* землетряс* trzęsieni*
   erdbeben* magnitude магнітуд* магнитуд* поштовх* толчк* качал* seism* сейсм* aftershock*
   афтершок* nachbeben* erdstoss*
wildfire: wildfire* forest лісов* лесн* лес лісу ліс лесу waldbrand* lasy
drought: drought посух* засух* susz* dürre*
locust: locust* саран*
railway station: вокзал* станц* dworzec dworc* bahnhof*
train: train trains locomotive* поїзд* потяг* електричк* электричк* локомотив* тепловоз*
   pociąg* lokomotyw* züge lokomotive поезд поезда поезде поездов поездом поезду
freight train: freight вантажн* товарн* грузов* цистерн* вагон* towarow* güterzug*
   kesselwagen wagon wagons
derailed: derail* зійш* сошел сошла сошли сошед* рейок рельсов wykole* entgleis*
signal: stellwerk* nastawni*
tram: tram* trolley* трамва* тролейбус* троллейбус* straßenbahn*
metro: metro subway underground метро метрополіт* metra
bus: bus buses minibus автобус* маршрутк* мікроавтобус* микроавтобус* autobus* busse
   kleinbus
truck: truck* lorry lorries вантажівк* фур фура фури грузовик* фуры ciężarów* tirów tiry lkw
   lastwagen
crash: crash* collision collided зіткн* столкн* дтп врізав* врезал* wypadek wypadk* zderz*
   unfall* zusammenstoß* аварія аварії аварію авария аварии аварию collisions автопригод*
   зіштовхнул* автоавари* kolizj* kollision* kollidier* zusammenprall* verungluck*
bridge: bridge* міст мосту мост моста мостом мостів brücke* естакад* эстакад* шляхопровід*
   путепровод* moście mostem переправ* crossing
road: road* highway motorway траса трасі трасу трасс* шосе шоссе дорог* droga drogi drodze
   autostrad* straße* autobahn
tunnel: tunnel* тунел* туннел* tunel*
port: port ports harbour harbor docks terminal* порт порту портов* порти порты термінал*
   терминал* причал* hafen* portow* порта портом портів portu
ship: ship ships vessel* boat boats судно судна суден корабл* корабел* катер* човен* лодк*
   statek statku okręt* łodzi schiff* statki statkow motorboot*
warship: warship* frigate* corvette* фрегат* корвет* мрк вдк бдк десантн* kriegsschiff*
   fregatte*
ferry: ferry ferries паром* prom promu fähre*
submarine: submarine* субмарин* подлодк* подлодок
sea drone: безекіпажн* безэкипажн* seedrohne*
naval mine: mines міна міну морську мина мину мінн* минн* mina minę seemine*
lighthouse: lighthouse* маяк* latarni* leuchtturm*
airbase: airbase* airfield* аеродром* аэродром* авіабаз* авиабаз* lotnisko*
   luftwaffenstützpunkt* fliegerhorst
phone network: зв'язок зв'язку связь связи мобильн* łącznoś* mobilfunknetz
captured village: captur* seiz* liberat* захоп* захват* звільн* освобод* освобожд* зайняв
   зайняли занял заняла заняли занято заняты zaję* zdoby* wyzwol* eroberung erobert
   eingenommen claims claimed hamlet захвачен*
assault: assault* штурм* наступ* атакувал* szturm* natarci* sturm* vorstoß offensiv*
   ersturm*
encircled: encircl* оточ* окруж* котел otocz* eingekesselt kessel
withdrawal: withdr* retreat* відійшл* відступ* отошл* отступ* відведен* отвод* wycofa*
   rückzug* abgezogen
counterattack: counterattack* контратак* контрнаступ* kontratak* gegenangriff*
flag: прапор* флаг* flag* fahne fahnen
paratroopers: paratroop* десантник* вдв дшв airborne spadochron* fallschirm*
marines: marines морпіх* морпех* marineinfanter*
border guards: border прикордон* погранич* погранслужб* straż graniczn* grenzschutz*
national guard: нацгвард* росгвард* gward* nationalgarde
commander: commander* chief командир* командувач* командующ* комбриг* комбат* dowódc*
   kommandeur* befehlshaber
prisoner swap: swap* обмін* обмен* полон полону полоні полонен* плен плену плена пленн*
   військовополон* военноплен* jeniec jeńc* wymian* gefangen* austausch* pow pows prisoner
   prisoners captives неволі неволя
released: released freed звільн* освобожд* вернул* повернул* uwolni* freigelassen wypuszcz*
children: child children kids boy girl дитин* діти дітей дітям ребен* дети детей школяр*
   школьник* дівчин* девоч* хлопч* мальчик* dziecko dzieci dziewczyn* chłop* kinder mädchen
   minors малюк* несовершеннолетн* неповнолітн*
family: family сім'я сім'ю сім'ї сім'єю сімей семья семью семьи семьей семей родин* rodzin*
   familie*
couple: couple подружж* супруг* małżeń* ehepaar
driver: driver* водій водія водії водитель водителя kierowc* fahrer*
firefighter: firefighter* рятувальник* спасател* дснс мчс пожежник* пожарн* strażak*
   strażac* feuerwehr* rettungskräfte firemen fireman рятувальн*
foreign ministry: мзс мид msz außenminist* diplomat* дипломат*
intelligence: intelligence розвідк* разведк* гур сзр svr wywiad* geheimdienst*
   nachrichtendienst
prosecutor: prosecutor* прокур* prokurat* staatsanwalt*
"""
