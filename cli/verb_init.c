/* A new database file: the person who makes it is its first administrator and the office. */
#include "cli/cli.h"
#include "core/rule/entry.h"
#include "core/text/utf8.h"

#include <pwd.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* --name, else the name that the server knows, else the login. */
static int person_name(struct cli *cli, const struct passwd *pw, const char **name, struct err *e)
{
	const char *given = cli_option(cli, "name");
	const char *known = pw->pw_gecos ? pw->pw_gecos : "";
	struct err unusable = ERR_INIT;

	if (given)
		return entry_name(&cli->arena, given, "name", name, e);
	known = arena_strndup(&cli->arena, known, strcspn(known, ","));
	if (entry_name(&cli->arena, known, "name", name, &unusable) < 0)
		*name = arena_strdup(&cli->arena, pw->pw_name);
	return 0;
}

int verb_init(struct cli *cli, struct err *e)
{
	const struct passwd *pw = getpwuid(getuid());
	const char *login, *name;

	if (cli_has(cli, "as"))
		return err_set_field(e, ERR_INPUT, "as",
				     _("a new file belongs to the person who makes it"));
	if (!pw)
		return err_set(e, ERR_IO,
			       _("this server does not know the login of user number %u"),
			       (unsigned)getuid());
	login = arena_strdup(&cli->arena, pw->pw_name);
	if (cli_database(cli, &cli->db, e) < 0 || person_name(cli, pw, &name, e) < 0 ||
	    store_create(cli->db, login, name, cli->now, e) < 0)
		return -1;
	printf(_("made \"%s\"; %s (%s) is its administrator and its office\n"), cli->db, name,
	       login);
	printf("%s\n",
	       _("next: duban import FILE takes in a plan, duban person add lets people in"));
	return 0;
}
