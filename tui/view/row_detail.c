/*
 * row_detail.c - a title, then facts with their names, one below the other; a fact that is empty is
 * left out, and one that is longer than the line is wrapped.
 */
#include "tui/view/row_detail.h"

#include "core/rule/flow.h"
#include "core/i18n.h"
#include "core/rule/milestone.h"
#include "core/text/utf8.h"
#include "tui/evidence/evidence_cell.h"
#include "tui/milestone/milestone_faces.h"
#include "tui/plan/task_detail.h"

#include <stdio.h>
#include <stdlib.h>

/* Texts stand below each other where their names are short. */
enum { NAME_COLS = 10 };

/* Each of these draws at *y and leaves *y at the line behind it. */

static void title(struct canvas *c, int *y, const char *text)
{
	*y += canvas_paragraph(c, *y, 0, c->cols, 6, STYLE_STRONG, text) + 1;
}

static void fact(struct canvas *c, int *y, const char *name, int style, const char *text)
{
	int x;

	if (!text[0] || *y >= c->rows)
		return;
	x = canvas_text(c, *y, 0, STYLE_DIM, name) + 2;
	x = x < NAME_COLS ? NAME_COLS : x;
	if (x + utf8_cols(text) > c->cols) { /* below its name */
		x = 2;
		++*y;
	}
	*y += canvas_paragraph(c, *y, x, c->cols - x, c->rows - *y, style, text);
}

static void number(struct canvas *c, int *y, const char *name, int n)
{
	char text[16];

	snprintf(text, sizeof text, "%d", n);
	fact(c, y, name, STYLE_NORMAL, n ? text : "");
}

static void action_name(struct canvas *c, int *y, const char *no, const char *text)
{
	char *name = xasprintf("%s %s", no, text);

	fact(c, y, _("action"), STYLE_NORMAL, name);
	free(name);
}

/* Its place in the stage plan. */
static void milestone_stage(struct canvas *c, int *y, const struct milestone_row *m)
{
	struct arena a = ARENA_INIT;

	fact(c, y, _("extended"), STYLE_NORMAL, milestone_extended_label(&a, m));
	fact(c, y, _("extension"), STYLE_STRONG, milestone_asked_label(&a, m));
	fact(c, y, _("order"), milestone_order_style(m), milestone_order_label(&a, m));
	if (m->weight > 1)
		number(c, y, _("weight"), m->weight);
	arena_free(&a);
}

void row_detail_milestone(const struct milestone_row *m, struct date today,
			  const struct lamp_rules *rules, struct canvas *c)
{
	enum milestone_mark mark = milestone_mark(m, today, rules);
	char date[DATE_TEXT];
	int y = 0, x;

	title(c, &y, m->title);
	x = canvas_text(c, y, 0, milestone_mark_style(mark),
			picture_sign(c, milestone_mark_sign(mark)));
	canvas_text(c, y++, x + 1, milestone_mark_style(mark),
		    mark == MARK_DONE ? milestone_state_label(m->state)
				      : milestone_mark_label(mark));
	fact(c, &y, _("due"), STYLE_NORMAL, date_format(m->due, date));
	fact(c, &y, _("done on"), STYLE_NORMAL, date_format(m->done_on, date));
	milestone_stage(c, &y, m);
	fact(c, &y, _("unit"), STYLE_NORMAL, milestone_unit(m));
	action_name(c, &y, m->action_no, m->action_title);
	number(c, &y, _("evidence"), m->nevidence);
	if (m->needs_evidence && !m->nevidence)
		fact(c, &y, _("evidence"), STYLE_NORMAL, _("demanded"));
	fact(c, &y, _("note"), STYLE_NORMAL, m->note);
}

void row_detail_evidence(const struct evidence_row *v, struct canvas *c)
{
	char date[DATE_TEXT], at[TIME_TEXT], file[EVIDENCE_FILE_TEXT];
	int y = 0;

	title(c, &y, v->title);
	if (v->withdrawn)
		fact(c, &y, _("state"), STYLE_ERROR, _("withdrawn"));
	fact(c, &y, _("kind"), STYLE_NORMAL, evidence_kind_label(v->kind));
	fact(c, &y, _("day"), STYLE_NORMAL, date_format(v->on, date));
	fact(c, &y, _("document number"), STYLE_NORMAL, v->doc_no);
	fact(c, &y, _("place, address"), STYLE_NORMAL, v->ref);
	fact(c, &y, _("file"), STYLE_NORMAL, evidence_file_text(v, file));
	fact(c, &y, _("type"), STYLE_NORMAL, v->file_type);
	fact(c, &y, _("unit"), STYLE_NORMAL, v->unit);
	fact(c, &y, _("note"), STYLE_NORMAL, v->note);
	fact(c, &y, _("recorded"), STYLE_DIM, time_format_local(v->added_at, at));
	fact(c, &y, _("by"), STYLE_DIM, v->added_by);
}

void row_detail_unit(const struct unit_row *u, struct canvas *c)
{
	int y = 0;

	title(c, &y, u->name);
	fact(c, &y, _("kind"), STYLE_NORMAL, unit_kind_label(u->kind));
	fact(c, &y, _("other names"), STYLE_NORMAL, u->aliases);
	number(c, &y, _("members"), u->nmembers);
	number(c, &y, _("leads"), u->nlead);
	number(c, &y, _("takes part in"), u->nother);
	number(c, &y, _("people"), u->npersons);
	if (!u->npersons && u->kind == UNIT_SINGLE)
		fact(c, &y, _("people"), STYLE_ERROR,
		     _("nobody yet: no one can report for this unit"));
}

void row_detail_key(const struct key_row *k, struct canvas *c)
{
	char at[TIME_TEXT];
	int y = 0;

	title(c, &y, *k->name ? k->name : k->type);
	if (k->revoked_at)
		fact(c, &y, _("revoked"), STYLE_ERROR, time_format_local(k->revoked_at, at));
	fact(c, &y, _("by"), STYLE_NORMAL, k->revoked_by);
	fact(c, &y, _("reason"), STYLE_NORMAL, k->revoked_reason);
	fact(c, &y, _("type"), STYLE_NORMAL, k->type);
	number(c, &y, _("bits"), k->bits);
	fact(c, &y, _("fingerprint"), STYLE_NORMAL, k->fingerprint);
	if (k->last_at)
		fact(c, &y, _("last log-in"), STYLE_NORMAL, time_format_local(k->last_at, at));
	fact(c, &y, _("added"), STYLE_DIM, time_format_local(k->added_at, at));
	fact(c, &y, _("by"), STYLE_DIM, k->added_by);
}

void row_detail_person(const struct person_row *p, const char *posts, struct canvas *c)
{
	int y = 0;

	title(c, &y, p->name);
	if (!p->active)
		fact(c, &y, _("state"), STYLE_ERROR, _("inactive"));
	fact(c, &y, _("login"), STYLE_NORMAL, p->login);
	fact(c, &y, _("telephone"), STYLE_NORMAL, p->phone);
	fact(c, &y, _("posts"), STYLE_NORMAL, posts);
}

/* The lamp of the whole with whose part it is and why, and the own part, which may stand better. */
static void lamp_facts(struct canvas *c, int *y, const struct action_line *line)
{
	struct arena a = ARENA_INIT;
	const struct task_row *worst = line->worst, *own = line->own;
	const char *reason = worst ? lamp_reason(&a, worst) : "";

	fact(c, y, _("lamp"), lamp_style(line->lamp), lamp_label(line->lamp));
	if (*reason)
		fact(c, y, _("reason"), STYLE_NORMAL,
		     arena_printf(&a, _("%s: %s"), worst->unit, reason));
	if (own)
		fact(c, y, _("own part"), lamp_style(own->lamp),
		     own->percent < 0
			     ? lamp_label(own->lamp)
			     : arena_printf(&a, "%s %d%%", lamp_label(own->lamp), own->percent));
	arena_free(&a);
}

/* A heading, and what it heads whole below it, as far as there is room. */
static void passage(struct canvas *c, int *y, const char *head, int style, const char *text)
{
	if (!text[0] || *y + 2 >= c->rows)
		return;
	canvas_field(c, ++*y, 0, c->cols, ALIGN_LEFT, STYLE_DIM, head);
	++*y;
	*y += canvas_paragraph(c, *y, 0, c->cols, c->rows - *y, style, text);
}

/* Of the part that makes the lamp: what was said of it last, and what comes next. */
static void worst_part(struct canvas *c, int *y, const struct task_row *t)
{
	struct arena a = ARENA_INIT;
	char due[DATE_TEXT];

	if (t->report_state == REPORT_RETURNED)
		passage(c, y, _("Why it was returned"), STYLE_ERROR, t->reason);
	if (t->last_done[0])
		passage(c, y,
			arena_printf(&a, _("Last report of %s (%s)"), t->unit, t->last_period),
			STYLE_NORMAL, t->last_done);
	if (t->milestone[0])
		passage(c, y,
			arena_printf(&a, _("Next milestone, %s"),
				     date_format(t->milestone_due, due)),
			STYLE_NORMAL, t->milestone);
	arena_free(&a);
}

void row_detail_action(const struct action_row *action, const struct action_line *line,
		       const struct peek *peek, struct canvas *c)
{
	char date[DATE_TEXT];
	int y = 0;
	char *name = xasprintf("%s %s", action->path, action->title);

	title(c, &y, name);
	free(name);
	fact(c, &y, _("section"), STYLE_NORMAL, action->section_title);
	lamp_facts(c, &y, line);
	if (action->state != ACTION_ACTIVE)
		fact(c, &y, _("state"), STYLE_STRONG, action_state_label(action->state));
	fact(c, &y, _("to be done by"), STYLE_NORMAL, date_format(action->due, date));
	fact(c, &y, _("led by"), STYLE_NORMAL, line->nunits ? line->leads : _("no unit yet"));
	number(c, &y, _("units"), line->nunits);
	if (line->percent >= 0 && ++y < c->rows)
		canvas_bar(c, y++, 0, c->cols < 30 ? c->cols : 30, line->percent, STYLE_BAR);
	if (peek_is_of(peek, action->id))
		y += peek_draw_course(peek, c, y);
	if (line->worst)
		worst_part(c, &y, line->worst);
	if (peek_is_of(peek, action->id) && peek->clause)
		passage(c, &y, _("Clause"), STYLE_NORMAL, peek->clause);
}
