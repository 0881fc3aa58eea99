/*
 * store_backup.c - makes a copy under another name, proves it, and only then gives it its own; what
 * a killed run has left is swept away by the next. Copies are rotated by the days in their names.
 */
#include "db/store_backup.h"

#include "core/i18n.h"
#include "db/folder.h"
#include "db/store_internal.h"
#include "db/store_verify.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define UNFINISHED ".part"

struct copies {
	VEC(const char *) names;
};

static int refuse_folder(const char *folder, struct err *e)
{
	return err_set(e, ERR_IO, _("cannot read the folder %s: %s"), folder, strerror(errno));
}

/* "duban-20211121-093000.db.part-wal" and the like. */
static bool is_unfinished(const char *name)
{
	char whole[ROTATION_NAME];
	struct date ignored;

	if (strlen(name) < ROTATION_NAME - 1)
		return false;
	snprintf(whole, sizeof whole, "%s", name);
	return rotation_date(whole, &ignored) &&
	       strncmp(name + ROTATION_NAME - 1, UNFINISHED, strlen(UNFINISHED)) == 0;
}

/* The copies that are there; what was not finished is removed, for nobody else works here. */
static int list_copies(const char *folder, struct arena *a, struct copies *c, struct err *e)
{
	DIR *d = opendir(folder);
	struct dirent *entry;
	struct date ignored;

	if (!d)
		return refuse_folder(folder, e);
	while ((errno = 0, entry = readdir(d))) {
		if (rotation_date(entry->d_name, &ignored))
			*vec_push(a, &c->names) = arena_strdup(a, entry->d_name);
		else if (is_unfinished(entry->d_name))
			unlinkat(dirfd(d), entry->d_name, 0);
	}
	int result = errno ? refuse_folder(folder, e) : 0;
	closedir(d);
	return result;
}

/* Names sort as their days do. */
static int newest_first(const void *a, const void *b)
{
	return strcmp(*(const char *const *)b, *(const char *const *)a);
}

static int remove_copy(const char *folder, const char *name, struct arena *a, struct err *e)
{
	const char *path = arena_printf(a, "%s/%s", folder, name);

	if (unlink(path) == 0 || errno == ENOENT)
		return 0;
	return err_set(e, ERR_IO,
		       _("the backup was made, but the old one %s cannot be removed: %s"), path,
		       strerror(errno));
}

static int rotate(const char *folder, struct arena *a, const struct rotation *r,
		  struct backup *done, struct err *e)
{
	struct copies c = {0};

	if (list_copies(folder, a, &c, e))
		return -1;
	size_t n = c.names.n;
	if (n == 0)
		return 0;
	struct date *made = arena_alloc(a, n * sizeof *made);
	bool *keep = arena_alloc(a, n);
	qsort(c.names.at, n, sizeof *c.names.at, newest_first);
	for (size_t i = 0; i < n; i++)
		rotation_date(c.names.at[i], &made[i]);
	rotation_keep(r, made, n, keep);
	for (size_t i = 0; i < n; i++) {
		const char *path = arena_printf(a, "%s/%s", folder, c.names.at[i]);
		bool is_new = strcmp(path, done->path) == 0;

		if (!is_new && !keep[i] && remove_copy(folder, c.names.at[i], a, e))
			return -1;
		done->nkept += !is_new && keep[i];
		done->nremoved += !is_new && !keep[i];
	}
	return 0;
}

static int prove(const char *path, struct arena *a, const struct progress *p, struct err *e)
{
	struct verify_findings f;

	if (store_verify_file(path, a, p, &f, e))
		return -1;
	if (!f.n)
		return 0;
	return err_set(
		e, ERR_FORMAT,
		_("the copy is not whole and was not kept, so the file may be damaged (duban "
		  "check tells); older backups are as they were: %s"),
		f.at[0]);
}

/* From nothing to a file that is whole and on the disk, under its unfinished name. */
static int make_copy(struct store *s, const char *part, struct arena *a, const struct progress *p,
		     struct err *e)
{
	if (s->db->ops->copy(s->db, part, p, e) || prove(part, a, p, e) ||
	    folder_keep_file(part, e)) {
		folder_drop(part);
		return -1;
	}
	return 0;
}

/* What root copies belongs to the account of the file, which checks it, restores it, removes it. */
static int give_owner(const char *of, const char *part, struct err *e)
{
	struct stat from, st;

	if (stat(of, &from) == 0 && stat(part, &st) == 0 &&
	    (geteuid() != 0 || (from.st_uid == st.st_uid && from.st_gid == st.st_gid) ||
	     chown(part, from.st_uid, from.st_gid) == 0))
		return 0;
	err_set(e, ERR_IO, _("cannot make %s: %s"), part, strerror(errno));
	folder_drop(part);
	return -1;
}

static int give_name(int fd, const char *folder, const char *part, struct backup *done,
		     struct err *e)
{
	struct stat st;

	if (rename(part, done->path) || stat(done->path, &st)) {
		err_set(e, ERR_IO, _("cannot make %s: %s"), done->path, strerror(errno));
		folder_drop(part);
		return -1;
	}
	done->nbytes = st.st_size;
	return folder_keep_names(fd, folder, e);
}

/* Whether a copy of its day is not older than this name. */
static bool is_taken(const struct copies *c, const char *name)
{
	enum { DAY = sizeof "duban-20211121" - 1 };

	for (size_t i = 0; i < c->names.n; i++) {
		if (strncmp(c->names.at[i], name, DAY) == 0 && strcmp(c->names.at[i], name) >= 0)
			return true;
	}
	return false;
}

/* Of two in one second the later one gets the next second's name, for the older one of a day goes.
 */
static const char *new_path(const struct copies *c, const char *folder, int64_t utc,
			    struct arena *a)
{
	char name[ROTATION_NAME];

	while (is_taken(c, rotation_name(utc, name)))
		utc++;
	return arena_printf(a, "%s/%s", folder, name);
}

static int back_up(struct store *s, int fd, const char *folder, struct moment now,
		   const struct rotation *r, const struct progress *p, struct arena *a,
		   struct backup *done, struct err *e)
{
	struct copies before = {0};

	if (list_copies(folder, a, &before, e))
		return -1;
	*done = (struct backup){.path = new_path(&before, folder, now.utc, a)};
	const char *part = arena_printf(a, "%s" UNFINISHED, done->path);
	if (make_copy(s, part, a, p, e) || give_owner(s->path, part, e) ||
	    give_name(fd, folder, part, done, e) || rotate(folder, a, r, done, e))
		return -1;
	return folder_keep_names(fd, folder, e);
}

int store_backup(struct store *s, const char *folder, struct moment now, const struct rotation *r,
		 const struct progress *p, struct arena *a, struct backup *done, struct err *e)
{
	int fd = folder_hold(folder, e);

	if (fd < 0)
		return -1;
	int result = back_up(s, fd, folder, now, r, p, a, done, e);
	close(fd);
	return result;
}
