/* What can be taken back, decided from what a person did, newest first. */
#include "core/rule/undo.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

#include <stdio.h>
#include <string.h>

struct undo_case {
	char log[160]; /* "act object, act object": newest first */
	enum undo_kind kind;
	int id;
};

static const struct undo_case cases[] = {
	{"", UNDO_NONE, 0},
	{"report.submit report 7", UNDO_REPORT, 7},
	{"milestone.add milestone 3, report.submit report 7", UNDO_MILESTONE_ADD, 3},
	{"milestone.finish milestone 3, milestone.add milestone 3", UNDO_MILESTONE_DONE, 3},
	{"evidence.add evidence 12", UNDO_EVIDENCE, 12},
	{"report.sign report 7", UNDO_SIGN, 7},
	{"report.unsign report 7, report.sign report 7, report.sign report 5", UNDO_SIGN, 5},
	/* what was taken back is passed over, with the act that did it */
	{"report.recall report 7, report.submit report 7, evidence.add evidence 1", UNDO_EVIDENCE,
	 1},
	{"milestone.reopen milestone 3, milestone.finish milestone 3, milestone.add milestone 3",
	 UNDO_MILESTONE_ADD, 3},
	{"milestone.drop milestone 3, milestone.reopen milestone 3, milestone.finish milestone 3, "
	 "milestone.add milestone 3",
	 UNDO_NONE, 0},
	/* done again after it was taken back */
	{"report.submit report 7, report.recall report 7, report.submit report 7", UNDO_REPORT, 7},
	{"report.recall report 7, report.submit report 7, report.recall report 7, "
	 "report.submit report 7",
	 UNDO_NONE, 0},
	/* the reversal was of another thing */
	{"report.recall report 8, report.submit report 7", UNDO_REPORT, 7},
	/* the newest change is of another sort: nothing behind it is touched */
	{"milestone.change milestone 3, report.submit report 7", UNDO_NONE, 0},
	{"report.save report 7, evidence.add evidence 1", UNDO_NONE, 0},
	{"evidence.link evidence 1", UNDO_NONE, 0},
	{"report.return report 7, report.sign report 5", UNDO_NONE, 0},
};

static void read_log(char *log, struct log_row *rows, struct log_rows *list)
{
	char *rest = log, *part;

	list->at = rows;
	while ((part = strsep(&rest, ",")) && *part) {
		char *object;

		part += strspn(part, " ");
		object = strchr(part, ' ');
		*object++ = '\0';
		rows[list->n++] = (struct log_row){.act = part, .object = object};
	}
}

ParameterizedTestParameters(undo, takes_the_last_change_that_stands)
{
	return cr_make_param_array(const struct undo_case, (void *)cases,
				   sizeof cases / sizeof cases[0]);
}
ParameterizedTest(const struct undo_case *c, undo, takes_the_last_change_that_stands)
{
	struct log_row at[8];
	struct log_rows rows = {0};
	const struct log_row *row;
	char log[160];
	int64_t id;

	strcpy(log, c->log);
	read_log(log, at, &rows);
	cr_expect_eq(undo_decide(&rows, &id, &row), c->kind, "%s", c->log);
	cr_expect_eq(id, c->id, "%s", c->log);
	cr_expect(c->kind == UNDO_NONE || row, "%s", c->log);
}

Test(undo, tells_what_stands_in_the_way)
{
	struct log_row at[] = {{.act = "milestone.change", .object = "milestone 3"}};
	struct log_rows rows = {.at = at, .n = 1};
	const struct log_row *row;
	int64_t id;

	undo_decide(&rows, &id, &row);
	cr_expect_eq(row, &at[0]);
}

Test(undo, only_what_left_the_unit_or_is_old_is_asked)
{
	cr_expect(undo_asks(UNDO_REPORT, 0));
	cr_expect(undo_asks(UNDO_SIGN, 0));
	cr_expect_not(undo_asks(UNDO_MILESTONE_ADD, 0));
	cr_expect_not(undo_asks(UNDO_MILESTONE_DONE, UNDO_FRESH));
	cr_expect(undo_asks(UNDO_EVIDENCE, UNDO_FRESH + 1));
}

Test(undo, what_is_never_taken_back_says_what_to_do_instead)
{
	cr_expect(strstr(undo_instead("report.return"), "hands the report in again"));
	cr_expect(strstr(undo_instead("report.accept"), "report of the next period"));
	cr_expect(strstr(undo_instead("action.change"), "coordinating office"), "all others");
}

Test(undo, every_sentence_names_its_thing_once)
{
	for (int k = UNDO_NONE + 1; k < UNDO_COUNT; k++) {
		const char *percent = strchr(undo_sentence((enum undo_kind)k), '%');

		cr_assert_not_null(percent);
		cr_expect_eq(percent[1], 's');
		cr_expect_null(strchr(percent + 1, '%'));
	}
}
