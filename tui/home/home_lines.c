/* home_lines.c - the table of what the first screens tell above their list. Each source is written
 * beside the screen that its lines open. */
#include "tui/home/home_lines.h"

#include "db/people/store_setting.h"

/* In the order in which they are shown: what somebody else waits for comes first. */
static home_source *const sources[] = {
	home_notices, home_late,  home_reopened, home_requests,
	home_receipt, home_cases, home_calendar, home_vacant,
};

void home_lines_add(struct arena *a, struct home_lines *lines, int style, const char *text,
		    const struct view_ops *ops, struct view_args args)
{
	*vec_push(a, lines) =
		(struct home_line){.text = text, .style = style, .ops = ops, .args = args};
}

int64_t home_news_since(const struct app_context *c)
{
	enum { NEWS_DAYS = 7, DAY_SECONDS = 24 * 60 * 60 };

	return c->now.utc - (int64_t)NEWS_DAYS * DAY_SECONDS;
}

static const char read_kind[] = "read"; /* of the person's own settings */

void home_lines_add_news(const struct app_context *c, struct arena *a, struct home_lines *lines,
			 const struct home_line *line)
{
	struct actor who = session_actor(c);
	struct err none = ERR_INIT;
	const char *was_read = NULL;

	if (store_setting_get(c->store, a, &who, read_kind, line->news, &was_read, &none) < 0 ||
	    !was_read)
		*vec_push(a, lines) = *line;
}

void home_lines_read(const struct app_context *c, const struct home_line *line)
{
	struct actor who = session_actor(c);
	struct err none = ERR_INIT; /* then it is shown again, no more */

	store_setting_put(c->store, &who, read_kind, line->news, "1", &none);
}

int home_lines_load(const struct app_context *c, struct arena *a, const struct scene *sc,
		    struct home_lines *lines, struct err *e)
{
	*lines = (struct home_lines){0};
	for (size_t i = 0; i < sizeof sources / sizeof sources[0]; i++)
		if (sources[i](c, a, sc, lines, e) < 0)
			return -1;
	return 0;
}
