"""What an editor has changed, and how it reaches the others: seen, undone, received, proposed, published."""
