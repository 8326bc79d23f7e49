"""What is said where posters, cards and leaflets are made."""

SENTENCES: dict[str, tuple[str, str]] = {
    "written": (
        "{count} feuilles à imprimer dans {folder} ({forms}). Le carré et les mots mènent à {address}",
        "{count} sheets to print in {folder} ({forms}). The square and the words lead to {address}",
    ),
    "left_out": (
        "Sans numéro sur le papier, car il est à confirmer ou à revérifier : {names}. Un papier ne se corrige pas. Confirmez-les, puis recommencez.",
        "Without a number on paper, for it is to be confirmed or checked again: {names}. Paper is never mended. Confirm them, then try again.",
    ),
    "example_entrance": (
        "L'adresse à imprimer est encore celle de l'exemple ({value}). Changez « entree » dans content/site.yaml avant d'imprimer : un papier ne se corrige pas.",
        "The address to print is still that of the example ({value}). Change “entree” in content/site.yaml before you print: paper is never mended.",
    ),
    "before_printing": (
        "Avant d'imprimer : essayez le carré avec un téléphone, et lisez docs/affiches.md. Là où l'autre personne regarde aussi, prenez les versions neutres.",
        "Before you print: try the square with a telephone, and read docs/affiches.md. Where the other person looks too, take the neutral versions.",
    ),
    "no_address": (
        "Le site n'a pas encore d'adresse, et une affiche doit y mener. Écrivez « adresse: https://… » dans content/site.yaml ; pour un essai : --adresse https://exemple.fr/. Rien n'a été écrit.",
        "The site has no address yet, and a poster must lead to it. Write “adresse: https://…” in content/site.yaml; for a trial: --adresse https://example.org/. Nothing was written.",
    ),
    "no_territory": (
        "« {value} » n'est ni le numéro ni le nom d'un département. Les numéros : {known}.",
        "“{value}” is neither the number nor the name of a département. The numbers: {known}.",
    ),
    "published": (
        "{folder} est dans le site, ou dans ce dont il est fait : les affiches n'y vont jamais. Donnez un autre dossier avec --destination.",
        "{folder} is within the site, or what it is made of: posters never go there. Give another folder with --destination.",
    ),
    "no_folder": (
        "{file} est un fichier, et les affiches vont dans un dossier. Donnez-en un avec --destination. Rien n'a été écrit.",
        "{file} is a file, and posters go into a folder. Give one with --destination. Nothing was written.",
    ),
    "no_library": (
        "Il manque de quoi faire les affiches. Installez-le : {python} -m pip install -r requirements-posters.txt (« make posters » le fait de lui-même).",
        "What makes posters is missing. Install it: {python} -m pip install -r requirements-posters.txt (“make posters” does it by itself).",
    ),
    "no_font": (
        "Il manque des polices sur cette machine : {fonts}. Sous Debian et Ubuntu : sudo apt install fonts-noto-core. "
        "Sous macOS et Windows : téléchargez « Noto Sans » et « Noto Sans Arabic » sur fonts.google.com/noto, ouvrez les fichiers de ces noms (dossier « static »), puis « Installer ». Rien n'a été écrit.",
        "Fonts are missing on this machine: {fonts}. On Debian and Ubuntu: sudo apt install fonts-noto-core. "
        "On macOS and Windows: download “Noto Sans” and “Noto Sans Arabic” from fonts.google.com/noto, open the files of these names (folder “static”), then “Install”. Nothing was written.",
    ),
    "no_room": (
        "{file} : un texte ou un nom est trop long pour cette feuille. Raccourcissez le nom du site, celui d'une structure, ou la traduction. Rien n'a été écrit.",
        "{file}: a text or a name is too long for this sheet. Shorten the name of the site, that of a structure, or the translation. Nothing was written.",
    ),
    "not_set": (
        "{file} ne peut pas être composé ({reason}). Le plus souvent, un nom ou une traduction a une lettre que la police n'a pas : corrigez-la, puis recommencez. Rien n'a été écrit.",
        "{file} cannot be set ({reason}). Mostly, a name or a translation has a letter that the font lacks: mend it, then try again. Nothing was written.",
    ),
    "unwritten": (
        "{file} : les affiches n'ont pas pu être écrites ({reason}), celles d'avant sont restées. "
        "Vérifiez que le dossier n'est pas protégé, que le disque n'est pas plein et qu'aucune n'est ouverte, puis recommencez.",
        "{file}: the posters could not be written ({reason}), the former ones have stayed. "
        "Check that the folder is not protected, the disk not full and none of them open, then try again.",
    ),
}
