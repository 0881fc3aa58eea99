/* The settings: those in force with their origin, and a file with all of them to begin with. */
#include "cli/cli.h"
#include "cli/interface.h"
#include "cli/rows.h"
#include "core/text/wrap.h"
#include "tui/tui.h"

#include <stdio.h>
#include <string.h>

static void add_row(struct rows *r, const char *name, const char *value, const char *where)
{
	rows_text(r, name);
	rows_text(r, value);
	rows_word(r, *where ? where : "default", *where ? where : _("default"));
}

int verb_config(struct cli *cli, struct err *e)
{
	static const struct rows_column columns[] = {
		{"name", N_("Option"), COLUMN_WORD, false},
		{"value", N_("Value"), COLUMN_TEXT, false},
		{"where", N_("From"), COLUMN_WORD, false},
	};
	const struct config *c = &cli->config;
	struct rows r;

	ROWS_BEGIN(&r, cli, columns);
	for (int i = 0; i < CONFIG_COUNT; i++)
		add_row(&r, config_options[i].name, c->values[i].text, c->values[i].where);
	for (size_t i = 0; i < c->keys.n; i++)
		add_row(&r, arena_printf(&cli->arena, CONFIG_KEYS ".%s", c->keys.at[i].name),
			c->keys.at[i].text, c->keys.at[i].where);
	for (size_t i = 0; i < c->styles.n; i++)
		add_row(&r, arena_printf(&cli->arena, CONFIG_STYLES ".%s", c->styles.at[i].name),
			c->styles.at[i].text, c->styles.at[i].where);
	return rows_end(&r, e);
}

/* It runs without the configuration in force, which may be what is broken. */
int verb_config_check(struct cli *cli, struct err *e)
{
	const char *file = args_operand(&cli->args, 0);
	struct config c;

	config_begin(&c);
	if (file ? config_load_file(&cli->arena, file, &c, e)
		 : config_load(&cli->arena, cli_option(cli, "config"), &c, e))
		return -1;
	if (interface_check(&cli->arena, &c, e) < 0)
		return -1;
	printf("%s\n", _("nothing is wrong with it"));
	return 0;
}

static void print_comment(const char *text)
{
	struct wrap w;
	struct wrap_line line;

	wrap_begin(&w, text, strlen(text), 96);
	while (wrap_next(&w, &line))
		printf("# %.*s\n", (int)line.nbytes, line.s);
}

/* "|" becomes ", ". */
static void print_choices(const char *choices)
{
	printf("# ");
	for (; *choices; choices++) {
		if (*choices == '|')
			printf(", ");
		else
			putchar(*choices);
	}
	putchar('\n');
}

static void print_option(const struct config_option *o, const char *indent, const char *name)
{
	const char *quote = o->type == CONFIG_NUMBER ? "" : "\"";

	putchar('\n');
	print_comment(o->help);
	if (o->type == CONFIG_CHOICE)
		print_choices(o->choices);
	printf("#%s%s = %s%s%s;\n", indent, name, quote, o->fallback, quote);
}

static void print_style_names(void)
{
	struct strbuf names = STRBUF_INIT;

	for (int i = 0; i < STYLE_COUNT; i++)
		strbuf_printf(&names, "%s%s", i ? " " : "", term_style_name((enum style)i));
	print_comment(names.s);
	strbuf_free(&names);
}

/* The options of one group, which stand together in the table; returns where the next begins. */
static int print_group(int i)
{
	const char *name = config_options[i].name;
	size_t n = (size_t)(strchr(name, '.') - name);

	printf("\n#%.*s: {", (int)n, name);
	for (; i < CONFIG_COUNT && strncmp(config_options[i].name, name, n + 1) == 0; i++)
		print_option(&config_options[i], "\t", config_options[i].name + n + 1);
	printf("#};\n");
	return i;
}

/* In English whatever the language of the run: the file is the same everywhere. */
int verb_config_example(struct cli *cli, struct err *e)
{
	(void)cli;
	(void)e;
	printf("# Settings of duban, with their defaults; see duban.conf(5). Of the server:\n"
	       "# /etc/duban.conf (or the folder chosen when duban was built). Of one person, and\n"
	       "# before those of the server: ~/.config/duban/duban.conf. Remove the # before what "
	       "you\n"
	       "# change. Printed by `duban config example`.\n");
	for (int i = 0; i < CONFIG_COUNT;) {
		if (strchr(config_options[i].name, '.')) {
			i = print_group(i);
			continue;
		}
		print_option(&config_options[i], "", config_options[i].name);
		i++;
	}
	putchar('\n');
	print_comment(CONFIG_KEYS_HELP);
	printf("#" CONFIG_KEYS ": {\n#\treport-new = \"e\";\n#\tsubmit = \"F9 Ctrl-S\";\n#};\n");
	putchar('\n');
	print_comment(CONFIG_STYLES_HELP);
	print_style_names();
	printf("#" CONFIG_STYLES ": {\n#\tlamp_red = \"bold red\";\n#\ttitle = \"black on cyan\";\n"
	       "#};\n");
	return 0;
}
