-- One file for many people: the keys that they log in with, their sessions, what is told of
-- log-ins, refusals and exports, and the files of evidence.

-- A public key of SSH is the person. One that was revoked stays, and can never be added again.
CREATE TABLE ssh_key (
	id             INTEGER PRIMARY KEY,
	person_id      INTEGER NOT NULL REFERENCES person (id),
	type           TEXT NOT NULL CHECK (type <> ''), -- ssh-ed25519
	blob           TEXT NOT NULL CHECK (blob <> ''), -- base64, as sshd gives it
	fingerprint    TEXT NOT NULL UNIQUE CHECK (length(fingerprint) = 50), -- SHA256:…
	name           TEXT NOT NULL DEFAULT '', -- which of the person's computers
	added_at       TEXT NOT NULL CHECK (length(added_at) = 20),
	added_by       INTEGER REFERENCES person (id),
	revoked_at     TEXT CHECK (length(revoked_at) = 20),
	revoked_by     INTEGER REFERENCES person (id),
	revoked_reason TEXT NOT NULL DEFAULT '',
	version        INTEGER NOT NULL DEFAULT 1,
	changed_at     TEXT NOT NULL CHECK (length(changed_at) = 20),
	changed_by     INTEGER REFERENCES person (id)
) STRICT;
CREATE INDEX ssh_key_person ON ssh_key (person_id, id);

-- A session of the terminal interface or a verb over SSH that runs now, or did. process names the
-- process for good (its number and when the machine started it), so that one that was killed does
-- not count.
CREATE TABLE session (
	id        INTEGER PRIMARY KEY,
	person_id INTEGER NOT NULL REFERENCES person (id),
	key_id    INTEGER REFERENCES ssh_key (id),
	remote    TEXT NOT NULL DEFAULT '',
	process   TEXT NOT NULL,
	began_at  TEXT NOT NULL CHECK (length(began_at) = 20),
	ended_at  TEXT CHECK (length(ended_at) = 20)
) STRICT;
CREATE INDEX session_open ON session (person_id, id) WHERE ended_at IS NULL;
CREATE INDEX session_person ON session (person_id, id);

-- Log-ins, refused acts and exports: a chain of its own, because its oldest rows go when they have
-- been kept for as long as the rules say. before is the hash of the row before, also where that is
-- gone.
CREATE TABLE access (
	id        INTEGER PRIMARY KEY,
	at        TEXT NOT NULL CHECK (length(at) = 20),
	person_id INTEGER REFERENCES person (id),
	person    TEXT NOT NULL, -- login, or what was given as one
	remote    TEXT NOT NULL,
	act       TEXT NOT NULL CHECK (act IN ('log-in', 'refused', 'export')),
	object    TEXT NOT NULL,
	before    TEXT NOT NULL,
	hash      TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;
CREATE INDEX access_person ON access (person, id);
CREATE TRIGGER access_keeps BEFORE UPDATE ON access
BEGIN
	SELECT RAISE(ABORT, 'what is told of access is only added to');
END;

-- The content of files, once each, in pieces: neither writing nor reading has a whole file in
-- memory.
CREATE TABLE blob (
	id       INTEGER PRIMARY KEY,
	sha256   TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
	nbytes   INTEGER NOT NULL CHECK (nbytes > 0),
	type     TEXT NOT NULL CHECK (type <> ''), -- as its bytes say: application/pdf
	added_at TEXT NOT NULL CHECK (length(added_at) = 20)
) STRICT;
CREATE TABLE blob_piece (
	blob_id INTEGER NOT NULL REFERENCES blob (id),
	seq     INTEGER NOT NULL,
	bytes   BLOB NOT NULL,
	PRIMARY KEY (blob_id, seq)
) STRICT;
ALTER TABLE evidence ADD COLUMN blob_id INTEGER REFERENCES blob (id);
ALTER TABLE evidence ADD COLUMN file_name TEXT NOT NULL DEFAULT '';
CREATE INDEX evidence_blob ON evidence (blob_id) WHERE blob_id IS NOT NULL;
