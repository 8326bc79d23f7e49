"""What is said of the pages that the site relies on, at a terminal and in the monthly list, and of that list itself."""

SENTENCES: dict[str, tuple[str, str]] = {
    "sources_begin": (
        "{count} pages à ouvrir, une à la fois par site : cela prend plusieurs minutes.",
        "{count} pages to open, one at a time a site: that takes several minutes.",
    ),
    "nothing_wrong": ("Toutes les pages demandées ({count}) répondent.", "All pages asked for ({count}) answer."),
    "counts": (
        "{count} pages demandées, {sound} répondent, {unasked} pas demandées faute de temps.",
        "{count} pages asked for, {sound} answer, {unasked} not asked for want of time.",
    ),
    # What became of a page
    "moved": ("Déplacée : {to}", "Moved: {to}"),
    "gone": ("N'existe plus (réponse {status}).", "Is gone (answer {status})."),
    "silent": ("Ne répond pas ({told}).", "Does not answer ({told})."),
    "person": (
        "Refuse les programmes : à ouvrir par une personne.",
        "Refuses programs: to be opened by a person.",
    ),
    "elsewhere": ("« Quitter » mène ailleurs : {to}", "“Quitter” leads elsewhere: {to}"),
    "reveals": (
        "Ce que « Quitter » montre peut révéler : {told}",
        "What “Quitter” shows may reveal: {told}",
    ),
    "wall": (
        "« Quitter » mène à une page qui demande quelque chose d'abord : {to}",
        "“Quitter” leads to a page that asks something first: {to}",
    ),
    "title": ("Titre : {told}", "Title: {told}"),
    # The monthly list
    "issue_title": ("Le site ce mois-ci : ce qu'il y a à faire", "The site this month: what there is to do"),
    "done": (
        "Rien ne presse ce mois-ci : tout est à jour. Merci !",
        "Nothing presses this month: all is up to date. Thank you!",
    ),
    "pressing": ("À faire ce mois-ci", "To be done this month"),
    "open": ("Questions ouvertes, quand vous avez le temps", "Open questions, when there is time"),
    "exits": ("Là où mène « Quitter »", "Where “Quitter” leads"),
    "exits_sound": ("Tout répond, sous un titre neutre.", "All answers, under a neutral title."),
    "sources": ("Pages nommées comme sources", "Pages named as sources"),
    "by_person": ("À ouvrir par une personne ({count})", "To be opened by a person ({count})"),
    "not_asked": ("Les pages d'autres sites n'ont pas été demandées.", "Pages of other sites were not asked for."),
    "updated": (
        "Cette liste se récrit seule chaque mois ; ce que vous y écrivez est perdu. Répondez plutôt dessous.",
        "This list is written anew each month by itself; what you write into it is lost. Answer below instead.",
    ),
    "told_again": ("Liste du {day} : {counts}.", "List of {day}: {counts}."),
    "opened": ("La liste du mois est ouverte : n° {number}.", "The list of the month is open: no. {number}."),
    "rewritten": ("La liste du mois est à jour : n° {number}.", "The list of the month is up to date: no. {number}."),
    "closed": ("Plus rien ne presse : le n° {number} est fermé.", "Nothing presses any more: no. {number} is closed."),
    "no_issue": ("Rien ne presse, et aucune liste n'est ouverte.", "Nothing presses, and no list is open."),
    "bad_data": (
        "{file} n'est pas ce qu'écrivent « exits --json » ou « sources --json » ({reason}). Refaites-le.",
        "{file} is not what “exits --json” or “sources --json” write ({reason}). Make it anew.",
    ),
}
