-- What can be searched for, as pairs of neighbouring characters: two-character Chinese words are found
-- by one look-up (core/text/gram.h). Rows that were there before get theirs when the file is brought up to
-- date.
--
-- * kind is a word of SEARCH_KINDS (core/words.h), row_id a row of its table. An id is the number of
--   the kind times 2^32 and counts up within it, so that the newest of a kind are found by one range.
-- * A text that changes gives its row a new id. What the index has for an old id leads nowhere, so
--   nothing is ever taken out of it.
-- * action_id is NULL for what belongs to no action or may belong to several.

CREATE TABLE search_doc (
	id        INTEGER PRIMARY KEY,
	kind      TEXT NOT NULL,
	row_id    INTEGER NOT NULL,
	action_id INTEGER REFERENCES action (id),
	UNIQUE (kind, row_id)
) STRICT;

CREATE VIRTUAL TABLE search_gram USING fts5 (
	grams, content = '', detail = none, columnsize = 0, tokenize = 'ascii'
);
