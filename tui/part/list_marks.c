/*
 * Telling rows apart over loads. A thing is found by its id through a table of slots, so that a
 * list of thousands costs no more than drawing a few screens of it; how a thing looks is a hash of
 * the texts that its row shows.
 */
#include "tui/part/list_marks.h"

#include <string.h>

static uint64_t hash_bytes(uint64_t h, const void *bytes, size_t n)
{
	const unsigned char *p = bytes;

	for (size_t i = 0; i < n; i++)
		h = (h ^ p[i]) * 0x100000001B3u;
	return h;
}

static const uint64_t HASH_SEED = 0xCBF29CE484222325u;

int64_t list_text_id(const char *text)
{
	return (int64_t)(hash_bytes(HASH_SEED, text, strlen(text)) >> 1);
}

static uint64_t looks_of(const struct list_spec *spec, const void *rows, size_t row)
{
	uint64_t h = HASH_SEED;

	for (size_t column = 0; column < spec->ncolumns; column++) {
		struct list_cell cell = {.style = STYLE_NORMAL, .percent = -1};

		spec->cell(rows, row, column, &cell);
		if (cell.text)
			h = hash_bytes(h, cell.text, strlen(cell.text));
		else
			h = hash_bytes(h, &cell.percent, sizeof cell.percent);
		h = hash_bytes(h, "", 1);
	}
	return h;
}

static size_t slot_of(const struct list_marks *m, int64_t id)
{
	size_t mask = m->nslots - 1, i = (size_t)hash_bytes(HASH_SEED, &id, sizeof id) & mask;

	while (m->slots[i] && m->at[m->slots[i] - 1].id != id)
		i = (i + 1) & mask;
	return i;
}

size_t list_marks_find(const struct list_marks *m, int64_t id)
{
	uint32_t found = m->n ? m->slots[slot_of(m, id)] : 0;

	return found ? found - 1 : m->n;
}

static void make_slots(struct list_marks *m, struct arena *a)
{
	m->nslots = 16;
	while (m->nslots < 2 * m->n)
		m->nslots *= 2;
	m->slots = arena_alloc(a, m->nslots * sizeof *m->slots);
	for (size_t i = 0; i < m->n; i++) {
		size_t slot = slot_of(m, m->at[i].id);

		if (!m->slots[slot])
			m->slots[slot] = (uint32_t)(i + 1);
	}
}

static char sign_of(const struct list_marks *was, const struct list_thing *t, bool by_others)
{
	size_t i = list_marks_find(was, t->id);

	if (i == was->n)
		return by_others ? LIST_NEW : 0;
	if (by_others && was->at[i].looks != t->looks && was->at[i].sign != LIST_NEW)
		return LIST_CHANGED;
	return was->at[i].sign;
}

void list_marks_take(struct list_marks *m, const struct list_marks *was, struct arena *a,
		     const struct list_spec *spec, const void *rows, size_t n, bool by_others)
{
	struct list_marks next = {.n = n};

	next.at = arena_alloc(a, (n + 1) * sizeof *next.at);
	for (size_t i = 0; i < n; i++) {
		struct list_thing *t = &next.at[i];

		t->id = spec->id ? spec->id(rows, i) : (int64_t)i;
		t->looks = looks_of(spec, rows, i);
		if (spec->id)
			t->sign = sign_of(was, t, by_others);
	}
	make_slots(&next, a);
	*m = next;
}
