"""Training of the model that tells live secrets from values that only stand like one."""
