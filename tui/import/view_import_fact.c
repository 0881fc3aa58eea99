/* view_import_fact.c - the form of one level, target in words or volume of an action under review,
 * or of a unit that is added. What kind it is, the table below says. */
#include "core/i18n.h"
#include "tui/part/form_page.h"
#include "tui/import/import_screen.h"
#include "tui/import/import_text.h"

struct import_fact {
	struct form_page page;
	struct import_args args;
};

enum { FORM_ROWS = 10, LEAST_TEXT = 5 }; /* above the document, and what is left for it */
enum { LONGEST_LINE = 200, LONGEST_NAME = 60, LONGEST_MEASURE = 20 };

static const struct plan_action *action_of(const struct import_args *args)
{
	return &import_desk_plan(args->desk)->actions.at[args->at];
}

/* What is typed is kept with the review, for as long as the fact is what it was: one that was
 * corrected, or comes into its place when another is taken out, begins anew. */
static char *draft_key(const struct import_fact *s, const char *now)
{
	const struct import_args *a = &s->args;

	return xasprintf(IMPORT_FACT_DRAFTS "%s:%d:%zu:%zu:%s", a->desk->draft, (int)a->what,
			 action_of(a)->clause.from, a->sub, now);
}

/* A unit that is added. */

static void begin_unit(struct import_fact *s)
{
	struct form_choice *roles = arena_alloc(&s->page.own, ROLE_COUNT * sizeof *roles);

	for (enum role r = 0; r < ROLE_COUNT; r++)
		roles[r] = (struct form_choice){role_word(r), role_label(r)};
	const struct form_field fields[] = {
		{.name = "name",
		 .label = _("unit"),
		 .kind = FIELD_TEXT,
		 .max_chars = LONGEST_NAME,
		 .required = true},
		{.name = "role",
		 .label = _("role"),
		 .kind = FIELD_CHOICE,
		 .choices = roles,
		 .nchoices = ROLE_COUNT},
	};
	form_page_begin(&s->page, fields, sizeof fields / sizeof fields[0], _("Add"),
			draft_key(s, ""));
	form_set(s->page.form, "role",
		 role_word(action_of(&s->args)->units.n ? ROLE_COOP : ROLE_LEAD));
}

static int submit_unit(const struct import_fact *s, struct err *e)
{
	enum role role = ROLE_COOP;

	role_parse(form_get(s->page.form, "role"), &role);
	return plan_edit_unit_add(s->args.desk->edit, s->args.at, form_get(s->page.form, "name"),
				  role, e);
}

/* A level. */

static void begin_level(struct import_fact *s)
{
	const struct plan_action *action = action_of(&s->args);
	bool there = s->args.sub < action->indicators.n;
	const struct plan_indicator *ind = there ? &action->indicators.at[s->args.sub] : NULL;
	const char *now = there ? plan_targets_text(&s->page.own, ind) : "";
	const struct form_field fields[] = {
		{.name = "name",
		 .label = _("what is measured"),
		 .kind = FIELD_TEXT,
		 .max_chars = LONGEST_LINE,
		 .required = true},
		{.name = "targets",
		 .label = _("targets"),
		 .kind = FIELD_TEXT,
		 .max_chars = LONGEST_LINE,
		 .required = true},
		{.name = "measure",
		 .label = _("measure"),
		 .kind = FIELD_TEXT,
		 .cols = 20,
		 .max_chars = LONGEST_MEASURE},
	};

	form_page_begin(&s->page, fields, sizeof fields / sizeof fields[0], _("Correct"),
			draft_key(s, now));
	form_note(s->page.form, "targets", _("year, comparison, value: 2022 >= 33; 2030 >= 38"));
	if (!there)
		return;
	form_set(s->page.form, "name", ind->name);
	form_set(s->page.form, "targets", now);
	form_set(s->page.form, "measure", ind->measure);
}

static int submit_level(const struct import_fact *s, struct err *e)
{
	const struct form *f = s->page.form;
	const struct plan_level_entry entry = {form_get(f, "name"), form_get(f, "measure"),
					       form_get(f, "targets")};

	return plan_edit_level(s->args.desk->edit, s->args.at, s->args.sub, &entry, e);
}

/* A target in words. */

static void begin_words(struct import_fact *s)
{
	const struct plan_action *action = action_of(&s->args);
	bool there = s->args.sub < action->words.n;
	const struct plan_words *words = there ? &action->words.at[s->args.sub] : NULL;
	const struct form_field fields[] = {
		{.name = "text",
		 .label = _("target in words"),
		 .kind = FIELD_AREA,
		 .rows = 3,
		 .max_chars = LONGEST_LINE,
		 .required = true},
		{.name = "years",
		 .label = _("years"),
		 .kind = FIELD_TEXT,
		 .cols = 24,
		 .max_chars = LONGEST_MEASURE,
		 .after = _("as 2022 2030; empty: none")},
	};

	form_page_begin(&s->page, fields, sizeof fields / sizeof fields[0], _("Correct"),
			draft_key(s, there ? words->text : ""));
	if (!there)
		return;
	form_set(s->page.form, "text", words->text);
	form_set(s->page.form, "years", plan_years_text(&s->page.own, words));
}

static int submit_words(const struct import_fact *s, struct err *e)
{
	return plan_edit_words(s->args.desk->edit, s->args.at, s->args.sub,
			       form_get(s->page.form, "text"), form_get(s->page.form, "years"), e);
}

/* A volume. */

static void begin_volume(struct import_fact *s)
{
	const struct plan_action *action = action_of(&s->args);
	bool there = s->args.sub < action->volumes.n;
	const struct plan_volume *volume = there ? &action->volumes.at[s->args.sub] : NULL;
	const struct form_field fields[] = {
		{.name = "value",
		 .label = _("how many"),
		 .kind = FIELD_NUMBER,
		 .cols = 16,
		 .max_chars = LONGEST_MEASURE,
		 .required = true},
		{.name = "measure",
		 .label = _("measure"),
		 .kind = FIELD_TEXT,
		 .cols = 16,
		 .max_chars = LONGEST_MEASURE},
		{.name = "what",
		 .label = _("of what"),
		 .kind = FIELD_TEXT,
		 .max_chars = LONGEST_LINE},
	};

	form_page_begin(&s->page, fields, sizeof fields / sizeof fields[0], _("Correct"),
			draft_key(s, there ? volume->value : ""));
	if (!there)
		return;
	form_set(s->page.form, "value", volume->value);
	form_set(s->page.form, "measure", volume->measure);
	form_set(s->page.form, "what", volume->what);
}

static int submit_volume(const struct import_fact *s, struct err *e)
{
	const struct form *f = s->page.form;
	const struct plan_volume_entry entry = {form_get(f, "value"), form_get(f, "measure"),
						form_get(f, "what")};

	return plan_edit_volume(s->args.desk->edit, s->args.at, s->args.sub, &entry, e);
}

static const struct fact_kind {
	enum import_what what;
	const char *title;
	void (*begin)(struct import_fact *s);
	int (*submit)(const struct import_fact *s, struct err *e);
} kinds[] = {
	{IMPORT_UNIT, N_("A unit of the action"), begin_unit, submit_unit},
	{IMPORT_LEVEL, N_("A target of the action"), begin_level, submit_level},
	{IMPORT_WORDS, N_("A target in words"), begin_words, submit_words},
	{IMPORT_VOLUME, N_("A volume of work"), begin_volume, submit_volume},
};

static const struct fact_kind *kind_of(const struct import_fact *s)
{
	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if (kinds[i].what == s->args.what)
			return &kinds[i];
	return &kinds[0];
}

static enum reply correct(struct view *v, struct app *app)
{
	struct import_fact *s = v->state;
	struct err e = ERR_INIT;

	if (kind_of(s)->submit(s, &e) < 0) {
		form_page_error(&s->page, v, &e);
		return REPLY_DONE;
	}
	form_page_done(&s->page, v, app, 0, _("Corrected; u takes it back."));
	return import_desk_stepped(s->args.desk, app, 0, &e);
}

static int import_fact_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct import_fact *s = v->state;

	(void)e;
	s->args = *(const struct import_args *)args->more;
	view_set_title(v, _(kind_of(s)->title));
	return 0;
}

static int begin_fact(struct view *v, struct err *e)
{
	struct import_fact *s = v->state;

	(void)e;
	kind_of(s)->begin(s);
	return 0;
}

static const struct form_page_ops page = {.begin = begin_fact, .submit = correct};

static int import_fact_load(struct view *v, struct store *store, struct err *e)
{
	(void)store;
	return form_page_load(v, &page, e);
}

/* The form, and below it what the document says. */
static void import_fact_draw(const struct view *v, struct canvas *c)
{
	const struct import_fact *s = v->state;
	int form = c->rows >= FORM_ROWS + 1 + LEAST_TEXT ? FORM_ROWS : c->rows;
	struct canvas top = canvas_sub(c, 0, 0, form, c->cols), text;

	form_view_draw(v, &top);
	if (form == c->rows)
		return;
	text = canvas_sub(c, form + 1, 0, c->rows - form - 1, c->cols);
	canvas_hline(c, form, 0, c->cols, STYLE_DIM);
	import_text_draw(import_desk_plan(s->args.desk), action_of(&s->args)->clause, s->args.place,
			 &text);
}

const struct view_ops view_import_fact = {
	.name = "import-fact",
	.title = N_("Correct"),
	.state_size = sizeof(struct import_fact),
	.open = import_fact_open,
	.load = import_fact_load,
	.draw = import_fact_draw,
	FORM_VIEW_BUT_DRAW,
};
