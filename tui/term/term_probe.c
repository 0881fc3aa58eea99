/* Draws one ambiguous character and asks for the cursor's column (a device status report). */
#include "tui/term/term_probe.h"

#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

int term_probe_column(const char *bytes)
{
	int row, column;

	for (const char *p = strchr(bytes, '\033'); p; p = strchr(p + 1, '\033')) {
		char end = '\0';
		if (sscanf(p, "\033[%d;%d%c", &row, &column, &end) == 3 && end == 'R')
			return column;
	}
	return 0;
}

static int read_column(int in, int timeout_ms)
{
	char bytes[64];
	size_t n = 0;
	struct pollfd fd = {.fd = in, .events = POLLIN};

	while (n + 1 < sizeof bytes && poll(&fd, 1, timeout_ms) > 0) {
		ssize_t got = read(in, bytes + n, sizeof bytes - 1 - n);
		if (got <= 0)
			return 0;
		n += (size_t)got;
		bytes[n] = '\0';
		if (memchr(bytes, 'R', n))
			return term_probe_column(bytes);
	}
	return 0;
}

static int put(int out, const char *s)
{
	return write(out, s, strlen(s)) == (ssize_t)strlen(s) ? 0 : -1;
}

int term_probe_ambiguous(int in, int out, int timeout_ms)
{
	struct termios before, raw;
	int column = 0;

	if (tcgetattr(in, &before) < 0)
		return 0;
	raw = before;
	raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
	raw.c_cc[VMIN] = 1;
	raw.c_cc[VTIME] = 0;
	if (tcsetattr(in, TCSANOW, &raw) < 0)
		return 0;
	if (put(out, "\r\xE2\x98\x85\033[6n") == 0)
		column = read_column(in, timeout_ms);
	put(out, "\r\033[K");
	tcsetattr(in, TCSANOW, &before);
	return column == 2 || column == 3 ? column - 1 : 0;
}
