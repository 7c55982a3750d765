"""Detectors that are measured beside ours: one adapter each, each in a process of its own.

An adapter offers `load(option)`, which returns a function from a text to what was found:
tuples of start, end, the detector's own name for the type, and its score. Adapters import
nothing of ours, because they run in a virtual environment of their own.
"""
