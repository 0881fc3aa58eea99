/*
 * The buffer between the terminal and the decoder. Over a slow line a sequence may come in parts:
 * as long as what is there may be the begin of one, it is waited for. A sequence whose Esc came
 * alone and too early has been taken as the key Esc; the rest of it, coming at once behind, is
 * known by its form and thrown away: it must not be typed into a field.
 */
#include "tui/term/term_input.h"

#include "core/text/utf8.h"
#include "tui/term/term_decode.h"
#include "tui/term/term_wait.h"

#include <errno.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

enum {
	CHAR_MS = 100,	   /* the rest of a character comes within this */
	PASTE_MS = 1000,   /* of a paste within this; its end may never come */
	TYPED_MS = 20,	   /* no hand types quicker … */
	TYPED_BYTES = 16,  /* … or more at once */
	ORPHAN_MS = 1000,  /* the rest of a sequence behind its Esc within this */
	REPORT_MS = 10000, /* a report within this: later "ESC [ 1 ; 2 R" is Shift-F3 */
	DOUBLE_MS = 400,   /* two presses are a double click within this */
	MOST_PASTE = 1 << 20
};

static int64_t now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000 + 1;
}

static bool is_within(int64_t since_ms, int ms)
{
	return since_ms && now_ms() - since_ms <= ms;
}

void term_input_begin(struct term_input *in, int fd, int escape_ms)
{
	memset(in, 0, sizeof *in);
	in->fd = fd;
	in->escape_ms = escape_ms;
}

void term_input_end(struct term_input *in)
{
	strbuf_free(&in->paste);
}

void term_input_expect_report(struct term_input *in)
{
	in->asked_ms = now_ms();
}

/* The rest of a sequence that is none without its Esc ("[A", "OP", "[1;5C"): how many bytes when
 * these are that and nothing else, or the next sequence is behind it. */
static size_t orphan_bytes(const char *s, size_t n)
{
	size_t i = 1;

	if (n < 2 || (*s != '[' && *s != 'O'))
		return 0;
	while (*s == '[' && i < n && s[i] >= ' ' && s[i] < '@')
		i++;
	if (i == n || s[i] < '@' || s[i] > '~' || (*s == 'O' && !strchr("ABCDFHMPQRS", s[i])))
		return 0;
	return i + 1 == n || s[i + 1] == '\033' ? i + 1 : 0;
}

/* Reads what is there, waiting for it first. As term_wait_input(). */
static int fill(struct term_input *in, int timeout_ms)
{
	int rc = term_wait_input(in->fd, timeout_ms);

	if (rc <= 0)
		return rc;
	if (in->at > 0) {
		memmove(in->bytes, in->bytes + in->at, in->n - in->at);
		in->n -= in->at;
		in->at = 0;
	}
	ssize_t got = read(in->fd, in->bytes + in->n, sizeof in->bytes - in->n);
	if (got == 0 || (got < 0 && errno != EINTR && errno != EAGAIN))
		return -1;
	if (got < 0)
		return 0;
	if (is_within(in->escaped_ms, ORPHAN_MS) && in->n == 0)
		in->at = orphan_bytes(in->bytes, (size_t)got);
	in->escaped_ms = 0;
	in->n += (size_t)got;
	in->is_all = false;
	return 1;
}

/* All of the text that is surely none of the mark at the end; true when that is there. */
static bool take_paste_part(struct term_input *in, struct strbuf *raw)
{
	static const char mark[] = TERM_PASTE_END;
	const size_t mark_nbytes = sizeof mark - 1;
	const char *s = in->bytes + in->at;
	size_t n = in->n - in->at, kept = n < mark_nbytes ? n : mark_nbytes - 1;
	const char *end = memmem(s, n, mark, mark_nbytes);

	while (kept > 0 && memcmp(s + n - kept, mark, kept) != 0)
		kept--;
	size_t take = end ? (size_t)(end - s) : n - kept;
	if (raw->nbytes < MOST_PASTE)
		strbuf_add(raw, s, take);
	in->at += take + (end ? mark_nbytes : 0);
	return end;
}

/* Characters of the locale's encoding as UTF-8; line ends come as carriage returns, from some
 * terminals with a line feed behind each. */
static void decode_paste(const struct strbuf *raw, struct strbuf *out)
{
	const char *s = raw->s, *end = s + raw->nbytes;
	mbstate_t state = {0};

	while (s < end) {
		wchar_t w;
		char text[4];
		size_t n = mbrtowc(&w, s, (size_t)(end - s), &state);
		if (n == (size_t)-1 || n == (size_t)-2 || n == 0) {
			memset(&state, 0, sizeof state);
			s++;
			continue;
		}
		s += n;
		if (w == L'\r' && s < end && *s == '\n')
			continue;
		int nbytes = utf8_encode(w == L'\r' ? '\n' : (uint32_t)w, text);
		strbuf_add(out, text, (size_t)nbytes);
	}
}

/* What is left of the time after the next piece. One that a hand may have typed, for want of any
 * sign of life, gives no new time: else keys would be swallowed as long as somebody tries them. */
static int paste_left_ms(struct term_input *in, int left_ms)
{
	size_t had = in->n - in->at;
	int64_t since = now_ms();
	int rc = fill(in, left_ms);
	int64_t waited_ms = now_ms() - since;

	if (rc < 0)
		return 0;
	if (rc > 0 && (waited_ms < TYPED_MS || in->n - in->at - had >= TYPED_BYTES))
		return PASTE_MS;
	return left_ms > waited_ms ? left_ms - (int)waited_ms : 0;
}

/* Everything up to the end of the paste, or what came of it before nothing came any more. */
static void read_paste(struct term_input *in, struct key *k)
{
	struct strbuf raw = STRBUF_INIT;
	int left_ms = PASTE_MS;

	strbuf_reset(&in->paste);
	while (left_ms > 0 && !take_paste_part(in, &raw))
		left_ms = paste_left_ms(in, left_ms);
	in->is_cut = left_ms == 0;
	decode_paste(&raw, &in->paste);
	strbuf_free(&raw);
	k->kind = INPUT_PASTE;
	k->paste = in->paste.s ? in->paste.s : "";
	k->paste_nbytes = in->paste.nbytes;
}

/* Whether what has come is more of a paste that seemed to be over: its end, or a piece that nobody
 * types. Keys that were held down come as a piece of sequences. */
static bool is_more_of_paste(struct term_input *in)
{
	const char *s = in->bytes + in->at;
	size_t n = in->n - in->at;

	if (!in->is_cut || n == 0)
		return false;
	in->is_cut = memmem(s, n, TERM_PASTE_END, sizeof TERM_PASTE_END - 1) ||
		     (n >= TYPED_BYTES && *s != '\033');
	return in->is_cut;
}

static void mark_double(struct term_input *in, struct key *k)
{
	bool again =
		is_within(in->click_ms, DOUBLE_MS) && in->click.y == k->y && in->click.x == k->x;

	in->click = *k;
	in->click_ms = again ? 0 : now_ms(); /* a third press begins anew */
	if (again)
		k->mouse = MOUSE_DOUBLE;
}

static bool take_report(struct term_input *in, const struct decoded *d, struct key *k)
{
	if (!is_within(in->asked_ms, REPORT_MS) || (d->column != 2 && d->column != 3))
		return false;
	in->asked_ms = 0;
	k->kind = INPUT_LOOK;
	k->wide = d->column == 3;
	return true;
}

/* What one decoded thing means; false: nothing. */
static bool take(struct term_input *in, const struct decoded *d, struct key *k)
{
	switch (d->kind) {
	case DECODED_PASTE:
		read_paste(in, k);
		return true;
	case DECODED_REPORT:
		if (take_report(in, d, k))
			return true;
		break;
	case DECODED_KEY:
		break;
	case DECODED_NOTHING:
		return false;
	}
	*k = d->key;
	if (k->kind == INPUT_MOUSE && k->mouse == MOUSE_PRESS)
		mark_double(in, k);
	return k->kind != INPUT_TICK;
}

/* The next key of the buffer; false: there is none, or not all of it. */
static bool next_key(struct term_input *in, struct key *k)
{
	while (in->at < in->n) {
		struct decoded d;
		bool is_all = in->is_all;
		size_t used = term_decode(in->bytes + in->at, in->n - in->at, is_all, &d);

		if (used == 0)
			return false;
		in->at += used;
		if (is_all && d.kind == DECODED_KEY && d.key.kind == INPUT_NAMED &&
		    d.key.name == K_ESC)
			in->escaped_ms = now_ms();
		if (take(in, &d, k))
			return true;
	}
	in->at = in->n = 0;
	return false;
}

static int rest_ms(const struct term_input *in)
{
	return in->bytes[in->at] == '\033' ? in->escape_ms : CHAR_MS;
}

void term_input_read(struct term_input *in, struct key *k, int timeout_ms)
{
	bool waited = false;
	int64_t since = 0;

	memset(k, 0, sizeof *k);
	k->kind = INPUT_TICK;
	while (!next_key(in, k)) {
		bool has_part = in->at < in->n;
		if (!has_part && waited)
			return;
		since = since ? since : now_ms();
		int rc = fill(in, has_part ? rest_ms(in) : timeout_ms);
		if (rc < 0)
			k->kind = INPUT_HANGUP;
		if (rc < 0 || (rc == 0 && !has_part))
			return;
		if (rc > 0 && is_more_of_paste(in)) {
			read_paste(in, k);
			return;
		}
		/* A signal may have cut the wait short. */
		if (rc == 0)
			in->is_all = !is_within(since, rest_ms(in) - 1);
		since = rc > 0 ? 0 : since;
		waited = true;
	}
}

bool term_input_drop(struct term_input *in, struct key *k)
{
	bool found = false;

	for (;;) {
		struct key dropped;
		while (next_key(in, &dropped)) {
			found = found || dropped.kind == INPUT_LOOK;
			if (dropped.kind == INPUT_LOOK)
				*k = dropped;
		}
		if (fill(in, 0) <= 0)
			break;
	}
	/* Of the report a part may be here already. */
	size_t n = in->n - in->at;
	if (!is_within(in->asked_ms, REPORT_MS) || (n > 1 && in->bytes[in->at + 1] != '['))
		in->at = in->n = 0;
	return found;
}
