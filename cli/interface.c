/* What the terminal interface is given to begin with: store, person, settings. */
#include "cli/interface.h"

#include "cli/access.h"
#include "cli/process.h"
#include "db/people/store_session.h"
#include "tui/tui.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static struct term_settings terminal_settings(const struct config *c)
{
	const char *ambiguous = config_text(c, CONFIG_AMBIGUOUS);
	struct term_settings s = {.look = LOOK_NARROW};

	s.look_probe = strcmp(ambiguous, "auto") == 0;
	if (strcmp(ambiguous, "wide") == 0)
		s.look = LOOK_WIDE;
	else if (strcmp(ambiguous, "ascii") == 0)
		s.look = LOOK_ASCII;
	s.theme = strcmp(config_text(c, CONFIG_COLOURS), "never") == 0
			  ? THEME_MONO
			  : term_theme_parse(config_text(c, CONFIG_THEME));
	s.mouse = strcmp(config_text(c, CONFIG_MOUSE), "auto") == 0;
	s.escape_ms = config_number(c, CONFIG_ESCAPE);
	return s;
}

static const struct tui_binding *key_bindings(struct arena *a, const struct config *c)
{
	struct tui_binding *b = arena_alloc(a, (c->keys.n + 1) * sizeof *b);

	for (size_t i = 0; i < c->keys.n; i++)
		b[i] = (struct tui_binding){c->keys.at[i].name, c->keys.at[i].text,
					    c->keys.at[i].where};
	return b;
}

static int read_styles(const struct config *c, struct term_looks *own, struct err *e)
{
	for (size_t i = 0; i < c->styles.n; i++) {
		const struct config_pair *p = &c->styles.at[i];

		if (term_looks_set(own, p->name, p->text, e) < 0)
			return err_wrap(e, "%s", p->where);
	}
	return 0;
}

int interface_check(struct arena *a, const struct config *c, struct err *e)
{
	struct term_looks own = {0};

	if (read_styles(c, &own, e) < 0)
		return -1;
	return tui_check_bindings(key_bindings(a, c), c->keys.n, e);
}

struct words {
	const char **at;
	size_t n, cap;
};

static void pass_option(struct arena *a, struct words *argv, const char *name, const char *value)
{
	if (value)
		*vec_push(a, argv) = arena_printf(a, "--%s=%s", name, value);
}

/* This program again, as the same person over the same file: sends what is issued here while one
 * goes on working. NULL where nothing is sent. */
static const char *const *sending(struct cli *cli)
{
	static const char *const verb[] = {"notice", "send", "--background", NULL};
	struct arena *a = &cli->arena;
	struct words argv = {0};

	if (!*config_text(&cli->config, CONFIG_NOTICE_COMMAND))
		return NULL;
	*vec_push(a, &argv) = "/proc/self/exe";
	pass_option(a, &argv, "db", cli->db);
	pass_option(a, &argv, "config", cli->config_file);
	pass_option(a, &argv, "as", cli->key_id ? cli->person.login : cli_option(cli, "as"));
	pass_option(a, &argv, "post", cli_option(cli, "post"));
	pass_option(a, &argv, "language", cli_option(cli, "language"));
	for (size_t i = 0; i < sizeof verb / sizeof verb[0]; i++)
		*vec_push(a, &argv) = verb[i];
	return argv.at;
}

/* Counts the person's sessions, and tells of the log-in. */
static int begin_session(struct cli *cli, int64_t *id, struct err *e)
{
	int limit = config_number(&cli->config, CONFIG_SESSIONS);

	if (access_read_before(cli, e) < 0 ||
	    store_session_begin(cli->store, &cli->who, process_name(&cli->arena), limit,
				process_is_alive, id, e) < 0)
		return -1;
	return access_note_log_in(cli, e);
}

/* A session that could not be told to be over is found to be when its process is gone. */
static void end_session(struct cli *cli, int64_t id)
{
	struct moment now = cli->now_fixed ? cli->now : moment_of((int64_t)time(NULL));
	struct err untold = ERR_INIT;

	store_session_end(cli->store, id, now, &untold);
}

int interface_run(struct cli *cli, struct err *e)
{
	struct tui_args args;
	struct term_looks own = {0};
	int64_t session;
	char *why;
	int failed;

	if ((!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) && cli->key_id)
		return err_set(
			e, ERR_TERMINAL,
			_("the terminal interface needs a terminal: `ssh -t` gives one; "
			  "with a verb after the server's name, as overview, none is needed"));
	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
		return err_set(e, ERR_TERMINAL,
			       _("the terminal interface needs a terminal; `duban overview` prints "
				 "what is owed, `duban help` lists the other verbs"));
	if (read_styles(&cli->config, &own, e) < 0 || cli_open(cli, e) < 0 ||
	    begin_session(cli, &session, e) < 0)
		return -1;
	args = (struct tui_args){
		.store = cli->store,
		.db = cli->db,
		.person = &cli->person,
		.key_id = cli->key_id,
		.session_id = session,
		.before = cli->before,
		.post_id = cli_has(cli, "post") ? cli->who.posts[0].id : 0,
		.remote = cli->remote,
		.now = cli->now,
		.now_fixed = cli->now_fixed,
		.term = terminal_settings(&cli->config),
		.bindings = key_bindings(&cli->arena, &cli->config),
		.nbindings = cli->config.keys.n,
		.print_width = config_number(&cli->config, CONFIG_PRINT_WIDTH),
		.print_page_lines = config_number(&cli->config, CONFIG_PRINT_LINES),
		.printer = config_text(&cli->config, CONFIG_PRINTER),
		.idle_minutes = config_number(&cli->config, CONFIG_IDLE),
		.session_minutes = config_number(&cli->config, CONFIG_SESSION),
		.send = sending(cli),
	};
	args.term.own = &own;
	failed = tui_main(&args, &why, e) < 0;
	end_session(cli, session);
	if (why)
		fprintf(stderr, "duban: %s\n", why);
	free(why);
	return failed ? -1 : 0;
}
