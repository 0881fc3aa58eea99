/*
 * view_notice.c - one notice: what it asks line by line with the reason of each, by when, the
 * answer. Enter opens what can be done with it: the unit answers, the office closes it.
 */
#include "tui/view/views.h"

#include "core/rule/flow.h"
#include "core/rule/entry.h"
#include "core/i18n.h"
#include "db/change.h"
#include "db/cycle/store_notice.h"
#include "tui/app/session.h"
#include "tui/notice/notice_send.h"
#include "tui/part/about.h"
#include "tui/part/dialog.h"
#include "tui/part/menu.h"
#include "tui/part/page.h"
#include "tui/part/reason.h"

enum { TAG_MENU = 1, TAG_ANSWER, TAG_CLOSE, SIDE_COLS = 4 };
/* Behind them one for each action that it names. */
enum { ENTRY_ANSWER = -4, ENTRY_CLOSE, ENTRY_SEND, ENTRY_COUNT = 3, MOST_ACTIONS = 8 };

struct notice_view {
	int64_t id;
	struct notice_row row;
	struct notice_item_rows items;
	struct page page;
	int top;
};

static int notice_open(struct view *v, const struct view_args *args, struct err *e)
{
	(void)e;
	((struct notice_view *)v->state)->id = args->id;
	return 0;
}

static void add_head(struct arena *a, struct page *p, const struct notice_row *n, struct date today)
{
	char at[TIME_TEXT];
	bool overdue = notice_is_overdue(n, today);

	page_add(a, p, STYLE_STRONG, 0,
		 arena_printf(a, _("%1$s to %2$s"), notice_name(a, n), n->unit));
	page_add(a, p, overdue ? STYLE_ERROR : STYLE_NORMAL, 0,
		 arena_printf(a, _("level: %1$s; %2$s"), notice_level_label(n->level),
			      notice_standing(a, n, today)));
	page_add(a, p, STYLE_DIM, 0,
		 arena_printf(a, _("issued by %1$s, %2$s"), n->issued_by,
			      time_format_local(n->issued_at, at)));
	if (n->tried)
		page_add(a, p, n->delivered ? STYLE_DIM : STYLE_ERROR, 0,
			 notice_delivery_label(a, n));
	if (*n->text) {
		page_heading(a, p, notice_kind_label(n->kind));
		page_add(a, p, STYLE_NORMAL, 2, n->text);
	}
}

static void add_items(struct arena *a, struct page *p, const struct notice_row *n,
		      const struct notice_item_rows *items)
{
	page_heading(a, p, n->kind == NOTICE_URGE ? _("What is owed, and why") : _("About"));
	for (size_t i = 0; i < items->n; i++) {
		const struct notice_item_row *it = &items->at[i];

		page_add(a, p, STYLE_NORMAL, 2,
			 arena_printf(a, "%s %s", it->action_no, it->action_title));
		if (n->kind == NOTICE_URGE)
			page_add(a, p, STYLE_DIM, 4, notice_item_reason(a, it));
	}
}

static void add_answer(struct arena *a, struct page *p, const struct notice_row *n)
{
	char at[TIME_TEXT];

	if (!n->answered_at)
		return;
	page_heading(a, p, _("Answer"));
	page_add(a, p, STYLE_STRONG, 2, n->answer);
	page_add(a, p, STYLE_DIM, 2,
		 arena_printf(a, _("%1$s, %2$s"), n->answered_by,
			      time_format_local(n->answered_at, at)));
}

static int notice_load(struct view *v, struct store *s, struct err *e)
{
	struct notice_view *k = v->state, now = *k;
	struct arena *a = &v->arena;
	struct actor who = session_actor(v->context);

	if (store_notice_get(s, a, &who, k->id, &now.row, e) < 0 ||
	    store_notice_items(s, a, k->id, &now.items, e) < 0)
		return -1;
	now.page = (struct page){0};
	add_head(a, &now.page, &now.row, v->context->now.today);
	add_items(a, &now.page, &now.row, &now.items);
	add_answer(a, &now.page, &now.row);
	*k = now;
	view_set_title(v, notice_name(a, &now.row));
	return 0;
}

static void notice_draw(const struct view *v, struct canvas *c)
{
	const struct notice_view *k = v->state;
	struct canvas page = canvas_sub(c, 0, SIDE_COLS / 2, c->rows, c->cols - SIDE_COLS);

	page_show(&k->page, k->top, &page);
}

static bool may_step(const struct view *v, enum notice_step step)
{
	const struct notice_row *n = &((const struct notice_view *)v->state)->row;
	struct err e = ERR_INIT;
	enum notice_state to;

	return flow_notice(n->state, step, &to, &e) == 0 &&
	       session_may(v->context, notice_step_act(n->kind, step), n->unit_id);
}

/* By the command that carries notices out of the file, where it could not before. */
static bool may_send_again(const struct view *v)
{
	const struct notice_row *n = &((const struct notice_view *)v->state)->row;

	return v->context->session->send && n->tried && !n->delivered &&
	       session_may(v->context, ACT_URGE, 0);
}

static bool is_named_before(const struct notice_item_rows *items, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (items->at[k].action_id == items->at[i].action_id)
			return true;
	return false;
}

static enum reply open_menu(struct view *v, struct app *app)
{
	const struct notice_view *k = v->state;
	struct menu_entry entries[ENTRY_COUNT + MOST_ACTIONS];
	struct arena a = ARENA_INIT;
	size_t n = 0;

	if (!k->row.id) /* it could not be read */
		return REPLY_DONE;
	if (may_step(v, NOTICE_ANSWER))
		entries[n++] = (struct menu_entry){_("Answer it"), NULL, ENTRY_ANSWER, false};
	if (may_step(v, NOTICE_CLOSE))
		entries[n++] = (struct menu_entry){_("Close it: it is not to be answered any more"),
						   NULL, ENTRY_CLOSE, false};
	if (may_send_again(v))
		entries[n++] = (struct menu_entry){_("Send again what did not arrive"), NULL,
						   ENTRY_SEND, false};
	for (size_t i = 0; i < k->items.n && n < sizeof entries / sizeof *entries; i++)
		if (!is_named_before(&k->items, i))
			entries[n++] = (struct menu_entry){
				arena_printf(&a, _("Open %1$s %2$s"), k->items.at[i].action_no,
					     k->items.at[i].action_title),
				NULL, k->items.at[i].action_id, false};
	menu_open(app, TAG_MENU, v->title, entries, n);
	arena_free(&a);
	return REPLY_DONE;
}

static void values_of(const struct notice_row *n, struct arena *a, struct form_row *to)
{
	char day[DATE_TEXT];

	*to = (struct form_row){.id = n->id, .version = n->version};
	form_row_add(a, to, _("text"), n->text);
	form_row_add(a, to, _("state"), notice_state_label(n->state));
	form_row_add(a, to, _("answer by"), date_format(n->answer_by, day));
	form_row_add(a, to, _("answer"), n->answer);
}

static int read_row(struct view *v, int64_t id, struct arena *a, struct form_row *to, struct err *e)
{
	struct actor who = session_actor(v->context);
	struct notice_row row;

	if (store_notice_get(v->context->store, a, &who, id, &row, e) < 0)
		return -1;
	values_of(&row, a, to);
	return 0;
}

/* What is answered, or closed. */
static void set_about(struct app *app, const struct notice_row *n)
{
	struct arena a = ARENA_INIT;
	struct form_row row;

	values_of(n, &a, &row);
	about_set(app, &row);
	arena_free(&a);
}

static void ask_answer(struct app *app, const struct view *v)
{
	const struct notice_view *k = v->state;

	dialog_write(app, TAG_ANSWER,
		     &(struct dialog_writing){
			     .title = v->title ? v->title : _("Answer"),
			     .label = k->row.kind == NOTICE_URGE
					      ? _("What was done, or by when it will be, and why "
						  "it is late")
					      : _("What was done, or by when it will be"),
			     .draft = "notice-answer",
			     .id = k->id,
			     .max_chars = ENTRY_TEXT_MAX,
			     .rows = 4,
			     .act = _("Answer"),
		     });
}

void notice_go_on(struct app *app, const struct view_args *args)
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct form_row row;

	if (app_push(app, &view_notice, args) == 0) {
		if (read_row(app_top(app), args->id, &a, &row, &e) < 0) {
			app_error(app, &e);
		} else {
			ask_answer(app, app_top(app));
			about_set(app, &row);
		}
	}
	arena_free(&a);
}

static enum reply answer(struct view *v, struct app *app, const struct view_result *r)
{
	const struct notice_view *k = v->state;
	struct reason why;
	int rc = reason_read(&why, app, r, entry_answer);

	if (rc == 0)
		rc = store_notice_answer(why.store, &why.who, about_id(r), about_version(r),
					 why.text, &why.changes, &why.err);
	if (rc == 0)
		app_info(app, _("%s: answered; who issued it reads the answer."),
			 notice_name(&why.arena, &k->row));
	return reason_done(&why, rc, read_row);
}

static enum reply close_it(struct view *v, struct app *app, const struct view_result *r)
{
	const struct notice_view *k = v->state;
	struct actor who = session_actor(v->context);
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	unsigned changes = 0;

	if (store_notice_close(v->context->store, &who, about_id(r), about_version(r), "", &changes,
			       &e) < 0)
		about_refused(app, r, &e, read_row);
	else
		app_info(app, _("%s: closed"), notice_name(&a, &k->row));
	app_changed(app, changes);
	arena_free(&a);
	return REPLY_DONE;
}

/* Where the sending cannot be started, the error takes the place of the message. */
static void send_again(struct app *app)
{
	app_info(app, "%s", _("Sending has begun; what comes of it stands in the notice."));
	notice_send(app);
}

static enum reply do_entry(struct view *v, struct app *app, int64_t entry)
{
	const struct notice_view *k = v->state;

	if (entry == ENTRY_ANSWER) {
		ask_answer(app, v);
		set_about(app, &k->row);
	} else if (entry == ENTRY_SEND) {
		send_again(app);
	} else if (entry == ENTRY_CLOSE) {
		dialog_confirm(
			app, TAG_CLOSE, v->title,
			_("The unit no longer has to answer this. What it owes stays owed and "
			  "keeps its lamp."),
			_("Close it"), NULL);
		set_about(app, &k->row);
	} else {
		app_push(app, &view_action,
			 &(struct view_args){.id = entry, .id2 = k->row.unit_id});
	}
	return REPLY_DONE;
}

static enum reply notice_resume(struct view *v, struct app *app, const struct view_result *r)
{
	if (!r->ok)
		return REPLY_DONE;
	switch (r->tag) {
	case TAG_MENU:
		return do_entry(v, app, r->id);
	case TAG_ANSWER:
		return answer(v, app, r);
	case TAG_CLOSE:
		return close_it(v, app, r);
	default:
		return REPLY_DONE;
	}
}

static enum reply notice_act(struct view *v, struct app *app, enum action a)
{
	struct notice_view *k = v->state;

	if (a == DO_REQUEST_MENU)
		return open_menu(v, app);
	return page_act(&k->top, a, page_rows(&k->page, v->cols - SIDE_COLS), v->rows) ? REPLY_DONE
										       : REPLY_PASS;
}

const struct view_ops view_notice = {
	.name = "notice",
	.title = N_("Notice"),
	.scope = SCOPE_REQUEST,
	.depends = CHANGE_NOTICE | CHANGE_OTHERS,
	.state_size = sizeof(struct notice_view),
	.open = notice_open,
	.load = notice_load,
	.draw = notice_draw,
	.act = notice_act,
	.resume = notice_resume,
	.offers = page_view_offers,
};
