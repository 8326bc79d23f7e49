"""What is said of faults in the text of a page: its signs, links and blocks."""

SENTENCES: dict[str, tuple[str, str]] = {
    "no_text": (
        "La page n'a pas de texte. Écrivez-le sous l'en-tête.",
        "The page has no text. Write it below the header.",
    ),
    "title_in_text": (
        "Un titre « # » est déjà fait avec « titre ». Utilisez « ## » pour un sous-titre.",
        "The “#” title is already made from “titre”. Use “##” for a subtitle.",
    ),
    "too_deep": (
        "Cette ligne est trop décalée. Une liste dans une liste suffit : coupez la page en plusieurs parties.",
        "This line is indented too far. A list within a list is enough: split the page into parts.",
    ),
    "html": (
        "Le HTML « {value} » n'est pas permis. Écrivez le texte sans balise, avec la mise en forme du guide.",
        "The HTML “{value}” is not allowed. Write the text without tags, with the guide's formatting.",
    ),
    "lost_link": (
        "« {value} » n'est pas un lien : ces signes seraient montrés tels quels. Écrivez [texte](page:nom), sans espace dans l'adresse ni avant la parenthèse.",
        "“{value}” is no link: these signs would be shown as they are. Write [text](page:name), without a blank in the address or before the bracket.",
    ),
    "lost_sign": (
        "Dans « {value} », des signes de mise en forme seraient montrés tels quels. Retirez-les ; pour montrer un signe, mettez « \\ » devant.",
        "In “{value}”, signs of formatting would be shown as they are. Remove them; to show a sign, put “\\” before it.",
    ),
    "lost_in_value": (
        "« {key} » est montré sans mise en forme : les signes de « {value} » se verraient. Retirez-les.",
        "“{key}” is shown without formatting: the signs of “{value}” would be seen. Remove them.",
    ),
    "lost_note": (
        "« {value} » est une écriture d'un autre outil, qui serait montrée telle quelle. Écrivez une phrase, ou une citation « > ».",
        "“{value}” is another tool's way of writing, and would be shown as it is. Write a sentence, or a quote “>”.",
    ),
    "lost_box": (
        "Une case à cocher « {value} » serait montrée telle quelle. Écrivez « - » puis le texte.",
        "A box to tick, “{value}”, would be shown as it is. Write “-” and then the text.",
    ),
    "lost_code": (
        "« {value} » ouvre un bloc de code, qui n'existe pas ici. Retirez cette ligne et celle qui le ferme.",
        "“{value}” opens a block of code, which does not exist here. Remove this line and the one that closes it.",
    ),
    "lost_list": (
        "Ces lignes (« {value} ») se suivraient sur une seule. Commencez chacune par « - », ou par « 1. », « 2. »…",
        "These lines (“{value}”) would run on in one. Begin each with “-”, or with “1.”, “2.”…",
    ),
    "lost_table": (
        "Cette ligne du tableau n'a pas autant de cases que la première ({value}). Ajoutez ou retirez un « | ».",
        "This row of the table does not have as many cells as the first ({value}). Add or remove a “|”.",
    ),
    "lost_rule": (
        "Cette ligne « {value} » ferait un titre de ce qui la précède. Pour un trait, mettez une ligne vide avant ; pour un titre, écrivez « ## ».",
        "This line “{value}” would make a title of what stands above. For a rule, put an empty line before it; for a title, write “##”.",
    ),
    "small_title": (
        "Un sous-titre « {value} » est trop petit pour être montré. Prenez « ## » ou « ### ».",
        "A subtitle “{value}” is too small to be shown. Take “##” or “###”.",
    ),
    "image": (
        "Ni image ni cadre ici : une page tient en une seule demande au réseau, et ne laisse aucun fichier dans le "
        "téléphone. Mettez des mots, un tableau, ou un dessin du site avec « pictogramme » ou [](dessin:nom).",
        "No image and no frame here: a page is one single request, and leaves no file in the phone. "
        "Put words, a table, or a drawing of the site by “pictogramme” or [](dessin:name).",
    ),
    "link_definition": (
        "Écrivez l'adresse dans le lien lui-même : [texte](adresse).",
        "Write the address in the link itself: [text](address).",
    ),
    "bad_link": (
        "Le lien « {value} » n'est pas permis. Un lien commence par page:, fiche:, site:, dessin: ou https://.",
        "The link “{value}” is not allowed. A link begins with page:, fiche:, site:, dessin: or https://.",
    ),
    "phone_link": (
        "Un numéro ne se met pas à la main dans un lien. Utilisez [](fiche:nom/numero), où « nom » est sa fiche.",
        "A number is not put into a link by hand. Use [](fiche:name/numero), where “name” is its file.",
    ),
    "no_page": (
        "La page « {value} » n'existe pas.{hint} Corrigez le lien ou créez la page.",
        "There is no page “{value}”.{hint} Correct the link or create the page.",
    ),
    "no_fiche": (
        "Aucune fiche ne s'appelle « {value} ».{hint} Les fiches sont les fichiers des lignes et des aides.",
        "No file of a helpline or an aid is called “{value}”.{hint} Such files are those of lines and aids.",
    ),
    "bar_too_long": (
        "« barre » a trop de noms : {count} au plus tiennent sur un petit écran. Gardez les plus utiles.",
        "“barre” has too many names: a small screen holds {count}. Keep the most useful ones.",
    ),
    "bar_no_emergency": (
        "« barre » n'a pas « {value} » : en danger, il faut pouvoir appeler. Ajoutez ce nom, en premier.",
        "“barre” lacks “{value}”: in danger one must be able to call. Add this name, first.",
    ),
    "bar_no_number": (
        "La fiche « {value} » n'a pas de « {key} » : rien à montrer dans la barre. Retirez ce nom ou complétez la fiche.",
        "The file “{value}” has no “{key}”: there is nothing to show in the bar. Remove this name or complete the file.",
    ),
    "bar_elsewhere": (
        "D'après sa fiche, il n'est pas sûr que « {value} » réponde ici. Retirez ce nom de « barre », ou vérifiez le"
        " numéro puis complétez « territoires » ou « a_confirmer » dans la fiche.",
        "By its file it is not sure that “{value}” answers here. Remove this name from “barre”, or check the number and"
        " then complete “territoires” or “a_confirmer” in the file.",
    ),
    "no_field": (
        "La fiche « {value} » n'a pas de « {key} ». Retirez ce lien ou complétez la fiche.",
        "The file “{value}” has no “{key}”. Remove this link or complete the file.",
    ),
    "not_alone": (
        "« {value} » doit être seul dans son paragraphe. Mettez une ligne vide avant et après.",
        "“{value}” must stand alone in its paragraph. Put an empty line before and after.",
    ),
    "no_block": (
        "« {value} » n'est pas un bloc du site. Choisissez parmi : {known}.",
        "“{value}” is no block of the site. Choose among: {known}.",
    ),
    "no_list_before": (
        "« {value} » fait des cases avec les listes « - » qui le précèdent, et il n'y en a pas. Mettez-le après la liste.",
        "“{value}” makes boxes of the “-” lists that stand before it, and there is none. Put it after the list.",
    ),
    "no_list_after": (
        "« {value} » fait des cases avec les listes « - » qui le suivent, et il n'y en a pas. Mettez-le avant la liste.",
        "“{value}” makes boxes of the “-” lists that follow it, and there is none. Put it before the list.",
    ),
    "no_words_after_block": (
        "Sous « {value} », il manque la fin de la réponse. Écrivez un paragraphe avant le sous-titre suivant : que la peur suffit, à qui parler.",
        "Below “{value}” the end of the answer is missing. Write a paragraph before the next subtitle: that fear is enough, whom to talk to.",
    ),
    "no_words_after_list": (
        "Sous cette liste, « {value} » n'a rien à répondre. Écrivez un paragraphe : comment cela s'appelle, à qui parler.",
        "Below this list, “{value}” has nothing to answer. Write a paragraph: what this is called, whom to talk to.",
    ),
    "no_drawing": (
        "« {value} » n'est pas un dessin du site. Choisissez parmi : {known}.",
        "“{value}” is no drawing of the site. Choose among: {known}.",
    ),
    "words_of_drawing": (
        "Un dessin n'a pas de mots entre ses crochets. Écrivez [](dessin:{value}), puis « {words} » à côté.",
        "A drawing has no words between its brackets. Write [](dessin:{value}), then “{words}” beside it.",
    ),
    "no_choices": (
        "« site:choix » est seul dans son paragraphe, juste avant une liste « - ». Mettez la liste dessous.",
        "“site:choix” stands alone in its paragraph, right before a list of “-”. Put the list below it.",
    ),
    "choice_drawing": (
        "Un choix se comprend sans lire : commencez « {value} » par un dessin, [](dessin:nom), puis écrivez des mots.",
        "A choice is understood without reading: begin “{value}” by a drawing, [](dessin:name), then write words.",
    ),
    "choice_end": (
        "« {value} » ne mène nulle part. Mettez-y un lien vers une page ou un numéro, ou d'autres choix dessous.",
        "“{value}” leads nowhere. Put a link to a page or a number there, or other choices below it.",
    ),
    "choice_twice": (
        "« {value} » ouvre d'autres choix et a aussi un lien : on ne peut toucher que l'un. Gardez l'un des deux.",
        "“{value}” opens other choices and has a link too: only one can be touched. Keep one of the two.",
    ),
    "choice_late": (
        "« {value} » vient après deux choix déjà : au troisième, on arrive. Retirez les choix qui sont dessous.",
        "“{value}” comes after two choices: the third arrives. Remove the choices that are below it.",
    ),
    "guide_parts": (
        "Un guide de navigateur a deux parties « ## » : retirer une seule ligne, puis ouvrir une fenêtre privée. Il y en a {count}.",
        "A guide to a browser has two “##” parts: removing a single line, then opening a private window. There are {count}.",
    ),
    "block_in_guide": (
        "Un guide ne peut pas montrer « site:{value} ». Mettez ce bloc dans la page qui montre les guides.",
        "A guide cannot show “site:{value}”. Put this block in the page that shows the guides.",
    ),
    "two_fiches": (
        "Deux fiches s'appellent « {value} » : celle-ci et {other}. Renommez-en une.",
        "Two files are called “{value}”: this one and {other}. Rename one.",
    ),
    "number_in_text": (
        "Le numéro « {value} » est écrit à la main. Mettez [](fiche:nom/numero) à sa place : il restera juste s'il change.",
        "The number “{value}” is written by hand. Put [](fiche:name/numero) instead: it stays right when it changes.",
    ),
    "other_number": (
        "Les mots de ce lien disent « {value} », mais il mène à un autre numéro ({expected}). Changez les mots ou le lien.",
        "The words of this link say “{value}”, but it leads to another number ({expected}). Change the words or the link.",
    ),
    "no_knowledge_part": (
        "Une démarche doit avoir la partie « ## Ce que l'autre personne peut apprendre, et quand ». Ajoutez-la.",
        "A procedure must have the part “## Ce que l'autre personne peut apprendre, et quand”. Add it.",
    ),
}
