"""What writers choose among, and what each choice is called on pages: tables of words."""

from typing import Annotated

from .facts import N_, Choice

TERRITORIES = Choice(
    {
        "metropole": N_("France métropolitaine"),
        "outre_mer": N_("départements d’outre-mer"),
        "guadeloupe": "Guadeloupe",
        "martinique": "Martinique",
        "guyane": N_("Guyane"),
        "reunion": N_("La Réunion"),
        "mayotte": "Mayotte",
        "saint_pierre_et_miquelon": "Saint-Pierre-et-Miquelon",
        "saint_barthelemy": "Saint-Barthélemy",
        "saint_martin": "Saint-Martin",
        "wallis_et_futuna": "Wallis-et-Futuna",
        "polynesie": N_("Polynésie française"),
        "nouvelle_caledonie": N_("Nouvelle-Calédonie"),
    },
    {"outre_mer": "les cinq départements d'outre-mer ensemble"},
)
Territory = Annotated[str, TERRITORIES]
"""Where a line or a text holds. `outre_mer`: the five overseas départements together."""

CallCost = Annotated[str, Choice({"gratuit": N_("Appel gratuit"), "appel_ordinaire": N_("Prix d’un appel ordinaire")})]
"""What it costs to call a line."""
Bill = Annotated[
    str,
    Choice(
        {"n_apparait_pas": N_("N’apparaît pas sur la facture"), "peut_apparaitre": N_("Peut apparaître sur la facture")}
    ),
]
"""Whether a call is on the bill."""

DeafAccess = Annotated[
    str,
    Choice(
        {
            "sms": N_("SMS"),
            "application": N_("application"),
            "visio_lsf": N_("visio en langue des signes"),
            "transcription": N_("conversation écrite en direct"),
            "tchat": N_("messagerie"),
            "formulaire": N_("formulaire"),
        }
    ),
]
"""How a line is reached by who does not hear or speak."""

LINE_NEEDS = Choice(
    {
        "danger": N_("Un danger maintenant"),
        "parler": N_("Parler à quelqu’un"),
        "toit": N_("Un toit ce soir"),
        "jeunes": N_("Enfants et jeunes"),
        "ecrire": N_("Écrire au lieu de téléphoner"),
        "precis": N_("Une situation précise"),
    }
)
LineNeed = Annotated[str, LINE_NEEDS]
"""What one calls a line for, in the order of the page of numbers."""

NEEDS = Choice(
    {
        "parler": N_("Parler"),
        "dormir": N_("Dormir ailleurs"),
        "plainte": N_("Plainte et droits"),
        "enfants": N_("Enfants"),
        "sante": N_("Santé"),
        "argent": N_("Argent et logement"),
    },
    {"dormir": "**on y dort** : c'est alors un hébergement, voyez plus bas"},
    {
        "dormir": ("logement-hebergement--rechercher-une-solution-dhebergement-temporaire",),
        "plainte": ("difficultes-administratives-ou-juridiques--accompagnement-pour-lacces-aux-droits",),
        "enfants": ("famille--soutien-a-la-parentalite-et-a-leducation",),
        "sante": ("sante--acces-aux-soins",),
        "argent": (
            "difficultes-financieres--prevenir-une-degradation-de-la-situation-financiere",
            "logement-hebergement--sinformer-sur-les-demarches-liees-a-lacces-au-logement",
        ),
    },
)
Need = Annotated[str, NEEDS]
"""What one may look for at a structure."""

Audience = Annotated[
    str,
    Choice(
        {
            "femmes": N_("femmes"),
            "hommes": N_("hommes"),
            "enfants": N_("enfants"),
            "jeunes": N_("jeunes"),
            "proches": N_("proches"),
            "tout_le_monde": N_("tout le monde"),
        },
        inclusion={
            "femmes": ("femmes",),
            "enfants": ("familles",),
            "jeunes": ("jeunes",),
            "tout_le_monde": ("tous-publics",),
        },
    ),
]
"""Whom a structure receives."""

AidAudience = Annotated[
    str,
    Choice(
        {
            "tout_le_monde": N_("tout le monde"),
            "couple": N_("qui subit ou a subi des violences dans le couple"),
            "locataires": N_("qui loue son logement"),
            "salaries": N_("qui a une épargne salariale"),
        }
    ),
]
"""Whom an aid is for."""

Access = Annotated[
    str,
    Choice(
        {
            "fauteuil": N_("fauteuil roulant"),
            "boucle_magnetique": N_("boucle magnétique"),
            "langue_des_signes": N_("langue des signes"),
            "accompagnement": N_("on vous accompagne"),
        }
    ),
]
"""How a structure is made for who has a disability."""

LocalCost = Annotated[
    str,
    Choice(
        {"gratuit": N_("Gratuit"), "selon_revenus": N_("Selon les revenus"), "payant": N_("Payant")},
        inclusion={"gratuit": ("gratuit",), "selon_revenus": ("payant",), "payant": ("payant",)},
    ),
]
"""What it costs to be received."""

Within = Annotated[str, Choice({"commissariat": N_("au commissariat"), "gendarmerie": N_("à la gendarmerie")})]
"""Where a service receives that is not at home."""

ASKED_FOR = Choice(
    {
        "intervenante_sociale": N_("l’intervenante sociale"),
        "assistante_sociale": N_("l’assistante sociale"),
        "reseau_local": N_("le réseau local"),
        "aide_aux_victimes": N_("l’aide aux victimes"),
        "ccas": N_("le service social de la mairie (CCAS)"),
    }
)
AskFor = Annotated[str, ASKED_FOR]
"""Whom to ask for at a desk."""

STRUCTURE_TYPES = Choice(
    {
        "ecoute": N_("Écoute et accompagnement"),
        "hebergement": N_("Hébergement, à une adresse qui n’est jamais publiée"),
        "iscg": N_("Assistante ou assistant social"),
        "commissariat": N_("Commissariat de police"),
        "gendarmerie": N_("Gendarmerie"),
        "service_social": N_("Service social"),
        "cidff": N_("Information sur les droits (CIDFF)"),
        "france_victimes": N_("Aide aux victimes (France Victimes)"),
        "umj": N_("Médecins légistes (UMJ)"),
        "accueil_de_jour": N_("Accueil de jour"),
        "leao": N_("Écoute, accueil et orientation (LEAO)"),
        "groupe_de_parole": N_("Groupe de parole"),
        "point_justice": N_("Point-justice"),
        "tribunal": N_("Tribunal"),
        "avocats": N_("Ordre des avocats"),
        "caf": N_("Caisse d’allocations familiales"),
        "bailleur": N_("Logement social"),
        "adil": N_("Information sur le logement (ADIL)"),
        "pmi": N_("Protection maternelle et infantile (PMI)"),
        "france_services": "France Services",
        "maison_des_femmes": N_("Maison des femmes"),
        "association": N_("Association"),
    },
    {
        "iscg": "travailleuse sociale au commissariat ou à la gendarmerie",
        "umj": "unité médico-judiciaire",
        "leao": "lieu d'écoute",
    },
)
"""The types of local structures, in the order of their département's page."""
TAB_KINDS = Choice(
    {
        "reseau": N_("Services locaux"),
        "autres": N_("Autres contacts"),
        "ecoute": N_("Renseignements"),
        "hebergement": N_("Logement"),
        "iscg": N_("Service social"),
        "commissariat": N_("Services de l’État"),
        "gendarmerie": N_("Services de l’État"),
        "service_social": N_("Services du département"),
        "cidff": N_("Droits"),
        "france_victimes": N_("Conseils"),
        "umj": N_("Santé"),
        "accueil_de_jour": N_("Accueil de jour"),
        "leao": N_("Lieu d’accueil"),
        "groupe_de_parole": N_("Rencontres"),
        "point_justice": N_("Permanences"),
        "tribunal": N_("Services de l’État"),
        "avocats": N_("Permanences"),
        "caf": "CAF",
        "bailleur": N_("Logement social"),
        "adil": N_("Renseignements"),
        "pmi": N_("Petite enfance"),
        "france_services": "France Services",
        "maison_des_femmes": N_("Centre de conseil"),
        "association": N_("Association"),
    }
)
"""What the tab of a network or of a structure calls it, by its type: a word that any town hall's site could show."""
COUNTER_NEEDS = Choice(
    {
        "police": N_("Police et gendarmerie"),
        "aide": N_("Aide et droits"),
        "justice": N_("Justice"),
        "quotidien": N_("Argent, logement, enfants"),
        "sante": N_("Santé"),
    }
)
"""What one goes to a counter for, in the order in which somebody who is afraid looks for it."""
StructureType = Annotated[str, STRUCTURE_TYPES]
LandmarkType = Annotated[str, Choice({**STRUCTURE_TYPES.labels, "mairie": ""}, STRUCTURE_TYPES.meanings)]
"""What a landmark leads to."""

NewsType = Annotated[str, Choice(dict.fromkeys(("formation", "groupe_de_parole", "sensibilisation", "rencontre"), ""))]
"""What happens on a day."""

Browser = Annotated[str, Choice(dict.fromkeys(("chrome", "samsung", "firefox", "edge", "brave", "safari"), ""))]
System = Annotated[str, Choice(dict.fromkeys(("android", "iphone", "ipad", "windows", "macos", "linux"), ""))]

PICTOGRAMS = Choice(
    dict.fromkeys(
        (
            "ambulance",
            "appel",
            "argent",
            "balance",
            "calendrier",
            "carte",
            "casquette",
            "chemin",
            "cle",
            "coeur",
            "danger",
            "document",
            "ecoute",
            "enfant",
            "etoile",
            "fenetre",
            "gomme",
            "horloge",
            "identite",
            "ile",
            "image",
            "info",
            "lieu",
            "liste",
            "lit",
            "livre",
            "loupe",
            "mairie",
            "marche",
            "message",
            "monde",
            "nuit",
            "oeil",
            "oreille",
            "pansement",
            "personne",
            "personnes",
            "question",
            "sac",
            "silence",
            "soin",
            "soleil",
            "telephone",
            "toit",
            "travail",
        ),
        "",
    ),
    {
        "ambulance": "une ambulance",
        "appel": "un combiné",
        "argent": "une pièce",
        "balance": "une balance",
        "carte": "une carte de banque",
        "casquette": "une casquette de police",
        "chemin": "un panneau",
        "danger": "un triangle",
        "ecoute": "un casque",
        "fenetre": "une fenêtre",
        "identite": "une carte d'identité",
        "ile": "un palmier sur une île",
        "image": "une photo",
        "info": "un i dans un rond",
        "lieu": "un point sur une carte",
        "livre": "un livre ouvert",
        "mairie": "un bâtiment à colonnes",
        "marche": "une personne qui marche",
        "message": "une bulle",
        "monde": "un globe",
        "nuit": "une lune",
        "pansement": "un pansement",
        "personnes": "deux personnes",
        "question": "un point d'interrogation",
        "sac": "une valise",
        "silence": "une bulle barrée",
        "soin": "une croix",
        "telephone": "un téléphone portable",
        "toit": "une maison",
        "travail": "une sacoche",
    },
)
Pictogram = Annotated[str, PICTOGRAMS]
"""What stands beside the title of a page where others lead to it, or in a text (`dessin:lit`). Drawn in the template `components/icons.html`."""
