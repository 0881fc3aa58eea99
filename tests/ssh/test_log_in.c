/* What people do every day, each with a key of their own: the interface, verbs, files both ways. */
#include "tests/ssh/server.h"

#include "core/mem.h"
#include "tests/support/file_check.h"

#include <stdlib.h>

Test(ssh, opens_the_interface_for_the_person_of_the_key)
{
	SERVER(s);
	struct pty *p = server_sit(&s, "jiaoyu", NULL);

	pty_expect(p, "What I owe");
	pty_expect(p, "林老师");
	struct pty *second = server_sit(&s, "shuiwu", "-o", "RemoteCommand=--language zh_CN", NULL);
	pty_expect(second, "我要报的");
	pty_expect(second, "陈工");
	struct pty *office = server_sit(&s, "office", NULL);
	pty_expect(office, "健康办");
	server_leave(p);
	pty_end(p);
	pty_end(second);
	pty_end(office);
	server_close(&s);
}

static void file_report(struct pty *p, const char *percent, const char *done)
{
	char *percent_sign = xasprintf("%s%%", percent);

	pty_expect(p, "What I owe");
	room_press(p, "Enter 2");
	pty_expect(p, "percent *");
	pty_type(p, percent);
	room_tab_to(p, "done");
	pty_type(p, done);
	pty_expect(p, done);
	pty_key(p, "F9");
	pty_expect(p, percent_sign);
	room_press(p, "2");
	pty_expect(p, "handed in");
	free(percent_sign);
}

Test(ssh, what_is_handed_in_is_the_persons_own)
{
	SERVER(s);
	struct pty *p = server_sit(&s, "jiaoyu", NULL), *other = server_sit(&s, "shuiwu", NULL);

	file_report(p, "45", "二十所学校已筛查");
	file_report(other, "30", "更新管网三公里");
	pty_end(p);
	pty_end(other);
	const char *log = server_must(&s, "office", "log --limit 9 --format tsv");
	room_expect_in(log, "jiaoyu");
	room_expect_in(log, "shuiwu");
	room_expect_in(log, "127.0.0.1");
	room_expect_in(server_must(&s, "office", "show sx2021/2"), "二十所学校已筛查");
	room_expect_in(server_must(&s, "office", "show sx2021/3"), "更新管网三公里");
	server_close(&s);
}

Test(ssh, runs_verbs)
{
	SERVER(s);

	room_expect_in(server_must(&s, "jiaoyu", "whoami"), "林老师 (jiaoyu)");
	room_expect_in(server_must(&s, "shuiwu", "whoami"), "陈工 (shuiwu)");
	room_expect_in(server_must(&s, "office", "list --format json"), "净水行动");
	server_must(&s, "shuiwu", "report sx2021/3 --percent 45 --done '三公里; 已更新' --submit");
	room_expect_in(server_must(&s, "office", "show sx2021/3"), "三公里; 已更新");
	cr_expect_eq(
		server_say(&s, "shuiwu", "report sx2021/2 --percent 45 --done 别人的 --submit"), 4);
	server_close(&s);
}

/* As people do it: ssh … > list.txt. */
Test(ssh, prints_into_a_file_of_the_person)
{
	SERVER(s);
	char *key = server_key_path(&s, "jiaoyu", ""), *here = tmp_path(&s.room.tmp, "list.txt");
	char *line = xasprintf("ssh -F %s -i %s duban print --unit 区教育局 >%s", s.ssh_config, key,
			       here);

	run_words(&s.r, &(struct run_how){.program = "sh"}, "-c", line, NULL);
	cr_assert_eq(s.r.status, 0, "%s", s.r.err);
	char *there = tmp_read(here, NULL);
	room_expect_in(there, "护眼行动");
	char *local = xstrdup(room_must(&s.room, "jiaoyu", "print", "--unit", "区教育局", NULL));
	cr_expect_str_eq(there, local);
	free(local);
	free(there);
	free(line);
	free(here);
	free(key);
	server_close(&s);
}

/* A page of PDF with what cannot be guessed behind it, so that no byte can be lost in the middle.
 */
static char *make_pdf(size_t nbytes)
{
	static const char head[] = "%PDF-1.4\n1 0 obj\n<< /Length 9 >>\nstream\n";
	char *bytes = xmalloc(nbytes);
	unsigned random = 7;

	for (size_t i = 0; i < nbytes; i++)
		bytes[i] = (char)(rand_r(&random) >> 3);
	memcpy(bytes, head, sizeof head - 1);
	return bytes;
}

Test(ssh, carries_files_there_and_back_byte_for_byte)
{
	enum { NBYTES = 5 * 1024 * 1024 + 77 };
	SERVER(s);
	char *pdf = make_pdf(NBYTES);
	struct run_how sent = {.input = pdf, .input_nbytes = NBYTES};

	cr_assert_eq(server_run(&s, &sent, "jiaoyu", "duban",
				"evidence add sx2021/2 --name 筛查.pdf --title 筛查结果", NULL),
		     0, "%s", s.r.err);
	server_must(&s, "jiaoyu", "evidence get 1");
	cr_assert_eq(s.r.out_nbytes, NBYTES);
	cr_expect(memcmp(s.r.out, pdf, NBYTES) == 0, "what came back is another file");
	room_expect_in(server_must(&s, "office", "evidence list --format json"), "筛查.pdf");
	server_must(&s, "office", "evidence get 1");
	cr_expect_eq(s.r.out_nbytes, NBYTES);
	free(pdf);
	server_close(&s);
}

/* Even where sshd lets them through, as it should not. */
Test(ssh, variables_of_the_client_have_no_effect)
{
	SERVER_WITH(s, .sshd = "AcceptEnv DUBAN_DB DUBAN_CONFIG SSH_ORIGINAL_COMMAND");
	static const char *const env[] = {"DUBAN_DB=/nowhere/x.db",
					  "DUBAN_CONFIG=/nowhere/x.conf",
					  "DUBAN_NOW=2031-01-01",
					  "DUBAN_AS=office",
					  "SSH_ORIGINAL_COMMAND=key list",
					  "LD_PRELOAD_LATER=/nowhere/x.so",
					  NULL};

	cr_assert_eq(server_run(&s, &(struct run_how){.env = env}, "jiaoyu", "-o",
				"SendEnv=DUBAN_* SSH_ORIGINAL_COMMAND", "-o",
				"SetEnv=LD_PRELOAD=/nowhere/x.so", "duban", "whoami", NULL),
		     0, "%s", s.r.err);
	room_expect_in(s.r.out, "林老师 (jiaoyu)");
	cr_expect_null(strstr(s.r.err, "LD_PRELOAD"), "%s", s.r.err);
	server_must(&s, "jiaoyu", "report sx2021/2 --percent 45 --done 完成 --submit");
	server_run(&s, &(struct run_how){.env = env}, "jiaoyu", "-o", "SendEnv=DUBAN_*", "duban",
		   "log --limit 1 --format tsv", NULL);
	room_expect_in(s.r.out, "2021-11-21");
	server_close(&s);
}
