"""What stands on the page *Annuaire* of the editor."""

SENTENCES: dict[str, tuple[str, str]] = {
    "title": ("Annuaire", "Directory"),
    # Which file
    "intro": (
        "Prenez ici les contacts d'un annuaire public : commissariats, brigades, aide aux victimes, points-justice…",
        "Take contacts of a public directory here: police stations, brigades, help for victims, legal advice…",
    ),
    "how": (
        "Téléchargez d'abord son fichier sur data.gouv.fr (docs/annuaire.md dit lequel), sans l'ouvrir. "
        "Il est lu sur cet ordinateur ; rien n'est envoyé ailleurs, et rien n'est écrit avant votre accord.",
        "First download its file from data.gouv.fr (docs/annuaire.md says which), without opening it. "
        "It is read on this computer; nothing is sent elsewhere, and nothing is written before you agree.",
    ),
    "downloaded": ("Dans vos téléchargements", "Among your downloads"),
    "megabytes": ("{count} Mo", "{count} MB"),
    "file": ("Ou un autre fichier", "Or another file"),
    "file_hint": (
        "Pour data·inclusion, les deux à la fois : structures et services.",
        "For data·inclusion, both at once: structures and services.",
    ),
    "departments": ("Pour quels départements", "For which départements"),
    "departments_hint": (
        "Leurs numéros, une virgule entre eux : 71, 34.",
        "Their numbers, a comma between them: 71, 34.",
    ),
    "read": ("Lire le fichier", "Read the file"),
    "bringing": ("Copie du fichier…", "Copying the file…"),
    "reading": (
        "Lecture du fichier : jusqu'à quelques minutes s'il est grand.",
        "Reading the file: up to some minutes where it is large.",
    ),
    "writing": ("Écriture et vérification…", "Writing and checking…"),
    "no_file": ("Choisissez d'abord un fichier.", "Choose a file first."),
    "too_large": (
        "Ce fichier est trop grand pour être celui d'un annuaire. Vérifiez que c'est le bon.",
        "This file is too large to be that of a directory. Check that it is the right one.",
    ),
    "cut_short": (
        "Le fichier n'est pas arrivé en entier. Recommencez.",
        "Not all of the file has come. Try again.",
    ),
    "no_room": (
        "Le fichier ne peut pas être copié ({reason}). Faites de la place sur le disque, puis recommencez.",
        "The file cannot be copied ({reason}). Make room on the disk, then try again.",
    ),
    "later": (
        "Des pages sont à corriger d'abord : la fiche d'un de ces services s'y trouve peut-être.",
        "Some pages are to be mended first: the contact of one of these services may be among them.",
    ),
    "forgotten": (
        "Ce qui avait été lu n'est plus là : l'éditeur a redémarré. Lisez le fichier de nouveau.",
        "What had been read is gone: the editor was started again. Read the file once more.",
    ),
    # What was read
    "was_read": (
        "{files} : {seen} fiche(s) lue(s), dont {count} pour {places}.",
        "{files}: {seen} record(s) read, {count} of them for {places}.",
    ),
    "damaged": (
        "{file} s'arrête trop tôt : des fiches peuvent manquer. Téléchargez-le à nouveau.",
        "{file} ends too early: records may be missing. Download it again.",
    ),
    "up_to_date": (
        "Rien de nouveau : vos {count} fiche(s) disent ce que dit l'annuaire.",
        "Nothing new: your {count} contact(s) say what the directory says.",
    ),
    "another_file": ("Lire un autre fichier", "Read another file"),
    # Questions
    "questions": ("Est-ce le même service ?", "Is it the same service?"),
    "questions_told": (
        "Vous avez peut-être déjà une fiche de ces services.",
        "You may have a contact of these services already.",
    ),
    "same_as": ("Oui : {name} ({file})", "Yes: {name} ({file})"),
    "not_same": ("Non, c'est un autre service", "No, it is another service"),
    "decide_later": ("Décider plus tard", "Decide later"),
    "answer": ("Noter ces réponses", "Note these answers"),
    # What may be taken
    "all_of_them": ("Toutes celles-ci", "All of these"),
    "changes": ("Ce qui diffère de vos fiches : {count}", "What differs from your contacts: {count}"),
    "days": ("Annuaire : {there}. Votre fiche : {here}.", "Directory: {there}. Your file: {here}."),
    "told": ("L'annuaire dit : {value}", "The directory says: {value}"),
    "stands": ("Votre fiche dit : {value}", "Your file says: {value}"),
    "identifier": ("C'est le même service : le noter dans la fiche", "It is the same service: note it in the file"),
    "renewed": (
        "Noter le nouveau jour de {count} fiche(s) que l'annuaire a revues sans rien changer",
        "Note the new day of {count} contact(s) that the directory has looked at again, the same as before",
    ),
    "towns": (
        "Mettre à jour la place des mairies, qui montre d'abord ce qui est proche",
        "Bring up to date where town halls are, which shows first what is near",
    ),
    "take": ("Écrire ce qui est coché", "Write what is ticked"),
    "take_all": ("Tout prendre", "Take everything"),
    "take_all_told": (
        "« Tout prendre » laisse de côté les questions, et ce que quelqu'un a vérifié après l'annuaire.",
        "“Take everything” leaves out the questions, and what somebody has checked after the directory.",
    ),
    "written_new": ("Fiches écrites : {count}.", "Contacts written: {count}."),
    "written_facts": ("Fiches mises à jour : {count}.", "Contacts brought up to date: {count}."),
    "written_days": ("Nouveaux jours notés : {count}.", "New days noted: {count}."),
    "see_changes": ("Les voir dans « Changements »", "See them in “Changements”"),
    # What is only told
    "to_look_at": ("À regarder vous-même", "For you to look at"),
    "gone": (
        "n'est plus dans l'annuaire, ou n'y est plus à montrer. Appelez avant de retirer la fiche.",
        "is not in the directory any more, or not to be shown. Call before you remove the file.",
    ),
    "merged": ("ne fait plus qu'un, dans l'annuaire, avec {other}.", "has become one with {other} in the directory."),
    "twice": ("{name}, {town} : l'autre annuaire le dit déjà ({other}).", "{name}, {town}: told by {other} already."),
    "unfit": (
        "{name}, {town} : laissé de côté, sans date ou avec une valeur qui ne va pas.",
        "{name}, {town}: left out, without a day or with a value that is not right.",
    ),
    "left": ("Laissé de côté", "Left out"),
    "unknown_kinds": ("Sortes que le site ne connaît pas", "Kinds that the site does not know"),
    "unknown_fields": ("Champs que le site ne connaît pas", "Fields that the site does not know"),
    "broken": ("Fiches illisibles", "Records that cannot be read"),
}
