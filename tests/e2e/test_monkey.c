/* A monkey at the real program: whatever comes over the line, it goes on answering until it is left
 * the way one leaves it, and the file is in order afterwards. */
#include "tests/e2e/room.h"

#include "core/mem.h"
#include "tests/support/fatal.h"
#include "tests/support/file_check.h"
#include "tests/support/monkey.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	NOBODY = 65534,
	ACTS = 1500,	    /* of a seed */
	ACTS_OF_POST = 150, /* then somebody else sits down */
	ACTS_UNASKED = 40,  /* then it is looked whether the program answers */
	PAUSE_MS = 4
};

static const char *const logins[] = {"jiaoyu", "guan", "shen", "ling", "ping", "shuiwu"};

static void add_people(struct room *r)
{
	static const struct {
		const char *login, *name, *role, *unit;
	} people[] = {{"guan", "管理员", "admin", NULL},
		      {"guan", NULL, "office", NULL},
		      {"shen", "沈主任", "approver", "区教育局"},
		      {"ling", "凌区长", "leader", NULL},
		      {"ping", "平考核", "assessor", NULL}};

	for (size_t i = 0; i < sizeof people / sizeof people[0]; i++) {
		if (people[i].name)
			room_must(r, NULL, "person", "add", people[i].login, people[i].name, NULL);
		if (people[i].unit)
			room_must(r, NULL, "person", "post", people[i].login, people[i].role,
				  "--unit", people[i].unit, NULL);
		else
			room_must(r, NULL, "person", "post", people[i].login, people[i].role, NULL);
	}
}

/* Something of each kind that comes and goes between units and the office. */
static void add_cycle(struct room *r)
{
	room_must(r, "jiaoyu", "request", "extension", "1", "--until", "2021-12-10", "--percent",
		  "70", "--reason", "筛查车检修", NULL);
	room_must(r, "shuiwu", "request", "contest", "sx2021/3", "--about", "wording", "--reason",
		  "每季度改为每半年", NULL);
	room_must(r, "jiaoyu", "case", "add", "sx2021/2", "一校一策改照明", "--text", "先测后改",
		  NULL);
	room_must(r, "ling", "notice", "instruct", "sx2021/2", "请加快进度", NULL);
	room_must(r, NULL, "unit", "sign", "区教育局", NULL);
	room_must(r, "jiaoyu", "report", "sx2021/2", "--percent", "45", "--done", "筛查二十所",
		  "--submit", NULL);
	room_must(r, "shuiwu", "report", "sx2021/3", "--percent", "30", "--done", "换管三公里",
		  "--submit", NULL);
}

/* The monkey may name any file to print into: as somebody who may write in the room only, and where
 * no printer is found. A program in a folder that is not open to all is run as it is. */
static void fence(const struct room *r)
{
	char *own = xasprintf("chown -R %d '%s'", NOBODY, r->tmp.dir);
	bool done = geteuid() != 0;

	if (!done && seteuid(NOBODY) == 0) {
		bool open = eaccess(run_duban(), X_OK) == 0;
		if (seteuid(0) == 0 && open)
			done = system(own) == 0 && setgid(NOBODY) == 0 && setuid(NOBODY) == 0;
	}
	free(own);
	setenv("PATH", r->tmp.dir, 1);
}

/* A hang-up while the sanitizer looks for lost memory stops it for good: it waits for a stop of the
 * program that the SIGCONT of the hang-up has called off. The monkey of tui looks for lost memory.
 */
static void leave_leaks(void)
{
	const char *had = getenv("ASAN_OPTIONS");
	char *options = xasprintf("%s:detect_leaks=0", had ? had : "");

	setenv("ASAN_OPTIONS", options, 1);
	free(options);
}

static const char *login_of(unsigned i)
{
	return logins[i / ACTS_OF_POST % (sizeof logins / sizeof logins[0])];
}

static void put(struct pty *p, const struct monkey_act *act)
{
	char bytes[64];
	const char *text = act->text.s ? act->text.s : "";

	switch (act->kind) {
	case MONKEY_KEY:
		pty_key(p, text);
		break;
	case MONKEY_TYPE:
	case MONKEY_BYTES:
		pty_send(p, text, act->text.nbytes);
		break;
	case MONKEY_PASTE:
		pty_send(p, "\033[200~", 6);
		pty_send(p, text, act->text.nbytes);
		pty_send(p, "\033[201~", 6);
		break;
	case MONKEY_CLICK:
		snprintf(bytes, sizeof bytes, "\033[<%d;%d;%dM\033[<%d;%d;%dm", act->button,
			 act->cols + 1, act->rows + 1, act->button, act->cols + 1, act->rows + 1);
		pty_type(p, bytes);
		break;
	case MONKEY_RESIZE:
		pty_resize(p, act->rows, act->cols);
		break;
	}
	if (act->look)
		pty_settle(p, PAUSE_MS);
}

static struct pty *sit(struct room *r, const char *login, uint64_t seed)
{
	const char *env[] = {seed % 2 ? "DUBAN_LANGUAGE=zh_CN" : "DUBAN_LANGUAGE=en", NULL};

	struct pty *p = room_sit_at(r, login, env, 24, 80);

	pty_wait_text(p, "duban"); /* what is typed before the first frame is thrown away */
	return p;
}

static bool is_answered(struct pty *p, void *data)
{
	return pty_ended(p) || pty_find(p, data, NULL, NULL);
}

static bool is_back(struct pty *p, void *data)
{
	return pty_ended(p) || !pty_find(p, data, NULL, NULL);
}

/* In a window that is too small every screen says the same. */
static void ask(struct monkey *m, struct pty *p)
{
	char *sentence = m->seed % 2 ? "窗口太小" : "The window is too";

	pty_resize(p, 8, 30);
	if (!pty_wait(p, is_answered, sentence))
		monkey_fail(m, "no answer to a smaller window:\n%s", pty_screen(p));
	pty_resize(p, 24, 80);
	if (!pty_wait(p, is_back, sentence))
		monkey_fail(m, "no answer to a larger window:\n%s", pty_screen(p));
}

/* It may have been left, by the question or by Esc in a small window; not in another way. */
static struct pty *change_person(struct monkey *m, struct room *r, struct pty *p, const char *login)
{
	if (!pty_ended(p))
		pty_hangup(p);
	int status = pty_wait_exit(p);
	if (status != 0)
		monkey_fail(m, "status %d at the end:\n%s", status, pty_screen(p));
	pty_end(p);
	return sit(r, login, m->seed);
}

static void check_file(struct monkey *m, struct room *r)
{
	struct run verify;
	char *fault = file_fault(r->db);

	if (fault)
		monkey_fail(m, "%s", fault);
	run_words(&verify, &(struct run_how){.env = r->env}, "--as", "guan", "log", "verify", NULL);
	if (verify.status != 0)
		monkey_fail(m, "the log: %s", verify.err);
	run_free(&verify);
}

static void play(struct monkey *m, void *data)
{
	struct room r;
	const char *login = logins[0];
	unsigned unasked = 0;

	setenv("TMPDIR", data, 1);
	room_open(&r);
	add_people(&r);
	add_cycle(&r);
	fence(&r);
	leave_leaks();
	struct pty *p = sit(&r, login, m->seed);
	while (monkey_next(m)) {
		const char *next = login_of(m->i);
		put(p, &m->act);
		if (++unasked >= ACTS_UNASKED) {
			ask(m, p);
			unasked = 0;
		}
		if (pty_ended(p) || next != login)
			p = change_person(m, &r, p, next);
		login = next;
	}
	ask(m, p);
	pty_end(change_person(m, &r, p, login));
	check_file(m, &r);
	room_close(&r);
}

ParameterizedTestParameters(monkey, whatever_comes_over_the_line)
{
	static uint64_t seeds[] = {1, 2};

	return cr_make_param_array(uint64_t, seeds, sizeof seeds / sizeof seeds[0]);
}

ParameterizedTest(uint64_t *seed, monkey, whatever_comes_over_the_line)
{
	struct tmp t;
	tmp_make(&t);
	chmod(t.dir, 0777); /* who plays gives up being root */
	char *trouble = monkey_play(*seed, ACTS, play, t.dir);

	cr_expect_null(trouble, "%s", trouble);
	free(trouble);
	tmp_remove(&t);
}
