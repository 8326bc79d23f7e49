"""What keys and words are called where they are not shown as they are written: on the form of the editor."""

from .facts import Choice

_LABELS = {
    "a": "Jusqu'à",
    "age_limite": "Limite d'âge",
    "a_confirmer": "À confirmer",
    "a_part": "Page à part",
    "a_relire_par_une_association": "À relire par une association",
    "a_verifier": "À vérifier",
    "annuaire": "Fiche d'annuaire",
    "acces_handicap": "Accès avec un handicap",
    "acces_sourds": "Sans entendre ou sans parler",
    "accueils": "Accueils où demander",
    "bareme": "Barème",
    "barre": "Numéros du bas de l'écran",
    "besoin": "Pour quoi on l'appelle",
    "calcul": "Calcul du barème",
    "cout": "Coût",
    "dans": "Reçoit dans",
    "de": "De",
    "debut": "Premier jour",
    "delai_jours_ouvres": "Délai, en jours ouvrés",
    "delai_maximal_jours_ouvres": "Plus long délai, en jours ouvrés",
    "demander": "Qui demander",
    "demarche": "Démarche",
    "don_jusqu_a": "Don jusqu'à",
    "essaye_le": "Essayé le",
    "fin": "Dernier jour",
    "francais_a_cote": "Français à côté",
    "horaires_note": "À savoir sur les horaires",
    "horaires_messagerie": "Horaires de la messagerie",
    "intercommunalites": "Intercommunalités",
    "langues_a_certaines_heures": "Langues à certaines heures seulement",
    "ligne": "Ligne d'écoute du bas de l'écran",
    "messagerie": "Messagerie (tchat)",
    "mots": "Mots que disent les gens",
    "navigateur": "Navigateur",
    "nom": "Nom propre",
    "numero": "Numéro",
    "numero_outre_mer": "Numéro depuis l'outre-mer",
    "onglet": "Titre de l'onglet",
    "par_enfant_en_plus": "Par enfant en plus",
    "plafonds_don": "Plafonds du don",
    "porte_par": "Porté par",
    "pour": "Pour qui",
    "propose": "Ce qu'on peut y chercher",
    "reductions": "Réductions",
    "renouvelable_apres_mois": "Renouvelable après, en mois",
    "reseaux": "Réseaux",
    "resume": "Résumé",
    "rsa": "RSA",
    "secours": "Numéro de secours",
    "site": "Site",
    "smic_brut": "SMIC brut",
    "smic_brut_actuel": "SMIC brut actuel",
    "smic_net": "SMIC net",
    "sms": "SMS",
    "systemes": "Systèmes",
    "themes": "Rubriques",
    "valable_jusqu_au": "Valable jusqu'au",
    "verifie_le": "Vérifié le",
}
"""The names of keys that are not the key itself with a capital."""

_WORDS = {
    "cle": "Clé",
    "ecoute": "Écoute",
    "etoile": "Étoile",
    "fenetre": "Fenêtre",
    "ipad": "iPad",
    "iphone": "iPhone",
    "macos": "macOS",
    "oeil": "Œil",
    "telephone": "Téléphone",
}
"""The words of choices that no page shows, where they are not the word itself with a capital."""


_ONE = {
    "a_verifier": "une phrase",
    "accueils": "un accueil",
    "communes": "une commune",
    "horaires": "une plage d'horaires",
    "horaires_messagerie": "une plage d'horaires",
    "intercommunalites": "une intercommunalité",
    "langues": "une langue",
    "lignes": "une ligne",
    "majorations": "une majoration",
    "montants": "un montant",
    "mots": "une expression",
    "organismes": "un organisme",
    "partenaires": "un partenaire",
    "plafonds": "un plafond",
    "plafonds_don": "un plafond",
    "reductions": "une réduction",
    "sources": "une source",
    "tranches": "une tranche",
}
"""What one of the values of a list is called, behind « Ajouter »."""


def label_of(key: str) -> str:
    """What a key is called."""
    return _LABELS.get(key) or _with_capital(key.replace("_", " "))


def label_of_one(key: str) -> str:
    """What one of the values of a key is called."""
    return _ONE.get(key, "un élément")


def label_of_word(word: str, choice: Choice) -> str:
    """What a word of a choice is called: as pages show it, else as it is spelt, with what it means."""
    if label := choice.labels[word]:
        return _with_capital(label)
    label, meaning = _WORDS.get(word) or _with_capital(word.replace("_", " ")), choice.meanings.get(word)
    return f"{label} ({meaning})" if meaning else label


def _with_capital(text: str) -> str:
    return text[:1].upper() + text[1:]
