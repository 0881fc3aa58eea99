/* safe.h - what stands for a character whose width terminals do not agree on. */
#ifndef DUBAN_TUI_SAFE_H
#define DUBAN_TUI_SAFE_H

#include <stdint.h>

/* Two ASCII characters for an ambiguous one (utf8_is_ambiguous()); the first alone where there is
 * room for one only. "??" where nothing resembles it. Writes no zero byte. */
void safe_pair(uint32_t cp, char out[2]);

#endif
