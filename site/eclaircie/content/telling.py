"""What the words of a text tell that no page may tell: where a shelter is, how many it takes in, who works there.

Each function takes a text as its writer wrote it and gives the first words that tell, as `flat` makes them, or None.
Patterns are written without accents, for flat texts. They are wider than they need be: a writer who is stopped for
nothing turns a sentence round, and one who is let through shows the way to a door.
"""

import html
import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from ..places import communes, territories
from .references import LINK
from .served import intercommunality_names

_SAME = str.maketrans(
    {**dict.fromkeys("’‘ʼ´", "'"), **dict.fromkeys("‐‑‒–—−", "-"), **dict.fromkeys("|>#", " "), "œ": "oe", "Œ": "Oe"}
)


_UNSEEN = re.compile(
    "[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]"
)
"""Accents and vowel marks; hyphens and spaces that are not seen; directions."""


_MARKUP = re.compile(r"[*`~\\]|\b_+|_+\b")
_MARKUP_SIGNS = frozenset("*`~\\_")


@lru_cache(maxsize=8192)
def flat(text: str) -> str:
    """A text as it is read: no markup, accent or invisible sign; one kind of space, of hyphen and of apostrophe."""
    # Most texts have nothing to take away; each step is left out where it would find nothing.
    read = html.unescape(text) if "&" in text else text
    read = LINK.sub(r"\g<text>", read) if "](" in read else read
    letters = _without_unseen(read.translate(_SAME))
    letters = letters if _MARKUP_SIGNS.isdisjoint(letters) else _MARKUP.sub("", letters)
    return " ".join(letters.split())


def _without_unseen(text: str) -> str:
    return text if text.isascii() else _UNSEEN.sub("", unicodedata.normalize("NFKD", text))


@lru_cache(maxsize=65536)  # the preview reads everything again after each change
def _first(pattern: re.Pattern[str], text: str) -> str | None:
    found = pattern.search(flat(text))
    return found[0].strip() if found else None


# Where

_STREET_NAMES = (
    r"(?:(?:rue|ruelle|avenue|ave?|boulevard|boul|bl?v?d|chemin|impasse|allee|quai|route|rte|square|faubourg|fbg"
    r"|lotissement|lieu-dit|hameau|montee|sentier|venelle|esplanade)\b|(?:r|av|bd|pl|ch|imp)\.)"
)
_NUMBERED = r"\b\d{1,4}\s*(?:bis\b|ter\b|quater\b|[a-d]\b)?\s*,?\s*(?:de la |du |de l')?"
_OF = r"\s+(?:(?:de|du|des|la|le|les|aux?)\s+|[dl]')*"
_STREET = re.compile(
    # 12 rue des lilas; 12, place de la mairie; rue des Lilas
    rf"{_NUMBERED}{_STREET_NAMES}"
    rf"|{_NUMBERED}place\s+(?:d[eu]s?\s|d'|(?-i:[A-Z]))"
    rf"|{_NUMBERED}(?:cours|passage|voie|cite|villa|residence|promenade|parvis){_OF}(?-i:[A-Z])"
    rf"|\b(?:rue|ruelle|avenue|boulevard|bd|chemin|impasse|allee|quai|route|square|faubourg|lieu-dit|hameau|residence"
    rf"|lotissement){_OF}(?-i:[A-Z])[\w'-]*"
    # 12 Lilac Street; a street in Arabic, not "the street"
    r"|\b\d{1,4},?\s+(?:(?-i:[A-Z])[\w'-]*\s+){1,4}(?:street|road|avenue|square|lane|place)\b"
    r"|\bشارع\s+\w+"
    # 71000 Town; a post-office box; coordinates
    r"|\b\d{2}\s?\d{3}\s+(?-i:[A-Z])[\w'-]*|\b(?:bp|cs|tsa)\s?\d{2,}|\bcedex\b"
    r"|-?\b\d{1,2}[.,]\d{4,}|\b\d{1,3}\s?°\s?\d+",
    re.IGNORECASE,
)
_MAP = re.compile(r"\bmaps?\.\w|/maps?\b|\bgoo\.gl|openstreetmap|\bosm\.|\bwaze\.|what3words", re.IGNORECASE)
_WAY_IN = re.compile(r"https?:|www\.|(?<![\w.+-])[\w.+-]++@[\w-]+", re.IGNORECASE)


def street_in(text: str) -> str | None:
    """A street, a postcode with its town, coordinates, or a link to a map."""
    on_map = _MAP.search(text)
    return _first(_STREET, text) or (on_map[0] if on_map else None)


def way_in(text: str) -> str | None:
    """The address of a web page or of an e-mail box."""
    found = _WAY_IN.search(text)
    return found[0] if found else None


_ARTICLES = {"le": "le|du|au", "la": "la", "les": "les|des|aux", "l": "l"}
_LINKING = r"[ '-](?:sur|sous|en|les?|la|l|de|du|des|d|aux?|et)[ '-]"
_ALSO_WORDS = re.compile(
    "aire|appelle|aucun|avril|bonnes?|cause|celles?|cesse|change|charge|contre|corps|cours|ecole|eu|force|grand|hommes|ligne|long"
    "|maisons|mars|parent|place|portes|rue|serre|sos|son|sud|us|vers|vif|villes?|y",
    re.IGNORECASE,
)
"""Communes whose name is an ordinary word: they need a capital, and a word such as « à » before them."""
_SHORTEST = 5
"""From how many letters a name counts behind « à » without its capital."""


_SPELLED_IN_TWO_WAYS = re.compile("[ '-]+|aint")


def _proper(name: str) -> str:
    """The name of a town without its article."""
    return re.sub(r"^(?:les?|la|l)[ ']", "", name, flags=re.IGNORECASE)


def _short(proper: str) -> str:
    """« Chalon » for « Chalon-sur-Saône »: every way to write a name begins so."""
    return re.split(_LINKING, proper, maxsplit=1)[0]


@cache
def _names(territory: str) -> dict[str, str]:
    """The communes and intercommunalities of a territory, each with letters that every way to write it holds."""
    groups = (name for name in intercommunality_names(territory) if not name.isdigit())
    names = (*(flat(commune.name) for commune in communes(territory)), *groups)
    return {name: max(_SPELLED_IN_TWO_WAYS.split(_short(_proper(name)).lower()), key=len) for name in names}


@cache
def _postcodes(territory: str) -> tuple[str, ...]:
    return tuple({code: None for commune in communes(territory) for code in commune.postcodes})


@lru_cache(maxsize=1024)  # the same names come up in many texts
def _town_pattern(names: tuple[str, ...], postcodes: tuple[str, ...]) -> re.Pattern[str]:
    """Some towns as people write them, and some postcodes.

    « Chalon » is enough for Chalon-sur-Saône where a word such as « à » stands before, and « macon » behind « à ».
    """
    anywhere, after_a_word, without_capital = {"(?!)", *postcodes}, {"(?!)"}, {"(?!)"}
    for name in names:
        proper = _proper(name)
        article = name[: len(name) - len(proper)].strip(" '").lower()
        short = _short(proper)
        if article:
            anywhere.add(rf"(?:{_ARTICLES[article]})[\s']*{_capital(proper)}")
        elif _ALSO_WORDS.fullmatch(proper):
            after_a_word.add(_capital(proper))
        else:
            anywhere.add(_capital(proper))
            long = {form for form in (proper, short) if len(form) >= _SHORTEST}
            without_capital |= {_spelled(form) for form in long if not _ALSO_WORDS.fullmatch(form)}
        if short != proper:
            after_a_word.add(_capital(short))
    forms = ("|".join(sorted(found, key=lambda n: (-len(n), n))) for found in (anywhere, after_a_word, without_capital))
    return re.compile(
        r"(?<!\w)(?:{}|(?:(?:a|de|sur|vers|dans|pour|entre)\s+|d')(?:{})|(?:a|pres de)\s+(?:{}))(?!\w)".format(*forms),
        re.IGNORECASE,
    )


def _spelled(name: str) -> str:
    """A pattern for a proper name, with hyphens or without, « Saint » in full or not."""
    words = (re.escape(word) for word in re.split("[ '-]+", name))
    return re.sub("aint(e?)(?![a-z])", r"(?:ain)?t\1", r"[\s'-]+".join(words), flags=re.IGNORECASE)


def _capital(name: str) -> str:
    """A pattern for a proper name that begins with a capital."""
    return f"(?-i:{name[0].upper()}){_spelled(name)[1:]}"


def _towns(text: str, territory: str) -> Iterator[re.Match[str]]:
    """Each town in a flat text; « Mayenne » is the département before it is the town."""
    for name in (territories()[territory].name, territories()[territory].region):
        own = re.compile(rf"(?<![\w-]){_spelled(flat(name))}(?![\w-])", re.IGNORECASE)
        text = own.sub(lambda found: "x" * len(found[0]), text)
    # A pattern of all towns takes long to compile, and hardly a text names one. For `re`, ı is an i, too.
    read = text.lower().replace("ı", "i")
    names = tuple(name for name, part in _names(territory).items() if part in read)
    postcodes = tuple(code for code in _postcodes(territory) if code in text)
    return _town_pattern(names, postcodes).finditer(text)


def town_in(text: str, territory: str | None) -> str | None:
    """A commune of a territory, by its name, the short form of its name or its postcode."""
    found = next(_towns(flat(text), territory), None) if territory else None
    return found[0] if found else None


# How many

_NUMBER = (
    r"(?:\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante"
    r"|cinquante|soixante|cents?|(?:diz|douz|quinz|vingt|trent|quarant|cinquant|soixant|cent)aines?(?:\s+de)?"
    r"|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|dozen)"
)
_BEDS = r"(?:places|lits|berceaux|chambres|appartements|logements|studios|beds|rooms|flats|apartments)"
_PEOPLE = r"(?:femmes|meres|familles|personnes|menages|residentes|adultes|women|mothers|families|people|adults)"
_ARABIC_BEDS = "(?:سرير|اسرة|غرفة|غرف|مكان|اماكن|شقة|شقق)"
_SIZE = re.compile(
    rf"\b{_NUMBER}\)?(?:\s+(?:petit|grand|nouve|autre|vrai|bon|bel)\w*)?\s+{_BEDS}\b"
    rf"|\b{_NUMBER}-(?:bed|room|place|person)"
    rf"|\b(?:{_BEDS}|capacit[ey]\w*)(?:\s+d'\w+)?\s*[:=(]\s*{_NUMBER}\b"
    rf"|\bcapacit[ey]\w*(?:[\s,'(]+\w+){{0,4}}?[\s,'(]+{_NUMBER}\b"
    # a verb of welcome, at most four words, then how many people
    rf"|\b(?:accueill|heberg|recev|recoi|abrit|hous|host|shelter|accommodat|welcom|tak)\w*"
    rf"(?:[\s,'(]+\w+){{0,4}}?[\s,'(]+{_NUMBER}\s+(?:\w+\s+)?{_PEOPLE}\b"
    rf"|\d+\s*{_ARABIC_BEDS}|\b(?:ثلاث|اربع|خمس|ست|سبع|ثماني|تسع|عشر)ة?\s+{_ARABIC_BEDS}"
    r"|سريران|سريرين|غرفتان|غرفتين|شقتان|شقتين",
    re.IGNORECASE,
)


def size_in(text: str) -> str | None:
    """How many places, beds or rooms there are, or how many people are taken in."""
    return _first(_SIZE, text)


# Which words speak of a shelter

_HOUSE = (
    r"(?:\brefuges?\b|(?<!femme au )(?<!femmes au )(?<!mere au )\bfoyers?\b(?! rura| fisca| communa| municipa)|\bchrs\b"
    r"|\bmaisons? d'accueil\b"
    r"|\b(?:centres?|lieux?|maisons?) d'hebergement|\bcentres? maternels?\b|\bshelters?\b|\bsafe houses?\b|ملجا|ماوى)"
)
_SHELTER = rf"(?:{_HOUSE}|\bhebergements?\b|\babris?\b|\bappartements? d'urgence|\bemergency housing|ايواء)"
PARTS_OF_SHELTER_WORDS = (
    *("refuge", "foyer", "chrs", "accue", "hebergement", "maternel", "shelter", "house", "abr", "appartement"),
    *("emergency", "ملجا", "ماوى", "ايواء"),
)
_HOUSE_WORDS = re.compile(_HOUSE, re.IGNORECASE)
_SHELTER_WORDS = re.compile(_SHELTER, re.IGNORECASE)
_NEAR_A_HOUSE, _NEAR_A_SHELTER = 4, 2
"""How many words may stand between « foyer », or « hébergement », and a town that tells where it is."""


def house_in(text: str) -> str | None:
    """A word for the house itself: « foyer », « refuge »."""
    return _first(_HOUSE_WORDS, text) if _may_tell_of_shelter(text) else None


def shelter_in(text: str) -> str | None:
    """A word for a shelter, or for being sheltered."""
    return _first(_SHELTER_WORDS, text) if _may_tell_of_shelter(text) else None


@lru_cache(maxsize=4096)  # what stands above some texts is asked about with each of them
def _may_tell_of_shelter(text: str) -> bool:
    """Whether a text may match the patterns above: each of their words holds one of these. Most texts hold none."""
    read = flat(text).lower()
    return any(part in read for part in PARTS_OF_SHELTER_WORDS)


_WITHIN_A_WORD = re.compile(r"\[(?<=\w\[)|\)[\w\[\]]")
"""Where a link, once it is taken away, may leave the two halves of a word: « foy[er](page:a) », « [foy](page:a)er »."""


@lru_cache(maxsize=4096)  # the preview reads everything again after each change
def may_speak_of_shelter(text: str) -> bool:
    """Whether a part of a text may hold a word of `shelter_in` or `house_in`, however the text is cut up.

    text: a whole body, or many values in lines of their own. Most files hold no such word, so none has to be cut up.
    """
    # Where links end depends on where a text is cut. So here their signs stay, and what they lead to is looked at too.
    read = _without_unseen(html.unescape(text))
    for sign in _MARKUP_SIGNS:
        read = read.replace(sign, "")
    # These words have letters only, and none that is written in two ways: nothing else that `flat` changes matters.
    read = read.lower()
    return any(part in read for part in PARTS_OF_SHELTER_WORDS) or _WITHIN_A_WORD.search(read) is not None


def sheltered_town_in(text: str, territory: str | None) -> str | None:
    """A town that the text puts beside a shelter: « un hébergement à Mâcon », « Mâcon : un foyer »."""
    read = flat(text)
    shelters = list(_SHELTER_WORDS.finditer(read))
    for town in _towns(read, territory) if territory and shelters else ():
        for shelter in shelters:
            is_house = _HOUSE_WORDS.fullmatch(shelter[0])
            between = read[shelter.end() : town.start()] or (read[town.end() : shelter.start()] if is_house else "")
            most = _NEAR_A_HOUSE if is_house else _NEAR_A_SHELTER
            if re.fullmatch(rf"[\s,:()'-]+(?:[\w'-]+[\s,:()'-]+){{0,{most}}}", between):
                return town[0]
    return None


def name_in(text: str, names: list[str]) -> str | None:
    """The first of some proper names that a text holds as words of their own."""
    if not names:
        return None
    read = flat(text)
    return next((n for n in names if re.search(rf"(?<!\w){re.escape(flat(n))}(?!\w)", read)), None)


# Who

_TITLES = (
    r"(?:(?:MM?|[Mm]mes?|[Mm]lles?|Mr|Mrs|Ms|Miss|Dre?|Pr|Me)\.?|(?i:madame|mesdames|mademoiselle|messieurs|monsieur"
    r"|docteure?|professeure?|maitre|adjudante?|major|capitaine|commandante?|lieutenante?|brigadiere?|commissaire"
    r"|gendarme)(?:-chef)?)"
)
_FIRST_NAMES = (
    "Adeline|Agnes|Alexandra|Alice|Amandine|Amelie|Amina|Anais|Anne|Antoine|Audrey|Aurelie|Bernard|Bruno|Camille|Carine"
    "|Carole|Caroline|Catherine|Cecile|Celine|Chantal|Christelle|Christian|Christine|Christophe|Claire|Claude|Claudine"
    "|Corinne|Daniel|David|Delphine|Didier|Dominique|Elise|Elodie|Emilie|Emma|Emmanuelle?|Eric|Estelle|Fabienne|Fanny"
    "|Fatima|Florence|Franck|Francoise?|Frederic|Frederique|Gaelle|Gerard|Guillaume|Helene|Isabelle|Jacqueline|Jean"
    "|Jennifer|Jerome|Jessica|Jocelyne|Julie|Julien|Juliette|Karima|Karine|Latifa|Laetitia|Laura|Laure|Laurence|Laurent"
    "|Lea|Leila|Lucie|Magali|Manon|Marc|Marianne|Marie|Marion|Marjorie|Martine|Mathilde|Maud|Melanie|Michele?|Monique"
    "|Morgane|Muriel|Myriam|Nadia|Nadine|Nathalie|Nicolas|Nicole|Odile|Olivier|Patricia|Patrick|Pascale?|Pauline"
    "|Philippe|Pierre|Sabine|Sabrina|Samira|Sandra|Sandrine|Sarah|Severine|Solene|Sophie|Stephane|Stephanie|Sylvie"
    "|Thierry|Thomas|Valerie|Vanessa|Veronique|Virginie|Yasmina|Yvette"
)
_PERSON = re.compile(
    rf"\b{_TITLES}\s+(?:(?:[A-Z]\.[\s-]*)+)?(?:(?:de|du|des)\s+(?:la\s+)?|d')?(?!Too\b)[A-Z][\w'-]+"
    rf"|(?<![\w-])(?:{_FIRST_NAMES})(?:-[A-Z]\w+)?\s+(?:[A-Z]\.\s*)?(?:de |du |d')?[A-Z][\w'-]+"
)
_NAMED_AFTER = re.compile(
    r"\b(?:rue|avenue|boulevard|bd|place|allee|quai|square|cours|chemin|impasse|ecole|college|lycee|universite|campus|hopital"
    r"|hospitalier|ch[ur]?|mds|cmp|clinique|centre|espace|maison|salle|theatre|mediatheque|bibliotheque|stade|gymnase|residence|fondation"
    r"|association|collectif|saint|sainte|loi|prix)\b[\s:'-]+(?:[\w'-]+\s+){0,2}$",
    re.IGNORECASE,
)
"""What stands before the name of someone who is not meant: « le centre hospitalier Marie Untel »."""
_MOBILE = re.compile(r"(?<!\d)(?:\+(?:33\s?(?:\(0\)\s?)?[67]|(?:262|590|594|596)\s?6)|0\s?[67])(?:[\s.-]*\d){8}(?!\d)")
_EMAIL = re.compile(r"(?<![\w.+-])([\w.+-]++)@[\w.-]+\.\w+")
_SERVICE = re.compile(
    "accueil|agence|aide|animation|antenne|association|asso|bienvenue|bureau|caf|cab|ccas|cdad|centres?|cias|cidff"
    "|cmp|communication|contact|csf|ddets|delegation|departement|direction|dv|ecoute|egalite|enfance|espace"
    "|federation|femmes?|fv|familles?|familiale?|france|gendarmerie|groupe|hebergement|hopital|infos?|information"
    "|insertion|intervenante?s?|iscg?|jour|justice|juridique|leao|logement|mairie|maison|mds|mediation|mission|mjd"
    "|permanences?|planning|point|pole|police|prefecture|prevention|psy|public|reseaux?|sante|secretariat|services?"
    "|siao|sociale?|solidarites?|sos|standard|uaped|umj|unite|urgences|vif|victimes?|violences"
)
"""Words that show an e-mail address to be that of a service."""


def person_in(text: str) -> str | None:
    """The name of a person, after a title or after a usual first name."""
    read = flat(text)
    return next((found[0] for found in _PERSON.finditer(read) if not _NAMED_AFTER.search(read[: found.start()])), None)


def mobile_in(text: str) -> str | None:
    """A mobile number, so that of a person."""
    return _first(_MOBILE, text)


def personal_email_in(text: str) -> str | None:
    """An e-mail address made of a person's name: two words, or a first name, and no word for a service."""
    for found in _EMAIL.finditer(html.unescape(text)):
        words = [word for word in re.split(r"[\W\d_]+", found[1].lower()) if word]
        named = len(words) > 1 or re.fullmatch(_FIRST_NAMES, "".join(words), re.IGNORECASE)
        if named and not any(_SERVICE.fullmatch(word) for word in words):
            return found[0]
    return None
