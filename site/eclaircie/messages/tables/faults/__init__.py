"""What is said of the content: what is wrong with it, and what is only remarked."""

from . import (
    discretion,
    files,
    headers,
    hours,
    interface,
    local,
    phones,
    remarks,
    services,
    settings,
    texts,
    translations,
    values,
)

FAULTS: dict[str, tuple[str, str]] = {
    code: both
    for table in (
        files,
        headers,
        values,
        phones,
        hours,
        services,
        settings,
        discretion,
        texts,
        translations,
        local,
        interface,
    )
    for code, both in table.SENTENCES.items()
}
"""What keeps a site from being built."""

REMARKS = remarks.SENTENCES
"""What does not."""
