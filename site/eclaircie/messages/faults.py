"""What is wrong with a file, said to the person who wrote it: where, what, and how to mend it.

Every sentence stands here in French and in English; the code that finds a fault only names it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, TypeVar

from .command_lines import python
from .signs import shown
from .tongues import Tongue

SETTINGS_FILE = "site.yaml"

SHOWN = 10
"""How many faults of a kind are shown; one mistake can have hundreds of the same, and would be lost among them."""

CAUSES = frozenset(
    {"no_folder", "empty_folder", "no_home", "renamed", "path_not_plain", "not_markdown", "copy_of_file"}
)
"""The faults, besides those of files that cannot be read, from which others follow."""


@dataclass(frozen=True)
class Fault:
    """One fault. code: its name in SENTENCES or REMARKS. file, line: where it is. values: what its sentence names."""

    code: str
    file: Path
    line: int
    values: tuple[tuple[str, Any], ...] = ()

    @property
    def is_remark(self) -> bool:
        """A remark is shown but does not keep the site from being built."""
        return self.code in REMARKS

    def sentence(self, tongue: Tongue = "fr") -> str:
        """The fault and its remedy, in one or two sentences."""
        french, english = (REMARKS if self.is_remark else SENTENCES)[self.code]
        named = {key: shown(value) if isinstance(value, str | Path) else value for key, value in self.values}
        return (french if tongue == "fr" else english).format(**{"hint": "", "python": python(), **named})

    def kind(self, tongue: Tongue = "fr") -> str:
        """What all faults of this kind have in common: their sentence without its remedy, `…` for what it names."""
        french, english = (REMARKS if self.is_remark else SENTENCES)[self.code]
        general = re.sub(r"\{\w+\}", "…", (french if tongue == "fr" else english).replace("{hint}", ""))
        return re.split(r"(?<=[.?!…:]) (?=[A-ZÀ-Ý])", general, maxsplit=1)[0].rstrip(" .:")

    def told(self, root: Path, tongue: Tongue = "fr") -> str:
        """Where it is and its sentence, as a terminal shows them. root: as for `where`."""
        return f"{self.where(root)}  {self.sentence(tongue)}"

    def where(self, root: Path | None = None) -> str:
        """`file:line`, the file relative to `root` where it lies in it."""
        file = self.file
        if root and file.is_relative_to(root):
            file = file.relative_to(root)
        return f"{shown(file)}:{self.line}"


class Faults:
    """The faults found so far; a reader goes on after one, so that a writer sees them all at once.

    They come in the order in which they are best mended: what keeps a French file from being read, for much else may
    follow from it; what is wrong in French files and in the settings; translations; the words of the interface.

    content: the folder of all content, which tells French files from the others.
    unread: the files of which a fault was added because they cannot be read.
    """

    def __init__(self, content: Path | None = None) -> None:
        self._all: dict[Fault, None] = {}
        self.content = content
        self.unread: set[Path] = set()

    def add(self, code: str, file: Path, line: int, **values: Any) -> None:
        """Note a fault; the same one twice counts once."""
        self._all[Fault(code, file, line, tuple(sorted(values.items())))] = None

    def take_back(self, fault: Fault) -> None:
        """Forget a fault, in the place of which another one tells more."""
        self._all.pop(fault, None)

    def __iter__(self) -> Iterator[Fault]:
        return iter(sorted(self._all, key=self._order))

    def _order(self, fault: Fault) -> tuple[int, bool, str, int, str]:
        group = 0
        if self.content:
            within = fault.file.relative_to(self.content).parts if fault.file.is_relative_to(self.content) else ("",)
            group = 0 if within[:1] in ((), ("fr",), (SETTINGS_FILE,)) else 1 if within[0] else 2
        follows = fault.file not in self.unread and fault.code not in CAUSES
        return group, follows, str(fault.file), fault.line, fault.code

    def __len__(self) -> int:
        return len(self._all)

    @property
    def errors(self) -> list[Fault]:
        """Those that keep the site from being built."""
        return [fault for fault in self if not fault.is_remark]

    @property
    def remarks(self) -> list[Fault]:
        """Those that only ask for attention."""
        return [fault for fault in self if fault.is_remark]


class _OfAKind(Protocol):
    """A fault, or what is made of one."""

    @property
    def code(self) -> str: ...


_Kind = TypeVar("_Kind", bound=_OfAKind)


def shortened(faults: Iterable[_Kind]) -> tuple[list[_Kind], list[tuple[_Kind, int]]]:
    """At most SHOWN faults of each kind, in their order; and for each kind that has more its first, and how many are left."""
    counts: Counter[str] = Counter()
    shown_faults: list[_Kind] = []
    first: dict[str, _Kind] = {}
    for fault in faults:
        counts[fault.code] += 1
        first.setdefault(fault.code, fault)
        if counts[fault.code] <= SHOWN:
            shown_faults.append(fault)
    return shown_faults, [(first[code], count - SHOWN) for code, count in counts.items() if count > SHOWN]


SENTENCES: dict[str, tuple[str, str]] = {
    # The file
    "unreadable": (
        "Ce fichier ne peut pas être lu ({reason}). Vérifiez qu'il est là et que vous avez le droit de l'ouvrir.",
        "This file cannot be read ({reason}). Check that it is there and that you may open it.",
    ),
    "too_big": (
        "Ce fichier est trop gros ({size} octets, au plus {largest}). Coupez-le en plusieurs pages.",
        "This file is too big ({size} bytes, at most {largest}). Split it into several pages.",
    ),
    "too_long": (
        "Ce passage est trop long ({size} signes, au plus {largest}). Coupez-le avec une ligne vide.",
        "This passage is too long ({size} characters, at most {largest}). Split it with an empty line.",
    ),
    "too_many_brackets": (
        "Ce paragraphe a trop de crochets « [ » (au plus {largest}). Coupez-le avec une ligne vide.",
        "This paragraph has too many brackets “[” (at most {largest}). Split it with an empty line.",
    ),
    "not_utf8": (
        "Cette ligne n'est pas du texte en UTF-8. Enregistrez le fichier avec l'encodage « UTF-8 ».",
        "This line is not UTF-8 text. Save the file with the encoding “UTF-8”.",
    ),
    "utf16": (
        "Ce fichier est enregistré en UTF-16 (« Unicode »). Enregistrez le fichier avec l'encodage « UTF-8 ».",
        "This file is saved as UTF-16 (“Unicode”). Save it with the encoding “UTF-8”.",
    ),
    "control_sign": (
        "Cette ligne contient un caractère invisible interdit. Effacez la ligne et retapez-la.",
        "This line holds a forbidden invisible character. Delete the line and type it again.",
    ),
    "merge_unfinished": (
        "Deux versions se suivent ici, et git attend votre choix. Gardez la bonne, puis ôtez les lignes « <<<<<<< », "
        "« ======= » et « >>>>>>> ».",
        "Two versions stand here, and git waits for your choice. Keep the right one, then take out the lines “<<<<<<<”, "
        "“=======” and “>>>>>>>”.",
    ),
    "outside": (
        "Ce raccourci mène hors de son dossier. Remplacez-le par un vrai fichier.",
        "This link leads out of its folder. Replace it with a real file.",
    ),
    "path_not_plain": (
        "Le nom « {name} » ne convient pas à une adresse. Prenez des minuscules sans accent, des chiffres et des tirets{hint}.",
        "The name “{name}” does not suit an address. Use plain lower-case letters, digits and hyphens{hint}.",
    ),
    "not_markdown": (
        "Ce fichier n'est pas une page. Seuls les fichiers « .md » ont leur place ici : renommez-le{hint} ou retirez-le.",
        "This file is no page. Only “.md” files belong here: rename{hint} or remove it.",
    ),
    "two_files": (
        "La page {address} a déjà un fichier : {other}. Gardez l'un des deux.",
        "The page {address} already has a file: {other}. Keep one of the two.",
    ),
    # The folders
    "no_folder": (
        "Le dossier du contenu n'est pas là. A-t-il été renommé ou déplacé ? Remettez-le à cet endroit.",
        "The content folder is not there. Was it renamed or moved? Put it back at this place.",
    ),
    "empty_folder": (
        "Le dossier du contenu français ne contient aucune page. A-t-il été vidé ? Reprenez la dernière version enregistrée.",
        "The folder of French content holds no page. Was it emptied? Take the last saved version.",
    ),
    "no_home": (
        "La page d'accueil manque. Créez ce fichier avec « genre: accueil » dans son en-tête.",
        "The home page is missing. Create this file with “genre: accueil” in its header.",
    ),
    "renamed": (
        "Cette page s'appelait « {value} ». {count} endroit(s) la cherchent encore sous ce nom : {places}. "
        "Rendez au fichier son ancien nom, ou mettez le nouveau (« {expected} ») partout, traductions comprises.",
        "This page was called “{value}”. {count} place(s) still look for it by that name: {places}. "
        "Give the file its former name, or put the new one (“{expected}”) everywhere, translations included.",
    ),
    "copy_of_file": (
        "Ce fichier semble une copie de « {expected} ». Retirez-le, ou donnez-lui un nom à lui si c'est une autre page.",
        "This file looks like a copy of “{expected}”. Remove it, or give it a name of its own if it is another page.",
    ),
    "unknown_language": (
        "Ce dossier n'est d'aucune langue connue. Connues : {known}. Renommez-le, ou ajoutez la langue (voir le README).",
        "This folder is of no known language. Known: {known}. Rename it, or add the language (see the README).",
    ),
    "no_french": (
        "Cette traduction n'a pas de page française.{hint} Créez {expected}, ou retirez la traduction.",
        "This translation has no French page.{hint} Create {expected}, or remove the translation.",
    ),
    # The header
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
    "unknown_key": (
        "La clé « {key} » n'existe pas ici.{hint} Les clés possibles : {known}.",
        "There is no key “{key}” here.{hint} Possible keys: {known}.",
    ),
    "fact_in_translation": (
        "« {key} » est un fait : il s'écrit une seule fois, dans le fichier français. Retirez cette ligne de la traduction.",
        "“{key}” is a fact: it is written once, in the French file. Remove this line from the translation.",
    ),
    "missing_key": (
        "Il manque « {key} » dans l'en-tête. Ajoutez une ligne « {key}: … ».",
        "“{key}” is missing from the header. Add a line “{key}: …”.",
    ),
    "empty_value": (
        "« {key} » est vide. Écrivez une valeur ou retirez la ligne.",
        "“{key}” is empty. Write a value or remove the line.",
    ),
    "long_value": (
        "« {key} » est trop long ({value} signes). Gardez l'essentiel et mettez le reste dans le texte de la page.",
        "“{key}” is too long ({value} characters). Keep what matters and put the rest into the text of the page.",
    ),
    "wrong_text": (
        "« {key} » doit être un texte sur une ligne, pas une liste.",
        "“{key}” must be a text on one line, not a list.",
    ),
    "wrong_list": (
        "« {key} » doit être une liste : une ligne « - … » par élément, ou [a, b].{hint}",
        "“{key}” must be a list: a line “- …” for each item, or [a, b].{hint}",
    ),
    "wrong_mapping": (
        "« {key} » doit contenir des lignes « clé: valeur » décalées.",
        "“{key}” must hold indented lines “key: value”.",
    ),
    "wrong_choice": (
        "« {value} » n'est pas une valeur de « {key} ».{hint} Choisissez parmi : {known}.",
        "“{value}” is no value of “{key}”.{hint} Choose among: {known}.",
    ),
    "bad_date": (
        "« {value} » n'est pas une date telle qu'on l'écrit ici. Mettez l'année, le mois et le jour : {expected}",
        "“{value}” is no date as it is written here. Put year, month and day: {expected}",
    ),
    "future_date": (
        "« {key} » est dans le futur ({value}). Corrigez l'année ou le mois.",
        "“{key}” is in the future ({value}). Correct the year or the month.",
    ),
    "bad_count": (
        "« {value} » n'est pas un nombre entier. Écrivez par exemple : 12.",
        "“{value}” is no whole number. Write for instance: 12.",
    ),
    "bad_yes": ("« {value} » : écrivez oui ou non.", "“{value}”: write oui or non."),
    "bad_amount": (
        "« {value} » n'est pas un montant. Écrivez des euros avec une virgule et deux chiffres : {expected}",
        "“{value}” is no amount. Write euros with a comma and two digits: {expected}",
    ),
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
    "no_contact": (
        "Cette ligne n'a ni numéro, ni SMS, ni messagerie, ni site. Ajoutez au moins l'un d'eux.",
        "This line has no number, SMS, chat or site. Add at least one.",
    ),
    "nothing_to_confirm": (
        "« {value} » est dans « a_confirmer » mais n'est pas dans l'en-tête. Retirez-le de la liste ou ajoutez le fait.",
        "“{value}” is in “a_confirmer” but not in the header. Take it off the list or add the fact.",
    ),
    "no_source": (
        "Cette fiche porte des faits sans dire d'où ils viennent. Ajoutez « {key} ».",
        "This file carries facts without saying where they come from. Add “{key}”.",
    ),
    "doubt_on_emergency": (
        "On ne met jamais de doute à côté d'un numéro de secours. Retirez « a_confirmer ».",
        "No doubt may stand beside an emergency number. Remove “a_confirmer”.",
    ),
    "wrong_national": (
        "« {value} » n'est pas le bon numéro. Écrivez : {key}: \"{expected}\". C'est celui que donne {source}",
        '“{value}” is not the right number. Write: {key}: "{expected}". It is the one that {source} gives.',
    ),
    "no_national": (
        'Il manque le numéro de cette ligne nationale. Ajoutez : {key}: "{expected}". C\'est celui que donne {source}',
        'The number of this national line is missing. Add: {key}: "{expected}". It is the one that {source} gives.',
    ),
    "extra_national": (
        "Cette ligne nationale n'a pas de « {key} » connu, et « {value} » n'a pas été confirmé. Retirez la ligne « {key} », "
        "ou mettez ce numéro dans une fiche à lui. Pour vérifier : {source}",
        "This national line has no known “{key}”, and “{value}” was not confirmed. Remove the line “{key}”, "
        "or put this number into a file of its own. To check: {source}",
    ),
    "emergency_fact": (
        "Un numéro de secours répond jour et nuit, est gratuit et n'apparaît pas sur la facture. Écrivez : {key}: {expected}",
        "An emergency number answers day and night, is free and is on no bill. Write: {key}: {expected}",
    ),
    "dock_missing": (
        "Il manque la fiche « {name} » : toutes les pages montrent son bouton ({expected}). Remettez ce fichier, avec le {expected}.",
        "The file “{name}” is missing: every page shows its button ({expected}). Put this file back, with {expected}.",
    ),
    "dock_renamed": (
        "Cette fiche porte le {expected}, que toutes les pages montrent : le site la cherche sous le nom « {name} ». "
        "Renommez ce fichier en {name}.md.",
        "This file has {expected}, which every page shows: the site looks for it under the name “{name}”. "
        "Rename this file to {name}.md.",
    ),
    "dock_kind": (
        "Toutes les pages montrent cette fiche comme bouton d'appel ({expected}). Écrivez « genre: ligne ».",
        "Every page shows this file as a button to call ({expected}). Write “genre: ligne”.",
    ),
    "bad_entrance": (
        "« {value} » n'est pas une adresse courte, ou elle existe déjà. Écrivez une barre puis des lettres ou des chiffres, comme /k7, "
        "qui ne soit ni une langue, ni une page, ni un fichier du site.",
        "“{value}” is no short address, or it exists already. Write a slash and letters or digits, such as /k7, "
        "that is no language, page or file of the site.",
    ),
    "exit_reveals": (
        "« {word} », dans « {key} », se lirait dans l'historique. Choisissez un site ordinaire, comme celui d'un musée.",
        "“{word}”, in “{key}”, would be read in the history. Choose an ordinary site, such as a museum's.",
    ),
    "exit_is_site": (
        "« {value} » est votre propre site : « Quitter » y ramènerait. Choisissez un autre site, comme celui d'un musée.",
        "“{value}” is your own site: leaving would lead back to it. Choose another site, such as a museum's.",
    ),
    "exit_is_help": (
        "« {value} » est un site d'aide que vos pages nomment ({name}). « Quitter » doit mener ailleurs : choisissez un site "
        "ordinaire, comme celui d'un musée.",
        "“{value}” is a site of help that your pages name ({name}). Leaving must lead elsewhere: choose an ordinary site, "
        "such as a museum's.",
    ),
    "same_exits": (
        "En « {tag} », « sortie_de_secours » mène au même site que « sortie » ({value}) : si l'un ne répond pas, l'autre non plus. "
        "Choisissez un autre site.",
        "In “{tag}”, “sortie_de_secours” leads to the same site as “sortie” ({value}): where one does not answer, neither "
        "does the other. Choose another site.",
    ),
    "bad_site_address": (
        "« {value} » ne convient pas à l'adresse d'un site. Prenez des lettres sans accent, des chiffres et des tirets, comme https://example.org/aide/",
        "“{value}” does not suit the address of a site. Use plain letters, digits and hyphens, such as https://example.org/aide/",
    ),
    "number_in_settings": (
        "« {value} » est un numéro au milieu de mots. Mettez-le dans « telephone » ; ici, seulement des mots.",
        "“{value}” is a number among words. Put it into “telephone”; here, words only.",
    ),
    # Discretion
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
    # The text
    "no_text": (
        "La page n'a pas de texte. Écrivez-le sous l'en-tête.",
        "The page has no text. Write it below the header.",
    ),
    "title_in_text": (
        "Un titre « # » est déjà fait avec « titre ». Utilisez « ## » pour un sous-titre.",
        "The “#” title is already made from “titre”. Use “##” for a subtitle.",
    ),
    "too_deep": (
        "Cette ligne est trop décalée. Une liste dans une liste suffit : coupez la page en plusieurs parties.",
        "This line is indented too far. A list within a list is enough: split the page into parts.",
    ),
    "html": (
        "Le HTML « {value} » n'est pas permis. Écrivez le texte sans balise, avec la mise en forme du guide.",
        "The HTML “{value}” is not allowed. Write the text without tags, with the guide's formatting.",
    ),
    "lost_link": (
        "« {value} » n'est pas un lien : ces signes seraient montrés tels quels. Écrivez [texte](page:nom), sans espace dans l'adresse ni avant la parenthèse.",
        "“{value}” is no link: these signs would be shown as they are. Write [text](page:name), without a blank in the address or before the bracket.",
    ),
    "lost_sign": (
        "Dans « {value} », des signes de mise en forme seraient montrés tels quels. Retirez-les ; pour montrer un signe, mettez « \\ » devant.",
        "In “{value}”, signs of formatting would be shown as they are. Remove them; to show a sign, put “\\” before it.",
    ),
    "lost_in_value": (
        "« {key} » est montré sans mise en forme : les signes de « {value} » se verraient. Retirez-les.",
        "“{key}” is shown without formatting: the signs of “{value}” would be seen. Remove them.",
    ),
    "lost_note": (
        "« {value} » est une écriture d'un autre outil, qui serait montrée telle quelle. Écrivez une phrase, ou une citation « > ».",
        "“{value}” is another tool's way of writing, and would be shown as it is. Write a sentence, or a quote “>”.",
    ),
    "lost_box": (
        "Une case à cocher « {value} » serait montrée telle quelle. Écrivez « - » puis le texte.",
        "A box to tick, “{value}”, would be shown as it is. Write “-” and then the text.",
    ),
    "lost_code": (
        "« {value} » ouvre un bloc de code, qui n'existe pas ici. Retirez cette ligne et celle qui le ferme.",
        "“{value}” opens a block of code, which does not exist here. Remove this line and the one that closes it.",
    ),
    "lost_list": (
        "Ces lignes (« {value} ») se suivraient sur une seule. Commencez chacune par « - », ou par « 1. », « 2. »…",
        "These lines (“{value}”) would run on in one. Begin each with “-”, or with “1.”, “2.”…",
    ),
    "lost_table": (
        "Cette ligne du tableau n'a pas autant de cases que la première ({value}). Ajoutez ou retirez un « | ».",
        "This row of the table does not have as many cells as the first ({value}). Add or remove a “|”.",
    ),
    "lost_rule": (
        "Cette ligne « {value} » ferait un titre de ce qui la précède. Pour un trait, mettez une ligne vide avant ; pour un titre, écrivez « ## ».",
        "This line “{value}” would make a title of what stands above. For a rule, put an empty line before it; for a title, write “##”.",
    ),
    "small_title": (
        "Un sous-titre « {value} » est trop petit pour être montré. Prenez « ## » ou « ### ».",
        "A subtitle “{value}” is too small to be shown. Take “##” or “###”.",
    ),
    "image": (
        "Les images ne sont pas permises dans le texte. Décrivez avec des mots.",
        "Images are not allowed in the text. Say it in words.",
    ),
    "link_definition": (
        "Écrivez l'adresse dans le lien lui-même : [texte](adresse).",
        "Write the address in the link itself: [text](address).",
    ),
    "bad_link": (
        "Le lien « {value} » n'est pas permis. Un lien commence par page:, fiche:, site: ou https://.",
        "The link “{value}” is not allowed. A link begins with page:, fiche:, site: or https://.",
    ),
    "phone_link": (
        "Un numéro ne se met pas à la main dans un lien. Utilisez [](fiche:nom/numero), où « nom » est sa fiche.",
        "A number is not put into a link by hand. Use [](fiche:name/numero), where “name” is its file.",
    ),
    "no_page": (
        "La page « {value} » n'existe pas.{hint} Corrigez le lien ou créez la page.",
        "There is no page “{value}”.{hint} Correct the link or create the page.",
    ),
    "no_fiche": (
        "Aucune fiche ne s'appelle « {value} ».{hint} Les fiches sont les fichiers des lignes et des aides.",
        "No file of a helpline or an aid is called “{value}”.{hint} Such files are those of lines and aids.",
    ),
    "bar_too_long": (
        "« barre » a trop de noms : {count} au plus tiennent sur un petit écran. Gardez les plus utiles.",
        "“barre” has too many names: a small screen holds {count}. Keep the most useful ones.",
    ),
    "bar_no_emergency": (
        "« barre » n'a pas « {value} » : en danger, il faut pouvoir appeler. Ajoutez ce nom, en premier.",
        "“barre” lacks “{value}”: in danger one must be able to call. Add this name, first.",
    ),
    "bar_no_number": (
        "La fiche « {value} » n'a pas de « {key} » : rien à montrer dans la barre. Retirez ce nom ou complétez la fiche.",
        "The file “{value}” has no “{key}”: there is nothing to show in the bar. Remove this name or complete the file.",
    ),
    "bar_elsewhere": (
        "D'après sa fiche, il n'est pas sûr que « {value} » réponde ici. Retirez ce nom de « barre », ou vérifiez le"
        " numéro puis complétez « territoires » ou « a_confirmer » dans la fiche.",
        "By its file it is not sure that “{value}” answers here. Remove this name from “barre”, or check the number and"
        " then complete “territoires” or “a_confirmer” in the file.",
    ),
    "no_field": (
        "La fiche « {value} » n'a pas de « {key} ». Retirez ce lien ou complétez la fiche.",
        "The file “{value}” has no “{key}”. Remove this link or complete the file.",
    ),
    "not_alone": (
        "« {value} » doit être seul dans son paragraphe. Mettez une ligne vide avant et après.",
        "“{value}” must stand alone in its paragraph. Put an empty line before and after.",
    ),
    "no_block": (
        "« {value} » n'est pas un bloc du site. Choisissez parmi : {known}.",
        "“{value}” is no block of the site. Choose among: {known}.",
    ),
    "guide_parts": (
        "Un guide de navigateur a deux parties « ## » : retirer une seule ligne, puis ouvrir une fenêtre privée. Il y en a {count}.",
        "A guide to a browser has two “##” parts: removing a single line, then opening a private window. There are {count}.",
    ),
    "block_in_guide": (
        "Un guide ne peut pas montrer « site:{value} ». Mettez ce bloc dans la page qui montre les guides.",
        "A guide cannot show “site:{value}”. Put this block in the page that shows the guides.",
    ),
    "two_fiches": (
        "Deux fiches s'appellent « {value} » : celle-ci et {other}. Renommez-en une.",
        "Two files are called “{value}”: this one and {other}. Rename one.",
    ),
    "number_in_text": (
        "Le numéro « {value} » est écrit à la main. Mettez [](fiche:nom/numero) à sa place : il restera juste s'il change.",
        "The number “{value}” is written by hand. Put [](fiche:name/numero) instead: it stays right when it changes.",
    ),
    "other_number": (
        "Les mots de ce lien disent « {value} », mais il mène à un autre numéro ({expected}). Changez les mots ou le lien.",
        "The words of this link say “{value}”, but it leads to another number ({expected}). Change the words or the link.",
    ),
    "no_knowledge_part": (
        "Une démarche doit avoir la partie « ## Ce que l'autre personne peut apprendre, et quand ». Ajoutez-la.",
        "A procedure must have the part “## Ce que l'autre personne peut apprendre, et quand”. Add it.",
    ),
    # Translations
    "missing_heading": (
        "Il manque ici la partie « {value} » du français (ligne {at}). Traduisez-la, titre compris.",
        "The part “{value}” of the French (line {at}) is missing here. Translate it, heading included.",
    ),
    "extra_heading": (
        "La partie « {value} » n'est pas dans le français. Retirez ce titre, ou ajoutez d'abord la partie au français.",
        "The French has no part “{value}”. Remove this heading, or add the part to the French first.",
    ),
    "other_level": (
        "Le titre « {value} » commence par « {level} », et en français par « {expected} ». Mettez « {expected} ».",
        "The heading “{value}” begins with “{level}”, and in French with “{expected}”. Put “{expected}”.",
    ),
    "missing_link": (
        "Il manque ici « {value} », qui est en français à la ligne {at}. Recopiez ce lien à la même place.",
        "“{value}”, which the French has on line {at}, is missing here. Copy this link to the same place.",
    ),
    "extra_link": (
        "« {value} » n'est pas à cette place en français. Retirez ce lien, ou ajoutez-le d'abord au français.",
        "“{value}” is not at this place in French. Remove this link, or add it to the French first.",
    ),
    "lost_card": (
        "En français, « {value} » est seul dans son paragraphe. Mettez une ligne vide avant et après.",
        "In French, “{value}” stands alone in its paragraph. Put an empty line before and after.",
    ),
    "in_sentence": (
        "En français, « {value} » est dans une phrase. Mettez-le dans la phrase ici aussi.",
        "In French, “{value}” stands in a sentence. Put it into the sentence here, too.",
    ),
    "other_tables": (
        "Tableaux, en lignes × colonnes : {value} ici, {expected} en français. Recopiez chaque ligne et chaque colonne.",
        "Tables, as rows × columns: {value} here, {expected} in French. Copy each row and each column.",
    ),
    "lost_items": (
        "Éléments des listes : {value} ici, {expected} en français. Traduisez chaque élément, dans le même ordre.",
        "Items of the lists: {value} here, {expected} in French. Translate each item, in the same order.",
    ),
    "unproved_review": (
        "« relu_par », « relu_le » et « relu_de » vont ensemble : rien ne dit ici quel texte a été relu. "
        'Retirez-les, ou après relecture : {python} -m eclaircie relu {file_name} --par "…"',
        "“relu_par”, “relu_le” and “relu_de” go together: nothing tells which text was reviewed. "
        'Remove them, or after a review: {python} -m eclaircie relu {file_name} --par "…"',
    ),
    "reviewer_name": (
        "« {value} » nomme peut-être une personne. Écrivez des initiales (M. D.), ou une organisation (association Exemple).",
        "“{value}” may name a person. Write initials (M. D.), or an organisation (association Example).",
    ),
    # Local files
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
    # The words of the interface
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
        "Les mots de l'interface en {name} manquent. Créez ce fichier avec « make messages ».",
        "The words of the interface in {name} are missing. Create this file with “make messages”.",
    ),
}

REMARKS: dict[str, tuple[str, str]] = {
    "old": (
        "Vérifié le {value} : c'est trop ancien. La page dit « à confirmer ». Comparez avec les sources, puis changez « verifie_le ».",
        "Checked on {value}: too long ago. The page says “to be confirmed”. Compare with the sources, then change “verifie_le”.",
    ),
    "due": (
        "Vérifié le {value} : c'est son tour. Comparez avec les sources, puis changez « verifie_le ».",
        "Checked on {value}: its turn has come. Compare with the sources, then change “verifie_le”.",
    ),
    "past": (
        "Cette actualité est finie depuis le {value} : elle n'est plus montrée. Retirez le fichier ou changez ses dates.",
        "This piece of news ended on {value}: it is shown no more. Remove the file or change its dates.",
    ),
    "to_verify": ("À confirmer avant de publier : {value}", "To be confirmed before publication: {value}"),
    "to_review": (
        "Ce conseil de sécurité n'a pas encore été relu par une association spécialisée.",
        "This safety advice has not yet been reviewed by a specialist association.",
    ),
    "untried": (
        "Ces étapes n'ont pas été essayées sur un vrai appareil. Essayez-les, puis ajoutez « essaye_le ».",
        "These steps were not tried on a real device. Try them, then add “essaye_le”.",
    ),
    "stale": (
        "Le texte français a changé depuis cette traduction. Mettez-la à jour, puis : {python} -m eclaircie traduit {file_name}",
        "The French text has changed since this translation. Update it, then: {python} -m eclaircie traduit {file_name}",
    ),
    "stale_parts": (
        "Le texte français a changé depuis cette traduction, et leurs parties diffèrent ({value}). "
        "Mettez-la à jour, puis : {python} -m eclaircie traduit {file_name}",
        "The French text has changed since this translation, and their parts differ ({value}). "
        "Update it, then: {python} -m eclaircie traduit {file_name}",
    ),
    "review_over": (
        "Le texte a changé depuis sa relecture : la page ne dit plus qu'elle est relue. "
        'Faites-la relire, puis : {python} -m eclaircie relu {file_name} --par "…"',
        "The text has changed since its review: the page no longer counts as reviewed. "
        'Have it reviewed, then: {python} -m eclaircie relu {file_name} --par "…"',
    ),
    "much_shorter": (
        "Cette traduction n'a que {value} % des lettres du français. Vérifiez que rien n'y manque.",
        "This translation has only {value} % of the letters of the French. Check that nothing is missing.",
    ),
    "fewer_paragraphs": (
        "Cette partie a {count} paragraphe(s), et {expected} en français. Vérifiez que rien n'y manque.",
        "This part has {count} paragraph(s), and {expected} in French. Check that nothing is missing.",
    ),
    "telling_address": (
        "« {word} », dans l'adresse du site, se lit dans l'historique. Choisissez un nom de domaine neutre.",
        "“{word}”, in the address of the site, can be read in the history. Choose a neutral domain name.",
    ),
    "default": (
        "« {key} » a encore sa valeur d'exemple ou n'est pas rempli. Mettez la vôtre avant de publier.",
        "“{key}” still has its example value or is empty. Put your own before you publish.",
    ),
}
