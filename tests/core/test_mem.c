/* Arenas, growing arrays and text buffers, with sizes around the ends of their blocks. */
#include "core/mem.h"

#include <criterion/criterion.h>
#include <stdint.h>
#include <string.h>

Test(arena, gives_zeroed_aligned_memory_that_does_not_overlap)
{
	static const size_t sizes[] = {0, 1, 7, 15, 16, 17, 100, 4000, 4096, 5000, 70000, 3};
	enum { N = sizeof sizes / sizeof sizes[0], ROUNDS = 50 };
	struct arena a = ARENA_INIT;
	unsigned char *given[N * ROUNDS];

	for (size_t i = 0; i < N * ROUNDS; i++) {
		given[i] = arena_alloc(&a, sizes[i % N]);
		cr_assert_eq((uintptr_t)given[i] % _Alignof(max_align_t), 0);
		for (size_t k = 0; k < sizes[i % N]; k++)
			cr_assert_eq(given[i][k], 0);
		memset(given[i], (int)(i % 251) + 1, sizes[i % N]);
	}
	for (size_t i = 0; i < N * ROUNDS; i++)
		for (size_t k = 0; k < sizes[i % N]; k++)
			cr_assert_eq(given[i][k], i % 251 + 1);
	arena_free(&a);
}

Test(arena, can_be_used_again_after_free)
{
	struct arena a = ARENA_INIT;

	for (int round = 0; round < 3; round++) {
		cr_expect_str_eq(arena_strdup(&a, "健康"), "健康");
		arena_free(&a);
		cr_expect_null(a.last);
	}
	arena_free(&a); /* an empty one too */
}

Test(arena, copies_and_prints_text)
{
	struct arena a = ARENA_INIT;

	cr_expect_str_eq(arena_strndup(&a, "健康行动", 6), "健康");
	cr_expect_str_eq(arena_strndup(&a, "", 0), "");
	cr_expect_str_eq(arena_printf(&a, "%s/%d", "dt2021", 14), "dt2021/14");
	cr_expect_eq(strlen(arena_printf(&a, "%*s", 9000, "x")), 9000);
	arena_free(&a);
}

Test(vec, keeps_its_elements_while_it_grows)
{
	struct arena a = ARENA_INIT;
	VEC(int) v = {0};

	for (int i = 0; i < 1000; i++) {
		int *last = vec_push(&a, &v);
		cr_assert_eq(*last, 0);
		*last = i;
	}
	cr_assert_eq(v.n, 1000);
	for (int i = 0; i < 1000; i++)
		cr_assert_eq(v.at[i], i);
	arena_free(&a);
}

Test(strbuf, grows_and_always_ends_in_a_zero_byte)
{
	struct strbuf b = STRBUF_INIT;

	strbuf_puts(&b, "健");
	strbuf_add(&b, "康行", 3);
	strbuf_putc(&b, '!');
	strbuf_pad(&b, '-', 3);
	strbuf_pad(&b, '-', -3);
	strbuf_printf(&b, "%d%%", 45);
	cr_expect_str_eq(b.s, "健康!---45%");
	cr_expect_eq(b.nbytes, strlen(b.s));
	strbuf_reset(&b);
	cr_expect_str_eq(b.s, "");
	cr_expect_eq(b.nbytes, 0);
	for (int i = 0; i < 5000; i++) {
		strbuf_printf(&b, "%d,", i);
		cr_assert_eq(b.s[b.nbytes], '\0');
	}
	cr_expect_eq(b.nbytes, 23890);
	strbuf_free(&b);
	cr_expect_null(b.s);
}

Test(strbuf, gives_its_text_away)
{
	struct strbuf b = STRBUF_INIT;
	char *empty = strbuf_detach(&b);

	cr_expect_str_eq(empty, "");
	free(empty);
	strbuf_puts(&b, "text");
	char *text = strbuf_detach(&b);
	cr_expect_str_eq(text, "text");
	cr_expect_null(b.s);
	free(text);
}

Test(mem, gives_memory_for_nothing_too)
{
	void *p = xmalloc(0), *q = xcalloc(0, 8);

	cr_expect_not_null(p);
	cr_expect_not_null(q);
	p = xrealloc(p, 0);
	cr_expect_not_null(p);
	free(p);
	free(q);
	char *s = xasprintf("%s %d", "期", 4);
	cr_expect_str_eq(s, "期 4");
	free(s);
}
