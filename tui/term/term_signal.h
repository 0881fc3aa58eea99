/* term_signal.h - signals while the terminal is ours: an orderly end, and a terminal given back
 * even at a bad one. */
#ifndef DUBAN_TUI_TERM_SIGNAL_H
#define DUBAN_TUI_TERM_SIGNAL_H

#include <stdbool.h>

/* From now on SIGHUP, SIGTERM, SIGWINCH and SIGTSTP only set a flag, and fatal signals and exit()
 * call `restore` first. */
void term_signal_begin(void (*restore)(void));
void term_signal_end(void);
/* SIGHUP or SIGTERM has come. */
bool term_signal_hangup(void);
/* SIGWINCH has come, SIGTSTP has come since this was asked last. */
bool term_signal_resized(void);
bool term_signal_stop_asked(void);
/* Stops the process group until the shell lets it go on; false, nothing done, when no shell is
 * behind. */
bool term_signal_stop(void);

#endif
