"""What says of a place that it was taken, or was not after all; one pattern a line."""

HELD = r"""
\b(?:наш(?:а|е|і|и)?|українськ(?:а|е|ий)|украинск(?:ая|ое|ий)) ?[-–—] ?(?:речни|командув|бригад|військ|воен|зсу|всу|сил|генштаб|ова\b|представ)
\b(?:під|под) (?:(?:повним|полным|нашим) )?контролем (?:зсу|всу|україни|украины|сил оборон|сил обороны|українськ|украинск)
\bне (?:захоплен|захвачен|окупован|оккупирован|зайнят|занят)(?:а|о|е|ий|ы|і)?(?= ?[-–—.,]|$| (?:російськ|росіян|ворог|окупант|рф))
\bне (?:захопили|захватили|окупували|оккупировали|зайняли|заняли)\b(?! (?:перш|перв|місц|мест|посад))
\bне (?:взяли|взята|взято|взятий|взят)\b(?! (?:під|под|на|до|в|у|участ|за|с|з)\b)
\bне (?:під|под) (?:окупант|оккупант|росіян|ворог)\w*
\bне контрол(?:ю|иру)\w+ (?!ситуац|ціни|цены|процес|витрат|расход)[\w'’-]+
\b(?:ворог|враг|противник|росіяни|окупанти|армия|войска|війська) (?:[\w'’-]+ ){0,1}не контрол(?:ю|иру)\w+
\b(?:брехня|неправда|фейк|вигадка) (?:росіян |рф )?про (?:[\w'’-]+ ){0,2}(?:захопленн|взятт|окупаці|відхід|втрат|падінн)\w*
\b(?:взятие|захват|потеря|падение) (?:[\w'’-]+ ){1,3}[-–—] (?:ложь|фейк|неправда|выдумка)\b
\b(?:видали|видають) бажане за дійсне\b
\b(?:выдали|выдают) желаемое за действительное\b
\b(?:remains?|still|stays?) (?:firmly )?(?:under|in) (?:ukrainian|kyiv's|our) (?:control|hands)\b
\b(?:has|have|had) not (?:fallen|been (?:captured|taken|seized|lost))\b
\bstill (?:ours|ukrainian|holds? )
\b(?:troops|forces|defenders|soldiers|army) (?:still |continue to )?hold (?!talks|exercises|military|back|positions?|firm|fire|drills?)[\w'’-]+(?: [\w'’-]+)?(?=$|[,.\n]| (?:in|near)\b)
\b(?:does|do) not (?:fully )?control\b
\bnicht (?:gefallen|eingenommen|erobert|verloren)\b
\bweiter(?:hin)? unter (?:ukrainischer |eigener )?kontrolle\b
\bnie (?:zajęli|zajęła|zdobyli|zdobyła|kontrolują|kontroluje|padł[ao]?)\b
\bpod kontrolą (?:ukrain|sił ukrain|kijow)\w*
\b(?:wciąż |nadal )?się broni\b
"""  # noqa: E501
# Of a title as it is written: a name follows, or stands before.
TAKEN = r"""
\b(?:Russian?|Moscow|Ukrainian?|Ukraine|Kyiv)(?:'s)?(?:(?! (?:to|could|may|might|would|will|not|plans?|planning)\b) [\w'’-]+){0,4} (?:taken|seizes?|seized|captures?|captured|enters?|entered|retakes?|retook|loses|lost)(?: the (?:village|town|city|settlement) of)? [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?(?=$|[,.:;–—]| (?:in|near|after|as|village|town|says)\b)
\b(?:Russia|Moscow|Kremlin|Ukraine|Kyiv) claims (?:control of |to have taken |capture of )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?(?=$|[,.:;–—]| (?:in|near|after|as|village|town)\b)
[A-Z][\w'’-]+ (?:falls|fell|has fallen) to (?:Russian?|Ukrainian|Moscow)\b
\b(?:troops|forces|army|soldiers|Ukraine) (?:withdraws?|withdrew|pulls? out|pulled out|retreats?|retreated) (?:from|of) [A-Z]
\b(?:Russian|Ukrainian) flag (?:raised |flies |hoisted )?(?:over|in) [A-Z]
\b(?:Russland|Moskau) (?:beansprucht|reklamiert) [A-Z]
\b(?:Ukraine|Truppen|Armee) zieh\w+ sich (?:[\w-]+ )?aus [A-Z][\w-]+ zurück
\bwycof\w+ się (?:wojsk\w* )?z [A-ZŁŚŻ]
\bzajęt[eay] przez Rosjan\b
(?:^|[:–—] ?)[А-ЯІЇЄҐ][\w'’-]+(?: [А-ЯІЇЄҐ][\w'’-]+)? (?:взят[оаы]?|зачищен[оаы]?|наше|наша?|звільнен[оаі]|окупован[оаі]|освобожден[оаы]?|знову українськ(?:е|а|ий))(?=$|[,.!:;]| [–—-])
(?:^|[:–—] ?)[Вв]зят[оаы]? [А-ЯІЇЄҐ][\w'’-]+(?: [А-ЯІЇЄҐ][\w'’-]+)?(?=$|[,.!:;]| [–—-])
\b[Вв](?:ойска|ійська) (?:РФ|России|Росії|России) (?:вошли|зашли|увійшли|зайшли) [ву] [А-ЯІЇЄҐ]
\b(?:що|что) взяли [А-ЯІЇЄҐ]
"""  # noqa: E501
