"""Why nobody can tell what was changed since the published site."""

SENTENCES: dict[str, tuple[str, str]] = {
    "no_answer": ("{address} : {reason}", "{address}: {reason}"),
    "unknown_source": (
        "le site publié ne dit pas de quelle version exacte il vient",
        "the published site does not say of which exact version it is made",
    ),
    "unknown_commit": (
        "git ne trouve pas dans ce dépôt la version publiée, {commit}",
        "git does not find in this repository the version that is published, {commit}",
    ),
    "no_address": ("le site n'a pas encore d'adresse", "the site has no address yet"),
}
