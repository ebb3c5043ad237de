"""The page of the events of DUO, made from the table that the inbox itself uses."""

INTRO = """# Gebeurtenissen van DUO

DUO meldt een gebeurtenis aan `POST /duo/notificaties`, of iemand neemt haar over uit het Portaal Inburgering.
Deze tabel zegt wat Meedoen dan doet. Zij komt uit `domain/keten/gebeurtenissen.py`, dezelfde tabel die de
software gebruikt.

- **Bewaren**: dezelfde gebeurtenis twee keer is één regel. Zij is dezelfde bij hetzelfde berichtId, of bij
  hetzelfde moment, dezelfde persoon en dezelfde code.
- **Ophalen**: met een koppeling vraagt Meedoen wat DUO nu zegt en bewaart dat als het anders is dan de vorige
  keer. Zonder koppeling zegt de taak dat u in het portaal kijkt.
- **Volgorde**: wat DUO later registreerde, telt. Een taak vervalt, of komt niet, als DUO daarna iets
  registreerde dat hieronder bij "vervalt na" staat, in welke volgorde het ook binnenkomt.
- **Onbekende persoon**: er komt één taak voor de teamleider. Wie de gebeurtenis koppelt of een dossier maakt,
  laat alles vanzelf verder gaan.
- **Onbekende code**: wordt bewaard, met een taak voor de teamleider.
- **Attentiesignaal**: stuurt DUO nog niet; het staat in het portaal. Waar "ja" staat bij "leidt af", maakt
  Meedoen dezelfde taak uit de eigen gegevens.
"""


def events_page() -> str:
    """Return the page: one table to see everything, then each code with its details."""
    from meedoen.domain.keten.gebeurtenissen import TABLE, betekenis_of, derived_by_meedoen
    from meedoen.domain.regio.models import Rol

    rows = sorted(TABLE, key=lambda row: row.code)
    lines = [
        INTRO,
        "| code | wat er gebeurde | taak | voor wie | uiterlijk | leidt af |",
        "|---|---|---|---|---|---|",
    ]
    for row in rows:
        task = row.taak
        told = (task.titel, Rol(task.rol).label, task.uiterlijk.in_words) if task else ("geen", "–", "–")
        derived = "ja" if derived_by_meedoen(row.code) else ""
        lines.append(f"| [{row.code}](#{row.code.lower()}) | {row.zin} | {' | '.join(told)} | {derived} |")
    lines += [
        "",
        f"Bij een code die hier niet staat, is de taak: *{betekenis_of('…').taak.titel}*.",
        "",
    ]
    for row in rows:
        lines += _details(row)
    return "\n".join(lines).rstrip() + "\n"


def _details(row: "object") -> list[str]:
    from meedoen.domain.keten.betekenis import WAAR

    task = row.taak
    lines = [
        f"## {row.code}\n",
        f"{row.zin}.\n",
        f"- **Hoe het komt**: {'DUO stuurt het' if row.seint_zelf else 'attentiesignaal, in het portaal'}.",
        f"- **Wat Meedoen ophaalt**: {', '.join(f'`{name}`' for name in row.haal) or 'niets'}.",
    ]
    if task is None:
        return [*lines, f"- **Geen taak**: {row.geen_taak}\n"]
    uitleg = task.uitleg.replace("{pip}", "*laatste dag*").replace("{bezwaar}", "*laatste dag*")
    law = " Deze dag volgt uit de wet." if task.uiterlijk.by_law else ""
    lines += [
        f"- **Taak**: {task.titel}. {uitleg}",
        f"- **Uiterlijk**: {task.uiterlijk.in_words}.{law}",
        f"- **Waar**: {WAAR[task.waar]}.",
    ]
    if row.achterhaald_door:
        lines.append(f"- **Vervalt na**: {', '.join(sorted(row.achterhaald_door))}.")
    if task.reading:
        lines.append(f"- **Lezing**: {task.reading}")
    return [*lines, ""]
