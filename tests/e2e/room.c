/* Made by the verbs, so that a test of the interface begins where real work begins. */
#include "tests/e2e/room.h"

#include "core/i18n.h"
#include "core/mem.h"
#include "db/people/store_person.h"
#include "db/people/store_setting.h"
#include "tests/support/language.h"

#include <criterion/criterion.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

static const char document[] =
	"健康松溪2021年工作计划\n\n"
	"各有关单位：\n\n"
	"一、普及健康生活\n\n"
	"1.健康讲堂行动。组建讲师队伍，依托社区会客厅开设讲堂。"
	"（责任单位：★区卫生健康局、区教育局）\n\n"
	"2.护眼行动。为中小学生建立视力档案，调整教室照明，完成视力筛查学校40所。"
	"（责任单位：★区教育局、区科协）\n\n"
	"二、建设健康环境\n\n"
	"3.净水行动。更新老旧供水管网，每季度公布水质。"
	"（责任单位：★区水务局、区教育局）\n\n"
	"松溪区推进健康行动办公室\n\n"
	"2021年1月8日\n";

enum { WORDS_MAX = 32, FORM_ROWS = 24, ROWS_MAX = 50, SETTLE_MS = 40 };

void room_open_empty(struct room *r)
{
	*r = (struct room){0};
	tmp_make(&r->tmp);
	r->db = tmp_path(&r->tmp, "duban.db");
	r->env_db = xasprintf("DUBAN_DB=%s", r->db);
	r->env[0] = r->env_db;
	r->env[1] = "DUBAN_NOW=2021-11-21";
	r->env[2] = "DUBAN_CONFIG=";
	r->env[3] = "SSH_CONNECTION";
	room_must(r, NULL, "init", "--name", "健康办", NULL);
}

static void add_officer(struct room *r, const char *login, const char *name, const char *unit)
{
	room_must(r, NULL, "person", "add", login, name, NULL);
	room_must(r, NULL, "person", "post", login, "reporter", "--unit", unit, NULL);
}

void room_open(struct room *r)
{
	room_open_empty(r);
	room_import(r, "sx2021", document);
	room_must(r, NULL, "period", "add", "2021Q4", NULL);
	add_officer(r, "jiaoyu", "林老师", "区教育局");
	add_officer(r, "shuiwu", "陈工", "区水务局");
	room_must(r, NULL, "milestone", "add", "sx2021/2", "秋季视力筛查", "--unit", "区教育局",
		  "--due", "2021-11-30", "--needs-evidence", NULL);
}

void room_close(struct room *r)
{
	run_free(&r->r);
	free(r->env_db);
	free(r->db);
	tmp_remove(&r->tmp);
}

void room_import(struct room *r, const char *code, const char *text)
{
	char *path = tmp_puts(&r->tmp, "plan.txt", text);

	room_must(r, NULL, "import", path, "--code", code, "--yes", NULL);
	free(path);
}

const char *room_must(struct room *r, const char *login, ...)
{
	const char *words[WORDS_MAX] = {"--as", login};
	size_t n = login ? 2 : 0;
	va_list ap;

	va_start(ap, login);
	while (n + 1 < WORDS_MAX && (words[n] = va_arg(ap, const char *)))
		n++;
	va_end(ap);
	words[n] = NULL;
	run_free(&r->r);
	run_argv(&r->r, &(struct run_how){.env = r->env}, words);
	cr_assert_eq(r->r.status, 0, "status %d: %s", r->r.status, r->r.err);
	return r->r.out;
}

/* A file that cannot be written is another test's affair. */
void room_see_tour(struct room *r)
{
	struct person_rows people = {0};
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct store *s;

	if (store_open(r->db, &s, &e) < 0)
		return;
	store_person_list(s, &a, &people, &e);
	for (size_t i = 0; i < people.n; i++) {
		struct actor who = {.person_id = people.at[i].id};

		store_setting_put(s, &who, "seen", "tour", "1", &e);
	}
	store_close(s);
	arena_free(&a);
}

struct pty *room_sit_at(struct room *r, const char *login, const char *const *env, int rows,
			int cols)
{
	const char *argv[] = {login ? "--as" : NULL, login, NULL};
	const char *all[2 * ROOM_ENV] = {0};
	size_t n = 0;

	room_see_tour(r);
	for (size_t i = 0; r->env[i]; i++)
		all[n++] = r->env[i];
	for (; env && *env && n + 1 < sizeof all / sizeof all[0]; env++)
		all[n++] = *env;
	return pty_start(&(struct pty_how){.argv = argv,
					   .env = all,
					   .dir = r->tmp.dir,
					   .rows = rows,
					   .cols = cols,
					   .seconds = 25});
}

struct pty *room_sit(struct room *r, const char *login, const char *language)
{
	char *env_language = xasprintf("DUBAN_LANGUAGE=%s", language);
	struct pty *p = room_sit_at(r, login, (const char *const[]){env_language, NULL}, 24, 80);

	free(env_language);
	return p;
}

void room_add_key(struct room *r, const char *login, const char *body)
{
	char *key = xasprintf("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA%s\n", body);
	char *file = tmp_puts(&r->tmp, "id.pub", key);

	room_must(r, NULL, "key", "add", login, file, NULL);
	free(file);
	free(key);
}

void room_add_posts(struct room *r, const char *unit)
{
	static const struct {
		enum post_role role;
		bool of_unit;
		const char *key;
	} posts[] = {
		{POST_REPORTER, true, "IPZlCSYJqgd/JNvQYA2REXz1GHNMjZdPSRrMWmlhSRgz"},
		{POST_APPROVER, true, "IPG7zaqZ7V2XBDxO+WBKaELmJz6ZUgegXui2SIwVD/oP"},
		{POST_OFFICE, false, "IB3Fm0GAWvvnB1zvFPO1q8sPNXycIFXLlXU2GFVNhSFZ"},
		{POST_LEADER, false, "IC3Fm0GAWvvnB1zvFPO1q8sPNXycIFXLlXU2GFVNhSFZ"},
		{POST_ASSESSOR, false, "ID3Fm0GAWvvnB1zvFPO1q8sPNXycIFXLlXU2GFVNhSFZ"},
		{POST_ADMIN, false, "IE3Fm0GAWvvnB1zvFPO1q8sPNXycIFXLlXU2GFVNhSFZ"},
	};

	for (size_t i = 0; i < sizeof posts / sizeof posts[0]; i++) {
		const char *word = post_role_word(posts[i].role);

		room_must(r, NULL, "person", "add", word, "某人", NULL);
		room_must(r, NULL, "person", "post", word, word, posts[i].of_unit ? "--unit" : NULL,
			  unit, NULL);
		room_add_key(r, word, posts[i].key);
	}
}

struct pty *room_come(struct room *r, const char *key, const char *language, int rows, int cols)
{
	char *env_language = xasprintf("DUBAN_LANGUAGE=%s", language);
	const char *argv[] = {"session", "--db", r->db, "--key", key, NULL};
	const char *env[ROOM_ENV + 2] = {0};
	size_t n = 0;

	room_see_tour(r);
	for (; r->env[n]; n++)
		env[n] = r->env[n];
	env[n] = env_language;
	struct pty *p = pty_start(&(struct pty_how){.argv = argv,
						    .env = env,
						    .dir = r->tmp.dir,
						    .rows = rows,
						    .cols = cols,
						    .seconds = 25});
	free(env_language);
	return p;
}

struct pty *room_go_on(struct room *r, const char *login)
{
	struct pty *p = room_sit(r, login, "en");

	pty_expect(p, "1 Go on");
	room_press(p, "1");
	pty_expect_gone(p, "1 Go on");
	return p;
}

static bool is_plain_key(const char *name)
{
	static const char *const names[] = {"Up", "Down", "Left", "Right", "Enter", "Esc", "Tab"};

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (strcmp(names[i], name) == 0)
			return true;
	return false;
}

void room_press(struct pty *p, const char *names)
{
	char *copy = xstrdup(names), *rest = copy, *name;

	while ((name = strsep(&rest, " "))) {
		if (name[0] >= '0' && name[0] <= '9' && !name[1])
			pty_type(p, name);
		else if (is_plain_key(name))
			pty_key(p, name);
		else
			cr_assert_fail("\"%s\" is not among the keys that must be enough", name);
	}
	free(copy);
}

struct entry {
	const char *text;
	char digit[2];
};

static bool is_shown(struct pty *p, void *data)
{
	struct entry *e = data;

	for (char digit = '0'; digit <= '9'; digit++) {
		char *shown = xasprintf(" %c %s", digit, e->text);
		bool is_there = pty_find(p, shown, NULL, NULL);

		free(shown);
		e->digit[0] = digit;
		if (is_there)
			return true;
	}
	return false;
}

bool room_sees_entry(struct pty *p, const char *text, char digit[2])
{
	struct entry e = {text, ""};
	bool is_there = is_shown(p, &e);

	memcpy(digit, e.digit, sizeof e.digit);
	return is_there;
}

/* The menu before may have an entry of the same name and still be on the screen in part. */
bool room_find_entry(struct pty *p, const char *text, char digit[2])
{
	struct entry e = {text, ""};
	bool is_there = pty_wait(p, is_shown, &e);

	pty_settle(p, SETTLE_MS);
	is_there = is_there && pty_wait(p, is_shown, &e);

	memcpy(digit, e.digit, sizeof e.digit);
	return is_there;
}

bool room_is_marked(struct pty *p, const char *text)
{
	for (int row = 0; row < ROWS_MAX; row++) {
		const char *mark = strstr(pty_row(p, row), "▌");

		if (mark && strstr(mark, text))
			return true;
	}
	return false;
}

bool room_has_cursor(struct pty *p, void *nothing)
{
	bool visible;

	(void)nothing;
	pty_cursor(p, NULL, NULL, &visible);
	return visible;
}

void room_choose(struct pty *p, const char *text)
{
	char digit[2];

	cr_assert(room_find_entry(p, text, digit), "no entry \"%s\":\n%s", text, pty_screen(p));
	room_press(p, digit);
}

void room_expect_count(struct pty *p, const char *language, const char *text, int n)
{
	language_set(language);
	const char *pattern = _(text), *number = strstr(pattern, "%d");
	char *seen = xasprintf("%.*s%d%s", (int)(number - pattern), pattern, n, number + 2);

	pty_expect(p, seen);
	free(seen);
}

void room_escape(struct pty *p, const char *text)
{
	room_press(p, "Esc");
	pty_expect(p, text);
}

struct mark {
	int left; /* the row that Tab left, or -1 */
	int row;
};

/* Whether one row is marked, and another than the one left: while a frame comes in there may be two
 * marks or none. */
static bool has_moved(struct pty *p, void *data)
{
	struct mark *m = data;
	int n = 0;

	for (int row = 0; row < FORM_ROWS; row++) {
		if (strncmp(pty_row(p, row), "▌", strlen("▌")) == 0) {
			m->row = row;
			n++;
		}
	}
	return n == 1 && m->row != m->left;
}

int room_tab_to(struct pty *p, const char *label)
{
	struct mark m = {-1, -1};

	pty_expect(p, "F9"); /* in the last line of a form: the frame is whole */
	for (int i = 0; i < FORM_ROWS; i++) {
		cr_assert(pty_wait(p, has_moved, &m), "no field is marked:\n%s", pty_screen(p));
		if (strstr(pty_row(p, m.row), label))
			return i;
		m.left = m.row;
		room_press(p, "Tab");
	}
	cr_assert_fail("Tab does not reach \"%s\":\n%s", label, pty_screen(p));
	return FORM_ROWS;
}
