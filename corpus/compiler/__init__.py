"""From hand-marked articles to offsets: the compiler, the checks and the report of the corpus.

source.py    a file of corpus/source → its parts (header, entities, text, rows)
markup.py    marked text → plain text and spans
rows.py      a row of the relation list → its fields
assemble.py  a source → the compiled article (the JSON form)
checks.py    what a single article must satisfy
overlap.py   what the texts must satisfy among themselves and against outside texts
lists.py     closed lists: styles, regions, topics, pronouns
splits.py    train, dev or test, by hash of the article's number
report.py    the balance counts
"""
