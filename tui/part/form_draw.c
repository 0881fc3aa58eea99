/*
 * The fields of a form, one under the other: labels, inputs in brackets, notes under them, errors
 * beside them, the button at the end. What of it is seen is form_screen.c's.
 */
#include "tui/part/form.h"

#include "core/i18n.h"
#include "core/text/utf8.h"
#include "core/text/wrap.h"
#include "tui/part/form_state.h"

#include <stdlib.h>
#include <string.h>

enum { AREA_ROWS = 3, LEFT = FORM_LEFT, BRACKETS = 2, BESIDE = 24 };

/* Columns for the label of a field, and for the counter under it when the field is full. Without a
 * label the counter stands in the last line, and the input has the whole width. */
static int label_need(const struct form_field *f)
{
	int label = f->label ? utf8_cols(f->label) + (f->required ? 2 : 0) : 0;
	char full[FORM_COUNTER] = "";

	if (f->kind == FIELD_AREA && f->label)
		form_count_text(f->max_chars, f->max_chars, full);
	return label > (int)strlen(full) ? label : (int)strlen(full);
}

static int form_label_cols(const struct form *f, int cols)
{
	int widest = 0;

	for (size_t i = 0; i < f->n; i++) {
		int need = label_need(&f->fields[i].is);
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

int form_field_rows(const struct form *f, const struct field *field, int spare)
{
	enum { MOST = 12 };
	int nareas = 0, before = 0;

	if (field->is.kind != FIELD_AREA)
		return 1;
	for (size_t i = 0; i < f->n; i++) {
		nareas += f->fields[i].is.kind == FIELD_AREA;
		before += f->fields[i].is.kind == FIELD_AREA && &f->fields[i] < field;
	}
	int rows = (field->is.rows > 0 ? field->is.rows : AREA_ROWS) + spare / nareas +
		   (before < spare % nareas);
	return rows < MOST || field->is.rows >= MOST ? rows : MOST;
}

/* One at a time, where they have no room side by side: "< second >  2/3". */
static void draw_narrow_choice(const struct field *f, struct canvas *c, int style)
{
	enum { SIGNS = 6 }; /* "< ", " >", two blanks */
	const char *label = f->choice < 0 ? "" : f->is.choices[f->choice].label;
	char *place = xasprintf("%d/%zu", f->choice + 1, f->is.nchoices);
	int room = c->cols - (int)strlen(place) - SIGNS, cols = utf8_cols(label);

	cols = cols < room ? cols : room;
	canvas_text(c, 0, 0, style, "< ");
	canvas_field(c, 0, 2, cols, ALIGN_LEFT, style, label);
	canvas_text(c, 0, 2 + cols, style, " >");
	canvas_text(c, 0, SIGNS + cols, style, place);
	free(place);
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
		draw_narrow_choice(f, c, style);
	}
	if (focus)
		canvas_cursor(c, 0, 0);
}

/* Where more rows lie above or below those that are seen, the right one says so. */
static void draw_brackets(struct form_layout *l, const struct field *f, bool focus, int cols,
			  int rows)
{
	int above = 0, below = 0;

	if (focus && f->is.kind == FIELD_AREA)
		edit_hidden(&f->edit, rows, cols, focus, &above, &below);
	for (int i = 0; i < rows; i++) {
		bool is_more = (i == 0 && above) || (i == rows - 1 && below);
		canvas_text(l->c, l->y + i, l->x, STYLE_DIM, "[");
		canvas_text(l->c, l->y + i, l->x + 1 + cols, is_more ? STYLE_STRONG : STYLE_DIM,
			    !is_more	      ? "]"
			    : i == 0 && above ? "^"
					      : "v");
	}
}

/* Without the focus a text shows its beginning, and at its end how much more there is. */
static void draw_rest(const struct field *f, struct canvas *in)
{
	int above, below;

	edit_hidden(&f->edit, in->rows, in->cols, false, &above, &below);
	if (!below)
		return;
	char *text = xasprintf(Q_(" … (+%d line)", " … (+%d lines)", (size_t)below), below);
	canvas_text(in, in->rows - 1, in->cols - utf8_cols(text), STYLE_FIELD, text);
	free(text);
}

/* Draws the input of a field; returns the column behind it. */
static int draw_input(struct form_layout *l, const struct field *f, bool focus, int rows)
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
	draw_brackets(l, f, focus, cols, rows);
	edit_draw(&f->edit, &in, style, focus);
	if (!focus && f->is.kind == FIELD_AREA)
		draw_rest(f, &in);
	canvas_target(&in, 0, 0, rows, cols, TARGET_FIELD, number);
	return l->x + cols + BRACKETS;
}

static void draw_counter(struct form_layout *l, const struct field *f)
{
	char text[FORM_COUNTER];
	size_t left;

	form_count(f, text);
	if ((int)strlen(text) < l->x - LEFT)
		canvas_text(l->c, l->y + 1, LEFT,
			    form_is_nearly_full(f, &left) ? STYLE_STRONG : STYLE_DIM, text);
}

/* A label too long for its column takes lines of its own above the input. */
static void draw_label(struct form_layout *l, const struct field *f, bool focus)
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
static void draw_under(struct form_layout *l, const char *text, int style)
{
	if (text)
		l->y += canvas_paragraph(l->c, l->y, l->x, l->c->cols - l->x - 1, 4, style, text);
}

static void draw_show(struct form_layout *l, const struct field *f)
{
	int x = f->is.label ? l->x : LEFT;

	draw_label(l, f, false);
	int n = canvas_paragraph(l->c, l->y, x, l->c->cols - x - 1, 12, STYLE_NORMAL,
				 edit_text(&f->edit));
	l->y += n > 0 ? n : 1;
	draw_under(l, f->note, STYLE_DIM);
}

/* Before one types against the end. */
static void draw_left(struct form_layout *l, const struct field *f)
{
	size_t left;

	if (f->error || !form_is_nearly_full(f, &left))
		return;
	char *text = left ? xasprintf(Q_("%zu more character fits here",
					 "%zu more characters fit here", left),
				      left)
			  : xstrdup(_("nothing more fits here"));
	draw_under(l, text, STYLE_STRONG);
	free(text);
}

static void draw_field(struct form_layout *l, const struct field *f, bool focus)
{
	int rows = form_field_rows(l->form, f, l->spare);

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

static void draw_button(struct form_layout *l)
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

void form_draw_fields(struct form_layout *l)
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
