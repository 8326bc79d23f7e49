"""Which pages differ between two builds, and how their words do."""

from pathlib import Path

import pytest

from eclaircie.reports.page_changes import PageChanges, Passage, compare
from eclaircie.reports.visible_text import paragraphs

FRAME = '<a class="quick-exit" href="https://exit.example.net/">Quitter</a>'


def write(folder: Path, pages: dict[str, str]) -> Path:
    """A build of some pages: by address, what stands in `<main>`."""
    for address, main in pages.items():
        file = folder / address.strip("/") / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(
            f"<title>Essai</title><style>a{{}}</style><body>{FRAME}<main>{main}</main><script>1</script>", "utf-8"
        )
    return folder


HOME = {"/fr/": "<h1>Accueil</h1>", "/en/": "<h1>Home</h1>", "/ar/": "<h1>…</h1>"}


def differences(tmp_path: Path, before: dict[str, str], after: dict[str, str], *own: str) -> PageChanges:
    """What differs between two builds, home being the same in both."""
    return compare(write(tmp_path / "a", {**HOME, **before}), write(tmp_path / "b", {**HOME, **after}), own)


def test_a_changed_paragraph_is_told_with_the_one_before(tmp_path: Path) -> None:
    """And nothing else of its page."""
    found = differences(tmp_path, {"/fr/a/": "<h1>A</h1><p>Un<p>Deux"}, {"/fr/a/": "<h1>A</h1><p>Un<p>Trois"})

    [change] = found.changed
    assert (change.page.address, change.page.title) == ("/fr/a/", "A")
    assert [shown.passage for shown in change.passages] == [Passage(before=("Deux",), after=("Trois",))]


def test_a_page_that_only_looks_other_has_no_other_words(tmp_path: Path) -> None:
    """It is counted, and not told as changed."""
    found = differences(tmp_path, {"/fr/a/": "<p>Un</p>"}, {"/fr/a/": "<p class=new>Un</p>"})

    assert (found.changed, found.same_text, found.is_empty) == ((), 1, True)


def test_what_several_pages_show_is_said_once(tmp_path: Path) -> None:
    """With all of their addresses."""
    before = {f"/fr/{name}/": f"<h1>{name}</h1><p>17" for name in "abc"}
    after = {address: main.replace("17", "112") for address, main in before.items()}

    found = differences(tmp_path, before, after)

    assert [(shown.passage.after, shown.pages) for shown in found.shared] == [(("112",), tuple(before))]
    assert [change.passages for change in found.changed] == [()] * 3


def test_what_a_changed_file_says_is_told_at_its_page(tmp_path: Path) -> None:
    """Other pages that repeat it are only counted."""
    before = {f"/fr/{name}/": "<p>17" for name in "abc"}

    found = differences(tmp_path, before, dict.fromkeys(before, "<p>112"), "/fr/b/")

    assert found.shared == ()
    [change] = [change for change in found.changed if change.passages]
    assert (change.page.address, change.passages[0].pages[0], len(change.passages[0].pages)) == ("/fr/b/", "/fr/b/", 3)


def test_french_words_shown_in_another_language_are_said_once(tmp_path: Path) -> None:
    """A page that nobody translated has one text at several addresses."""
    before = {"/fr/a/": '<p><a href="/fr/b/">Un</a>', "/en/a/": '<p><a href="/en/b/">Un</a>'}

    found = differences(tmp_path, before, {key: main.replace("Un", "Deux") for key, main in before.items()})

    assert [change.page.address for change in found.changed if change.passages] == ["/fr/a/"]
    assert found.shared == ()


def test_a_new_page_is_told_whole_and_a_removed_one_by_its_title(tmp_path: Path) -> None:
    """What stands on every page is not told again."""
    found = differences(tmp_path, {"/fr/a/": "<h1>A</h1><p>Un"}, {"/fr/b/": "<h1>B</h1><p>Tout autre chose"})

    assert [(page.address, page.title) for page in found.removed] == [("/fr/a/", "A")]
    [new] = found.added
    assert new.page.address == "/fr/b/"
    assert [shown.passage for shown in new.passages] == [Passage(after=("B", "Tout autre chose"))]


def test_a_page_that_was_moved_is_neither_new_nor_removed(tmp_path: Path) -> None:
    """Its former address is told, and of its words those that changed."""
    text = "<h1>A</h1><p>Un<p>Deux<p>Encore<p>"

    found = differences(tmp_path, {"/fr/a/": f"{text}Trois"}, {"/fr/z/a/": f"{text}Quatre"})

    [moved] = found.moved
    assert (moved.page.address, moved.page.former, found.added, found.removed) == ("/fr/z/a/", "/fr/a/", (), ())
    assert [shown.passage.after for shown in moved.passages] == [("Quatre",)]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ('<p>Appelez <a href="tel:17">le 17</a>.', "Appelez le 17 (→ tel:17)."),
        ('<p><a href="../b/index.html#p1">B</a>', "B (→ /b#p1)"),
        ('<p><a href="/fr/">Accueil</a>', "Accueil (→ /)"),
        ('<p><a href="https://a.test/?x=1">A</a>', "A (→ https://a.test/?x=1)"),
        ("<dl><div><dt>Coût</dt> <dd>gratuit</dd></div></dl>", "Coût : gratuit"),
        ('<p>Un<svg><title>dessin</title></svg> <b dir="ltr">deux</b>', "Un deux"),
        ('<nav aria-label="Appeler">', "(Appeler)"),
        ('<a class="quick-exit" href="https://a.test" data-second="https://b.test">Quitter</a>', "(→ https://b.test) Quitter (→ https://a.test)"),
    ],
)  # fmt: skip
def test_what_matters_and_is_not_seen_is_read_too(html: str, text: str) -> None:
    """Where a link leads, and what a screen reader says; a drawing is left out."""
    assert [paragraph.text for paragraph in paragraphs(f"<main>{html}</main>", "/fr/a/")] == [text]


def test_the_title_of_the_tab_is_told_apart(tmp_path: Path) -> None:
    """It stays in the history of a device: who decides has to see it."""
    before, after = write(tmp_path / "a", HOME), write(tmp_path / "b", HOME)
    file = after / "fr" / "index.html"
    file.write_text(file.read_text("utf-8").replace("<title>Essai", "<title>Alerte"), "utf-8")

    [change] = compare(before, after).changed

    assert [shown.passage for shown in change.passages] == [Passage(before=("Essai",), after=("Alerte",), in_tab=True)]
