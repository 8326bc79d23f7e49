"""All content in memory, by language."""

from pathlib import Path

import pytest

from eclaircie.content.library import Library, load
from eclaircie.languages import ARABIC, ENGLISH, FRENCH
from eclaircie.messages.faults import Faults

HOME = "genre: accueil\nraccourcis: [a]\nthemes: [a]\nlignes: [a]\n"


def page(title: str = "Titre", extra: str = "", body: str = "Un texte.") -> str:
    """A file with a header."""
    return f"---\ntitre: {title}\nresume: Une phrase.\n{extra}---\n\n{body}\n"


LINE = "genre: ligne\nnom: Service\nnumero: 01 23 45 67 89\n"


def library_of(folder: Path, files: dict[str, str]) -> tuple[Library, list[tuple[str, str]]]:
    """The content with the files given and a home page, and its faults."""
    for name, text in {"fr/index.md": page(extra=HOME), **files}.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    faults = Faults()
    library = load(folder, faults)
    return library, [(fault.code, fault.where(folder)) for fault in faults]


@pytest.mark.parametrize(
    ("file", "path"),
    [("fr/a.md", "a"), ("fr/a/b.md", "a/b"), ("fr/a/index.md", "a"), ("fr/a-2/b-3.md", "a-2/b-3")],
)
def test_the_address_of_a_page_is_the_path_of_its_file(tmp_path: Path, file: str, path: str) -> None:
    """A writer names a page by placing its file."""
    library, _ = library_of(tmp_path, {file: page()})

    assert set(library.documents) == {"", path}


def test_the_home_page_is_the_index_of_the_language(tmp_path: Path) -> None:
    """`fr/index.md` is the home page."""
    library, _ = library_of(tmp_path, {"fr/index.md": page("Accueil", HOME)})

    assert library.home.entry.title == "Accueil"


def test_a_fiche_is_known_by_the_name_of_its_file(tmp_path: Path) -> None:
    """Texts refer to a line by a short name, wherever its file stands."""
    library, _ = library_of(tmp_path, {"fr/numeros/ecoute.md": page(extra=LINE)})

    assert library.fiches["ecoute"].path == "numeros/ecoute"


def test_a_plain_page_is_no_fiche(tmp_path: Path) -> None:
    """Only lines and aids carry facts to refer to."""
    library, _ = library_of(tmp_path, {"fr/a.md": page()})

    assert library.fiches == {}


def test_a_section_lists_its_pages_in_order(tmp_path: Path) -> None:
    """Order first, then the address; a page without an order comes last."""
    library, _ = library_of(
        tmp_path,
        {
            "fr/s/index.md": page(),
            "fr/s/z.md": page(extra="ordre: 10\n"),
            "fr/s/c.md": page(extra="ordre: 20\n"),
            "fr/s/b.md": page(extra="ordre: 20\n"),
            "fr/s/a.md": page(),
            "fr/s/t/d.md": page(),
        },
    )

    assert [document.path for document in library.children("s")] == ["s/z", "s/b", "s/c", "s/a"]


def test_a_page_that_stands_apart_is_in_no_list(tmp_path: Path) -> None:
    """A page for those who do harm is not offered to those who suffer it."""
    library, _ = library_of(tmp_path, {"fr/s/a.md": page(extra="a_part: oui\n"), "fr/s/b.md": page()})

    assert [document.path for document in library.children("s")] == ["s/b"]


def test_the_home_page_is_in_no_list(tmp_path: Path) -> None:
    """The home page does not list itself."""
    library, _ = library_of(tmp_path, {"fr/a.md": page()})

    assert [document.path for document in library.children("")] == ["a"]


def test_a_translation_has_its_own_words(tmp_path: Path) -> None:
    """A page in English shows the English words."""
    library, _ = library_of(tmp_path, {"fr/a.md": page(), "en/a.md": page("Title", body="Text.")})
    words, language = library.documents["a"].words(ENGLISH)

    assert (words.title, words.body.strip(), language) == ("Title", "Text.", ENGLISH)


def test_what_is_not_translated_is_shown_in_french(tmp_path: Path) -> None:
    """No page is missing in a language: it falls back to French, and says so."""
    library, _ = library_of(tmp_path, {"fr/a.md": page(), "en/a.md": page("Title")})
    words, language = library.documents["a"].words(ARABIC)

    assert (words.title, language) == ("Titre", FRENCH)


EMPTY_TRANSLATIONS = [
    "---\ntitre: ''\nresume: ''\n---\n",
    "---\ntitre:\nonglet:\nresume:\ntraduit_de: ''\n---\n\n",
    '---\ntitre: ""\nnumero: ""\n---\n   \n',
    "---\n---\n",
    "---\ntitre: Title\nresume: ''\n---\n",
]


@pytest.mark.parametrize("text", EMPTY_TRANSLATIONS)
def test_an_empty_translation_is_a_page_still_to_be_translated(tmp_path: Path, text: str) -> None:
    """An editor such as Decap writes empty files for every language: they are no mistake."""
    library, faults = library_of(tmp_path, {"fr/a.md": page(), "en/a.md": text})

    assert (faults, library.documents["a"].words(ENGLISH)[1]) == ([], FRENCH)


@pytest.mark.parametrize("text", EMPTY_TRANSLATIONS)
def test_an_empty_translation_needs_no_french_page(tmp_path: Path, text: str) -> None:
    """What an editor left behind does not stop the build."""
    assert library_of(tmp_path, {"en/a.md": text})[1] == []


def test_a_translation_of_a_broken_page_is_not_blamed(tmp_path: Path) -> None:
    """Where the French file has a fault, its translations are not said to lack a French page."""
    _, faults = library_of(tmp_path, {"fr/a.md": "Un texte.", "en/a.md": page("Title")})

    assert faults == [("no_header", "fr/a.md:1")]


def test_the_nearest_french_page_is_proposed(tmp_path: Path) -> None:
    """A translation at a misspelled address is shown the address that was meant."""
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr/index.md").write_text(page(extra=HOME), "utf-8")
    (tmp_path / "fr/logement.md").write_text(page(), "utf-8")
    (tmp_path / "en").mkdir()
    (tmp_path / "en/logment.md").write_text(page(), "utf-8")
    faults = Faults()
    load(tmp_path, faults)

    assert ["→ « logement »" in fault.sentence() for fault in faults] == [True]


@pytest.mark.parametrize(
    "name",
    ["fr/Écoute.md", "fr/ecoute.MD", "fr/é/a.md", "fr/a b.md", "fr/a_b.md", "fr/-a.md", "fr/a--b.md", "fr/a.b.md"],
)
def test_a_name_that_suits_no_address_is_refused(tmp_path: Path, name: str) -> None:
    """An address is plain lower-case letters, digits and single hyphens, the same on every host."""
    library, faults = library_of(tmp_path, {name: page()})

    assert (set(library.documents), [where for _, where in faults]) == ({""}, [f"{name}:1"])


@pytest.mark.parametrize("name", ["fr/.DS_Store", "fr/.a.md", "fr/.git/a.md", "fr/a/.gitkeep"])
def test_hidden_files_are_passed_over(tmp_path: Path, name: str) -> None:
    """What systems and editors hide in a folder is no mistake of the writer."""
    library, faults = library_of(tmp_path, {name: "?"})

    assert (set(library.documents), faults) == ({""}, [])


def test_a_link_out_of_the_folder_is_not_read(tmp_path: Path) -> None:
    """No file from elsewhere on the machine can end up in the site."""
    outside = tmp_path / "secret.md"
    outside.write_text(page("Secret"), "utf-8")
    content = tmp_path / "content"
    (content / "fr").mkdir(parents=True)
    (content / "fr/a.md").symlink_to(outside)
    library, faults = library_of(content, {})

    assert (set(library.documents), faults) == ({""}, [("outside", "fr/a.md:1")])


def test_a_linked_folder_outside_is_not_read(tmp_path: Path) -> None:
    """Neither can a whole folder from elsewhere."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/a.md").write_text(page("Secret"), "utf-8")
    content = tmp_path / "content"
    (content / "fr").mkdir(parents=True)
    (content / "fr/b").symlink_to(tmp_path / "elsewhere")
    library, _ = library_of(content, {})

    assert set(library.documents) == {""}


def test_a_link_within_the_folder_is_read(tmp_path: Path) -> None:
    """A link to a file of the same content is an ordinary file."""
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr/b.md").symlink_to("a.md")
    library, faults = library_of(tmp_path, {"fr/a.md": page()})

    assert (set(library.documents), faults) == ({"", "a", "b"}, [])


def test_content_is_read_in_the_same_order_everywhere(tmp_path: Path) -> None:
    """The order of pages does not depend on the file system."""
    library, _ = library_of(tmp_path, {f"fr/{name}.md": page() for name in ("c", "a", "b")})

    assert list(library.documents) == ["a", "b", "c", ""]


@pytest.mark.parametrize(
    "changed",
    [page("Autre"), page(extra="onglet: Autre\n"), page(body="Un autre texte."), page().replace("phrase", "autre")],
)
def test_other_french_words_have_another_fingerprint(tmp_path: Path, changed: str) -> None:
    """A translation notices that any of the French words has changed."""
    prints = [
        library_of(tmp_path / name, {"fr/a.md": text})[0].documents["a"].fingerprint
        for name, text in (("before", page()), ("after", changed))
    ]

    assert prints[0] != prints[1]


def test_other_french_facts_have_the_same_fingerprint(tmp_path: Path) -> None:
    """A new day of verification or another number leaves the translations as they are."""
    prints = [
        library_of(tmp_path / name, {"fr/a.md": page(extra=LINE + extra)})[0].documents["a"].fingerprint
        for name, extra in (("before", ""), ("after", "verifie_le: 2026-01-01\nordre: 3\n"))
    ]

    assert prints[0] == prints[1]
