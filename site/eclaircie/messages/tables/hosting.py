"""What is said about the settings of hosts."""

SENTENCES: dict[str, tuple[str, str]] = {
    "unknown": (
        "« {name} » n'est pas connu. Connus : {known}. Les autres lisent un fichier de build/ : {files}.",
        "“{name}” is not known. Known: {known}. Others read a file of build/: {files}.",
    ),
    "unwritable": (
        "« {value} » ne peut pas s'écrire pour {name}. Changez l'adresse du site.",
        "“{value}” cannot be written for {name}. Change the address of the site.",
    ),
    # What to do with the text of each host
    "nginx": (
        "À mettre dans « server {{ … }} ». Remplacez {folder} par le dossier où est le contenu de build/.",
        "To put inside “server {{ … }}”. Replace {folder} by the folder that holds the content of build/.",
    ),
    "caddy": (
        "À mettre dans le bloc de votre site. Remplacez {folder} par le dossier où est le contenu de build/.",
        "To put inside the block of your site. Replace {folder} by the folder that holds the content of build/.",
    ),
    "vercel": (
        "À enregistrer sous le nom vercel.json dans le dossier que vous publiez (une copie de build/).",
        "To save as vercel.json in the folder that you publish (a copy of build/).",
    ),
    "cloudfront": (
        "À créer comme « response headers policy », puis à attacher à la distribution. Y ajouter deux réponses "
        "d'erreur : 403 et 404, page {prefix}/404.html, code de réponse 404.",
        "To create as a response headers policy, then to attach to the distribution. Add two custom error "
        "responses there: 403 and 404, page {prefix}/404.html, response code 404.",
    ),
}
