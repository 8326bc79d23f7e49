"""What the commands of the workflows do at a push and once a month."""

import json
import re
import shutil
import tarfile
from pathlib import Path

import pytest

from tests.folders import files_in
from tests.reports.test_monthly import Forge
from tests.reports.test_monthly import github as github_at
from tests.small_site import MIDNIGHT, write_small_content

from .workflows import (
    ANY_TOKEN,
    COMPARE,
    FORGEJO,
    GITLAB,
    MONTHLY,
    PUBLISH,
    Done,
    Runner,
    commands_of,
    read,
    steps,
    text_of,
    the_command,
)

LATER = 1830219200
"""30 December 2027, when the facts of the small site are more than a year old."""


def published(forgejo: Done) -> str:
    """The commit that a Forgejo shows, or nothing."""
    bare = f"{forgejo.runner.environment['GITHUB_SERVER_URL']}/someone/site.git"
    return forgejo.runner.must(f"git ls-remote {bare} refs/heads/pages").split("\t")[0]


def test_github_gets_a_site_and_a_list_of_libraries(github: Done) -> None:
    """The commands of a push leave the files that are kept: the whole site, readable, what it holds, and the libraries."""
    uploads = [step for step in steps(PUBLISH, "build", "push") if "upload-artifact" in step.get("uses", "")]
    assert [(github.folder / step["with"]["path"]).is_file() for step in uploads] == [True, True, True]
    assert "pytest" in github.said["Vérifier le code, s'il a changé"]
    assert "tests.look" in github.said["Regarder le site dans un navigateur"]
    with tarfile.open(github.folder / "artifact.tar") as archive:
        names = {member.name.removeprefix("./") for member in archive.getmembers() if member.isfile()}
    assert names == set(files_in(github.folder / "build"))
    assert {"index.html", "404.html", ".nojekyll"} <= names


def test_the_list_of_libraries_is_cyclonedx(github: Done) -> None:
    """It keeps to the schema, and every locked library stands in it with its version and hashes."""
    # Loaded here, where it is needed: it takes two seconds, and every process of a run reads this file.
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    text = (github.folder / "sbom.cdx.json").read_text("utf-8")
    data = json.loads(text)
    locked = dict(re.findall(r"^([a-z0-9-]+)==(\S+)", text_of("requirements.txt"), re.MULTILINE))

    assert JsonStrictValidator(SchemaVersion.from_version(data["specVersion"])).validate_str(text) is None
    assert {component["name"]: component["version"] for component in data["components"]} == locked
    assert [c["name"] for c in data["components"] if not c["externalReferences"][0]["hashes"]] == []
    assert data["metadata"]["component"]["name"] == "eclaircie"
    assert data["metadata"]["timestamp"].startswith("2026-11-21T00:00:00")


def test_the_list_of_libraries_is_not_published(github: Done, gitlab: Done, forgejo: Done) -> None:
    """It names the project, which no site does. The same lock and day give the same list on every host."""
    lists = {
        (github.folder / "sbom.cdx.json").read_text("utf-8"),
        (gitlab.folder / "sbom.cdx.json").read_text("utf-8"),
        (forgejo.folder / "sbom.cdx.json").read_text("utf-8"),
    }

    assert len(lists) == 1
    assert forgejo.said["Lister les bibliothèques"].endswith(lists.pop())
    for folder in (github.folder / "build", gitlab.folder / "public", forgejo.folder / "build"):
        assert [name for name in files_in(folder) if "sbom" in name or "cdx" in name] == []


def test_gitlab_gets_a_site_and_a_report(gitlab: Done) -> None:
    """The commands of the jobs leave what their artifacts name."""
    check = read(GITLAB)["check"]["artifacts"]

    assert json.loads((gitlab.folder / check["reports"]["codequality"]).read_text("utf-8")) == []
    assert [(gitlab.folder / path).is_file() for path in check["paths"]] == [True]
    assert {"index.html", "404.html"} <= set(files_in(gitlab.folder / "public"))


def test_every_host_publishes_the_same_bytes(github: Done, gitlab: Done, forgejo: Done) -> None:
    """The day and the content decide, not the host. Only the manifest names the commit, where there is one."""
    built = files_in(github.folder / "build")
    manifest = built["manifest.json"]

    assert files_in(gitlab.folder / "public") == built
    assert files_in(forgejo.folder / "build") | {"manifest.json": manifest} == built


def test_what_is_published_says_from_which_commit_it_was_made(forgejo: Done) -> None:
    """The commit of the run, in which nothing was changed since."""
    manifest = json.loads((forgejo.folder / "build" / "manifest.json").read_text("utf-8"))

    assert manifest["source"] == {"commit": forgejo.runner.environment["GITHUB_SHA"], "changes": "none"}


def test_forgejo_gets_the_site_in_its_branch(forgejo: Done, tmp_path: Path) -> None:
    """The branch holds the build, and one commit without a past or a name."""
    commit = published(forgejo)
    bare = f"{forgejo.runner.environment['GITHUB_SERVER_URL']}/someone/site.git"
    forgejo.runner.must(f"git clone --quiet --branch pages {bare} {tmp_path}")
    log = forgejo.runner.must(f"git -C {tmp_path} log --format='%H %an %ae %ct'")

    shutil.rmtree(tmp_path / ".git")
    assert forgejo.said["Publier"] == "Publié dans la branche pages.\n"
    assert files_in(tmp_path) == {**files_in(forgejo.folder / "build"), ".domains": b"example.org\n"}
    assert log == f"{commit} site site@localhost {MIDNIGHT}\n"


def test_forgejo_publishes_the_same_bytes_as_the_same_commit(forgejo: Done) -> None:
    """A day has one build: publishing it again changes nothing."""
    before = published(forgejo)

    said = forgejo.runner.must(".ci/push-pages", **ANY_TOKEN)

    assert said == "Publié dans la branche pages.\n"
    assert published(forgejo) == before


def test_forgejo_never_brings_back_what_a_newer_run_replaced(forgejo: Done) -> None:
    """A run of an older state ends without publishing, and says why."""
    before = published(forgejo)

    said = forgejo.runner.must(".ci/push-pages", **ANY_TOKEN, GITHUB_SHA="0" * 40, SOURCE_DATE_EPOCH="0")

    assert said.startswith("La branche main a changé depuis")
    assert published(forgejo) == before


def test_forgejo_compares_only_what_this_run_has_published(forgejo: Done, tmp_path: Path) -> None:
    """The step that compares is told by the one that publishes, and not by a run that left it to a newer one."""
    [step] = [step for step in steps(FORGEJO, "publish", "push") if step.get("id") == "publication"]
    late, in_time = tmp_path / "late", tmp_path / "in_time"

    forgejo.runner.must(step["run"], **ANY_TOKEN, GITHUB_OUTPUT=str(late), GITHUB_SHA="0" * 40)
    forgejo.runner.must(step["run"], **ANY_TOKEN, GITHUB_OUTPUT=str(in_time))

    assert not late.exists()
    assert in_time.read_text("utf-8") == "published=yes\n"


def test_forgejo_that_does_not_answer_is_a_failure(forgejo: Done) -> None:
    """A run that could not publish does not end as if it had."""
    assert forgejo.runner.run(".ci/push-pages", **ANY_TOKEN, GITHUB_REPOSITORY="someone/else").returncode != 0


@pytest.mark.parametrize("name", [FORGEJO, ".ci/push-pages"])
def test_git_gets_the_token_when_the_server_asks(tmp_path: Path, name: str) -> None:
    """The helper in the file answers as git wants it, and the token stands in no argument."""
    [helper] = set(re.findall(r"'(!f\(\).*?; f)'", text_of(name)))
    runner = Runner(tmp_path)
    (tmp_path / "asked").write_text("protocol=https\nhost=example.org\n\n", "utf-8")

    said = runner.must(f"git -c credential.helper='{helper}' credential fill < asked", TOKEN="a b$c")  # noqa: S106

    assert set(said.splitlines()) >= {"username=token", "password=a b$c"}
    assert not re.search(r"\$\{?TOKEN", text_of(name).replace(helper, ""))


def test_a_site_without_an_address_is_not_published(project: Path) -> None:
    """Its links would lead nowhere on most hosts, and nobody has yet decided to publish it."""
    write_small_content(project / "content")

    done = Runner(project).run(the_command("make build"))

    assert done.returncode != 0
    assert "L'adresse du site manque." in done.stderr
    assert not (project / "build").exists()


@pytest.mark.parametrize("name", [PUBLISH, GITLAB])
def test_a_fault_is_shown_at_its_line(project: Path, name: str) -> None:
    """The command of the workflow fails, and says in the form of the host where the fault is; Forgejo's is GitHub's."""
    (project / "content/fr/aider/faute.md").write_text("---\ntitre: A\nresume: A.\nordre: dix\n---\nTexte.\n", "utf-8")
    [check] = [command for command in commands_of(name) if command.startswith("make check")]

    done = Runner(project).run(check)

    sentence = "« dix » n'est pas un nombre entier. Écrivez par exemple : 12."
    assert done.returncode != 0
    assert f"content/fr/aider/faute.md:4  {sentence}\n" in done.stderr
    if name == PUBLISH:
        assert check in commands_of(FORGEJO)
        assert f"::error file=content/fr/aider/faute.md,line=4,title=À corriger::{sentence}\n" in done.stdout
    else:
        report = json.loads((project / read(GITLAB)["check"]["artifacts"]["reports"]["codequality"]).read_text("utf-8"))
        place = {"path": "content/fr/aider/faute.md", "lines": {"begin": 4}}
        assert [(issue["location"], issue["description"]) for issue in report] == [(place, sentence)]


@pytest.mark.parametrize("name", [MONTHLY, GITLAB])
def test_old_facts_fail_the_monthly_run_at_their_lines(project: Path, name: str) -> None:
    """The review succeeds while facts are fresh, and fails a year later with each file and line; Forgejo's is GitHub's."""
    [review] = [command for command in commands_of(name) if command.startswith("make review")]
    line = (project / "content/fr/numeros/conseils.md").read_text("utf-8").splitlines().index(
        "verifie_le: 2026-11-01"
    ) + 1

    fresh = Runner(project).run(review)
    old = Runner(project).run(review, SOURCE_DATE_EPOCH=str(LATER))

    assert fresh.returncode == 0
    assert old.returncode != 0
    assert f"content/fr/numeros/conseils.md:{line}  Vérifié le 2026-11-01 : c'est trop ancien." in old.stderr
    assert "4 fiche(s) dont les faits n'ont pas été revérifiés à temps." in old.stderr
    if name == MONTHLY:
        assert review in commands_of(FORGEJO)
        assert f"::error file=content/fr/numeros/conseils.md,line={line}," in old.stdout
    else:
        report = json.loads(
            (project / read(GITLAB)["review"]["artifacts"]["reports"]["codequality"]).read_text("utf-8")
        )
        assert {"path": "content/fr/numeros/conseils.md", "lines": {"begin": line}} in [i["location"] for i in report]


def test_content_with_old_facts_is_built_all_the_same(project: Path) -> None:
    """A fact past its review keeps no correction from being published."""
    runner = Runner(project)

    said = runner.must('make check CHECK_OPTIONS="--format github"', SOURCE_DATE_EPOCH=str(LATER))
    runner.must(the_command("make build"), SOURCE_DATE_EPOCH=str(LATER))

    assert "::notice file=content/fr/numeros/conseils.md," in said
    assert "::error" not in said
    assert (project / "build" / "index.html").is_file()


def test_the_monthly_run_publishes_whatever_the_age_of_facts() -> None:
    """Facts that are too old say so in the site, so the site is published before, or beside, the failure."""
    monthly = read(MONTHLY)["jobs"]
    assert monthly["publish"]["uses"] == f"./{PUBLISH}"
    assert "needs" not in monthly["review"] and "needs" not in monthly["publish"]
    assert read(GITLAB)["stages"] == ["check", "publish", "verify", "review"]
    assert read(GITLAB)["review"]["needs"] == []
    names = [step.get("run") for step in steps(FORGEJO, "publish", "schedule")]
    assert names[-3:] == [".ci/push-pages", COMPARE, 'make review CHECK_OPTIONS="--format github"']


def test_the_list_of_the_month_is_written_though_no_other_site_answers(project: Path) -> None:
    """Nothing is in reach but the host of the code: others' pages are silent, no step fails, and old facts open the issue."""
    forge = Forge([])
    with github_at(forge) as issues:
        where = {"GITHUB_API_URL": issues.api, "GITHUB_REPOSITORY": issues.repository}
        said = Runner(project, {**where, "SOURCE_DATE_EPOCH": str(LATER)}).job(MONTHLY, "list", "schedule")

    assert "0 répondent" in said["Demander si les sorties et les sources répondent"]
    assert "La liste du mois est ouverte" in said["Écrire la liste"]
    [(method, path, issue)] = forge.asked
    assert (method, path) == ("POST", "/repos/asso/site/issues")
    assert "content/fr/numeros/conseils.md" in issue["body"]
