/*
 * What the monkey does: one table of kinds with their weights, tables of keys and texts. An act is
 * made from the seed and its number alone, so that acts can be left out without changing the
 * others.
 */
#include "tests/support/monkey.h"

#include "core/text/utf8.h"

#include <string.h>

struct dice {
	uint64_t state;
};

/* splitmix64 */
static uint64_t roll(struct dice *d)
{
	uint64_t z = d->state += 0x9E3779B97F4A7C15u;

	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
	z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
	return z ^ (z >> 31);
}

static int below(struct dice *d, int n)
{
	return (int)(roll(d) % (uint64_t)n);
}

struct weighed {
	const char *text;
	int weight;
};

static const char *pick(struct dice *d, const struct weighed *w, size_t n)
{
	int total = 0, at;

	for (size_t i = 0; i < n; i++)
		total += w[i].weight;
	at = below(d, total);
	for (size_t i = 0; i < n; i++)
		if ((at -= w[i].weight) < 0)
			return w[i].text;
	return w[0].text;
}

#define PICK(d, table) pick((d), (table), sizeof(table) / sizeof(table)[0])

static void do_key(struct dice *d, struct monkey_act *act)
{
	static const struct weighed keys[] = {
		{"Enter", 60},	   {"Down", 36},    {"Up", 18},	       {"Tab", 30},
		{"Right", 16},	   {"Left", 14},    {"Esc", 14},       {"Backspace", 10},
		{"Home", 5},	   {"End", 6},	    {"PgUp", 5},       {"PgDn", 5},
		{"Del", 4},	   {"Ins", 3},	    {"F1", 3},	       {"F2", 4},
		{"F3", 1},	   {"F4", 3},	    {"F5", 2},	       {"F6", 2},
		{"F7", 1},	   {"F8", 1},	    {"F9", 10},	       {"F10", 5},
		{"F11", 1},	   {"F12", 1},	    {"Shift-Tab", 6},  {"Ctrl-Left", 2},
		{"Ctrl-Right", 2}, {"Shift-Up", 1}, {"Shift-Down", 1}, {"Alt-Enter", 2},
		{"Alt-Up", 1},	   {"Ctrl-A", 1},   {"Ctrl-B", 1},     {"Ctrl-C", 1},
		{"Ctrl-D", 1},	   {"Ctrl-E", 4},   {"Ctrl-F", 1},     {"Ctrl-G", 1},
		{"Ctrl-H", 1},	   {"Ctrl-J", 2},   {"Ctrl-K", 2},     {"Ctrl-L", 1},
		{"Ctrl-N", 1},	   {"Ctrl-O", 1},   {"Ctrl-P", 1},     {"Ctrl-Q", 1},
		{"Ctrl-R", 1},	   {"Ctrl-S", 3},   {"Ctrl-T", 1},     {"Ctrl-U", 2},
		{"Ctrl-V", 1},	   {"Ctrl-W", 2},   {"Ctrl-X", 1},     {"Ctrl-Y", 1},
		{"Ctrl-Z", 1},	   {"Ctrl-_", 2},   {"Alt-b", 1},      {"Alt-f", 1},
		{"Alt-x", 1},	   {"Alt-1", 1},    {"Alt-d", 1},
	};

	strbuf_puts(&act->text, PICK(d, keys));
}

static void do_digit(struct dice *d, struct monkey_act *act)
{
	static const struct weighed digits[] = {
		{"0", 10}, {"1", 14}, {"2", 14}, {"3", 8},  {"4", 8},  {"5", 6},  {"6", 4},
		{"7", 4},  {"8", 4},  {"9", 6},	 {"０", 2}, {"１", 2}, {"２", 2}, {"９", 1},
	};

	act->kind = MONKEY_TYPE;
	strbuf_puts(&act->text, PICK(d, digits));
}

static void do_sign(struct dice *d, struct monkey_act *act)
{
	act->kind = MONKEY_TYPE;
	strbuf_putc(&act->text, (char)(' ' + below(d, '~' - ' ' + 1)));
}

/* What an input method sends, what fields ask for, and what no font has. */
static void do_text(struct dice *d, struct monkey_act *act)
{
	static const struct weighed texts[] = {
		{"健康", 4},
		{"完成二十所学校视力筛查，建档一万二千人。", 6},
		{"区教育局", 4},
		{"／", 3},
		{"：", 1},
		{"？", 2},
		{"＝", 1},
		{"ｅ", 1},
		{"。", 1},
		{"、", 1},
		{"，；！（）《》“”", 1},
		{"★①→‰●…—", 2},
		{"100", 3},
		{"45", 4},
		{"12.5", 2},
		{"-1", 1},
		{"2021-12-01", 3},
		{"2021Q4", 1},
		{"2022Q1", 2},
		{"wsj", 2},
		{"report", 1},
		{"松教〔2021〕56号", 2},
		{"e\xCC\x81", 1},
		{"\xF0\xA0\xAE\xB7\xF0\xA9\xB8\xBD", 1}, /* CJK, Extension B */
		{"\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7", 1},
		{"\xF0\x9F\x87\xA8\xF0\x9F\x87\xB3\xF0\x9F\x98\x80", 1}, /* emoji */
		{"\xE2\x80\xAE\xE2\x80\x8F", 1},			 /* bidi */
		{"\xE2\x80\x8B\xEF\xBB\xBF", 1},			 /* zero width */
		{"\xCC\x80", 1},					 /* a mark alone */
		{"\xEF\xBF\xBE", 1},					 /* a noncharacter */
		{"\xC2\x85\xC2\x9B", 1},				 /* C1 controls */
	};

	act->kind = MONKEY_TYPE;
	strbuf_puts(&act->text, PICK(d, texts));
}

static void put_many(struct strbuf *b, const char *text, int nchars)
{
	int n = (int)utf8_length(text);

	for (int i = 0; i < nchars; i += n)
		strbuf_puts(b, text);
}

static void put_noise(struct dice *d, struct strbuf *b, int n)
{
	while (n-- > 0)
		strbuf_putc(b, (char)(roll(d) & 0xFF));
}

static void do_paste(struct dice *d, struct monkey_act *act)
{
	static const char controls[] = "一\0二\033[2J\033]0;x\a三\x7f\x9b\x1b";

	act->kind = MONKEY_PASTE;
	switch (below(d, 8)) {
	case 0:
		put_many(&act->text, "开展健康讲堂进社区，", 4000);
		break;
	case 1:
		put_many(&act->text, "一二\n三\r\n四\t五\f六\n", 200);
		break;
	case 2:
		strbuf_add(&act->text, controls, sizeof controls - 1);
		break;
	case 3:
		put_noise(d, &act->text, 1 + below(d, 80));
		break;
	case 4:
		put_many(&act->text, "a", 4100);
		break;
	case 5:
		break; /* nothing */
	default:
		do_text(d, act);
		act->kind = MONKEY_PASTE;
	}
}

static void do_bytes(struct dice *d, struct monkey_act *act)
{
	static const struct weighed sequences[] = {
		{"\033[", 2},
		{"\033O", 2},
		{"\033[1;", 1},
		{"\033[999;999~", 2},
		{"\033[1;99A", 1},
		{"\033[?1;2c", 2},
		{"\033[24;80R", 2},
		{"\033]11;rgb:0000/0000/0000\033\\", 1},
		{"\033P>|term\033\\", 1},
		{"\033[I", 1},
		{"\033[O", 1},
		{"\033[<0;10", 1},
		{"\033[<0;9999;9999M", 1},
		{"\033[<0;0;0m", 1},
		{"\033[M !!", 1},
		{"\033[M", 1},
		{"\033\033", 1},
		{"\033\033[A", 1},
		{"\033[200~", 1},
		{"\033[201~", 1},
		{"\033[200~\033[200~x\033[201~\033[201~", 1},
		{"\xe5\x81", 1},
		{"\xff\xfe\xc3\x28", 1},
		{"\xf8\x88\x80\x80\x80\xed\xa0\x80\xf4\x90\x80\x80", 1},
	};

	act->kind = MONKEY_BYTES;
	if (below(d, 4) == 0)
		put_noise(d, &act->text, 1 + below(d, 12));
	else
		strbuf_puts(&act->text, PICK(d, sequences));
}

static void do_click(struct dice *d, struct monkey_act *act)
{
	static const int buttons[] = {0, 0, 0, 0, 1, 2, 64, 65, 64, 65};

	act->kind = MONKEY_CLICK;
	act->button = buttons[below(d, 10)];
	act->rows = below(d, below(d, 4) == 0 ? 250 : 24);
	act->cols = below(d, below(d, 4) == 0 ? 250 : 80);
}

static void do_resize(struct dice *d, struct monkey_act *act)
{
	static const int sizes[][2] = {{24, 80},  {24, 80}, {20, 60}, {43, 132}, {10, 40},
				       {60, 200}, {9, 40},  {10, 39}, {1, 1},	 {5, 20}};

	act->kind = MONKEY_RESIZE;
	if (below(d, 2)) {
		const int *size = sizes[below(d, sizeof sizes / sizeof sizes[0])];
		act->rows = size[0];
		act->cols = size[1];
		return;
	}
	act->rows = 10 + below(d, 51);
	act->cols = 40 + below(d, 161);
}

static void make(struct dice *d, struct monkey_act *act)
{
	static const struct {
		int weight;
		void (*make)(struct dice *d, struct monkey_act *act);
	} kinds[] = {{480, do_key},  {230, do_digit}, {110, do_sign}, {90, do_text},
		     {12, do_paste}, {30, do_bytes},  {30, do_click}, {10, do_resize}};
	int at = below(d, 480 + 230 + 110 + 90 + 12 + 30 + 30 + 10);

	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
		if ((at -= kinds[i].weight) < 0) {
			kinds[i].make(d, act);
			return;
		}
	}
}

static void make_numbered(uint64_t seed, unsigned i, struct monkey_act *act)
{
	struct dice d = {seed * 0xD1342543DE82EF95u + i};

	roll(&d);
	strbuf_reset(&act->text);
	act->kind = MONKEY_KEY;
	act->rows = act->cols = act->button = 0;
	act->look = below(&d, 3) > 0;
	make(&d, act);
}

static bool is_small(const struct monkey_act *act)
{
	return act->kind == MONKEY_RESIZE && (act->rows < 10 || act->cols < 40);
}

/* After a window that is too small comes a large one soon: nothing happens in the small one. */
static bool follows_small_window(uint64_t seed, unsigned i, struct monkey_act *act)
{
	enum { PATIENCE = 8 };

	if (i < PATIENCE)
		return false;
	make_numbered(seed, i - PATIENCE, act);
	return is_small(act);
}

void monkey_act(uint64_t seed, unsigned i, struct monkey_act *act)
{
	if (follows_small_window(seed, i, act)) {
		*act = (struct monkey_act){
			.kind = MONKEY_RESIZE, .text = act->text, .rows = 24, .cols = 80};
		strbuf_reset(&act->text);
		return;
	}
	make_numbered(seed, i, act);
}

static void say_text(const struct monkey_act *act, struct strbuf *out)
{
	const char *s = act->text.s, *end = s + act->text.nbytes;

	strbuf_putc(out, '"');
	while (s < end) {
		uint32_t cp;
		int n = utf8_decode(s, end, &cp);
		if (cp < ' ' || cp == 0x7F || cp == 0xFFFD || utf8_cp_cols(cp) == 0)
			for (int i = 0; i < n; i++)
				strbuf_printf(out, "\\x%02x", (unsigned char)s[i]);
		else
			strbuf_add(out, s, (size_t)n);
		s += n;
	}
	strbuf_putc(out, '"');
}

void monkey_say(const struct monkey_act *act, struct strbuf *out)
{
	enum { MUCH = 60 };

	if (act->kind == MONKEY_KEY)
		strbuf_puts(out, act->text.s);
	else if (act->kind == MONKEY_RESIZE)
		strbuf_printf(out, "resize %dx%d", act->cols, act->rows);
	else if (act->kind == MONKEY_CLICK)
		strbuf_printf(out, "button %d at row %d, column %d", act->button, act->rows,
			      act->cols);
	else if (act->text.nbytes > MUCH)
		strbuf_printf(out, "%s of %zu bytes", act->kind == MONKEY_PASTE ? "paste" : "text",
			      act->text.nbytes);
	else {
		strbuf_puts(out, act->kind == MONKEY_PASTE ? "paste " : "");
		say_text(act, out);
	}
	if (act->look)
		strbuf_putc(out, ';');
}
