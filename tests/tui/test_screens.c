/*
 * The screens as a person sees them, compared with golden text: one row a screen, who sees it, how
 * one gets there, in which sizes; every row in both languages. GOLDEN=write writes them anew,
 * GOLDEN=missing only those that are not there yet. A screen of views.h that no such test knows
 * fails a test.
 */
#include "tests/tui/screen.h"

#include "core/mem.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <dirent.h>
#include <stdlib.h>
#include <string.h>

enum { AT_80X24 = 1, AT_60X20 = 2, AT_132X43 = 4, ALL = 7 };

static const struct {
	unsigned bit;
	int cols, rows;
} sizes[] = {{AT_80X24, 80, 24}, {AT_60X20, 60, 20}, {AT_132X43, 132, 43}};

/* Whether the keys lead there from the first screen on, or it is opened on that, and with what. */
enum way { BY_KEYS, OPENED, OPENED_WITH_ACTION, OPENED_WITH_UNIT, OPENED_WITH_TEXT };

struct row {
	const char *name, *login;
	const char *keys;
	unsigned sizes;
	enum way way;
	const char *which;
	const struct view_ops *shows; /* NULL: a menu or a question of some screen */
};

static const struct row rows[] = {
	{"home", "chen", "", ALL, BY_KEYS, NULL, &view_home},
	{"home-menu", "chen", "Enter", ALL, BY_KEYS, NULL, NULL},
	{"home-late", "chen", "Down", AT_80X24, BY_KEYS, NULL, &view_home},
	{"home-filter", "chen", "/ 1", AT_80X24, BY_KEYS, NULL, &view_home},
	{"office", "admin", "", ALL, BY_KEYS, NULL, &view_office},
	{"office-waiting", "admin", "Tab", AT_80X24, BY_KEYS, NULL, &view_office},
	{"office-unit", "admin", "Enter", AT_80X24, BY_KEYS, NULL, NULL},
	{"overview", "zhou", "", ALL, BY_KEYS, NULL, &view_overview},
	{"plan", "admin", "0 2", ALL, BY_KEYS, NULL, &view_plan},
	{"plan-unit", "chen", "0 2", AT_80X24, BY_KEYS, NULL, &view_plan},
	{"plan-find", "admin", "0 2 / 5", AT_80X24, BY_KEYS, NULL, NULL},
	{"plan-lamp", "chen", "0 2 Tab", AT_80X24, BY_KEYS, NULL, &view_plan},
	{"plan-menu", "admin", "0 2 Enter", AT_80X24, BY_KEYS, NULL, NULL},
	{"action", "chen", "Down Enter 1", ALL, BY_KEYS, NULL, &view_action},
	{"action-progress", "chen", "Down Enter 1 2", ALL, BY_KEYS, NULL, &view_action},
	{"action-milestones", "chen", "Down Enter 1 3", ALL, BY_KEYS, NULL, &view_action},
	{"action-evidence", "chen", "Down Enter 1 4", ALL, BY_KEYS, NULL, &view_action},
	{"action-history", "chen", "Down Enter 1 5", ALL, BY_KEYS, NULL, &view_action},
	{"action-assign", "admin", "0 2 End Enter 1 Enter", AT_80X24, BY_KEYS, NULL, NULL},
	{"report", "chen", "Enter 2", ALL, BY_KEYS, NULL, &view_report_form},
	{"report-read", "wei", "End Enter 2", AT_80X24, BY_KEYS, NULL, NULL},
	{"evidence-action", "chen", "0 5 Tab", AT_80X24, BY_KEYS, NULL, NULL},
	{"evidence-new", "chen", "0 5 Tab Enter", AT_60X20, BY_KEYS, NULL, NULL},
	{"milestone-done", "chen", "Down Enter 1 3 Enter 1", AT_60X20, BY_KEYS, NULL,
	 &view_milestone_done},
	{"help-signs", "chen", "F1 2", AT_80X24, BY_KEYS, NULL, NULL},
	{"milestone-menu", "chen", "Down Enter 1 3 Enter", AT_80X24, BY_KEYS, NULL, NULL},
	{"menu", "chen", "0", ALL, BY_KEYS, NULL, &view_menu},
	{"menu-office", "admin", "0", AT_80X24, BY_KEYS, NULL, &view_menu},
	{"menu-posts", "admin", "0 9 1", AT_80X24, BY_KEYS, NULL, NULL},
	{"menu-leader", "zhou", "0", AT_80X24, BY_KEYS, NULL, &view_menu},
	{"indicators", "chen", "", ALL, OPENED, NULL, &view_indicators},
	{"review", "admin", "Tab Enter", ALL, BY_KEYS, NULL, &view_review},
	{"review-menu", "admin", "Tab Enter Enter", AT_80X24, BY_KEYS, NULL, NULL},
	{"milestones", "chen", "", ALL, OPENED, NULL, &view_milestone_list},
	{"milestone-new", "chen", "", ALL, OPENED_WITH_ACTION, "4", &view_milestone_form},
	{"evidence", "chen", "", ALL, OPENED, NULL, &view_evidence_list},
	{"evidence-form", "chen", "", ALL, OPENED_WITH_ACTION, "4", &view_evidence_form},
	{"plans", "admin", "", AT_80X24, OPENED, NULL, &view_plans},
	{"posts", "admin", "", AT_80X24, OPENED, NULL, &view_posts},
	{"whoami", "admin", "", AT_80X24, OPENED, NULL, &view_whoami},
	{"units", "admin", "", ALL, OPENED, NULL, &view_units},
	{"unit", "admin", "", ALL, OPENED_WITH_UNIT, "区教育局", &view_unit},
	{"unit-name", "admin", "", ALL, OPENED_WITH_UNIT, "区教育局", &view_unit_name},
	{"people", "si", "", ALL, OPENED, NULL, &view_people},
	{"person", "si", "", ALL, OPENED_WITH_TEXT, "chen", &view_person},
	{"person-new", "si", "", ALL, OPENED, NULL, &view_person_form},
	{"periods", "admin", "", ALL, OPENED, NULL, &view_periods},
	{"period", "admin", "", ALL, OPENED, NULL, &view_period_form},
	{"exceptions", "admin", "0 9 3 Enter 3", ALL, BY_KEYS, NULL, &view_exceptions},
	{"exception", "admin", "0 9 3 Enter 3 Enter", ALL, BY_KEYS, NULL, &view_exception_form},
	{"policy", "admin", "", ALL, OPENED, NULL, &view_policy},
	{"policy-value", "admin", "0 9 6 Down Down Enter", ALL, BY_KEYS, NULL, &view_policy_form},
	{"calendar-days", "admin", "", ALL, OPENED, NULL, &view_calendar_days},
	{"calendar-day", "admin", "", ALL, OPENED, NULL, &view_day_form},
	{"handover", "si", "", ALL, OPENED_WITH_TEXT, "chen", &view_handover},
	{"vacant", "admin", "", ALL, OPENED, NULL, &view_vacant},
	{"burden", "admin", "", ALL, OPENED, NULL, &view_burden},
	{"begin", "admin", "", AT_80X24, OPENED, NULL, &view_begin},
	{"print", "chen", "", ALL, OPENED, NULL, &view_print},
	{"print-heat", "zhou", "", AT_80X24, OPENED, NULL, &view_print_heat},
	{"print-indicators", "zhou", "", AT_80X24, OPENED, NULL, &view_print_indicators},
};

/* One golden file. */
struct shot {
	size_t row;
	int cols, rows;
};

static struct view_args args_of(struct screen *s, const struct row *r)
{
	switch (r->way) {
	case OPENED_WITH_ACTION:
		return (struct view_args){.id = district_action(&s->d, r->which)};
	case OPENED_WITH_UNIT:
		return (struct view_args){.id = district_unit(&s->d, r->which)};
	case OPENED_WITH_TEXT:
		return (struct view_args){.text = r->which};
	case OPENED:
	case BY_KEYS:
		break;
	}
	return (struct view_args){0};
}

static void take(const struct shot *shot, const char *language)
{
	const struct row *r = &rows[shot->row];
	struct screen s;

	if (!screen_language(language))
		cr_skip_test("no translation has been built");
	screen_begin(&s, r->login, shot->cols, shot->rows);
	if (r->way != BY_KEYS)
		screen_open(&s, r->shows, args_of(&s, r));
	if (r->keys[0])
		screen_press(&s, r->keys);
	if (r->shows)
		cr_expect_str_eq(screen_top(&s), r->shows->name, "%s shows %s", r->name,
				 screen_top(&s));
	screen_golden(&s, r->name);
	screen_end(&s);
}

static struct criterion_test_params all_shots(void)
{
	enum { NROWS = sizeof rows / sizeof rows[0], NSIZES = sizeof sizes / sizeof sizes[0] };
	static struct shot shots[NROWS * NSIZES];
	size_t n = 0;

	for (size_t i = 0; i < NROWS; i++)
		for (size_t k = 0; k < NSIZES; k++)
			if (rows[i].sizes & sizes[k].bit)
				shots[n++] = (struct shot){i, sizes[k].cols, sizes[k].rows};
	return cr_make_param_array(struct shot, shots, n);
}

ParameterizedTestParameters(screens, english)
{
	return all_shots();
}
ParameterizedTest(const struct shot *shot, screens, english)
{
	take(shot, "en");
}

ParameterizedTestParameters(screens, chinese)
{
	return all_shots();
}
ParameterizedTest(const struct shot *shot, screens, chinese)
{
	take(shot, "zh_CN");
}

/* The sources of all tests that compare with golden screens, one after the other. */
static char *golden_sources(void)
{
	struct strbuf all = STRBUF_INIT;
	DIR *dir = opendir("tests/tui");
	const struct dirent *d;

	cr_assert(dir, "not in the folder of the project");
	while ((d = readdir(dir))) {
		char *path = xasprintf("tests/tui/%s", d->d_name);
		char *text = strstr(d->d_name, ".c") ? tmp_read(path, NULL) : NULL;
		if (text && strncmp(d->d_name, "test_", 5) == 0 && strstr(text, "screen_golden("))
			strbuf_puts(&all, text);
		free(text);
		free(path);
	}
	closedir(dir);
	return strbuf_detach(&all);
}

/* The name as a whole word: view_unit is not view_units. */
static bool is_named(const char *text, const char *name, size_t n)
{
	for (const char *s = text; (s = strstr(s, name)); s += n)
		if (strcspn(s, " ,;)}.*/\n\t") == n)
			return true;
	return false;
}

/* It shows when the files of a folder were changed: no two machines show the same. */
static const char no_golden_screen[] = "view_import_files";

Test(screens, every_screen_has_a_golden_one)
{
	static const char declared[] = "extern const struct view_ops ";
	char *header = tmp_read("tui/view/views.h", NULL), *sources = golden_sources();
	int n = 0;

	cr_assert(header);
	for (const char *s = header; (s = strstr(s, declared)); n++) {
		s += strlen(declared);
		char *name = strndup(s, strcspn(s, ";"));
		cr_expect(strcmp(name, no_golden_screen) == 0 ||
				  is_named(sources, name, strlen(name)),
			  "no golden screen of %s", name);
		free(name);
	}
	cr_expect_gt(n, 20);
	free(header);
	free(sources);
}
