/* Brings a file's schema up to date: the migrations that it lacks, each in a transaction of its own
 * that also sets the version, after a copy of the file. A file newer than the program is refused
 * untouched. */
#include "db/migrations.h"

#include "core/i18n.h"
#include "db/store_internal.h"

#include <stdlib.h>

static int refuse_newer(const char *path, int64_t version, struct err *e)
{
	return err_set(e, ERR_FORMAT,
		       _("%s was written by a newer duban (its schema is %d, this program knows "
			 "%d); let the administrator install the newer program"),
		       path, (int)version, migrations_count);
}

static int get_version(struct sql *db, const char *path, int64_t *version, struct err *e)
{
	int64_t application;

	if (db->ops->get_stamp(db, &application, version, e))
		return -1;
	if (application != STORE_APPLICATION)
		return err_set(e, ERR_FORMAT,
			       _("%s is a database of another program, not one of duban"), path);
	if (*version > migrations_count)
		return refuse_newer(path, *version, e);
	return 0;
}

/* The copy that is there already is of an attempt before this one; it is left alone. */
static int copy_before(struct sql *db, const char *path, int number, struct err *e)
{
	char *copy = xasprintf("%s.before-%04d", path, number);
	int result = db->ops->copy(db, copy, e);

	for (int again = 2; result && e->code == ERR_EXISTS && again < 100; again++) {
		free(copy);
		copy = xasprintf("%s.before-%04d.%d", path, number, again);
		result = db->ops->copy(db, copy, e);
	}
	free(copy);
	return result;
}

/* Another process may have been faster: the version is read again under the lock. */
static int apply(struct sql *db, const char *path, const struct migration *m, struct err *e)
{
	int64_t version;

	if (sql_begin(db, e))
		return -1;
	if (get_version(db, path, &version, e))
		goto fail;
	if (version < m->number) {
		if (db->ops->script(db, m->sql, e) ||
		    db->ops->set_stamp(db, STORE_APPLICATION, m->number, e))
			goto fail;
	}
	return sql_commit(db, e);
fail:
	sql_rollback(db);
	return err_wrap(e, "%04d_%s", m->number, m->name);
}

int store_migrate(struct sql *db, const char *path, struct err *e)
{
	int64_t version;

	if (get_version(db, path, &version, e))
		return -1;
	if (version == migrations_count)
		return 0;
	if (version > 0 && copy_before(db, path, (int)version + 1, e))
		return err_wrap(e, _("before the file is brought up to date"));
	for (const struct migration *m = migrations + version; m->sql; m++) {
		if (apply(db, path, m, e))
			return -1;
	}
	return 0;
}
