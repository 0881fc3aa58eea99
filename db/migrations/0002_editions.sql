-- A plan may be issued anew: the document of its row is the edition in force, those before it are
-- kept whole, and so are the clauses that an action had in them.
--
-- * What the document says and what is in force may differ, because the office assigns by hand:
--   assignment.doc_role is the role that the document gives (NULL: it does not name the unit).
-- * seq of what stands in the document no longer: -id of sections, indicators, targets and volumes
--   that ended, 1000000000 + id of withdrawn actions; so it is in nobody's way.
-- * A withdrawn action is named by the last place that it had, in that edition: 14@1.

ALTER TABLE plan ADD COLUMN edition INTEGER NOT NULL DEFAULT 1;

CREATE TABLE edition (
	id            INTEGER PRIMARY KEY,
	plan_id       INTEGER NOT NULL REFERENCES plan (id),
	number        INTEGER NOT NULL,
	title         TEXT NOT NULL,
	doc_no        TEXT NOT NULL,
	issuer        TEXT NOT NULL,
	date          TEXT CHECK (length(date) = 10),
	lead_rule     TEXT NOT NULL CHECK (lead_rule IN ('none', 'star', 'labelled', 'first')),
	imported_at   TEXT NOT NULL CHECK (length(imported_at) = 20),
	imported_by   INTEGER REFERENCES person (id),
	superseded_at TEXT NOT NULL CHECK (length(superseded_at) = 20),
	superseded_by INTEGER REFERENCES person (id),
	file          TEXT NOT NULL,
	sha256        TEXT NOT NULL CHECK (length(sha256) = 64),
	text          TEXT NOT NULL,
	UNIQUE (plan_id, number)
) STRICT;
CREATE INDEX edition_sha256 ON edition (sha256);

-- The editions in which an action has stood as it stands now; edition_to NULL: it still does.
ALTER TABLE action ADD COLUMN edition_from INTEGER NOT NULL DEFAULT 1;
ALTER TABLE action ADD COLUMN edition_to INTEGER CHECK (edition_to >= edition_from);

-- How an action stood before that. The offsets are those of the text of edition_to.
CREATE TABLE clause (
	id           INTEGER PRIMARY KEY,
	action_id    INTEGER NOT NULL REFERENCES action (id),
	edition_from INTEGER NOT NULL,
	edition_to   INTEGER NOT NULL CHECK (edition_to >= edition_from),
	no           TEXT NOT NULL,
	path         TEXT NOT NULL,
	title        TEXT NOT NULL,
	line         INTEGER NOT NULL,
	clause_from  INTEGER NOT NULL,
	clause_to    INTEGER NOT NULL,
	clause       TEXT NOT NULL,
	UNIQUE (action_id, edition_to)
) STRICT;

ALTER TABLE section ADD COLUMN ended_at TEXT CHECK (length(ended_at) = 20);
ALTER TABLE indicator ADD COLUMN ended_at TEXT CHECK (length(ended_at) = 20);
ALTER TABLE target ADD COLUMN ended_at TEXT CHECK (length(ended_at) = 20);
ALTER TABLE volume ADD COLUMN ended_at TEXT CHECK (length(ended_at) = 20);

-- The log has the role that the first change by hand found; what it added was never the document's.
ALTER TABLE assignment ADD COLUMN doc_role TEXT CHECK (doc_role IN ('lead', 'coop', 'shared'));
UPDATE assignment SET doc_role = nullif(coalesce((
	SELECT CASE WHEN l.act = 'assignment.withdraw' THEN assignment.role
		WHEN l.before = '' THEN '' ELSE coalesce(json_extract(l.before, '$.role'), '') END
	FROM log l WHERE l.action_id = assignment.action_id AND l.unit_id = assignment.unit_id
	AND l.act IN ('assignment.put', 'assignment.withdraw') ORDER BY l.id LIMIT 1), role), '')
	WHERE unit_id IN (SELECT id FROM unit WHERE merged_into IS NULL);

-- The milestone that an import makes of a printed due date follows the document.
ALTER TABLE milestone ADD COLUMN of_document INTEGER NOT NULL DEFAULT 0
	CHECK (of_document IN (0, 1));
UPDATE milestone SET of_document = 1 WHERE unit_id IS NULL AND NOT EXISTS (
	SELECT 1 FROM log l WHERE l.action_id = milestone.action_id AND l.act = 'milestone.add'
	AND l.object = 'milestone ' || milestone.id)
	AND id = (SELECT min(m.id) FROM milestone m
		WHERE m.action_id = milestone.action_id AND m.unit_id IS NULL);
CREATE UNIQUE INDEX milestone_of_document ON milestone (action_id) WHERE of_document = 1;
