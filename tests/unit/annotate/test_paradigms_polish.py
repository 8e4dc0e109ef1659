"""Polish names of places: all forms, folded (ą is a, but ł stays)."""

import pytest
from declined import read_forms

from bot.annotate.paradigms import (
    adjective_forms,
    forms,
    land_names,
    people_forms,
    town_adjectives,
)

NAMES = read_forms("""
Kraków: krakow, krakowa, krakowem, krakowie, krakowowi
Charków: charkow, charkowa, charkowem, charkowie, charkowowi
Lwów: lwow, lwowa, lwowem, lwowie, lwowowi
Kijów: kijow, kijowa, kijowem, kijowie, kijowowi
Łódź: łodz, łodzi
Toruń: torun, torunia, toruniem, toruniowi, toruniu
Poznań: poznan, poznania, poznaniem, poznaniowi, poznaniu
Wrocław: wrocław, wrocławia, wrocławiem, wrocławiowi, wrocławiu
Białystok: białegostoku, białemustokowi, białymstokiem, białymstoku, białystok
Gdańsk: gdansk, gdanska, gdanskiem, gdanskowi, gdansku
Donieck: donieck, doniecka, donieckiem, donieckowi, doniecku
Szczecin: szczecin, szczecina, szczecinem, szczecinie, szczecinowi
Lublin: lublin, lublina, lublinem, lublinie, lublinowi
Radom: radom, radomia, radomiem, radomiowi, radomiu
Warszawa: warszawa, warszawe, warszawie, warszawy
Genewa: genewa, genewe, genewie, genewy
Odessa: odessa, odesse, odessie, odessy
Ryga: rydze, ryga, ryge, rygi
Praga: pradze, praga, prage, pragi
Moskwa: moskwa, moskwe, moskwie, moskwy
Połtawa: połtawa, połtawe, połtawie, połtawy
Bruksela: bruksela, bruksele, brukseli
Barcelona: barcelona, barcelone, barcelonie, barcelony
Floryda: floryda, floryde, florydy, florydzie
Częstochowa: czestochowa, czestochowe, czestochowie, czestochowy
Kielce: kielc, kielcach, kielcami, kielce, kielcom
Katowice: katowic, katowicach, katowicami, katowice, katowicom
Gliwice: gliwic, gliwicach, gliwicami, gliwice, gliwicom
Tychy: tych, tychach, tychami, tychom, tychy
Suwałki: suwałk, suwałkach, suwałkami, suwałki, suwałkom
Niemcy: niemcami, niemcom, niemcy, niemczech, niemiec
Węgry: wegier, wegrami, wegrom, wegry, wegrzech
Włochy: włoch, włochami, włochom, włochy, włoszech
Czechy: czech, czechach, czechami, czechom, czechy
Chiny: chin, chinach, chinami, chinom, chiny
Indie: indiach, indiami, indie, indii, indiom
Filipiny: filipin, filipinach, filipinami, filipinom, filipiny
Zakopane: zakopane, zakopanego, zakopanem, zakopanemu
Opole: opola, opole, opolem, opolu
Gdynia: gdyni, gdynia, gdynie
Sumy: sum, sumach, sumami, sumom, sumy
Ukraina: ukraina, ukraine, ukrainie, ukrainy
Rosja: rosja, rosje, rosji
Polska: polsce, polska, polske, polski
Kalifornia: kalifornia, kalifornie, kalifornii
Serbia: serbia, serbie, serbii
Teksas: teksas, teksasem, teksasie, teksasowi, teksasu
Londyn: londyn, londynem, londynie, londynowi, londynu
Waszyngton: waszyngton, waszyngtonem, waszyngtonie, waszyngtonowi, waszyngtonu
Berlin: berlin, berlina, berlinem, berlinie, berlinowi
Paryż: paryz, paryza, paryzem, paryzowi, paryzu
Watykan: watykan, watykanem, watykanie, watykanowi, watykanu
Irak: irak, irakiem, irakowi, iraku
Krym: krym, krymem, krymie, krymowi, krymu
Maroko: maroka, marokiem, maroko, maroku
Szkocja: szkocja, szkocje, szkocji
Tokio: tokio
Chicago: chicago
Ohio: ohio
Wielka Brytania: wielka brytania, wielka brytanie, wielkiej brytanii
Nowy Jork: nowego jorku, nowemu jorkowi, nowy jork, nowym jorkiem, nowym jorku
Stany Zjednoczone: stanach zjednoczonych, stanami zjednoczonymi, stanom zjednoczonym,
    stanow zjednoczonych, stany zjednoczone
Wyspy Owcze: wysp owczych, wyspach owczych, wyspami owczymi, wyspom owczym, wyspy owcze
Republika Czeska: republice czeskiej, republika czeska, republike czeska, republiki
    czeskiej
Bielsko-Biała: bielska-białej, bielskiem-biała, bielsko-biała, bielsku-białej
Rawa Mazowiecka: rawa mazowiecka, rawe mazowiecka, rawie mazowieckiej, rawy mazowieckiej
Nowy Dwór Mazowiecki: nowego dworu mazowieckiego, nowemu dworowi mazowieckiemu, nowy dwor
    mazowiecki, nowym dworem mazowieckim, nowym dworze mazowieckim
Korea Północna: korea połnocna, koree połnocna, korei połnocnej
Arabia Saudyjska: arabia saudyjska, arabie saudyjska, arabii saudyjskiej
Wybrzeże Kości Słoniowej: wybrzeza kosci słoniowej, wybrzeze kosci słoniowej, wybrzezem
    kosci słoniowej, wybrzezu kosci słoniowej
Wyspa Świętej Heleny: wyspa swietej heleny, wyspe swietej heleny, wyspie swietej heleny,
    wyspy swietej heleny
Busko-Zdrój: busko-zdroj, busko-zdroju, buska-zdroju, buskiem-zdrojem, busku-zdroju
Golub-Dobrzyń: golub-dobrzyn, golubia-dobrzynia, golubiu-dobrzyniu
Czechowice-Dziedzice: czechowic-dziedzic, czechowicach-dziedzicach
Bośnia i Hercegowina: bosnia i hercegowina, bosnie i hercegowine, bosnii i hercegowinie,
    bosnii i hercegowiny
Papua-Nowa Gwinea: papua-nowa gwinea, papua-nowa gwinee, papua-nowej gwinei
San Marino: san marino
Gruszów Wielki: gruszowa wielkiego, gruszowem wielkim, gruszowie wielkim
Maszewo Duże: maszewa duzego, maszewem duzym, maszewie duzym
Zielonki-Wieś: zielonki-wsi, zielonek-wsi, zielonkach-wsi
obwód charkowski: obwod charkowski, obwodem charkowskim, obwodowi charkowskiemu, obwodu
    charkowskiego, obwodzie charkowskim
województwo mazowieckie: wojewodztwa mazowieckiego, wojewodztwem mazowieckim, wojewodztwie
    mazowieckim, wojewodztwo mazowieckie, wojewodztwu mazowieckiemu
""")


@pytest.mark.parametrize("name", NAMES)
def test_forms_of_a_name(name: str) -> None:
    assert NAMES[name] <= forms(name, "pl")


@pytest.mark.parametrize("name", ["tokio", "chicago", "ohio", "san marino", "haiti"])
def test_what_does_not_decline_stays(name: str) -> None:
    assert forms(name, "pl") == {name}


def test_adjectives() -> None:
    one = "sumski sumskiego sumskiemu sumskim sumska sumskiej sumskie"
    many = "sumscy sumskich sumskimi"

    assert adjective_forms("sumski", "pl") == {*one.split(), *many.split()}


@pytest.mark.parametrize(
    ("town", "adjective"),
    [
        ("Charków", "charkowski"),
        ("Kijów", "kijowski"),
        ("Lwów", "lwowski"),
        ("Warszawa", "warszawski"),
        ("Londyn", "londyński"),
        ("Donieck", "doniecki"),
        ("Gdańsk", "gdański"),
        ("Katowice", "katowicki"),
        ("Moskwa", "moskiewski"),
        ("Praga", "praski"),
        ("Mariupol", "mariupolski"),
        ("Łódź", "łódzki"),
        ("Berlin", "berliński"),
    ],
)
def test_a_towns_adjective(town: str, adjective: str) -> None:
    assert adjective_forms(adjective, "pl") <= town_adjectives(town, "pl")


def test_a_regions_land() -> None:
    assert forms("kijowszczyzna", "pl") <= land_names("kijowski", "pl")
    assert forms("mazowsze", "pl") <= land_names("mazowiecki", "pl")


@pytest.mark.parametrize(
    ("town", "words"),
    [
        ("Kijów", "kijowianie kijowian kijowianin"),
        ("Londyn", "londynczycy londynczyk"),
        ("Warszawa", "warszawiacy warszawiak warszawianka"),
    ],
)
def test_people_of_a_town(town: str, words: str) -> None:
    assert set(words.split()) <= people_forms(town, "pl")
