"""What words say how many people something happened to, in German and Polish.

The letters are those of :mod:`bot.annotate.wordlists.tolls`.
"""

GERMAN = """
k: leben getötet tot gestorben umgekommen starben starb sterben stirbt ertrinkt ertrunken
   ertrank erlag erlagen
x: tötet töten tötete töteten
w: verletzt verwundet schwerverletzt
R: verletzungen verbrennungen schnittwunden splitterverletzungen kopfverletzung*
F: krankenhaus krankenhäuser klinik kliniken lebensgefahr
M: überlebte überlebten
+: liegt liegen schwebt schweben
2: behandelt versorgt
3: mussten musste
G: erlitt erlitten erleidet
m: vermisst
e: evakuiert
d: festgenommen verhaftet
K: tote toten todesopfer todesopfern toter
W: verletzte verletzten verwundete verletzter
P: jungen jugendliche jugendlichen retter retterinnen babys fahrgäste menschen personen
   zivilisten männer frauen kinder insassen passagiere
S: jugendlicher baby fahrgast mensch person zivilist mann frau kind junge mädchen
   bäuerin ärztin krankenschwester
a: die das dem den des seine ihre
b: wurden wurde worden sind ist sei seien waren kamen kam kommen ums schwer leicht dabei
   dort
g: von
f: in im ins bei nach am durch als wie während laut vor an aus mit sowie
u: prozent tage jahre stunden kilometer millionen milliarden drohnen raketen häuser
l: mindestens wenigstens über
q: weitere weiterer weiteren
A: weiteres zweites drittes viertes fünftes zweite dritte vierte fünfte
n: zahl anzahl
r: steigt stieg gestiegen erhöht
~: auf
o: der
&: und
z: keine kein
0: niemand
!: könnten könnte nicht
v: mehrere dutzende hunderte
s: tausend
X: etwa rund
Y: leiche leichen
"""
POLISH = """
k: utonął utonęła utonęli zginął zginęła zginęły zginęło zginęli zabity zabita
   zabici zabite zmarł zmarła zmarły zmarło żyje żyją
x: zabił zabiła zabiło zabiły zabija
w: ranny ranna ranni ranne poszkodowany poszkodowana poszkodowane zranionych ucierpiała
   ucierpiały ucierpiało ucierpiał ucierpieli
   raniony raniona ranieni hospitalizowano hospitalizowany hospitalizowana hospitalizowani
y: ranił raniła raniło raniły
m: zaginął zaginęła zaginęło zaginęły
e: ewakuowano
d: zatrzymano aresztowano zatrzymała zatrzymali
K: zabitych ofiar śmiertelnych śmiertelne ofiary ofiara
A: druga drugi trzecia trzeci czwarta czwarty piąta piąty kolejna kolejny
W: rannych poszkodowanych
M: przeżył przeżyła przeżyli przeżyło uratować
1: stanie
2: pomocy pomoc
3: udzielono potrzebuje potrzebowało
i: śmierć
j: poniósł poniosła poniosło ponieśli
P: nastolatkowie pasażerowie chłopcy chłopców dziewczynki dziewczynek niemowlęta
   niemowląt osoby osób osobom
   osobami ludzi cywilów cywile dzieci kobiety kobiet mężczyzn mężczyźni
   mieszkańców mieszkańcy
S: człowiek osoba osobę mężczyzna mężczyznę mężczyzny kobieta kobietę dziecko cywil
   mieszkańca niemowlę chłopiec chłopca dziewczynka dziewczynkę
b: zostało zostały została został zostali jest są było były się
f: w na po przy od podczas wskutek oraz a że przez
o: z ze
u: procent dni lat godzin kilometrów milionów dronów rakiet domów
t: co
l: najmniej ponad
q: kolejne kolejnych jeszcze
n: liczba bilans
r: wzrosła wzrósł wynosi osiągnęła
~: do
&: i
z: bez brak ma
0: nikt
C: trafił trafiła trafili trafiły zgłosił zgłosiła zgłosili zgłosiły zgłosiło
F: szpitala szpitali szpitalu
R: obrażenia obrażeń poparzenia poparzeń oparzenia oparzeń rany ran ranami obrażeniami
G: odniósł odniosła odnieśli odniosły doznał doznała doznali doznało odniosło
t: nie
!: mogło
v: kilka kilku kilkoro dziesiątki setki
s: tysiąc tysiące tysięcy
X: około prawie
Y: ciało ciała zwłoki
"""
