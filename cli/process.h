/* process.h - names of processes that no other process will have, as sessions keep them. */
#ifndef DUBAN_CLI_PROCESS_H
#define DUBAN_CLI_PROCESS_H

#include "core/mem.h"

#include <stdbool.h>

/* Of this process: its number, when it began, and which run of the machine that was in. */
const char *process_name(struct arena *a);
/* Whether the process of that name still runs. */
bool process_is_alive(const char *name);

#endif
