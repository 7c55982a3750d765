"""The secured variant: answers inside a tunnel, keeps nothing, trains on nothing."""
