/*
 * style.h - what a cell means, not how it looks. term_look.c alone maps these to colours and
 * attributes, by theme and number of colours (none with NO_COLOR). Nothing is ever said by
 * colour alone: a lamp is also a word, the cursor row also a marker, an error also a sentence.
 */
#ifndef DUBAN_TUI_STYLE_H
#define DUBAN_TUI_STYLE_H

/* id, letter in the style layer of a canvas dump, name in the configuration */
#define STYLES(X)                                                                                  \
	X(STYLE_NORMAL, '.', "normal")                                                             \
	X(STYLE_DIM, 'd', "dim")		 /* notes, rules, what is of less weight */        \
	X(STYLE_STRONG, 'b', "strong")		 /* headings, names */                             \
	X(STYLE_TITLE, 'T', "title")		 /* line 1 of the frame */                         \
	X(STYLE_STATUS, 'S', "status")		 /* line 2 of the frame */                         \
	X(STYLE_HEADER, 'H', "header")		 /* head of a table */                             \
	X(STYLE_LABEL, 'l', "label")		 /* label of a form field */                       \
	X(STYLE_FIELD, 'f', "field")		 /* a form field */                                \
	X(STYLE_FIELD_FOCUS, 'F', "field_focus") /* the form field one types in */                 \
	X(STYLE_BUTTON, 'n', "button")                                                             \
	X(STYLE_BUTTON_FOCUS, 'N', "button_focus")                                                 \
	X(STYLE_TAB, 't', "tab")                                                                   \
	X(STYLE_TAB_CURRENT, 'C', "tab_current")                                                   \
	X(STYLE_HINT_KEY, 'k', "hint_key") /* the key in the hint bar */                           \
	X(STYLE_HINT, 'h', "hint")	   /* and its meaning */                                   \
	X(STYLE_INFO, 'i', "info")	   /* message line: good news */                           \
	X(STYLE_ERROR, 'e', "error")	   /* message line, sentence beside a field */             \
	X(STYLE_MATCH, 'm', "match")	   /* found text */                                        \
	X(STYLE_BAR, 'B', "bar")	   /* the filled part of a bar */                          \
	X(STYLE_LAMP_GREY, '0', "lamp_grey")                                                       \
	X(STYLE_LAMP_GREEN, '1', "lamp_green")                                                     \
	X(STYLE_LAMP_YELLOW, '2', "lamp_yellow")                                                   \
	X(STYLE_LAMP_RED, '3', "lamp_red")

#define STYLE_ENUM(id, letter, name) id,
enum style { STYLES(STYLE_ENUM) STYLE_COUNT };

/* Added to a style: this cell belongs to the row under the cursor (shown in reverse). */
#define STYLE_SELECTED 0x80

#endif
