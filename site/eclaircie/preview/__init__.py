"""The site while it is being written."""
