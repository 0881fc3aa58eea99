/*
 * confine.h - a session over SSH gives up what it does not need before it hears the person: from
 * then on neither it nor what it starts opens files other than those listed in confine.c, gains
 * rights from setuid programs, or leaves a copy of its memory behind. Landlock of the kernel does
 * it.
 */
#ifndef DUBAN_CLI_CONFINE_H
#define DUBAN_CLI_CONFINE_H

#include "core/err.h"
#include "core/mem.h"

/* What Landlock can do here: its version, 0 where the kernel lacks it or has it switched off. */
int confine_version(void);

struct confine_needs {
	const char *db;		 /* the folder that it lies in can be written */
	const char *config_file; /* read again by what is started; NULL: the server's */
	const char *command;	 /* a program that is started besides lp; NULL: none */
};
/* For good. Where the kernel lacks it only the rest is done, and that is no error. */
int confine_session(struct arena *a, const struct confine_needs *needs, struct err *e);

#endif
