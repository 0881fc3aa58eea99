/* Calendars of holidays: which events are days off, which are days worked instead. */
#include "tests/convert/page.h"

#include <criterion/criterion.h>
#include <string.h>

#define HEAD "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n"
#define TAIL "END:VCALENDAR\r\n"
#define DAY(date, more)                                                                            \
	"BEGIN:VEVENT\r\nUID:" date "\r\nDTSTAMP:20300101T000000Z\r\nDTSTART;VALUE=DATE:" date     \
	"\r\n" more "\r\nEND:VEVENT\r\n"
#define ROWS "date\tlast\tkind\tname\n"

static void expect(const char *ics, const char *text)
{
	page_expect(convert_ics, ics, strlen(ics), text);
}

Test(ics, holidays_and_days_worked_by_their_marks)
{
	expect(HEAD DAY("20311001", "DTEND;VALUE=DATE:20311004\r\nSUMMARY:秋假（休）")
		       DAY("20310928", "SUMMARY:秋假（班）") DAY("20310312", "SUMMARY:植树") TAIL,
	       ROWS "2031-10-01\t2031-10-03\tholiday\t秋假\n"
		    "2031-09-28\t2031-09-28\tworked\t秋假\n");
}

Test(ics, special_days_are_marked_beside_the_title)
{
	expect(HEAD DAY("20311001", "SUMMARY:秋节\r\nX-APPLE-SPECIAL-DAY:WORK-HOLIDAY")
		       DAY("20310928", "SUMMARY:秋节\r\nX-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY")
			       TAIL,
	       ROWS "2031-10-01\t2031-10-01\tholiday\t秋节\n"
		    "2031-09-28\t2031-09-28\tworked\t秋节\n");
}

Test(ics, without_marks_all_whole_days_are_holidays)
{
	expect(HEAD DAY("20311001", "SUMMARY:Harvest\\, first day") TAIL,
	       ROWS "2031-10-01\t2031-10-01\tholiday\tHarvest, first day\n");
}

Test(ics, meetings_cancelled_and_repeating_events_are_left_out)
{
	expect(HEAD "BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20311001T010000Z\r\nSUMMARY:放假\r\n"
		    "END:VEVENT\r\n" DAY("20311002", "STATUS:CANCELLED\r\nSUMMARY:放假")
			    DAY("20311003", "RRULE:FREQ=YEARLY\r\nSUMMARY:放假") TAIL,
	       ROWS);
}

Test(ics, what_is_no_calendar_is_damaged)
{
	cr_expect_eq(page_end(convert_ics, "no calendar", 11), CONVERT_DAMAGED);
	cr_expect_eq(page_end(convert_ics, "", 0), CONVERT_DAMAGED);
}
