/* The office's year in one go: a document becomes a plan, a unit gets its task, a period opens,
 * what the unit hands in is returned, corrected and accepted, and the task list is printed. */
#include "tests/e2e/flow.h"

#include "core/i18n.h"

#include <stdlib.h>

/* A document that waits to be imported, in which one action names no unit. */
static void open_desk(struct room *r)
{
	room_open_empty(r);
	free(tmp_puts(&r->tmp, "plan.txt",
		      "健康芦塘2021年工作要点\n\n"
		      "一、重点工作\n\n"
		      "1.爱国卫生行动。开展环境整治，清理卫生死角。（责任单位：★县卫生健康局）\n\n"
		      "2.控烟行动。开展无烟单位建设。\n"));
	room_must(r, NULL, "unit", "add", "县城管局", NULL);
	room_must(r, NULL, "person", "add", "chengguan", "程工", NULL);
	room_must(r, NULL, "person", "post", "chengguan", "reporter", "--unit", "县城管局", NULL);
}

static const struct step year[] = {
	{SIT, OFFICE, NULL},
	{SEE, N_("Who owes, what waits"), NULL},
	{PRESS, "0", "F10"},
	{CHOOSE, N_("Administration and choices"), NULL},
	{CHOOSE, N_("Import a plan"), NULL},
	{MARKED, "plan.txt", NULL},
	{PRESS, "Enter", NULL},
	{MARKED, "→", NULL},
	{PRESS, "Enter", "F9"},
	{SEE, N_("Store everything?"), NULL},
	{PRESS, "2", "Right Enter"},
	{SEE, N_("Stored as %s: %d actions, %d units."), NULL},
	{TOLD, "list --format tsv", "控烟行动"},
	{SEE, N_("What comes next"), NULL},
	{PRESS, "Esc", NULL},
	{GONE, N_("What comes next"), NULL},

	{PRESS, "0", "F10"},
	{CHOOSE, N_("All actions"), NULL},
	{MARKED, "控烟行动", NULL},
	{PRESS, "Enter", NULL},
	{CHOOSE, N_("Open the action"), NULL},
	{SEE, N_("Units"), NULL},
	{PRESS, "Enter", NULL},
	{CHOOSE, N_("Assign a unit, or change its role"), NULL},
	{SEE, N_("Which unit?"), NULL},
	{TYPE, "chengguan", NULL},
	{MARKED, "县城管局", NULL},
	{PRESS, "Enter", NULL},
	{CHOOSE, N_("lead"), NULL},
	{SEE, "县城管局", NULL},
	{TOLD, "list --format tsv", "县城管局\tlead\t"},

	{PRESS, "0", "F10"},
	{CHOOSE, N_("Administration and choices"), NULL},
	{CHOOSE, N_("Reporting periods"), NULL},
	{PRESS, "Tab", "a"},
	{FIELD, N_("code"), NULL},
	{TYPE, "2021Q4", NULL},
	{FIELD, N_("Add"), NULL},
	{PRESS, "Enter", "F9"},
	{SEE, "2022-01-10", NULL},
	{TOLD, "period list --format tsv", "2021Q4"},

	{SIT, "chengguan", NULL},
	{SEE, N_("What I owe"), NULL},
	{MARKED, "控烟行动", NULL},
	{PRESS, "Enter 2", "e"},
	{FIELD, N_("percent"), NULL},
	{TYPE, "30", NULL},
	{FIELD, N_("done"), NULL},
	{TYPE, "十二家单位挂牌", NULL},
	{FIELD, N_("Submit"), NULL},
	{PRESS, "Enter", "F9"},
	{SEE, "30%", NULL},
	{PRESS, "2", "Enter"},
	{SEE, N_("sent %d"), "1"},

	{SIT, OFFICE, NULL},
	{SEE, N_("who owes"), NULL},
	{PRESS, "Tab", "Tab"},
	{MARKED, "控烟行动", NULL},
	{PRESS, "Enter", "w"},
	{SEE, "十二家单位挂牌", NULL},
	{PRESS, "Enter", NULL},
	{CHOOSE, N_("return with a reason"), NULL},
	{SEE, N_("Return the report"), NULL},
	{TYPE, "请附单位名单", NULL},
	{PRESS, "Tab Enter", "F9"},
	{GONE, N_("Return the report"), NULL},
	{TOLD, "list --unit 县城管局 --format tsv", "\treturned\t"},

	{SIT, "chengguan", NULL},
	{SEE, "请附单位名单", NULL},
	{MARKED, "控烟行动", NULL},
	{PRESS, "Enter 2", "e"},
	{FIELD, N_("done"), NULL},
	{TYPE, "，名单见附件", NULL},
	{FIELD, N_("Submit"), NULL},
	{PRESS, "Enter", "F9"},
	{SEE, "30%", NULL},
	{PRESS, "2", "Enter"},
	{SEE, N_("sent %d"), "1"},

	{SIT, OFFICE, NULL},
	{SEE, N_("who owes"), NULL},
	{PRESS, "Tab", "Tab"},
	{MARKED, "控烟行动", NULL},
	{PRESS, "Enter", NULL},
	{SEE, "名单见附件", NULL},
	{PRESS, "Enter", NULL},
	{CHOOSE, N_("accept"), NULL},
	{GONE, "名单见附件", NULL},
	{TOLD, "list --unit 县城管局 --format tsv", "\taccepted\t30"},

	{PRESS, "0", "F10"},
	{CHOOSE, N_("Print and reports"), NULL},
	{CHOOSE, N_("Print a task list"), NULL},
	{SEE, N_("Whose task list?"), NULL},
	{MARKED, "县城管局", NULL},
	{PRESS, "Enter", NULL},
	{SEE, "控烟行动", NULL},
	{PRESS, "Enter", "p"},
	{CHOOSE, N_("write into a file"), NULL},
	{SEE, "[县城管局.txt", NULL},
	{PRESS, "Enter", NULL},
	{SEE, N_("It is written into %s."), NULL},
	{WRITTEN, "县城管局.txt", "控烟行动"},
};
FLOW(the_office_from_a_document_to_a_printed_list, open_desk, year)
