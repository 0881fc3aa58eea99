/* view_resume.c - the question at the beginning: go on with what was being typed, later, or throw
 * it away. One draft is named in the question, several are a numbered menu. */
#include "tui/home/resume.h"

#include "core/date.h"
#include "core/i18n.h"
#include "core/text/wrap.h"
#include "db/change.h"
#include "tui/part/dialog.h"
#include "tui/part/menu.h"

enum { TAG_THROW = 1 };

struct resume {
	struct arena arena;
	struct resume_rows rows;
	const char *question;
	struct menu_list list; /* behind the rows: "later" and "throw away" */
	bool throws;	       /* chosen is what is thrown away; then "back" alone is behind them */
	size_t thrown;	       /* the row that the question is about */
};

/* "14:02", or with its day when that is not today. */
static const char *when(const struct app_context *c, struct arena *a, int64_t at)
{
	char text[TIME_TEXT];

	return arena_strdup(a, time_format_near(at, c->now.today, text));
}

static void make_entries(struct resume *s, const struct app_context *c)
{
	enum { BEHIND = 2 };
	size_t n = s->rows.rows.n, k = n;
	struct menu_entry *entries = arena_alloc(&s->arena, (n + BEHIND) * sizeof *entries);
	bool alone = n == 1 && !s->throws;

	for (size_t i = 0; i < n; i++) {
		const struct resume_row *row = &s->rows.rows.at[i];

		entries[i].text = alone ? _("Go on") : row->text;
		entries[i].note = alone ? NULL : when(c, &s->arena, row->saved_at);
	}
	entries[k++].text = s->throws ? _("Back") : _("Later");
	if (!s->throws)
		entries[k++].text = alone ? _("Throw it away") : _("Throw one of them away");
	s->list = (struct menu_list){.entries = entries, .n = k};
}

static const char *question(struct resume *s, const struct app_context *c)
{
	const struct resume_row *first = &s->rows.rows.at[0];

	if (s->throws)
		return _("Which one is thrown away?");
	if (s->rows.rows.n > 1)
		return _("You were typing these; they are kept and were not sent. Which "
			 "one do you go on with?");
	return arena_printf(&s->arena,
			    _("You were typing %s; it is kept since %s and was not sent."),
			    first->text, when(c, &s->arena, first->saved_at));
}

static void show(struct resume *s, const struct app_context *c, bool throws)
{
	s->throws = throws;
	make_entries(s, c);
	s->question = question(s, c);
}

static int resume_view_open(struct view *v, const struct view_args *args, struct err *e)
{
	const struct resume_rows *given = args->more;
	struct resume *s = v->state;

	(void)e;
	for (size_t i = 0; i < given->rows.n; i++) {
		const struct resume_row *row = &given->rows.at[i];

		*vec_push(&s->arena, &s->rows.rows) =
			(struct resume_row){.form = arena_strdup(&s->arena, row->form),
					    .text = arena_strdup(&s->arena, row->text),
					    .saved_at = row->saved_at};
	}
	show(s, v->context, false);
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

static void ask_throw(struct resume *s, struct app *app, size_t row)
{
	struct arena a = ARENA_INIT;

	s->thrown = row;
	dialog_confirm(app, TAG_THROW, _("Throw away"),
		       arena_printf(&a, _("What you typed is thrown away: %s."),
				    s->rows.rows.at[row].text),
		       _("Throw away"), _("Keep"));
	arena_free(&a);
}

/* The question goes when nothing is left to be asked about. */
static enum reply throw_away(struct view *v, struct app *app)
{
	struct resume *s = v->state;
	struct err e = ERR_INIT;

	if (resume_throw(v->context, s->rows.rows.at[s->thrown].form, &e) < 0) {
		app_error(app, &e);
		return REPLY_DONE;
	}
	app_changed(app, CHANGE_DRAFT);
	s->rows.rows.n--;
	for (size_t i = s->thrown; i < s->rows.rows.n; i++)
		s->rows.rows.at[i] = s->rows.rows.at[i + 1];
	if (s->rows.rows.n)
		show(s, v->context, false);
	else
		app_finish(app, NULL);
	app_info(app, "%s", _("What you typed is thrown away."));
	return REPLY_DONE;
}

/* Behind the rows. */
static enum reply chosen_behind(struct resume *s, struct app *app, bool first)
{
	if (s->throws) {
		show(s, app_context(app), false);
	} else if (!first && s->rows.rows.n == 1) {
		ask_throw(s, app, 0);
	} else if (!first) {
		show(s, app_context(app), true);
	} else {
		app_finish(app, NULL);
		app_info(app, "%s",
			 _("What you typed is kept; where you open it again you go on with it."));
	}
	return REPLY_DONE;
}

static enum reply answer(struct view *v, struct app *app, enum menu_event event)
{
	struct resume *s = v->state;
	size_t chosen = s->list.cursor;

	if (event != MENU_CHOSEN)
		return event == MENU_PASS ? REPLY_PASS : REPLY_DONE;
	if (chosen >= s->rows.rows.n)
		return chosen_behind(s, app, chosen == s->rows.rows.n);
	if (s->throws) {
		ask_throw(s, app, chosen);
	} else {
		app_finish(app, NULL); /* the state stays until this handler has returned */
		resume_open(app, s->rows.rows.at[chosen].form);
	}
	return REPLY_DONE;
}

static enum reply resume_view_resume(struct view *v, struct app *app, const struct view_result *r)
{
	return r->ok && r->tag == TAG_THROW ? throw_away(v, app) : REPLY_DONE;
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
	.resume = resume_view_resume,
	.fit = resume_view_fit,
	.close = resume_view_close,
};
