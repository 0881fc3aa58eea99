/*
 * store.h - the one shared file, as the rest of the program sees it. Everything that is SQL is
 * behind this and the store_*.h headers beside it, one a family of things:
 *
 *   store_plan.h       plans, sections, actions, indicators, volumes; import, close
 *   store_unit.h       units, aliases, members, assignments
 *   store_person.h     people and posts
 *   store_period.h     reporting periods
 *   store_report.h     reports: draft, submit, review
 *   store_milestone.h  milestones
 *   store_evidence.h   evidence
 *   store_task.h       who owes what: tasks of a unit, standings of units
 *   store_draft.h      what a person is typing
 *   store_setting.h    what a person alone has set
 *   store_log.h        the log
 *
 * Rules that hold for all of them:
 * - A function returns 0, or -1 with *e filled; reads that look one thing up give ERR_NOT_FOUND.
 * - Rows go into the arena `a` of the caller and live as long as it.
 * - A read takes `who` and shows only what may() lets this person read. `who` NULL is the program
 *   itself (tests, demo, measurements).
 * - A write is one transaction: it asks may() and the state tables of core first, compares
 * `version` where a row existed (ERR_CONFLICT names who changed it and when, and nothing is
 * written), writes its row in the log, and adds what it changed to *changes (may be NULL) only when
 * it is committed.
 * - A lock of another process is waited for up to 10 seconds, then ERR_BUSY.
 */
#ifndef DUBAN_DB_STORE_H
#define DUBAN_DB_STORE_H

#include "core/err.h"
#include "core/rule/may.h"
#include "core/mem.h"
#include "core/model.h"
#include "db/change.h"

struct store;

/* Makes a new file with the newest schema; ERR_EXISTS when there is something at that path. The
 * person becomes its first one, with the posts of administrator and office. Mode 0600. */
int store_create(const char *path, const char *login, const char *name, struct moment now,
		 struct err *e);

/* Opens an existing file. An older schema is brought up to date first (after a copy of the file
 beside
 * it, PATH.before-NNNN); a newer one, another program's database, something that is no database, a
 * missing file or folder, a directory: each a sentence of its own.
 A file that cannot be written opens for reading,
 * and the first write says so. */
int store_open(const char *path, struct store **s, struct err *e);
/* What there is now at the path of an open one, which another file may have taken since. */
int store_open_again(const struct store *s, struct store **next, struct err *e);
void store_close(struct store *s); /* NULL is fine */

/* A number that changes when another process has written (PRAGMA data_version). */
int64_t store_data_version(struct store *s);
/* Nobody asks for anything at the moment: memory that only makes it quicker goes back to the
 * system. */
void store_rest(struct store *s);

/* While a write waits for the lock of another process it asks this again and again, with the
 * milliseconds so far. False: it waits no more and gives ERR_BUSY. NULL: nobody is asked. */
void store_on_busy(struct store *s, bool (*goes_on)(void *to, int waited_ms), void *to);

/* 0 when the Unix user with this id owns the file (then --as is allowed), else ERR_DENIED. */
int store_owned_by(const char *path, unsigned uid, struct err *e);

#endif
