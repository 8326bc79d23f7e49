"""What is told by `tidy`."""

SENTENCES: dict[str, tuple[str, str]] = {
    "written": ("{file} : en-tête mis en forme.", "{file}: header tidied."),
    "would_change": (
        "{file} : l'en-tête n'a pas la forme commune.",
        "{file}: the header has not the common form.",
    ),
    "to_tidy": ("Pour mettre en forme {count} en-tête(s) : {command}", "To tidy {count} header(s): {command}"),
    "unread": (
        "{count} fichier(s) dont l'en-tête ne se lit pas sont restés tels quels. Corrigez-les, puis recommencez.",
        "{count} file(s) whose header cannot be read have stayed as they were. Correct them, then try again.",
    ),
    "not_ours": (
        "{file} : ce n'est pas une page. Donnez un fichier .md de content/.",
        "{file}: this is no page. Give a .md file of content/.",
    ),
    "done": ("{count} en-tête(s) mis en forme, sur {total} fichiers.", "{count} header(s) tidied, of {total} files."),
    "all_tidy": ("Les {total} en-têtes ont la forme commune.", "All {total} headers have the common form."),
}
