"""What people are told about the content: what there is to do, what a proposed change does to the pages that visitors read."""
