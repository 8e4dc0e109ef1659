"""What is counted beside people, by the beginnings of its words in all languages."""

UNITS: dict[str, str] = {
    "drones": "dron uav дрон беспилотник безпілотник бпла шахед drohne",
    "missiles": "missile ракет rakete rakiet pocisk",
    "bombs": "bomb бомб каб",
    "attacks": "attack атак assault штурм angriff ataków ataki",
    "clashes": "clash engagement боїв бої боя боев зіткнен столкновен боєзіткнен "
    "боестолкнов gefecht starć walk",
    "houses": "house home будинк будинок дом домов дома häuser domów",
    "flats": "apartment flat квартир wohnung mieszka",
    "settlements": "settlement village населен сел сіл dörfer wsi miejscowo",
    "consumers": "consumer subscriber customer household абонент потребител споживач",
    "vehicles": "car vehicle автомобил автомобіл машин auto samochod",
    "km": "km kilomet километр кілометр км",
    "hectares": "hectare гектар га",
    "tonnes": "tonne ton тонн",
    "regions": "region област регион регіон",
    "percent": "percent % процент відсотк prozent procent",
    "minutes": "minute минут хвилин minut",
    "prisoners": "prisoner pow пленн полонен військовополонен военноплен jeńc",
    "buildings": "building здани будівел споруд gebäude budynk",
}
