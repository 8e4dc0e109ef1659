"""What undoes the tolls of a sentence: they are of a war, of a year or of an illness."""

# What sums up a war or a year, or tells of long ago; one pattern a line.
HISTORY = r"""
since (?:the )?(?:[\w-]+ ){0,3}(?:start|beginning|invasion|war|outbreak)
(?:february 24|24 (?:лютого|февраля))
(?:as a result of|amid|due to) (?:the )?(?:russian |russia's |armed |military )+aggression
full-scale (?:armed )?(?:aggression|invasion)
(?:повномасштабн|полномасштабн)\w*
since (?:\w+ )?(?:19|20)\d\d
in (?:19|20)\d\d
(?:this|last) year
years? (?:ago|after)
so far this
с начала
з початку
total (?:combat |number of )?(?:losses|casualties|deaths|dead)
(?:russian?|russia's|ukrain\w+|enemy|invaders'?)(?:'s)? (?:\w+ )?losses
(?:aggressors?|invaders?|occupiers?|troops|army)'?s? death toll
(?:загальн\w+|бойов\w+) (?:бойов\w+ )?втрат\w*
(?:общи\w+|боев\w+) (?:боев\w+ )?потер\w*
(?:втрат|потер)\w+ (?:росіян|окупант|ворог|противник|врага|рф|россии|росії|всу|зсу)\w*
(?:in total|overall) (?:since|during the war)
за (?:все время|время войны|весь час|час війни)
за (?:минулий|этот|последний) (?:рік|год)
в этом году
цього року
минулого року
в прошлом году
(?:лет|год|года) (?:назад|после)
(?:років|рік|роки) (?:тому|після)
(?:відпрацю|отработа)\w+
(?:drills?|exercises?)\b
(?:на учениях|на навчаннях|під час навчань|во время учений)
(?:anniversar|годовщин|річниц|роковин)\w*
[ву] (?:19|20)\d\d[- ]?(?:м )?(?:году|році)
with (?:a|the) loss
(?:госпитализир|госпіталіз|hospitali[sz])\w+ (?:[\w'-]+ ){0,4}(?:с|со|з|із|из-за|через|with|for|after) (?:[\w'-]+ ){0,3}(?:грип|отравл|отруєн|серцев|сердеч|інфаркт|инфаркт|інсульт|инсульт|ков[іи]д|коронав|алерг|аллерг|пневмон|апендиц|аппендиц|инфекц|інфекц|кишечн|кишков|кор(?:ом|ью|ем)\b|flu\b|covid|measles|allerg|heart|stroke|poison|pneumon|surgery|tests|infection|illness|cancer)
seit beginn
od początku
"""  # noqa: E501
