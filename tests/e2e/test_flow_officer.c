/* A liaison officer's work, from the first screen to what the file says afterwards. */
#include "tests/e2e/flow.h"

#include "core/i18n.h"

static const struct step report[] = {
	{SIT, "jiaoyu", NULL},
	{SEE, N_("What I owe"), NULL},
	{SEE, N_("owed %d"), "3"},
	{PRESS, "Enter", "Enter"},
	{CHOOSE, N_("Enter progress"), NULL},
	{FIELD, N_("percent"), NULL},
	{TYPE, "45", NULL},
	{FIELD, N_("done"), NULL},
	{TYPE, "完成二十所学校视力筛查", NULL},
	{FIELD, N_("problems"), NULL},
	{TYPE, "设备不足", NULL},
	{FIELD, N_("next steps"), NULL},
	{TYPE, "下月复查", NULL},
	{FIELD, "完成视力筛查学校", NULL},
	{TYPE, "20", NULL},
	{FIELD, N_("Submit"), NULL},
	{PRESS, "Enter", "F9"},
	{SEE, "45%", NULL},
	{PRESS, "2", "Enter"},
	{SEE, N_("%s %s: handed in"), "2"},
	{SEE, N_("sent %d"), "1"},
	{TOLD, "list --unit 区教育局 --role lead --format tsv", "\tsubmitted\t45"},
	{TOLD, "log --format json", "完成二十所学校视力筛查"},
	{TOLD, "log --format json", "设备不足"},
	{TOLD, "log --format json", "下月复查"},
};
FLOW(an_officer_reports, room_open, report)

/* Figures of the quarter before are there to be repeated. */
static void open_with_history(struct room *r)
{
	room_open(r);
	r->env[1] = "DUBAN_NOW=2021-09-28";
	room_must(r, NULL, "period", "add", "2021Q3", NULL);
	room_must(r, "jiaoyu", "report", "sx2021/2", "--percent", "40", "--done", "完成十所",
		  "--period", "2021Q3", "--submit", NULL);
	room_must(r, NULL, "review", "sx2021/2", "--unit", "区教育局", "--period", "2021Q3",
		  "--accept", NULL);
	r->env[1] = "DUBAN_NOW=2021-11-21";
}

static const struct step no_change[] = {
	{SIT, "jiaoyu", NULL},
	{SEE, N_("sent %d"), "0"},
	{MARKED, "护眼行动", NULL},
	{PRESS, "Enter 3", "="},
	{SEE, "40%", NULL},
	{PRESS, "2", "2"},
	{SEE, N_("sent %d"), "1"},
	{TOLD, "list --unit 区教育局 --role lead --format tsv", "\tsubmitted\t40"},
};
FLOW(an_officer_reports_that_nothing_has_changed, open_with_history, no_change)

static const struct step milestone[] = {
	{SIT, "jiaoyu", NULL},
	{SEE, N_("What I owe"), NULL},
	{MARKED, "护眼行动", NULL},
	{PRESS, "Enter 4", "m"},
	{SEE, "秋季视力筛查", NULL},
	{PRESS, "Enter", "Enter"},
	{CHOOSE, N_("Mark as done"), NULL},
	{SEE, N_("This milestone demands evidence:"), NULL},
	{FIELD, N_("title"), NULL},
	{TYPE, "视力筛查情况通报", NULL},
	{FIELD, N_("document no."), NULL},
	{TYPE, "松教〔2021〕56号", NULL},
	{FIELD, N_("Mark as done"), NULL},
	{PRESS, "Enter", "Ctrl-S"},
	{SEE, N_("Milestone \"%s\": done."), "秋季视力筛查"},
	{TOLD, "milestone list --format tsv", "\tdone\t"},
	{TOLD, "evidence list --format json", "视力筛查情况通报"},
	{TOLD, "evidence list --format json", "松教〔2021〕56号"},
};
FLOW(an_officer_marks_a_milestone_with_the_evidence_it_demands, room_open, milestone)

static const struct step evidence[] = {
	{SIT, "jiaoyu", NULL},
	{SEE, N_("What I owe"), NULL},
	{MARKED, "护眼行动", NULL},
	{PRESS, "Enter 9", "V"},
	{FIELD, N_("title"), NULL},
	{TYPE, "灯具改造验收", NULL},
	{FIELD, N_("document no."), NULL},
	{TYPE, "松教发〔2021〕7号", NULL},
	{FIELD, N_("Record"), NULL},
	{PRESS, "Enter", "F9"},
	{SEE, N_("Evidence \"%s\": recorded."), "灯具改造验收"},
	{TOLD, "evidence list --format json", "灯具改造验收"},
	{TOLD, "evidence list --format json", "松教发〔2021〕7号"},
	{TOLD, "evidence list --format json", "\"document\""},
};
FLOW(an_officer_records_evidence, room_open, evidence)

static const struct step task_list[] = {
	{SIT, "jiaoyu", NULL},
	{SEE, N_("What I owe"), NULL},
	{PRESS, "0", "F10"},
	{CHOOSE, N_("Print and reports"), NULL},
	{CHOOSE, N_("Print a task list"), NULL},
	{SEE, "护眼行动", NULL},
	{PRESS, "Enter", "p"},
	{CHOOSE, N_("write into a file"), NULL},
	{SEE, "[区教育局.txt", NULL},
	{PRESS, "Enter", "Enter"},
	{SEE, N_("It is written into %s."), NULL},
	{WRITTEN, "区教育局.txt", "护眼行动"},
	{WRITTEN, "区教育局.txt", "2021-11-30"},
};
FLOW(an_officer_prints_the_task_list, room_open, task_list)

/* What was handed in comes back to be changed, and goes out again. */
static const struct step undo[] = {
	{SIT, "jiaoyu", NULL},
	{SEE, N_("sent %d"), "0"},
	{MARKED, "护眼行动", NULL},
	{PRESS, "Enter 3", "="},
	{SEE, "40%", NULL},
	{PRESS, "2", "Enter"},
	{SEE, N_("sent %d"), "1"},
	{MARKED, "护眼行动", NULL},
	{PRESS, "Enter 8", "u"},
	{SEE, N_("Take back"), NULL},
	{PRESS, "2", "2"},
	{SEE, N_("sent %d"), "0"},
	{TOLD, "list --unit 区教育局 --role lead --format tsv", "\tnone\t"},
};
FLOW(an_officer_takes_a_report_back, open_with_history, undo)
