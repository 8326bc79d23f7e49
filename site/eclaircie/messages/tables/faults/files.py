"""What is said of faults in files and folders: their names, their encoding, their place."""

SENTENCES: dict[str, tuple[str, str]] = {
    "unreadable": (
        "Ce fichier ne peut pas être lu ({reason}). Vérifiez qu'il est là et que vous avez le droit de l'ouvrir.",
        "This file cannot be read ({reason}). Check that it is there and that you may open it.",
    ),
    "too_big": (
        "Ce fichier est trop gros ({size} octets, au plus {largest}). Coupez-le en plusieurs pages.",
        "This file is too big ({size} bytes, at most {largest}). Split it into several pages.",
    ),
    "too_long": (
        "Ce passage est trop long ({size} signes, au plus {largest}). Coupez-le avec une ligne vide.",
        "This passage is too long ({size} characters, at most {largest}). Split it with an empty line.",
    ),
    "too_many_brackets": (
        "Ce paragraphe a trop de crochets « [ » (au plus {largest}). Coupez-le avec une ligne vide.",
        "This paragraph has too many brackets “[” (at most {largest}). Split it with an empty line.",
    ),
    "not_utf8": (
        "Cette ligne n'est pas du texte en UTF-8. Enregistrez le fichier avec l'encodage « UTF-8 ».",
        "This line is not UTF-8 text. Save the file with the encoding “UTF-8”.",
    ),
    "utf16": (
        "Ce fichier est enregistré en UTF-16 (« Unicode »). Enregistrez le fichier avec l'encodage « UTF-8 ».",
        "This file is saved as UTF-16 (“Unicode”). Save it with the encoding “UTF-8”.",
    ),
    "control_sign": (
        "Cette ligne contient un caractère invisible interdit. Effacez la ligne et retapez-la.",
        "This line holds a forbidden invisible character. Delete the line and type it again.",
    ),
    "merge_unfinished": (
        "Deux versions se suivent ici, et git attend votre choix. Gardez la bonne, puis ôtez les lignes « <<<<<<< », "
        "« ======= » et « >>>>>>> ».",
        "Two versions stand here, and git waits for your choice. Keep the right one, then take out the lines “<<<<<<<”, "
        "“=======” and “>>>>>>>”.",
    ),
    "outside": (
        "Ce raccourci mène hors de son dossier. Remplacez-le par un vrai fichier.",
        "This link leads out of its folder. Replace it with a real file.",
    ),
    "path_not_plain": (
        "Le nom « {name} » ne convient pas à une adresse. Prenez des minuscules sans accent, des chiffres et des tirets{hint}.",
        "The name “{name}” does not suit an address. Use plain lower-case letters, digits and hyphens{hint}.",
    ),
    "windows_name": (
        "Windows ne peut rien enregistrer sous le nom « {name} ». Renommez ce fichier ou ce dossier.",
        "Windows can save nothing under the name “{name}”. Rename this file or folder.",
    ),
    "not_markdown": (
        "Ce fichier n'est pas une page. Seuls les fichiers « .md » ont leur place ici : renommez-le{hint} ou retirez-le.",
        "This file is no page. Only “.md” files belong here: rename{hint} or remove it.",
    ),
    "attached_file": (
        "« {name} » ne peut pas accompagner une page : une fois ouvert, il resterait dans les téléchargements du téléphone. "
        "Retirez-le. Mettez-en les mots dans la page, en liste ou en tableau ; un dessin du site se choisit par « pictogramme ».",
        "“{name}” cannot go with a page: once opened, it would stay in the phone's downloads. "
        "Remove it. Put its words into the page, as a list or a table; a drawing of the site is chosen by “pictogramme”.",
    ),
    "two_files": (
        "La page {address} a déjà un fichier : {other}. Gardez l'un des deux.",
        "The page {address} already has a file: {other}. Keep one of the two.",
    ),
    "no_folder": (
        "Le dossier du contenu n'est pas là. A-t-il été renommé ou déplacé ? Remettez-le à cet endroit.",
        "The content folder is not there. Was it renamed or moved? Put it back at this place.",
    ),
    "empty_folder": (
        "Le dossier du contenu français ne contient aucune page. A-t-il été vidé ? Reprenez la dernière version enregistrée.",
        "The folder of French content holds no page. Was it emptied? Take the last saved version.",
    ),
    "no_home": (
        "La page d'accueil manque. Créez ce fichier avec « genre: accueil » dans son en-tête.",
        "The home page is missing. Create this file with “genre: accueil” in its header.",
    ),
    "renamed": (
        "Cette page s'appelait « {value} ». {count} endroit(s) la cherchent encore sous ce nom : {places}. "
        "Rendez au fichier son ancien nom, ou mettez le nouveau (« {expected} ») partout, traductions comprises.",
        "This page was called “{value}”. {count} place(s) still look for it by that name: {places}. "
        "Give the file its former name, or put the new one (“{expected}”) everywhere, translations included.",
    ),
    "copy_of_file": (
        "Ce fichier semble une copie de « {expected} ». Retirez-le, ou donnez-lui un nom à lui si c'est une autre page.",
        "This file looks like a copy of “{expected}”. Remove it, or give it a name of its own if it is another page.",
    ),
    "unknown_language": (
        "Ce dossier n'est d'aucune langue connue. Connues : {known}. Renommez-le, ou ajoutez la langue (voir le README).",
        "This folder is of no known language. Known: {known}. Rename it, or add the language (see the README).",
    ),
    "no_french": (
        "Cette traduction n'a pas de page française.{hint} Créez {expected}, ou retirez la traduction.",
        "This translation has no French page.{hint} Create {expected}, or remove the translation.",
    ),
}
