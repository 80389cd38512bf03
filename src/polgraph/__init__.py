"""polgraph: who stands how to whom in the news, with the sentence behind every line."""

__version__ = "0.1.0"
