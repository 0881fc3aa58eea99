/*
 * Every screen by every post, opened on what is the own unit's and on what is another's: a form
 * opens for those alone who may do what it is for, as core/rule/may.h has it, and says why it does
 * not; nobody sees what they may not read.
 */
#include "tests/tui/screen.h"
#include "tests/tui/walk_views.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct screen s;
static struct walk_things things[WALK_SIDES];
static const char *home;

static void begin(const char *login)
{
	screen_language("en");
	screen_begin(&s, "admin", 100, 40);
	walk_district_fill(&s.d, things);
	screen_leave(&s);
	screen_sit(&s, login, 100, 40);
	home = screen_top(&s);
}

static void end(void)
{
	screen_end(&s);
}

TestSuite(walk, .timeout = 240);

static bool may_any(unsigned acts, int64_t unit_id)
{
	const struct actor who = session_actor(&s.context);
	const struct subject what = {.unit_id = unit_id, .unit = ""};

	for (int act = 0; act < ACT_COUNT; act++)
		if (acts >> act & 1 && may_quietly(&who, (enum act)act, &what))
			return true;
	return !acts;
}

/* Back to the first screen of the post; some acts end in leaving the program. */
static void go_home(const char *login)
{
	if (app_top(s.app) && app_unwind(s.app, home) && strcmp(screen_top(&s), home) == 0)
		return;
	screen_leave(&s);
	screen_sit(&s, login, 100, 40);
}

static bool open_view(const struct walk_view *v, enum walk_side side, const char *login)
{
	struct view_args args = walk_view_args(v, &things[side]);
	int rc;

	go_home(login);
	rc = app_push(s.app, v->ops, &args);
	script_run(s.script, s.app);
	return rc == 0;
}

/* What stands in the file of one side is seen by those who may read it. */
static void check_shown(const char *what)
{
	for (int i = 0; i < WALK_SIDES; i++)
		cr_expect(!screen_has(&s, things[i].sign) ||
				  may_any(1u << ACT_READ, things[i].unit),
			  "%s: %s is shown", what, things[i].sign);
}

static void check_forms(const struct walk_view *v, const char *login)
{
	for (int side = 0; side < WALK_SIDES; side++) {
		int64_t unit = v->of_nobody ? 0 : things[side].unit;
		bool may_it = may_any(v->acts, unit), opened;
		char what[128];

		snprintf(what, sizeof what, "%s for %s, of %s", v->name, login, things[side].sign);
		if (may_it && v->refusals)
			continue;
		opened = open_view(v, (enum walk_side)side, login);
		cr_expect(!opened || may_it, "%s opens", what);
		cr_expect(opened || *app_message(s.app), "%s says nothing", what);
		check_shown(what);
	}
}

static void walk(const char *login)
{
	begin(login);
	for (int i = 0; i < walk_views_count; i++)
		check_forms(&walk_views[i], login);
	end();
}

#define WALK(login)                                                                                \
	Test(walk, of_##login)                                                                     \
	{                                                                                          \
		walk(#login);                                                                      \
	}
WALK(chen)
WALK(gu)
WALK(admin)
WALK(zhou)
WALK(yan)
WALK(si)

Test(walk, every_screen_has_a_row)
{
	static const char declared[] = "extern const struct view_ops ";
	char *header = tmp_read("tui/view/views.h", NULL);
	int n = 0;

	cr_assert(header, "not in the folder of the project");
	for (const char *at = header; (at = strstr(at, declared)); n++) {
		bool found = false;

		at += strlen(declared);
		for (int i = 0; i < walk_views_count; i++)
			found |= strlen(walk_views[i].name) == strcspn(at, ";") &&
				 strncmp(at, walk_views[i].name, strcspn(at, ";")) == 0;
		cr_expect(found, "no row for %.*s", (int)strcspn(at, ";"), at);
	}
	cr_expect_eq(n, walk_views_count);
	free(header);
}
