"""What is said of faults in translations beside the French."""

SENTENCES: dict[str, tuple[str, str]] = {
    "missing_heading": (
        "Il manque ici la partie « {value} » du français (ligne {at}). Traduisez-la, titre compris.",
        "The part “{value}” of the French (line {at}) is missing here. Translate it, heading included.",
    ),
    "extra_heading": (
        "La partie « {value} » n'est pas dans le français. Retirez ce titre, ou ajoutez d'abord la partie au français.",
        "The French has no part “{value}”. Remove this heading, or add the part to the French first.",
    ),
    "other_level": (
        "Le titre « {value} » commence par « {level} », et en français par « {expected} ». Mettez « {expected} ».",
        "The heading “{value}” begins with “{level}”, and in French with “{expected}”. Put “{expected}”.",
    ),
    "missing_link": (
        "Il manque ici « {value} », qui est en français à la ligne {at}. Recopiez ce lien à la même place.",
        "“{value}”, which the French has on line {at}, is missing here. Copy this link to the same place.",
    ),
    "extra_link": (
        "« {value} » n'est pas à cette place en français. Retirez ce lien, ou ajoutez-le d'abord au français.",
        "“{value}” is not at this place in French. Remove this link, or add it to the French first.",
    ),
    "lost_card": (
        "En français, « {value} » est seul dans son paragraphe. Mettez une ligne vide avant et après.",
        "In French, “{value}” stands alone in its paragraph. Put an empty line before and after.",
    ),
    "in_sentence": (
        "En français, « {value} » est dans une phrase. Mettez-le dans la phrase ici aussi.",
        "In French, “{value}” stands in a sentence. Put it into the sentence here, too.",
    ),
    "other_tables": (
        "Tableaux, en lignes × colonnes : {value} ici, {expected} en français. Recopiez chaque ligne et chaque colonne.",
        "Tables, as rows × columns: {value} here, {expected} in French. Copy each row and each column.",
    ),
    "lost_items": (
        "Éléments des listes : {value} ici, {expected} en français. Traduisez chaque élément, dans le même ordre.",
        "Items of the lists: {value} here, {expected} in French. Translate each item, in the same order.",
    ),
    "unproved_review": (
        "« relu_par », « relu_le » et « relu_de » vont ensemble : rien ne dit ici quel texte a été relu. "
        'Retirez-les, ou après relecture : {python} -m eclaircie relu {file_name} --par "…"',
        "“relu_par”, “relu_le” and “relu_de” go together: nothing tells which text was reviewed. "
        'Remove them, or after a review: {python} -m eclaircie relu {file_name} --par "…"',
    ),
    "reviewer_name": (
        "« {value} » nomme peut-être une personne. Écrivez des initiales (M. D.), ou une organisation (association Exemple).",
        "“{value}” may name a person. Write initials (M. D.), or an organisation (association Example).",
    ),
}
