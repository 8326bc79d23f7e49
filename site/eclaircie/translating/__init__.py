"""Pages go out to translators in a document of a word processor, and come back into the content."""
