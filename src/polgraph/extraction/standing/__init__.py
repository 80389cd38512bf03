"""The parts of `ties`: titles and offices, parties and camps, organs of a state, nationalities, rows of people."""
