"""The words of the interface."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from eclaircie.checks.catalogues import check as check_catalogues
from eclaircie.content.catalogues import fingerprint, wanted
from eclaircie.languages import LANGUAGES, SOURCE, Language
from eclaircie.messages.faults import Fault, Faults
from eclaircie.pages.site import Site
from eclaircie.project import PROJECT_ROOT, TRANSLATIONS
from eclaircie.rendering import catalogues
from eclaircie.rendering.application import create_app

OTHERS = [language for language in LANGUAGES if language is not SOURCE]
ENGLISH = TRANSLATIONS / "en.po"

MakeEnglish = Callable[[str], Path]


@pytest.fixture
def make_english(tmp_path: Path) -> MakeEnglish:
    """Makes a folder of translations whose English file holds only what is given."""

    def make(messages: str) -> Path:
        folder = tmp_path / "translations"
        shutil.copytree(TRANSLATIONS, folder)
        (folder / "en.po").write_text(
            'msgid ""\nmsgstr ""\n"Language: en\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n\n' + messages,
            "utf-8",
        )
        return folder

    return make


def faults_of(folder: Path) -> list[Fault]:
    """The faults of a folder of translations."""
    faults = Faults()
    check_catalogues(folder, faults)
    return list(faults)


def codes(folder: Path) -> list[str]:
    """The names of the faults of a folder of translations."""
    return [fault.code for fault in faults_of(folder)]


@pytest.mark.parametrize("language", OTHERS, ids=lambda language: language.tag)
def test_every_message_of_the_interface_is_translated(language: Language) -> None:
    """No page of a language shows a word of the interface in French."""
    with (TRANSLATIONS / f"{language.tag}.po").open("rb") as file:
        catalogue = read_po(file, locale=language.locale)
    missing = [
        message.id
        for message in wanted(PROJECT_ROOT)
        if message.id and not ((found := catalogue.get(message.id)) and found.string and not found.fuzzy)
    ]

    assert missing == []


def test_the_words_of_templates_and_of_code_are_both_found() -> None:
    """Messages are gathered from the templates and from the Python files."""
    found = {message.id for message in wanted(PROJECT_ROOT)}

    assert {"Quitter", "Appel gratuit", "%(least)s à %(most)s jours ouvrés"} <= found


def test_the_translations_of_the_project_have_no_fault() -> None:
    """What is shipped can be built."""
    assert faults_of(TRANSLATIONS) == []


@pytest.mark.parametrize(
    ("messages", "code"),
    [
        ('msgid "Quitter"\nmsgstr ""\n', "po_missing"),
        ('msgid "Quitter"\nmsgstr "  "\n', "po_missing"),
        ('#, fuzzy\nmsgid "Quitter"\nmsgstr "Leave"\n', "po_fuzzy"),
        ('msgid "Quitter"\nmsgstr "<b>Leave</b>"\n', "po_sign"),
        ('msgid "Quitter"\nmsgstr "Leave &amp; go"\n', "po_sign"),
        ('msgid "après %(months)s mois"\nmsgstr "after some months"\n', "po_blank"),
        ('msgid "après %(months)s mois"\nmsgstr "after %(month)s months"\n', "po_blank"),
        ('msgid "après %(months)s mois"\nmsgstr "after %(months) months"\n', "po_blank"),
        ('msgid "après %(months)s mois"\nmsgstr "%(months)s %(months)s"\n', "po_blank"),
        ('msgid "Quitter"\nmsgstr "100 %"\n', "po_blank"),
        ('msgid "Quitter\nmsgstr "Leave"\n', "po_broken"),
        ('msgid "Quitter"\nmsgstr "Leave\n', "po_broken"),
        ('msgid "Quitter"\nmsgstr ""\n"Lea"ve"\n', "po_broken"),
        ("ceci n'est pas une traduction\n", "po_broken"),
    ],
)
def test_a_translation_that_would_spoil_a_page_is_a_fault(make_english: MakeEnglish, messages: str, code: str) -> None:
    """Missing, doubtful, with HTML, without its blanks, unreadable: each is a fault of its own."""
    assert codes(make_english(messages)) == [code]


@pytest.mark.parametrize(
    "messages",
    [
        'msgid "Quitter"\nmsgstr "Leave"\n',
        'msgid "%(least)s à %(most)s jours ouvrés"\nmsgstr "up to %(most)s days, %(least)s at least"\n',
        '#~ msgid "Ancien"\n#~ msgstr "<b>Old"\n',
    ],
)
def test_a_sound_translation_is_no_fault(make_english: MakeEnglish, messages: str) -> None:
    """Blanks may change their order, and what is no longer used does not matter."""
    assert codes(make_english(messages)) == []


def test_a_fault_names_its_file_and_its_line(make_english: MakeEnglish) -> None:
    """A translator is led to the very message."""
    folder = make_english('msgid "Accueil"\nmsgstr "Home"\n\nmsgid "Quitter"\nmsgstr ""\n')

    [fault] = faults_of(folder)

    assert (fault.file, fault.line) == (folder / "en.po", 9)
    assert "« Quitter »" in fault.sentence()


def test_all_faults_are_shown_at_once(make_english: MakeEnglish) -> None:
    """One fault does not hide the next."""
    folder = make_english('msgid "Accueil"\nmsgstr ""\n\n#, fuzzy\nmsgid "Quitter"\nmsgstr "Leave"\n')

    assert codes(folder) == ["po_missing", "po_fuzzy"]


def test_a_language_without_its_file_is_a_fault(tmp_path: Path) -> None:
    """A language cannot be published without the words of its interface."""
    shutil.copy(TRANSLATIONS / "ar.po", tmp_path)

    [fault] = faults_of(tmp_path)

    assert (fault.code, fault.file) == ("po_none", tmp_path / "en.po")


def test_a_file_that_is_no_text_is_a_fault(make_english: MakeEnglish) -> None:
    """A file saved in another encoding is named, not a reason to crash."""
    folder = make_english("")
    (folder / "en.po").write_bytes('msgid "Quitter"\nmsgstr "Lèave"\n'.encode("latin-1"))

    assert codes(folder) == ["po_broken"]


def test_french_messages_get_french_spaces() -> None:
    """The words of the interface are set as French wants them, like the text."""
    french = catalogues.translations(TRANSLATIONS, SOURCE)

    assert french.gettext("Accessibilité : non conforme") == "Accessibilité\u00a0: non conforme"


@pytest.mark.parametrize("language", OTHERS, ids=lambda language: language.tag)
def test_other_languages_have_their_own_words(language: Language) -> None:
    """The exit is named in the language of the page."""
    words = catalogues.translations(TRANSLATIONS, language).gettext("Quitter")

    assert words != "Quitter"


@pytest.mark.parametrize(
    ("template", "shown"),
    [
        ("{{ _('Nom :%(name)s', name='<b>') }}", "Nom\u00a0:&lt;b&gt;"),
        ("{{ _('Le 100 %%') }}", "Le 100\u00a0%"),
        ("{{ _('a < b') }}", "a &lt; b"),
    ],
)
def test_a_template_shows_a_message_as_text(site: Site, template: str, shown: str) -> None:
    """Blanks are filled, with text too, and a sign of percentage is written twice, whether there are blanks or not."""
    app = create_app(site)
    with app.test_request_context("/fr/"):
        assert app.jinja_env.from_string(template).render() == shown


def test_a_template_shows_each_message_in_the_language_of_its_page(site: Site) -> None:
    """The same words are shown in French on a French page and in English on an English one."""
    app = create_app(site)
    shown = []
    for address in ("/fr/", "/en/", "/fr/"):
        with app.test_request_context(address):
            shown.append(app.jinja_env.get_template("components/footer.html").render(links={}, home="/"))

    assert ["Accueil" in text for text in shown] == [True, False, True]


def test_a_changed_translation_changes_the_fingerprint(make_english: MakeEnglish) -> None:
    """A page is made again when a word of its interface changes."""
    folder = make_english('msgid "Quitter"\nmsgstr "Leave"\n')
    before = {language.tag: fingerprint(folder, language) for language in LANGUAGES}
    with (folder / "en.po").open("a", encoding="utf-8") as file:
        file.write("\n# revu\n")

    after = {language.tag: fingerprint(folder, language) for language in LANGUAGES}

    assert [tag for tag in after if after[tag] != before[tag]] == ["en"]
