"""Every file for professionals of a build: the same records as pages show, in formats that other programs read."""

from flask import Flask

from ..languages import SOURCE
from ..pages import downloads
from ..pages.site import Site
from ..places import territories
from .csv_tables import table_file
from .hsds import services_file
from .records import known_in, local_records, national_records


def data_files(site: Site, app: Flask) -> dict[str, bytes]:
    """The content of each file, by its path below the site.

    app: the application of the site, for the words of the interface. Of the day of the build, the files hold no more
    than whether facts are past their review.
    """
    with app.test_request_context(f"/{SOURCE.tag}/"):
        lines = national_records(site)
        local = {slug: local_records(site, slug) for slug in territories()}
        files = {downloads.SERVICES: services_file([*(r for records in local.values() for r in records), *lines])}
        for slug in downloads.tables(site.listing):
            territory = territories()[slug]
            files[downloads.table(slug)] = table_file([*local[slug], *known_in(lines, territory)], territory)
    return files
