/* Copies a file page by page while others write to it. What is copied is one moment: the
 * transaction that reads sees nothing of what is written after it began. */
#include "db/sql_sqlite.h"

#include "core/i18n.h"
#include "db/sql_file.h"

#include <unistd.h>

static int copy_pages(struct sqlite_db *db, struct sqlite_db *to, const struct progress *p,
		      struct err *e)
{
	enum { PAGES_OF_A_STEP = 256 };
	sqlite3_backup *copy = sqlite3_backup_init(to->at, "main", db->at, "main");
	int rc = SQLITE_OK;

	sqlite_pages_like(to->at, db->at);
	if (!copy)
		return sqlite_refused_last(to, e);
	while (rc == SQLITE_OK) {
		rc = sqlite3_backup_step(copy, PAGES_OF_A_STEP);
		int n = sqlite3_backup_pagecount(copy);
		progress_step(p, _("copying"), n - sqlite3_backup_remaining(copy), n);
	}
	sqlite3_backup_finish(copy);
	if (rc == SQLITE_DONE)
		return 0;
	bool in_reading = (rc & 0xFF) == SQLITE_CORRUPT || rc == SQLITE_IOERR_READ ||
			  rc == SQLITE_IOERR_SHORT_READ || rc == SQLITE_IOERR_DATA;
	return sqlite_refused(in_reading ? db : to, rc, e);
}

/* A transaction that reads keeps the file as it was when it began: nothing that is written
 * meanwhile makes the copy begin anew. */
static int copy_moment(struct sqlite_db *db, struct sqlite_db *to, const struct progress *p,
		       struct err *e)
{
	static const char first_read[] = "SELECT count(*) FROM sqlite_schema";

	if (sqlite_run(db, "BEGIN", e))
		return -1;
	int result = sqlite_run(db, first_read, e) ? -1 : copy_pages(db, to, p, e);
	sqlite3_exec(db->at, "ROLLBACK", NULL, NULL, NULL);
	return result;
}

/* Who makes the copy sees to it that it is on the disk. */
int sqlite_copy(struct sql *sql, const char *where, const struct progress *p, struct err *e)
{
	struct sqlite_db *db = (struct sqlite_db *)sql;
	struct sqlite_db to = {.path = (char *)where, .wait = db->wait};

	if (sql_file_make(where, e))
		return -1;
	int result = sqlite_connect(&to, where, SQLITE_OPEN_READWRITE, e);
	if (!result)
		result = sqlite_run(&to, "PRAGMA journal_mode = MEMORY", e);
	if (!result)
		result = copy_moment(db, &to, p, e);
	sqlite3_close(to.at);
	if (result)
		unlink(where);
	return result;
}
