"""What a build has learnt, kept for the next one."""
