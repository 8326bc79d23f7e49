"""What is said of faults in headers: how their lines are written."""

SENTENCES: dict[str, tuple[str, str]] = {
    "no_header": (
        "L'en-tête manque. Le fichier doit commencer par une ligne « --- », puis « titre: … », puis une ligne « --- ».",
        "The header is missing. The file must begin with a line “---”, then “titre: …”, then a line “---”.",
    ),
    "open_header": (
        "L'en-tête n'est pas fermé. Ajoutez une ligne « --- » entre l'en-tête et le texte.",
        "The header is not closed. Add a line “---” between the header and the text.",
    ),
    "bad_yaml": (
        "L'en-tête ne se lit pas ici. Vérifiez le décalage de la ligne et mettez entre guillemets une valeur qui contient « : ».",
        "The header cannot be read here. Check the indentation, and put a value that contains “: ” in quotes.",
    ),
    "cut_value": (
        "« {value} » n'est pas lu : la valeur s'arrête devant le signe « # ». Mettez toute la valeur entre guillemets ; une remarque va sur sa propre ligne.",
        "“{value}” is not read: the value ends before the sign “#”. Put the whole value in quotes; a remark stands on a line of its own.",
    ),
    "late_header": (
        "L'en-tête doit commencer tout en haut du fichier. Mettez ces trois tirets au début de la première ligne.",
        "The header must begin at the very top of the file. Put these three hyphens at the start of the first line.",
    ),
    "dashes": (
        "L'en-tête s'ouvre et se ferme par trois tirets du clavier, ni plus ni moins. Écrivez « --- » sur cette ligne.",
        "The header opens and closes with three hyphens of the keyboard, no more and no fewer. Write “---” on this line.",
    ),
    "colon_blank": (
        "Il manque une espace après les deux-points de « {key} ». Écrivez : {expected}",
        "A blank is missing after the colon of “{key}”. Write: {expected}",
    ),
    "missing_colon": (
        "Il manque les deux-points après « {key} ». Écrivez : {expected}",
        "The colon after “{key}” is missing. Write: {expected}",
    ),
    "colon_in_value": (
        "La valeur de « {key} » contient deux-points : mettez-la entre guillemets. Écrivez : {expected}",
        "The value of “{key}” holds a colon: put it in quotes. Write: {expected}",
    ),
    "open_quote": (
        "Un guillemet s'ouvre dans « {key} » et ne se ferme pas. Écrivez : {expected}",
        "A quote opens in “{key}” and does not close. Write: {expected}",
    ),
    "text_after_quote": (
        "Dans « {key} », du texte suit le guillemet qui ferme. Écrivez : {expected}",
        "In “{key}”, text follows the closing quote. Write: {expected}",
    ),
    "smart_quotes": (
        "Ces guillemets courbes feraient partie du texte. Prenez ceux du clavier. Écrivez : {expected}",
        "These curly quotes would be part of the text. Use those of the keyboard. Write: {expected}",
    ),
    "special_start": (
        "Une valeur qui commence par « {sign} » se met entre guillemets. Écrivez : {expected}",
        "A value that begins with “{sign}” is put in quotes. Write: {expected}",
    ),
    "open_bracket": (
        "Une liste s'ouvre ici et ne se ferme pas. Ajoutez « {sign} » à la fin.",
        "A list opens here and does not close. Add “{sign}” at its end.",
    ),
    "semicolon": (
        "Entre crochets, les éléments sont séparés par des virgules. Écrivez : {expected}",
        "Between brackets, items are separated by commas. Write: {expected}",
    ),
    "tab": (
        "Cette ligne commence par une tabulation. Retirez-la, ou mettez à sa place deux espaces.",
        "This line begins with a tab. Remove it, or put two blanks in its place.",
    ),
    "dash_blank": (
        "Un élément de liste s'écrit avec un tiret du clavier et une espace. Écrivez : {expected}",
        "An item of a list is written with a hyphen of the keyboard and a blank. Write: {expected}",
    ),
    "list_indent": (
        "Ce tiret n'est pas sous celui d'avant : l'élément se perdrait dans l'autre. Alignez les tirets de la liste.",
        "This hyphen is not below the one before: the item would be lost in the other. Align the hyphens of the list.",
    ),
    "wrong_indent": (
        "« {key} » ne commence pas à la bonne colonne. Mettez {expected} espace(s) au début de la ligne.",
        "“{key}” does not begin in the right column. Put {expected} blank(s) at the start of the line.",
    ),
    "lost_line": (
        "Cette ligne n'a pas de clé. Si elle continue celle d'avant, mettez deux espaces devant ; sinon écrivez « clé: valeur ».",
        "This line has no key. If it continues the one before, put two blanks before it; else write “key: value”.",
    ),
    "key_spelling": (
        "La clé « {key} » s'écrit « {expected} », sans majuscule ni accent. Corrigez-la.",
        "The key “{key}” is written “{expected}”, without capital or accent. Correct it.",
    ),
    "key_below": (
        "« {key} » est sous la ligne « --- », et serait du texte. Remontez cette ligne dans l'en-tête.",
        "“{key}” is below the line “---”, and would be text. Move this line up into the header.",
    ),
    "no_kind": (
        "Il manque « genre ». Avec {keys}, ajoutez la ligne : genre: {expected}",
        "“genre” is missing. With {keys}, add the line: genre: {expected}",
    ),
    "other_kind": (
        "Un fichier « genre: {value} » n'a pas {keys}. Corrigez cette ligne (genre: {expected}), ou retirez ces clés.",
        "A file with “genre: {value}” has no {keys}. Correct this line (genre: {expected}), or remove these keys.",
    ),
    "not_keys": (
        "L'en-tête doit être fait de lignes « clé: valeur ».",
        "The header must be made of lines “key: value”.",
    ),
    "anchor": (
        "Les signes « & » et « * » en début de valeur ont un sens particulier. Mettez la valeur entre guillemets.",
        "“&” and “*” at the start of a value have a special meaning. Put the value in quotes.",
    ),
    "tag": (
        "« {value} » : le signe « ! » en début de valeur a un sens particulier. Mettez la valeur entre guillemets.",
        "“{value}”: “!” at the start of a value has a special meaning. Put the value in quotes.",
    ),
    "duplicate_key": (
        "La clé « {key} » est écrite deux fois. Gardez une seule des deux lignes.",
        "The key “{key}” stands twice. Keep one of the two lines.",
    ),
}
