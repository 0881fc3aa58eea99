/* import_action_rows.c - everything that was read of one action as rows, what each is in front of
 * it; each group followed by a row that adds one more. */
#include "tui/import/import_rows.h"

#include "core/i18n.h"
#include "tui/plan/task_detail.h"

struct maker {
	struct arena *a;
	const struct plan_action *action;
	size_t at;
	struct import_rows *rows;
};

static struct import_row *add_row(struct maker *m, enum import_what what, size_t sub)
{
	struct import_row *r = vec_push(m->a, &m->rows->rows);

	*r = (struct import_row){.what = what,
				 .at = m->at,
				 .sub = sub,
				 .mark = "",
				 .text = "",
				 .note = "",
				 .detail = "",
				 .clause = m->action->clause};
	return r;
}

static void add_field(struct maker *m, enum plan_action_field field, const char *label,
		      const char *value)
{
	struct import_row *r = add_row(m, IMPORT_FIELD, field);

	r->mark = label;
	r->text = *value ? value : _("none");
	r->style = *value ? STYLE_NORMAL : STYLE_DIM;
}

/* The row behind the last of a group. */
static void add_more(struct maker *m, enum import_what what, size_t n, const char *text)
{
	struct import_row *r = add_row(m, what, n);

	r->mark = "+";
	r->text = text;
	r->style = STYLE_DIM;
}

static void add_units(struct maker *m)
{
	for (size_t i = 0; i < m->action->units.n; i++) {
		const struct plan_unit *u = &m->action->units.at[i];
		struct import_row *r = add_row(m, IMPORT_UNIT, i);

		r->mark = role_short(u->role);
		r->text = u->name;
		r->place = u->span;
	}
	add_more(m, IMPORT_UNIT, m->action->units.n, _("add a unit"));
}

static void add_levels(struct maker *m)
{
	for (size_t i = 0; i < m->action->indicators.n; i++) {
		const struct plan_indicator *ind = &m->action->indicators.at[i];
		struct import_row *r = add_row(m, IMPORT_LEVEL, i);

		r->mark = _("target");
		r->text = arena_printf(m->a, "%s %s %s", plan_targets_text(m->a, ind), ind->measure,
				       ind->name);
		r->place = ind->span;
	}
	add_more(m, IMPORT_LEVEL, m->action->indicators.n, _("add a target"));
}

static void add_words(struct maker *m)
{
	for (size_t i = 0; i < m->action->words.n; i++) {
		const struct plan_words *w = &m->action->words.at[i];
		struct import_row *r = add_row(m, IMPORT_WORDS, i);

		r->mark = _("in words");
		r->text = w->text;
		r->note = plan_years_text(m->a, w);
		r->place = w->span;
	}
	add_more(m, IMPORT_WORDS, m->action->words.n, _("add a target in words"));
}

static void add_volumes(struct maker *m)
{
	for (size_t i = 0; i < m->action->volumes.n; i++) {
		const struct plan_volume *v = &m->action->volumes.at[i];
		struct import_row *r = add_row(m, IMPORT_VOLUME, i);

		r->mark = _("volume");
		r->text = arena_printf(m->a, "%s%s %s", v->value, v->measure, v->what);
		r->place = v->span;
	}
	add_more(m, IMPORT_VOLUME, m->action->volumes.n, _("add a volume"));
}

static void add_reshape(struct maker *m)
{
	struct import_row *r = add_row(m, IMPORT_RESHAPE, 0);

	r->mark = "…";
	r->text = _("split, join, take out");
	r->detail = _("Where two actions were read as one, one as two, or what is none as one.");
}

void import_rows_action(struct arena *a, const struct plan *p, size_t action,
			struct import_rows *rows)
{
	struct maker m = {a, &p->actions.at[action], action, rows};

	add_field(&m, PLAN_ACTION_TITLE, _("title"), m.action->title);
	add_field(&m, PLAN_ACTION_NO, _("no."), m.action->no);
	add_field(&m, PLAN_ACTION_SECTION, _("section"), m.action->section);
	add_field(&m, PLAN_ACTION_DUE, _("deadline"), m.action->due);
	add_units(&m);
	add_levels(&m);
	add_words(&m);
	add_volumes(&m);
	add_reshape(&m);
}
