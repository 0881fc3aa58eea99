/*
 * home_strip.c - what came in, above the list of a first screen. It takes few lines of the body and
 * scrolls inside them, so that the list never has less than it needs.
 */
#include "tui/home/home_strip.h"

#include "core/text/utf8.h"
#include "db/change.h"

#include <stdio.h>
#include <string.h>

enum { MOST_LINES = 3, LINES_OF_SMALL = 2, SMALL_BODY = 14, INDENT = 2 };

int home_strip_load(struct home_strip *s, struct view *v, const struct scene *sc, struct err *e)
{
	struct home_lines lines;

	if (home_lines_load(v->context, &v->arena, sc, &lines, e) < 0)
		return -1;
	s->lines = lines;
	if (s->cursor >= lines.n)
		s->cursor = lines.n ? lines.n - 1 : 0;
	s->focus = s->focus && lines.n;
	return 0;
}

int home_strip_rows(const struct home_strip *s, int body_rows)
{
	int most = body_rows < SMALL_BODY ? LINES_OF_SMALL : MOST_LINES;

	return s->lines.n < (size_t)most ? (int)s->lines.n : most;
}

static const char *key_shown(const struct home_strip *s, const struct canvas *c)
{
	if (!s->by_up)
		return "Tab";
	return c->grid->look == LOOK_NARROW ? "↑" : "Up";
}

/* At the right of the first line the key that leads here, and "2/5" where not all are seen. */
static int draw_corner(const struct home_strip *s, struct canvas *c)
{
	char text[64] = "";
	int cols;

	if (s->lines.n > (size_t)c->rows)
		snprintf(text, sizeof text, "%zu/%zu", s->focus ? s->cursor + 1 : 1, s->lines.n);
	if (!s->focus)
		snprintf(text + strlen(text), sizeof text - strlen(text), "%s%s", *text ? " " : "",
			 key_shown(s, c));
	cols = utf8_cols(text);
	canvas_text(c, 0, c->cols - INDENT - cols, STYLE_DIM, text);
	return cols ? cols + 1 : 0;
}

static void draw_line(const struct home_strip *s, size_t i, struct canvas *c, int y, int cols)
{
	const struct home_line *line = &s->lines.at[i];
	char number[32] = "";
	int x = INDENT;

	if (s->focus) {
		snprintf(number, sizeof number, "%zu · ", i + 1);
		x += canvas_text(c, y, x, STYLE_DIM, number);
	}
	canvas_field(c, y, x, cols - x, ALIGN_LEFT, line->style, line->text);
	canvas_target(c, y, 0, 1, c->cols, TARGET_ENTRY, (int)i);
	if (!s->focus || i != s->cursor)
		return;
	canvas_text(c, y, 0, STYLE_NORMAL, canvas_marker(c));
	canvas_select(c, y, 1, cols - 1);
}

void home_strip_draw(const struct home_strip *s, struct canvas *c)
{
	size_t page = (size_t)(c->rows > 0 ? c->rows : 0);
	/* Left, it shows again what is most urgent. */
	size_t top = s->focus && s->cursor >= page ? s->cursor - page + 1 : 0;

	for (size_t i = 0; i < page && top + i < s->lines.n; i++)
		draw_line(s, top + i, c, (int)i, c->cols - INDENT - (i ? 0 : draw_corner(s, c)));
}

bool home_strip_enter(struct home_strip *s, enum action a)
{
	if (!s->lines.n)
		return false;
	s->cursor = a == DO_UP ? s->lines.n - 1 : 0;
	return s->focus = true;
}

static enum reply open_line(struct home_strip *s, struct app *app, size_t i)
{
	const struct home_line *line = &s->lines.at[i];

	s->cursor = i;
	if (line->news) {
		home_lines_read(app_context(app), line);
		app_changed(app, CHANGE_REQUEST); /* so that it goes */
	}
	app_push(app, line->ops, &line->args);
	return REPLY_DONE;
}

enum reply home_strip_act(struct home_strip *s, struct app *app, enum action a)
{
	if (!s->focus)
		return REPLY_PASS;
	switch ((int)a) {
	case DO_UP:
		s->cursor -= s->cursor > 0;
		return REPLY_DONE;
	case DO_DOWN:
		s->focus = ++s->cursor < s->lines.n;
		s->cursor -= !s->focus;
		return REPLY_DONE;
	case DO_BACK:
	case DO_CAME_IN:
		s->focus = false;
		return REPLY_DONE;
	case DO_OPEN:
		return open_line(s, app, s->cursor);
	default:
		return REPLY_PASS;
	}
}

enum reply home_strip_key(struct home_strip *s, struct app *app, const struct key *k)
{
	int digit = s->focus ? key_digit(k) : 0;

	return digit > 0 && (size_t)digit <= s->lines.n ? open_line(s, app, (size_t)digit - 1)
							: REPLY_PASS;
}

enum reply home_strip_point(struct home_strip *s, struct app *app, const struct point *at)
{
	if (!point_on(at, TARGET_ENTRY))
		return REPLY_PASS;
	if ((size_t)at->index < s->lines.n)
		return open_line(s, app, (size_t)at->index);
	s->focus = false; /* the list below */
	return REPLY_DONE;
}
