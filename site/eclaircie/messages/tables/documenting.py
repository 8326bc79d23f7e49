"""What is told by `docs`."""

SENTENCES: dict[str, tuple[str, str]] = {
    "written": ("{file} : mis à jour.", "{file}: brought up to date."),
    "would_change": (
        "{file} : ne dit pas ce que dit le code. Lancez « {python} -m eclaircie docs ».",
        "{file}: does not say what the code says. Run “{python} -m eclaircie docs”.",
    ),
    "components": (
        "{file} : écrit, pour qui change l'apparence. Ouvrez-le dans un navigateur ; il n'est jamais publié.",
        "{file}: written, for whoever changes the look. Open it in a browser; it is never published.",
    ),
    "up_to_date": ("Les documents disent ce que dit le code.", "The documents say what the code says."),
}
