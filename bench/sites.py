"""The same made-up site in the form of each generator: as many pages in each language, of 300 to 600 words, linked alike."""

import hashlib
import json
import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from eclaircie.project import PROJECT_ROOT, STATIC
from eclaircie.rendering.assets import Assets

TAGS = ("fr", "en", "ar", "es", "pt", "it", "de", "pl", "ro", "tr", "ru", "nl", "sv")
"""Thirteen languages. The project has fewer: its copy gets rows for the others, as anybody adds a language."""

_WORDS = (
    "lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt ut labore et"
    " dolore magna aliqua enim ad minim veniam quis nostrud exercitation ullamco laboris nisi aliquip ex ea"
    " commodo consequat duis aute irure in reprehenderit voluptate velit esse cillum eu fugiat nulla pariatur"
    " excepteur sint occaecat cupidatat non proident sunt culpa qui officia deserunt mollit anim id est laborum"
    " perspiciatis unde omnis iste natus error voluptatem accusantium doloremque laudantium totam rem aperiam"
    " eaque ipsa quae ab illo inventore veritatis quasi"
)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_CHECKED = "sources: [{nom: Essai, adresse: https://source.test/}]\nverifie_le: 2026-11-01\n"

_FIXED = {
    "": "genre: accueil\nraccourcis: [traces]\nthemes: [numeros, apropos]\nlignes: [ecoute]\n",
    "numeros": "",
    "numeros/secours": f'genre: ligne\nnom: Police secours\nnumero: "17"\nsecours: oui\n{_CHECKED}',
    "numeros/sms": f'genre: ligne\nnom: Urgence\nsms: "114"\nsecours: oui\n{_CHECKED}',
    "numeros/ecoute": f'genre: ligne\nnom: Une ligne\nnumero: "39 19"\nsecours: oui\n{_CHECKED}',
    "traces": "",
    "traces/fenetre": "",
    "telephone": "",
    "telephone/doute": "",
    "apropos": "",
    "apropos/mentions": "",
    "apropos/accessibilite": "",
}
"""The pages that Éclaircie wants of any site, and the facts in their headers."""


@dataclass(frozen=True)
class Text:
    """One page in one language, in Markdown; links are written `link:path`."""

    path: str
    tag: str
    title: str
    summary: str
    body: str


@dataclass
class Contents:
    """Every text of the site, by language and path."""

    texts: dict[str, list[Text]] = field(default_factory=dict)

    @property
    def every_text(self) -> Iterator[Text]:
        """All texts, language by language."""
        return (text for texts in self.texts.values() for text in texts)

    @property
    def paths(self) -> list[str]:
        """The path of every page below its language."""
        return [text.path for text in self.texts[TAGS[0]]]

    @property
    def sections(self) -> list[str]:
        """The paths of the pages that stand at the top, which a page's navigation leads to."""
        return [path for path in self.paths if path and "/" not in path]


def contents(pages: int) -> Contents:
    """The texts of a site. pages: how many in each language. The same number gives the same texts."""
    chance = random.Random(pages)  # noqa: S311  # it makes texts, no secrets
    paths = [*_FIXED, *_more_paths(pages - len(_FIXED))]
    found = Contents()
    for tag in TAGS:
        found.texts[tag] = [
            Text(path, tag, _phrase(chance, 3), _phrase(chance, 10) + ".", _body(random.Random(path), chance, paths))  # noqa: S311
            for path in paths
        ]
    return found


def _more_paths(count: int) -> Iterator[str]:
    """Paths in sections of ten, named by letters."""
    for number in range(count):
        section, place = divmod(number, 10)
        name = f"sujet-{_letters(section)}"
        yield f"{name}/{_letters(place)}" if place else name


def _letters(number: int) -> str:
    return _LETTERS[number // 26 % 26] + _LETTERS[number % 26] + ("x" * (number // 676))


def _phrase(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(_WORDS.split(), k=words)).capitalize()


def _body(shape: random.Random, chance: random.Random, paths: list[str]) -> str:
    """Four to seven sections of some eighty words, each with emphasis and a link, and a list or a table now and then.

    shape: decides what there is, the same in each language. chance: draws the words.
    """
    parts = []
    for _ in range(shape.randint(4, 7)):
        link = f"[{_phrase(chance, 2)}](link:{shape.choice(paths)})"
        parts += [
            f"## {_phrase(chance, 3)}",
            f"{_phrase(chance, 25)}, **{_phrase(chance, 2)}**. {_phrase(chance, 12)}. {link} : {_phrase(chance, 6)}.",
            f"{_phrase(chance, 30)}.",
        ]
        kind = shape.randrange(4)
        if kind == 1:
            parts.append("\n".join(f"- {_phrase(chance, 6)}" for _ in range(4)))
        elif kind == 2:
            rows = "\n".join(f"| {_phrase(chance, 2)} | {_phrase(chance, 3)} |" for _ in range(3))
            parts.append(f"| A | B |\n|---|---|\n{rows}")
    return "\n\n".join(parts) + "\n"


def write(folder: Path, files: dict[str, str]) -> None:
    """Write files below a folder."""
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


def eclaircie(found: Contents, folder: Path) -> None:
    """A copy of the project with this content and rows for the languages that it does not have yet."""
    for name in ("site", "static", "translations"):
        shutil.copytree(PROJECT_ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(PROJECT_ROOT / "freeze.py", folder)
    rows = (
        f"\n\n_MORE = {TAGS!r}\n"
        "LANGUAGES = (*LANGUAGES, *(Language(t, t, t, 'ltr') for t in _MORE if t not in BY_TAG))\n"
        "LANGUAGES = tuple(language for language in LANGUAGES if language.tag in _MORE)\n"
        "BY_TAG = {language.tag: language for language in LANGUAGES}\n"
    )
    languages = folder / "site" / "eclaircie" / "languages.py"
    languages.write_text(languages.read_text("utf-8") + rows, "utf-8")
    # Words of the interface, and words that reveal, as many as in English
    for below, ending in (("translations", "po"), ("site/eclaircie/words", "txt")):
        for tag in TAGS[1:]:
            if not (folder / below / f"{tag}.{ending}").exists():
                shutil.copy(folder / below / f"en.{ending}", folder / below / f"{tag}.{ending}")
    settings = "nom: {fr: Essai}\nsortie: {fr: https://musee.test/}\nadresse: https://site-essai.test/\nentree: /k7\n"
    settings += f"langues: [{', '.join(TAGS)}]\n"
    files = {"site.yaml": settings}
    folders = {path.rpartition("/")[0] for path in found.paths}
    french = {text.path: _fingerprint(text) for text in found.texts[TAGS[0]]}
    for tag, texts in found.texts.items():
        for text in texts:
            facts = f"onglet: {text.title}\n"
            facts += _FIXED.get(text.path, "") if tag == TAGS[0] else f"traduit_de: {french[text.path]}\n"
            header = f"---\ntitre: {text.title}\nresume: {text.summary}\n{facts}---\n"
            name = f"{text.path}/index.md" if text.path in folders else f"{text.path}.md"
            files[f"{tag}/{name.lstrip('/')}"] = header + _own_body(text)
    write(folder / "content", files)


def _own_body(text: Text) -> str:
    return text.body.replace("(link:)", "(page:index)").replace("(link:", "(page:")


def _fingerprint(text: Text) -> str:
    """What a translation says it was made from, as `Document.fingerprint` makes it."""
    words = "\n".join((text.title, text.title, text.summary, _own_body(text).strip()))
    return hashlib.sha256(words.encode()).hexdigest()[:12]


def _plain_body(text: Text) -> str:
    """The Markdown of a text for generators that take addresses."""
    return text.body.replace("(link:)", f"(/{text.tag}/)").replace("(link:", f"(/{text.tag}/").replace(") :", "/) :")


def _frame(sections: list[str], path: str, tag: str, title: str, content: str) -> str:
    """A page around a content, with the navigation of ours; the arguments are expressions of a template language."""
    nav = "".join(f'<li><a href="/{tag}/{section}/">{section}</a></li>\n' for section in sections)
    others = "".join(f'<li><a href="/{other}/{path}" hreflang="{other}">{other}</a></li>\n' for other in TAGS)
    return (
        f'<!doctype html>\n<html lang="{tag}">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
        f'<link rel="icon" href="data:,">\n<style>@@css@@</style>\n</head>\n<body>\n'
        f'<header><a href="/{tag}/">Essai</a>\n<ul>\n{others}</ul></header>\n<nav><ul>\n{nav}</ul></nav>\n'
        f"<main>\n<h1>{title}</h1>\n{content}\n</main>\n"
        f'<footer><a href="/{tag}/apropos/">apropos</a></footer>\n<script>@@js@@</script>\n</body>\n</html>\n'
    )


def _with_assets(template: str, begin: str, end: str) -> str:
    """The template with our style and script in it, between the marks that keep its language from reading them."""
    assets = Assets(STATIC)
    return template.replace("@@css@@", begin + assets.css + end).replace(
        "@@js@@", begin + assets.exit_js + assets.js + end
    )


def _folder(text: Text) -> str:
    return f"{text.path}/" if text.path else ""


def mkdocs(found: Contents, folder: Path) -> None:
    """For MkDocs: every language a folder of one site, a theme of our own, no search."""
    frame = _frame(
        found.sections, "{{ page.meta.path }}", "{{ page.meta.tag }}", "{{ page.title }}", "{{ page.content }}"
    )
    theme = _with_assets(frame, "{% raw %}", "{% endraw %}")
    files = {
        "mkdocs.yml": "site_name: Essai\ntheme: {name: null, custom_dir: theme}\nplugins: []\n"
        "markdown_extensions: [tables]\nvalidation: {links: {absolute_links: ignore, not_found: ignore}}\n",
        "theme/main.html": theme,
    }
    for text in found.every_text:
        header = f"---\ntitle: {text.title}\ntag: {text.tag}\npath: {_folder(text)}\n---\n"
        files[f"docs/{text.tag}/{_folder(text)}index.md"] = header + _plain_body(text)
    write(folder, files)


def pelican(found: Contents, folder: Path) -> None:
    """For Pelican: pages only, no feeds, no lists of articles."""
    frame = _frame(found.sections, "{{ page.path }}", "{{ page.tag }}", "{{ page.title }}", "{{ page.content }}")
    settings: dict[str, object] = {
        "PATH": "content",
        "THEME": "theme",
        "SITENAME": "Essai",
        "SITEURL": "",
        "TIMEZONE": "UTC",
        "ARTICLE_PATHS": [],
        "PAGE_PATHS": ["pages"],
        "DIRECT_TEMPLATES": [],
        "FEED_ALL_ATOM": None,
        "CATEGORY_FEED_ATOM": None,
        "TRANSLATION_FEED_ATOM": None,
        "AUTHOR_FEED_ATOM": None,
        "AUTHOR_FEED_RSS": None,
        "PAGE_TRANSLATION_ID": None,
        "THEME_STATIC_PATHS": [],
        "MARKDOWN": {"extension_configs": {"markdown.extensions.tables": {}, "markdown.extensions.meta": {}}},
    }
    files = {
        "pelicanconf.py": "\n".join(f"{key} = {value!r}" for key, value in settings.items()) + "\n",
        "theme/templates/page.html": _with_assets(frame, "{% raw %}", "{% endraw %}"),
    }
    for number, text in enumerate(found.every_text):
        place = f"{text.tag}/{_folder(text)}"
        header = f"title: {text.title}\ntag: {text.tag}\npath: {_folder(text)}\nslug: p{number}\nurl: {place}\nsave_as: {place}index.html\n\n"
        files[f"content/pages/{place}index.md"] = header + _plain_body(text)
    write(folder, files)


def hugo(found: Contents, folder: Path) -> None:
    """For Hugo: its own languages, pages only."""
    frame = _frame(found.sections, "{{ .Params.path }}", "{{ .Params.tag }}", "{{ .Title }}", "{{ .Content }}")
    template = _with_assets(frame, "{{ `", "` | safeHTML }}")
    assets = Assets(STATIC)
    # Its templates escape by context, so style and script come in as such.
    template = template.replace("{{ `" + assets.css + "` | safeHTML }}", '{{ readFile "assets.css" | safeCSS }}')
    scripts = assets.exit_js + assets.js
    template = template.replace("{{ `" + scripts + "` | safeHTML }}", '{{ readFile "assets.js" | safeJS }}')
    config = {
        "baseURL": "https://example.org/",
        "title": "Essai",
        "defaultContentLanguage": "fr",
        "defaultContentLanguageInSubdir": True,
        "disableKinds": ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"],
        "languages": {tag: {"contentDir": f"content/{tag}"} for tag in TAGS},
    }
    files = {
        "hugo.json": json.dumps(config),
        "layouts/_default/single.html": template,
        "layouts/_default/list.html": template,
        "layouts/index.html": template,
        "assets.css": assets.css,
        "assets.js": scripts,
    }
    folders = {path.rpartition("/")[0] for path in found.paths}
    for text in found.every_text:
        header = f"---\ntitle: {text.title}\nparams: {{tag: {text.tag}, path: {json.dumps(_folder(text))}}}\n---\n"
        name = "_index.md" if text.path in folders else "index.md"
        files[f"content/{text.tag}/{_folder(text)}{name}"] = header + _plain_body(text)
    write(folder, files)


def zola(found: Contents, folder: Path) -> None:
    """For Zola: every language a section, for its own languages want other file names; a template of the same shape."""
    frame = _frame(
        found.sections, "{{ it.extra.path }}", "{{ it.extra.tag }}", "{{ it.title }}", "{{ it.content | safe }}"
    )
    frame = _with_assets(frame, "{% raw %}", "{% endraw %}")
    files = {
        "config.toml": 'base_url = "https://example.org"\ntitle = "Essai"\ngenerate_feeds = false\n',
        "templates/page.html": "{% set it = page %}" + frame,
        "templates/section.html": "{% set it = section %}" + frame,
        "templates/index.html": "Essai",
    }
    folders = {path.rpartition("/")[0] for path in found.paths}
    for text in found.every_text:
        header = f'+++\ntitle = "{text.title}"\n[extra]\ntag = "{text.tag}"\npath = "{_folder(text)}"\n+++\n'
        name = "_index.md" if text.path in folders else "index.md"
        files[f"content/{text.tag}/{_folder(text)}{name}"] = header + _plain_body(text)
    write(folder, files)


def eleventy(found: Contents, folder: Path) -> None:
    """For Eleventy: Nunjucks, Markdown without another template language within it."""
    frame = _frame(found.sections, "{{ path }}", "{{ tag }}", "{{ title }}", "{{ content | safe }}")
    files = {
        "eleventy.config.js": "module.exports = () => ({ markdownTemplateEngine: false,"
        ' dir: { input: "content", output: "_site", includes: "../includes" } });\n',
        "includes/page.njk": _with_assets(frame, "{% raw %}", "{% endraw %}"),
        "content/content.json": json.dumps({"layout": "page.njk"}),
    }
    for text in found.every_text:
        header = f"---\ntitle: {text.title}\ntag: {text.tag}\npath: {json.dumps(_folder(text))}\n---\n"
        files[f"content/{text.tag}/{_folder(text)}index.md"] = header + _plain_body(text)
    write(folder, files)
