/*
 * A form in the room it has: the part around the focus where that is too low, areas made higher
 * where rows would stay empty, one field alone on the whole screen.
 */
#include "tui/part/form.h"

#include "core/i18n.h"
#include "core/text/utf8.h"
#include "tui/part/form_state.h"

#include <stdlib.h>
#include <string.h>

/* More rows than the form can need. */
static int most_rows(const struct form *f)
{
	int rows = 8;

	for (size_t i = 0; i < f->n; i++)
		rows += (f->fields[i].is.kind == FIELD_SHOW
				 ? 12
				 : form_field_rows(f, &f->fields[i], 0)) +
			9;
	return rows;
}

/* The whole form on a grid of its own, its areas higher by the spare rows. */
static struct form_layout lay_out(const struct form *f, struct grid *all, int spare)
{
	struct canvas whole = canvas_whole(all);
	struct form_layout l = {.form = f, .c = &whole, .spare = spare};

	form_draw_fields(&l);
	l.c = NULL;
	return l;
}

/* Rows that stay empty under the form, but for the one at the foot. */
static int rows_left(const struct form_layout *l, int rows)
{
	return rows - l->y > 1 ? rows - l->y - 1 : 0;
}

int form_spare_rows(const struct form *f, int rows, int cols)
{
	struct grid all;

	grid_init(&all, cols, most_rows(f), LOOK_NARROW);
	struct form_layout l = lay_out(f, &all, 0);
	grid_free(&all);
	return rows_left(&l, rows);
}

/* "line 3 of 12   128 / 2000" */
static void draw_zoomed_head(const struct field *field, struct canvas *head)
{
	char counter[FORM_COUNTER];
	int line, col, lines = edit_lines(&field->edit, head->cols);

	edit_cursor(&field->edit, head->cols, &line, &col);
	form_count(field, counter);
	char *text = xasprintf(_("line %d of %d"), line + 1, lines);
	char *right = xasprintf("%s   %s", text, counter);
	int cols = utf8_cols(right);
	size_t left;
	canvas_field(head, 0, 0, head->cols - cols - 1, ALIGN_LEFT, STYLE_STRONG,
		     field->is.label ? field->is.label : "");
	canvas_text(head, 0, head->cols - cols,
		    form_is_nearly_full(field, &left) ? STYLE_STRONG : STYLE_DIM, right);
	free(right);
	free(text);
}

static void draw_zoomed(const struct form *f, struct canvas *c)
{
	const struct field *field = &f->fields[f->focus];
	struct canvas body = canvas_sub(c, 1, 1, c->rows - 1, c->cols - 2);
	struct canvas head = canvas_sub(c, 0, 1, 1, c->cols - 2);

	draw_zoomed_head(field, &head);
	if (field->error) { /* below the text, which gives it a line */
		body.rows--;
		canvas_field(c, c->rows - 1, 1, c->cols - 2, ALIGN_LEFT, STYLE_ERROR, field->error);
	}
	edit_draw(&field->edit, &body, STYLE_FIELD_FOCUS, true);
	canvas_target(&body, 0, 0, body.rows, body.cols, TARGET_FIELD, (int)f->focus);
}

/* The last line, where the form leaves it free: how much is in the field, and, with a line between,
 * what belongs into it. */
static void draw_foot(const struct form *f, struct canvas *c, bool with_help)
{
	enum { FROM_ROWS = 24 };
	const char *help = with_help ? form_field_help(f) : NULL;
	char counter[FORM_COUNTER] = "";
	const struct field *field = form_on_button(f) ? NULL : &f->fields[f->focus];

	if (field &&
	    (field->is.kind == FIELD_TEXT || (field->is.kind == FIELD_AREA && !field->is.label)))
		form_count(field, counter);
	int cols = (int)strlen(counter);
	canvas_text(c, c->rows - 1, c->cols - 1 - cols, STYLE_DIM, counter);
	if (help && c->grid->rows >= FROM_ROWS)
		canvas_field(c, c->rows - 1, FORM_LEFT, c->cols - FORM_LEFT - cols - 3, ALIGN_LEFT,
			     STYLE_DIM, help);
}

void form_draw(const struct form *f, struct canvas *c)
{
	struct grid all;

	if (f->zoomed) {
		draw_zoomed(f, c);
		return;
	}
	grid_init(&all, c->cols, most_rows(f) + c->rows, c->grid->look);
	struct form_layout l = lay_out(f, &all, 0);
	int spare = rows_left(&l, c->rows);
	if (spare > 0) {
		grid_clear(&all);
		l = lay_out(f, &all, spare);
	}
	int top = l.focus_to > c->rows ? l.focus_to - c->rows : 0;
	if (top > l.focus_from)
		top = l.focus_from;
	canvas_copy(c, &all, top);
	canvas_more(c, top, l.y - top - c->rows);
	if (l.y < c->rows)
		draw_foot(f, c, l.y < c->rows - 1);
	grid_free(&all);
}
