/*
 * plain.h - texts made fit to be written to a terminal or a printer, wherever they came from: no
 * control characters, no escape sequences, no bytes that are not UTF-8; only '\n' stays.
 */
#ifndef DUBAN_PRINT_PLAIN_H
#define DUBAN_PRINT_PLAIN_H

#include "core/mem.h"

#include <stdbool.h>

/* s itself when nothing is to be changed, else a copy in the arena. */
const char *plain_text(struct arena *a, const char *s);
/* As plain_text(), with '\n' made a space. */
const char *plain_line(struct arena *a, const char *s);
/* Signs that some fonts draw two columns wide (≥ “ ” … — · ★ ①) replaced by ASCII. */
const char *plain_ascii(struct arena *a, const char *s);

#endif
