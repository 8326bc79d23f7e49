"""What changes the files of content for somebody: each step is first a plan, then done as a whole or not at all."""
