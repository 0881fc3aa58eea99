/* What is kept of what people did, and of when they were there, is there to be read row by row:
 * nobody's activity is counted, and nobody is put before others by it. The statements of the store
 * say so: those that read such rows have them in the order in which they were written. */
#include "tests/db/statements.h"

#include <criterion/criterion.h>
#include <stdbool.h>
#include <string.h>

TestSuite(records);

static const char *const records[] = {"log", "access", "session"};
static int nof_records;

/* The table that a text names next, after `word`. */
static bool names_record(const char *text, const char *word)
{
	const char *at = strstr(text, word);
	size_t n;

	if (!at)
		return false;
	at += strlen(word);
	n = strspn(at, "abcdefghijklmnopqrstuvwxyz_");
	for (size_t i = 0; i < sizeof records / sizeof *records; i++)
		if (strlen(records[i]) == n && strncmp(at, records[i], n) == 0)
			return true;
	return false;
}

static bool reads_records(const char *text)
{
	for (const char *s = text; *s; s++)
		if (strncmp(s, "FROM ", 5) == 0 || strncmp(s, "JOIN ", 5) == 0)
			if (names_record(s, s[0] == 'F' ? "FROM " : "JOIN "))
				return true;
	return false;
}

/* In the order in which they were written: by numbers and times of rows alone. */
static bool is_by_time(const char *terms)
{
	for (;;) {
		size_t n = strspn(terms, "abcdefghijklmnopqrstuvwxyz_.");
		const char *name = memrchr(terms, '.', n);
		const char *end = terms + n;

		name = name ? name + 1 : terms;
		if ((end - name != 2 || (strncmp(name, "id", 2) && strncmp(name, "at", 2))) &&
		    (end - name < 3 || strncmp(end - 3, "_at", 3) != 0))
			return false;
		if (strncmp(end, " DESC", 5) == 0)
			end += 5;
		if (*end != ',')
			return *end == '\0' || *end == ')' || *end == ' ';
		terms = end + 2;
	}
}

/* What is meant, by words of the statement. */
static const char *const meant_records[] = {
	/* what has ended goes, but the last of each person and key */
	"DELETE FROM session WHERE ended_at < ?1 AND id NOT IN (SELECT max(id) FROM session "
	"GROUP BY person_id, key_id)",
	/* keys by whose they are, each with when it was used last */
	"FROM ssh_key k JOIN person p ON p.id = k.person_id",
};

static bool is_meant_of_records(const char *text)
{
	for (size_t i = 0; i < sizeof meant_records / sizeof *meant_records; i++)
		if (strstr(text, meant_records[i]))
			return true;
	return false;
}

static void check_records(const char *text)
{
	static const char *const sums[] = {"count(", "sum(", "total(", "avg("};
	static const char *const groups[] = {"GROUP BY ", "DISTINCT ", " OVER ("};

	if (!reads_records(text) || is_meant_of_records(text))
		return;
	nof_records++;
	for (size_t i = 0; i < sizeof sums / sizeof *sums; i++)
		for (const char *s = text; (s = strstr(s, sums[i])); s++)
			cr_expect_not(names_record(s, " FROM "), "counts what people did\n  %s",
				      text);
	for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
		cr_expect_null(strstr(text, groups[i]), "groups what people did\n  %s", text);
	for (const char *s = text; (s = strstr(s, "ORDER BY ")); s++)
		cr_expect(is_by_time(s + strlen("ORDER BY ")),
			  "orders what people did otherwise than by time\n  %s", text);
}

Test(records, nobodys_activity_is_counted_or_ranked)
{
	statements_each(check_records);
	cr_expect_gt(nof_records, 15);
}
