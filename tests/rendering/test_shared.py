"""What pages have alike is made once for all of them."""

import pytest
from jinja2 import meta

from eclaircie.rendering.application import application
from eclaircie.rendering.views import SHARED


@pytest.mark.parametrize("name", SHARED)
def test_a_shared_component_is_given_what_its_template_reads(name: str) -> None:
    """A name that was left out would show nothing, on every page."""
    templates = application(lambda _address: "").jinja_env
    assert templates.loader
    source = templates.loader.get_source(templates, f"components/{name}.html")[0]
    assert set(SHARED[name]) == meta.find_undeclared_variables(templates.parse(source))
