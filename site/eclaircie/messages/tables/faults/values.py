"""What is said of faults in the keys of a header and their values."""

SENTENCES: dict[str, tuple[str, str]] = {
    "unknown_key": (
        "La clé « {key} » n'existe pas ici.{hint} Les clés possibles : {known}.",
        "There is no key “{key}” here.{hint} Possible keys: {known}.",
    ),
    "fact_in_translation": (
        "« {key} » est un fait : il s'écrit une seule fois, dans le fichier français. Retirez cette ligne de la traduction.",
        "“{key}” is a fact: it is written once, in the French file. Remove this line from the translation.",
    ),
    "missing_key": (
        "Il manque « {key} » dans l'en-tête. Ajoutez une ligne « {key}: … ».",
        "“{key}” is missing from the header. Add a line “{key}: …”.",
    ),
    "empty_value": (
        "« {key} » est vide. Écrivez une valeur ou retirez la ligne.",
        "“{key}” is empty. Write a value or remove the line.",
    ),
    "long_value": (
        "« {key} » est trop long ({value} signes). Gardez l'essentiel et mettez le reste dans le texte de la page.",
        "“{key}” is too long ({value} characters). Keep what matters and put the rest into the text of the page.",
    ),
    "wrong_text": (
        "« {key} » doit être un texte sur une ligne, pas une liste.",
        "“{key}” must be a text on one line, not a list.",
    ),
    "wrong_list": (
        "« {key} » doit être une liste : une ligne « - … » par élément, ou [a, b].{hint}",
        "“{key}” must be a list: a line “- …” for each item, or [a, b].{hint}",
    ),
    "wrong_mapping": (
        "« {key} » doit contenir des lignes « clé: valeur » décalées.",
        "“{key}” must hold indented lines “key: value”.",
    ),
    "wrong_choice": (
        "« {value} » n'est pas une valeur de « {key} ».{hint} Choisissez parmi : {known}.",
        "“{value}” is no value of “{key}”.{hint} Choose among: {known}.",
    ),
    "bad_date": (
        "« {value} » n'est pas une date telle qu'on l'écrit ici. Mettez l'année, le mois et le jour : {expected}",
        "“{value}” is no date as it is written here. Put year, month and day: {expected}",
    ),
    "future_date": (
        "« {key} » est dans le futur ({value}). Corrigez l'année ou le mois.",
        "“{key}” is in the future ({value}). Correct the year or the month.",
    ),
    "bad_count": (
        "« {value} » n'est pas un nombre entier. Écrivez par exemple : 12.",
        "“{value}” is no whole number. Write for instance: 12.",
    ),
    "bad_position": (
        "« {value} » n'est pas un point tel qu'on l'écrit ici : latitude, virgule, longitude, trois décimales au plus. Mettez : {expected}",
        "“{value}” is no point as it is written here: latitude, comma, longitude, three decimals at most. Put: {expected}",
    ),
    "bad_record": (
        "« {value} » n'est pas l'identifiant d'une fiche d'annuaire. Recopiez celui de l'annuaire derrière « service-public: » ou « data-inclusion: », ou retirez la ligne.",
        "“{value}” is no identifier of a directory's record. Copy that of the directory behind “service-public:” or “data-inclusion:”, or remove the line.",
    ),
    "bad_yes": ("« {value} » : écrivez oui ou non.", "“{value}”: write oui or non."),
    "bad_amount": (
        "« {value} » n'est pas un montant. Écrivez des euros avec une virgule et deux chiffres : {expected}",
        "“{value}” is no amount. Write euros with a comma and two digits: {expected}",
    ),
}
