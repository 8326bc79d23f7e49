"""Values between quotes, for the settings of web servers."""


def quoted(text: str) -> str:
    """Text between quotes, as Apache, nginx and Caddy all read it.

    Raises ValueError where it holds a sign that one of them would replace by something else.
    """
    if any(sign in text for sign in '"\\%$`{}\n'):
        raise ValueError(text)
    return f'"{text}"'
