/* cell.h - one column of one line of the screen. */
#ifndef DUBAN_TUI_CELL_H
#define DUBAN_TUI_CELL_H

#include <stdbool.h>
#include <stdint.h>

#define CELL_TEXT 14

struct cell {
	char text[CELL_TEXT]; /* one character as a person sees it (UTF-8, zero-terminated); "" in a
				 tail */
	uint8_t style;	      /* enum style, perhaps with STYLE_SELECTED */
	bool tail;	      /* right half of the wide character to the left */
};

#endif
