"""What is printed and hung up: posters, cards, leaflets and counter signs that lead to the discreet entrance."""
