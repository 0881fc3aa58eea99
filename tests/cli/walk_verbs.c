/* The lines are such that who may say one succeeds with it: then a refusal is about rights, and a
 * success is one. */
#include "tests/cli/walk_verbs.h"

#include "cli/verbs.h"

#define PLAN "云溪区体育工作计划\n\n1.健步行动。建设步道。(责任单位:★区体育局)\n"
#define KEY  "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAICu/V/62wIw2EVxFZLXqKloVrZv2Mst9l9Q54dhEC10O\n"

#define SAY(what, text, ...)                                                                       \
	{                                                                                          \
		.line = text, .about = ABOUT_##what, __VA_ARGS__                                   \
	}

const struct walk_verb walk_verbs[] = {
	SAY(LIST, "overview", .signs = SIGNS_MOST),
	SAY(LIST, "list", .signs = SIGNS_SHARED),
	SAY(SHARED, "show {A}"),
	SAY(LIST, "find 行动", .signs = SIGNS_SHARED),
	SAY(LIST, "find 经验", .signs = SIGNS_OWN),
	SAY(LIST, "find 待办", .signs = SIGNS_SHARED),
	SAY(LIST, "find 通知", .signs = SIGNS_SHARED),
	SAY(LIST, "find 进展", .signs = SIGNS_SHARED),
	SAY(LIST, "find 延后", .signs = SIGNS_OWN),
	SAY(LIST, "find 批示", .signs = SIGNS_OWN),

	SAY(THING, "report {A} --unit {unit} --percent 40 --done 授课 --submit"),
	SAY(THING, "report recall {B} --unit {unit}"),
	SAY(SHARED, "report editions {B} --unit {unit}"),
	SAY(SHARED, "report diff {B} --unit {unit}"),
	SAY(SHARED, "report parts {B}"),
	SAY(THING, "review {B} --unit {unit} --accept", .acts = BY(REVIEW)),
	SAY(THING, "review {B} --unit {unit} --return 请补充"),
	SAY(THING, "review {B} --unit {unit} --sign", .acts = BY(SIGN)),
	SAY(THING, "review {B} --unit {unit} --send-back 请补充", .acts = BY(SIGN)),
	SAY(LIST, "review list", .signs = SIGNS_SHARED),
	/* of several reports those that one entered stay */
	SAY(LIST, "review all --unit {unit}"),

	SAY(THING, "receive {A} --unit {unit}"),
	SAY(THING, "receive --unit {unit}"),
	SAY(LIST, "receive list", .signs = SIGNS_SHARED),
	SAY(LIST, "request list", .signs = SIGNS_OWN),
	SAY(THING, "request show {extension}"),
	SAY(THING, "request contest {A} --about role --reason 应为配合 --unit {unit}"),
	SAY(THING,
	    "request extension {late} --until 2021-12-30 --percent 10 --reason 晚到 --unit {unit}"),
	SAY(THING, "request exception 2021Q3 --until 2021-12-10 --reason 晚报 --unit {unit}"),
	SAY(THING, "request correction {C} --percent 45 --reason 少报 --unit {unit}"),
	SAY(THING, "request completion {C} --reason 完成 --unit {unit}"),
	SAY(THING, "request grant {extension}"),
	SAY(THING, "request grant {contest}"),
	SAY(THING, "request refuse {extension} --answer 按期完成"),
	SAY(THING, "request take-back {extension}", .acts = BY(REQUEST)),
	SAY(THING, "request take-back {contest}", .acts = BY(RECEIVE)),
	/* neither judges what somebody has entered */
	SAY(NOBODY, "action reopen {D} --reason 复查"),

	SAY(LIST, "milestone list", .signs = SIGNS_SHARED),
	SAY(THING, "milestone add {A} 检测 --due 2021-12-20 --unit {unit}"),
	SAY(THING, "milestone change {open} --title 复测"),
	SAY(THING, "milestone done {open}"),
	SAY(THING, "milestone verify {done}"),
	SAY(THING, "milestone reopen {done}"),
	SAY(NOBODY, "milestone drop {open}"),

	SAY(LIST, "evidence list", .signs = SIGNS_SHARED),
	SAY(THING, "evidence add {A} --kind note --title 照片 --unit {unit}"),
	SAY(THING, "evidence add {A} --name 照片.txt --unit {unit}", .input = "照片\n"),
	SAY(SHARED, "evidence show {proof}"),
	SAY(SHARED, "evidence get {file}"),
	SAY(THING, "evidence withdraw {proof} --reason 重复"),

	SAY(LIST, "case list", .signs = SIGNS_OWN),
	SAY(THING, "case show {case}"),
	SAY(THING, "case add {A} 讲堂 --text 每周开讲 --unit {unit}"),
	SAY(THING, "case change {case} --title 新案例"),
	SAY(THING, "case select {case}"),
	SAY(THING, "case decline {case} --reason 材料不足"),
	SAY(NOBODY, "pilot {A}"),

	SAY(LIST, "notice list", .signs = SIGNS_UNIT),
	SAY(THING, "notice show {urge}"),
	SAY(THING, "notice issue --unit {unit}"),
	SAY(THING, "notice instruct {A} 按月调度 --unit {unit}"),
	SAY(THING, "notice answer {urge} 本周完成"),
	SAY(THING, "notice answer {instruction} 照办"),
	SAY(THING, "notice close {urge}", .acts = BY(URGE)),
	SAY(THING, "notice close {instruction}", .acts = BY(INSTRUCT)),
	SAY(NOBODY, "notice send"),
	SAY(NOBODY, "remind"),

	SAY(SHARED, "print --unit {unit}"),
	SAY(LIST, "print --all", .signs = SIGNS_SHARED),
	SAY(LIST, "print --heat"),
	SAY(LIST, "print --indicators"),
	SAY(NOBODY, "import - --code ty2021 --yes", .input = PLAN),
	SAY(NOBODY, "import - --update yx2021 --yes", .input = PLAN),
	SAY(LIST, "plan list"),
	SAY(LIST, "plan editions yx2021"),
	SAY(NOBODY, "plan close yx2021 --reason 期满"),
	SAY(NOBODY, "assign {A} 区体育局 --role coop"),
	SAY(NOBODY, "unassign {A} {unit} --reason 调整"),

	SAY(LIST, "policy list"),
	SAY(NOBODY, "policy set lamp.soon 7"),
	SAY(LIST, "calendar list"),
	SAY(NOBODY, "calendar add 2021-12-25 --name 校庆"),
	SAY(NOBODY, "calendar drop 2021-10-01"),
	SAY(NOBODY, "calendar import -", .input = "日期,类型,名称\n2021-12-24,休,校庆\n"),
	SAY(LIST, "period list"),
	SAY(NOBODY, "period add 2022Q1"),
	SAY(NOBODY, "period close 2021Q4"),
	SAY(NOBODY, "period allow 2021Q3 {unit} --until 2021-12-20 --reason 补报"),
	SAY(LIST, "period exceptions", .signs = SIGNS_OWN),
	SAY(LIST, "burden"),

	SAY(LIST, "unit list"),
	SAY(NOBODY, "unit add 区园林局"),
	SAY(NOBODY, "unit merge 区科协 {unit}"),
	SAY(NOBODY, "unit alias {unit} 简称"),
	SAY(NOBODY, "unit member 各学校 {unit}"),
	SAY(NOBODY, "unit rename {unit} 新名"),
	SAY(THING, "unit sign {unit}"),
	SAY(LIST, "person list"),
	SAY(NOBODY, "person add xinren 新人"),
	SAY(NOBODY, "person post daiban reporter --unit {unit}"),
	SAY(NOBODY, "person handover {login} tiyu0"),
	SAY(NOBODY, "person disable daiban"),
	SAY(NOBODY, "person enable daiban"),
	SAY(LIST, "key list"),
	SAY(NOBODY, "key list tiyu0", .acts = BY(PERSON)),
	SAY(NOBODY, "key add daiban -", .input = KEY),
	SAY(NOBODY, "key revoke {key} --reason 遗失"),

	SAY(LIST, "whoami"),
	SAY(LIST, "log --limit 1000", .signs = SIGNS_OWN),
	SAY(LIST, "log --login {login}"),
	SAY(LIST, "log verify"),
	SAY(LIST, "access list"),
	SAY(NOBODY, "access list --login {login}", .acts = BY(ACCESS)),
	SAY(LIST, "version"),
	SAY(LIST, "help"),
};
const int walk_verbs_count = sizeof walk_verbs / sizeof *walk_verbs;
