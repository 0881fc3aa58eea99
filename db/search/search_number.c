/* Actions by their number. A person types 5.2 where the plan has （五）.（2）: both are compared in
 * the plainest form. */
#include "db/search/search_number.h"

#include "core/plan/plan.h"
#include "core/text/utf8.h"
#include "db/store_internal.h"

#include <string.h>

enum { NUMBER_BYTES = 32 }; /* no number is longer */

/* The words in half width, without blanks around them; "" when they are more than one or too long.
 */
static void take_word(const char *words, char out[NUMBER_BYTES])
{
	const char *end = words + strlen(words);
	size_t n = 0;
	bool over = false;
	uint32_t cp;

	*out = '\0';
	while (words < end) {
		words += utf8_decode(words, end, &cp);
		cp = utf8_halfwidth(cp);
		if (cp <= ' ') {
			over = n > 0;
			continue;
		}
		if (over || n + 5 > NUMBER_BYTES) {
			*out = '\0';
			return;
		}
		n += (size_t)utf8_encode(cp, out + n);
		out[n] = '\0';
	}
}

/* "5.2", "14": what is compared; "" for all else. */
static const char *number_of(struct arena *a, const char *words)
{
	char word[NUMBER_BYTES];

	take_word(words, word);
	const char *no = plan_plain_no(a, word);
	bool is_number = *no >= '0' && *no <= '9' && !no[strspn(no, "0123456789.")];
	return is_number ? no : "";
}

static bool is_meant(const char *path, const char *no)
{
	size_t n = strlen(no);

	return strncmp(path, no, n) == 0 && (!path[n] || path[n] == '.');
}

/* id and path of the actions that may be meant, the newest plan first. */
static struct sql_stmt *actions_of(struct store *s, const struct search_ask *ask, struct err *e)
{
	static const char of_plan[] = "SELECT a.id, a.path FROM action a WHERE a.plan_id = ?1 "
				      "AND a.state <> 'withdrawn' ORDER BY a.seq";
	static const char of_plans[] =
		"SELECT a.id, a.path FROM plan l CROSS JOIN action a ON a.plan_id = l.id "
		"WHERE (?1 OR l.state = 'open') AND a.state <> 'withdrawn' "
		"ORDER BY l.id DESC, a.seq";

	if (ask->plan_id)
		return sql_query(s->db, of_plan, e, sql_i64(ask->plan_id));
	return sql_query(s->db, of_plans, e, sql_i64(ask->closed_plans));
}

int search_by_number(struct store *s, struct arena *a, const struct search_ask *ask,
		     struct search_ids *ids, struct err *e)
{
	const char *no = number_of(a, ask->words);
	int got;

	*ids = (struct search_ids){0};
	if (!*no)
		return 0;
	struct sql_stmt *q = actions_of(s, ask, e);
	while ((got = sql_next(q, e)) > 0) {
		int64_t id = sql_take_i64(q);

		if (is_meant(plan_plain_no(a, sql_peek(q)), no))
			*vec_push(a, ids) = id;
	}
	return got;
}
