/*
 * Games with the monkey: each in a process of its own, that can crash, hang or find a fault; a
 * board in shared memory tells how far it came. After a bad game shorter ones are tried: what came
 * later than the trouble is left out, then halves, quarters, and so on of the rest.
 */
#include "tests/support/monkey.h"

#include "tests/support/clock.h"
#include "tests/support/fatal.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ACT_SECONDS = 30, SHRINK_SECONDS = 15, LISTED = 80 };

struct monkey_board {
	size_t done; /* acts that were begun */
	char why[4096];
};

/* Of the sanitizers, when they are there. */
void __sanitizer_set_report_path(const char *path) __attribute__((weak));
int __lsan_do_recoverable_leak_check(void) __attribute__((weak));

bool monkey_next(struct monkey *m)
{
	if (m->next == m->n) {
		alarm(ACT_SECONDS);
		return false;
	}
	m->i = m->at[m->next++];
	m->board->done = m->next;
	monkey_act(m->seed, m->i, &m->act);
	alarm(ACT_SECONDS);
	return true;
}

void monkey_fail(struct monkey *m, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(m->board->why, sizeof m->board->why, fmt, ap);
	va_end(ap);
	_exit(1);
}

struct games {
	uint64_t seed;
	monkey_game *play;
	void *data;
	struct monkey_board *board;
};

/* Reports of the sanitizers are wanted of the first game only. */
static void be_quiet(void)
{
	if (__sanitizer_set_report_path)
		__sanitizer_set_report_path("stderr");
	if (!freopen("/dev/null", "w", stderr))
		fatal_errno("/dev/null");
}

static void play_here(const struct games *g, const unsigned *at, size_t n, bool quiet)
{
	struct monkey m = {.seed = g->seed, .at = at, .n = n, .board = g->board};

	if (quiet)
		be_quiet();
	alarm(ACT_SECONDS);
	g->play(&m, g->data);
	strbuf_free(&m.act.text);
	if (__lsan_do_recoverable_leak_check && __lsan_do_recoverable_leak_check())
		monkey_fail(&m, "memory is lost");
	_exit(0);
}

static void tell_end(struct monkey_board *b, int status)
{
	if (b->why[0])
		return;
	if (WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM)
		snprintf(b->why, sizeof b->why, "an act takes more than %d seconds", ACT_SECONDS);
	else if (WIFSIGNALED(status))
		snprintf(b->why, sizeof b->why, "ended by signal %d", WTERMSIG(status));
	else
		snprintf(b->why, sizeof b->why, "ended with status %d", WEXITSTATUS(status));
}

/* Whether it went well. */
static bool game(const struct games *g, const unsigned *at, size_t n, bool quiet)
{
	int status;
	pid_t pid;

	*g->board = (struct monkey_board){0};
	fflush(NULL);
	pid = fork();
	if (pid < 0)
		fatal_errno("fork");
	if (pid == 0)
		play_here(g, at, n, quiet);
	while (waitpid(pid, &status, 0) != pid)
		;
	if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return true;
	tell_end(g->board, status);
	return false;
}

static size_t without(const unsigned *at, size_t n, size_t from, size_t count, unsigned *out)
{
	memcpy(out, at, from * sizeof *at);
	memcpy(out + from, at + from + count, (n - from - count) * sizeof *at);
	return n - count;
}

/* Leaves out what is not needed for the trouble, for as long as there is time. */
static size_t shrink(const struct games *g, unsigned *at, size_t n)
{
	double deadline = clock_ms() + 1000.0 * SHRINK_SECONDS;
	unsigned *fewer = xcalloc(n + 1, sizeof *fewer);

	for (size_t part = n / 2; part > 0; part /= 2) {
		for (size_t from = 0; from + part <= n && clock_ms() < deadline;) {
			size_t left = without(at, n, from, part, fewer);
			if (game(g, fewer, left, true)) {
				from += part;
				continue;
			}
			n = g->board->done < left ? g->board->done : left;
			memcpy(at, fewer, n * sizeof *at);
		}
	}
	free(fewer);
	return n;
}

static char *describe(const struct games *g, const unsigned *at, size_t n, const char *why)
{
	struct strbuf b = STRBUF_INIT;
	struct monkey_act act = {0};
	size_t from = n > LISTED ? n - LISTED : 0;

	strbuf_printf(&b, "%s\nafter %zu acts of seed %llu:", why, n, (unsigned long long)g->seed);
	for (size_t i = from; i < n; i++) {
		monkey_act(g->seed, at[i], &act);
		strbuf_putc(&b, ' ');
		monkey_say(&act, &b);
	}
	strbuf_printf(&b, "\nagain: MONKEY_SEED=%llu MONKEY_ONLY='", (unsigned long long)g->seed);
	for (size_t i = 0; i < n; i++)
		strbuf_printf(&b, i ? " %u" : "%u", at[i]);
	strbuf_puts(&b, "'");
	strbuf_free(&act.text);
	return strbuf_detach(&b);
}

/* The acts of the whole game, or those that the environment names. */
static size_t list_acts(unsigned n, unsigned **at)
{
	const char *only = getenv("MONKEY_ONLY");
	size_t found = 0;
	char *end;

	*at = xcalloc((only ? strlen(only) : n) + 1, sizeof **at);
	for (unsigned i = 0; !only && i < n; i++)
		(*at)[found++] = i;
	for (; only && *only; only = end) {
		unsigned long number = strtoul(only, &end, 10);
		if (end == only)
			break;
		(*at)[found++] = (unsigned)number;
	}
	return found;
}

static uint64_t from_environment(const char *name, uint64_t otherwise)
{
	const char *text = getenv(name);

	return text && *text ? strtoull(text, NULL, 10) : otherwise;
}

/* What has failed is played again as it was; else MONKEY_SEED is where counting begins. */
static uint64_t choose_seed(uint64_t seed)
{
	uint64_t first = from_environment("MONKEY_SEED", 1);

	return getenv("MONKEY_ONLY") ? first : first + seed - 1;
}

char *monkey_play(uint64_t seed, unsigned n, monkey_game *play, void *data)
{
	struct games g = {choose_seed(seed), play, data, NULL};
	unsigned *at;
	size_t nacts = list_acts((unsigned)from_environment("MONKEY_KEYS", n), &at);
	char *told = NULL, why[sizeof g.board->why];

	g.board = mmap(NULL, sizeof *g.board, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS,
		       -1, 0);
	if (g.board == MAP_FAILED)
		fatal_errno("mmap");
	if (!game(&g, at, nacts, false)) {
		memcpy(why, g.board->why, sizeof why);
		nacts = g.board->done < nacts ? g.board->done : nacts;
		nacts = shrink(&g, at, nacts);
		told = describe(&g, at, nacts, why);
	}
	munmap(g.board, sizeof *g.board);
	free(at);
	return told;
}
