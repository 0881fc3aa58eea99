/* access.h - what is told of a run of the program (db/store_access.h): that it was refused, or that
 * it took rows and documents out of the file. */
#ifndef DUBAN_CLI_ACCESS_H
#define DUBAN_CLI_ACCESS_H

#include "cli/cli.h"

/* After a run that failed: tells of it where it was for want of rights, and where the login is
 * nobody's. A note that cannot be written stays away: the sentence of the refusal is the one that
 * counts. */
void access_note_refusal(struct cli *cli, const struct err *e);
/* Before anything goes out: a document, a file, a list in a format for programs. On failure nothing
 * may go out; a file that can only be read is told nothing, and lets out what is in it. */
int access_note_export(struct cli *cli, struct err *e);

#endif
