-- The reporting cycle: receipt, rules and calendar, editions of reports, what units ask, extensions,
-- notices, pilots and cases.

-- The calendar: days that differ from plain weeks.
CREATE TABLE calendar_day (
	date       TEXT PRIMARY KEY NOT NULL CHECK (length(date) = 10),
	kind       TEXT NOT NULL CHECK (kind IN ('holiday', 'worked')),
	name       TEXT NOT NULL DEFAULT '',
	dropped    INTEGER NOT NULL DEFAULT 0 CHECK (dropped IN (0, 1)),
	version    INTEGER NOT NULL DEFAULT 1,
	changed_at TEXT NOT NULL CHECK (length(changed_at) = 20),
	changed_by INTEGER REFERENCES person (id)
) STRICT, WITHOUT ROWID;

-- Receipt. An assignment is issued at its changed_at, and again when the office has changed it; a
-- receipt is of one issue.
ALTER TABLE assignment ADD COLUMN issue INTEGER NOT NULL DEFAULT 1 CHECK (issue > 0);
CREATE INDEX assignment_issued ON assignment (action_id, unit_id) WHERE state = 'issued';

-- How a unit has taken which assignment: its own, or that of a collective unit it is a member of. An
-- assignment has the state that all of its units have it in, and is issued while they differ.
CREATE TABLE receipt (
	assignment_id INTEGER NOT NULL REFERENCES assignment (id),
	unit_id       INTEGER NOT NULL REFERENCES unit (id),
	issue         INTEGER NOT NULL,
	state         TEXT NOT NULL CHECK (state IN ('received', 'contested')),
	at            TEXT NOT NULL CHECK (length(at) = 20),
	by_id         INTEGER REFERENCES person (id),
	on_behalf     INTEGER NOT NULL DEFAULT 0 CHECK (on_behalf IN (0, 1)),
	PRIMARY KEY (assignment_id, unit_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX receipt_unit ON receipt (unit_id, assignment_id);
-- What a unit takes part in, as in 0001; the state is the unit's own. Both halves give it the same
-- affinity: else statements on the view would go through it from end to end.
DROP VIEW task_share;
CREATE VIEW task_share (action_id, unit_id, role, assignment_id, state, seq) AS
SELECT a.action_id, a.unit_id, a.role, a.id, a.state, a.seq
FROM assignment a
WHERE a.state <> 'withdrawn' AND NOT EXISTS (
	SELECT 1 FROM unit_member m WHERE m.collective_id = a.unit_id AND m.ended_at IS NULL)
UNION ALL
SELECT a.action_id, m.member_id, a.role, a.id, CAST(coalesce((
	SELECT r.state FROM receipt r
	WHERE r.assignment_id = a.id AND r.unit_id = m.member_id AND r.issue = a.issue), 'issued')
	AS TEXT), a.seq
FROM unit_member m
JOIN assignment a ON a.unit_id = m.collective_id
WHERE m.ended_at IS NULL AND a.state <> 'withdrawn' AND NOT EXISTS (
	SELECT 1 FROM assignment o
	WHERE o.action_id = a.action_id AND o.unit_id = m.member_id AND o.state <> 'withdrawn')
AND NOT EXISTS (
	SELECT 1 FROM unit_member n JOIN assignment o ON o.unit_id = n.collective_id
	WHERE n.member_id = m.member_id AND n.ended_at IS NULL
	AND o.action_id = a.action_id AND o.state <> 'withdrawn' AND o.id < a.id);

-- Whether a unit's reports go out only when its approving leader has signed them.
ALTER TABLE unit ADD COLUMN signs INTEGER NOT NULL DEFAULT 0 CHECK (signs IN (0, 1));

ALTER TABLE action ADD COLUMN pilot INTEGER NOT NULL DEFAULT 0 CHECK (pilot IN (0, 1));

-- Stage plan. after_id: the milestone that this one waits for.
ALTER TABLE milestone ADD COLUMN weight INTEGER NOT NULL DEFAULT 1 CHECK (weight BETWEEN 1 AND 100);
ALTER TABLE milestone ADD COLUMN after_id INTEGER REFERENCES milestone (id) CHECK (after_id <> id);
ALTER TABLE milestone ADD COLUMN nextended INTEGER NOT NULL DEFAULT 0 CHECK (nextended >= 0);
CREATE INDEX milestone_after ON milestone (after_id) WHERE after_id IS NOT NULL;

-- What a unit asks of the office. aspect is of an objection; want_date and granted_date of an
-- extension (a due date) and a late report (until when); percent is the progress so far. The texts of
-- a correction are those that the report shall have.
CREATE TABLE request (
	id            INTEGER PRIMARY KEY,
	kind          TEXT NOT NULL
		CHECK (kind IN ('contest', 'extension', 'exception', 'correction', 'completion')),
	plan_id       INTEGER NOT NULL REFERENCES plan (id),
	unit_id       INTEGER NOT NULL REFERENCES unit (id),
	action_id     INTEGER REFERENCES action (id),
	assignment_id INTEGER REFERENCES assignment (id),
	milestone_id  INTEGER REFERENCES milestone (id),
	period_id     INTEGER REFERENCES period (id),
	report_id     INTEGER REFERENCES report (id),
	aspect        TEXT CHECK (aspect IN ('assignment', 'role', 'wording')),
	want_date     TEXT CHECK (length(want_date) = 10),
	granted_date  TEXT CHECK (length(granted_date) = 10),
	percent       INTEGER CHECK (percent BETWEEN 0 AND 100),
	state         TEXT NOT NULL DEFAULT 'asked'
		CHECK (state IN ('asked', 'granted', 'refused', 'taken-back')),
	late          INTEGER NOT NULL DEFAULT 0 CHECK (late IN (0, 1)), -- asked after the date
	on_behalf     INTEGER NOT NULL DEFAULT 0 CHECK (on_behalf IN (0, 1)),
	asked_at      TEXT NOT NULL CHECK (length(asked_at) = 20),
	asked_by      INTEGER REFERENCES person (id),
	decided_at    TEXT CHECK (length(decided_at) = 20),
	decided_by    INTEGER REFERENCES person (id),
	version       INTEGER NOT NULL DEFAULT 1,
	changed_at    TEXT NOT NULL CHECK (length(changed_at) = 20),
	changed_by    INTEGER REFERENCES person (id),
	reason        TEXT NOT NULL CHECK (reason <> ''),
	answer        TEXT NOT NULL DEFAULT '',
	done          TEXT NOT NULL DEFAULT '',
	problems      TEXT NOT NULL DEFAULT '',
	next          TEXT NOT NULL DEFAULT '',
	CHECK ((kind = 'contest') = (aspect IS NOT NULL)),
	CHECK (kind NOT IN ('extension', 'exception') OR want_date IS NOT NULL),
	CHECK ((state IN ('granted', 'refused')) = (decided_at IS NOT NULL))
) STRICT;
CREATE INDEX request_waiting ON request (asked_at, id) WHERE state = 'asked';
CREATE INDEX request_unit ON request (unit_id, id);
CREATE INDEX request_plan ON request (plan_id, id);
CREATE INDEX request_action ON request (action_id, id) WHERE action_id IS NOT NULL;
CREATE INDEX request_assignment ON request (assignment_id) WHERE assignment_id IS NOT NULL;
CREATE INDEX request_milestone ON request (milestone_id) WHERE milestone_id IS NOT NULL;
CREATE INDEX request_period ON request (period_id) WHERE period_id IS NOT NULL;
CREATE INDEX request_report ON request (report_id) WHERE report_id IS NOT NULL;
-- One open request of a kind about one thing.
CREATE UNIQUE INDEX request_once ON request (kind, unit_id, coalesce(action_id, 0),
	coalesce(milestone_id, 0), coalesce(period_id, 0)) WHERE state = 'asked';

-- What the corrected report shall count for the volumes of its action.
CREATE TABLE request_volume (
	request_id INTEGER NOT NULL REFERENCES request (id),
	volume_id  INTEGER NOT NULL REFERENCES volume (id),
	value      TEXT NOT NULL CHECK (value <> ''),
	PRIMARY KEY (request_id, volume_id)
) STRICT, WITHOUT ROWID;

-- A unit may still report for a period up to and with a day, after it has closed for the others.
CREATE TABLE period_exception (
	period_id  INTEGER NOT NULL REFERENCES period (id),
	unit_id    INTEGER NOT NULL REFERENCES unit (id),
	until      TEXT NOT NULL CHECK (length(until) = 10),
	reason     TEXT NOT NULL DEFAULT '',
	version    INTEGER NOT NULL DEFAULT 1,
	changed_at TEXT NOT NULL CHECK (length(changed_at) = 20),
	changed_by INTEGER REFERENCES person (id),
	PRIMARY KEY (period_id, unit_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX period_exception_unit ON period_exception (unit_id, period_id);

-- A report as it was at a moment that counts: every handing in, every acceptance, every correction.
CREATE TABLE report_edition (
	report_id INTEGER NOT NULL REFERENCES report (id),
	seq       INTEGER NOT NULL,
	kind      TEXT NOT NULL CHECK (kind IN ('submitted', 'accepted', 'corrected')),
	percent   INTEGER NOT NULL CHECK (percent BETWEEN 0 AND 100),
	no_change INTEGER NOT NULL CHECK (no_change IN (0, 1)),
	at        TEXT NOT NULL CHECK (length(at) = 20),
	by_id     INTEGER REFERENCES person (id),
	reason    TEXT NOT NULL DEFAULT '',
	done      TEXT NOT NULL,
	problems  TEXT NOT NULL,
	next      TEXT NOT NULL,
	PRIMARY KEY (report_id, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO report_edition (report_id, seq, kind, percent, no_change, at, by_id, done, problems, next)
	SELECT id, 1, 'submitted', percent, no_change, submitted_at, entered_by, done, problems, next
	FROM report WHERE submitted_at IS NOT NULL AND state <> 'returned';
INSERT INTO report_edition (report_id, seq, kind, percent, no_change, at, by_id, done, problems, next)
	SELECT id, 2, 'accepted', percent, no_change, reviewed_at, reviewed_by, done, problems, next
	FROM report WHERE state = 'accepted' AND reviewed_at IS NOT NULL;
-- What an edition counts for the volumes of its action.
CREATE TABLE report_edition_volume (
	report_id INTEGER NOT NULL,
	seq       INTEGER NOT NULL,
	volume_id INTEGER NOT NULL REFERENCES volume (id),
	value     TEXT NOT NULL CHECK (value <> ''),
	PRIMARY KEY (report_id, seq, volume_id),
	FOREIGN KEY (report_id, seq) REFERENCES report_edition (report_id, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO report_edition_volume (report_id, seq, volume_id, value)
	SELECT x.report_id, x.seq, v.volume_id, v.value
	FROM report_edition x JOIN report_volume v ON v.report_id = x.report_id;
-- So many times running "no change" was reported, this report with them.
ALTER TABLE report ADD COLUMN nsame INTEGER NOT NULL DEFAULT 0 CHECK (nsame >= 0);

-- Notices. no counts within a plan and kind.
CREATE TABLE notice (
	id          INTEGER PRIMARY KEY,
	plan_id     INTEGER NOT NULL REFERENCES plan (id),
	kind        TEXT NOT NULL CHECK (kind IN ('urge', 'instruction')),
	no          INTEGER NOT NULL CHECK (no > 0),
	unit_id     INTEGER NOT NULL REFERENCES unit (id),
	level       TEXT NOT NULL CHECK (level IN ('blue', 'orange', 'red')),
	state       TEXT NOT NULL DEFAULT 'issued' CHECK (state IN ('issued', 'answered', 'closed')),
	answer_by   TEXT NOT NULL CHECK (length(answer_by) = 10),
	issued_at   TEXT NOT NULL CHECK (length(issued_at) = 20),
	issued_by   INTEGER REFERENCES person (id),
	answered_at TEXT CHECK (length(answered_at) = 20),
	answered_by INTEGER REFERENCES person (id),
	version     INTEGER NOT NULL DEFAULT 1,
	changed_at  TEXT NOT NULL CHECK (length(changed_at) = 20),
	changed_by  INTEGER REFERENCES person (id),
	text        TEXT NOT NULL DEFAULT '',
	answer      TEXT NOT NULL DEFAULT '',
	UNIQUE (plan_id, kind, no)
) STRICT;
CREATE INDEX notice_unit ON notice (unit_id, issued_at, id);
CREATE INDEX notice_open ON notice (unit_id, id) WHERE state <> 'closed';

-- What a notice asks for, and why: one line each. times: how often it has been urged, with this one.
CREATE TABLE notice_item (
	notice_id    INTEGER NOT NULL REFERENCES notice (id),
	seq          INTEGER NOT NULL,
	action_id    INTEGER NOT NULL REFERENCES action (id),
	milestone_id INTEGER REFERENCES milestone (id),
	period_id    INTEGER REFERENCES period (id),
	due          TEXT CHECK (length(due) = 10),
	days         INTEGER NOT NULL DEFAULT 0,
	times        INTEGER NOT NULL DEFAULT 1,
	why          TEXT NOT NULL,
	PRIMARY KEY (notice_id, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX notice_item_action ON notice_item (action_id, notice_id);
CREATE INDEX notice_item_milestone ON notice_item (milestone_id) WHERE milestone_id IS NOT NULL;
CREATE INDEX notice_item_period ON notice_item (period_id) WHERE period_id IS NOT NULL;

-- How a notice went out besides the file: what the configured command said.
CREATE TABLE notice_delivery (
	notice_id INTEGER PRIMARY KEY REFERENCES notice (id),
	tries     INTEGER NOT NULL DEFAULT 0,
	status    INTEGER, -- exit status of the last try; NULL: not tried
	at        TEXT CHECK (length(at) = 20),
	message   TEXT NOT NULL DEFAULT ''
) STRICT;

-- Cases that units hand in and the office selects from ("case" is a word of SQL).
CREATE TABLE example (
	id         INTEGER PRIMARY KEY,
	plan_id    INTEGER NOT NULL REFERENCES plan (id),
	action_id  INTEGER NOT NULL REFERENCES action (id),
	unit_id    INTEGER NOT NULL REFERENCES unit (id),
	state      TEXT NOT NULL DEFAULT 'offered' CHECK (state IN ('offered', 'selected', 'declined')),
	title      TEXT NOT NULL CHECK (title <> ''),
	on_behalf  INTEGER NOT NULL DEFAULT 0 CHECK (on_behalf IN (0, 1)),
	added_at   TEXT NOT NULL CHECK (length(added_at) = 20),
	added_by   INTEGER REFERENCES person (id),
	decided_at TEXT CHECK (length(decided_at) = 20),
	decided_by INTEGER REFERENCES person (id),
	version    INTEGER NOT NULL DEFAULT 1,
	changed_at TEXT NOT NULL CHECK (length(changed_at) = 20),
	changed_by INTEGER REFERENCES person (id),
	reason     TEXT NOT NULL DEFAULT '',
	text       TEXT NOT NULL CHECK (text <> ''),
	CHECK ((state = 'offered') = (decided_at IS NULL))
) STRICT;
CREATE INDEX example_plan ON example (plan_id, state, id);
CREATE INDEX example_unit ON example (unit_id, id);
CREATE INDEX example_action ON example (action_id, id);
ALTER TABLE evidence_link ADD COLUMN request_id INTEGER REFERENCES request (id);
ALTER TABLE evidence_link ADD COLUMN example_id INTEGER REFERENCES example (id);
DROP INDEX evidence_link_once;
CREATE UNIQUE INDEX evidence_link_once ON evidence_link
	(evidence_id, action_id, coalesce(milestone_id, 0), coalesce(report_id, 0),
	 coalesce(request_id, 0), coalesce(example_id, 0));
CREATE INDEX evidence_link_request ON evidence_link (request_id, evidence_id)
	WHERE request_id IS NOT NULL;
CREATE INDEX evidence_link_example ON evidence_link (example_id, evidence_id)
	WHERE example_id IS NOT NULL;
