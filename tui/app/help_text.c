/* What the help says, all of it from tables: acts and keys, screens, lamps, signs, words. */
#include "tui/app/help_text.h"

#include "core/text/glossary.h"
#include "core/i18n.h"
#include "core/words.h"
#include "tui/app/about.h"
#include "tui/app/tour.h"

void help_add_row(struct arena *a, struct help_rows *rows, const char *key, const char *text,
		  int key_style)
{
	*vec_push(a, &rows->list) = (struct help_row){key, text, key_style};
}

void help_add_heading(struct arena *a, struct help_rows *rows, const char *text)
{
	help_add_row(a, rows, NULL, text, STYLE_STRONG);
}

static void add_scope(struct arena *a, struct help_rows *rows, const struct view *v,
		      const struct keymap *keys, enum scope scope)
{
	bool headed = false;

	for (int i = DO_NONE + 1; i < DO_COUNT; i++) {
		const struct action_info *info = action_info((enum action)i);
		if (info->scope != scope || !app_offers(v, (enum action)i))
			continue;
		const char *all = keymap_keys_in(keys, v->scope, (enum action)i, a);
		if (!*all)
			continue;
		if (!headed)
			help_add_heading(a, rows, i18n_label(scope_info(scope)->label));
		headed = true;
		help_add_row(a, rows, all, i18n_label(info->help), STYLE_HINT_KEY);
	}
}

static void add_about(struct arena *a, struct help_rows *rows, const struct view *v)
{
	const char *about = about_view(v->ops->name);
	const char *field = v->ops->help ? v->ops->help(v) : NULL;

	if (field) {
		help_add_heading(a, rows, _("This field"));
		help_add_row(a, rows, "", arena_strdup(a, field), STYLE_NORMAL);
	}
	if (about) {
		help_add_heading(a, rows, _("This screen"));
		help_add_row(a, rows, "", about, STYLE_NORMAL);
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

void help_add_words(struct arena *a, struct help_rows *rows)
{
	for (size_t i = 0; i < nglossary; i++)
		help_add_row(a, rows, _(glossary[i].term), _(glossary[i].meaning), STYLE_STRONG);
}

void help_add_tour(struct arena *a, struct help_rows *rows)
{
	help_add_heading(a, rows, _("First steps"));
	for (size_t i = 0; i < ntour_lines; i++)
		help_add_row(a, rows, arena_printf(a, "%zu", i + 1), _(tour_lines[i]),
			     STYLE_HINT_KEY);
}
