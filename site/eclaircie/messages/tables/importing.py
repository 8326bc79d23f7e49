"""Why a record of a public directory, or a fact of one, is not taken: what stands before the kinds or fields it concerns."""

SENTENCES: dict[str, tuple[str, str]] = {
    # Kinds of records that are left out
    "unread_every_commune": (
        "Une dans presque chaque commune, les pages disent d'y demander",
        "One in nearly every town, pages say to ask there",
    ),
    "unread_no_counter": ("Le public n'y est pas reçu", "The public is not received there"),
    "unread_within_court": (
        "Dans la même maison que le tribunal, qui y conduit",
        "In the same house as the court, whose reception leads there",
    ),
    "unread_other_justice": ("Un autre juge, ou d'autres affaires", "Another judge, or other matters"),
    "unread_prison": ("Prisons et suivi des peines", "Prisons and sentences"),
    "unread_other_matter": (
        "Un autre sujet, que d'autres pages disent mieux",
        "Another matter, that other pages tell better",
    ),
    "unread_no_help": ("Sans rapport avec le sujet", "Has nothing to do with the subject"),
    "unread_unknown_kind": ("Sorte que le site ne connaît pas", "A kind that the site does not know"),
    "unread_other_theme": ("Services sur un autre sujet", "Services on another subject"),
    # Records of a kind that helps
    "unread_shelter": (
        "Hébergements : rien n'en est gardé, pas même le nom",
        "Shelters: nothing of them is kept, not even the name",
    ),
    "unread_support_group": (
        "Groupes de parole : le lieu se dit à l'inscription",
        "Support groups: the place is told on registration",
    ),
    "unread_those_who_harm": ("Pour les auteurs de violences", "For those who use violence"),
    "unread_hospital_without_umj": (
        "Hôpitaux, sans mention de médecins légistes",
        "Hospitals, forensic doctors not mentioned",
    ),
    "unread_not_published": ("L'annuaire ne les montre pas", "The directory does not show them"),
    "unread_no_place": ("Sans commune que l'on reconnaisse", "No town that can be recognised"),
    "unread_no_way": ("Sans moyen de les joindre", "No way to reach them"),
    "unread_professionals_only": ("Pour les professionnels seulement", "For professionals only"),
    "unread_elsewhere": ("Dans un autre département", "In another département"),
    # Facts
    "unread_mobile": ("Numéros de portable", "Mobile numbers"),
    "unread_person": ("Dit le nom d'une personne", "Tells the name of a person"),
    "unread_personal_email": ("Courriels de personnes", "E-mail addresses of persons"),
    "unread_fax": ("Télécopies", "Fax numbers"),
    "unread_not_for_public": ("Numéros réservés aux professionnels", "Numbers for professionals"),
    "unread_national_number": (
        "Numéros nationaux, qui ont leur page",
        "National numbers, which have pages of their own",
    ),
    "unread_paid_number": ("Numéros surtaxés", "Numbers that are charged extra"),
    "unread_odd_number": ("Ne se lit pas comme un numéro", "Cannot be read as a number"),
    "unread_other_number": (
        "Autres numéros, un seul est montré",
        "Other numbers, one alone is shown",
    ),
    "unread_switchboard": (
        "Le numéro pris est celui d'un standard",
        "The number taken is that of a switchboard",
    ),
    "unread_odd_email": ("Ne se lit pas comme un courriel", "Cannot be read as an e-mail address"),
    "unread_other_email": ("Autres courriels, un seul est montré", "Other e-mail addresses, one alone is shown"),
    "unread_not_https": (
        "Sites que d'autres peuvent lire en chemin (http)",
        "Sites that others can read on the way (http)",
    ),
    "unread_odd_address": ("Ne se lit pas comme l'adresse d'un site", "Cannot be read as the address of a site"),
    "unread_in_shelter": (
        "Adresses dans un hébergement, jamais montrées",
        "Addresses in a shelter, never shown",
    ),
    "unread_not_received_there": (
        "Adresses où l'on n'est pas reçu, ou d'une association qui héberge aussi",
        "Addresses where nobody is received, or of those who also offer beds",
    ),
    "unread_moves_about": ("Guichets qui se déplacent, sans adresse", "Counters that move about, without an address"),
    "unread_post_box": ("Adresses pour le courrier seulement", "Addresses for letters only"),
    "unread_odd_position": ("Place impossible sur la carte", "Impossible place on the map"),
    "unread_on_demand": (
        "Accessible « sur demande », sans dire comment",
        "Accessible “on demand”, without saying how",
    ),
    "unread_odd_value": ("Valeur que le site ne connaît pas", "A value that the site does not know"),
    "unread_odd_hours": (
        "Horaires qui ne tiennent pas dans une semaine ordinaire",
        "Hours that do not fit into an ordinary week",
    ),
    # Records that cannot be read
    "unread_no_record": ("ce n'est pas une fiche", "this is no record"),
    "unread_no_json": ("la ligne n'est pas du JSON", "the line is no JSON"),
    "unread_no_row": ("la ligne n'a pas le bon nombre de cases", "the row does not have the right number of cells"),
    "unread_no_directory": ("d'aucun annuaire connu", "of no known directory"),
    "unread_bad_field": ("un champ ne se lit pas :", "a field cannot be read:"),
}
