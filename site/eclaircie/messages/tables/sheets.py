"""What is said of the documents that go out to translators and come back: by `emporter`, `reprendre`, in the documents."""

SENTENCES: dict[str, tuple[str, str]] = {
    # In the document
    "title": ("À traduire : {language}", "To be translated: {language}"),
    "left": (
        "Le français est à gauche. Écrivez la traduction à droite, une case après l’autre. Ne changez ni la colonne de gauche, ni les petites lettres grises : elles servent à remettre chaque texte à sa place.",
        "The French is on the left. Write the translation on the right, one cell after another. Change neither the left column nor the small grey letters: they put each text back in its place.",
    ),
    "marked": (
        "Les cases à faire ou à revoir sont jaune pâle. Dans le français, ce qui est nouveau est surligné, ce qui a été retiré est barré. Effacez « (?) » au début d’une case quand vous l’avez revue, même si rien n’y change.",
        "Cells to be written or looked at are pale yellow. In the French, what is new is highlighted, what was taken away is struck through. Delete “(?)” at the start of a cell once you have looked at it, even where nothing changes.",
    ),
    "links": (
        "Dans « [mots](page:adresse) », traduisez les mots entre crochets. Recopiez tel quel ce qui est entre parenthèses, et « [](fiche:nom) » tout entier.",
        "In “[words](page:address)”, translate the words between the brackets. Copy what stands between the parentheses as it is, and “[](fiche:name)” as a whole.",
    ),
    "bold": (
        "Mettez en gras les mêmes mots. Les autres mises en forme ne comptent pas.",
        "Make the same words bold. No other formatting counts.",
    ),
    "lines": (
        "Une ligne du français fait une ligne de la traduction. Pour les mots de recherche, un mot par ligne, autant que vous voulez.",
        "A line of the French makes a line of the translation. Of the search words, one a line, as many as you like.",
    ),
    "nothing": (
        "Si une case n’a rien à dire dans votre langue, écrivez un tiret : -",
        "Where a cell has nothing to say in your language, write a hyphen: -",
    ),
    "save": (
        "Enregistrez au format Word (.docx), et renvoyez le document.",
        "Save as Word (.docx), and send the document back.",
    ),
    "added": ("(rien en français)", "(nothing in French)"),
    "not_compared": (
        "Le français de cette page a changé, mais l’historique ne dit pas où : relisez tout.",
        "The French of this page has changed, but the history does not say where: read all of it.",
    ),
    # Going out
    "exists": (
        "{file} existe déjà. Donnez un autre nom avec --vers, ou déplacez ce document.",
        "{file} exists already. Give another name with --vers, or move that document.",
    ),
    "no_such_page": (
        "{file} : ce n'est pas une page du site. Donnez un fichier de content/, en français ou traduit.",
        "{file}: this is no page of the site. Give a file of content/, French or translated.",
    ),
    "nothing_to_do": (
        "{language} : rien à traduire, tout suit le français d'aujourd'hui.",
        "{language}: nothing to translate, all follows today's French.",
    ),
    "gone_out": (
        "{file} : {count} pages, {words} mots à traduire ou à revoir. Envoyez ce document ; à son retour, « reprendre » le remet dans le site.",
        "{file}: {count} pages, {words} words to translate or look at. Send this document; when it is back, “reprendre” puts it into the site.",
    ),
    "no_library": (
        "Il manque de quoi écrire et lire des documents Word. Installez-le : {python} -m pip install -r requirements-edit.txt",
        "What writes and reads Word documents is missing. Install it: {python} -m pip install -r requirements-edit.txt",
    ),
    # Coming back
    "no_document": (
        "{file} : ce n'est pas un document Word. Ouvrez-le, enregistrez-le au format Word (.docx), puis recommencez.",
        "{file}: this is no Word document. Open it, save it as Word (.docx), then try again.",
    ),
    "unread": (
        "{file} : ce document ne peut pas être lu ({reason}). S'il est ouvert ailleurs, fermez-le, puis recommencez.",
        "{file}: this document cannot be read ({reason}). If it is open elsewhere, close it, then try again.",
    ),
    "too_big": (
        "{file} : ce document est trop gros. Retirez les images qu'il contient, puis recommencez.",
        "{file}: this document is too big. Remove the pictures in it, then try again.",
    ),
    "not_ours": (
        "{file} : il n'y a pas de page à reprendre dans ce document. Reprenez celui que « emporter » a écrit.",
        "{file}: there is no page to take back in this document. Take the one that “emporter” has written.",
    ),
    "no_page": (
        "{file} : la première ligne d'un tableau a été changée (« {value} »). Recopiez-la du document d'origine, puis recommencez.",
        "{file}: the first line of a table was changed (“{value}”). Copy it from the original document, then try again.",
    ),
    "at_row": ("« {page} », ligne {row} : {what}", "“{page}”, row {row}: {what}"),
    "at_page": ("« {page} » : {what}", "“{page}”: {what}"),
    "no_language": (
        "la langue « {value} » n'est pas une langue du site.",
        "the language “{value}” is no language of the site.",
    ),
    "page_gone": (
        "cette page n'existe plus. Cherchez où elle est passée : sa traduction n'a pas été reprise.",
        "this page exists no longer. Look where it went: its translation was not taken back.",
    ),
    "page_twice": (
        "cette page est là plusieurs fois : la première a été reprise. Retirez les autres.",
        "this page is there several times: the first one was taken back. Remove the others.",
    ),
    "changed_meanwhile": (
        "cette traduction a été changée dans le site depuis que le document est parti. Faites repartir la page avec « emporter », et recopiez-y ce qui manque.",
        "this translation was changed in the site since the document went out. Send the page out again with “emporter”, and copy into it what is missing.",
    ),
    "left_changed": (
        "le français de la colonne de gauche a été changé. Recopiez-le du document d'origine.",
        "the French in the left column was changed. Copy it from the original document.",
    ),
    "no_key": (
        "une ligne n'a plus ses petites lettres grises (« {value} »). Recopiez-les du document d'origine.",
        "a row has lost its small grey letters (“{value}”). Copy them from the original document.",
    ),
    "twice": (
        "cette ligne est là plusieurs fois. N'en gardez qu'une.",
        "this row is there several times. Keep one of them.",
    ),
    "row_missing": (
        "cette ligne a été supprimée (« {value} »). Recopiez-la du document d'origine.",
        "this row was deleted (“{value}”). Copy it from the original document.",
    ),
    "empty": (
        "il n'y a pas de traduction de « {value} ». Écrivez-la ; si rien n'est à dire, un tiret : -",
        "there is no translation of “{value}”. Write it; where nothing is to be said, a hyphen: -",
    ),
    "not_looked_at": (
        "le français de cette ligne a changé. Revoyez la traduction, puis effacez « (?) ».",
        "the French of this row has changed. Look at the translation again, then delete “(?)”.",
    ),
    "number_lost": (
        "un nombre du français n'y est pas : {value}. Ajoutez-le, en chiffres.",
        "a number of the French is not there: {value}. Add it, in figures.",
    ),
    "stars": (
        "un « ** » est seul. Retirez-le, et mettez les mots en gras.",
        "a “**” stands alone. Remove it, and make the words bold.",
    ),
    "link_lost": (
        "il manque « ({value}) », avec ses crochets devant. Recopiez-le du français.",
        "“({value})” is missing, with its brackets before it. Copy it from the French.",
    ),
    "link_added": (
        "« ({value}) » n'est pas dans le français. Retirez-le, ou corrigez-le d'après la colonne de gauche.",
        "“({value})” is not in the French. Remove it, or correct it after the left column.",
    ),
    "other_faults": (
        "Avec ces traductions, d'autres fichiers auraient des fautes. Rien n'a été écrit : corrigez-les d'abord.",
        "With these translations, other files would have faults. Nothing was written: mend them first.",
    ),
    "taken_back": (
        "« {page} » : écrit dans {file}. À faire relire par une personne dont c'est la langue.",
        "“{page}”: written to {file}. To be reviewed by a native speaker.",
    ),
    "unchanged": ("« {page} » : rien de nouveau ({file}).", "“{page}”: nothing new ({file})."),
    "french_moved": (
        "« {page} » : le français a encore changé depuis que le document est parti. La traduction suit celui d'alors, et reste à mettre à jour.",
        "“{page}”: the French has changed again since the document went out. The translation follows that of then, and is still to be updated.",
    ),
    "not_begun": ("« {page} » : pas encore faite.", "“{page}”: not done yet."),
    "more": ("« {page} » : et {count} autres.", "“{page}”: and {count} more."),
    "refused": (
        "Pages refusées : {count} sur {total}. Corrigez le document, enregistrez-le, puis recommencez : les autres pages sont écrites.",
        "Pages refused: {count} of {total}. Correct the document, save it, then try again: the other pages are written.",
    ),
}
