"""From the plain data of a page to its HTML."""
