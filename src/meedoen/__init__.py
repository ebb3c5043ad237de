"""Meedoen: regie op inburgering, van koppeling tot meedoen."""
