"""Words of further languages that tell nothing."""

DROPPED = """
в у на і й з із зі та до за що як це її їх він вона вони але або під при від для не про був
була були було буде після через між над який яка які щодо проти біля поблизу понад майже
вже ще лише тільки також чи якщо коли де хто чому скільки має мають може можуть цей ця це ці
той те ті всі усі свій своє свої їхній їхні без при про бо тож поки щоб яких якого якої рік
років
der die das und in von zu mit auf fur ist im den des ein eine nach bei an aus dem als auch
el la los las de del y en un una que es por con para se al su
le les du et a est dans sur par au aux
w na z i do sie nie o ze po jest przez dla od za jak
"""
