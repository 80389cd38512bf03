"""Document to mentions, claims and quotes."""
