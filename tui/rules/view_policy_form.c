/*
 * view_policy_form.c - one of the rules for everybody as a form: its value, and beneath it what may
 * be said there. Somebody may set the same rule meanwhile: then both values are shown.
 */
#include "tui/view/views.h"

#include "core/i18n.h"
#include "db/cycle/store_policy.h"
#include "tui/app/session.h"
#include "tui/part/form_page.h"

enum { VALUE_COLS = 30, VALUE_CHARS = 40 };

struct policy_form {
	struct form_page page;
	enum policy_id rule;
};

static int policy_form_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct policy_form *p = v->state;

	p->rule = policy_find(args->text ? args->text : "");
	if (p->rule == POLICY_COUNT)
		return err_set(e, ERR_BUG, "there is no rule \"%s\"", args->text ? args->text : "");
	return session_demand(v->context, ACT_POLICY, 0, e);
}

/* The draft is of one rule, by its name: numbers change when a rule is added to the table. */
static int row_now(struct view *v, struct arena *a, struct form_row *to, struct err *e)
{
	const struct policy_form *p = v->state;
	struct policy policy;

	*to = (struct form_row){.id = 1};
	if (store_policy_load(v->context->store, a, &policy, e) < 0 ||
	    store_policy_version(v->context->store, p->rule, &to->version, e) < 0)
		return -1;
	form_row_add(a, to, policy_options[p->rule].name, policy_text(&policy, p->rule));
	return 0;
}

/* What the rule says and what may be said. */
static const char *value_help(struct arena *a, const struct policy_option *o)
{
	switch (o->type) {
	case POLICY_NUMBER:
		return arena_printf(a, _("%s From %d to %d; %s when nobody sets it."), _(o->help),
				    o->least, o->most, o->fallback);
	case POLICY_RULE:
		return arena_printf(a,
				    _("%s For example: start, end, end earlier (the last working "
				      "day), day 25, end+10, due+5w; %s when nobody sets it."),
				    _(o->help), o->fallback);
	default:
		return arena_printf(a, _("%s When nobody sets it: %s."), _(o->help), o->fallback);
	}
}

static int begin_form(struct view *v, struct err *e)
{
	struct policy_form *p = v->state;
	const struct policy_option *o = &policy_options[p->rule];
	struct form_row row;
	const struct form_field fields[] = {
		{.name = "help", .kind = FIELD_SHOW},
		{.name = o->name,
		 .label = _("value"),
		 .kind = FIELD_TEXT,
		 .cols = VALUE_COLS,
		 .max_chars = VALUE_CHARS,
		 .required = true},
	};

	if (row_now(v, &p->page.own, &row, e) < 0)
		return -1;
	form_page_begin(&p->page, fields, sizeof fields / sizeof fields[0], _("Save"),
			xasprintf("policy:%s", o->name));
	form_page_fill(&p->page, &row);
	form_set(p->page.form, "help", value_help(&p->page.own, o));
	return 0;
}

static enum reply save(struct view *v, struct app *app)
{
	struct policy_form *p = v->state;
	const struct policy_option *o = &policy_options[p->rule];
	struct actor who = session_actor(v->context);
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	unsigned changes = 0;

	if (store_policy_change(v->context->store, &who, p->rule,
				form_row_get(form_page_row(&p->page), o->name),
				form_get(p->page.form, o->name), &changes, &e) < 0)
		form_page_refused(&p->page, v, app, &e);
	else
		form_page_done(&p->page, v, app, changes,
			       arena_printf(&a,
					    _("%s: set for everybody. Periods that are there keep "
					      "their dates."),
					    _(o->label)));
	arena_free(&a);
	return REPLY_DONE;
}

static const struct form_page_ops page = {.begin = begin_form, .submit = save, .row = row_now};

static int policy_form_load(struct view *v, struct store *s, struct err *e)
{
	(void)s;
	view_set_title(v, _(policy_options[((struct policy_form *)v->state)->rule].label));
	return form_page_load(v, &page, e);
}

const struct view_ops view_policy_form = {
	.name = "policy-value",
	.title = N_("Rules for everybody"),
	.state_size = sizeof(struct policy_form),
	.open = policy_form_open,
	.load = policy_form_load,
	FORM_VIEW_OPS,
};
