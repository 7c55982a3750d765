"""The Sottovoce companion: decides, for every prompt, who may read it."""

__version__ = "0.1.0"
