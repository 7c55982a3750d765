"""What each verb of the `sottovoce` command does; `companion.cli` reads the command line."""
