"""What is said of a proposed change to whoever decides on it, and where that cannot be said."""

SENTENCES: dict[str, tuple[str, str]] = {
    # The comment
    "title": ("Ce que cette proposition change", "What this proposal changes"),
    "neutral_title": ("Relecture", "Review"),
    "counts": (
        "{changed} page(s) changée(s), {added} nouvelle(s), {moved} déplacée(s), {removed} retirée(s).",
        "{changed} page(s) changed, {added} new, {moved} moved, {removed} removed.",
    ),
    "no_change": (
        "Aucune page ne change pour les personnes qui lisent le site.",
        "No page changes for the people who read the site.",
    ),
    "same_text": (
        "{count} page(s) n'ont changé que d'apparence : aucun mot n'y est différent.",
        "{count} page(s) changed in their looks only: no word is different.",
    ),
    "unbuilt_proposed": (
        "Ces fautes empêchent de construire le site : les pages seront montrées quand elles seront corrigées.",
        "These faults keep the site from being built: its pages will be shown once they are mended.",
    ),
    "unbuilt_base": (
        "Le site d'avant a des fautes et ne se construit pas : rien ne peut être comparé. La copie, elle, est prête.",
        "The site as it was has faults and cannot be built: there is nothing to compare with. The copy is ready.",
    ),
    "code": (
        "Du code change aussi. Les pages d'avant et d'après sont faites avec le nouveau code : ce que lui change "
        "n'est pas montré ici.",
        "Code changes too. Pages before and after are made with the new code: what it changes is not shown here.",
    ),
    "who": ("Qui doit regarder", "Who should look"),
    "nobody": (
        "Une personne suffit, en plus de celle qui propose.",
        "One person is enough, besides the one who proposes.",
    ),
    "safety": (
        "Une deuxième personne : un texte de sécurité change (danger, départ, traces, sortie). Une erreur ici peut mettre "
        "quelqu'un en danger.",
        "A second person: a text of safety changes (danger, leaving, traces, the exit). A mistake here can put somebody in "
        "danger.",
    ),
    "facts": (
        "La personne qui vérifie les faits : un nombre, un montant, une date, des horaires ou une source changent. À comparer "
        "avec la source.",
        "Whoever verifies facts: a number, an amount, a day, hours or a source change. To be compared with the source.",
    ),
    "undated": (
        "Un fait change, mais pas le jour de sa vérification (« verifie_le »). A-t-il été comparé à sa source ?",
        "A fact changes, but not the day of its verification (“verifie_le”). Was it compared with its source?",
    ),
    "translator": (
        "Une personne dont c'est la langue ({who}) : des mots changent.",
        "Somebody whose language it is ({who}): words change.",
    ),
    "left_behind": (
        "Une personne qui traduit ({who}) : le français change, cette traduction ne le suit plus.",
        "Somebody who translates ({who}): the French changes, and this translation no longer follows it.",
    ),
    "cared_for": ("{who}, qui suit ces fichiers.", "{who}, who cares for these files."),
    "faults": ("À corriger avant de publier", "To be mended before it is published"),
    "elsewhere": (
        "Ailleurs, à cause de cette proposition ou depuis plus longtemps",
        "Elsewhere, because of this proposal or for longer",
    ),
    "remarks": ("Remarques sur les fichiers touchés", "Remarks on the files touched"),
    "new_remark": ("nouveau", "new"),
    "pages": ("Les pages, avant et après", "The pages, before and after"),
    "added": ("Nouvelle", "New"),
    "moved": ("Déplacée, avant à {former}", "Moved, before at {former}"),
    "changed": ("Changée", "Changed"),
    "removed": ("Retirée", "Removed"),
    "shared": ("Ce qui change sur plusieurs pages à la fois", "What changes on several pages at once"),
    "on_pages": ("Sur {count} pages", "On {count} pages"),
    "also": (
        "Le même changement se voit à {count} autre(s) adresse(s).",
        "The same change shows at {count} other address(es).",
    ),
    "tab": ("Titre de l'onglet", "Title of the tab"),
    "before": ("Avant", "Before"),
    "after": ("Après", "After"),
    "nothing": ("rien", "nothing"),
    "cut": ("La suite est dans la copie.", "The rest is in the copy."),
    "left_out": (
        "Et {count} de plus, que ce message n'a pas la place de montrer. La copie les montre toutes.",
        "And {count} more, for which this message has no room. The copy shows them all.",
    ),
    "files_more": ("et {count} de plus", "and {count} more"),
    "copy": ("Voir les pages comme elles seront", "See the pages as they will be"),
    "copy_where": (
        "Sur cette page, en bas, prenez « {name} » (il faut un compte sur ce service).",
        "On this page, at its end, take “{name}” (that needs an account at this service).",
    ),
    "copy_page": ("Ouvrir la page de téléchargement", "Open the page of the download"),
    "copy_computer": (
        "Sur un ordinateur : ouvrez le fichier reçu, sortez-en le dossier (« Extraire tout »), puis ouvrez « pages.html » : "
        "elle mène aux pages qui changent. Rien à installer, et le réseau n'est plus utile.",
        "On a computer: open the file that comes, take its folder out (“Extract all”), then open “pages.html”: it leads to the "
        "pages that change. Nothing to install, and no network is needed any more.",
    ),
    "copy_phone": (
        "Sur un téléphone ou une tablette : ouvrez le fichier reçu dans « Fichiers », puis « pages.html », ou une page du "
        "dossier « copie ». D'une page à l'autre, les liens ne marchent pas toujours.",
        "On a phone or a tablet: open the file that comes in “Files”, then “pages.html”, or a page of the folder “copie”. "
        "From one page to another, links do not always work.",
    ),
    "copy_kept": (
        "Cette copie n'est pas discrète : chaque page ouverte reste dans l'historique de l'appareil. Effacez-la après.",
        "This copy is not discreet: each page that was opened stays in the history of the device. Delete it afterwards.",
    ),
    "updated": (
        "Ce message est récrit à chaque nouvelle version de la proposition.",
        "This message is written anew with each version of the proposal.",
    ),
    # The commands
    "done": (
        "Ce que la proposition change : {report}. La copie : {copy}.",
        "What the proposal changes: {report}. The copy: {copy}.",
    ),
    "done_without_copy": (
        "Ce que la proposition change : {report}. Il n'y a pas de copie : des fautes empêchent de construire le site.",
        "What the proposal changes: {report}. There is no copy: faults keep the site from being built.",
    ),
    "no_base": (
        "« {base} » : ni un dossier, ni une version que git connaît ici. Écrivez par exemple : --base origin/main",
        "“{base}”: neither a folder nor a version that git knows here. Write for instance: --base origin/main",
    ),
    "no_words": (
        "« {base} » ne contient pas de dossier « content ». Donnez le dossier du projet tel qu'il était.",
        "“{base}” has no folder “content”. Name the folder of the project as it was.",
    ),
    "no_forge": (
        "Cette commande écrit à GitHub depuis un de ses passages : il manque {name}.",
        "This command writes to GitHub from one of its runs: {name} is missing.",
    ),
    "bad_data": (
        "{file} n'est pas ce qu'écrit « proposal », ou pas en entier ({reason}). Rien n'a été envoyé.",
        "{file} is not what “proposal” writes, or not all of it ({reason}). Nothing was sent.",
    ),
    "forge_refused": (
        "GitHub a répondu {reason} à {address}. Rien n'a été écrit. Relancez ce passage.",
        "GitHub answered {reason} at {address}. Nothing was written. Start this run again.",
    ),
    "no_proposal": (
        "Cette version n'est plus celle d'une proposition ouverte : il n'y a rien à écrire.",
        "This version is no longer that of an open proposal: there is nothing to write.",
    ),
    "created": (
        "Le message est écrit dans la proposition {number}.",
        "The message is written in the proposal {number}.",
    ),
    "rewritten": (
        "Le message de la proposition {number} est récrit.",
        "The message of the proposal {number} is written anew.",
    ),
}
