/*
 * Changing a text: insertion, deletion, moving by characters and words, undo. Where the text stands
 * on the screen is edit_view.c's affair. Undo goes back to before the last run of like changes, and
 * once more brings them again.
 */
#include "tui/part/edit.h"

#include "core/err.h"
#include "core/utf8.h"

#include <string.h>

enum { STEP_NONE, STEP_TYPE, STEP_DELETE, STEP_OTHER };

void edit_init(struct edit *e, bool multi, size_t max_chars)
{
	*e = (struct edit){.multi = multi, .max_chars = max_chars, .goal_col = -1};
	strbuf_puts(&e->text, "");
	strbuf_puts(&e->undo, "");
}

void edit_free(struct edit *e)
{
	strbuf_free(&e->text);
	strbuf_free(&e->undo);
}

const char *edit_text(const struct edit *e)
{
	return e->text.s;
}

static const char *cursor(const struct edit *e)
{
	return e->text.s + e->at;
}

/* Keeps what is there for undo, unless this step continues the last one. */
static void begin_step(struct edit *e, int kind)
{
	if (kind == STEP_OTHER || kind != e->undo_kind) {
		strbuf_reset(&e->undo);
		strbuf_add(&e->undo, e->text.s, e->text.nbytes);
		e->undo_at = e->at;
	}
	e->undo_kind = kind;
	e->goal_col = -1;
}

static void insert_bytes(struct edit *e, const char *s, size_t nbytes)
{
	size_t behind = e->text.nbytes - e->at;

	strbuf_add(&e->text, s, nbytes); /* makes room; s may not be of this text */
	memmove(e->text.s + e->at + nbytes, e->text.s + e->at, behind);
	memcpy(e->text.s + e->at, s, nbytes);
	e->at += nbytes;
}

static void delete_bytes(struct edit *e, size_t from, size_t to)
{
	memmove(e->text.s + from, e->text.s + to, e->text.nbytes - to + 1);
	e->text.nbytes -= to - from;
	e->at = from;
}

/* Bytes of the longest beginning of s with at most max characters. */
static size_t cut_chars(const char *s, size_t max)
{
	const char *p = s;

	while (max-- > 0 && *p)
		p += utf8_cluster(p);
	return (size_t)(p - s);
}

/* Takes the selected text out, as the beginning of a step; false when none is. */
static bool delete_selected(struct edit *e, int kind)
{
	if (!e->selected)
		return false;
	e->selected = false;
	begin_step(e, kind);
	delete_bytes(e, 0, e->text.nbytes);
	return true;
}

static enum edit_event insert(struct edit *e, const char *s, int kind)
{
	size_t nbytes = strlen(s), fits = nbytes;
	bool begun = nbytes > 0 && delete_selected(e, kind);

	if (e->max_chars) {
		size_t have = utf8_length(e->text.s);
		fits = cut_chars(s, have < e->max_chars ? e->max_chars - have : 0);
	}
	if (fits > 0) {
		if (!begun)
			begin_step(e, kind);
		insert_bytes(e, s, fits);
	}
	if (fits < nbytes) {
		e->nrefused = utf8_length(s + fits);
		return EDIT_FULL;
	}
	return nbytes > 0 ? EDIT_CHANGED : EDIT_MOVED;
}

void edit_set(struct edit *e, const char *text)
{
	strbuf_reset(&e->text);
	e->at = 0;
	e->selected = false;
	insert(e, text ? text : "", STEP_OTHER);
	e->undo_kind = STEP_NONE;
	strbuf_reset(&e->undo);
	strbuf_add(&e->undo, e->text.s, e->text.nbytes);
	e->undo_at = e->at;
}

void edit_select(struct edit *e)
{
	e->selected = e->text.nbytes > 0;
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

enum edit_event edit_key(struct edit *e, const struct key *k)
{
	if (k->kind == INPUT_PASTE)
		return paste(e, k->paste, k->paste_nbytes);
	if (k->kind != INPUT_TEXT || k->mods || (unsigned char)k->text[0] < 0x20)
		return EDIT_PASS;
	return insert(e, k->text, STEP_TYPE);
}

static enum edit_event move_to(struct edit *e, size_t at)
{
	e->at = at;
	e->goal_col = -1;
	e->undo_kind = STEP_NONE;
	return EDIT_MOVED;
}

static size_t before(const struct edit *e)
{
	return e->at > 0 ? e->at - utf8_cluster_before(e->text.s, cursor(e)) : 0;
}

static size_t after(const struct edit *e)
{
	return e->at + utf8_cluster(cursor(e));
}

enum char_class { CLASS_BLANK, CLASS_MARK, CLASS_LATIN, CLASS_WORD };

static enum char_class class_at(const char *s)
{
	uint32_t cp;

	if (!*s)
		return CLASS_BLANK;
	utf8_decode(s, s + strnlen(s, 4), &cp);
	if (cp == ' ' || cp == '\n' || cp == '\t' || cp == 0x3000)
		return CLASS_BLANK;
	if ((cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z') || (cp >= '0' && cp <= '9'))
		return CLASS_LATIN;
	if (cp < 0xC0 || (cp >= 0x2000 && cp <= 0x2E7F) || (cp >= 0x3001 && cp <= 0x303F) ||
	    (cp >= 0xFF01 && cp <= 0xFF20))
		return CLASS_MARK;
	return CLASS_WORD;
}

/* The place one word to the left: over blanks and marks, then over a run of one class. */
static size_t word_left(const struct edit *e)
{
	struct edit at = *e;
	enum char_class run = CLASS_BLANK;

	while (at.at > 0) {
		size_t from = before(&at);
		enum char_class c = class_at(e->text.s + from);
		if (run != CLASS_BLANK && c != run)
			break;
		if (c == CLASS_LATIN || c == CLASS_WORD)
			run = c;
		at.at = from;
	}
	return at.at;
}

static size_t word_right(const struct edit *e)
{
	struct edit at = *e;
	enum char_class run = class_at(cursor(e));

	while (*cursor(&at) && class_at(cursor(&at)) == run)
		at.at = after(&at);
	while (*cursor(&at) && class_at(cursor(&at)) <= CLASS_MARK)
		at.at = after(&at);
	return at.at;
}

static enum edit_event delete_range(struct edit *e, size_t from, size_t to)
{
	if (delete_selected(e, STEP_DELETE))
		return EDIT_CHANGED;
	if (from >= to)
		return EDIT_MOVED;
	begin_step(e, STEP_DELETE);
	delete_bytes(e, from, to);
	return EDIT_CHANGED;
}

static size_t line_begin(const struct edit *e)
{
	size_t at = e->at;

	while (at > 0 && e->text.s[at - 1] != '\n')
		at--;
	return at;
}

static size_t line_end(const struct edit *e)
{
	return e->at + strcspn(cursor(e), "\n");
}

static enum edit_event undo(struct edit *e)
{
	struct strbuf text = e->text;
	size_t at = e->at;

	e->text = e->undo;
	e->at = e->undo_at;
	e->undo = text;
	e->undo_at = at;
	e->undo_kind = STEP_NONE;
	e->goal_col = -1;
	return strcmp(e->text.s, text.s) == 0 ? EDIT_MOVED : EDIT_CHANGED;
}

static enum edit_event act(struct edit *e, enum action a, int cols)
{
	switch ((int)a) {
	case DO_EDIT_LEFT:
		return move_to(e, before(e));
	case DO_EDIT_RIGHT:
		return move_to(e, after(e));
	case DO_EDIT_WORD_LEFT:
		return move_to(e, word_left(e));
	case DO_EDIT_WORD_RIGHT:
		return move_to(e, word_right(e));
	case DO_EDIT_BACKSPACE:
		return delete_range(e, before(e), e->at);
	case DO_EDIT_DELETE:
		return delete_range(e, e->at, after(e));
	case DO_EDIT_DELETE_WORD:
		return delete_range(e, word_left(e), e->at);
	case DO_EDIT_DELETE_LEFT:
		return delete_range(e, line_begin(e), e->at);
	case DO_EDIT_DELETE_RIGHT:
		return delete_range(e, e->at, line_end(e));
	case DO_EDIT_UNDO:
		return undo(e);
	case DO_EDIT_NEWLINE:
		return e->multi ? insert(e, "\n", STEP_TYPE) : EDIT_PASS;
	case DO_EDIT_HOME:
		return move_to(e, edit_row_begin(e, cols));
	case DO_EDIT_END:
		return move_to(e, edit_row_end(e, cols));
	case DO_EDIT_UP:
		return edit_move_row(e, -1, cols);
	case DO_EDIT_DOWN:
		return edit_move_row(e, 1, cols);
	default:
		return EDIT_PASS;
	}
}

enum edit_event edit_act(struct edit *e, enum action a, int cols)
{
	enum edit_event event = act(e, a, cols);

	if (event != EDIT_PASS)
		e->selected = false;
	return event;
}
