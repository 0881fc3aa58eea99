/* Questions and notices: a text, and one to three buttons under it. A text that is longer than the
 * box is moved with Up and Down, which choose between the buttons else. */
#include "tui/part/dialog.h"

#include "core/i18n.h"
#include "core/text/utf8.h"
#include "core/text/wrap.h"
#include "tui/part/page.h"

#include <stdlib.h>
#include <string.h>

enum { TEXT_COLS = 56, MOST_BUTTONS = 3 };

struct question {
	char *text;
	char *buttons[MOST_BUTTONS]; /* the safe one first; a notice has no other */
	size_t nbuttons, marked;
	int top; /* first line of the text that is seen */
};

struct question_more {
	const char *text;
	const char *buttons[MOST_BUTTONS]; /* up to the first NULL */
	size_t marked;			   /* at first */
};

static int question_open(struct view *v, const struct view_args *args, struct err *e)
{
	const struct question_more *more = args->more;
	struct question *q = v->state;

	(void)e;
	view_set_title(v, args->text);
	q->text = xstrdup(more->text);
	q->marked = more->marked;
	while (q->nbuttons < MOST_BUTTONS && more->buttons[q->nbuttons]) {
		q->buttons[q->nbuttons] = xstrdup(more->buttons[q->nbuttons]);
		q->nbuttons++;
	}
	return 0;
}

static void question_close(struct view *v)
{
	struct question *q = v->state;

	free(q->text);
	for (size_t i = 0; i < q->nbuttons; i++)
		free(q->buttons[i]);
}

static void question_fit(const struct view *v, int *cols, int *rows)
{
	const struct question *q = v->state;
	int need = 6;

	for (size_t i = 0; i < q->nbuttons; i++)
		need += utf8_cols(q->buttons[i]) + 8;
	if (need < TEXT_COLS)
		need = TEXT_COLS;
	if (need < *cols)
		*cols = need;
	need = (int)wrap_count(q->text, *cols) + 2;
	if (need < *rows)
		*rows = need;
}

static void question_draw(const struct view *v, struct canvas *c)
{
	const struct question *q = v->state;
	int x = 0, y = c->rows - 1;

	struct canvas text = canvas_sub(c, 0, 0, c->rows - 2, c->cols);
	struct page_line line = {.style = STYLE_NORMAL, .text = q->text};

	page_show(&(struct page){.lines = {&line, 1, 1}}, q->top, &text);
	for (size_t i = 0; i < q->nbuttons; i++) {
		bool is_marked = i == q->marked;
		int cols = canvas_printf(c, y, x, is_marked ? STYLE_BUTTON_FOCUS : STYLE_BUTTON,
					 is_marked ? "> %zu %s <" : "[ %zu %s ]", i + 1,
					 q->buttons[i]);
		canvas_target(c, y, x, 1, cols, TARGET_BUTTON, (int)i);
		x += cols + 2;
	}
}

static void give_answer(const struct question *q, struct app *app)
{
	app_finish(app, &(struct view_result){.ok = q->nbuttons == 1 || q->marked > 0,
					      .choice = (int)q->marked});
}

static enum reply question_act(struct view *v, struct app *app, enum action a)
{
	struct question *q = v->state;

	switch ((int)a) {
	case DO_ANSWER_NEXT:
		q->marked = (q->marked + 1) % q->nbuttons;
		return REPLY_DONE;
	case DO_ANSWER_PREV:
		q->marked = (q->marked + q->nbuttons - 1) % q->nbuttons;
		return REPLY_DONE;
	case DO_ANSWER:
		give_answer(q, app);
		return REPLY_DONE;
	default:
		return REPLY_PASS;
	}
}

/* The keys that move a text. */
static enum action move_of(const struct key *k)
{
	if (k->kind != INPUT_NAMED || k->mods)
		return DO_NONE;
	return k->name == K_UP		? DO_UP
	       : k->name == K_DOWN	? DO_DOWN
	       : k->name == K_PAGE_UP	? DO_PAGE_UP
	       : k->name == K_PAGE_DOWN ? DO_PAGE_DOWN
					: DO_NONE;
}

static enum reply question_key(struct view *v, struct app *app, const struct key *k)
{
	struct question *q = v->state;
	int digit = key_digit(k), total = (int)wrap_count(q->text, v->cols), room = v->rows - 2;

	if (total > room && page_act(&q->top, move_of(k), total, room))
		return REPLY_DONE;
	if (digit < 1 || (size_t)digit > q->nbuttons)
		return REPLY_PASS;
	q->marked = (size_t)digit - 1;
	give_answer(q, app);
	return REPLY_DONE;
}

static enum reply question_point(struct view *v, struct app *app, const struct point *p)
{
	struct question *q = v->state;

	if (p->kind != TARGET_BUTTON || p->mouse != MOUSE_PRESS)
		return REPLY_DONE; /* the wheel must not move the mark */
	q->marked = (size_t)p->index;
	give_answer(q, app);
	return REPLY_DONE;
}

static bool question_offers(const struct view *v, enum action a)
{
	const struct question *q = v->state;

	return q->nbuttons > 1 || (a != DO_ANSWER_NEXT && a != DO_ANSWER_PREV);
}

static const struct view_ops question_view = {
	.name = "question",
	.scope = SCOPE_DIALOG,
	.state_size = sizeof(struct question),
	.dialog = true,
	.open = question_open,
	.draw = question_draw,
	.act = question_act,
	.key = question_key,
	.point = question_point,
	.offers = question_offers,
	.fit = question_fit,
	.close = question_close,
};

static int ask(struct app *app, int tag, const char *title, const struct question_more *more)
{
	return app_push(app, &question_view,
			&(struct view_args){.tag = tag, .text = title, .more = more});
}

int dialog_confirm(struct app *app, int tag, const char *title, const char *text, const char *act,
		   const char *safe)
{
	return ask(app, tag, title,
		   &(struct question_more){text, {safe ? safe : _("Cancel"), act}, 0});
}

int dialog_agree(struct app *app, int tag, const char *title, const char *text, const char *act)
{
	return ask(app, tag, title, &(struct question_more){text, {_("Cancel"), act}, 1});
}

int dialog_either(struct app *app, int tag, const char *title, const char *text, const char *safe,
		  const char *first, const char *second)
{
	return ask(app, tag, title, &(struct question_more){text, {safe, first, second}, 0});
}

int dialog_notice(struct app *app, int tag, const char *title, const char *text)
{
	return ask(app, tag, title, &(struct question_more){text, {_("Close")}, 0});
}
