"""What is told by `tidy`."""

SENTENCES: dict[str, tuple[str, str]] = {
    "written": ("{file} : mis en forme.", "{file}: tidied."),
    "would_change": ("{file} : n'a pas la forme commune.", "{file}: has not the common form."),
    "to_tidy": ("Pour mettre en forme {count} fichier(s) : {command}", "To tidy {count} file(s): {command}"),
    "unread": (
        "{count} fichier(s) dont l'en-tête ou les réglages ne se lisent pas sont restés tels quels. "
        "Corrigez-les, puis recommencez.",
        "{count} file(s) whose header or settings cannot be read have stayed as they were. Correct them, then try again.",
    ),
    "not_ours": (
        "{file} : ce n'est pas une page. Donnez un fichier .md de content/, ou content/site.yaml.",
        "{file}: this is no page. Give a .md file of content/, or content/site.yaml.",
    ),
    "done": ("{count} fichier(s) mis en forme, sur {total}.", "{count} file(s) tidied, of {total}."),
    "all_tidy": ("Les {total} fichiers ont la forme commune.", "All {total} files have the common form."),
}
