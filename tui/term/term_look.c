/*
 * The look of the styles. Without colours attributes tell apart what must be told apart. Lamps have
 * either a colour or an attribute, never both: they stand in every row of a list, and each change
 * costs a dozen bytes on a slow line. Their meaning is in their words anyway. On a light background
 * yellow and cyan cannot be read: yellow lies behind the text there, cyan is blue.
 */
#include "tui/term/term_look.h"

#include "core/i18n.h"

#include <stdlib.h>
#include <string.h>

enum {
	NONE = NO_COLOUR,
	RED = 1,
	GREEN = 2,
	YELLOW = 3,
	BLUE = 4,
	CYAN = 6,
	WHITE = 7,
	BRIGHT = 8,
	DARK_GREEN = 28
};

/* One theme's share of a style: attributes, foreground and background among 8, among 256. */
struct coloured {
	unsigned attrs;
	short fg, bg, fg256, bg256;
};

#define PLAIN(attrs)                                                                               \
	{                                                                                          \
		attrs, NONE, NONE, NONE, NONE                                                      \
	}
#define INK(attrs, fg)                                                                             \
	{                                                                                          \
		attrs, fg, NONE, fg, NONE                                                          \
	}
#define INKS(attrs, fg, fg256)                                                                     \
	{                                                                                          \
		attrs, fg, NONE, fg256, NONE                                                       \
	}

/* Without colours, on a dark background, on a light one. */
static const struct {
	unsigned mono;
	struct coloured dark, light;
} looks[STYLE_COUNT] = {
	[STYLE_NORMAL] = {0, PLAIN(0), PLAIN(0)},
	[STYLE_DIM] = {DRAW_DIM, PLAIN(DRAW_DIM), PLAIN(DRAW_DIM)},
	[STYLE_STRONG] = {DRAW_BOLD, PLAIN(DRAW_BOLD), PLAIN(DRAW_BOLD)},
	[STYLE_TITLE] = {DRAW_REVERSE,
			 {DRAW_BOLD, WHITE, BLUE, 255, 25},
			 {DRAW_BOLD, WHITE, BLUE, 255, 25}},
	[STYLE_STATUS] = {0, INK(0, CYAN), INK(0, BLUE)},
	[STYLE_HEADER] = {DRAW_BOLD | DRAW_UNDERLINE, PLAIN(DRAW_BOLD | DRAW_UNDERLINE),
			  PLAIN(DRAW_BOLD | DRAW_UNDERLINE)},
	[STYLE_LABEL] = {0, INK(0, CYAN), INK(0, BLUE)},
	[STYLE_FIELD] = {DRAW_UNDERLINE, PLAIN(DRAW_UNDERLINE), PLAIN(DRAW_UNDERLINE)},
	[STYLE_FIELD_FOCUS] = {DRAW_REVERSE,
			       {DRAW_BOLD, WHITE, BLUE, 255, 24},
			       {DRAW_BOLD, WHITE, BLUE, 255, 24}},
	[STYLE_BUTTON] = {0, PLAIN(0), PLAIN(0)},
	[STYLE_BUTTON_FOCUS] = {DRAW_REVERSE, PLAIN(DRAW_REVERSE | DRAW_BOLD),
				PLAIN(DRAW_REVERSE | DRAW_BOLD)},
	[STYLE_TAB] = {0, PLAIN(0), PLAIN(0)},
	[STYLE_TAB_CURRENT] = {DRAW_REVERSE, PLAIN(DRAW_REVERSE), PLAIN(DRAW_REVERSE)},
	[STYLE_HINT_KEY] = {DRAW_BOLD, PLAIN(DRAW_BOLD), PLAIN(DRAW_BOLD)},
	[STYLE_HINT] = {0, INK(0, CYAN), INK(0, BLUE)},
	[STYLE_INFO] = {DRAW_BOLD, INK(0, GREEN), INKS(0, GREEN, DARK_GREEN)},
	[STYLE_ERROR] = {DRAW_BOLD, INK(DRAW_BOLD, RED), INK(DRAW_BOLD, RED)},
	[STYLE_MATCH] = {DRAW_BOLD | DRAW_UNDERLINE,
			 INK(DRAW_BOLD, YELLOW),
			 {DRAW_BOLD, NONE, YELLOW, NONE, YELLOW + BRIGHT}},
	[STYLE_BAR] = {0, PLAIN(0), PLAIN(0)},
	[STYLE_LAMP_GREY] = {0, PLAIN(DRAW_DIM), PLAIN(DRAW_DIM)},
	[STYLE_LAMP_GREEN] = {0, INK(0, GREEN), INKS(0, GREEN, DARK_GREEN)},
	[STYLE_LAMP_YELLOW] = {DRAW_BOLD,
			       INKS(0, YELLOW, YELLOW + BRIGHT),
			       {0, NONE, YELLOW, NONE, YELLOW + BRIGHT}},
	[STYLE_LAMP_RED] = {DRAW_BOLD, INKS(0, RED, RED + BRIGHT), INK(0, RED)},
};

static const char *const themes[] = {[THEME_AUTO] = "auto",
				     [THEME_DARK] = "dark",
				     [THEME_LIGHT] = "light",
				     [THEME_MONO] = "mono"};

static const char *const colours_by_number[] = {"black", "red",	    "green", "yellow",
						"blue",	 "magenta", "cyan",  "white"};

static const struct {
	const char *word;
	unsigned attr;
} attributes[] = {
	{"bold", DRAW_BOLD},	   {"dim", DRAW_DIM}, {"underline", DRAW_UNDERLINE},
	{"reverse", DRAW_REVERSE}, {"plain", 0},
};

static const char *const style_names[] = {
#define STYLE_NAME(id, letter, name) [id] = name,
	STYLES(STYLE_NAME)
#undef STYLE_NAME
};

const char *term_style_name(enum style style)
{
	return style_names[style];
}

enum theme term_theme_parse(const char *word)
{
	for (int i = THEME_DARK; i <= THEME_MONO; i++)
		if (strcmp(themes[i], word) == 0)
			return (enum theme)i;
	return THEME_AUTO;
}

enum theme term_theme_of(enum theme theme, const char *colorfgbg)
{
	const char *back = colorfgbg ? strrchr(colorfgbg, ';') : NULL;
	int colour = back && back[1] >= '0' && back[1] <= '9' ? atoi(back + 1) : 0;

	if (theme != THEME_AUTO)
		return theme;
	/* 8 is a dark grey. */
	return colour == WHITE || (colour > BRIGHT && colour < 16) ? THEME_LIGHT : THEME_DARK;
}

/* A colour that the terminal does not have: its darker sister, or none. */
static short possible(short colour, int colours)
{
	if (colour < colours)
		return colour;
	return colour < 16 ? (short)(colour - BRIGHT) : NONE;
}

struct term_look term_look_of(enum style style, enum theme theme, int colours,
			      const struct term_looks *own)
{
	const struct coloured *c = theme == THEME_LIGHT ? &looks[style].light : &looks[style].dark;
	bool is_own = own && own->is_set[style];

	if (colours < 8 || theme == THEME_MONO)
		return (struct term_look){is_own && own->look[style].attrs ? own->look[style].attrs
									   : looks[style].mono,
					  NONE, NONE};
	if (is_own)
		return (struct term_look){own->look[style].attrs,
					  possible(own->look[style].fg, colours),
					  possible(own->look[style].bg, colours)};
	if (colours < 256)
		return (struct term_look){c->attrs, c->fg, c->bg};
	return (struct term_look){c->attrs, c->fg256, c->bg256};
}

static bool is_word(const char *s, size_t n, const char *word)
{
	return strlen(word) == n && strncmp(s, word, n) == 0;
}

static bool read_colour(const char *s, size_t n, short *out)
{
	static const char bright[] = "bright-";
	size_t prefix = sizeof bright - 1;
	bool is_bright = n > prefix && strncmp(s, bright, prefix) == 0;
	long number = strspn(s, "0123456789") == n && n <= 3 ? atol(s) : -1;

	if (is_word(s, n, "default") || (number >= 0 && number < 256)) {
		*out = number < 0 ? NONE : (short)number;
		return true;
	}
	for (int i = 0; i < BRIGHT; i++) {
		if (is_word(s + (is_bright ? prefix : 0), n - (is_bright ? prefix : 0),
			    colours_by_number[i])) {
			*out = (short)(i + (is_bright ? BRIGHT : 0));
			return true;
		}
	}
	return false;
}

static bool read_attribute(const char *s, size_t n, unsigned *attrs)
{
	for (size_t i = 0; i < sizeof attributes / sizeof attributes[0]; i++) {
		if (is_word(s, n, attributes[i].word)) {
			*attrs |= attributes[i].attr;
			return true;
		}
	}
	return false;
}

/* Returns the word that is none; NULL when all are good. */
static const char *read_look(const char *s, struct term_look *look)
{
	short *colour = &look->fg;

	*look = (struct term_look){0, NONE, NONE};
	for (;;) {
		s += strspn(s, " ");
		size_t n = strcspn(s, " ");
		if (n == 0)
			return colour == &look->bg ? "on" : NULL;
		if (is_word(s, n, "on") && colour == &look->fg) {
			colour = &look->bg;
		} else if (read_colour(s, n, colour)) {
			colour = &look->fg;
		} else if (colour == &look->bg || !read_attribute(s, n, &look->attrs)) {
			return s;
		}
		s += n;
	}
}

int term_looks_set(struct term_looks *own, const char *style, const char *words, struct err *e)
{
	struct term_look look;
	const char *bad = read_look(words, &look);

	if (bad)
		return err_set(e, ERR_INPUT,
			       _("\"%.*s\" is no word of a look; a look is written like \"bold "
				 "red\" or \"black on bright-yellow\", see duban.conf(5)"),
			       (int)strcspn(bad, " "), bad);
	for (int i = 0; i < STYLE_COUNT; i++) {
		if (strcmp(style_names[i], style) == 0) {
			own->is_set[i] = true;
			own->look[i] = look;
			return 0;
		}
	}
	return err_set(e, ERR_INPUT, _("there is no style \"%s\"; duban.conf(5) lists them"),
		       style);
}
