/* What SQLite refuses becomes a sentence that says what to do. Statements without values are run
 * here, for all files behind the seam. */
#include "db/sql_sqlite.h"

#include "core/i18n.h"
#include "db/sql_refused.h"
#include "db/sql_sqlite_guard.h"

static int refused_log(const struct sqlite_db *db, struct err *e)
{
	const struct wal_loss *loss = wal_guard_loss(db->at);

	return sql_refused_log(db->path, loss ? loss->nwrites : 0, e);
}

int sqlite_refused(const struct sqlite_db *db, int rc, struct err *e)
{
	switch (rc & 0xFF) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return sql_refused_busy(db->path, &db->wait, e);
	case SQLITE_FULL:
		return sql_refused_full(db->path, e);
	case SQLITE_READONLY:
		if (rc == SQLITE_READONLY_DBMOVED)
			return sql_refused_replaced(db->path, e);
		return sql_refused_read_only(db->path, e);
	case SQLITE_NOTADB:
		return err_set(e, ERR_FORMAT, _("%s is not a duban database"), db->path);
	case SQLITE_CORRUPT:
		return sql_refused_damaged(db->path, e);
	case SQLITE_IOERR:
		if (rc == SQLITE_IOERR_DATA)
			return sql_refused_page(db->path, e);
		if (rc == LOG_IS_LOST)
			return refused_log(db, e);
		/* fall through */
	case SQLITE_CANTOPEN:
		return sql_refused_system(db->path, sqlite3_system_errno(db->at),
					  sqlite3_errmsg(db->at), e);
	default:
		break;
	}
	if (rc == SQLITE_CONSTRAINT_UNIQUE || rc == SQLITE_CONSTRAINT_PRIMARYKEY)
		return err_set(e, ERR_EXISTS, _("it is there already: %s"), sqlite3_errmsg(db->at));
	return err_set(e, ERR_BUG, "SQLite: %s", sqlite3_errmsg(db->at));
}

int sqlite_refused_last(const struct sqlite_db *db, struct err *e)
{
	return sqlite_refused(db, sqlite3_extended_errcode(db->at), e);
}

int sqlite_run(struct sqlite_db *db, const char *text, struct err *e)
{
	if (sqlite3_exec(db->at, text, NULL, NULL, NULL) == SQLITE_OK)
		return 0;
	return sqlite_refused_last(db, e);
}
