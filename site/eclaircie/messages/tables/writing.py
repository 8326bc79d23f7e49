"""What is said where files of content are made, moved, removed or noted as checked."""

SENTENCES: dict[str, tuple[str, str]] = {
    # Why nothing was changed
    "outside": (
        "{file} : ce fichier n'est pas dans content/. Rien n'a changé.",
        "{file}: this file is not in content/. Nothing was changed.",
    ),
    "unread": (
        "{file} : ne se lit pas ({reason}). Rien n'a changé.",
        "{file}: cannot be read ({reason}). Nothing was changed.",
    ),
    "unwritten": (
        "{file} : ne s'écrit pas ({reason}). Rien n'a changé.",
        "{file}: cannot be written ({reason}). Nothing was changed.",
    ),
    "untried": (
        "L'essai sur une copie n'a pas pu se faire ({reason}). Rien n'a changé.",
        "The trial on a copy could not be made ({reason}). Nothing was changed.",
    ),
    "changed_meanwhile": (
        "{file} : quelqu'un vient de l'enregistrer. Rien n'a changé : recommencez.",
        "{file}: somebody has just saved it. Nothing was changed: try again.",
    ),
    "unsound": (
        "{file} : l'en-tête ne se lit pas. Corrigez-le d'abord : « make check » dit où et comment.",
        "{file}: the header cannot be read. Correct it first: “make check” says where and how.",
    ),
    "no_lines": (
        "{file} : l'en-tête ne se laisse pas récrire. Mettez une clé par ligne, puis recommencez.",
        "{file}: the header cannot be written anew. Put one key on a line, then try again.",
    ),
    "no_page": (
        "« {path} » : cette page n'existe pas en français. Donnez son fichier, comme content/fr/aides/urgence.md, "
        "ou son chemin, comme aides/urgence.",
        "“{path}”: there is no such French page. Give its file, such as content/fr/aides/urgence.md, or its path, "
        "such as aides/urgence.",
    ),
    "no_sources": (
        "« {path} » : rien ici ne nomme de source. Ajoutez `sources` dans l'en-tête, puis recommencez.",
        "“{path}”: nothing here names a source. Add `sources` to the header, then try again.",
    ),
    "same_place": ("« {path} » : la page est déjà là.", "“{path}”: the page is there already."),
    "into_itself": (
        "« {path} » : la page ne peut pas aller là. Donnez un chemin qui ne commence pas par le sien.",
        "“{path}”: the page cannot go there. Give a path that does not begin with its own.",
    ),
    "taken": (
        "« {path} » : cette adresse est déjà prise. Choisissez-en une autre.",
        "“{path}”: this address is taken already. Choose another one.",
    ),
    "fixed_page": (
        "« {path} » : toutes les pages du site mènent à celle-ci. Elle reste où elle est ; son texte, lui, peut changer.",
        "“{path}”: every page of the site leads to this one. It stays where it is; its text may change.",
    ),
    "known_line": (
        "« {name} » : le projet connaît cette ligne par ce nom, et vérifie son numéro. Gardez-le.",
        "“{name}”: the project knows this line by this name, and verifies its number. Keep it.",
    ),
    "has_pages": (
        "« {path} » : {count} page(s) sont dessous ({pages}). Déplacez-les ou retirez-les d'abord.",
        "“{path}”: {count} page(s) are below it ({pages}). Move or remove them first.",
    ),
    "no_fiche_instead": (
        "« {path} » ne peut pas remplacer une ligne, une aide ou une structure : donnez une page de la même sorte.",
        "“{path}” cannot take the place of a line, an aid or a structure: give a page of the same kind.",
    ),
    "refused": (
        "Rien n'a changé : la vérification refuserait le résultat, pour {count} raison(s) dite(s) ci-dessus.",
        "Nothing was changed: the check would refuse the result, for {count} reason(s) told above.",
    ),
    # What was done
    "moved": ("{old} → {new}", "Moved: {old} → {new}"),
    "rewritten": ("{file} : liens mis à jour.", "{file}: links brought up to date."),
    "removed": ("{file} : retiré.", "{file}: removed."),
    "move_done": (
        "{count} page(s) déplacée(s), {files} fichier(s) changé(s). Qui ouvre l'ancienne adresse voit l'accueil. "
        "Pour revenir en arrière : {back}",
        "{count} page(s) moved, {files} file(s) changed. Whoever opens the former address sees the home page. "
        "To take it back: {back}",
    ),
    "would_move": (
        "Rien n'est encore changé : sans --check, {files} fichier(s) le seraient.",
        "Nothing is changed yet: without --check, {files} file(s) would be.",
    ),
    "mention": ("{where}  mène à cette page.", "{where}  leads to this page."),
    "linked": (
        "Rien n'a changé : {count} endroit(s) mènent à « {path} ». Ajoutez --a-la-place PAGE pour qu'ils mènent à une "
        "autre page, ou --et-les-liens pour retirer aussi ces liens (leurs mots restent).",
        "Nothing was changed: {count} place(s) lead to “{path}”. Add --a-la-place PAGE to have them lead to another "
        "page, or --et-les-liens to remove these links too (their words stay).",
    ),
    "cited": (
        "Rien n'a changé : {count} endroit(s) citent un numéro ou un fait de « {path} ». Récrivez ces phrases d'abord.",
        "Nothing was changed: {count} place(s) cite a number or a fact of “{path}”. Write these sentences anew first.",
    ),
    "removal_done": (
        "{count} fichier(s) retiré(s). Rien n'est perdu : une copie de ce qui a changé est dans {folder}. "
        "Pour tout reprendre, recopiez ce dossier content à la place de l'autre, fichier par fichier.",
        "{count} file(s) removed. Nothing is lost: a copy of what was changed is in {folder}. "
        "To take all of it back, copy this content folder over the other one, file by file.",
    ),
    # Scales
    "scale_written": (
        "{file} : barème écrit d'après la formule. Seul et sans revenus, on a {amount} euros (avant : {former}). Comparez ce montant à celui de la CAF.",
        "{file}: scale written by its formula. Alone and without income, one has {amount} euros (before: {former}). Compare this amount with that of the CAF.",
    ),
    "scales_right": ("Barèmes déjà justes : {count}.", "Scales right already: {count}."),
}
