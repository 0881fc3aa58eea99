/* key_text.h - keys of people in words: what they are called in menus and questions, everything
 * that is known of one, and those of a person as lines of a page. */
#ifndef DUBAN_TUI_KEY_TEXT_H
#define DUBAN_TUI_KEY_TEXT_H

#include "db/people/store_key.h"
#include "tui/part/page.h"

/* "ssh-ed25519 256, office pc"; in the arena. */
const char *key_name(struct arena *a, const struct key_row *k);
/* When, by whom and why it was revoked; "" of one that is live. In the arena. */
const char *key_revoked(struct arena *a, const struct key_row *k);
/* All of it, a line for each fact; in the arena. */
const char *key_facts(struct arena *a, const struct key_row *k);
/* "2, the last log-in 2021-03-02 08:10; 1 revoked"; in the arena. */
const char *keys_summary(struct arena *a, const struct key_rows *rows);
/* Each with its fingerprint, since when and its last log-in. */
void keys_page_add(struct arena *a, struct page *p, const struct key_rows *rows);

#endif
