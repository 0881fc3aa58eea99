/*
 * overview_rows.c - counts the actions of a plan by section, and finds those that are red: they are
 * what a leader looks for, so they stand there without a key.
 */
#include "tui/home/overview_rows.h"

#include "core/i18n.h"
#include "db/plan/store_heat.h"
#include "db/report/store_milestone.h"
#include "db/plan/store_plan.h"
#include "db/plan/store_task.h"
#include "tui/app/session.h"

#include <stdlib.h>

/* What is read of a plan, and who reads it. */
struct reading {
	struct section_rows sections;
	struct action_rows actions;
	struct action_lines lines;
	struct milestone_rows milestones;
};

int overview_percent(const struct overview_row *row)
{
	return row->reported ? row->percent_sum / row->nactions : -1;
}

static void count_action(struct overview_row *row, const struct action_line *line)
{
	row->nactions++;
	row->lamps[line->lamp]++;
	if (line->percent < 0)
		return;
	row->reported++;
	row->percent_sum += line->percent;
}

static const struct action_row *action_of(const struct reading *r, int64_t id)
{
	for (size_t i = 0; i < r->actions.n; i++)
		if (r->actions.at[i].id == id)
			return &r->actions.at[i];
	return NULL;
}

static struct overview_row *row_of(struct overview_row *rows, size_t n, int64_t section_id)
{
	for (size_t i = 0; i < n; i++)
		if (rows[i].id == section_id)
			return &rows[i];
	return &rows[n];
}

/* Sections in their order, then what stands outside of them; those without actions are left out. */
static void add_sections(struct overview_rows *rows, struct arena *a, const struct reading *r,
			 struct date today)
{
	size_t n = r->sections.n;
	struct overview_row *all = arena_alloc(a, (n + 1) * sizeof *all);

	for (size_t i = 0; i < n; i++)
		all[i] =
			(struct overview_row){.id = r->sections.at[i].id,
					      .name = arena_printf(a, "%s %s", r->sections.at[i].no,
								   r->sections.at[i].title)};
	all[n] = (struct overview_row){.name = n ? _("outside the sections") : _("all actions")};
	for (size_t i = 0; i < r->actions.n && i < r->lines.n; i++)
		if (!store_heat_below(&r->actions, &r->lines, i))
			count_action(row_of(all, n, r->actions.at[i].section_id), &r->lines.at[i]);
	for (size_t i = 0; i < r->milestones.n; i++) {
		const struct milestone_row *m = &r->milestones.at[i];
		const struct action_row *action = action_of(r, m->action_id);

		if (action)
			schedule_count(&row_of(all, n, action->section_id)->stage, m->weight,
				       m->state, m->due, today);
	}
	for (size_t i = 0; i <= n; i++) {
		all[i].reason = all[i].unit = all[i].cause = "";
		if (all[i].nactions)
			*vec_push(a, &rows->at) = all[i];
	}
}

/* The sum of the sections, where there are several. */
static void add_whole(struct overview_rows *rows, struct arena *a)
{
	struct overview_row whole = {.kind = OVERVIEW_WHOLE,
				     .name = _("the whole plan"),
				     .reason = "",
				     .unit = "",
				     .cause = ""};

	if (rows->at.n < 2)
		return;
	for (size_t i = 0; i < rows->at.n; i++) {
		const struct overview_row *row = &rows->at.at[i];

		whole.nactions += row->nactions;
		whole.reported += row->reported;
		whole.percent_sum += row->percent_sum;
		schedule_add(&whole.stage, &row->stage);
		for (int lamp = 0; lamp < LAMP_COUNT; lamp++)
			whole.lamps[lamp] += row->lamps[lamp];
	}
	*vec_push(a, &rows->at) = whole;
}

/* "区水利局: 30 days late" */
static const char *of_unit(struct arena *a, const struct task_row *worst, const char *why)
{
	return *worst->unit ? arena_printf(a, _("%s: %s"), worst->unit, why) : why;
}

struct red {
	size_t action; /* index */
	const struct action_line *line;
};

/* The latest first, then as in the document. */
static int by_days(const void *x, const void *y)
{
	const struct red *a = x, *b = y;
	int days_a = a->line->worst ? a->line->worst->days : 0;
	int days_b = b->line->worst ? b->line->worst->days : 0;

	if (days_a != days_b)
		return days_a > days_b ? -1 : 1;
	return a->action < b->action ? -1 : 1;
}

static void add_red(struct overview_rows *rows, struct arena *a, const struct reading *r)
{
	struct red *red = arena_alloc(a, (r->lines.n + 1) * sizeof *red);
	size_t n = 0;

	for (size_t i = 0; i < r->actions.n && i < r->lines.n; i++)
		if (r->lines.at[i].lamp == LAMP_RED && !store_heat_below(&r->actions, &r->lines, i))
			red[n++] = (struct red){i, &r->lines.at[i]};
	if (!n)
		return;
	qsort(red, n, sizeof *red, by_days);
	*vec_push(a, &rows->at) = (struct overview_row){.kind = OVERVIEW_HEADING,
							.name = _("Red now"),
							.reason = "",
							.unit = "",
							.cause = ""};
	for (size_t i = 0; i < n; i++) {
		const struct action_row *action = &r->actions.at[red[i].action];
		const struct task_row *worst = red[i].line->worst;
		struct overview_row row = {.kind = OVERVIEW_RED, .id = action->id};

		count_action(&row, red[i].line);
		row.name = arena_printf(a, "%s %s", action->path, action->title);
		row.reason = worst ? of_unit(a, worst, lamp_reason(a, worst)) : "";
		row.unit = worst ? worst->unit : "";
		row.cause = worst ? lamp_cause(a, worst) : "";
		*vec_push(a, &rows->at) = row;
	}
}

int overview_rows_read(struct overview_rows *rows, struct arena *a, const struct app_context *c,
		       int64_t plan_id, struct err *e)
{
	const struct milestone_filter of_plan = {.plan_id = plan_id};
	struct actor who = session_actor(c);
	struct reading r = {0};

	if (!plan_id)
		return 0;
	if (store_section_list(c->store, a, &who, plan_id, &r.sections, e) < 0 ||
	    store_action_list(c->store, a, &who, plan_id, &r.actions, e) < 0 ||
	    store_action_lines(c->store, a, &who, plan_id, &c->session->rules, c->now.today,
			       &r.lines, e) < 0 ||
	    store_milestone_list(c->store, a, &who, &of_plan, &r.milestones, e) < 0)
		return -1;
	add_sections(rows, a, &r, c->now.today);
	add_whole(rows, a);
	add_red(rows, a, &r);
	return 0;
}
