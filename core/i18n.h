/* i18n.h - the one door to libintl. _() translates at use, N_() marks a text in a table, Q_() picks
 * the form for a number. Text for programs (JSON, TSV, verbs, keys of the configuration) is never
 * marked. */
#ifndef DUBAN_CORE_I18N_H
#define DUBAN_CORE_I18N_H

#include <libintl.h>

#define _(text)		   gettext(text)
#define N_(text)	   text
#define Q_(one, many, n)   ngettext(one, many, (unsigned long)(n))

/* One English word in two meanings is told apart by a context: NC_("plan", "open") in a table,
 * i18n_label() at use. i18n_label() takes texts marked with N_() too. */
#define NC_(context, text) context "\004" text
const char *i18n_label(const char *marked);

#endif
