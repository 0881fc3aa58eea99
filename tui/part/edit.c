/*
 * Editing a text: what each key does with cursor, selection and clipboard. Changes and their undo
 * are edit_undo.c's affair, words edit_word.c's, rows on the screen edit_view.c's.
 */
#include "tui/part/edit.h"

#include "core/err.h"
#include "core/text/utf8.h"
#include "tui/part/clipboard.h"
#include "tui/part/edit_state.h"

#include <string.h>

void edit_init(struct edit *e, bool multi, size_t max_chars)
{
	*e = (struct edit){.multi = multi, .max_chars = max_chars, .goal_col = -1};
	strbuf_puts(&e->text, "");
	edit_rows_init(e);
}

void edit_free(struct edit *e)
{
	edit_forget(e);
	edit_rows_free(e);
	strbuf_free(&e->text);
}

const char *edit_text(const struct edit *e)
{
	return e->text.s;
}

bool edit_selection(const struct edit *e, size_t *from, size_t *to)
{
	*from = e->mark < e->at ? e->mark : e->at;
	*to = e->mark < e->at ? e->at : e->mark;
	return e->selected && e->mark != e->at;
}

/* Bytes of the longest beginning of s with at most max characters. */
static size_t cut_chars(const char *s, size_t max)
{
	const char *p = s;

	while (max-- > 0 && *p)
		p += utf8_cluster(p);
	return (size_t)(p - s);
}

/* Characters that may come in the place of what lies between from and to. */
static size_t room_for(const struct edit *e, size_t from, size_t to)
{
	size_t have = edit_length(e);

	while (from < to) {
		from += utf8_cluster(e->text.s + from);
		have--;
	}
	return have < e->max_chars ? e->max_chars - have : 0;
}

/* Puts s where the cursor is, or in the place of what is selected; what does not fit is counted. */
static enum edit_event insert(struct edit *e, const char *s, int kind)
{
	size_t nbytes = strlen(s), fits = nbytes, from = e->at, to = e->at;

	if (nbytes == 0)
		return EDIT_MOVED;
	if (!edit_selection(e, &from, &to))
		from = to = e->at;
	/* A text has at most as many characters as bytes: most need not be counted. */
	if (e->max_chars && e->text.nbytes + nbytes > e->max_chars)
		fits = cut_chars(s, room_for(e, from, to));
	if (fits > 0 || to > from)
		edit_change(e, kind, from, to, s, fits);
	if (fits == nbytes)
		return EDIT_CHANGED;
	e->nrefused = utf8_length(s + fits);
	return EDIT_FULL;
}

void edit_set(struct edit *e, const char *text)
{
	edit_replace(e, text);
	edit_forget(e);
}

void edit_replace(struct edit *e, const char *text)
{
	e->selected = true;
	e->mark = 0;
	e->at = e->text.nbytes;
	if (text && *text)
		insert(e, text, STEP_OTHER);
	else if (e->text.nbytes)
		edit_change(e, STEP_OTHER, 0, e->text.nbytes, "", 0);
	e->selected = e->marking = false;
	e->undo.kind = STEP_NONE;
	e->goal_col = -1;
}

void edit_select(struct edit *e)
{
	e->mark = 0;
	e->at = e->text.nbytes;
	e->selected = e->text.nbytes > 0;
	e->marking = false;
	e->undo.kind = STEP_NONE;
}

void edit_go(struct edit *e, size_t at)
{
	size_t p = 0;

	while (e->text.s[p] && p + utf8_cluster(e->text.s + p) <= at)
		p += utf8_cluster(e->text.s + p);
	e->at = p;
	e->selected = e->marking = false;
	e->undo.kind = STEP_NONE;
	e->goal_col = -1;
}

static enum edit_event paste(struct edit *e, const char *s, size_t nbytes)
{
	struct arena a = ARENA_INIT;
	struct err err = ERR_INIT;
	const char *clean =
		e->multi ? utf8_clean(&a, s, nbytes, &err) : utf8_clean_line(&a, s, nbytes, &err);
	enum edit_event event = clean ? insert(e, clean, STEP_OTHER) : EDIT_MOVED;

	arena_free(&a);
	return event;
}

/* What is not to be seen, as marks of direction, is not taken here either. */
static enum edit_event type(struct edit *e, const char *s)
{
	struct strbuf seen = STRBUF_INIT;
	const char *end = s + strlen(s);

	while (s < end) {
		uint32_t cp;
		size_t n = (size_t)utf8_decode(s, end, &cp);
		if (!utf8_is_unseen(cp))
			strbuf_add(&seen, s, n);
		s += n;
	}
	enum edit_event event = seen.nbytes ? insert(e, seen.s, STEP_TYPE) : EDIT_MOVED;
	strbuf_free(&seen);
	return event;
}

enum edit_event edit_key(struct edit *e, const struct key *k)
{
	if (k->kind == INPUT_PASTE)
		return paste(e, k->paste, k->paste_nbytes);
	if (k->kind != INPUT_TEXT || k->mods || (unsigned char)k->text[0] < 0x20)
		return EDIT_PASS;
	return type(e, k->text);
}

static size_t before(const struct edit *e)
{
	return e->at > 0 ? e->at - utf8_cluster_before(e->text.s, e->text.s + e->at) : 0;
}

static size_t after(const struct edit *e)
{
	return e->at + utf8_cluster(e->text.s + e->at);
}

static size_t line_begin(const struct edit *e, size_t at)
{
	while (at > 0 && e->text.s[at - 1] != '\n')
		at--;
	return at;
}

static size_t line_end(const struct edit *e, size_t at)
{
	return at + strcspn(e->text.s + at, "\n");
}

/* Where a moving key leads, as a byte offset; false: to another row, which edit_move_row() finds.
 */
static bool find_place(const struct edit *e, enum action a, int cols, size_t *at)
{
	switch ((int)a) {
	case DO_EDIT_LEFT:
		*at = before(e);
		return true;
	case DO_EDIT_RIGHT:
		*at = after(e);
		return true;
	case DO_EDIT_WORD_LEFT:
		*at = edit_word_left(e, e->at);
		return true;
	case DO_EDIT_WORD_RIGHT:
		*at = edit_word_right(e, e->at);
		return true;
	case DO_EDIT_HOME:
		*at = edit_row_begin(e, cols);
		return true;
	case DO_EDIT_END:
		*at = edit_row_end(e, cols);
		return true;
	case DO_EDIT_PARAGRAPH_UP: /* a second time: the one before */
		*at = line_begin(e, before(e));
		return true;
	case DO_EDIT_PARAGRAPH_DOWN:
		*at = line_end(e, after(e));
		return true;
	case DO_EDIT_FIRST:
		*at = 0;
		return true;
	case DO_EDIT_LAST:
		*at = e->text.nbytes;
		return true;
	default:
		return false;
	}
}

/* Left and Right leave a selection at its end on that side. */
static bool leave_selection(struct edit *e, enum action a)
{
	size_t from, to;

	if ((a != DO_EDIT_LEFT && a != DO_EDIT_RIGHT) || !edit_selection(e, &from, &to))
		return false;
	e->at = a == DO_EDIT_LEFT ? from : to;
	return true;
}

static enum edit_event move(struct edit *e, enum action a, int cols, bool select)
{
	size_t at;

	e->undo.kind = STEP_NONE;
	if (select && !e->selected)
		e->mark = e->at;
	if (!select && leave_selection(e, a)) {
		e->selected = false;
		e->goal_col = -1;
		return EDIT_MOVED;
	}
	if (find_place(e, a, cols, &at)) {
		e->at = at;
		e->goal_col = -1;
	} else if (!edit_move_row(e, a == DO_EDIT_UP ? -1 : 1, cols) && !select) {
		return EDIT_PASS;
	}
	e->selected = select;
	return EDIT_MOVED;
}

static enum edit_event erase(struct edit *e, int kind, size_t from, size_t to)
{
	size_t selected_from, selected_to;

	if (edit_selection(e, &selected_from, &selected_to)) {
		kind = STEP_OTHER;
		from = selected_from;
		to = selected_to;
	}
	if (from >= to)
		return EDIT_MOVED;
	edit_change(e, kind, from, to, "", 0);
	return EDIT_CHANGED;
}

/* Begins to select, then takes all, then gives it up. */
static enum edit_event mark(struct edit *e)
{
	if (!e->marking) {
		e->mark = e->at;
		e->marking = e->selected = true;
	} else if (e->mark == e->at && e->text.nbytes > 0) {
		edit_select(e);
		e->marking = true;
	} else {
		e->marking = e->selected = false;
	}
	return EDIT_MOVED;
}

static enum edit_event copy(struct edit *e)
{
	size_t from, to;

	if (!edit_selection(e, &from, &to))
		return EDIT_NOTHING;
	clipboard_put(e->text.s + from, to - from);
	e->marking = false;
	return EDIT_MOVED;
}

static enum edit_event cut(struct edit *e)
{
	return copy(e) == EDIT_NOTHING ? EDIT_NOTHING : erase(e, STEP_OTHER, 0, 0);
}

static enum edit_event act_on_selection(struct edit *e, enum action a)
{
	switch ((int)a) {
	case DO_EDIT_SELECT_ALL:
		edit_select(e);
		return EDIT_MOVED;
	case DO_EDIT_MARK:
		return mark(e);
	case DO_EDIT_COPY:
		return copy(e);
	case DO_EDIT_CUT:
		return cut(e);
	case DO_EDIT_PASTE:
		if (!*clipboard_text())
			return EDIT_NOTHING;
		return paste(e, clipboard_text(), strlen(clipboard_text()));
	default:
		return EDIT_PASS;
	}
}

static enum edit_event act(struct edit *e, enum action a)
{
	switch ((int)a) {
	case DO_EDIT_BACKSPACE:
		return erase(e, STEP_BACKSPACE, before(e), e->at);
	case DO_EDIT_DELETE:
		return erase(e, STEP_DELETE, e->at, after(e));
	case DO_EDIT_DELETE_WORD:
		return erase(e, STEP_OTHER, edit_word_left(e, e->at), e->at);
	case DO_EDIT_DELETE_WORD_RIGHT:
		return erase(e, STEP_OTHER, e->at, edit_word_right(e, e->at));
	case DO_EDIT_DELETE_LEFT:
		return erase(e, STEP_OTHER, line_begin(e, e->at), e->at);
	case DO_EDIT_DELETE_RIGHT:
		return erase(e, STEP_OTHER, e->at, line_end(e, e->at));
	case DO_EDIT_UNDO:
		return edit_step_back(e) ? EDIT_CHANGED : EDIT_NOTHING;
	case DO_EDIT_REDO:
		return edit_step_again(e) ? EDIT_CHANGED : EDIT_NOTHING;
	case DO_EDIT_NEWLINE:
		return e->multi ? insert(e, "\n", STEP_TYPE) : EDIT_PASS;
	default:
		return act_on_selection(e, a);
	}
}

/* The move that a selecting key makes; DO_NONE: it is none. */
static enum action move_of(enum action a)
{
	static const enum action moves[][2] = {
		{DO_EDIT_SELECT_LEFT, DO_EDIT_LEFT},
		{DO_EDIT_SELECT_RIGHT, DO_EDIT_RIGHT},
		{DO_EDIT_SELECT_UP, DO_EDIT_UP},
		{DO_EDIT_SELECT_DOWN, DO_EDIT_DOWN},
		{DO_EDIT_SELECT_WORD_LEFT, DO_EDIT_WORD_LEFT},
		{DO_EDIT_SELECT_WORD_RIGHT, DO_EDIT_WORD_RIGHT},
		{DO_EDIT_SELECT_HOME, DO_EDIT_HOME},
		{DO_EDIT_SELECT_END, DO_EDIT_END},
	};

	for (size_t i = 0; i < sizeof moves / sizeof moves[0]; i++)
		if (moves[i][0] == a)
			return moves[i][1];
	return DO_NONE;
}

enum edit_event edit_act(struct edit *e, enum action a, int cols)
{
	if (move_of(a) != DO_NONE)
		return move(e, move_of(a), cols, true);
	if (a >= DO_EDIT_LEFT && a <= DO_EDIT_LAST)
		return move(e, a, cols, e->marking);
	return act(e, a);
}
