"""Which kinds of counters help here, and why others are left out.

Source of the names of kinds: `pivot.type_service_local` of « Spécifications base de données locales » v1.2 (DILA), and the
dataset `api-lannuaire-administration`; themes and networks of data·inclusion: data-inclusion-schema 1.0.10. A kind that
stands in neither table is counted and named, and nothing of it is taken.
"""

from typing import NamedTuple

from .record import Why


class Kept(NamedTuple):
    """What a kind is to us. type, offers, audience: keys of our choices. label: what it is called where a name must be made."""

    type: str
    label: str
    offers: tuple[str, ...]
    audience: tuple[str, ...] = ("tout_le_monde",)


_JUSTICE = ("plainte",)
_POINT = Kept("point_justice", "Point-justice", _JUSTICE)
_SOCIAL = Kept("service_social", "Service social", ("parler", "enfants", "argent"))
_HOSPITAL = Kept("umj", "Unité médico-judiciaire", ("sante", "plainte"))

KEPT: dict[str, Kept] = {
    "commissariat_police": Kept("commissariat", "Commissariat", ("plainte",)),
    "gendarmerie": Kept("gendarmerie", "Gendarmerie", ("plainte",)),
    "cidf": Kept("cidff", "CIDFF", ("parler", "plainte")),
    "cidff": Kept("cidff", "CIDFF", ("parler", "plainte")),
    "aav": Kept("france_victimes", "Aide aux victimes", ("parler", "plainte")),
    "bav": Kept("france_victimes", "Bureau d'aide aux victimes", ("plainte",)),
    "mjd": Kept("point_justice", "Maison de justice et du droit", _JUSTICE),
    "antenne_justice": Kept("point_justice", "Antenne de justice", _JUSTICE),
    "point_justice": _POINT,
    "permanence_juridique": _POINT,
    "cdad": Kept("point_justice", "Conseil départemental de l'accès au droit", _JUSTICE),
    "tgi": Kept("tribunal", "Tribunal judiciaire", _JUSTICE),
    "ti": Kept("tribunal", "Tribunal de proximité", _JUSTICE),
    "ordre_avocats": Kept("avocats", "Ordre des avocats", _JUSTICE),
    "caf": Kept("caf", "CAF", ("argent",)),
    "msa": Kept("caf", "MSA", ("argent",)),
    "cg": Kept("service_social", "Conseil départemental", ("parler", "enfants", "argent")),
    "maison_metropole_lyon": Kept("service_social", "Maison de la Métropole", ("parler", "enfants", "argent")),
    "mds": _SOCIAL,
    "sdsei": _SOCIAL,
    "edas": _SOCIAL,
    "permanence_sociale": _SOCIAL,
    "pmi": Kept("pmi", "PMI", ("sante", "enfants"), ()),
    "msap": Kept("france_services", "France Services", ("argent",)),
    "france_services": Kept("france_services", "France Services", ("argent",)),
    "adil": Kept("adil", "ADIL", ("argent",)),
    "chu": _HOSPITAL,
    "hopital": _HOSPITAL,
}
"""Kinds that help, by the directory's own name. A hospital does where its name says that it has forensic doctors."""

TOWN_HALL = "mairie"
"""Of a town hall only the point on the map is taken: what is nearest is told by it."""

_LEFT: dict[Why, str] = {
    # One in every commune, or nearly: pages say to ask at the town hall.
    "every_commune": "mairie mairie_com mairie_mobile paris_mairie paris_mairie_arrondissement epci ccas centre_social",
    # Commands and offices: nobody is received there, or only who was called.
    "no_counter": "gendarmerie_moto gendarmerie_departementale ddsp ddpn_dipn dir_pj dz_paf direction_territoriale_police "
    "paris_ppp paris_ppp_antenne paris_ppp_certificat_immatriculation paris_ppp_gesvres paris_ppp_permis_conduire "
    "pp_marseille sgami cirgn cirfa crfpn dmd bsn dd_femmes dr_femmes ddets ddcs ddcspp drjscs dcstep ddpp ars ars_antenne "
    "drihl drihl_ut rectorat inspection_academique prefecture_region cr cesr cour_appel",
    # In the same house as the court, whose reception leads there.
    "within_court": "te civi",
    # A judge or a service for another matter.
    "other_justice": "prudhommes tribunal_commerce ta caa ccd crc ctrc huissiers_justice chambre_notaires defenseur_droits "
    "commission_conciliation",
    # For those who were sentenced, and for minors in trouble with the law.
    "prison": "centre_detention centre_penitentiaire csl maison_arret maison_centrale esm spip drsp drpjj ddpjj",
    # The national lines and the pages of rights lead there; none of them knows of violence more than another.
    "other_matter": "cpam carsat urssaf cicas maison_handicapees clic accompagnement_personnes_agees maia pif cij "
    "mission_locale france_travail pole_emploi cap_emploi apec apecita afpa agefiph epide greta maison_emploi cio crous suio "
    "creps dronisep espe canope_atelier canope_dt carif_oref aract onac ofii plateforme_naturalisation prefecture sous_pref "
    "prefecture_greffe_associations pcb banque_de_france bdf credit_municipal conciliateur_fiscal fr_renov anah ademe caue "
    "urcaue point_accueil_numerique crib ddva fdc fdapp cci chambre_agriculture chambre_metier cnfpt cdg droit_travail "
    "direccte direccte_ut ssti agence_insertion crpv rrc",
    # Taxes, land, roads, sea, weather, archives: no help here.
    "no_help": "ad bibli bureau_de_douane cadastre centre_impots_fonciers dcf dd_fip dr_fip drddi hypotheque "
    "paierie_departementale paierie_regionale prs sde sie sip tresorerie ddt did_routes dir_mer dir_meteo dml draf drac dreal "
    "dreal_ut driea driea_ut driee driee_ut dtam dac cnra cerema onf safer service_navigation parc_naturel_regional sdac sdis "
    "dr_insee dir_insee drari drrt drajes sdjes ddjs inpi asn laboratoire_departemental conseil_culture fongecif",
}
LEFT_OUT = {kind: why for why, kinds in _LEFT.items() for kind in kinds.split()}
"""Kinds that are known and left out, each with its reason."""

# data·inclusion

VIOLENCE_THEME = "famille--surmonter-conflits-separation-violence"
SHELTER_THEME = "logement-hebergement--rechercher-une-solution-dhebergement-temporaire"

SHELTER_NETWORKS = frozenset({"cada", "chrs", "chu", "cph", "huda", "residences-fjt", "siao"})
"""Networks (`reseaux_porteurs`) whose houses are slept in, or who alone know where those are."""

NETWORKS: dict[str, Kept] = {
    "cidff": KEPT["cidff"],
    "points-justice": _POINT,
    "caf": KEPT["caf"],
    "mutualite-sociale-agricole": KEPT["msa"],
    "departements": _SOCIAL,
    "delegataire-conseil-departemental": _SOCIAL,
    "maisons-des-solidarites": _SOCIAL,
    "ccas-cias": _SOCIAL,
    "france-service": KEPT["msap"],
    "msap": KEPT["msap"],
}
"""What a service is by the network that carries its structure."""

BY_WORDS: tuple[tuple[str, Kept], ...] = (
    (r"cidff?", KEPT["cidff"]),
    (r"france victimes|aide aux victimes", KEPT["aav"]),
    (r"maison de justice|points? justice|acces au droit", _POINT),
    (r"accueil de jour", Kept("accueil_de_jour", "Accueil de jour", ("parler",), ())),
    (r"maison des femmes", Kept("maison_des_femmes", "Maison des femmes", ("parler", "sante"), ())),
    (r"unites? medico judiciaires?|umj", _HOSPITAL),
)
"""What a service is by words of its name, in plain letters, where no network tells."""
OF_ANY = Kept("ecoute", "Écoute et accompagnement", ("parler",), ())
"""Any other service about violence."""

OFFERS_BY_THEME: tuple[tuple[str, str], ...] = (
    ("difficultes-administratives-ou-juridiques", "plainte"),
    ("famille--soutien-a-la-parentalite", "enfants"),
    ("famille--garde-denfants", "enfants"),
    ("sante--", "sante"),
    ("difficultes-financieres--", "argent"),
    ("logement-hebergement--", "argent"),
)
"""What else is offered there, by how its themes begin."""
AUDIENCES = {"femmes": "femmes", "jeunes": "jeunes", "etudiants": "jeunes", "tous-publics": "tout_le_monde"}
"""Whom a service receives, by `publics`; others of its values say nothing that our choices say."""
COSTS = {"gratuit": "gratuit", "payant": "payant"}
