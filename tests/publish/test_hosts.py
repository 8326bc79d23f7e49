"""What hosts are told, and what real servers make of it."""

import http.client
import json
import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from eclaircie.cli.invocation import Folders
from eclaircie.loading import read_site
from eclaircie.pages.site import Site
from eclaircie.project import CONTENT, PROJECT_ROOT, STATIC
from eclaircie.publish.comparison import Built
from eclaircie.publish.encodings import ENCODINGS
from eclaircie.publish.freezer import freeze
from eclaircie.publish.hosts import PRINTED, ROOT_FILE_NAMES, root_files
from eclaircie.publish.hosts.netlify import EDGE_CACHE
from eclaircie.publish.hosts.place import Place
from eclaircie.publish.hosts.servers import FOLDER
from eclaircie.publish.verify_site import verify_site
from eclaircie.rendering.assets import Assets
from eclaircie.rendering.policy import headers
from tests.chosen import chosen
from tests.command_line import Result
from tests.command_line import run as run_command
from tests.once import made_once
from tests.small_site import BEFORE_REVIEW, WITH_CONTACT, without_note, write_small_content

POLICY = headers(Assets(STATIC))
ENTRANCE = "/k7"
"""A short address that is no page."""

MODULES = Path("/usr/lib/apache2/modules")
"""Where Debian keeps the parts of Apache."""

Header = tuple[str, str]


def place(prefix: str = "", origin: str = "") -> Place:
    """A site published under a prefix."""
    return Place(Assets(STATIC), prefix, origin)


def run(*arguments: str, content: Path = CONTENT) -> Result:
    """Run the command as somebody at a terminal does. content: the folder that holds the settings."""
    return run_command("host", *arguments, folders=Folders(content=content))


def text_of(host: str, prefix: str = "") -> str:
    """The text of a host, file or printed."""
    return PRINTED[host](place(prefix)) if host in PRINTED else root_files(place(prefix))[host]


def told_by(host: str, text: str) -> dict[str, str]:
    """The headers that a text tells a host to send."""
    if host == "vercel":
        [rule] = json.loads(text)["headers"]
        return {header["key"]: header["value"] for header in rule["headers"]}
    if host == "cloudfront":
        config = json.loads(text)["ResponseHeadersPolicyConfig"]
        security = config["SecurityHeadersConfig"]
        return {
            "Content-Security-Policy": security["ContentSecurityPolicy"]["ContentSecurityPolicy"],
            **({"X-Frame-Options": security["FrameOptions"]["FrameOption"]} if "FrameOptions" in security else {}),
            "Referrer-Policy": security["ReferrerPolicy"]["ReferrerPolicy"],
            "X-Content-Type-Options": "nosniff" if security["ContentTypeOptions"]["Override"] else "",
            **{header["Header"]: header["Value"] for header in config["CustomHeadersConfig"]["Items"]},
        }
    line = {
        "_headers": r"^  ([A-Z][\w-]+): (.*)$",
        ".htaccess": r'^  Header always set ([\w-]+) "(.*)"$',
        "nginx": r'^    add_header ([\w-]+) "(.*)" always;$',
        "caddy": r'^        ([A-Z][\w-]+) "(.*)"$',
    }[host]
    return dict(re.findall(line, text, re.MULTILINE))


@pytest.mark.parametrize("prefix", ["", "/aide"])
@pytest.mark.parametrize("host", ["_headers", ".htaccess", *PRINTED])
def test_every_host_is_told_the_whole_policy(host: str, prefix: str) -> None:
    """No header is forgotten, changed or added, but for the one that speaks to Netlify's own servers."""
    told = told_by(host, text_of(host, prefix))

    assert told == (POLICY | dict([EDGE_CACHE]) if host == "_headers" else POLICY)


@pytest.mark.parametrize("host", ["_headers", ".htaccess", *PRINTED])
def test_every_host_is_told_who_may_show_the_site(host: str) -> None:
    """Where the settings name sites, each host's text names them, and holds no header that would refuse them."""
    shown = Place(Assets(STATIC), frames=("https://www.mairie.test", "https://agglo.test:8443"))
    told = told_by(host, PRINTED[host](shown) if host in PRINTED else root_files(shown)[host])

    assert "frame-ancestors https://www.mairie.test https://agglo.test:8443" in told["Content-Security-Policy"].split(
        "; "
    )
    assert {name for name in POLICY if name not in told} == {"X-Frame-Options"}


@pytest.mark.parametrize(
    ("host", "sign"),
    [
        ("_headers", "{}/*\n"),
        (".htaccess", "ErrorDocument 404 {}/404.html\n"),
        ("nginx", 'location "{}/" {{\n'),
        ("nginx", 'error_page 403 404 =404 "{}/404.html";\n'),
        ("caddy", 'handle_path "{}/*" {{\n'),
        ("vercel", '"source": "{}/(.*)"'),
    ],
)
@pytest.mark.parametrize("prefix", ["", "/aide", "/a/b"])
def test_every_host_is_told_the_path(host: str, sign: str, prefix: str) -> None:
    """A site published under a path has its rules and its page for the unknown there."""
    assert sign.format(prefix) in text_of(host, prefix)


@pytest.mark.parametrize("host", ["_headers", ".htaccess", "nginx", "caddy", "vercel", "cloudfront"])
def test_no_host_is_asked_to_keep_pages_in_the_browser(host: str) -> None:
    """The browser is told `no-store`, and nothing else that it would understand as a time to keep pages."""
    told = told_by(host, text_of(host))

    assert told["Cache-Control"] == "no-store"
    assert [name for name in told if name in ("Expires", "CDN-Cache-Control", "Surrogate-Control")] == []


def test_no_line_is_too_long_for_cloudflare() -> None:
    """Cloudflare Pages reads up to 2,000 signs a line."""
    assert max(len(line) for line in root_files(place("/aide"))["_headers"].splitlines()) <= 2000


@pytest.mark.parametrize(
    ("origin", "prefix", "expected"),
    [
        ("https://example.org", "", "example.org\n"),
        ("https://EXAMPLE.org", "", "example.org\n"),
        ("https://example.org", "/aide", None),
        ("https://association.github.io", "", None),
        ("https://example.org:8443", "", None),
        ("http://127.0.0.1", "", None),
        ("http://localhost", "", None),
        ("", "", None),
    ],
)
def test_github_is_told_a_domain_only_where_the_site_has_one_to_itself(
    origin: str, prefix: str, expected: str | None
) -> None:
    """A path, a port, an IP address or one of GitHub's own names is no domain to set."""
    assert root_files(place(prefix, origin)).get("CNAME") == expected


def test_every_file_for_hosts_is_known_by_name() -> None:
    """What a build can write is what the next build may replace."""
    assert set(root_files(place(origin="https://example.org"))) == ROOT_FILE_NAMES


def test_the_built_site_holds_the_files_for_hosts(frozen: Path) -> None:
    """Each one stands in the root of the site, with the text made for its address."""
    made = root_files(place(origin="https://example.org"))

    assert {name: (frozen / name).read_text("utf-8") for name in made} == made


@pytest.mark.parametrize("value", ['a "quoted" word', "$host", "{path}", "100%", "a\\b", "two\nlines"])
def test_a_value_that_servers_would_read_differently_is_refused(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    """Rather no text than one that means something else."""
    monkeypatch.setattr(Place, "headers", lambda _place: {"X-Test": value})

    for host in ("nginx", "caddy", ".htaccess"):
        with pytest.raises(ValueError, match=re.escape(value)):
            text_of(host)


@pytest.mark.parametrize("host", PRINTED)
def test_the_command_prints_the_text_and_beside_it_what_to_do_with_it(host: str) -> None:
    """What is written into a file is the text alone; the path comes from the address."""
    result = run(host, "--base-url", "https://example.org/aide/")

    assert result.exit_code == 0
    assert result.stdout == text_of(host, "/aide")
    assert len(result.stderr.splitlines()) == 1


def test_the_command_says_what_to_set_for_the_unknown_on_cloudfront() -> None:
    """CloudFront's error responses are no part of its policy, so they are said."""
    result = run("cloudfront", "--base-url", "https://example.org/aide/", "--lang", "en")

    assert "403 and 404, page /aide/404.html, response code 404" in result.stderr


def test_the_command_takes_the_path_from_the_settings(tmp_path: Path) -> None:
    """Without an address on the line, that of content/site.yaml counts."""
    content = write_small_content(tmp_path / "content")
    with (content / "site.yaml").open("a", encoding="utf-8") as file:
        file.write("adresse: https://example.org/aide/\n")

    assert run("nginx", content=content).stdout == text_of("nginx", "/aide")


def test_the_command_sends_to_check_where_the_settings_have_faults(tmp_path: Path) -> None:
    """Settings that cannot be read give a sentence."""
    result = run("nginx", content=tmp_path)

    assert result.exit_code == 1
    assert "freeze.py --check" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["apache"], "« apache » n'est pas connu. Connus : nginx, caddy, vercel, cloudfront."),
        (["apache", "--lang", "en"], "“apache” is not known. Known: nginx, caddy, vercel, cloudfront."),
        (["nginx", "--base-url", "example.org"], "« example.org » n'est pas l'adresse d'un site."),
        (
            ["nginx", "--base-url", "https://example.org/$a/"],
            "« https://example.org/$a/ » n'est pas l'adresse d'un site.",
        ),
    ],
)
def test_the_command_says_what_it_cannot_do(arguments: list[str], sentence: str) -> None:
    """A host or an address that it cannot serve is answered with a sentence, and nothing is printed."""
    result = run(*arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert sentence in result.stderr


# Real servers


@dataclass(frozen=True)
class Published:
    """A site in a folder that every user of the machine can read. root: the document root, above the prefix."""

    root: Path
    prefix: str

    @property
    def folder(self) -> Path:
        """Where the content of build/ is."""
        return self.root / self.prefix.removeprefix("/")


@dataclass(frozen=True)
class Running:
    """A server that answers for a published site."""

    port: int
    published: Published

    def ask(self, address: str, accepted: str = "identity") -> tuple[int, list[Header], bytes]:
        """Status, headers as sent, and body of an address below the prefix. accepted: the content codings asked for."""
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)) as connection:
            connection.request("GET", self.published.prefix + address, headers={"Accept-Encoding": accepted})
            answer = connection.getresponse()
            return answer.status, answer.getheaders(), answer.read()


def apache(published: Published, port: int, own: Path) -> list[str]:
    """Apache as shared hosts run it, with habits of its own that the site has to undo."""
    modules = ("mpm_event", "authz_core", "dir", "mime", "negotiation", "autoindex", "headers", "expires", "rewrite")
    file = own / "apache.conf"
    file.write_text(
        "\n".join(
            [
                *(f"LoadModule {name}_module {MODULES}/mod_{name}.so" for name in (*modules, "filter", "deflate")),
                f"ServerName localhost\nListen 127.0.0.1:{port}\nPidFile {own}/pid\nErrorLog {own}/log",
                "User www-data\nGroup www-data" if os.geteuid() == 0 else "",
                f"TypesConfig /dev/null\nDocumentRoot {published.root}",
                "AddLanguage br .br\nAddType application/x-gzip .gz",
                f"<Directory {published.root}>\nAllowOverride All\nRequire all granted\nOptions Indexes MultiViews",
                'Header set Cache-Control "max-age=600"\nExpiresActive On\nExpiresDefault "access plus 1 hour"',
                "</Directory>\n<Files .htaccess>\nRequire all denied\n</Files>\n",
            ]
        ),
        "utf-8",
    )
    return ["apache2", "-d", str(own), "-f", str(file), "-D", "FOREGROUND"]


def nginx(published: Published, port: int, own: Path) -> list[str]:
    """nginx with the printed text in a server of its own."""
    file = own / "nginx.conf"
    kept = " ".join(f"{name}_temp_path {own}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    text = text_of("nginx", published.prefix).replace(FOLDER, str(published.folder))
    file.write_text(
        f"daemon off;\npid {own}/pid;\nerror_log stderr;\nevents {{}}\n"
        f"http {{ {kept} access_log off; types {{ text/html html; text/plain txt; application/xml xml; }}\n"
        f"server {{ listen 127.0.0.1:{port};\n{text}}} }}\n",
        "utf-8",
    )
    return ["nginx", "-e", "stderr", "-p", str(own), "-c", str(file)]


def caddy(published: Published, port: int, own: Path) -> list[str]:
    """Caddy with the printed text in a site of its own."""
    file = own / "Caddyfile"
    text = text_of("caddy", published.prefix).replace(FOLDER, str(published.folder))
    file.write_text(
        f"{{\nadmin off\nauto_https off\n}}\nhttp://127.0.0.1:{port} {{\nbind 127.0.0.1\n{text}}}\n", "utf-8"
    )
    return ["caddy", "run", "--config", str(file), "--adapter", "caddyfile"]


Server = Callable[[Published, int, Path], list[str]]

SERVERS: dict[str, tuple[Server, str]] = {
    "apache2": (apache, "apache2"),
    "nginx": (nginx, "nginx-light"),
    "caddy": (caddy, "caddy"),
}
"""How each server is started, and the Debian package that holds it."""


@pytest.fixture(scope="module", params=["", "/aide"], ids=["root", "under a path"])
def published(request: pytest.FixtureRequest) -> Iterator[Published]:
    """The small site, frozen where servers that give up their rights can still read it."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        content = write_small_content(root / "content", WITH_CONTACT)
        site = Published(root / "public", request.param)
        freeze(small_site_at(content, site.prefix), site.folder)
        write_site_above(site)
        (site.folder / "empty").mkdir()
        (site.folder / "donnees" / "71.csv").write_bytes(b"\xef\xbb\xbfnom;type\r\n")
        let_everybody_read(root)
        yield site


@pytest.fixture(
    scope="module",
    params=chosen(["", "/aide"], 1, "places of compressed sites"),
    ids=lambda prefix: "under a path" if prefix else "root",
)
def squeezed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Published]:
    """The same site with its compressed files, which are made once for the whole run."""

    def make(folder: Path) -> None:
        content = write_small_content(folder / "content", WITH_CONTACT)
        freeze(small_site_at(content, request.param), folder / "build", compressed=True)

    made = made_once(tmp_path_factory, f"squeezed{request.param.replace('/', '-')}", make)
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        site = Published(root / "public", request.param)
        shutil.copytree(made / "build", site.folder)
        write_site_above(site)
        let_everybody_read(root)
        yield site


def small_site_at(content: Path, prefix: str) -> Site:
    """The small site, published under a prefix."""
    return read_site(BEFORE_REVIEW, content=content, base_url=f"https://example.org{prefix}/")


def write_site_above(site: Published) -> None:
    """Above a path there is often a WordPress, whose rules take every unknown address of the host for one of its own."""
    if site.prefix:
        rules = [
            "RewriteEngine On\nRewriteBase /\nRewriteRule ^index\\.html$ - [L]",
            "RewriteCond %{REQUEST_FILENAME} !-f\nRewriteCond %{REQUEST_FILENAME} !-d\nRewriteRule . /index.html [L]\n",
        ]
        (site.root / ".htaccess").write_text("\n".join(rules), "utf-8")
        (site.root / "index.html").write_text("<p>Le site de l’association</p>", "utf-8")


def let_everybody_read(root: Path) -> None:
    """Servers give up their rights before they answer."""
    for path in (root, *root.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)


@pytest.fixture(scope="module", params=SERVERS)
def running(request: pytest.FixtureRequest, published: Published) -> Iterator[Running]:
    """A server for the site."""
    with started(request.param, published) as server:
        yield server


@dataclass(frozen=True)
class Squeezing:
    """A server for the compressed site. codings: those of which it can send files."""

    server: Running
    codings: tuple[str, ...]


@pytest.fixture(scope="module", params=SERVERS)
def squeezing(request: pytest.FixtureRequest, squeezed: Published) -> Iterator[Squeezing]:
    """A server for the compressed site. nginx as distributions have it sends no `.br`."""
    with started(request.param, squeezed) as server:
        yield Squeezing(server, ("gzip",) if request.param == "nginx" else ("br", "gzip"))


@contextmanager
def started(name: str, published: Published, other: Server | None = None) -> Iterator[Running]:
    """A server at work, on this machine only; skips where it is missing, in CI that is a failure.

    other: how to start it, where not as for a site.
    """
    usual, package = SERVERS[name]
    start = other or usual
    # Debian keeps servers where only root looks for programs.
    program = shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if program is None or (start is apache and not MODULES.is_dir()):
        sentence = f"no {name}: apt-get install --no-install-recommends {package}"
        if os.environ.get("CI"):
            pytest.fail(sentence)
        pytest.skip(sentence)
    with tempfile.TemporaryDirectory() as own, (Path(own) / "said").open("w+b") as said:
        homes = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"), own)
        for _ in range(TRIES):
            port = free_port()
            command = [program, *start(published, port, Path(own))[1:]]
            process = subprocess.Popen(command, stdout=said, stderr=said, env={**os.environ, **homes})
            try:
                if not is_open(port, process):
                    continue
                yield Running(port, published)
                return
            finally:
                process.terminate()
                process.wait(timeout=30)
        heard = [file.read_text("utf-8") for file in (Path(own) / "said", Path(own) / "log") if file.is_file()]
    pytest.fail("".join(heard))


TRIES = 3
"""Times that a server is started: another test may have taken the port between our look and its start."""


def free_port() -> int:
    """A port that nobody has at this moment."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
        return port


def is_open(port: int, process: subprocess.Popen[bytes]) -> bool:
    """Wait until the port of a server is open; whether it was, before the server ended or half a minute was over."""
    end = time.monotonic() + 30
    while process.poll() is None and time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return process.poll() is None
    return False


def sent(answered: list[Header]) -> dict[str, list[str]]:
    """All values of each header of the policy, so that one sent twice is seen."""
    return {name: [value for key, value in answered if key.lower() == name.lower()] for name in POLICY}


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("/", "index.html"),
        ("/fr/", "fr/index.html"),
        ("/ar/numeros/conseils/", "ar/numeros/conseils/index.html"),
        ("/fr/aider/index.html", "fr/aider/index.html"),
        ("/fr/?a=b", "fr/index.html"),
    ],
)
def test_a_real_server_gives_each_page_with_the_policy(running: Running, address: str, file: str) -> None:
    """A page arrives whole, as HTML in UTF-8, with each header once."""
    status, answered, body = running.ask(address)

    assert status == 200
    assert sent(answered) == {name: [value] for name, value in POLICY.items()}
    assert dict(answered)["Content-Type"].lower() == "text/html; charset=utf-8"
    assert body == (running.published.folder / file).read_bytes()


@pytest.mark.parametrize("address", [ENTRANCE, "/404", "/fr/nulle/part/", "/fr/nulle.html", "/nulle/", "/k7?a=b"])
def test_a_real_server_answers_the_unknown_with_the_home_page(running: Running, address: str) -> None:
    """An unknown address is answered with status 404, the home page and the policy."""
    status, answered, body = running.ask(address)

    assert status == 404
    assert sent(answered) == {name: [value] for name, value in POLICY.items()}
    assert dict(answered)["Content-Type"].lower() == "text/html; charset=utf-8"
    assert body == (running.published.folder / "404.html").read_bytes()
    assert without_note(body.decode()) == without_note((running.published.folder / "index.html").read_text("utf-8"))


@pytest.mark.parametrize("name", ["hsds.json", "71.csv"])
def test_a_real_server_gives_the_files_for_professionals(running: Running, name: str) -> None:
    """A file arrives whole and with the policy, and no browser takes it for a page."""
    status, answered, body = running.ask(f"/donnees/{name}")

    assert status == 200
    assert sent(answered) == {name: [value] for name, value in POLICY.items()}
    assert "html" not in dict(answered).get("Content-Type", "")
    assert body == (running.published.folder / "donnees" / name).read_bytes()


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("robots.txt", {"text/plain; charset=utf-8"}),
        (".well-known/security.txt", {"text/plain; charset=utf-8"}),
        ("sitemap.xml", {"text/xml; charset=utf-8", "application/xml", "application/xml; charset=utf-8"}),
    ],
)
def test_a_real_server_gives_what_programs_look_for(running: Running, name: str, kinds: set[str]) -> None:
    """A file in a hidden folder too arrives as what it is, with the policy; one that was not built is unknown."""
    status, answered, body = running.ask(f"/{name}")

    folder = running.published.folder
    assert sent(answered) == {name: [value] for name, value in POLICY.items()}
    if name != "sitemap.xml" and running.published.prefix:
        assert (status, body) == (404, (folder / "404.html").read_bytes())
    else:
        assert (status, body) == (200, (folder / name).read_bytes())
        assert dict(answered)["Content-Type"].lower() in kinds


def test_a_copy_on_a_real_server_is_found_exact(running: Running) -> None:
    """`verify` has nothing to say of a site that is served as it should be, with or without a path."""
    built = Built.read(running.published.folder / "manifest.json")

    report = verify_site(built, f"http://127.0.0.1:{running.port}{running.published.prefix}/")

    assert report.differences == []


@pytest.mark.parametrize("address", ["/empty/", "/donnees/"])
def test_a_real_server_shows_no_list_of_files(running: Running, address: str) -> None:
    """A folder without a page is answered as the unknown is. Apache says 403 with it."""
    status, answered, body = running.ask(address)

    assert status in (403, 404)
    assert sent(answered) == {name: [value] for name, value in POLICY.items()}
    assert body == (running.published.folder / "404.html").read_bytes()


def test_a_real_server_leads_to_the_page_where_a_slash_was_forgotten(running: Running) -> None:
    """A page asked for without its last slash is found, the site under a path too, with the policy on the way.

    So no browser keeps a copy of the way: it would hold the name of the site and what was asked for.
    """
    prefix = running.published.prefix
    for address in ("/fr", "/ar/numeros", "/fr/aider?a=b", "//fr", *([""] if prefix else [])):
        status, answered, _ = running.ask(address)

        path = address.partition("?")[0].replace("//", "/")
        assert (address, status in (301, 308)) == (address, True)
        assert urlsplit(dict(answered)["Location"]).path == f"{prefix}{path}/"
        assert sent(answered) == {name: [value] for name, value in POLICY.items()}
        assert {name.lower() for name, _ in answered} & {"expires", "pragma", "set-cookie"} == set()


def to_https(name: str) -> Server:
    """A server as the guide has it redirect to https, but for the port."""
    guide = (PROJECT_ROOT / "docs" / "publier" / f"{name}.md").read_text("utf-8")
    [block] = re.findall(rf"```{name}\n(.*?)```", guide, re.DOTALL)

    def start(_published: Published, port: int, own: Path) -> list[str]:
        file = own / "config"
        if name == "nginx":
            heard = block.replace("listen 80; listen [::]:80;", f"listen 127.0.0.1:{port};")
            file.write_text(f"daemon off;\npid {own}/pid;\nevents {{}}\nhttp {{ access_log off; {heard} }}\n", "utf-8")
            return ["nginx", "-e", "stderr", "-p", str(own), "-c", str(file)]
        heard = block.replace("http://example.org", f"http://example.org:{port}")
        file.write_text(f"{{\nadmin off\nauto_https off\ndefault_bind 127.0.0.1\n}}\n{heard}", "utf-8")
        return ["caddy", "run", "--config", str(file), "--adapter", "caddyfile"]

    return start


@pytest.mark.parametrize("name", ["nginx", "caddy"])
def test_the_redirect_to_https_of_the_guide_leaves_no_copy(name: str, published: Published) -> None:
    """The blocks of the guide lead to the same address by https, and tell the browser to keep nothing of it."""
    with (
        started(name, published, to_https(name)) as server,
        closing(http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)) as connection,
    ):
        connection.request("GET", "/fr/?a=b", headers={"Host": "example.org"})
        answer = connection.getresponse()
        answer.read()

    assert answer.status in (301, 308)
    assert answer.getheader("Location") == "https://example.org/fr/?a=b"
    assert answer.headers.get_all("Cache-Control") == ["no-store"]


@pytest.mark.parametrize("address", ["/", ENTRANCE])
def test_a_real_server_adds_no_time_to_keep_pages(running: Running, address: str) -> None:
    """No other header tells a browser to keep what it shows, and no cookie is set."""
    names = {name.lower() for name, _ in running.ask(address)[1]}

    assert names & {"expires", "pragma", "set-cookie", "content-language"} == set()


# Compressed files


SQUEEZED = {
    "/fr/": (200, "fr/index.html"),
    "/": (200, "index.html"),
    ENTRANCE: (404, "404.html"),
    "/donnees/hsds.json": (200, "donnees/hsds.json"),
}
"""Addresses that are answered with a compressed file: the status, and the file that it was made from."""


def test_a_compressed_copy_on_a_real_server_is_found_exact(squeezing: Squeezing) -> None:
    """`verify` reads what browsers are sent compressed, too, and has nothing to say of it."""
    published = squeezing.server.published
    built = Built.read(published.folder / "manifest.json")

    report = verify_site(built, f"http://127.0.0.1:{squeezing.server.port}{published.prefix}/")

    assert (report.differences, report.without_brotli) == ([], False)


@pytest.mark.parametrize("address", SQUEEZED)
@pytest.mark.parametrize("accepted", ["gzip, deflate, br, zstd", "gzip", "br", "gzip;q=0.5, br;q=1.0"])
def test_a_real_server_sends_what_was_compressed_ahead(squeezing: Squeezing, address: str, accepted: str) -> None:
    """The smallest file that both sides know arrives as it was made, with the policy, as what it is and in no language."""
    status, file = SQUEEZED[address]
    codings = [coding for coding in squeezing.codings if coding in accepted]
    folder = squeezing.server.published.folder

    answered, sent_headers, body = squeezing.server.ask(address, accepted)

    table = dict(sent_headers)
    assert answered == status
    assert sent(sent_headers) == {name: [value] for name, value in POLICY.items()}
    assert table.get("Content-Encoding") == (codings[0] if codings else None)
    assert body == (folder / (file + (ENCODINGS[codings[0]] if codings else ""))).read_bytes()
    assert (table["Content-Type"].lower() == "text/html; charset=utf-8") == file.endswith(".html")
    assert "Content-Language" not in table


@pytest.mark.parametrize("address", SQUEEZED)
@pytest.mark.parametrize("accepted", ["identity", "br;q=0, gzip;q=0"])
def test_a_real_server_sends_the_file_itself_where_nothing_else_is_read(
    squeezing: Squeezing, address: str, accepted: str
) -> None:
    """Who knows no coding, or refuses ours, gets the file as it is."""
    status, file = SQUEEZED[address]

    answered, sent_headers, body = squeezing.server.ask(address, accepted)

    assert answered == status
    assert sent(sent_headers) == {name: [value] for name, value in POLICY.items()}
    assert "Content-Encoding" not in dict(sent_headers)
    assert body == (squeezing.server.published.folder / file).read_bytes()


@pytest.mark.parametrize("address", SQUEEZED)
@pytest.mark.parametrize("accepted", ["br, gzip", "identity"])
def test_a_real_server_says_that_its_answer_depends_on_the_codings(
    squeezing: Squeezing, address: str, accepted: str
) -> None:
    """A cache between server and browser never gives one reader what only another one can read."""
    varies = [value for name, value in squeezing.server.ask(address, accepted)[1] if name.lower() == "vary"]

    assert {name.strip().lower() for value in varies for name in value.split(",")} == {"accept-encoding"}


@pytest.mark.parametrize("compressed", [False, True])
def test_apache_is_told_of_compressed_files_only_where_there_are_some(compressed: bool) -> None:
    """Rewriting needs a right that a host may refuse: nobody is to lose the site for files that are not there."""
    text = root_files(Place(Assets(STATIC), compressed=compressed))[".htaccess"]

    assert ("RewriteEngine On" in text, "SymLinksIfOwnerMatch" in text) == (compressed, compressed)


@pytest.mark.parametrize("host", ["_headers", ".htaccess", *PRINTED])
def test_no_host_is_asked_to_redirect(host: str) -> None:
    """Behind a proxy that speaks https for it, a server that redirects to https redirects for ever."""
    text = root_files(Place(Assets(STATIC), compressed=True))[host] if host not in PRINTED else text_of(host)

    assert "https://" not in text
