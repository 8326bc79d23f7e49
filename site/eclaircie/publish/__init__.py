"""From pages to a folder that a host can serve."""
