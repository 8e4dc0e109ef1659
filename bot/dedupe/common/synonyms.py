"""Words that headlines use for one another, a meaning a line; the first stands for all.

Written by hand. Left out is what means another stage of an event (launch, release), what
one headline says twice (thief, steal) and what nearly every report of a war tells (died,
dead): with them, reports of other events joined. Inflections need no word of their own.
"""

ENGLISH = """
acquire acquisition takeover buyout purchase buy bought
actor actress
aircraft airplane airliner plane jet
apology apologise apologize sorry
arrest detain custody apprehended nabbed
astronaut cosmonaut
baby infant newborn
ban prohibit outlaw
bankruptcy insolvency insolvent
blast explosion explode detonate
cancel scrap
cancer tumor
cannabis marijuana pot weed
casualty victim
ceasefire truce armistice
cellphone smartphone handset
champion champ
child kid children toddler
close shut closure shutter
collide collision crash wreck pileup
concert gig
condemn denounce slam lambast criticize criticise
convict guilty
cop police policeman policemen
coronavirus covid
cut reduce trim slash lower
deal pact accord agreement agree treaty
decline drop fall fell plunge slide slump tumble dip
defeat beat victory win won
delay postpone
disappear missing vanish
divorce split separation
doctor medic physician
drone uav
earthquake quake temblor tremor aftershock
ease relax loosen
election ballot
endorse endorsement
escape flee fled
father dad
fine penalty
fix patch
flood deluge inundate
fraud scam swindle
gay homosexual
gunman shooter shoot shot gunfire gunmen
hack hacker breach cyberattack
hurt injure injury wound
jail prison imprisoned sentence
jewel jewelry jewellery gem
kidnap abduct abduction
kill killer murder slay slain homicide slaughter
lawmaker legislator parliamentarian mp
lawsuit sue suit sued litigation
lawyer attorney
layoff redundancy
marry wed marriage nuptials
merge merger combine
migrant immigrant refugee
missile rocket
mother mom mum
movie film flick
naked nude
negotiate talks
nominate nominee appoint
oil crude
oust ouster sack dismiss
petrol gasoline
photo picture image pic
pirate piracy
pm premier
praise hail laud
pregnant pregnancy
probe investigation inquiry investigate
profit earning income
protest demonstrator rally
pupil student schoolchildren
quit resign
rebel insurgent militant guerrilla
reject refuse rebuff spurn
reveal disclose uncover unveil
rise climb gain jump surge soar rose increase hike raise raised lift
robber robbery heist burglar burglary
scientist researcher
ship vessel warship boat
singer vocalist
sink capsize sank
snow blizzard snowstorm
soccer football
soldier troop serviceman
spacecraft spaceship
spy espionage
stock share equity
study research survey
tariff levy
teen teenager
trailer teaser
tv television
vaccine vaccination jab
vehicle car automobile
verdict acquit acquittal
video footage clip
wage salary
wildfire blaze inferno bushfire
worker employee staff
"""
