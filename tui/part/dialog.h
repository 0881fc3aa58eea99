/*
 * dialog.h - questions and notices as views on the stack. Each returns at once (0, or -1 as
 * app_push()); the answer comes to resume() of the view below. All texts are translated and copied.
 */
#ifndef DUBAN_TUI_DIALOG_H
#define DUBAN_TUI_DIALOG_H

#include "tui/app/app.h"

/*
 * One rule for all questions: before what cannot be undone in the program - a notice goes out, a
 * report is accepted, two units become one - the cursor is on "no": dialog_confirm(). Before what
 * can be undone - a period is opened again, a request taken back, a post given anew - it is on the
 * act, and Enter does it: dialog_agree(). Leaving the program is asked as the former.
 *
 * `text` names what it will touch ("The report on 14 Health of pupils goes to the office."); `act`
 * is the button that does it ("Submit"), `safe` the one that does not (NULL: "Cancel") and stands
 * first. result.ok: the act was chosen.
 */
int dialog_confirm(struct app *app, int tag, const char *title, const char *text, const char *act,
		   const char *safe);
int dialog_agree(struct app *app, int tag, const char *title, const char *text, const char *act);

/* With two acts, the cursor on the safe answer: result.ok and choice 1 or 2; the safe answer, as
 * Esc, is not ok. */
int dialog_either(struct app *app, int tag, const char *title, const char *text, const char *safe,
		  const char *first, const char *second);

/* A notice with one button. */
int dialog_notice(struct app *app, int tag, const char *title, const char *text);

/* A long text to read, over the whole body: a clause, a preview. Lines longer than the screen are
 * wrapped (wrap true) or scrolled with Left and Right (false; for tables). Form feeds are shown as
 * rules. */
int dialog_text(struct app *app, int tag, const char *title, const char *text, bool wrap);

struct dialog_item {
	const char *text;
	const char *find; /* more to find it by, as other names; or NULL. Pinyin is found anyway */
	int64_t id;
};
/* Choose one of many: type to filter. result.choice and id; ok false when left. */
int dialog_choose(struct app *app, int tag, const char *title, const struct dialog_item *items,
		  size_t n);

/* One line of text, in result.text. The label stands above it and may be a sentence. An empty line
 * is refused where it is; dialog_ask_optional() takes it too. */
int dialog_ask(struct app *app, int tag, const char *title, const char *label, const char *value,
	       size_t max_chars);
/* Once more: beside the line stands why the last answer would not do. */
int dialog_ask_again(struct app *app, int tag, const char *title, const char *label,
		     const char *value, size_t max_chars, const struct err *e);
int dialog_ask_optional(struct app *app, int tag, const char *title, const char *label,
			const char *value, size_t max_chars);

/* A text that is worth keeping, in result.text: why a report is returned, the name of a new unit.
 * The button or its key gives it; Enter does so in a text of one line and begins a line in one of
 * several. What is typed is kept as a draft: left with Esc, or by a line that breaks, it stands
 * there again. Strings are copied.
 */
struct dialog_writing {
	const char *title, *label;
	const char *draft; /* form and thing, as of every draft: "return:14"; or the form … */
	int64_t id, id2;   /* … alone, and the thing by its numbers; 0: none */
	size_t max_chars;
	int rows;	   /* of the text; 1: it has no line ends */
	const char *value; /* stands there at first, replaced by what is typed; or NULL */
	const char *act;   /* the button: what is done with the text; NULL: "OK" */
	bool optional;	   /* an empty text is an answer too */
	bool once;	   /* the draft goes with the answer; no dialog_written() follows */
};
int dialog_write(struct app *app, int tag, const struct dialog_writing *w);
/* The act for which it was written is done: the draft (result.draft) is dropped. Until then it
 * stays, so that an act that was refused can be tried again. reason.h does both. */
void dialog_written(struct app *app, const char *draft);

#endif
