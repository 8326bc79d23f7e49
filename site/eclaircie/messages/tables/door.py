"""What is said about the lines that open the site in other people's pages."""

SENTENCES: dict[str, tuple[str, str]] = {
    "no_address": (
        "Les lignes nomment l'adresse du site, qui n'est pas encore écrite : remplissez « adresse » dans {file}.",
        "The lines name the address of the site, which is not written yet: fill in “adresse” in {file}.",
    ),
    "no_frames": (
        "Aucun site ne peut encore afficher le vôtre. Écrivez dans {file} le nom de celui qui le fera, par exemple : "
        "cadres: [https://www.mairie.fr] ; puis publiez de nouveau.",
        "No site may show yours yet. Write into {file} the name of the one that will, for instance: "
        "cadres: [https://www.mairie.fr]; then publish again.",
    ),
    "paste": (
        "À coller dans une page de {hosts}, et nulle part ailleurs. Le site publié doit l'être depuis que « cadres » les nomme.",
        "To paste into a page of {hosts}, and nowhere else. The site must have been published since “cadres” names them.",
    ),
    "allow": (
        "Si cette page a une règle de sécurité (Content-Security-Policy), elle doit contenir : frame-src {origin}",
        "Where that page has a security policy (Content-Security-Policy), it must contain: frame-src {origin}",
    ),
    "instead": (
        "La dernière ligne est un simple lien, pour un site qui n'accepte pas de cadre : le suivre laisse ce que laisse une visite.",
        "The last line is a plain link, for a site that takes no frame: following it leaves what a visit leaves.",
    ),
    "bare_host": (
        "GitHub Pages, GitLab Pages et Codeberg Pages n'envoient pas nos en-têtes : de là, tout site peut afficher le vôtre. "
        "Le reste : docs/cadre.md.",
        "GitHub Pages, GitLab Pages and Codeberg Pages do not send our headers: from there, any site can show yours. "
        "The rest: docs/cadre.md.",
    ),
}
