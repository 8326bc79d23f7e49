"""From files to checked content. Nothing here knows Flask."""
