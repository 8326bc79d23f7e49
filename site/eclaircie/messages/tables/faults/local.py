"""What is said of faults in local files: places, structures, shelters, people."""

SENTENCES: dict[str, tuple[str, str]] = {
    "wrong_place": (
        "Un fichier « genre: {value} » ne va pas ici. Sa place : content/fr/{expected} (avec le numéro officiel du département).",
        "A file with “genre: {value}” does not belong here. Its place: content/fr/{expected} (with the département's official number).",
    ),
    "wrong_name": (
        "« {value} » n'est pas le nom officiel. Écrivez : {expected}.",
        "“{value}” is not the official name. Write: {expected}.",
    ),
    "no_commune": (
        "« {value} » n'est pas une commune du département {territory}.{hint} Vérifiez le nom officiel ou mettez le code INSEE.",
        "“{value}” is no commune of département {territory}.{hint} Check the official name or put the INSEE code.",
    ),
    "no_intercommunality": (
        "« {value} » n'est pas une intercommunalité du département {territory}.{hint} Vérifiez le nom officiel ou mettez le numéro SIREN.",
        "“{value}” is no intercommunality of département {territory}.{hint} Check the official name or put the SIREN number.",
    ),
    "no_network": (
        "Ce département n'a pas de réseau « {value} ».{hint} Mettez le nom d'un fichier « genre: reseau » du même dossier.",
        "This département has no network “{value}”.{hint} Put the name of a file with “genre: reseau” in the same folder.",
    ),
    "no_way": (
        "Personne ne peut joindre cette structure. Ajoutez « numero », « courriel », « site », « contacts » ou « accueils ».",
        "Nobody can reach this structure. Add “numero”, “courriel”, “site”, “contacts” or “accueils”.",
    ),
    "bad_end": (
        "Cette actualité finit ({value}) avant d'avoir commencé. Vérifiez « debut » et « fin ».",
        "This piece of news ends ({value}) before it begins. Check “debut” and “fin”.",
    ),
    "shelter_field": (
        "Un lieu où l'on dort ne porte jamais « {key} » : cela mènerait à sa porte. Retirez la ligne ; le contact est le 115, le 39 19 ou une ligne publique. Si l'on y cherche seulement où dormir, retirez « dormir » de « propose ».",
        "A place where one sleeps never carries “{key}”: it would lead to its door. Remove the line; its contact is 115, 39 19 or a public line. If one only looks there for where to sleep, remove “dormir” from “propose”.",
    ),
    "shelter_told": (
        "« {value} » dit où est un hébergement ou combien de personnes il accueille : la sécurité de celles qui y vivent en dépend. Retirez-le, ou parlez de l'hébergement dans une autre phrase : « La mairie de Mâcon vous reçoit. Elle cherche un hébergement. »",
        "“{value}” tells where a shelter is or how many it takes in: the safety of those who live there depends on it. Remove it, or speak of the shelter in another sentence: “La mairie de Mâcon vous reçoit. Elle cherche un hébergement.”",
    ),
    "shelter_link": (
        "Sur la page d'un hébergement, « {value} » montre un service proche de lui. Retirez ce lien, ou mettez ce nom dans « contacts » si c'est par lui qu'on entre.",
        "On the page of a shelter, “{value}” shows a service near it. Remove this link, or put this name in “contacts” if it is the way in.",
    ),
    "shelter_contact": (
        "Un hébergement se joint par une ligne publique, jamais par un autre hébergement. Écrivez par exemple « contacts: [toit, ecoute] ».",
        "A shelter is reached through a public line, never through another shelter. Write for instance “contacts: [toit, ecoute]”.",
    ),
    "hidden_counter": (
        "« {value} » ne peut pas être un guichet de l'annuaire : un guichet a une adresse et un point sur la carte. Supprimez ce fichier. Un hébergement ou un groupe de parole s'écrit à la main (« genre: structure »), sans adresse.",
        "“{value}” cannot be a counter of the directory: a counter has an address and a point on the map. Delete this file. A shelter or a support group is written by hand (“genre: structure”), without an address.",
    ),
    "counter_text": (
        "Un guichet de l'annuaire n'a ni texte ni traduction : rien ne les montrerait. Retirez le texte ou, pour une traduction, supprimez ce fichier. Pour une page à soi, écrivez « genre: structure ».",
        "A counter of the directory has neither a text nor a translation: nothing would show them. Remove the text or, for a translation, delete this file. For a page of its own, write “genre: structure”.",
    ),
    "two_records": (
        "Cette fiche d'annuaire ({value}) est déjà dans « {other} ». Gardez un seul des deux fichiers.",
        "This record of the directory ({value}) is already in “{other}”. Keep one of the two files.",
    ),
    "group_place": (
        "Le lieu d'un groupe de parole se donne à l'inscription. Retirez « {key} ».",
        "The place of a support group is told on registration. Remove “{key}”.",
    ),
    "mobile": (
        "« {value} » est un numéro de portable, donc d'une personne. Mettez le numéro du service, ou des « contacts ».",
        "“{value}” is a mobile number, so a person's. Put the service's number, or “contacts”.",
    ),
    "personal_email": (
        "« {value} » semble l'adresse d'une personne. Mettez celle du service, comme contact@.",
        "“{value}” looks like a person's address. Put the service's, such as contact@.",
    ),
    "person": (
        "« {value} » nomme une personne. Retirez le nom et dites sa fonction.",
        "“{value}” names a person. Remove the name and say what they do.",
    ),
}
