/* view_people.c - who may log in, with their posts. Enter opens one; Tab adds one. */
#include "tui/view/views.h"

#include "core/text/find.h"
#include "core/i18n.h"
#include "db/change.h"
#include "db/people/store_person.h"
#include "tui/part/list_screen.h"
#include "tui/app/session.h"
#include "tui/view/row_detail.h"

struct people_view {
	struct list_screen screen;
	struct person_rows rows;
	const char **posts; /* of each, in words */
};

enum { COL_NAME, COL_LOGIN, COL_PHONE, COL_POSTS, COL_ACTIVE };

static const struct list_column columns[] = {
	[COL_NAME] = {N_("name"), LIST_TEXT, 8, 0, 1, 0},
	[COL_LOGIN] = {N_("login"), LIST_TEXT, 0, 16, 0, 0},
	[COL_PHONE] = {N_("telephone"), LIST_TEXT, 0, 16, 0, 2},
	[COL_POSTS] = {N_("posts"), LIST_TEXT, 16, 0, 3, 0},
	[COL_ACTIVE] = {N_("state"), LIST_TEXT, 0, 0, 0, 1},
};

static void person_cell(const void *rows, size_t row, size_t column, struct list_cell *cell)
{
	const struct people_view *v = rows;
	const struct person_row *p = &v->rows.at[row];

	switch (column) {
	case COL_NAME:
		cell->text = p->name;
		break;
	case COL_LOGIN:
		cell->text = p->login;
		break;
	case COL_PHONE:
		cell->text = p->phone;
		break;
	case COL_POSTS:
		cell->text = v->posts[row];
		break;
	default:
		cell->text = p->active ? "" : _("inactive");
	}
	if (!p->active)
		cell->style = STYLE_DIM;
}

static int64_t person_id(const void *rows, size_t row)
{
	return ((const struct people_view *)rows)->rows.at[row].id;
}

static const struct list_spec person_spec = {
	.columns = columns,
	.ncolumns = sizeof columns / sizeof columns[0],
	.cell = person_cell,
	.id = person_id,
};

static void people_pane(const struct view *v, size_t row, struct canvas *c)
{
	const struct people_view *p = v->state;

	row_detail_person(&p->rows.at[row], p->posts[row], c);
}

static const struct list_around people_around = {.pane = people_pane};

static int people_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct people_view *p = v->state;

	(void)args;
	(void)e;
	list_screen_init(&p->screen, &person_spec);
	p->screen.around = &people_around;
	return 0;
}

static const char *posts_text(struct arena *a, const struct person_row *p)
{
	struct strbuf b = STRBUF_INIT;
	const char *text;

	for (size_t i = 0; i < p->posts.n; i++) {
		const struct post_row *post = &p->posts.at[i];

		strbuf_printf(&b, "%s%s", i ? " · " : "", post_role_label(post->role));
		if (post->unit_id)
			strbuf_printf(&b, " %s", post->unit);
	}
	text = b.nbytes ? arena_strdup(a, b.s) : "";
	strbuf_free(&b);
	return text;
}

static int people_load(struct view *v, struct store *s, struct err *e)
{
	struct people_view *p = v->state;
	struct person_rows rows = {0};
	const char **find, **posts;

	if (store_person_list(s, &v->arena, &rows, e) < 0)
		return -1;
	find = arena_alloc(&v->arena, (rows.n + 1) * sizeof *find);
	posts = arena_alloc(&v->arena, (rows.n + 1) * sizeof *posts);
	for (size_t i = 0; i < rows.n; i++) {
		posts[i] = posts_text(&v->arena, &rows.at[i]);
		find[i] = arena_printf(&v->arena, "%s %s %s %s",
				       find_text(&v->arena, rows.at[i].name, rows.at[i].pinyin),
				       rows.at[i].login, rows.at[i].phone,
				       find_label(&v->arena, posts[i]));
	}
	p->rows = rows;
	p->posts = posts;
	list_screen_set(&p->screen, v, p, find, rows.n);
	return 0;
}

static enum reply people_act(struct view *v, struct app *app, enum action a)
{
	struct people_view *p = v->state;
	enum reply reply = list_screen_act(&p->screen, v, app, a);
	int i = list_screen_current(&p->screen);

	if (reply != REPLY_PASS)
		return reply;
	if (a == DO_OPEN && i >= 0)
		app_push(app, &view_person, &(struct view_args){.text = p->rows.at[i].login});
	else if (a == DO_ADD_ROW)
		app_push(app, &view_person_form, &(struct view_args){0});
	else
		return REPLY_PASS;
	return REPLY_DONE;
}

static bool people_offer(const struct view *v, enum action a)
{
	return a == DO_ADD_ROW ? session_may(v->context, ACT_PERSON, 0) : list_view_offers(v, a);
}

const struct view_ops view_people = {
	.name = "people",
	.title = N_("People and posts"),
	.scope = SCOPE_ROWS,
	.depends = CHANGE_PERSON | CHANGE_UNIT | CHANGE_OTHERS,
	.state_size = sizeof(struct people_view),
	.open = people_open,
	.close = list_view_close,
	.load = people_load,
	.draw = list_view_draw,
	.act = people_act,
	.key = list_view_key,
	.point = list_view_point,
	.resume = list_view_resume,
	.offers = people_offer,
};
