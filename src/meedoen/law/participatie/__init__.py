"""The Participatiewet, as far as it touches inburgering."""
