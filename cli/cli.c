/*
 * From argv to the exit status. What is not needed by every verb (file, person) waits until a verb
 * asks for it, so that the quick ones stay quick.
 */
#include "cli/cli.h"

#include "cli/access.h"
#include "cli/help.h"
#include "cli/interface.h"
#include "cli/locale.h"
#include "cli/remedy.h"
#include "cli/session.h"
#include "core/text/utf8.h"
#include "db/people/store_key.h"
#include "db/store_place.h"
#include "exchange/file_read.h"
#include "print/plain.h"

#include <errno.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* The first word of SSH_CONNECTION: where the person sits. */
static const char *remote_address(struct arena *a)
{
	const char *ssh = getenv("SSH_CONNECTION");
	struct err e = ERR_INIT;
	const char *clean;

	if (!ssh)
		return "";
	clean = utf8_clean_line(a, ssh, strcspn(ssh, " "), &e);
	return clean ? clean : "";
}

static int cli_read_clock(struct cli *cli, struct err *e)
{
	const char *fixed = getenv("DUBAN_NOW");

	if (!fixed || !*fixed) {
		cli->now = moment_of((int64_t)time(NULL));
		return 0;
	}
	cli->now_fixed = true;
	return moment_read(fixed, &cli->now, e) < 0 ? err_wrap(e, "DUBAN_NOW") : 0;
}

/* Only words that are languages. */
int cli_choose_language(const struct cli *cli, const char *asked, struct err *e)
{
	const char *environment = getenv("DUBAN_LANGUAGE");

	if (!asked && environment && *environment)
		asked = environment;
	if (!asked)
		asked = config_text(&cli->config, CONFIG_LANGUAGE);
	else if (!config_has_choice(CONFIG_LANGUAGE, asked))
		return err_set_field(e, ERR_INPUT, "language", _("\"%s\" is not one of %s"), asked,
				     config_options[CONFIG_LANGUAGE].choices);
	locale_set_language(asked);
	return 0;
}

static void apply_ambiguous(const struct cli *cli)
{
	if (strcmp(config_text(&cli->config, CONFIG_AMBIGUOUS), "wide") == 0)
		utf8_set_ambiguous_cols(2);
}

int cli_database(struct cli *cli, const char **path, struct err *e)
{
	const char *named = cli_option(cli, "db");

	if (!named)
		named = getenv("DUBAN_DB");
	if (!named || !*named)
		named = config_text(&cli->config, CONFIG_DATABASE);
	if (!*named)
		return err_set(e, ERR_INPUT,
			       _("it is not said which database file: use --db FILE, set DUBAN_DB, "
				 "or write database = \"FILE\"; into the configuration"));
	*path = named;
	if (strcmp(config_text(&cli->config, CONFIG_NETWORK), "allowed") == 0)
		return 0;
	return store_place_check(named, e);
}

int cli_own_login(struct cli *cli, const char **login, struct err *e)
{
	const struct passwd *pw;

	errno = 0;
	pw = getpwuid(getuid());
	if (!pw)
		return err_set(e, ERR_IO,
			       _("this server does not know the login of user number %u%s%s"),
			       (unsigned)getuid(), errno ? ": " : "", errno ? strerror(errno) : "");
	*login = arena_strdup(&cli->arena, pw->pw_name);
	return 0;
}

/* The login of the person: of the key or the process, or --as where the owner of the file asks for
 * it. */
static int find_login(struct cli *cli, const char **login, struct err *e)
{
	const char *as = cli_option(cli, "as");

	if (cli->key_id)
		return session_login(cli, login, e);
	if (!as)
		return cli_own_login(cli, login, e);
	*login = as;
	return store_owned_by(cli->db, getuid(), e);
}

/* --post ROLE[:UNIT]: leaves the actor that one post. */
static int choose_post(struct cli *cli, const char *wanted, struct err *e)
{
	size_t n = strcspn(wanted, ":");
	const char *unit = wanted[n] ? wanted + n + 1 : NULL;
	const struct post_row *found = NULL;
	enum post_role role;

	if (!post_role_parse(arena_strndup(&cli->arena, wanted, n), &role))
		return err_set_field(e, ERR_INPUT, "post", _("\"%s\" is no role of a post"),
				     wanted);
	for (size_t i = 0; i < cli->person.posts.n && !found; i++) {
		const struct post_row *p = &cli->person.posts.at[i];

		if (p->role == role && (!unit || strcmp(p->unit, unit) == 0))
			found = p;
	}
	if (!found)
		return err_set_field(e, ERR_DENIED, "post",
				     _("%s does not hold the post \"%s\"; `duban person list` "
				       "shows who holds which"),
				     cli->person.name, wanted);
	cli->who.posts = found;
	cli->who.nposts = 1;
	return 0;
}

int cli_admit(struct cli *cli, struct err *e)
{
	const char *post = cli_option(cli, "post");
	const struct verb *v = cli->args.verb;

	if (post && choose_post(cli, post, e) < 0)
		return -1;
	return v ? may_ever(&cli->who, v->acts, e) : 0;
}

/* Whoever has set the server up as root is told whose the file is, not to ask an administrator. */
static int refuse_nobody(const struct cli *cli, struct err *e)
{
	const struct passwd *pw = NULL;
	struct stat st;

	if (e->code == ERR_NOT_FOUND && getuid() == 0 && !cli->key_id && !cli_has(cli, "as") &&
	    stat(cli->db, &st) == 0 && st.st_uid != 0)
		pw = getpwuid(st.st_uid);
	return pw ? err_set(e, ERR_NOT_FOUND,
			    _("root is nobody here: the file belongs to %1$s; say it as that "
			      "account: runuser -u %1$s -- duban …"),
			    pw->pw_name)
		  : -1;
}

int cli_open(struct cli *cli, struct err *e)
{
	const char *login = "";

	if (cli->store)
		return 0;
	if (cli_database(cli, &cli->db, e) < 0 || store_open(cli->db, &cli->store, e) < 0 ||
	    find_login(cli, &login, e) < 0)
		return -1;
	/* who is refused as nobody has a login too */
	cli->who = (struct actor){.login = login, .remote = cli->remote, .now = cli->now};
	if (store_person_find(cli->store, &cli->arena, login, &cli->person, e) < 0)
		return refuse_nobody(cli, e);
	actor_of(&cli->who, &cli->person, cli->remote, cli->now);
	cli->who.key_id = cli->key_id;
	return store_key_check(cli->store, &cli->who, e) < 0 ? -1 : cli_admit(cli, e);
}

const char *cli_path(const struct cli *cli, size_t i)
{
	const char *path = cli_operand(cli, i);

	return path && strcmp(path, "-") == 0 ? FILE_READ_STDIN : path;
}

static int read_config(struct cli *cli, int argc, char **argv, struct err *e)
{
	config_begin(&cli->config);
	cli->config_file = args_peek(argc, argv, "config");
	if (!cli->config_file && session_is(cli->args.verb))
		cli->config_file = config_server_file();
	return config_load(&cli->arena, cli->config_file, &cli->config, e);
}

/* Everything before the verb. A broken configuration is reported after the command line was
 * understood, and not at all to the verbs that explain the program. */
static int cli_begin(struct cli *cli, int argc, char **argv, struct err *e)
{
	struct err broken = ERR_INIT;
	const struct verb *v;

	locale_begin();
	args_parse(&cli->arena, argc, argv, &cli->args, &broken);
	session_distrust(cli->args.verb);
	broken = (struct err)ERR_INIT;
	read_config(cli, argc, argv, &broken);
	if (cli_choose_language(cli, args_peek(argc, argv, "language"), e) < 0 ||
	    args_parse(&cli->arena, argc, argv, &cli->args, e) < 0)
		return -1;
	v = cli->args.verb;
	if (cli->args.help || cli->args.version || (v && (v->flags & VERB_ALONE)))
		return 0;
	/* Which language it is to be told in stands in the configuration itself. */
	if (broken.code != ERR_NONE)
		return read_config(cli, argc, argv, e);
	cli->remote = remote_address(&cli->arena);
	apply_ambiguous(cli);
	return cli_read_clock(cli, e);
}

int cli_run(struct cli *cli, struct err *e)
{
	const struct args *args = &cli->args;

	if (args->help)
		return help_print(cli, args->verb, args_operand(args, 0), e);
	if (args->version)
		return verb_version(cli, e);
	if (!args->verb)
		return interface_run(cli, e);
	return args->verb->run(cli, e);
}

/* The sentence names the option where the value of one was refused, and the command that asks for
 * what would lift the refusal. File names in it are bytes from outside: what a terminal would take
 * for a command goes. */
static void print_error(struct cli *cli, const struct err *e)
{
	const char *text = plain_line(&cli->arena, e->text);
	const char *command = remedy_command(cli, e);

	if (command)
		text = arena_printf(&cli->arena, _("%s; `%s` asks for it"), text,
				    plain_line(&cli->arena, command));

	if (*e->field && verb_option_find(cli->args.verb, e->field))
		fprintf(stderr, "duban: --%s: %s\n", e->field, text);
	else
		fprintf(stderr, "duban: %s\n", text);
}

/* What was printed may not have arrived: a full disk, a closed pipe. */
static int flush_output(struct err *e)
{
	if (fflush(stdout) == 0 && !ferror(stdout))
		return 0;
	return err_set(e, ERR_IO, _("the output could not be written: %s"), strerror(errno));
}

int cli_main(int argc, char **argv)
{
	struct cli cli = {.remote = ""};
	struct err e = ERR_INIT;
	int failed = cli_begin(&cli, argc, argv, &e) < 0 || cli_run(&cli, &e) < 0;
	struct err unwritten = ERR_INIT;

	if (flush_output(&unwritten) < 0 && !failed) {
		e = unwritten;
		failed = 1;
	}
	if (failed) {
		print_error(&cli, &e);
		access_note_refusal(&cli, &e);
	}
	store_close(cli.store);
	arena_free(&cli.arena);
	return failed ? err_exit_status(e.code) : 0;
}
