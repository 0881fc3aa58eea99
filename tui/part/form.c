/* The fields of a form: values, focus, what is said beside them. Keys are form_act.c's, drawing
 * form_draw.c's. */
#include "tui/part/form.h"

#include "tui/part/form_state.h"

#include <stdlib.h>
#include <string.h>

enum { DATE_COLS = 12, DATE_CHARS = 16 }; /* a date, as it is also typed: 2026年11月30日 */

struct form *form_new(const struct form_field *fields, size_t n, const char *submit)
{
	struct form *f = xcalloc(1, sizeof *f);

	f->fields = xcalloc(n, sizeof *f->fields);
	f->n = f->from = n;
	f->submit = submit;
	for (size_t i = 0; i < n; i++) {
		struct field *field = &f->fields[i];
		field->is = fields[i];
		if (field->is.kind == FIELD_DATE && !field->is.cols)
			field->is.cols = DATE_COLS;
		if (field->is.kind == FIELD_DATE && !field->is.max_chars)
			field->is.max_chars = DATE_CHARS;
		field->choice = fields[i].kind == FIELD_CHECK ? 0 : -1;
		edit_init(&field->edit,
			  fields[i].kind == FIELD_AREA || fields[i].kind == FIELD_SHOW,
			  field->is.max_chars);
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

const struct form_field *form_describes(const struct form *f, const char *name)
{
	size_t i = find(f, name);

	return i == f->n ? NULL : &f->fields[i].is;
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

void form_replace(struct form *f, const char *name, const char *value)
{
	struct field *field = must_find(f, name);

	if (strcmp(form_get(f, name), value ? value : "") == 0)
		return;
	if (field_is_typed(field))
		edit_replace(&field->edit, value);
	else
		set_value(field, value);
	f->changed = true;
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

void form_keep(char **where, const char *text)
{
	free(*where);
	*where = text && *text ? xstrdup(text) : NULL;
}

void form_note(struct form *f, const char *name, const char *text)
{
	form_keep(&must_find(f, name)->note, text);
}

void form_require(struct form *f, const char *name, bool required)
{
	must_find(f, name)->is.required = required;
}

void form_clear_errors(struct form *f)
{
	form_keep(&f->error, NULL);
	for (size_t i = 0; i < f->n; i++)
		form_keep(&f->fields[i].error, NULL);
}

void form_error(struct form *f, const struct err *e)
{
	size_t i = e->field[0] ? find(f, e->field) : f->n;

	form_clear_errors(f);
	f->zoomed = false;
	if (i == f->n) {
		form_keep(&f->error, e->text);
		return;
	}
	form_keep(&f->fields[i].error, e->text);
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

char *form_place(const struct form *f)
{
	const struct field *field = &f->fields[f->focus];

	if (form_on_button(f))
		return xstrdup("");
	return field_is_typed(field) ? xasprintf("%s@%zu", field->is.name, field->edit.at)
				     : xstrdup(field->is.name);
}

void form_go(struct form *f, const char *place)
{
	const char *at = strrchr(place, '@');
	char *name = xasprintf("%.*s", at ? (int)(at - place) : (int)strlen(place), place);
	size_t i = find(f, name);

	free(name);
	if (i == f->n || f->fields[i].is.kind == FIELD_SHOW)
		return;
	f->focus = i;
	if (at && field_is_typed(&f->fields[i]))
		edit_go(&f->fields[i].edit, strtoul(at + 1, NULL, 10));
}

const char *form_focus_name(const struct form *f)
{
	return form_on_button(f) ? "" : f->fields[f->focus].is.name;
}

const char *form_sentence(const struct form *f)
{
	return f->sentence;
}

void form_set_changed(struct form *f)
{
	f->changed = true;
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
	if (a == DO_OTHER_TEXT) /* the page knows of the other window */
		return false;
	return a != DO_ZOOM || (!form_on_button(f) && f->fields[f->focus].is.kind == FIELD_AREA);
}
