"""What is said of faults in services: whom to ask, what is doubtful, the emergency line."""

SENTENCES: dict[str, tuple[str, str]] = {
    "no_contact": (
        "Cette ligne n'a ni numéro, ni SMS, ni messagerie, ni site. Ajoutez au moins l'un d'eux.",
        "This line has no number, SMS, chat or site. Add at least one.",
    ),
    "nothing_to_confirm": (
        "« {value} » est dans « a_confirmer » mais n'est pas dans l'en-tête. Retirez-le de la liste ou ajoutez le fait.",
        "“{value}” is in “a_confirmer” but not in the header. Take it off the list or add the fact.",
    ),
    "no_source": (
        "Cette fiche porte des faits sans dire d'où ils viennent. Ajoutez « {key} ».",
        "This file carries facts without saying where they come from. Add “{key}”.",
    ),
    "doubt_on_emergency": (
        "On ne met jamais de doute à côté d'un numéro de secours. Retirez « a_confirmer ».",
        "No doubt may stand beside an emergency number. Remove “a_confirmer”.",
    ),
    "wrong_national": (
        "« {value} » n'est pas le bon numéro. Écrivez : {key}: \"{expected}\". C'est celui que donne {source}",
        '“{value}” is not the right number. Write: {key}: "{expected}". It is the one that {source} gives.',
    ),
    "no_national": (
        'Il manque le numéro de cette ligne nationale. Ajoutez : {key}: "{expected}". C\'est celui que donne {source}',
        'The number of this national line is missing. Add: {key}: "{expected}". It is the one that {source} gives.',
    ),
    "extra_national": (
        "Cette ligne nationale n'a pas de « {key} » connu, et « {value} » n'a pas été confirmé. Retirez la ligne « {key} », "
        "ou mettez ce numéro dans une fiche à lui. Pour vérifier : {source}",
        "This national line has no known “{key}”, and “{value}” was not confirmed. Remove the line “{key}”, "
        "or put this number into a file of its own. To check: {source}",
    ),
    "emergency_fact": (
        "Un numéro de secours répond jour et nuit, est gratuit et n'apparaît pas sur la facture. Écrivez : {key}: {expected}",
        "An emergency number answers day and night, is free and is on no bill. Write: {key}: {expected}",
    ),
    "dock_missing": (
        "Il manque la fiche « {name} » : toutes les pages montrent son bouton ({expected}). Remettez ce fichier, avec le {expected}.",
        "The file “{name}” is missing: every page shows its button ({expected}). Put this file back, with {expected}.",
    ),
    "dock_renamed": (
        "Cette fiche porte le {expected}, que toutes les pages montrent : le site la cherche sous le nom « {name} ». "
        "Renommez ce fichier en {name}.md.",
        "This file has {expected}, which every page shows: the site looks for it under the name “{name}”. "
        "Rename this file to {name}.md.",
    ),
    "dock_kind": (
        "Toutes les pages montrent cette fiche comme bouton d'appel ({expected}). Écrivez « genre: ligne ».",
        "Every page shows this file as a button to call ({expected}). Write “genre: ligne”.",
    ),
}
