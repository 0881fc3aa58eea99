/*
 * What the person typed after ssh goes through the same parser and the same verbs as a command line
 * on the server. What is left out follows from the table of verbs: those that are only for the
 * server, options and operands that name its files, acting as somebody else.
 */
#include "cli/session.h"

#include "cli/access.h"
#include "cli/confine.h"
#include "cli/help.h"
#include "cli/interface.h"
#include "cli/lookup.h"
#include "cli/run_name.h"
#include "cli/watch.h"
#include "core/text/command_line.h"
#include "db/people/store_key.h"
#include "exchange/deliver.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

bool session_is(const struct verb *v)
{
	return v && v->run == verb_session;
}

void session_distrust(const struct verb *v)
{
	if (!session_is(v))
		return;
	unsetenv("DUBAN_DB");
	unsetenv("DUBAN_CONFIG");
}

int session_login(struct cli *cli, const char **login, struct err *e)
{
	struct err other = ERR_INIT;
	struct key_row key;

	if (store_owned_by(cli->db, getuid(), &other) < 0)
		return err_set(e, ERR_DENIED,
			       _("sessions by key run in the account that owns %s, and in no "
				 "other"),
			       cli->db);
	if (store_key_get(cli->store, &cli->arena, cli->key_id, &key, e) < 0)
		return -1;
	*login = key.login;
	return 0;
}

bool session_offers(const struct cli *cli, const struct verb *v)
{
	if (v->flags & VERB_HIDDEN)
		return false;
	return !cli->key_id || (!(v->flags & VERB_HERE) && may_ever_quietly(&cli->who, v->acts));
}

/* The first words of all that is offered. */
static const char *offered_verbs(struct cli *cli)
{
	const char *list = "", *last = "";

	for (int i = 0; i < nverbs; i++) {
		if (!session_offers(cli, &verbs[i]) || strcmp(verbs[i].name, last) == 0)
			continue;
		last = verbs[i].name;
		list = arena_printf(&cli->arena, "%s%s%s", list, *list ? ", " : "", last);
	}
	return list;
}

/* Programs that a client asks for by itself, and what is only for the server, get the same answer
 * as a word that is none. */
static int refuse_verb(struct cli *cli, const char *word, struct err *e)
{
	return err_set(
		e, ERR_INPUT,
		_("\"%s\" does not run here: this is no shell, and files are not copied with "
		  "scp, sftp or rsync; you can use: %s (help VERB explains one)"),
		word, offered_verbs(cli));
}

static bool is_verb_for_sessions(const char *word)
{
	for (int i = 0; i < nverbs; i++)
		if (strcmp(verbs[i].name, word) == 0 &&
		    !(verbs[i].flags & (VERB_HERE | VERB_HIDDEN)))
			return true;
	return false;
}

static int check_options(const struct args *args, struct err *e)
{
	for (size_t i = 0; i < args->values.n; i++) {
		const struct arg_value *v = &args->values.at[i];

		if (!(v->option->flags & (OPTION_PATH | OPTION_HERE)) ||
		    ((v->option->flags & OPTION_PATH) && strcmp(v->value, "-") == 0))
			continue;
		if (v->option->flags & OPTION_HERE)
			return err_set(e, ERR_DENIED, _("--%s is not for sessions over SSH"),
				       v->option->name);
		return err_set(e, ERR_DENIED,
			       _("--%s names a file of the server, and a session over SSH has "
				 "none there; send yours with < FILE after the command, receive "
				 "with > FILE"),
			       v->option->name);
	}
	return 0;
}

static int check_operands(const struct args *args, struct err *e)
{
	for (size_t i = 0; i < args->operands.n; i++)
		if (verb_operand_is_path(args->verb, i) && strcmp(args->operands.at[i], "-") != 0)
			return err_set(e, ERR_DENIED,
				       _("a session over SSH has no files on the server; write - "
					 "instead of the name, and < FILE after the command"));
	return 0;
}

static int check_run(struct cli *cli, struct err *e)
{
	const struct args *args = &cli->args;

	if (args->verb && (args->verb->flags & (VERB_HERE | VERB_HIDDEN)))
		return refuse_verb(cli, args->verb->name, e);
	cli->line = NULL; /* from here on args say it */
	if (check_options(args, e) < 0 || (args->verb && check_operands(args, e) < 0))
		return -1;
	return args->help || args->version ? 0 : cli_admit(cli, e);
}

/* argv for the parser: the name of the program before the words, unless the person typed it. */
static char **argv_of(struct cli *cli, const struct command_words *words, int *argc)
{
	static char program[] = "duban";
	char **argv = arena_alloc(&cli->arena, (words->n + 2) * sizeof *argv);
	size_t skip = words->n && strcmp(words->at[0], program) == 0;

	argv[0] = program;
	memcpy(argv + 1, words->at + skip, (words->n - skip) * sizeof *argv);
	*argc = (int)(words->n - skip + 1);
	return argv;
}

int session_parse(struct cli *cli, const char *line, struct err *e)
{
	struct command_words words;
	char **argv;
	int argc;

	cli->line = run_name_line(&cli->arena, line);
	if (command_line_split(&cli->arena, line, &words, e) < 0)
		return -1;
	argv = argv_of(cli, &words, &argc);
	cli->line = run_name_words(&cli->arena, argc, argv);
	if (cli_choose_language(cli, args_peek(argc, argv, "language"), e) < 0)
		return -1;
	if (argc > 1 && argv[1][0] != '-' && !is_verb_for_sessions(argv[1]))
		return refuse_verb(cli, argv[1], e);
	return args_parse(&cli->arena, argc, argv, &cli->args, e) < 0 ? -1 : check_run(cli, e);
}

/* The program of the command that carries notices out, as far as it is named by its path. */
static const char *notice_program(struct cli *cli)
{
	const char *command = config_text(&cli->config, CONFIG_NOTICE_COMMAND), **argv;
	struct err unusable = ERR_INIT;

	if (!*command || deliver_words(&cli->arena, command, &argv, &unusable) < 0)
		return NULL;
	return argv[0];
}

static int confine(struct cli *cli, struct err *e)
{
	const struct confine_needs needs = {
		.db = cli->db, .config_file = cli->config_file, .command = notice_program(cli)};

	if (strcmp(config_text(&cli->config, CONFIG_CONFINE), "never") == 0)
		return 0;
	return confine_session(&cli->arena, &needs, e);
}

int verb_session(struct cli *cli, struct err *e)
{
	const char *line = getenv("SSH_ORIGINAL_COMMAND");

	if (lookup_number(cli_option(cli, "key"), "key", 1, INT64_MAX, &cli->key_id, e) < 0 ||
	    cli_database(cli, &cli->db, e) < 0 || confine(cli, e) < 0 || cli_open(cli, e) < 0)
		return -1;
	watch_begin(cli);
	/* the interface tells of its own */
	if (line && *line && access_note_log_in(cli, e) < 0)
		return -1;
	/* what sshd was told has been heard; from here on the person speaks */
	cli->args = (struct args){0};
	if (line && *line && session_parse(cli, line, e) < 0)
		return -1;
	return cli_run(cli, e);
}
