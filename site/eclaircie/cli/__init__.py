"""The command line: `python -m eclaircie …`, and `freeze.py`, which is its main job with options of its own."""
