"""The facts that a national line and a local service have alike. What the guide says of one is for each to say."""

from .facts import N_, Fact, Row

NAME = Fact(place=4, column="nom", cited="inline")
NUMBER = Fact(place=40, column="numéro", cited="inline")
EMAIL = Fact(place=44, row=Row(180, N_("Courriel")), column="courriel", hsds="email", cited="inline")
WEBSITE = Fact(place=45, hint="l'adresse du site.", row=Row(170, N_("Site")), column="site", hsds="url", cited="inline")
HOURS = Fact(place=50, row=Row(60, N_("Quand")), column="horaires", cited="inline")
LANGUAGES = Fact(place=72, row=Row(130, N_("Langues")), column="langues", cited="inline")
