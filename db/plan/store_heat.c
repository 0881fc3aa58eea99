/*
 * The shares of units with the actions between them that have none. Both lists are
 * in the order of the document, so they are merged in one go.
 */
#include "db/plan/store_heat.h"

#include "core/plan/heat_document.h"
#include "db/plan/store_plan.h"
#include "db/store_log.h"

bool store_heat_below(const struct action_rows *actions, const struct action_lines *lines, size_t i)
{
	return lines->at[i].nunits == 0 && i + 1 < actions->n &&
	       actions->at[i + 1].parent_id == actions->at[i].id;
}

static struct task_row loose_task(const struct action_row *r, const struct action_line *line)
{
	return (struct task_row){.action_id = r->id,
				 .plan_id = r->plan_id,
				 .plan_code = r->plan_code,
				 .no = r->no,
				 .parent_no = r->parent_no,
				 .title = r->title,
				 .section_no = r->section_no,
				 .section_title = r->section_title,
				 .path = r->path,
				 .unit = "",
				 .action_state = r->state,
				 .percent = -1,
				 .lamp = line->lamp};
}

static void merge(struct arena *a, struct task_rows *out, const struct task_rows *shares,
		  const struct action_rows *actions, const struct action_lines *lines)
{
	size_t next = 0;

	for (size_t i = 0; i < actions->n && i < lines->n; i++) {
		const struct action_row *r = &actions->at[i];

		if (!lines->at[i].nunits && !store_heat_below(actions, lines, i))
			*vec_push(a, out) = loose_task(r, &lines->at[i]);
		while (next < shares->n && shares->at[next].action_id == r->id)
			*vec_push(a, out) = shares->at[next++];
	}
	while (next < shares->n)
		*vec_push(a, out) = shares->at[next++];
}

int store_heat_tasks(struct store *s, struct arena *a, const struct actor *who, int64_t plan_id,
		     const struct lamp_rules *rules, struct date today, struct task_rows *tasks,
		     struct err *e)
{
	struct task_filter f = {.plan_id = plan_id, .role = -1, .lamp = -1};
	struct task_rows shares = {0};
	struct action_rows actions = {0};
	struct action_lines lines = {0};

	*tasks = (struct task_rows){0};
	if (store_task_list(s, a, who, &f, rules, today, &shares, e) < 0 ||
	    store_action_list(s, a, who, plan_id, &actions, e) < 0 ||
	    store_action_lines(s, a, who, plan_id, rules, today, &lines, e) < 0)
		return -1;
	merge(a, tasks, &shares, &actions, &lines);
	return 0;
}

int store_heat_document(struct store *s, struct arena *a, const struct actor *who, int64_t plan_id,
			const struct lamp_rules *rules, struct document *d, int *nrows,
			struct err *e)
{
	struct task_rows tasks;
	struct plan_row plan;
	struct heat heat;

	if (store_plan_get_id(s, a, who, plan_id, &plan, e) < 0 ||
	    store_heat_tasks(s, a, who, plan_id, rules, who->now.today, &tasks, e) < 0)
		return -1;
	heat_make(a, &heat, &tasks);
	*nrows = (int)heat.rows.n;
	heat_document_build(a, d, plan.title, &heat, who->name, who->now.today);
	return store_log_stamp(s, a, d, e);
}
