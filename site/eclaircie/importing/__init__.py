"""Contacts out of the public directories that anyone can download: read, compared with what stands, proposed."""
