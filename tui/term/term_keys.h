/* term_keys.h - which key is meant by what terminals send: the tables behind term_decode.h. */
#ifndef DUBAN_TUI_TERM_KEYS_H
#define DUBAN_TUI_TERM_KEYS_H

#include "tui/term/key.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The key of one character as terminals send it: controls become Enter, Tab, Ctrl-…; INPUT_TICK for
 * one that nobody types (C1 controls, noncharacters). */
struct key term_key_of_char(uint32_t c, unsigned mods);
/* The key of a number as in "ESC [ number ; modifiers u": a code point, its modifiers apart. */
struct key term_key_of_code(uint32_t code, unsigned mods);
/* "ESC [ letter", "ESC O letter", "ESC [ number ~", "ESC [ [ letter"; INPUT_TICK for none of ours.
 */
struct key term_key_of_csi(char letter, unsigned mods);
struct key term_key_of_ss3(char letter, unsigned mods);
struct key term_key_of_number(int number, unsigned mods);
struct key term_key_of_console(char letter);
/* The parameter of modifiers as xterm counts them: 1 is none. */
unsigned term_mods_of(int parameter);

/* A whole sequence that the terminal's description tells, beside those that everybody knows. Bytes
 * that do not begin with an Esc and are shorter than three are not taken: they are typed. */
void term_keys_describe(const char *bytes, enum key_name name);
void term_keys_forget(void);
struct key term_key_of_description(const char *bytes, size_t nbytes);

#endif
