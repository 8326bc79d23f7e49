"""The form of the editor: the configuration of Sveltia CMS, made from what headers may say and from what there is.

What is not in it: `site.yaml`, which only a few change and rarely, for the form would drop the remarks that explain each
setting; what a command writes into a translation; the sites of departments that nobody wrote. It offers no image and no
file: a page is one request, and leaves no file in the downloads of a phone.

Source of each option: https://sveltiacms.app/en/docs, and the types that the package carries.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..content.facts import Shape
from ..content.files import PLAIN_NAME
from ..content.local import FOLDER
from ..content.models import MODELS
from ..languages import LANGUAGES, SOURCE
from ..messages.sentences import sentence
from ..places import territories
from .fields import Field, fields_of, pattern
from .names import Existing, existing

Configuration = dict[str, Any]

HERE: Mapping[str, Any] = {"name": "github", "repo": "ici/content"}
"""The backend of an editor that works on the files of this machine: the name of a forge that it never asks."""

_FOLDER = "content/{{locale}}"
_LOCAL = f"{_FOLDER}/{FOLDER}"


def configuration(content: Path, *, backend: Mapping[str, Any] = HERE) -> Configuration:
    """The configuration, as JSON can hold it. content: the folder of all content, of which one chooses.

    backend: where files are read and saved, as Sveltia CMS has it.
    """
    names = existing(content)
    return {
        "load_config_file": False,
        "backend": dict(backend),
        "app_title": sentence("form.title", "fr"),
        "show_preview_links": False,
        # No folder of media: none is offered. The first key says that this is meant.
        "media_libraries": {"cloudinary": False, "default": False, "stock_assets": False},
        "i18n": {
            "structure": "multiple_folders",
            "locales": [language.tag for language in LANGUAGES],
            "default_locale": SOURCE.tag,
            "initial_locales": "default",
        },
        "slug": {"encoding": "ascii", "clean_accents": True},
        "output": {"omit_empty_optional_fields": True},
        # What a page becomes is shown by the preview of the project; beside the French text stands its translation.
        "editor": {"preview": False},
        "collections": _collections(names),
        "singletons": [
            _one("home", "accueil", f"{_FOLDER}/index.md", names),
            _one("places", "lieux", f"{_LOCAL}/index.md", names),
        ],
    }


def _collections(names: Existing) -> list[Field]:
    # The form knows a file by its path below the folder of the first collection that may hold it. So those that share
    # files have one folder, and the first of them takes any path: all know a file by the same name.
    return [
        # A page of words need not say its kind.
        _many("page", _FOLDER, "", names, "pages", "one_page", "pages_told")
        | {"filter": {"field": "genre", "value": [None, "", "page"]}},
        _many("ligne", _FOLDER, "numeros/{{slug}}", names, "lines", "one_line", "lines_told"),
        _many("aide", _FOLDER, "aides/{{slug}}", names, "aids", "one_aid", "aids_told"),
        _many("navigateur", _FOLDER, "traces/{{slug}}", names, "guides", "one_guide", "guides_told"),
        {"name": "local", "divider": True},
        _many("structure", _LOCAL, "", names, "structures", "one_structure", "structures_told"),
        _counters(names),
        _many("reseau", _LOCAL, "", names, "networks", "one_network", "networks_told"),
        _many("actualite", _LOCAL, "", names, "news", "one_news", "news_told"),
        _department(names),
        _many("repere", _LOCAL, "trouver/{{slug}}", names, "landmarks", "one_landmark", "landmarks_told"),
    ]


def _many(kind: str, folder: str, path: str, names: Existing, *said: str) -> Field:
    """Files of a kind. path: where a new one goes below the folder, unless another place is chosen.

    said: the sentences for all of them, for one, and for what they are.
    """
    all_of_them, one, told = (sentence(f"form.{name}", "fr") for name in said)
    return {
        "name": said[0],
        "label": all_of_them,
        "label_singular": one,
        "description": told,
        "folder": folder,
        **({"path": path} if path else {}),
        "nested": {"subfolders": False},
        "meta": {"path": {}},
        "extension": "md",
        "format": "yaml-frontmatter",
        "i18n": True,
        "identifier_field": "titre",
        "summary": "{{titre}}",
        "sortable_fields": ["titre", "verifie_le", "ordre"],
        "view_filters": [
            {"label": sentence("form.to_review", "fr"), "field": "a_relire_par_une_association", "pattern": "oui"},
            {"label": sentence("form.to_verify", "fr"), "field": "a_verifier", "empty": False},
        ],
        "thumbnail": False,
        "aliases_field": False,
        "slug": _slug(PLAIN_NAME, sentence("form.slug_hint", "fr")),
        "filter": {"field": "genre", "value": kind},
        "fields": fields_of(MODELS[kind], kind, names),
    }


def _department(names: Existing) -> Field:
    """The files of départements: each lies in a folder that bears its official number."""
    number = Shape("|".join(territories()), PLAIN_NAME.fault)
    said = ("departments", "one_department", "departments_told")
    return _many("departement", _LOCAL, "{{slug}}/index", names, *said) | {
        "slug": _slug(number, sentence("form.place_hint", "fr"))
    }


def _counters(names: Existing) -> Field:
    """The counters of directories: proper names, which are in no other language."""
    said = ("counters", "one_counter", "counters_told")
    return _many("guichet", _LOCAL, "", names, *said) | {
        "i18n": {"locales": [SOURCE.tag]},
        "identifier_field": "nom",
        "summary": "{{nom}}",
        "sortable_fields": ["nom", "verifie_le"],
        "view_filters": [{"label": sentence("form.to_verify", "fr"), "field": "a_verifier", "empty": False}],
    }


def _slug(shape: Shape, hint: str) -> Field:
    """How the name of a file is chosen: by hand, for one that is made from a title tells what the page is about."""
    return {"editable": True, "i18n": "duplicate", "hint": hint, "pattern": pattern(shape)}


def _one(name: str, kind: str, file: str, names: Existing) -> Field:
    """A file that is the only one of its kind."""
    return {
        "name": name,
        "label": sentence(f"form.{name}", "fr"),
        "file": file,
        "format": "yaml-frontmatter",
        "i18n": True,
        "fields": fields_of(MODELS[kind], kind, names),
    }
