/*
 * The task list of a unit: for each plan a heading and a table, one row an action. What stands in a
 * cell of several parts (targets, milestones, progress) is put together here, one line each.
 */
#include "core/plan/tasklist.h"

#include "core/decimal.h"
#include "core/i18n.h"
#include "core/text/utf8.h"
#include "core/rule/lamp.h"

#include <string.h>

enum { DONE_MAX_CHARS = 60 };

enum column { COL_NO, COL_ACTION, COL_ROLE, COL_TARGETS, COL_MILESTONES, COL_PROGRESS, COL_LAMP };

static const struct {
	const char *title;
	enum column_kind kind;
	int weight;
} columns[] = {
	[COL_NO] = {N_("No."), COLUMN_WORD, 0},
	[COL_ACTION] = {N_("Action"), COLUMN_TEXT, 3},
	[COL_ROLE] = {N_("Role"), COLUMN_WORD, 0},
	[COL_TARGETS] = {N_("Targets and volumes"), COLUMN_TEXT, 4},
	[COL_MILESTONES] = {N_("Milestones"), COLUMN_TEXT, 3},
	[COL_PROGRESS] = {N_("Last progress"), COLUMN_TEXT, 4},
	[COL_LAMP] = {N_("Lamp"), COLUMN_WORD, 0},
};

/* Each on a line of its own. */
struct parts {
	VEC(const char *) list;
};

static void add_part(struct arena *a, struct parts *parts, const char *text)
{
	*vec_push(a, &parts->list) = text;
}

/* One part as it is; of several each gets a mark, because long ones wrap. */
static const char *join_parts(struct arena *a, const struct parts *parts)
{
	struct strbuf cell = STRBUF_INIT;
	const char *mark = parts->list.n > 1 ? "· " : "";

	strbuf_puts(&cell, "");
	for (size_t i = 0; i < parts->list.n; i++)
		strbuf_printf(&cell, "%s%s%s", i ? "\n" : "", mark, parts->list.at[i]);
	const char *text = arena_strdup(a, cell.s);
	strbuf_free(&cell);
	return text;
}

/* The first target year not before the horizon, or 0. */
static int year_of_horizon(const struct indicator_row *in, int horizon)
{
	int year = 0;

	for (size_t i = 0; i < in->targets.n; i++) {
		int y = in->targets.at[i].year;
		if (y >= horizon && (year == 0 || y < year))
			year = y;
	}
	return year;
}

static const char *target_text(struct arena *a, const struct indicator_row *in,
			       const struct target_row *t)
{
	const char *figure = in->in_words ? ""
					  : arena_printf(a, " %s%s%s", op_label(t->op), t->value,
							 decimal_measure(in->measure));

	return arena_printf(a, "%s%s%s", in->name, figure,
			    t->year ? arena_printf(a, _(" (%d)"), t->year) : "");
}

static void add_indicator(struct arena *a, struct parts *parts, const struct indicator_row *in,
			  int horizon)
{
	int year = year_of_horizon(in, horizon);

	for (size_t i = 0; i < in->targets.n; i++) {
		const struct target_row *t = &in->targets.at[i];
		if (t->year == 0 || t->year == year)
			add_part(a, parts, target_text(a, in, t));
	}
	if (in->targets.n == 0)
		add_part(a, parts, in->name);
}

/* "open days of halls 120/300 times", done of what is to be done. */
static const char *volume_text(struct arena *a, const struct volume_row *v)
{
	return arena_printf(a, "%s %s/%s%s", v->what, *v->done ? v->done : "0", v->value,
			    v->measure);
}

static const char *targets_cell(struct arena *a, const struct tasklist_item *item, int horizon)
{
	struct parts parts = {0};

	for (int i = 0; i < item->nindicators; i++)
		add_indicator(a, &parts, &item->indicators[i], horizon);
	for (int i = 0; i < item->nvolumes; i++)
		add_part(a, &parts, volume_text(a, &item->volumes[i]));
	return join_parts(a, &parts);
}

static const char *milestone_text(struct arena *a, const struct milestone_row *m)
{
	char date[DATE_TEXT];
	bool reached = m->state == MILESTONE_DONE || m->state == MILESTONE_VERIFIED;
	const char *state = "";

	if (m->state != MILESTONE_OPEN)
		state = arena_printf(a, _(" (%s)"), milestone_state_label(m->state));
	date_format(reached && date_is_set(m->done_on) ? m->done_on : m->due, date);
	return arena_printf(a, "%s %s%s", date, m->title, state);
}

static const char *milestones_cell(struct arena *a, const struct tasklist_item *item)
{
	struct parts parts = {0};

	for (int i = 0; i < item->nmilestones; i++)
		if (item->milestones[i].state != MILESTONE_DROPPED)
			add_part(a, &parts, milestone_text(a, &item->milestones[i]));
	return join_parts(a, &parts);
}

/* The list reminds of what was reported; the whole text stands in the program. */
static const char *shorten(struct arena *a, const char *s)
{
	const char *p = s;

	for (int i = 0; i < DONE_MAX_CHARS && *p; i++)
		p += utf8_cluster(p);
	return *p ? arena_printf(a, "%.*s…", (int)(p - s), s) : s;
}

static const char *progress_cell(struct arena *a, const struct task_row *t)
{
	if (t->percent < 0)
		return _("not reported");
	return arena_printf(a, "%s %d%%%s%s", t->last_period, t->percent, *t->last_done ? "\n" : "",
			    shorten(a, t->last_done));
}

static const char *lamp_cell(struct arena *a, const struct task_row *t)
{
	const char *cause = lamp_cause(a, t);

	return *cause ? arena_printf(a, "%s\n%s", lamp_label(t->lamp), cause) : lamp_label(t->lamp);
}

static void add_item(struct arena *a, struct document_table *table,
		     const struct tasklist_item *item, int horizon)
{
	const struct task_row *t = item->task;
	const char **cells = document_add_row(a, table);

	cells[COL_NO] = t->path;
	cells[COL_ACTION] = t->title;
	cells[COL_ROLE] = role_label(t->role);
	cells[COL_TARGETS] = targets_cell(a, item, horizon);
	cells[COL_MILESTONES] = milestones_cell(a, item);
	cells[COL_PROGRESS] = progress_cell(a, t);
	cells[COL_LAMP] = lamp_cell(a, t);
}

static struct document_table *add_plan(struct arena *a, struct document *d,
				       const struct tasklist_item *item)
{
	bool titled = item->plan_title && *item->plan_title;

	document_heading(a, d, titled ? item->plan_title : item->task->plan_code);
	struct document_table *table = document_add_table(a, d);
	for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
		document_add_column(a, table, _(columns[i].title), columns[i].kind,
				    columns[i].weight);
	return table;
}

void tasklist_build(struct arena *a, struct document *d, const char *unit,
		    const struct tasklist_item *items, int nitems, int horizon,
		    const char *printed_by, struct date today)
{
	struct document_table *table = NULL;
	int64_t plan_id = 0;
	char date[DATE_TEXT];

	document_begin(a, d, _("Task list"), unit);
	d->issued = arena_printf(a, _("printed %s by %s"), date_format(today, date), printed_by);
	for (int i = 0; i < nitems; i++) {
		if (!table || items[i].task->plan_id != plan_id)
			table = add_plan(a, d, &items[i]);
		plan_id = items[i].task->plan_id;
		add_item(a, table, &items[i], horizon);
	}
	if (nitems == 0)
		document_paragraph(a, d, _("No open plan has a task for this unit."));
}
