/*
 * form_conflict.c - the screen is itself a form, with four lines a field: at first, yours, by now,
 * which counts; and under them what is to be saved, in a field of the same kind. Writing in that
 * one is the third choice. It has a draft of its own beside the form's. Where nothing can be
 * written over the row any more there is nothing to choose in a field: both are read, and what was
 * typed is kept or thrown away as a whole.
 */
#include "tui/part/form_conflict.h"

#include "core/i18n.h"
#include "db/change.h"
#include "tui/part/conflict_text.h"

#include <stdlib.h>
#include <string.h>

/* The other one has changed it; the person too, or not. */
struct clash {
	const struct form_field *field;
	const char *was, *mine, *now;
	bool both;
	const char *counts, *result; /* names of the fields here */
	const char *counted;	     /* the choice that the result follows, as last seen */
};

struct conflict {
	struct form_page page;
	struct form_page *below;
	struct form_row now;
	const char *told; /* the store's refusal */
	VEC(struct clash) fields;
};

struct conflict_args {
	struct form_page *below;
	const struct form_row *now;
	const char *told;
};

static const char yours[] = "yours", other[] = "other", written[] = "written";

static bool is_known(const struct form_field *f, const char *value)
{
	for (size_t i = 0; i < f->nchoices; i++)
		if (strcmp(f->choices[i].word, value) == 0)
			return true;
	return f->kind != FIELD_CHOICE || !*value;
}

/* What the other one has changed, in the order of the row. */
static bool next_clash(const struct form_page *p, const struct form_row *now, size_t *i,
		       struct clash *c)
{
	while (*i < now->values.n) {
		const struct draft_field *v = &now->values.at[(*i)++];
		const char *was = form_row_get(&p->draft.row, v->field);

		*c = (struct clash){.field = form_describes(p->form, v->field),
				    .was = was ? was : "",
				    .now = v->text};
		if (!c->field || strcmp(c->was, c->now) == 0)
			continue;
		c->mine = form_get(p->form, v->field);
		if (strcmp(c->mine, c->now) == 0)
			continue;
		c->both = strcmp(c->mine, c->was) != 0;
		return true;
	}
	return false;
}

bool form_conflict_is_none(const struct form_page *p, const struct form_row *now)
{
	struct clash c;
	size_t i = 0;

	return !next_clash(p, now, &i, &c);
}

static size_t count_both(const struct conflict *k)
{
	size_t n = 0;

	for (size_t i = 0; i < k->fields.n; i++)
		n += k->fields.at[i].both;
	return n;
}

static void take_args(struct conflict *k, const struct conflict_args *args)
{
	struct arena *own = &k->page.own;
	struct clash c;
	size_t i = 0;

	k->below = args->below;
	k->told = arena_strdup(own, args->told);
	form_row_copy(own, &k->now, args->now);
	while (next_clash(k->below, &k->now, &i, &c)) {
		c.mine = arena_strdup(own, c.mine);
		c.was = arena_strdup(own, c.was);
		c.counts = arena_printf(own, "counts:%s", c.field->name);
		c.result = arena_printf(own, "result:%s", c.field->name);
		if (!is_known(c.field, c.now))
			k->now.shut = _("there is a choice by now that was not there when you "
					"opened it; leave it and open it again");
		*vec_push(own, &k->fields) = c;
	}
}

/* Describing */

static const char *head_text(const struct conflict *k, struct arena *a)
{
	size_t both = count_both(k);
	const char *text = k->told;

	if (k->now.shut)
		return arena_printf(a, _("%s. Yours is not written over it: %s"), text,
				    k->now.shut);
	if (both)
		return arena_printf(a,
				    Q_("%s. %zu field was changed by both of you; what only one "
				       "of you changed is merged already.",
				       "%s. %zu fields were changed by both of you; what only one "
				       "of you changed is merged already.",
				       both),
				    text, both);
	return arena_printf(a, _("%s. No field was changed by both of you: it is merged already."),
			    text);
}

static struct form_field shown(struct arena *own, const char *name, const char *of,
			       const char *label)
{
	return (struct form_field){
		.name = arena_printf(own, "%s:%s", name, of), .label = label, .kind = FIELD_SHOW};
}

enum { LINES_READ = 4, LINES = 6 }; /* a field */

static size_t describe_both(const struct clash *c, bool shut, struct arena *own,
			    struct form_field *f)
{
	static const struct form_choice counts[] = {
		{yours, N_("yours")}, {other, N_("by now")}, {written, N_("my own words")}};
	enum { N = sizeof counts / sizeof counts[0] };
	struct form_choice *choices = arena_alloc(own, sizeof counts);
	const char *name = c->field->name;

	for (size_t i = 0; i < N; i++)
		choices[i] = (struct form_choice){counts[i].word, _(counts[i].label)};
	f[0] = shown(own, "head", name, NULL);
	f[1] = shown(own, "was", name, _("at first"));
	f[2] = shown(own, "mine", name, _("yours"));
	f[3] = shown(own, "now", name, _("by now"));
	if (shut)
		return LINES_READ;
	f[4] = (struct form_field){.name = c->counts,
				   .label = _("what counts"),
				   .kind = FIELD_CHOICE,
				   .choices = choices,
				   .nchoices = N,
				   .required = true,
				   .help = _("What is written in the field below counts too.")};
	f[5] = *c->field;
	f[5].name = c->result;
	f[5].label = _("to save");
	f[5].required = false;
	return LINES;
}

static struct form_field describe_end(const struct conflict *k, struct arena *own)
{
	struct form_choice *ends = arena_alloc(own, 2 * sizeof *ends);

	ends[0] = (struct form_choice){"save", k->now.shut ? _("keep what I typed")
							   : _("save it like this")};
	ends[1] = (struct form_choice){"drop", k->now.shut ? _("throw it away") : _("drop mine")};
	return (struct form_field){.name = "end",
				   .label = _("and then"),
				   .kind = FIELD_CHOICE,
				   .choices = ends,
				   .nchoices = 2,
				   .help = k->now.shut
						   ? _("What is kept can be read and copied where "
						       "you open this again.")
						   : _("Undo in a field brings back what was "
						       "dropped.")};
}

static void set_shown(struct form *f, struct arena *a, const char *name, const char *of,
		      const char *text)
{
	form_set(f, arena_printf(a, "%s:%s", name, of), text);
}

static void set_values(struct conflict *k)
{
	struct form *f = k->page.form;
	struct arena a = ARENA_INIT;

	form_set(f, "told", head_text(k, &a));
	for (size_t i = 0; i < k->fields.n; i++) {
		const struct clash *c = &k->fields.at[i];
		const char *name = c->field->name, *label = c->field->label ? c->field->label : "";

		if (!c->both) {
			const char *diff = conflict_diff(&a, c->field, c->was, c->now);

			set_shown(f, &a, "now", name,
				  arena_printf(&a,
					       k->now.shut ? _("by now: %s") : _("taken over: %s"),
					       diff));
			continue;
		}
		set_shown(f, &a, "head", name, arena_printf(&a, "\n%s", label));
		set_shown(f, &a, "was", name, conflict_value(&a, c->field, c->was));
		set_shown(f, &a, "mine", name, conflict_diff(&a, c->field, c->was, c->mine));
		set_shown(f, &a, "now", name, conflict_diff(&a, c->field, c->was, c->now));
		if (!k->now.shut)
			form_set(f, c->result, c->mine);
	}
	form_set(f, "end", "save");
	arena_free(&a);
}

static int begin_form(struct view *v, struct err *e)
{
	struct conflict *k = v->state;
	struct arena *own = &k->page.own;
	struct form_field *fields = arena_alloc(own, (k->fields.n * LINES + 2) * sizeof *fields);
	size_t n = 0;

	(void)e;
	fields[n++] = (struct form_field){.name = "told", .kind = FIELD_SHOW};
	for (size_t i = 0; i < k->fields.n; i++)
		if (!k->fields.at[i].both)
			fields[n++] = shown(own, "now", k->fields.at[i].field->name,
					    k->fields.at[i].field->label);
	for (size_t i = 0; i < k->fields.n; i++)
		if (k->fields.at[i].both)
			n += describe_both(&k->fields.at[i], k->now.shut != NULL, own, fields + n);
	fields[n++] = describe_end(k, own);
	form_page_begin(&k->page, fields, n, _("OK"),
			xasprintf("%s" FORM_DRAFT_MERGE, k->below->draft.key));
	set_values(k);
	return 0;
}

/* Deciding */

/* What the result is by the choice; before one is made, mine. */
static const char *value_of(const struct clash *c, const char *counts)
{
	return strcmp(counts, other) == 0 ? c->now : c->mine;
}

/* The result follows the choice; what is written there is a choice. */
static void follow(struct view *v)
{
	struct conflict *k = v->state;
	struct form *f = k->page.form;

	for (size_t i = 0; !k->now.shut && i < k->fields.n; i++) {
		struct clash *c = &k->fields.at[i];
		if (!c->both)
			continue;
		const char *counts = form_get(f, c->counts), *value = value_of(c, counts);
		bool chosen = !c->counted || strcmp(c->counted, counts) != 0;

		if (chosen && *counts && strcmp(counts, written) != 0)
			form_replace(f, c->result, value);
		else if (!chosen && strcmp(form_get(f, c->result), value) != 0)
			form_restore(f, c->counts, written);
		c->counted = arena_strdup(&k->page.own, form_get(f, c->counts));
	}
}

static bool all_decided(struct conflict *k, struct view *v)
{
	struct err e = ERR_INIT;

	for (size_t i = 0; i < k->fields.n; i++) {
		const struct clash *c = &k->fields.at[i];

		if (!c->both || *form_get(k->page.form, c->counts))
			continue;
		err_set_field(&e, ERR_INPUT, c->counts, _("say which one counts"));
		form_page_error(&k->page, v, &e);
		return false;
	}
	return true;
}

/* The form below gets what was decided. */
static void apply(struct conflict *k, bool dropped)
{
	struct form *f = k->below->form;

	for (size_t i = 0; i < k->fields.n; i++) {
		const struct clash *c = &k->fields.at[i];

		form_replace(f, c->field->name,
			     dropped || !c->both ? c->now : form_get(k->page.form, c->result));
	}
	for (size_t i = 0; dropped && i < k->now.values.n; i++)
		if (form_describes(f, k->now.values.at[i].field))
			form_replace(f, k->now.values.at[i].field, k->now.values.at[i].text);
	form_row_copy(&k->below->draft.own, &k->below->draft.row, &k->now);
	form_set_changed(f);
}

static enum reply decide(struct view *v, struct app *app)
{
	struct conflict *k = v->state;
	bool dropped = strcmp(form_get(k->page.form, "end"), "drop") == 0;
	enum form_settled how = k->now.shut ? (dropped ? FORM_THROWN_AWAY : FORM_KEPT_HERE)
				: dropped   ? FORM_GIVEN_UP
					    : FORM_MERGED;
	struct err e = ERR_INIT;

	if (!k->now.shut && !dropped && !all_decided(k, v))
		return REPLY_DONE;
	if (!k->now.shut)
		apply(k, dropped);
	k->page.done = true;
	if (form_draft_drop(&k->page.draft, v->context, &e) < 0)
		app_error(app, &e);
	app_changed(app, CHANGE_DRAFT);
	app_finish(app, &(struct view_result){.ok = true, .choice = (int)how});
	return REPLY_DONE;
}

static const struct form_page_ops page = {.begin = begin_form, .submit = decide, .changed = follow};

static int conflict_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct conflict *k = v->state;

	take_args(k, args->more);
	if (form_page_load(v, &page, e) < 0)
		return -1;
	form_take_changed(k->page.form); /* what is only shown is nothing to keep */
	return 0;
}

static const struct view_ops view_conflict = {
	.name = "conflict",
	.title = N_("Somebody else was faster"),
	.state_size = sizeof(struct conflict),
	.open = conflict_open,
	FORM_VIEW_OPS,
};

void form_conflict_open(struct app *app, int tag, struct form_page *p, const struct form_row *now,
			const char *told)
{
	const struct conflict_args more = {p, now, told};

	app_push(app, &view_conflict, &(struct view_args){.tag = tag, .more = &more});
}
