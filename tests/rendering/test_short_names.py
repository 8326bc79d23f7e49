"""Scripts as they travel: with short names for their own, and otherwise the same."""

import re

import pytest

from eclaircie.project import STATIC
from eclaircie.rendering.assets import EXIT, Assets
from eclaircie.rendering.short_names import with_short_names
from tests.rendering.test_scripts import complaints, eslint

__all__ = ["eslint"]


@pytest.mark.parametrize(
    ("written", "short"),
    [
        ("const first=1;tell(first);", "const e=1;tell(e);"),
        ("let one,other=one;one=other;", "let e,t=e;e=t;"),
        ("function leave(way){return way.leave}", "function t(e){return e.leave}"),
        ("(one)=>one.one;", "(e)=>e.one;"),
        ("const give=async one=>({one,two:one});", "const t=async e=>({one:e,two:e});"),
        ("const{name,way:there=1,far=2}=place;name(there,far);", "const{name:e,way:t=1,far:n=2}=place;e(t,n);"),
        ("for(const[one,{other}]of all)one(other);", "for(const[e,{other:t}]of all)e(t);"),
        ("try{go()}catch(slip){tell(slip.slip)}", "try{go()}catch(e){tell(e.slip)}"),
        ("asked.catch(()=>location.reload());", "asked.catch(()=>location.reload());"),
        ('const word="word";`word ${word} ${word.word}`;', 'const e="word";`word ${e} ${e.word}`;'),
        ("const word=/word[/]word/g;word.test(word);", "const e=/word[/]word/g;e.test(e);"),
        ("const half=all/2;half/half;", "const e=all/2;e/e;"),
        ("const e1=e;const first=t;", "const n=e;const a=t;"),
        ("const a=b?one:two;const one=1,two=2;", "const n=b?e:t;const e=1,t=2;"),
    ],
)
def test_a_name_of_its_own_is_short_everywhere(written: str, short: str) -> None:
    """Constants, functions, what these are given; not a property, a text, or what the browser gives."""
    assert with_short_names(written) == short


def test_a_value_too_deep_in_a_template_is_refused() -> None:
    """Braces or another template within: better no script than a wrong one."""
    with pytest.raises(ValueError, match="deep"):
        with_short_names("const deep=1;`${call({deep})}`;")


SCRIPTS = ["exit_js", "js", *Assets(STATIC).extra_js]


def travelling(name: str) -> str:
    """A script as pages hold it."""
    assets = Assets(STATIC)
    return assets.extra_js[name] if name in assets.extra_js else str(getattr(assets, name))


@pytest.mark.parametrize("name", SCRIPTS)
def test_no_script_has_lost_a_name(eslint: list[str], name: str) -> None:
    """In what travels every name is declared, or one that the browser gives, and no name hides another that it needs."""
    told = complaints(eslint, "--stdin", "--stdin-filename", f"static/js/{EXIT}.js", source=travelling(name))

    slips = [line for lines in told.values() for line in lines]
    assert [line for line in slips if "no-undef" in line or "redeclare" in line or line.startswith("None")] == []


def test_the_names_of_the_long_script_are_gone() -> None:
    """Of the names that the modules give each other none travels."""
    assert not re.search(r"\b(startRequest|isUnderWay|announce|escapes)\b", travelling("js") + travelling("exit_js"))
