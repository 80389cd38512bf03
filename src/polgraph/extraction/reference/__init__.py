"""The parts of `coreference`: names of one participant, descriptions, pronouns, and whom they stand for."""
