"""What `make bench-detect` measures, one part a module; each offers `run(bench)`."""
