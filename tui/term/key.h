/*
 * key.h - what came in: a key, a paste, a resize. Names of keys are those of the configuration and
 * of the help: "Enter", "PgUp", "F9", "Ctrl-E", "Shift-Tab", "Space", "/", "j".
 */
#ifndef DUBAN_TUI_KEY_H
#define DUBAN_TUI_KEY_H

#include "core/i18n.h"

#include <stdbool.h>
#include <stddef.h>

enum input {
	INPUT_TICK,   /* nothing came within the time asked for */
	INPUT_TEXT,   /* a character: text; with MOD_CTRL or MOD_ALT a lower-case letter or sign */
	INPUT_NAMED,  /* a special key: name */
	INPUT_MOUSE,  /* mouse, at line y and column x of the screen, from 0 */
	INPUT_PASTE,  /* paste, paste_nbytes: cleaned by whoever takes it */
	INPUT_LOOK,   /* the terminal has told how wide it draws ★: wide */
	INPUT_RESIZE, /* ask the terminal for its size */
	INPUT_HANGUP  /* the line dropped or a signal asks for the end: save and leave */
};

#define KEY_NAMES(X)                                                                               \
	X(K_ENTER, "Enter")                                                                        \
	X(K_ESC, "Esc")                                                                            \
	X(K_TAB, "Tab")                                                                            \
	X(K_BACKSPACE, NC_("key", "Backspace"))                                                    \
	X(K_DELETE, "Del")                                                                         \
	X(K_INSERT, "Ins")                                                                         \
	X(K_UP, NC_("key", "Up"))                                                                  \
	X(K_DOWN, NC_("key", "Down"))                                                              \
	X(K_LEFT, NC_("key", "Left"))                                                              \
	X(K_RIGHT, NC_("key", "Right"))                                                            \
	X(K_HOME, "Home")                                                                          \
	X(K_END, "End")                                                                            \
	X(K_PAGE_UP, "PgUp")                                                                       \
	X(K_PAGE_DOWN, "PgDn")                                                                     \
	X(K_F1, "F1")                                                                              \
	X(K_F2, "F2")                                                                              \
	X(K_F3, "F3")                                                                              \
	X(K_F4, "F4")                                                                              \
	X(K_F5, "F5")                                                                              \
	X(K_F6, "F6")                                                                              \
	X(K_F7, "F7")                                                                              \
	X(K_F8, "F8")                                                                              \
	X(K_F9, "F9")                                                                              \
	X(K_F10, "F10")                                                                            \
	X(K_F11, "F11")                                                                            \
	X(K_F12, "F12")

#define KEY_ENUM(id, name) id,
enum key_name { KEY_NAMES(KEY_ENUM) KEY_NAME_COUNT };

enum key_mod { MOD_CTRL = 1, MOD_ALT = 2, MOD_SHIFT = 4 };

enum mouse {
	MOUSE_PRESS,  /* the left button goes down */
	MOUSE_DOUBLE, /* again, at once, at the same place; a MOUSE_PRESS came before */
	MOUSE_WHEEL_UP,
	MOUSE_WHEEL_DOWN
};

#define KEY_TEXT  16 /* bytes of one character with its marks */
#define KEY_LABEL 32 /* bytes of the longest name with its modifiers */

struct key {
	enum input kind;
	enum key_name name;  /* INPUT_NAMED */
	unsigned mods;	     /* of enum key_mod; MOD_SHIFT with INPUT_NAMED only */
	char text[KEY_TEXT]; /* INPUT_TEXT */
	bool wide;	     /* INPUT_LOOK: in two columns */
	enum mouse mouse;    /* INPUT_MOUSE */
	int y, x;	     /* INPUT_MOUSE */
	const char *paste;   /* INPUT_PASTE: UTF-8 as far as the terminal sent it; valid until the
				next read */
	size_t paste_nbytes;
};

struct key key_named(enum key_name name, unsigned mods);
struct key key_text(const char *text);

/* Reads one name as the configuration spells it; upper and lower case of special names do not
 * matter. False, *k untouched, when it is none. */
bool key_parse(const char *name, struct key *k);
/* The name, "" for what is no key. Returns out. */
char *key_label(const struct key *k, char out[KEY_LABEL]);
/* The same for people, in their language: "Ctrl-→". */
char *key_display(const struct key *k, char out[KEY_LABEL]);
bool key_same(const struct key *a, const struct key *b);

/* The key that a full-width １ ， ： ？ or letter stands for outside of text fields; else the key
 * itself. */
struct key key_halfwidth(const struct key *k);
/* 0 to 9 for a digit in either width without modifiers, else -1. */
int key_digit(const struct key *k);

#endif
