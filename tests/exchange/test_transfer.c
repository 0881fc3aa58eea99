/* Transfers that stand still: who is asked meanwhile, and that the answer ends them. No test waits:
 * it is the test itself that says when it has been long enough. */
#include "exchange/transfer.h"

#include "exchange/file_read.h"
#include "exchange/upload.h"
#include "tests/support/tmp.h"

#include <criterion/criterion.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

static struct tmp tmp;
static struct err e;
static int ends[2];

/* Gives up after so many questions in a row without a byte; sends one with the question `send_at`.
 */
static struct patience_of_test {
	int patience, asked, still, send_at;
} p;

static int ask(void *to, bool moved, struct err *why)
{
	struct patience_of_test *self = to;

	self->asked++;
	self->still = moved ? 0 : self->still + 1;
	if (self->still >= self->patience)
		return err_set(why, ERR_DENIED, "long enough");
	if (self->asked == self->send_at)
		cr_assert_eq(write(ends[0], "x", 1), 1);
	return 0;
}

static const struct transfer_watch watch = {.ask_ms = 1, .ask = ask, .to = &p};

static void begin(void)
{
	tmp_make(&tmp);
	e = (struct err)ERR_INIT;
	p = (struct patience_of_test){.patience = 2};
	cr_assert_eq(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
	transfer_watch_by(&watch);
}

static void end(void)
{
	transfer_watch_by(NULL);
	close(ends[0]);
	close(ends[1]);
	tmp_remove(&tmp);
}
TestSuite(transfer, .init = begin, .fini = end);

Test(transfer, that_brings_nothing_ends_when_the_watch_says_so)
{
	struct transfer t = transfer_in(ends[1]);

	cr_expect_eq(transfer_wait(&t, &e), -1);
	cr_expect_eq(e.code, ERR_DENIED);
	cr_expect_str_eq(e.text, "long enough");
	cr_expect_eq(p.asked, 3, "%d: once before it stood still", p.asked);
}

/* The kernel polls no descriptor for who may have none. */
Test(transfer, that_cannot_be_waited_for_ends)
{
	struct transfer t = transfer_in(ends[1]);
	struct rlimit was, none;

	cr_assert_eq(getrlimit(RLIMIT_NOFILE, &was), 0);
	none = (struct rlimit){.rlim_cur = 0, .rlim_max = was.rlim_max};
	cr_assert_eq(setrlimit(RLIMIT_NOFILE, &none), 0);
	int result = transfer_wait(&t, &e);
	cr_assert_eq(setrlimit(RLIMIT_NOFILE, &was), 0);
	cr_expect_eq(result, -1);
	cr_expect_eq(e.code, ERR_IO, "%s", e.text);
	cr_expect_eq(p.asked, 1, "%d", p.asked);
}

Test(transfer, that_moves_again_gets_the_whole_patience_again)
{
	struct transfer t = transfer_in(ends[1]);
	char byte;

	p.send_at = 2;
	cr_assert_eq(transfer_wait(&t, &e), 0, "%s", e.text);
	cr_assert_eq(read(ends[1], &byte, 1), 1);
	p.send_at = 0;
	p.asked = 0;
	cr_expect_eq(transfer_wait(&t, &e), -1);
	cr_expect_eq(p.asked, 3, "%d", p.asked);
}

Test(transfer, is_asked_about_though_bytes_come_all_the_time)
{
	struct transfer t = transfer_in(ends[1]);

	cr_assert_eq(write(ends[0], "x", 1), 1);
	for (int i = 1; i <= 4; i++) {
		cr_assert_eq(transfer_wait(&t, &e), 0);
		cr_expect_eq(p.asked, i);
		cr_expect_eq(p.still, 0);
	}
}

Test(transfer, to_somebody_who_takes_nothing_ends_too)
{
	struct transfer t = transfer_out(ends[1]);
	char piece[TRANSFER_PIECE] = "";
	int n = 0;

	while (transfer_wait(&t, &e) == 0 && n < 1 << 16) {
		cr_assert_eq(write(ends[1], piece, sizeof piece), (ssize_t)sizeof piece);
		n++;
	}
	cr_expect_gt(n, 0);
	cr_expect_str_eq(e.text, "long enough");
}

Test(transfer, without_a_watch_asks_nobody)
{
	struct transfer t = transfer_in(ends[1]);

	transfer_watch_by(NULL);
	cr_expect_eq(transfer_wait(&t, &e), 0);
	cr_expect_eq(p.asked, 0);
}

Test(transfer, of_an_upload_leaves_nothing_behind)
{
	struct upload u;

	cr_assert_eq(write(ends[0], "half", 4), 4);
	cr_expect_eq(upload_take(&u, ends[1], ends[1], tmp.dir, 100, &e), -1);
	cr_expect_str_eq(e.text, "long enough");
	cr_expect_eq(u.fd, -1);
	cr_expect_eq(u.nbytes, 4);
}

Test(transfer, of_a_document_through_standard_input_ends_too)
{
	struct arena a = {0};
	const char *bytes = NULL;
	size_t nbytes;

	cr_assert_eq(write(ends[0], "half", 4), 4);
	cr_assert_geq(dup2(ends[1], STDIN_FILENO), 0);
	cr_expect_eq(file_read(&a, FILE_READ_STDIN, &bytes, &nbytes, &e), -1);
	cr_expect_str_eq(e.text, "long enough");
	cr_expect_null(bytes);
	arena_free(&a);
}
