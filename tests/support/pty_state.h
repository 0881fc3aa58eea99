/* pty_state.h - what pty.c (the line and the process), pty_key.c and pty_screen.c share. */
#ifndef DUBAN_TESTS_PTY_STATE_H
#define DUBAN_TESTS_PTY_STATE_H

#include "core/mem.h"
#include "tests/support/pty.h"

#include <vterm.h>

struct pty {
	VTerm *vt;
	VTermScreen *screen;
	int fd; /* -1 after the line was dropped or has ended */
	pid_t pid;
	int pidfd;
	bool reaped;
	int status;
	int rows, cols, seconds;
	bool cursor_visible;
	size_t bytes;
	double last_ms;
	struct strbuf row_text, screen_text;
};

#endif
