/* A walk over the bytes of a line that is inside of a word or not, and of one of three quotations
 * or none. UTF-8 needs no care: no byte of its longer characters is one of those looked at. */
#include "core/text/command_line.h"

#include "core/i18n.h"
#include "core/text/utf8.h"

#include <stdbool.h>
#include <string.h>

struct splitter {
	struct arena *arena;
	const char *s;
	struct strbuf word;
	bool in_word;
	struct command_words *words;
	struct err *e;
};

static int refuse_shell(struct splitter *p)
{
	if (*p->s == '\n' || *p->s == '\r')
		return err_set(p->e, ERR_INPUT,
			       _("there is no shell here: one verb at a time, on one line"));
	return err_set(p->e, ERR_INPUT,
		       _("there is no shell here, so \"%c\" means nothing; a text with it needs "
			 "quotation marks, and where your own computer takes those away, a second "
			 "pair of '…' around the whole"),
		       *p->s);
}

static int refuse_open(struct splitter *p, char quote)
{
	return err_set(p->e, ERR_INPUT, _("the quotation that %c begins does not end"), quote);
}

static void take(struct splitter *p)
{
	p->in_word = true;
	strbuf_putc(&p->word, *p->s++);
}

static int end_word(struct splitter *p)
{
	if (!p->in_word)
		return 0;
	if (p->words->n == COMMAND_WORDS_MAX)
		return err_set(p->e, ERR_INPUT, _("these are too many words: at most %d"),
			       COMMAND_WORDS_MAX);
	*vec_push(p->arena, p->words) =
		arena_strndup(p->arena, p->word.nbytes ? p->word.s : "", p->word.nbytes);
	strbuf_reset(&p->word);
	p->in_word = false;
	return 0;
}

static int take_single(struct splitter *p)
{
	p->in_word = true;
	for (p->s++; *p->s != '\''; take(p))
		if (!*p->s)
			return refuse_open(p, '\'');
	p->s++;
	return 0;
}

static int take_double(struct splitter *p)
{
	p->in_word = true;
	for (p->s++; *p->s != '"'; take(p)) {
		if (*p->s == '\\' && p->s[1] && strchr("\"\\$`", p->s[1]))
			p->s++;
		if (!*p->s)
			return refuse_open(p, '"');
	}
	p->s++;
	return 0;
}

static int take_escaped(struct splitter *p)
{
	if (!*++p->s)
		return refuse_open(p, '\\');
	take(p);
	return 0;
}

static int step(struct splitter *p)
{
	switch (*p->s) {
	case ' ':
	case '\t':
		p->s++;
		return end_word(p);
	case '\'':
		return take_single(p);
	case '"':
		return take_double(p);
	case '\\':
		return take_escaped(p);
	default:
		break;
	}
	if (strchr(";|&<>`()\n\r", *p->s) || strncmp(p->s, "$(", 2) == 0)
		return refuse_shell(p);
	take(p);
	return 0;
}

static int split(struct splitter *p)
{
	while (*p->s)
		if (step(p) < 0)
			return -1;
	if (end_word(p) < 0)
		return -1;
	*vec_push(p->arena, p->words) = NULL;
	p->words->n--;
	return 0;
}

int command_line_split(struct arena *a, const char *line, struct command_words *words,
		       struct err *e)
{
	struct splitter p = {.arena = a, .s = line, .words = words, .e = e};
	size_t nbytes = strlen(line);
	int result;

	*words = (struct command_words){0};
	if (nbytes > COMMAND_LINE_MAX)
		return err_set(e, ERR_INPUT, _("the line is too long: at most %d bytes"),
			       COMMAND_LINE_MAX);
	if (utf8_first_bad(line, nbytes) < nbytes)
		return err_set(e, ERR_INPUT, _("the line is not UTF-8"));
	result = split(&p);
	strbuf_free(&p.word);
	return result;
}
