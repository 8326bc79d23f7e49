"""A forge is asked to merge a proposal, as its documentation says; no real forge was asked."""

import pytest

from eclaircie.editing.publishing.forges import kind_of
from tests.editing.publishing.conftest import NOW, PAGE, TEXT, Person
from tests.editing.publishing.forge import KEY, Forge, git

BRANCH = f"proposition-{NOW:%Y%m%d-%H%M%S}"
MINE = TEXT.format(title="Le mien")

CALLS = {
    "github": ("/api/v3/repos/equipe/site/pulls", "Authorization", f"Bearer {KEY}", "head", "html_url"),
    "gitlab": (
        "/api/v4/projects/equipe%2Fsite/merge_requests",
        *("PRIVATE-TOKEN", KEY),
        *("source_branch", "web_url"),
    ),
    "forgejo": ("/api/v1/repos/equipe/site/pulls", "Authorization", f"token {KEY}", "head", "html_url"),
}


def a_proposer(person: Person, kind: str) -> Person:
    """A person who has something to propose to a forge of a kind."""
    git(person.folder, "config", "eclaircie.forge", kind)
    person.write(PAGE, MINE)
    return person


@pytest.mark.parametrize("kind", CALLS)
def test_a_proposal_is_asked_to_be_merged(forge: Forge, alice: Person, kind: str) -> None:
    """One call, with the branch, the one that is published, the sentence and the key; the page of the request is told."""
    path, header, value, branch_key, found = CALLS[kind]
    forge.answers[path] = (201, {found: "https://forge.example/equipe/site/7"})
    a_proposer(alice, kind)

    sent = alice.proposes("Corrige le titre")
    assert (sent.page, sent.unasked) == ("https://forge.example/equipe/site/7", None)
    [(called, headers, body)] = forge.calls
    assert (called, headers[header], body[branch_key], body["title"]) == (path, value, BRANCH, "Corrige le titre")
    assert "main" in body.values()


def test_what_is_added_is_not_asked_for_twice(forge: Forge, alice: Person) -> None:
    """A second press adds to the proposal and makes no other request."""
    path, *_, found = CALLS["gitlab"]
    forge.answers[path] = (201, {found: "https://forge.example/equipe/site/7"})
    a_proposer(alice, "gitlab").proposes()
    alice.write(PAGE, MINE + "Encore.\n")

    assert alice.proposes().page == "https://forge.example/equipe/site/7"
    assert len(forge.calls) == 1


@pytest.mark.parametrize(
    ("status", "answer", "code"),
    [(403, {"message": "Resource not accessible"}, "no_right_to_ask"), (500, None, "not_asked")],
)
def test_a_request_that_is_refused_leaves_the_proposal(
    forge: Forge, alice: Person, status: int, answer: object, code: str
) -> None:
    """What was sent has arrived; the sentence says what is left to do, and the page on which one can ask is told."""
    forge.answers[CALLS["github"][0]] = (status, answer)

    sent = a_proposer(alice, "github").proposes()
    assert sent.unasked
    assert sent.unasked.code == code
    assert sent.page.endswith(f"/equipe/site/compare/main...{BRANCH}?expand=1")
    assert forge.text(PAGE, BRANCH) == MINE


def test_a_redirection_is_not_followed(forge: Forge, alice: Person) -> None:
    """A key never goes where an answer points."""
    forge.answers[CALLS["forgejo"][0]] = (302, None)
    sent = a_proposer(alice, "forgejo").proposes()
    assert sent.unasked
    assert (sent.unasked.code, len(forge.calls)) == ("not_asked", 1)


def test_an_unknown_forge_is_left_to_the_person(forge: Forge, alice: Person) -> None:
    """The branch arrives, nothing is called, and the sentence names it."""
    alice.write(PAGE, MINE)

    sent = alice.proposes()
    assert sent.unasked
    assert sent.unasked.values["branch"] == BRANCH
    assert forge.calls == []


@pytest.mark.parametrize(
    ("host", "setting", "kind"),
    [
        ("github.com", "", "github"),
        ("gitlab.com", "", "gitlab"),
        ("codeberg.org", "", "forgejo"),
        ("git.example.org", "", None),
        ("git.example.org", "forgejo", "forgejo"),
    ],
)
def test_a_forge_is_known_by_its_name_or_told(host: str, setting: str, kind: str | None) -> None:
    """The three of the guide by name; any other one by a setting of the repository."""
    assert kind_of(host, setting) == kind
