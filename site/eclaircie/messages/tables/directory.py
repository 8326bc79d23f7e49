"""What is said where contacts are taken from a public directory, by `annuaire`."""

SENTENCES: dict[str, tuple[str, str]] = {
    # What is read
    "which_departments": (
        "Pour quels départements ? Leurs numéros, une virgule entre eux : 71, 34.",
        "For which départements? Their numbers, a comma between them: 71, 34.",
    ),
    "no_departments": (
        "Aucun département n'a encore de contacts de l'annuaire. Dites lesquels : --departement 71,34",
        "No département has contacts of the directory yet. Say which: --departement 71,34",
    ),
    "no_places": (
        "Le site n'a pas encore de page « Près de chez vous » (content/fr/reseaux/index.md). Créez-la d'abord.",
        "The site has no page of places yet (content/fr/reseaux/index.md). Create it first.",
    ),
    "reading": ("Lecture de {file}…", "Reading {file}…"),
    "read": (
        "{seen} fiche(s) lue(s), dont {count} pour {places}.",
        "{seen} record(s) read, {count} of them for {places}.",
    ),
    "newest": ("La plus récente est du {day}.", "The newest is of {day}."),
    "nothing_there": (
        "Dans ce qui a été lu, rien pour {places} que le site puisse montrer. Vérifiez le fichier et les numéros.",
        "In what was read, there is nothing for {places} that the site could show. Check the file and the numbers.",
    ),
    "no_library": (
        "Il manque de quoi lire un annuaire. Installez-le : {python} -m pip install -r requirements-edit.txt",
        "What reads a directory is missing. Install it: {python} -m pip install -r requirements-edit.txt",
    ),
    "damaged_part": (
        "{file} s'arrête trop tôt : ce qui précède est lu, et des fiches peuvent manquer. Téléchargez-le à nouveau.",
        "{file} ends too early: what stands before is read, and records may be missing. Download it again.",
    ),
    "passed_over": (
        "{file} : pas de fiches dans cette partie, laissée de côté.",
        "{file}: no records in this part, left out.",
    ),
    "damaged": (
        "{file} : ce fichier ne se lit pas ({reason}). Téléchargez-le à nouveau.",
        "{file}: this file cannot be read ({reason}). Download it again.",
    ),
    "unopened": (
        "{file} : ce fichier ne s'ouvre pas ({reason}). Vérifiez son nom et vos droits.",
        "{file}: this file cannot be opened ({reason}). Check its name and your rights.",
    ),
    "unpacked": (
        "{file} : cette archive ne s'ouvre pas ({reason}). Ouvrez-la vous-même, puis donnez le fichier qu'elle contient.",
        "{file}: this archive cannot be unpacked ({reason}). Unpack it yourself, then give the file that is in it.",
    ),
    "no_directory": (
        "{file} : ce n'est pas le fichier d'un annuaire. Lesquels, et où : docs/annuaire.md",
        "{file}: this is no file of a directory. Which ones, and where: docs/annuaire.md",
    ),
    # What may be taken
    "new": ("Nouvelles fiches : {count}", "New contacts: {count}"),
    "new_kind": ("    {kind} ({count}) : {towns}", "    {kind} ({count}): {towns}"),
    "changed": (
        "Fiches qui diffèrent de l'annuaire : {count}",
        "Contacts that differ from the directory: {count}",
    ),
    "days": (
        "  annuaire : {there} · votre fiche : {here}",
        "  directory: {there} · your file: {here}",
    ),
    "no_day": ("sans date", "no day"),
    "yours_is_newer": (
        "  Quelqu'un a vérifié votre fiche après l'annuaire : elle a peut-être raison.",
        "  Somebody has checked your file after the directory: it may be right.",
    ),
    "moved": ("  Déménagement : la commune a changé.", "  It has moved: the town is another one."),
    "found": (
        "  C'est le même service, par le nom et la ville : l'identifiant est à noter dans la fiche.",
        "  It is the same service, by name and town: the identifier is to be noted in the file.",
    ),
    "renumbered": (
        "  L'annuaire a changé l'identifiant : le nouveau est à noter.",
        "  The directory has changed the identifier: the new one is to be noted.",
    ),
    "told": ("    l'annuaire dit : {value}", "    the directory says: {value}"),
    "stands": ("    votre fiche dit : {value}", "    your file says: {value}"),
    "renewed": (
        "Fiches que l'annuaire a revues sans rien changer : {count}",
        "Contacts that the directory has looked at again, the same as before: {count}",
    ),
    "towns": (
        "Où sont les mairies, pour montrer d'abord ce qui est proche : {places}",
        "Where town halls stand, to show first what is near: {places}",
    ),
    "doubts": (
        "À décider par quelqu'un, dans un terminal : {count} fiche(s) que le site a peut-être déjà",
        "For a person to decide, at a terminal: {count} contact(s) that the site may have already",
    ),
    "doubt": ("  {name}, {town} : est-ce {files} ?", "  {name}, {town}: is it {files}?"),
    # What is only told
    "gone": (
        "{name} ({file}) : n'est pas dans ce qui a été lu, ou n'y est plus à montrer. Si tout l'annuaire a été lu, appelez ; pour retirer la fiche : {command}",
        "{name} ({file}): is not in what was read, or not to be shown any more. If all of the directory was read, call; to remove the file: {command}",
    ),
    "merged": (
        "{name} ({file}) : l'annuaire n'en fait plus qu'un avec {other}. Pour retirer la fiche : {command}",
        "{name} ({file}): the directory has made it one with {other}. To remove the file: {command}",
    ),
    "twice": (
        "{name}, {town} : déjà dit par l'autre annuaire ({other}).",
        "{name}, {town}: told already by the other directory ({other}).",
    ),
    "unfit": (
        "{name}, {town} : laissé de côté, sans date ou avec une valeur qui ne va pas ({address}).",
        "{name}, {town}: left out, without a day or with a value that is not right ({address}).",
    ),
    # Questions
    "same": ("Est-ce le même service ? (o/n)", "Is it the same service? (y/n)"),
    "take_new": ("Écrire ces {count} fiches, toutes ? (o/n)", "Write all of these {count} contacts? (y/n)"),
    "take_one_new": ("Écrire cette fiche ? (o/n)", "Write this contact? (y/n)"),
    "take_kind": (
        "Écrire celles-ci : {kind} ({count}) ? (o : oui, n : non, p : passer toutes les suivantes)",
        "Write these: {kind} ({count})? (y: yes, n: no, s: skip all others)",
    ),
    "take_renewed": ("Noter ces {count} nouveaux jours ? (o/n)", "Note these {count} new days? (y/n)"),
    "take_towns": ("Mettre ces lieux à jour ? (o/n)", "Bring these places up to date? (y/n)"),
    "take_fact": (
        "  Prendre ce que dit l'annuaire ? (o : oui, n : non, p : passer toute la suite)",
        "  Take what the directory says? (y: yes, n: no, s: skip all that follows)",
    ),
    "take_identifier": (
        "  C'est le même service, par le nom et la ville. Le noter dans la fiche, pour la retrouver ? (o : oui, n : non, p : passer toute la suite)",
        "  It is the same service, by name and town. Note it in the file, to find it again? (y: yes, n: no, s: skip all that follows)",
    ),
    "take_new_identifier": (
        "  L'annuaire a changé l'identifiant de cette fiche. Le noter ? (o : oui, n : non, p : passer toute la suite)",
        "  The directory has changed the identifier of this record. Note it? (y: yes, n: no, s: skip all that follows)",
    ),
    # What became of it
    "lighter": (
        "{name} : écrit sans ce que la vérification refuserait. {what}",
        "{name}: written without what the check would refuse. {what}",
    ),
    "refused": (
        "{name} : laissé de côté, la vérification le refuserait. {what}",
        "{name}: left out, the check would refuse it. {what}",
    ),
    "other_faults": (
        "Avec cela, d'autres fichiers auraient des fautes. Rien n'a changé : corrigez-les d'abord.",
        "With this, other files would have faults. Nothing was changed: mend them first.",
    ),
    "written_new": ("Fiches écrites : {count}, dans {folders}", "Contacts written: {count}, in {folders}"),
    "written": ("{file} : {count} fait(s) repris de l'annuaire.", "{file}: {count} fact(s) taken from the directory."),
    "written_identifier": (
        "{file} : l'identifiant de l'annuaire y est noté.",
        "{file}: the identifier of the directory is noted in it.",
    ),
    "written_days": (
        "Nouveaux jours notés : {count} fiche(s).",
        "New days noted: {count} contact(s).",
    ),
    "kept": (
        "{name} ({file}), « {label} » : gardé, car la fiche a été vérifiée le même jour que l'annuaire, ou après. Pour en décider, sans --tout.",
        "{name} ({file}), “{label}”: kept, for the file was checked on the same day as the directory, or later. To decide, without --tout.",
    ),
    "up_to_date": (
        "Rien de nouveau : {count} fiche(s) disent ce que dit l'annuaire. Rien n'a changé.",
        "Nothing new: {count} contact(s) say what the directory says. Nothing was changed.",
    ),
    "nothing_taken": (
        "Rien n'a changé : rien n'a été repris de l'annuaire.",
        "Nothing was changed: nothing was taken from the directory.",
    ),
    "credit": (
        "À recopier dans les mentions du site, comme la licence le demande : « Contacts : {producer}, fichier {file}, données du {day} ». Ajoutez l'adresse longue d'où vous l'avez téléchargé.",
        "To be copied into the site's legal notice, as the licence asks: “Contacts : {producer}, fichier {file}, données du {day}”. Add the long address from which you have downloaded it.",
    ),
    "only_tried": (
        "Rien n'est écrit : c'était un essai.",
        "Nothing is written: this was a trial.",
    ),
    "see_it": (
        "Rien n'est encore en ligne. Pour voir : make preview",
        "Nothing is online yet. To see it: make preview",
    ),
    "some_refused": (
        "Laissées de côté par la vérification : {count}. Les autres sont écrites.",
        "Left out by the check: {count}. The others are written.",
    ),
    # What was left out
    "left_title": ("Laissé de côté, dans ces départements", "Left out, in these départements"),
    "left": ("  {why} : {kinds}", "  {why}: {kinds}"),
    "unknown_kinds": (
        "  Sortes que le site ne connaît pas : {kinds}",
        "  Kinds that the site does not know: {kinds}",
    ),
    "dropped_title": ("Non repris des fiches", "Not taken of the contacts"),
    "unknown_fields": (
        "  Champs que le site ne connaît pas : {fields}",
        "  Fields that the site does not know: {fields}",
    ),
    "broken": (
        "  Fiche n° {position} illisible : {why} {detail}",
        "  Record no. {position} cannot be read: {why} {detail}",
    ),
    "broken_more": ("  et {count} autres fiches illisibles.", "  and {count} more records that cannot be read."),
}
