/*
 * config.h - the settings: one table of options, from which come the reading of the configuration
 * files with its errors, `duban config`, etc/duban.conf and duban.conf(5). Files are libconfig's
 * syntax: DUBAN_SYSCONFDIR/duban.conf for the server, then ~/.config/duban/duban.conf of the
 * person, which wins.
 */
#ifndef DUBAN_CLI_CONFIG_H
#define DUBAN_CLI_CONFIG_H

#include "core/err.h"
#include "core/i18n.h"
#include "core/mem.h"
#include "print/text.h"

#include <stdio.h>

enum config_type { CONFIG_TEXT, CONFIG_PATH, CONFIG_NUMBER, CONFIG_CHOICE };

/* id, name (groups by '.'), type, default, least, most, choices with '|' between, help */
#define CONFIG_OPTIONS(X)                                                                              \
	X(CONFIG_DATABASE, "database", CONFIG_PATH, "", 0, 0, "",                                      \
	  N_("the database file; --db and DUBAN_DB come before it"))                                   \
	X(CONFIG_NETWORK, "network_file", CONFIG_CHOICE, "never", 0, 0, "never|allowed",               \
	  N_("whether the database file may lie on a file system of the network; allowed: only "       \
	     "where a single machine works with it, for between two it loses what was entered"))       \
	X(CONFIG_LANGUAGE, "language", CONFIG_CHOICE, "auto", 0, 0, "auto|en|zh_CN",                   \
	  N_("the language of the program; auto: what the locale says"))                               \
	X(CONFIG_AMBIGUOUS, "ambiguous", CONFIG_CHOICE, "auto", 0, 0, "auto|narrow|wide|ascii",        \
	  N_("how the terminal draws characters like ★ “ ” … and the lines of frames: in one " \
	     "column, in two, or not safely at all; auto: ask the terminal"))                          \
	X(CONFIG_COLOURS, "colours", CONFIG_CHOICE, "auto", 0, 0, "auto|never",                        \
	  N_("whether the terminal interface uses colours; NO_COLOR has the same effect as "           \
	     "never"))                                                                                 \
	X(CONFIG_THEME, "theme", CONFIG_CHOICE, "auto", 0, 0, "auto|dark|light|mono",                  \
	  N_("the colours of the terminal interface: for a dark or a light background, or none; "      \
	     "auto: "                                                                                  \
	     "light where the variable COLORFGBG tells of a light background, else dark"))             \
	X(CONFIG_MOUSE, "mouse", CONFIG_CHOICE, "auto", 0, 0, "auto|never",                            \
	  N_("whether the terminal interface takes clicks and the wheel of a mouse; auto: where "      \
	     "the "                                                                                    \
	     "description of the terminal (TERM) tells of one; text is then marked for copying "       \
	     "with "                                                                                   \
	     "Shift held down in most terminals"))                                                     \
	X(CONFIG_ESCAPE, "escape_ms", CONFIG_NUMBER, "50", 25, 1000, "",                               \
	  N_("for how many thousandths of a second what follows an Esc may still belong to it: "       \
	     "arrows "                                                                                 \
	     "and function keys are sent as an Esc and more; on a line that tears them apart, so "     \
	     "that "                                                                                   \
	     "an arrow key acts as Esc, set it to 300"))                                               \
	X(CONFIG_IDLE, "idle_limit", CONFIG_NUMBER, "60", 0, 1440, "",                                 \
	  N_("after how many minutes without a key the terminal interface closes; what is typed "      \
	     "into a form is kept and offered at the next start; a file on its way over SSH that "     \
	     "stands still for so long is given up too; 0: never"))                                    \
	X(CONFIG_SESSION, "session_limit", CONFIG_NUMBER, "0", 0, 10080, "",                           \
	  N_("after how many minutes the terminal interface closes in any case, in the same way; "     \
	     "0: "                                                                                     \
	     "never"))                                                                                 \
	X(CONFIG_SESSIONS, "sessions_per_person", CONFIG_NUMBER, "0", 0, 1000, "",                     \
	  N_("how many terminal interfaces one person may have open at once; 0: any number"))          \
	X(CONFIG_CONFINE, "confine", CONFIG_CHOICE, "auto", 0, 0, "auto|never",                        \
	  N_("whether a session over SSH, and what it starts, gives up all files of the server "       \
	     "that it does not need; auto: where the kernel can, see duban-setup(7)"))                 \
	X(CONFIG_NOTICE_COMMAND, "notice.command", CONFIG_TEXT, "", 0, 0, "",                          \
	  N_("the command that carries notices out of the file, for a gateway of mail or short "       \
	     "messages: it gets each as JSON on its standard input and is started without a "          \
	     "shell, once a notice; empty: none"))                                                     \
	X(CONFIG_NOTICE_SECONDS, "notice.seconds", CONFIG_NUMBER, "10", 1, 300, "",                    \
	  N_("for how many seconds that command may run before it is ended"))                          \
	X(CONFIG_PRINT_WIDTH, "print.width", CONFIG_NUMBER, "80", TEXT_WIDTH_MIN, TEXT_WIDTH_MAX,      \
	  "", N_("columns of a printed line"))                                                         \
	X(CONFIG_PRINT_LINES, "print.page_lines", CONFIG_NUMBER, "60", 0, 1000, "",                    \
	  N_("lines of a printed page, 20 or more; 0: one page without end"))                          \
	X(CONFIG_PRINTER, "print.printer", CONFIG_TEXT, "", 0, 0, "",                                  \
	  N_("the printer that the print dialog offers; empty: the default one of lp"))                \
	X(CONFIG_BACKUP_FOLDER, "backup.folder", CONFIG_PATH, "", 0, 0, "",                            \
	  N_("the folder that backups go to, best on another disk; a folder for this file alone"))     \
	X(CONFIG_BACKUP_DAILY, "backup.daily", CONFIG_NUMBER, "7", 1, 1000, "",                        \
	  N_("of so many days the newest backup is kept"))                                             \
	X(CONFIG_BACKUP_WEEKLY, "backup.weekly", CONFIG_NUMBER, "5", 0, 1000, "",                      \
	  N_("and of so many weeks"))                                                                  \
	X(CONFIG_BACKUP_MONTHLY, "backup.monthly", CONFIG_NUMBER, "12", 0, 1000, "",                   \
	  N_("and of so many months"))

#define CONFIG_ENUM(id, ...) id,
enum config_id { CONFIG_OPTIONS(CONFIG_ENUM) CONFIG_COUNT };

struct config_option {
	const char *name;
	enum config_type type;
	const char *fallback; /* default, as text */
	int least, most;
	const char *choices;
	const char *help; /* N_() */
};
extern const struct config_option config_options[CONFIG_COUNT];

/* The group whose members are not options but keys of the terminal interface: action = "keys". */
#define CONFIG_KEYS "keys"
#define CONFIG_KEYS_HELP                                                                           \
	N_("keys of the terminal interface by the name of the action, see duban-keys(7)")

/* The same for styles: name = "look". */
#define CONFIG_STYLES "styles"
#define CONFIG_STYLES_HELP                                                                         \
	N_("the look of single styles of the terminal interface, before the theme: words of "      \
	   "bold, "                                                                                \
	   "dim, underline, reverse, plain, a colour, \"on\" and a colour; colours are black, "    \
	   "red, "                                                                                 \
	   "green, yellow, blue, magenta, cyan, white, the same with bright- before them, "        \
	   "default, "                                                                             \
	   "or a number up to 255. The styles:")

struct config_value {
	const char *text;
	int number;	   /* CONFIG_NUMBER */
	const char *where; /* "FILE:LINE"; "" of a default */
};
/* A member of one of those groups. */
struct config_pair {
	const char *name, *text, *where;
};
struct config {
	struct config_value values[CONFIG_COUNT];
	VEC(struct config_pair) keys, styles;
};

/* All defaults. */
void config_begin(struct config *c);
/* Reads `file` over what is there; texts in the arena. ERR_INPUT names file, line and what is wrong
 * or may have been meant, ERR_FORMAT where it is no text; ERR_NOT_FOUND when there is none. */
int config_load_file(struct arena *a, const char *file, struct config *c, struct err *e);
/* The same from an open file, which `file` names in errors. */
int config_load_stream(struct arena *a, FILE *from, const char *file, struct config *c,
		       struct err *e);
/* Reads the file that --config or DUBAN_CONFIG names (which must be there), else those of the
 * server and of the person as far as they are there. */
int config_load(struct arena *a, const char *named, struct config *c, struct err *e);
/* The server's file, as a name for config_load(); "" (no file) when there is none. */
const char *config_server_file(void);

/* Whether the word is a choice of this option. */
int config_has_choice(enum config_id id, const char *word);

static inline const char *config_text(const struct config *c, enum config_id id)
{
	return c->values[id].text;
}
static inline int config_number(const struct config *c, enum config_id id)
{
	return c->values[id].number;
}

#endif
