/*
 * sql_wal.h - whether a write-ahead log has lost something before an engine takes it in. SQLite
 * takes the log up to the first frame that is not what was written and leaves the rest without a
 * word, for that is how a crash leaves the last write. But each write is on the disk before the
 * next one begins, so that a crash alone never breaks a write that another one has followed:
 * frames carry sums that go on from one to the next, and a frame that goes on from the end of a
 * write says that this write had been told of. When such an end lies behind the break, it is
 * damage. Files and bytes alone are read here; the format is SQLite's.
 *
 * What it cannot see: the last write of all, and what was cut off behind it, unless the index that
 * the processes shared has outlived them; and a log that is empty or gone.
 */
#ifndef DUBAN_DB_SQL_WAL_H
#define DUBAN_DB_SQL_WAL_H

#include <stdbool.h>
#include <stdint.h>

/* What the index says of its log: so many frames of it were written and told of, and so many of
 * them are in the file already. Read before anybody opens the file, because the first who does
 * makes the index anew. */
struct wal_index {
	bool is_whole; /* else it says nothing */
	unsigned char salts[8];
	int64_t nframes, nkept;
};
/* `path`: of the database. No other descriptor of this process may be open on its index: closing
 * one lets go of all locks. */
void wal_index_read(const char *path, struct wal_index *index);

/* The file that the log belongs to. */
struct wal_base {
	const char *path;
	int page_bytes; /* 0: it has no pages yet */
	/* One page, from 1, into room for it. */
	bool (*page)(void *to, int64_t number, unsigned char *page);
	void *to;
};
struct wal_loss {
	bool is_lost;
	int64_t nwrites; /* as many at least; 0: not known */
};
/* Reads the log beside the file from one end to the other; nobody writes meanwhile. A log that
 * cannot be read is the engine's to tell: it counts as one that has lost nothing. */
void wal_check(const struct wal_base *base, const struct wal_index *index, struct wal_loss *loss);

#endif
