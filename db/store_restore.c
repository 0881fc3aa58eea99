/*
 * store_restore.c - the way back from a backup. The new file is made and proved beside the old one,
 * then takes its name in one step, so that there is a whole file at the path at every moment.
 * Before that the old one is closed for everybody: its write-ahead log is taken in, and who has
 * opened it but not read yet is refused by SQLite, because the file at the path is another one.
 * Only then, when nobody can revoke a key in it any more, is read what the new one has to shut and
 * what people were typing. Who has it open all the same waits with a write until the new one is
 * there, and is refused then.
 */
#include "db/store_backup.h"

#include "core/i18n.h"
#include "db/folder.h"
#include "db/shut.h"
#include "db/store_internal.h"
#include "db/store_verify.h"
#include "db/typed.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { WAIT_MS = 1000 };

struct restoring {
	const char *backup, *path, *fresh, *replaced;
	const struct actor *who;
	const struct progress *progress;
	struct arena *a;
	bool force, has_old;
	struct stat old;
	struct restored *done;
};

/* What is wrong with it in particular is about no file that anybody works with. */
static int refuse_copy(const struct restoring *r, struct err *e)
{
	return err_set(e, ERR_FORMAT,
		       _("%1$s is no whole copy of a duban database; nothing was changed: take "
			 "another backup (duban check %1$s tells what is wrong with this one)"),
		       r->backup);
}

static int copy_backup(struct restoring *r, struct err *e)
{
	int64_t schema;
	struct store *s;

	folder_drop(r->fresh);
	if (store_open_as_is(r->backup, &s, &schema, e))
		return e->code == ERR_FORMAT ? refuse_copy(r, e) : -1;
	int result = s->db->ops->copy(s->db, r->fresh, r->progress, e);
	store_close(s);
	return result && e->code == ERR_FORMAT ? refuse_copy(r, e) : result;
}

static int prove(struct restoring *r, struct err *e)
{
	struct verify_findings f;

	if (store_verify_file(r->fresh, r->a, r->progress, &f, e))
		return -1;
	return f.n ? refuse_copy(r, e) : 0;
}

/* What the new file takes over from the old one. */
struct taken {
	struct shut shut;
	struct typed typed;
};

static void take_over(const struct restoring *r, struct sql *db, struct taken *old)
{
	shut_read(db, r->path, r->a, &old->shut);
	typed_read(db, r->path, r->a, &old->typed);
}

static int log_restore(struct write *w, const struct restoring *r, const struct taken *old,
		       struct err *e)
{
	const struct log_entry entry = {.act = "file.restore", .object = r->backup};

	if (write_log(w, &entry, NULL, e) || shut_write(w, &old->shut, r->a, r->done, e))
		return -1;
	return typed_write(w, &old->typed, &r->done->ndrafts, e);
}

static int note_in_fresh(const struct restoring *r, const struct taken *old, struct err *e)
{
	struct write w;
	struct store *s;
	int64_t schema;

	if (store_open_as_is(r->fresh, &s, &schema, e))
		return -1;
	int result = s->db->ops->script(s->db, "PRAGMA journal_mode = WAL", e);
	if (!result)
		result = write_begin(&w, s, r->who, e);
	if (!result)
		result = write_end(&w, log_restore(&w, r, old, e), NULL, e);
	store_close(s);
	return result ? result : folder_keep_file(r->fresh, e);
}

/* Who could come to the old file can come to the new one. */
static int take_owner(const struct restoring *r, struct err *e)
{
	struct stat st;

	if (!r->has_old)
		return 0;
	if (stat(r->fresh, &st) == 0 && chmod(r->fresh, r->old.st_mode & 0777) == 0 &&
	    ((st.st_uid == r->old.st_uid && st.st_gid == r->old.st_gid) ||
	     chown(r->fresh, r->old.st_uid, r->old.st_gid) == 0))
		return 0;
	return err_set(e, ERR_IO,
		       _("%s cannot be given the owner of the file that it replaces: %s"), r->fresh,
		       strerror(errno));
}

/* With its log, when it is open. */
static int keep_old(const struct restoring *r, bool is_closed, struct err *e)
{
	bool is_kept = !r->has_old || link(r->path, r->replaced) == 0;

	if (is_kept && (is_closed || folder_link_log(r->path, r->replaced) == 0))
		return 0;
	err_set(e, ERR_IO, _("%s cannot be kept as %s: %s"), r->path, r->replaced, strerror(errno));
	if (is_kept)
		folder_drop(r->replaced);
	return -1;
}

/* Beside the new file the old one's log would be taken for its own. What takes room in the folder
 * has been done before: what is left is to take names away. */
static int take_name(const struct restoring *r, bool is_closed, struct err *e)
{
	if (!is_closed)
		folder_drop_log(r->path);
	if (rename(r->fresh, r->path) == 0)
		return 0;
	err_set(e, ERR_IO, _("%s cannot become %s: %s"), r->fresh, r->path, strerror(errno));
	if (is_closed || folder_link_log(r->replaced, r->path) == 0)
		folder_drop(r->replaced);
	return -1;
}

/* The old file keeps its content under a second name, the path goes over to the new one. */
static int swap(const struct restoring *r, const struct taken *old, bool is_closed, struct err *e)
{
	if (note_in_fresh(r, old, e) || keep_old(r, is_closed, e))
		return -1;
	return take_name(r, is_closed, e);
}

/* Nobody else may have it open: without the write-ahead log SQLite wants it alone. */
static int close_for_all(struct sql *db, struct err *e)
{
	db->ops->set_wait(db, WAIT_MS);
	if (db->ops->script(db, "PRAGMA journal_mode = DELETE", e))
		return -1;
	return db->ops->script(db, "BEGIN EXCLUSIVE", e);
}

/* As it was, for nothing came of it. */
static void open_again(struct sql *db)
{
	struct err ignored = ERR_INIT;

	db->ops->rollback(db);
	(void)db->ops->script(db, "PRAGMA journal_mode = WAL", &ignored);
}

static int swap_closed(const struct restoring *r, struct sql *db, struct err *e)
{
	struct taken old;

	take_over(r, db, &old);
	int result = swap(r, &old, true, e);
	if (result)
		open_again(db);
	else
		db->ops->rollback(db);
	sql_close(db);
	return result;
}

/* As much of it as nobody reads behind: for a moment the old file will be without its log. */
static void take_log_in(const struct restoring *r)
{
	struct err ignored = ERR_INIT;
	struct sql *db;

	if (sql_sqlite.open(&db, r->path, SQL_OPEN, &ignored))
		return;
	(void)db->ops->script(db, "PRAGMA wal_checkpoint(PASSIVE)", &ignored);
	sql_close(db);
}

/* Under the feet of those who have it open, or with a log that cannot be taken in. Where the lock
 * can be had nobody writes until the new one is there; who does not let go of it is not waited for.
 * A log whose file has another name is left as it is by whoever closes it. */
static int swap_open(const struct restoring *r, struct sql *db, struct err *e)
{
	struct err not_had = ERR_INIT;
	struct taken old;

	if (db->ops->begin(db, true, &not_had) == 0)
		take_log_in(r);
	take_over(r, db, &old);
	int result = swap(r, &old, false, e);
	db->ops->rollback(db);
	sql_close(db);
	return result;
}

static int swap_alone(const struct restoring *r, struct err *e)
{
	struct err refused = ERR_INIT;
	struct sql *db;

	/* what cannot be opened, nobody works with */
	if (!r->has_old || sql_sqlite.open(&db, r->path, SQL_OPEN, &refused))
		return swap(r, &(struct taken){0}, false, e);
	if (close_for_all(db, &refused) == 0)
		return swap_closed(r, db, e);
	open_again(db);
	if (refused.code != ERR_BUSY || r->force)
		return swap_open(r, db, e);
	sql_close(db);
	return err_set(e, ERR_BUSY,
		       _("somebody works with %s; nothing was changed, wait until all have left, "
			 "or use --force"),
		       r->path);
}

static int put_in_place(struct restoring *r, int fd, const char *folder, struct err *e)
{
	if (copy_backup(r, e) || prove(r, e) || take_owner(r, e) || swap_alone(r, e)) {
		folder_drop(r->fresh);
		return -1;
	}
	return folder_keep_names(fd, folder, e);
}

/* PATH.replaced-20211121-093000, of the first second from `utc` on that has none. */
static const char *replaced_name(struct arena *a, const char *path, int64_t utc)
{
	char name[ROTATION_NAME];
	const char *replaced;
	struct stat st;

	do {
		rotation_name(utc++, name);
		replaced = arena_printf(a, "%s.replaced-%.15s", path, name + strlen("duban-"));
	} while (lstat(replaced, &st) == 0);
	return replaced;
}

int store_restore(const char *backup, const char *path, const struct actor *who, bool force,
		  const struct progress *p, struct arena *a, struct restored *done, struct err *e)
{
	char *real = realpath(path, NULL);
	struct restoring r = {.backup = backup,
			      .path = arena_strdup(a, real ? real : path),
			      .who = who,
			      .progress = p,
			      .a = a,
			      .force = force,
			      .done = done};
	char *folder = folder_of(r.path);
	int fd = folder_hold(folder, e), result = -1;

	free(real);
	if (fd >= 0) {
		r.fresh = arena_printf(a, "%s.restoring", r.path);
		r.replaced = replaced_name(a, r.path, who->now.utc);
		r.has_old = stat(r.path, &r.old) == 0;
		result = put_in_place(&r, fd, folder, e);
		done->replaced = r.has_old ? r.replaced : NULL;
		close(fd);
	}
	free(folder);
	return result;
}
