/* The fields of a form: values, focus, keys. Drawing is form_draw.c's. */
#include "tui/part/form.h"

#include "core/date.h"
#include "core/i18n.h"
#include "core/utf8.h"
#include "tui/part/form_state.h"

#include <stdlib.h>
#include <string.h>

struct form *form_new(const struct form_field *fields, size_t n, const char *submit)
{
	struct form *f = xcalloc(1, sizeof *f);

	f->fields = xcalloc(n, sizeof *f->fields);
	f->n = n;
	f->submit = submit;
	for (size_t i = 0; i < n; i++) {
		struct field *field = &f->fields[i];
		field->is = fields[i];
		field->choice = fields[i].kind == FIELD_CHECK ? 0 : -1;
		edit_init(&field->edit,
			  fields[i].kind == FIELD_AREA || fields[i].kind == FIELD_SHOW,
			  fields[i].max_chars);
	}
	while (f->focus < n && f->fields[f->focus].is.kind == FIELD_SHOW)
		f->focus++;
	return f;
}

void form_free(struct form *f)
{
	if (!f)
		return;
	for (size_t i = 0; i < f->n; i++) {
		edit_free(&f->fields[i].edit);
		free(f->fields[i].note);
		free(f->fields[i].error);
	}
	free(f->fields);
	free(f->error);
	free(f);
}

/* n when there is none. */
static size_t find(const struct form *f, const char *name)
{
	size_t i = 0;

	while (i < f->n && strcmp(f->fields[i].is.name ? f->fields[i].is.name : "", name) != 0)
		i++;
	return i;
}

static struct field *must_find(const struct form *f, const char *name)
{
	size_t i = find(f, name);

	if (i == f->n)
		abort();
	return &f->fields[i];
}

static void set_value(struct field *field, const char *value)
{
	if (field->is.kind == FIELD_CHECK) {
		field->choice = value && *value && strcmp(value, "0") != 0;
	} else if (field->is.kind == FIELD_CHOICE) {
		field->choice = -1;
		for (size_t i = 0; value && i < field->is.nchoices; i++)
			if (strcmp(field->is.choices[i].word, value) == 0)
				field->choice = (int)i;
	} else {
		edit_set(&field->edit, value);
	}
}

void form_set(struct form *f, const char *name, const char *value)
{
	struct field *field = must_find(f, name);

	set_value(field, value);
	if (!field->edit.multi)
		edit_select(&field->edit);
}

void form_restore(struct form *f, const char *name, const char *value)
{
	set_value(must_find(f, name), value);
}

const char *form_get(const struct form *f, const char *name)
{
	const struct field *field = must_find(f, name);

	if (field->is.kind == FIELD_CHECK)
		return field->choice ? "1" : "";
	if (field->is.kind == FIELD_CHOICE)
		return field->choice < 0 ? "" : field->is.choices[field->choice].word;
	return edit_text(&field->edit);
}

static void keep(char **where, const char *text)
{
	free(*where);
	*where = text && *text ? xstrdup(text) : NULL;
}

void form_note(struct form *f, const char *name, const char *text)
{
	keep(&must_find(f, name)->note, text);
}

static void clear_errors(struct form *f)
{
	keep(&f->error, NULL);
	for (size_t i = 0; i < f->n; i++)
		keep(&f->fields[i].error, NULL);
}

void form_error(struct form *f, const struct err *e)
{
	size_t i = e->field[0] ? find(f, e->field) : f->n;

	clear_errors(f);
	f->zoomed = false;
	if (i == f->n) {
		keep(&f->error, e->text);
		return;
	}
	keep(&f->fields[i].error, e->text);
	if (f->fields[i].is.kind != FIELD_SHOW)
		f->focus = i;
}

void form_focus(struct form *f, const char *name)
{
	f->focus = find(f, name);
	f->zoomed = false;
}

const char *form_field_help(const struct form *f)
{
	return form_on_button(f) ? NULL : f->fields[f->focus].is.help;
}

bool form_take_changed(struct form *f)
{
	bool changed = f->changed;

	f->changed = false;
	return changed;
}

enum scope form_scope(const struct form *f)
{
	return !form_on_button(f) && field_is_typed(&f->fields[f->focus]) ? SCOPE_FIELD
									  : SCOPE_FORM;
}

bool form_offers(const struct form *f, enum action a)
{
	return a != DO_ZOOM || (!form_on_button(f) && f->fields[f->focus].is.kind == FIELD_AREA);
}

static enum form_event change(struct form *f)
{
	f->changed = true;
	if (!form_on_button(f))
		keep(&f->fields[f->focus].error, NULL);
	return FORM_CHANGED;
}

static enum form_event move_focus(struct form *f, int by)
{
	size_t stops = f->n + 1;

	f->zoomed = false;
	do
		f->focus = (f->focus + stops + (size_t)by) % stops;
	while (!form_on_button(f) && f->fields[f->focus].is.kind == FIELD_SHOW);
	return FORM_DONE;
}

static enum form_event choose(struct form *f, struct field *field, int by)
{
	int n = (int)field->is.nchoices;

	if (field->is.kind == FIELD_CHECK)
		field->choice = !field->choice;
	else if (field->choice < 0)
		field->choice = by > 0 ? 0 : n - 1;
	else
		field->choice = (field->choice + n + by) % n;
	return n == 0 && field->is.kind == FIELD_CHOICE ? FORM_DONE : change(f);
}

/* Nothing that is typed gets lost silently. What did fit is a change. */
static enum form_event tell_full(struct form *f, struct field *field)
{
	size_t max = field->edit.max_chars, over = field->edit.nrefused;
	char *text = xasprintf(Q_("only %zu characters fit here; %zu was not taken",
				  "only %zu characters fit here; %zu were not taken", over),
			       max, over);

	change(f);
	keep(&field->error, text);
	free(text);
	return FORM_CHANGED;
}

/* Another day in a date field, where it holds a date. */
static enum form_event move_date(struct form *f, struct field *field, int by)
{
	struct err e = ERR_INIT;
	struct date d;
	char text[DATE_TEXT];

	if (date_read(edit_text(&field->edit), "", &d, &e) < 0)
		return FORM_DONE;
	edit_set(&field->edit, date_format(date_add(d, by), text));
	return change(f);
}

static enum form_event act_typed(struct form *f, struct field *field, enum action a, int cols)
{
	int room = f->zoomed ? cols - 2 : form_input_cols(f, field, cols);

	if (f->zoomed && a == DO_FORM_ENTER && field->is.kind == FIELD_AREA)
		a = DO_EDIT_NEWLINE;
	if (field->is.kind == FIELD_DATE && (a == DO_FORM_PAGE_UP || a == DO_FORM_PAGE_DOWN))
		return move_date(f, field, a == DO_FORM_PAGE_UP ? -1 : 1);
	if (a == DO_ZOOM && field->is.kind == FIELD_AREA) {
		f->zoomed = !f->zoomed;
		return FORM_DONE;
	}
	if (a == DO_BACK && f->zoomed) {
		f->zoomed = false;
		return FORM_DONE;
	}
	switch (edit_act(&field->edit, a, room)) {
	case EDIT_CHANGED:
		return change(f);
	case EDIT_FULL:
		return tell_full(f, field);
	case EDIT_MOVED:
		return FORM_DONE;
	case EDIT_PASS:
		break;
	}
	if (a == DO_EDIT_UP)
		return f->zoomed ? FORM_DONE : move_focus(f, -1);
	if (a == DO_EDIT_DOWN)
		return f->zoomed ? FORM_DONE : move_focus(f, 1);
	return FORM_PASS;
}

static enum form_event submit(struct form *f)
{
	clear_errors(f);
	f->zoomed = false;
	return FORM_SUBMIT;
}

static enum form_event act_any(struct form *f, enum action a)
{
	switch ((int)a) {
	case DO_SUBMIT:
		return submit(f);
	case DO_FORM_ENTER:
		return form_on_button(f) ? submit(f) : move_focus(f, 1);
	case DO_FORM_NEXT:
		return move_focus(f, 1);
	case DO_FORM_PREV:
		return move_focus(f, -1);
	case DO_FORM_LEFT:
	case DO_FORM_RIGHT:
		if (form_on_button(f) || field_is_typed(&f->fields[f->focus]))
			return FORM_DONE;
		return choose(f, &f->fields[f->focus], a == DO_FORM_LEFT ? -1 : 1);
	case DO_FORM_PAGE_UP:
		f->focus = f->n;
		return move_focus(f, 1);
	case DO_FORM_PAGE_DOWN:
		f->focus = f->n;
		return FORM_DONE;
	default:
		return FORM_PASS;
	}
}

enum form_event form_act(struct form *f, enum action a, int cols)
{
	if (!form_on_button(f) && field_is_typed(&f->fields[f->focus])) {
		enum form_event event = act_typed(f, &f->fields[f->focus], a, cols);
		if (event != FORM_PASS)
			return event;
	}
	return act_any(f, a);
}

/* A figure or a date: full-width characters become half-width, others are not taken. */
static enum form_event type_narrow(struct form *f, struct field *field, const struct key *k)
{
	const char *allowed =
		field->is.kind == FIELD_NUMBER ? "0123456789.-" : "0123456789.-/年月日";
	struct key half = key_halfwidth(k);

	if (k->kind == INPUT_TEXT && !strstr(allowed, half.text))
		return FORM_DONE;
	return edit_key(&field->edit, &half) == EDIT_CHANGED ? change(f) : FORM_DONE;
}

static enum form_event type_choice(struct form *f, struct field *field, const struct key *k)
{
	int digit = key_digit(k);

	if (k->kind == INPUT_TEXT && strcmp(k->text, " ") == 0)
		return choose(f, field, 1);
	if (field->is.kind != FIELD_CHOICE || digit < 1 || digit > (int)field->is.nchoices)
		return FORM_DONE;
	field->choice = digit - 1;
	return change(f);
}

enum form_event form_key(struct form *f, const struct key *k)
{
	if ((k->kind != INPUT_TEXT && k->kind != INPUT_PASTE) || k->mods)
		return FORM_PASS;
	if (form_on_button(f))
		return FORM_DONE;
	struct field *field = &f->fields[f->focus];
	if (!field_is_typed(field))
		return type_choice(f, field, k);
	if (field->is.kind == FIELD_NUMBER || field->is.kind == FIELD_DATE)
		return type_narrow(f, field, k);
	switch (edit_key(&field->edit, k)) {
	case EDIT_PASS:
		return FORM_PASS;
	case EDIT_CHANGED:
		return change(f);
	case EDIT_FULL:
		return tell_full(f, field);
	default:
		return FORM_DONE;
	}
}
