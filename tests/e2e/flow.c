/* Every step waits for what it needs to be seen: a flow takes as long as the program does. A step
 * that fails shows its number, its text and the whole screen. */
#include "tests/e2e/flow.h"

#include "core/i18n.h"
#include "core/mem.h"
#include "core/text/utf8.h"
#include "tests/support/file_check.h"
#include "tests/support/language.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { WORDS_MAX = 16, ROWS_MAX = 50, DOWN_MAX = 30, SETTLE_MS = 60, FULL_WIDTH = 0xFEE0 };

struct flow {
	struct room room;
	struct pty *p;
	enum flow_way way;
	int step; /* for people: the first is 1 */
};

static const char *const languages[FLOW_WAYS] = {
	[FLOW_ENGLISH] = "en",
	[FLOW_CHINESE] = "zh_CN",
	[FLOW_LETTERS] = "en",
	[FLOW_FULL_WIDTH] = "zh_CN",
};

static const char *const way_names[FLOW_WAYS] = {
	[FLOW_ENGLISH] = "English, no letters",
	[FLOW_CHINESE] = "Chinese, no letters",
	[FLOW_LETTERS] = "English, letters",
	[FLOW_FULL_WIDTH] = "Chinese, full-width",
};

#define flow_fail(f, ...)                                                                          \
	do {                                                                                       \
		char *flow_what = xasprintf(__VA_ARGS__);                                          \
		cr_assert_fail("%s, step %d: %s:\n%s", way_names[(f)->way], (f)->step, flow_what,  \
			       (f)->p ? pty_screen((f)->p) : "");                                  \
	} while (0)

/* Where a conversion of printf begins, or the end. */
static const char *next_conversion(const char *s)
{
	while (*s && !(s[0] == '%' && s[1] != '%'))
		s += s[0] == '%' ? 2 : 1;
	return s;
}

static const char *after_conversion(const char *s)
{
	s += strcspn(s, "diusxc");
	return *s ? s + 1 : s;
}

/* The words between the conversions of `pattern` stand in the row, one behind the other. */
static bool row_has(const char *row, const char *pattern)
{
	while (*pattern) {
		const char *end = next_conversion(pattern);
		char *words = strndup(pattern, (size_t)(end - pattern)), *percent;

		while ((percent = strstr(words, "%%")))
			memmove(percent, percent + 1, strlen(percent));
		row = strstr(row, words);
		size_t nbytes = strlen(words);
		free(words);
		if (!row)
			return false;
		row += nbytes;
		pattern = *end ? after_conversion(end) : end;
	}
	return true;
}

struct wanted {
	const char *pattern;
};

static bool is_seen(struct pty *p, void *data)
{
	struct wanted *w = data;

	for (int row = 0; row < ROWS_MAX; row++)
		if (row_has(pty_row(p, row), w->pattern))
			return true;
	return false;
}

static bool is_gone(struct pty *p, void *data)
{
	return !is_seen(p, data);
}

static bool is_marked(struct pty *p, void *data)
{
	struct wanted *w = data;

	return room_is_marked(p, w->pattern);
}

/* As an input method sends it that has been left in the wrong mode. */
static char *full_width(const char *text)
{
	struct strbuf b = STRBUF_INIT;

	for (; *text; text++) {
		char wide[5] = "";
		if (*text > ' ' && *text < 127)
			utf8_encode((uint32_t)*text + FULL_WIDTH, wide);
		strbuf_puts(&b, wide[0] ? wide : (char[]){*text, '\0'});
	}
	return strbuf_detach(&b);
}

/* Digits, letters and signs in the place of keys and figures; text is text. */
static void type_keys(struct flow *f, const char *text)
{
	char *wide = f->way == FLOW_FULL_WIDTH ? full_width(text) : xstrdup(text);

	pty_type(f->p, wide);
	free(wide);
}

/* What is pressed instead by those who like letters, or NULL. */
static const char *shortcut(const struct flow *f, const struct step *s)
{
	return f->way == FLOW_LETTERS || f->way == FLOW_FULL_WIDTH ? s->with : NULL;
}

static void press_any(struct flow *f, const char *names)
{
	char *copy = xstrdup(names), *rest = copy, *name;

	while ((name = strsep(&rest, " "))) {
		if (name[0] && !name[1])
			type_keys(f, name);
		else if (name[0])
			pty_key(f->p, name);
	}
	free(copy);
}

static void press(struct flow *f, const struct step *s)
{
	if (shortcut(f, s))
		press_any(f, shortcut(f, s));
	else
		room_press(f->p, s->text);
}

static void choose(struct flow *f, const struct step *s, const char *text)
{
	char digit[2];

	if (shortcut(f, s))
		return press_any(f, shortcut(f, s));
	if (!room_find_entry(f->p, text, digit))
		flow_fail(f, "no entry \"%s\"", text);
	type_keys(f, digit);
}

/* The list may come in parts: it is looked at when nothing more comes. */
static void go_down_to(struct flow *f, struct wanted *w)
{
	pty_wait(f->p, is_marked, &(struct wanted){.pattern = ""});
	pty_settle(f->p, SETTLE_MS);
	for (int i = 0; i < DOWN_MAX && !is_marked(f->p, w); i++) {
		room_press(f->p, "Down");
		pty_settle(f->p, SETTLE_MS);
	}
	if (!pty_wait(f->p, is_marked, w))
		flow_fail(f, "the cursor is not on \"%s\"", w->pattern);
}

/* Text is typed where there is a cursor for it, and nowhere else. */
static void type(struct flow *f, const struct step *s)
{
	if (!pty_wait(f->p, room_has_cursor, NULL))
		flow_fail(f, "\"%s\" is typed where there is no field", s->text);
	if (s->verb == PASTE)
		pty_paste(f->p, s->text);
	else if (s->text[strspn(s->text, "0123456789")] == '\0')
		type_keys(f, s->text);
	else
		pty_type(f->p, s->text);
}

static void resize(struct flow *f, const char *size)
{
	int rows, cols;

	cr_assert_eq(sscanf(size, "%d %d", &rows, &cols), 2);
	pty_resize(f->p, rows, cols);
}

static void sit(struct flow *f, const char *login)
{
	if (f->p)
		pty_end(f->p);
	f->p = room_sit(&f->room, login[0] ? login : NULL, languages[f->way]);
}

/* The text in the language of the flow; the first conversion in it becomes `value`. */
static char *translated(const char *text, const char *value)
{
	const char *pattern = i18n_label(text), *at = next_conversion(pattern);

	if (!value || !*at)
		return xstrdup(pattern);
	return xasprintf("%.*s%s%s", (int)(at - pattern), pattern, value, after_conversion(at));
}

static void come(struct flow *f, const char *key)
{
	if (f->p)
		pty_end(f->p);
	f->p = room_come(&f->room, key, languages[f->way], 0, 0);
}

/* Of people; what the program tells of access is no writing of theirs. */
static char *written(const struct flow *f)
{
	return file_text(f->room.db, "SELECT count(*) FROM log");
}

static void expect_denied(struct flow *f, const struct step *s)
{
	char *before = written(f), *sentence = s->with ? translated(s->with, NULL) : NULL;

	press_any(f, s->text);
	if (sentence && !pty_wait(f->p, is_seen, &(struct wanted){.pattern = sentence}))
		flow_fail(f, "\"%s\" was not denied: no \"%s\"", s->text, sentence);
	pty_settle(f->p, SETTLE_MS);
	char *after = written(f);
	if (strcmp(before, after) != 0)
		flow_fail(f, "\"%s\" has written something", s->text);
	free(before);
	free(after);
	free(sentence);
}

struct told {
	struct room *room;
	const char *words[WORDS_MAX], *part;
};

static bool is_told(struct pty *p, void *data)
{
	struct told *t = data;

	(void)p;
	run_free(&t->room->r);
	run_argv(&t->room->r, &(struct run_how){.env = t->room->env}, t->words);
	return t->room->r.status == 0 && strstr(t->room->r.out, t->part);
}

static struct told told_of(struct flow *f, char *words, const char *part)
{
	struct told t = {.room = &f->room, .part = part};
	char *word;
	size_t n = 0;

	while ((word = strsep(&words, " ")) && n + 1 < WORDS_MAX)
		t.words[n++] = word;
	return t;
}

/* What was pressed last may not be done yet: it is asked again whenever something is drawn. */
static void expect_told(struct flow *f, const struct step *s)
{
	char *words = xstrdup(s->text);
	struct told t = told_of(f, words, s->with);

	if (!pty_wait(f->p, is_told, &t))
		flow_fail(f, "no \"%s\" in what %s says: %s%s", s->with, s->text, f->room.r.out,
			  f->room.r.err);
	free(words);
}

/* A step that waits for what was there before the last key waits for nothing, and whoever sits down
 * next ends the session before it has done what was pressed. */
static void expect_untold(struct flow *f, const struct step *s)
{
	char *words = xstrdup(s->text);
	struct told t = told_of(f, words, s->with);

	if (is_told(f->p, &t))
		flow_fail(f, "%s says \"%s\" before the key is pressed", s->text, s->with);
	free(words);
}

static bool is_written(struct pty *p, void *data)
{
	(void)p;
	return access(data, F_OK) == 0;
}

static void expect_written(struct flow *f, const struct step *s)
{
	char *path = tmp_path(&f->room.tmp, s->text);

	pty_wait(f->p, is_written, path);
	char *text = tmp_read(path, NULL);
	if (!text || !strstr(text, s->with))
		flow_fail(f, "no \"%s\" in the file %s", s->with, s->text);
	free(text);
	free(path);
}

static void do_step(struct flow *f, const struct step *s, struct wanted *w)
{
	switch (s->verb) {
	case SIT:
		return sit(f, s->text);
	case COME:
		return come(f, s->text);
	case DENIED:
		return expect_denied(f, s);
	case SEE:
		if (!pty_wait(f->p, is_seen, w))
			flow_fail(f, "no \"%s\"", w->pattern);
		return;
	case GONE:
		if (!pty_wait(f->p, is_gone, w))
			flow_fail(f, "still \"%s\"", w->pattern);
		return;
	case MARKED:
		return go_down_to(f, w);
	case PRESS:
		return press(f, s);
	case CHOOSE:
		return choose(f, s, w->pattern);
	case FIELD:
		room_tab_to(f->p, w->pattern);
		return;
	case TYPE:
	case PASTE:
		return type(f, s);
	case RESIZE:
		return resize(f, s->text);
	case TOLD:
		return expect_told(f, s);
	case WRITTEN:
		return expect_written(f, s);
	}
}

static void play_step(struct flow *f, const struct step *s)
{
	char *text = translated(s->text, s->verb == SEE || s->verb == GONE ? s->with : NULL);

	do_step(f, s, &(struct wanted){.pattern = text});
	free(text);
}

static bool is_look(enum flow_verb verb)
{
	return verb == SEE || verb == GONE || verb == TOLD;
}

/* Before a key: what is told behind it is not told yet. */
static void look_ahead(struct flow *f, const struct step *s, size_t n)
{
	if (s->verb != PRESS && s->verb != CHOOSE)
		return;
	for (size_t i = 1; i < n && is_look(s[i].verb); i++)
		if (s[i].verb == TOLD)
			expect_untold(f, &s[i]);
}

void flow_play(enum flow_way way, void (*open)(struct room *r), const struct step *steps, size_t n)
{
	struct flow f = {.way = way};

	if (!language_set(languages[way]))
		cr_skip_test("there is no translation here");
	open(&f.room);
	for (size_t i = 0; i < n; i++) {
		f.step = (int)i + 1;
		look_ahead(&f, &steps[i], n - i);
		play_step(&f, &steps[i]);
	}
	if (f.p)
		pty_end(f.p);
	room_close(&f.room);
}

struct criterion_test_params flow_ways(void)
{
	static enum flow_way ways[FLOW_WAYS];

	for (int i = 0; i < FLOW_WAYS; i++)
		ways[i] = (enum flow_way)i;
	return cr_make_param_array(enum flow_way, ways, FLOW_WAYS);
}
