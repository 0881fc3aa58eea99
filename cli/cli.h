/*
 * cli.h - one run of the program: what the command line, the environment and the configuration say,
 * and the store, opened when a verb first asks for it. Handlers of verbs get this and nothing else.
 */
#ifndef DUBAN_CLI_CLI_H
#define DUBAN_CLI_CLI_H

#include "cli/args.h"
#include "cli/config.h"
#include "db/store.h"
#include "db/people/store_person.h"
#include "db/people/store_session.h"

#include <stdbool.h>

struct cli {
	struct arena arena; /* all rows and texts of the run */
	struct args args;
	struct config config;
	struct moment now;
	bool now_fixed;		 /* by DUBAN_NOW */
	const char *db;		 /* path of the file, set by cli_open() */
	const char *config_file; /* of --config; NULL: the usual ones */
	const char *remote;	 /* address of the SSH client, or "" */
	int64_t key_id;		 /* the key of a session over SSH; 0: this is none */
	struct store *store;
	struct person_row person;
	struct actor who;     /* with the posts that count in this run */
	struct log_in before; /* set by access_read_before() and access_note_log_in() of access.h */
	bool before_read, logged_in; /* … when that was done */
	bool export_told;	     /* by access_note_export() */
	const char *line; /* what a session was asked, as its refusal is told; NULL: as args say */
};

/* The whole program: parses, runs the verb or the terminal interface, prints what went wrong.
 * Returns the exit status. */
int cli_main(int argc, char **argv);

/* Which file the command line, DUBAN_DB or the configuration names. */
int cli_database(struct cli *cli, const char **path, struct err *e);
/* The Unix login that the program runs by. */
int cli_own_login(struct cli *cli, const char **login, struct err *e);
/* Opens the store, finds out who acts and asks cli_admit(); does nothing when that was done. */
int cli_open(struct cli *cli, struct err *e);
/* Takes the post of --post, and asks whether the verb can be used by any of the posts at all. */
int cli_admit(struct cli *cli, struct err *e);
/* The language of the run: `asked` (NULL: nothing), environment, configuration, locale. */
int cli_choose_language(const struct cli *cli, const char *asked, struct err *e);
/* Runs what the command line in cli->args asks for. */
int cli_run(struct cli *cli, struct err *e);

/* Short forms for handlers. */
static inline const char *cli_option(const struct cli *cli, const char *name)
{
	return args_value(&cli->args, name);
}
static inline bool cli_has(const struct cli *cli, const char *name)
{
	return args_has(&cli->args, name);
}
static inline const char *cli_operand(const struct cli *cli, size_t i)
{
	return args_operand(&cli->args, i);
}
/* The i-th operand as a file to be read: - is the standard input. */
const char *cli_path(const struct cli *cli, size_t i);

#endif
