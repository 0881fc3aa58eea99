/* Help as text for a terminal of eighty columns. */
#include "cli/help.h"

#include "cli/session.h"
#include "core/text/utf8.h"
#include "core/text/wrap.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

enum { HELP_COLS = 80, HELP_LEFT_MAX = 34 };

/* One row: what to type on the left, what it does beside it, broken into lines. */
static void print_row(const char *left, int left_cols, const char *text)
{
	struct wrap w;
	struct wrap_line line;
	int used = utf8_cols(left);

	printf("  %s", left);
	if (used > left_cols) {
		printf("\n  ");
		used = 0;
	}
	wrap_begin(&w, text, strlen(text), HELP_COLS - left_cols - 4);
	for (; wrap_next(&w, &line); used = -2)
		printf("%*s%.*s\n", left_cols - used + 2, "", (int)line.nbytes, line.s);
}

static void verb_usage(struct strbuf *b, const struct verb *v)
{
	strbuf_reset(b);
	strbuf_puts(b, v->name);
	if (*v->sub)
		strbuf_printf(b, " %s", v->sub);
	if (*v->operands)
		strbuf_printf(b, " %s", v->operands);
}

/* --name VALUE */
static void option_usage(struct strbuf *b, const struct verb_option *o)
{
	strbuf_reset(b);
	strbuf_printf(b, "--%s", o->name);
	if (o->value)
		strbuf_printf(b, " %s", o->value);
}

/* "lead, coop, shared" after the help of an option with choices. */
static void option_text(struct strbuf *b, const struct verb_option *o)
{
	const char *word;

	strbuf_reset(b);
	strbuf_puts(b, _(o->help));
	if (!o->choice)
		return;
	strbuf_puts(b, ": ");
	for (int i = 0; (word = o->choice(i, false)); i++)
		strbuf_printf(b, "%s%s", i ? ", " : "", word);
}

/* Whether the list is the one of every verb, or the verb's own; a session has no files here. */
static bool is_listed(const struct cli *cli, const struct verb_option *o, bool common)
{
	if (cli->key_id && (o->flags & (OPTION_PATH | OPTION_HERE)))
		return false;
	return (verb_option_find(NULL, o->name) != NULL) == common;
}

static void print_options(const struct cli *cli, const struct verb *v, bool common)
{
	struct strbuf left = STRBUF_INIT, text = STRBUF_INIT;
	const struct verb_option *o;
	int cols = 0;

	for (int pass = 0; pass < 2; pass++)
		for (int i = 0; (o = verb_option_at(v, i)); i++) {
			if (!is_listed(cli, o, common))
				continue;
			option_usage(&left, o);
			option_text(&text, o);
			if (pass == 1)
				print_row(left.s, cols, text.s);
			else if (utf8_cols(left.s) > cols)
				cols = utf8_cols(left.s);
		}
	strbuf_free(&left);
	strbuf_free(&text);
}

/* All verbs that are shown, or those of one name. */
static void print_verbs(const struct cli *cli, const char *name)
{
	struct strbuf usage = STRBUF_INIT;
	int cols = 0;

	for (int pass = 0; pass < 2; pass++) {
		for (int i = 0; i < nverbs; i++) {
			const struct verb *v = &verbs[i];

			if (!session_offers(cli, v) || (name && strcmp(v->name, name) != 0))
				continue;
			verb_usage(&usage, v);
			if (pass == 1)
				print_row(usage.s, cols, _(v->help));
			else if (utf8_cols(usage.s) > cols)
				cols = utf8_cols(usage.s);
		}
		cols = cols > HELP_LEFT_MAX ? HELP_LEFT_MAX : cols;
	}
	strbuf_free(&usage);
}

static void print_program(const struct cli *cli)
{
	printf("%s\n\n", _("duban - carry out an action plan together"));
	printf("%s\n\n", _("Usage: duban [OPTION…] [VERB …]"));
	printf("%s\n", _("Without a verb the terminal interface opens."));
	printf("\n%s\n", _("Verbs:"));
	print_verbs(cli, NULL);
	printf("\n%s\n", _("Options of every verb:"));
	print_options(cli, NULL, true);
	printf("\n%s\n",
	       _("CODE/NO is an action: the code of its plan, a slash, its number as printed "
		 "(dt2021/14,\nmh2020/五.2); without \"CODE/\" where only one plan is open."));
}

/* Whether the verb has options that not every verb has. */
static bool has_own_options(const struct verb *v)
{
	const struct verb_option *o = verb_option_at(v, 0);

	return o && !verb_option_find(NULL, o->name);
}

/* Verbs of the same name with a second word, for one that has none. */
static bool has_subs(const struct verb *v)
{
	for (int i = 0; i < nverbs; i++)
		if (strcmp(verbs[i].name, v->name) == 0 && *verbs[i].sub)
			return !*v->sub;
	return false;
}

static void print_verb(const struct cli *cli, const struct verb *v)
{
	struct strbuf usage = STRBUF_INIT;

	verb_usage(&usage, v);
	printf(_("Usage: duban %s [OPTION…]\n"), usage.s);
	printf("\n  %s\n", _(v->help));
	if (has_own_options(v)) {
		printf("\n%s\n", _("Options:"));
		print_options(cli, v, false);
	}
	printf("\n%s\n", _("Options of every verb:"));
	print_options(cli, v, true);
	if (has_subs(v)) {
		printf("\n%s\n", _("Verbs:"));
		print_verbs(cli, v->name);
	}
	strbuf_free(&usage);
}

int help_print(const struct cli *cli, const struct verb *v, const char *name, struct err *e)
{
	if (v) {
		print_verb(cli, v);
	} else if (!name) {
		print_program(cli);
	} else if (verb_has_name(name)) {
		printf("%s\n", _("Verbs:"));
		print_verbs(cli, name);
	} else {
		return err_set(e, ERR_INPUT, _("there is no verb \"%s\"; `duban help` lists them"),
			       name);
	}
	return 0;
}
