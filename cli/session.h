/*
 * session.h - a session over SSH: sshd knows the key and starts `duban session --key ID`; the key
 * is the person. There is no shell behind it: the interface opens, or the one verb runs that the
 * person has typed after ssh.
 */
#ifndef DUBAN_CLI_SESSION_H
#define DUBAN_CLI_SESSION_H

#include "cli/cli.h"

/* Whether this is the verb that sshd starts. It goes by the configuration that its own command line
 * names, else by the server's: a file in the home of the account, where all sessions meet, sets
 * nothing. */
bool session_is(const struct verb *v);
/* What the environment says about files is the client's word there: it is forgotten. Called before
 * anything is read, with the verb that was named. */
void session_distrust(const struct verb *v);

/* The login of the person of cli->key_id; ERR_DENIED when the process may not act for it. */
int session_login(struct cli *cli, const char **login, struct err *e);

/* Whether a verb is there for the person of this run: in a session all that their posts can use and
 * that is meant for sessions; else all that are not hidden. */
bool session_offers(const struct cli *cli, const struct verb *v);

/* What the person of this run typed after ssh, into cli->args: by the table of verbs, and without
 * all that a session does not give. ERR_INPUT and ERR_DENIED say what there is instead. */
int session_parse(struct cli *cli, const char *line, struct err *e);

#endif
