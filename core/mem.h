/*
 * mem.h - memory: allocation that aborts when there is none, arenas, growing arrays, text buffers.
 *
 * Rows that a screen shows, or that a document was read into, live in an arena and die together.
 * A `const char *` is borrowed, a `char *` is given and is freed by the receiver with free().
 */
#ifndef DUBAN_CORE_MEM_H
#define DUBAN_CORE_MEM_H

#include <stdarg.h>
#include <stddef.h>

void *xmalloc(size_t nbytes);
void *xcalloc(size_t n, size_t nbytes);
void *xrealloc(void *p, size_t nbytes);
char *xstrdup(const char *s);
char *xasprintf(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
/* What was freed goes back to the system, as far as the library of C can do that. */
void mem_give_back(void);

struct arena_block;
struct arena {
	struct arena_block *last;
	size_t used; /* bytes taken in the last block */
};
#define ARENA_INIT                                                                                 \
	{                                                                                          \
		0                                                                                  \
	}

/* Zeroed, aligned for any type, valid until arena_free(). */
void *arena_alloc(struct arena *a, size_t nbytes);
char *arena_strdup(struct arena *a, const char *s);
char *arena_strndup(struct arena *a, const char *s, size_t nbytes);
char *arena_printf(struct arena *a, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* Everything in it is gone; the arena can be used again. */
void arena_free(struct arena *a);

/*
 * VEC(T) is a growing array whose memory is an arena's: `VEC(struct row) rows;`, zero is empty.
 * vec_push(arena, &rows) gives a pointer to a new zeroed last element (valid until the next push).
 */
#define VEC(T)                                                                                     \
	struct {                                                                                   \
		T *at;                                                                             \
		size_t n, cap;                                                                     \
	}
#define vec_push(arena, v)                                                                         \
	((v)->at = vec_room((arena), (v)->at, (v)->n, &(v)->cap, sizeof *(v)->at),                 \
	 &(v)->at[(v)->n++])
/* Behind vec_push(): room for one more element after n. */
void *vec_room(struct arena *a, void *at, size_t n, size_t *cap, size_t nbytes);

/* A text that grows; always ends in a zero byte. Zero is empty; strbuf_free() when done. */
struct strbuf {
	char *s; /* never NULL after the first append */
	size_t nbytes, cap;
};
#define STRBUF_INIT                                                                                \
	{                                                                                          \
		0                                                                                  \
	}
void strbuf_add(struct strbuf *b, const char *s, size_t nbytes);
void strbuf_puts(struct strbuf *b, const char *s);
void strbuf_putc(struct strbuf *b, char c);
void strbuf_pad(struct strbuf *b, char c, int n);
void strbuf_printf(struct strbuf *b, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void strbuf_vprintf(struct strbuf *b, const char *fmt, va_list ap);
void strbuf_reset(struct strbuf *b);   /* empty, memory kept */
char *strbuf_detach(struct strbuf *b); /* the text; the caller frees it; never NULL */
void strbuf_free(struct strbuf *b);

#endif
