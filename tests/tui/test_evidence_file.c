/* Evidence with a file: taken from where the program runs; in a session over SSH the commands that
 * send and fetch it are told. */
#include "db/report/store_file.h"
#include "tests/tui/screen.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static struct screen s;

static void begin(void)
{
	screen_begin(&s, "chen", 100, 30);
}

static void end(void)
{
	screen_end(&s);
}

TestSuite(evidence_file, .init = begin, .fini = end);

static void open_form(void)
{
	screen_open(&s, &view_evidence_form, (struct view_args){.id = district_action(&s.d, "4")});
	screen_press(&s, "Up Right Right Right Right"); /* kind: file */
	cr_assert(screen_has(&s, "[5 file]"));
}

static struct evidence_row newest(void)
{
	struct actor who = district_actor(&s.d, "chen");
	struct evidence_filter f = {.action_id = district_action(&s.d, "4")};
	struct evidence_rows rows;

	cr_assert_eq(store_evidence_list(s.d.s, &s.d.a, &who, &f, 1, &rows, &s.d.e), 0);
	cr_assert_eq(rows.n, 1);
	return rows.at[0];
}

static int take(void *to, const void *bytes, size_t nbytes, struct err *e)
{
	(void)e;
	strbuf_add(to, bytes, nbytes);
	return 0;
}

Test(evidence_file, is_taken_from_its_path)
{
	char *path = tmp_puts(&s.d.tmp, "视力筛查.txt", "裸眼视力正常率\n");
	struct strbuf b = STRBUF_INIT;

	open_form();
	cr_expect(screen_has(&s, "give its path below"));
	cr_expect(screen_has(&s, "it is the name of the file"));
	screen_press(&s, "Tab Tab Tab");
	screen_type(&s, path);
	screen_press(&s, "F9");
	struct evidence_row row = newest();
	cr_expect_str_eq(row.title, "视力筛查.txt", "%s", app_message(s.app));
	cr_expect_eq(row.kind, EVIDENCE_FILE);
	cr_expect_str_empty(row.ref);
	cr_assert_eq(store_file_read(s.d.s, &row, take, &b, &s.d.e), 0, "%s", s.d.e.text);
	cr_expect_str_eq(b.s, "裸眼视力正常率\n");
	strbuf_free(&b);
	screen_open(&s, &view_evidence_list, (struct view_args){0});
	screen_press(&s, "Enter Enter");
	screen_golden(&s, "evidence-file");
	cr_expect(screen_has(&s, "evidence get"));
	free(path);
}

Test(evidence_file, that_is_not_there_is_told_beside_its_path)
{
	open_form();
	screen_press(&s, "F9");
	cr_expect(screen_has(&s, "say which file it is"));
	screen_type(&s, "/nowhere/a.pdf");
	screen_press(&s, "F9");
	cr_expect_str_eq(screen_top(&s), "evidence-new");
	cr_expect(screen_has(&s, "\"/nowhere/a.pdf\" cannot be read"));
}

Test(evidence_file, comes_from_the_persons_own_computer_in_a_session)
{
	s.session.key_id = 7;
	open_form();
	cr_expect(screen_has(&s, "ssh … evidence add yx2021/4 --name A.pdf < A.pdf"));
	screen_press(&s, "Tab Tab Tab");
	screen_type(&s, "/etc/passwd");
	screen_press(&s, "F9");
	cr_expect_str_eq(screen_top(&s), "evidence-new");
	cr_expect(screen_has(&s, "on your own computer"));
}

Test(evidence_file, a_document_is_called_as_another_unit_has_it)
{
	struct actor wei = district_actor(&s.d, "wei");
	struct evidence_new v = {.unit_id = district_unit(&s.d, "区卫生健康局"),
				 .action_id = district_action(&s.d, "4"),
				 .kind = EVIDENCE_DOCUMENT,
				 .title = "近视防控联席会议纪要",
				 .doc_no = "卫健〔2021〕8号",
				 .ref = "",
				 .note = ""};
	struct evidence_row row;

	cr_assert_eq(store_evidence_add(s.d.s, &wei, &v, &s.d.a, &row, NULL, &s.d.e), 0, "%s",
		     s.d.e.text);
	screen_open(&s, &view_evidence_form, (struct view_args){.id = district_action(&s.d, "4")});
	screen_press(&s, "Tab");
	screen_type(&s, "卫健[2021]8号");
	cr_expect(screen_has(&s, "\"近视防控联席会议纪要\", as 区卫生健康局 has recorded it"));
	screen_press(&s, "F9");
	cr_expect_str_eq(newest().title, "近视防控联席会议纪要", "%s", app_message(s.app));
}
