"""What is said where the files of public directories are fetched, and where what they change is proposed each month."""

SENTENCES: dict[str, tuple[str, str]] = {
    "not_allowed": (
        "content/site.yaml ne permet pas de télécharger les annuaires (« annuaire », « telecharger: non »). Rien n'est téléchargé.",
        "content/site.yaml does not allow fetching the directories (“annuaire”, “telecharger: non”). Nothing is fetched.",
    ),
    "begins": (
        "Téléchargement de {address}, parfois des centaines de mégaoctets…",
        "Fetching {address}, sometimes hundreds of megabytes…",
    ),
    "done": ("Téléchargé : {file} ({size} Mo).", "Fetched: {file} ({size} MB)."),
    # Why there is no file
    "unreachable": (
        "{address} ne répond pas ({reason}). Rien n'est changé. Réessayez plus tard, ou prenez le fichier avec votre navigateur.",
        "{address} does not answer ({reason}). Nothing was changed. Try again later, or take the file with your browser.",
    ),
    "refused": (
        "{address} répond {reason}. Vérifiez l'adresse dans content/site.yaml (« annuaire », « fichiers »).",
        "{address} answers {reason}. Check the address in content/site.yaml (“annuaire”, “fichiers”).",
    ),
    "elsewhere": (
        "{address} mène à {reason} : seules des adresses publiques en https sont suivies. Vérifiez-la dans content/site.yaml.",
        "{address} leads to {reason}: only public addresses with https are followed. Check it in content/site.yaml.",
    ),
    "too_long": (
        "{address} n'a pas tout envoyé en {reason} minutes. Rien n'est gardé. Réessayez plus tard.",
        "{address} has not sent everything within {reason} minutes. Nothing is kept. Try again later.",
    ),
    "too_big": (
        "{address} envoie plus de {reason} octets : ce n'est pas un annuaire. Rien n'est gardé. Vérifiez l'adresse dans content/site.yaml.",
        "{address} sends more than {reason} bytes: this is no directory. Nothing is kept. Check the address in content/site.yaml.",
    ),
    "cut_short": (
        "{address} s'est interrompu avant la fin. Rien n'est gardé. Réessayez.",
        "{address} stopped before the end. Nothing is kept. Try again.",
    ),
    "not_written": (
        "{file} ne s'écrit pas ({reason}). Faites de la place sur le disque, ou donnez un autre dossier.",
        "{file} cannot be written ({reason}). Make room on the disk, or give another folder.",
    ),
    "in_site": (
        "{file} est dans {folder}. Donnez un dossier en dehors.",
        "{file} is in {folder}. Give a folder outside it.",
    ),
    # The proposal of the month
    "title": (
        "Contacts locaux : ce que disent les annuaires publics",
        "Local contacts: what public directories say",
    ),
    "intro": (
        "Les annuaires publics ont changé. Relisez chaque fiche, surtout les numéros, puis acceptez cette proposition ou fermez-la. "
        "Chaque mois elle est refaite, sauf si quelqu'un y a écrit.",
        "Public directories have changed. Read each contact, numbers above all, then accept this proposal or close it. "
        "It is made anew each month, unless somebody has written into it.",
    ),
    "checks": (
        "GitHub ne la relit pas tout seul : fermez-la, puis rouvrez-la, et la relecture commence.",
        "GitHub does not check it by itself: close it and open it again, and the check begins.",
    ),
    "nothing": (
        "Les annuaires n'ont rien changé : il n'y a rien à proposer.",
        "The directories have changed nothing: there is nothing to propose.",
    ),
    "opened": ("La proposition {number} est ouverte.", "The proposal {number} is open."),
    "renewed": ("La proposition {number} est à jour.", "The proposal {number} is up to date."),
    "kept": (
        "Quelqu'un a écrit dans la proposition {number} : elle reste telle quelle. Acceptez-la ou fermez-la, la suite viendra le mois prochain.",
        "Somebody has written into the proposal {number}: it stays as it is. Accept or close it, the rest will come next month.",
    ),
    "no_git": (
        "git ne dit pas ce qui a changé dans ce dossier. Lancez cette commande dans une copie du dépôt.",
        "git does not tell what has changed in this folder. Start this command in a copy of the repository.",
    ),
    "may_not_open": (
        "Les changements sont dans la branche {branch}, mais GitHub ne laisse pas ses passages ouvrir de proposition. "
        "Permettez-le : Settings, Actions, General, « Allow GitHub Actions to create and approve pull requests ».",
        "The changes are in the branch {branch}, but GitHub does not let its runs open a proposal. "
        "Allow it: Settings, Actions, General, “Allow GitHub Actions to create and approve pull requests”.",
    ),
}
