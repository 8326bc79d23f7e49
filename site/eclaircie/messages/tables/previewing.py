"""What the preview says, at the terminal and above its pages."""

SENTENCES: dict[str, tuple[str, str]] = {
    "address": (
        "Aperçu : http://127.0.0.1:{port}/  (Ctrl-C pour arrêter)",
        "Preview: http://127.0.0.1:{port}/  (Ctrl-C to stop)",
    ),
    "unpublished": (
        "« {name} » n'est pas publié : cette page ne se voit qu'ici. Pour la publier : « langues », dans content/site.yaml.",
        "“{name}” is not published: this page is seen here alone. To publish it: “langues”, in content/site.yaml.",
    ),
    "to_mend": ("À corriger : {count}", "To mend: {count}"),
    "here": ("dont {count} dans cette page", "of which {count} in this page"),
    "reload": (
        "Enregistrez le fichier corrigé, puis rechargez cette page.",
        "Save the mended file, then load this page again.",
    ),
    "bug": (
        "Le programme a une erreur : ce n'est pas votre faute.",
        "The program has a mistake: it is not yours.",
    ),
    "send": (
        "Envoyez ce fichier à qui s'occupe du programme : {file}. Vos textes sont intacts.",
        "Send this file to whoever looks after the program: {file}. Your texts are whole.",
    ),
}
