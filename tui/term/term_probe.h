/* term_probe.h - asking a terminal how wide it draws ambiguous characters. */
#ifndef DUBAN_TUI_TERM_PROBE_H
#define DUBAN_TUI_TERM_PROBE_H

#include <stdbool.h>

/* Draws ★ at the begin of the line, asks for the cursor's column and wipes it out again. The answer
 * comes as a report among the keys (term_decode.h): column 2 or 3 means one or two columns. False,
 * nothing sent: the locale has no ★. */
bool term_probe_send(int out);

#endif
