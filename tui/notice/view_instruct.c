/* view_instruct.c - a leader's instruction on an action: to whom, what, by when, how urgent. */
#include "tui/view/views.h"

#include "core/rule/entry.h"
#include "core/i18n.h"
#include "db/cycle/store_notice.h"
#include "db/plan/store_plan.h"
#include "db/cycle/store_policy.h"
#include "db/people/store_unit.h"
#include "tui/app/session.h"
#include "tui/part/dialog.h"
#include "tui/part/form_page.h"
#include "tui/notice/notice_send.h"

#include <stdlib.h>

enum { TEXT_ROWS = 5, TAG_GIVE = 1 };
#define EVERYBODY "0"

struct instruct_form {
	struct form_page page;
	int64_t action_id, unit_id;
	struct assignment_rows units; /* in page.own */
	struct date by;		      /* proposed */
};

static int instruct_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct instruct_form *k = v->state;

	k->action_id = args->id;
	k->unit_id = args->id2;
	return session_demand(v->context, ACT_INSTRUCT, 0, e);
}

/* To whom: those that lead or share it, or one of its units. */
static const struct form_choice *unit_choices(struct instruct_form *k, size_t *n)
{
	struct arena *a = &k->page.own;
	struct form_choice *choices = arena_alloc(a, (k->units.n + 1) * sizeof *choices);

	choices[0] = (struct form_choice){EVERYBODY, _("those that lead or share it")};
	*n = 1;
	for (size_t i = 0; i < k->units.n; i++) {
		const struct assignment_row *r = &k->units.at[i];

		if (r->state != ASSIGNMENT_WITHDRAWN && r->nmembers == 0)
			choices[(*n)++] = (struct form_choice){
				arena_printf(a, "%lld", (long long)r->unit_id), r->unit};
	}
	return choices;
}

static const struct form_choice *level_choices(struct arena *a)
{
	struct form_choice *choices = arena_alloc(a, NOTICE_LEVEL_COUNT * sizeof *choices);

	for (int i = 0; i < NOTICE_LEVEL_COUNT; i++)
		choices[i] = (struct form_choice){notice_level_word((enum notice_level)i),
						  notice_level_label((enum notice_level)i)};
	return choices;
}

static int begin_form(struct view *v, struct err *e)
{
	struct instruct_form *k = v->state;
	size_t nunits;
	const struct form_choice *units = unit_choices(k, &nunits);
	char day[DATE_TEXT];
	struct form_field fields[] = {
		{.name = "text",
		 .label = _("instruction"),
		 .kind = FIELD_AREA,
		 .rows = TEXT_ROWS,
		 .max_chars = ENTRY_TEXT_MAX,
		 .required = true,
		 .help = _("What the units shall do or answer.")},
		{.name = "unit",
		 .label = _("to"),
		 .kind = FIELD_CHOICE,
		 .choices = units,
		 .nchoices = nunits,
		 .help = _("Each unit gets an instruction of its own, which it answers.")},
		{.name = "by",
		 .label = _("answer by"),
		 .kind = FIELD_DATE,
		 .required = true,
		 .today = v->context->now.today,
		 .way = DATE_COMING,
		 .help = _("The day for the answer; PgUp and PgDn move it by a day.")},
		{.name = "level",
		 .label = _("level"),
		 .kind = FIELD_CHOICE,
		 .choices = level_choices(&k->page.own),
		 .nchoices = NOTICE_LEVEL_COUNT,
		 .help = _("How urgent it is.")},
	};

	(void)e;
	form_page_begin(&k->page, fields, sizeof fields / sizeof fields[0], _("Give it"),
			xasprintf("instruct:%lld", (long long)k->action_id));
	form_set(k->page.form, "unit", EVERYBODY);
	form_set(k->page.form, "by", date_format(k->by, day));
	form_set(k->page.form, "level", notice_level_word(NOTICE_BLUE));
	return 0;
}

static enum reply ask_first(struct view *v, struct app *app);
static enum reply answered(struct view *v, struct app *app, const struct view_result *r);

static const struct form_page_ops page = {
	.begin = begin_form, .submit = ask_first, .answer = answered};

/* The day by which notices are to be answered. */
static int propose_day(struct instruct_form *k, struct store *s, struct arena *a, struct date today,
		       struct err *e)
{
	struct calendar_day_rows days;
	struct policy policy;

	if (store_policy_load(s, a, &policy, e) < 0 || store_calendar_list(s, a, &days, e) < 0)
		return -1;
	struct calendar calendar = calendar_of(&days);
	k->by = calendar_add_workdays(&calendar, today, policy_number(&policy, POLICY_URGE_ANSWER));
	return 0;
}

static int instruct_load(struct view *v, struct store *s, struct err *e)
{
	struct instruct_form *k = v->state;
	struct actor who = session_actor(v->context);
	struct action_row action;

	if (store_action_get(s, &v->arena, &who, k->action_id, &action, e) < 0 ||
	    (!k->page.form &&
	     (store_assignment_list(s, &k->page.own, &who, k->action_id, 0, &k->units, e) < 0 ||
	      propose_day(k, s, &v->arena, v->context->now.today, e) < 0)))
		return -1;
	view_set_title(
		v, arena_printf(&v->arena, _("%s %s · instruction"), action.path, action.title));
	return form_page_load(v, &page, e);
}

static int read_form(const struct view *v, struct arena *a, struct instruction_new *in,
		     struct err *e)
{
	const struct instruct_form *k = v->state;
	const struct form *f = k->page.form;

	*in = (struct instruction_new){.action_id = k->action_id,
				       .unit_id = atoll(form_get(f, "unit"))};
	(void)notice_level_parse(form_get(f, "level"), &in->level);
	return entry_instruction(a, form_get(f, "text"), form_get(f, "by"), v->context->now.today,
				 k->by, in, e);
}

static const char *told(struct arena *a, const struct notice_rows *rows)
{
	if (rows->n == 1)
		return arena_printf(a, _("The instruction went to %s."), rows->at->unit);
	return arena_printf(a,
			    Q_("The instruction went to %zu unit.",
			       "The instruction went to %zu units.", rows->n),
			    rows->n);
}

static enum reply give(struct view *v, struct app *app)
{
	struct instruct_form *k = v->state;
	struct actor who = session_actor(v->context);
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct instruction_new in;
	struct notice_rows rows;
	unsigned changes = 0;

	if (read_form(v, &a, &in, &e) < 0 ||
	    store_instruct(v->context->store, &who, &in, &a, &rows, &changes, &e) < 0) {
		form_page_error(&k->page, v, &e);
	} else {
		form_page_done(&k->page, v, app, changes, told(&a, &rows));
		notice_send(app);
	}
	arena_free(&a);
	return REPLY_DONE;
}

/* The units that would get it, by name, a line each; "" when there are none. */
static int name_units(const struct view *v, struct arena *a, const struct instruction_new *in,
		      const char **names, struct err *e)
{
	const struct assignment_rows *units = &((const struct instruct_form *)v->state)->units;
	struct notice_rows to;

	*names = "";
	for (size_t i = 0; i < units->n; i++)
		if (in->unit_id && units->at[i].unit_id == in->unit_id)
			*names = units->at[i].unit;
	if (in->unit_id)
		return 0;
	if (store_instructed_list(v->context->store, a, in->action_id, &to, e) < 0)
		return -1;
	for (size_t i = 0; i < to.n; i++)
		*names = arena_printf(a, "%s%s%s", *names, i ? "\n" : "", to.at[i].unit);
	return 0;
}

/* What goes out, to whom; the store says it where nobody would get it. */
static enum reply ask_first(struct view *v, struct app *app)
{
	struct instruct_form *k = v->state;
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct instruction_new in;
	const char *units;
	char by[DATE_TEXT];

	if (read_form(v, &a, &in, &e) < 0 || name_units(v, &a, &in, &units, &e) < 0)
		form_page_error(&k->page, v, &e);
	else if (!*units)
		give(v, app);
	else
		dialog_confirm(app, TAG_GIVE, v->title,
			       arena_printf(&a,
					    _("An instruction, level %1$s, to be answered by %2$s, "
					      "goes to:\n%3$s\n\n%4$s"),
					    notice_level_label(in.level), date_format(in.by, by),
					    units, in.text),
			       _("Give it"), NULL);
	arena_free(&a);
	return REPLY_DONE;
}

static enum reply answered(struct view *v, struct app *app, const struct view_result *r)
{
	return r->tag == TAG_GIVE ? give(v, app) : REPLY_PASS;
}

const struct view_ops view_instruct = {
	.name = "instruct",
	.title = N_("Instruction"),
	.state_size = sizeof(struct instruct_form),
	.open = instruct_open,
	.load = instruct_load,
	FORM_VIEW_OPS,
};
