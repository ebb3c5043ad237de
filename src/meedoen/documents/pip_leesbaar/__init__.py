"""The PIP in plain language, step by step."""
