/* safe.h - what stands for a character whose width terminals do not agree on: the one place that
 * decides it. */
#ifndef DUBAN_TUI_SAFE_H
#define DUBAN_TUI_SAFE_H

#include <stdbool.h>
#include <stdint.h>

/* Two ASCII characters for an ambiguous one (utf8_is_ambiguous()); the first alone where there is
 * room for one only. "??" where nothing resembles it. Writes no zero byte. */
void safe_pair(uint32_t cp, char out[2]);

/*
 * Characters that are not safe whatever the look: flags are shown as their letters, colours of skin
 * and the frame of a keycap not at all, what is unassigned, private, a spacing mark or newer than
 * the C library as '?'. Not for ambiguous ones where they take two columns. True: out gets as many
 * ASCII characters as utf8_cp_cols() counts columns. False: it is safe.
 */
bool safe_always(uint32_t cp, char out[3]);

#endif
