"""What the form of the editor says of its own; the rest is the guide's and the checks'."""

SENTENCES: dict[str, tuple[str, str]] = {
    "title": ("Écrire le site", "Write the site"),
    "text": ("Texte", "Text"),
    "text_hint": (
        "Une phrase par ligne. Un numéro ne se tape pas : son lien le montre, et reste juste s'il change. "
        "Ni image, ni fichier joint.",
        "One sentence a line. A number is not typed: its link shows it, and stays right when it changes. "
        "No image, no attached file.",
    ),
    "slug_hint": (
        "Le nom du fichier et la fin de l'adresse de la page : elle reste dans l'historique du téléphone. "
        "Un mot court qui ne révèle rien (« preparer », « droits »), jamais le titre.",
        "The name of the file and the end of the page's address: it stays in the phone's history. "
        "One short word that reveals nothing (“preparer”, “droits”), never the title.",
    ),
    "place_hint": (
        "Le numéro officiel du département ou du territoire : 71, 2a, 974.",
        "The official number of the département or territory: 71, 2a, 974.",
    ),
    "pages": ("Pages de texte", "Pages of text"),
    "one_page": ("Page de texte", "Page of text"),
    "pages_told": (
        "Ouvrez à gauche la rubrique d'une page. La page qui présente la rubrique s'y trouve aussi.",
        "Open the section of a page on the left. The page that presents the section is there too.",
    ),
    "home": ("Page d'accueil", "Home page"),
    "places": ("Page « Trouver près de chez vous »", "Page to find one's département"),
    "lines": ("Numéros et messageries", "Numbers and chats"),
    "one_line": ("Numéro", "Number"),
    "lines_told": (
        "Les lignes nationales : qui appeler, à qui écrire.",
        "The national lines: whom to call, to whom to write.",
    ),
    "aids": ("Aides et droits", "Aids and rights"),
    "one_aid": ("Aide", "Aid"),
    "aids_told": (
        "Ce à quoi on a droit, avec les montants et les délais.",
        "What one is entitled to, with amounts and delays.",
    ),
    "guides": ("Guides des navigateurs", "Guides to browsers"),
    "one_guide": ("Guide d'un navigateur", "Guide to a browser"),
    "guides_told": (
        "Retirer une seule ligne de l'historique, ouvrir une fenêtre privée.",
        "Removing a single line of the history, opening a private window.",
    ),
    "structures": ("Structures locales", "Local structures"),
    "one_structure": ("Structure locale", "Local structure"),
    "structures_told": (
        "Ceux qui aident dans un département. Ouvrez à gauche son dossier, par son numéro officiel.",
        "Those who help in a département. Open its folder on the left, by its official number.",
    ),
    "counters": ("Guichets de l'annuaire", "Counters of the directory"),
    "one_counter": ("Guichet", "Counter"),
    "counters_told": (
        "Les services publics que la commande « annuaire » a pris dans un annuaire : des lignes de la page du département.",
        "The public services that the command “annuaire” took from a directory: rows of the page of the département.",
    ),
    "networks": ("Réseaux locaux", "Local networks"),
    "one_network": ("Réseau local", "Local network"),
    "networks_told": (
        "Ceux qui travaillent ensemble. Ouvrez à gauche le dossier du département, par son numéro officiel.",
        "Those who work together. Open the folder of the département on the left, by its official number.",
    ),
    "news": ("Actualités locales", "Local news"),
    "one_news": ("Actualité locale", "Piece of local news"),
    "news_told": (
        "Ce qui se passe un jour ou quelques jours, puis quitte les pages de lui-même.",
        "What happens on a day or some days, and then leaves the pages by itself.",
    ),
    "departments": ("Départements", "Departments"),
    "one_department": ("Département", "Department"),
    "departments_told": (
        "Ce que dit la page d'un département avant ses structures.",
        "What the page of a département says before its structures.",
    ),
    "landmarks": ("Trouver de l'aide partout", "Finding help anywhere"),
    "one_landmark": ("Repère", "Landmark"),
    "landmarks_told": (
        "Comment trouver chaque sorte d'aide, là où personne n'a encore écrit.",
        "How to find each kind of help, where nobody has written yet.",
    ),
    "to_review": ("À relire par une association", "To be read by an association"),
    "to_verify": ("Avec des phrases à vérifier", "With sentences to verify"),
}
