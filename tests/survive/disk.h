/*
 * disk.h - the disk beneath a test. This binary has the system's calls that write, sync, cut, name
 * and remove files: what the program, SQLite in it, and the test do to the files of one folder is
 * kept in a journal, or refused where the disk is to be full. Elsewhere they are the system's.
 *
 * It lies below SQLite's own file layer, so that it also sees what the program does to files
 * without SQLite: backups, what replaces a file, uploads.
 */
#ifndef DUBAN_TESTS_DISK_H
#define DUBAN_TESTS_DISK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum disk_kind {
	DISK_CREATE, /* name */
	DISK_WRITE,  /* name, at, nbytes, bytes */
	DISK_CUT,    /* name, at: the new length */
	DISK_SYNC,   /* name */
	DISK_NAMES,  /* the names of the folder are synced */
	DISK_UNLINK, /* name */
	DISK_RENAME, /* name, to */
	DISK_LINK,   /* name, to */
	DISK_MARK    /* at: the number told to disk_mark() */
};

struct disk_op {
	enum disk_kind kind;
	char *name, *to; /* without the folder */
	int64_t at;
	size_t nbytes;
	char *bytes;
};

/* From now on a journal is kept of a folder: a flat one. What lies in it now is on the disk. */
void disk_watch(const char *folder);
/* Something was acknowledged; the journal keeps the number. */
void disk_mark(int64_t number);
/* No more is kept; the journal stays readable until disk_forget(). */
void disk_rest(void);
void disk_forget(void);
const struct disk_op *disk_ops(size_t *n);
/* What lay in the folder when it was watched: writes and names, all of them on the disk. */
const struct disk_op *disk_before(size_t *n);

/* The n-th call from now on that takes room (writes, lengthens, makes a name) in the folder fails,
 * and all after it: the disk is full. 0: it has room again. */
void disk_fill(const char *folder, int n);
/* The n-th sync in the folder fails, with EIO, and all after it. 0: none does. */
void disk_break_sync(const char *folder, int n);
/* The process is killed when it makes the n-th call from now on that writes, names or syncs in the
 * folder; the call is not made. */
void disk_kill(const char *folder, int n);
/* The n-th write in the folder says that it went well, but one of its bytes lies there as another.
 * 0: none does. */
void disk_spoil(const char *folder, int n);
/* Whether the call came that was to fail, or to be spoiled. */
bool disk_failed(void);

/* Syncs are kept in the journal, or fail, as ever, but nobody waits for the machine's own disk:
 * what is lost here is lost by the journal alone. */
void disk_skip_sync(bool skips);

#endif
