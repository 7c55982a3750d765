"""The public variant: answers everybody, and says that it may train on what it reads."""
