"""Where a file is edited in a browser, by the address that git knows."""

import pytest

from eclaircie.reports.forge_links import link_of


@pytest.mark.parametrize(
    ("remote", "expected"),
    [
        ("https://github.com/asso/site.git", "https://github.com/asso/site/edit/main/content/fr/a.md"),
        ("git@github.com:asso/site.git", "https://github.com/asso/site/edit/main/content/fr/a.md"),
        ("https://gitlab.com/asso/groupe/site", "https://gitlab.com/asso/groupe/site/-/edit/main/content/fr/a.md"),
        ("ssh://git@codeberg.org:22/asso/site.git", "https://codeberg.org/asso/site/_edit/main/content/fr/a.md"),
        ("https://nom:secret@github.com/asso/site", "https://github.com/asso/site/edit/main/content/fr/a.md"),
        ("/srv/depot.git", ""),
        ("https://forge.essai.test/asso/site", ""),
        ("", ""),
    ],
)
def test_a_file_is_edited_at_the_host_of_the_code(remote: str, expected: str) -> None:
    """A key in the address is never told on, and of a host that we do not know no address is made up."""
    assert link_of(remote, "main")("content/fr/a.md") == expected
