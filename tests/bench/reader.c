/*
 * reader DOCUMENT… - measures the plan reader on texts of growing size and prints a table.
 *
 * A text is the documents again and again, each time with another name of the district, other years
 * and other figures, so that no two copies say the same. Every size is measured in a process of its
 * own, which tells how much memory it took at most; times are those of the processor, the best of
 * some rounds, so that what else the machine does counts little.
 */
#include "core/plan/plan.h"
#include "core/text/utf8.h"
#include "exchange/plan_json.h"
#include "tests/support/fatal.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { ROUNDS = 5, SMALLEST = 1 << 20, LARGEST = 16 << 20 };
static const double least_mb_s = 20, most_memory = 25;

static double cpu_s(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static size_t peak_bytes(void)
{
	struct rusage use;

	getrusage(RUSAGE_SELF, &use);
	return (size_t)use.ru_maxrss * 1024;
}

static void add_file(struct strbuf *out, const char *path)
{
	char buf[4096];
	size_t n;
	FILE *f = fopen(path, "r");

	if (!f)
		fatal_errno("%s", path);
	while ((n = fread(buf, 1, sizeof buf, f)) > 0)
		strbuf_add(out, buf, n);
	fclose(f);
	strbuf_putc(out, '\n');
}

static uint32_t random_next(uint32_t *state)
{
	return *state = *state * 1664525u + 1013904223u;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Whether s[i] is the last digit of a figure of two or three: numbers of items begin their line,
 * and years have four. */
static bool is_figure_end(const char *s, size_t i)
{
	size_t n = 0;

	while (n < i && is_digit(s[i - n]))
		n++;
	return (n == 2 || n == 3) && !is_digit(s[i + 1]) && s[i - n] != '\n';
}

/* What stands for text in copy number k: marks of the demonstration become names and years. */
static const char *replacement(const char *s, uint32_t k, size_t *nbytes)
{
	static const char *const districts[] = {"云溪", "石桥", "松岭", "南渡", "北桥"};
	static const char *const begins[] = {"2021", "2022", "2023", "2024"};
	static const char *const ends[] = {"2030", "2031", "2032", "2033"};
	bool district = strncmp(s, "云溪", *nbytes = strlen("云溪")) == 0;

	if (district)
		return districts[k % 5];
	*nbytes = 3;
	return strncmp(s, "@Y@", 3) == 0   ? begins[k % 4]
	       : strncmp(s, "@Z@", 3) == 0 ? ends[k % 4]
					   : NULL;
}

static void add_copy(struct strbuf *out, const struct strbuf *document, uint32_t k)
{
	uint32_t state = k;
	size_t taken;

	for (size_t i = 0; i < document->nbytes; i += taken) {
		const char *s = document->s + i, *other = replacement(s, k, &taken);

		if (other) {
			strbuf_puts(out, other);
			continue;
		}
		taken = 1;
		if (i > 0 && is_figure_end(document->s, i))
			strbuf_putc(out, (char)('1' + random_next(&state) % 9));
		else
			strbuf_putc(out, *s);
	}
}

struct figures {
	double clean_s, read_s, write_s;
	size_t nactions, njson, memory;
};

static void keep_least(double *least, double s)
{
	if (*least == 0 || s < *least)
		*least = s;
}

static void fail(const struct err *e)
{
	fprintf(stderr, "reader: %s\n", e->text);
	exit(1);
}

static void measure_round(const struct strbuf *text, struct figures *f)
{
	struct arena a = ARENA_INIT;
	struct strbuf json = STRBUF_INIT;
	struct err e = ERR_INIT;
	struct plan p;

	double begin = cpu_s();
	if (!utf8_clean(&a, text->s, text->nbytes, &e))
		fail(&e);
	double cleaned = cpu_s();
	arena_free(&a);
	double again = cpu_s();
	if (plan_read(&a, "plan.txt", text->s, text->nbytes, &p, &e))
		fail(&e);
	double was_read = cpu_s();
	plan_json_write(&p, &json);
	double written = cpu_s();
	keep_least(&f->clean_s, cleaned - begin);
	keep_least(&f->read_s, was_read - again);
	keep_least(&f->write_s, written - was_read);
	f->nactions = p.actions.n;
	f->njson = json.nbytes;
	arena_free(&a);
	strbuf_free(&json);
}

/* In a process of its own; without the memory that the text itself takes. */
static struct figures measure(const struct strbuf *text)
{
	struct figures f = {0};
	int ends[2];

	if (pipe(ends))
		fatal_errno("pipe");
	pid_t pid = fork();
	if (pid < 0)
		fatal_errno("fork");
	if (pid == 0) {
		size_t before = peak_bytes();

		for (int i = 0; i < ROUNDS; i++) {
			measure_round(text, &f);
			if (i == 0)
				f.memory = peak_bytes() - before;
		}
		_exit(write(ends[1], &f, sizeof f) != (ssize_t)sizeof f);
	}
	close(ends[1]);
	if (read(ends[0], &f, sizeof f) != (ssize_t)sizeof f)
		exit(1);
	close(ends[0]);
	waitpid(pid, NULL, 0);
	return f;
}

static void print_line(size_t nbytes, const struct figures *f)
{
	double mb = (double)nbytes / 1e6, whole = mb / (f->read_s + f->write_s);
	double memory = (double)f->memory / (double)nbytes;

	printf("%8.1f %8zu %9.1f %9.1f %9.1f %9.1f %8.1f  %s\n", mb, f->nactions, mb / f->clean_s,
	       mb / f->read_s, mb / f->write_s, whole, memory,
	       whole >= least_mb_s && memory <= most_memory ? "within" : "BEYOND");
}

int main(int argc, char **argv)
{
	struct strbuf documents = STRBUF_INIT, text = STRBUF_INIT;
	uint32_t k = 0;

	if (argc < 2) {
		fputs("usage: reader DOCUMENT…\n", stderr);
		return 2;
	}
	for (int i = 1; i < argc; i++)
		add_file(&documents, argv[i]);
	printf("plan reader, MB/s of one core (whole: reading with clean-up, and writing; at least "
	       "%.0f),\nmemory in bytes a byte of text (at most %.0f)\n",
	       least_mb_s, most_memory);
	printf("%8s %8s %9s %9s %9s %9s %8s\n", "MB", "actions", "clean-up", "reading", "JSON",
	       "whole", "memory");
	for (size_t size = SMALLEST; size <= LARGEST; size *= 2) {
		while (text.nbytes < size)
			add_copy(&text, &documents, k++);
		struct figures f = measure(&text);
		print_line(text.nbytes, &f);
	}
	strbuf_free(&documents);
	strbuf_free(&text);
	return 0;
}
