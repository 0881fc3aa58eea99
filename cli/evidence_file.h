/* evidence_file.h - the file that evidence comes with: named on the command line, read from a path
 * or from standard input. */
#ifndef DUBAN_CLI_EVIDENCE_FILE_H
#define DUBAN_CLI_EVIDENCE_FILE_H

#include "cli/cli.h"
#include "core/rule/entry.h"

/* The name that it comes with by --file and --name, *name NULL where neither is given. ERR_INPUT
 * when standard input has no name, or nothing to give. */
int evidence_file_name(struct cli *cli, const char **name, struct err *e);
/* Takes it in and records it. After cli_open(). */
int evidence_file_add(struct cli *cli, const struct evidence_new *v, struct evidence_row *row,
		      struct err *e);

#endif
