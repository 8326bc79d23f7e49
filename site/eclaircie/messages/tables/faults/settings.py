"""What is said of faults in content/site.yaml."""

SENTENCES: dict[str, tuple[str, str]] = {
    "bad_entrance": (
        "« {value} » n'est pas une adresse courte, ou elle existe déjà. Écrivez une barre puis des lettres ou des chiffres, comme /k7, "
        "qui ne soit ni une langue, ni une page, ni un fichier du site.",
        "“{value}” is no short address, or it exists already. Write a slash and letters or digits, such as /k7, "
        "that is no language, page or file of the site.",
    ),
    "exit_reveals": (
        "« {word} », dans « {key} », se lirait dans l'historique. Choisissez un site ordinaire, comme celui d'un musée.",
        "“{word}”, in “{key}”, would be read in the history. Choose an ordinary site, such as a museum's.",
    ),
    "exit_is_site": (
        "« {value} » est votre propre site : « Quitter » y ramènerait. Choisissez un autre site, comme celui d'un musée.",
        "“{value}” is your own site: leaving would lead back to it. Choose another site, such as a museum's.",
    ),
    "exit_is_help": (
        "« {value} » est un site d'aide que vos pages nomment ({name}). « Quitter » doit mener ailleurs : choisissez un site "
        "ordinaire, comme celui d'un musée.",
        "“{value}” is a site of help that your pages name ({name}). Leaving must lead elsewhere: choose an ordinary site, "
        "such as a museum's.",
    ),
    "same_exits": (
        "En « {tag} », « sortie_de_secours » mène au même site que « sortie » ({value}) : si l'un ne répond pas, l'autre non plus. "
        "Choisissez un autre site.",
        "In “{tag}”, “sortie_de_secours” leads to the same site as “sortie” ({value}): where one does not answer, neither "
        "does the other. Choose another site.",
    ),
    "bad_site_address": (
        "« {value} » ne convient pas à l'adresse d'un site. Prenez des lettres sans accent, des chiffres et des tirets, comme https://example.org/aide/",
        "“{value}” does not suit the address of a site. Use plain letters, digits and hyphens, such as https://example.org/aide/",
    ),
    "bad_frame": (
        "« {value} » ne nomme pas un site : dans « cadres », écrivez https:// et le nom du site, sans chemin, sans barre à la "
        "fin et sans « * ». Comme ceci : {expected}",
        "“{value}” names no site: in “cadres”, write https:// and the name of the site, with no path, no slash at the end "
        "and no “*”. Like this: {expected}",
    ),
    "own_frame": (
        "« {value} » est votre propre site. Dans « cadres », nommez les autres sites qui peuvent l'afficher ; pour n'en "
        "permettre aucun, écrivez « cadres: [] ».",
        "“{value}” is your own site. In “cadres”, name the other sites that may show it; to allow none, write "
        "“cadres: []”.",
    ),
    "number_in_settings": (
        "« {value} » est un numéro au milieu de mots. Mettez-le dans « telephone » ; ici, seulement des mots.",
        "“{value}” is a number among words. Put it into “telephone”; here, words only.",
    ),
    "no_such_territory": (
        "« {value} » n'est pas le numéro d'un département. Écrivez par exemple : departements: [71, 2A].",
        "“{value}” is not the number of a département. Write for instance: departements: [71, 2A].",
    ),
    "no_stand_in": (
        "« {value} » ne peut pas être publié sans « {other} » : là où une page n'est pas traduite, c'est cette langue qui est montrée. Ajoutez {other} à « langues ».",
        "“{value}” cannot be published without “{other}”: where a page is not translated, that language is shown. Add {other} to “langues”.",
    ),
    "nothing_to_fetch": (
        "« telecharger » dit oui, mais « {key} » est vide : rien ne pourrait être lu. Remplissez « {key} », ou écrivez non.",
        "“telecharger” says oui, but “{key}” is empty: nothing could be read. Fill in “{key}”, or write non.",
    ),
}
