/* Find as you type: one line of text with the keys that change it. */
#include "tui/part/filter.h"

#include "core/i18n.h"
#include "core/text/utf8.h"

#include <stdlib.h>
#include <string.h>

void filter_init(struct filter *f)
{
	edit_init(&f->line, false, 80);
	f->typing = false;
}

void filter_free(struct filter *f)
{
	edit_free(&f->line);
}

const char *filter_text(const struct filter *f)
{
	return edit_text(&f->line);
}

bool filter_shown(const struct filter *f)
{
	return f->typing || *filter_text(f);
}

enum filter_event filter_act(struct filter *f, enum action a)
{
	if (a == DO_FILTER && !f->typing) {
		f->typing = true;
		return FILTER_DONE;
	}
	if (a == DO_BACK && filter_shown(f)) {
		bool had_text = *filter_text(f) != '\0';
		edit_set(&f->line, "");
		f->typing = false;
		return had_text ? FILTER_CHANGED : FILTER_DONE;
	}
	if (a == DO_OPEN && f->typing) {
		f->typing = false;
		return FILTER_DONE;
	}
	return FILTER_PASS;
}

/* With Control. */
static enum action letter_action(char letter)
{
	switch (letter) {
	case 'u':
		return DO_EDIT_DELETE_LEFT;
	case 'k':
		return DO_EDIT_DELETE_RIGHT;
	case 'w':
		return DO_EDIT_DELETE_WORD;
	default:
		return DO_NONE;
	}
}

enum action filter_line_action(const struct key *k)
{
	if (k->kind == INPUT_TEXT && k->mods == MOD_CTRL)
		return letter_action(k->text[0]);
	if (k->kind != INPUT_NAMED || k->mods)
		return DO_NONE;
	switch ((int)k->name) {
	case K_BACKSPACE:
		return DO_EDIT_BACKSPACE;
	case K_DELETE:
		return DO_EDIT_DELETE;
	case K_LEFT:
		return DO_EDIT_LEFT;
	case K_RIGHT:
		return DO_EDIT_RIGHT;
	default:
		return DO_NONE;
	}
}

enum filter_event filter_key(struct filter *f, const struct key *k)
{
	if (!f->typing)
		return FILTER_PASS;
	enum action a = filter_line_action(k);
	enum edit_event event = a != DO_NONE ? edit_act(&f->line, a, 1) : edit_key(&f->line, k);
	if (event == EDIT_PASS)
		return FILTER_PASS;
	return event == EDIT_CHANGED ? FILTER_CHANGED : FILTER_DONE;
}

void filter_draw(const struct filter *f, struct canvas *c, int y, size_t nfound)
{
	char *found = xasprintf(Q_("%zu found", "%zu found", nfound), nfound);
	int right = utf8_cols(found) + 1;
	struct canvas line = canvas_sub(c, y, 0, 1, c->cols - right - 1);

	canvas_fill_row(c, y, STYLE_FIELD);
	int x = canvas_text(&line, 0, 1, STYLE_LABEL, _("Find:")) + 2;
	line = canvas_sub(&line, 0, x, 1, line.cols - x);
	edit_draw(&f->line, &line, f->typing ? STYLE_FIELD_FOCUS : STYLE_FIELD, f->typing);
	canvas_text(c, y, c->cols - right, STYLE_DIM, found);
	free(found);
}
