/*
 * deliver.h - text given to a command that the administrator has configured (a gateway for mail or
 * short messages): started without a shell, the text on its standard input, for no longer than so
 * many seconds. Nothing that it does can hold up the caller for longer.
 */
#ifndef DUBAN_EXCHANGE_DELIVER_H
#define DUBAN_EXCHANGE_DELIVER_H

#include "core/err.h"
#include "core/mem.h"

enum { DELIVER_SAID_MAX = 200 }; /* characters kept of what it said */

/* The words of a command as it is configured: blanks part them, '…' and "…" hold them together.
 * argv ends in NULL and is the arena's. ERR_INPUT when there is no word or a quote is open. */
int deliver_words(struct arena *a, const char *command, const char ***argv, struct err *e);

struct delivery {
	int status;	  /* exit status, or enum delivery_status of notice.h */
	const char *said; /* the first line of its output that is not empty, made safe; or why it
			     could not be started. In the arena. */
};
/* Runs it and waits for its end, at most `seconds`; then its whole process group is killed. -1 only
 * where this machine has no room for it; that the command fails is told in *d. */
int deliver(struct arena *a, const char *const argv[], const char *text, int seconds,
	    struct delivery *d, struct err *e);

#endif
