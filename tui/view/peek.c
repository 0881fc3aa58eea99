/* One action read for the pane beside it. A draft counts for nobody yet, so it has no part in the
 * course. */
#include "tui/view/peek.h"

#include "core/i18n.h"
#include "db/plan/store_plan.h"
#include "db/report/store_report.h"
#include "tui/app/session.h"
#include "tui/draw/picture.h"

static void read_clause(struct peek *p, const struct app_context *c, const struct actor *who)
{
	struct err e = ERR_INIT;
	struct action_row row;

	if (store_action_get(c->store, &p->arena, who, p->action_id, &row, &e) == 0)
		p->clause = row.clause;
}

/* They come newest first. */
static void read_course(struct peek *p, const struct app_context *c, const struct actor *who)
{
	struct report_rows rows = {0};
	struct err e = ERR_INIT;
	size_t n = 0;

	if (store_report_list(c->store, &p->arena, who, p->action_id, p->unit_id, &rows, &e) < 0)
		return;
	for (size_t i = 0; i < rows.n && n < PEEK_PERCENTS; i++) {
		if (rows.at[i].state != REPORT_DRAFT)
			p->percents[n++] = rows.at[i].percent;
	}
	for (size_t i = 0; i < n / 2; i++) {
		int newer = p->percents[i];

		p->percents[i] = p->percents[n - 1 - i];
		p->percents[n - 1 - i] = newer;
	}
	p->npercents = n;
}

void peek_at(struct peek *p, const struct app_context *c, int64_t action_id, int64_t unit_id)
{
	struct actor who = session_actor(c);

	if (p->action_id == action_id && p->unit_id == unit_id)
		return;
	peek_forget(p);
	p->action_id = action_id;
	p->unit_id = unit_id;
	if (action_id)
		read_clause(p, c, &who);
	if (action_id && unit_id)
		read_course(p, c, &who);
}

void peek_forget(struct peek *p)
{
	arena_free(&p->arena);
	p->clause = NULL;
	p->npercents = 0;
	p->action_id = p->unit_id = 0;
}

void peek_free(struct peek *p)
{
	arena_free(&p->arena);
}

bool peek_is_of(const struct peek *p, int64_t action_id)
{
	return action_id && p->action_id == action_id;
}

int peek_draw_course(const struct peek *p, struct canvas *c, int y)
{
	int x;

	if (p->npercents < PEEK_COURSE_LEAST || y >= c->rows)
		return 0;
	x = canvas_text(c, y, 0, STYLE_DIM, _("reported")) + 2;
	x += picture_spark(c, y, x, c->cols - x - 5, STYLE_BAR, p->percents, p->npercents, 100) + 1;
	canvas_printf(c, y, x, STYLE_NORMAL, "%d%%", p->percents[p->npercents - 1]);
	return 1;
}
