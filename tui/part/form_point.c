/* The mouse in a form: what form_draw.c has told to be where. */
#include "tui/part/form.h"

#include "tui/part/form_state.h"

static enum form_event press_button(struct form *f, const struct point *p)
{
	/* The first press of a double one has submitted already. */
	if (p->mouse != MOUSE_PRESS)
		return FORM_DONE;
	form_leave(f);
	f->focus = f->n;
	return form_act(f, DO_SUBMIT, 0);
}

/* Rows of the text on the whole screen: below its head, above its error. */
static int zoomed_rows(const struct field *field, int rows)
{
	return rows - 1 - (field->error ? 1 : 0);
}

static enum form_event point_field(struct form *f, const struct point *p, int rows, int cols)
{
	struct field *field = &f->fields[p->index];
	bool had_focus = f->focus == (size_t)p->index;

	if (!had_focus)
		form_leave(f);
	f->focus = (size_t)p->index;
	if (field->is.kind == FIELD_CHECK && p->mouse == MOUSE_PRESS)
		return form_act(f, DO_FORM_RIGHT, cols);
	if (!field_is_typed(field))
		return FORM_DONE;
	rows = f->zoomed ? zoomed_rows(field, rows)
			 : form_field_rows(f, field, form_spare_rows(f, rows, cols));
	int room = f->zoomed ? cols - 2 : form_input_cols(f, field, cols);
	edit_point(&field->edit, rows, room, had_focus, p->y, p->x, p->mouse == MOUSE_DOUBLE);
	return FORM_DONE;
}

static enum form_event wheel(struct form *f, bool up, int cols)
{
	if (f->zoomed)
		return form_act(f, up ? DO_EDIT_UP : DO_EDIT_DOWN, cols);
	return form_act(f, up ? DO_FORM_PREV : DO_FORM_NEXT, cols);
}

enum form_event form_point(struct form *f, const struct point *p, int rows, int cols)
{
	size_t field = (size_t)p->index / FORM_CHOICES;
	struct key digit = key_text("1");

	if (p->mouse == MOUSE_WHEEL_UP || p->mouse == MOUSE_WHEEL_DOWN)
		return wheel(f, p->mouse == MOUSE_WHEEL_UP, cols);
	if (point_on(p, TARGET_BUTTON))
		return press_button(f, p);
	if (point_on(p, TARGET_FIELD) && (size_t)p->index < f->n)
		return point_field(f, p, rows, cols);
	if (!point_on(p, TARGET_CHOICE) || field >= f->n)
		return FORM_PASS;
	form_leave(f);
	f->focus = field;
	digit.text[0] = (char)('1' + p->index % FORM_CHOICES);
	return form_key(f, &digit);
}
