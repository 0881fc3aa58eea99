/* view_resume.c - the question at the beginning: go on with what was being typed, or later. One
 * draft is named in the question, several are a numbered menu. */
#include "tui/home/resume.h"

#include "core/date.h"
#include "core/i18n.h"
#include "core/text/wrap.h"
#include "tui/part/menu.h"

struct resume {
	struct arena arena;
	const char *question;
	struct menu_list list; /* its last entry is "later" */
	const char **forms;
};

/* "14:02", or with its day when that is not today. */
static const char *when(const struct app_context *c, struct arena *a, int64_t at)
{
	char text[TIME_TEXT];

	return arena_strdup(a, time_format_near(at, c->now.today, text));
}

static void make_entries(struct resume *s, const struct app_context *c,
			 const struct resume_rows *given)
{
	size_t n = given->rows.n;
	struct menu_entry *entries = arena_alloc(&s->arena, (n + 1) * sizeof *entries);

	s->forms = arena_alloc(&s->arena, n * sizeof *s->forms);
	for (size_t i = 0; i < n; i++) {
		const struct resume_row *row = &given->rows.at[i];
		s->forms[i] = arena_strdup(&s->arena, row->form);
		entries[i].text = n == 1 ? _("Go on") : arena_strdup(&s->arena, row->text);
		entries[i].note = n == 1 ? NULL : when(c, &s->arena, row->saved_at);
	}
	entries[n].text = _("Later");
	s->list.entries = entries;
	s->list.n = n + 1;
}

static int resume_view_open(struct view *v, const struct view_args *args, struct err *e)
{
	const struct resume_rows *given = args->more;
	const struct resume_row *first = &given->rows.at[0];
	struct resume *s = v->state;

	(void)e;
	make_entries(s, v->context, given);
	s->question =
		given->rows.n == 1
			? arena_printf(&s->arena,
				       _("You were typing %s; it is kept since %s and was "
					 "not sent."),
				       first->text, when(v->context, &s->arena, first->saved_at))
			: _("You were typing these; they are kept and were not sent. Which "
			    "one do you go on with?");
	return 0;
}

static void resume_view_close(struct view *v)
{
	arena_free(&((struct resume *)v->state)->arena);
}

static int question_rows(const struct resume *s, int cols)
{
	return (int)wrap_count(s->question, cols) + 1;
}

static void resume_view_fit(const struct view *v, int *cols, int *rows)
{
	enum { COLS = 60 };
	const struct resume *s = v->state;
	int need, need_rows;

	menu_list_fit(&s->list, &need, &need_rows);
	if (need < COLS)
		need = COLS;
	if (*cols > need)
		*cols = need;
	need_rows += question_rows(s, *cols);
	if (*rows > need_rows)
		*rows = need_rows;
}

static void resume_view_draw(const struct view *v, struct canvas *c)
{
	const struct resume *s = v->state;
	int y = question_rows(s, c->cols);
	struct canvas list = canvas_sub(c, y, 0, c->rows - y, c->cols);

	canvas_paragraph(c, 0, 0, c->cols, y - 1, STYLE_NORMAL, s->question);
	menu_list_draw(&s->list, &list);
}

static size_t page_of(const struct view *v)
{
	int rows = v->rows - question_rows(v->state, v->cols);

	return rows > 0 ? (size_t)rows : 1;
}

static enum reply answer(struct view *v, struct app *app, enum menu_event event)
{
	struct resume *s = v->state;
	size_t chosen = s->list.cursor;

	if (event != MENU_CHOSEN)
		return event == MENU_PASS ? REPLY_PASS : REPLY_DONE;
	app_finish(app, NULL); /* the state stays until this handler has returned */
	if (chosen + 1 < s->list.n)
		resume_open(app, s->forms[chosen]);
	else
		app_info(app, "%s",
			 _("What you typed is kept; where you open it again you go on with it."));
	return REPLY_DONE;
}

static enum reply resume_view_act(struct view *v, struct app *app, enum action a)
{
	struct resume *s = v->state;

	return answer(v, app, menu_list_act(&s->list, a, page_of(v)));
}

static enum reply resume_view_key(struct view *v, struct app *app, const struct key *k)
{
	struct resume *s = v->state;

	return answer(v, app, menu_list_key(&s->list, k, page_of(v)));
}

static enum reply resume_view_point(struct view *v, struct app *app, const struct point *p)
{
	struct resume *s = v->state;

	return answer(v, app, menu_list_point(&s->list, p, page_of(v)));
}

const struct view_ops view_resume = {
	.name = "resume",
	.title = N_("Go on?"),
	.scope = SCOPE_MENU,
	.state_size = sizeof(struct resume),
	.dialog = true,
	.open = resume_view_open,
	.draw = resume_view_draw,
	.act = resume_view_act,
	.key = resume_view_key,
	.point = resume_view_point,
	.fit = resume_view_fit,
	.close = resume_view_close,
};
