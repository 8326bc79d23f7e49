"""Changes reach the others, whatever goes wrong on the way, and nothing is lost."""

import shutil
import subprocess
from pathlib import Path

import pytest

from eclaircie.editing.publishing.errors import SendingError
from tests.editing.publishing.conftest import NOW, OTHER, PAGE, TEXT, Person, copy_of
from tests.editing.publishing.forge import KEY, Forge, forge_of, git

MINE, THEIRS = TEXT.format(title="Le mien"), TEXT.format(title="L'autre")


def test_what_is_published_arrives_as_one_commit(forge: Forge, alice: Person) -> None:
    """The files changed are in the repository of the forge, with the sentence and the name; here nothing is left to send."""
    alice.write(PAGE, MINE)
    alice.write("content/fr/aider/nouveau.md", "Tout autre chose.\n")
    (alice.folder / OTHER).unlink()

    assert alice.publishes("Corrige le titre").files == 3
    assert (
        forge.git("log", "-2", "--format=%s|%an|%ae", "main")
        == "Corrige le titre|Équipe|\nDébut|Autre|autre@example.org\n"
    )
    assert forge.text(PAGE) == MINE
    assert OTHER not in forge.git("ls-tree", "-r", "--name-only", "main")
    assert alice.changed() == []
    assert git(alice.folder, "status", "--porcelain", "--branch") == "## main...origin/main\n"


def test_a_signature_is_a_line_that_everybody_can_read(forge: Forge, alice: Person) -> None:
    """Signs that nobody sees, ends of lines and what git takes for an address are left out."""
    alice.write(PAGE, MINE)
    alice.author = "Équipe\n<a@b.example>\x1b[2J"
    alice.publishes("Deux\nlignes\x1b[2J")
    assert forge.git("log", "-1", "--format=%an|%B", "main").rstrip() == "Équipe a@b.example[2J|Deux lignes[2J"


def test_only_words_are_sent(forge: Forge, alice: Person) -> None:
    """What was changed in the program stays on this computer."""
    alice.write(PAGE, MINE)
    alice.write("freeze.py", "changed\n")
    alice.write("content/fr/aider/.voisin.md.swp", "left")

    alice.publishes()
    assert forge.git("diff", "--name-only", "main~", "main") == f"{PAGE}\n"


def test_changes_of_others_to_other_files_are_joined(forge: Forge, alice: Person, basma: Person) -> None:
    """Who publishes second has the work of the first, and theirs arrives too."""
    basma.write(OTHER, THEIRS)
    basma.publishes()
    alice.write(PAGE, MINE)

    sent = alice.publishes()
    assert (sent.files, sent.received.files) == (1, (OTHER,))
    assert alice.text(OTHER) == forge.text(OTHER) == THEIRS
    assert forge.text(PAGE) == MINE
    assert git(alice.folder, "status", "--porcelain") == ""


def test_a_file_that_both_changed_waits_for_a_choice(forge: Forge, alice: Person, basma: Person) -> None:
    """Both texts are shown, and until then neither the file nor the forge changes."""
    basma.write(PAGE, THEIRS)
    basma.publishes()
    alice.write(PAGE, MINE)

    [conflict] = alice.publishes().conflicts
    assert (conflict.path, conflict.mine, conflict.theirs) == (PAGE, MINE.encode(), THEIRS.encode())
    assert alice.text(PAGE) == MINE
    assert forge.text(PAGE) == THEIRS


def test_mine_follows_theirs(forge: Forge, alice: Person, basma: Person) -> None:
    """Who keeps their own text publishes it after the other one, which stays in the history."""
    basma.write(PAGE, THEIRS)
    basma.publishes()
    alice.write(PAGE, MINE)

    alice.publishes(PAGE="mine")
    assert forge.text(PAGE) == MINE
    assert forge.text(PAGE, "main~") == THEIRS


def test_theirs_takes_the_place_of_mine_which_is_kept(forge: Forge, alice: Person, basma: Person) -> None:
    """Who takes the other text can have their own back."""
    basma.write(PAGE, THEIRS)
    basma.publishes()
    alice.write(PAGE, MINE)

    sent = alice.publishes(PAGE="theirs")
    assert (sent.files, alice.text(PAGE)) == (0, THEIRS)
    kept = alice.folder / ".git" / "eclaircie" / "aside" / sent.received.kept / "files" / PAGE
    assert kept.read_text("utf-8") == MINE


def test_the_same_correction_by_both_is_no_conflict(alice: Person, basma: Person) -> None:
    """Two people who mend the same slip are asked nothing."""
    for person in (basma, alice):
        person.write(PAGE, MINE)
        assert person.publishes().conflicts == ()
    assert alice.changed() == []


def test_a_wrong_key_is_told(forge: Forge, alice: Person) -> None:
    """The sentence says that the key is refused; the key stands in no error and in no file of the repository."""
    alice.write(PAGE, MINE)
    alice.keeper.keep(forge.url.rpartition("/equipe")[0], "fausse-clef")
    with pytest.raises(SendingError) as error:
        alice.publishes()
    assert error.value.code == "key_refused"
    assert "fausse-clef" not in repr(error.value.values)
    assert alice.text(PAGE) == MINE


def test_no_key_is_asked_for_in_words(forge: Forge, alice: Person) -> None:
    """Without a key, the sentence asks for one."""
    alice.keeper.forget(forge.url.rpartition("/equipe")[0])
    with pytest.raises(SendingError) as error:
        alice.publishes()
    assert error.value.code == "key_needed"


def test_the_key_stands_in_no_file(forge: Forge, alice: Person) -> None:
    """After sending, no file of the copy or of the forge holds it, nor an address that git keeps."""
    alice.write(PAGE, MINE)
    alice.publishes()
    alice.write(PAGE, THEIRS)
    alice.proposes()

    files = [file for folder in (alice.folder, forge.folder) for file in folder.rglob("*") if file.is_file()]
    assert KEY in forge.keys_seen
    assert [file for file in files if KEY.encode() in file.read_bytes()] == []


@pytest.mark.parametrize("service", ["upload", "receive"])
@pytest.mark.parametrize("after", [0, 40])
def test_a_server_that_goes_in_the_middle_loses_nothing(
    forge: Forge, alice: Person, basma: Person, service: str, after: int
) -> None:
    """The texts stay, and the same press sends them once the server is back."""
    basma.write(OTHER, THEIRS)
    basma.publishes()
    alice.write(PAGE, MINE)
    forge.breaks, forge.breaks_after = service, after
    with pytest.raises(SendingError) as error:
        alice.publishes()
    assert error.value.code == "no_answer"
    assert alice.text(PAGE) == MINE

    forge.breaks = ""
    alice.publishes()
    assert (forge.text(PAGE), forge.text(OTHER)) == (MINE, THEIRS)
    assert alice.changed() == []
    assert git(alice.folder, "status", "--porcelain") == ""
    git(alice.folder, "fsck", "--strict")


def test_what_arrived_unheard_is_no_change_of_somebody_else(forge: Forge, alice: Person) -> None:
    """The forge had it before it fell silent; meanwhile the same page was written on: nobody is asked to choose."""
    alice.write(PAGE, MINE)
    forge.breaks, forge.breaks_after = "receive", 40
    with pytest.raises(SendingError):
        alice.publishes("Première")
    assert forge.text(PAGE) == MINE

    forge.breaks = ""
    alice.write(PAGE, MINE + "Encore.\n")
    assert alice.publishes("Seconde").conflicts == ()
    assert forge.git("log", "-2", "--format=%s", "main") == "Seconde\nPremière\n"


def test_no_network_is_told(forge: Forge, alice: Person) -> None:
    """Where nothing listens, the sentence says so; nothing changes."""
    git(alice.folder, "remote", "set-url", "origin", "http://127.0.0.1:9/equipe/site.git")
    alice.write(PAGE, MINE)
    with pytest.raises(SendingError) as error:
        alice.publishes()
    assert error.value.code == "no_answer"
    assert len(alice.changed()) == 1


@pytest.mark.skipif(not shutil.which("openssl"), reason="needs openssl, which makes the certificate")
def test_a_connection_that_is_not_safe_is_refused(project: Path, tmp_path: Path) -> None:
    """By https: a certificate that nobody knows ends in its sentence, and the key was not sent; a known one is enough."""
    certificate = tmp_path / "certificate.pem"
    subject = ("-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1")
    openssl = (
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:P-256",
        "-nodes",
        "-days",
        "2",
    )
    files = ("-keyout", str(certificate), "-out", str(tmp_path / "public.pem"))
    subprocess.run([*openssl, *subject, *files], check=True, capture_output=True)
    certificate.write_text(certificate.read_text() + (tmp_path / "public.pem").read_text())

    with forge_of(shutil.copytree(project / "site.git", tmp_path / "site.git"), certificate) as forge:
        alice = copy_of(forge, tmp_path / "alice", project / "copy")
        alice.write(PAGE, MINE)
        with pytest.raises(SendingError) as error:
            alice.publishes()
        assert (error.value.code, forge.keys_seen) == ("certificate", [])
        git(alice.folder, "config", "http.sslCAInfo", str(tmp_path / "public.pem"))
        alice.publishes()
        assert forge.text(PAGE) == MINE


def test_what_a_forge_refuses_is_told(forge: Forge, alice: Person) -> None:
    """No right, no such project, a forge that is ill: each has its sentence."""
    for status, code in ((403, "no_right"), (404, "not_there"), (500, "forge_ill")):
        forge.status = status
        with pytest.raises(SendingError) as error:
            alice.publishes()
        assert error.value.code == code


def test_a_protected_branch_is_told_with_what_the_forge_says(forge: Forge, alice: Person) -> None:
    """Who may not publish reads why, and what else to do."""
    hook = forge.folder / "hooks" / "pre-receive"
    hook.write_text("#!/bin/sh\necho 'You are not allowed to push here.' >&2\nexit 1\n")
    hook.chmod(0o755)
    alice.write(PAGE, MINE)
    with pytest.raises(SendingError) as error:
        alice.publishes()
    assert error.value.code == "refused"
    assert "You are not allowed to push here." in error.value.values["reason"]
    assert len(alice.changed()) == 1


def test_faults_keep_changes_here(forge: Forge, alice: Person) -> None:
    """What a check refuses is not sent."""

    def refuse() -> None:
        raise SendingError("faults", count=1)

    alice.check = refuse
    alice.write(PAGE, MINE)
    for send in (alice.publishes, alice.proposes):
        with pytest.raises(SendingError) as error:
            send()
        assert error.value.code == "faults"
    assert forge.git("for-each-ref", "--format=%(refname)").split() == ["refs/heads/main"]


def test_what_was_sent_while_we_sent_is_never_overwritten(forge: Forge, alice: Person, basma: Person) -> None:
    """Somebody publishes between our look and our sending: theirs stays, ours comes after it."""

    def meanwhile() -> None:
        alice.check = lambda: None
        basma.write(OTHER, THEIRS)
        basma.publishes("Entre-temps")

    alice.check = meanwhile
    alice.write(PAGE, MINE)
    alice.publishes("Après")
    assert forge.git("log", "-2", "--format=%s", "main") == "Après\nEntre-temps\n"
    assert alice.text(OTHER) == THEIRS


def test_a_short_history_is_enough(forge: Forge, alice: Person, tmp_path: Path) -> None:
    """A copy without its history (depth 1) receives and sends as any other."""
    for number in range(3):
        alice.write(PAGE, TEXT.format(title=number))
        alice.publishes()
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{forge.folder}", "short")
    chloe = copy_of(forge, tmp_path / "chloe", tmp_path / "short")
    alice.write(OTHER, THEIRS)
    alice.publishes()
    chloe.write(PAGE, MINE)

    chloe.publishes()
    assert (forge.text(PAGE), chloe.text(OTHER)) == (MINE, THEIRS)


def test_commits_made_with_git_go_along(forge: Forge, alice: Person) -> None:
    """Who also works with git finds their commits sent, below the change."""
    alice.write("freeze.py", "changed\n")
    git(alice.folder, "commit", "-qam", "Avec git")
    alice.write(PAGE, MINE)

    alice.publishes("Avec l'éditeur")
    assert forge.git("log", "-2", "--format=%s", "main") == "Avec l'éditeur\nAvec git\n"


def test_two_histories_are_left_to_git(forge: Forge, alice: Person, basma: Person) -> None:
    """Commits here that others do not have, and theirs that are not here: a sentence says whom to ask, nothing changes."""
    basma.write(OTHER, THEIRS)
    basma.publishes()
    alice.write(PAGE, MINE)
    git(alice.folder, "commit", "-qam", "Avec git")
    with pytest.raises(SendingError) as error:
        alice.publishes()
    assert error.value.code == "diverged"
    assert alice.text(PAGE) == MINE


# Proposals


def test_a_proposal_has_a_branch_of_its_own(forge: Forge, alice: Person) -> None:
    """What is proposed is on the forge and not yet published; here it still differs from what is."""
    alice.write(PAGE, MINE)

    alice.proposes("Corrige")
    branch = f"proposition-{NOW:%Y%m%d-%H%M%S}"
    assert forge.text(PAGE, branch) == MINE
    assert forge.text(PAGE) != MINE
    assert len(alice.changed()) == 1


def test_what_is_proposed_next_is_added(forge: Forge, alice: Person) -> None:
    """While nobody has accepted, the same proposal grows; the same again adds nothing."""
    alice.write(PAGE, MINE)
    alice.proposes()
    alice.write(OTHER, THEIRS)
    alice.proposes("Et encore")
    alice.proposes("Rien de plus")

    [branch] = [name for name in forge.git("for-each-ref", "--format=%(refname:short)").split() if name != "main"]
    assert forge.git("log", "--format=%s", f"main..{branch}") == "Et encore\nUne phrase\n"


@pytest.mark.parametrize("way", ["--no-ff", "--squash"])
def test_an_accepted_proposal_leaves_nothing_to_send(forge: Forge, alice: Person, basma: Person, way: str) -> None:
    """Merged as it was, or as one new commit: nothing is asked, and the next proposal is another."""
    alice.write(PAGE, MINE)
    alice.proposes()
    branch = f"proposition-{NOW:%Y%m%d-%H%M%S}"
    accept(forge, basma, branch, way)

    assert alice.proposes().conflicts == ()
    assert alice.changed() == []
    with alice.connected() as (repository, _):
        assert repository.setting("proposal") == ""


@pytest.mark.parametrize("way", ["--no-ff", "--squash"])
def test_a_page_may_be_written_on_while_its_proposal_waits(
    forge: Forge, alice: Person, basma: Person, way: str
) -> None:
    """Accepted as it was, it leaves only what was written since, and no question."""
    alice.write(PAGE, MINE)
    alice.proposes()
    alice.write(PAGE, MINE + "Encore.\n")
    accept(forge, basma, f"proposition-{NOW:%Y%m%d-%H%M%S}", way)

    assert alice.publishes().conflicts == ()
    assert forge.text(PAGE) == MINE + "Encore.\n"


def test_whoever_accepts_may_correct(forge: Forge, alice: Person, basma: Person) -> None:
    """A proposal that was corrected while it was accepted comes back corrected, without a question."""
    alice.write(PAGE, MINE)
    alice.proposes()
    accept(forge, basma, f"proposition-{NOW:%Y%m%d-%H%M%S}", "--no-ff", PAGE)

    assert alice.publishes().conflicts == ()
    assert alice.text(PAGE) == THEIRS


def accept(forge: Forge, person: Person, branch: str, way: str, corrected: str = "") -> None:
    """Merge a proposal as a forge does. corrected: a file that gets another text with it."""
    git(person.folder, "fetch", "-q", str(forge.folder), f"{branch}:{branch}")
    git(person.folder, "merge", "-q", way, "--no-commit", branch)
    if corrected:
        person.write(corrected, THEIRS)
    git(person.folder, "commit", "-qam", "Accepte")
    git(person.folder, "push", "-q", str(forge.folder), "main:main")
    forge.git("branch", "-D", branch)
