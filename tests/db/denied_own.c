/* Writes that take no right: what the program tells of people, and what is a person's own. */
#include "tests/db/denied.h"

#include "db/people/store_session.h"
#include "db/people/store_setting.h"
#include "db/report/store_draft.h"
#include "db/store_access.h"

#include <criterion/criterion.h>

/* Of those that have no steps. */
#define WRITE(x) int denied_##x(const struct actor *who, int step __attribute__((unused)))

WRITE(access_note)
{
	return store_access_note(denied.s, who, ACCESS_LOG_IN, "", &denied.e);
}

static bool is_alive(const char *process)
{
	(void)process;
	return true;
}

WRITE(session_begin)
{
	int64_t id;

	return store_session_begin(denied.s, who, "another", 0, is_alive, &id, &denied.e);
}

WRITE(session_end)
{
	return store_session_end(denied.s, there.session, who->now, &denied.e);
}

WRITE(setting_put)
{
	return store_setting_put(denied.s, who, "view:test", DENIED_SETTING, "b", &denied.e);
}

WRITE(setting_drop)
{
	return store_setting_drop(denied.s, who, "view:test", DENIED_SETTING, &denied.e);
}

WRITE(draft_put)
{
	const struct draft_field fields[] = {{"done", "又一半"}, {"next", "复查"}};
	const struct draft_new d = {fields, 2, "", "", DRAFT_ANY};
	int64_t version;

	return store_draft_put(denied.s, who, DENIED_DRAFT, &d, &version, &denied.e);
}

WRITE(draft_drop)
{
	return store_draft_drop(denied.s, who, DENIED_DRAFT, &denied.e);
}

void denied_add_own(const struct actor *who)
{
	const struct draft_field field = {"done", "一半"};
	const struct draft_new d = {&field, 1, "", "", DRAFT_ANY};
	int64_t version;

	DENIED_MADE(
		store_session_begin(denied.s, who, "one", 0, is_alive, &there.session, &denied.e));
	DENIED_MADE(store_setting_put(denied.s, who, "view:test", DENIED_SETTING, "a", &denied.e));
	DENIED_MADE(store_draft_put(denied.s, who, DENIED_DRAFT, &d, &version, &denied.e));
}
