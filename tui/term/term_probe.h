/* term_probe.h - asking a terminal how wide it draws ambiguous characters. */
#ifndef DUBAN_TUI_TERM_PROBE_H
#define DUBAN_TUI_TERM_PROBE_H

/* Writes ★ at the begin of the line, asks where the cursor is, wipes it out again. 1 or 2, 0 when
 * the terminal did not answer within the time. Before curses starts; the terminal's modes are kept.
 */
int term_probe_ambiguous(int in, int out, int timeout_ms);

/* The column of a cursor report "ESC [ row ; column R" within the bytes, 0 when there is none. */
int term_probe_column(const char *bytes);

#endif
