/* Brings a file's schema up to date: the migrations that it lacks, each in a transaction of its own
 * that also sets the version, after a copy of the file. What a script cannot make from the rows of
 * before (keys, the search index) is made in C, in the transaction of the last of them. A file
 * newer than the program is refused untouched. */
#include "db/migrations.h"

#include "core/i18n.h"
#include "db/search/name_key.h"
#include "db/search/search_put.h"
#include "db/store_internal.h"

#include <stdio.h>
#include <stdlib.h>

struct upgrade {
	struct sql *db;
	const char *path;
	int newest;
	bool fills; /* it is the whole list of db/migrations/ */
};

static int get_version(const struct upgrade *u, int64_t *version, struct err *e)
{
	int64_t application;

	if (u->db->ops->get_stamp(u->db, &application, version, e))
		return -1;
	if (application != STORE_APPLICATION)
		return err_set(e, ERR_FORMAT,
			       _("%s is a database of another program, not one of duban"), u->path);
	if (*version < 0)
		return err_set(e, ERR_FORMAT,
			       _("%s is damaged; stop working with it and let the administrator "
				 "restore the last backup"),
			       u->path);
	if (*version > u->newest)
		return err_set(e, ERR_FORMAT,
			       _("%s was written by a newer duban (its schema is %d, this program "
				 "knows %d); let the administrator install the newer program"),
			       u->path, (int)*version, u->newest);
	return 0;
}

static int newest_of(const struct migration *list)
{
	int n = 0;

	while (list[n].sql)
		n++;
	return n;
}

int store_schema(struct sql *db, const char *path, int64_t *version, struct err *e)
{
	struct upgrade u = {.db = db, .path = path, .newest = newest_of(migrations)};

	return get_version(&u, version, e);
}

/* The copy that is there already is of an attempt before this one; it is left alone. */
int store_copy_before(struct sql *db, const char *path, const char *what, char **copy,
		      struct err *e)
{
	char *to = xasprintf("%s.before-%s", path, what);
	int result = db->ops->copy(db, to, NULL, e);

	for (int again = 2; result && e->code == ERR_EXISTS && again < 100; again++) {
		free(to);
		to = xasprintf("%s.before-%s.%d", path, what, again);
		result = db->ops->copy(db, to, NULL, e);
	}
	if (copy && !result)
		*copy = to;
	else
		free(to);
	return result ? err_wrap(e, _("before the file is brought up to date")) : 0;
}

static int copy_before(const struct upgrade *u, int number, struct err *e)
{
	char what[16];

	snprintf(what, sizeof what, "%04d", number);
	return store_copy_before(u->db, u->path, what, NULL, e);
}

/* An older file gets sums on its pages when nobody else has it open; without them it is as good as
 * it was, and `check --renew` gives them later. */
static void add_sums(const struct upgrade *u)
{
	struct err ignored = ERR_INIT;

	if (!u->db->ops->has_sums(u->db))
		(void)u->db->ops->renew_sums(u->db, NULL, "", &ignored);
}

/* Each makes what is missing, and nothing where it is there: a file may have been left between two
 * migrations. They see the newest schema. */
static int (*const fills[])(struct sql *db, struct err *e) = {
	name_key_fill,
	search_fill,
};

static int fill(const struct upgrade *u, struct err *e)
{
	for (size_t i = 0; u->fills && i < sizeof fills / sizeof *fills; i++) {
		if (fills[i](u->db, e))
			return -1;
	}
	return 0;
}

/* Another process may have been faster: the version is read again under the lock. */
static int apply(const struct upgrade *u, const struct migration *m, struct err *e)
{
	struct sql *db = u->db;
	int64_t version;

	if (sql_begin(db, e))
		return -1;
	if (get_version(u, &version, e))
		goto fail;
	if (version < m->number) {
		if (db->ops->script(db, m->sql, e) ||
		    db->ops->set_stamp(db, STORE_APPLICATION, m->number, e) ||
		    (m->number == u->newest && fill(u, e)))
			goto fail;
	}
	return sql_commit(db, e);
fail:
	sql_rollback(db);
	return err_wrap(e, "%04d_%s", m->number, m->name);
}

int store_migrate_by(struct sql *db, const char *path, const struct migration *list, struct err *e)
{
	struct upgrade u = {
		.db = db, .path = path, .newest = newest_of(list), .fills = list == migrations};
	int64_t version;

	if (get_version(&u, &version, e))
		return -1;
	if (version == u.newest)
		return 0;
	if (version > 0 && copy_before(&u, (int)version + 1, e))
		return -1;
	for (const struct migration *m = list + version; m->sql; m++) {
		if (apply(&u, m, e))
			return -1;
	}
	if (version > 0)
		add_sums(&u);
	return 0;
}

int store_migrate(struct sql *db, const char *path, struct err *e)
{
	return store_migrate_by(db, path, migrations, e);
}
