/* The table, and what its places are about. */
#include "tests/tui/kept_places.h"

#include "core/rule/policy.h"
#include "db/cycle/store_notice.h"
#include "db/cycle/store_request.h"
#include "db/people/store_key.h"
#include "db/report/store_case.h"
#include "db/report/store_evidence.h"
#include "db/report/store_milestone.h"
#include "db/report/store_period.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>
#include <string.h>

#define OK(call) cr_assert_eq((call), 0, "%s", s->d.e.text)
#define UNIT	 "区教育局"

static struct view_args of_action(struct screen *s)
{
	return (struct view_args){.id = district_action(&s->d, "4")};
}

static struct view_args of_unit(struct screen *s)
{
	return (struct view_args){.id = district_unit(&s->d, UNIT)};
}

static struct view_args of_milestone(struct screen *s)
{
	struct milestone_filter f = {.action_id = district_action(&s->d, "4"), .open_only = true};
	struct milestone_rows rows;

	OK(store_milestone_list(s->d.s, &s->d.a, NULL, &f, &rows, &s->d.e));
	return (struct view_args){.id = rows.at[0].id};
}

static struct view_args of_person(struct screen *s)
{
	(void)s;
	return (struct view_args){.text = "wei"};
}

static struct view_args of_key(struct screen *s)
{
	static const char line[] = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA"
				   "IPZlCSYJqgd/JNvQYA2REXz1GHNMjZdPSRrMWmlhSRgz wei";
	struct actor si = district_actor(&s->d, "si");
	struct key_rows rows;

	OK(store_key_add(s->d.s, &si, district_person(&s->d, "wei").id, line, strlen(line), &s->d.a,
			 &rows, NULL, &s->d.e));
	return of_person(s);
}

static struct view_args of_period(struct screen *s)
{
	struct period_row p;

	OK(store_period_find(s->d.s, &s->d.a, s->d.plan_id, "2021Q4", &p, &s->d.e));
	return (struct view_args){.id = p.id, .id2 = district_unit(&s->d, UNIT)};
}

static struct view_args of_rule(struct screen *s)
{
	(void)s;
	return (struct view_args){.text = policy_options[POLICY_CLOSES].name};
}

static struct view_args of_asking(struct screen *s)
{
	return (struct view_args){.id = district_action(&s->d, "4"),
				  .id2 = district_unit(&s->d, UNIT),
				  .tab = REQUEST_COMPLETION};
}

static struct request_row ask(struct screen *s)
{
	struct actor chen = district_actor(&s->d, "chen");
	struct request_new new = {.kind = REQUEST_COMPLETION,
				  .unit_id = district_unit(&s->d, UNIT),
				  .action_id = district_action(&s->d, "4"),
				  .percent = -1,
				  .reason = "四十所学校全部完成筛查",
				  .done = "",
				  .problems = "",
				  .next = ""};
	struct request_row row;

	OK(store_request_ask(s->d.s, &chen, &new, &s->d.a, &row, NULL, &s->d.e));
	return row;
}

static struct view_args of_request(struct screen *s)
{
	return (struct view_args){.id = ask(s).id, .tab = REQUEST_GRANT};
}

static struct view_args of_closed(struct screen *s)
{
	struct request_row row = ask(s);
	struct actor admin = district_actor(&s->d, "admin");

	OK(store_request_decide(s->d.s, &admin, row.id, row.version, REQUEST_GRANT,
				(struct date){0}, "", NULL, &s->d.e));
	return of_action(s);
}

static struct view_args of_notice(struct screen *s)
{
	struct actor zhou = district_actor(&s->d, "zhou");
	struct instruction_new in = {.action_id = district_action(&s->d, "4"),
				     .text = "请尽快完成筛查",
				     .by = {2021, 11, 26}};
	struct notice_rows rows;

	OK(store_instruct(s->d.s, &zhou, &in, &s->d.a, &rows, NULL, &s->d.e));
	return (struct view_args){.id = rows.at[0].id};
}

static struct view_args of_evidence(struct screen *s)
{
	struct actor chen = district_actor(&s->d, "chen");
	struct evidence_new new = {.unit_id = district_unit(&s->d, UNIT),
				   .action_id = district_action(&s->d, "4"),
				   .kind = EVIDENCE_DOCUMENT,
				   .title = "秋季复查通知",
				   .doc_no = "云教〔2021〕77号",
				   .ref = "",
				   .note = "",
				   .file_name = ""};
	struct evidence_row row;

	OK(store_evidence_add(s->d.s, &chen, &new, &s->d.a, &row, NULL, &s->d.e));
	return (struct view_args){.id = new.action_id};
}

static struct view_args of_case(struct screen *s)
{
	struct actor chen = district_actor(&s->d, "chen");
	struct case_new new = {.action_id = district_action(&s->d, "4"),
			       .unit_id = district_unit(&s->d, UNIT),
			       .title = "一校一策改照明",
			       .text = "先测后改。"};
	struct case_row row;

	OK(store_case_put(s->d.s, &chen, &new, &s->d.a, &row, NULL, &s->d.e));
	return (struct view_args){.id = row.id};
}

const struct kept_place kept_places[] = {
	{"what was done", "report/view_report.c", "report:", "chen", NULL, NULL, "e", "Tab",
	 "完成二十所", NULL},
	{"percent", "report/view_report.c", "report:", "chen", NULL, NULL, "e", "", "47", "[47"},
	{"next steps", "report/view_report.c", "report:", "chen", NULL, NULL, "e", "Tab Tab Tab",
	 "十二月底前验收", NULL},
	{"new milestone", "milestone/view_milestone.c", "milestone:", "chen", &view_milestone_form,
	 of_action, "", "", "组织复查", NULL},
	{"its note", "milestone/view_milestone.c", "milestone:", "chen", &view_milestone_form,
	 of_action, "", "Tab Tab", "先报名单", NULL},
	{"how it was done", "milestone/view_milestone_done.c", "milestone-done:", "chen",
	 &view_milestone_done, of_milestone, "", "Tab", "会上通报", NULL},
	{"evidence", "evidence/view_evidence.c", "evidence:", "chen", &view_evidence_form,
	 of_action, "", "", "秋季复查通知", NULL},
	{"its number", "evidence/view_evidence.c", "evidence:", "chen", &view_evidence_form,
	 of_action, "", "Tab", "云教〔2021〕77号", NULL},
	{"withdrawn evidence", "evidence/evidence_withdraw.c", "evidence-withdraw:", "chen",
	 &view_evidence_list, of_evidence, "Enter 2", "", "文号有误", NULL},
	{"returned report", "report/review_ask.c", "return:", "admin", NULL, NULL, "F8 Enter 2", "",
	 "缺少佐证", NULL},
	{"new unit", "people/view_units.c", "unit:new", "admin", &view_units, NULL, "Tab", "",
	 "区档案局", NULL},
	{"another name", "people/view_unit.c", "unit-alias:", "admin", &view_unit, of_unit,
	 "Enter 3", "", "区教委", NULL},
	{"new name", "people/view_unit_name.c", "unit-name:", "admin", &view_unit_name, of_unit, "",
	 "", "区教育和体育局", NULL},
	{"new person", "people/view_person_form.c", "person:", "si", &view_person_form, NULL, "",
	 "", "fangyuan", NULL},
	{"case", "evidence/view_case_form.c", "case:", "chen", &view_case_form, of_action, "", "",
	 "一校一策改照明", NULL},
	{"its text", "evidence/view_case_form.c", "case:", "chen", &view_case_form, of_action, "",
	 "Tab", "先测后改", NULL},
	{"instruction", "notice/view_instruct.c", "instruct:", "zhou", &view_instruct, of_action,
	 "", "", "请加快视力监测", NULL},
	{"day off", "rules/view_day_form.c", "calendar-day:", "admin", &view_day_form, NULL, "",
	 "Tab Tab Tab", "国庆", NULL},
	{"new period", "rules/view_period_form.c", "period:", "admin", &view_period_form, NULL,
	 "Ctrl-A", "", "2022H1", NULL},
	{"key", "people/view_key_form.c", "key:", "si", &view_key_form, of_person, "", "",
	 "ssh-ed25519 AAAAC3NzaC1lZDI1", NULL},
	{"revoked key", "people/view_keys.c", "key-revoke:", "si", &view_keys, of_key, "Enter 2",
	 "", "电脑遗失", NULL},
	{"exception", "rules/view_exception_form.c", "exception:", "admin", &view_exception_form,
	 of_period, "", "Tab", "系统停机三天", NULL},
	{"rule", "rules/view_policy_form.c", "policy:", "admin", &view_policy_form, of_rule,
	 "Ctrl-A", "", "due+21", NULL},
	{"request", "request/view_request_form.c", "request:", "chen", &view_request_form,
	 of_asking, "", "Tab", "四十所学校完成筛查", NULL},
	{"answer to it", "request/view_request_answer.c", "request-answer:", "admin",
	 &view_request_answer, of_request, "", "", "同意,请归档", NULL},
	{"answer to a notice", "notice/view_notice.c", "notice-answer:", "chen", &view_notice,
	 of_notice, "Enter 1", "", "本周五前完成", NULL},
	{"word with a notice", "notice/urge_ask.c", "notice-word:", "admin", &view_urge, NULL,
	 "Enter 2", "", "请于周三前反馈", NULL},
	{"case not selected", "evidence/view_case.c", "case-decline:", "admin", &view_case, of_case,
	 "Enter 2", "", "缺少效果数据", NULL},
	{"action opened again", "plan/action_end.c", "reopen:", "admin", &view_action, of_closed,
	 "Enter 4", "", "抽查发现缺报", NULL},
	{"unit taken off", "plan/assign_menu.c", "unassign:", "admin", &view_action, of_action,
	 "Enter 3 Enter", "", "任务已改派", NULL},
};
const int kept_places_count = sizeof kept_places / sizeof kept_places[0];
