/* A file seen from the outside, by SQLite alone: nothing of the program is asked. */
#include "tests/support/file_check.h"

#include "core/mem.h"
#include "db/sql_sqlite.h"
#include "tests/support/fatal.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

sqlite3 *file_open(const char *path)
{
	sqlite3 *db = NULL;

	if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, sqlite_pages()) != SQLITE_OK) {
		errno = EINVAL;
		fatal_errno("%s: %s", path, sqlite3_errmsg(db));
	}
	return db;
}

void file_alter(const char *path, const char *sql)
{
	sqlite3 *db = NULL;

	if (sqlite3_open(path, &db) != SQLITE_OK ||
	    sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK) {
		errno = EINVAL;
		fatal_errno("%s: %s: %s", path, sql, sqlite3_errmsg(db));
	}
	sqlite3_close(db);
}

/* The rows of a pragma, "fine" rows left out. */
static void add_findings(sqlite3 *db, const char *sql, struct strbuf *out)
{
	sqlite3_stmt *stmt = NULL;
	int rc = sqlite3_prepare_v2(db, sql, -1, &stmt, NULL);

	while (rc == SQLITE_OK && (rc = sqlite3_step(stmt)) == SQLITE_ROW) {
		const char *text = (const char *)sqlite3_column_text(stmt, 0);
		if (strcmp(text ? text : "", "ok") != 0)
			strbuf_printf(out, "%s: %s\n", sql, text ? text : "");
		rc = SQLITE_OK;
	}
	if (rc != SQLITE_DONE)
		strbuf_printf(out, "%s: %s\n", sql, sqlite3_errmsg(db));
	sqlite3_finalize(stmt);
}

char *file_fault(const char *path)
{
	struct strbuf out = STRBUF_INIT;
	sqlite3 *db = NULL;

	if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, sqlite_pages()) != SQLITE_OK)
		strbuf_printf(&out, "%s: %s\n", path, sqlite3_errmsg(db));
	else {
		add_findings(db, "PRAGMA integrity_check", &out);
		add_findings(db, "PRAGMA foreign_key_check", &out);
	}
	sqlite3_close(db);
	if (out.nbytes > 0)
		return strbuf_detach(&out);
	strbuf_free(&out);
	return NULL;
}

char *file_text(const char *path, const char *sql)
{
	sqlite3 *db = NULL;
	sqlite3_stmt *stmt = NULL;
	char *text = NULL;

	if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, sqlite_pages()) != SQLITE_OK ||
	    sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) != SQLITE_OK) {
		errno = EINVAL;
		fatal_errno("%s: %s: %s", path, sql, sqlite3_errmsg(db));
	}
	if (sqlite3_step(stmt) == SQLITE_ROW)
		text = xstrdup((const char *)sqlite3_column_text(stmt, 0));
	sqlite3_finalize(stmt);
	sqlite3_close(db);
	return text;
}
