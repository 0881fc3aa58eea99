/*
 * style.h - what a cell means, not how it looks. term_curses.c alone maps these to colours and
 * attributes, by the number of colours there are (none with NO_COLOR). Nothing is ever said by
 * colour alone: a lamp is also a word, the cursor row also a marker, an error also a sentence.
 */
#ifndef DUBAN_TUI_STYLE_H
#define DUBAN_TUI_STYLE_H

/* id, letter in the style layer of a canvas dump */
#define STYLES(X)                                                                                  \
	X(STYLE_NORMAL, '.')                                                                       \
	X(STYLE_DIM, 'd')	  /* notes, rules, what is of less weight */                       \
	X(STYLE_STRONG, 'b')	  /* headings, names */                                            \
	X(STYLE_TITLE, 'T')	  /* line 1 of the frame */                                        \
	X(STYLE_STATUS, 'S')	  /* line 2 of the frame */                                        \
	X(STYLE_HEADER, 'H')	  /* head of a table */                                            \
	X(STYLE_LABEL, 'l')	  /* label of a form field */                                      \
	X(STYLE_FIELD, 'f')	  /* a form field */                                               \
	X(STYLE_FIELD_FOCUS, 'F') /* the form field one types in */                                \
	X(STYLE_BUTTON, 'n')                                                                       \
	X(STYLE_BUTTON_FOCUS, 'N')                                                                 \
	X(STYLE_TAB, 't')                                                                          \
	X(STYLE_TAB_CURRENT, 'C')                                                                  \
	X(STYLE_HINT_KEY, 'k') /* the key in the hint bar */                                       \
	X(STYLE_HINT, 'h')     /* and its meaning */                                               \
	X(STYLE_INFO, 'i')     /* message line: good news */                                       \
	X(STYLE_ERROR, 'e')    /* message line, sentence beside a field */                         \
	X(STYLE_MATCH, 'm')    /* found text */                                                    \
	X(STYLE_BAR, 'B')      /* the filled part of a bar */                                      \
	X(STYLE_LAMP_GREY, '0')                                                                    \
	X(STYLE_LAMP_GREEN, '1')                                                                   \
	X(STYLE_LAMP_YELLOW, '2')                                                                  \
	X(STYLE_LAMP_RED, '3')

#define STYLE_ENUM(id, letter) id,
enum style { STYLES(STYLE_ENUM) STYLE_COUNT };

/* Added to a style: this cell belongs to the row under the cursor (shown in reverse). */
#define STYLE_SELECTED 0x80

#endif
