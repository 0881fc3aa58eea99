/* The words that are searched for: always being typed, with the keys of any line of text. */
#include "tui/find/search_words.h"

#include "core/i18n.h"
#include "core/text/seek.h"
#include "core/text/utf8.h"
#include "tui/part/filter.h"

enum { WORDS_MOST = 200 };

static const char *const where_texts[SEARCH_WHERE_COUNT] = {
	N_("in this plan"),
	N_("in all open plans"),
	N_("in closed plans too"),
};

void search_words_begin(struct search_words *w, const char *text, bool has_plan)
{
	w->where = has_plan ? SEARCH_PLAN : SEARCH_OPEN;
	edit_init(&w->line, false, WORDS_MOST);
	edit_set(&w->line, text);
}

void search_words_end(struct search_words *w)
{
	edit_free(&w->line);
}

void search_words_turn(struct search_words *w, bool has_plan)
{
	w->where = (w->where + 1) % SEARCH_WHERE_COUNT;
	if (w->where == SEARCH_PLAN && !has_plan)
		w->where = SEARCH_OPEN;
}

/* The list below needs neither Home nor End: it has few rows, and the words are being typed. */
static enum action line_action(const struct key *k)
{
	if (k->kind == INPUT_NAMED && !k->mods && k->name == K_HOME)
		return DO_EDIT_HOME;
	if (k->kind == INPUT_NAMED && !k->mods && k->name == K_END)
		return DO_EDIT_END;
	return filter_line_action(k);
}

enum edit_event search_words_key(struct search_words *w, const struct key *k, int cols)
{
	enum action a = line_action(k);

	return a != DO_NONE ? edit_act(&w->line, a, cols) : edit_key(&w->line, k);
}

void search_words_draw(const struct search_words *w, struct canvas *c)
{
	const char *where = _(where_texts[w->where]);
	int right = utf8_cols(where) + 1;
	struct canvas line = canvas_sub(c, 0, 0, 1, c->cols - right - 1);

	if (!w->line.max_chars)
		return;
	canvas_fill_row(c, 0, STYLE_FIELD);
	int x = canvas_text(&line, 0, 1, STYLE_LABEL, _("Find:")) + 2;
	line = canvas_sub(&line, 0, x, 1, line.cols - x);
	edit_draw(&w->line, &line, STYLE_FIELD_FOCUS, true);
	canvas_text(c, 0, c->cols - right, STYLE_DIM, where);
	canvas_target(c, 0, c->cols - right, 1, right, TARGET_ACTION, DO_SEARCH_WHERE);
}

static bool has_words(const struct search_words *w)
{
	struct arena a = ARENA_INIT;
	struct seek seek;

	seek_read(&a, edit_text(&w->line), &seek);
	bool any = seek.words.n > 0;
	arena_free(&a);
	return any;
}

const char *search_words_advice(const struct search_words *w)
{
	if (!has_words(w))
		return _("Type words that stand in an action, its clause, a report, a milestone, "
			 "evidence, a notice, a request or a case, or the number of an action; "
			 "several words are all meant. Actions, units and cases are found by "
			 "pinyin too.");
	if (w->where != SEARCH_ALL)
		return _("Nothing that you may read has these words. Tab searches more plans; "
			 "fewer words find more.");
	return _("Nothing that you may read has these words; fewer words find more.");
}
