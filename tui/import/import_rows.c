/*
 * import_rows.c - the tabs of the review as rows: doubts, actions, units, the document itself. What
 * one action consists of is import_action_rows.c.
 */
#include "tui/import/import_rows.h"

#include "core/i18n.h"

#include <string.h>

static struct import_row *add_row(struct arena *a, struct import_rows *rows, enum import_what what,
				  size_t at)
{
	struct import_row *r = vec_push(a, &rows->rows);

	r->what = what;
	r->at = at;
	r->mark = r->text = r->note = r->detail = "";
	return r;
}

const char *import_action_name(struct arena *a, const struct plan *p, size_t action)
{
	return arena_printf(a, "%s %s", p->actions.at[action].no, p->actions.at[action].title);
}

static void add_doubt(struct arena *a, const struct plan *p, size_t i, struct import_rows *rows)
{
	const struct plan_doubt *d = &p->doubts.at[i];
	struct import_row *r = add_row(a, rows, IMPORT_DOUBT, i);

	r->text = d->text;
	r->detail = d->text;
	if (*d->proposal)
		r->detail = arena_printf(a, _("%s\nProposal: %s"), d->text, d->proposal);
	if (d->answer != DOUBT_OPEN) {
		r->note = d->answer == DOUBT_TAKEN ? _("taken") : _("as read");
		r->style = STYLE_DIM;
	}
	r->place = d->span;
	if (d->action >= 0) {
		r->mark = p->actions.at[d->action].no;
		r->clause = p->actions.at[d->action].clause;
	}
}

static void add_store(struct arena *a, const struct plan *p, struct import_rows *rows)
{
	struct import_row *r = add_row(a, rows, IMPORT_STORE, 0);

	r->mark = "→";
	r->text = _("store everything");
	r->style = STYLE_STRONG;
	r->detail = plan_doubts_open(p)
			    ? _("Doubts that are still open are stored as they were read.")
			    : _("No doubt is open: the plan can be stored.");
}

void import_rows_doubts(struct arena *a, const struct plan *p, struct import_rows *rows)
{
	for (size_t i = 0; i < p->doubts.n; i++)
		if (p->doubts.at[i].answer == DOUBT_OPEN)
			add_doubt(a, p, i, rows);
	add_store(a, p, rows);
	for (size_t i = 0; i < p->doubts.n; i++)
		if (p->doubts.at[i].answer != DOUBT_OPEN)
			add_doubt(a, p, i, rows);
}

/* "lead A; cooperating B, C": the units of an action in words. */
static void add_units(struct strbuf *b, const struct plan_action *action)
{
	int role = -1;

	for (size_t i = 0; i < action->units.n; i++) {
		const struct plan_unit *u = &action->units.at[i];

		if ((int)u->role != role)
			strbuf_printf(b, "%s%s ", i ? "; " : "", role_label(u->role));
		else
			strbuf_puts(b, _(", "));
		strbuf_puts(b, u->name);
		role = (int)u->role;
	}
	if (!action->units.n)
		strbuf_puts(b, _("no units"));
}

static const char *summary(struct arena *a, const struct plan *p, size_t i)
{
	const struct plan_action *action = &p->actions.at[i];
	struct strbuf b = STRBUF_INIT;
	const char *s;

	strbuf_printf(&b, "%s\n", import_action_name(a, p, i));
	strbuf_printf(&b, _("targets %zu, in words %zu, volumes %zu"), action->indicators.n,
		      action->words.n, action->volumes.n);
	if (*action->due)
		strbuf_printf(&b, _("; deadline %s"), action->due);
	strbuf_putc(&b, '\n');
	add_units(&b, action);
	s = arena_strdup(a, b.s);
	strbuf_free(&b);
	return s;
}

/* Open doubts of every action. */
static int *count_doubts(struct arena *a, const struct plan *p)
{
	int *n = arena_alloc(a, (p->actions.n + 1) * sizeof *n);

	for (size_t i = 0; i < p->doubts.n; i++)
		if (p->doubts.at[i].action >= 0 && p->doubts.at[i].answer == DOUBT_OPEN)
			n[p->doubts.at[i].action]++;
	return n;
}

/* The section in front of its first action, beside whose clause it stands. */
static void add_section(struct arena *a, const struct plan *p, size_t first,
			struct import_rows *rows)
{
	const char *no = p->actions.at[first].section;

	for (size_t i = 0; i < p->sections.n; i++) {
		const struct plan_section *s = &p->sections.at[i];
		struct import_row *r;

		if (strcmp(s->no, no) != 0)
			continue;
		r = add_row(a, rows, IMPORT_HEADING, i);
		r->text = arena_printf(a, "%s %s", s->no, s->title);
		r->style = STYLE_STRONG;
		r->clause = p->actions.at[first].clause;
		return;
	}
}

static void add_action(struct arena *a, const struct plan *p, size_t i, int ndoubts,
		       struct import_rows *rows)
{
	const struct plan_action *action = &p->actions.at[i];
	struct import_row *r = add_row(a, rows, IMPORT_ACTION, i);

	r->mark = action->no;
	r->text = arena_printf(a, *action->parent ? "  %s" : "%s", action->title);
	r->note = ndoubts ? arena_printf(a, Q_("%d doubt", "%d doubts", (size_t)ndoubts), ndoubts)
			  : "";
	r->detail = summary(a, p, i);
	r->clause = action->clause;
}

void import_rows_actions(struct arena *a, const struct plan *p, struct import_rows *rows)
{
	const int *ndoubts = count_doubts(a, p);
	const char *section = "";

	for (size_t i = 0; i < p->actions.n; i++) {
		if (strcmp(p->actions.at[i].section, section) != 0) {
			section = p->actions.at[i].section;
			add_section(a, p, i, rows);
		}
		add_action(a, p, i, ndoubts[i], rows);
	}
}

struct tally {
	size_t row;
	int nlead, nother;
	struct strbuf leads, takes_part; /* numbers of the actions */
};
struct tallies {
	VEC(struct tally) at;
};

static struct tally *find_tally(struct arena *a, const char *name, struct tallies *t,
				struct import_rows *rows)
{
	struct tally *new;

	for (size_t i = 0; i < t->at.n; i++)
		if (!strcmp(rows->rows.at[t->at.at[i].row].text, name))
			return &t->at.at[i];
	add_row(a, rows, IMPORT_NAME, 0)->text = name;
	new = vec_push(a, &t->at);
	*new = (struct tally){rows->rows.n - 1, 0, 0, STRBUF_INIT, STRBUF_INIT};
	return new;
}

static void count_unit(struct tally *n, const struct plan_action *action, enum role role)
{
	strbuf_printf(role == ROLE_LEAD ? &n->leads : &n->takes_part, " %s", action->no);
	*(role == ROLE_LEAD ? &n->nlead : &n->nother) += 1;
}

/* The words for what was counted; the counters end here. */
static void describe_unit(struct arena *a, struct tally *n, struct import_row *r)
{
	r->note = arena_printf(a, _("leads %d of %d"), n->nlead, n->nlead + n->nother);
	r->detail = r->text;
	if (n->nlead)
		r->detail = arena_printf(a, _("%s\nleads:%s"), r->detail, n->leads.s);
	if (n->nother)
		r->detail = arena_printf(a, _("%s\ntakes part:%s"), r->detail, n->takes_part.s);
	strbuf_free(&n->leads);
	strbuf_free(&n->takes_part);
}

void import_rows_units(struct arena *a, const struct plan *p, struct import_rows *rows)
{
	struct tallies t = {0};

	for (size_t i = 0; i < p->actions.n; i++) {
		const struct plan_action *action = &p->actions.at[i];

		for (size_t k = 0; k < action->units.n; k++) {
			const struct plan_unit *u = &action->units.at[k];
			struct tally *n = find_tally(a, u->name, &t, rows);
			struct import_row *r = &rows->rows.at[n->row];

			if (n->nlead + n->nother == 0) {
				r->at = i;
				r->sub = k;
				r->clause = action->clause;
				r->place = u->span;
			}
			count_unit(n, action, u->role);
		}
	}
	for (size_t i = 0; i < t.at.n; i++)
		describe_unit(a, &t.at.at[i], &rows->rows.at[t.at.at[i].row]);
}

static void add_head(struct arena *a, enum plan_head_field field, const char *mark,
		     const char *value, struct import_rows *rows)
{
	struct import_row *r = add_row(a, rows, IMPORT_HEAD, field);

	r->mark = mark;
	r->text = *value ? value : _("none");
	r->style = *value ? STYLE_NORMAL : STYLE_DIM;
}

void import_rows_head(struct arena *a, const struct import_desk *desk, struct import_rows *rows)
{
	const struct plan *p = import_desk_plan(desk);
	struct import_row *r;

	add_head(a, PLAN_TITLE, _("title"), p->title, rows);
	add_head(a, PLAN_DOC_NO, _("number"), p->doc_no, rows);
	add_head(a, PLAN_ISSUER, _("issuer"), p->issuer, rows);
	add_head(a, PLAN_DATE, _("date"), p->date, rows);
	r = add_row(a, rows, IMPORT_CODE, 0);
	r->mark = _("code");
	r->text = *desk->update ? desk->update
		  : *desk->code ? desk->code
				: arena_printf(a, _("%s (proposed)"), plan_propose_code(a, p));
	r->detail = _("The code is what the plan is called in lists and commands.");
	if (*desk->source) {
		r = add_row(a, rows, IMPORT_HEADING, 0);
		r->mark = _("read as");
		r->text = desk->source;
	}
	if (!p->nbytes) {
		r = add_row(a, rows, IMPORT_HEADING, 0);
		r->mark = _("text");
		r->text = _("none: this plan came as JSON without its document");
		r->style = STYLE_DIM;
	}
	add_store(a, p, rows);
	r = add_row(a, rows, IMPORT_DISCARD, 0);
	r->mark = "×";
	r->text = _("throw the review away");
	r->detail = _("The corrections go; the document itself stays where it is.");
}
