/*
 * Nothing that is typed is lost: in every form and in every question for a text, what was typed
 * stands there again after Esc, after a line that breaks and after the limit of time.
 */
#include "db/report/store_milestone.h"
#include "tests/tui/screen.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <string.h>

/* open: keys from the first screen, or from the screen named; of: what it is opened with. */
enum of { OF_NOTHING, OF_ACTION, OF_MILESTONE, OF_UNIT };
struct place {
	const char *name, *who;
	const struct view_ops *ops;
	enum of of;
	const char *open, *text, *seen;
};

static const struct place places[] = {
	{"what was done", "chen", NULL, OF_NOTHING, "e Tab", "完成二十所", NULL},
	{"percent", "chen", NULL, OF_NOTHING, "e", "47", "[47"},
	{"next steps", "chen", NULL, OF_NOTHING, "e Tab Tab Tab", "十二月底前验收", NULL},
	{"new milestone", "chen", &view_milestone_form, OF_ACTION, "", "组织复查", NULL},
	{"its note", "chen", &view_milestone_form, OF_ACTION, "Tab Tab", "先报名单", NULL},
	{"how it was done", "chen", &view_milestone_done, OF_MILESTONE, "Tab", "会上通报", NULL},
	{"evidence", "chen", &view_evidence_form, OF_ACTION, "", "秋季复查通知", NULL},
	{"its number", "chen", &view_evidence_form, OF_ACTION, "Tab", "云教〔2021〕77号", NULL},
	{"withdrawn evidence", "chen", NULL, OF_NOTHING, "Enter 1 4 Enter 2", "文号有误", NULL},
	{"returned report", "admin", NULL, OF_NOTHING, "F8 Enter 2", "缺少佐证", NULL},
	{"new unit", "admin", &view_units, OF_NOTHING, "Tab", "区档案局", NULL},
	{"another name", "admin", &view_unit, OF_UNIT, "Enter 3", "区教委", NULL},
	{"new name", "admin", &view_unit, OF_UNIT, "Enter 4", "区教育和体育局", NULL},
	{"new person", "si", &view_person_form, OF_NOTHING, "", "fangyuan", NULL},
	{"case", "chen", &view_case_form, OF_ACTION, "", "一校一策改照明", NULL},
	{"its text", "chen", &view_case_form, OF_ACTION, "Tab", "先测后改", NULL},
	{"instruction", "zhou", &view_instruct, OF_ACTION, "", "请加快视力监测", NULL},
	{"day off", "admin", &view_day_form, OF_NOTHING, "Tab Tab Tab", "国庆", NULL},
	{"new period", "admin", &view_period_form, OF_NOTHING, "Ctrl-A", "2022H1", NULL},
};
enum { NPLACES = sizeof places / sizeof places[0] };

static struct screen s;

static int64_t id_of(enum of of)
{
	struct actor who = district_actor(&s.d, "admin");
	struct milestone_filter f = {.open_only = true};
	struct milestone_rows rows;

	switch (of) {
	case OF_ACTION:
		return district_action(&s.d, "4");
	case OF_UNIT:
		return district_unit(&s.d, "区教育局");
	case OF_MILESTONE:
		f.action_id = district_action(&s.d, "4");
		cr_assert_eq(store_milestone_list(s.d.s, &s.d.a, &who, &f, &rows, &s.d.e), 0);
		return rows.at[0].id;
	default:
		return 0;
	}
}

static void open_place(const struct place *p)
{
	if (p->ops)
		screen_open(&s, p->ops, (struct view_args){.id = id_of(p->of)});
	screen_press(&s, p->open);
}

static void expect_text(const struct place *p, const char *when)
{
	cr_expect(screen_has(&s, p->seen ? p->seen : p->text), "%s: %s (%s: %s)", p->name, when,
		  screen_top(&s), app_message(s.app));
}

enum way { ESC, HANG_UP, IDLE, WAYS };
static const char *const way_names[] = {"after Esc", "after a hang-up", "after the limit of time"};

static int64_t now_ms;

static int64_t clock_ms(void)
{
	return now_ms;
}

static void leave(enum way way)
{
	switch (way) {
	case ESC:
		screen_press(&s, "Esc");
		break;
	case HANG_UP:
		script_hangup(s.script);
		cr_expect_not(script_run(s.script, s.app));
		break;
	default:
		now_ms += 60000;
		cr_expect_not(script_run(s.script, s.app));
	}
}

static void leave_and_come_again(const struct place *p, enum way way)
{
	screen_language("en");
	screen_begin(&s, p->who, 80, 24);
	s.context.clock_ms = clock_ms;
	s.context.idle_minutes = 1;
	open_place(p);
	screen_type(&s, p->text);
	expect_text(p, "typed");
	leave(way);
	screen_leave(&s);
	screen_sit(&s, p->who, 80, 24);
	open_place(p);
	expect_text(p, way_names[way]);
	screen_end(&s);
}

ParameterizedTestParameters(kept, stands_there_again)
{
	static size_t numbers[WAYS * NPLACES];

	for (size_t i = 0; i < (size_t)WAYS * NPLACES; i++)
		numbers[i] = i;
	return cr_make_param_array(size_t, numbers, (size_t)WAYS * NPLACES);
}

ParameterizedTest(size_t *n, kept, stands_there_again)
{
	leave_and_come_again(&places[*n / WAYS], (enum way)(*n % WAYS));
}
