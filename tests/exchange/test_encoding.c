/* Encodings found out: each text, encoded by iconv, comes back as it was and is told by its name.
 */
#include "exchange/encoding.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

#include <iconv.h>
#include <string.h>

static const char simplified[] =
	"青田县健康行动方案\n一、主要任务\n（一）健康讲堂行动。到2027年开展讲堂400场。"
	"（县卫生健康局牵头，县教育局配合）\n";
static const char traditional[] =
	"青田縣健康行動方案\n一、主要工作\n（一）健康講堂行動。至2027年辦理講堂400場次。"
	"（主辦機關：衛生局；協辦機關：教育處）\n";
static const char short_line[] = "（区水务局负责）\n";

struct example {
	char charset[16], mark[8], name[16];
	int text; /* number in texts */
};

static const char *const texts[] = {simplified, traditional, short_line};

static size_t encode(const struct example *x, char *to, size_t room)
{
	const char *text = texts[x->text];
	size_t mark = strlen(x->mark), left = strlen(text), rest = room - mark;
	iconv_t cd = iconv_open(x->charset, "UTF-8");
	char *in = (char *)(size_t)text, *out = to + mark;

	memcpy(to, x->mark, mark);
	cr_assert_neq((size_t)cd, (size_t)-1);
	cr_assert_neq(iconv(cd, &in, &left, &out, &rest), (size_t)-1);
	iconv_close(cd);
	return (size_t)(out - to);
}

ParameterizedTestParameters(encoding, is_found_out)
{
	static struct example examples[] = {
		{"UTF-8", "", "UTF-8", 0},
		{"UTF-8", "\xEF\xBB\xBF", "UTF-8", 0},
		{"UTF-8", "", "UTF-8", 2},
		{"UTF-16LE", "\xFF\xFE", "UTF-16", 0},
		{"UTF-16BE", "\xFE\xFF", "UTF-16", 1},
		{"UTF-16LE", "", "UTF-16", 0},
		{"UTF-16BE", "", "UTF-16", 0},
		{"UTF-16LE", "", "UTF-16", 1},
		{"UTF-16LE", "", "UTF-16", 2},
		{"UTF-16BE", "", "UTF-16", 2},
		{"GB18030", "", "GB18030", 0},
		{"GB2312", "", "GB18030", 0},
		{"GBK", "", "GB18030", 1},
		{"GB18030", "", "GB18030", 2},
		{"GB18030", "\x84\x31\x95\x33", "GB18030", 0},
		{"BIG5", "", "Big5", 1},
		{"BIG5-HKSCS", "", "Big5", 1},
	};

	return cr_make_param_array(struct example, examples, sizeof examples / sizeof examples[0]);
}

ParameterizedTest(struct example *x, encoding, is_found_out)
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct decoded d;
	char bytes[2048];
	size_t n = encode(x, bytes, sizeof bytes);

	cr_assert_eq(encoding_decode(&a, bytes, n, &d, &e), 0, "%s: %s", x->charset, e.text);
	cr_assert_str_eq(d.encoding, x->name, "%s is told as %s", x->charset, d.encoding);
	cr_assert_eq(d.nbytes, strlen(texts[x->text]));
	cr_assert_eq(memcmp(d.text, texts[x->text], d.nbytes), 0, "%s", x->charset);
	arena_free(&a);
}

static void expect_damage(const char *bytes, size_t nbytes, const char *encoding, const char *line)
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct decoded d;

	cr_assert_eq(encoding_decode(&a, bytes, nbytes, &d, &e), -1);
	cr_assert_eq(e.code, ERR_FORMAT);
	cr_assert(strstr(e.text, encoding), "%s", e.text);
	cr_assert(strstr(e.text, line), "%s", e.text);
	arena_free(&a);
}

Test(encoding, damage_is_told_with_its_line)
{
	char bytes[2048];
	size_t n;

	n = encode(&(struct example){"GB18030", "", "", 0}, bytes, sizeof bytes);
	expect_damage(bytes, n - 2, "GB18030", "line 3");
	memcpy(memchr(bytes, '\n', n), "\xFF", 1);
	expect_damage(bytes, n, "GB18030", "line 1");
	memcpy(bytes, simplified, sizeof simplified);
	expect_damage(bytes, strlen(simplified) - 2, "UTF-8", "line 3");
	n = encode(&(struct example){"BIG5", "", "", 1}, bytes, sizeof bytes);
	memcpy(memchr(bytes, '\n', n), "\xFF", 1);
	expect_damage(bytes, n, "Big5", "line 1");
	n = encode(&(struct example){"UTF-16LE", "\xFF\xFE", "", 0}, bytes, sizeof bytes);
	expect_damage(bytes, n - 1, "UTF-16", "line 3");
}

Test(encoding, what_is_written_in_none_is_refused)
{
	static const char french[] = "D\xE9partement de la sant\xE9 publique, pr\xE9vention\n";
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct decoded d;

	cr_assert_eq(encoding_decode(&a, french, strlen(french), &d, &e), -1);
	cr_assert_eq(e.code, ERR_FORMAT);
	arena_free(&a);
}

Test(encoding, a_long_text_is_judged_by_its_beginning_and_decoded_to_its_end)
{
	enum { TIMES = 8000 };
	struct example big5 = {"BIG5", "", "", 1};
	struct strbuf b = STRBUF_INIT;
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct decoded d;
	char bytes[2048];
	size_t n = encode(&big5, bytes, sizeof bytes);

	for (int i = 0; i < TIMES; i++)
		strbuf_add(&b, bytes, n);
	cr_assert_eq(encoding_decode(&a, b.s, b.nbytes, &d, &e), 0);
	cr_assert_eq(d.nbytes, TIMES * strlen(traditional));
	strbuf_free(&b);
	arena_free(&a);
}
