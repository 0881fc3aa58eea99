/*
 * actions.h - THE table of what a key can do. From it come the enum, the names in the
 * configuration, the default keys, the hint bar, the help screen, the command palette and
 * duban-keys(7).
 *
 * To add one: a row here, and a case in the act() of the view that does it (DO_… is what a key asks
 * for; whether the person may is another matter: core/rule/may.h). Keys are names of key.h
 * with blanks between. The order of rows is the order of the hint bar and of the help. A row with
 * the hint NULL does not appear in the hint bar. A hint is one or two words, the help a short
 * sentence without full stop.
 */
#ifndef DUBAN_TUI_ACTIONS_H
#define DUBAN_TUI_ACTIONS_H

#include "core/i18n.h"

#include <stddef.h>

/*
 * Where bindings hold: id, word in the configuration, the scope asked next, heading in the help. A
 * key is looked up in the scope of the view on top, then in its parent, and so on to SCOPE_GLOBAL
 * (which is its own parent).
 */
#define SCOPES(X)                                                                                  \
	X(SCOPE_GLOBAL, "global", SCOPE_GLOBAL, N_("Everywhere"))                                  \
	X(SCOPE_MOVE, "move", SCOPE_GLOBAL, N_("Moving"))                                          \
	X(SCOPE_LIST, "list", SCOPE_MOVE, N_("In a list"))                                         \
	X(SCOPE_ITEM, "item", SCOPE_LIST, N_("On an action"))                                      \
	X(SCOPE_HOME, "home", SCOPE_ITEM, N_("What I owe"))                                        \
	X(SCOPE_OFFICE, "office", SCOPE_LIST, N_("The office's overview"))                         \
	X(SCOPE_PLAN, "plan", SCOPE_ITEM, N_("All actions"))                                       \
	X(SCOPE_ACTION, "action", SCOPE_ITEM, N_("An action and its tabs"))                        \
	X(SCOPE_IMPORT, "import", SCOPE_LIST, N_("Reviewing a document"))                          \
	X(SCOPE_ROWS, "rows", SCOPE_LIST, N_("In a list that one can add to"))                     \
	X(SCOPE_FACES, "faces", SCOPE_LIST, N_("Where the same is shown in several forms"))        \
	X(SCOPE_RECEIVE, "receive", SCOPE_LIST, N_("Tasks to receive"))                            \
	X(SCOPE_HANDOVER, "handover", SCOPE_LIST, N_("Before work is handed over"))                \
	X(SCOPE_MARKS, "marks", SCOPE_LIST, N_("Accepting several reports"))                       \
	X(SCOPE_SEARCH, "search", SCOPE_LIST, N_("Searching everything"))                          \
	X(SCOPE_FORM, "form", SCOPE_GLOBAL, N_("In a form"))                                       \
	X(SCOPE_FIELD, "field", SCOPE_FORM, N_("While typing"))                                    \
	X(SCOPE_MENU, "menu", SCOPE_MOVE, N_("In a menu"))                                         \
	X(SCOPE_DIALOG, "dialog", SCOPE_GLOBAL, N_("In a question"))                               \
	X(SCOPE_TEXT, "text", SCOPE_MOVE, N_("Reading a text"))                                    \
	X(SCOPE_PRINT, "print", SCOPE_TEXT, N_("Before printing"))                                 \
	X(SCOPE_REVIEW, "review", SCOPE_TEXT, N_("Reading a report"))                              \
	X(SCOPE_REQUEST, "request", SCOPE_TEXT, N_("Reading a request or a case"))

/* id, name in the configuration, scope, default keys, hint or NULL, help */
#define ACTIONS(X)                                                                                 \
	/* the first screen of a unit */                                                           \
	X(DO_CAME_IN, "came-in", SCOPE_HOME, "Tab Shift-Tab", N_("what came in"),                  \
	  N_("to the lines above the list that tell what came in, and back"))                      \
	/* on an action: home, all actions, an action */                                           \
	X(DO_REPORT_NEW, "report-new", SCOPE_ITEM, "e", N_("report"), N_("enter progress"))        \
	X(DO_REPORT_NO_CHANGE, "report-no-change", SCOPE_ITEM, "=", N_("no change"),               \
	  N_("report that nothing has changed this period"))                                       \
	X(DO_MILESTONES, "milestones", SCOPE_ITEM, "m", N_("milestones"),                          \
	  N_("milestones: add, mark as done, change"))                                             \
	X(DO_EVIDENCE, "evidence", SCOPE_ITEM, "v", N_("evidence"),                                \
	  N_("evidence: add and look at"))                                                         \
	X(DO_EVIDENCE_NEW, "evidence-new", SCOPE_ITEM, "V", NULL, N_("record evidence"))           \
	X(DO_CLAUSE, "clause", SCOPE_ITEM, "c", N_("clause"),                                      \
	  N_("the clause of the document, word for word"))                                         \
	X(DO_ASK, "ask", SCOPE_ITEM, "F6", NULL,                                                   \
	  N_("ask the office: a later date, a correction, a late report, close-out"))              \
	X(DO_UNDO, "undo", SCOPE_ITEM, "u", NULL, N_("take back what I did last"))                 \
	X(DO_NEXT_DUE, "next-due", SCOPE_ITEM, "n", NULL, N_("go to the next one that is owed"))   \
	X(DO_PRINT, "print", SCOPE_LIST, "p", N_("print"), N_("print what is shown"))              \
	X(DO_ADD, "add", SCOPE_LIST, "a Ins", NULL, N_("add a new entry"))                         \
	X(DO_ADD_ROW, "add-row", SCOPE_ROWS, "Tab a Ins", N_("add"), N_("add a new entry"))        \
	X(DO_EDIT, "edit", SCOPE_LIST, "F2", NULL, N_("change the entry under the cursor"))        \
	X(DO_BY_ROLE, "by-role", SCOPE_PLAN, "Right r", N_("role"),                                \
	  N_("show one role only; again: the next role, then all"))                                \
	X(DO_BY_LAMP, "by-lamp", SCOPE_PLAN, "Tab t", N_("lamp"),                                  \
	  N_("show one lamp only; again: the next lamp, then all"))                                \
	X(DO_SEARCH_WHERE, "search-where", SCOPE_SEARCH, "Tab", N_("where"),                       \
	  N_("search this plan, all open plans, closed ones too"))                                 \
	/* reviewing a document before it is stored */                                             \
	X(DO_DOUBT_TAKE, "doubt-take", SCOPE_IMPORT, "y", NULL, N_("take the proposal"))           \
	X(DO_DOUBT_LEAVE, "doubt-leave", SCOPE_IMPORT, "o", NULL,                                  \
	  N_("it is right as it was read"))                                                        \
	X(DO_STEP_UNDO, "step-undo", SCOPE_IMPORT, "u F4", N_("take back"),                        \
	  N_("take the last correction back"))                                                     \
	X(DO_STEP_REDO, "step-redo", SCOPE_IMPORT, "Ctrl-R F6", NULL,                              \
	  N_("do the correction again"))                                                           \
	X(DO_DOCUMENT, "document", SCOPE_IMPORT, "c", N_("document"), N_("the whole document"))    \
	X(DO_STORE, "store", SCOPE_IMPORT, "F9 Ctrl-S", N_("store"), N_("store everything"))       \
	/* lists */                                                                                \
	X(DO_OPEN, "open", SCOPE_LIST, "Enter", N_("open"), N_("open; on an item its menu"))       \
	X(DO_FILTER, "filter", SCOPE_LIST, "/", N_("find"),                                        \
	  N_("show only what contains the words typed; Esc shows all again"))                      \
	X(DO_LIST_MENU, "list-menu", SCOPE_LIST, "F3", N_("list"),                                 \
	  N_("this list: find, sort, narrow, saved views, show all again"))                        \
	X(DO_SORT, "sort", SCOPE_LIST, "s", NULL, N_("sort by a column; the same again reverses")) \
	X(DO_SORT_REVERSE, "sort-reverse", SCOPE_LIST, "S", NULL, N_("reverse the order"))         \
	X(DO_WAITING, "waiting", SCOPE_LIST, "F8 w", N_("review"),                                 \
	  N_("review the reports that wait for you, one after the other"))                         \
	X(DO_FACE_NEXT, "face-next", SCOPE_FACES, "Tab", N_("other form"),                         \
	  N_("the same in another form: a list, a month, a year; sections, units"))                \
	X(DO_FACE_PREV, "face-previous", SCOPE_FACES, "Shift-Tab", NULL, N_("the form before"))    \
	X(DO_PRINT_MENU, "print-menu", SCOPE_PRINT, "Enter p", N_("print"),                        \
	  N_("to the printer, into a file, wider, another unit"))                                  \
	X(DO_DECIDE, "decide", SCOPE_REVIEW, "Enter", N_("menu"),                                  \
	  N_("what can be done with this report: decide on it, compare it, ask to correct it"))    \
	X(DO_NEXT_WAITING, "next-waiting", SCOPE_REVIEW, "Tab n Right", N_("next report"),         \
	  N_("leave it undecided and go to the next one that waits"))                              \
	X(DO_COMPARE, "compare", SCOPE_REVIEW, "Left c", N_("changes"),                            \
	  N_("mark what changed since it was handed in before; since the last accepted one; not")) \
	X(DO_OWN_TEXT, "own-text", SCOPE_REVIEW, "e Ctrl-O", N_("what you typed"),                 \
	  N_("what you typed into this report yourself, kept and not sent"))                       \
	X(DO_SEVERAL, "accept-several", SCOPE_OFFICE, "F7 A", N_("several"),                       \
	  N_("mark reports and accept them all with one answer"))                                  \
	X(DO_MARK, "mark", SCOPE_MARKS, "Enter Space", N_("mark"), N_("mark it, or no longer"))    \
	X(DO_ACCEPT_MARKED, "accept-marked", SCOPE_MARKS, "Tab F9", N_("accept"),                  \
	  N_("accept those that are marked, after one question"))                                  \
	X(DO_READ, "read", SCOPE_MARKS, "Right o", N_("read"),                                     \
	  N_("read the report and come back"))                                                     \
	X(DO_MARK_ALL, "mark-all", SCOPE_MARKS, "Left a Shift-Tab", N_("all"),                     \
	  N_("mark all that are shown, or none of them"))                                          \
	X(DO_RECEIVE_ALL, "receive-all", SCOPE_RECEIVE, "Tab a", N_("receive all"),                \
	  N_("receive all of these tasks with one answer"))                                        \
	X(DO_HAND_OVER, "hand-over", SCOPE_HANDOVER, "Enter", N_("hand over"),                     \
	  N_("choose who comes after"))                                                            \
	X(DO_REQUEST_MENU, "request-menu", SCOPE_REQUEST, "Enter", N_("answer, change"),           \
	  N_("what can be done with it: answer or decide, take back, change, prove"))              \
	/* moving */                                                                               \
	X(DO_UP, "up", SCOPE_MOVE, "Up k", NULL, N_("one line up"))                                \
	X(DO_DOWN, "down", SCOPE_MOVE, "Down j", NULL, N_("one line down"))                        \
	X(DO_PAGE_UP, "page-up", SCOPE_MOVE, "PgUp Ctrl-B", NULL, N_("one screen up"))             \
	X(DO_PAGE_DOWN, "page-down", SCOPE_MOVE, "PgDn Ctrl-F Space", NULL, N_("one screen down")) \
	X(DO_FIRST, "first", SCOPE_MOVE, "Home g", NULL, N_("to the beginning"))                   \
	X(DO_LAST, "last", SCOPE_MOVE, "End G", NULL, N_("to the end"))                            \
	X(DO_LEFT, "left", SCOPE_MOVE, "Left h", NULL, N_("to the left; previous tab"))            \
	X(DO_RIGHT, "right", SCOPE_MOVE, "Right l", N_("more"), N_("to the right; next tab"))      \
	X(DO_NEXT_PANE, "next-pane", SCOPE_MOVE, "Tab", N_("next tab"), N_("next tab or pane"))    \
	X(DO_PREV_PANE, "previous-pane", SCOPE_MOVE, "Shift-Tab", NULL,                            \
	  N_("previous tab or pane"))                                                              \
	/* menus, questions */                                                                     \
	X(DO_CHOOSE, "choose", SCOPE_MENU, "Enter", N_("choose"),                                  \
	  N_("choose the marked entry; its number does the same"))                                 \
	X(DO_ANSWER, "answer", SCOPE_DIALOG, "Enter", N_("answer"), N_("give the marked answer"))  \
	X(DO_ANSWER_NEXT, "answer-next", SCOPE_DIALOG, "Right Tab Down", N_("other answer"),       \
	  N_("mark the next answer"))                                                              \
	X(DO_ANSWER_PREV, "answer-previous", SCOPE_DIALOG, "Left Shift-Tab Up", NULL,              \
	  N_("mark the previous answer"))                                                          \
	/* forms */                                                                                \
	X(DO_SUBMIT, "submit", SCOPE_FORM, "F9 Ctrl-S", N_("submit"), N_("check and submit"))      \
	X(DO_SAVE_DRAFT, "save-draft", SCOPE_FORM, "F2", NULL, N_("keep as a draft and go back"))  \
	X(DO_FORM_ENTER, "form-enter", SCOPE_FORM, "Enter", NULL,                                  \
	  N_("next field; on a button, press it"))                                                 \
	X(DO_FORM_NEXT, "form-next", SCOPE_FORM, "Tab Down", N_("next field"), N_("next field"))   \
	X(DO_FORM_PREV, "form-previous", SCOPE_FORM, "Shift-Tab Up", NULL, N_("previous field"))   \
	X(DO_FORM_LEFT, "form-left", SCOPE_FORM, "Left", NULL, N_("previous choice"))              \
	X(DO_FORM_RIGHT, "form-right", SCOPE_FORM, "Right Space", NULL,                            \
	  N_("next choice; tick or clear a box"))                                                  \
	X(DO_FORM_PAGE_UP, "form-page-up", SCOPE_FORM, "PgUp", NULL, N_("up a screen"))            \
	X(DO_FORM_PAGE_DOWN, "form-page-down", SCOPE_FORM, "PgDn", NULL, N_("down a screen"))      \
	X(DO_OTHER_TEXT, "other-text", SCOPE_FORM, "Ctrl-O", N_("both texts"),                     \
	  N_("where two windows changed the same draft: see both texts and choose"))               \
	X(DO_ZOOM, "zoom", SCOPE_FORM, "Ctrl-E F12", N_("whole screen"),                           \
	  N_("write this text on the whole screen, and back"))                                     \
	/* typing */                                                                               \
	X(DO_EDIT_LEFT, "edit-left", SCOPE_FIELD, "Left", NULL, N_("one character left"))          \
	X(DO_EDIT_RIGHT, "edit-right", SCOPE_FIELD, "Right", NULL, N_("one character right"))      \
	X(DO_EDIT_UP, "edit-up", SCOPE_FIELD, "Up", NULL, N_("one line up"))                       \
	X(DO_EDIT_DOWN, "edit-down", SCOPE_FIELD, "Down", NULL, N_("one line down"))               \
	X(DO_EDIT_WORD_LEFT, "edit-word-left", SCOPE_FIELD, "Ctrl-Left Alt-b", NULL,               \
	  N_("one word left"))                                                                     \
	X(DO_EDIT_WORD_RIGHT, "edit-word-right", SCOPE_FIELD, "Ctrl-Right Alt-f", NULL,            \
	  N_("one word right"))                                                                    \
	X(DO_EDIT_HOME, "edit-home", SCOPE_FIELD, "Home", NULL,                                    \
	  N_("to the beginning of the line"))                                                      \
	X(DO_EDIT_END, "edit-end", SCOPE_FIELD, "End", NULL, N_("to the end of the line"))         \
	X(DO_EDIT_PARAGRAPH_UP, "edit-paragraph-up", SCOPE_FIELD, "Ctrl-Up", NULL,                 \
	  N_("to the beginning of the paragraph"))                                                 \
	X(DO_EDIT_PARAGRAPH_DOWN, "edit-paragraph-down", SCOPE_FIELD, "Ctrl-Down", NULL,           \
	  N_("to the end of the paragraph"))                                                       \
	X(DO_EDIT_FIRST, "edit-first", SCOPE_FIELD, "Ctrl-Home", NULL,                             \
	  N_("to the beginning of the text"))                                                      \
	X(DO_EDIT_LAST, "edit-last", SCOPE_FIELD, "Ctrl-End", NULL, N_("to the end of the text"))  \
	X(DO_EDIT_SELECT_LEFT, "edit-select-left", SCOPE_FIELD, "Shift-Left", NULL,                \
	  N_("select one character left"))                                                         \
	X(DO_EDIT_SELECT_RIGHT, "edit-select-right", SCOPE_FIELD, "Shift-Right", NULL,             \
	  N_("select one character right"))                                                        \
	X(DO_EDIT_SELECT_UP, "edit-select-up", SCOPE_FIELD, "Shift-Up", NULL,                      \
	  N_("select one line up"))                                                                \
	X(DO_EDIT_SELECT_DOWN, "edit-select-down", SCOPE_FIELD, "Shift-Down", NULL,                \
	  N_("select one line down"))                                                              \
	X(DO_EDIT_SELECT_WORD_LEFT, "edit-select-word-left", SCOPE_FIELD, "Ctrl-Shift-Left", NULL, \
	  N_("select one word left"))                                                              \
	X(DO_EDIT_SELECT_WORD_RIGHT, "edit-select-word-right", SCOPE_FIELD, "Ctrl-Shift-Right",    \
	  NULL, N_("select one word right"))                                                       \
	X(DO_EDIT_SELECT_HOME, "edit-select-home", SCOPE_FIELD, "Shift-Home", NULL,                \
	  N_("select to the beginning of the line"))                                               \
	X(DO_EDIT_SELECT_END, "edit-select-end", SCOPE_FIELD, "Shift-End", NULL,                   \
	  N_("select to the end of the line"))                                                     \
	X(DO_EDIT_SELECT_ALL, "edit-select-all", SCOPE_FIELD, "Ctrl-A", NULL,                      \
	  N_("select the whole text"))                                                             \
	X(DO_EDIT_MARK, "edit-mark", SCOPE_FIELD, "F3 Ctrl-Space", NULL,                           \
	  N_("begin to select by moving; again at once: the whole text; again: no more"))          \
	X(DO_EDIT_COPY, "edit-copy", SCOPE_FIELD, "Ctrl-C F7", NULL, N_("copy what is selected"))  \
	X(DO_EDIT_CUT, "edit-cut", SCOPE_FIELD, "Ctrl-X Shift-Del", NULL,                          \
	  N_("cut out what is selected"))                                                          \
	X(DO_EDIT_PASTE, "edit-paste", SCOPE_FIELD, "Ctrl-V F8", NULL,                             \
	  N_("put in what was cut or copied"))                                                     \
	X(DO_EDIT_BACKSPACE, "edit-backspace", SCOPE_FIELD, "Backspace Ctrl-H", NULL,              \
	  N_("delete the character on the left"))                                                  \
	X(DO_EDIT_DELETE, "edit-delete", SCOPE_FIELD, "Del Ctrl-D", NULL,                          \
	  N_("delete the character on the right"))                                                 \
	X(DO_EDIT_DELETE_WORD, "edit-delete-word", SCOPE_FIELD, "Ctrl-W Alt-Backspace", NULL,      \
	  N_("delete the word on the left"))                                                       \
	X(DO_EDIT_DELETE_WORD_RIGHT, "edit-delete-word-right", SCOPE_FIELD, "Ctrl-Del Alt-d",      \
	  NULL, N_("delete the word on the right"))                                                \
	X(DO_EDIT_DELETE_LEFT, "edit-delete-left", SCOPE_FIELD, "Ctrl-U", NULL,                    \
	  N_("delete to the beginning of the line"))                                               \
	X(DO_EDIT_DELETE_RIGHT, "edit-delete-right", SCOPE_FIELD, "Ctrl-K", NULL,                  \
	  N_("delete to the end of the line"))                                                     \
	X(DO_EDIT_UNDO, "edit-undo", SCOPE_FIELD, "F4 Ctrl-_", NULL,                               \
	  N_("take back what was typed last"))                                                     \
	X(DO_EDIT_REDO, "edit-redo", SCOPE_FIELD, "F6 Ctrl-Y", NULL,                               \
	  N_("do again what was taken back"))                                                      \
	X(DO_EDIT_NEWLINE, "edit-newline", SCOPE_FIELD, "Ctrl-J Alt-Enter", NULL,                  \
	  N_("begin a new line; so does Enter on the whole screen and where a reason is asked"))   \
	/* everywhere */                                                                           \
	X(DO_BACK, "back", SCOPE_GLOBAL, "Esc q Backspace", N_("back"),                            \
	  N_("back; in a text field only Esc; from the first screen, leave"))                      \
	X(DO_HELP, "help", SCOPE_GLOBAL, "F1 ?", N_("help"), N_("this help"))                      \
	X(DO_MAIN_MENU, "main-menu", SCOPE_GLOBAL, "0 F10", N_("main menu"), N_("the main menu"))  \
	X(DO_PALETTE, "palette", SCOPE_GLOBAL, ": F7 F11", NULL,                                   \
	  N_("all that can be done and every place, found by part of its name"))                   \
	X(DO_RELOAD, "reload", SCOPE_GLOBAL, "F5", NULL, N_("read everything anew"))               \
	X(DO_REDRAW, "redraw", SCOPE_GLOBAL, "Ctrl-L", NULL, N_("draw the screen anew"))           \
	X(DO_SUSPEND, "suspend", SCOPE_GLOBAL, "Ctrl-Z", NULL,                                     \
	  N_("to the shell, where there is one"))                                                  \
	X(DO_QUIT, "quit", SCOPE_GLOBAL, "Ctrl-Q Ctrl-C", NULL, N_("leave the program"))

#define SCOPE_ENUM(id, word, parent, label) id,
enum scope { SCOPES(SCOPE_ENUM) SCOPE_COUNT };

#define ACTION_ENUM(id, name, scope, keys, hint, help) id,
enum action { DO_NONE, ACTIONS(ACTION_ENUM) DO_COUNT };

/* All texts are N_() or NC_(): translate with i18n_label() at use. */
struct action_info {
	const char *name; /* in the configuration */
	enum scope scope;
	const char *keys; /* default, blanks between */
	const char *hint; /* or NULL */
	const char *help;
};
struct scope_info {
	const char *word;
	enum scope parent;
	const char *label;
};

/* The row of an action (not of DO_NONE), of a scope. */
const struct action_info *action_info(enum action a);
const struct scope_info *scope_info(enum scope s);
/* By name in the configuration; DO_NONE when there is none. */
enum action action_parse(const char *name);
/* Whether a key of `inner` that it does not bind is looked up in `outer` too. */
int scope_within(enum scope inner, enum scope outer);

#endif
