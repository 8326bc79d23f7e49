"""What is said of faults in telephone numbers."""

SENTENCES: dict[str, tuple[str, str]] = {
    "bad_phone": (
        "« {value} » n'est ni un numéro français à dix chiffres, ni un numéro court connu. Vérifiez-le sur le site officiel.",
        "“{value}” is neither a French number of ten digits nor a known short number. Check it on the official site.",
    ),
    "paid_phone": (
        "« {value} » est un numéro surtaxé : l'appel coûterait, et se verrait sur la facture. "
        "Mettez le numéro ordinaire du service (01 à 05, 09) ou son numéro gratuit.",
        "“{value}” is a paid number: the call would cost, and be seen on the bill. "
        "Put the service's ordinary number (01 to 05, 09) or its free one.",
    ),
    "operator_phone": (
        "« {value} » est le numéro d'un opérateur, pour ses seuls clients. Mettez le numéro à dix chiffres du service.",
        "“{value}” is the number of an operator, for its customers only. Put the service's number of ten digits.",
    ),
    "fiction_phone": (
        "« {value} » est un numéro d'exemple : il n'est à personne. Mettez le vrai numéro, ou retirez la ligne.",
        "“{value}” is a number for examples: it is nobody's. Put the real number, or remove the line.",
    ),
    "example": (
        "« {value} » est un exemple, pas une vraie valeur. Mettez la vraie, ou retirez la ligne.",
        "“{value}” is an example, not a real value. Put the real one, or remove the line.",
    ),
    "free_number": (
        "Le {value} est toujours gratuit. Écrivez « cout: gratuit », ou vérifiez le numéro.",
        "{value} is always free. Write “cout: gratuit”, or check the number.",
    ),
    "not_free": (
        "Le {value} n'est pas un numéro gratuit : il coûte le prix d'un appel. Écrivez « cout: appel_ordinaire », ou vérifiez le numéro.",
        "{value} is no free number: it costs as much as any call. Write “cout: appel_ordinaire”, or check the number.",
    ),
    "unsure_cost": (
        "Le {value} est un numéro court, et certains sont surtaxés. Dites ce que coûte l'appel : « cout: gratuit » ou "
        "« cout: appel_ordinaire ». S'il est surtaxé, mettez le numéro à dix chiffres du service.",
        "{value} is a short number, and some of them are paid. Say what the call costs: “cout: gratuit” or "
        "“cout: appel_ordinaire”. If it is paid, put the service's number of ten digits.",
    ),
    "unsure_number": (
        "Le {value} est un numéro court, et certains sont surtaxés. Mettez le numéro à dix chiffres du service, "
        "ou faites-en une fiche « genre: ligne » qui dit son « cout », et nommez-la dans « contacts ».",
        "{value} is a short number, and some of them are paid. Put the service's number of ten digits, "
        "or make it a file “genre: ligne” that says its “cout”, and name it in “contacts”.",
    ),
    "on_the_bill": (
        "Un appel au {value} peut se voir sur la facture. Écrivez « facture: peut_apparaitre », ou retirez la ligne.",
        "A call to {value} can be seen on the bill. Write “facture: peut_apparaitre”, or remove the line.",
    ),
    "odd_phone": (
        "« {value} » est un numéro écrit autrement qu'ici. Écrivez : {expected}",
        "“{value}” is a number that is written otherwise here. Write: {expected}",
    ),
    "unseen_in_phone": (
        "Ce numéro contient un signe invisible ({value}) : un téléphone ne l'appellerait pas. Effacez-le et retapez : {expected}",
        "This number holds an invisible sign ({value}): no telephone would call it. Delete it and type it again: {expected}",
    ),
}
