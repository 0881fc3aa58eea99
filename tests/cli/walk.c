/* The file of those who walk is made by the verbs, once for each test, and put back as bytes after
 * every line that changed it. */
#include "tests/cli/walk.h"

#include "tests/support/file_check.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define OWN_UNIT     "区教育局"
#define SHARED_UNIT  "区卫生健康局"
#define FOREIGN_UNIT "区水务局"

const struct walk_side_row walk_sides[SIDE_COUNT] = {
	[SIDE_OWN] = {"own", OWN_UNIT, "jiaoyu0", "甲字"},
	[SIDE_SHARED] = {"shared", SHARED_UNIT, "weijian0", "乙字"},
	[SIDE_FOREIGN] = {"foreign", FOREIGN_UNIT, "shuiwu0", "丙字"},
};

const struct walker walkers[WALKERS] = {
	{"lianluo", {{POST_REPORTER, OWN_UNIT}}, 1, NULL},
	{"shenhe", {{POST_APPROVER, OWN_UNIT}}, 1, NULL},
	{"ban", {{POST_OFFICE, NULL}}, 1, NULL},
	{"lingdao", {{POST_LEADER, NULL}}, 1, NULL},
	{"kaohe", {{POST_ASSESSOR, NULL}}, 1, NULL},
	{"guanli", {{POST_ADMIN, NULL}}, 1, NULL},
	{"liangchu", {{POST_REPORTER, OWN_UNIT}, {POST_APPROVER, FOREIGN_UNIT}}, 2, NULL},
	{"shuangzhi",
	 {{POST_REPORTER, OWN_UNIT}, {POST_OFFICE, NULL}, {POST_ADMIN, NULL}},
	 3,
	 NULL},
	{"yizhi", {{POST_REPORTER, OWN_UNIT}, {POST_OFFICE, NULL}}, 2, "reporter:" OWN_UNIT},
	{"wuzhi", {{0}}, 0, NULL},
	/* who entered what the own unit has, and could judge it but for that */
	{"jiaoyu0",
	 {{POST_REPORTER, OWN_UNIT}, {POST_APPROVER, OWN_UNIT}, {POST_OFFICE, NULL}},
	 3,
	 NULL},
};

enum { WORDS_MAX = 24, ACTIONS_OF_SIDE = 4 };

static const char document[] =
	"健康云溪2021年工作计划\n\n各有关单位:\n\n一、重点任务\n\n"
	"1.甲字课堂行动。开设健康课堂。到2022年,全区中小学生近视率控制在48%以下。(责任单位:"
	"★区教育局、区科协)\n\n"
	"2.甲字护眼行动。建立视力档案。(责任单位:★区教育局、区科协)\n\n"
	"3.甲字食堂行动。推行减盐菜单。(责任单位:★区教育局、区科协)\n\n"
	"4.甲字运动行动。开放学校操场。(责任单位:★区教育局、区科协)\n\n"
	"5.乙字讲堂行动。组建讲师队伍。(责任单位:★区卫生健康局、区教育局)\n\n"
	"6.乙字体检行动。更新体检项目。(责任单位:★区卫生健康局、区教育局)\n\n"
	"7.乙字控烟行动。建设无烟单位。(责任单位:★区卫生健康局、区教育局)\n\n"
	"8.乙字急救行动。培训急救骨干。(责任单位:★区卫生健康局、区教育局)\n\n"
	"9.丙字管网行动。更新供水管网。(责任单位:★区水务局)\n\n"
	"10.丙字水质行动。公布水质情况。(责任单位:★区水务局)\n\n"
	"11.丙字河道行动。整治黑臭河道。(责任单位:★区水务局)\n\n"
	"12.丙字节水行动。推广节水器具。(责任单位:★区水务局)\n\n"
	"云溪区推进健康行动办公室\n\n2021年1月8日\n";

/* By whom: "!" the owner of the file, "-" the officer of the side, else a login. */
static const char *const common_lines[] = {
	"! init --name 健康办",
	"! import - --code yx2021 --yes",
	"! period add 2021Q3",
	"! period add 2021Q4",
	"! person add ban0 程科长",
	"! person post ban0 office",
	"! person add lingdao0 何主任",
	"! person post lingdao0 leader",
	"! person add daiban 待办",
	"! person add tiyu0 唐工",
	"! unit add 区体育局",
	"! unit add 各学校 --collective",
	"! calendar add 2021-10-01 --name 国庆",
};

static const char *const side_lines[] = {
	"- milestone add {B} {sign}待办 --due 2021-12-20",
	"- milestone add {A} {sign}迟办 --due 2021-11-10",
	"- milestone add {B} {sign}已办 --due 2021-12-10",
	"- milestone done {done}",
	"- evidence add {B} --kind document --title {sign}通知 --doc-no {sign}1号",
	"- evidence add {B} --name {sign}.txt --title {sign}附件",
	"! person add fu{login} 副职",
	"! person post fu{login} approver --unit {unit}",
	"- report {B} --percent 20 --done {sign}起步 --submit",
	"- report recall {B}",
	"- report {B} --percent 30 --done {sign}进展 --submit",
	"- report {C} --percent 40 --done {sign}半程 --submit",
	"ban0 review {C} --unit {unit} --accept",
	"- report {D} --percent 100 --done {sign}完成 --submit",
	"ban0 review {D} --unit {unit} --accept",
	"- request completion {D} --reason {sign}收官",
	"ban0 request grant {completion} --despite",
	"- request extension {open} --until 2021-12-30 --percent 10 --reason {sign}延后",
	"- request contest {B} --about role --reason {sign}异议",
	"- case add {B} {sign}案例 --text {sign}经验",
	"ban0 notice issue --unit {unit} --text {sign}抓紧",
	"- milestone add {A} {sign}又迟 --due 2021-11-12",
	"lingdao0 notice instruct {B} {sign}批示 --unit {unit}",
	"ban0 period allow 2021Q3 {unit} --until 2021-12-01 --reason {sign}补报",
};

static const struct {
	const char *name, *sql; /* with {unit} and {sign} */
} things[] = {
	{"{open}", "SELECT id FROM milestone WHERE title = '{sign}待办'"},
	{"{late}", "SELECT id FROM milestone WHERE title = '{sign}迟办'"},
	{"{key}", "SELECT min(id) FROM ssh_key"},
	{"{done}", "SELECT id FROM milestone WHERE title = '{sign}已办'"},
	{"{proof}", "SELECT id FROM evidence WHERE title = '{sign}通知'"},
	{"{file}", "SELECT id FROM evidence WHERE title = '{sign}附件'"},
	{"{extension}", "SELECT id FROM request WHERE reason = '{sign}延后'"},
	{"{contest}", "SELECT id FROM request WHERE reason = '{sign}异议'"},
	{"{completion}", "SELECT id FROM request WHERE reason = '{sign}收官'"},
	{"{case}", "SELECT id FROM example WHERE title = '{sign}案例'"},
	{"{urge}", "SELECT n.id FROM notice n JOIN unit u ON u.id = n.unit_id WHERE "
		   "u.name = '{unit}' AND n.kind = 'urge'"},
	{"{instruction}", "SELECT n.id FROM notice n JOIN unit u ON u.id = n.unit_id WHERE "
			  "u.name = '{unit}' AND n.kind <> 'urge'"},
};
enum { NTHINGS = sizeof things / sizeof *things };
_Static_assert((int)NTHINGS <= (int)WALK_THINGS, "");

int64_t walk_number(struct walk *w, const char *sql)
{
	const char *text = walk_text(w, sql);

	return text ? strtoll(text, NULL, 10) : -1;
}

const char *walk_text(struct walk *w, const char *sql)
{
	char *text = file_text(w->d.db, sql);
	const char *kept = text ? arena_strdup(&w->a, text) : NULL;

	free(text);
	return kept;
}

/* What stands for a name in braces. */
static const char *thing(struct walk *w, const char *name, size_t n, enum walk_side side)
{
	const struct walk_side_row *of = &walk_sides[side];
	const char *word = arena_strndup(&w->a, name, n);

	if (n == 3 && word[1] >= 'A' && word[1] <= 'D')
		return arena_printf(&w->a, "yx2021/%d",
				    (int)side * ACTIONS_OF_SIDE + 1 + (word[1] - 'A'));
	if (strcmp(word, "{unit}") == 0)
		return of->unit;
	if (strcmp(word, "{sign}") == 0)
		return of->sign;
	if (strcmp(word, "{login}") == 0)
		return of->login;
	for (int i = 0; i < NTHINGS; i++) {
		if (strcmp(things[i].name, word) != 0)
			continue;
		int64_t id = w->is_ready ? w->things[side][i]
					 : walk_number(w, walk_fill(w, things[i].sql, side));

		cr_assert_geq(id, 0, "there is no %s of %s", word, of->unit);
		return arena_printf(&w->a, "%lld", (long long)id);
	}
	cr_assert_fail("nothing is called %s", word);
	return NULL;
}

const char *walk_fill(struct walk *w, const char *words, enum walk_side side)
{
	struct strbuf b = STRBUF_INIT;
	const char *filled;

	while (*words) {
		size_t n = strcspn(words, "{");

		strbuf_add(&b, words, n);
		words += n;
		if (!*words)
			break;
		n = strcspn(words, "}") + 1;
		strbuf_puts(&b, thing(w, words, n, side));
		words += n;
	}
	filled = arena_strdup(&w->a, b.nbytes ? b.s : "");
	strbuf_free(&b);
	return filled;
}

/* "login verb operand …", words between blanks. */
static void must(struct walk *w, const char *line, const char *input, enum walk_side side)
{
	const char *argv[WORDS_MAX] = {NULL};
	char *words = arena_strdup(&w->a, walk_fill(w, line, side)), *save = NULL;
	const char *login = strtok_r(words, " ", &save);
	size_t n = 0;

	for (char *s = strtok_r(NULL, " ", &save); s; s = strtok_r(NULL, " ", &save))
		argv[n++] = s;
	if (*login != '!') {
		argv[n++] = "--as";
		argv[n++] = *login == '-' ? walk_sides[side].login : login;
	}
	cr_assert_lt(n, WORDS_MAX);
	run_free(&w->d.r);
	run_argv(&w->d.r, &(struct run_how){.env = w->d.env, .input = input}, argv);
	cr_assert_eq(w->d.r.status, 0, "%s: %s", line, w->d.r.err);
}

static bool is_of_side(const char *login)
{
	for (int s = 0; s < SIDE_COUNT; s++)
		if (strcmp(walk_sides[s].login, login) == 0)
			return true;
	return false;
}

/* Keys differ in one character. */
static void add_walker(struct walk *w, const struct walker *who, int no)
{
	char key[] =
		"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPZlCSYJqgd/JNvQYA2REXz1GHNMjZdPSRrMWmlhSR"
		"gz\n";

	key[60] = (char)('a' + no);
	if (!is_of_side(who->login))
		must(w, arena_printf(&w->a, "! person add %s 某人", who->login), NULL, SIDE_OWN);
	for (int i = is_of_side(who->login); i < who->nposts; i++)
		must(w,
		     arena_printf(&w->a, "! person post %s %s%s%s", who->login,
				  post_role_word(who->posts[i].role),
				  who->posts[i].unit ? " --unit " : "",
				  who->posts[i].unit ? who->posts[i].unit : ""),
		     NULL, SIDE_OWN);
	must(w, arena_printf(&w->a, "! key add %s", who->login), key, SIDE_OWN);
}

static void fill_side(struct walk *w, enum walk_side side)
{
	for (size_t i = 0; i < sizeof side_lines / sizeof side_lines[0]; i++)
		must(w, side_lines[i], "附件\n", side);
}

/* The numbers of everything, once. */
static void look_up(struct walk *w)
{
	static const char person[] = "SELECT id FROM person WHERE login = '%s'";
	static const char key[] = "SELECT id FROM ssh_key WHERE person_id = %lld";

	for (int s = 0; s < SIDE_COUNT; s++) {
		for (int i = 0; i < NTHINGS; i++)
			w->things[s][i] =
				walk_number(w, walk_fill(w, things[i].sql, (enum walk_side)s));
		w->units[s] =
			walk_number(w, walk_fill(w, "SELECT id FROM unit WHERE name = '{unit}'",
						 (enum walk_side)s));
		w->officers[s] = walk_number(w, arena_printf(&w->a, person, walk_sides[s].login));
	}
	for (int i = 0; i < WALKERS; i++) {
		w->people[i] = walk_number(w, arena_printf(&w->a, person, walkers[i].login));
		w->keys[i] = walk_number(w, arena_printf(&w->a, key, (long long)w->people[i]));
	}
	w->is_ready = true;
}

void walk_begin(struct walk *w)
{
	static const char memory[] = "/dev/shm";
	const char *now;

	*w = (struct walk){.a = ARENA_INIT};
	/* thousands of runs: in memory, where there is one to write to */
	if (access(memory, W_OK) == 0)
		setenv("TMPDIR", memory, 1);
	desk_make(&w->d);
	now = w->d.env[1];
	w->d.env[1] = "DUBAN_NOW=2021-09-01"; /* while the third quarter can be reported */
	for (size_t i = 0; i < sizeof common_lines / sizeof common_lines[0]; i++)
		must(w, common_lines[i], document, SIDE_OWN);
	w->d.env[1] = now;
	for (int s = 0; s < SIDE_COUNT; s++) {
		must(w, "! person add {login} 某人", NULL, (enum walk_side)s);
		must(w, "! person post {login} reporter --unit {unit}", NULL, (enum walk_side)s);
		fill_side(w, (enum walk_side)s);
	}
	for (int i = 0; i < WALKERS; i++)
		add_walker(w, &walkers[i], i);
	w->bytes = tmp_read(w->d.db, &w->nbytes);
	w->sum = walk_sum(w);
	look_up(w);
}

void walk_end(struct walk *w)
{
	free(w->bytes);
	arena_free(&w->a);
	desk_close(&w->d);
}

void walk_put_back(struct walk *w)
{
	unlink(arena_printf(&w->a, "%s-wal", w->d.db));
	unlink(arena_printf(&w->a, "%s-shm", w->d.db));
	free(tmp_write(&w->d.tmp, "duban.db", w->bytes, w->nbytes));
}

int walk_send(struct walk *w, const struct walker *who, const char *line, const char *input)
{
	const char *env[] = {w->d.env[1], w->d.env[2], w->d.env[3],
			     arena_printf(&w->a, "SSH_ORIGINAL_COMMAND=%s%s%s", line,
					  who->active ? " --post " : "",
					  who->active ? who->active : ""),
			     NULL};
	const char *key = arena_printf(&w->a, "%lld", (long long)w->keys[who - walkers]);
	const char *argv[] = {"session", "--db", w->d.db, "--key", key, NULL};

	run_free(&w->d.r);
	run_argv(&w->d.r, &(struct run_how){.env = env, .input = input}, argv);
	return w->d.r.status;
}

struct actor walk_actor(struct walk *w, const struct walker *who)
{
	for (int i = 0; i < who->nposts; i++) {
		const char *unit = who->posts[i].unit;

		w->posts[i] = (struct post_row){.role = who->posts[i].role, .unit = unit};
		for (int s = 0; s < SIDE_COUNT; s++)
			if (unit && strcmp(walk_sides[s].unit, unit) == 0)
				w->posts[i].unit_id = w->units[s];
	}
	return (struct actor){.person_id = w->people[who - walkers],
			      .login = who->login,
			      .name = "某人",
			      .posts = w->posts,
			      .nposts = who->active ? 1 : who->nposts};
}
