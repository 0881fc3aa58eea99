/*
 * view_print_sheet.c - before printing what is said of the plan as a whole: the table of units and
 * sections, the indicators. A unit's people print the indicators of their own actions first.
 */
#include "tui/view/views.h"

#include "core/i18n.h"
#include "db/change.h"
#include "db/plan/store_heat.h"
#include "db/plan/store_indicator.h"
#include "tui/app/session.h"
#include "tui/find/paper.h"

enum { ENTRY_SCOPE = PAPER_OWN };

struct sheet_view {
	struct paper paper;
	int64_t unit_id; /* whose indicators; 0: there is no unit to narrow to */
	bool all;	 /* those of all actions are printed */
};

static int sheet_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct sheet_view *s = v->state;

	(void)e;
	paper_init(&s->paper, v->context->session);
	s->unit_id = session_unit(v->context, args->id2);
	s->all = args->tab == 1;
	return 0;
}

static int set_document(struct view *v, struct document *d, int n)
{
	struct sheet_view *s = v->state;

	paper_set(&s->paper, v, n ? d : NULL, n ? d->title : "");
	return 0;
}

static int heat_load(struct view *v, struct store *store, struct err *e)
{
	const struct session *session = v->context->session;
	struct actor who = session_actor(v->context);
	struct document d = {0};
	int n = 0;

	if (session->plan_id && store_heat_document(store, &v->arena, &who, session->plan_id,
						    &session->rules, &d, &n, e) < 0)
		return -1;
	return set_document(v, &d, n);
}

static int indicators_load(struct view *v, struct store *store, struct err *e)
{
	const struct sheet_view *s = v->state;
	const struct session *session = v->context->session;
	struct actor who = session_actor(v->context);
	struct document d = {0};
	int n = 0;

	if (session->plan_id &&
	    store_indicator_document(store, &v->arena, &who, session->plan_id,
				     s->all ? 0 : s->unit_id, &session->rules, &d, &n, e) < 0)
		return -1;
	return set_document(v, &d, n);
}

static void sheet_draw(const struct view *v, struct canvas *c)
{
	paper_draw(&((const struct sheet_view *)v->state)->paper, c,
		   _("There is nothing here to print."));
}

static enum reply open_menu(struct view *v, struct app *app)
{
	const struct sheet_view *s = v->state;
	const struct menu_entry own = {s->all ? _("only those of our actions")
					      : _("those of all actions"),
				       NULL, ENTRY_SCOPE, false};

	return paper_menu(&s->paper, v, app, &own,
			  v->ops == &view_print_indicators && s->unit_id ? 1 : 0);
}

static enum reply sheet_act(struct view *v, struct app *app, enum action a)
{
	struct sheet_view *s = v->state;

	return a == DO_PRINT_MENU ? open_menu(v, app) : paper_act(&s->paper, v, a);
}

static enum reply sheet_resume(struct view *v, struct app *app, const struct view_result *r)
{
	struct sheet_view *s = v->state;
	enum reply reply = paper_resume(&s->paper, v, app, r);

	if (reply != REPLY_PASS || !r->ok || r->tag != PAPER_TAG_MENU || r->id != ENTRY_SCOPE)
		return reply;
	s->all = !s->all;
	paper_rewind(&s->paper);
	return REPLY_RELOAD;
}

static bool sheet_tells(const struct view *v, enum action a)
{
	return paper_tells(&((const struct sheet_view *)v->state)->paper, v, a);
}

static void sheet_close(struct view *v)
{
	paper_free(&((struct sheet_view *)v->state)->paper);
}

const struct view_ops view_print_heat = {
	.name = "print-heat",
	.title = N_("Print units and sections"),
	.scope = SCOPE_PRINT,
	.depends = CHANGE_ANY & ~(unsigned)(CHANGE_PERSON | CHANGE_DRAFT | CHANGE_EVIDENCE),
	.state_size = sizeof(struct sheet_view),
	.open = sheet_open,
	.load = heat_load,
	.draw = sheet_draw,
	.act = sheet_act,
	.resume = sheet_resume,
	.tells = sheet_tells,
	.close = sheet_close,
};

const struct view_ops view_print_indicators = {
	.name = "print-indicators",
	.title = N_("Print the indicators"),
	.scope = SCOPE_PRINT,
	.depends = CHANGE_PLAN | CHANGE_ASSIGNMENT | CHANGE_OTHERS,
	.state_size = sizeof(struct sheet_view),
	.open = sheet_open,
	.load = indicators_load,
	.draw = sheet_draw,
	.act = sheet_act,
	.resume = sheet_resume,
	.tells = sheet_tells,
	.close = sheet_close,
};
