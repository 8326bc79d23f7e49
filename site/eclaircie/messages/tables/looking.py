"""What `make look` says of a build that it looks at in a browser."""

SENTENCES: dict[str, tuple[str, str]] = {
    "nothing": (
        "Il n'y a pas de site dans {folder}. Construisez-le d'abord : make build",
        "There is no site in {folder}. Build it first: make build",
    ),
    "no_browser": (
        "Aucun navigateur n'a pu être ouvert. Installez Chromium, Chrome, Edge ou Firefox, puis recommencez.",
        "No browser could be opened. Install Chromium, Chrome, Edge or Firefox, then start again.",
    ),
    "missing": ("{part} n'est pas là.", "{part} is not there."),
    "out_of_view": (
        "{part} n'est pas tout entier sur l'écran d'un téléphone.",
        "{part} is not wholly on the screen of a phone.",
    ),
    "beneath": (
        "{part} est sous autre chose : on ne peut pas appuyer.",
        "{part} is beneath something: it cannot be pressed.",
    ),
    "other_number": ("{part} : le bouton appelle {detail}.", "{part}: the button calls {detail}."),
    "not_covered": (
        "La page reste visible quand on appuie sur la sortie.",
        "The page stays in view while the exit is pressed.",
    ),
    "stays": ("La sortie ne quitte pas la page.", "The exit does not leave the page."),
    "comes_back": (
        "Après la sortie, la touche Retour ramène à la page.",
        "After the exit, the Back button leads to the page again.",
    ),
    "no_step": ("Un lien de la page ne mène nulle part : {detail}", "A link of the page leads nowhere: {detail}"),
    "not_in_place": (
        "Le lien {detail} ajoute une ligne à l'historique du navigateur.",
        "The link {detail} adds a line to the browser's history.",
    ),
    "broken": ("Le script de la page s'arrête : {detail}", "The script of the page stops: {detail}"),
    "refused": ("La page se refuse à elle-même : {detail}", "The page refuses a part of itself: {detail}"),
    "asks": ("La page demande quelque chose ailleurs : {detail}", "The page asks something elsewhere: {detail}"),
    "unanswered": ("La page ne s'ouvre pas ({detail}).", "The page does not open ({detail})."),
    "exit": ("Le bouton Quitter", "The exit"),
    "number": ("Un bouton d'appel", "A call button"),
    "sound": (
        "{count} pages regardées dans {browser}, en {seconds} s : la sortie, les numéros et les liens fonctionnent.",
        "{count} pages looked at in {browser}, in {seconds} s: the exit, the numbers and the links work.",
    ),
    "faulty": (
        "Ne publiez pas ce site : {count} faute(s), ci-dessus. Elles viennent du code, de static/ ou de content/site.yaml.",
        "Do not publish this site: {count} fault(s), above. They come from the code, from static/ or content/site.yaml.",
    ),
}
