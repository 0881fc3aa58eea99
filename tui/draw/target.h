/*
 * target.h - what lies where on the screen, for the mouse. Whoever draws something that can be
 * clicked says so with canvas_target() (canvas.h); the application finds it again under the mouse.
 */
#ifndef DUBAN_TUI_TARGET_H
#define DUBAN_TUI_TARGET_H

enum target_kind {
	TARGET_NONE,   /* nothing: hides what was told before at this place */
	TARGET_ROW,    /* row of a list: index of the row, not of the line */
	TARGET_HEAD,   /* head of a column: index of the column */
	TARGET_TAB,    /* index of the tab */
	TARGET_ENTRY,  /* entry of a menu: its index */
	TARGET_FIELD,  /* field of a form: its index */
	TARGET_CHOICE, /* choice of a field: index of the choice; over its field */
	TARGET_BUTTON, /* button of a question or a form: its index */
	TARGET_ACTION  /* the application does this enum action at a click */
};

/* Something within a grid. */
struct target {
	int y, x, rows, cols;
	enum target_kind kind;
	int index;
};

#endif
