"""What is said by the window that a double click opens, before the editor is there."""

SENTENCES: dict[str, tuple[str, str]] = {
    "preparing": (
        "Préparation, une seule fois : un dossier .venv est créé ici pour les outils de l'éditeur...",
        "Setting up, once only: a folder .venv is made here for the tools of the editor...",
    ),
    "libraries": (
        "Téléchargement des bibliothèques de l'éditeur (quelques minutes la première fois)...",
        "Fetching the libraries of the editor (some minutes the first time)...",
    ),
    "opening": (
        "Ouverture de l'éditeur dans votre navigateur. Laissez cette fenêtre ouverte : la fermer ferme l'éditeur.",
        "Opening the editor in your browser. Leave this window open: closing it closes the editor.",
    ),
    "no_venv": (
        "Python est là, mais sans son module venv. Sous Debian ou Ubuntu, demandez à qui s'occupe de l'ordinateur "
        "d'installer python3-venv. Ailleurs, réinstallez Python : www.python.org/downloads.",
        "Python is there, but without its module venv. On Debian or Ubuntu, ask whoever looks after the computer "
        "to install python3-venv. Elsewhere install Python again: www.python.org/downloads.",
    ),
    "no_libraries": (
        "Les bibliothèques n'ont pas pu être installées. Le plus souvent, c'est la connexion à internet : "
        "vérifiez-la, puis recommencez. Vos textes n'ont pas changé.",
        "The libraries could not be installed. Mostly it is the connection to the internet: "
        "check it, then try again. Your texts have not changed.",
    ),
    "unwritten": (
        "{file} n'a pas pu être écrit ({reason}). Vos textes n'ont pas changé. "
        "Vérifiez que le dossier n'est pas protégé et que le disque n'est pas plein, puis recommencez.",
        "{file} could not be written ({reason}). Your texts have not changed. "
        "Check that the folder is not protected and the disk not full, then try again.",
    ),
}
