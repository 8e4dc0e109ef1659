"""Numbers in words: the value, then every form that stands for it."""

CARDINALS: dict[str, str] = {
    "en": """
1: one
2: two deux dos
3: three trois tres
4: four quatre cuatro
5: five cinq cinco
6: six seis
7: seven siete
8: eight huit ocho
9: nine neuf nueve
10: ten dix diez
11: eleven
12: twelve
13: thirteen
14: fourteen
15: fifteen
16: sixteen
17: seventeen
18: eighteen
19: nineteen
20: twenty
30: thirty
40: forty
50: fifty
60: sixty
70: seventy
80: eighty
90: ninety
""",
    "de": """
1: ein eine einen einer eines
2: zwei
3: drei
4: vier
5: fünf
6: sechs
7: sieben
8: acht
9: neun
10: zehn
11: elf
12: zwölf
13: dreizehn
14: vierzehn
15: fünfzehn
16: sechzehn
17: siebzehn
18: achtzehn
19: neunzehn
20: zwanzig
30: dreißig
40: vierzig
50: fünfzig
""",
    "pl": """
1: jeden jedna jedną jednego jednej
2: dwa dwie dwoje dwóch dwaj dwojga dwóm dwojgu
3: trzy troje trzech trzej trojga
4: cztery czworo czterech czterej
5: pięć pięcioro pięciu
6: sześć sześcioro sześciu
7: siedem siedmioro siedmiu
8: osiem ośmioro ośmiu
9: dziewięć dziewięcioro dziewięciu
10: dziesięć dziesięcioro dziesięciu
11: jedenaście jedenastu
12: dwanaście dwunastu
13: trzynaście trzynastu
14: czternaście czternastu
15: piętnaście piętnastu
16: szesnaście szesnastu
17: siedemnaście siedemnastu
18: osiemnaście osiemnastu
19: dziewiętnaście dziewiętnastu
20: dwadzieścia dwudziestu
30: trzydzieści trzydziestu
40: czterdzieści czterdziestu
50: pięćdziesiąt pięćdziesięciu
""",
    "cyrillic": """
1: один одна одно одне одного одну одной одному одним одна одного однієї одній однією
2: два две дві двух двох двум двумя двом двома
3: три трех трем тремя трьох трьом трьома
4: четыре четырех четырем чотири чотирьох чотирьом
5: пять пяти п'ять п'яти п'ятьох п'ятьом
6: шесть шести шість шести шістьох шістьом
7: семь семи сім семи сімох сімом
8: восемь восьми вісім восьми вісьмох вісьмом
9: девять девяти дев'ять дев'яти дев'ятьох
10: десять десяти десятьох
11: одиннадцать одиннадцати одинадцять одинадцяти
12: двенадцать двенадцати дванадцять дванадцяти дванадцятьох
13: тринадцать тринадцати тринадцять тринадцяти тринадцятьох
14: четырнадцать четырнадцати чотирнадцять чотирнадцяти
15: пятнадцать пятнадцати п'ятнадцять п'ятнадцяти
16: шестнадцать шестнадцати шістнадцять шістнадцяти
17: семнадцать семнадцати сімнадцять сімнадцяти
18: восемнадцать восемнадцати вісімнадцять вісімнадцяти
19: девятнадцать девятнадцати дев'ятнадцять дев'ятнадцяти
20: двадцать двадцати двадцять двадцяти двадцятьох
30: тридцать тридцати тридцять тридцяти тридцятьох
40: сорок сорока
50: пятьдесят пятидесяти п'ятдесят п'ятдесяти п'ятдесятьох
60: шестьдесят шестидесяти шістдесят шістдесяти
70: семьдесят семидесяти сімдесят сімдесяти
80: восемьдесят восьмидесяти вісімдесят вісімдесяти
90: девяносто дев'яносто
100: сто ста
200: двести двухсот двісті двохсот
300: триста трехсот трьохсот
400: четыреста чотириста
500: пятьсот п'ятсот
600: шестьсот шестисот шістсот
700: семьсот семисот сімсот
800: восемьсот вісімсот
900: девятьсот дев'ятсот
""",
}
# Only of people (and of what has no singular).
COLLECTIVE = """
2: двое двоих двоим двоими двоє двоих обое обоє подружжя супруги супругов
3: трое троих троим троє трійко
4: четверо четверых четверым четверо четвером
5: пятеро пятерых пятерым п'ятеро
6: шестеро шестерых шестерым
7: семеро семерых семерым
8: восьмеро восьмерых восьмерым
9: девятеро девятерых дев'ятеро
10: десятеро десятерых
11: одинадцятеро одиннадцатеро
12: дванадцятеро двенадцатеро
13: тринадцятеро тринадцатеро
14: чотирнадцятеро четырнадцатеро
15: п'ятнадцятеро пятнадцатеро
16: шістнадцятеро шестнадцатеро
17: сімнадцятеро семнадцатеро
18: вісімнадцятеро восемнадцатеро
19: дев'ятнадцятеро девятнадцатеро
20: двадцятеро двадцатеро
"""
VAGUE = """
2: several few couple несколько нескольких кілька кількох декілька декількох mehrere
2: kilka kilku kilkoro
20: dozens scores десятки десятків десятков dutzende dziesiątki
200: hundreds сотни сотні hunderte setki
"""
SCALES = """
10: десяток десятка
12: dozen dozens
100: hundred
1000: thousand тысяча тысячи тысячу тысяч тыс тисяча тисячі тисячу тисяч тис tausend tysiąc
1000: tysiące tysięcy
"""
# Of a person: the second to die makes two dead.
ORDINALS = """
1: first
2: second второй вторая вторую второго второе другий друга другу другого друге другої
2: другою второю zweites zweite druga drugi drugą drugie
3: third третий третья третью третьего третье третьей третій третя третю третього третє
3: третьої третьою drittes dritte trzecia trzeci trzecią trzecie
4: fourth четвертый четвертая четвертого четвертое четвертой четвертий четверта четвертого
4: четверте четвертої четвертою viertes vierte czwarta czwarty czwartą czwarte
5: fifth пятый пятая пятого пятое пятой п'ятий п'ята п'ятого п'яте п'ятої п'ятою
5: fünftes fünfte piąta piąty
6: sixth шестой шестая шестую шестого шестое шостий шоста шосту шостого шосте шостої шостою
6: sechstes sechste szósta szósty
7: seventh седьмой седьмая седьмую седьмого сьомий сьома сьому сьомого сьомої сьомою
7: siebtes siebte siódma siódmy
8: eighth восьмой восьмая восьмую восьмого восьмий восьма восьму achtes achte ósma ósmy
9: ninth девятый девятая девятую девятого дев'ятий дев'ята дев'яту дев'ятого
10: tenth десятый десятая десятую десятого десятий десята десяту
"""
