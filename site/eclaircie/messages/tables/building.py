"""What is said while content is checked and a site is built."""

SENTENCES: dict[str, tuple[str, str]] = {
    "faults": (
        "{count} faute(s) à corriger. Rien n'a été publié.",
        "{count} fault(s) to mend. Nothing was published.",
    ),
    "more": ("et {count} de plus de cette sorte : {kind}", "and {count} more of this kind: {kind}"),
    "show_all": ("Tout montrer : {check} --all", "To show all: {check} --all"),
    "behind": (
        "{count} traduction(s) en retard sur le français. Leurs pages le disent.",
        "{count} translation(s) behind the French. Their pages say so.",
    ),
    "overdue": (
        "{count} fiche(s) dont les faits n'ont pas été revérifiés à temps.",
        "{count} file(s) whose facts were not checked again in time.",
    ),
    "to_mend": ("À corriger", "To mend"),
    "to_look_at": ("À regarder", "To look at"),
    "kept": ("Le site publié avant est resté tel quel.", "The site published before has stayed as it was."),
    "aside": (
        "Le site publié avant est entier, dans {folder} : la prochaine construction le remettra à sa place.",
        "The site published before is whole, in {folder}: the next build puts it back in its place.",
    ),
    "whole": ("Le site publié est entier.", "The published site is whole."),
    "sound": ("Le contenu est juste : {pages} pages.", "The content is sound: {pages} pages."),
    "remarks": (
        "{count} remarque(s) : « {status} » les montre.",
        "{count} remark(s): “{status} --lang en” shows them.",
    ),
    "news": (
        "Nouvelles depuis le dernier contenu publié ({commit}) : {count}",
        "New since the content that was last published ({commit}): {count}",
    ),
    "no_news": (
        "Aucune n'est nouvelle depuis le dernier contenu publié ({commit}).",
        "None is new since the content that was last published ({commit}).",
    ),
    "news_unknown": (
        "Sans git, on ne sait pas lesquelles sont nouvelles.",
        "Without git, nobody knows which are new.",
    ),
    "defaults": (
        "À changer dans content/site.yaml avant de publier :",
        "To change in content/site.yaml before publishing:",
    ),
    "freezing": ("Pages : {done} / {total}", "Pages: {done} / {total}"),
    "done": (
        "{pages} pages en {languages} langues, {size} octets, {seconds} s ({made} refaites) : {folder}",
        "{pages} pages in {languages} languages, {size} bytes, {seconds} s ({made} made anew): {folder}",
    ),
    "entrance": (
        "L'adresse à imprimer : {address} (essayez-la une fois le site publié)",
        "The address to print: {address} (try it once the site is published)",
    ),
    "portable": (
        "Copie portable : ouvrez {file}. Chaque page ouverte laisse une ligne dans l'historique ; la copie le dit.",
        "Portable copy: open {file}. Each page that is opened leaves a line in the history; the copy says so.",
    ),
    "serving": ("Le site : {address}  (Ctrl-C pour arrêter)", "The site: {address}  (Ctrl-C to stop)"),
    # What keeps a site from being built
    "read_only": (
        "On ne peut pas écrire ici : {reason}. Le dossier est protégé ou appartient à quelqu'un d'autre. "
        "Changez ses droits, ou choisissez un autre dossier avec {option}.",
        "Nothing can be written here: {reason}. The folder is protected or somebody else's. "
        "Change its rights, or choose another folder with {option}.",
    ),
    "disk_full": (
        "Il n'y a plus de place sur le disque : {reason}. Faites de la place, ou choisissez un autre disque avec {option}.",
        "The disk is full: {reason}. Make room, or choose another disk with {option}.",
    ),
    "no_room": (
        "L'écriture a échoué : {reason}. Recommencez, ou choisissez un autre dossier avec {option}.",
        "Writing failed: {reason}. Try again, or choose another folder with {option}.",
    ),
    "in_use": (
        "Un autre programme s'en sert, et Windows refuse d'y toucher : {reason}. Fermez ce qui est ouvert dans ce dossier "
        "(explorateur de fichiers, éditeur, fenêtre de commandes, « --serve »), puis recommencez. "
        "Si rien n'est ouvert, choisissez un autre dossier avec {option}.",
        "Another program uses it, and Windows refuses to touch it: {reason}. Close what is open in this folder "
        "(file explorer, editor, command window, “--serve”), then try again. "
        "If nothing is open, choose another folder with {option}.",
    ),
    "too_long": (
        "Ce chemin est trop long pour ce système : {reason}. Mettez le projet plus près de la racine du disque, "
        "ou choisissez un autre dossier avec {option}.",
        "This path is too long for this system: {reason}. Put the project nearer to the root of the disk, "
        "or choose another folder with {option}.",
    ),
    "no_address": (
        "L'adresse du site manque. Écrivez-la dans content/site.yaml (« adresse ») avant de publier.",
        "The address of the site is missing. Write it into content/site.yaml (“adresse”) before publishing.",
    ),
    "no_report": (
        "Le rapport n'a pas pu être écrit : {reason}. Choisissez un autre fichier avec --report.",
        "The report could not be written: {reason}. Choose another file with --report.",
    ),
    "no_brotli": (
        "--compress demande la bibliothèque brotli. Installez-la : "
        "{python} -m pip install --require-hashes -r requirements-compress.txt",
        "--compress needs the library brotli. Install it: "
        "{python} -m pip install --require-hashes -r requirements-compress.txt",
    ),
    "not_ours": (
        "Le dossier {folder} contient un fichier qui serait perdu : {file}. Déplacez-le, ou choisissez un dossier vide avec {option}.",
        "The folder {folder} holds a file that would be lost: {file}. Move it, or choose an empty folder with {option}.",
    ),
    "holds_site": (
        "{folder} contient le site à publier, qui serait perdu. Donnez un autre dossier à --portable.",
        "{folder} holds the site to be published, which would be lost. Give another folder with --portable.",
    ),
    "holds_copy": (
        "{folder} contient une copie portable, qui serait perdue. Donnez un autre dossier avec --destination.",
        "{folder} holds a portable copy, which would be lost. Give another folder with --destination.",
    ),
    "is_link": (
        "{folder} est un raccourci. Donnez un vrai dossier.",
        "{folder} is a link. Give a real folder.",
    ),
    "is_mount": (
        "{folder} est un disque ou un volume, qui ne peut pas être échangé contre un autre dossier. "
        "Donnez un dossier à l'intérieur avec {option}.",
        "{folder} is a disk or a volume, which cannot be exchanged for another folder. "
        "Give a folder inside it with {option}.",
    ),
    "is_file": ("{folder} est un fichier. Donnez un dossier.", "{folder} is a file. Give a folder."),
    "busy": (
        "Une autre construction est en cours. Attendez sa fin.",
        "Another build is under way. Wait for its end.",
    ),
}
