"""`python freeze.py`: what it does, says and answers."""

import calendar
import datetime
import errno
import json
import os
import re
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import freeze
from eclaircie.cli import build, invocation
from eclaircie.cli.annotations import OVERDUE
from eclaircie.cli.voice import Voice
from eclaircie.loading import read_site
from eclaircie.messages.command_lines import freeze_command
from eclaircie.messages.faults import Fault
from eclaircie.messages.sentences import SENTENCES
from eclaircie.messages.tables.faults import REMARKS
from eclaircie.pages.site import Site
from eclaircie.project import PROJECT_ROOT
from tests.conftest import TODAY
from tests.folders import files_in

EPOCH = str(calendar.timegm(TODAY.timetuple()))
"""The day of the newest fact of the content, as everywhere in the tests."""


@pytest.fixture(autouse=True)
def day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every build of the real site is made on the same day; `content` sets that of the small one."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


@pytest.fixture
def broken(content: Path) -> Path:
    """A file with a fault in its fourth line."""
    file = content / "fr" / "aider" / "faute.md"
    file.write_text("---\ntitre: Une page\nresume: Une page.\nordre: dix\n---\nTexte.\n", "utf-8")
    return file


@pytest.fixture
def taken_port() -> Iterator[int]:
    """A port at which another program listens."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        yield other.getsockname()[1]


@pytest.mark.parametrize("words", [("freeze.py",), ("-m", "eclaircie"), ("-m", "eclaircie", "check")])
def test_help_names_the_program_as_one_types_it(words: tuple[str, ...]) -> None:
    """The first line of --help can be copied."""
    shown = subprocess.run(
        [sys.executable, *words, "--help"], cwd=PROJECT_ROOT, capture_output=True, text=True, check=True
    ).stdout

    assert " ".join(words) + " " in shown.partition("\n")[0]


def test_check_says_that_the_content_is_sound(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Sound content is answered with 0 and the number of pages."""
    status = freeze.main(["--check"])

    assert status == 0
    assert capsys.readouterr().out.startswith("Le contenu est juste : 47 pages.\n")


def test_check_writes_nothing(content: Path, tmp_path: Path) -> None:
    """Looking at the content leaves no folder behind."""
    freeze.main(["--check", "--destination", str(tmp_path / "build")])

    assert [path.name for path in tmp_path.iterdir()] == ["content"]


def test_check_names_what_is_still_to_be_decided(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What an association has to fill in before it publishes is listed by its key."""
    freeze.main(["--check"])

    said = capsys.readouterr().out
    assert "À changer dans content/site.yaml avant de publier :\n" in said
    assert {"  adresse", "  entree", "  editeur: nom", "  hebergeur: nom"} <= set(said.splitlines())


@pytest.mark.parametrize(("entrance", "listed"), [("/i", True), ("/k7", False)])
def test_check_asks_for_an_address_to_print_of_ones_own(
    content: Path, capsys: pytest.CaptureFixture[str], entrance: str, listed: bool
) -> None:
    """The address to print that comes with the project is to be changed, for the same everywhere is a signature."""
    settings = content / "site.yaml"
    settings.write_text(f"{settings.read_text('utf-8')}entree: {entrance}\n", "utf-8")

    freeze.main(["--check"])

    assert ("  entree" in capsys.readouterr().out.splitlines()) == listed


def test_the_content_of_the_project_is_sound(capsys: pytest.CaptureFixture[str]) -> None:
    """What is shipped can be built as it is."""
    assert freeze.main(["--check", "--quiet"]) == 0
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("options", [["--check"], []], ids=["check", "build"])
def test_a_fault_is_told_with_file_line_and_remedy(
    broken: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str]
) -> None:
    """A writer reads where the fault is, what it is and how to mend it; the answer is 1."""
    status = freeze.main([*options, "--destination", str(tmp_path / "build")])

    errors = capsys.readouterr().err
    assert status == 1
    assert errors.splitlines() == [
        f"{broken}:4  « dix » n'est pas un nombre entier. Écrivez par exemple : 12.",
        "1 faute(s) à corriger. Rien n'a été publié.",
    ]


def test_a_fault_in_the_project_is_told_by_its_short_name(capsys: pytest.CaptureFixture[str]) -> None:
    """Files of the project are named as a writer knows them, not by their full path."""
    fault = Fault("bad_yes", PROJECT_ROOT / "content" / "fr" / "index.md", 3, (("value", "peut-être"),))

    Voice("fr").fault(fault)

    assert capsys.readouterr().err == "content/fr/index.md:3  « peut-être » : écrivez oui ou non.\n"


def test_content_with_a_fault_leaves_the_published_site_as_it_was(content: Path, tmp_path: Path) -> None:
    """A mistake costs nothing that is published."""
    folder = tmp_path / "build"
    freeze.main(["--destination", str(folder), "--quiet"])
    before = files_in(folder)
    (content / "fr" / "index.md").write_text("rien", "utf-8")

    status = freeze.main(["--destination", str(folder), "--quiet"])

    assert status == 1
    assert files_in(folder) == before


def test_english_is_spoken_on_demand(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every sentence exists in English."""
    freeze.main(["--check", "--lang", "en"])

    assert capsys.readouterr().err.splitlines() == [
        f"{broken}:4  “dix” is no whole number. Write for instance: 12.",
        "1 fault(s) to mend. Nothing was published.",
    ]


def test_a_build_ends_with_its_figures(content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The last line but one says how many pages and languages, how large, how long, and where."""
    folder = tmp_path / "build"

    status = freeze.main(["--destination", str(folder)])

    figures_line = capsys.readouterr().out.splitlines()[-2]
    size = sum(len(file) for file in files_in(folder).values())
    figures = rf"47 pages en 3 langues, {size} octets, \d+\.\d s \(47 refaites\) : {re.escape(str(folder))}"
    assert status == 0
    assert re.fullmatch(figures, figures_line)


@pytest.mark.parametrize(
    ("base_url", "address"),
    [
        ("", "/i"),
        ("https://example.org/", "https://example.org/i"),
        ("https://example.org/aide/", "https://example.org/aide/i"),
    ],
)
def test_a_build_names_the_address_to_print(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], base_url: str, address: str
) -> None:
    """Whoever makes a poster finds the short address, path included, in the last line of the build."""
    options = ["--base-url", base_url] if base_url else []

    freeze.main([*options, "--destination", str(tmp_path / "build")])

    last = capsys.readouterr().out.splitlines()[-1]
    assert last == f"L'adresse à imprimer : {address} (essayez-la une fois le site publié)"


def test_a_second_build_says_that_nothing_was_made(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was taken from the last build is not counted as made."""
    freeze.main(["--destination", str(tmp_path / "build"), "--quiet"])

    freeze.main(["--destination", str(tmp_path / "build")])

    assert "(0 refaites)" in capsys.readouterr().out


def test_quiet_says_nothing_when_all_is_well(content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--quiet tells faults only."""
    status = freeze.main(["--destination", str(tmp_path / "build"), "--quiet"])

    assert status == 0
    assert capsys.readouterr() == ("", "")


def test_quiet_still_tells_faults(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--quiet never hides what keeps the site from being built."""
    freeze.main(["--check", "--quiet"])

    assert f"{broken}:4" in capsys.readouterr().err


@pytest.mark.parametrize(
    "address",
    [
        "example.org",
        "ftp://example.org/",
        "https://",
        "https:///aide/",
        "https://example.org/?a=b",
        "https://example.org/#a",
        "https://[",
        "https://example.org//evil.example/",
        "https://example.org/un espace/",
        'https://example.org/"x',
        "javascript:alert(1)",
    ],
)
def test_a_base_url_that_is_no_address_of_a_site_is_refused(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], address: str
) -> None:
    """A mistyped address is told before anything is written; the answer is 2."""
    status = freeze.main(["--base-url", address, "--destination", str(tmp_path / "build")])

    assert status == 2
    assert f"« {address} » n'est pas l'adresse d'un site." in capsys.readouterr().err
    assert not (tmp_path / "build").exists()


@pytest.mark.parametrize(
    ("address", "canonical"),
    [
        ("https://example.org", "https://example.org/fr/"),
        ("https://example.org/", "https://example.org/fr/"),
        ("https://example.org/aide", "https://example.org/aide/fr/"),
        ("https://example.org/a/b/", "https://example.org/a/b/fr/"),
        ("http://127.0.0.1:8000/", "http://127.0.0.1:8000/fr/"),
    ],
)
def test_the_base_url_is_that_of_the_pages(content: Path, tmp_path: Path, address: str, canonical: str) -> None:
    """With or without a slash at its end, the address given is where the pages say that they are."""
    freeze.main(["--base-url", address, "--destination", str(tmp_path / "build"), "--quiet"])

    page = (tmp_path / "build" / "fr" / "index.html").read_text("utf-8")
    assert f'<link rel="canonical" href="{canonical}">' in page
    assert f'class="brand" href="/{canonical.split("/", 3)[3]}"' in page


@pytest.mark.parametrize("epoch", ["demain", "", "1.5", "9" * 30, "-" + "9" * 30])
def test_a_source_date_epoch_that_is_no_number_is_told(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], epoch: str
) -> None:
    """A build date that makes no sense is named; the answer is 2."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)

    status = freeze.main(["--check"])

    assert status == 2
    assert capsys.readouterr().err.startswith("SOURCE_DATE_EPOCH n'est pas un nombre de secondes.")


def test_the_day_of_the_build_is_that_of_source_date_epoch(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A fact that was checked after the day of the build is a fault, whatever the clock says."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")

    assert freeze.main(["--check"]) == 1
    assert "est dans le futur (2026-11-01)" in capsys.readouterr().err


@pytest.fixture
def a_year_later(monkeypatch: pytest.MonkeyPatch) -> None:
    """The build is made on 30 December 2027, when the facts of the small site are past their review."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1830219200")


def test_strict_age_is_content_with_fresh_facts(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Facts within their review period are answered with 0."""
    assert freeze.main(["--check", "--strict-age", "--quiet"]) == 0
    assert capsys.readouterr() == ("", "")


def test_strict_age_fails_where_facts_are_old(
    content: Path, a_year_later: None, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each file whose facts wait for review is named with its line, and the answer is 1."""
    status = freeze.main(["--check", "--strict-age", "--quiet"])

    errors = capsys.readouterr().err.splitlines()
    assert status == 1
    assert len(errors) == 5
    assert re.match(rf"{content}/fr/numeros/conseils\.md:\d+  Vérifié le 2026-11-01 : c'est trop ancien\.", errors[0])
    assert errors[-1] == "4 fiche(s) dont les faits n'ont pas été revérifiés à temps."


def test_old_facts_do_not_fail_unless_asked(content: Path, a_year_later: None) -> None:
    """The site says of itself that facts are old: nothing keeps it from being checked, built and corrected."""
    assert freeze.main(["--check", "--quiet"]) == 0


def test_news_that_is_over_is_no_old_fact(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is shown no more, so nobody needs to hurry: no remark but that about review makes the command fail."""

    def with_every_other_remark(today: datetime.date, **asked: Any) -> Site:
        site = read_site(today, **asked)
        for code in set(REMARKS) - {OVERDUE}:
            named = set(re.findall(r"\{(\w+)\}", "".join(REMARKS[code]))) - {"hint", "python"}
            site.remarks.add(code, content / "fr" / "index.md", 1, **dict.fromkeys(named, ""))
        return site

    monkeypatch.setattr(invocation, "read_site", with_every_other_remark)

    assert OVERDUE in REMARKS
    assert freeze.main(["--check", "--strict-age", "--quiet"]) == 0


def test_strict_age_goes_with_check(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is built by half: the option is refused without the other."""
    status = freeze.main(["--strict-age"])

    assert status == 2
    assert capsys.readouterr().err == "--strict-age ne va qu'avec --check. Ajoutez --check, ou retirez --strict-age.\n"


@pytest.mark.parametrize("options", [["--check"], []], ids=["check", "build"])
def test_faults_are_told_to_github(
    broken: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str]
) -> None:
    """What a person reads stays as it is, and a command for GitHub is added for each fault."""
    status = freeze.main([*options, "--format", "github", "--quiet", "--destination", str(tmp_path / "build")])

    said = capsys.readouterr()
    assert status == 1
    assert said.err.startswith(f"{broken}:4  « dix »")
    assert said.out == (
        f"::error file={broken},line=4,title=À corriger::« dix » n'est pas un nombre entier. Écrivez par exemple : 12.\n"
    )


def test_old_facts_are_told_to_github(content: Path, a_year_later: None, capsys: pytest.CaptureFixture[str]) -> None:
    """They are remarks beside their lines, and errors where they make the command fail."""
    freeze.main(["--check", "--format", "github", "--quiet", "--lang", "en"])
    remarks = capsys.readouterr().out
    freeze.main(["--check", "--strict-age", "--format", "github", "--quiet", "--lang", "en"])
    errors = capsys.readouterr().out

    assert re.findall("^::(.*?) .*title=(.*?)::", remarks, re.MULTILINE) == [("notice", "To look at")] * 4
    assert re.findall("^::(.*?) .*title=(.*?)::", errors, re.MULTILINE) == [("error", "To mend")] * 4


@pytest.mark.parametrize("faulty", [True, False])
def test_a_report_is_written_for_gitlab(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], faulty: bool
) -> None:
    """With or without faults there is a report, for GitLab compares it with that of the main branch."""
    if faulty:
        (content / "fr" / "index.md").write_text("rien", "utf-8")

    status = freeze.main(["--check", "--format", "gitlab", "--report", str(tmp_path / "report.json"), "--quiet"])

    report = json.loads((tmp_path / "report.json").read_text("utf-8"))
    assert status == int(faulty)
    assert [issue["location"]["path"] for issue in report] == [f"{content}/fr/index.md"] * faulty
    assert capsys.readouterr().out == ""


def test_a_report_that_cannot_be_written_is_told(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A sentence says so, and the answer is 1."""
    status = freeze.main(["--check", "--format", "gitlab", "--report", str(tmp_path), "--quiet"])

    assert status == 1
    assert capsys.readouterr().err.startswith("Le rapport n'a pas pu être écrit : ")


def test_a_fault_is_told_on_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    """A value of several lines cannot put a command of its own into the log of a host."""
    fault = Fault(
        "bad_yes", PROJECT_ROOT / "content" / "fr" / "index.md", 3, (("value", "x\n::stop-commands::y\r\nz"),)
    )

    Voice("fr").fault(fault)

    said = capsys.readouterr().err
    assert said == "content/fr/index.md:3  « x\\u000a::stop-commands::y\\u000d\\u000az » : écrivez oui ou non.\n"


def test_an_address_can_be_required(content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without an address the build is refused and nothing written; the answer is 1."""
    status = freeze.main(["--require-address", "--destination", str(tmp_path / "build"), "--quiet"])

    assert status == 1
    assert capsys.readouterr().err.startswith("L'adresse du site manque. Écrivez-la dans content/site.yaml")
    assert not (tmp_path / "build").exists()


@pytest.mark.parametrize("where", ["settings", "command line"])
def test_an_address_is_enough_wherever_it_stands(content: Path, tmp_path: Path, where: str) -> None:
    """The settings or the command line may give it."""
    options = ["--require-address", "--destination", str(tmp_path / "build"), "--quiet"]
    if where == "settings":
        settings = content / "site.yaml"
        settings.write_text(f"{settings.read_text('utf-8')}adresse: https://example.org/\n", "utf-8")
    else:
        options += ["--base-url", "https://example.org/"]

    assert freeze.main(options) == 0


def test_a_folder_with_other_files_is_told(content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Somebody's files are kept, and the sentence says what to do; the answer is 1."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("precious", "utf-8")

    status = freeze.main(["--destination", str(tmp_path / "mine"), "--quiet"])

    assert status == 1
    assert "contient un fichier qui serait perdu : notes.txt." in capsys.readouterr().err
    assert files_in(tmp_path / "mine") == {"notes.txt": b"precious"}


def test_a_folder_that_cannot_be_written_is_told(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where writing fails, the sentence says so and what became of the published site; the answer is 1."""
    (tmp_path / "file").write_text("", "utf-8")

    status = freeze.main(["--destination", str(tmp_path / "file" / "build"), "--quiet"])

    errors = capsys.readouterr().err.splitlines()
    assert status == 1
    assert errors[0].startswith("L'écriture a échoué")
    assert errors[1] == "Le site publié avant est resté tel quel."


def test_a_taken_port_is_told(
    content: Path, tmp_path: Path, taken_port: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """Another program at the same port is named as such; the answer is 1."""
    options = ["--serve", "--port", str(taken_port), "--destination", str(tmp_path / "build"), "--quiet"]

    status = freeze.main(options)

    assert status == 1
    assert capsys.readouterr().err.startswith(f"Le port {taken_port} est déjà pris.")


@pytest.mark.parametrize("port", ["65536", "-1", "http"])
def test_a_port_that_cannot_be_is_refused(content: Path, capsys: pytest.CaptureFixture[str], port: str) -> None:
    """A port that no machine has is told before anything is built; the answer is 2."""
    status = freeze.main(["--serve", "--port", port])

    assert status == 2
    assert capsys.readouterr().err.startswith(f"--port : « {port} » n'est pas un port. Écrivez un nombre de 0 à 65535")


def test_the_site_is_served_until_ctrl_c(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The address is told, path included, and Ctrl-C ends it with a word instead of a traceback."""

    def interrupted(_service: ThreadingHTTPServer) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(ThreadingHTTPServer, "serve_forever", interrupted)
    options = ["--serve", "--port", "0", "--base-url", "https://example.org/aide/"]
    status = freeze.main([*options, "--destination", str(tmp_path / "build")])

    said = capsys.readouterr()
    assert status == 130
    assert re.search(r"Le site : http://127\.0\.0\.1:\d+/aide/  \(Ctrl-C", said.out)
    assert said.err.split() == ["Arrêté."]


@pytest.mark.parametrize(
    "option",
    [
        "--destination",
        "--base-url",
        "--require-address",
        "--serve",
        "--port",
        "--check",
        "--strict-age",
        *("--portable", "--compress", "--format", "--report", "--all", "--quiet", "--lang"),
    ],
)
def test_the_help_names_every_option(capsys: pytest.CaptureFixture[str], option: str) -> None:
    """--help lists what can be asked."""
    status = freeze.main(["--help"])

    assert status == 0
    assert option in capsys.readouterr().out.split()


@pytest.mark.exhaustive
def test_two_builds_on_two_machines_are_the_same(frozen: Path, tmp_path: Path) -> None:
    """Same content and same day give the same bytes, whatever the order in which Python keeps its sets.

    Only the manifest of the command names a commit, where there is one.
    """
    command = [sys.executable, str(PROJECT_ROOT / "freeze.py"), "--quiet", "--base-url", "https://example.org/"]
    elsewhere = {"PYTHONHASHSEED": "2", "LC_ALL": "C", "PYTHONUTF8": "1", "TZ": "UTC2"}

    subprocess.run(
        [*command, "--destination", str(tmp_path / "build")], cwd=tmp_path, env={**os.environ, **elsewhere}, check=True
    )

    here, there = files_in(frozen), files_in(tmp_path / "build")
    manifests = [json.loads(files.pop("manifest.json"))["files"] for files in (here, there)]
    assert there == here
    assert manifests[0] == manifests[1]


def test_each_build_names_the_facts_that_became_old(
    content: Path, tmp_path: Path, a_year_later: None, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody has to ask: what the passing days changed on the pages is said after each build."""
    freeze.main(["--destination", str(tmp_path / "build")])

    errors = capsys.readouterr().err.splitlines()
    assert len(errors) == 4
    assert re.match(rf"{content}/fr/numeros/conseils\.md:\d+  Vérifié le 2026-11-01 : c'est trop ancien\.", errors[0])


def test_each_build_names_the_news_that_are_over(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """News that left the pages by themselves are told, so that somebody removes or renews them."""
    news = content / "fr" / "reseaux" / "71" / "journee.md"
    news.parent.mkdir(parents=True)
    news.write_text(
        "---\ngenre: actualite\ntitre: Une journée\nresume: Une journée.\ntype: rencontre\ndebut: 2026-11-02\n"
        "contacts: [ecoute]\nsources: [{nom: Essai, adresse: https://www.service-public.gouv.fr/}]\nverifie_le: 2026-11-01\n---\nVenez.\n",
        "utf-8",
    )

    freeze.main(["--destination", str(tmp_path / "build")])

    assert "journee.md:6  Cette actualité est finie depuis le 2026-11-02" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "fault"),
    [("Texte.\n\n![](x.png)\n", "faute.md:7"), ("[](page:nulle)\n", "faute.md:5")],
    ids=["harmless to make", "not to be made"],
)
def test_a_fault_is_told_and_nothing_is_published(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, fault: str
) -> None:
    """Content is checked before anything is made of it, whatever could be made of it all the same."""
    command = ["--quiet", "--destination", str(tmp_path / "build")]
    assert freeze.main(command) == 0
    before = files_in(tmp_path / "build")
    (content / "fr/aider/faute.md").write_text(f"---\ntitre: Une page\nresume: Une page.\n---\n{text}", "utf-8")

    assert freeze.main(command) == 1

    said = capsys.readouterr().err
    assert fault in said
    assert said.endswith(" faute(s) à corriger. Rien n'a été publié.\n")
    assert files_in(tmp_path / "build") == before


@pytest.mark.parametrize(("module", "step"), [(invocation, "read_site"), (build, "freeze")])
def test_a_mistake_of_the_program_is_told_without_its_traceback(
    content: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    module: ModuleType,
    step: str,
) -> None:
    """Whoever edits is told that it is not their fault; whoever mends finds in a file where it is."""

    def fail(*_arguments: object, **_named: object) -> None:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr(module, step, fail)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    status = freeze.main(["--quiet", "--destination", str(tmp_path / "build")])
    said = capsys.readouterr().err

    [file] = tmp_path.glob("eclaircie-*.txt")
    assert status == 1
    assert said.startswith("Le programme a une erreur (ZeroDivisionError, test_freeze_command.py:")
    assert str(file) in said
    assert "Traceback" not in said
    assert 'raise ZeroDivisionError("a bug")' in file.read_text("utf-8")


def test_where_no_file_can_be_written_a_mistake_of_the_program_is_shown_whole(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Below the sentence that says for whom it is: it would be lost otherwise."""

    def fail(*_arguments: object, **_named: object) -> None:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr(invocation, "read_site", fail)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))

    status = freeze.main(["--check"])

    first, second = capsys.readouterr().err.splitlines()[:2]
    assert status == 1
    assert first.endswith("ce n'est pas votre faute. Envoyez ce qui suit à qui s'occupe du programme :")
    assert second == "Traceback (most recent call last):"


def test_after_a_mistake_of_the_program_it_says_what_is_published(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The site published before is there as it was."""
    command = ["--quiet", "--destination", str(tmp_path / "build")]
    assert freeze.main(command) == 0
    before = files_in(tmp_path / "build")

    def fail(*_arguments: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr("eclaircie.publish.freezer.well_known_files", fail)

    assert freeze.main(command) == 1
    assert capsys.readouterr().err.endswith("\nLe site publié avant est resté tel quel.\n")
    assert files_in(tmp_path / "build") == before


def test_remarks_are_counted_and_the_new_ones_named(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Hundreds of old remarks stay a number; the command that shows them all runs as it is printed."""
    freeze.main(["--check"])
    said = capsys.readouterr()

    assert "-m eclaircie status" in said.out or "remarque" not in said.out
    assert "Traceback" not in said.err


def test_all_faults_are_shown_on_demand(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Ten of a kind are enough to begin with; --all has every one."""
    for number in range(15):
        (content / "fr" / "aider" / f"faute-{number}.md").write_text("rien", "utf-8")

    freeze.main(["--check"])
    some = capsys.readouterr().err
    freeze.main(["--check", "--all"])
    every = capsys.readouterr().err

    assert (some.count("faute-"), every.count("faute-")) == (10, 15)
    assert "et 5 de plus de cette sorte" in some
    assert "freeze.py --check --all" in some
    assert "15 faute(s) à corriger" in some


def test_what_is_printed_can_be_run(tmp_path: Path) -> None:
    """The command for all faults runs from the project's folder, as it is pasted."""
    command = f"{freeze_command('--help')}"

    result = subprocess.run(command, shell=True, cwd=PROJECT_ROOT, capture_output=True, text=True, check=False)  # noqa: S602

    assert (result.returncode, "--all" in result.stdout) == (0, True)


@pytest.mark.parametrize(
    ("number", "code"),
    [
        *((errno.ENOSPC, "disk_full"), (errno.EDQUOT, "disk_full"), (errno.EACCES, "read_only")),
        *((errno.EROFS, "read_only"), (errno.EPERM, "read_only"), (errno.EIO, "no_room")),
        (errno.ENAMETOOLONG, "too_long"),
    ],
)
def test_why_nothing_could_be_written_is_told(
    content: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    number: int,
    code: str,
) -> None:
    """A full disk and a protected folder ask for different remedies."""

    def fail(*_arguments: object, **_options: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(build, "freeze", fail)
    freeze.main(["--destination", str(tmp_path / "build")])

    first = SENTENCES[f"building.{code}"][0].partition("{")[0]
    assert first in capsys.readouterr().err
