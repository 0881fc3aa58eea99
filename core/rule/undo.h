/*
 * undo.h - what of one's own last change can be taken back, decided from the log alone. Nothing is
 * deleted by it: the reversing act is an act like any other, with its own row in the log.
 */
#ifndef DUBAN_CORE_UNDO_H
#define DUBAN_CORE_UNDO_H

#include "core/model.h"

/* id, act in the log, act that takes it back, whether others have seen it, what is said before:
 * about what is named with it, as a sentence with one %s */
#define UNDOS(X)                                                                                   \
	X(UNDO_REPORT, "report.submit", "report.recall", true,                                     \
	  N_("The report on %s, handed in and not reviewed yet, is taken back; its text stays as " \
	     "a "                                                                                  \
	     "draft."))                                                                            \
	X(UNDO_SIGN, "report.sign", "report.unsign", true,                                         \
	  N_("The signing off of the report on %s is taken back; it waits for the unit's "         \
	     "approving leader again."))                                                           \
	X(UNDO_MILESTONE_ADD, "milestone.add", "milestone.drop", false,                            \
	  N_("The milestone \"%s\" is dropped again."))                                            \
	X(UNDO_MILESTONE_DONE, "milestone.finish", "milestone.reopen", false,                      \
	  N_("The milestone \"%s\" is open again; its evidence stays."))                           \
	X(UNDO_EVIDENCE, "evidence.add", "evidence.withdraw", false,                               \
	  N_("The evidence \"%s\" is withdrawn again."))

/* What is not taken back: act in the log, and what can be done instead, and by whom. */
#define UNDO_NEVER(X)                                                                              \
	X("report.save", N_("what was kept as a draft is changed in its form"))                    \
	X("report.accept", N_("what was accepted stays as it was accepted; what has changed "      \
			      "since goes into the report of the next period"))                    \
	X("report.return", N_("the unit has it back to correct it, with your reason; it hands "    \
			      "the report in again, changed or not"))                              \
	X("report.send-back", N_("who wrote the report has it back to correct it, with your "      \
				 "reason, and hands it in again, changed or not"))                 \
	X("milestone.change", N_("change it once more in the list of milestones"))                 \
	X("milestone.verify", N_("what was verified stays; what remains to be done goes into a "   \
				 "new milestone"))                                                 \
	X("evidence.link", N_("who recorded the evidence can withdraw it in the list of "          \
			      "evidence"))

#define UNDO_ENUM(id, ...) id,
enum undo_kind { UNDO_NONE, UNDOS(UNDO_ENUM) UNDO_COUNT };

/*
 * `rows`: what one person did, newest first. The newest change is found that was not taken back
 * already: its kind, and the id of the report, milestone or piece of evidence in *id. UNDO_NONE
 * when there is no change, or when the newest one is of a sort that cannot be taken back; *row is
 * then that row (NULL: no change at all). Whether it still can be is the store's to say: others may
 * have gone on from there.
 */
enum undo_kind undo_decide(const struct log_rows *rows, int64_t *id, const struct log_row **row);

/* Of a kind that is not UNDO_NONE: whether to ask before. What others have seen is asked for, and
 * what was done more than UNDO_FRESH seconds ago: that is no slip of the hand any more. */
enum { UNDO_FRESH = 3600 };
bool undo_asks(enum undo_kind kind, int64_t seconds_ago);
/* The sentence as a format for one string, translated. */
const char *undo_sentence(enum undo_kind kind);
/* Of an act that undo_decide() answered with UNDO_NONE: what to do instead, translated. */
const char *undo_instead(const char *act);

#endif
