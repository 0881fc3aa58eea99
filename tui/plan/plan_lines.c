/*
 * plan_lines.c - reads a plan for a list. The names of all units that work on an action go into
 * what the filter looks through, so that typing a unit's name finds its part in the plan.
 */
#include "tui/plan/plan_lines.h"

#include "core/text/find.h"
#include "db/plan/store_plan.h"
#include "tui/plan/item.h"
#include "tui/app/session.h"

bool plan_line_unassigned(const struct plan_line *l)
{
	return l->line->nunits == 0 && !l->has_parts;
}

bool plan_line_counts(const struct plan_line *l)
{
	return !l->section && (l->line->nunits > 0 || !l->has_parts);
}

/* Whether anybody works on anything that one may see. */
static bool is_assigned(const struct action_lines *lines)
{
	for (size_t i = 0; i < lines->n; i++) {
		if (lines->at[i].nunits > 0)
			return true;
	}
	return false;
}

struct read_rows {
	struct section_rows sections;
	struct action_rows actions;
	struct action_lines lines;
	struct task_rows tasks;
};

static int read_all(const struct app_context *c, struct arena *a, int64_t plan_id,
		    struct read_rows *r, struct err *e)
{
	struct actor who = session_actor(c);
	struct task_filter f = {.plan_id = plan_id, .role = -1, .lamp = -1};
	const struct lamp_rules *rules = &c->session->rules;

	if (store_section_list(c->store, a, &who, plan_id, &r->sections, e) < 0 ||
	    store_action_list(c->store, a, &who, plan_id, &r->actions, e) < 0 ||
	    store_action_lines(c->store, a, &who, plan_id, rules, c->now.today, &r->lines, e) < 0)
		return -1;
	return store_task_list(c->store, a, &who, &f, rules, c->now.today, &r->tasks, e);
}

/* The tasks of one action: names of all units, and the own unit's share. */
struct shares {
	const char *units;
	const struct task_row *own;
};

/* Tasks stand in the order of the actions: `*at` goes on from where the last action ended. */
static struct shares shares_of(struct arena *a, const struct task_rows *tasks, size_t *at,
			       int64_t action_id, int64_t own_unit)
{
	struct shares s = {.units = ""};

	for (; *at < tasks->n && tasks->at[*at].action_id == action_id; (*at)++) {
		const struct task_row *t = &tasks->at[*at];

		s.units = arena_printf(a, "%s %s", s.units, find_text(a, t->unit, t->unit_pinyin));
		if (own_unit && t->unit_id == own_unit)
			s.own = t;
	}
	return s;
}

static const struct section_row *find_section(const struct section_rows *rows, int64_t id)
{
	for (size_t i = 0; i < rows->n; i++) {
		if (rows->at[i].id == id)
			return &rows->at[i];
	}
	return NULL;
}

static struct plan_line heading_of(struct arena *a, const struct section_row *section)
{
	return (struct plan_line){
		.section = section,
		.title = arena_printf(a, "%s %s", section->no, section->title),
		.cause = "",
		.find = "",
	};
}

static struct plan_line line_of(struct arena *a, const struct read_rows *r, size_t i,
				const struct shares *shares)
{
	const struct action_row *row = &r->actions.at[i];
	const char *no = row->path;
	int depth = (r->sections.n ? 1 : 0) + (row->parent_id ? 1 : 0);

	return (struct plan_line){
		.action = row,
		.line = &r->lines.at[i],
		.task = shares->own,
		.has_parts = i + 1 < r->actions.n && r->actions.at[i + 1].parent_id == row->id,
		.no = no,
		.cause = r->lines.at[i].worst ? lamp_cause(a, r->lines.at[i].worst) : "",
		.title = arena_printf(a, "%*s%s", 2 * depth, "",
				      row->pilot ? arena_printf(a, _("%s (pilot)"), row->title)
						 : row->title),
		.find = arena_printf(
			a, "%s %s %s %s%s", find_no(a, no), find_text(a, row->title, row->pinyin),
			find_label(a, row->section_title), r->lines.at[i].leads, shares->units),
	};
}

/* As overview_percent(): an action on which nothing was reported counts as nothing done. */
static const char *total_of(struct arena *a, const struct plan_lines *lines)
{
	int sum = 0, reported = 0, n = (int)lines->nactions;

	for (size_t i = 0; i < lines->n; i++) {
		const struct plan_line *l = &lines->at[i];

		if (!plan_line_counts(l) || l->line->percent < 0)
			continue;
		sum += l->line->percent;
		reported++;
	}
	if (!reported)
		return "";
	return arena_printf(a,
			    Q_("%d%%: as the lead of %d action reported last; none yet is 0%%",
			       "%d%%: the mean of %d actions, as their leads reported last; none "
			       "yet is 0%%",
			       n),
			    sum / n, n);
}

int plan_lines_read(const struct app_context *c, struct arena *a, int64_t plan_id,
		    int64_t section_id, struct plan_lines *lines, struct err *e)
{
	struct read_rows r = {0};
	int64_t section = 0, own_unit = session_unit(c, 0);
	size_t task = 0;

	*lines = (struct plan_lines){0};
	if (plan_id && read_all(c, a, plan_id, &r, e) < 0)
		return -1;
	bool hide = own_unit && is_assigned(&r.lines);
	lines->at = arena_alloc(a, (2 * r.actions.n + 1) * sizeof *lines->at);
	for (size_t i = 0; i < r.actions.n && i < r.lines.n; i++) {
		const struct action_row *row = &r.actions.at[i];
		const struct section_row *heading = find_section(&r.sections, row->section_id);
		struct shares shares = shares_of(a, &r.tasks, &task, row->id, own_unit);

		if (section_id && row->section_id != section_id)
			continue;
		struct plan_line line = line_of(a, &r, i, &shares);
		/* People of a unit do not see the parts of a parent on which others work. */
		if (hide && plan_line_unassigned(&line))
			continue;
		if (heading && row->section_id != section)
			lines->at[lines->n++] = heading_of(a, heading);
		section = row->section_id;
		lines->at[lines->n++] = line;
		lines->nactions += plan_line_counts(&line);
	}
	lines->total = total_of(a, lines);
	return 0;
}
