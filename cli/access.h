/* access.h - what is told of a run of the program (db/store_access.h): that somebody logged in by
 * it, that it was refused, or that it took rows and documents out of the file. */
#ifndef DUBAN_CLI_ACCESS_H
#define DUBAN_CLI_ACCESS_H

#include "cli/cli.h"

/* Reads into cli->before the person's last log-in before the one of this run. */
int access_read_before(struct cli *cli, struct err *e);
/* Tells that the person has logged in, once a run; reads the one before first. */
int access_note_log_in(struct cli *cli, struct err *e);
/* After a run that failed: tells of it where it was for want of rights, where the login is
 * nobody's, and where a session was asked what none does (cli->line). A note that cannot be written
 * stays away: the sentence of the refusal is the one that counts. */
void access_note_refusal(struct cli *cli, const struct err *e);
/* Whether what is printed as for people to read leaves the server: a session over SSH whose output
 * is no terminal. */
bool access_is_taken_away(const struct cli *cli);
/* Before anything goes out: a file, a document that is printed, a list in a format for programs,
 * whatever is taken away. Told once a run. On failure nothing may go out; a file that can only be
 * read is told nothing, and lets out what is in it. */
int access_note_export(struct cli *cli, struct err *e);

#endif
