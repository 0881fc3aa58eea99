/*
 * view_handover.c - one person after another, on one screen: all that is open with the units of who
 * goes. Enter asks who comes after, then once more, naming both; the posts and what was typed and
 * not sent go over together.
 */
#include "tui/view/views.h"

#include "core/i18n.h"
#include "db/change.h"
#include "db/people/store_handover.h"
#include "db/people/store_person.h"
#include "tui/app/session.h"
#include "tui/part/about.h"
#include "tui/part/dialog.h"
#include "tui/part/list_screen.h"
#include "tui/plan/task_detail.h"

#include <stdlib.h>
#include <string.h>

enum { TAG_WHO = 1, TAG_SURE, HEAD_ROWS = 2 };

struct handover_view {
	struct list_screen screen;
	char *login; /* of who goes */
	struct person_row from;
	int64_t to_id; /* chosen, while it is asked whether it is meant */
	struct open_rows rows;
	const char *units, *summary;
	struct date today;
};

enum { COL_KIND, COL_DUE, COL_NO, COL_WHAT, COL_STATE, COL_UNIT };

static const struct list_column columns[] = {
	[COL_KIND] = {N_("kind"), LIST_TEXT, 0, 16, 0, 0},
	[COL_DUE] = {N_("due"), LIST_TEXT, 0, 10, 0, 1},
	[COL_NO] = {N_("no."), LIST_ID, 0, 8, 0, 2},
	[COL_WHAT] = {N_("what"), LIST_TEXT, 20, 0, 3, 0},
	[COL_STATE] = {N_("state"), LIST_TEXT, 0, 14, 0, 3},
	[COL_UNIT] = {N_("unit"), LIST_TEXT, 10, 24, 1, 4},
};

static void handover_cell(const void *rows, size_t row, size_t column, struct list_cell *cell)
{
	const struct handover_view *h = rows;
	const struct open_row *r = &h->rows.at[row];
	bool late = date_is_set(r->due) && date_cmp(r->due, h->today) < 0;

	switch (column) {
	case COL_KIND:
		cell->text = open_kind_label(r->kind);
		break;
	case COL_DUE:
		cell->text = date_short(r->due, h->today, cell->buf);
		cell->rank = date_rank(r->due);
		cell->style = late ? STYLE_LAMP_RED : STYLE_NORMAL;
		break;
	case COL_NO:
		cell->text = r->action_no;
		break;
	case COL_WHAT:
		cell->text =
			r->kind == OPEN_MILESTONE || !*r->action_title ? r->what : r->action_title;
		break;
	case COL_STATE:
		cell->text = open_state_label(r);
		break;
	default:
		cell->text = r->unit;
	}
}

/* Rows of all kinds stand in one list: their place tells them apart. */
static int64_t handover_id(const void *rows, size_t row)
{
	(void)rows;
	return (int64_t)row + 1;
}

static const struct list_spec handover_spec = {
	.columns = columns,
	.ncolumns = sizeof columns / sizeof columns[0],
	.cell = handover_cell,
	.id = handover_id,
	.empty = N_("Nothing is open. Enter hands the posts over."),
};

static void handover_head(const struct view *v, struct canvas *c)
{
	const struct handover_view *h = v->state;

	canvas_field(c, 0, 1, c->cols - 1, ALIGN_LEFT, STYLE_NORMAL, h->units ? h->units : "");
	canvas_field(c, 1, 1, c->cols - 1, ALIGN_LEFT, STYLE_DIM, h->summary ? h->summary : "");
}

static const struct list_around handover_around = {.head_rows = HEAD_ROWS, .head = handover_head};

static int handover_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct handover_view *h = v->state;

	if (session_demand(v->context, ACT_PERSON, 0, e) < 0)
		return -1;
	h->login = xstrdup(args->text);
	list_screen_init(&h->screen, &handover_spec);
	h->screen.around = &handover_around;
	return 0;
}

static void handover_close(struct view *v)
{
	free(((struct handover_view *)v->state)->login);
	list_view_close(v);
}

static const char *units_of(struct arena *a, const struct person_row *p)
{
	const char *text = "";

	for (size_t i = 0; i < p->posts.n; i++) {
		const struct post_row *post = &p->posts.at[i];
		const char *one;

		if (!post->unit_id)
			continue;
		one = arena_printf(a, "%s · %s", post_role_label(post->role), post->unit);
		text = *text ? arena_printf(a, _("%s; %s"), text, one) : one;
	}
	return *text ? text : _("no post in a unit");
}

static int handover_load(struct view *v, struct store *s, struct err *e)
{
	struct handover_view *h = v->state;
	struct arena *a = &v->arena;
	struct actor who = session_actor(v->context);
	struct person_row from = {0};
	struct open_rows rows;

	if (store_person_find(s, a, h->login, &from, e) < 0 ||
	    store_open_list(s, a, &who, from.id, &rows, e) < 0)
		return -1;
	h->from = from;
	h->rows = rows;
	h->today = v->context->now.today;
	h->units = units_of(a, &from);
	h->summary = rows.n ? arena_printf(a, _("Open: %s"), open_summary(a, &rows)) : "";
	view_set_title(v, arena_printf(a, _("%s hands over"), from.name));
	list_screen_set(&h->screen, v, h, NULL, rows.n);
	return 0;
}

static enum reply ask_who(struct view *v, struct app *app)
{
	const struct handover_view *h = v->state;
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct person_rows people = {0};
	size_t n = 0;

	if (store_person_list(v->context->store, &a, &people, &e) < 0) {
		app_error(app, &e);
		arena_free(&a);
		return REPLY_DONE;
	}
	struct dialog_item *items = arena_alloc(&a, (people.n + 1) * sizeof *items);
	for (size_t i = 0; i < people.n; i++) {
		const struct person_row *p = &people.at[i];

		if (p->active && p->id != h->from.id)
			items[n++] = (struct dialog_item){
				arena_printf(&a, "%s (%s)", p->name, p->login), p->login, p->id};
	}
	if (n)
		dialog_choose(app, TAG_WHO, _("Who comes after?"), items, n);
	else
		app_info(app, "%s", _("There is nobody else yet: add the person first."));
	arena_free(&a);
	return REPLY_DONE;
}

static void values_of(const struct person_row *p, struct arena *a, struct form_row *to)
{
	*to = (struct form_row){.id = p->id, .version = p->version};
	form_row_add(a, to, _("Posts"), units_of(a, p));
	form_row_add(a, to, _("is let in"), p->active ? _("yes") : _("no"));
}

static int read_row(struct view *v, int64_t id, struct arena *a, struct form_row *to, struct err *e)
{
	const struct handover_view *h = v->state;
	struct person_row row;

	(void)id; /* the one that is shown */
	if (store_person_find(v->context->store, a, h->login, &row, e) < 0)
		return -1;
	values_of(&row, a, to);
	return 0;
}

static enum reply ask_sure(struct view *v, struct app *app, int64_t to_id)
{
	struct handover_view *h = v->state;
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct person_rows people = {0};
	const char *name = "";

	if (store_person_list(v->context->store, &a, &people, &e) < 0)
		app_error(app, &e);
	for (size_t i = 0; i < people.n; i++)
		if (people.at[i].id == to_id)
			name = people.at[i].name;
	h->to_id = to_id;
	if (*name) {
		struct form_row row;

		dialog_confirm(app, TAG_SURE, _("Hand over"),
			       arena_printf(&a,
					    _("%1$s takes over from %2$s: %3$s. What was typed and "
					      "not sent goes along; what was reported stays as "
					      "%2$s wrote it. %2$s can do nothing for these units "
					      "any more."),
					    name, h->from.name, h->units),
			       _("Hand over"), NULL);
		values_of(&h->from, &a, &row);
		about_set(app, &row);
	}
	arena_free(&a);
	return REPLY_DONE;
}

static enum reply hand_over(struct view *v, struct app *app, const struct view_result *answer)
{
	struct handover_view *h = v->state;
	struct actor who = session_actor(v->context);
	struct err e = ERR_INIT;
	struct handover_done done = {0};
	unsigned changes = 0;

	if (store_handover(v->context->store, &who, about_id(answer), about_version(answer),
			   h->to_id, &done, &changes, &e) < 0) {
		about_refused(app, answer, &e, read_row);
		return REPLY_DONE;
	}
	app_info(app, _("Handed over; posts: %1$d, texts not sent: %2$d."), done.nposts,
		 done.ndrafts);
	app_changed(app, changes);
	app_finish(app, &(struct view_result){0});
	return REPLY_DONE;
}

static enum reply handover_act(struct view *v, struct app *app, enum action act)
{
	struct handover_view *h = v->state;

	if ((act == DO_HAND_OVER || act == DO_OPEN) && h->from.id)
		return ask_who(v, app);
	return list_screen_act(&h->screen, v, app, act);
}

static enum reply handover_resume(struct view *v, struct app *app, const struct view_result *r)
{
	enum reply own = list_view_resume(v, app, r);

	if (own != REPLY_PASS || !r->ok)
		return own == REPLY_PASS ? REPLY_DONE : own;
	return r->tag == TAG_WHO ? ask_sure(v, app, r->id) : hand_over(v, app, r);
}

static bool handover_offers(const struct view *v, enum action act)
{
	return act == DO_HAND_OVER || (act != DO_OPEN && list_view_offers(v, act));
}

const struct view_ops view_handover = {
	.name = "handover",
	.title = N_("Hand over"),
	.scope = SCOPE_HANDOVER,
	.depends = CHANGE_ANY,
	.state_size = sizeof(struct handover_view),
	.open = handover_open,
	.load = handover_load,
	.draw = list_view_draw,
	.act = handover_act,
	.key = list_view_key,
	.point = list_view_point,
	.resume = handover_resume,
	.offers = handover_offers,
	.close = handover_close,
};
