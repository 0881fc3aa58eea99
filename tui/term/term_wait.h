/* term_wait.h - waiting for bytes of a terminal. */
#ifndef DUBAN_TUI_TERM_WAIT_H
#define DUBAN_TUI_TERM_WAIT_H

#include <stdbool.h>

/* Waits up to timeout_ms (negative: for ever). 1: there is something to read; 0: nothing in time,
 * or a signal came; -1: the line dropped, or a signal asks for the end (term_signal.h). */
int term_wait_input(int fd, int timeout_ms);
/* Whether there is something to read, and it is the end. */
bool term_wait_at_end(int fd);

#endif
