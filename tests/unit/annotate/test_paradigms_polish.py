"""Polish names of places: all forms, folded (ą is a, but ł stays)."""

import pytest

from bot.annotate.paradigms import adjective_forms, forms, town_adjectives

NAMES = {
    "Kraków": "krakow krakowa krakowowi krakowem krakowie",
    "Charków": "charkow charkowa charkowowi charkowem charkowie",
    "Lwów": "lwow lwowa lwowowi lwowem lwowie",
    "Kijów": "kijow kijowa kijowowi kijowem kijowie",
    "Łódź": "łodz łodzi łodzia",
    "Toruń": "torun torunia toruniowi toruniem toruniu",
    "Poznań": "poznan poznania poznaniowi poznaniem poznaniu",
    "Wrocław": "wrocław wrocławia wrocławiowi wrocławiem wrocławiu",
    "Białystok": "białystok białegostoku białemustokowi białymstokiem białymstoku",
    "Gdańsk": "gdansk gdanska gdanskowi gdanskiem gdansku",
    "Donieck": "donieck doniecka donieckowi donieckiem doniecku",
    "Szczecin": "szczecin szczecina szczecinowi szczecinem szczecinie",
    "Warszawa": "warszawa warszawy warszawie warszawe",
    "Genewa": "genewa genewy genewie genewe",
    "Odessa": "odessa odessy odessie odesse",
    "Ryga": "ryga rygi rydze ryge",
    "Praga": "praga pragi pradze prage",
    "Moskwa": "moskwa moskwy moskwie moskwe",
    "Bruksela": "bruksela brukseli bruksele",
    "Barcelona": "barcelona barcelony barcelonie barcelone",
    "Floryda": "floryda florydy florydzie floryde",
    "Częstochowa": "czestochowa czestochowy czestochowie czestochowe",
    "Kielce": "kielce kielc kielcom kielcami kielcach",
    "Katowice": "katowice katowic katowicom katowicami katowicach",
    "Niemcy": "niemcy niemiec niemcom niemcami niemczech",
    "Węgry": "wegry wegier wegrom wegrami wegrzech",
    "Włochy": "włochy włoch włochom włochami włoszech",
    "Czechy": "czechy czech czechom czechami czechach",
    "Indie": "indie indii indiom indiami indiach",
    "Zakopane": "zakopane zakopanego zakopanemu zakopanem",
    "Wielka Brytania": "wielka brytania|wielkiej brytanii|wielka brytanie",
    "Nowy Jork": "nowy jork|nowego jorku|nowemu jorkowi|nowym jorkiem|nowym jorku",
    "Republika Czeska": "republika czeska|republiki czeskiej|republice czeskiej",
    "Bielsko-Biała": "bielsko-biała|bielska-białej|bielsku-białej|bielskiem-biała",
    "Rawa Mazowiecka": "rawa mazowiecka|rawy mazowieckiej|rawie mazowieckiej",
    "Tokio": "tokio",
    "Chicago": "chicago",
    "Ohio": "ohio",
}


@pytest.mark.parametrize("name", NAMES)
def test_forms_of_a_name(name: str) -> None:
    expected = NAMES[name].split("|" if "|" in NAMES[name] else None)

    assert set(expected) <= forms(name, "pl")


def test_adjectives() -> None:
    expected = (
        "sumski sumskiego sumskiemu sumskim sumska sumskiej sumskie sumskich sumskimi"
    )

    assert adjective_forms("sumski", "pl") == set(expected.split())


@pytest.mark.parametrize(
    ("town", "form"),
    [
        ("Charków", "charkowskiego"),
        ("Kijów", "kijowskim"),
        ("Warszawa", "warszawska"),
        ("Londyn", "londynskiej"),
    ],
)
def test_a_towns_adjective(town: str, form: str) -> None:
    assert form in town_adjectives(town, "pl")
