/*
 * glossary.h - the words of the field, each with what it means here: one table for the help and the
 * manual pages. Terms are the labels of words.h and of the screens, so that what is explained is
 * what is seen. The order is that of a reader who meets them the first time.
 */
#ifndef DUBAN_CORE_GLOSSARY_H
#define DUBAN_CORE_GLOSSARY_H

#include <stddef.h>

/* term, meaning: a sentence or two */
#define GLOSSARY(X)                                                                                \
	X(N_("plan"), N_("One issued document that is carried out: an implementation opinion, a "  \
			 "scheme, a list of tasks for a year."))                                   \
	X(N_("action"), N_("A numbered item of the plan that units answer for. It may have "       \
			   "sub-actions with units of their own."))                                \
	X(N_("clause"), N_("What the document says about an action, word for word, for ever."))    \
	X(N_("unit"), N_("An organisation that answers for actions. A collective unit (all towns " \
			 "and streets) stands for its members; each of them reports itself."))     \
	X(N_("lead"),                                                                              \
	  N_("The unit that answers for the action as a whole. There may be several."))            \
	X(N_("cooperating"), N_("A unit with a part of its own: with its own report, its own due " \
				"date and its own lamp. A missing part is not the lead's fault.")) \
	X(N_("shared"), N_("Nobody leads: every unit named answers for its own field of duty."))   \
	X(N_("period"), N_("The month, quarter, half-year or year for which units report. It "     \
			   "opens, is due, and closes on days that the office sets."))             \
	X(N_("report"),                                                                            \
	  N_("What a unit says about an action for a period: a percentage, what was "              \
	     "done, problems, what comes next."))                                                  \
	X(N_("draft"), N_("What was typed and not handed in. It is kept by itself and nobody "     \
			  "outside the unit reads it."))                                           \
	X(N_("sign-off"), N_("The unit's approving leader lets a report that was handed in go "    \
			     "out, or sends it back."))                                            \
	X(N_("accept"), N_("The office has reviewed the report; it stays as it was accepted."))    \
	X(N_("return"), N_("The office or the unit's leader sends a report back and says what is " \
			   "missing. The text stays; the unit mends it and hands it in again."))   \
	X(N_("work volume"), N_("How much is to be done in the plan's year: 2000 sessions, 40 "    \
				"schools. What each report adds is counted up."))                  \
	X(N_("indicator"),                                                                         \
	  N_("What is measured, with a target for a year: a level in percent, or "                 \
	     "a target in words."))                                                                \
	X(N_("milestone"), N_("A dated step of an action: a unit's own, or common to all its "     \
			      "units. Some demand evidence before they count as done."))           \
	X(N_("evidence"),                                                                          \
	  N_("What proves that something was done: a document by its number, a "                   \
	     "meeting, a link, a figure, a file, a note. One piece may prove many "                \
	     "things."))                                                                           \
	X(N_("lamp"), N_("How a unit's part of an action stands today, worked out from dates and " \
			 "states: green, yellow, red, or grey."))                                  \
	X(N_("verified"), N_("The office has seen that a milestone is done; the unit can no "      \
			     "longer change it."))                                                 \
	X(N_("on behalf"), N_("Entered by the office for a unit, and marked so."))

struct glossary_row {
	const char *term, *meaning; /* both N_() */
};

extern const struct glossary_row glossary[];
extern const size_t nglossary;

#endif
