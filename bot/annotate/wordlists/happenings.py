"""Words that tell what kind of thing happened, in all languages, by kind.

A word stands for itself, with ``*`` for whatever begins so. `PAIRS` need two words, one
from each side of the ``+``.
"""

WORDS = """
strike: airstrike* missile* strike struck strikes bombing bombed kab* rocket удар* ударил*
   вдарив вдарили ударив авиаудар* авіаудар* уражен* уразил* поцілил* влучил* влучив
   ракет* каб каби кабами кабам каб* прилет* приліт прильот* влучання попадани* rakete*
   luftangriff* bomb* бомб* pocisk* rakiet*
drone: drone drones uav uavs shahed* drohne* dron drony dronów dronem дрон* бпла
   беспилотник* безпілотник* шахед* геран* fpv
shelling: shelling shelled shells artillery mortar* обстрел* обстріл* артиллери* артилері*
   рсзо рсзв beschuss ostrzał* миномет* міномет*
interception: intercepted downed сбит* збит* збили сбили перехвачен* перехоплен*
   abgefangen zestrzel*
capture: seized captures освободил* освобожден* захоплен* захопил* захватил* захвачен*
   окупован* окупувал* звільнил* einnahme
battle: fighting clashes battle battles frontline боях бої боев боїв бои бой штурм* kämpfe
   walki столкновен* зіткнен*
incursion: incursion saboteurs диверсант* прорыв* прорив* дрг
explosion: explosion* blast blasts exploded взрыв* вибух* eksplozj* wybuch*
fire: fire fires blaze ablaze wildfire* пожар* пожеж* загорел* загорі* горел* горит горів
   горіла горить возгоран* займан* brand feuer pożar*
derailment: derail*
crash: crash crashes crashed collision collided derail* дтп авиакатастроф* авіакатастроф*
   столкнул* зіткнул* разбил* розбив* unfall absturz wypadek katastrof*
power cut: blackout blackouts outage outages обесточен* знеструмлен* блекаут* блэкаут*
   stromausfall
evacuation: evacuat* эвакуац* эвакуир* евакуац* евакуюв* евакуй* evakuier* ewakuac*
   ewakuow*
arrest: arrest* detain* задержал* задержан* арестова* затрима* заарешт* festnahme
   festgenommen verhaftet zatrzyma* aresztow*
talks: talks negotiations negotiat* summit переговор* саммит* саміт* перемов* verhandlung*
   gespräche rozmowy negocjacj*
alarm: siren sirens alert тревог* тривог* luftalarm
sabotage: sabotage* arson диверси* диверсі* поджог* поджег* підпал* sabotaż*
shooting: shooting gunman gunmen shootout стрельб* стрілянин* schießerei strzelanin*
earthquake: earthquake* quake землетрясен* землетрус* erdbeben trzęsieni*
flood: flood floods flooding flooded наводнен* паводк* паводок повінь повен* затопил*
   затопило підтопил* підтоплен* подтопил* подтоплен* hochwasser powódź powodzi
storm: storm hurricane tornado cyclone typhoon ураган* шторм* смерч* буря буревій буревій*
   sturm
sanctions: sanction* санкци* санкці* sanktion* sankcj*
trial: sentenced convicted verdict trial приговор* вирок* засуди* осужден* осудил*
   verurteilt skazan*
election: election* выборы выборах вибори виборах wahl wahlen wybory
protest: protest* rally rallies митинг* мітинг* протест* demonstrat*
mourning: mourning траур* жалоб* скорбот* trauer żałob*
"""
PAIRS = """
capture: control captured taken took seize контрол* взят* взяла взяли захват* opanowa* +
   village* town settlement* city под під село сел* населен* пункт* wieś borders
capture: captures captured claims claimed capture + village villages settlement
   settlements town forces troops
capture: взяли взял взяла взято заняли зайняли овладели + войск* військ* подразделен*
   підрозділ* армия армія
power cut: power electricity света свет світла світло электричеств* електри* strom prąd*
   электроэнерги* електроенергі* + cut cuts lost without без остал* відключ* отключ* лиши*
   залиши* ohne bez
derailment: сошел сошла сошло сошли сход сходе схода зійшов зійшла зійшло зійшли сходження
   сходженням + рельс* рейок колії поезд* поїзд* потяг* вагон*
exchange: exchange* swap* swapped обмен* обмін* austausch* wymian* + prisoner* pow pows
   captive* плен* полонен* військовополонен* военноплен* bodies тел тіл gefangen* jeńc*
exchange: плена плену полону captivity + вернул* вернут* возвра* освобо* поверн* звільн*
   return* freed
interception: shot shoots shoot + down
arrest: взят* + стражу варту
"""
