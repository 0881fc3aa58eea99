/* menus.h - what the open menu offers: entries that can be chosen, whatever their number. */
#ifndef DUBAN_TESTS_MENUS_H
#define DUBAN_TESTS_MENUS_H

#include "tests/tui/screen.h"

bool menu_offers(const struct screen *s, const char *entry);
/* Chooses it by its number; false, and nothing is done, where it is not offered. */
bool menu_choose(struct screen *s, const char *entry);

#endif
