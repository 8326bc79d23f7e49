"""What translators are told: by `traduit`, `relu` and `messages`."""

SENTENCES: dict[str, tuple[str, str]] = {
    "noted": ("{file} : noté.", "{file}: noted."),
    "review_noted": ("{file} : relecture notée.", "{file}: review noted."),
    "up_to_date": ("{file} : à jour.", "{file}: up to date."),
    "no_translation": (
        "{file} : ce n'est pas une traduction. Donnez un fichier de content/, dans le dossier de sa langue.",
        "{file}: this is no translation. Give a file of content/, in the folder of its language.",
    ),
    "no_french": (
        "{file} : la page française n'existe pas. Créez-la d'abord, ou corrigez le nom de ce fichier.",
        "{file}: there is no such French page. Create it first, or correct the name of this file.",
    ),
    "no_text": (
        "{file} : la page n'a pas de texte. Écrivez-le, puis recommencez.",
        "{file}: the page has no text. Write it, then try again.",
    ),
    "other_parts": (
        "{file} : cette traduction n'a pas les parties du français. Corrigez-la, puis recommencez.",
        "{file}: this translation has not the parts of the French. Correct it, then try again.",
    ),
    "behind_french": (
        "{file} : le texte français a changé depuis cette traduction. Mettez-la à jour d'abord, puis : {command}",
        "{file}: the French text has changed since this translation. Update it first, then: {command}",
    ),
    "no_day": (
        "« {value} » n'est pas une date. Écrivez-la ainsi : {today}",
        "“{value}” is no date. Write it like this: {today}",
    ),
    "future_day": (
        "{day} est dans le futur. Corrigez la date, ou retirez --le.",
        "{day} is in the future. Correct the date, or remove --le.",
    ),
    "no_lines": (
        "{file} : l'en-tête n'est pas fait de lignes « clé: valeur ». Récrivez-le ainsi, puis recommencez.",
        "{file}: the header is not made of lines “key: value”. Write it like that, then try again.",
    ),
    "no_header": (
        "{file} : l'en-tête ne se lit pas. Corrigez-le, puis recommencez.",
        "{file}: the header cannot be read. Correct it, then try again.",
    ),
    # What is to be translated
    "which_language": (
        "« {value} » : donnez le fichier de la traduction, dans le dossier de sa langue, comme content/en/aides/urgence.md. "
        "Il peut ne pas encore exister.",
        "“{value}”: give the file of the translation, in the folder of its language, such as content/en/aides/urgence.md. "
        "It need not exist yet.",
    ),
    "what_changed": (
        "{file} : voici ce qui a changé en français depuis cette traduction.",
        "{file}: this is what changed in the French since this translation.",
    ),
    "unknown_french": (
        "{file} : le français de cette traduction n'est pas dans l'historique. Tout le texte est à comparer.",
        "{file}: the French of this translation is not in the history. The whole text is to be compared.",
    ),
    "begun": (
        "{file} : ce qui est à traduire y est écrit, en haut, derrière des « # ».",
        "{file}: what is to be translated is written there, at the top, behind “#”.",
    ),
    "is_done": (
        "Écrivez la traduction dans ce fichier et enregistrez-le. Est-elle finie ? (o/n)",
        "Write the translation into this file and save it. Is it done? (y/n)",
    ),
    "when_done": ("Une fois la traduction finie : {command}", "Once the translation is done: {command}"),
}
