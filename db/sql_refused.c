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

int sql_refused_system(const char *path, int errnum, const char *otherwise, struct err *e)
{
	if (errnum == ENOSPC || errnum == EDQUOT)
		return sql_refused_full(path, e);
	return err_set(e, ERR_IO, _("the system cannot read or write %s: %s"), path,
		       errnum ? strerror(errnum) : otherwise);
}
