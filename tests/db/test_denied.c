/*
 * Every write by every post, on its own unit's things and on another's, past everything that asks
 * before it: the store refuses what core/rule/may.h does not allow, with ERR_DENIED and without
 * touching a row, and refuses nothing else for want of rights. All writes are read from the sources
 * of the store: one without a row here fails.
 */
#include "tests/db/denied.h"
#include "tests/db/store_writes.h"

#include <criterion/criterion.h>

#include <string.h>

TestSuite(denied);

static void try_post(const struct denied_row *row, int step, int i)
{
	struct post_row post;
	struct actor who = denied_sit(i, &post);
	int64_t before = denied_touched();
	bool allowed = denied_may(row, step, &who);
	int rc;

	denied.e = (struct err)ERR_INIT;
	rc = row->call(&who, step);
	cr_expect(allowed ? denied.e.code != ERR_DENIED : rc == -1 && denied.e.code == ERR_DENIED,
		  "%s, %d by %s of %d: %d, %s", row->name, step, post_role_word(post.role),
		  (int)post.unit_id, rc, denied.e.text);
	if (!allowed)
		cr_expect_eq(denied_touched(), before, "%s, %d by %s touched a row", row->name,
			     step, post_role_word(post.role));
}

/* In a fresh file; those who may not come first and leave everything as it is. */
static void try_write(const struct denied_row *row, int step)
{
	denied_again();
	for (int may_it = 0; may_it < 2; may_it++)
		for (int i = 0; i < DENIED_POSTS; i++) {
			struct post_row post;
			struct actor who = denied_sit(i, &post);

			if (denied_may(row, step, &who) == may_it)
				try_post(row, step, i);
		}
}

Test(denied, by_every_post)
{
	denied_fill();
	for (int i = 0; i < denied_nrows; i++)
		if (!denied_rows[i].why)
			for (unsigned step = denied_rows[i].first; step <= denied_rows[i].last;
			     step++)
				try_write(&denied_rows[i], (int)step);
	denied_end();
}

static void has_row(const char *path, const char *name)
{
	for (int i = 0; i < denied_nrows; i++)
		if (strcmp(denied_rows[i].name, name) == 0)
			return;
	cr_expect_fail("%s: %s is not tried by those who may not", path, name);
}

Test(denied, all_writes_are_here)
{
	cr_expect_eq(store_writes(has_row), denied_nrows, "a row that no source has");
}
