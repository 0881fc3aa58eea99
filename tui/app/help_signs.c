/*
 * The part of the help that tells what lamps and signs mean: those of lists, of the month and the
 * year, of bars and tables, each once, and as the terminal draws them.
 */
#include "core/i18n.h"
#include "core/words.h"
#include "tui/app/help_text.h"
#include "tui/draw/picture.h"

static void add_lamps(struct arena *a, struct help_rows *rows)
{
	static const struct {
		enum lamp lamp;
		int style;
		const char *text;
	} lamps[] = {
		{LAMP_RED, STYLE_LAMP_RED, N_("past due, or returned twice")},
		{LAMP_YELLOW, STYLE_LAMP_YELLOW, N_("due soon, behind the time, or returned")},
		{LAMP_GREEN, STYLE_LAMP_GREEN, N_("on time")},
		{LAMP_GREY, STYLE_LAMP_GREY, N_("nothing due yet, or closed out")},
	};

	help_add_heading(a, rows, _("Lamps"));
	for (size_t i = 0; i < sizeof lamps / sizeof lamps[0]; i++)
		help_add_row(a, rows, lamp_label(lamps[i].lamp), _(lamps[i].text), lamps[i].style);
}

static void add_pictures(struct arena *a, struct help_rows *rows, const struct canvas *c)
{
	static const struct {
		enum picture_sign sign;
		const char *text;
	} signs[] = {
		{SIGN_OPEN, N_("a milestone that is open")},
		{SIGN_SOON, N_("one that is due soon")},
		{SIGN_LATE, N_("one that is overdue")},
		{SIGN_DONE, N_("one that is done")},
		{SIGN_DUE, N_("the day by which the whole action is to be done")},
		{SIGN_TODAY, N_("today; in a bar: how far the year has gone")},
		{SIGN_NOTHING, N_("nothing: none in a column of counts, no task in a table")},
	};

	help_add_heading(a, rows, _("Months, years, tables"));
	for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
		help_add_row(a, rows, picture_sign(c, signs[i].sign), _(signs[i].text),
			     STYLE_HINT_KEY);
	help_add_row(a, rows,
		     arena_printf(a, "%s2 %s1 %s4 %s3", i18n_label(NC_("lamp in a cell", "R")),
				  i18n_label(NC_("lamp in a cell", "Y")),
				  i18n_label(NC_("lamp in a cell", "G")),
				  i18n_label(NC_("reports in a cell", "o"))),
		     _("units and sections: so many tasks whose lamp is red, yellow, green; so "
		       "many reports that are owed"),
		     STYLE_HINT_KEY);
	help_add_row(a, rows,
		     arena_printf(a, "%s%s%s%s", picture_fill(c, 0), picture_fill(c, 1),
				  picture_fill(c, 2), picture_fill(c, 3)),
		     _("a bar of lamps: the share of red, yellow, green and grey, in this order"),
		     STYLE_HINT_KEY);
	help_add_row(a, rows,
		     arena_printf(a, "%s%s%s%s 50%%", picture_fill(c, 0), picture_fill(c, 0),
				  picture_fill(c, 3), picture_fill(c, 3)),
		     _("progress as it was last reported; - where nothing was"), STYLE_HINT_KEY);
}

static void add_marks(struct arena *a, struct help_rows *rows)
{
	static const struct {
		const char *sign, *text;
	} marks[] = {
		{"* +", N_("before a line: changed by somebody else since you looked; new; gone "
			   "when you go there")},
		{"▲ ▼", N_("in the head of a column: lines are sorted by it, up or down")},
		{"↑ 3 ↓ 11", N_("at the right: so many lines more above and below")},
		{"…", N_("cut for want of room; opened, it is seen whole")},
		{"[x]", N_("chosen; [ ] not chosen")},
		{"*", N_("after a label: this has to be filled in")},
		{"!", N_("before a sentence: something could not be done")},
	};

	help_add_heading(a, rows, _("Lists and forms"));
	for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
		help_add_row(a, rows, marks[i].sign, _(marks[i].text), STYLE_HINT_KEY);
}

void help_add_signs(struct arena *a, struct help_rows *rows, enum look look)
{
	struct grid g = {.look = look};
	struct canvas c = {.grid = &g};

	add_lamps(a, rows);
	add_marks(a, rows);
	add_pictures(a, rows, &c);
}
