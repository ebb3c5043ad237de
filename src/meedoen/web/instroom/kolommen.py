"""Which column of a file holds what."""

import re
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from meedoen.access.permissions import may
from meedoen.domain.instroom import actions
from meedoen.domain.instroom.cells import as_text
from meedoen.domain.instroom.columns import FIELDS_OF, SEALED
from meedoen.domain.instroom.models import Import
from meedoen.domain.instroom.packing import unpack_row
from meedoen.web.once import once
from meedoen.web.templatetags.dutch import masked

from .work import check, import_or_404

EXAMPLES = 3
COVERED = "(afgeschermd)"
SKIP = "niet"
# A heading under which a file may tell about health: its cells are no example on a page.
HEALTH = re.compile("gezond|medisch|beperking|fysiek|ziek|zorg|bijzonder|opmerking", re.IGNORECASE)


class ColumnsForm(forms.Form):
    """One choice for each column of the file, with some of what stands in it."""

    def __init__(self, *args: Any, bestand: Import, examples: list[list[str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.headings = bestand.headings
        fields = FIELDS_OF[bestand.soort]
        choices = [(SKIP, "Niet inlezen"), *((field.code, field.heading) for field in fields)]
        for place, heading in enumerate(bestand.headings):
            seen = ", ".join(f"«{text[:30]}»" for text in examples[place] if text)
            self.fields[f"kolom_{place}"] = forms.ChoiceField(
                label=heading,
                choices=choices,
                initial=bestand.kolommen.get(heading, SKIP),
                help_text=f"Bijvoorbeeld {seen}" if seen else "Deze kolom is leeg in de eerste rijen.",
            )

    def chosen(self) -> dict[str, str]:
        """Return heading → code of our field."""
        typed = {heading: self.cleaned_data[f"kolom_{place}"] for place, heading in enumerate(self.headings)}
        return {heading: "" if code == SKIP else code for heading, code in typed.items()}


def example(cell: object) -> str:
    """Return a cell as an example: numbers of persons covered, nothing about health."""
    text = as_text(cell)
    if re.search("gezondheid|medisch", text, re.IGNORECASE):
        return COVERED
    return masked(text) if re.fullmatch(r"V?[\d .-]{8,12}", text) and "-" not in text[:5] else text


def _example(bestand: Import, heading: str, cell: object) -> str:
    """Return a cell as an example; of a file of COA nothing that may be about health."""
    sealed = bestand.kolommen.get(heading) in SEALED or HEALTH.search(heading)
    return COVERED if bestand.soort == Import.Soort.COA and sealed and cell else example(cell)


@may("caseload.import")
@once
def kolommen(request: HttpRequest, import_id: int) -> HttpResponse:
    """Show the columns; keep the choice for the next file and check the rows."""
    bestand = import_or_404(request, import_id, lock=request.method == "POST")
    rows = [
        unpack_row(regel) for regel in bestand.regels.exclude(cellen_sealed=None).order_by("rij")[:EXAMPLES]
    ]
    examples = [
        [_example(bestand, heading, row.cells[place]) for row in rows]
        for place, heading in enumerate(bestand.headings)
    ]
    form = ColumnsForm(request.POST or None, bestand=bestand, examples=examples)
    if request.method == "POST" and form.is_valid():
        try:
            actions.set_columns(bestand, form.chosen(), by=request.user)
        except actions.NotPossible as refused:
            form.add_error(None, str(refused))
        else:
            return redirect(check(request, bestand))
    unknown = [heading for heading in bestand.headings if heading not in bestand.kolommen]
    return render(
        request,
        "instroom/kolommen.html",
        {"form": form, "bestand": bestand, "unknown": unknown},
        status=422 if form.is_bound and form.errors else 200,
    )
