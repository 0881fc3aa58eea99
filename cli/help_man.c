/*
 * The generated sections of duban(1) and duban.conf(5), as mdoc(7), in the language of the run:
 * verbs, what each post may do, options of the configuration.
 */
#include "cli/help.h"

#include "cli/config.h"
#include "core/rule/may.h"
#include "tui/tui.h"

#include <stdio.h>
#include <string.h>

void help_print_mdoc(const char *s)
{
	if (*s == '.' || *s == '\'')
		fputs("\\&", stdout);
	for (; *s; s++) {
		if (*s == '\\')
			fputs("\\e", stdout);
		else
			putchar(*s);
	}
}

/* One argument of a macro: quoted, since a blank ends it and words like "No" would be called. */
static void print_argument(const char *macro, const char *s)
{
	printf(" %s \"\\&", macro);
	help_print_mdoc(s);
	putchar('"');
}

static void print_option_item(const struct verb_option *o)
{
	const char *word;

	printf(".It Fl");
	printf(" \\&-%s", o->name);
	if (o->value)
		print_argument("Ar", o->value);
	putchar('\n');
	help_print_mdoc(_(o->help));
	if (o->choice) {
		printf(":\n");
		for (int i = 0; (word = o->choice(i, false)); i++)
			printf(".Cm %s%s\n", word, o->choice(i + 1, false) ? " ," : "");
		return;
	}
	putchar('\n');
}

/* The verb's own options, with --format where it lists. */
static void print_own_options(const struct verb *v)
{
	const struct verb_option *o = verb_option_at(v, 0);

	if (verb_option_find(NULL, o->name))
		return;
	printf(".Bl -tag -width Ds -compact\n");
	for (int i = 0; (o = verb_option_at(v, i)); i++)
		if (!verb_option_find(NULL, o->name))
			print_option_item(o);
	printf(".El\n");
}

/* Those without which the verb does not run, then that there are others. */
static void print_option_synopsis(const struct verb *v)
{
	bool others = (v->flags & VERB_LISTS) != 0;

	for (const struct verb_option *o = v->options; o->name; o++) {
		if (!(o->flags & OPTION_NEEDED)) {
			others = true;
			continue;
		}
		printf(" Fl \\&-%s", o->name);
		print_argument("Ar", o->value);
	}
	if (others)
		printf(" Op Ar %s", _("options"));
}

void help_print_man_verbs(void)
{
	printf(".Bl -tag -width Ds\n");
	for (int i = 0; i < nverbs; i++) {
		const struct verb *v = &verbs[i];

		if (v->flags & VERB_HIDDEN)
			continue;
		printf(".It Cm %s", v->name);
		if (*v->sub)
			printf(" %s", v->sub);
		if (*v->operands)
			print_argument("Ar", v->operands);
		print_option_synopsis(v);
		putchar('\n');
		help_print_mdoc(_(v->help));
		putchar('\n');
		print_own_options(v);
	}
	printf(".El\n.Pp\n%s\n.Bl -tag -width Ds -compact\n", _("Options of every verb:"));
	for (const struct verb_option *o = verb_common_options; o->name; o++)
		print_option_item(o);
	printf(".El\n");
}

static void print_config_values(const struct config_option *o)
{
	if (o->type == CONFIG_CHOICE) {
		const char *s = o->choices;

		printf("%s\n", _("One of:"));
		while (*s) {
			size_t n = strcspn(s, "|");

			printf(".Cm %.*s%s\n", (int)n, s, s[n] ? " ," : "");
			s += n + (s[n] == '|');
		}
	} else if (o->type == CONFIG_NUMBER) {
		printf(_("A whole number from %d to %d.\n"), o->least, o->most);
	}
	if (*o->fallback) {
		printf("%s\n", _("Default:"));
		printf(".Ql %s\n", o->fallback);
	}
}

const char *help_reach_label(enum reach reach)
{
	switch (reach) {
	case REACH_OWN:
		return _("own unit");
	case REACH_BEHALF:
		return _("any unit, on its behalf");
	case REACH_ALL:
		return _("all");
	case REACH_NONE:
		break;
	}
	return NULL;
}

void help_print_man_posts(void)
{
	printf(".Bl -tag -width Ds\n");
	for (int a = 0; a < ACT_COUNT; a++) {
		printf(".It ");
		help_print_mdoc(act_label((enum act)a));
		putchar('\n');
		for (int r = 0; r < POST_ROLE_COUNT; r++) {
			const char *reach =
				help_reach_label(act_reach((enum act)a, (enum post_role)r));

			if (reach)
				printf(".Cm %s\n(%s)\n.br\n", post_role_word((enum post_role)r),
				       reach);
		}
	}
	printf(".El\n");
}

void help_print_man_config(void)
{
	printf(".Bl -tag -width Ds\n");
	for (int i = 0; i < CONFIG_COUNT; i++) {
		printf(".It Ic %s\n", config_options[i].name);
		help_print_mdoc(_(config_options[i].help));
		printf("\n.br\n");
		print_config_values(&config_options[i]);
	}
	printf(".It Ic %s . Ns Ar ACTION\n", CONFIG_KEYS);
	help_print_mdoc(_(CONFIG_KEYS_HELP));
	printf("\n.It Ic %s . Ns Ar STYLE\n", CONFIG_STYLES);
	help_print_mdoc(_(CONFIG_STYLES_HELP));
	printf("\n");
	for (int i = 0; i < STYLE_COUNT; i++)
		printf(".Cm %s\n", term_style_name((enum style)i));
	printf(".El\n");
}
