"""What people ask of the project at a terminal."""
