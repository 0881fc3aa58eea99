/* Who one is here: what the program goes by, so that a person can see that it is right. */
#include "cli/cli.h"
#include "db/people/store_key.h"
#include "db/people/store_session.h"

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

static void print_session(const char *title, const struct session_row *s)
{
	char at[TIME_TEXT];

	printf("%s  %s%s%s\n", title, time_format_local(s->began_at, at), *s->remote ? " " : "",
	       s->remote);
}

static int print_sessions(struct cli *cli, struct err *e)
{
	struct session_rows open;
	struct session_row last;
	int got = store_session_before(cli->store, &cli->arena, &cli->who, 0, &last, e);

	if (got < 0 || store_session_list(cli->store, &cli->arena, &cli->who, &open, e) < 0)
		return -1;
	if (got)
		print_session(_("Last log-in:"), &last);
	for (size_t i = 0; i < open.n; i++)
		print_session(_("Open session:"), &open.at[i]);
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
