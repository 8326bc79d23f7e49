"""What people are told about the content: what a proposed change does to the pages that visitors read."""
