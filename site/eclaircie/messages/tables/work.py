"""What is said of the work there is to do, at a terminal, on the page of those who coordinate, and in the monthly list."""

SENTENCES: dict[str, tuple[str, str]] = {
    "title": ("À faire", "To do"),
    "made_on": ("Liste du {day}.", "List of {day}."),
    "nothing": ("Il n'y a rien à faire. Merci !", "There is nothing to do. Thank you!"),
    "settings_title": ("Réglages du site", "Settings of the site"),
    # The groups
    "overdue": ("En retard : la page dit « à confirmer »", "Overdue: the page says “to be confirmed”"),
    "due": ("À revérifier d'ici {until} jours", "To be checked again within {until} days"),
    "due_later": ("À revérifier dans {since} à {until} jours", "To be checked again in {since} to {until} days"),
    "over": ("Actualités finies", "News that are over"),
    "newer": ("L'annuaire a du nouveau", "The directory has something newer"),
    "gone": ("N'est plus dans l'annuaire", "Not in the directory any more"),
    "behind": ("Traductions en retard sur le français", "Translations behind the French"),
    "to_confirm": ("Faits à confirmer, et la page le dit", "Facts to be confirmed, as the page says"),
    "to_verify": ("Questions de l'équipe, à trancher", "Questions of the team, to be settled"),
    "unreviewed": (
        "Traductions à faire relire par une personne dont c'est la langue",
        "Translations to be reviewed by a native speaker",
    ),
    "lost": (
        "Traductions où il manque peut-être quelque chose",
        "Translations in which something may be missing",
    ),
    "to_review": (
        "Conseils de sécurité à faire relire par une association",
        "Safety advice to be reviewed by an association",
    ),
    "untried": ("Étapes à essayer sur un vrai appareil", "Steps to be tried on a real device"),
    "settings": ("Réglages à remplir", "Settings to be filled in"),
    # Behind the title of a group
    "words": (" · {count} mots", " · {count} words"),
    # One task
    "checked_on": ("Vérifié le {day}. ", "Checked on {day}. "),
    "too_old": (
        "{checked}C'est trop ancien depuis le {day} : comparez avec les sources, puis changez la date.",
        "{checked}Too old since {day}: compare with the sources, then change the date.",
    ),
    "compare": (
        "{checked}À comparer avec les sources à partir du {start}, avant le {day}.",
        "{checked}To be compared with the sources from {start} on, before {day}.",
    ),
    "doubtful": (
        "La source est ancienne ou seule, pour : {keys}.",
        "The source is old or the only one, for: {keys}.",
    ),
    "counters": ("Guichets de l'annuaire, {name}", "Counters of the directory, {name}"),
    "old_counters": (
        "Fiche ancienne ou à confirmer : {count} guichets sur {of}. Prenez un fichier récent de l'annuaire (« annuaire »), puis appelez ceux qui comptent le plus.",
        "Old or to be confirmed: {count} counters of {of}. Take a recent file of the directory (“annuaire”), then call those that matter most.",
    ),
    "directory_days": (
        "Annuaire : {there}. Votre fiche : {here} ({identifier}).",
        "Directory: {there}. Your file: {here} ({identifier}).",
    ),
    "differs": ("Diffère : {keys}.", "Differs: {keys}."),
    "differs_not": ("Il l'a revue sans rien changer.", "It was looked at again, the same as before."),
    "not_there": (
        "{identifier} n'y est plus, ou n'y est plus à montrer. Appelez, puis retirez la fiche ou vérifiez-la.",
        "{identifier} is not there any more, or not to be shown. Call, then remove the file or check it.",
    ),
    "to_translate": ("Mots français à traduire : {count}.", "French words to translate: {count}."),
    "to_read": ("Mots à relire, comptés en français : {count}.", "Words to review, counted in French: {count}."),
    # Around the list
    "news": (
        "Nouveau depuis ce qui a été publié ({commit}) : {count}",
        "New since what was published ({commit}): {count}",
    ),
    "news_unknown": (
        "Ce qui est nouveau depuis la publication n'est pas connu ici (l'historique manque).",
        "What is new since the publication is not known here (the history is missing).",
    ),
    "more": ("… et {count} de plus : {command}", "… and {count} more: {command}"),
    "and_more": ("… et {count} de plus.", "… and {count} more."),
    "nobody": ("Sans personne désignée (« suivi_par »)", "Nobody is named (“suivi_par”)"),
    "everywhere": ("Pages générales", "General pages"),
    "by_kind": ("Par sorte de travail", "By sort of work"),
    "by_person": ("Par personne ou service", "By person or service"),
    "by_place": ("Par département", "By département"),
    "only": ("Seulement : {name} ({count}).", "Only: {name} ({count})."),
    "only_new": ("ce qui est nouveau", "what is new"),
    "show_all": ("Tout montrer", "Show all"),
    "translated": ("Traductions", "Translations"),
    "translation": (
        "{name} : {done} pages sur {total} traduites, {reviewed} relues, {behind} en retard.",
        "{name}: {done} pages of {total} translated, {reviewed} reviewed, {behind} behind.",
    ),
    "unpublished": (
        "{name} : {done} pages sur {total} traduites, {reviewed} relues, {behind} en retard. Pas publié (content/site.yaml, « langues »).",
        "{name}: {done} pages of {total} translated, {reviewed} reviewed, {behind} behind. Not published (content/site.yaml, “langues”).",
    ),
    "written": ("La liste est dans {file}.", "The list is in {file}."),
    # What keeps a command from its work
    "no_place": (
        "« {value} » n'est pas un département. Écrivez son numéro, par exemple : --departement 71",
        "“{value}” is no département. Write its number, for instance: --departement 71",
    ),
    "bad_days": (
        "--jours : « {value} » n'est pas un nombre de jours. Écrivez un nombre de 1 à 3650, par exemple 90.",
        "--jours: “{value}” is no number of days. Write a number from 1 to 3650, for instance 90.",
    ),
    "in_build": (
        "{file} serait publié avec le site. Choisissez un fichier hors de {folder}.",
        "{file} would be published with the site. Choose a file outside {folder}.",
    ),
}
