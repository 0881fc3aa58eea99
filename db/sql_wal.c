/*
 * The walk over the frames of a log, twice: as SQLite walks, to the first break; and from there on
 * frame by frame, each against the sum that the one before it carries, whether that one is whole or
 * not. Where it is the header that is broken, every log that was taken in can be thrown away: then
 * the pages of the log are compared with those of the file.
 */
#include "db/sql_wal.h"

#include "core/mem.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
	HEADER_BYTES = 32,
	AT_PAGE_BYTES = 8,
	AT_SALTS = 16,	    /* of the header; the sum follows */
	FRAME_BYTES = 24,   /* before each page: its number first */
	AT_FRAME_PAGES = 4, /* of the file, where a write ends; else 0 */
	AT_FRAME_SALTS = 8,
	AT_FRAME_SUM = 16,
	SALT_BYTES = 8,
	SUM_BYTES = 8, /* at the end of a page of the file (page_sum.h): not in the log */
	LEAST_PAGE = 512,
	MOST_PAGE = 65536,
	INDEX_BYTES = 48, /* of the index's header, which stands there twice */
	AT_INDEX_BEGUN = 12,
	AT_INDEX_FRAMES = 16,
	AT_INDEX_SALTS = 32,
	AT_INDEX_SUM = 40,
	AT_INDEX_KEPT = 2 * INDEX_BYTES
};
#define MAGIC 0x377F0682u /* the last bit: the words of sums begin with their highest byte */

struct sum {
	uint32_t a, b;
};

/* What is known of a frame; the header counts as the one before the first. */
struct seen {
	bool is_ours; /* has the salts of this log */
	bool goes_on; /* from the frame before it */
	bool by_made; /* … from what its bytes make, because it carries another sum */
	bool ends_write;
	int64_t page;
	struct sum kept, made; /* the sum that it carries, that its bytes make */
};

struct wal {
	const struct wal_base *base;
	int fd, page_bytes;
	bool high_first, header_fits;
	unsigned char salts[SALT_BYTES];
	struct seen header;
	unsigned char *frame, *page; /* room for one of the log, one of the file */
	int64_t end;		     /* frames to the last end of a write before the break */
	int64_t nafter;		     /* ends of writes behind it that another write has followed */
	int64_t last;		     /* frames to the last whole end of a write of all */
};

static uint32_t number_at(const unsigned char *s)
{
	return (uint32_t)s[0] << 24 | (uint32_t)s[1] << 16 | (uint32_t)s[2] << 8 | s[3];
}

static struct sum sum_at(const unsigned char *s)
{
	return (struct sum){number_at(s), number_at(s + 4)};
}

static bool same_sum(struct sum x, struct sum y)
{
	return x.a == y.a && x.b == y.b;
}

static uint32_t word_at(const unsigned char *s, bool high_first)
{
	uint32_t n = number_at(s);

	return high_first ? n : __builtin_bswap32(n);
}

static struct sum add_up(struct sum s, const unsigned char *bytes, int n, bool high_first)
{
	for (int i = 0; i < n; i += 8) {
		s.a += word_at(bytes + i, high_first) + s.b;
		s.b += word_at(bytes + i + 4, high_first) + s.a;
	}
	return s;
}

static bool is_high_first(void)
{
	const uint32_t one = 1;

	return *(const unsigned char *)&one == 0;
}

/* A sum of SQLite's index has the byte order of the machine. */
static bool index_fits(const unsigned char *h)
{
	struct sum made = add_up((struct sum){0, 0}, h, AT_INDEX_SUM, is_high_first());
	uint32_t kept[2];

	memcpy(kept, h + AT_INDEX_SUM, sizeof kept);
	return memcmp(h, h + INDEX_BYTES, INDEX_BYTES) == 0 && kept[0] == made.a &&
	       kept[1] == made.b && h[AT_INDEX_BEGUN];
}

void wal_index_read(const char *path, struct wal_index *index)
{
	char *beside = xasprintf("%s-shm", path);
	int fd = open(beside, O_RDONLY | O_CLOEXEC);
	unsigned char h[2 * INDEX_BYTES + 4];
	uint32_t nframes, nkept;

	free(beside);
	*index = (struct wal_index){.is_whole = false};
	if (fd < 0)
		return;
	if (pread(fd, h, sizeof h, 0) == (ssize_t)sizeof h && index_fits(h)) {
		memcpy(&nframes, h + AT_INDEX_FRAMES, sizeof nframes);
		memcpy(index->salts, h + AT_INDEX_SALTS, SALT_BYTES);
		memcpy(&nkept, h + AT_INDEX_KEPT, sizeof nkept);
		index->nframes = nframes;
		index->nkept = nkept;
		index->is_whole = true;
	}
	close(fd);
}

static bool is_page_size(int n)
{
	return n >= LEAST_PAGE && n <= MOST_PAGE && (n & (n - 1)) == 0;
}

static int64_t frame_at(const struct wal *w, int64_t i)
{
	return HEADER_BYTES + i * (FRAME_BYTES + w->page_bytes);
}

static bool read_at(int fd, void *to, int nbytes, int64_t at)
{
	return pread(fd, to, (size_t)nbytes, at) == nbytes;
}

/* Of a header that does not fit nothing is believed: the size of pages is that of the file, the
 * salts are those of the second frame, or of the only one. */
static bool learn_without(struct wal *w)
{
	w->high_first = is_high_first();
	w->page_bytes = w->base->page_bytes;
	return is_page_size(w->page_bytes) &&
	       (read_at(w->fd, w->salts, SALT_BYTES, frame_at(w, 1) + AT_FRAME_SALTS) ||
		read_at(w->fd, w->salts, SALT_BYTES, frame_at(w, 0) + AT_FRAME_SALTS));
}

static bool learn(struct wal *w)
{
	unsigned char h[HEADER_BYTES];

	if (!read_at(w->fd, h, sizeof h, 0))
		return false;
	w->high_first = number_at(h) & 1;
	w->page_bytes = (int)number_at(h + AT_PAGE_BYTES);
	memcpy(w->salts, h + AT_SALTS, SALT_BYTES);
	w->header.kept = sum_at(h + AT_SALTS + SALT_BYTES);
	w->header.made = add_up((struct sum){0, 0}, h, AT_SALTS + SALT_BYTES, w->high_first);
	w->header_fits = (number_at(h) & ~1u) == MAGIC && is_page_size(w->page_bytes) &&
			 same_sum(w->header.made, w->header.kept);
	return w->header_fits || learn_without(w);
}

static bool follows(const struct wal *w, struct sum before, struct sum *made)
{
	*made = add_up(before, w->frame, 8, w->high_first);
	*made = add_up(*made, w->frame + FRAME_BYTES, w->page_bytes, w->high_first);
	return same_sum(*made, sum_at(w->frame + AT_FRAME_SUM));
}

/* The i-th frame, behind `before`. */
static bool look(struct wal *w, int64_t i, const struct seen *before, struct seen *f)
{
	const unsigned char *h = w->frame;

	if (!read_at(w->fd, w->frame, FRAME_BYTES + w->page_bytes, frame_at(w, i)))
		return false;
	*f = (struct seen){.is_ours = memcmp(h + AT_FRAME_SALTS, w->salts, SALT_BYTES) == 0,
			   .page = number_at(h),
			   .ends_write = number_at(h + AT_FRAME_PAGES) != 0,
			   .kept = sum_at(h + AT_FRAME_SUM)};
	bool fits = follows(w, before->kept, &f->made);
	if (!fits && !same_sum(before->made, before->kept))
		fits = f->by_made = follows(w, before->made, &f->made);
	f->goes_on = fits && f->is_ours && f->page;
	return true;
}

/* An end is whole when it goes on from the frame before it, or the one behind it goes on from what
 * its bytes make. */
static void walk(struct wal *w)
{
	struct seen before = w->header, f;
	bool broken = !w->header_fits;

	for (int64_t i = 0; look(w, i, &before, &f); i++) {
		bool is_end = before.is_ours && before.ends_write && f.goes_on &&
			      (before.goes_on || f.by_made);

		if (is_end && i > w->last)
			w->last = i;
		if (broken && is_end)
			w->nafter++;
		broken |= !f.goes_on;
		if (f.goes_on && f.ends_write)
			w->last = i + 1;
		if (!broken && f.ends_write)
			w->end = i + 1;
		before = f;
	}
}

/* Whether the file has what the frame says; the end of a page is the file's own. */
static bool is_in_file(struct wal *w, int64_t number)
{
	return w->base->page(w->base->to, number, w->page) &&
	       memcmp(w->page, w->frame + FRAME_BYTES, (size_t)(w->page_bytes - SUM_BYTES)) == 0;
}

/* Whether the file has all pages as the first n frames leave them. Then they were taken in, and it
 * is the header of the next log that a crash has torn. */
static bool all_in_file(struct wal *w, int64_t n)
{
	struct seen f;
	bool same = look(w, n - 1, &w->header, &f);
	int64_t npages = same ? number_at(w->frame + AT_FRAME_PAGES) : 0;
	unsigned char *known = xcalloc((size_t)npages / 8 + 1, 1);

	for (int64_t i = n - 1; same && i >= 0; i--) {
		same = look(w, i, &w->header, &f);
		if (!same || !f.is_ours || f.page > npages || known[f.page / 8] & 1 << f.page % 8)
			continue;
		known[f.page / 8] |= (unsigned char)(1 << f.page % 8);
		same = is_in_file(w, f.page);
	}
	free(known);
	return same;
}

static void judge(struct wal *w, const struct wal_index *index, struct wal_loss *loss)
{
	bool knows = index->is_whole && memcmp(index->salts, w->salts, SALT_BYTES) == 0;

	w->frame = xmalloc(FRAME_BYTES + (size_t)w->page_bytes);
	w->page = xmalloc((size_t)w->page_bytes);
	walk(w);
	loss->nwrites = w->nafter;
	if (knows && index->nframes > w->last)
		w->last = index->nframes;
	if (w->header_fits)
		loss->is_lost = w->nafter || (knows && index->nframes > w->end);
	else
		loss->is_lost = w->last && !all_in_file(w, w->last);
	free(w->frame);
	free(w->page);
}

void wal_check(const struct wal_base *base, const struct wal_index *index, struct wal_loss *loss)
{
	struct wal w = {.base = base};
	char *path = xasprintf("%s-wal", base->path);

	*loss = (struct wal_loss){.is_lost = false};
	w.fd = open(path, O_RDONLY | O_CLOEXEC);
	if (w.fd >= 0 && learn(&w))
		judge(&w, index, loss);
	else if (w.fd >= 0 || errno == ENOENT) /* nothing is left of it */
		loss->is_lost = index->is_whole && index->nframes > index->nkept;
	if (w.fd >= 0)
		close(w.fd);
	free(path);
}
