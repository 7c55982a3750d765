"""The production environment: the secured and the public variant of the same model."""
