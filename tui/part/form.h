/*
 * form.h - fields to fill in: state, keys, drawing. Values are strings; what they mean, core
 * decides when the view submits, and the struct err it gets back is shown beside the field it
 * names.
 *
 * All of it can be done with arrows, Enter, Esc, Tab and digits: Enter goes to the next field, and
 * the last thing that Tab reaches is the button that submits.
 */
#ifndef DUBAN_TUI_FORM_H
#define DUBAN_TUI_FORM_H

#include "core/date.h"
#include "core/err.h"
#include "tui/app/actions.h"
#include "tui/draw/canvas.h"
#include "tui/app/view.h"
#include "tui/term/key.h"

#include <stdbool.h>
#include <stddef.h>

enum field_kind {
	FIELD_TEXT,   /* one line */
	FIELD_AREA,   /* many lines, `rows` high */
	FIELD_NUMBER, /* one line of digits, point and sign; full-width ones are taken as half-width
		       */
	FIELD_DATE,   /* one line; PgUp and PgDn change it by a day once it holds a date. What is
			 typed short ("11-20") is made whole when the field is left, see `today` */
	FIELD_CHOICE, /* one of `choices`: Left, Right, or its digit; the value is its word */
	FIELD_CHECK,  /* "1" or "" */
	FIELD_SHOW    /* read only, no focus: what the program knows (last period …) */
};

struct form_choice {
	const char *word, *label; /* value; translated text */
};

struct form_field {
	const char *name;  /* as in struct err.field */
	const char *label; /* translated; NULL: no label column, the whole width (FIELD_SHOW) */
	enum field_kind kind;
	int cols;	   /* width of the input, 0: all there is; FIELD_DATE: what a date takes */
	int rows;	   /* FIELD_AREA; 0: 3 */
	size_t max_chars;  /* FIELD_DATE: 0 is enough */
	const char *after; /* translated: a measure or a note right of the input; or NULL */
	const struct form_choice *choices;
	size_t nchoices;
	bool required;	   /* marked with "*"; the check itself is core's */
	struct date today; /* FIELD_DATE: from which `way` a date without its year is found; unset:
			      dates are given whole */
	enum date_way way;
	/* Core's check of a value that is not empty, made when the field is left; fills *e, -1: it
	 * is said beside the field, and nothing else happens. NULL: none; a date has one. */
	int (*check)(const struct form_field *f, const char *value, struct err *e);
	const char *help; /* translated: what belongs there, in a sentence or two; or NULL */
};

struct form;

/* The fields are copied, their strings and choices borrowed: they live as long as the form.
 * `submit`: text of the button, translated. Freed with form_free(). */
struct form *form_new(const struct form_field *fields, size_t n, const char *submit);
void form_free(struct form *f);

/* Called after every change by the person, so that notes can follow the values. */
void form_on_change(struct form *f, void (*tell)(void *to), void *to);

/* Values by name; an unknown name is a bug (abort). Setting one does not count as a change. What
 * form_set() puts into one line is replaced by what is typed there first (edit_select());
 * form_restore() gives back what the person typed, to go on with. */
void form_set(struct form *f, const char *name, const char *value);
void form_restore(struct form *f, const char *name, const char *value);
const char *form_get(const struct form *f, const char *name);
/* Another text in the place of what is there, which undo brings back; counts as a change when it
 * differs. */
void form_replace(struct form *f, const char *name, const char *value);
/* The field of this name as it was described; NULL: there is none. */
const struct form_field *form_describes(const struct form *f, const char *name);
/* A line of text under the field, dim: last period's value. Copied; NULL takes it away. */
void form_note(struct form *f, const char *name, const char *text);
/* Whether the field is marked as one that must be filled. */
void form_require(struct form *f, const char *name, bool required);
/* Shows the sentence beside err.field and moves there; with no such field, above the button. */
void form_error(struct form *f, const struct err *e);
void form_focus(struct form *f, const char *name);

/* Where the focus and the cursor are, as a text that form_go() understands ("done@120"; "" on the
 * button). Given. What is not there any more is no place: form_go() stays then. */
char *form_place(const struct form *f);
void form_go(struct form *f, const char *place);
/* The name of the field with the focus, "" on the button. */
const char *form_focus_name(const struct form *f);

enum form_event {
	FORM_PASS,    /* not mine */
	FORM_DONE,    /* mine */
	FORM_CHANGED, /* a value changed */
	FORM_SUBMIT,  /* the person submits */
	FORM_SAYS     /* mine, but nothing could be done: form_sentence() says why */
};
/* DO_FORM_*, DO_EDIT_*, DO_SUBMIT, DO_ZOOM; also DO_BACK while a field is on the whole screen.
 * cols: width of the canvas it is drawn in (v->cols). */
enum form_event form_act(struct form *f, enum action a, int cols);
/* Text, pastes, digits. No letter does anything else in a form. */
enum form_event form_key(struct form *f, const struct key *k);
/* A click: gives a field the focus and puts the cursor there (twice: selects the word), chooses,
 * presses the button. The canvas it is drawn in has these rows and columns. */
enum form_event form_point(struct form *f, const struct point *p, int rows, int cols);
/* After FORM_SAYS: the sentence for the message line; translated. */
const char *form_sentence(const struct form *f);
/* The words of the field with the focus ("percent: how much is done of the whole year …"), NULL
 * where there are none. Valid as long as the form. */
const char *form_field_help(const struct form *f);
/* Where the focus is: SCOPE_FIELD or SCOPE_FORM. The view copies it to v->scope after every key. */
enum scope form_scope(const struct form *f);
/* Whether an act makes sense where the focus is (the whole screen: for a text of many lines). */
bool form_offers(const struct form *f, enum action a);
/* Whether a value changed since this was last asked: time to keep the draft. */
bool form_take_changed(struct form *f);
/* As if a value had changed: it could not be kept. */
void form_set_changed(struct form *f);

void form_draw(const struct form *f, struct canvas *c);

#endif
