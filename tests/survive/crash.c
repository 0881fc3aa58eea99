/* Two things are kept apart of every file: what is on the disk, and the writes since its last sync;
 * likewise of the folder: which names it has on the disk, and what was done to names since. */
#include "tests/survive/crash.h"

#include "core/mem.h"
#include "tests/support/tmp.h"
#include "tests/survive/disk.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SECTOR = 512, NO_FILE = -1 };

struct image {
	char *bytes;
	size_t nbytes;
};

/* The content of a file, whichever names it has. */
struct file {
	struct image kept;
	VEC(const struct disk_op *) writes; /* since the last sync */
};

struct entry {
	const char *name;
	int file;
};
struct names {
	VEC(struct entry) rows;
};

struct name_act {
	const struct disk_op *op;
	int file; /* of DISK_CREATE */
};

struct crash {
	struct arena arena;
	const struct disk_op *ops;
	size_t n, next;
	int64_t marked;
	VEC(struct file) files;
	struct names kept, now;
	VEC(struct name_act) acts; /* since the names were synced */
};

static int *place_of(struct arena *a, struct names *names, const char *name)
{
	struct entry *row;

	for (size_t i = 0; i < names->rows.n; i++)
		if (strcmp(names->rows.at[i].name, name) == 0)
			return &names->rows.at[i].file;
	row = vec_push(a, &names->rows);
	*row = (struct entry){name, NO_FILE};
	return &row->file;
}

static void act_on(struct arena *a, struct names *names, const struct name_act *act)
{
	const struct disk_op *op = act->op;
	int file;

	switch (op->kind) {
	case DISK_CREATE:
		*place_of(a, names, op->name) = act->file;
		break;
	case DISK_UNLINK:
		*place_of(a, names, op->name) = NO_FILE;
		break;
	default:
		file = *place_of(a, names, op->name);
		if (op->kind == DISK_RENAME)
			*place_of(a, names, op->name) = NO_FILE;
		*place_of(a, names, op->to) = file;
	}
}

static void lengthen(struct image *image, size_t nbytes)
{
	if (nbytes <= image->nbytes)
		return;
	image->bytes = xrealloc(image->bytes, nbytes);
	memset(image->bytes + image->nbytes, 0, nbytes - image->nbytes);
	image->nbytes = nbytes;
}

/* The bytes [from, to) of a write. */
static void put(struct image *image, const struct disk_op *op, size_t from, size_t to)
{
	if (from >= to)
		return;
	lengthen(image, (size_t)op->at + to);
	memcpy(image->bytes + op->at + from, op->bytes + from, to - from);
}

static void apply(struct image *image, const struct disk_op *op)
{
	if (op->kind == DISK_WRITE) {
		put(image, op, 0, op->nbytes);
		return;
	}
	lengthen(image, (size_t)op->at);
	image->nbytes = (size_t)op->at;
}

/* Any sectors of it. */
static void apply_some(struct image *image, const struct disk_op *op, unsigned *seed)
{
	if (op->kind == DISK_CUT) {
		if (rand_r(seed) % 2)
			apply(image, op);
		return;
	}
	for (size_t from = 0; from < op->nbytes; from += SECTOR) {
		size_t to = from + SECTOR < op->nbytes ? from + SECTOR : op->nbytes;
		if (rand_r(seed) % 2)
			put(image, op, from, to);
	}
}

static int new_file(struct crash *c)
{
	*vec_push(&c->arena, &c->files) = (struct file){.kept = {NULL, 0}};
	return (int)c->files.n - 1;
}

static void take_before(struct crash *c)
{
	size_t n;
	const struct disk_op *before = disk_before(&n);

	for (size_t i = 0; i < n; i++) {
		int file = new_file(c);
		apply(&c->files.at[file].kept, &before[i]);
		*place_of(&c->arena, &c->kept, before[i].name) = file;
		*place_of(&c->arena, &c->now, before[i].name) = file;
	}
}

struct crash *crash_begin(void)
{
	struct crash *c = xcalloc(1, sizeof *c);

	c->marked = -1;
	c->ops = disk_ops(&c->n);
	take_before(c);
	return c;
}

void crash_end(struct crash *c)
{
	for (size_t i = 0; i < c->files.n; i++)
		free(c->files.at[i].kept.bytes);
	arena_free(&c->arena);
	free(c);
}

static void sync_file(struct file *f)
{
	for (size_t i = 0; i < f->writes.n; i++)
		apply(&f->kept, f->writes.at[i]);
	f->writes.n = 0;
}

static void sync_names(struct crash *c)
{
	for (size_t i = 0; i < c->acts.n; i++)
		act_on(&c->arena, &c->kept, &c->acts.at[i]);
	c->acts.n = 0;
}

static void step_file(struct crash *c, const struct disk_op *op)
{
	int file = *place_of(&c->arena, &c->now, op->name);

	if (file == NO_FILE)
		return;
	if (op->kind == DISK_SYNC)
		sync_file(&c->files.at[file]);
	else
		*vec_push(&c->arena, &c->files.at[file].writes) = op;
}

static void step_name(struct crash *c, const struct disk_op *op)
{
	struct name_act act = {op, op->kind == DISK_CREATE ? new_file(c) : NO_FILE};

	act_on(&c->arena, &c->now, &act);
	*vec_push(&c->arena, &c->acts) = act;
}

bool crash_step(struct crash *c)
{
	if (c->next == c->n)
		return false;
	const struct disk_op *op = &c->ops[c->next++];
	switch (op->kind) {
	case DISK_MARK:
		c->marked = op->at;
		break;
	case DISK_NAMES:
		sync_names(c);
		break;
	case DISK_WRITE:
	case DISK_CUT:
	case DISK_SYNC:
		step_file(c, op);
		break;
	default:
		step_name(c, op);
	}
	return true;
}

int64_t crash_marked(const struct crash *c)
{
	return c->marked;
}

bool crash_is_open(const struct crash *c)
{
	for (size_t i = 0; i < c->files.n; i++)
		if (c->files.at[i].writes.n)
			return true;
	return c->acts.n > 0;
}

static struct image image_of(const struct file *f, enum crash_way way, unsigned *seed)
{
	struct image image = {NULL, 0};
	size_t n = f->writes.n, half = n / 2;

	lengthen(&image, f->kept.nbytes);
	if (f->kept.nbytes)
		memcpy(image.bytes, f->kept.bytes, f->kept.nbytes);
	for (size_t i = 0; way == CRASH_ALL && i < n; i++)
		apply(&image, f->writes.at[i]);
	for (size_t i = 0; way == CRASH_HALF && i < half; i++)
		apply(&image, f->writes.at[i]);
	if (way == CRASH_HALF && n && f->writes.at[half]->kind == DISK_WRITE)
		put(&image, f->writes.at[half], 0, f->writes.at[half]->nbytes / 2);
	for (size_t i = 0; way == CRASH_SOME && i < n; i++)
		apply_some(&image, f->writes.at[i], seed);
	return image;
}

static size_t acts_left(const struct crash *c, enum crash_way way, unsigned *seed)
{
	switch (way) {
	case CRASH_ALL:
		return c->acts.n;
	case CRASH_HALF:
		return c->acts.n / 2;
	case CRASH_SOME:
		return (size_t)rand_r(seed) % (c->acts.n + 1);
	default:
		return 0;
	}
}

void crash_leave(const struct crash *c, enum crash_way way, unsigned seed, const char *folder)
{
	struct arena a = ARENA_INIT;
	struct names names = {{NULL, 0, 0}};
	size_t nacts = acts_left(c, way, &seed);
	struct tmp to;

	snprintf(to.dir, sizeof to.dir, "%s", folder);
	for (size_t i = 0; i < c->kept.rows.n; i++)
		*vec_push(&a, &names.rows) = c->kept.rows.at[i];
	for (size_t i = 0; i < nacts; i++)
		act_on(&a, &names, &c->acts.at[i]);
	for (size_t i = 0; i < names.rows.n; i++) {
		const struct entry *row = &names.rows.at[i];
		if (row->file == NO_FILE)
			continue;
		struct image image = image_of(&c->files.at[row->file], way, &seed);
		free(tmp_write(&to, row->name, image.bytes ? image.bytes : "", image.nbytes));
		free(image.bytes);
	}
	arena_free(&a);
}
