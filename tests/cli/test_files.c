/* Files of evidence from the command line: in through standard input or from a path, out again, and
 * what is refused. */
#include "tests/cli/desk.h"

#include "core/mem.h"

#include <criterion/criterion.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum { LARGE = 30 << 20 };

static struct desk d;

static void open_desk(void)
{
	desk_open(&d);
}
static void close_desk(void)
{
	desk_close(&d);
}
TestSuite(files, .init = open_desk, .fini = close_desk);

#define HAS(text, part)                                                                            \
	cr_expect(strstr((text), (part)) != NULL, "no \"%s\" in:\n%s", (part), (text))

static const char pdf[] = "%PDF-1.7\nannual report\n%%EOF\n";

/* Runs duban with these words and bytes on standard input. */
static int feed(const char *bytes, size_t nbytes, const char *const *words)
{
	run_free(&d.r);
	run_argv(&d.r, &(struct run_how){.env = d.env, .input = bytes, .input_nbytes = nbytes},
		 words);
	return d.r.status;
}
#define FEED(bytes, nbytes, ...)                                                                   \
	feed(bytes, nbytes, (const char *const[]){__VA_ARGS__, "--as", "shuiwu", NULL})
#define MUST_FEED(bytes, nbytes, ...)                                                              \
	cr_assert_eq(FEED(bytes, nbytes, __VA_ARGS__), 0, "%s", d.r.err)

static void put_pdf(void)
{
	MUST_FEED(pdf, sizeof pdf - 1, "evidence", "add", "3", "--name", "年度总结.pdf");
}

Test(files, come_in_through_standard_input_and_go_out_again)
{
	put_pdf();
	HAS(d.r.out, "evidence 1 of 区水务局 for yx2021/3: 年度总结.pdf");
	HAS(d.r.out, "29 B, SHA-256 ");
	desk_must(&d, "evidence", "get", "1", "--as", "shuiwu", NULL);
	cr_assert_eq(d.r.out_nbytes, sizeof pdf - 1);
	cr_expect_arr_eq(d.r.out, pdf, sizeof pdf - 1);
	HAS(desk_must(&d, "evidence", "list", NULL), "年度总结.pdf");
	HAS(desk_must(&d, "evidence", "list", "--format", "tsv", NULL), "\t29\t");
	HAS(d.r.out, "application/pdf");
	HAS(desk_must(&d, "evidence", "show", "1", NULL), "29 B");
	HAS(d.r.out, "application/pdf");
	HAS(desk_must(&d, "show", "3", NULL), "年度总结.pdf");
	HAS(desk_must(&d, "access", "list", NULL), "evidence get");
}

Test(files, come_from_a_path_and_go_into_a_new_file)
{
	char *path = tmp_puts(&d.tmp, "总结(终稿).pdf", pdf);
	char *out = tmp_path(&d.tmp, "out.pdf"), *back;
	size_t nbytes;

	desk_must(&d, "evidence", "add", "3", "--file", path, "--title", "年度总结", "--doc-no",
		  "云水〔2021〕9号", "--as", "shuiwu", NULL);
	HAS(desk_must(&d, "evidence", "show", "1", NULL), "总结(终稿).pdf");
	HAS(d.r.out, "云水〔2021〕9号");
	desk_must(&d, "evidence", "get", "1", "--output", out, "--as", "shuiwu", NULL);
	back = tmp_read(out, &nbytes);
	cr_assert_eq(nbytes, sizeof pdf - 1);
	cr_expect_str_eq(back, pdf);
	cr_expect_eq(desk_say(&d, "evidence", "get", "1", "--output", out, NULL), 5, "%s", d.r.err);
	HAS(d.r.err, "is there already");
	free(back);
	free(out);
	free(path);
}

/* The sanitizers and valgrind keep what was freed; here they must not, or it counts as memory in
 * use. */
static void keep_nothing_freed(void)
{
	const char *set = getenv("ASAN_OPTIONS");
	char *options = xasprintf("%s:quarantine_size_mb=0:thread_local_quarantine_size_kb=0",
				  set ? set : "");

	setenv("ASAN_OPTIONS", options, 1);
	setenv("VALGRIND_OPTS", "--freelist-vol=0", 1);
	free(options);
}

Test(files, of_any_size_pass_through_little_memory)
{
	char *bytes = malloc(LARGE);
	struct run in;

	keep_nothing_freed();
	desk_must(&d, "policy", "set", "evidence.size", "40", NULL);
	memset(bytes, 'x', LARGE);
	memcpy(bytes, pdf, sizeof pdf);
	for (size_t i = sizeof pdf; i < LARGE; i += 4096)
		memcpy(bytes + i, &i, sizeof i);
	put_pdf();
	long little = d.r.max_rss_kib;
	MUST_FEED(bytes, LARGE, "evidence", "add", "3", "--name", "large.pdf");
	in = d.r;
	cr_expect_lt(in.max_rss_kib, little + 6 * 1024, "%ld KiB, a small one %ld", in.max_rss_kib,
		     little);
	desk_must(&d, "evidence", "get", "2", "--as", "shuiwu", NULL);
	cr_expect_lt(d.r.max_rss_kib, little + 6 * 1024, "%ld KiB", d.r.max_rss_kib);
	cr_assert_eq(d.r.out_nbytes, LARGE);
	cr_expect_eq(memcmp(d.r.out, bytes, LARGE), 0);
	free(bytes);
}

Test(files, that_are_not_taken_are_told_why)
{
	static const struct {
		const char *bytes, *words[8], *says;
	} cases[] = {
		{pdf, {"--file", "-"}, "--name"},
		{pdf, {"--name", ".."}, "--name"},
		{pdf, {"--file", "/nowhere/a.pdf"}, "cannot be read"},
		{pdf, {"--file", "/"}, "--name"},
		{pdf, {"--file", "/", "--name", "a"}, "is no file"},
		{"", {"--name", "a.pdf"}, "empty"},
		{pdf, {"--name", "a.pdf", "--kind", "document"}, "--kind"},
		{pdf, {"--kind", "file"}, "--file"},
		{pdf, {"--title", "x"}, "--kind"},
		{"#!/bin/sh\necho\n",
		 {"--name", "a.pdf"},
		 "PDF and OFD, images, office documents, texts"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		const char *words[16] = {"evidence", "add", "3", "--as", "shuiwu"};

		for (size_t k = 0; cases[i].words[k]; k++)
			words[5 + k] = cases[i].words[k];
		cr_expect_neq(feed(cases[i].bytes, strlen(cases[i].bytes), words), 0, "%zu", i);
		HAS(d.r.err, cases[i].says);
	}
	HAS(desk_must(&d, "evidence", "list", NULL), "no evidence");
}

/* Neither what was not typed is named nor is what was typed let fall without a word. */
Test(files, are_answered_in_the_words_that_were_typed)
{
	cr_expect_eq(FEED("", 0, "evidence", "add", "3", "--name", "a.pdf"), 2);
	cr_expect_null(strstr(d.r.err, "--file"), "%s", d.r.err);
	cr_expect_eq(FEED("", 0, "evidence", "add", "3", "--name", "a.pdf", "--file", "-"), 2);
	HAS(d.r.err, "--file: the file is empty");
	put_pdf();
	cr_expect_null(strstr(d.r.out, "was there already"), "%s", d.r.out);
	put_pdf();
	cr_expect_null(strstr(d.r.out, "was there already"), "%s", d.r.out);
	MUST_FEED(pdf, sizeof pdf - 1, "evidence", "add", "3", "--name", "b.pdf");
	HAS(d.r.out, "was there already as 年度总结.pdf; the name b.pdf is not taken");
}

Test(files, over_the_limits_of_the_office_are_refused)
{
	char *bytes = calloc(1, (1 << 20) + 1);

	memcpy(bytes, pdf, sizeof pdf);
	desk_must(&d, "policy", "set", "evidence.size", "1", NULL);
	cr_expect_eq(FEED(bytes, (1 << 20) + 1, "evidence", "add", "3", "--name", "a.pdf"), 2);
	HAS(d.r.err, "more than 1 MB");
	desk_must(&d, "policy", "set", "evidence.unit", "1", NULL);
	MUST_FEED(bytes, 1 << 20, "evidence", "add", "3", "--name", "a.pdf");
	cr_expect_eq(FEED(pdf, sizeof pdf - 1, "evidence", "add", "3", "--name", "b.pdf"), 2);
	HAS(d.r.err, "1 MB of the 1 MB");
	HAS(desk_must(&d, "policy", "list", NULL), "evidence.types");
	desk_must(&d, "policy", "set", "evidence.types", "image", NULL);
	cr_expect_eq(FEED(bytes, 1 << 20, "evidence", "add", "3", "--name", "a.pdf"), 2);
	HAS(d.r.err, "taken: images");
	free(bytes);
}

Test(files, of_others_are_neither_taken_nor_given)
{
	put_pdf();
	cr_expect_eq(feed(pdf, 0,
			  (const char *const[]){"evidence", "add", "3", "--name", "a.pdf", "--unit",
						"区水务局", "--as", "jiaoyu", NULL}),
		     4, "%s", d.r.err);
	cr_expect_eq(desk_say(&d, "evidence", "get", "1", "--as", "jiaoyu", NULL), 4, "%s",
		     d.r.err);
	cr_expect_eq(d.r.out_nbytes, 0);
	desk_must(&d, "evidence", "add", "3", "--kind", "note", "--title", "无文件", "--as",
		  "shuiwu", NULL);
	cr_expect_eq(desk_say(&d, "evidence", "get", "2", "--as", "shuiwu", NULL), 3);
	HAS(d.r.err, "by reference");
}

Test(files, of_withdrawn_evidence_are_kept)
{
	put_pdf();
	desk_must(&d, "evidence", "withdraw", "1", "--reason", "传错了", "--as", "shuiwu", NULL);
	desk_must(&d, "evidence", "get", "1", "--as", "shuiwu", NULL);
	cr_expect_eq(d.r.out_nbytes, sizeof pdf - 1);
	HAS(d.r.err, "was withdrawn");
}

/* duban with both ends of a connection in one, as sshd gives them to a command. */
static pid_t upload_over(int end)
{
	static const char *const words[] = {"evidence", "add",	"3",	  "--name",
					    "a.pdf",	"--as", "shuiwu", NULL};
	pid_t pid = fork();

	if (pid == 0) {
		dup2(end, STDIN_FILENO);
		dup2(end, STDOUT_FILENO);
		run_become(run_duban(), words, d.env, NULL);
	}
	cr_assert_gt(pid, 0);
	close(end);
	return pid;
}

static int upload_then(bool hang_up)
{
	int ends[2], status;

	cr_assert_eq(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends), 0);
	pid_t pid = upload_over(ends[1]);
	cr_assert_eq(write(ends[0], pdf, sizeof pdf - 1), (ssize_t)sizeof pdf - 1);
	if (hang_up)
		close(ends[0]);
	else
		shutdown(ends[0], SHUT_WR);
	cr_assert_eq(waitpid(pid, &status, 0), pid);
	if (!hang_up)
		close(ends[0]);
	return status;
}

Test(files, half_of_one_is_not_stored_when_the_line_drops)
{
	cr_expect_neq(upload_then(true), 0);
	HAS(desk_must(&d, "evidence", "list", "--format", "tsv", NULL), "id\t");
	cr_expect_null(strstr(d.r.out, "a.pdf"));
	cr_expect_eq(upload_then(false), 0, "the same without the drop");
	HAS(desk_must(&d, "evidence", "list", NULL), "a.pdf");
}
