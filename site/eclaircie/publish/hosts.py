"""The policy in the words of each host."""

from ..assets import Assets
from ..policy import headers


def headers_file(assets: Assets, prefix: str) -> str:
    """The `_headers` file of Netlify and Cloudflare Pages. Source: https://docs.netlify.com/manage/routing/headers/"""
    lines = [f"{prefix}/*", *(f"  {name}: {value}" for name, value in headers(assets).items())]
    return "\n".join(lines) + "\n"


def root_files(assets: Assets, prefix: str) -> dict[str, str]:
    """The files that hosts read from the root of the site, by name."""
    return {
        "_headers": headers_file(assets, prefix),
        # GitHub Pages would otherwise hide files that begin with an underscore
        ".nojekyll": "",
    }
