/* The verbs that explain the program: they need no file and no person. */
#include "cli/cli.h"
#include "cli/help.h"
#include "tui/tui.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int verb_version(struct cli *cli, struct err *e)
{
	(void)cli;
	(void)e;
	printf("duban %s\n", DUBAN_VERSION);
	return 0;
}

int verb_help(struct cli *cli, struct err *e)
{
	const char *name = cli_operand(cli, 0), *sub = cli_operand(cli, 1);
	const struct verb *v = name ? verb_find(name, sub) : NULL;

	if (name && sub && !v)
		return err_set(e, ERR_INPUT, _("there is no verb \"%s\"; `duban help` lists them"),
			       arena_printf(&cli->arena, "%s %s", name, sub));
	return help_print(cli, v, name, e);
}

int verb_completion(struct cli *cli, struct err *e)
{
	const char *shell = cli_operand(cli, 0);

	if (strcmp(shell, "bash") != 0)
		return err_set(e, ERR_INPUT, _("there is no completion for \"%s\", only for bash"),
			       shell);
	help_print_bash();
	return 0;
}

int verb_man_verbs(struct cli *cli, struct err *e)
{
	(void)cli;
	(void)e;
	help_print_man_verbs();
	return 0;
}

int verb_man_keys(struct cli *cli, struct err *e)
{
	char *page = tui_manual_keys();

	(void)cli;
	(void)e;
	fputs(page, stdout);
	free(page);
	return 0;
}

int verb_man_posts(struct cli *cli, struct err *e)
{
	(void)cli;
	(void)e;
	help_print_man_posts();
	return 0;
}

int verb_man_config(struct cli *cli, struct err *e)
{
	(void)cli;
	(void)e;
	help_print_man_config();
	return 0;
}

int verb_man_flow(struct cli *cli, struct err *e)
{
	(void)cli;
	(void)e;
	help_print_man_flow();
	return 0;
}

int verb_man_words(struct cli *cli, struct err *e)
{
	return help_print_man_words(&cli->arena, cli_operand(cli, 0), e);
}
