/*
 * The one place where a text is changed, and what is needed to take each change back. A step is
 * what was removed and what was put there; typing on grows the last one.
 */
#include "tui/part/edit_state.h"

#include "core/text/utf8.h"

#include <stdlib.h>
#include <string.h>

static void put_bytes(struct edit *e, size_t from, size_t to, const char *s, size_t nbytes)
{
	size_t behind = e->text.nbytes - to, removed = to - from;

	edit_rows_spoil(e, from);
	if (nbytes > removed)
		strbuf_pad(&e->text, ' ', (int)(nbytes - removed)); /* makes room */
	memmove(e->text.s + from + nbytes, e->text.s + to, behind);
	if (nbytes)
		memcpy(e->text.s + from, s, nbytes);
	e->text.nbytes = from + nbytes + behind;
	e->text.s[e->text.nbytes] = '\0';
}

static char *copy_bytes(const char *s, size_t nbytes)
{
	char *copy = xmalloc(nbytes + 1);

	if (nbytes)
		memcpy(copy, s, nbytes);
	copy[nbytes] = '\0';
	return copy;
}

static void free_step(struct edit_step *s)
{
	free(s->removed);
	free(s->added);
}

void edit_forget(struct edit *e)
{
	for (size_t i = 0; i < e->undo.n; i++)
		free_step(&e->undo.steps[i]);
	free(e->undo.steps);
	e->undo = (struct edit_undo){0};
}

/* The oldest step goes when there is no more room; what was taken back cannot come again. */
static struct edit_step *new_step(struct edit_undo *u)
{
	if (!u->steps)
		u->steps = xcalloc(EDIT_STEPS, sizeof *u->steps);
	while (u->n > u->ndone)
		free_step(&u->steps[--u->n]);
	if (u->n == EDIT_STEPS) {
		free_step(&u->steps[0]);
		memmove(u->steps, u->steps + 1, --u->n * sizeof *u->steps);
	}
	u->ndone = ++u->n;
	return &u->steps[u->n - 1];
}

/* Makes a text longer by s, in front of it or behind it. */
static void grow(char **text, size_t *n, const char *s, size_t nbytes, bool in_front)
{
	*text = xrealloc(*text, *n + nbytes + 1);
	if (in_front) {
		memmove(*text + nbytes, *text, *n);
		memcpy(*text, s, nbytes);
	} else {
		memcpy(*text + *n, s, nbytes);
	}
	*n += nbytes;
	(*text)[*n] = '\0';
}

/* Whether the last step goes on with this change; then it has taken it in. */
static bool grow_step(struct edit *e, int kind, size_t from, size_t to, const char *s,
		      size_t nbytes)
{
	struct edit_undo *u = &e->undo;
	struct edit_step *last = u->ndone > 0 ? &u->steps[u->ndone - 1] : NULL;

	if (!last || kind != u->kind || u->ndone != u->n)
		return false;
	if (kind == STEP_TYPE && from == to && last->at + last->nadded == from)
		grow(&last->added, &last->nadded, s, nbytes, false);
	else if (kind == STEP_BACKSPACE && nbytes == 0 && to == last->at)
		grow(&last->removed, &last->nremoved, e->text.s + from, to - from, true);
	else if (kind == STEP_DELETE && nbytes == 0 && from == last->at)
		grow(&last->removed, &last->nremoved, e->text.s + from, to - from, false);
	else
		return false;
	last->at = kind == STEP_BACKSPACE ? from : last->at;
	return true;
}

/* Behind these a new step begins: what one takes back is at most a sentence. */
static bool ends_sentence(const char *s, size_t nbytes)
{
	static const char *const ends[] = {"\n", "。", "！", "？", "；"};

	for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++)
		if (strlen(ends[i]) == nbytes && memcmp(ends[i], s, nbytes) == 0)
			return true;
	return false;
}

void edit_change(struct edit *e, int kind, size_t from, size_t to, const char *s, size_t nbytes)
{
	if (!grow_step(e, kind, from, to, s, nbytes))
		*new_step(&e->undo) = (struct edit_step){
			.at = from,
			.removed = copy_bytes(e->text.s + from, to - from),
			.nremoved = to - from,
			.added = copy_bytes(s, nbytes),
			.nadded = nbytes,
			.cursor = e->at,
		};
	put_bytes(e, from, to, s, nbytes);
	e->at = from + nbytes;
	e->undo.kind = kind == STEP_OTHER || ends_sentence(s, nbytes) ? STEP_NONE : kind;
	e->goal_col = -1;
	e->selected = e->marking = false;
}

static void walked(struct edit *e, size_t cursor)
{
	e->at = cursor;
	e->undo.kind = STEP_NONE;
	e->goal_col = -1;
	e->selected = e->marking = false;
}

bool edit_step_back(struct edit *e)
{
	if (e->undo.ndone == 0)
		return false;
	const struct edit_step *s = &e->undo.steps[--e->undo.ndone];
	put_bytes(e, s->at, s->at + s->nadded, s->removed, s->nremoved);
	walked(e, s->cursor);
	return true;
}

bool edit_step_again(struct edit *e)
{
	if (e->undo.ndone == e->undo.n)
		return false;
	const struct edit_step *s = &e->undo.steps[e->undo.ndone++];
	put_bytes(e, s->at, s->at + s->nremoved, s->added, s->nadded);
	walked(e, s->at + s->nadded);
	return true;
}
