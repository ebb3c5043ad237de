"""Extension of the term: not culpable, after effort, and for a niet-vrijstellende opleiding."""

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from ..inburgering import inspanning, opleiding
from ..inburgering import verlenging as law
from ..inburgering.termijn import TermijnFacts, may_request_verlenging_since
from ..inburgering.verlenging import VerlengingFacts, Verlengingsgrond
from ..kernel.calendar import whole_months_between
from ..kernel.period import Months
from .question import Answer, Question, Unfold
from .values import QuestionError

WITHOUT_LENGTH = (Verlengingsgrond.OVERLIJDEN, Verlengingsgrond.BEVALLING)
WITH_LENGTH = tuple(
    grond for grond in Verlengingsgrond if grond not in (*WITHOUT_LENGTH, Verlengingsgrond.SAMENLOOP)
)
NAMES = (
    *(str(grond.value) for grond in WITHOUT_LENGTH),
    *(f"{grond.value}_{unit}" for grond in WITH_LENGTH for unit in ("maanden", "dagen")),
    "omstandigheden_aaneengesloten",
)
DAYS_IN_HALF_A_MONTH = 15
FORM = "omstandigheden is een lijst van {grond, months} of {grond, van, tot}"


def read_circumstances(value: Any) -> Mapping[str, Any]:
    """Read the list of circumstances; each ground stands in it once, with its length or its days."""
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise QuestionError(FORM)
    found: dict[str, Any] = {}
    spans: list[tuple[date, date]] = []
    for item in value:
        grond = item.get("grond")
        if grond not in (*WITHOUT_LENGTH, *WITH_LENGTH):
            raise QuestionError(f"omstandigheden: onbekende grond {grond!r}")
        if grond in found or f"{grond}_maanden" in found:
            raise QuestionError(f"omstandigheden: {grond} staat er twee keer")
        if set(item) - {"grond", "months", "van", "tot"}:
            raise QuestionError(FORM)
        if grond in WITHOUT_LENGTH:
            found[grond] = True
            continue
        months, days = length_of(item)
        found |= {f"{grond}_maanden": months, f"{grond}_dagen": days}
        if "van" in item:
            spans.append((item["van"], item["tot"]))
    spans.sort()
    if any(begin <= end for (_, end), (begin, _) in pairwise(spans)):
        raise QuestionError("omstandigheden: perioden overlappen; geef elke dag onder een grond")
    if len(spans) > 1 and len(spans) == sum(name.endswith("_maanden") for name in found):
        found["omstandigheden_aaneengesloten"] = all(
            begin == end + timedelta(days=1) for (_, end), (begin, _) in pairwise(spans)
        )
    return found


def length_of(item: Mapping[str, Any]) -> tuple[int, int]:
    """Return whole months and the days beyond them; 2.5 months is 2 months and 15 days."""
    van, tot, months = item.get("van"), item.get("tot"), item.get("months")
    if isinstance(van, date) and isinstance(tot, date) and van <= tot and months is None:
        after = tot + timedelta(days=1)
        whole = whole_months_between(van, after)
        return whole, (after - Months(whole).after(van)).days
    halves = months * 2 if isinstance(months, int | float) and not isinstance(months, bool) else -1
    if halves < 0 or halves != int(halves) or van is not None or tot is not None:
        raise QuestionError(FORM)
    return int(halves) // 2, int(halves) % 2 * DAYS_IN_HALF_A_MONTH


QUESTIONS: Mapping[str, Question] = {
    "verlenging": Question(
        {
            "extended": Answer(law.verlenging_granted, VerlengingFacts),
            "last_day": Answer(law.verlenging_last_day, VerlengingFacts),
            "aanvragen_vanaf": Answer(may_request_verlenging_since, TermijnFacts),
            "aanvragen_kan": Answer(law.may_request_verlenging, VerlengingFacts),
            "zonder_aanvraag": Answer(law.may_extend_ambtshalve, VerlengingFacts),
            "besluit_uiterlijk": Answer(law.verlenging_besluit_due, VerlengingFacts),
        },
        unfolds={"omstandigheden": Unfold(read_circumstances, NAMES)},
    ),
    "verlenging_bewijs": Question({"bewijs": Answer(law.verlenging_bewijs, VerlengingFacts)}),
    "verlenging_inspanning": Question(
        {
            "extended": Answer(inspanning.extended_after_effort, inspanning.InspanningFacts),
            "last_day": Answer(inspanning.effort_last_day, inspanning.InspanningFacts),
        }
    ),
    "verlenging_opleiding": Question(
        {
            "counts": Answer(opleiding.opleiding_counts, opleiding.OpleidingFacts),
            "months": Answer(opleiding.opleiding_maanden, opleiding.OpleidingFacts),
            "days": Answer(opleiding.opleiding_dagen, opleiding.OpleidingFacts),
            "earlier_days": Answer(opleiding.eerdere_opleiding_dagen, opleiding.OpleidingFacts),
            "last_day": Answer(opleiding.opleiding_last_day, opleiding.OpleidingFacts),
        }
    ),
}
