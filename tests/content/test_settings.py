"""`content/site.yaml`: what an association decides about its own site."""

import dataclasses
import datetime
from pathlib import Path

import pytest

from eclaircie.checks.settings import TAKEN
from eclaircie.content.settings import Settings
from eclaircie.languages import ARABIC, BY_TAG
from eclaircie.messages.faults import Fault, Faults
from eclaircie.pages.site import Site
from eclaircie.project import build_date
from tests.conftest import MakeContent
from tests.settings import checked_settings

PLAIN = "nom: {fr: Quotidien}\nsortie: {fr: https://example.org}\n"


def settings_of(folder: Path, text: str) -> tuple[Settings | None, list[Fault]]:
    """The settings in a text, and what is said about them."""
    (folder / "site.yaml").write_text(text, "utf-8")
    faults = Faults()
    settings = checked_settings(folder, faults)
    return settings, list(faults)


def errors_of(folder: Path, text: str) -> list[tuple[str, str]]:
    """The code and the place of each fault that keeps the site from being built."""
    return [(fault.code, fault.where(folder)) for fault in settings_of(folder, text)[1] if not fault.is_remark]


def test_a_name_and_an_exit_are_enough(tmp_path: Path) -> None:
    """A site can be built before the association has filled in the rest."""
    assert errors_of(tmp_path, PLAIN) == []


def test_what_is_not_filled_in_is_said(tmp_path: Path) -> None:
    """The association sees every blank that it has to fill in before it publishes."""
    _, faults = settings_of(tmp_path, PLAIN)

    assert {dict(fault.values)["key"] for fault in faults} == {
        "adresse",
        "entree",
        *(f"editeur: {key}" for key in ("nom", "siege", "telephone", "courriel", "directeur_de_publication")),
        *(f"hebergeur: {key}" for key in ("nom", "siege", "telephone", "journaux_jours")),
    }


@pytest.mark.parametrize("name", ["Vie pratique", "Everyday life"])
def test_the_name_that_came_with_the_project_is_to_be_changed(tmp_path: Path, name: str) -> None:
    """The same name on every site would be a signature."""
    _, faults = settings_of(tmp_path, PLAIN.replace("Quotidien", name))

    assert "nom: fr" in {dict(fault.values)["key"] for fault in faults}


def test_the_settings_that_come_with_the_project_are_sound(make_content: MakeContent) -> None:
    """Whoever copies the project can build the site at once."""
    faults = Faults()
    checked_settings(make_content({}), faults)

    assert faults.errors == []


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_a_language_without_a_name_of_its_own_has_the_french_one(tmp_path: Path, tag: str) -> None:
    """No page is without the site's name or without an exit."""
    settings, _ = settings_of(tmp_path, PLAIN)

    assert settings
    assert (settings.name(tag), settings.exit(tag)) == ("Quotidien", "https://example.org")


def test_each_language_may_have_its_own_name_and_exit(tmp_path: Path) -> None:
    """The exit leads to a site that suits the language."""
    settings, _ = settings_of(
        tmp_path, "nom: {fr: Quotidien, en: Daily}\nsortie: {fr: https://example.org, en: https://example.com}\n"
    )

    assert settings
    assert (settings.name("en"), settings.exit("en")) == ("Daily", "https://example.com")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("nom: {fr: Quotidien}\n", ("missing_key", "site.yaml:1")),
        ("nom: {en: Daily}\nsortie: {fr: https://example.org}\n", ("missing_key", "site.yaml:1")),
        ("nom: {fr: Quotidien}\nsortie: {en: https://example.org}\n", ("missing_key", "site.yaml:2")),
        ("nom: {fr: Quotidien}\nsortie: {}\n", ("empty_value", "site.yaml:2")),
        ("nom: Quotidien\nsortie: {fr: https://example.org}\n", ("wrong_mapping", "site.yaml:1")),
        (f"{PLAIN}couleur: bleu\n", ("unknown_key", "site.yaml:3")),
        (f"{PLAIN}adresse: http://example.org\n", ("bad_address", "site.yaml:3")),
        (f"{PLAIN}adresse: example.org\n", ("bad_address", "site.yaml:3")),
        (f"{PLAIN}sortie_de_secours: {{en: https://example.com}}\n", ("missing_key", "site.yaml:3")),
        (
            f"{PLAIN}sortie_de_secours: {{fr: https://example.com, xx: https://example.net}}\n",
            ("wrong_choice", "site.yaml:3"),
        ),
        (f"{PLAIN}origine_reservee: peut-être\n", ("bad_yes", "site.yaml:3")),
        (f"{PLAIN}voile_apres_minutes: cinq\n", ("bad_count", "site.yaml:3")),
        (f"{PLAIN}voile_apres_minutes: -1\n", ("bad_count", "site.yaml:3")),
        (f"{PLAIN}entree: [k7]\n", ("wrong_text", "site.yaml:3")),
        (f"{PLAIN}revision_mois: un an\n", ("bad_count", "site.yaml:3")),
        (f"{PLAIN}editeur:\n  telephone: 12\n", ("bad_phone", "site.yaml:4")),
        (f"{PLAIN}editeur:\n  courriel: moi\n", ("bad_email", "site.yaml:4")),
        (f"{PLAIN}hebergeur:\n  ville: ici\n", ("unknown_key", "site.yaml:4")),
        (f"{PLAIN}annuaire:\n  telecharger: parfois\n", ("bad_yes", "site.yaml:4")),
        (f"{PLAIN}annuaire:\n  departements: 71\n", ("wrong_list", "site.yaml:4")),
        (f"{PLAIN}annuaire:\n  departements: [71, 99]\n", ("no_such_territory", "site.yaml:4")),
        (f"{PLAIN}annuaire:\n  fichiers:\n    - http://example.org/a\n", ("bad_address", "site.yaml:5")),
        (
            f"{PLAIN}annuaire:\n  departements: [71]\n  telecharger: oui\n",
            ("nothing_to_fetch", "site.yaml:5"),
        ),
        (f"{PLAIN}cadres: https://www.mairie.test\n", ("wrong_list", "site.yaml:3")),
        (
            f"{PLAIN}adresse: https://vie.example.org/a/\ncadres: [https://vie.example.org]\n",
            ("own_frame", "site.yaml:4"),
        ),
        (f"{PLAIN}nom: {{fr: Autre}}\n", ("duplicate_key", "site.yaml:3")),
        ("nom: {fr: Quotidien, xx: Autre}\nsortie: {fr: https://example.org}\n", ("wrong_choice", "site.yaml:1")),
        ("nom: [\n", ("open_bracket", "site.yaml:1")),
        ("Quotidien\n", ("not_keys", "site.yaml:1")),
    ],
)
def test_a_mistake_in_the_settings_is_shown_at_its_line(tmp_path: Path, text: str, fault: tuple[str, str]) -> None:
    """The settings are checked like any page."""
    assert errors_of(tmp_path, text) == [fault]


@pytest.mark.parametrize(
    ("written", "remedy"),
    [
        ("https://www.mairie.test/", "https://www.mairie.test"),
        ("https://www.mairie.test/aide", "https://www.mairie.test"),
        ("https://WWW.Mairie.test", "https://www.mairie.test"),
        ("http://www.mairie.test", "https://www.mairie.test"),
        ("https://*.mairie.test", "https://www.mairie.fr"),
        ("https://moi@www.mairie.test", "https://www.mairie.fr"),
        ("https://www.mairie.test; script-src *", "https://www.mairie.fr"),
        ("https://mairie", "https://www.mairie.fr"),
        ("www.mairie.test", "https://www.mairie.test"),
        ("Mairie.test/aide", "https://mairie.test"),
        ("*", "https://www.mairie.fr"),
    ],
)
def test_only_sites_that_are_named_may_show_this_one(tmp_path: Path, written: str, remedy: str) -> None:
    """No path, no star, no other scheme and no sign of a policy: the writer is told at the line what to put."""
    _, faults = settings_of(tmp_path, f'{PLAIN}cadres:\n  - https://www.agglo.test\n  - "{written}"\n')

    (fault,) = [each for each in faults if not each.is_remark]
    assert (fault.code, fault.where(tmp_path)) == ("bad_frame", "site.yaml:5")
    assert f"Comme ceci : {remedy}" in fault.sentence()


def test_a_list_of_addresses_that_is_written_as_a_text_is_told_as_the_list_it_should_be(tmp_path: Path) -> None:
    """The slashes of an address part nothing."""
    _, faults = settings_of(tmp_path, f"{PLAIN}cadres: https://www.mairie.test, https://agglo.test\n")

    (fault,) = [each for each in faults if not each.is_remark]
    assert "cadres: [https://www.mairie.test, https://agglo.test]" in fault.sentence()


def test_nobody_may_show_the_site_unless_the_association_says_so(tmp_path: Path) -> None:
    """Left out or empty, the list names none."""
    for text in (PLAIN, f"{PLAIN}cadres:\n", f"{PLAIN}cadres: []\n"):
        settings, faults = settings_of(tmp_path, text)

        assert settings
        assert settings.frames == ()
        assert [fault for fault in faults if not fault.is_remark] == []


def test_nothing_is_fetched_unless_the_association_says_so(tmp_path: Path) -> None:
    """Départements and addresses alone allow nothing; a département is found however its letter is written."""
    settings, _ = settings_of(
        tmp_path, f"{PLAIN}annuaire: {{departements: [71, 2A, 2a], fichiers: [https://example.org/a.json]}}\n"
    )

    assert settings
    assert not settings.directory.may_fetch
    assert settings.directory.slugs == ("71", "2a")


@pytest.mark.parametrize("exit_address", ["javascript:alert(1)", "http://example.org", "/fr/", "//example.org"])
def test_the_exit_leads_only_to_a_safe_address(tmp_path: Path, exit_address: str) -> None:
    """*Quitter* can neither run a script nor stay on the site."""
    assert errors_of(tmp_path, f"nom: {{fr: Quotidien}}\nsortie: {{fr: '{exit_address}'}}\n") == [
        ("bad_address", "site.yaml:2")
    ]


@pytest.mark.parametrize("exit_address", ["javascript:alert(1)", "http://example.org", "/fr/", "//example.org"])
def test_the_second_exit_leads_only_to_a_safe_address(tmp_path: Path, exit_address: str) -> None:
    """The exit that is tried where the first does not answer is no less safe than the first."""
    assert errors_of(tmp_path, f"{PLAIN}sortie_de_secours: {{fr: '{exit_address}'}}\n") == [
        ("bad_address", "site.yaml:3")
    ]


@pytest.mark.parametrize(
    ("text", "second_exits"),
    [
        ("", ("https://example.org", "https://example.com")),
        ("sortie_de_secours:\n", ("https://example.org", "https://example.com")),
        ("sortie_de_secours: {fr: https://b.example}\n", ("https://b.example", "https://b.example")),
        (
            "sortie_de_secours: {fr: https://b.example, en: https://c.example}\n",
            ("https://b.example", "https://c.example"),
        ),
    ],
)
def test_there_is_always_a_second_exit(tmp_path: Path, text: str, second_exits: tuple[str, str]) -> None:
    """A language without a second exit has the French one, and a site without any has its first exit again."""
    exits = "sortie: {fr: https://example.org, en: https://example.com}\n"
    settings, faults = settings_of(tmp_path, f"nom: {{fr: Quotidien}}\n{exits}{text}")

    assert settings
    assert (settings.second_exit("fr"), settings.second_exit("en")) == second_exits
    assert [fault for fault in faults if not fault.is_remark] == []


MUSEUM = "sortie: {fr: https://www.mnhn.fr/fr}"


def settings_with(exits: str, address: str = "https://quotidien.fr/aide/") -> str:
    """Settings with an address of the site on line 2, and exits below."""
    return f"nom: {{fr: Quotidien}}\nadresse: {address}\n{exits}\n"


@pytest.mark.parametrize(
    "exit_address",
    [
        *(
            "https://www.solidaritefemmes.net",
            "https://stop-violences.fr",
            "https://stopviolences.fr",
            "https://monmari.fr",
        ),
        *("https://fr.wikipedia.org/wiki/Violence_conjugale", "https://fr.wikipedia.org/wiki/Viol%65nce"),
        *("https://www.google.com/search?q=3919", "https://aide-aux-victimes.re", "https://www.xn--vilence-wjg.fr"),
        *("https://saferefuge.org.uk", "https://WWW.POLICE.FR", "https://numero-urgence.fr"),
    ],
)
@pytest.mark.parametrize("key", ["sortie", "sortie_de_secours"])
def test_the_exit_leads_to_no_site_that_tells(tmp_path: Path, key: str, exit_address: str) -> None:
    """What *Quitter* leaves in the history says nothing of the subject, in its host or in its path."""
    exits = f"sortie: {{fr: {exit_address}}}" if key == "sortie" else f"{MUSEUM}\n{key}: {{fr: {exit_address}}}"

    assert [code for code, _ in errors_of(tmp_path, settings_with(exits))] == ["exit_reveals"]


@pytest.mark.parametrize(
    "exit_address",
    [
        "https://quotidien.fr/aide/",
        "https://www.quotidien.fr/aide/fr/",
        "https://QUOTIDIEN.fr:443/aide",
        "https://m.quotidien.fr",
    ],
)
def test_the_exit_does_not_lead_back(tmp_path: Path, exit_address: str) -> None:
    """*Quitter* leaves the site, also where it is published under a path."""
    assert errors_of(tmp_path, settings_with(f"sortie: {{fr: {exit_address}}}")) == [("exit_is_site", "site.yaml:3")]


@pytest.mark.parametrize(
    "exit_address", ["https://quotidien.fr/", "https://quotidien.fr/aidemoi/", "https://notrequotidien.fr/aide/"]
)
def test_another_site_of_the_same_host_may_be_the_exit(tmp_path: Path, exit_address: str) -> None:
    """A town hall that publishes the site under a path may lead to its own home page."""
    assert errors_of(tmp_path, settings_with(f"sortie: {{fr: {exit_address}}}")) == []


@pytest.mark.parametrize(
    "exit_address",
    [
        *(
            "https://commentonsaime.fr",
            "https://www.commentonsaime.fr/accueil",
            "https://chat.3018.fr",
            "https://cfcv.asso.fr/",
        ),
        *("https://3114.fr", "https://www.Allo119.gouv.fr/x"),
    ],
)
def test_the_exit_leads_to_no_line_that_the_pages_name(site: Site, tmp_path: Path, exit_address: str) -> None:
    """A chat or a site of help is not where someone who is watched wants to be found."""
    (tmp_path / "site.yaml").write_text(settings_with(f"sortie: {{fr: {exit_address}}}"), "utf-8")
    faults = Faults()
    checked_settings(tmp_path, faults, site.library)

    assert {fault.code for fault in faults.errors} <= {"exit_is_help", "exit_reveals"}
    assert len(faults.errors) == 1


def test_the_exit_leads_to_no_page_that_the_content_was_made_from(site: Site, tmp_path: Path) -> None:
    """The very page of a source is refused, the home page of the same host is not."""
    source = next(
        s.address
        for document in site.library.documents.values()
        for s in document.entry.sources or ()
        if s.address == "https://www.service-public.fr/particuliers/vosdroits/F33953"
    )
    codes = []
    for address in (source, "https://www.service-public.fr/"):
        (tmp_path / "site.yaml").write_text(settings_with(f"sortie: {{fr: {address}}}"), "utf-8")
        faults = Faults()
        checked_settings(tmp_path, faults, site.library)
        codes.append([fault.code for fault in faults.errors])

    assert codes == [["exit_is_help"], []]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"{MUSEUM}\nsortie_de_secours: {{fr: https://mnhn.fr/}}", 4),
        (f"{MUSEUM}\nsortie_de_secours: {{fr: https://WWW.mnhn.fr:443/en}}", 4),
        (
            "sortie: {fr: https://www.bnf.fr, en: https://www.mnhn.fr/en}\nsortie_de_secours: {fr: https://www.mnhn.fr/fr}",
            4,
        ),
        (f"{MUSEUM}\nsortie_de_secours:\n  fr: https://www.bnf.fr\n  ar: https://www.mnhn.fr/ar", 6),
        ("sortie: {fr: https://a.fr, ar: https://b.fr}\nsortie_de_secours: {fr: https://b.fr}", 4),
    ],
)
def test_the_second_exit_is_another_site_in_every_language(tmp_path: Path, text: str, line: int) -> None:
    """Where the first site does not answer, the second one may; what a language falls back to counts too."""
    assert errors_of(tmp_path, settings_with(text)) == [("same_exits", f"site.yaml:{line}")]


@pytest.mark.parametrize("entrance", sorted(TAKEN))
def test_the_address_to_print_is_nothing_that_a_host_answers(tmp_path: Path, entrance: str) -> None:
    """/404, /index, the folder of data, and what hosts answer themselves are no unknown addresses."""
    assert "bad_entrance" in [code for code, _ in errors_of(tmp_path, f"{PLAIN}entree: /{entrance}\n")]


@pytest.mark.parametrize(
    "entrance", ["/404.html", "/INDEX", "/Fr", "/fr/", "/donnees/", "/.well-known", "/k 7", "/é", "//i"]
)
def test_the_address_to_print_is_written_plainly(tmp_path: Path, entrance: str) -> None:
    """Capitals and endings are refused, so that no other spelling of a real address slips in."""
    assert errors_of(tmp_path, f"{PLAIN}entree: {entrance}\n") == [("bad_entrance", "site.yaml:3")]


def test_nothing_that_a_build_writes_can_be_the_address_to_print(frozen: Path, tmp_path: Path) -> None:
    """Each file and folder at the root of the site is refused, with its ending and without."""
    names = {name for file in frozen.iterdir() for name in (file.name, file.name.partition(".")[0]) if name}
    accepted = [name for name in sorted(names) if not errors_of(tmp_path, f"{PLAIN}entree: /{name}\n")]

    assert {"fr", "index", "404"} <= names
    assert accepted == []


@pytest.mark.parametrize("name", ["Quоtidien", "Vie prаtique", "Le quotidien dе tous", "Ꮩie", "Qυotidien"])
def test_the_name_of_the_site_is_written_in_one_alphabet(tmp_path: Path, name: str) -> None:
    """A letter that only looks like another is refused."""
    assert errors_of(tmp_path, PLAIN.replace("Quotidien", name)) == [("mixed_alphabets", "site.yaml:1")]


@pytest.mark.parametrize("entrance", ["/k7", "/2", "/abcdefghijkl", "/0123456789"])
def test_a_short_address_without_meaning_may_be_printed(tmp_path: Path, entrance: str) -> None:
    """A slash and one to twelve letters or digits, and nobody is asked to change it."""
    settings, faults = settings_of(tmp_path, f"{PLAIN}entree: {entrance}\n")

    assert settings
    assert settings.entrance == entrance
    assert "entree" not in {dict(fault.values).get("key") for fault in faults}


@pytest.mark.parametrize("tag", ["fr", "en", "ar"])
def test_the_address_to_print_is_no_language_folder(tmp_path: Path, tag: str) -> None:
    """What is printed is no page, or a visit would stay in the history."""
    assert errors_of(tmp_path, f"{PLAIN}entree: /{tag}\n") == [("bad_entrance", "site.yaml:3")]


@pytest.mark.parametrize("word", ["violences", "refuge", "police", "abuse", "escape", "3919", "aidefemmes"])
def test_the_address_to_print_reveals_nothing(tmp_path: Path, word: str) -> None:
    """The short address holds no revealing word of any language, for others may read the card or the address bar."""
    assert errors_of(tmp_path, f"{PLAIN}entree: /{word}\n") == [("revealing_tab", "site.yaml:3")]


@pytest.mark.parametrize(
    ("text", "ours"), [("", False), ("origine_reservee: non\n", False), ("origine_reservee: oui\n", True)]
)
def test_nothing_is_cleared_unless_the_association_says_so(tmp_path: Path, text: str, ours: bool) -> None:
    """A host name is taken to be shared until it is said not to be."""
    settings, _ = settings_of(tmp_path, PLAIN + text)

    assert settings
    assert settings.origin_is_ours is ours


@pytest.mark.parametrize(
    ("text", "minutes"), [("", 0), ("voile_apres_minutes: 0\n", 0), ("voile_apres_minutes: 5\n", 5)]
)
def test_a_page_at_rest_is_covered_only_on_demand(tmp_path: Path, text: str, minutes: int) -> None:
    """Reading slowly covers no page unless the association wants it."""
    settings, _ = settings_of(tmp_path, PLAIN + text)

    assert settings
    assert settings.veil_minutes == minutes


def test_a_fact_is_reviewed_after_a_year_where_nothing_else_is_said(tmp_path: Path) -> None:
    """Twelve months."""
    settings, _ = settings_of(tmp_path, PLAIN)

    assert settings
    assert settings.review_months == 12


def test_missing_settings_give_a_sentence(tmp_path: Path) -> None:
    """Where `site.yaml` is gone, the writer is told so, and sees no traceback."""
    faults = Faults()

    assert checked_settings(tmp_path, faults) is None
    assert [(fault.code, fault.where(tmp_path)) for fault in faults] == [("unreadable", "site.yaml:1")]


@pytest.mark.parametrize(
    ("epoch", "day"),
    [
        ("0", datetime.date(1970, 1, 1)),
        ("1795219199", datetime.date(2026, 11, 20)),
        ("1795219200", datetime.date(2026, 11, 21)),
    ],
)
def test_the_day_of_the_build_is_an_input(monkeypatch: pytest.MonkeyPatch, epoch: str, day: datetime.date) -> None:
    """SOURCE_DATE_EPOCH says which day it is, in universal time, so the same input gives the same site."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)

    assert build_date() == day


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_the_place_of_the_machine_does_not_change_the_day(monkeypatch: pytest.MonkeyPatch, zone: str) -> None:
    """Machines at both ends of the world build the same site."""
    monkeypatch.setenv("TZ", zone)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")

    assert build_date() == datetime.date(2026, 11, 21)


@pytest.mark.parametrize("epoch", ["", "demain", "2026-11-21", "1.5"])
def test_a_day_that_is_no_number_is_refused(monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    """A mistyped SOURCE_DATE_EPOCH is not taken for today."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)

    with pytest.raises(ValueError, match="invalid literal"):
        build_date()


def test_a_language_that_nobody_knows_is_named_with_those_that_are_known(tmp_path: Path) -> None:
    """At its line; the known ones stand in the sentence."""
    text = f"{PLAIN}langues:\n  - fr\n  - xx\n"
    [fault] = [fault for fault in settings_of(tmp_path, text)[1] if not fault.is_remark]

    assert (fault.code, fault.where(tmp_path)) == ("wrong_choice", "site.yaml:5")
    assert ", ".join(BY_TAG) in fault.sentence("fr")


@pytest.mark.parametrize(
    ("written", "published"),
    [("", "fr en ar"), ("langues: [fr]\n", "fr"), ("langues: [ar]\n", "fr ar"), ("langues: [en, fr]\n", "fr en")],
)
def test_french_is_published_always_and_the_others_by_name(tmp_path: Path, written: str, published: str) -> None:
    """In one order, however they are written; a site that says nothing has the first three."""
    settings, _ = settings_of(tmp_path, PLAIN + written)

    assert settings is not None
    assert " ".join(language.tag for language in settings.languages) == published


def test_a_language_is_not_published_without_the_one_that_stands_in_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Otherwise its pages would show words that the association has not accepted."""
    monkeypatch.setitem(BY_TAG, "ar", dataclasses.replace(ARABIC, stands_in="en"))

    assert errors_of(tmp_path, f"{PLAIN}langues: [fr, ar]\n") == [("no_stand_in", "site.yaml:3")]
    assert errors_of(tmp_path, f"{PLAIN}langues: [fr, ar, en]\n") == []
