/*
 * help.h - what can be told from the tables of verbs and options alone: --help, the completion of
 * bash, the generated sections of the manual pages. Everything goes to standard output.
 */
#ifndef DUBAN_CLI_HELP_H
#define DUBAN_CLI_HELP_H

#include "cli/verbs.h"
#include "core/rule/may.h"
#include "core/mem.h"

struct cli;
/* Help of a verb; with v NULL of all second words of `name`; with both NULL of the program. Lists
 * the verbs that the run offers (session.h). */
int help_print(const struct cli *cli, const struct verb *v, const char *name, struct err *e);

/* The script for bash. */
void help_print_bash(void);

/* mdoc(7), in the language of the run: the verbs, what each post may do, the configuration. */
void help_print_man_verbs(void);
void help_print_man_posts(void);
void help_print_man_config(void);
/* The state machines, for duban-flow(7). */
void help_print_man_flow(void);

/* A text as mdoc takes it: no control line can begin in it, backslashes are shown. */
void help_print_mdoc(const char *s);
/* How far a right reaches, as the list of posts says it; NULL: not at all. */
const char *help_reach_label(enum reach reach);

/* A list of what is read in plans, for duban-plan(5): a table of the reader's words, kinds of
 * doubts, of answers or of files. ERR_INPUT when there is no such list. */
int help_print_man_words(struct arena *a, const char *list, struct err *e);

#endif
