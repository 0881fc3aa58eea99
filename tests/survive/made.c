/* Who can make a write is tried out: of the posts that may, the first for whom it changes the file.
 */
#include "tests/survive/made.h"

#include "tests/survive/settings.h"

#include <criterion/criterion.h>
#include <limits.h>

int made_do(const struct made *m)
{
	struct post_row post;
	struct actor who = denied_sit(m->post, &post);

	denied.e = (struct err)ERR_INIT;
	return m->row->call(&who, m->step);
}

static bool is_made(const struct made *m)
{
	struct post_row post;
	struct actor who = denied_sit(m->post, &post);
	int64_t before;

	if (!denied_may(m->row, m->step, &who))
		return false;
	denied_again();
	before = denied_touched();
	return made_do(m) >= 0 && denied_touched() > before;
}

/* By the first who can, if anybody. */
static bool is_made_by(struct made *m)
{
	for (m->post = 0; m->post < DENIED_POSTS; m->post++)
		if (is_made(m))
			return true;
	return false;
}

void made_each(void (*tries)(const struct made *m, void *data), void *data)
{
	for (int i = 0; i < denied_nrows; i++) {
		const struct denied_row *row = &denied_rows[i];
		struct made m = {.row = row};
		int n = 0;

		for (unsigned step = row->first; step <= row->last && n < LONG(1, INT_MAX);
		     step++) {
			m.step = (int)step;
			if (!is_made_by(&m))
				continue;
			denied_again();
			tries(&m, data);
			arena_free(&denied.a);
			n++;
		}
		cr_expect_gt(n, 0, "nobody can make %s: %s", row->name, denied.e.text);
	}
}
