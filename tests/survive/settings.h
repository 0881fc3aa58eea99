/* settings.h - how much a test does: what is enough in `make check`, and what SURVIVE_LONG in
 * the environment asks for (make check-long). */
#ifndef DUBAN_TESTS_SETTINGS_H
#define DUBAN_TESTS_SETTINGS_H

#include <stdlib.h>

#define LONG(usual, long_run) (getenv("SURVIVE_LONG") ? (long_run) : (usual))

#endif
