/* The floor that duban is measured against: about the least that ncursesw and SQLite need to list
 * the Chinese lines of a table with a cursor. fill.c makes its file. */
#include <locale.h>
#include <ncurses.h>
#include <sqlite3.h>

#define TEXT(i) (const char *)sqlite3_column_text(q, i)

static char rows[256][256];

static void show(int y, bool chosen)
{
	attrset(chosen ? A_REVERSE : A_NORMAL);
	mvaddstr(y, 0, rows[y]);
}

static int load(sqlite3 *db, int n)
{
	sqlite3_stmt *q;
	sqlite3_prepare_v2(db, "SELECT * FROM line ORDER BY id LIMIT ?", -1, &q, NULL);
	sqlite3_bind_int(q, 1, n < 256 ? n : 256);
	for (n = 0; sqlite3_step(q) == SQLITE_ROW; n++)
		snprintf(rows[n], sizeof rows[n], " %s  %s  %s  %s  %s  %s", TEXT(0), TEXT(1),
			 TEXT(2), TEXT(3), TEXT(4), TEXT(5));
	sqlite3_finalize(q);
	return n;
}

int main(int argc, char **argv)
{
	sqlite3 *db;
	if (argc < 2 || sqlite3_open(argv[1], &db) != SQLITE_OK)
		return 1;
	setlocale(LC_ALL, "");
	initscr(), cbreak(), noecho(), keypad(stdscr, TRUE), curs_set(0);
	int n = load(db, LINES), at = 0;
	for (int y = 0; y < n; y++)
		show(y, y == 0);
	for (int key; (key = getch()) != 'q';) {
		int to = at + (key == KEY_DOWN && at + 1 < n) - (key == KEY_UP && at > 0);
		show(at, false), show(to, true);
		at = to;
	}
	return endwin();
}
