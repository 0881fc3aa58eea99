/* form_state.h - what the files form*.c share; nobody else includes it. */
#ifndef DUBAN_TUI_FORM_STATE_H
#define DUBAN_TUI_FORM_STATE_H

#include "tui/part/edit.h"
#include "tui/part/form.h"

struct field {
	struct form_field is;
	struct edit edit; /* the value of all kinds but FIELD_CHOICE and FIELD_CHECK */
	int choice;	  /* index, -1: none; FIELD_CHECK: 0 or 1 */
	char *note, *error;
};

struct form {
	struct field *fields;
	size_t n;
	const char *submit;
	char *error;  /* one that belongs to no field */
	size_t focus; /* n: the button */
	/* The text that Enter has just led out of, to the button; n: none. Who types on meant a new
	 * line of it. */
	size_t from;
	bool zoomed;  /* the field with the focus has the whole canvas */
	bool changed;
	const char *sentence;	/* after FORM_SAYS */
	void (*tell)(void *to); /* form_on_change(), or NULL */
	void *tell_to;
};

static inline bool field_is_typed(const struct field *f)
{
	return f->is.kind == FIELD_TEXT || f->is.kind == FIELD_AREA || f->is.kind == FIELD_NUMBER ||
	       f->is.kind == FIELD_DATE;
}

static inline bool form_on_button(const struct form *f)
{
	return f->focus == f->n;
}

/* form_leave.c: the field with the focus is about to lose it, or the form is handed in: a date is
 * made whole, a value that cannot be right is marked. */
void form_leave(struct form *f);
/* Reads the date of a field, also a short one; "" is none. */
int form_read_date(const struct field *field, struct date *d, struct err *e);

/* Copies a sentence; "" and NULL are none. */
void form_keep(char **where, const char *text);
void form_clear_errors(struct form *f);

/* TARGET_CHOICE: field * FORM_CHOICES + choice. Those with a digit can be clicked. */
enum { FORM_CHOICES = 16 };

/* form_draw.c */

enum { FORM_LEFT = 1 };

/* Where everything of one form goes; x: the column of the inputs. */
struct form_layout {
	const struct form *form;
	struct canvas *c;
	int x, y;
	int spare;		  /* rows that its areas get beside their own, shared among them */
	int focus_from, focus_to; /* rows of the field with the focus */
};
void form_draw_fields(struct form_layout *l);

/* Rows of the input of a field where there are so many spare ones. */
int form_field_rows(const struct form *f, const struct field *field, int spare);
/* Columns of the input of a field, in a form drawn this wide. */
int form_input_cols(const struct form *f, const struct field *field, int cols);

/* form_screen.c: the spare rows of a form in a canvas of this size. */
int form_spare_rows(const struct form *f, int rows, int cols);

/* form_count.c */

enum { FORM_COUNTER = 48 };

/* "128 / 2000", "" where nothing is counted. */
void form_count(const struct field *f, char text[FORM_COUNTER]);
void form_count_text(size_t have, size_t max, char text[FORM_COUNTER]);
/* Characters that still fit, and whether they are so few that it is worth saying. */
bool form_is_nearly_full(const struct field *f, size_t *left);

#endif
