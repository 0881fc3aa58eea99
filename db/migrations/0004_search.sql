-- What can be searched for, as pairs of neighbouring characters: two-character Chinese words are found
-- by one look-up. A text that changes gets a new row here; pairs that point to a row that is gone
-- lead nowhere, so nothing has to be taken out of the index.

CREATE TABLE search_doc (
	id        INTEGER PRIMARY KEY,
	kind      TEXT NOT NULL CHECK (kind IN ('action', 'report', 'milestone', 'evidence')),
	row_id    INTEGER NOT NULL,
	plan_id   INTEGER REFERENCES plan (id),
	action_id INTEGER REFERENCES action (id),
	unit_id   INTEGER REFERENCES unit (id),
	UNIQUE (kind, row_id)
) STRICT;

CREATE VIRTUAL TABLE search_gram USING fts5 (
	grams, content = '', detail = none, columnsize = 0, tokenize = 'ascii'
);
