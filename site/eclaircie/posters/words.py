"""The words on paper. Translators have them in `translations/`, beside those of the pages.

A number never stands in a word: it comes from the file of its line, in the place of `%(number)s`.
"""

from ..content.facts import N_
from ..content.national_lines import EMERGENCY_LINE, LISTENING_LINE, MESSAGE_LINE

OPEN = {
    "question": N_("Quelqu’un de proche vous fait peur ?"),
    "promise": N_("Avoir peur suffit pour demander de l’aide."),
    "whom": N_("Qui appeler, à qui écrire"),
    "rights": N_("Vos droits, un toit, de l’argent"),
    "near": N_("Qui aide près de chez vous"),
    "free": N_("Gratuit. Sans compte, sans donner votre nom."),
    "scan": N_("Visez ce carré avec l’appareil photo, ou tapez l’adresse."),
    "strip": N_("Une bande suffit : l’adresse et un numéro."),
    "local": N_("Près de chez vous"),
}
"""Those that say what it is about."""

NEUTRAL = {
    "lead": N_("Vos droits, vos démarches, des adresses près de chez vous."),
    "home": N_("Logement, travail, argent"),
    "family": N_("Famille, enfants, santé"),
    "places": N_("Des adresses près de chez vous"),
    "free": N_("Gratuit, sans compte."),
    "scan": N_("Visez ce carré avec l’appareil photo, ou tapez l’adresse."),
    "numbers": N_("Numéros utiles"),
}
"""Those that anybody may read over a shoulder."""

COUNTER = {
    "question": N_("Besoin de parler ?"),
    "ask": N_("Dites-le-nous. Nous trouverons un moment à l’écart."),
    "later": N_("Ou lisez d’abord, quand vous serez tranquille :"),
    "free": N_("Gratuit. Sans compte, sans donner votre nom."),
    "local": N_("Près de chez vous"),
}
"""Those of the sign on a counter: whoever puts it there listens."""

LEAFLET = {
    "cover": N_("Des numéros, des adresses, vos droits"),
    "danger": N_("Un danger, maintenant"),
    "say": N_("Dites l’adresse d’abord, puis ce qui se passe."),
    "write": N_("Vous ne pouvez pas parler ? Écrivez l’adresse d’abord. Coupez le son : la réponse vient par SMS."),
    "language": N_("Le français n’est pas votre langue ? Dites l’adresse, puis le nom de votre langue."),
    "after": N_(
        "L’appel ou le SMS reste dans le téléphone. Plus tard, quand le danger est passé, effacez cette ligne-là, et elle seule."
    ),
    "fear": N_("Avoir peur suffit pour demander de l’aide."),
    "talk": N_("Parler à quelqu’un"),
    "near": N_("Près de chez vous"),
    "everywhere": N_(
        "Partout en France, des associations, des juristes et des assistantes sociales écoutent et conseillent."
    ),
    "either": N_("On vous aide, que vous portiez plainte ou non."),
    "shown": N_("Le site dit qui aide dans chaque département, et comment les joindre."),
    "site": N_("Sur le site"),
    "leave": N_("« Quitter » est toujours à l’écran. Il mène à un autre site."),
    "traces": N_("Le site dit ce qui reste dans le téléphone, et comment l’effacer."),
    "watched": N_("Quelqu’un surveille peut-être votre téléphone ? Lisez plutôt sur un autre."),
    "paper": N_("Ce papier peut être trouvé. Si l’emporter est un risque, retenez l’adresse et laissez-le ici."),
    "scan": N_("Visez ce carré avec l’appareil photo, ou tapez l’adresse."),
    "others": N_("Vous vous inquiétez pour quelqu’un ?"),
    "listen": N_("Écoutez, croyez, laissez la personne décider. Ne posez pas de question devant l’autre."),
    "door": N_("Ne glissez pas ce papier sous une porte : l’autre peut le trouver."),
    "hear": N_("Vous entendez des cris ou des coups ? Appelez les secours."),
    "free": N_("Gratuit. Sans compte, sans donner votre nom."),
}
"""Those of the leaflet. What it advises stands on the pages too, each time with its source."""

ADVISES = N_("Le %(number)s répond aussi aux proches.")
"""Where the listening line answers."""
REACHED_BY = N_("par le %(number)s")
"""How one of those who help is reached who has no number of their own on paper."""

LINES = {
    EMERGENCY_LINE: (N_("Danger"), N_("Appelez")),
    MESSAGE_LINE: (N_("SMS"), N_("Écrivez, sans parler")),
    LISTENING_LINE: (N_("Écoute"), N_("Parlez à une écoutante")),
    "enfance": (N_("Enfants"), N_("Un enfant est en danger, ou voit des violences")),
    "toit": (N_("Un toit"), N_("Nulle part où dormir ce soir")),
    "droits": (N_("Vos droits"), N_("Être écouté, connaître ses droits")),
    "sante": (N_("SAMU"), N_("Une blessure, un malaise")),
    "pompiers": (N_("Pompiers"), N_("Un feu, une personne enfermée")),
}
"""By the name of its file, what a line is for: in one word, and in a few."""

NEUTRAL_LINES = {
    "sante": N_("SAMU"),
    EMERGENCY_LINE: N_("Secours"),
    "pompiers": N_("Pompiers"),
    MESSAGE_LINE: N_("Par SMS"),
}
"""What a neutral sheet calls the lines that it shows, in its order: the ones that stand in every town's bulletin."""
