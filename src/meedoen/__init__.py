"""Meedoen: regie op inburgering, van koppeling tot meedoen."""

__version__ = "0.1.0"
