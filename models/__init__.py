"""Training of the shipped models; no part of the installed program."""
