/*
 * views.h - all screens by name, and what each is opened with. A screen that opens another needs
 * only this header; one file a screen, its name as here (view_home in view_home.c) where nothing
 * else is said. They find who is working, the plan and the day in their context (session.h).
 *
 * Arguments not named are 0 or NULL. A screen that writes tells app_changed() and app_info() itself
 * and leaves result.ok true when something was written: the one below has nothing to do.
 */
#ifndef DUBAN_TUI_VIEWS_H
#define DUBAN_TUI_VIEWS_H

#include "tui/app/view.h"

#include <stdint.h>

/* First screens, by post (session_home()). */
extern const struct view_ops view_home;	    /* what a unit owes. id: unit, 0: the own one */
extern const struct view_ops view_office;   /* who owes, what waits for review */
extern const struct view_ops view_overview; /* leaders, assessors: one line a section */

/* How the plan stands by unit and section: a table of lamps. tab: 1 when it was opened from
 * view_overview, to which Tab goes back. */
extern const struct view_ops view_heat;

/* Menus. view_menu: the main menu; tab: another one of the table of places (places.h). The two
 * choices stand in view_choices.c. */
extern const struct view_ops view_menu;
extern const struct view_ops view_plans; /* the plan one works in */
extern const struct view_ops view_posts; /* the post one works with */
/* Who one is, the key of the session, the log-in before (people/view_whoami.c). */
extern const struct view_ops view_whoami;

/* All actions of the plan one works in. id: section whose actions alone are shown, 0: all; tab: 1
 * begins with the filter open. */
extern const struct view_ops view_plan;

/* The indicators of the plan one works in, those of a unit's actions first. id2: unit, 0: the own
 * one. */
extern const struct view_ops view_indicators;

/* One action. id: action; id2: unit whose share is meant, 0: the own one; tab: which first. */
extern const struct view_ops view_action;
/* The action (args.id), with the question over it why it is opened again; why a unit (id2) is taken
 * off it. */
void action_reopen_go_on(struct app *app, const struct view_args *args);
void assign_go_on(struct app *app, const struct view_args *args);
enum action_tab {
	ACTION_TAB_OVERVIEW,
	ACTION_TAB_PROGRESS,
	ACTION_TAB_MILESTONES,
	ACTION_TAB_EVIDENCE,
	ACTION_TAB_HISTORY,
	ACTION_TAB_DEALINGS, /* its notices, instructions and requests */
	ACTION_TAB_COUNT
};

/* Entering progress (view_report.c); refused where the period or the report's state forbids it. id:
 * action; id2: unit, 0: the own one; more: NULL for the plan's current period, else the one meant.
 */
extern const struct view_ops view_report_form;
struct view_report_args {
	int64_t period_id;
};
/* What a unit may still report for a period that has closed for the others. id: period; id2: unit,
 * 0: the own one. */
extern const struct view_ops view_late;
/* A report to read; the office accepts or returns it, the unit's leader signs it off. id: report;
 * 0: those that wait for the active post, one after the other; more: NULL in the order in which
 * they were handed in, else which of them, in which order. */
extern const struct view_ops view_review;
/* The same one (args.id), with the question for the reason of a return over it. */
void review_go_on(struct app *app, const struct view_args *args);
struct view_review_args {
	const int64_t *ids;
	size_t n;
};
/* A report in all its wordings: as reported, as accepted, as corrected. id: report. */
extern const struct view_ops view_editions;
/* Several of the reports that wait for the office, marked and accepted at once. */
extern const struct view_ops view_accept;

/* Milestones (view_milestone.c). The list: id: action, 0: all of the plan one works in (the
 * calendar); id2: unit whose own and common ones are shown, 0: all. The form: id: action; id2:
 * milestone to change, 0: a new one. Done: id: milestone. What Enter opens on a milestone in any
 * list is milestone_menu.h. */
extern const struct view_ops view_milestone_list;
/* The same milestones as a month with its days, and as a strip of a year with a row an action; same
 * arguments. Tab goes from one of the three to the next. */
extern const struct view_ops view_month;
extern const struct view_ops view_gantt;
extern const struct view_ops view_milestone_form;
extern const struct view_ops view_milestone_done;

/* Evidence (view_evidence.c). The list: id: action, 0: all; id2: unit, 0: all; more: NULL, or the
 * id (int64_t) of the piece to begin at. The form: id: action it proves; id2: milestone it proves
 * too, or 0; more: NULL, or what else it proves. */
extern const struct view_ops view_evidence_list;
extern const struct view_ops view_evidence_form;
/* The list at a piece (args.id), with the question over it why that is withdrawn. */
void evidence_go_on(struct app *app, const struct view_args *args);
struct view_evidence_args {
	int64_t report_id, request_id, case_id; /* what else it proves, or 0 */
	int64_t unit_id; /* whose evidence, 0: the own unit's (the office enters on behalf) */
};

/* Receipt of tasks: the unit's own, for the office those of all. id2: unit, 0: as the post is. */
extern const struct view_ops view_receive;
/* What units ask of the office. The list: id2: unit, 0: the own one, all for the office. One: id:
 * request. Asking (request_ask.h opens it): tab: enum request_kind; id: what it is about, by its
 * kind (action, milestone, period, report); id2: unit, 0: the own one. Answering: id: request; tab:
 * enum request_step. */
extern const struct view_ops view_requests;
extern const struct view_ops view_request;
extern const struct view_ops view_request_form;
extern const struct view_ops view_request_answer;

/* Cases to learn from. The list: id: action, 0: all of the plan one works in; id2: unit for which
 * one hands in, 0: the own one. One: id: case. The form: id: action; id2: case to change, 0: a new
 * one; more: NULL, or whose it is. */
extern const struct view_ops view_cases;
extern const struct view_ops view_case;
extern const struct view_ops view_case_form;
struct view_case_args {
	int64_t unit_id;
};
/* One (args.id), with the question why it is not selected over it. */
void case_go_on(struct app *app, const struct view_args *args);

/* Urge notices and instructions. The list: id: action, 0: all of the plan one works in; id2: unit,
 * 0: the own one, all for who has none. One: id: notice. Urging: the office chooses among those who
 * are late. Instructing: a leader's form; id: action. */
extern const struct view_ops view_notices;
extern const struct view_ops view_notice;
extern const struct view_ops view_urge;
extern const struct view_ops view_instruct;
/* The notice (args.id), with the field for its answer over it. */
void notice_go_on(struct app *app, const struct view_args *args);

/* Tasks of the plan one works in whose unit has nobody who is let in; what is asked of each unit in
 * the current period (id2: unit, 0: the own one, all for who has none). */
extern const struct view_ops view_vacant;
extern const struct view_ops view_burden;

/* Finding words in everything that was written. text: the words to begin with, or NULL. */
extern const struct view_ops view_search;

/* Administration: one file each. view_unit, view_unit_name: id: unit. view_person: text: login.
 * view_person_form: a new person. view_periods: of the plan one works in. view_period_form: id:
 * period whose dates are changed, 0: a new one. view_exceptions: id: the period that single units
 * may report for longer; view_exception_form: id2: the unit. */
extern const struct view_ops view_units;
extern const struct view_ops view_unit;
extern const struct view_ops view_unit_name;
extern const struct view_ops view_people;
extern const struct view_ops view_person;
extern const struct view_ops view_person_form;
/* A person's keys: text: login; id: the key to begin at, or 0. New ones: text: login. */
extern const struct view_ops view_keys;
extern const struct view_ops view_key_form;
/* The list at a key (args.id), with the question over it why that is revoked. */
void key_go_on(struct app *app, const struct view_args *args);
extern const struct view_ops view_handover; /* text: login of who goes */
extern const struct view_ops view_periods;
extern const struct view_ops view_period_form;
extern const struct view_ops view_exceptions;
extern const struct view_ops view_exception_form;

/* What the office sets for everybody: the rules, and the form of one; the calendar of days that
 * differ from plain weeks, and its form. view_policy_form: id: enum policy_id + 1. view_day_form:
 * id: the day that is changed (date_to_days()), 0: new ones. */
extern const struct view_ops view_policy;
extern const struct view_ops view_policy_form;
extern const struct view_ops view_calendar_days;
extern const struct view_ops view_day_form;

/* Importing a document: the choice of a file (text: the folder, NULL: the working one), and its
 * review before it is stored. */
extern const struct view_ops view_import_files;
extern const struct view_ops view_import; /* more: struct view_import_args */
struct view_import_args {
	const char *path, *update; /* the file; code of the plan it is a new edition of, or "" */
	const char *draft;	   /* or: the review that was kept */
};

/* What a plan needs before units can report: offered after an import and where there are no units.
 */
extern const struct view_ops view_begin;

/* The task list before printing. id: unit, 0: the own one, or a choice for who has none. */
extern const struct view_ops view_print;
/* The table of units and sections, and the indicators, before printing (view_print_sheet.c). For
 * the indicators id2: unit, 0: the own one; tab: 1 begins with those of all actions. */
extern const struct view_ops view_print_heat;
extern const struct view_ops view_print_indicators;

#endif
