"""What a page weighs on its way: it comes in one go, with Brotli or, where a host has nothing else, with gzip."""

import gzip
import hashlib
import re
import zlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import brotli  # type: ignore[import-untyped]  # it carries no types
import pytest

from eclaircie.loading import read_site
from eclaircie.pages.local_pages import MOST_TOLD
from eclaircie.places import communes
from eclaircie.project import STATIC
from eclaircie.rendering.application import create_app
from eclaircie.rendering.assets import Assets
from tests.local_files import PLACES, structure, write
from tests.small_site import BEFORE_REVIEW, CHECKED, write_small_content


class Weight(NamedTuple):
    """Bytes, compressed as hard as each can."""

    brotli: int
    gzip: int

    def __sub__(self, other: "Weight") -> "Weight":
        """What is left when a part is taken away."""
        return Weight(self.brotli - other.brotli, self.gzip - other.gzip)

    def exceeds(self, limit: "Weight") -> bool:
        """Whether either is too much."""
        return self.brotli > limit.brotli or self.gzip > limit.gzip


LARGEST_PAGE = Weight(14_000, 15_500)
LARGEST_FRAME = Weight(9_300, 10_600)
"""Everything but the content: style, scripts, header, bar, footer. What only some pages need comes with their content."""
LARGEST_CONTENT = Weight(4_700, 4_900)
"""What `<main>` adds to the frame."""
LARGEST_CSS = 4_000
LARGEST_JS = 5_000

CONTENT = re.compile(rb"<main\b.*</main>", re.DOTALL)
EXTRA = re.compile(
    rb"(?<=</style>\n)<style>.*?</style>\n|<script>(?:(?!</script>).)*</script>\n(?=<script>)", re.DOTALL
)
"""Style and script that only some pages have: behind the style of all, before the script of all."""


class Page(NamedTuple):
    """The weights of a page. plain: without style and script that only some pages have."""

    whole: Weight
    plain: Weight
    frame: Weight

    @property
    def content(self) -> Weight:
        """What `<main>` adds."""
        return self.plain - self.frame


def squeezed(text: bytes) -> int:
    """Bytes after gzip -9."""
    return len(gzip.compress(text, 9, mtime=0))


def weight(text: bytes) -> Weight:
    """Bytes after Brotli 11 and after gzip -9."""
    return Weight(len(brotli.compress(text, quality=11)), squeezed(text))


def without_content(page: bytes) -> bytes:
    """What all pages have alike: a page without what stands in `<main>` and what only some pages have."""
    return CONTENT.sub(b"", without_extras(page))


def without_extras(page: bytes) -> bytes:
    """A page without the style and the script that only some pages have: these take what a page leaves of its budget."""
    return EXTRA.sub(b"", page)


def weighed(folder: Path, names: Iterable[str]) -> dict[str, Page]:
    """Some pages of a frozen site, on the scales."""
    texts = {name: (folder / name).read_bytes() for name in names}
    return {
        name: Page(weight(text), weight(without_extras(text)), weight(without_content(text)))
        for name, text in texts.items()
    }


@cache
def heaviest(folder: Path) -> dict[str, Page]:
    """The pages that weigh most: whole, in their frame, in their content. The quickest way to compress tells which, for Brotli is slow."""
    rough = {}
    for file in folder.rglob("*.html"):
        text = file.read_bytes()
        whole, frame, bare = (
            len(zlib.compress(part, 1)) for part in (text, without_content(text), without_extras(text))
        )
        rough[file.relative_to(folder).as_posix()] = (whole, frame, bare - frame)
    most = (sorted(rough, key=lambda name: rough[name][part])[-8:] for part in range(3))
    return weighed(folder, {name for names in most for name in names})


def too_heavy(pages: dict[str, Page]) -> dict[str, Page]:
    """The pages that break a budget, with what they weigh."""
    return {
        name: page
        for name, page in pages.items()
        if page.whole.exceeds(LARGEST_PAGE)
        or page.frame.exceeds(LARGEST_FRAME)
        or page.content.exceeds(LARGEST_CONTENT)
    }


def test_the_heaviest_pages_come_in_one_go(frozen: Path) -> None:
    """With style and script at most 14,000 bytes by Brotli and 15,500 by gzip; no part spends what is another's."""
    assert too_heavy(heaviest(frozen)) == {}


@pytest.mark.exhaustive
@pytest.mark.timeout(1200)  # seconds
def test_every_page_comes_in_one_go(frozen: Path) -> None:
    """Each page of the site, by both."""
    names = [file.relative_to(frozen).as_posix() for file in frozen.rglob("*.html")]

    assert too_heavy(weighed(frozen, names)) == {}


TOWNS = ("Mâcon", "Chalon-sur-Saône", "Autun", "Louhans", "Charolles", "Cluny", "Gueugnon", "Digoin", "Tournus")
NAMES = (
    "Espace",
    "Relais",
    "Centre",
    "Entraide",
    "Avenir",
    "Passerelle",
    "Horizon",
    "Ressource",
    "Familles",
    "Atelier",
)
HOURS = ("lundi-vendredi, de: 09:00, a: 17:00", "lundi-jeudi, de: 08:30, a: 12:00", "mardi, de: 14:00, a: 18:00")


def contact(number: int) -> str:
    """A structure like no other: by its name, number, hours, needs and street."""
    digits = hashlib.sha256(str(number).encode()).digest()
    town, name, hours = (values[digits[at] % len(values)] for at, values in enumerate((TOWNS, NAMES, HOURS)))
    offers = (("parler", "enfants"), ("plainte", "argent"), ("sante", "parler"))[digits[3] % 3]
    header = (
        f"numero: 03 85 {' '.join(str(10 + digit % 90) for digit in digits[4:7])}\nhoraires: [{{jours: {hours}}}]\n"
        f"propose: [{', '.join(offers)}]\nadresse: {digits[8]} rue de {TOWNS[digits[9] % 9]}, 71000 Mâcon\n"
    )
    summary = f"resume: À {town}, des professionnelles reçoivent et écoutent ; {name.lower()} {digits[7]}."
    return structure(header, title=f"{name} {number} de {town}").replace("resume: Une phrase.", summary)


@pytest.mark.parametrize("contacts", [MOST_TOLD, 60])
def test_sixty_contacts_come_in_one_go(tmp_path: Path, contacts: int) -> None:
    """The page of a département holds as many as the largest have, in a language into which none of them is translated."""
    files = {f"71/service-{number}.md": contact(number) for number in range(200, 200 + contacts)}
    write(write_small_content(tmp_path), {"fr/reseaux/index.md": PLACES, **files})
    site = read_site(BEFORE_REVIEW, content=tmp_path)
    html = create_app(site).test_client().get("/ar/reseaux/71/").data
    (tmp_path / "ar.html").write_bytes(html)

    assert html.count(b'class="dial"') == contacts
    assert too_heavy(weighed(tmp_path, ["ar.html"])) == {}


SHARES = {
    **{"commissariat": 6, "gendarmerie": 16, "france_victimes": 3, "cidff": 2, "tribunal": 2, "point_justice": 8},
    **{"avocats": 1, "caf": 2, "service_social": 8, "pmi": 4, "france_services": 6, "adil": 1, "umj": 1},
}
"""How many counters of each type a département of sixty has, about as directories tell."""


def told_by_a_directory(kind: str, number: int) -> str:
    """A counter like no other: by its commune, number, hours, street and, where it has one, its own name."""
    digits = hashlib.sha256(f"{kind} {number}".encode()).digest()
    known = communes("71")
    commune = known[(digits[0] * 256 + digits[1]) % len(known)]
    hours = HOURS[digits[2] % len(HOURS)].replace("17:00", f"1{6 + digits[3] % 3}:{digits[4] % 4 * 15:02}")
    return (
        f"---\ngenre: guichet\ntype: {kind}\nnom: {NAMES[digits[5] % 10]} {number} de {commune.name}\n"
        f"commune: {commune.code}\nannuaire: data-inclusion:essai--{kind}-{number}\n"
        f"numero: 03 85 {' '.join(f'{digit % 100:02}' for digit in digits[6:9])}\nhoraires: [{{jours: {hours}}}]\n"
        f"courriel: accueil@essai-{number}.test\nacces_handicap: [fauteuil]\n"
        f"adresse: {digits[9]} rue de {TOWNS[digits[10] % 9]}, {commune.postcodes[0]} {commune.name}\n{CHECKED}\n---\n"
    )


@pytest.mark.parametrize(("times", "pages"), [(1, 2), (2, 4)])
def test_the_counters_of_a_departement_come_in_one_go(tmp_path: Path, times: int, pages: int) -> None:
    """Sixty, and twice as many, on as many pages as they take, in a language that writes none of their names."""
    counters = [(kind, number) for kind, count in SHARES.items() for number in range(count * times)]
    files = {
        f"71/annuaire/{kind.replace('_', '-')}-{number}.md": told_by_a_directory(kind, number)
        for kind, number in counters
    }
    write(write_small_content(tmp_path), {"fr/reseaux/index.md": PLACES, **files})
    site = read_site(BEFORE_REVIEW, content=tmp_path)
    client = create_app(site).test_client()
    addresses = [address for address in site.addresses() if address.startswith("/ar/reseaux/71/")]
    texts = [client.get(address).data for address in addresses]
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.html").write_bytes(text)

    assert len(texts) == pages
    assert sum(text.count(b'class="dial"') for text in texts) == len(counters) == 60 * times
    assert too_heavy(weighed(tmp_path, [f"{number}.html" for number in range(pages)])) == {}


def test_what_a_page_may_weigh_is_what_its_parts_may() -> None:
    """A frame and a content that keep their budgets make a page that keeps its own."""
    assert (
        LARGEST_FRAME.brotli + LARGEST_CONTENT.brotli,
        LARGEST_FRAME.gzip + LARGEST_CONTENT.gzip,
    ) == LARGEST_PAGE


def test_the_stylesheet_keeps_its_budget() -> None:
    """All styles together are at most 4,000 bytes as they travel."""
    assert weight(Assets(STATIC).css.encode()).brotli <= LARGEST_CSS


def test_the_script_keeps_its_budget() -> None:
    """All scripts together are at most 5,000 bytes as they travel."""
    assets = Assets(STATIC)

    assert weight((assets.exit_js + assets.js).encode()).brotli <= LARGEST_JS
