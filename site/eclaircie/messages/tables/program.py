"""What any command may have to say."""

SENTENCES: dict[str, tuple[str, str]] = {
    "stopped": ("Arrêté.", "Stopped."),
    "bug": (
        "Le programme a une erreur ({reason}) : ce n'est pas votre faute. "
        "Envoyez ce fichier à qui s'occupe du programme : {file}",
        "The program has a mistake ({reason}): it is not yours. "
        "Send this file to whoever looks after the program: {file}",
    ),
    "bug_unsaved": (
        "Le programme a une erreur ({reason}) : ce n'est pas votre faute. "
        "Envoyez ce qui suit à qui s'occupe du programme :",
        "The program has a mistake ({reason}): it is not yours. Send what follows to whoever looks after the program:",
    ),
    "bad_epoch": (
        "SOURCE_DATE_EPOCH n'est pas un nombre de secondes. Corrigez-la ou retirez-la.",
        "SOURCE_DATE_EPOCH is no number of seconds. Correct or unset it.",
    ),
    "port_taken": (
        "Le port {port} est déjà pris. Si c'est un autre aperçu, arrêtez-le (Ctrl-C). Sinon, prenez un port libre : "
        "--port {free}, ou avec make : PORT={free}",
        "Port {port} is taken. If that is another preview, stop it (Ctrl-C). Else take a free port: "
        "--port {free}, or with make: PORT={free}",
    ),
    "faults_first": ("Corrigez d'abord les fautes : {check}", "Mend the faults first: {check}"),
    "unwritten": (
        "{file} n'a pas pu être écrit ({reason}) : le fichier est resté tel quel. "
        "Vérifiez que le dossier n'est pas protégé et que le disque n'est pas plein, puis recommencez.",
        "{file} could not be written ({reason}): the file has stayed as it was. "
        "Check that the folder is not protected and the disk not full, then try again.",
    ),
}
