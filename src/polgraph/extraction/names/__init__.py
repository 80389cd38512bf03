"""The parts of `entities`: where names begin and end, what each names, and what the model missed."""
