"""What the editor says, at the terminal and on its pages."""

SENTENCES: dict[str, tuple[str, str]] = {
    # At the terminal
    "address": (
        "L'éditeur est ouvert dans votre navigateur : {address}  (Ctrl-C pour arrêter)",
        "The editor is open in your browser: {address}  (Ctrl-C to stop)",
    ),
    "open_already": (
        "Quelque chose répond déjà à {address}, sans doute l'éditeur lui-même, ouvert dans une autre fenêtre : allez-y. "
        "Sinon, prenez un port libre : --port {free}",
        "Something answers at {address} already, probably the editor itself, open in another window: go there. "
        "Else take a free port: --port {free}",
    ),
    "fetching": (
        "Téléchargement de l'éditeur, une seule fois (environ 20 Mo)...",
        "Fetching the editor, once only (some 20 MB)...",
    ),
    "written_out": (
        "{folder} : l'éditeur est prêt. Publiez ce dossier à une adresse à part, jamais celle du site : docs/editer.md.",
        "{folder}: the editor is ready. Publish this folder at an address of its own, never the site's: docs/editer.md.",
    ),
    "which_repo": (
        "Dites quel dépôt, avec --repo association/site.",
        "Say which repository, by --repo association/site.",
    ),
    "other_folder": (
        "{folder} contient autre chose que l'éditeur. Choisissez un autre dossier avec --into : rien n'a été effacé.",
        "{folder} holds something else than the editor. Choose another folder by --into: nothing was removed.",
    ),
    "in_the_build": (
        "{folder} est dans le dossier du site. L'éditeur n'y va jamais : choisissez un autre dossier avec --into.",
        "{folder} is in the folder of the site. The editor never goes there: choose another folder by --into.",
    ),
    "other_form": (
        "{file} n'est pas le fichier qui a été essayé : l'éditeur ne démarre pas. "
        "Effacez ce dossier, puis recommencez : il sera téléchargé de nouveau.",
        "{file} is not the file that was tried: the editor does not start. "
        "Remove its folder, then try again: it will be fetched anew.",
    ),
    "no_npm": (
        "Il manque npm, qui télécharge l'éditeur. Installez Node.js (nodejs.org), puis recommencez. "
        "Ou copiez ici le dossier {folder} d'un autre ordinateur où l'éditeur marche.",
        "npm, which fetches the editor, is missing. Install Node.js (nodejs.org), then try again. "
        "Or copy the folder {folder} here from another machine on which the editor works.",
    ),
    "not_fetched": (
        "L'éditeur n'a pas pu être téléchargé. Le plus souvent, c'est la connexion à internet : "
        "vérifiez-la, puis recommencez.",
        "The editor could not be fetched. Mostly it is the connection to the internet: check it, then try again.",
    ),
    "unwritten_form": (
        "{folder} n'a pas pu être écrit ({reason}). "
        "Vérifiez que le dossier n'est pas protégé et que le disque n'est pas plein, puis recommencez.",
        "{folder} could not be written ({reason}). "
        "Check that the folder is not protected and the disk not full, then try again.",
    ),
    # The pages
    "navigation": ("Pages de l'éditeur", "Pages of the editor"),
    "write": ("Écrire", "Write"),
    "work_later": (
        "La liste de ce qui reste à faire vient une fois que rien n'est plus à corriger.",
        "The list of what there is to do comes once nothing is left to mend.",
    ),
    "form": ("Le formulaire", "The form"),
    "loading": ("Ouverture des fichiers…", "Opening the files…"),
    "checking": ("Enregistré. Vérification…", "Saved. Checking…"),
    "sound": ("Rien à corriger.", "Nothing to mend."),
    "saved": ("Enregistré et vérifié : rien à corriger.", "Saved and checked: nothing to mend."),
    "one_to_mend": ("Une chose à corriger.", "One thing to mend."),
    "to_mend": ("{count} choses à corriger.", "{count} things to mend."),
    "see_faults": ("Voir quoi", "See what"),
    "preview": ("Voir la page", "See the page"),
    "change_address": ("Changer l'adresse", "Change the address"),
    "new_address": ("La nouvelle adresse, sans la langue", "The new address, without the language"),
    "address_told": (
        "La page part avec ses traductions, et tous les liens qui mènent à elle suivent. "
        "Enregistrez d'abord ce que vous écrivez dans le formulaire.",
        "The page goes with its translations, and all links that lead to it follow. "
        "First save what you are writing in the form.",
    ),
    "address_refused": (
        "Cette adresse ne convient pas : rien n'a changé.",
        "This address will not do: nothing was changed.",
    ),
    "where": ("{file}, ligne {line}", "{file}, line {line}"),
    "open": ("Ouvrir dans le formulaire", "Open in the form"),
    "remarks": ("À regarder un jour : {count}", "To look at some day: {count}"),
    # In the place of words of the form itself
    "word_address": ("Fin de l'adresse", "End of the address"),
    "word_change_address": ("Changer la fin de l'adresse", "Change the end of the address"),
    "word_no_address": ("L'adresse ne peut pas être vide.", "The address cannot be empty."),
    "word_bad_address": (
        "L'adresse s'écrit en lettres sans accent, en chiffres et en traits d'union.",
        "The address is written in letters without accents, digits and hyphens.",
    ),
    "word_same_address": ("Une autre page a déjà cette adresse.", "Another page has this address already."),
    "word_show_errors": ("Voir où", "See where"),
    "word_open_folder": (
        "Ouvrez à gauche un dossier, s'il y en a, ou commencez par « Nouveau ».",
        "Open a folder on the left, if there is one, or begin by “New”.",
    ),
    "word_delete": (
        "Supprimer cette page et ses traductions ? Les liens qui y mènent seront alors dans « À corriger ». "
        "Cela s'annule dans « Changements ».",
        "Delete this page and its translations? The links that lead to it will then stand in “To mend”. "
        "It can be undone in “Changes”.",
    ),
    "word_here": ("Les fichiers de cet ordinateur", "The files of this machine"),
    # What was not done, and why
    "stranger": (
        "Cette page n'est ouverte qu'à l'éditeur lui-même, sur cet ordinateur.",
        "This page is open to the editor itself only, on this machine.",
    ),
    "no_such_page": ("Il n'y a rien à cette adresse.", "There is nothing at this address."),
    "too_large": (
        "C'est trop long pour une page : rien n'a été enregistré. Faites-en plusieurs pages.",
        "This is too long for a page: nothing was saved. Make several pages of it.",
    ),
    "no_answer": (
        "L'éditeur ne répond plus : rien n'a été enregistré. "
        "Laissez cette page ouverte, relancez l'éditeur, puis enregistrez de nouveau.",
        "The editor does not answer any more: nothing was saved. "
        "Leave this page open, start the editor again, then save again.",
    ),
    "not_understood": (
        "La demande n'est pas complète : rien n'a été enregistré. Rechargez la page, puis recommencez.",
        "The request is not whole: nothing was saved. Load the page again, then try again.",
    ),
    "not_content": (
        "« {file} » n'est pas une page du dossier content : rien n'a été enregistré.",
        "“{file}” is no page of the folder content: nothing was saved.",
    ),
    "bad_name": (
        "« {file} » ne peut pas être une adresse : rien n'a été enregistré. "
        "Écrivez des lettres sans accent, des chiffres et des traits d'union, par exemple aide-au-logement.",
        "“{file}” cannot be an address: nothing was saved. "
        "Write letters without accents, digits and hyphens, for instance help-with-housing.",
    ),
    "unreadable": (
        "{file} ne peut pas être lu. La page « À corriger » dit pourquoi.",
        "{file} cannot be read. The page “To mend” says why.",
    ),
    "there_already": (
        "{file} existe déjà : rien n'a été enregistré. Choisissez une autre adresse.",
        "{file} is there already: nothing was saved. Choose another address.",
    ),
    "gone": (
        "{file} n'est plus là : quelqu'un l'a effacé ou déplacé. Rien n'a été enregistré. "
        "Copiez votre texte, puis rechargez la page.",
        "{file} is gone: somebody has removed or moved it. Nothing was saved. Copy your text, then load the page again.",
    ),
    "changed_meanwhile": (
        "{file} a changé depuis que vous l'avez ouvert : rien n'a été écrasé ni enregistré. "
        "Copiez votre texte, puis rechargez la page pour voir l'autre version.",
        "{file} was changed since you opened it: nothing was overwritten or saved. "
        "Copy your text, then load the page again to see the other version.",
    ),
    "unwritten": (
        "{file} n'a pas pu être écrit ({reason}) : le fichier est resté tel quel. "
        "Vérifiez que le dossier n'est pas protégé et que le disque n'est pas plein, puis enregistrez de nouveau.",
        "{file} could not be written ({reason}): the file has stayed as it was. "
        "Check that the folder is not protected and the disk not full, then save again.",
    ),
}
