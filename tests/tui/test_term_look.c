/* Looks of styles: colours as many as there are, themes, settings. */
#include "tui/term/term_look.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static bool same_look(struct term_look a, struct term_look b)
{
	return a.attrs == b.attrs && a.fg == b.fg && a.bg == b.bg;
}

Test(term, what_must_be_told_apart_is_with_any_number_of_colours)
{
	static const enum style pairs[][2] = {
		{STYLE_FIELD, STYLE_FIELD_FOCUS},   {STYLE_BUTTON, STYLE_BUTTON_FOCUS},
		{STYLE_TAB, STYLE_TAB_CURRENT},	    {STYLE_NORMAL, STYLE_TITLE},
		{STYLE_NORMAL, STYLE_ERROR},	    {STYLE_NORMAL, STYLE_HEADER},
		{STYLE_LAMP_RED, STYLE_LAMP_GREEN}, {STYLE_HINT_KEY, STYLE_HINT},
	};
	static const int colours[] = {0, 8, 16, 256};

	for (int theme = THEME_DARK; theme <= THEME_MONO; theme++)
		for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
			for (size_t j = 0; j < sizeof colours / sizeof colours[0]; j++)
				cr_expect_not(same_look(term_look_of(pairs[i][0], (enum theme)theme,
								     colours[j], NULL),
							term_look_of(pairs[i][1], (enum theme)theme,
								     colours[j], NULL)),
					      "theme %d, pair %zu with %d colours", theme, i,
					      colours[j]);
}

Test(term, without_colours_none_is_asked_for)
{
	for (int s = 0; s < STYLE_COUNT; s++) {
		struct term_look look = term_look_of((enum style)s, THEME_DARK, 0, NULL);
		cr_expect(look.fg == NO_COLOUR && look.bg == NO_COLOUR);
		look = term_look_of((enum style)s, THEME_MONO, 256, NULL);
		cr_expect(look.fg == NO_COLOUR && look.bg == NO_COLOUR);
		for (int theme = THEME_DARK; theme <= THEME_LIGHT; theme++) {
			look = term_look_of((enum style)s, (enum theme)theme, 8, NULL);
			cr_expect(look.fg < 8 && look.bg < 8);
		}
	}
}

/* What cannot be read on white: yellow, cyan, white and their bright sisters. */
Test(term, nothing_pale_is_written_on_a_light_background)
{
	static const int colours[] = {8, 16, 256};

	for (int s = 0; s < STYLE_COUNT; s++) {
		for (size_t j = 0; j < sizeof colours / sizeof colours[0]; j++) {
			struct term_look look =
				term_look_of((enum style)s, THEME_LIGHT, colours[j], NULL);
			bool is_pale = look.fg == 3 || look.fg == 6 || look.fg == 7 ||
				       (look.fg > 8 && look.fg < 16) || look.fg == 255;
			cr_expect(!is_pale || look.bg == 4 || look.bg == 25 || look.bg == 24,
				  "style %d", s);
		}
	}
}

Test(term, the_theme_is_told_by_the_environment_where_it_tells)
{
	cr_expect_eq(term_theme_of(THEME_AUTO, NULL), THEME_DARK);
	cr_expect_eq(term_theme_of(THEME_AUTO, "15;0"), THEME_DARK);
	cr_expect_eq(term_theme_of(THEME_AUTO, "0;15"), THEME_LIGHT);
	cr_expect_eq(term_theme_of(THEME_AUTO, "0;default;7"), THEME_LIGHT);
	cr_expect_eq(term_theme_of(THEME_AUTO, "7;8"), THEME_DARK);
	cr_expect_eq(term_theme_of(THEME_AUTO, "x;y"), THEME_DARK);
	cr_expect_eq(term_theme_of(THEME_DARK, "0;15"), THEME_DARK);
	cr_expect_eq(term_theme_parse("light"), THEME_LIGHT);
}

Test(term, single_styles_get_looks_of_their_own)
{
	struct term_looks own = {0};
	struct err e = ERR_INIT;

	cr_assert_eq(term_looks_set(&own, "lamp_red", "bold bright-red on 236", &e), 0, "%s",
		     e.text);
	struct term_look look = term_look_of(STYLE_LAMP_RED, THEME_DARK, 256, &own);
	cr_expect(look.attrs == DRAW_BOLD && look.fg == 9 && look.bg == 236);
	look = term_look_of(STYLE_LAMP_RED, THEME_DARK, 8, &own);
	cr_expect(look.fg == 1 && look.bg == NO_COLOUR);
	look = term_look_of(STYLE_LAMP_RED, THEME_MONO, 256, &own);
	cr_expect(look.attrs == DRAW_BOLD && look.fg == NO_COLOUR && look.bg == NO_COLOUR);
	look = term_look_of(STYLE_LAMP_GREEN, THEME_DARK, 8, &own);
	cr_expect_eq(look.fg, 2);
	cr_assert_eq(term_looks_set(&own, "title", "plain", &e), 0);
	look = term_look_of(STYLE_TITLE, THEME_DARK, 8, &own);
	cr_expect(!look.attrs && look.fg == NO_COLOUR && look.bg == NO_COLOUR);
	static const char *const bad[] = {"blod red", "red on", "red on bold", "256", "bright-"};
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		e = (struct err)ERR_INIT;
		cr_expect_eq(term_looks_set(&own, "lamp_grey", bad[i], &e), -1, "%s", bad[i]);
		cr_expect_eq(e.code, ERR_INPUT);
	}
	cr_expect_not(own.is_set[STYLE_LAMP_GREY]);
	cr_expect_eq(term_looks_set(&own, "lamp_blue", "blue", &e), -1);
	cr_expect_not_null(strstr(e.text, "lamp_blue"));
}
