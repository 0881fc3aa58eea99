/*
 * The whole table of flow.c walked through the program: every object in every state, every step by
 * its command (flow_verbs.h), by every post. What the table and the rights allow happens and leads
 * to the state that the table names; everything else is refused and changes nothing.
 *
 * The object is of 区教育局, which leads the action 2 of the desk. What is prepared was entered by
 * others than those who walk: nobody judges their own entry.
 */
#include "cli/flow_verbs.h"
#include "cli/verbs.h"
#include "core/mem.h"
#include "tests/cli/desk.h"
#include "tests/support/file_check.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { WORDS_MAX = 24, PREPARED_MAX = 4 };

/* How an object comes into a state: "login verb operand …", by whom the desk knows. */
static const struct {
	enum flow_object object;
	int state;
	const char *commands[PREPARED_MAX];
} prepared[] = {
#define ASKED_CONTEST "jiaoyu request contest yx2021/2 --about role --reason 应为配合"
	{FLOW_ASSIGNMENT, ASSIGNMENT_RECEIVED, {"jiaoyu receive yx2021/2"}},
	{FLOW_ASSIGNMENT, ASSIGNMENT_CONTESTED, {ASKED_CONTEST}},
	{FLOW_ASSIGNMENT,
	 ASSIGNMENT_WITHDRAWN,
	 {"ban0 unassign yx2021/2 区教育局 --reason 另行安排"}},
#define DRAFT  "jiaoyu report yx2021/2 --percent 20 --done 建档"
#define HANDED DRAFT " --submit"
	{FLOW_REPORT, REPORT_DRAFT, {DRAFT}},
	{FLOW_REPORT, REPORT_SUBMITTED, {HANDED}},
	{FLOW_REPORT, REPORT_SIGNED, {HANDED, "juzhang review yx2021/2 --sign"}},
	{FLOW_REPORT,
	 REPORT_ACCEPTED,
	 {HANDED, "ban0 review yx2021/2 --unit 区教育局 --accept",
	  "jiaoyu request correction yx2021/2 --percent 25 --reason 少报五所"}},
	{FLOW_REPORT,
	 REPORT_RETURNED,
	 {HANDED, "ban0 review yx2021/2 --unit 区教育局 --return 请补数字"}},
#define MILESTONE "jiaoyu milestone add yx2021/2 照明检测 --due 2021-12-20"
#define EXTENSION "jiaoyu request extension 1 --until 2021-12-30 --percent 10 --reason 设备晚到"
	{FLOW_MILESTONE, MILESTONE_OPEN, {MILESTONE, EXTENSION}},
	{FLOW_MILESTONE, MILESTONE_DONE, {MILESTONE, EXTENSION, "jiaoyu milestone done 1"}},
	{FLOW_MILESTONE,
	 MILESTONE_VERIFIED,
	 {MILESTONE, EXTENSION, "jiaoyu milestone done 1", "ban0 milestone verify 1"}},
	{FLOW_MILESTONE, MILESTONE_DROPPED, {MILESTONE, EXTENSION, "ban0 milestone drop 1"}},
#define COMPLETION "jiaoyu request completion yx2021/2 --reason 已全部建档"
	{FLOW_ACTION, ACTION_ACTIVE, {COMPLETION, "ban0 request refuse 1 --answer 缺验收单"}},
	{FLOW_ACTION, ACTION_ASKED, {COMPLETION}},
	{FLOW_ACTION, ACTION_CLOSED_OUT, {COMPLETION, "ban0 request grant 1"}},
	{FLOW_ACTION, ACTION_WITHDRAWN, {"ban0 import FILE --update yx2021"}},
	{FLOW_REQUEST, REQUEST_ASKED, {ASKED_CONTEST}},
	{FLOW_REQUEST, REQUEST_GRANTED, {ASKED_CONTEST, "ban0 request grant 1"}},
	{FLOW_REQUEST,
	 REQUEST_REFUSED,
	 {ASKED_CONTEST, "ban0 request refuse 1 --answer 方案已写明"}},
	{FLOW_REQUEST, REQUEST_TAKEN_BACK, {ASKED_CONTEST, "jiaoyu request take-back 1"}},
#define LATE   "jiaoyu milestone add yx2021/2 照明检测 --due 2021-11-10"
#define NOTICE "ban0 notice issue --unit 区教育局"
	{FLOW_NOTICE, NOTICE_ISSUED, {LATE, NOTICE}},
	{FLOW_NOTICE, NOTICE_ANSWERED, {LATE, NOTICE, "jiaoyu notice answer 1 本周完成"}},
	{FLOW_NOTICE, NOTICE_CLOSED, {LATE, NOTICE, "ban0 notice close 1"}},
#define CASE "jiaoyu case add yx2021/2 流动视力车 --text 每周进校"
	{FLOW_CASE, CASE_OFFERED, {CASE}},
	{FLOW_CASE, CASE_SELECTED, {CASE, "ban0 case select 1"}},
	{FLOW_CASE, CASE_DECLINED, {CASE, "ban0 case decline 1 --reason 材料不足"}},
};

/* The state as the file has it; "none" when nothing is there. */
static const char *const state_of[FLOW_OBJECT_COUNT] = {
	[FLOW_ASSIGNMENT] = "SELECT s.state FROM assignment s JOIN unit u ON u.id = s.unit_id "
			    "JOIN action a ON a.id = s.action_id "
			    "WHERE a.no = '2' AND u.name = '区教育局'",
	[FLOW_REPORT] = "SELECT state FROM report WHERE id = 1",
	[FLOW_MILESTONE] = "SELECT state FROM milestone WHERE id = 1",
	[FLOW_ACTION] = "SELECT state FROM action WHERE no = '2'",
	[FLOW_REQUEST] = "SELECT state FROM request WHERE id = 1",
	[FLOW_NOTICE] = "SELECT state FROM notice WHERE id = 1",
	[FLOW_CASE] = "SELECT state FROM example WHERE id = 1",
};

/* One who walks for each post, and the words of the login. */
static const char *const walkers[POST_ROLE_COUNT] = {
	[POST_REPORTER] = "lianluo", [POST_APPROVER] = "shenhe", [POST_OFFICE] = "ban",
	[POST_LEADER] = "lingdao",   [POST_ASSESSOR] = "kaohe",	 [POST_ADMIN] = "guanli",
};

/* A newer edition, in which action 2 is no more. */
static const char edition[] =
	"健康云溪2021年工作计划(修订)\n\n各有关单位:\n\n一、重点任务\n\n"
	"1.健康讲堂行动。组建讲师队伍,依托社区会客厅开设讲堂,全年举办健康讲堂400场。"
	"(责任单位:★区卫生健康局、区教育局)\n\n"
	"3.净水行动。更新老旧供水管网,每季度公布水质。(责任单位:★区水务局)\n\n"
	"云溪区推进健康行动办公室\n\n2021年9月8日\n";

static struct desk d;
static struct arena a;
static char *edition_path, *before;
static size_t before_nbytes;

static void open_desk(void)
{
	desk_open(&d);
	desk_must(&d, "person", "add", "ban0", "程科长", NULL);
	desk_must(&d, "person", "post", "ban0", "office", NULL);
	desk_must(&d, "person", "add", "juzhang", "周局长", NULL);
	desk_must(&d, "person", "post", "juzhang", "approver", "--unit", "区教育局", NULL);
	for (int r = 0; r < POST_ROLE_COUNT; r++) {
		const char *role = post_role_word((enum post_role)r);

		desk_must(&d, "person", "add", walkers[r], "某人", NULL);
		if (r == POST_REPORTER || r == POST_APPROVER)
			desk_must(&d, "person", "post", walkers[r], role, "--unit", "区教育局",
				  NULL);
		else
			desk_must(&d, "person", "post", walkers[r], role, NULL);
	}
	edition_path = tmp_puts(&d.tmp, "edition.txt", edition);
	before = tmp_read(d.db, &before_nbytes);
}

static void close_desk(void)
{
	free(before);
	free(edition_path);
	arena_free(&a);
	desk_close(&d);
}
TestSuite(flow_walk, .init = open_desk, .fini = close_desk);

static void put_back(const char *bytes, size_t nbytes)
{
	unlink(arena_printf(&a, "%s-wal", d.db));
	unlink(arena_printf(&a, "%s-shm", d.db));
	free(tmp_write(&d.tmp, "duban.db", bytes, nbytes));
}

static const char *read_state(enum flow_object o)
{
	const char *state = "none";
	sqlite3_stmt *q;
	sqlite3 *db = file_open(d.db);

	cr_assert_eq(sqlite3_prepare_v2(db, state_of[o], -1, &q, NULL), SQLITE_OK, "%s",
		     sqlite3_errmsg(db));
	if (sqlite3_step(q) == SQLITE_ROW)
		state = arena_strdup(&a, (const char *)sqlite3_column_text(q, 0));
	sqlite3_finalize(q);
	sqlite3_close(db);
	return state;
}

/* What stands for a word in capitals. */
static const char *fill_in(const char *word)
{
	static const char *const words[][2] = {
		{"CODE/NO", "yx2021/2"}, {"CODE", "yx2021"}, {"ID", "1"}, {"UNIT", "区教育局"},
		{"WHAT", "wording"},	 {"ROLE", "shared"}, {"N", "40"}, {"TEXT", "按方案办"},
		{"REASON", "请补充"},	 {"FILE", NULL},
	};

	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (strcmp(words[i][0], word) == 0)
			return words[i][1] ? words[i][1] : edition_path;
	return word;
}

/* "verb operand …" as that person; --unit where the verb takes one. The exit status. */
static int run_command(const char *login, const char *command, bool for_unit)
{
	const char *argv[WORDS_MAX] = {"--as", login};
	char *words = arena_strdup(&a, command), *save = NULL;
	const struct verb *v;
	size_t n = 2;

	for (char *w = strtok_r(words, " ", &save); w; w = strtok_r(NULL, " ", &save))
		argv[n++] = fill_in(w);
	v = verb_find(argv[2], argv[3]);
	if (!v)
		v = verb_find(argv[2], NULL);
	cr_assert_not_null(v, "no verb takes \"%s\"", command);
	if (for_unit && v->options->name && verb_option_find(v, "unit")) {
		argv[n++] = "--unit";
		argv[n++] = "区教育局";
	}
	if (strcmp(v->name, "import") == 0)
		argv[n++] = "--yes";
	if (strcmp(v->sub, "grant") == 0)
		argv[n++] = "--despite";
	cr_assert_lt(n, WORDS_MAX);
	run_free(&d.r);
	run_argv(&d.r, &(struct run_how){.env = d.env}, argv);
	return d.r.status;
}

static void prepare(enum flow_object o, int state)
{
	put_back(before, before_nbytes);
	for (size_t i = 0; i < sizeof prepared / sizeof prepared[0]; i++) {
		if (prepared[i].object != o || prepared[i].state != state)
			continue;
		for (int k = 0; k < PREPARED_MAX && prepared[i].commands[k]; k++) {
			const char *command = prepared[i].commands[k];
			size_t n = strcspn(command, " ");
			int status =
				run_command(arena_strndup(&a, command, n), command + n + 1, false);

			cr_assert_eq(status, 0, "%s: %s", command, d.r.err);
		}
	}
	cr_assert_str_eq(read_state(o), flow_state_word(o, state), "%s is not prepared",
			 flow_object_word(o));
}

/* A draft of the unit is the unit's alone, whatever state it came from. */
static bool is_unit_alone(enum flow_object o, int from, int step, enum post_role role)
{
	return o == FLOW_REPORT && from == REPORT_DRAFT && role == POST_OFFICE &&
	       (step == REPORT_SAVE || step == REPORT_SUBMIT);
}

/* The unit's leader returns what waits for the leader, which sends it back inside the unit. */
static int step_meant(enum flow_object o, int from, int step, enum post_role role)
{
	return o == FLOW_REPORT && from == REPORT_SUBMITTED && step == REPORT_RETURN &&
			       role == POST_APPROVER
		       ? REPORT_SEND_BACK
		       : step;
}

static bool is_refusal(int status)
{
	return status == err_exit_status(ERR_DENIED) || status == err_exit_status(ERR_STATE) ||
	       status == err_exit_status(ERR_NOT_FOUND) || status == err_exit_status(ERR_EXISTS);
}

struct walk {
	enum flow_object object;
	int from;
	char *bytes; /* of the file in that state */
	size_t nbytes;
};

static void walk_step(const struct walk *w, int called, enum post_role role)
{
	int step = step_meant(w->object, w->from, called, role);
	struct err e = ERR_INIT;
	int to = flow_step(w->object, w->from, step, &e);
	bool may = act_reach(flow_act(w->object, step), role) != REACH_NONE &&
		   !is_unit_alone(w->object, w->from, step, role);
	int status = run_command(walkers[role], flow_verb(w->object, called), true);
	const char *state = read_state(w->object);
	const char *expected = flow_state_word(w->object, to >= 0 && may ? to : w->from);
	const char *what = arena_printf(&a, "%s %s, %s by %s", flow_object_word(w->object),
					flow_state_word(w->object, w->from),
					flow_step_word(w->object, called), post_role_word(role));

	cr_expect_str_eq(state, expected, "%s: %s (%d) %s", what, state, status, d.r.err);
	if (to >= 0 && may)
		cr_expect_eq(status, 0, "%s: %d %s", what, status, d.r.err);
	else
		cr_expect(is_refusal(status), "%s: %d %s", what, status, d.r.err);
	if (to >= 0 && !may && !is_unit_alone(w->object, w->from, step, role))
		cr_expect_neq(status, err_exit_status(ERR_STATE), "%s: %s", what, d.r.err);
	/* A unit that lost the task no longer reads what is others'. */
	if (to < 0 && may && !(w->object == FLOW_ASSIGNMENT && w->from == ASSIGNMENT_WITHDRAWN))
		cr_expect_neq(status, err_exit_status(ERR_DENIED), "%s: %s", what, d.r.err);
	if (status == 0)
		put_back(w->bytes, w->nbytes);
}

static void walk(enum flow_object o)
{
	for (int from = 0; from < flow_nstates(o); from++) {
		struct walk w = {.object = o, .from = from};

		prepare(o, from);
		w.bytes = tmp_read(d.db, &w.nbytes);
		for (int step = 0; step < flow_nsteps(o); step++)
			for (int role = 0; role < POST_ROLE_COUNT; role++)
				walk_step(&w, step, (enum post_role)role);
		free(w.bytes);
		arena_free(&a);
	}
}

#define WALK(id, word, label, name)                                                                \
	Test(flow_walk, name##_does_what_the_table_says)                                           \
	{                                                                                          \
		walk(id);                                                                          \
	}
FLOW_OBJECTS(WALK)

Test(flow_walk, every_step_has_its_command)
{
	for (int o = 0; o < FLOW_OBJECT_COUNT; o++)
		for (int step = 0; step < flow_nsteps((enum flow_object)o); step++)
			cr_expect_not_null(flow_verb((enum flow_object)o, step), "%s %s",
					   flow_object_word((enum flow_object)o),
					   flow_step_word((enum flow_object)o, step));
}
