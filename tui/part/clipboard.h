/*
 * clipboard.h - what was cut or copied last, for the whole program: from one field into another.
 * The terminal's own clipboard is the terminal's affair; what it pastes comes as INPUT_PASTE.
 */
#ifndef DUBAN_TUI_CLIPBOARD_H
#define DUBAN_TUI_CLIPBOARD_H

#include <stddef.h>

void clipboard_put(const char *s, size_t nbytes);
/* "" when there is nothing; valid until the next clipboard_put(). */
const char *clipboard_text(void);

#endif
