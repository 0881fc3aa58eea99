/*
 * view_case.c - one case: the text, its evidence, what the office has decided. Enter opens what can
 * be done with it: the office selects it or not, the unit changes and proves it until then.
 */
#include "tui/view/views.h"

#include "core/rule/entry.h"
#include "core/rule/flow.h"
#include "core/i18n.h"
#include "db/change.h"
#include "db/report/store_case.h"
#include "db/report/store_evidence.h"
#include "tui/app/session.h"
#include "tui/evidence/evidence_cell.h"
#include "tui/part/about.h"
#include "tui/part/dialog.h"
#include "tui/part/menu.h"
#include "tui/part/page.h"
#include "tui/part/reason.h"

enum { TAG_MENU = 1, TAG_SELECT, TAG_DECLINE, MOST_EVIDENCE = 50, SIDE_COLS = 4 };
enum { ENTRY_SELECT, ENTRY_DECLINE, ENTRY_CHANGE, ENTRY_PROVE, ENTRY_ACTION, ENTRY_COUNT };

struct case_view {
	int64_t id;
	struct case_row row;
	struct page page;
	int top;
};

static int case_open(struct view *v, const struct view_args *args, struct err *e)
{
	(void)e;
	((struct case_view *)v->state)->id = args->id;
	return 0;
}

static void add_head(struct arena *a, struct page *p, const struct case_row *r)
{
	char at[TIME_TEXT];

	page_add(a, p, STYLE_STRONG, 0, r->title);
	page_add(a, p, STYLE_NORMAL, 0,
		 r->pilot ? arena_printf(a, _("%s %s (pilot)"), r->action_no, r->action_title)
			  : arena_printf(a, "%s %s", r->action_no, r->action_title));
	page_add(a, p, STYLE_DIM, 0,
		 arena_printf(a, _("handed in by %s (%s), %s"), r->added_by, r->unit,
			      time_format_local(r->added_at, at)));
	if (r->on_behalf)
		page_add(a, p, STYLE_DIM, 0, _("entered by the office on the unit's behalf"));
}

static void add_decision(struct arena *a, struct page *p, const struct case_row *r)
{
	char at[TIME_TEXT];

	page_heading(a, p, case_state_label(r->state));
	if (!r->decided_at) {
		page_add(a, p, STYLE_NORMAL, 2, _("The office has not decided on it yet."));
		return;
	}
	if (*r->reason)
		page_add(a, p, STYLE_NORMAL, 2, r->reason);
	page_add(a, p, STYLE_DIM, 2,
		 arena_printf(a, _("%1$s, %2$s"), r->decided_by,
			      time_format_local(r->decided_at, at)));
}

static int case_load(struct view *v, struct store *s, struct err *e)
{
	struct case_view *k = v->state, now = *k;
	struct arena *a = &v->arena;
	struct actor who = session_actor(v->context);
	struct evidence_filter f = {.case_id = k->id};
	struct evidence_rows evidence = {0};

	if (store_case_get(s, a, &who, k->id, &now.row, e) < 0 ||
	    store_evidence_list(s, a, &who, &f, MOST_EVIDENCE, &evidence, e) < 0)
		return -1;
	now.page = (struct page){0};
	add_head(a, &now.page, &now.row);
	add_decision(a, &now.page, &now.row);
	page_heading(a, &now.page, _("Text"));
	page_add(a, &now.page, STYLE_NORMAL, 2, now.row.text);
	evidence_page_add(a, &now.page, &evidence);
	*k = now;
	view_set_title(v, arena_printf(a, _("Case of %s"), now.row.unit));
	return 0;
}

static void case_draw(const struct view *v, struct canvas *c)
{
	const struct case_view *k = v->state;
	struct canvas page = canvas_sub(c, 0, SIDE_COLS / 2, c->rows, c->cols - SIDE_COLS);

	page_show(&k->page, k->top, &page);
}

static void values_of(const struct case_row *r, struct arena *a, struct form_row *to)
{
	*to = (struct form_row){.id = r->id, .version = r->version};
	form_row_add(a, to, _("title"), r->title);
	form_row_add(a, to, _("text"), r->text);
	form_row_add(a, to, _("state"), case_state_label(r->state));
}

static int read_row(struct view *v, int64_t id, struct arena *a, struct form_row *to, struct err *e)
{
	struct actor who = session_actor(v->context);
	struct case_row row;

	if (store_case_get(v->context->store, a, &who, id, &row, e) < 0)
		return -1;
	values_of(&row, a, to);
	return 0;
}

/* Nobody decides on what they handed in themselves. */
static bool may_step(const struct view *v, const struct case_row *r, enum case_step step)
{
	struct actor who = session_actor(v->context);
	const struct subject what = {
		.unit_id = r->unit_id, .unit = "", .entered_by = r->added_by_id};
	struct err e = ERR_INIT;
	enum case_state to;

	return flow_case(r->state, step, &to, &e) == 0 && may_quietly(&who, ACT_SELECT, &what);
}

static size_t add_entries(const struct view *v, const struct case_row *r,
			  struct menu_entry *entries)
{
	bool own = session_may(v->context, ACT_CASE, r->unit_id);
	const char *late = r->state == CASE_OFFERED ? NULL : case_state_label(r->state);
	size_t n = 0;

	if (may_step(v, r, CASE_SELECT))
		entries[n++] = (struct menu_entry){_("Select it: all units read it"), NULL,
						   ENTRY_SELECT, false};
	if (may_step(v, r, CASE_DECLINE))
		entries[n++] = (struct menu_entry){_("Do not select it, with the reason"), NULL,
						   ENTRY_DECLINE, false};
	if (own) {
		entries[n++] =
			(struct menu_entry){_("Change it"), late, ENTRY_CHANGE, late != NULL};
		entries[n++] =
			(struct menu_entry){_("Record evidence for it"), NULL, ENTRY_PROVE, false};
	}
	entries[n++] = (struct menu_entry){_("Open the action"), NULL, ENTRY_ACTION, false};
	return n;
}

/* What is decided on. */
static void set_about(struct app *app, const struct case_row *r)
{
	struct arena a = ARENA_INIT;
	struct form_row row;

	values_of(r, &a, &row);
	about_set(app, &row);
	arena_free(&a);
}

static void ask_reason(struct app *app, int64_t id)
{
	dialog_write(app, TAG_DECLINE,
		     &(struct dialog_writing){
			     .title = _("Do not select the case"),
			     .label = _("Why it is not selected, so that the unit knows what a "
					"case needs"),
			     .draft = "case-decline",
			     .id = id,
			     .max_chars = ENTRY_TEXT_MAX,
			     .rows = 3,
			     .act = _("Do not select"),
		     });
}

static enum reply do_entry(struct view *v, struct app *app, int64_t entry)
{
	const struct case_view *k = v->state;
	const struct case_row *r = &k->row;

	switch (entry) {
	case ENTRY_SELECT:
		dialog_agree(app, TAG_SELECT, r->title,
			     _("The case is selected: all units can read it. This can be decided "
			       "otherwise later."),
			     _("Select"));
		set_about(app, r);
		break;
	case ENTRY_DECLINE:
		ask_reason(app, r->id);
		set_about(app, r);
		break;
	case ENTRY_CHANGE:
		app_push(app, &view_case_form,
			 &(struct view_args){
				 .id = r->action_id,
				 .id2 = r->id,
				 .more = &(struct view_case_args){.unit_id = r->unit_id}});
		break;
	case ENTRY_PROVE:
		app_push(app, &view_evidence_form,
			 &(struct view_args){.id = r->action_id,
					     .more = &(struct view_evidence_args){
						     .unit_id = r->unit_id, .case_id = r->id}});
		break;
	default:
		app_push(app, &view_action,
			 &(struct view_args){.id = r->action_id, .id2 = r->unit_id});
	}
	return REPLY_DONE;
}

static enum reply decide(struct app *app, enum case_step step, const struct view_result *answer)
{
	struct reason why;
	int rc = reason_read(&why, app, answer, entry_reason);

	if (rc == 0)
		rc = store_case_decide(why.store, &why.who, about_id(answer), about_version(answer),
				       step, why.text, &why.changes, &why.err);
	if (rc == 0)
		app_info(app, "%s",
			 step == CASE_SELECT ? _("The case is selected.")
					     : _("The case is not selected; its unit reads why."));
	return reason_done(&why, rc, read_row);
}

static enum reply case_resume(struct view *v, struct app *app, const struct view_result *r)
{
	if (!r->ok)
		return REPLY_DONE;
	switch (r->tag) {
	case TAG_MENU:
		return do_entry(v, app, r->id);
	case TAG_SELECT:
		return decide(app, CASE_SELECT, r);
	case TAG_DECLINE:
		return decide(app, CASE_DECLINE, r);
	default:
		return REPLY_DONE;
	}
}

static enum reply case_act(struct view *v, struct app *app, enum action a)
{
	struct case_view *k = v->state;
	struct menu_entry entries[ENTRY_COUNT];

	if (a != DO_REQUEST_MENU)
		return page_act(&k->top, a, page_rows(&k->page, v->cols - SIDE_COLS), v->rows)
			       ? REPLY_DONE
			       : REPLY_PASS;
	if (!k->row.id) /* it could not be read */
		return REPLY_DONE;
	menu_open(app, TAG_MENU, k->row.title, entries, add_entries(v, &k->row, entries));
	return REPLY_DONE;
}

const struct view_ops view_case = {
	.name = "case",
	.title = N_("Case"),
	.scope = SCOPE_REQUEST,
	.depends = CHANGE_CASE | CHANGE_EVIDENCE | CHANGE_PLAN | CHANGE_OTHERS,
	.state_size = sizeof(struct case_view),
	.open = case_open,
	.load = case_load,
	.draw = case_draw,
	.act = case_act,
	.resume = case_resume,
	.offers = page_view_offers,
};

void case_go_on(struct app *app, const struct view_args *args)
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct form_row row;

	if (app_push(app, &view_case, args) == 0) {
		if (read_row(app_top(app), args->id, &a, &row, &e) < 0) {
			app_error(app, &e);
		} else {
			ask_reason(app, args->id);
			about_set(app, &row);
		}
	}
	arena_free(&a);
}
