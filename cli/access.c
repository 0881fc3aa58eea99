/* What is told of a run is written here, a log-in and an export once each. The run goes by its
 * name, or, where a session was asked what none does, by how that line began. */
#include "cli/access.h"

#include "cli/run_name.h"
#include "db/store_access.h"

#include <unistd.h>

static int note(struct cli *cli, enum access_act act, struct err *e)
{
	const char *name = cli->line ? cli->line : run_name_args(&cli->arena, &cli->args);

	return store_access_note(cli->store, &cli->who, act, name, e);
}

int access_read_before(struct cli *cli, struct err *e)
{
	if (cli->before_read)
		return 0;
	cli->before_read = true;
	return store_session_last(cli->store, &cli->arena, &cli->who, &cli->before, e);
}

int access_note_log_in(struct cli *cli, struct err *e)
{
	const char *key = NULL;

	if (cli->logged_in)
		return 0;
	cli->logged_in = true;
	if (cli->key_id)
		key = arena_printf(&cli->arena, "key %lld", (long long)cli->key_id);
	if (access_read_before(cli, e) < 0)
		return -1;
	return store_access_note(cli->store, &cli->who, ACCESS_LOG_IN, key, e);
}

void access_note_refusal(struct cli *cli, const struct err *e)
{
	struct err unwritten = ERR_INIT;
	bool is_nobody = cli->who.login && !cli->who.person_id;

	if (cli->store && cli->who.login && (e->code == ERR_DENIED || is_nobody || cli->line))
		(void)note(cli, ACCESS_REFUSED, &unwritten);
}

bool access_is_taken_away(const struct cli *cli)
{
	return cli->key_id && !isatty(STDOUT_FILENO);
}

int access_note_export(struct cli *cli, struct err *e)
{
	if (!cli->store || cli->export_told)
		return 0;
	if (note(cli, ACCESS_EXPORT, e) < 0)
		return -1;
	cli->export_told = true;
	return 0;
}
