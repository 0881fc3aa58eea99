/* The scripted terminal: a queue of keys, and a count of the frames it was given. */
#include "tests/tui/script_term.h"

#include "core/mem.h"
#include "core/text/utf8.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_KEYS = 8192 };

struct script {
	struct term term;
	int cols, rows, frames;
	struct {
		struct key key;
		int cols, rows; /* INPUT_RESIZE */
	} queue[MOST_KEYS];
	size_t next, n;
};

static void script_read(struct term *t, struct key *k, int timeout_ms)
{
	struct script *s = (struct script *)t;

	(void)timeout_ms;
	memset(k, 0, sizeof *k);
	k->kind = INPUT_TICK;
	if (s->next == s->n)
		return;
	*k = s->queue[s->next].key;
	if (k->kind == INPUT_RESIZE) {
		s->cols = s->queue[s->next].cols;
		s->rows = s->queue[s->next].rows;
	}
	s->next++;
}

static void script_present(struct term *t, const struct grid *g)
{
	struct script *s = (struct script *)t;

	(void)g;
	s->frames++;
}

static void script_size(struct term *t, int *cols, int *rows)
{
	struct script *s = (struct script *)t;

	*cols = s->cols;
	*rows = s->rows;
}

static void script_redraw(struct term *t)
{
	(void)t;
}

static bool script_suspend(struct term *t)
{
	(void)t;
	return false;
}

static void script_stop(struct term *t)
{
	(void)t;
}

static const struct term_ops script_ops = {
	.read = script_read,
	.present = script_present,
	.size = script_size,
	.redraw = script_redraw,
	.suspend = script_suspend,
	.stop = script_stop,
};

struct script *script_new(int cols, int rows)
{
	struct script *s = xcalloc(1, sizeof *s);

	s->term.ops = &script_ops;
	s->cols = cols;
	s->rows = rows;
	return s;
}

void script_free(struct script *s)
{
	free(s);
}

struct term *script_term(struct script *s)
{
	return &s->term;
}

static struct key *add(struct script *s, enum input kind)
{
	if (s->next == s->n)
		s->next = s->n = 0;
	if (s->n == MOST_KEYS)
		abort();
	s->queue[s->n].key = (struct key){.kind = kind};
	return &s->queue[s->n++].key;
}

void script_keys(struct script *s, const char *names)
{
	char *copy = xstrdup(names), *rest = copy, *name;

	while ((name = strsep(&rest, " ")) != NULL)
		if (*name && !key_parse(name, add(s, INPUT_TEXT)))
			abort();
	free(copy);
}

void script_text(struct script *s, const char *text)
{
	for (size_t n; (n = utf8_cluster(text)) > 0; text += n)
		memcpy(add(s, INPUT_TEXT)->text, text, n < KEY_TEXT ? n : KEY_TEXT - 1);
}

void script_paste_bytes(struct script *s, const char *bytes, size_t nbytes)
{
	struct key *k = add(s, INPUT_PASTE);

	k->paste = bytes;
	k->paste_nbytes = nbytes;
}

void script_paste(struct script *s, const char *text)
{
	script_paste_bytes(s, text, strlen(text));
}

void script_key(struct script *s, const struct key *k)
{
	*add(s, k->kind) = *k;
}

void script_mouse(struct script *s, enum mouse mouse, int y, int x)
{
	struct key *k = add(s, INPUT_MOUSE);

	k->mouse = mouse;
	k->y = y;
	k->x = x;
}

void script_resize(struct script *s, int cols, int rows)
{
	add(s, INPUT_RESIZE);
	s->queue[s->n - 1].cols = cols;
	s->queue[s->n - 1].rows = rows;
}

void script_hangup(struct script *s)
{
	add(s, INPUT_HANGUP);
}

bool script_run(struct script *s, struct app *app)
{
	bool alive = true;

	do
		alive = app_step(app, 0);
	while (alive && (s->next < s->n || !app_rests(app)));
	return alive;
}

bool script_press(struct script *s, struct app *app, const char *names)
{
	script_keys(s, names);
	return script_run(s, app);
}

int script_frames(const struct script *s)
{
	return s->frames;
}
