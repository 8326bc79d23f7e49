"""Every sentence that is said at a terminal, in French and in English."""
