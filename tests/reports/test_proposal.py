"""What a proposed change does, as whoever decides on it is told."""

import html
import re
from pathlib import Path
from urllib.parse import quote

import pytest

from eclaircie.kept.store import Store
from eclaircie.languages import ARABIC
from eclaircie.project import STATIC, TRANSLATIONS
from eclaircie.reports.comment import LONGEST, MARKER, comment, page
from eclaircie.reports.marked_words import Run, marked
from eclaircie.reports.page_changes import Changed, Page, PageChanges, Passage, Shown
from eclaircie.reports.plain_markdown import plain
from eclaircie.reports.proposal import COPY, Maker, Proposal, Told, Version
from eclaircie.reports.second_look import Look
from tests.small_site import BEFORE_REVIEW, FILES, write_small_content

HOSTILE = "@equipe <img src=x> [ici](https://mauvais.test) www.mauvais.test #12 !3 /close <!-- eclaircie:proposal -->"

CHANGES = {
    "fr/aider/index.md": FILES["fr/aider/index.md"].replace("Appelez", "Vous pouvez appeler"),
    "fr/aider/nouveau.md": "---\ntitre: Un nouveau texte\nresume: Ce texte est nouveau.\n---\nUn seul paragraphe.\n",
    "fr/numeros/conseils.md": FILES["fr/numeros/conseils.md"].replace("de: 09:00", "de: 10:00"),
    "en/numeros/conseils.md": FILES["en/numeros/conseils.md"].replace("Someone", "Somebody"),
    "fr/traces/fenetre.md": FILES["fr/traces/fenetre.md"].replace("Rien.", "Une fenêtre de plus."),
}
"""A word of French, of which the Arabic is behind then; a page; a fact, the day of its verification as it was; a word of a
translation; a text about traces."""

Looks = dict[tuple[str, str], tuple[str, ...]]


def propose(root: Path, before: dict[str, str], after: dict[str, str], *removed: str, built: bool = False) -> Proposal:
    """What a change of some files of the small content does. built: whether pages are compared, which takes seconds."""
    versions = []
    for name, changes in (("before", before), ("after", {**before, **after})):
        content = write_small_content(root / name / "content", changes)
        versions.append(Version(content, TRANSLATIONS))
    for name in removed:
        (versions[1].content / name).unlink()
    maker = Maker(BEFORE_REVIEW, STATIC, Store(root / "kept"))
    return maker.propose(versions[0], versions[1], root / "told" if built else None)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the proposal of most tests was made."""
    return tmp_path_factory.mktemp("proposal")


@pytest.fixture(scope="module")
def proposal(root: Path) -> Proposal:
    """That of `CHANGES`, which also removes a page."""
    return propose(root, {}, CHANGES, "fr/aider/voisin.md", built=True)


@pytest.fixture(scope="module")
def looks(proposal: Proposal) -> Looks:
    """The files that somebody should look at, by why and who."""
    return {(look.kind, look.who): look.files for look in proposal.looks}


def test_pages_are_told_by_what_became_of_them(proposal: Proposal) -> None:
    """In each language that shows them."""
    assert proposal.pages
    assert next(change.page.address for change in proposal.pages.added) == "/fr/aider/nouveau/"
    assert next(page.address for page in proposal.pages.removed) == "/fr/aider/voisin/"
    changed = {change.page.address: change for change in proposal.pages.changed}
    assert changed["/fr/traces/fenetre/"].passages[0].passage == Passage(
        before=("Rien.",), after=("Une fenêtre de plus.",)
    )
    assert proposal.files == 6


def test_the_copy_is_of_the_proposed_site(proposal: Proposal, root: Path) -> None:
    """It opens from a folder, and has the words that were changed."""
    page = (root / "told" / COPY / "fr" / "traces" / "fenetre" / "index.html").read_text("utf-8")

    assert proposal.unbuilt == ""
    assert "Une fenêtre de plus." in page
    assert 'href="../../index.html"' in page


def test_a_second_person_looks_at_texts_of_safety(looks: Looks) -> None:
    """What home shows first is one, and what tells of traces."""
    assert looks["safety", ""] == ("content/fr/aider/index.md", "content/fr/traces/fenetre.md")


def test_facts_are_for_whoever_verifies_them(looks: Looks) -> None:
    """And it is told that the day of their verification is still the former one."""
    assert looks["facts", ""] == ("content/fr/numeros/conseils.md",)
    assert looks["undated", ""] == ("content/fr/numeros/conseils.md",)


def test_a_translation_is_for_somebody_whose_language_it_is(looks: Looks) -> None:
    """One that was changed, and one that the French has left behind."""
    assert looks["translator", "en"] == ("content/en/numeros/conseils.md",)
    assert looks["left_behind", "ar"] == ("content/ar/aider/index.md",)
    assert ("left_behind", "en") not in looks


def test_whoever_cares_for_a_file_is_named(tmp_path: Path) -> None:
    """As the file says it, before the change or after it."""
    cared = CHANGES["fr/aider/nouveau.md"].replace("resume:", "suivi_par: CIDFF 71\nresume:")

    found = propose(tmp_path, {}, {"fr/aider/nouveau.md": cared})

    assert Look(kind="cared_for", who="CIDFF 71", files=("content/fr/aider/nouveau.md",)) in found.looks


def test_only_remarks_of_the_files_touched_are_told_the_new_ones_first(tmp_path: Path) -> None:
    """The others are as many as there were, and nobody asked."""
    doubt = 'a_verifier: ["{}"]\nresume:'
    before = {
        name: FILES[name].replace("resume:", doubt.format("Ancien"), 1)
        for name in ("fr/telephone/doute.md", "fr/traces/fenetre.md")
    }
    after = before["fr/telephone/doute.md"].replace('["Ancien"]', '["Ancien", "Nouveau"]')

    found = propose(tmp_path, before, {"fr/telephone/doute.md": after})

    assert {told.where.partition(":")[0] for told in found.remarks} == {"content/fr/telephone/doute.md"}
    assert [("Nouveau" in told.sentence, told.is_new) for told in found.remarks] == [(True, True), (False, False)]


def test_faults_are_told_and_nothing_is_built(tmp_path: Path) -> None:
    """Those of the files touched first, and apart those that they cause elsewhere."""
    wrong = FILES["fr/aider/voisin.md"].replace("ligne: conseils", "ordre: dix")

    found = propose(tmp_path, {}, {"fr/aider/voisin.md": wrong}, "fr/numeros/conseils.md", built=True)

    assert found.unbuilt == "proposed" and found.pages is None
    assert {told.where.partition(":")[0] for told in found.faults} == {"content/fr/aider/voisin.md"}
    assert "content/fr/aider/index.md" in {told.where.partition(":")[0] for told in found.elsewhere}
    assert not (tmp_path / "told").exists()


def test_what_mends_the_published_site_has_a_copy_all_the_same(tmp_path: Path) -> None:
    """There is nothing to compare it with, and that is said."""
    wrong = FILES["fr/aider/voisin.md"].replace("ligne: conseils", "ordre: dix")

    found = propose(
        tmp_path, {"fr/aider/voisin.md": wrong}, {"fr/aider/voisin.md": FILES["fr/aider/voisin.md"]}, built=True
    )

    assert (found.unbuilt, found.pages, found.faults) == ("base", None, ())
    assert (tmp_path / "told" / COPY / "fr" / "aider" / "voisin" / "index.html").is_file()
    assert "ne se construit pas" in comment(found)


def test_settings_that_others_could_see_are_texts_of_safety(tmp_path: Path) -> None:
    """Where Quitter leads is; the address of the publisher is not."""
    settings = FILES["site.yaml"].replace("exit.example.net/fr", "exit.example.net/autre")
    publisher = FILES["site.yaml"].rstrip() + "\n        editeur: {nom: Essai}\n"

    dangerous = propose(tmp_path / "a", {}, {"site.yaml": settings})
    harmless = propose(tmp_path / "b", {}, {"site.yaml": publisher})

    assert [(look.kind, look.files) for look in dangerous.looks] == [("safety", ("content/site.yaml",))]
    assert harmless.looks == ()


# As a comment


def test_the_data_of_a_proposal_goes_from_one_program_to_another(proposal: Proposal) -> None:
    """Written and read again, it says the same; what it does not know is refused."""
    text = proposal.model_dump_json(exclude_defaults=True)

    assert Proposal.model_validate_json(text) == proposal
    with pytest.raises(ValueError, match="extra"):
        Proposal.model_validate_json(text[:-1] + ', "more": 1}')


def test_the_comment_says_all_that_was_found(proposal: Proposal) -> None:
    """In French, or in English."""
    told = comment(proposal, download="https://forge.example/run")

    assert told.startswith(MARKER)
    for heading in (
        "Ce que cette proposition change",
        "Qui doit regarder",
        "Les pages, avant et après",
        "Voir les pages",
    ):
        assert f">{heading}" in told
    assert "<del>Appelez</del>" in told and "<ins>Vous pouvez appeler</ins>" in told
    assert '<a href="https://forge.example/run">' in told
    assert "What this proposal changes" in comment(proposal, "en")


def test_of_a_new_page_nothing_is_told_that_was_before(proposal: Proposal) -> None:
    """It would be nothing, at each passage."""
    [block] = [line for line in comment(proposal).splitlines() if "<code>/fr/aider/nouveau/</code>" in line]

    assert "Un seul paragraphe." in block
    assert "Avant" not in block


def test_arabic_is_read_from_the_right(proposal: Proposal) -> None:
    """A forge that shows French from left to right shows it as it is read."""
    assert f'<p dir="{ARABIC.direction}">' in comment(proposal)


def hostile() -> Proposal:
    """A proposal of which every text comes from somebody with bad intentions."""
    passage = Shown(passage=Passage(before=(HOSTILE,), after=("\n\n# Titre\n/merge", HOSTILE)), pages=(HOSTILE, "b"))
    page = Page(address=HOSTILE, title=HOSTILE, former=HOSTILE)
    change = Changed(page=page, passages=(passage,))
    pages = PageChanges(added=(change,), moved=(change,), changed=(change,), removed=(page,), shared=(passage,))
    told = (Told(where=HOSTILE, sentence=HOSTILE),)
    looks = tuple(Look(kind=kind, who=HOSTILE[:100], files=(HOSTILE,)) for kind in ("cared_for", "translator"))
    return Proposal(files=1, faults=told, elsewhere=told, remarks=told, looks=looks, pages=pages)


def test_a_hostile_text_is_only_seen() -> None:
    """No name is called, no link leads elsewhere, no HTML comes from outside, and the mark stands once."""
    told = comment(hostile())
    read = html.unescape(re.sub(r"<[^<>]*>", "", told.replace(MARKER, "")))

    assert told.count(MARKER) == told.count("<!--") == 1
    assert set(re.findall(r"<([a-z0-9]+)", told)) <= {
        *("h2", "h3", "h4", "p", "ul", "li", "b", "i", "br", "code", "details", "summary", "blockquote", "ins", "del")
    }
    assert re.search(r"@\w|#\d|!\d|https?://|www\.\w|\]\(", read) is None
    assert "mauvais.test" in read and "<img src=x>" in read
    assert [line for line in told.splitlines()[1:] if line and not line.startswith("<")] == []


def test_the_page_beside_the_copy_leads_to_its_pages(proposal: Proposal, root: Path) -> None:
    """And to nothing else; its title says nothing."""
    told = page(proposal)
    links = re.findall(r'href="([^"]*)"', told)

    assert links
    assert [link for link in links if not (root / "told" / link).is_file()] == []
    assert "<title>Relecture</title>" in told and "default-src 'none'" in told
    assert set(re.findall(r'href="([^"]*)"', page(hostile()))) == {f"copie{quote(HOSTILE)}index.html"}


@pytest.mark.parametrize(
    "text", ["*a* _b_ `c` ~~d~~", "a\nb", "\u202eabc", "a@b.test", "x/y#1", "GH-12", ":+1:", "$5 %6 ~7"]
)
def test_no_sign_of_a_forge_is_left(text: str) -> None:
    """Whatever one forge or another reads into it, a sign that is not seen or a number of the sign stands in it."""
    written = plain(text)

    assert re.search(r"[*_`~\n\u202e@$%]|GH-\d|#1|:\+1", re.sub(r"&#\d+;", " ", written)) is None
    assert html.unescape(written).replace("\u200b", "") == text.replace("\n", " ").replace("\u202e", "\\u202e")


def test_the_comment_stays_short_enough_and_says_what_it_leaves_out() -> None:
    """Hundreds of pages with long texts still make one comment that a forge takes."""
    changes = tuple(
        Changed(
            page=Page(address=f"/fr/{number}/", title="é" * 200),
            passages=(Shown(passage=Passage(before=("é" * 5000,) * 5, after=("à",)), pages=(f"/fr/{number}/",)),),
        )
        for number in range(400)
    )

    told = comment(Proposal(files=400, pages=PageChanges(changed=changes)))

    assert len(told.encode()) <= LONGEST
    shown = told.count("<details>")
    assert 0 < shown < 400
    assert f"Et {400 - shown} de plus" in told


def test_many_files_and_remarks_leave_room_for_the_pages() -> None:
    """Fewer are named, with how many there are besides."""
    names = tuple(f"content/fr/{'dossier/' * 30}{number}.md" for number in range(50))
    looks = tuple(Look(kind="cared_for", who=f"Service {number}", files=names) for number in range(50))
    remarks = tuple(Told(where=name, sentence="é" * 5000) for name in names)
    page_of_text = Changed(
        page=Page(address="/fr/a/", title="A"),
        passages=(Shown(passage=Passage(after=("Un mot.",)), pages=("/fr/a/",)),),
    )

    told = comment(Proposal(files=50, looks=looks, remarks=remarks, pages=PageChanges(changed=(page_of_text,))))

    assert len(told.encode()) <= LONGEST
    assert "Un mot." in told and "Service 0" in told and "et 42 de plus" in told


def test_a_page_without_room_does_not_hide_those_behind_it() -> None:
    """It is left out, and the others are shown."""
    long = Changed(
        page=Page(address="/fr/a/", title="A"), passages=(Shown(passage=Passage(after=("*" * 1400,) * 39), pages=()),)
    )
    short = Changed(page=Page(address="/fr/b/", title="B"), passages=(Shown(passage=Passage(after=("Un",)), pages=()),))

    told = comment(Proposal(files=1, pages=PageChanges(changed=(long, short, long))))

    assert "/fr/b/" in told and "/fr/a/" not in told and "Et 2 de plus" in told


def test_words_that_differ_are_marked() -> None:
    """Those that stayed are not, also across paragraphs."""
    before, after = marked(["On appelle le 17.", "Fin."], ["On appelle le 112.", "Vraiment.", "Fin."])

    assert before == [[Run("On appelle le ", False), Run("17", True), Run(".", False)], [Run("Fin.", False)]]
    assert [[run.text for run in paragraph if run.is_other] for paragraph in after] == [["112."], ["Vraiment"], []]


def test_texts_that_say_something_else_are_not_marked() -> None:
    """Nor is one that stands alone: everything in it is new."""
    assert marked(["Un deux trois quatre."], ["Rien de commun ici, vraiment"])[0] == [
        [Run("Un deux trois quatre.", False)]
    ]
    assert marked([], ["Seul"]) == ([], [[Run("Seul", False)]])
