"""What is said of faults in words that reveal, and the lists of them."""

SENTENCES: dict[str, tuple[str, str]] = {
    "revealing_tab": (
        "« {word} », dans « {key} », peut se lire dans l'historique. Choisissez un mot neutre, comme « Démarches ».",
        "“{word}”, in “{key}”, can be read in the history. Choose a neutral word, such as “Démarches”.",
    ),
    "mixed_alphabets": (
        "« {word} », dans « {key} », mêle des lettres de deux alphabets qui se ressemblent. Effacez ce mot et retapez-le.",
        "“{word}”, in “{key}”, mixes letters of two alphabets that look the same. Delete this word and type it again.",
    ),
    "no_words": (
        "La liste des mots à ne pas montrer manque en {name}. Créez ce fichier, un mot par ligne, sur le modèle de fr.txt.",
        "The list of words not to be shown is missing in {name}. Create this file, one word a line, as in en.txt.",
    ),
    "wide_word": (
        "« {value} » ferait refuser presque tous les titres. Écrivez au moins deux lettres dans chaque mot.",
        "“{value}” would have nearly every title refused. Write at least two letters in each word.",
    ),
    "revealing_path": (
        "« {word} », dans le chemin du fichier, se lirait dans l'adresse. Renommez le fichier avec un mot neutre.",
        "“{word}”, in the file's path, would be read in the address. Rename the file with a neutral word.",
    ),
}
