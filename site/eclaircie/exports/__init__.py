"""What professionals take away: the same records as pages show, in formats that other programs read."""
