"""The day on which a person reaches the pensioengerechtigde leeftijd (AOW art. 7a)."""

from datetime import date
from itertools import pairwise

from ..kernel.calendar import date_function
from ..kernel.parameter import parameter

LEEFTIJD = parameter("aow.leeftijd")


@date_function
def aow_day(geboortedatum: date) -> date:
    """Return the first day on which the age that holds on that day is reached.

    An age rises on 1 January; whoever had not reached the old one by then waits for the new one. Days before
    2022 follow the age of 2022; days after the last published age follow that age, which can only rise.
    """
    ages = LEEFTIJD.dated
    for age, following in pairwise(ages):
        day: date = age.value.after(geboortedatum)
        if day < following.since:
            return day
    last: date = ages[-1].value.after(geboortedatum)
    return last
