/* Every write over a row that is there names the version that was read and refuses another one;
 * nothing is written then. All writes are read from the sources of the store: one without a row
 * here, where its version is tried or stands why it has none, fails. */
#include "tests/db/late.h"
#include "tests/db/store_writes.h"

#include <criterion/criterion.h>

#include <string.h>

struct world late;

static void begin(void)
{
	world_make(&late);
}

static void end(void)
{
	world_remove(&late);
}

TestSuite(versions, .init = begin, .fini = end);

static const struct {
	const char *name;
	int (*late)(void);
	const char *why; /* … it names no version */
} writes[] = {
#define ROW(x) {"store_" #x, late_##x, NULL},
	LATE_WRITES(ROW)

		{"store_plan_import", NULL, "makes rows"},
	{"store_period_add", NULL, "makes a row"},
	{"store_person_add", NULL, "makes a row"},
	{"store_unit_add", NULL, "makes a row"},
	{"store_unit_alias", NULL, "adds a name"},
	{"store_key_add", NULL, "makes rows"},
	{"store_request_ask", NULL, "makes a row; the same is not asked twice"},
	{"store_instruct", NULL, "makes rows"},
	{"store_urge", NULL, "makes rows, of what is owed as it is"},
	{"store_evidence_add", NULL, "makes a row, or links one as it is"},
	{"store_file_add", NULL, "makes a row, or links one as it is"},
	{"store_access_note", NULL, "makes a row"},
	{"store_receive", NULL, "takes note of what is issued, in the issue that it is"},
	{"store_key_revoke", NULL, "a key is never changed but by this, and once"},
	{"store_policy_set", NULL, "of a verb, which has shown nobody a value"},
	{"store_send_begin", NULL, "the program takes what waits"},
	{"store_send_end", NULL, "of who has begun the sending, which nobody else can"},
	{"store_session_begin", NULL, "the program's own row"},
	{"store_session_end", NULL, "the program's own row"},
	{"store_setting_put", NULL, "the person's own; what was set last counts"},
	{"store_setting_drop", NULL, "the person's own"},
	{"store_draft_drop", NULL, "the person's own, when its text was sent or thrown away"},
};
enum { NWRITES = sizeof writes / sizeof writes[0] };

Test(versions, an_older_one_is_refused_by_all)
{
	for (size_t i = 0; i < NWRITES; i++) {
		cr_expect_neq(writes[i].late != NULL, writes[i].why != NULL, "%s", writes[i].name);
		if (!writes[i].late)
			continue;
		late.e = (struct err)ERR_INIT;
		cr_expect_eq(writes[i].late(), -1, "%s", writes[i].name);
		cr_expect_eq(late.e.code, ERR_CONFLICT, "%s: %s", writes[i].name, late.e.text);
		world_remove(&late);
		world_make(&late);
	}
}

static void has_row(const char *path, const char *name)
{
	for (size_t i = 0; i < NWRITES; i++)
		if (strcmp(writes[i].name, name) == 0)
			return;
	cr_expect_fail("%s: %s has no test of its version", path, name);
}

Test(versions, all_writes_are_here)
{
	cr_expect_eq(store_writes(has_row), NWRITES, "a row that no source has");
}
