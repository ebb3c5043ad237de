"""The forms to type over what DUO's portal shows, by interface."""

from collections.abc import Mapping

from .duo_portaal_form import PortalForm
from .duo_portaal_plicht_forms import DoelgroepForm, PlichtForm, TermijnForm, VrijstellingForm
from .duo_portaal_voortgang_forms import (
    ExamenForm,
    LBTForm,
    MAPForm,
    PIPForm,
    PogingenForm,
    PVTForm,
    UrenForm,
)

FORMS: Mapping[str, type[PortalForm]] = {
    form.interface: form
    for form in (
        PlichtForm,
        DoelgroepForm,
        TermijnForm,
        LBTForm,
        PIPForm,
        UrenForm,
        PVTForm,
        MAPForm,
        ExamenForm,
        PogingenForm,
        VrijstellingForm,
    )
}
"""By interface, in the order of the page; ontheffing has a page of its own, because it is health."""
