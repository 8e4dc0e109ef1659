"""More people of :mod:`bot.annotate.wordlists.tolls` by trade: ``S`` one, ``P`` several."""

ENGLISH = """
S: postwoman hairdresser switchman shunter beekeeper shopworker attendant dispatcher plumber
   courier lifeguard cleaner carpenter builder painter midwife carer shepherd herder ranger
   lineman repairman locksmith foreman taxi-driver signalman stationmaster dockworker docker
   crewman crewmember diver skipper sapper deminer interpreter translator chef waiter
   waitress instructor deacon pastor imam rabbi gunner rifleman marine corporal sergeant
   lieutenant
P: boyfriends carers corporals couples fathers foresters girlfriends granddaughters
   grandfathers grandmothers grandsons husbands imams instructors interpreters janitors
   lieutenants linemen locksmiths mayors midwives wives monks mothers nuns painters pilots
   postmen postwomen rabbis rangers repairmen sellers shopkeepers shopworkers shunters
   stationmasters taxi-drivers toddlers waitresses electricians technicians plumbers
   couriers builders carpenters dispatchers attendants lifeguards cleaners shepherds herders
   foremen signalmen switchmen dockers dockworkers crewmembers skippers sappers deminers
   translators chefs waiters hairdressers deacons pastors gunners riflemen sergeants
   librarians caretakers beekeepers watchmen cooks bakers cashiers vendors traders
"""
EAST = """
S: технік техник електрик доярка доярку чергова чергову черговий чергового дежурная дежурную
   дежурный дежурного диспетчер диспетчера диспетчерка диспетчерку инженер инженера інженер
   інженера інженерка агроном агронома ветеринар ветеринара таксист таксиста курьер курьера
   кур'єр кур'єра кур'єрка дальнобойщик дальнобойщика далекобійник далекобійника сапер
   сапера черниця черницю монахиня монахиню послушник послушника паломник паломника
   паломница паломницу прочанин прочанина уборщица уборщицу прибиральниця прибиральницю
   крановщик крановщика крановщица крановщицу крановик кранівник кранівника крановика
   росгвардеец росгвардейца росгвардієць росгвардійця нацгвардеец нацгвардейца нацгвардієць
   нацгвардійця таможенник таможенника митник митника санитар санитара санітар санітара
   санитарка санитарку санітарка санітарку акушерка акушерку няня няню нянечка бухгалтер
   бухгалтера бухгалтерка бухгалтерку лесник лесника лісник лісника егерь егеря єгер єгеря
   пастух пастуха чабан чабана пасечник пасечника пасічник пасічника бригадир бригадира
   прораб прораба столяр столяра плотник плотника тесля маляр маляра токарь токаря токар
   бетонщик сантехник сантехника сантехнік сантехніка газовик газовика газовщик газовщика
   связист связиста зв'язківець зв'язківця водолаз водолаза капитан капитана капітан
   капітана боцман боцмана юнга лоцман лоцмана стрелочник стрелочника стрілочник обходчик
   обходчика обхідник обхідника составитель составителя дружинник дружинника ополченец
   ополченца доброволец добровольца доброволець добровольця контрактник контрактника
   мобилизованный мобилизованного мобілізований мобілізованого срочник срочника курсант
   курсанта кадет кадета офицер офицера офіцер офіцера сержант сержанта лейтенант лейтенанта
   майор майора парикмахер парикмахера перукарка перукарку перукар перукаря официант
   официанта официантка официантку офіціант офіціанта офіціантка офіціантку бармен бармена
   аптекарка аптекарку фармацевт фармацевта провизор провизора библиотекарь библиотекаря
   бібліотекар бібліотекаря вахтерша вахтершу вахтерка вахтерку консьержка консьержку
   консьєржка консьєржку пчеловод пчеловода бджоляр бджоляра грибник грибника дачник дачника
   дачница дачницу дачниця дачницю велосипедистка велосипедистку подруга подругу внук внука
   внучка внучку онук онука онучка онучку
P: медсестер медсестры медсестри диспетчер* инженер* інженер* таксист* кур'єр* курьер*
   дальнобойщик* далекобійник* сапер* росгвардейц* росгвардійц* нацгвардейц* нацгвардійц*
   таможенник* митник* дружинник* ополченц* добровольц* контрактник* срочник* курсант*
   офицер* офіцер* лесник* лісник* бригадир* сантехник* связист* зв'язківц* водолаз* дачник*
   лісоруб* лесоруб*
"""
