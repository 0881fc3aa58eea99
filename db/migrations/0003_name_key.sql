-- The pinyin of names, made when a name is stored (core/text/pinyin.h): it is what wsj finds 卫生局 by. A
-- unit's key has its other names in it too. Rows that were there before get theirs when the file is
-- brought up to date.

CREATE TABLE name_key (
	kind   TEXT NOT NULL CHECK (kind IN
		('plan', 'section', 'action', 'unit', 'person', 'milestone', 'evidence', 'indicator')),
	row_id INTEGER NOT NULL,
	key    TEXT NOT NULL,
	PRIMARY KEY (kind, row_id)
) STRICT, WITHOUT ROWID;
