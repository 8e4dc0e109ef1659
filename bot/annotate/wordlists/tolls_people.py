"""More people of :mod:`bot.annotate.wordlists.tolls` by trade: ``S`` one, ``P`` several."""

ENGLISH = """
S: postwoman hairdresser switchman shunter beekeeper shopworker attendant dispatcher plumber
   courier lifeguard cleaner carpenter builder painter midwife carer shepherd herder ranger
   lineman repairman locksmith foreman taxi-driver signalman stationmaster dockworker docker
   captain crewman crewmember diver skipper sapper deminer interpreter translator chef
   waiter waitress instructor deacon pastor imam rabbi gunner rifleman marine corporal
   sergeant lieutenant
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
S: технік техник електрик чергова чергову дежурная дежурную диспетчерка диспетчерку
   інженерка курьер курьера кур'єр кур'єра кур'єрка черниця черницю монахиня монахиню
   послушник послушника прочанин прочанина крановик крановика росгвардейца росгвардійця
   нацгвардеец нацгвардейца нацгвардієць нацгвардійця санитар санитара санитарка санитарку
   няня няню бухгалтерка бухгалтерку егерь егеря єгер єгеря пасечник пасечника бригадир
   бригадира прораб прораба столяр столяра плотник плотника тесля маляр маляра токарь
   бетонщик газовик газовика газовщик газовщика связист связиста зв'язківець зв'язківця юнга
   лоцман лоцмана обходчик обходчика обхідник обхідника составитель составителя добровольца
   добровольця контрактник контрактника мобилизованный мобилизованного мобілізований
   мобілізованого срочник срочника лейтенант лейтенанта майор майора перукарка перукарку
   официант официанта официантка официантку офіціант офіціанта аптекарка аптекарку провизор
   провизора библиотекарь библиотекаря вахтерша вахтершу консьержка консьержку консьєржка
   консьєржку бджоляр бджоляра дачница дачницу подруга подругу внук внука онук онука
P: медсестер диспетчер* инженер* інженер* таксист* кур'єр* курьер* дальнобойщик*
   далекобійник* сапер* росгвардейц* росгвардійц* нацгвардейц* нацгвардійц* таможенник*
   митник* дружинник* ополченц* добровольц* контрактник* срочник* курсант* офицер* офіцер*
   лесник* лісник* бригадир* сантехник* связист* зв'язківц* водолаз* дачник* лісоруб*
   лесоруб*
"""
