"""How a report says that nobody in office has told it yet: one pattern a line."""

RUMOURS = r"""
\b(?:очевид\w+|свидетел\w+|свідк\w+|мешкан\w+|жител\w+|місцев\w+|местны\w+|подписчик\w*|підписник\w*|паблик\w*|паблік\w*|телеграм-канал\w*|(?:місцеві |местные )?канал[иы]|соцмереж\w*|соцсет\w*|чат(?:и|ы|ах)|групах|группах) (?:[\w'-]+ ){0,5}(?:пиш|повідомля|сообща|слыш|слух|чу(?:ли|ють)|шлют|надсила|виклада|выкладыва|публік|публик|розповіда|рассказыва|говор|каж|бач|вид[ея]|показу|показыва|скида|бачать)\w*
\b(?:пиш|повідомля|сообща|каж|говор)\w* (?:[\w'-]+ ){0,1}(?:очевид|свидетел|свідк|мешкан|жител|місцев|местн|подписчик|підписник|у соцмереж|в соцмереж|в соцсет|в чат|у чат|в мереж|у мереж|в сети|в груп|у місцев|в местн|в паблик|у пабліках)
\b(?:горожан|містян|жител|мешкан)\w+ (?:[\w'-]+ ){0,3}(?:пиш|повідомля|сообща|слыш|жалу|скарж)\w*
(?:^|[.!?…\n] ?)(?:люди |нам )?(?:пишут|пишуть)(?:,| (?:об?|про|що|что)\b)
\b(?:кадр|видео|відео|фото|ролик)\w* (?:[\w'-]+ ){0,2}(?:подписчик|підписник|читател|читач|очевид|соцсет|соцмереж|местных|місцевих|жителей|мешканців)\w*
\b(?:снято|сняли|знято|зняли|прислали|надіслали) (?:подписчик|підписник|читател|читач|очевид|местны|місцев|жител|мешкан)\w*
\bочевид\w+ (?:сняли|зняли|прислали|надіслали)\b
\b(?:по словам|за словами|по данным|за даними|по информации|за інформацією|данным|даними) (?:[\w'-]+ ){0,1}(?:очевид|местных|місцевих|жителей|мешканців|соцсет|соцмереж|паблик|пабліків|подписчик|підписник)\w*
\bв сети (?:появил|распростран|выложил)\w+ (?:[\w'-]+ ){0,1}(?:видео|фото|кадр|снимк|запис)\w*
\b[ув] мережі (?:з['’ʼ]?явил|поширю|поширил|виклал)\w+ (?:[\w'-]+ ){0,1}(?:відео|фото|кадр|знімк|запис)\w*
\b(?:ждем|чекаємо|очікуємо|ожидаем) (?:на )?(?:[\w'-]+ ){0,2}(?:мэри|мері|губернатор|властей|влад|официал|офіц|комментари|коментар|администрац|адміністрац|ова\b)\w*
\b(?:власти|влада|чиновники|(?:адм[іи]н[іи]страц|мэр|мер)[ияії]+|огва|ова|оперштаб) (?:[\w'-]+ ){0,3}(?:молчат|молчит|мовчать|мовчить|не (?:комментир|коментує|коментув|подтвержд|подтверди|підтвердж|підтверди)\w*)
\b(?:официальн|офіційн)\w* (?:[\w'-]+ ){0,4}(?:тиш\w+|молч\w+|мовч\w+|нет|немає|не (?:комент|поступ|надход|подтв|підтв)\w*)
\b(?:ждем|чекаємо|очікуємо|ожидаем) (?:[\w'-]+ ){0,1}(?:подтвержд|підтвердж)
\b(?:подтверждени|підтвердженн|подтверждений)\w? (?:[\w'-]+ ){0,2}(?:нет|немає|не было|не було)\b
\b(?:неподтвержден|непідтверджен)\w+
\b(?:перевіря|проверя|уточня)\w+ (?:[\w'-]+ ){0,1}(?:інформац|информац|повідомлен|сообщени)\w+
\b(?:residents?|witness(?:es)?|locals|social media(?: users)?|telegram channels?|monitoring channels?) (?:[\w'-]+ ){0,2}(?:report|say|said|describe|claim|hear|post|told|tell|wrote|write|share|film)\w*
\b(?:eyewitness(?:es)?|subscribers|(?:local|monitoring|social media) (?:channels|posts|users|accounts)) (?:[\w'-]+ ){0,2}(?:report|say|said|describe|claim|post|told|wrote|write|share|film|sent|show)\w*
\b(?:footage|videos?|images|photos|clips?) (?:[\w'-]+ ){0,2}(?:shared|posted|circulat\w+|sent|filmed|on) (?:[\w'-]+ ){0,2}(?:residents|online|social media|subscribers|locals|witness\w*|telegram)\b
\b(?:officials|authorities) (?:have|had|did) not (?:[\w'-]+ ){0,2}(?:comment|confirm)\w*
\bno confirmation (?:[\w'-]+ ){0,2}from\b
\baccording to (?:[\w'-]+ ){0,2}(?:residents|witnesses|locals|telegram channels|social media)\b
\bunconfirmed\b
\byet to comment\b
\bno (?:official|immediate) (?:word|comment|confirmation|statement)\b
\b(?:not|yet to) (?:[\w'-]+ ){0,3}(?:confirmed|confirm)\b
\b(?:checking|verifying) (?:[\w'-]+ ){0,1}(?:reports?|information|claims?)\b
\b(?:anwohner|augenzeugen) (?:[\w-]+ ){0,1}(?:meld|bericht|hört|sah)\w*
\baugenzeugen film\w*
\bin (?:den )?sozialen (?:netzwerken|medien) (?:[\w-]+ ){0,2}(?:kursier|verbreit|video|bilder|tauch)\w*
\btelegram-kanäle\w* (?:meld|bericht|schreib)\w*
\bbehörden (?:[\w-]+ ){0,1}(?:schweigen|äußerten sich (?:[\w-]+ ){0,2}nicht)\b
\bbestätigung [^\n.]{0,30}(?:steht aus|gibt es nicht|fehlt)\b
\bunbestätigt\w*
\b(?:mieszkańc\w+|świadkowie) (?:[\w-]+ ){0,1}(?:informuj|donosz|pisz|mówi|słysz)\w*
\bmediach społecznościowych (?:[\w-]+ ){0,2}(?:pojawi|kraz|krąż|inform|pisz)\w*
\bkanały (?:na telegramie|telegramowe) (?:inform|donosz|pisz)\w*
\boficjaln\w+ (?:[\w-]+ ){0,1}nie ma\b
\bwładze (?:[\w-]+ ){0,3}(?:milczą|nie (?:skoment|koment|potwierdz)\w+)
\b(?:niepotwierdzon\w+|brak oficjaln\w+)
"""  # noqa: E501
