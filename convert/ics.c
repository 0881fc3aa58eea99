/*
 * ics.c - calendars: libical takes the file apart, this chooses the events that are days off or
 * days worked instead and writes them as a table. What an event is stands in Apple's mark for
 * special days or in the words of its title; the words are one table.
 */
#include "convert/convert.h"

#include <libical/ical.h>

#include <stdbool.h>
#include <string.h>
#include <strings.h>

enum mark { MARK_NONE, MARK_HOLIDAY, MARK_WORKED };

/* Read from the top: 调休上班 is no 休. */
static const struct {
	const char *word;
	enum mark mark;
} marks[] = {
	{"班", MARK_WORKED},	   {"WORKDAY", MARK_WORKED},  {"working day", MARK_WORKED},
	{"workday", MARK_WORKED},  {"休", MARK_HOLIDAY},      {"假", MARK_HOLIDAY},
	{"HOLIDAY", MARK_HOLIDAY}, {"day off", MARK_HOLIDAY},
};
/* What is written in each row. */
static const char *const kinds[] = {[MARK_HOLIDAY] = "holiday", [MARK_WORKED] = "worked"};

static enum mark mark_in(const char *text)
{
	for (size_t i = 0; text && i < sizeof marks / sizeof marks[0]; i++)
		if (strcasestr(text, marks[i].word))
			return marks[i].mark;
	return MARK_NONE;
}

/* X-APPLE-SPECIAL-DAY says WORK-HOLIDAY or ALTERNATE-WORKDAY. */
static enum mark special_day(icalcomponent *event)
{
	icalproperty *p = icalcomponent_get_first_property(event, ICAL_X_PROPERTY);

	for (; p; p = icalcomponent_get_next_property(event, ICAL_X_PROPERTY)) {
		const char *name = icalproperty_get_x_name(p);

		if (name && strcasecmp(name, "X-APPLE-SPECIAL-DAY") == 0)
			return mark_in(icalproperty_get_x(p));
	}
	return MARK_NONE;
}

static enum mark mark_of(icalcomponent *event)
{
	enum mark special = special_day(event);

	return special ? special : mark_in(icalcomponent_get_summary(event));
}

/* Whole days of one time: an announcement of holidays names its days, each year anew. */
static bool is_counted(icalcomponent *event)
{
	return icalcomponent_get_dtstart(event).is_date &&
	       icalcomponent_get_status(event) != ICAL_STATUS_CANCELLED &&
	       !icalcomponent_get_first_property(event, ICAL_RRULE_PROPERTY);
}

/* The title without the mark in brackets; tabs and line ends would end a field. */
static void add_name(const char *title, struct strbuf *out)
{
	size_t n = strlen(title);
	const char *open = strstr(title, "（"), *close = strrchr(title, '(');

	if (!open)
		open = close;
	if (open > title && mark_in(open) && strlen(open) < 20)
		n = (size_t)(open - title);
	for (size_t i = 0; i < n; i++)
		strbuf_putc(out, (unsigned char)title[i] < ' ' ? ' ' : title[i]);
}

static void add_date(struct icaltimetype t, struct strbuf *out)
{
	strbuf_printf(out, "%04d-%02d-%02d\t", t.year, t.month, t.day);
}

static void add_event(icalcomponent *event, enum mark mark, struct strbuf *out)
{
	struct icaltimetype first = icalcomponent_get_dtstart(event);
	struct icaltimetype last = icalcomponent_get_dtend(event);
	const char *title = icalcomponent_get_summary(event);

	/* The end of whole days is the day after the last. */
	if (icaltime_is_null_time(last))
		last = first;
	else
		icaltime_adjust(&last, -1, 0, 0, 0);
	if (icaltime_compare_date_only(last, first) < 0)
		last = first;
	add_date(first, out);
	add_date(last, out);
	strbuf_printf(out, "%s\t", kinds[mark]);
	add_name(title ? title : "", out);
	strbuf_putc(out, '\n');
}

/* Calls for every event of the calendars in the file. */
static void each_event(icalcomponent *c, void (*call)(icalcomponent *event, void *data), void *data)
{
	icalcomponent *inner = icalcomponent_get_first_component(c, ICAL_ANY_COMPONENT);

	for (; inner; inner = icalcomponent_get_next_component(c, ICAL_ANY_COMPONENT)) {
		if (icalcomponent_isa(inner) == ICAL_VEVENT_COMPONENT && is_counted(inner))
			call(inner, data);
		else if (icalcomponent_isa(inner) == ICAL_VCALENDAR_COMPONENT)
			each_event(inner, call, data);
	}
}

struct rows {
	bool marked; /* some event is */
	struct strbuf *out;
};

static void look(icalcomponent *event, void *data)
{
	struct rows *r = data;

	r->marked |= mark_of(event) != MARK_NONE;
}

static void write_event(icalcomponent *event, void *data)
{
	struct rows *r = data;
	enum mark mark = mark_of(event);

	if (mark || !r->marked)
		add_event(event, mark ? mark : MARK_HOLIDAY, r->out);
}

enum convert_end convert_ics(const char *bytes, size_t nbytes, struct strbuf *out)
{
	struct strbuf text = STRBUF_INIT;
	struct rows rows = {.out = out};
	icalcomponent *calendar;

	/* libical reads to the zero byte. */
	strbuf_add(&text, bytes, strnlen(bytes, nbytes));
	icalerror_set_errors_are_fatal(false);
	calendar = icalparser_parse_string(text.s ? text.s : "");
	strbuf_free(&text);
	if (!calendar)
		return CONVERT_DAMAGED;
	strbuf_puts(out, "date\tlast\tkind\tname\n");
	each_event(calendar, look, &rows);
	each_event(calendar, write_event, &rows);
	icalcomponent_free(calendar);
	icalmemory_free_ring();
	return CONVERT_DONE;
}
