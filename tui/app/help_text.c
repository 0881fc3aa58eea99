/* What the help says, all of it from tables: acts and keys, screens, lamps, signs, words. */
#include "tui/app/help_text.h"

#include "core/glossary.h"
#include "core/i18n.h"
#include "core/words.h"
#include "tui/app/about.h"
#include "tui/app/tour.h"

static void add_row(struct arena *a, struct help_rows *rows, const char *key, const char *text,
		    int key_style)
{
	*vec_push(a, &rows->list) = (struct help_row){key, text, key_style};
}

static void add_heading(struct arena *a, struct help_rows *rows, const char *text)
{
	add_row(a, rows, NULL, text, STYLE_STRONG);
}

static void add_scope(struct arena *a, struct help_rows *rows, const struct view *v,
		      const struct keymap *keys, enum scope scope)
{
	bool headed = false;

	for (int i = DO_NONE + 1; i < DO_COUNT; i++) {
		const struct action_info *info = action_info((enum action)i);
		if (info->scope != scope || !app_offers(v, (enum action)i))
			continue;
		const char *all = keymap_all_keys(keys, (enum action)i, a);
		if (!*all)
			continue;
		if (!headed)
			add_heading(a, rows, i18n_label(scope_info(scope)->label));
		headed = true;
		add_row(a, rows, all, i18n_label(info->help), STYLE_HINT_KEY);
	}
}

static void add_about(struct arena *a, struct help_rows *rows, const struct view *v)
{
	const char *about = about_view(v->ops->name);
	const char *field = v->ops->help ? v->ops->help(v) : NULL;

	if (field) {
		add_heading(a, rows, _("This field"));
		add_row(a, rows, "", arena_strdup(a, field), STYLE_NORMAL);
	}
	if (about) {
		add_heading(a, rows, _("This screen"));
		add_row(a, rows, "", about, STYLE_NORMAL);
	}
}

void help_add_screen(struct arena *a, struct help_rows *rows, const struct view *v,
		     const struct keymap *keys)
{
	add_about(a, rows, v);
	/* In a form its own keys come first; those of typing are known from elsewhere. */
	if (v->scope == SCOPE_FIELD)
		add_scope(a, rows, v, keys, SCOPE_FORM);
	for (enum scope s = v->scope;; s = scope_info(s)->parent) {
		if (s != SCOPE_FORM || v->scope == SCOPE_FORM)
			add_scope(a, rows, v, keys, s);
		if (s == SCOPE_GLOBAL)
			return;
	}
}

static void add_lamps(struct arena *a, struct help_rows *rows)
{
	static const struct {
		enum lamp lamp;
		int style;
		const char *text;
	} lamps[] = {
		{LAMP_RED, STYLE_LAMP_RED, N_("past due, or returned twice")},
		{LAMP_YELLOW, STYLE_LAMP_YELLOW, N_("due soon, behind the time, or returned")},
		{LAMP_GREEN, STYLE_LAMP_GREEN, N_("on time")},
		{LAMP_GREY, STYLE_LAMP_GREY, N_("nothing due yet, or closed out")},
	};

	add_heading(a, rows, _("Lamps"));
	for (size_t i = 0; i < sizeof lamps / sizeof lamps[0]; i++)
		add_row(a, rows, lamp_label(lamps[i].lamp), _(lamps[i].text), lamps[i].style);
}

void help_add_signs(struct arena *a, struct help_rows *rows)
{
	static const struct {
		const char *sign, *text;
	} signs[] = {
		{"██ 50%", N_("progress as it was last reported; - where nothing was")},
		{"·", N_("in a column of counts: none")},
		{"* +", N_("before a line: changed, new since you looked; gone when you go there")},
		{"▲ ▼", N_("in the head of a column: lines are sorted by it, up or down")},
		{"↑ 3 ↓ 11", N_("at the right: so many lines more above and below")},
		{"…", N_("cut for want of room; opened, it is seen whole")},
		{"[x]", N_("chosen; [ ] not chosen")},
		{"*", N_("after a label: this has to be filled in")},
		{"!", N_("before a sentence: something could not be done")},
		{"*  +", N_("before a row: changed by somebody else since you saw it; new")},
		{"▲ ▼", N_("in the head of a list: sorted by this column, upwards or downwards")},
	};

	add_lamps(a, rows);
	add_heading(a, rows, _("Signs"));
	for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
		add_row(a, rows, signs[i].sign, _(signs[i].text), STYLE_HINT_KEY);
}

void help_add_words(struct arena *a, struct help_rows *rows)
{
	for (size_t i = 0; i < nglossary; i++)
		add_row(a, rows, _(glossary[i].term), _(glossary[i].meaning), STYLE_STRONG);
}

void help_add_tour(struct arena *a, struct help_rows *rows)
{
	add_heading(a, rows, _("First steps"));
	for (size_t i = 0; i < ntour_lines; i++)
		add_row(a, rows, arena_printf(a, "%zu", i + 1), _(tour_lines[i]), STYLE_HINT_KEY);
}
