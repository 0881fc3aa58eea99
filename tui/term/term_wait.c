/* The one place where the program waits. Signals that come just before the wait begins are seen at
 * the end of a slice, so that it never sleeps over one. */
#include "tui/term/term_wait.h"

#include "tui/term/term_signal.h"

#include <errno.h>
#include <poll.h>
#include <sys/ioctl.h>

enum { SLICE_MS = 1000 };

int term_wait_input(int fd, int timeout_ms)
{
	struct pollfd p = {.fd = fd, .events = POLLIN};

	for (;;) {
		int slice = timeout_ms < 0 || timeout_ms > SLICE_MS ? SLICE_MS : timeout_ms;
		int n = poll(&p, 1, slice);
		if (term_signal_hangup() || (n > 0 && p.revents & (POLLHUP | POLLERR | POLLNVAL)))
			return -1;
		if (n > 0)
			return 1;
		if (n < 0 && errno == EINTR) /* a new size: curses tells */
			return 0;
		if (timeout_ms >= 0 && (timeout_ms -= slice) <= 0)
			return 0;
	}
}

bool term_wait_at_end(int fd)
{
	struct pollfd p = {.fd = fd, .events = POLLIN};
	int nbytes = 1;

	return poll(&p, 1, 0) > 0 && ioctl(fd, FIONREAD, &nbytes) == 0 && nbytes == 0;
}
