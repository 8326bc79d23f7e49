"""What is said of faults in opening hours, addresses and scales."""

SENTENCES: dict[str, tuple[str, str]] = {
    "bad_days": (
        "« {value} » : écrivez « tous », « lundi-vendredi », ou des jours séparés par des virgules.",
        "“{value}”: write “tous”, “lundi-vendredi”, or days separated by commas.",
    ),
    "two_times": (
        "« {value} » : le début et la fin vont dans deux clés. Écrivez : {expected}",
        "“{value}”: beginning and end go into two keys. Write: {expected}",
    ),
    "odd_hours": (
        "« {value} » : ces horaires ne sont pas clairs. Écrivez-les ainsi : - {{jours: lundi-vendredi, de: 09:00, a: 17:00}}",
        "“{value}”: these hours are not clear. Write them so: - {{jours: lundi-vendredi, de: 09:00, a: 17:00}}",
    ),
    "past_midnight": (
        "Ces horaires ({value}) passent minuit : il en faut deux lignes, une par jour. Écrivez : {expected}",
        "These hours ({value}) go past midnight: they need two rows, one a day. Write: {expected}",
    ),
    "bad_time": (
        "« {value} » n'est pas une heure. Écrivez par exemple 09:30 (de 00:00 à 24:00).",
        "“{value}” is no time. Write for instance 09:30 (from 00:00 to 24:00).",
    ),
    "bad_hours": (
        "Cette ligne d'horaires finit quand elle commence. Vérifiez « de » et « a ».",
        "These hours end when they begin. Check “de” and “a”.",
    ),
    "bad_tag": (
        "« {value} » n'est pas un code de langue. Exemples : fr, ar, pt, zh-Hans.",
        "“{value}” is no language code. Examples: fr, ar, pt, zh-Hans.",
    ),
    "bad_address": (
        "« {value} » n'est pas une adresse web sûre. Elle commence par https:// et n'a pas d'espace.",
        "“{value}” is no safe web address. It begins with https:// and has no space.",
    ),
    "bad_email": ("« {value} » n'est pas une adresse de courriel.", "“{value}” is no e-mail address."),
    "bad_scale": (
        "Cette ligne a {count} montants pour {bands} plafonds. Il en faut un de plus : {expected}.",
        "This row has {count} amounts for {bands} limits. One more is needed: {expected}.",
    ),
    "bad_formula": (
        "« calcul » : « {value} » ne convient pas. Chaque liste croît, et il faut une réduction de plus que de tranches, d'au plus 100 %.",
        "“calcul”: “{value}” does not fit. Each list rises, and there is one reduction more than bands, of at most 100%.",
    ),
    "formula_day": (
        "« {key} » vaut depuis le {value}. La formule prend le SMIC de l'année du RSA : celui du {expected}.",
        "“{key}” holds since {value}. The formula takes the SMIC of the year of the RSA: that of {expected}.",
    ),
    "formula_end": (
        "Ces montants changent chaque 1er avril. Écrivez : valable_jusqu_au: {expected} (ou un jour plus tôt).",
        "These amounts change each 1 April. Write: valable_jusqu_au: {expected} (or an earlier day).",
    ),
    "formula_size": (
        "« {key} » : {value} n'est pas possible à côté de « {other} ». C'est entre {low} et {high}. Relisez les deux montants, chiffre par chiffre.",
        "“{key}”: {value} is not possible beside “{other}”. It is between {low} and {high}. Read both amounts again, digit by digit.",
    ),
    "formula_former_wage": (
        "« smic_brut_actuel » vaut depuis le {value} : « smic_brut » est plus récent. Retirez la ligne « smic_brut_actuel ».",
        "“smic_brut_actuel” holds since {value}: “smic_brut” is more recent. Remove the line “smic_brut_actuel”.",
    ),
    "no_scale": (
        "« calcul » n'a pas encore de barème. Pour l'écrire : {python} -m eclaircie bareme",
        "“calcul” has no scale yet. To write it: {python} -m eclaircie bareme",
    ),
    "scale_differs": (
        "« {value} » : d'après « calcul », c'est {expected}. Corrigez « calcul » s'il se trompe, puis : "
        "{python} -m eclaircie bareme",
        "“{value}”: by “calcul”, it is {expected}. Correct “calcul” if it is wrong, then: {python} -m eclaircie bareme",
    ),
}
