/*
 * plan_tree.h - internals of the plan reader: headings and items as a tree, and which of them are
 * the plan's sections and actions.
 */
#ifndef DUBAN_CORE_READER_PLAN_TREE_H
#define DUBAN_CORE_READER_PLAN_TREE_H

#include "core/reader/plan_mark.h"
#include "core/reader/plan_phrase.h"

struct item {
	struct mark mark;  /* MARK_NONE: an unnumbered paragraph with units of its own */
	struct run title;  /* trimmed */
	struct run own;	   /* from the number to where the next item or the plan's end begins */
	struct run tail;   /* text of it that stands behind its last child; usually empty */
	size_t end;	   /* of its last descendant */
	struct run leader; /* the unit that the heading is called by, empty for none */
	int parent;	   /* -1: none */
	int nchildren;
	size_t first_phrase, nphrases; /* its own */
	bool heading_duty; /* its phrase stands in its heading line: (一) … (甲局牵头) */
	bool action;
	bool has_duties; /* it or a descendant has a phrase */
	bool beside;	 /* stands beside actions, names no units and is none */
	bool as_above;	 /* a row of a table whose units are those of the row above */
	const struct plan_indicator *goal; /* of a row with columns of values, else NULL */
};

struct plan_tree {
	VEC(struct item) items; /* in the order of the text, parents before children */
};

void plan_tree_build(struct arena *a, const struct plan_text *t, const struct plan_phrases *p,
		     struct plan_tree *tree);
/* The title of an item that begins at `from`: up to the first sign of a sentence outside brackets
 * and quotes, a phrase or the line's end. */
struct run plan_title_cut(const struct plan_text *t, const struct plan_phrases *p,
			  const struct item *it, size_t from);
/* Makes items of unnumbered paragraphs with units of their own. */
void plan_tree_split(struct arena *a, const struct plan_text *t, const struct plan_phrases *p,
		     struct plan_tree *tree);
/* Cuts titles of actions that run into the text. */
void plan_titles_cut(const struct plan_text *t, struct plan_tree *tree);
/* Sets item.action; false when the document has none. */
bool plan_tree_pick(struct arena *a, const struct plan_text *t, const struct plan_phrases *p,
		    struct plan_tree *tree);
/* Makes actions of the items below headings that are called by units: at least two such headings,
 * and all with items; false when the document has none. */
bool plan_leaders_pick(const struct plan_text *t, struct plan_tree *tree);
/* Where the plan itself begins: its first item in the list that the first action belongs to. */
size_t plan_tree_begin(const struct plan_tree *tree);
/* Whether a heading only says "main tasks": it groups nothing and is no section. */
bool plan_heading_is_generic(const struct plan_text *t, struct run title);

#endif
