/* duban-keys(7) from the table of actions: what stands in the page is what the program does. */
#include "tui/app/keymap.h"

#include "core/i18n.h"
#include "tui/tui.h"

#include <string.h>

/* Text as troff takes it: a hyphen that stays one, no line that begins as a request. */
static void put_text(struct strbuf *out, const char *s)
{
	if (*s == '.' || *s == '\'')
		strbuf_puts(out, "\\&");
	for (; *s; s++) {
		if (*s == '\\')
			strbuf_puts(out, "\\e");
		else if (*s == '-')
			strbuf_puts(out, "\\-");
		else
			strbuf_putc(out, *s);
	}
}

static void put_paragraph(struct strbuf *out, const char *text)
{
	strbuf_puts(out, ".PP\n");
	put_text(out, text);
	strbuf_putc(out, '\n');
}

static void put_heading(struct strbuf *out, const char *request, const char *text)
{
	strbuf_printf(out, "%s \"", request);
	put_text(out, text);
	strbuf_puts(out, "\"\n");
}

static void put_action(struct strbuf *out, const struct keymap *m, enum action a)
{
	const struct action_info *info = action_info(a);
	struct arena arena = ARENA_INIT;

	strbuf_puts(out, ".TP\n\\fB");
	put_text(out, keymap_all_keys(m, a, &arena));
	strbuf_puts(out, "\\fR  \\fI");
	put_text(out, info->name);
	strbuf_puts(out, "\\fR\n");
	put_text(out, i18n_label(info->help));
	strbuf_puts(out, ".\n");
	arena_free(&arena);
}

static void put_scope(struct strbuf *out, const struct keymap *m, enum scope scope)
{
	bool headed = false;

	for (int i = DO_NONE + 1; i < DO_COUNT; i++) {
		if (action_info((enum action)i)->scope != scope)
			continue;
		if (!headed)
			put_heading(out, ".SS", i18n_label(scope_info(scope)->label));
		headed = true;
		put_action(out, m, (enum action)i);
	}
}

void keymap_print_manual(struct strbuf *out)
{
	struct keymap *m = keymap_new();

	strbuf_puts(out, ".\\\" Made from tui/app/actions.h.\n.TH DUBAN-KEYS 7 \"\" duban\n");
	put_heading(out, ".SH", _("NAME"));
	strbuf_puts(out, "duban\\-keys \\- ");
	put_text(out, _("keys of the terminal interface of duban"));
	strbuf_putc(out, '\n');
	put_heading(out, ".SH", _("DESCRIPTION"));
	put_paragraph(out,
		      _("Everything can be done with arrows, Enter, Esc, Tab, digits, PgUp and "
			"PgDn; the other keys are shortcuts. Full-width characters of an input "
			"method act as their half-width ones."));
	put_paragraph(out,
		      _("Each key is followed by the name of its action, under which it can be "
			"changed in the section \"keys\" of duban.conf(5). A key is looked for in "
			"the part of the program one is in, then in the parts around it."));
	put_heading(out, ".SH", _("KEYS"));
	for (int s = SCOPE_GLOBAL; s < SCOPE_COUNT; s++)
		put_scope(out, m, (enum scope)s);
	put_heading(out, ".SH", _("SEE ALSO"));
	strbuf_puts(out, ".BR duban (1),\n.BR duban.conf (5)\n");
	keymap_free(m);
}

char *tui_manual_keys(void)
{
	struct strbuf out = STRBUF_INIT;

	keymap_print_manual(&out);
	return strbuf_detach(&out);
}
