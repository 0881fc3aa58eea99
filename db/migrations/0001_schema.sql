-- The model of a file. Rules for this and every later migration:
-- * Dates and moments are ISO text (moments in UTC, …_at), decimals are text as printed; absent is
--   NULL for them, never ''. Other texts are '' when absent.
-- * Words in CHECK (… IN (…)) are those of core/words.h; a test compares them.
-- * Rows that people edit carry version, changed_at and changed_by (NULL: the program).
-- * Nothing is deleted but drafts: things end, are withdrawn, merged or closed.
-- * Every query of the store finds an index here; a test reads its plan.

CREATE TABLE setting (
	key        TEXT PRIMARY KEY NOT NULL,
	value      TEXT NOT NULL,
	version    INTEGER NOT NULL DEFAULT 1,
	changed_at TEXT NOT NULL CHECK (length(changed_at) = 20),
	changed_by INTEGER REFERENCES person (id)
) STRICT;

-- People and posts ------------------------------------------------------------------------------

CREATE TABLE person (
	id         INTEGER PRIMARY KEY,
	login      TEXT NOT NULL UNIQUE CHECK (login <> ''),
	name       TEXT NOT NULL CHECK (name <> ''),
	phone      TEXT NOT NULL DEFAULT '',
	active     INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
	version    INTEGER NOT NULL DEFAULT 1,
	changed_at TEXT NOT NULL CHECK (length(changed_at) = 20),
	changed_by INTEGER REFERENCES person (id)
) STRICT;

CREATE TABLE post (
	id         INTEGER PRIMARY KEY,
	person_id  INTEGER NOT NULL REFERENCES person (id),
	role       TEXT NOT NULL
		CHECK (role IN ('reporter', 'approver', 'office', 'leader', 'assessor', 'admin')),
	unit_id    INTEGER REFERENCES unit (id),
	since_at   TEXT NOT NULL CHECK (length(since_at) = 20),
	since_by   INTEGER REFERENCES person (id),
	ended_at   TEXT CHECK (length(ended_at) = 20),
	ended_by   INTEGER REFERENCES person (id),
	CHECK ((role IN ('reporter', 'approver')) = (unit_id IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX post_once ON post (person_id, role, coalesce(unit_id, 0)) WHERE ended_at IS NULL;
CREATE INDEX post_person ON post (person_id, id);
CREATE INDEX post_role ON post (role, person_id) WHERE ended_at IS NULL;
CREATE INDEX post_unit ON post (unit_id, person_id) WHERE ended_at IS NULL;

-- Units -----------------------------------------------------------------------------------------

CREATE TABLE unit (
	id          INTEGER PRIMARY KEY,
	name        TEXT NOT NULL CHECK (name <> ''),
	kind        TEXT NOT NULL CHECK (kind IN ('single', 'collective')),
	merged_into INTEGER REFERENCES unit (id) CHECK (merged_into <> id),
	version     INTEGER NOT NULL DEFAULT 1,
	changed_at  TEXT NOT NULL CHECK (length(changed_at) = 20),
	changed_by  INTEGER REFERENCES person (id)
) STRICT;
CREATE UNIQUE INDEX unit_name ON unit (name) WHERE merged_into IS NULL;
CREATE INDEX unit_merged ON unit (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE unit_alias (
	name     TEXT PRIMARY KEY NOT NULL CHECK (name <> ''),
	unit_id  INTEGER NOT NULL REFERENCES unit (id),
	added_at TEXT NOT NULL CHECK (length(added_at) = 20),
	added_by INTEGER REFERENCES person (id)
) STRICT;
CREATE INDEX unit_alias_unit ON unit_alias (unit_id, name);

-- Whom a collective unit stands for.
CREATE TABLE unit_member (
	id            INTEGER PRIMARY KEY,
	collective_id INTEGER NOT NULL REFERENCES unit (id),
	member_id     INTEGER NOT NULL REFERENCES unit (id) CHECK (member_id <> collective_id),
	since_at      TEXT NOT NULL CHECK (length(since_at) = 20),
	since_by      INTEGER REFERENCES person (id),
	ended_at      TEXT CHECK (length(ended_at) = 20),
	ended_by      INTEGER REFERENCES person (id)
) STRICT;
CREATE UNIQUE INDEX unit_member_once ON unit_member (collective_id, member_id) WHERE ended_at IS NULL;
CREATE INDEX unit_member_of ON unit_member (member_id, collective_id) WHERE ended_at IS NULL;

-- Plans -----------------------------------------------------------------------------------------

-- nactions and nunits are kept by every write that changes them; text stands last, so that a list
-- does not read it.
CREATE TABLE plan (
	id           INTEGER PRIMARY KEY,
	code         TEXT NOT NULL UNIQUE CHECK (code <> ''),
	title        TEXT NOT NULL,
	doc_no       TEXT NOT NULL DEFAULT '',
	issuer       TEXT NOT NULL DEFAULT '',
	date         TEXT CHECK (length(date) = 10),
	lead_rule    TEXT NOT NULL CHECK (lead_rule IN ('none', 'star', 'labelled', 'first')),
	state        TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed')),
	state_reason TEXT NOT NULL DEFAULT '',
	nactions     INTEGER NOT NULL DEFAULT 0,
	nunits       INTEGER NOT NULL DEFAULT 0,
	version      INTEGER NOT NULL DEFAULT 1,
	changed_at   TEXT NOT NULL CHECK (length(changed_at) = 20),
	changed_by   INTEGER REFERENCES person (id),
	imported_at  TEXT NOT NULL CHECK (length(imported_at) = 20),
	imported_by  INTEGER REFERENCES person (id),
	file         TEXT NOT NULL DEFAULT '',
	sha256       TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
	text         TEXT NOT NULL
) STRICT;
CREATE INDEX plan_state ON plan (state, id);

CREATE TABLE section (
	id      INTEGER PRIMARY KEY,
	plan_id INTEGER NOT NULL REFERENCES plan (id),
	seq     INTEGER NOT NULL,
	no      TEXT NOT NULL,
	title   TEXT NOT NULL,
	UNIQUE (plan_id, seq)
) STRICT;

-- seq is the place in the document: a parent comes before its sub-actions. clause_from and clause_to
-- are byte offsets into plan.text.
CREATE TABLE action (
	id           INTEGER PRIMARY KEY,
	plan_id      INTEGER NOT NULL REFERENCES plan (id),
	seq          INTEGER NOT NULL,
	section_id   INTEGER REFERENCES section (id),
	parent_id    INTEGER REFERENCES action (id) CHECK (parent_id <> id),
	no           TEXT NOT NULL CHECK (no <> ''),
	path         TEXT NOT NULL CHECK (path <> ''), -- as people name it in its plan: 五.2
	title        TEXT NOT NULL,
	due          TEXT CHECK (length(due) = 10),
	state        TEXT NOT NULL DEFAULT 'active'
		CHECK (state IN ('active', 'completion-asked', 'closed-out', 'withdrawn')),
	state_reason TEXT NOT NULL DEFAULT '',
	line         INTEGER NOT NULL,
	clause_from  INTEGER NOT NULL,
	clause_to    INTEGER NOT NULL CHECK (clause_to >= clause_from),
	version      INTEGER NOT NULL DEFAULT 1,
	changed_at   TEXT NOT NULL CHECK (length(changed_at) = 20),
	changed_by   INTEGER REFERENCES person (id),
	clause       TEXT NOT NULL,
	UNIQUE (plan_id, seq),
	UNIQUE (plan_id, path)
) STRICT;
CREATE INDEX action_parent ON action (parent_id, id) WHERE parent_id IS NOT NULL;
CREATE INDEX action_section ON action (section_id);

CREATE TABLE assignment (
	id         INTEGER PRIMARY KEY,
	action_id  INTEGER NOT NULL REFERENCES action (id),
	unit_id    INTEGER NOT NULL REFERENCES unit (id),
	seq        INTEGER NOT NULL,
	role       TEXT NOT NULL CHECK (role IN ('lead', 'coop', 'shared')),
	state      TEXT NOT NULL DEFAULT 'issued'
		CHECK (state IN ('issued', 'received', 'contested', 'withdrawn')),
	reason     TEXT NOT NULL DEFAULT '',
	version    INTEGER NOT NULL DEFAULT 1,
	changed_at TEXT NOT NULL CHECK (length(changed_at) = 20),
	changed_by INTEGER REFERENCES person (id),
	UNIQUE (action_id, unit_id)
) STRICT;
CREATE INDEX assignment_unit ON assignment (unit_id, action_id, state, role);

-- One row a unit and action, collective units opened into their members. What is assigned to a unit
-- itself comes before what it has as a member; of several collective units the first assignment
-- counts. A collective unit without members stands for itself.
CREATE VIEW task_share (action_id, unit_id, role, assignment_id, state, seq) AS
SELECT a.action_id, a.unit_id, a.role, a.id, a.state, a.seq
FROM assignment a
WHERE a.state <> 'withdrawn' AND NOT EXISTS (
	SELECT 1 FROM unit_member m WHERE m.collective_id = a.unit_id AND m.ended_at IS NULL)
UNION ALL
SELECT a.action_id, m.member_id, a.role, a.id, a.state, a.seq
FROM unit_member m
JOIN assignment a ON a.unit_id = m.collective_id
WHERE m.ended_at IS NULL AND a.state <> 'withdrawn' AND NOT EXISTS (
	SELECT 1 FROM assignment o
	WHERE o.action_id = a.action_id AND o.unit_id = m.member_id AND o.state <> 'withdrawn')
AND NOT EXISTS (
	SELECT 1 FROM unit_member n JOIN assignment o ON o.unit_id = n.collective_id
	WHERE n.member_id = m.member_id AND n.ended_at IS NULL
	AND o.action_id = a.action_id AND o.state <> 'withdrawn' AND o.id < a.id);

-- A level has targets with a comparison and a value; a target in words has at most years.
CREATE TABLE indicator (
	id        INTEGER PRIMARY KEY,
	action_id INTEGER NOT NULL REFERENCES action (id),
	seq       INTEGER NOT NULL,
	kind      TEXT NOT NULL CHECK (kind IN ('level', 'words')),
	name      TEXT NOT NULL,
	measure   TEXT NOT NULL DEFAULT '',
	UNIQUE (action_id, seq)
) STRICT;

CREATE TABLE target (
	id           INTEGER PRIMARY KEY,
	indicator_id INTEGER NOT NULL REFERENCES indicator (id),
	seq          INTEGER NOT NULL,
	year         INTEGER,
	op           TEXT CHECK (op IN ('>=', '<=', '~', '=')),
	value        TEXT CHECK (value <> ''),
	UNIQUE (indicator_id, seq),
	CHECK ((op IS NULL) = (value IS NULL))
) STRICT;

CREATE TABLE volume (
	id        INTEGER PRIMARY KEY,
	action_id INTEGER NOT NULL REFERENCES action (id),
	seq       INTEGER NOT NULL,
	value     TEXT NOT NULL CHECK (value <> ''),
	measure   TEXT NOT NULL DEFAULT '',
	what      TEXT NOT NULL DEFAULT '',
	UNIQUE (action_id, seq)
) STRICT;

-- Progress --------------------------------------------------------------------------------------

CREATE TABLE period (
	id         INTEGER PRIMARY KEY,
	plan_id    INTEGER NOT NULL REFERENCES plan (id),
	code       TEXT NOT NULL,
	kind       TEXT NOT NULL CHECK (kind IN ('month', 'quarter', 'half', 'year')),
	year       INTEGER NOT NULL,
	number     INTEGER NOT NULL CHECK (number BETWEEN 1 AND 12),
	opens      TEXT NOT NULL CHECK (length(opens) = 10),
	due        TEXT NOT NULL CHECK (length(due) = 10 AND due >= opens),
	closes     TEXT NOT NULL CHECK (length(closes) = 10 AND closes >= due),
	closed_at  TEXT CHECK (length(closed_at) = 20),
	closed_by  INTEGER REFERENCES person (id),
	version    INTEGER NOT NULL DEFAULT 1,
	changed_at TEXT NOT NULL CHECK (length(changed_at) = 20),
	changed_by INTEGER REFERENCES person (id),
	UNIQUE (plan_id, code)
) STRICT;
CREATE INDEX period_opens ON period (plan_id, opens, id);

-- role is the unit's at the time of the report. The long texts stand last.
CREATE TABLE report (
	id           INTEGER PRIMARY KEY,
	action_id    INTEGER NOT NULL REFERENCES action (id),
	unit_id      INTEGER NOT NULL REFERENCES unit (id),
	period_id    INTEGER NOT NULL REFERENCES period (id),
	role         TEXT NOT NULL CHECK (role IN ('lead', 'coop', 'shared')),
	state        TEXT NOT NULL
		CHECK (state IN ('draft', 'submitted', 'signed', 'accepted', 'returned')),
	percent      INTEGER NOT NULL CHECK (percent BETWEEN 0 AND 100),
	no_change    INTEGER NOT NULL DEFAULT 0 CHECK (no_change IN (0, 1)),
	on_behalf    INTEGER NOT NULL DEFAULT 0 CHECK (on_behalf IN (0, 1)),
	nreturned    INTEGER NOT NULL DEFAULT 0 CHECK (nreturned >= 0),
	entered_by   INTEGER REFERENCES person (id),
	submitted_at TEXT CHECK (length(submitted_at) = 20),
	signed_at    TEXT CHECK (length(signed_at) = 20),
	signed_by    INTEGER REFERENCES person (id),
	reviewed_at  TEXT CHECK (length(reviewed_at) = 20),
	reviewed_by  INTEGER REFERENCES person (id),
	version      INTEGER NOT NULL DEFAULT 1,
	changed_at   TEXT NOT NULL CHECK (length(changed_at) = 20),
	changed_by   INTEGER REFERENCES person (id),
	done         TEXT NOT NULL DEFAULT '',
	problems     TEXT NOT NULL DEFAULT '',
	next         TEXT NOT NULL DEFAULT '',
	reason       TEXT NOT NULL DEFAULT '',
	UNIQUE (action_id, unit_id, period_id),
	CHECK (state IN ('draft', 'returned') OR submitted_at IS NOT NULL)
) STRICT;
CREATE INDEX report_unit ON report (unit_id, period_id, state);
CREATE INDEX report_period ON report (period_id, unit_id, action_id, state);
CREATE INDEX report_waiting ON report (submitted_at, id) WHERE state IN ('submitted', 'signed');

CREATE TABLE report_volume (
	report_id INTEGER NOT NULL REFERENCES report (id),
	volume_id INTEGER NOT NULL REFERENCES volume (id),
	value     TEXT NOT NULL CHECK (value <> ''),
	PRIMARY KEY (report_id, volume_id)
) STRICT;
CREATE INDEX report_volume_of ON report_volume (volume_id, report_id);

-- unit_id NULL: common to all units of the action.
CREATE TABLE milestone (
	id             INTEGER PRIMARY KEY,
	action_id      INTEGER NOT NULL REFERENCES action (id),
	unit_id        INTEGER REFERENCES unit (id),
	title          TEXT NOT NULL CHECK (title <> ''),
	due            TEXT NOT NULL CHECK (length(due) = 10),
	done_on        TEXT CHECK (length(done_on) = 10),
	state          TEXT NOT NULL DEFAULT 'open'
		CHECK (state IN ('open', 'done', 'verified', 'dropped')),
	needs_evidence INTEGER NOT NULL DEFAULT 0 CHECK (needs_evidence IN (0, 1)),
	note           TEXT NOT NULL DEFAULT '',
	version        INTEGER NOT NULL DEFAULT 1,
	changed_at     TEXT NOT NULL CHECK (length(changed_at) = 20),
	changed_by     INTEGER REFERENCES person (id),
	CHECK ((state IN ('done', 'verified')) = (done_on IS NOT NULL) OR state = 'dropped')
) STRICT;
CREATE INDEX milestone_action ON milestone (action_id, due, id);
CREATE INDEX milestone_unit ON milestone (unit_id, due, id);
CREATE INDEX milestone_due ON milestone (due, id);
CREATE INDEX milestone_open ON milestone (due, id) WHERE state = 'open';

-- ref is an address, a place, a path or a figure.
CREATE TABLE evidence (
	id               INTEGER PRIMARY KEY,
	unit_id          INTEGER NOT NULL REFERENCES unit (id),
	kind             TEXT NOT NULL
		CHECK (kind IN ('document', 'meeting', 'link', 'figure', 'file', 'note')),
	title            TEXT NOT NULL,
	doc_no           TEXT NOT NULL DEFAULT '',
	ref              TEXT NOT NULL DEFAULT '',
	note             TEXT NOT NULL DEFAULT '',
	on_date          TEXT CHECK (length(on_date) = 10),
	added_at         TEXT NOT NULL CHECK (length(added_at) = 20),
	added_by         INTEGER REFERENCES person (id),
	withdrawn_at     TEXT CHECK (length(withdrawn_at) = 20),
	withdrawn_by     INTEGER REFERENCES person (id),
	withdrawn_reason TEXT NOT NULL DEFAULT '',
	version          INTEGER NOT NULL DEFAULT 1,
	changed_at       TEXT NOT NULL CHECK (length(changed_at) = 20),
	changed_by       INTEGER REFERENCES person (id)
) STRICT;
CREATE UNIQUE INDEX evidence_document ON evidence (unit_id, doc_no)
	WHERE kind = 'document' AND doc_no <> '' AND withdrawn_at IS NULL;
CREATE INDEX evidence_unit ON evidence (unit_id, id);

-- What evidence proves: an action, or a milestone or report of it.
CREATE TABLE evidence_link (
	id           INTEGER PRIMARY KEY,
	evidence_id  INTEGER NOT NULL REFERENCES evidence (id),
	action_id    INTEGER NOT NULL REFERENCES action (id),
	milestone_id INTEGER REFERENCES milestone (id),
	report_id    INTEGER REFERENCES report (id),
	added_at     TEXT NOT NULL CHECK (length(added_at) = 20),
	added_by     INTEGER REFERENCES person (id)
) STRICT;
CREATE UNIQUE INDEX evidence_link_once ON evidence_link
	(evidence_id, action_id, coalesce(milestone_id, 0), coalesce(report_id, 0));
CREATE INDEX evidence_link_action ON evidence_link (action_id, evidence_id);
CREATE INDEX evidence_link_milestone ON evidence_link (milestone_id, evidence_id)
	WHERE milestone_id IS NOT NULL;
CREATE INDEX evidence_link_report ON evidence_link (report_id, evidence_id)
	WHERE report_id IS NOT NULL;

-- What a person is typing; the only rows that are ever deleted.
CREATE TABLE draft (
	person_id INTEGER NOT NULL REFERENCES person (id),
	form      TEXT NOT NULL,
	field     TEXT NOT NULL,
	text      TEXT NOT NULL,
	saved_at  TEXT NOT NULL CHECK (length(saved_at) = 20),
	PRIMARY KEY (person_id, form, field)
) STRICT;

-- The log ---------------------------------------------------------------------------------------

-- hash is the SHA-256 of the row and of the hash before it (db/log_hash.h). person, post and object
-- are words as they were at that time; the ids beside them are for finding.
CREATE TABLE log (
	id        INTEGER PRIMARY KEY,
	at        TEXT NOT NULL CHECK (length(at) = 20),
	person_id INTEGER REFERENCES person (id),
	person    TEXT NOT NULL,
	post      TEXT NOT NULL,
	remote    TEXT NOT NULL,
	act       TEXT NOT NULL,
	object    TEXT NOT NULL,
	action_id INTEGER REFERENCES action (id),
	unit_id   INTEGER REFERENCES unit (id),
	before    TEXT NOT NULL,
	after     TEXT NOT NULL,
	hash      TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;
CREATE INDEX log_person ON log (person_id, id);
CREATE INDEX log_action ON log (action_id, id) WHERE action_id IS NOT NULL;
CREATE INDEX log_unit ON log (unit_id, id) WHERE unit_id IS NOT NULL;

CREATE TRIGGER log_keeps BEFORE UPDATE ON log
BEGIN
	SELECT RAISE(ABORT, 'the log is only added to');
END;
CREATE TRIGGER log_stays BEFORE DELETE ON log
BEGIN
	SELECT RAISE(ABORT, 'the log is only added to');
END;
