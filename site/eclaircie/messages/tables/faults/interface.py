"""What is said of faults in the translated words of the interface."""

SENTENCES: dict[str, tuple[str, str]] = {
    "po_missing": (
        "La traduction de « {message} » manque. Écrivez-la.",
        "“{message}” is not translated. Write it.",
    ),
    "po_fuzzy": (
        "La traduction de « {message} » est à revoir. Corrigez-la, puis retirez la ligne « #, fuzzy ».",
        "The translation of “{message}” is to be looked at. Correct it, then remove the line “#, fuzzy”.",
    ),
    "po_sign": (
        "La traduction de « {message} » contient « {value} », qui est interdit. Écrivez seulement du texte.",
        "The translation of “{message}” holds “{value}”, which is forbidden. Write text only.",
    ),
    "po_blank": (
        "La traduction de « {message} » n'a pas les mêmes trous : {value}. Recopiez-les tels quels.",
        "The translation of “{message}” lacks its blanks: {value}. Copy them as they are.",
    ),
    "po_number": (
        "La traduction de « {message} » dit « {value} », un numéro que le français ne dit pas. Corrigez-le ou retirez-le.",
        "The translation of “{message}” says “{value}”, a number that the French does not say. Correct or remove it.",
    ),
    "po_broken": (
        "Ce fichier de traduction ne se lit pas à cette ligne. Vérifiez les guillemets.",
        "This translation file cannot be read at this line. Check the quotes.",
    ),
    "po_none": (
        "Les mots de l'interface en {name} manquent. Créez ce fichier avec « {python} -m eclaircie messages ».",
        "The words of the interface in {name} are missing. Create this file with “{python} -m eclaircie messages”.",
    ),
}
