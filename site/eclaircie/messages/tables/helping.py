"""What `--help` says: the headings, and what each command and each option is for."""

SENTENCES: dict[str, tuple[str, str]] = {
    "usage": ("Comment l'écrire : ", "Usage: "),
    "options": ("Options ", "Options"),
    "commands": ("Commandes ", "Commands"),
    "any_options": ("[OPTIONS]", "[OPTIONS]"),
    "any_command": ("COMMANDE ...", "COMMAND ..."),
    "also": (" (ou « {name} »)", " (or “{name}”)"),
    "option_help": ("montrer cette aide", "show this help"),
    # Commands
    "eclaircie": (
        "Ce qu'on demande au projet. « COMMANDE --help » explique chaque commande.",
        "What one asks of the project. “COMMAND --help” explains each command.",
    ),
    "freeze": (
        "Vérifie le contenu et fige le site en fichiers.",
        "Checks the content and freezes the site into files.",
    ),
    "build": (
        "Vérifie le contenu et construit le site dans build/.",
        "Checks the content and builds the site into build/.",
    ),
    "check": ("Relit les contenus sans rien construire.", "Checks the content and builds nothing."),
    "preview": (
        "Montre le site pendant qu'on l'écrit (sur cette machine seulement).",
        "Shows the site while it is being written (on this machine only).",
    ),
    "edit": (
        "Ouvre l'éditeur dans le navigateur : on y écrit les pages sans terminal.",
        "Opens the editor in a browser: pages are written there without a terminal.",
    ),
    "messages": (
        "Met à jour translations/*.po avec les mots de l'interface.",
        "Brings translations/*.po up to date with the words of the interface.",
    ),
    "status": (
        "Ce qu'il y a à faire : revérifier, confirmer, relire et traduire, et pour quand.",
        "What there is to do: check again, confirm, review and translate, and until when.",
    ),
    "sources": (
        "Demande si les pages nommées comme sources existent encore, une fois chacune. Cela prend plusieurs minutes.",
        "Asks whether the pages named as sources still stand, once each. That takes several minutes.",
    ),
    "exits": (
        "Demande si les pages où mène « Quitter » répondent, sous un titre qui ne révèle rien.",
        "Asks whether the pages to which “Quitter” leads answer, under a title that reveals nothing.",
    ),
    "remind": (
        "Tient à jour, chez GitHub, la liste de ce qu'il y a à faire ce mois-ci (un ticket, toujours le même).",
        "Keeps up to date, at GitHub, the list of what there is to do this month (one issue, always the same).",
    ),
    "affiches": (
        "Fait les affiches, les cartes, le dépliant et le chevalet à imprimer, en PDF, avec le carré et l'adresse de l'entrée discrète.",
        "Makes the posters, the cards, the leaflet and the counter sign to print, as PDF, with the square and the address of the discreet entrance.",
    ),
    "host": (
        "Écrit les réglages d'un hébergeur : nginx, caddy, vercel ou cloudfront.",
        "Writes the settings of a host: nginx, caddy, vercel or cloudfront.",
    ),
    "cadre": (
        "Écrit les lignes qui ouvrent ce site dans la page d'un autre, une mairie par exemple, et dit ce qu'il doit permettre.",
        "Writes the lines that open this site in a page of another one, a town hall's for instance, and says what it must allow.",
    ),
    "verify": (
        "Compare un site publié, ou un dossier, avec ce qui a été construit. "
        "Répond 0 si la copie est exacte, 1 si quelque chose diffère, 2 si rien n'a pu être comparé.",
        "Compares a published site, or a folder, with what was built. "
        "Answers 0 where the copy is exact, 1 where something differs, 2 where nothing could be compared.",
    ),
    "changed": (
        "Dit quel code a changé depuis le site publié. "
        "Répond 0 si seuls des mots ont changé, 1 si du code a changé, 2 si on ne peut pas le savoir.",
        "Names the code that was changed since the published site. "
        "Answers 0 where only words were changed, 1 where code was, 2 where nobody can tell.",
    ),
    "proposal": (
        "Montre ce que changent vos fichiers : les pages avant et après, les fautes, qui doit regarder, et une copie à ouvrir.",
        "Shows what your files change: pages before and after, faults, who should look, and a copy to open.",
    ),
    "telecharger": (
        "Télécharge les annuaires publics que nomme content/site.yaml, s'il le permet. Rien d'autre ne les télécharge.",
        "Fetches the public directories that content/site.yaml names, where it allows it. Nothing else fetches them.",
    ),
    "propose": (
        "Propose, chez GitHub, ce que les annuaires ont changé (une seule proposition, mise à jour). Pour le passage du mois.",
        "Proposes, at GitHub, what the directories have changed (one proposal, kept up to date). For the run of the month.",
    ),
    "comment": (
        "Écrit dans une proposition, chez GitHub, ce que « proposal » en a dit. Pour les passages automatiques.",
        "Writes into a proposal, at GitHub, what “proposal” has said of it. For automatic runs.",
    ),
    "new": (
        "Commence un fichier en posant des questions : une page, une ligne, une aide, un réseau, une structure, une actualité. "
        "« CLÉ=VALEUR » répond d'avance.",
        "Begins a file by asking questions: a page, a line, an aid, a network, a structure, news. "
        "“KEY=VALUE” answers in advance.",
    ),
    "checked": (
        "Note que des faits ont été comparés à leurs sources : un fichier, un dossier, ou tout un département (71). "
        "Montre chaque fait avant de demander.",
        "Notes that facts were compared with their sources: a file, a folder, or a whole département (71). "
        "Shows each fact before it asks.",
    ),
    "move": (
        "Donne une autre adresse à une page ou à une rubrique : ses fichiers, ses traductions, et tout ce qui y mène.",
        "Gives a page or a section another address: its files, its translations, and all that leads there.",
    ),
    "remove": (
        "Retire une page et ses traductions, après avoir dit ce qui y mène. Une copie est gardée.",
        "Removes a page and its translations, once it is told what leads there. A copy is kept.",
    ),
    "translate": (
        "Montre, mot à mot, ce qui a changé en français depuis une traduction, et prépare son fichier ; ou en commence une.",
        "Shows, word by word, what changed in the French since a translation, and prepares its file; or begins one.",
    ),
    "traduit": (
        "Note dans une traduction qu'elle suit le texte français d'aujourd'hui.",
        "Notes in a translation that it follows today's French text.",
    ),
    "emporter": (
        "Écrit les pages à traduire dans un document Word, pour qui n'a que cela.",
        "Writes the pages to translate into a Word document, for who has nothing else.",
    ),
    "reprendre": (
        "Reprend un document rempli : vérifie chaque page, puis l'écrit dans le site.",
        "Takes back a document that was filled in: checks each page, then writes it into the site.",
    ),
    "relu": (
        "Note qu'une personne dont c'est la langue a relu ces mots, à côté du français d'aujourd'hui.",
        "Notes that a native speaker has reviewed these words beside today's French.",
    ),
    "annuaire": (
        "Propose les contacts d'un annuaire public téléchargé : les nouveaux, et ce qui diffère des fiches. "
        "Rien n'est repris sans un oui.",
        "Proposes the contacts of a public directory that was downloaded: new ones, and what differs from the files. "
        "Nothing is taken without a yes.",
    ),
    "tidy": (
        "Met les en-têtes des pages et les réglages dans la forme commune, sans perdre un mot.",
        "Brings the headers of pages and the settings into the form that all have, without losing a word.",
    ),
    "bareme": (
        "Écrit le barème des aides d'après leur formule (« calcul »), comme chaque 1er avril.",
        "Writes the scale of aids by their formula (“calcul”), as each 1 April.",
    ),
    "components": (
        "Montre tous les composants du site, en clair et en sombre, dans composants.html.",
        "Shows all components of the site, in light and in dark, in composants.html.",
    ),
    "docs": (
        "Met à jour les tableaux de docs/ecrire.md et les commandes de README.md, d'après le code.",
        "Brings the tables of docs/ecrire.md and the commands of README.md up to date with the code.",
    ),
    # Options
    "door_language": ("la langue du cadre : fr, ar, en", "the language of the frame: fr, ar, en"),
    "language_taken": ("la langue de la traduction : ar, en", "the language of the translation: ar, en"),
    "taken_to": ("où écrire le document (traduction-ar.docx)", "where to write the document (traduction-ar.docx)"),
    "only_check": ("dire ce qui changerait, sans rien écrire", "say what would change, and write nothing"),
    "answers": (
        "un fichier de réponses, une par ligne : clé: valeur",
        "a file of answers, one a line: key: value",
    ),
    "without_asking": ("ne rien demander", "ask nothing"),
    "departments": (
        "les départements, par leur numéro : 71,34 (ceux de content/site.yaml, ou ceux qui ont déjà des contacts de l'annuaire)",
        "the départements, by their number: 71,34 (those of content/site.yaml, or that have contacts of the directory already)",
    ),
    "take_all": (
        "tout prendre sans rien demander, sauf ce que quelqu'un a vérifié après l'annuaire",
        "take all without asking, but what somebody has checked after the directory",
    ),
    "only_try": ("dire ce qui serait proposé, sans rien écrire", "say what would be proposed, and write nothing"),
    "checked_all": ("tout noter sans rien demander", "note all of it without asking"),
    "confirmed": (
        "retirer aussi `a_confirmer` : plus rien n'est en doute",
        "remove `a_confirmer` too: nothing is in doubt any more",
    ),
    "checked_day": ("le jour de la comparaison (aujourd'hui)", "the day of the comparison (today)"),
    "with_links": (
        "retirer aussi les liens qui y mènent ; leurs mots restent",
        "remove the links that lead there too; their words stay",
    ),
    "instead": ("la page où ces liens mèneront désormais", "the page to which these links will lead from now on"),
    "destination": ("où écrire (build/)", "where to write (build/)"),
    "base": (
        "la version à laquelle comparer, pour git, ou un dossier (la version publiée)",
        "the version to compare with, as git names it, or a folder (the published version)",
    ),
    "proposal_folder": ("où écrire (build-proposal/)", "where to write (build-proposal/)"),
    "poster_territory": (
        "le département, par son numéro ou son nom : ses numéros, et ceux qui y répondent",
        "the département, by its number or its name: its numbers, and those that answer there",
    ),
    "poster_language": ("une seule langue ; sans elle, toutes", "one language; without it, all of them"),
    "poster_address": (
        "l'adresse du site, pour un essai ; sans elle, celle de content/site.yaml",
        "the address of the site, for a trial; without it, that of content/site.yaml",
    ),
    "poster_destination": (
        "le dossier où écrire ; sans lui, affiches/",
        "the folder to write into; without it, affiches/",
    ),
    "base_url": (
        "l'adresse où le site sera publié, chemin compris",
        "the address at which the site will be published, path included",
    ),
    "require_address": (
        "refuser de construire un site dont l'adresse n'est pas écrite",
        "refuse to build a site whose address is not written",
    ),
    "serve": ("servir le site sur cette machine une fois figé", "serve the site on this machine once it is frozen"),
    "serve_port": ("le port pour --serve (8000)", "the port for --serve (8000)"),
    "check_only": ("vérifier le contenu, ne rien écrire", "check the content, write nothing"),
    "check_strict_age": (
        "avec --check : échouer si des faits n'ont pas été revérifiés à temps",
        "with --check: fail where facts were not checked again in time",
    ),
    "strict_age": (
        "échouer si des faits n'ont pas été revérifiés à temps",
        "fail where facts were not checked again in time",
    ),
    "format": (
        "montrer aussi les fautes à leur ligne, dans une proposition de changement (github, gitlab)",
        "show faults at their line too, in a proposed change (github, gitlab)",
    ),
    "report": (
        "où écrire le rapport de --format gitlab (gl-code-quality-report.json)",
        "where to write the report of --format gitlab (gl-code-quality-report.json)",
    ),
    "portable_copy": (
        "faire au lieu du site une copie qui s'ouvre depuis un dossier ou une clé USB (build-portable/)",
        "make, instead of the site, a copy that opens from a folder or a USB stick (build-portable/)",
    ),
    "compress": (
        "écrire aussi chaque fichier comprimé (.br, .gz), pour Apache, nginx et Caddy",
        "write each file compressed too (.br, .gz), for Apache, nginx and Caddy",
    ),
    "all": ("montrer toutes les fautes et toutes les remarques", "show all faults and all remarks"),
    "all_work": (
        "montrer tout, et pas seulement le début de chaque liste",
        "show all, not only the beginning of each list",
    ),
    "days": ("regarder si loin : 30, 90 jours (90)", "look so far ahead: 30, 90 days (90)"),
    "territory": ("seulement un département, par son numéro", "one département only, by its number"),
    "by_person": (
        "ranger par personne ou service (la clé « suivi_par » des fichiers)",
        "put together by person or service (the key “suivi_par” of files)",
    ),
    "html": (
        "écrire la liste dans une page, pour qui coordonne ; elle n'est jamais dans le site",
        "write the list into a page, for those who coordinate; it is never in the site",
    ),
    "outside_data": (
        "écrire aussi ce qui a été trouvé dans un fichier, pour « remind »",
        "write what was found into a file too, for “remind”",
    ),
    "newer_files": (
        "un fichier plus récent d'un annuaire public : dit aussi ce qui y a changé. Peut être répété",
        "a newer file of a public directory: tells what has changed in it too. May be repeated",
    ),
    "directory_text": ("ce qu'a dit « annuaire »", "what “annuaire” has said"),
    "exits_data": ("ce qu'a écrit « exits --json »", "what “exits --json” has written"),
    "sources_data": ("ce qu'a écrit « sources --json »", "what “sources --json” has written"),
    "as_data": ("écrire la liste en JSON, pour d'autres programmes", "write the list as JSON, for other programs"),
    "quiet": ("ne dire que les fautes", "tell faults only"),
    "lang": ("la langue des phrases (fr)", "the language of sentences (fr)"),
    "preview_port": ("le port de l'aperçu (8000)", "the port of the preview (8000)"),
    "every_language": (
        "montrer aussi les langues qui ne sont pas publiées",
        "show the languages that are not published too",
    ),
    "edit_port": (
        "le port de l'éditeur (8300) ; ses brouillons ne se retrouvent qu'au même port",
        "the port of the editor (8300); its drafts are found again at the same port only",
    ),
    "write_for": (
        "ne rien ouvrir : écrire l'éditeur pour une forge, à publier à une adresse à part",
        "open nothing: write the editor for a forge, to be published at an address of its own",
    ),
    "into": ("le dossier où l'écrire (build-editor)", "the folder to write it into (build-editor)"),
    "repo": (
        "le dépôt, comme la forge le nomme : association/site",
        "the repository as the forge names it: association/site",
    ),
    "forge_address": ("l'adresse de votre forge, si vous en avez une", "the address of your forge, if you have one"),
    "no_browser": ("ne pas ouvrir le navigateur", "do not open a browser"),
    "manifest": (
        "le manifeste de ce qui a été construit (build/manifest.json)",
        "the manifest of what was built (build/manifest.json)",
    ),
    "reviewer": (
        "l'organisation, ou des initiales ; jamais un nom (obligatoire)",
        "the organisation, or initials; never a name (required)",
    ),
    "review_day": ("le jour de la relecture (aujourd'hui)", "the day of the review (today)"),
}
