"""A made-up country: dossiers with their events, as Parquet, always the same for the same seed.

Run: ``.venv-bench/bin/python bench/land.py --dossiers 200000 --op 2026-09-01 --naar build/land``. It needs
numpy and polars and nothing of Meedoen. The first n dossiers are the same however many are made. Nobody in it
exists; the shares (groups, routes, waiting times, missed calls) follow the figures about the chain that were
published. ``land(n, op)`` gives the same as frames. Three folders of Parquet parts, each sorted by dossier:

``dossiers``: one row a dossier, the facts that a person writes down or a message brings. The name of a column is
the name of the fact in the ``*Facts`` classes of ``meedoen.law``; a fact that is missing is null. Dates are Date,
closed lists are Enum (their values are the string codes), yes and no are Boolean, numbers are Int32. Beside those:
``dossier`` (UInt32, from 0) and ``overstap`` (Date, the day on which the route of ``overstap_van`` was left).

``gebeurtenissen``: one row an event, about 20 a dossier, in order of dossier and day, none after ``op``:

| column | type | what |
|---|---|---|
| dossier | UInt32 | of whom |
| soort | Enum (SOORTEN) | what happened, see below |
| datum | Date | the day, or the first day of a period |
| aantal | Int16, null | hours of a statement of lessons, days of a period (null: it still runs), else see below |
| code | Enum (CODES), null | the school, the part of the exam, the ground, the course |
| leerroute | Enum, null | the route in which the hours were followed; null before there is a PIP |
| in_intake | Boolean | the hours fell in the brede intake |

| soort | aantal | code | gives the fact |
|---|---|---|---|
| oproep | days of the term that it sets | – | oproepen (count), oproep (last day), oproep_termijn (datum + aantal of the last) |
| oproep_gemist | – | – | gemiste_oproepen (count; 0 with calls and none missed, null without calls) |
| waarschuwing | – | – | waarschuwing (last day) |
| voortgangsgesprek | – | – | laatste_voortgangsgesprek (last day), voortgangsgesprekken (count) |
| les_nt2 | hours followed | keurmerk, taalschakel, overig | nt2_uren, cursusuren, nt2_uren_voor_overstap |
| les_alfabetisering | hours followed | idem | idem, and waarvan_alfabetisering |
| les_knm | hours followed | idem | cursusuren, knm_uren_voor_overstap |
| verzuim_geoorloofd | hours missed | – | verzuim_geoorloofd_uren |
| verzuim_ongeoorloofd | hours missed | – | verzuim_ongeoorloofd_uren |
| participatie | hours | – | participatie_uren, or participatie_uren_brede_intake when in_intake |
| pvt | hours | – | pvt_uren |
| pvt_activiteit | – | – | pvt_activiteiten (count) |
| pvt_ondertekend | – | – | participatieverklaring_ondertekend (last day) |
| map | hours of practical effort | – | map_uren |
| map_eindgesprek | – | – | map_eindgesprek (last day) |
| z_eindgesprek | – | – | z_eindgesprek (last day) |
| examen_behaald | 2 for A2, 3 for B1, 4 for B2 | lezen, luisteren, schrijven, spreken, knm | taalonderdelen_behaald (distinct language parts), knm_behaald |
| examen_gezakt | idem | idem | examenpogingen_onderdelen counts distinct parts tried, passed or not |
| omstandigheid | days; null: still runs | a ground of Ri 4.1 (GRONDEN) | NAME_dagen (sum; days until op while it runs), NAME_vanaf (first day) |
| opleiding | days; null: still runs | praktijkonderwijs, vso, entree | niet_vrijstellende_opleiding_geeindigd (last day of the latest ended) |

How hours add up (Bi 3.14, 5.4, 5.5):
- ``nt2_uren``: les_nt2 + les_alfabetisering whose code is keurmerk or taalschakel, the brede intake included;
  ``waarvan_alfabetisering`` and ``waarvan_brede_intake`` are the parts of it in les_alfabetisering and in_intake.
- ``cursusuren``: les_nt2 + les_alfabetisering + les_knm with leerroute Z-route, any school.
- ``nt2_uren_voor_overstap``, ``knm_uren_voor_overstap``: les_nt2 + les_alfabetisering, and les_knm, with leerroute
  B1-route or onderwijsroute, code keurmerk or taalschakel, and a datum before ``overstap``; only when the dossier
  now follows the Z-route.
- A sum or count is null when there is no row that it counts, and so is a last day.

Lessons come as statements of a school about two to three months, so that 20 rows a dossier hold all hours.

``feiten``: ``dossiers`` with the facts that follow from the events, added up in numpy while they were made: what
any other way of adding up must give, and what an engine without events is given.
"""
