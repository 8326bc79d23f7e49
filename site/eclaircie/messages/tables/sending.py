"""What is said of changes: seen, undone, received, proposed, published, by the page *Changements* of the editor."""

SENTENCES: dict[str, tuple[str, str]] = {
    # Why nothing was received or sent
    "no_library": (
        "Il manque une bibliothèque de l'éditeur. Fermez-le et ouvrez-le de nouveau par « make edit », qui l'installe.",
        "A library of the editor is missing. Close it and open it again by “make edit”, which installs it.",
    ),
    "no_repository": (
        "Ce dossier n'est relié à rien : personne d'autre n'en reçoit les changements.",
        "This folder is linked to nothing: nobody else receives its changes.",
    ),
    "no_commit": (
        "Ce dossier n'a pas encore d'histoire : il n'y a rien à quoi comparer vos textes.",
        "This folder has no history yet: there is nothing to compare your texts with.",
    ),
    "no_branch": (
        "Ce dossier montre une ancienne version du projet. Rien n'est perdu. "
        "Demandez à qui l'a ouverte de revenir à la version du jour (git switch main).",
        "This folder shows an old version of the project. Nothing is lost. "
        "Ask whoever opened it to return to today's version (git switch main).",
    ),
    "no_answer": (
        "{host} ne répond pas. Vos textes sont sur cet ordinateur, rien n'est perdu. "
        "Vérifiez la connexion à internet, puis recommencez. ({reason})",
        "{host} does not answer. Your texts are on this computer, nothing is lost. "
        "Check the connection to the internet, then try again. ({reason})",
    ),
    "forge_ill": (
        "{host} répond par une erreur ({status}). Vos textes sont sur cet ordinateur, rien n'est perdu. "
        "Recommencez dans quelques minutes.",
        "{host} answers with an error ({status}). Your texts are on this computer, nothing is lost. "
        "Try again in a few minutes.",
    ),
    "certificate": (
        "La connexion à {host} n'est pas sûre : rien n'a été envoyé, rien n'est perdu. Vérifiez l'heure de l'ordinateur. "
        "Sur un Mac, ouvrez une fois « Install Certificates.command », dans Applications, dossier Python.",
        "The connection to {host} is not safe: nothing was sent, nothing is lost. Check the clock of the computer. "
        "On a Mac, open “Install Certificates.command” once, in Applications, folder Python.",
    ),
    "proxy": (
        "Le réseau où vous êtes demande un mot de passe pour aller vers {host}. Rien n'est perdu. "
        "Demandez à qui s'occupe du réseau, ou essayez d'ailleurs.",
        "The network where you are asks for a password on the way to {host}. Nothing is lost. "
        "Ask whoever looks after the network, or try from elsewhere.",
    ),
    "key_needed": (
        "{host} demande une clé d'accès. Rien n'a été envoyé, rien n'est perdu. Donnez la clé plus bas, puis recommencez.",
        "{host} asks for an access key. Nothing was sent, nothing is lost. Give the key below, then try again.",
    ),
    "key_refused": (
        "{host} refuse la clé d'accès : elle est fausse, ou sa durée est passée. Rien n'est perdu. "
        "Faites-en une autre, donnez-la plus bas, puis recommencez.",
        "{host} refuses the access key: it is wrong, or it has expired. Nothing is lost. "
        "Make another one, give it below, then try again.",
    ),
    "no_right": (
        "{host} connaît la clé, mais elle n'a pas le droit d'écrire dans ce projet. Rien n'est perdu. "
        "Faites-en une qui l'a, ou demandez ce droit à qui tient le projet.",
        "{host} knows the key, but it may not write into this project. Nothing is lost. "
        "Make one that may, or ask whoever runs the project for that right.",
    ),
    "not_there": (
        "{host} ne trouve pas le projet, ou la clé n'a pas le droit de le voir. Rien n'est perdu. "
        "Vérifiez à quels projets la clé donne accès.",
        "{host} does not find the project, or the key may not see it. Nothing is lost. "
        "Check to which projects the key gives access.",
    ),
    "not_safe": (
        "L'adresse de {host} commence par http : la clé y voyagerait sans protection, elle n'a pas été envoyée. "
        "Demandez à qui a préparé ce dossier de la changer en https.",
        "The address of {host} begins with http: the key would travel unprotected there, it was not sent. "
        "Ask whoever prepared this folder to change it to https.",
    ),
    "no_ssh": (
        "Ce dossier est relié à {host} par ssh, et cet ordinateur ne l'a pas. Rien n'est perdu. "
        "Demandez à qui a préparé ce dossier de le relier par https.",
        "This folder is linked to {host} by ssh, and this computer has none. Nothing is lost. "
        "Ask whoever prepared this folder to link it by https.",
    ),
    "ssh_refused": (
        "{host} ne reconnaît pas cet ordinateur (ssh). Rien n'est perdu. "
        "Demandez à qui a préparé ce dossier d'y mettre une clé ssh, ou de le relier par https.",
        "{host} does not recognise this computer (ssh). Nothing is lost. "
        "Ask whoever prepared this folder to put an ssh key there, or to link it by https.",
    ),
    "refused": (
        "{host} n'a pas accepté l'envoi. Rien n'est perdu. Si vous n'avez pas le droit de publier, choisissez « Proposer ». "
        "Sa réponse : {reason}",
        "{host} did not accept what was sent. Nothing is lost. If you may not publish, choose “Propose”. Its answer: {reason}",
    ),
    "others_at_work": (
        "D'autres personnes envoient au même moment. Rien n'est perdu. Recommencez dans une minute.",
        "Others are sending at the same moment. Nothing is lost. Try again in a minute.",
    ),
    "git_at_work": (
        "Un autre programme (git) travaille dans ce dossier. Rien n'est perdu. Attendez qu'il ait fini, puis recommencez. "
        "S'il n'y en a pas, effacez le fichier index.lock, dans le dossier caché .git.",
        "Another program (git) is at work in this folder. Nothing is lost. Wait until it has finished, then try again. "
        "If there is none, delete the file index.lock, in the hidden folder .git.",
    ),
    "diverged": (
        "Ce dossier contient des changements faits avec git qui n'ont pas été envoyés, et d'autres personnes ont envoyé "
        "les leurs. Rien n'est perdu. Demandez à qui connaît git de les réunir (git pull), puis recommencez.",
        "This folder holds changes made with git that were not sent, and others have sent theirs. Nothing is lost. "
        "Ask somebody who knows git to join them (git pull), then try again.",
    ),
    "project_changed": (
        "D'autres personnes ont changé des fichiers du programme qui sont changés ici aussi ({count}) : {files}. "
        "Rien n'est perdu. Demandez à qui connaît git de les réunir, puis recommencez.",
        "Others have changed files of the program that are changed here too ({count}): {files}. Nothing is lost. "
        "Ask somebody who knows git to join them, then try again.",
    ),
    "needs_git": (
        "Ce qui a été envoyé par d'autres contient {file}, que l'éditeur ne peut pas recevoir. Rien n'est perdu. "
        "Demandez à qui connaît git de le recevoir (git pull).",
        "What others have sent holds {file}, which the editor cannot receive. Nothing is lost. "
        "Ask somebody who knows git to receive it (git pull).",
    ),
    "faults": (
        "Rien n'a été envoyé : il reste des fautes à corriger ({count}). Vos textes sont gardés.",
        "Nothing was sent: there are faults left to mend ({count}). Your texts are kept.",
    ),
    "no_sentence": (
        "Écrivez en une phrase ce qui change, puis recommencez.",
        "Write in one sentence what changes, then try again.",
    ),
    "no_author": (
        "Écrivez qui signe ces changements, puis recommencez.",
        "Write who signs these changes, then try again.",
    ),
    "bad_key": (
        "Ceci n'est pas une clé d'accès : elle s'écrit sans espace et sans accent. Copiez-la de nouveau.",
        "This is no access key: one is written without spaces and accents. Copy it again.",
    ),
    "unreadable": ("{file} ne se lit pas ({reason}).", "{file} cannot be read ({reason})."),
    "unwritten": (
        "{file} n'a pas pu être écrit ({reason}). Aucun fichier n'a changé, rien n'est perdu. "
        "Vérifiez que le dossier n'est pas protégé et que le disque n'est pas plein, puis recommencez.",
        "{file} could not be written ({reason}). No file has changed, nothing is lost. "
        "Check that the folder is not protected and the disk not full, then try again.",
    ),
    "in_use": (
        "Un autre programme tient {file} ouvert. Aucun fichier n'a changé, rien n'est perdu. Fermez-le, puis recommencez.",
        "Another program holds {file} open. No file has changed, nothing is lost. Close it, then try again.",
    ),
    "outside": (
        "{file} mène hors du dossier du projet : il n'est ni lu ni écrit. Rien n'est perdu.",
        "{file} leads out of the folder of the project: it is neither read nor written. Nothing is lost.",
    ),
    "nothing_kept": ("Ce qui avait été gardé n'est plus là.", "What was kept is no longer there."),
    # Why nobody could be asked to accept a proposal that has arrived
    "ask_yourself": (
        "Il reste à demander qu'on l'accepte, sur la page du projet (branche {branch}).",
        "What is left is to ask on the page of the project that it be accepted (branch {branch}).",
    ),
    "no_right_to_ask": (
        "Mais {host} ne laisse pas cette clé demander qu'on l'accepte. Demandez-le sur la page du projet.",
        "But {host} does not let this key ask that it be accepted. Ask on the page of the project.",
    ),
    "not_asked": (
        "Mais {host} n'a pas pu noter la demande ({status}). Demandez sur la page du projet qu'on l'accepte, ou recommencez.",
        "But {host} could not note the request ({status}). Ask on the page of the project that it be accepted, or try again.",
    ),
    "busy": (
        "Un envoi est déjà en cours. Attendez qu'il soit fini, puis recommencez.",
        "Something is being sent already. Wait until it is done, then try again.",
    ),
    "not_built": ("Le site n'a pas été construit. {reason}", "The site was not built. {reason}"),
    # What came of a press
    "undone": (
        "C'est annulé. Ce qui était écrit est gardé plus bas (fichiers : {count}).",
        "Undone. What was written is kept below (files: {count}).",
    ),
    "nothing_to_undo": ("Il n'y avait rien à annuler.", "There was nothing to undo."),
    "taken_back": ("C'est repris (fichiers : {count}).", "Taken back (files: {count})."),
    "conflicts": (
        "Rien n'a été envoyé : d'autres personnes ont changé les mêmes fichiers ({count}). Choisissez plus bas.",
        "Nothing was sent: others have changed the same files ({count}). Choose below.",
    ),
    "received": (
        "Les changements des autres sont arrivés (fichiers : {count}).",
        "The changes of others have arrived (files: {count}).",
    ),
    "chosen": (
        "C'est choisi, et les changements des autres sont arrivés. Relisez, puis envoyez.",
        "Chosen, and the changes of others have arrived. Read again, then send.",
    ),
    "nothing_received": ("Rien de nouveau chez les autres.", "Nothing new from others."),
    "nothing_to_send": ("Tout est déjà envoyé.", "Everything is sent already."),
    "published": (
        "C'est envoyé (fichiers : {count}). Le site est vérifié, puis publié : comptez quelques minutes.",
        "Sent (files: {count}). The site is checked, then published: allow a few minutes.",
    ),
    "proposed": (
        "C'est proposé (fichiers : {count}). Quelqu'un le relit, puis l'accepte.",
        "Proposed (files: {count}). Somebody reviews it, then accepts it.",
    ),
    "key_kept": (
        "La clé est gardée par cet ordinateur, avec ses mots de passe.",
        "The key is kept by this computer, with its passwords.",
    ),
    "key_for_session": (
        "Cet ordinateur n'a pas où garder la clé en sûreté : elle sert jusqu'à la fermeture de l'éditeur, "
        "et sera demandée de nouveau la prochaine fois.",
        "This computer has nowhere safe to keep the key: it serves until the editor is closed, "
        "and will be asked for again next time.",
    ),
    "key_forgotten": (
        "La clé est oubliée ici. Pour qu'elle n'ouvre plus rien, effacez-la aussi sur la page où vous l'avez faite.",
        "The key is forgotten here. For it to open nothing any more, delete it also on the page where you made it.",
    ),
    "built": (
        "Le site est construit dans {folder}. Envoyez à votre hébergeur tout ce que contient ce dossier, fichiers "
        "cachés compris ; docs/publier/README.md dit comment, un hébergeur par page.",
        "The site is built in {folder}. Send your host all that this folder holds, hidden files included; "
        "docs/publier/README.md says how, one host a page.",
    ),
    "under_way": ("Un instant, c'est en route…", "One moment, it is on its way…"),
    # The page
    "changes": ("Changements", "Changes"),
    "none": ("Rien n'a changé depuis le dernier envoi", "Nothing has changed since the last sending"),
    "one": ("Un fichier a changé", "One file has changed"),
    "several": ("{count} fichiers ont changé", "{count} files have changed"),
    "added": ("Nouveau :", "New:"),
    "changed": ("Modifié :", "Changed:"),
    "moved": ("Déplacé :", "Moved:"),
    "removed": ("Supprimé :", "Removed:"),
    "former": ("avant : {file}", "before: {file}"),
    "before": ("Avant : ", "Before: "),
    "after": ("Après : ", "After: "),
    "interface": ("mots de l'interface ({language})", "words of the interface ({language})"),
    "settings": ("réglages du site", "settings of the site"),
    "and_more": (" et {count} de plus", " and {count} more"),
    "sentence_added": ("ajoute {files}", "adds {files}"),
    "sentence_changed": ("modifie {files}", "changes {files}"),
    "sentence_moved": ("déplace {files}", "moves {files}"),
    "sentence_removed": ("supprime {files}", "removes {files}"),
    "undo": ("Annuler ce changement", "Undo this change"),
    "undo_all": ("Tout annuler", "Undo everything"),
    "kept": ("Ce qui a été annulé", "What was undone"),
    "kept_undone": ("Annulé le {day} à {time}", "Undone on {day} at {time}"),
    "kept_theirs": (
        "Votre texte, remplacé par l'autre le {day} à {time}",
        "Your text, replaced by the other on {day} at {time}",
    ),
    "kept_retaken": (
        "Remplacé par une reprise le {day} à {time}",
        "Replaced when something was taken back on {day} at {time}",
    ),
    "take_back": ("Reprendre", "Take back"),
    "send": ("Envoyer", "Send"),
    "sentence": ("Ce qui change, en une phrase", "What changes, in one sentence"),
    "sentence_hint": (
        "Elle est publique : rien sur une personne, aucune adresse.",
        "It is public: nothing about a person, no address.",
    ),
    "author": ("Signé", "Signed"),
    "author_hint": (
        "Public aussi. Le nom de l'équipe ou une initiale suffit ; demandé une seule fois.",
        "Public too. The name of the team or an initial is enough; asked only once.",
    ),
    "propose": ("Proposer", "Propose"),
    "publish": ("Publier", "Publish"),
    "mend_first": (
        "Il reste des fautes à corriger ({count}) : rien ne part avant.",
        "There are faults left to mend ({count}): nothing leaves before.",
    ),
    "which": (
        "Proposer : quelqu'un relit avant que ce soit en ligne. Publier : c'est en ligne dès que tout est vérifié.",
        "Propose: somebody reviews before it is online. Publish: it is online as soon as all is checked.",
    ),
    "receive": ("Recevoir ce que les autres ont envoyé", "Receive what others have sent"),
    "waiting": (
        "Une proposition attend d'être acceptée. Proposer de nouveau y ajoute ; publier envoie le tout.",
        "A proposal waits to be accepted. Proposing again adds to it; publishing sends the whole.",
    ),
    "is_proposed": ("proposé", "proposed"),
    "see_there": ("Voir sur la page du projet", "See on the page of the project"),
    "to_choose": ("À choisir", "To choose"),
    "to_choose_how": (
        "Quelqu'un d'autre a changé ces fichiers en même temps que vous. Le texte que vous ne gardez pas n'est pas "
        "perdu : le vôtre reste dans « Ce qui a été annulé », l'autre dans l'histoire du projet.",
        "Somebody else has changed these files at the same time as you. The text that you do not keep is not lost: "
        "yours stays in “What was undone”, the other in the history of the project.",
    ),
    "theirs": ("L'autre", "Theirs"),
    "mine": ("Le mien", "Mine"),
    "take_theirs": ("Garder l'autre", "Keep theirs"),
    "take_mine": ("Garder le mien", "Keep mine"),
    "mix": (
        "Mêler les deux : ouvrir le mien dans le formulaire, puis garder le mien",
        "Mix both: open mine in the form, then keep mine",
    ),
    "removed_here": ("Vous l'avez supprimé, l'autre l'a changé.", "You have removed it, the other has changed it."),
    "removed_there": ("L'autre l'a supprimé, vous l'avez changé.", "The other has removed it, you have changed it."),
    "choose": ("Continuer", "Continue"),
    "key": ("Clé d'accès à {host}", "Access key to {host}"),
    "key_is_kept": ("Cet ordinateur la garde, avec ses mots de passe.", "This computer keeps it, with its passwords."),
    "key_is_session": (
        "Elle sert jusqu'à la fermeture de l'éditeur : cet ordinateur n'a pas où la garder en sûreté.",
        "It serves until the editor is closed: this computer has nowhere safe to keep it.",
    ),
    "give_key": ("La clé", "The key"),
    "key_hint": (
        "À faire une fois sur {host} : docs/publier-depuis-l-editeur.md dit où, et avec quels droits.",
        "To be made once on {host}: docs/publier-depuis-l-editeur.md says where, and with which rights.",
    ),
    "keep_key": ("Garder la clé", "Keep the key"),
    "forget_key": ("Oublier la clé", "Forget the key"),
    "no_remote": (
        "Ce dossier n'est relié à aucun site qui publierait pour vous.",
        "This folder is linked to no site that would publish for you.",
    ),
    "build": ("Construire", "Build"),
    "build_how": (
        "Le site est fait dans un dossier de cet ordinateur, que vous envoyez à votre hébergeur.",
        "The site is made in a folder of this computer, which you send to your host.",
    ),
}
