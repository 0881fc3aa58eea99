/* Waiting in slices, and who is asked between them. A process has one person at its other end, and
 * so one watch. */
#include "exchange/transfer.h"

#include "core/i18n.h"

#include <errno.h>
#include <poll.h>
#include <stddef.h>
#include <string.h>

static const struct transfer_watch *watch;

void transfer_watch_by(const struct transfer_watch *w)
{
	watch = w;
}

struct transfer transfer_in(int fd)
{
	return (struct transfer){.fd = fd, .moved = true};
}

struct transfer transfer_out(int fd)
{
	return (struct transfer){.fd = fd, .is_out = true, .moved = true};
}

int transfer_wait(struct transfer *t, struct err *e)
{
	struct pollfd p = {.fd = t->fd, .events = t->is_out ? POLLOUT : POLLIN};
	int nready;

	if (!watch)
		return 0;
	do {
		if (watch->ask(watch->to, t->moved, e) < 0)
			return -1;
		t->moved = false;
		nready = poll(&p, 1, watch->ask_ms);
		if (nready < 0 && errno != EINTR)
			return err_set(e, ERR_IO,
				       t->is_out ? _("the file cannot be given out: %s")
						 : _("the file cannot be read to its end: %s; "
						     "nothing was stored"),
				       strerror(errno));
	} while (nready <= 0);
	t->moved = true;
	return 0;
}
