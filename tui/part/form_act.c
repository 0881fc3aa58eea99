/* What keys do in a form: typing, choosing, moving the focus, the whole screen. */
#include "tui/part/form.h"

#include "core/i18n.h"
#include "core/text/utf8.h"
#include "tui/part/form_state.h"

#include <stdlib.h>
#include <string.h>

void form_on_change(struct form *f, void (*tell)(void *to), void *to)
{
	f->tell = tell;
	f->tell_to = to;
}

static enum form_event change(struct form *f)
{
	f->changed = true;
	if (!form_on_button(f))
		form_keep(&f->fields[f->focus].error, NULL);
	form_keep(&f->error, NULL);
	if (f->tell)
		f->tell(f->tell_to);
	return FORM_CHANGED;
}

static enum form_event move_focus(struct form *f, int by)
{
	size_t stops = f->n + 1;

	form_leave(f);
	f->zoomed = false;
	do
		f->focus = (f->focus + stops + (size_t)by) % stops;
	while (!form_on_button(f) && f->fields[f->focus].is.kind == FIELD_SHOW);
	return FORM_DONE;
}

/* The arrow stops at the first field: who holds it down is not to end on the button. */
static enum form_event go_up(struct form *f)
{
	for (size_t i = f->focus; i-- > 0;)
		if (f->fields[i].is.kind != FIELD_SHOW)
			return move_focus(f, -1);
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
	form_keep(&field->error, text);
	free(text);
	return FORM_CHANGED;
}

/* Another day in a date field, where it holds a date. */
static enum form_event move_date(struct form *f, struct field *field, int by)
{
	struct err e = ERR_INIT;
	struct date d;
	char text[DATE_TEXT];

	if (form_read_date(field, &d, &e) < 0)
		return FORM_DONE;
	edit_set(&field->edit, date_format(date_add(d, by), text));
	return change(f);
}

/* Why an editing key did nothing. */
static enum form_event say(struct form *f, enum action a)
{
	switch ((int)a) {
	case DO_EDIT_COPY:
	case DO_EDIT_CUT:
		f->sentence = _("Nothing is selected: hold Shift while you move. F1 tells other "
				"ways, and how to leave.");
		break;
	case DO_EDIT_PASTE:
		f->sentence = _("Nothing has been cut or copied here yet. What another program "
				"has copied comes by the terminal's own key for pasting.");
		break;
	case DO_EDIT_UNDO:
		f->sentence = _("There is nothing to take back in this field.");
		break;
	default:
		f->sentence = _("There is nothing to do again in this field.");
	}
	return FORM_SAYS;
}

/* The keys that have a meaning of their own in a text on the whole screen; DO_NONE: it is done. */
static enum action act_zoomed(struct form *f, struct field *field, enum action a, int room)
{
	switch ((int)a) {
	case DO_FORM_ENTER:
		return DO_EDIT_NEWLINE;
	case DO_FORM_PAGE_UP:
	case DO_FORM_PAGE_DOWN:
		edit_page(&field->edit, a == DO_FORM_PAGE_UP ? -1 : 1, room);
		return DO_NONE;
	case DO_ZOOM:
	case DO_BACK:
		f->zoomed = false;
		return DO_NONE;
	default:
		return a;
	}
}

static enum form_event edited(struct form *f, struct field *field, enum action a,
			      enum edit_event event)
{
	switch (event) {
	case EDIT_CHANGED:
		return change(f);
	case EDIT_FULL:
		return tell_full(f, field);
	case EDIT_MOVED:
		return FORM_DONE;
	case EDIT_NOTHING:
		return say(f, a);
	case EDIT_PASS:
		break;
	}
	return FORM_PASS;
}

static enum form_event act_typed(struct form *f, struct field *field, enum action a, int cols)
{
	int room = f->zoomed ? cols - 2 : form_input_cols(f, field, cols);

	if (f->zoomed && (a = act_zoomed(f, field, a, room)) == DO_NONE)
		return FORM_DONE;
	if (field->is.kind == FIELD_DATE && (a == DO_FORM_PAGE_UP || a == DO_FORM_PAGE_DOWN))
		return move_date(f, field, a == DO_FORM_PAGE_UP ? -1 : 1);
	/* PgDn: for those who have no Ctrl key that the line lets through. */
	if (field->is.kind == FIELD_AREA && (a == DO_ZOOM || a == DO_FORM_PAGE_DOWN)) {
		f->zoomed = true;
		return FORM_DONE;
	}
	enum form_event event = edited(f, field, a, edit_act(&field->edit, a, room));
	if (event != FORM_PASS)
		return event;
	if (a == DO_EDIT_UP)
		return f->zoomed ? FORM_DONE : go_up(f);
	if (a == DO_EDIT_DOWN)
		return f->zoomed ? FORM_DONE : move_focus(f, 1);
	return FORM_PASS;
}

static enum form_event submit(struct form *f)
{
	form_clear_errors(f);
	form_leave(f);
	f->zoomed = false;
	return FORM_SUBMIT;
}

static enum form_event enter(struct form *f)
{
	size_t was = f->focus;

	if (form_on_button(f))
		return submit(f);
	move_focus(f, 1);
	if (form_on_button(f) && f->fields[was].is.kind == FIELD_AREA)
		f->from = was;
	return FORM_DONE;
}

static enum form_event act_any(struct form *f, enum action a)
{
	switch ((int)a) {
	case DO_SUBMIT:
		return submit(f);
	case DO_FORM_ENTER:
		return enter(f);
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
		form_leave(f);
		f->focus = f->n;
		return move_focus(f, 1);
	case DO_FORM_PAGE_DOWN:
		form_leave(f);
		f->focus = f->n;
		return FORM_DONE;
	default:
		return FORM_PASS;
	}
}

enum form_event form_act(struct form *f, enum action a, int cols)
{
	f->from = f->n;
	if (!form_on_button(f) && field_is_typed(&f->fields[f->focus])) {
		enum form_event event = act_typed(f, &f->fields[f->focus], a, cols);
		if (event != FORM_PASS)
			return event;
	}
	return act_any(f, a);
}

static enum form_event tell_not_taken(struct field *field, const char *text)
{
	char *why = xasprintf(field->is.kind == FIELD_NUMBER
				      ? _("only figures fit here; \"%s\" was not taken")
				      : _("only a date fits here; \"%s\" was not taken"),
			      text);

	form_keep(&field->error, why);
	free(why);
	return FORM_DONE;
}

/* A figure or a date: full-width characters become half-width, others are not taken. */
static enum form_event type_narrow(struct form *f, struct field *field, const struct key *k)
{
	const char *allowed =
		field->is.kind == FIELD_NUMBER ? "0123456789.-" : "0123456789.-/年月日号";
	struct key half = key_halfwidth(k);

	if (k->kind == INPUT_TEXT && !strstr(allowed, half.text))
		return tell_not_taken(field, k->text);
	enum form_event event = edited(f, field, DO_NONE, edit_key(&field->edit, &half));
	return event == FORM_PASS ? FORM_DONE : event;
}

/* The next field for text behind the one with the focus; f->n where there is none. */
static size_t next_text(const struct form *f)
{
	size_t i = f->focus + 1;

	while (i < f->n && f->fields[i].is.kind != FIELD_TEXT && f->fields[i].is.kind != FIELD_AREA)
		i++;
	return i < f->n ? i : f->n;
}

static enum form_event type_on(struct form *f, const struct key *k)
{
	f->focus = f->from;
	f->from = f->n;
	edit_act(&f->fields[f->focus].edit, DO_EDIT_NEWLINE, 0);
	return form_key(f, k);
}

/* Text where there is none to be typed: it goes into the text that follows, for which it was meant
 * most likely, or that it goes on with. Where there is none, that is said. */
static enum form_event type_elsewhere(struct form *f, const struct key *k)
{
	size_t to = form_on_button(f) ? f->n : next_text(f);

	if (form_on_button(f) && f->from < f->n && strcmp(k->text, " ") != 0)
		return type_on(f, k);
	if (to == f->n) {
		f->sentence = _("Text is not typed here: go to a field for text first, Tab leads "
				"through all of them.");
		return FORM_SAYS;
	}
	form_leave(f);
	f->focus = to;
	return form_key(f, k);
}

static enum form_event type_choice(struct form *f, struct field *field, const struct key *k)
{
	int digit = key_digit(k);

	if (k->kind == INPUT_TEXT && strcmp(k->text, " ") == 0)
		return choose(f, field, 1);
	if (digit < 0)
		return type_elsewhere(f, k);
	if (field->is.kind != FIELD_CHOICE || digit < 1 || digit > (int)field->is.nchoices)
		return FORM_DONE;
	field->choice = digit - 1;
	return change(f);
}

static bool is_typed_into(const struct form *f)
{
	return !form_on_button(f) && field_is_typed(&f->fields[f->focus]);
}

/* Where nothing is typed: who holds Backspace down to delete does not leave the form with it. */
static enum form_event key_untyped(struct form *f, const struct key *k)
{
	if (k->name == K_UP)
		return go_up(f);
	if (k->name != K_BACKSPACE)
		return FORM_PASS;
	f->sentence = _("There is no text here to delete. Esc leaves the form and keeps what you "
			"typed.");
	return FORM_SAYS;
}

enum form_event form_key(struct form *f, const struct key *k)
{
	if (k->kind == INPUT_NAMED && !k->mods && !is_typed_into(f))
		return key_untyped(f, k);
	if ((k->kind != INPUT_TEXT && k->kind != INPUT_PASTE) || k->mods)
		return FORM_PASS;
	if (form_on_button(f))
		return type_elsewhere(f, k);
	struct field *field = &f->fields[f->focus];
	if (!field_is_typed(field))
		return type_choice(f, field, k);
	if (field->is.kind == FIELD_NUMBER || field->is.kind == FIELD_DATE)
		return type_narrow(f, field, k);
	return edited(f, field, DO_NONE, edit_key(&field->edit, k));
}
