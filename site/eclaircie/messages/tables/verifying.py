"""What is said of a published copy that was compared with what was built."""

SENTENCES: dict[str, tuple[str, str]] = {
    # What differs
    "missing": ("{path} : absent. Publiez-le de nouveau.", "{path}: missing. Publish it again."),
    "changed": (
        "{path} : changé. Ce n'est pas ce qui a été construit. Publiez-le de nouveau, et cherchez qui l'a changé.",
        "{path}: changed. It is not what was built. Publish it again, and find out who changed it.",
    ),
    "swapped": (
        "{path} : remplacé. C'est le contenu de {detail}. Publiez-le de nouveau.",
        "{path}: replaced. It holds the content of {detail}. Publish it again.",
    ),
    "extra": (
        "{path} : en trop. La construction ne l'a pas écrit. Effacez-le s'il n'est pas à vous.",
        "{path}: extra. The build did not write it. Delete it unless it is yours.",
    ),
    "no_file": (
        "{path} : n'est pas un fichier qui se lit ({detail}). Publiez-le de nouveau.",
        "{path}: is no file that can be read ({detail}). Publish it again.",
    ),
    "refused": (
        "{path} : l'hébergeur répond {detail}. Regardez ses réglages, ou recommencez plus tard.",
        "{path}: the host answers {detail}. Look at its settings, or try again later.",
    ),
    "wrong_type": (
        "{path} : envoyé comme « {detail} », et non comme une page (text/html). Corrigez les réglages de l'hébergeur.",
        "{path}: sent as “{detail}”, not as a page (text/html). Correct the settings of the host.",
    ),
    "encoded": (
        "{path} : envoyé compressé ({detail}) sans qu'on l'ait demandé. Corrigez les réglages de l'hébergeur.",
        "{path}: sent compressed ({detail}) though nobody asked. Correct the settings of the host.",
    ),
    "compressed": (
        "{path} : ce qui est envoyé compressé ({detail}) n'est pas ce qui a été construit. "
        "Publiez de nouveau ce fichier et ses copies compressées.",
        "{path}: what is sent compressed ({detail}) is not what was built. "
        "Publish this file and its compressed copies again.",
    ),
    "unreachable": (
        "{path} : pas de réponse ({detail}). Recommencez plus tard.",
        "{path}: no answer ({detail}). Try again later.",
    ),
    "elsewhere": (
        "{path} : redirigé vers un autre site : {detail}. Corrigez les redirections de l'hébergeur.",
        "{path}: redirected to another site: {detail}. Correct the redirections of the host.",
    ),
    "too_long": (
        "{path} : pas fini d'arriver après {detail} s. Recommencez plus tard.",
        "{path}: had not arrived after {detail} s. Try again later.",
    ),
    "too_big": (
        "{path} : plus de {detail} octets. Ce n'est pas ce qui a été construit. Publiez-le de nouveau.",
        "{path}: more than {detail} bytes. It is not what was built. Publish it again.",
    ),
    "unknown_address": (
        "Une adresse inconnue n'est pas répondue par 404.html avec le statut 404 (statut {detail}). L'adresse à imprimer "
        "ne marche donc pas : réglez la page d'erreur de l'hébergeur.",
        "An unknown address is not answered with 404.html and status 404 (status {detail}). So the address to print "
        "does not work: set the error page of the host.",
    ),
    # What is said besides
    "other_build": (
        "La copie vient d'une autre construction ({theirs} ; ici : {ours}). Publiez de nouveau, ou donnez son manifeste avec --manifest.",
        "The copy is of another build ({theirs}; here: {ours}). Publish again, or give its manifest with --manifest.",
    ),
    "left_out": ("et {count} autre(s) différence(s) semblables", "and {count} more difference(s) like these"),
    "nothing_ours": (
        "Rien de ce qui a été construit ne s'y trouve. L'adresse ou le dossier est-il le bon ?",
        "Nothing that was built is there. Is it the right address or folder?",
    ),
    "not_compared": (
        "Pas comparés, car l'hébergeur les lit sans avoir à les montrer : {paths}",
        "Not compared, for the host reads them and need not show them: {paths}",
    ),
    "without_brotli": (
        "Les pages envoyées en Brotli n'ont pas toutes pu être comparées : pip install brotli",
        "Not all pages sent as Brotli could be compared: pip install brotli",
    ),
    "same": (
        "{count} fichiers comparés : la copie est exacte.",
        "{count} files compared: the copy is exact.",
    ),
    "different": (
        "{count} fichiers comparés, {wrong} différence(s).",
        "{count} files compared, {wrong} difference(s).",
    ),
    # What keeps a copy from being compared
    "no_manifest": (
        "{path} n'est pas un manifeste. Construisez le site ({python} freeze.py), ou donnez son manifest.json avec --manifest.",
        "{path} is no manifest. Build the site ({python} freeze.py), or give its manifest.json with --manifest.",
    ),
    "no_folder": (
        "« {path} » n'est ni un dossier, ni l'adresse d'un site (comme https://example.org/aide/).",
        "“{path}” is neither a folder nor the address of a site (such as https://example.org/aide/).",
    ),
    "host_silent": (
        "{path} : l'hébergeur ne répond pas ({detail}). Vérifiez l'adresse et le réseau, puis recommencez.",
        "{path}: the host does not answer ({detail}). Check the address and the network, then try again.",
    ),
    "host_elsewhere": (
        "{path} mène à un autre site : {detail}. Si c'est le vôtre, donnez cette adresse-là.",
        "{path} leads to another site: {detail}. If that one is yours, give that address.",
    ),
}
