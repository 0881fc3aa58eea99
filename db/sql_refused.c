/* Sentences for what goes wrong with a file whatever the engine is: it is locked, the disk is full,
 * nobody may write, the system fails. */
#include "db/sql_refused.h"

#include "core/i18n.h"

#include <errno.h>
#include <string.h>

int sql_refused_busy(const char *path, const struct sql_wait *w, struct err *e)
{
	int seconds = (w->most_ms + 999) / 1000;

	if (w->given_up)
		return err_set(e, ERR_BUSY,
			       _("another process is writing into %s; nothing was changed, try "
				 "again in a moment"),
			       path);
	return err_set(
		e, ERR_BUSY,
		Q_("somebody else has kept %s locked for longer than %d second; nothing was "
		   "changed, try again in a moment",
		   "somebody else has kept %s locked for longer than %d seconds; nothing was "
		   "changed, try again in a moment",
		   seconds),
		path, seconds);
}

int sql_refused_full(const char *path, struct err *e)
{
	return err_set(e, ERR_IO,
		       _("the disk that holds %s is full; nothing was changed, ask the "
			 "administrator to make room"),
		       path);
}

int sql_refused_read_only(const char *path, struct err *e)
{
	return err_set(e, ERR_IO,
		       _("%s can only be read; nothing was changed, ask the administrator for the "
			 "right to write to the file and its folder"),
		       path);
}

int sql_refused_replaced(const char *path, struct err *e)
{
	return err_set(e, ERR_STATE,
		       _("%s was replaced, as by a restored backup, while you had it open; nothing "
			 "was changed, begin again: log in anew and look what is in it"),
		       path);
}

int sql_refused_damaged(const char *path, struct err *e)
{
	return err_set(e, ERR_FORMAT,
		       _("%s is damaged; stop working with it and let the administrator restore "
			 "the last backup"),
		       path);
}

/* Sums say that a page is not ours, not whose it is. */
int sql_refused_page(const char *path, struct err *e)
{
	return err_set(e, ERR_FORMAT,
		       _("a page of %s is not what duban has written: stop working with it; if "
			 "another program has written into the file, let the administrator run "
			 "`duban check --renew`, else it is damaged and the last backup is to be "
			 "restored"),
		       path);
}

int sql_refused_log(const char *path, int64_t nwrites, struct err *e)
{
	if (nwrites == 0)
		return err_set(e, ERR_FORMAT,
			       _("the last writes to %1$s are in %1$s-wal, which is damaged, and "
				 "some are lost; nothing was changed: keep both files, and let the "
				 "administrator restore the last backup (duban restore), or go on "
				 "with what is left (duban check --renew)"),
			       path);
	return err_set(e, ERR_FORMAT,
		       Q_("the last writes to %1$s are in %1$s-wal, which is damaged, and at least "
			  "%2$lld is lost; nothing was changed: keep both files, and let the "
			  "administrator restore the last backup (duban restore), or go on with "
			  "what is left (duban check --renew)",
			  "the last writes to %1$s are in %1$s-wal, which is damaged, and at least "
			  "%2$lld are lost; nothing was changed: keep both files, and let the "
			  "administrator restore the last backup (duban restore), or go on with "
			  "what is left (duban check --renew)",
			  (int)nwrites),
		       path, (long long)nwrites);
}

int sql_refused_system(const char *path, int errnum, const char *otherwise, struct err *e)
{
	if (errnum == ENOSPC || errnum == EDQUOT)
		return sql_refused_full(path, e);
	return err_set(e, ERR_IO, _("the system cannot read or write %s: %s"), path,
		       errnum ? strerror(errnum) : otherwise);
}
