"""What `make bench` measures; each module offers `run()`, which returns plain data."""
