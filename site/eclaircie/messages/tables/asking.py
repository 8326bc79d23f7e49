"""What is said while somebody is asked at a terminal."""

SENTENCES: dict[str, tuple[str, str]] = {
    "nobody": (
        "Cette commande pose des questions, et personne ne peut y répondre ici. Ajoutez {option}.",
        "This command asks questions, and nobody can answer here. Add {option}.",
    ),
    "yes": ("o", "y"),
    "no": ("n", "no"),
    "which_word": (
        "Répondez o (oui), n (non) ou p (passer).",
        "Answer y (yes), n (no) or s (skip).",
    ),
    "yes_or_no": ("Répondez o (oui) ou n (non).", "Answer y (yes) or n (no)."),
    # A new file
    "which_kind": ("Que voulez-vous ajouter ?", "What do you want to add?"),
    "kind_page": ("une page", "a page"),
    "kind_line": ("une ligne : un numéro, une messagerie", "a line: a number, a chat"),
    "kind_aid": ("une aide, un droit", "an aid, a right"),
    "kind_network": ("un réseau local", "a local network"),
    "kind_structure": ("une structure : un service, une association", "a structure: a service, an association"),
    "kind_news": ("une actualité : une formation, une rencontre", "news: a training, a meeting"),
    "how": (
        "« ? » : de l'aide. « < » : la question d'avant. Entrée : passer. Ctrl-C : arrêter, et rien n'est écrit.",
        "“?”: help. “<”: the question before. Enter: skip. Ctrl-C: stop, and nothing is written.",
    ),
    "optional": ("{question} (facultatif)", "{question} (optional)"),
    "several": ("Plusieurs réponses : une virgule entre elles.", "Several answers: a comma between them."),
    "several_lines": (
        "Plusieurs réponses : un point-virgule entre elles.",
        "Several answers: a semicolon between them.",
    ),
    "hours": (
        "Par exemple : lundi au vendredi 9h-12h et 14h-17h30. Un point-virgule avant d'autres jours. Ou : 7j/7 24h/24.",
        "For instance: lundi au vendredi 9h-12h et 14h-17h30. A semicolon before other days. Or: 7j/7 24h/24.",
    ),
    "help": (
        "Dans le fichier, cette réponse est la clé « {key} ». {form}",
        "In the file, this answer is the key “{key}”. {form}",
    ),
    "written_as": ("Comment l'écrire : {form}.", "How to write it: {form}."),
    "needed": ("Il faut une réponse ici.", "An answer is needed here."),
    "which_department": ("Dans quel département ? (numéro ou nom)", "In which département? (number or name)"),
    "no_department": (
        "« {value} » n'est pas un département. Tapez son numéro, comme 71.",
        "“{value}” is no département. Type its number, such as 71.",
    ),
    "which_section": ("Dans quelle rubrique ?", "In which section?"),
    "no_section": (
        "« {value} » n'est pas une rubrique. Tapez l'un des numéros.",
        "“{value}” is no section. Type one of the numbers.",
    ),
    "which_address": (
        "Quel nom pour le fichier ? Il se lit dans l'adresse : rien ne doit y révéler le sujet.",
        "Which name for the file? It is read in the address: nothing in it may reveal the subject.",
    ),
    "body": (
        "Le texte de la page. Une ligne vide sépare deux paragraphes ; un point seul sur sa ligne termine.",
        "The text of the page. An empty line parts two paragraphs; a full stop alone on its line ends it.",
    ),
    "line_again": (
        "Récrivez cette ligne. Entrée : la retirer.",
        "Write this line anew. Enter: remove it.",
    ),
    "source_name": (
        "D'où tenez-vous cela ? Qui le dit : une association, une administration",
        "Where do you know this from? Who says it: an association, an administration",
    ),
    "source_address": ("L'adresse de cette page (https://…)", "The address of that page (https://…)"),
    "source_date": ("De quand date-t-elle ? (2026-11-21)", "Of which day is it? (2026-11-21)"),
    "another_source": ("Une autre source ? (o/n)", "Another source? (y/n)"),
    "safety": (
        "Y a-t-il là un conseil de sécurité : partir, un danger, une grossesse, des enfants ? (o/n)",
        "Is there advice on safety in it: leaving, a danger, a pregnancy, children? (y/n)",
    ),
    "anything_else": (
        "Autre chose à noter ? Entrée pour finir, ou l'un de ces mots : {keys}.",
        "Anything else to note? Enter to end, or one of these words: {keys}.",
    ),
    "no_such_answer": ("« {value} » n'est pas un de ces mots.{hint}", "“{value}” is none of these words.{hint}"),
    "to_mend": ("Encore ceci à reprendre :", "This is still to be mended:"),
    "which_answer": (
        "Quelle réponse voulez-vous changer ? Un de ces mots : {keys}.",
        "Which answer do you want to change? One of these words: {keys}.",
    ),
    "summary": ("{file} contiendra :", "{file} will hold:"),
    "write_it": ("Écrire ce fichier ? (o/n)", "Write this file? (y/n)"),
    # Without asking
    "not_an_answer": (
        '« {value} » : écrivez clé=valeur, comme titre="Vos droits".',
        '“{value}”: write key=value, such as titre="Vos droits".',
    ),
    "unknown_answer": (
        "« {key} » n'est pas une réponse possible.{hint} Possibles : {keys}.",
        "“{key}” is no possible answer.{hint} Possible: {keys}.",
    ),
    "unread_answers": (
        "{file} : ce fichier de réponses ne se lit pas. Une ligne par réponse : clé: valeur.",
        "{file}: this file of answers cannot be read. One answer a line: key: value.",
    ),
    "unknown_kind": (
        "« {value} » : on ne peut pas ajouter cela. Écrivez l'un de ces mots : {kinds}.",
        "“{value}”: this cannot be added. Write one of these words: {kinds}.",
    ),
    "still_missing": (
        "Il manque : {keys}. Ajoutez ces réponses (clé=valeur), ou lancez la commande dans un terminal, qui les demandera.",
        "Missing: {keys}. Add these answers (key=value), or run the command in a terminal, which will ask for them.",
    ),
    "refused_answers": (
        "Rien n'est écrit : {count} réponse(s) à corriger, dites ci-dessus.",
        "Nothing is written: {count} answer(s) to correct, told above.",
    ),
    "wrong_answer": ("{key} : {told}", "{key}: {told}"),
    # What was made
    "written": ("{file} : écrit.", "{file}: written."),
    "address": ("Son adresse : {address}", "Its address: {address}"),
    "listed": (
        "« {section} » la montre d'elle-même dans sa liste.",
        "“{section}” shows it by itself in its list.",
    ),
    "not_listed": (
        "Aucune liste ne la montre : la rubrique {section} n'a pas encore de page. Créez content/fr/{section}/index.md.",
        "No list shows it: the section {section} has no page yet. Create content/fr/{section}/index.md.",
    ),
    "not_home": (
        "L'accueil ne la montre pas. Pour l'y mettre : « {name} », dans `raccourcis`, `portes` ou `lignes` de content/fr/index.md.",
        "Home does not show it. To put it there: “{name}”, in `raccourcis`, `portes` or `lignes` of content/fr/index.md.",
    ),
    "untranslated": (
        "Elle est en français seulement ; pour la traduire : {command}",
        "It is in French only; to translate it: {command}",
    ),
    "see_it": ("Pour la voir : make preview", "To see it: make preview"),
}
