/*
 * store_internal.h - what the files of the store share: the connection, the frame of a write, the
 * change that a log row keeps, the rights of reading. Nothing outside db/ includes it. Below it:
 *
 *   sql.h          statements, values, rows; sql_sqlite.c is the engine
 *   migrations.h   the scripts of db/migrations/, applied by store_migrate.c
 *   log_hash.h     the chain of the log
 *
 * Every write has the same frame; the body may fail anywhere, then nothing has happened:
 *
 *	int store_plan_close(s, who, …, changes, e)
 *	{
 *		struct write w;
 *
 *		if (write_begin(&w, s, who, e))
 *			return -1;
 *		return write_end(&w, plan_close(&w, …, e), changes, e);
 *	}
 *
 * and the body asks write_may(), compares versions, runs its statements, calls write_log().
 */
#ifndef DUBAN_DB_STORE_INTERNAL_H
#define DUBAN_DB_STORE_INTERNAL_H

#include "db/sql.h"
#include "db/store.h"

struct store {
	struct sql *db;
	char *path;
};

/* "duba": application_id of a file. */
enum { STORE_APPLICATION = 0x64756261 };

/* store_open() with another engine, for tests. */
int store_open_with(const struct sql_ops *ops, const char *path, struct store **s, struct err *e);
/* How long to wait for a lock, for tests. */
void store_set_wait(struct store *s, int ms);
/* Brings the schema to the newest version of the list, which ends in a row of zeroes
 * (store_migrate(): of db/migrations/). A file that had a version already is copied to
 * PATH.before-NNNN first (NNNN: the first migration that it lacks). */
struct migration;
int store_migrate_by(struct sql *db, const char *path, const struct migration *list, struct err *e);
int store_migrate(struct sql *db, const char *path, struct err *e);
/* The schema that a file has, where it is a duban file that this program knows. */
int store_schema(struct sql *db, const char *path, int64_t *version, struct err *e);
/* store_open() that leaves an older schema as it is. */
int store_open_as_is(const char *path, struct store **s, int64_t *version, struct err *e);
/* … also where its pages are not what was written. */
int store_open_look(const char *path, struct store **s, int64_t *version, struct err *e);
/* … while nobody else has it open (ERR_BUSY). */
int store_open_alone(const char *path, struct store **s, int64_t *version, struct err *e);
/* A copy at PATH.before-WHAT, or where that is there already PATH.before-WHAT.2 … *copy (may be
 * NULL) gets its path, which the caller frees. */
int store_copy_before(struct sql *db, const char *path, const char *what, char **copy,
		      struct err *e);

/* Writing */

/* Whom and what the log row belongs to, besides who and when. */
struct log_entry {
	const char *act;    /* "plan.close" */
	const char *object; /* "plan dt2021" */
	int64_t action_id;  /* 0: none */
	int64_t unit_id;    /* 0: nobody's */
};

/* The fields that a write changed, as two JSON objects. Zero is empty; write_log() frees it. */
struct change {
	struct strbuf before, after;
};
/* A field is kept when its sides differ; NULL is a side that is not there (a new row has no
 * before).
 */
void change_text(struct change *c, const char *field, const char *before, const char *after);
void change_date(struct change *c, const char *field, struct date before, struct date after);
void change_i64(struct change *c, const char *field, int64_t before, int64_t after);
/* A value of a new row. */
void change_new_text(struct change *c, const char *field, const char *after);
void change_new_i64(struct change *c, const char *field, int64_t after);
void change_free(struct change *c);

struct write {
	struct store *s;
	struct sql *db;
	const struct actor *who;
	const struct post_row *post; /* by which the last write_may() was allowed */
	bool on_behalf;		     /* … by the office for another unit */
	int64_t now;		     /* UTC */
	unsigned changes;	     /* CHANGE_… bits, set by the body */
	struct arena arena;	     /* for what the body reads; gone at the end */
};

int write_begin(struct write *w, struct store *s, const struct actor *who, struct err *e);
/* Commits when result is 0, else rolls back; adds w->changes to *changes (may be NULL) after the
 * commit. Returns what the write returns. */
int write_end(struct write *w, int result, unsigned *changes, struct err *e);

/* may() for the writer; keeps the post and whether it acts on behalf of what->unit_id. */
int write_may(struct write *w, enum act act, const struct subject *what, struct err *e);
/* The same for a thing of a unit: reads the unit's name for the sentence. */
int write_may_unit(struct write *w, enum act act, int64_t unit_id, struct err *e);
/* ERR_CONFLICT when the row has another version than the one that was read. */
int write_check_version(struct write *w, int64_t read, int64_t now, int64_t changed_by,
			int64_t changed_at, struct err *e);
/* One row in the log. Frees *c (NULL: nothing changed that has fields). */
int write_log(struct write *w, const struct log_entry *entry, struct change *c, struct err *e);
/* The new row's id of an INSERT … RETURNING id: 0, or -1. */
int write_insert_values(struct write *w, const char *text, int64_t *id, struct err *e,
			const struct sql_value *values, int n);
#define write_insert(w, text, id, e, ...)                                                          \
	write_insert_values(w, text, id, e, SQL_VALUES(__VA_ARGS__))
/* The writer, for changed_by columns; null for the program. */
struct sql_value write_person(const struct write *w);
/* plan.nactions and plan.nunits after actions or assignments changed. */
int write_count_plan(struct write *w, int64_t plan_id, struct err *e);
/* "dt2021/14", for the log's object and for sentences. In the arena; NULL and *e when the action
 * is not there. plan_id (may be NULL) gets its plan. */
const char *write_action_name(struct write *w, int64_t action_id, int64_t *plan_id, struct err *e);
/* ERR_STATE unless the plan is open: the sentence names it. */
int write_check_plan_open(struct write *w, int64_t plan_id, struct err *e);

/* The body of store_setting_put(). */
int write_setting(struct write *w, const char *kind, const char *name, const char *value,
		  struct err *e);

/* Units, for the files that write them (unit_names.c, unit_merge.c) */

/* The unit in force of a name or another name: 1, 0 none, -1 and *e. */
int unit_lookup(struct sql *db, const char *name, int64_t *id, struct err *e);
int unit_create(struct write *w, const char *name, enum unit_kind kind, int64_t *id, struct err *e);
/* Another name of a unit: nothing to do when it is there already, ERR_EXISTS when it is another
 * unit's. */
int unit_add_alias(struct write *w, int64_t unit_id, const char *alias, struct err *e);
/* The body of store_unit_merge(), with its log row. */
int unit_merge(struct write *w, int64_t from, int64_t into, struct err *e);

/* Reading */

/*
 * The plan itself (document, sections, actions that nobody was assigned) is read by everybody whose
 * post reads at all. An action that has units, and what hangs on it, is read by its units (those of
 * collective ones too), by the units of its parent and of its sub-actions, and by the posts that
 * read everything.
 */
struct reader {
	bool all, any; /* reads everything; reads at all */
	bool drafts;   /* of every unit: the program itself */
	bool behalf;   /* enters reports on behalf of units */
	const int64_t *units;
	int nunits;
};
/* In the arena. `who` NULL reads everything. */
void reader_of(struct arena *a, const struct actor *who, struct reader *r);
bool reader_has_unit(const struct reader *r, int64_t unit_id);
/* A draft has not left its unit: nobody else reads it. One that was entered on behalf of a unit is
 * read by those who enter on behalf, too. For all others it counts as no report (REPORT_NONE). */
bool reader_may_report(const struct reader *r, enum report_state state, int64_t unit_id,
		       bool on_behalf);
/* What a unit asks or is asked: its own, and those who read everything. */
bool reader_may_own(const struct reader *r, int64_t unit_id);
/* A case likewise; a selected one is there to be learned from by all. */
bool reader_may_case(const struct reader *r, enum case_state state, int64_t unit_id);
/* 1 may read the action, 0 may not, -1 and *e. Does not ask whether the action exists. */
int reader_may_action(struct store *s, const struct reader *r, int64_t action_id, struct err *e);
/* The same for evidence: a unit's own, and what proves something in an action that the reader may
 * read, unless it only proves drafts that others have not handed in. */
int reader_may_evidence(struct store *s, const struct reader *r, int64_t id, int64_t unit_id,
			struct err *e);

/* 0, or -1 with may()'s sentence; ERR_NOT_FOUND when there is no such action. */
int read_may_action(struct store *s, const struct actor *who, int64_t action_id, struct err *e);
/* The same for what is the plan's, and for what is a unit's alone. */
int read_may_unit(const struct actor *who, int64_t unit_id, const char *unit, struct err *e);
int read_may_plan(const struct actor *who, struct err *e);

/* The actions of one plan (0: of all) that a reader may read. */
struct readable {
	bool all;
	VEC(int64_t) ids; /* ascending */
};
int readable_load(struct store *s, struct arena *a, const struct reader *r, int64_t plan_id,
		  struct readable *set, struct err *e);
bool readable_has(const struct readable *set, int64_t action_id);

#endif
