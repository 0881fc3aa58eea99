/*
 * A form on the screen: labels, inputs in brackets, notes under them, errors beside them. The whole
 * form is drawn on a grid of its own, and the part around the focus is shown.
 */
#include "tui/part/form.h"

#include "core/i18n.h"
#include "core/utf8.h"
#include "core/wrap.h"
#include "tui/part/form_state.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { AREA_ROWS = 3, LEFT = 1, BRACKETS = 2, BESIDE = 24, COUNTER = 48 };

int form_label_cols(const struct form *f, int cols)
{
	int widest = 0;

	for (size_t i = 0; i < f->n; i++) {
		const char *label = f->fields[i].is.label;
		int need = label ? utf8_cols(label) + (f->fields[i].is.required ? 2 : 0) : 0;
		if (need > widest)
			widest = need;
	}
	return widest < cols / 3 ? widest : cols / 3;
}

/* Whether what stands after the input has room beside it; else it goes under it. */
static bool is_beside(const struct field *field, int room)
{
	enum { LEAST = 10 };
	int wanted = field->is.cols > 0 ? field->is.cols : LEAST;

	return field->is.after && room - utf8_cols(field->is.after) - 1 >= wanted;
}

static int input_room(const struct form *f, int cols)
{
	return cols - LEFT - form_label_cols(f, cols) - 1 - BRACKETS - 1;
}

int form_input_cols(const struct form *f, const struct field *field, int cols)
{
	int room = input_room(f, cols);

	if (is_beside(field, room))
		room -= utf8_cols(field->is.after) + 1;
	if (room < 4)
		room = 4;
	return field->is.cols > 0 && field->is.cols < room ? field->is.cols : room;
}

/* Where everything of one form goes; x: the column of the inputs. */
struct layout {
	const struct form *form;
	struct canvas *c;
	int x, y;
	int focus_from, focus_to; /* rows of the field with the focus */
};

int form_area_rows(const struct field *f)
{
	if (f->is.kind != FIELD_AREA)
		return 1;
	return f->is.rows > 0 ? f->is.rows : AREA_ROWS;
}

static void draw_choice(const struct field *f, struct canvas *c, bool focus, int number)
{
	int style = focus ? STYLE_FIELD_FOCUS : STYLE_FIELD, x = 0, need = 0;

	for (size_t i = 0; i < f->is.nchoices; i++)
		need += utf8_cols(f->is.choices[i].label) + 5;
	if (need <= c->cols) {
		for (size_t i = 0; i < f->is.nchoices; i++) {
			bool is_chosen = (int)i == f->choice;
			int cols = canvas_printf(c, 0, x, is_chosen ? style : STYLE_NORMAL,
						 is_chosen ? "[%zu %s]" : " %zu %s ", i + 1,
						 f->is.choices[i].label);
			if (i < 9)
				canvas_target(c, 0, x, 1, cols, TARGET_CHOICE,
					      number * FORM_CHOICES + (int)i);
			x += cols + 1;
		}
	} else {
		canvas_printf(c, 0, 0, style, "< %s >  %d/%zu",
			      f->choice < 0 ? "" : f->is.choices[f->choice].label, f->choice + 1,
			      f->is.nchoices);
	}
	if (focus)
		canvas_cursor(c, 0, 0);
}

static void draw_brackets(struct layout *l, int cols, int rows)
{
	for (int i = 0; i < rows; i++) {
		canvas_text(l->c, l->y + i, l->x, STYLE_DIM, "[");
		canvas_text(l->c, l->y + i, l->x + 1 + cols, STYLE_DIM, "]");
	}
}

/* Draws the input of a field; returns the column behind it. */
static int draw_input(struct layout *l, const struct field *f, bool focus, int rows)
{
	int cols = form_input_cols(l->form, f, l->c->cols);
	int number = (int)(f - l->form->fields);
	int style = focus ? STYLE_FIELD_FOCUS : STYLE_FIELD;
	struct canvas in = canvas_sub(l->c, l->y, l->x + 1, rows, cols);

	if (f->is.kind == FIELD_CHOICE) {
		in = canvas_sub(l->c, l->y, l->x, 1, cols + BRACKETS);
		canvas_target(&in, 0, 0, 1, in.cols, TARGET_FIELD, number);
		draw_choice(f, &in, focus, number);
		return l->c->cols;
	}
	if (f->is.kind == FIELD_CHECK) {
		canvas_text(l->c, l->y, l->x, style, f->choice ? "[x]" : "[ ]");
		canvas_target(l->c, l->y, l->x, 1, 3, TARGET_FIELD, number);
		if (focus)
			canvas_cursor(l->c, l->y, l->x + 1);
		return l->x + 3;
	}
	draw_brackets(l, cols, rows);
	edit_draw(&f->edit, &in, style, focus);
	canvas_target(&in, 0, 0, rows, cols, TARGET_FIELD, number);
	return l->x + cols + BRACKETS;
}

/* Characters that still fit, and whether they are so few that it is worth saying. */
static bool is_nearly_full(const struct field *f, size_t *left)
{
	enum { SHARE = 10, FEW = 20 };
	size_t max = f->is.max_chars, have = edit_length(&f->edit);

	*left = have < max ? max - have : 0;
	return max > FEW && (f->is.kind == FIELD_AREA || f->is.kind == FIELD_TEXT) &&
	       *left <= (max / SHARE > FEW ? max / SHARE : FEW);
}

/* "128 / 2000", or shorter where there is little room; "" where nothing is counted. */
static void put_counter(const struct field *f, char text[COUNTER], int room)
{
	size_t have = edit_length(&f->edit);

	*text = '\0';
	if (!f->is.max_chars)
		return;
	snprintf(text, COUNTER, "%zu / %zu", have, f->is.max_chars);
	if ((int)strlen(text) > room)
		snprintf(text, COUNTER, "%zu/%zu", have, f->is.max_chars);
	if ((int)strlen(text) > room)
		*text = '\0';
}

static void draw_counter(struct layout *l, const struct field *f)
{
	char text[COUNTER];
	size_t left;

	put_counter(f, text, l->x - LEFT - 1);
	canvas_text(l->c, l->y + 1, LEFT, is_nearly_full(f, &left) ? STYLE_STRONG : STYLE_DIM,
		    text);
}

/* A label too long for its column takes lines of its own above the input. */
static void draw_label(struct layout *l, const struct field *f, bool focus)
{
	int cols = l->x - LEFT - 1, style = focus ? STYLE_STRONG : STYLE_LABEL;
	char *text = xasprintf(f->is.required ? "%s *" : "%s", f->is.label ? f->is.label : "");

	if (utf8_cols(text) > cols)
		l->y += canvas_paragraph(l->c, l->y, LEFT, l->c->cols - LEFT - 1, 3, style, text);
	else
		canvas_field(l->c, l->y, LEFT, cols, ALIGN_LEFT, style, text);
	if (focus)
		canvas_text(l->c, l->y, 0, STYLE_STRONG, canvas_marker(l->c));
	free(text);
}

/* A sentence under the input. Moves down by its lines. */
static void draw_under(struct layout *l, const char *text, int style)
{
	if (text)
		l->y += canvas_paragraph(l->c, l->y, l->x, l->c->cols - l->x - 1, 4, style, text);
}

static void draw_show(struct layout *l, const struct field *f)
{
	int x = f->is.label ? l->x : LEFT;

	draw_label(l, f, false);
	int n = canvas_paragraph(l->c, l->y, x, l->c->cols - x - 1, 12, STYLE_NORMAL,
				 edit_text(&f->edit));
	l->y += n > 0 ? n : 1;
	draw_under(l, f->note, STYLE_DIM);
}

/* Before one types against the end. */
static void draw_left(struct layout *l, const struct field *f)
{
	size_t left;

	if (f->error || !is_nearly_full(f, &left))
		return;
	char *text = xasprintf(
		Q_("%zu more character fits here", "%zu more characters fit here", left), left);
	draw_under(l, text, STYLE_STRONG);
	free(text);
}

static void draw_field(struct layout *l, const struct field *f, bool focus)
{
	int rows = form_area_rows(f);

	draw_label(l, f, focus);
	int x = draw_input(l, f, focus, rows) + 1;
	if (f->is.kind == FIELD_AREA && focus)
		draw_counter(l, f);
	bool after_beside =
		f->is.kind == FIELD_CHECK || is_beside(f, input_room(l->form, l->c->cols));
	if (f->is.after && after_beside)
		x += canvas_text(l->c, l->y, x, STYLE_NORMAL, f->is.after) + 1;
	/* Short sentences go beside a short input, all others under it. */
	int room = l->c->cols - x - 1;
	bool beside = f->error && room >= BESIDE && utf8_cols(f->error) < room;
	if (beside)
		canvas_text(l->c, l->y, x + 1, STYLE_ERROR, f->error);
	l->y += rows;
	if (!beside)
		draw_under(l, f->error, STYLE_ERROR);
	if (focus)
		draw_left(l, f);
	if (f->is.after && !after_beside)
		draw_under(l, f->is.after, STYLE_NORMAL);
	draw_under(l, f->note, STYLE_DIM);
}

static void draw_button(struct layout *l)
{
	bool focus = form_on_button(l->form);

	l->y++;
	draw_under(l, l->form->error, STYLE_ERROR);
	if (focus) {
		canvas_text(l->c, l->y, 0, STYLE_STRONG, canvas_marker(l->c));
		canvas_cursor(l->c, l->y, l->x + 2);
	}
	canvas_printf(l->c, l->y, l->x, focus ? STYLE_BUTTON_FOCUS : STYLE_BUTTON,
		      focus ? "> %s <" : "[ %s ]", l->form->submit);
	canvas_target(l->c, l->y, l->x, 1, utf8_cols(l->form->submit) + 4, TARGET_BUTTON, 0);
	l->y++;
}

static void draw_all(struct layout *l)
{
	const struct form *f = l->form;

	l->x = LEFT + form_label_cols(f, l->c->cols) + 1;
	for (size_t i = 0; i < f->n; i++) {
		if (i == f->focus)
			l->focus_from = l->y;
		if (f->fields[i].is.kind == FIELD_SHOW)
			draw_show(l, &f->fields[i]);
		else
			draw_field(l, &f->fields[i], i == f->focus);
		if (i == f->focus)
			l->focus_to = l->y;
	}
	if (form_on_button(f))
		l->focus_from = l->y;
	draw_button(l);
	if (form_on_button(f))
		l->focus_to = l->y;
}

/* More rows than the form can need. */
static int most_rows(const struct form *f)
{
	int rows = 8;

	for (size_t i = 0; i < f->n; i++)
		rows += (f->fields[i].is.kind == FIELD_SHOW ? 12 : form_area_rows(&f->fields[i])) +
			9;
	return rows;
}

/* "line 3 of 12   128 / 2000" */
static void draw_zoomed_head(const struct field *field, struct canvas *head)
{
	char counter[COUNTER];
	int line, col, lines = edit_lines(&field->edit, head->cols);

	edit_cursor(&field->edit, head->cols, &line, &col);
	put_counter(field, counter, COUNTER);
	char *text = xasprintf(_("line %d of %d"), line + 1, lines);
	char *right = xasprintf("%s   %s", text, counter);
	int cols = utf8_cols(right);
	size_t left;
	canvas_field(head, 0, 0, head->cols - cols - 1, ALIGN_LEFT, STYLE_STRONG,
		     field->is.label ? field->is.label : "");
	canvas_text(head, 0, head->cols - cols,
		    is_nearly_full(field, &left) ? STYLE_STRONG : STYLE_DIM, right);
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

/* The last line, where the form leaves it free: what belongs into the field, how much is in it. */
static void draw_foot(const struct form *f, struct canvas *c)
{
	enum { FROM_ROWS = 24 };
	const char *help = form_field_help(f);
	char counter[COUNTER] = "";
	const struct field *field = form_on_button(f) ? NULL : &f->fields[f->focus];

	if (field && field->is.kind == FIELD_TEXT)
		put_counter(field, counter, COUNTER);
	int cols = (int)strlen(counter);
	canvas_text(c, c->rows - 1, c->cols - 1 - cols, STYLE_DIM, counter);
	if (help && c->grid->rows >= FROM_ROWS)
		canvas_field(c, c->rows - 1, LEFT, c->cols - LEFT - cols - 3, ALIGN_LEFT, STYLE_DIM,
			     help);
}

void form_draw(const struct form *f, struct canvas *c)
{
	struct grid all;

	if (f->zoomed) {
		draw_zoomed(f, c);
		return;
	}
	grid_init(&all, c->cols, most_rows(f), c->grid->look);
	struct canvas whole = canvas_whole(&all);
	struct layout l = {.form = f, .c = &whole};
	draw_all(&l);
	int top = l.focus_to > c->rows ? l.focus_to - c->rows : 0;
	if (top > l.focus_from)
		top = l.focus_from;
	canvas_copy(c, &all, top);
	canvas_more(c, top, l.y - top - c->rows);
	if (l.y < c->rows - 1)
		draw_foot(f, c);
	grid_free(&all);
}
