/* entry_desk.h - what the tests of entry.h share: the arena of what they read, texts of any length,
 * and what every refusal has. */
#ifndef DUBAN_TESTS_CORE_ENTRY_DESK_H
#define DUBAN_TESTS_CORE_ENTRY_DESK_H

#include "core/rule/entry.h"

extern struct arena entry_arena;

void entry_desk_end(void);

/* A text so many times, in the arena. */
char *entry_desk_repeat(const char *s, int n);
/* A sentence beside this field, with nothing raw in it. */
void entry_desk_refused(const struct err *e, const char *field);

#endif
