/*
 * One frame: lines 1 and 2, the rule with the titles, the body with the dialogs over it, the
 * message and the hint bar. Small terminals lose line 2 first, then the rule.
 */
#include "core/i18n.h"
#include "core/text/utf8.h"
#include "tui/app/app_state.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MORE_TEXT = 48, FOOT = 2, MESSAGE_ROWS = 4 };

static int head_rows(const struct app *app)
{
	return app->grid.rows >= 16 ? 3 : app->grid.rows >= 12 ? 2 : 1;
}

static struct canvas body_of(struct app *app)
{
	struct canvas all = canvas_whole(&app->grid);
	int head = head_rows(app);

	return canvas_sub(&all, head, 0, all.rows - head - FOOT, all.cols);
}

static const char *title_of(const struct view *v)
{
	return v->title ? v->title : v->ops->title ? i18n_label(v->ops->title) : "";
}

/* The box of a dialog, as big as it wishes, in the middle of the body. */
static struct canvas box_of(const struct view *v, const struct canvas *body)
{
	int cols = body->cols - 6, rows = body->rows - 2;

	if (v->ops->fit)
		v->ops->fit(v, &cols, &rows);
	if (cols < utf8_cols(title_of(v)) + 4) /* the title and a corner on either side */
		cols = utf8_cols(title_of(v)) + 4;
	cols = cols + 4 < body->cols ? cols + 4 : body->cols;
	rows = rows + 2 < body->rows ? rows + 2 : body->rows;
	return canvas_sub(body, (body->rows - rows) / 2, (body->cols - cols) / 2, rows, cols);
}

static struct canvas inside(const struct canvas *box)
{
	return canvas_sub(box, 1, 2, box->rows - 2, box->cols - 4);
}

void app_layout(struct app *app)
{
	struct canvas body = body_of(app);

	for (size_t i = 0; i < app->nstack; i++) {
		struct view *v = app->stack[i];
		struct canvas c = body;
		if (v->ops->dialog) {
			c = box_of(v, &body);
			c = inside(&c);
		}
		v->cols = c.cols;
		v->rows = c.rows;
	}
}

/* " ↑ 3 ↓ 11 ", or nothing: what the view that was just drawn told by canvas_more(). */
static void put_more(const struct grid *g, char text[MORE_TEXT])
{
	char *end = text;

	*end = '\0';
	if (g->above)
		end += snprintf(end, MORE_TEXT / 2, " ↑ %d ", g->above);
	if (g->below)
		snprintf(end, MORE_TEXT / 2, g->above ? "↓ %d " : " ↓ %d ", g->below);
}

static void draw_more(struct canvas *c, int y, const char *text)
{
	if (*text)
		canvas_text(c, y, c->cols - utf8_cols(text) - 2, STYLE_DIM, text);
}

/* What Esc leads back to: the screen below, unless the title says it already or leaves no room. */
static const char *title_below(const struct app *app, int cols)
{
	size_t base = app_base(app);
	const struct view *below = base > 0 ? app->stack[base - 1] : NULL;
	const char *title = below && !below->ops->dialog ? title_of(below) : "";
	bool doubled = strncmp(title_of(app->stack[base]), title, strlen(title)) == 0;

	return doubled || utf8_cols(title) >= cols / 3 ? "" : title;
}

/* "── What I owe > 14 Health of pupils ─────" */
static void draw_rule(const struct app *app, struct canvas *c, int y, const char *more)
{
	struct strbuf path = STRBUF_INIT;
	const char *below = title_below(app, c->cols);

	if (*below)
		strbuf_printf(&path, "%s > ", below);
	strbuf_puts(&path, title_of(app->stack[app_base(app)]));
	canvas_hline(c, y, 0, c->cols, STYLE_DIM);
	draw_more(c, y, more);
	if (path.nbytes > 0) {
		int cols = utf8_cols(path.s),
		    room = c->cols - 6 - (*more ? utf8_cols(more) + 2 : 0);
		canvas_text(c, y, 2, STYLE_DIM, " ");
		canvas_field(c, y, 3, cols < room ? cols : room, ALIGN_LEFT, STYLE_STRONG, path.s);
		canvas_text(c, y, 3 + (cols < room ? cols : room), STYLE_DIM, " ");
	}
	strbuf_free(&path);
}

static void draw_head(const struct app *app, struct canvas *c, const char *more)
{
	int rows = head_rows(app);

	headline_draw(&app->frame.work, c, 0, STYLE_TITLE);
	if (rows >= 3)
		headline_draw(&app->frame.period, c, 1, STYLE_STATUS);
	if (rows >= 2)
		draw_rule(app, c, rows - 1, more);
}

/* Grows over the foot of the body when the sentence is long. */
static void draw_message(const struct app *app, struct canvas *c, int style, const char *text)
{
	bool is_error = style == STYLE_ERROR;
	int x = is_error ? 3 : 1, cols = c->cols - x - 1;

	if (!*text)
		return;
	struct grid lines;
	grid_init(&lines, c->cols, MESSAGE_ROWS, app->look);
	struct canvas in = canvas_whole(&lines);
	int n = canvas_paragraph(&in, 0, x, cols, MESSAGE_ROWS, style, text);
	if (is_error)
		canvas_text(&in, 0, 1, STYLE_ERROR, "!");
	struct canvas out = canvas_sub(c, c->rows - 1 - n, 0, n, c->cols);
	canvas_copy(&out, &lines, 0);
	grid_free(&lines);
}

/* Moving goes without saying, but where a view says otherwise. */
static bool offers(const void *view, enum action a)
{
	const struct view *v = view;

	if (action_info(a)->scope == SCOPE_MOVE)
		return v->ops->tells && v->ops->tells(v, a);
	return app_offers(view, a);
}

/* Those of the row that the view still tells of. */
static void find_hints(struct app *app, int cols)
{
	const struct view *v = app_top(app);

	if (v->lagging && app->hinted == v && app->hinted_cols == cols)
		return;
	app->nhints = keymap_hints(app->keys, v->scope, cols, offers, v, app->hints,
				   sizeof app->hints / sizeof app->hints[0]);
	app->hinted = v;
	app->hinted_cols = cols;
}

static void draw_hints(struct app *app, struct canvas *c)
{
	int y = c->rows - 1, x = 1;

	find_hints(app, c->cols - 2);
	for (size_t i = 0; i < app->nhints; i++) {
		const struct keymap_hint *hint = &app->hints[i];
		int from = x;
		x += canvas_text(c, y, x, STYLE_HINT_KEY, hint->key) + 1;
		x += canvas_text(c, y, x, STYLE_HINT, hint->text);
		canvas_target(c, y, from, 1, x - from, TARGET_ACTION, (int)hint->action);
		x += 2;
	}
}

/* `more`: of the screen below the dialogs, for the rule over it. */
static void draw_views(struct app *app, char more[MORE_TEXT])
{
	struct canvas body = body_of(app);

	for (size_t i = app_base(app); i < app->nstack; i++) {
		const struct view *v = app->stack[i];
		struct canvas box = body, c = body;
		char text[MORE_TEXT];

		app->grid.cursor_y = app->grid.cursor_x = -1;
		app->grid.above = app->grid.below = 0;
		app->grid.ntargets = 0; /* only the top view can be clicked */
		if (v->ops->dialog) {
			box = box_of(v, &body);
			canvas_fill(&box, STYLE_NORMAL);
			canvas_box(&box, STYLE_NORMAL, title_of(v));
			c = inside(&box);
		}
		if (v->ops->draw)
			v->ops->draw(v, &c);
		put_more(&app->grid, v->ops->dialog ? text : more);
		if (v->ops->dialog)
			draw_more(&box, box.rows - 1, text);
	}
}

static void draw_too_small(struct canvas *c)
{
	canvas_paragraph(c, 0, 0, c->cols, c->rows, STYLE_NORMAL,
			 _("The window is too small: 40 columns and 10 lines at least. Nothing is "
			   "lost; Esc leaves."));
}

bool app_is_too_small(const struct app *app)
{
	return app->grid.cols < APP_LEAST_COLS || app->grid.rows < APP_LEAST_ROWS;
}

void app_draw(struct app *app)
{
	struct canvas c = canvas_whole(&app->grid);
	char more[MORE_TEXT] = "";

	grid_clear(&app->grid);
	app->pointed = app_top(app);
	if (app_is_too_small(app)) {
		draw_too_small(&c);
		return;
	}
	if (app->nstack == 0)
		return;
	draw_views(app, more);
	draw_head(app, &c, more);
	draw_message(app, &c, app->message_style, app_message(app));
	draw_hints(app, &c);
}

void app_draw_over(struct app *app, const char *text)
{
	struct canvas c = canvas_whole(&app->grid);

	if (!app_is_too_small(app))
		draw_message(app, &c, STYLE_INFO, text);
}
