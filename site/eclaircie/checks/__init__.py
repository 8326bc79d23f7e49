"""The rules that no single file can keep by itself. Nothing here knows Flask."""
