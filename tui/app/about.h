/*
 * about.h - what every screen is for, in two or three sentences: what the help of a screen begins
 * with. One row a screen, by the name in its struct view_ops; a new screen needs a row here (a test
 * asks for it).
 */
#ifndef DUBAN_TUI_ABOUT_H
#define DUBAN_TUI_ABOUT_H

#define ABOUTS(X)                                                                                  \
	X("home", N_("What your unit owes in this plan, the most urgent first. Enter on a line "   \
		     "shows in a numbered menu all that can be done with it; lines that changed "  \
		     "while you looked are marked."))                                              \
	X("office",                                                                                \
	  N_("How every unit stands in the current period, and the reports that wait "             \
	     "for review. Tab changes between the two; Enter opens what a unit owes, or "          \
	     "the report."))                                                                       \
	X("overview", N_("The whole plan at a glance: one line for each section with its lamps "   \
			 "and its progress. Enter opens the actions of the section."))             \
	X("heat", N_("Units against sections, each cell with its worst lamp: where the plan is "   \
		     "stuck is seen in one look. Enter opens what stands behind a cell."))         \
	X("plan", N_("All actions of the plan in the order of the document, with the units that "  \
		     "lead and how they stand. They can be found by words and narrowed by role "   \
		     "and lamp."))                                                                 \
	X("action", N_("All about one action: its clause, units and targets, the reports of all "  \
		       "its units, milestones, evidence, and what happened to it. A digit or Tab " \
		       "changes between these."))                                                  \
	X("notices", N_("What the office and the leaders ask of units: urge notices for what is "  \
			"late, and instructions. Those to be answered stand first; Enter opens "   \
			"one."))                                                                   \
	X("notice",                                                                                \
	  N_("One notice: what is asked, line by line with the reason of each, by when, "          \
	     "and the answer. Enter shows what can be done: answer it, or open the "               \
	     "action to deliver what is owed, which closes the notice by itself."))                \
	X("urge", N_("Who is late and not urged yet, the most urgent first, with what each "       \
		     "notice would ask. Enter issues one notice or all; nobody gets more than "    \
		     "the rules of the office allow."))                                            \
	X("instruct", N_("An instruction on an action: what its units shall do or answer, and by " \
			 "when. Each unit gets one of its own and answers it."))                   \
	X("report", N_("The progress of your unit for this period. One line about what was done "  \
		       "is enough; an empty percentage means as last period. What you type is "    \
		       "kept at once and leaves your unit only when you submit it."))              \
	X("review",                                                                                \
	  N_("One report to read. Who decides on it presses Enter: sign off, accept, or "          \
	     "return it with a reason; its text always stays."))                                   \
	X("milestones", N_("The dated steps of the plan or of one action. Enter on one marks it "  \
			   "as done, changes it, or records what proves it."))                     \
	X("month",                                                                                 \
	  N_("The milestones of a month, day by day. The arrows go from day to day, PgUp "         \
	     "and PgDn from month to month; Enter opens what is due on the day."))                 \
	X("gantt", N_("The year as a strip: one row an action, its milestones by month, and "      \
		      "today."))                                                                   \
	X("milestone", N_("One milestone: what it is called, by when, and whether it has to be "   \
			  "proved."))                                                              \
	X("milestone-done", N_("Marks a milestone as done: the day, and, where it is asked for, "  \
			       "the evidence in the same form. Today stands there already."))      \
	X("evidence", N_("What has been recorded as proof. A piece that is wrong is withdrawn "    \
			 "with a reason; it is never deleted."))                                   \
	X("evidence-new", N_("Records a proof by reference: a document needs its number and its "  \
			     "title, nothing more. A document that your unit has recorded before " \
			     "is recognised by its number."))                                      \
	X("indicators", N_("What the plan measures: each indicator with its targets and the "      \
			   "action it belongs to."))                                               \
	X("search", N_("Finds words in titles, clauses, reports, milestones and evidence of all "  \
		       "that you may read. Enter opens what was found."))                          \
	X("print", N_("The task list of a unit as it will stand on paper. Enter sends it to the "  \
		      "printer or into a file."))                                                  \
	X("units", N_("The units that plans name, with their other names. Enter opens one."))      \
	X("unit", N_("One unit: its names, its members if it stands for several, its people and "  \
		     "its actions."))                                                              \
	X("people", N_("Who may log in, and with which posts. Enter opens a person."))             \
	X("person", N_("One person: name, telephone, posts, and whether the account is open."))    \
	X("keys", N_("The keys that a person logs in with from an own computer: the key is the "   \
		     "person. One that was lost is revoked with a reason; it then lets nobody in " \
		     "any more and is never taken again."))                                        \
	X("key-new", N_("New keys of a person: the line of the file that ends in .pub, as the "    \
			"person has sent it."))                                                    \
	X("person-new", N_("A new person: the login is what the server knows them by."))           \
	X("periods",                                                                               \
	  N_("For which months, quarters or years units report, with the days on which "           \
	     "each opens, is due and closes."))                                                    \
	X("period", N_("A reporting period: when it opens, when reports are due, until when late " \
		       "ones are taken."))                                                         \
	X("begin", N_("What a plan still needs before its units can report."))                     \
	X("import-files", N_("Choose the document of a plan. What is read of it is shown before "  \
			     "anything is stored."))                                               \
	X("import", N_("What was read of a document, beside its text. What is doubtful stands "    \
		       "first; everything can be corrected in place, and nothing is stored until " \
		       "you say so."))                                                             \
	X("import-action", N_("One action of the document as it was read: title, units, "          \
			      "deadline, targets. Enter corrects what is under the cursor."))      \
	X("import-fact", N_("One figure or unit of the document as it was read, to be "            \
			    "corrected."))                                                         \
	X("menu", N_("The digit before an entry chooses it; so do the arrows and Enter. The "      \
		     "numbers of the main menu are always the same."))                             \
	X("plans", N_("Choose the plan in which you work from now on."))                           \
	X("whoami",                                                                                \
	  N_("By what the program knows you: your posts, the key of this session and the address " \
	     "it came from, when you were here before, and what else you have open. If any of it " \
	     "is strange to you, tell the administrator."))                                        \
	X("posts",                                                                                 \
	  N_("Choose the post with which you work from now on. You may do what that post "         \
	     "may, and nothing else."))                                                            \
	X("choose", N_("Type part of a name, or the first letters of its pinyin; the arrows and "  \
		       "Enter choose from what is left."))                                         \
	X("question", N_("The safe answer stands first. Left and Right mark the other one, Enter " \
			 "gives it, Esc is the safe one."))                                        \
	X("ask", N_("One line of text. Enter gives it, Esc leaves everything as it was."))         \
	X("text", N_("A text to read. The arrows and PgDn move it, Esc goes back."))               \
	X("help", N_("The help itself. A digit or Tab changes its part, Esc goes back."))

/* Of a screen by its name, translated; NULL when there is no row. */
const char *about_view(const char *name);

#endif
