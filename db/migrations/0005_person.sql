-- What belongs to one person alone: how lists were left and named, what has been seen, and where in a
-- form one was typing.

CREATE TABLE person_setting (
	person_id  INTEGER NOT NULL REFERENCES person (id),
	kind       TEXT NOT NULL CHECK (kind <> ''),
	name       TEXT NOT NULL,
	value      TEXT NOT NULL,
	changed_at TEXT NOT NULL CHECK (length(changed_at) = 20),
	PRIMARY KEY (person_id, kind, name)
) STRICT, WITHOUT ROWID;

-- One row a form that is being typed into, beside the fields in draft. seat: the sitting (terminal
-- and process) that saved it last; version counts the saves, so that two windows of one person
-- notice each other.
CREATE TABLE draft_form (
	person_id INTEGER NOT NULL REFERENCES person (id),
	form      TEXT NOT NULL CHECK (form <> ''),
	focus     TEXT NOT NULL DEFAULT '',
	seat      TEXT NOT NULL DEFAULT '',
	version   INTEGER NOT NULL DEFAULT 1,
	saved_at  TEXT NOT NULL CHECK (length(saved_at) = 20),
	PRIMARY KEY (person_id, form)
) STRICT, WITHOUT ROWID;
INSERT INTO draft_form (person_id, form, saved_at)
	SELECT person_id, form, max(saved_at) FROM draft GROUP BY person_id, form;
