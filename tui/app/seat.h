/*
 * seat.h - which sitting this is: one window of one person. Drafts keep it, so that two windows in
 * the same text notice each other.
 */
#ifndef DUBAN_TUI_SEAT_H
#define DUBAN_TUI_SEAT_H

#include "core/mem.h"

#include <stdbool.h>

enum { SEAT_TEXT = 128 };

/* "pts/3 1234 10.0.0.5": terminal ("" is none), process, address of the SSH client or "". Returns
 * out. */
char *seat_name(char out[SEAT_TEXT], const char *terminal, long pid, const char *remote);
/* Whether its process is still there. */
bool seat_is_living(const char *seat);
/* For people: "pts/3", or "pts/3 (10.0.0.5)"; in the arena. */
const char *seat_label(struct arena *a, const char *seat);

#endif
