"""What is said where a command or its options are not written as they should be."""

SENTENCES: dict[str, tuple[str, str]] = {
    "no_command": (
        "La commande « {name} » n'existe pas. Commandes : {known}.",
        "There is no command “{name}”. Commands: {known}.",
    ),
    "no_option": (
        "L'option {name} n'existe pas.{hint} Toutes les options : {help}",
        "There is no option {name}.{hint} All options: {help}",
    ),
    "did_you_mean": (" Vouliez-vous dire {name} ?", " Did you mean {name}?"),
    "needs_value": (
        "Il manque quelque chose après {name}. Écrivez : {name} {value}",
        "Something is missing after {name}. Write: {name} {value}",
    ),
    "takes_no_value": (
        "{name} s'écrit seul. Retirez ce qui suit le signe « = ».",
        "{name} stands alone. Remove what follows “=”.",
    ),
    "missing_option": (
        "Il manque {name}. Ajoutez : {name} {value}",
        "{name} is missing. Add: {name} {value}",
    ),
    "missing_argument": (
        "Il manque « {name} ». Comment l'écrire : {help}",
        "“{name}” is missing. How to write it: {help}",
    ),
    "extra": (
        "« {value} » est en trop. Retirez-le, ou regardez comment s'écrit la commande : {help}",
        "“{value}” is too much. Remove it, or look how the command is written: {help}",
    ),
    "bad_usage": (
        "Cette commande n'est pas bien écrite. Comment l'écrire : {help}",
        "This command is not written well. How to write it: {help}",
    ),
    "needs_option": (
        "{name} ne va qu'avec {other}. Ajoutez {other}, ou retirez {name}.",
        "{name} goes with {other} only. Add {other}, or remove {name}.",
    ),
    "not_together": (
        "{name} ne va pas avec {other}. Retirez l'une des deux.",
        "{name} does not go with {other}. Remove one of them.",
    ),
    "bad_port": (
        "--port : « {value} » n'est pas un port. Écrivez un nombre de 0 à 65535, par exemple 8001.",
        "--port: “{value}” is no port. Write a number from 0 to 65535, for instance 8001.",
    ),
    "bad_choice": (
        "{name} : « {value} » n'est pas possible. Écrivez l'un de ces mots : {choices}.",
        "{name}: “{value}” is not possible. Write one of these words: {choices}.",
    ),
    "unpublished": (
        "« {value} » n'est pas publié par ce site. Écrivez l'un de ces mots : {known}, ou ajoutez la langue dans content/site.yaml (« langues »).",
        "“{value}” is not published by this site. Write one of these words: {known}, or add the language to content/site.yaml (“langues”).",
    ),
    "bad_url": (
        "« {value} » n'est pas l'adresse d'un site. Écrivez par exemple https://example.org/aide/",
        "“{value}” is no address of a site. Write for instance https://example.org/aide/",
    ),
    "no_file": (
        "« {value} » : ce fichier n'existe pas ou est un dossier. Vérifiez son nom.",
        "“{value}”: this file does not exist or is a folder. Check its name.",
    ),
}
