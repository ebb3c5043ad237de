"""Names, languages and places from which the fictional people of the demo are made.

The shares follow the national figures: groups and ages of CBS, Statistiek Wet
inburgering 2022 and 2023; inhabitants of the gemeenten are rounded.
"""

from dataclasses import dataclass

# Gemeente → (CBS code, rounded inhabitants in thousands, first four digits of a postcode).
GEMEENTEN = {
    "Amersfoort": ("0307", 160, "3811"),
    "Barneveld": ("0203", 61, "3771"),
    "Soest": ("0342", 47, "3761"),
    "Nijkerk": ("0267", 45, "3861"),
    "Leusden": ("0327", 31, "3831"),
    "Baarn": ("0308", 25, "3741"),
    "Bunschoten": ("0313", 22, "3751"),
    "Woudenberg": ("0351", 14, "3931"),
    "Eemnes": ("0317", 9, "3755"),
}

COA_LOCATIES = ("Zeist", "Leersum", "Harderwijk", "Dronten")


@dataclass(frozen=True)
class Origin:
    """Where people come from: a nationality with its contact language and common names."""

    nationaliteit: str
    taal: str
    weight: int
    men: tuple[str, ...]
    women: tuple[str, ...]
    surnames: tuple[str, ...]


ASIEL = (
    Origin(
        "Syrië",
        "ar",
        55,
        ("Khaled", "Ahmad", "Yousef", "Omar", "Samir", "Bassel", "Ziad"),
        ("Nour", "Dima", "Layla", "Rania", "Hala", "Amal"),
        ("Haddad", "Khoury", "Nassar", "Al Masri", "Darwish", "Al Hariri"),
    ),
    Origin(
        "Turkije",
        "tr",
        12,
        ("Emre", "Işık", "Kerem", "Barış", "Çetin"),
        ("Işıl", "Şule", "Zeynep", "Gül"),
        ("Yılmaz", "Şahin", "Öztürk", "Demir", "Kılıç"),
    ),
    Origin(
        "Eritrea",
        "ti",
        10,
        ("Yonas", "Tesfay", "Filmon", "Samuel"),
        ("Winta", "Selam", "Luwam", "Feven"),
        ("Tesfamariam", "Ghebre", "Tekle", "Habte"),
    ),
    Origin(
        "Jemen",
        "ar",
        7,
        ("Amat", "Tareq", "Walid"),
        ("Arwa", "Samia", "Reem"),
        ("Al Hakimi", "Al Sana", "Saleh"),
    ),
    Origin(
        "Afghanistan",
        "prs",
        7,
        ("Najib", "Farid", "Habib"),
        ("Zahra", "Mina", "Shabnam"),
        ("Rahimi", "Ahmadi", "Noori"),
    ),
    Origin(
        "Iran",
        "fa",
        5,
        ("Reza", "Arash", "Dariush"),
        ("Shirin", "Parisa", "Nasrin"),
        ("Hosseini", "Karimi", "Moradi"),
    ),
    Origin("Somalië", "so", 4, ("Abdi", "Yusuf"), ("Fadumo", "Hodan"), ("Jama", "Warsame")),
)
GEZIN = (
    Origin(
        "Turkije",
        "tr",
        25,
        ("Emre", "Kerem", "Barış"),
        ("Zeynep", "Elif", "Işıl"),
        ("Yıldız", "Demir", "Koç"),
    ),
    Origin(
        "Marokko",
        "zgh",
        30,
        ("Hassan", "Yassin", "Karim"),
        ("Najat", "Fatima", "Samira"),
        ("El Idrissi", "Bouzid", "Amrani"),
    ),
    Origin(
        "Brazilië",
        "pt",
        20,
        ("João", "Luís", "Caio"),
        ("Letícia", "Ana", "Conceição"),
        ("da Silva", "Gonçalves", "Araújo"),
    ),
    Origin("Thailand", "th", 15, ("Somsak", "Anan"), ("Malee", "Suda", "Kanya"), ("Srisuk", "Chaiyasit")),
    Origin("India", "en", 10, ("Arjun", "Rohan"), ("Priya", "Anjali"), ("Sharma", "Iyer")),
)

# Age band → (weight, youngest, oldest): asielmigranten 2022 (CBS).
AGES = ((31, 18, 24), (31, 25, 34), (22, 35, 44), (12, 45, 54), (4, 55, 63))

DIPLOMAS = (
    ("geen", 14),
    ("basisonderwijs", 22),
    ("middelbaar", 28),
    ("beroepsopleiding", 18),
    ("bachelor", 12),
    ("master", 6),
)
BEROEPEN = (
    "kok",
    "kleermaker",
    "automonteur",
    "verpleegkundige",
    "leraar",
    "winkelier",
    "boer",
    "bouwvakker",
    "boekhouder",
)

PARTNERS = (
    ("Taalschool De Brug", "taalschool"),
    ("Bibliotheek Eemland (voorbeeld)", "taalhuis"),
    ("Stichting Welkom (voorbeeld)", "maatschappelijke begeleiding"),
    ("Werkgeversservicepunt (voorbeeld)", "werk"),
    ("Maatjesproject Samen (voorbeeld)", "vrijwilligers"),
)

LOGINS = (
    # e-mail, naam, functie, [(gemeente, rol)]
    ("marieke@demo.example", "Marieke de Wit", "klantmanager inburgering", [("Leusden", "klantmanager")]),
    ("joost@demo.example", "Joost Bakker", "klantmanager inburgering", [("Amersfoort", "klantmanager")]),
    (
        "samira@demo.example",
        "Samira Haddouchi",
        "klantmanager voor twee gemeenten",
        [("Woudenberg", "klantmanager"), ("Leusden", "klantmanager")],
    ),
    ("petra@demo.example", "Petra Vos", "teamleider", [("Leusden", "teamleider")]),
    (
        "ingrid@demo.example",
        "Ingrid Mulder",
        "inkoper van de regio",
        [(name, "inkoper") for name in GEMEENTEN],
    ),
    ("bas@demo.example", "Bas Jansen", "functioneel beheerder", [("Leusden", "beheerder")]),
    ("aad@demo.example", "Aad van Dijk", "auditor", [("Leusden", "auditor")]),
)
PASSWORD = "meedoen-demo"  # noqa: S105
