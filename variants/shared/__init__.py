"""What both variants share: the OpenAI-compatible API, its engines and its serving."""
