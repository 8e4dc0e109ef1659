"""How a report says that nobody in office has told it yet: one pattern a line."""

RUMOURS = r"""
\b(?:очевид\w+|свидетел\w+|свідк\w+|мешкан\w+|жител\w+|місцев\w+|местны\w+|подписчик\w*|підписник\w*|паблик\w*|паблік\w*|телеграм-канал\w*|(?:місцеві |местные )?канал[иы]|соцмереж\w*|соцсет\w*|чат(?:и|ы|ах)|групах|группах) (?:[\w'-]+ ){0,5}(?:пиш|повідомля|сообща|слыш|слух|чу(?:ли|ють)|шлют|надсила|виклада|выкладыва|публік|публик|розповіда|рассказыва|говор|каж|бач|вид[ея])\w*
\b(?:пиш|повідомля|сообща|каж|говор)\w* (?:[\w'-]+ ){0,1}(?:очевид|свидетел|свідк|мешкан|жител|місцев|местн|подписчик|підписник|у соцмереж|в соцмереж|в соцсет|в чат|у чат|в мереж|у мереж|в сети|в груп|у місцев|в местн|в паблик|у пабліках)
\b(?:официальн|офіційн)\w* (?:[\w'-]+ ){0,4}(?:тиш\w+|молч\w+|мовч\w+|нет|немає|не (?:комент|поступ|надход|подтв|підтв)\w*)
\b(?:ждем|чекаємо|очікуємо|ожидаем) (?:[\w'-]+ ){0,1}(?:подтвержд|підтвердж)
\b(?:подтверждени|підтвердженн|подтверждений)\w? (?:[\w'-]+ ){0,2}(?:нет|немає|не было|не було)\b
\b(?:неподтвержден|непідтверджен)\w+
\b(?:перевіря|проверя|уточня)\w+ (?:[\w'-]+ ){0,1}(?:інформац|информац|повідомлен|сообщени)\w+
\b(?:residents?|witness(?:es)?|locals|social media(?: users)?|telegram channels?|monitoring channels?) (?:[\w'-]+ ){0,2}(?:report|say|said|describe|claim|hear|post|told|tell|wrote|write|share|film)\w*
\baccording to (?:[\w'-]+ ){0,2}(?:residents|witnesses|locals|telegram channels|social media)\b
\bunconfirmed\b
\byet to comment\b
\bno (?:official|immediate) (?:word|comment|confirmation|statement)\b
\b(?:not|yet to) (?:[\w'-]+ ){0,3}(?:confirmed|confirm)\b
\b(?:checking|verifying) (?:[\w'-]+ ){0,1}(?:reports?|information|claims?)\b
\b(?:anwohner|augenzeugen) (?:[\w-]+ ){0,1}(?:meld|bericht|hört|sah)\w*
\bbestätigung [^\n.]{0,30}(?:steht aus|gibt es nicht|fehlt)\b
\bunbestätigt\w*
\b(?:mieszkańc\w+|świadkowie) (?:[\w-]+ ){0,1}(?:informuj|donosz|pisz|mówi|słysz)\w*
\b(?:niepotwierdzon\w+|brak oficjaln\w+)
"""  # noqa: E501
