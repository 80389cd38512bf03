"""The parts of attribution: marks, cues, complements and sources, and what they make together.

quotations.py    which quotation marks belong together
cues.py          lexicon/speech.yaml, checked
tree.py          the children of a token, in constant time
complements.py   what a cue is about
sources.py       whose words they are
spans.py         Attribution, and the layout of an article
quoted.py        direct speech
reported.py      indirect speech, thought, wishes and judgements
labels.py        transcripts, headlines and what follows a colon
interviews.py    questions in paragraphs of their own, answers without a name
trailing.py      where a content ends
"""
