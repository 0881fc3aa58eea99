/* What is told of a session beside the changes that it makes: that it was refused something, or
 * took something out. */
#include "core/mem.h"
#include "db/store_access.h"
#include "tui/app/session.h"

#include <stdlib.h>

static int note(const struct app_context *c, enum access_act act, const char *kind,
		const char *name, struct err *e)
{
	struct actor who = session_actor(c);
	char *object = xasprintf("%s %s", kind, name);
	int rc = store_access_note(c->store, &who, act, object, e);

	free(object);
	return rc;
}

void session_note_refusal(const struct app_context *c, const char *where)
{
	struct err unwritten = ERR_INIT;

	(void)note(c, ACCESS_REFUSED, "screen", where, &unwritten);
}

int session_note_export(const struct app_context *c, const char *name, struct err *e)
{
	return note(c, ACCESS_EXPORT, "print", name, e);
}
