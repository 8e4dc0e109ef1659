"""Words that tell of a capital as a city: what happens in its streets, who lives there.

A key that begins so counts; ``$`` ends a word.
"""

SCENE = """
завал вимкнен відключен отключен сирен затопл підтопл подтопл перекрит перекрыт проїзд
проезд рух$ руху$ движение$ движения$ пошкодж поврежд damag beschadig uszkodz руїн руин рухн
обвал розбор разбор рятувал спасател під'їзд подъезд поверх дев'ятиповерх багатоповерх
багатоэтаж многоэтаж этаж висотк высотк квартир будинк жит?лов? жилых житл дом$ доме$ дома$
метро$ метрополит трамва тролейбус троллейбус автобус маршрутк електричк электричк таксі
такси автостоян стоянк парковк ринок$ ринк рынок$ рынк супермаркет школ дитсад детсад лікарн
больниц пожеж пожар гор[ие]ть?$ горять?$ горі[лв] горел згор[іе] сгор[еи] евакуа эвакуа
евакую эвакуир госпіталіз госпитализ пошуков поранен ранен загибл загину погиб жертв
травмован постражд пострадав
тіло$ тіла$ тіл$ тел[оа]$ останк знайшл найдена?о?ы?$ зникл пропавш пропал затриман
задержаны?$ водій водител пішох пешех пасажир пассажир дтп$ аварі авари зіткну столкну
аеропорт аэропорт мкад$ світл свет$ света$ опален отоплен водопост водоснаб ожелед гололед
сніг снег злив ливен заметіл метел спек жар[ау]$ затор пробк укритт укрыти двор жалоб траур
поховал хорон чоловік мужчин жінк женщин$ женщин[ауы]$ дівчинк девочк мальчик підліт подрост
пенсіон пенсион мешкан жител вікн окна?о?$ балкон ножем ножом стрілян стрельб підпал поджог
грабіж ограбл викрад машин автів?к авто$ рейс аэроэкс вокзал поїзд поезд гучно$ громко$ хлоп
смог$ задимл дим$ дыму$ сквер(?:а|у|і|е)?$
rubble ruins debris wreck rescu search deaths$ toll dead$ died$
dies$ kill wounded injur victim bod(?:y|ies)$ survivor missing$ hospitali apartment tower
building
kindergarten school hospital metro tram subway bus$ buses$ train$ trains$ airport crash
collision collaps blaze fire$ firefight ambulance medic police arrest stab shooting shot$
gunm robbe snow ice$ icy heat flood storm rain fog$ smog power$ blackout water$ shelter
scene$ mourn neighb commuter passenger driver pedestrian leiche tote$ toten$ toter$ tot$
verletzt getotet trummer verschutt rettung helfer polizei hochhaus wohnhaus wohnung
krankenhaus schule bahn$ zug$ strom heizung brand$ feuer brennt$ brennen$ festgenommen
unfall schnee flughaf evakuier todesopfer opfer lagerhall uberlebend schusse$ autobomb
gasexplosion uberschwemm messer gruz ofiar rann[yie] zabit zgin zyj ciał zwłok ratowni
ratunk strazac pozar policj blok$ bloku$ wiezowc mieszkan szpital metr[oazu]?e?$ autobus
lotnisk pociag wypadek wypadku zderz snieg prad ogrzewan wod[ya]$ schron zamach bomb ewaku
zaginion podejrzan fabry
"""
# With one of these it is rather the government that speaks, of soldiers or of a treaty.
POLICY = """
переговор перемов перемир мир$ мира$ миру$ миром$ обмін обмен полонен пленн військовополон
военноплен солдат бійц бойц втрат потер[иья] санкц угод соглаш умов услови діалог диалог
нато$ nato$ єс$ ес$ eu$ депорт злочин преступл ультимат гарант провокац поступ возмезд
відплат ответ$ відповід response диплом посол$ посл[аыи]$ мзс$ мид$ вступ talk peace
ceasefire truce deal$ deals$ prisoner pow$ pows$ soldier troop loss sanction crime pact
envoy diplomat ambassad guarante provocation terms$ ultimatum treaty waffenruhe waffenstill
verhandl gesprach sanktion soldat gefangen kriegsverbrech frieden botschaft vorwurf abkommen
rozejm rozmow jenc jeniec sankcj zołnierz zbrodni strat[ya]$ pokoj dyplomat ambasad traktat
umow
"""
# What flies at a city, falls on it or shakes it, before its name.
STRIKE = """
attack approach strike struck explosion blast rock raid barrage shelling bombard pound
target hammer batter pummel blanket rattl shak shook jolt rain fired$ launch uav shahed
подлет подступ лете?л лет[яи]т лети курс$ курсом$ атак удар взрыв обстрел ракет дрон
беспилот бпла шахед підл[іь]от підліт підступ летів летіл вибух обстріл безпілот балістик
баллистик хлоп крилат крылат ціл[іья] цел[иьей]+$ \\w*angriff \\w*beschuss luftschlag
erschutter trifft$ treffen$ traf beschiess greif drohn raket schlagt$ atak uderz ostrzal
ostrzał nalot rakiet wybuch spadł spadaj dron
"""
TOWARDS = """
напрямк напрямі направлени бік$ сторон\\w+$ kierunku$ stron richtung$ toward
"""
# After a capital in English, with or without "'s": what belongs to a city.
BELONGS = """
death toll$ rubble ruins famil neighbo rescu police$ tower kindergarten tram$ trams$ bus$
buses$ train$ station bridge$ market$ bank$ blast$ explosion car$ theat(?:er|re) opera$
church cathedral firefighter medic doctor nurse driver teacher student commuter passenger
survivor victim toddler child boy$ girl$ woman women$ man$ mother couple$ pensioner
warehouse power$ heating suburb shelter morgue maternity mayor metro airport resident region
street district subway zoo hospital school apartment court city marathon time$ museum
rents?$ flights?$ prosecutors?$ building house$ outage
scheduled$ flat$ flats$ university nightclub restaurant cafe mall$
flughaf burgermeister einwohner vorort strasse stadtteil shop$ fire$ blaze plane flight
weather blackout
"""
# What a city does that no government does.
DWELLS = """
завмер замер пережил?[вла]*$ зазнав зазнала$ подверг reels?$ reeling$ endure surviv erlebt$
przezył проки просн просып тремт дрож мерз здриг вздрог shiver wakes?$ woke awoke awaken
sleeps$ swelter erwach zittert$ friert$ obudzi budzi marzn zamar тоне$ тонет$
"""
MOURNS = """
живе$ живет$ оплак плаче скорб сумує прощ попрощ хорон похор ховає поховал вшанов почти
mourn bur(?:y|ies|ied)$ grie trauert$ begrabt$ zegna pozegna opłak zał
"""
# Who alone strikes, gets or buys is a government, whatever it strikes with.
STRIKES = """
strikes$ hits$ attacks$ fires$ fired$ launches$ launched$ shells$ bombs$ targets$
targeted$ downs$ downed$ blasts$ pounds$ raids$ destroys$ intercepts$ shoots$ shot$
"""
ARMS = """
ударила?$ вдарила?$ вдарив$ ударив$ атакова[лв]а?$ атакува[вл]а?$ обстріля[вл] обстреля[лв]
нанес завда запусти нанос возобновила?$ відновив$ нарощ наращ увелич збільш посил усил
сби[лв]а?$ зби[вл]а?$ выпусти випусти отрим получ чека[єтл] ждет$ ждал ожида застос
применя?и?[лет] викорис использ розроб разработ gets?$ got$ receiv use[sd]$ need buil[dt]
develop tests$ tested$ buys$ bought$ produc erhalt bekomm setzt$ meldet$ braucht$ baut$
testet$ otrzym dosta kupi kupuj potrzebuj testuj atakuje$ atakował uderza$ uderzył
"""
# ... but these words after "strikes" or "fires" make it a noun: "Kyiv strikes kill five".
NOUN_AFTER = frozenset(
    "kill kills killed leave leaves left wound wounds wounded injure injures injured "
    "claim claims damage damages damaged were was are continue intensify draw prompt as "
    "in near after and on at overnight by raise spark cause heard reported rock rattle "
    "shake destroy hit force knock disrupt dead record again with from rage over".split()
)
# Who is pressed or blamed is a government.
PRESSES = """
press push lean nudg urg accus blam warn threat scold lectur squeez pitting звинува обвин
тисн натис давит давят прижима підштов подталк попере предупр вмовл уговар закли призыва
призва прос[ияь] попрос умоля благає bittet$ bitten$ prosi poprosi drangt$ wirft$ werfen$
mahnt$ beschuldigt$ liefert$ naciska oskarza ponagl wzywa
решени[еяюй] рішенн[яію] пропозиці предложени намерени
"""
# What goes along a road or by air: «поїзд Київ — Чоп».
ROUTES = """
поезд поїзд потяг рейс самол літак лайнер трас магистрал магістрал маршрут шосе шоссе
автобус train flight route motorway highway zug$ flug$ strecke autobahn pociag lot$ trasa
trasie
"""
# What moves there, after "на": «на Київ летять шахеди».
MOVES = """
лет[яиі]т лет[еі][ві]? лети руха движ двиг надви насува суне захо[дн] зайш прям[ує]
иду[тщ] ідуть идет йде йдуть выпа випа випу выпу обруш пада впа скин сброс leci lec[ea]
spad fall fly
"""
# Before its name: «в новой Москве», «у нічному Києві».
ADJECTIVES = """
нов(?:ая|ой|ую|ій|а|у|ої)$ вс[еію][йюї]$ весь$ вся$ нічн ночн вечірн вечерн ранков утренн
зимов зимн снежн засніж засн[ие]ж центральн сучасн современн
"""
