/* The floor that duban is measured against: about the least that ncursesw and SQLite need to list
 * Chinese lines of a table with a cursor. "floor FILE make N" fills the file, "floor FILE" lists
 * it. */
#include <locale.h>
#include <ncurses.h>
#include <sqlite3.h>
#include <stdlib.h>

static char rows[512][256];

static void show(int y, bool chosen)
{
	attrset(chosen ? A_REVERSE : A_NORMAL);
	mvaddstr(y, 0, rows[y]);
}

static int load(sqlite3 *db, int limit)
{
	sqlite3_stmt *q;
	int n = 0;
	sqlite3_prepare_v2(db, "SELECT id, title, unit FROM line ORDER BY id LIMIT ?", -1, &q,
			   NULL);
	for (sqlite3_bind_int(q, 1, limit); sqlite3_step(q) == SQLITE_ROW; n++)
		snprintf(rows[n], sizeof rows[n], " %4d  %s  %s", sqlite3_column_int(q, 0),
			 (const char *)sqlite3_column_text(q, 1),
			 (const char *)sqlite3_column_text(q, 2));
	sqlite3_finalize(q);
	return n;
}

int main(int argc, char **argv)
{
	sqlite3 *db;
	int key = 0, at = 0, n;
	if (argc < 2 || sqlite3_open(argv[1], &db) != SQLITE_OK)
		return 1;
	if (argc > 3) {
		char *sql = sqlite3_mprintf(
			"CREATE TABLE line (id INTEGER PRIMARY KEY, title TEXT, unit TEXT);"
			"WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i "
			"< %d)"
			"INSERT INTO line SELECT i, '居民健康促进行动第' || i || '项', "
			"'区卫生健康局' FROM n",
			atoi(argv[3]));
		return sqlite3_exec(db, sql, NULL, NULL, NULL);
	}
	setlocale(LC_ALL, "");
	initscr(), cbreak(), noecho(), keypad(stdscr, TRUE), curs_set(0);
	n = load(db, LINES < 512 ? LINES : 512);
	for (int y = 0; y < n; y++)
		show(y, y == 0);
	while ((key = getch()) != 'q') {
		int to = at + (key == KEY_DOWN && at + 1 < n) - (key == KEY_UP && at > 0);
		show(at, false), show(to, true);
		at = to;
	}
	return endwin();
}
