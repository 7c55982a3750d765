"""The whole system on one machine: what `make run` starts, and what the tests drive."""
