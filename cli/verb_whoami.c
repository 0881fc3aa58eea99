/* Who one is here: what the program goes by, so that a person can see that it is right. */
#include "cli/access.h"
#include "cli/cli.h"
#include "db/people/store_key.h"

#include <stdio.h>

static void print_posts(const struct cli *cli)
{
	for (size_t i = 0; i < cli->person.posts.n; i++) {
		const struct post_row *post = &cli->person.posts.at[i];

		printf("%s  %s%s%s\n", _("Post:"), post_role_label(post->role),
		       *post->unit ? " " : "", post->unit);
	}
	if (!cli->person.posts.n)
		printf("%s  %s\n", _("Post:"), _("none yet; the administrator gives one"));
}

static int print_key(struct cli *cli, struct err *e)
{
	struct key_row key;

	if (!cli->key_id) {
		printf("%s  %s\n", _("Key:"), _("none: the account on this server"));
		return 0;
	}
	if (store_key_get(cli->store, &cli->arena, cli->key_id, &key, e) < 0)
		return -1;
	printf("%s  %lld %s %s %s\n", _("Key:"), (long long)key.id, key.type, key.fingerprint,
	       key.name);
	return 0;
}

static void print_log_in(const char *title, int64_t at, const char *remote)
{
	char text[TIME_TEXT];

	printf("%s  %s%s%s\n", title, time_format_local(at, text), *remote ? " " : "", remote);
}

static int print_sessions(struct cli *cli, struct err *e)
{
	struct session_rows open;

	if (access_read_before(cli, e) < 0 ||
	    store_session_list(cli->store, &cli->arena, &cli->who, &open, e) < 0)
		return -1;
	if (cli->before.at)
		print_log_in(_("Last log-in:"), cli->before.at, cli->before.remote);
	for (size_t i = 0; i < open.n; i++)
		print_log_in(_("Open session:"), open.at[i].began_at, open.at[i].remote);
	return 0;
}

int verb_whoami(struct cli *cli, struct err *e)
{
	if (cli_open(cli, e) < 0)
		return -1;
	printf("%s  %s (%s)\n", _("Person:"), cli->person.name, cli->person.login);
	print_posts(cli);
	if (print_key(cli, e) < 0)
		return -1;
	printf("%s  %s\n", _("Address:"), *cli->remote ? cli->remote : _("this server"));
	return print_sessions(cli, e);
}
