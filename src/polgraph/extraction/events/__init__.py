"""The parts of `predicates`: frames and what they match, nouns as predicates, demands, judgements, denials, polls."""
