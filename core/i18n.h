/* i18n.h - the one door to libintl. _() translates at use, N_() marks a text in a table, Q_() picks
 * the form for a number. Text for programs (JSON, TSV, verbs, keys of the configuration) is never
 * marked. */
#ifndef DUBAN_CORE_I18N_H
#define DUBAN_CORE_I18N_H

#include <libintl.h>

#define _(text)		 gettext(text)
#define N_(text)	 text
#define Q_(one, many, n) ngettext(one, many, (unsigned long)(n))

#endif
