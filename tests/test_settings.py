"""`content/site.yaml`: what an association decides about its own site."""

import datetime
from pathlib import Path

import pytest

from eclaircie.content.faults import Fault, Faults
from eclaircie.settings import Settings, build_date, read_settings

from .conftest import MakeContent

PLAIN = "nom: {fr: Quotidien}\nsortie: {fr: https://example.org}\n"


def settings_of(folder: Path, text: str) -> tuple[Settings | None, list[Fault]]:
    """The settings in a text, and what is said about them."""
    (folder / "site.yaml").write_text(text, "utf-8")
    faults = Faults()
    settings = read_settings(folder, faults)
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
    read_settings(make_content({}), faults)

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
        (f"{PLAIN}revision_mois: un an\n", ("bad_count", "site.yaml:3")),
        (f"{PLAIN}editeur:\n  telephone: 12\n", ("bad_phone", "site.yaml:4")),
        (f"{PLAIN}editeur:\n  courriel: moi\n", ("bad_email", "site.yaml:4")),
        (f"{PLAIN}hebergeur:\n  ville: ici\n", ("unknown_key", "site.yaml:4")),
        (f"{PLAIN}nom: {{fr: Autre}}\n", ("duplicate_key", "site.yaml:3")),
        ("nom: {fr: Quotidien, xx: Autre}\nsortie: {fr: https://example.org}\n", ("wrong_choice", "site.yaml:1")),
        ("nom: [\n", ("bad_yaml", "site.yaml:2")),
        ("Quotidien\n", ("not_keys", "site.yaml:1")),
    ],
)
def test_a_mistake_in_the_settings_is_shown_at_its_line(tmp_path: Path, text: str, fault: tuple[str, str]) -> None:
    """The settings are checked like any page."""
    assert errors_of(tmp_path, text) == [fault]


@pytest.mark.parametrize("exit_address", ["javascript:alert(1)", "http://example.org", "/fr/", "//example.org"])
def test_the_exit_leads_only_to_a_safe_address(tmp_path: Path, exit_address: str) -> None:
    """*Quitter* can neither run a script nor stay on the site."""
    assert errors_of(tmp_path, f"nom: {{fr: Quotidien}}\nsortie: {{fr: '{exit_address}'}}\n") == [
        ("bad_address", "site.yaml:2")
    ]


def test_a_fact_is_reviewed_after_a_year_where_nothing_else_is_said(tmp_path: Path) -> None:
    """Twelve months."""
    settings, _ = settings_of(tmp_path, PLAIN)

    assert settings
    assert settings.review_months == 12


def test_missing_settings_give_a_sentence(tmp_path: Path) -> None:
    """Where `site.yaml` is gone, the writer is told so, and sees no traceback."""
    faults = Faults()

    assert read_settings(tmp_path, faults) is None
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
