/*
 * task_rows.c - what a list of tasks shows of each. The words for cause, number and milestone are
 * made once when the tasks are read, not at every drawing.
 */
#include "tui/plan/task_rows.h"

#include "core/text/find.h"
#include "core/i18n.h"
#include "core/rule/lamp.h"
#include "tui/plan/task_detail.h"

#include <stdlib.h>

enum { COL_LAMP, COL_CAUSE, COL_NO, COL_TITLE, COL_ROLE, COL_BAR, COL_MILESTONE, COL_STATE };

static const struct list_column task_columns[] = {
	[COL_LAMP] = {N_("lamp"), LIST_TEXT, 0, 0, 0, 0},
	[COL_CAUSE] = {N_("why"), LIST_TEXT, 0, 18, 0, 1},
	[COL_NO] = {N_("no."), LIST_ID, 0, 10, 0, 0},
	[COL_TITLE] = {N_("action"), LIST_TEXT, 16, 0, 3, 0},
	[COL_ROLE] = {N_("role"), LIST_TEXT, 0, 0, 0, 3},
	[COL_BAR] = {N_("progress"), LIST_BAR, 11, 11, 0, 2},
	[COL_MILESTONE] = {N_("next milestone"), LIST_TEXT, 16, 0, 2, 4},
	[COL_STATE] = {N_("report"), LIST_TEXT, 0, 0, 0, 0},
};

static int state_style(enum report_state s)
{
	switch (s) {
	case REPORT_RETURNED:
		return STYLE_ERROR;
	default:
		return STYLE_NORMAL;
	}
}

static void task_cell(const void *rows, size_t row, size_t column, struct list_cell *cell)
{
	const struct task_line *r = &((const struct task_lines *)rows)->at[row];
	const struct task_row *t = r->task;

	switch (column) {
	case COL_LAMP:
		cell->text = lamp_label(t->lamp);
		cell->style = lamp_style(t->lamp);
		cell->rank = lamp_rank(t->lamp);
		break;
	case COL_CAUSE:
		cell->text = r->cause;
		cell->style = lamp_style(t->lamp);
		break;
	case COL_NO:
		cell->text = r->no;
		break;
	case COL_TITLE:
		cell->text = r->title;
		break;
	case COL_ROLE:
		cell->text = role_short(t->role);
		cell->rank = t->role + 1;
		break;
	case COL_BAR:
		cell->percent = t->percent;
		break;
	case COL_MILESTONE:
		cell->text = r->milestone;
		cell->rank = date_rank(t->milestone_due);
		break;
	default:
		cell->text = r->state;
		cell->rank = t->action_state == ACTION_ACTIVE
				     ? t->report_state + 1
				     : (int64_t)REPORT_STATE_COUNT + t->action_state;
		cell->style = r->waits ? STYLE_STRONG : state_style(t->report_state);
	}
}

static int64_t task_id(const void *rows, size_t row)
{
	return ((const struct task_lines *)rows)->at[row].task->assignment_id;
}

const struct list_spec task_lines_spec = {
	.columns = task_columns,
	.ncolumns = sizeof task_columns / sizeof task_columns[0],
	.cell = task_cell,
	.id = task_id,
};

static struct task_line line_of(struct arena *a, const struct task_row *t,
				const struct app_context *c)
{
	char due[DATE_TEXT];
	struct item it = item_of_task(t);
	struct task_line r = {.task = t, .no = t->path, .cause = lamp_cause(a, t)};

	r.title = t->pilot ? arena_printf(a, _("%s (pilot)"), t->title) : t->title;
	r.waits = item_waits(c, &it);
	if (r.waits)
		r.state = _("waits for you");
	else if (t->action_state == ACTION_ACTIVE)
		r.state = t->to_sign ? _("to be signed off") : report_state_label(t->report_state);
	else /* nothing is to be reported on it */
		r.state = action_state_label(t->action_state);
	r.milestone =
		!t->milestone[0] || t->action_state == ACTION_CLOSED_OUT
			? ""
			: arena_printf(a, "%s %s", date_short(t->milestone_due, c->now.today, due),
				       t->milestone);
	return r;
}

static const char *find_of(struct arena *a, const struct task_line *r)
{
	const struct task_row *t = r->task;

	return arena_printf(a, "%s %s %s %s %s %s %s", find_no(a, r->no),
			    find_text(a, t->title, t->pinyin), find_label(a, t->section_title),
			    find_label(a, r->milestone), role_label(t->role), lamp_label(t->lamp),
			    r->state);
}

/* What is to be done first, behind what others wait for: what came back, what is late, what is not
 * handed in; then what is with the office, and last what asks for nothing. */
enum turn { TURN_RETURNED, TURN_LATE, TURN_MISSING, TURN_SENT, TURN_OVER };

static enum turn turn_of(const struct task_row *t)
{
	if (t->action_state != ACTION_ACTIVE)
		return TURN_OVER;
	if (t->report_state == REPORT_RETURNED)
		return TURN_RETURNED;
	if (t->lamp == LAMP_RED)
		return TURN_LATE;
	return t->report_state == REPORT_NONE || t->report_state == REPORT_DRAFT ? TURN_MISSING
										 : TURN_SENT;
}

static bool is_begun(const struct task_row *t)
{
	return t->report_state == REPORT_DRAFT;
}

/* Of what is to be handed in, with one lamp, what nobody has begun stands first. */
static int compare_missing(const struct task_row *a, const struct task_row *b)
{
	int by_lamp = (int)b->lamp - (int)a->lamp;

	return by_lamp ? by_lamp : (int)is_begun(a) - (int)is_begun(b);
}

static int compare_turns(const void *a, const void *b)
{
	enum turn turn = turn_of(a);
	int by = (int)turn - (int)turn_of(b);

	if (!by && turn == TURN_MISSING)
		by = compare_missing(a, b);
	return by ? by : lamp_compare(a, b);
}

/* Those that wait for the person, or the others. */
static void add_lines(struct arena *a, struct task_lines *lines, const struct task_rows *tasks,
		      const struct app_context *c, bool waits)
{
	for (size_t i = 0; i < tasks->n; i++) {
		struct task_line line = line_of(a, &tasks->at[i], c);

		if (line.waits != waits)
			continue;
		lines->find[lines->n] = find_of(a, &line);
		lines->at[lines->n++] = line;
	}
}

void task_lines_make(struct arena *a, struct task_lines *lines, struct task_rows *tasks,
		     const struct app_context *c)
{
	if (tasks->n)
		qsort(tasks->at, tasks->n, sizeof *tasks->at, compare_turns);
	lines->n = 0;
	lines->at = arena_alloc(a, (tasks->n + 1) * sizeof *lines->at);
	lines->find = arena_alloc(a, (tasks->n + 1) * sizeof *lines->find);
	add_lines(a, lines, tasks, c, true);
	add_lines(a, lines, tasks, c, false);
}

bool task_is_owed(const struct task_row *t)
{
	return t->action_state == ACTION_ACTIVE &&
	       (t->report_state == REPORT_NONE || t->report_state == REPORT_DRAFT ||
		t->report_state == REPORT_RETURNED);
}
