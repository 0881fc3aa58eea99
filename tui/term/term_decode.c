/*
 * What terminals send has a grammar of its own (ECMA-48): a sequence is known to have ended even
 * where nobody knows what it means, so that no part of it becomes text. Each function decodes one
 * form of it and returns the bytes it used, 0 when the end is not there yet.
 */
#include "tui/term/term_decode.h"

#include "tui/term/term_keys.h"

#include <string.h>
#include <wchar.h>

enum { ESC = 27, BEL = 7, MOST_PARAMETERS = 4, MOST_STRING = 4096, X10_BYTES = 6 };

/* "ESC [ < 1 ; 5 A": private sign, numbers, last byte. */
struct sequence {
	char private, final;
	int parameters[MOST_PARAMETERS];
	size_t n;
};

static void give_key(struct decoded *out, struct key k)
{
	out->kind = k.kind == INPUT_TICK ? DECODED_NOTHING : DECODED_KEY;
	out->key = k;
}

static int parameter(const struct sequence *q, size_t i)
{
	return i < q->n ? q->parameters[i] : 0;
}

/* Of "1:2;3" the 1 and the 3: what follows a colon is a detail. */
static void read_parameters(struct sequence *q, const char *s, const char *end)
{
	bool detail = false;

	if (s < end && *s >= '<' && *s <= '?')
		q->private = *s++;
	for (q->n = s < end; s < end; s++) {
		if (*s == ';') {
			q->n++;
			detail = false;
		} else if (*s == ':') {
			detail = true;
		} else if (*s >= '0' && *s <= '9' && !detail && q->n <= MOST_PARAMETERS) {
			int *p = &q->parameters[q->n - 1];
			*p = *p < 100000000 ? *p * 10 + (*s - '0') : *p;
		}
	}
	if (q->n > MOST_PARAMETERS)
		q->n = MOST_PARAMETERS;
}

/* Left button and wheel; a button that is let go, moves or is another one is nothing. */
static void give_mouse(struct decoded *out, int button, int x, int y)
{
	enum { MODIFIERS = 4 | 8 | 16, WHEEL = 64 };
	struct key k = {.kind = INPUT_MOUSE, .x = x - 1, .y = y - 1};

	button &= ~MODIFIERS;
	if (button == 0)
		k.mouse = MOUSE_PRESS;
	else if (button == WHEEL || button == WHEEL + 1)
		k.mouse = button == WHEEL ? MOUSE_WHEEL_UP : MOUSE_WHEEL_DOWN;
	else
		return;
	if (x > 0 && y > 0)
		give_key(out, k);
}

static void give_numbered(const struct sequence *q, unsigned mods, struct decoded *out)
{
	enum { PASTE_BEGIN = 200, OTHER_KEYS = 27 };
	int number = parameter(q, 0);

	if (number == PASTE_BEGIN)
		out->kind = DECODED_PASTE;
	else if (number == OTHER_KEYS && q->n == 3)
		give_key(out, term_key_of_code((uint32_t)parameter(q, 2), mods));
	else
		give_key(out, term_key_of_number(number, mods));
}

static void give_csi(const struct sequence *q, struct decoded *out)
{
	unsigned mods = term_mods_of(parameter(q, 1));

	if (q->private == '<' && q->final == 'M')
		give_mouse(out, parameter(q, 0), parameter(q, 1), parameter(q, 2));
	if (q->private)
		return;
	switch (q->final) {
	case '~':
		give_numbered(q, mods, out);
		break;
	case '^': /* rxvt: Ctrl, Shift, both */
		give_key(out, term_key_of_number(parameter(q, 0), MOD_CTRL));
		break;
	case '$':
		give_key(out, term_key_of_number(parameter(q, 0), MOD_SHIFT));
		break;
	case '@':
		give_key(out, term_key_of_number(parameter(q, 0), MOD_CTRL | MOD_SHIFT));
		break;
	case 'u':
		give_key(out, term_key_of_code((uint32_t)parameter(q, 0), mods));
		break;
	case 'R':
		out->column = q->n == 2 ? parameter(q, 1) : 0;
		if (parameter(q, 0) <= 1) /* else it is no F3 with modifiers */
			give_key(out, term_key_of_csi('R', mods));
		if (out->column > 0)
			out->kind = DECODED_REPORT;
		break;
	default:
		give_key(out, term_key_of_csi(q->final, mods));
		break;
	}
}

/* Three bytes follow, each 32 more than what it means. */
static size_t decode_x10(const char *s, size_t n, bool is_all, struct decoded *out)
{
	if (n < X10_BYTES)
		return is_all ? n : 0;
	give_mouse(out, (unsigned char)s[3] - 32, (unsigned char)s[4] - 32,
		   (unsigned char)s[5] - 32);
	return X10_BYTES;
}

static bool is_csi_end(const char *s, size_t i)
{
	/* rxvt ends some with a sign that stands before the end elsewhere. */
	return (s[i] >= '@' && s[i] <= '~') || (s[i] == '$' && i > 2 && s[2] != '?');
}

static size_t decode_csi(const char *s, size_t n, bool is_all, struct decoded *out)
{
	struct sequence q = {0};
	size_t i = 2;

	if (n > 2 && s[2] == '[') { /* the console */
		if (n > 3)
			give_key(out, term_key_of_console(s[3]));
		return n > 3 ? 4 : is_all ? n : 0;
	}
	while (i < n && s[i] >= ' ' && s[i] < '@' && !is_csi_end(s, i))
		i++;
	if (i == n)
		return is_all ? n : 0;
	if (!is_csi_end(s, i)) /* broken off: what comes now is something else */
		return i;
	if (s[i] == 'M' && i == 2)
		return decode_x10(s, n, is_all, out);
	q.final = s[i];
	read_parameters(&q, s + 2, s + i);
	give_csi(&q, out);
	return i + 1;
}

/* "ESC O letter"; old terminals put the modifiers before the letter. */
static size_t decode_ss3(const char *s, size_t n, bool is_all, struct decoded *out)
{
	size_t i = 2;
	int mods = 0;

	while (i < n && i < 5 && ((s[i] >= '0' && s[i] <= '9') || s[i] == ';')) {
		mods = s[i] == ';' ? 0 : mods * 10 + (s[i] - '0');
		i++;
	}
	if (i == n)
		return is_all ? n : 0;
	if (s[i] < ' ' || s[i] == 127)
		return i;
	give_key(out, term_key_of_ss3(s[i], term_mods_of(mods)));
	return i + 1;
}

/* Device control and operating system strings, up to BEL or "ESC \". */
static size_t decode_string(const char *s, size_t n, bool is_all)
{
	for (size_t i = 2; i < n; i++) {
		if (s[i] == BEL)
			return i + 1;
		if (s[i] == ESC && i + 1 < n)
			return s[i + 1] == '\\' ? i + 2 : i;
	}
	return is_all || n >= MOST_STRING ? n : 0;
}

static size_t decode_char(const char *s, size_t n, bool is_all, unsigned mods, struct decoded *out)
{
	mbstate_t state = {0};
	wchar_t w = L'\0';
	size_t used = mbrtowc(&w, s, n, &state);

	if (used == (size_t)-2)
		return is_all ? 1 : 0;
	if (used == (size_t)-1)
		return 1;
	give_key(out, term_key_of_char((uint32_t)w, mods));
	return used > 0 ? used : 1; /* 0: the character is a zero byte */
}

static size_t decode_alt(const char *s, size_t n, bool is_all, struct decoded *out)
{
	size_t used = decode_char(s + 1, n - 1, is_all, MOD_ALT, out);

	return used ? used + 1 : 0;
}

static size_t decode_esc(const char *s, size_t n, bool is_all, struct decoded *out)
{
	if (n == 1) {
		if (is_all)
			give_key(out, key_named(K_ESC, 0));
		return is_all ? 1 : 0;
	}
	/* Over a slow line Esc and the key behind it come in one packet: both were pressed. */
	if (s[1] == ESC) {
		give_key(out, key_named(K_ESC, 0));
		return 1;
	}
	if (n == 2 && strchr("[O]P_^X", s[1]) && s[1])
		return is_all ? decode_alt(s, n, is_all, out) : 0;
	switch (s[1]) {
	case '[':
		return decode_csi(s, n, is_all, out);
	case 'O':
		return decode_ss3(s, n, is_all, out);
	case ']':
	case 'P':
	case '_':
	case '^':
	case 'X':
		return decode_string(s, n, is_all);
	default:
		return decode_alt(s, n, is_all, out);
	}
}

size_t term_decode(const char *bytes, size_t nbytes, bool is_all, struct decoded *out)
{
	size_t used;

	memset(out, 0, sizeof *out);
	if (*bytes != ESC)
		return decode_char(bytes, nbytes, is_all, 0, out);
	used = decode_esc(bytes, nbytes, is_all, out);
	if (used > 2 && out->kind == DECODED_NOTHING)
		give_key(out, term_key_of_description(bytes, used));
	return used;
}
