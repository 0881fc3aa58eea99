/*
 * transfer.h - waiting for the other end of a connection, where a person sends a file or takes one.
 * They may stand still for ever, or be shut out meanwhile: somebody who knows the clock and the
 * rights watches over it. Without a watch, as on the server itself, one waits as long as it takes.
 */
#ifndef DUBAN_EXCHANGE_TRANSFER_H
#define DUBAN_EXCHANGE_TRANSFER_H

#include "core/err.h"

#include <stdbool.h>

struct transfer_watch {
	int ask_ms; /* so long it is waited before it is asked again */
	/* Asked before each piece, and while none comes. `moved`: a piece has passed since it was
	 * asked last, or none was asked for yet. 0, or -1 and *e: then the transfer ends with it.
	 */
	int (*ask)(void *to, bool moved, struct err *e);
	void *to;
};

/* All transfers of this process from here on; NULL: none. It stays the caller's. */
void transfer_watch_by(const struct transfer_watch *watch);

/* An end that can take anything takes so many bytes without anybody's having to wait. */
enum { TRANSFER_PIECE = 4096 };

struct transfer {
	int fd;
	bool is_out, moved;
};

struct transfer transfer_in(int fd);
struct transfer transfer_out(int fd);
/* Until a piece can be read or written, or nothing ever will be: read() or write() tells. -1 and
 * what the watch said, or that it cannot be waited for. */
int transfer_wait(struct transfer *t, struct err *e);

#endif
