"""Trains the encoder: `python -m models.encoder --data DIR --out models` (needs PyTorch)."""
