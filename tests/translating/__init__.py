"""Pages that go out to translators and come back."""
