/*
 * store_search.h - searching everything that people have written, in all plans at once. See
 *store.h.
 *
 *	struct search_ask ask = {.words = "视力 筛查", .plan_id = plan, .limit = 50};
 *	store_search(s, a, who, SEARCH_REPORT, &ask, &page, e);
 *	ask.before = page.next;                                      the next page
 *
 * One kind of thing is asked for at a time, the newest first. A thing is found when every word
 * stands in one of its texts (core/text/seek.h). A number alone also finds the actions that have
 *it, which come before all others. What a person may not read is not found: the rule is that of the
 *functions that read it.
 */
#ifndef DUBAN_DB_STORE_SEARCH_H
#define DUBAN_DB_STORE_SEARCH_H

#include "core/text/seek.h"
#include "db/store.h"

/* What somebody may read, to be asked for once when several kinds or pages are searched. */
struct search_rights;
/* In the arena. plan_id as in search_ask. */
int store_search_rights(struct store *s, struct arena *a, const struct actor *who, int64_t plan_id,
			const struct search_rights **rights, struct err *e);

struct search_ask {
	const char *words;
	int64_t plan_id;		    /* 0: all open plans */
	bool closed_plans;		    /* with plan_id 0: closed plans too */
	int limit;			    /* most hits of a page */
	size_t chars;			    /* length of the piece that shows the hit; 0: 60 */
	int64_t before;			    /* `next` of the page before; 0: the first page */
	const struct search_rights *rights; /* for plan_id, in place of `who`; or NULL */
};

struct search_hit {
	enum search_kind kind;
	int64_t id;			      /* in the table of the kind */
	int64_t action_id;		      /* 0: of none that the reader may read */
	int64_t unit_id;		      /* 0: nobody's own */
	const char *plan_code, *path, *title; /* of the action, or "" */
	const char *unit;
	const char *name; /* of the thing itself: its title, a report's period, notice_name() */
	struct date date; /* handed in, due, of the document; or none */
	bool withdrawn;	  /* the evidence, or the action */
	enum search_field field;
	struct seek_piece piece; /* of that field */
};
struct search_page {
	VEC(struct search_hit) hits;
	/* 0: there is nothing further. Else what `before` takes. A page may be short, even empty,
	 * and have a next one: so much is read at a time, however rare the words are together. */
	int64_t next;
};

/* No words, or words without letters and digits: an empty page. */
int store_search(struct store *s, struct arena *a, const struct actor *who, enum search_kind kind,
		 const struct search_ask *ask, struct search_page *page, struct err *e);

/* Whether the index is sound: 0, or -1 with ERR_FORMAT. Reads all of it. */
int store_search_check(struct store *s, struct err *e);

#endif
