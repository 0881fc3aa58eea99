-- What is written again and again would be put into the search index each time, which costs more than
-- the write itself. So a text only gets its id at once, and many go into the index together.
--
-- * Rows of search_doc above the id of their kind here are not in search_gram yet; they are few, and
--   a search reads each of them. A kind without a row has nothing in search_gram.

CREATE TABLE search_mark (
	kind TEXT PRIMARY KEY NOT NULL,
	id   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO search_mark SELECT kind, max(id) FROM search_doc GROUP BY kind;

-- A page of the index fits into one of the file beside the sum that ends it.
INSERT INTO search_gram (search_gram, rank) VALUES ('pgsz', 4000);
