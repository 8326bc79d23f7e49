"""Why nobody can tell what was changed since the published site."""

SENTENCES: dict[str, tuple[str, str]] = {
    "no_answer": ("{address} : {reason}", "{address}: {reason}"),
    "unknown_source": (
        "Le site publié ne dit pas de quelle version exacte il vient.",
        "The published site does not say of which exact version it is made.",
    ),
    "unknown_commit": (
        "git ne trouve pas dans ce dépôt la version publiée, {commit}.",
        "git does not find in this repository the version that is published, {commit}.",
    ),
    "no_address": ("Le site n'a pas encore d'adresse.", "The site has no address yet."),
}
