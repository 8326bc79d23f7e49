"""What is only remarked: it keeps no site from being built."""

SENTENCES: dict[str, tuple[str, str]] = {
    "old": (
        "Vérifié le {value} : c'est trop ancien. La page dit « à confirmer ». Comparez avec les sources, puis changez « verifie_le ».",
        "Checked on {value}: too long ago. The page says “to be confirmed”. Compare with the sources, then change “verifie_le”.",
    ),
    "due": (
        "Vérifié le {value} : c'est son tour. Comparez avec les sources, puis changez « verifie_le ».",
        "Checked on {value}: its turn has come. Compare with the sources, then change “verifie_le”.",
    ),
    "past": (
        "Cette actualité est finie depuis le {value} : elle n'est plus montrée. Retirez le fichier ou changez ses dates.",
        "This piece of news ended on {value}: it is shown no more. Remove the file or change its dates.",
    ),
    "to_verify": ("À confirmer avant de publier : {value}", "To be confirmed before publication: {value}"),
    "to_review": (
        "Ce conseil de sécurité n'a pas encore été relu par une association spécialisée.",
        "This safety advice has not yet been reviewed by a specialist association.",
    ),
    "untried": (
        "Ces étapes n'ont pas été essayées sur un vrai appareil. Essayez-les, puis ajoutez « essaye_le ».",
        "These steps were not tried on a real device. Try them, then add “essaye_le”.",
    ),
    "stale": (
        "Le texte français a changé depuis cette traduction. Pour voir quoi, et la mettre à jour : {python} -m eclaircie traduire {file_name}",
        "The French text has changed since this translation. To see what, and to update it: {python} -m eclaircie translate {file_name}",
    ),
    "stale_parts": (
        "Le texte français a changé depuis cette traduction, et leurs parties diffèrent ({value}). "
        "Pour voir quoi, et la mettre à jour : {python} -m eclaircie traduire {file_name}",
        "The French text has changed since this translation, and their parts differ ({value}). "
        "To see what, and to update it: {python} -m eclaircie translate {file_name}",
    ),
    "review_over": (
        "Le texte a changé depuis sa relecture : la page ne dit plus qu'elle est relue. "
        'Faites-la relire, puis : {python} -m eclaircie relu {file_name} --par "…"',
        "The text has changed since its review: the page no longer counts as reviewed. "
        'Have it reviewed, then: {python} -m eclaircie relu {file_name} --par "…"',
    ),
    "much_shorter": (
        "Cette traduction n'a que {value} % des lettres du français. Vérifiez que rien n'y manque.",
        "This translation has only {value} % of the letters of the French. Check that nothing is missing.",
    ),
    "fewer_paragraphs": (
        "Cette partie a {count} paragraphe(s), et {expected} en français. Vérifiez que rien n'y manque.",
        "This part has {count} paragraph(s), and {expected} in French. Check that nothing is missing.",
    ),
    "telling_address": (
        "« {word} », dans l'adresse du site, se lit dans l'historique. Choisissez un nom de domaine neutre.",
        "“{word}”, in the address of the site, can be read in the history. Choose a neutral domain name.",
    ),
    "default": (
        "« {key} » a encore sa valeur d'exemple ou n'est pas rempli. Mettez la vôtre avant de publier.",
        "“{key}” still has its example value or is empty. Put your own before you publish.",
    ),
}
