"""Words that headlines use for one another, a meaning a line; the first stands for all.

Written by hand. Left out is what means another stage of an event (launch, release), what
one headline says twice (thief, steal) and what nearly every report of a war tells (died,
dead): with them, reports of other events joined. Inflections need no word of their own.
"""

ENGLISH = """
acquire acquisition takeover buyout purchase
aircraft airplane airliner plane jet
arrest detain custody apprehended nabbed
baby infant newborn
ban prohibit outlaw
cannabis marijuana pot weed
cellphone smartphone
child kid children toddler
collide collision crash wreck pileup
convict guilty
cop police policeman policemen
decline drop fall fell plunge slide slump tumble dip
defeat beat victory win won
disappear missing vanish
divorce split separation
earthquake quake temblor tremor aftershock
fix patch
fraud scam swindle
gunman shooter shoot shot gunfire gunmen
hack hacker breach cyberattack
hurt injure injury wound
jail prison imprisoned sentence
jewel jewelry jewellery gem
kill killer murder slay slain homicide slaughter
lawsuit sue suit sued litigation
lawyer attorney
marry wed marriage nuptials
merge merger combine
movie film flick
negotiate talks
nominate nominee appoint
oust ouster sack dismiss
pirate piracy
profit earning income
protest demonstrator rally
quit resign
reveal disclose uncover
rise climb gain jump surge soar rose increase
robber robbery heist burglar burglary
ship vessel warship boat
stock share
study research survey
teen teenager
tv television
verdict acquit acquittal
"""
RUSSIAN = """
авария дтп столкновение
врач медик доктор
заболевание заражение инфицирован
коронавирус covid ковид
погиб умер скончался умерла гибель смерть
пожар возгорание
ребенок дети детский
убийство убить убил
"""
