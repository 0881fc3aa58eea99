/* Allocation that aborts when memory ends (an interactive program cannot do much then, and what was
 * typed is in the file already), arenas of doubling blocks, and text buffers. */
#include "core/mem.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

static void *or_abort(void *p)
{
	if (!p) {
		fputs("duban: out of memory\n", stderr);
		abort();
	}
	return p;
}

void *xmalloc(size_t nbytes)
{
	return or_abort(malloc(nbytes ? nbytes : 1));
}

void *xcalloc(size_t n, size_t nbytes)
{
	return or_abort(calloc(n ? n : 1, nbytes ? nbytes : 1));
}

void *xrealloc(void *p, size_t nbytes)
{
	return or_abort(realloc(p, nbytes ? nbytes : 1));
}

char *xstrdup(const char *s)
{
	return or_abort(strdup(s));
}

char *xasprintf(const char *fmt, ...)
{
	struct strbuf b = STRBUF_INIT;
	va_list ap;

	va_start(ap, fmt);
	strbuf_vprintf(&b, fmt, ap);
	va_end(ap);
	return strbuf_detach(&b);
}

void mem_give_back(void)
{
#ifdef __GLIBC__
	malloc_trim(0);
#endif
}

struct arena_block {
	struct arena_block *before;
	size_t nbytes;
	max_align_t data[];
};

enum { FIRST_BLOCK = 4096, LARGEST_BLOCK = 1 << 20 };

static void arena_grow(struct arena *a, size_t nbytes)
{
	size_t room = a->last ? a->last->nbytes * 2 : FIRST_BLOCK;

	if (room > LARGEST_BLOCK)
		room = LARGEST_BLOCK;
	if (room < nbytes)
		room = nbytes;
	struct arena_block *b = xcalloc(1, sizeof *b + room);
	b->before = a->last;
	b->nbytes = room;
	a->last = b;
	a->used = 0;
}

void *arena_alloc(struct arena *a, size_t nbytes)
{
	const size_t align = sizeof(max_align_t) - 1;

	if (nbytes > SIZE_MAX / 2)
		or_abort(NULL);
	nbytes = (nbytes + align) & ~align;
	if (!a->last || a->last->nbytes - a->used < nbytes)
		arena_grow(a, nbytes);
	void *p = (char *)a->last->data + a->used;
	a->used += nbytes;
	return p;
}

char *arena_strndup(struct arena *a, const char *s, size_t nbytes)
{
	char *copy = arena_alloc(a, nbytes + 1);

	memcpy(copy, s, nbytes);
	return copy;
}

char *arena_strdup(struct arena *a, const char *s)
{
	return arena_strndup(a, s, strlen(s));
}

char *arena_printf(struct arena *a, const char *fmt, ...)
{
	char line[256]; /* nearly all are short: made once, then copied */
	va_list ap, again;

	va_start(ap, fmt);
	va_copy(again, ap);
	int n = vsnprintf(line, sizeof line, fmt, ap);
	va_end(ap);
	if (n < 0)
		n = 0;
	char *s = arena_alloc(a, (size_t)n + 1);
	if ((size_t)n < sizeof line)
		memcpy(s, line, (size_t)n);
	else
		vsnprintf(s, (size_t)n + 1, fmt, again);
	va_end(again);
	return s;
}

void arena_free(struct arena *a)
{
	while (a->last) {
		struct arena_block *before = a->last->before;
		free(a->last);
		a->last = before;
	}
	a->used = 0;
}

void *vec_room(struct arena *a, void *at, size_t n, size_t *cap, size_t nbytes)
{
	if (n < *cap)
		return at;
	*cap = *cap ? *cap * 2 : 4;
	void *more = arena_alloc(a, *cap * nbytes);
	if (n)
		memcpy(more, at, n * nbytes);
	return more;
}

static void strbuf_room(struct strbuf *b, size_t nbytes)
{
	size_t need = b->nbytes + nbytes + 1;

	if (need <= b->cap)
		return;
	b->cap = need > b->cap * 2 ? need : b->cap * 2;
	b->s = xrealloc(b->s, b->cap);
}

void strbuf_add(struct strbuf *b, const char *s, size_t nbytes)
{
	strbuf_room(b, nbytes);
	if (nbytes)
		memcpy(b->s + b->nbytes, s, nbytes);
	b->nbytes += nbytes;
	b->s[b->nbytes] = '\0';
}

void strbuf_puts(struct strbuf *b, const char *s)
{
	strbuf_add(b, s, strlen(s));
}

void strbuf_putc(struct strbuf *b, char c)
{
	strbuf_room(b, 1);
	b->s[b->nbytes++] = c;
	b->s[b->nbytes] = '\0';
}

void strbuf_pad(struct strbuf *b, char c, int n)
{
	while (n-- > 0)
		strbuf_putc(b, c);
}

void strbuf_vprintf(struct strbuf *b, const char *fmt, va_list ap)
{
	va_list again;

	va_copy(again, ap);
	int n = vsnprintf(NULL, 0, fmt, ap);
	if (n < 0)
		n = 0;
	strbuf_room(b, (size_t)n);
	vsnprintf(b->s + b->nbytes, (size_t)n + 1, fmt, again);
	va_end(again);
	b->nbytes += (size_t)n;
}

void strbuf_printf(struct strbuf *b, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	strbuf_vprintf(b, fmt, ap);
	va_end(ap);
}

void strbuf_reset(struct strbuf *b)
{
	b->nbytes = 0;
	if (b->s)
		b->s[0] = '\0';
}

char *strbuf_detach(struct strbuf *b)
{
	char *s = b->s ? b->s : xcalloc(1, 1);

	*b = (struct strbuf)STRBUF_INIT;
	return s;
}

void strbuf_free(struct strbuf *b)
{
	free(b->s);
	*b = (struct strbuf)STRBUF_INIT;
}
