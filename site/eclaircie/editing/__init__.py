"""The editor: a form in a browser on this machine, and the pages around it. No build makes or publishes any of it."""
