"""Posters, cards, leaflets and counter signs: what is printed, and where it leads."""
