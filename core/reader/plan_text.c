/* First stage of the plan reader: the bytes become a cleaned text and its glyphs. What printers and
 * web pages vary without meaning (width, kinds of brackets and blanks, Traditional characters in
 * the words of the grammar, Markdown signs, page numbers) is folded here and nowhere else. */
#include "core/reader/plan_text.h"

#include "core/i18n.h"
#include "core/reader/plan_label.h"
#include "core/reader/plan_mark.h"
#include "core/reader/plan_wrap.h"
#include "core/text/utf8.h"

#include <string.h>

/* clang-format off */
/* Traditional characters of the words that the grammar knows. */
#define TRADITIONAL(X) \
	X(U'門', U'门') X(U'視', U'视') X(U'執', U'执') X(U'據', U'据') X(U'調', U'调') \
	X(U'籌', U'筹') X(U'黨', U'党') X(U'園', U'园') X(U'館', U'馆') X(U'庫', U'库') \
	X(U'銀', U'银') \
	X(U'牽', U'牵') X(U'頭', U'头') X(U'單', U'单') X(U'責', U'责') X(U'關', U'关') \
	X(U'協', U'协') X(U'辦', U'办') X(U'機', U'机') X(U'構', U'构') X(U'區', U'区') \
	X(U'縣', U'县') X(U'鄉', U'乡') X(U'鎮', U'镇') X(U'會', U'会') X(U'處', U'处') \
	X(U'務', U'务') X(U'實', U'实') X(U'條', U'条') X(U'項', U'项') X(U'達', U'达') \
	X(U'於', U'于') X(U'為', U'为') X(U'爲', U'为') X(U'導', U'导') X(U'參', U'参') \
	X(U'與', U'与') X(U'負', U'负') X(U'員', U'员') X(U'標', U'标') X(U'總', U'总') \
	X(U'職', U'职') X(U'廳', U'厅') X(U'號', U'号') X(U'間', U'间') X(U'時', U'时') \
	X(U'長', U'长') X(U'當', U'当') X(U'對', U'对') X(U'進', U'进') X(U'劃', U'划') \
	X(U'業', U'业') X(U'萬', U'万') X(U'億', U'亿') X(U'個', U'个') X(U'場', U'场') \
	X(U'說', U'说') X(U'見', U'见') X(U'強', U'强') X(U'後', U'后') X(U'團', U'团') \
	X(U'過', U'过') X(U'壓', U'压') X(U'縮', U'缩') X(U'減', U'减') X(U'輕', U'轻') \
	X(U'穩', U'稳') X(U'擴', U'扩') X(U'輛', U'辆') X(U'餘', U'余') X(U'組', U'组') \
	X(U'織', U'织') X(U'蓋', U'盖') X(U'補', U'补') X(U'貼', U'贴') X(U'獎', U'奖') \
	X(U'勵', U'励') X(U'罰', U'罚') X(U'給', U'给') X(U'準', U'准') X(U'僅', U'仅') \
	X(U'內', U'内') X(U'滿', U'满') X(U'續', U'续') X(U'顯', U'显') X(U'緩', U'缓') \
	X(U'幾', U'几') X(U'應', U'应') X(U'盡', U'尽') X(U'淨', U'净') X(U'濃', U'浓') \
	X(U'證', U'证') X(U'廣', U'广') X(U'開', U'开') X(U'發', U'发') X(U'設', U'设') \
	X(U'備', U'备') X(U'樓', U'楼') X(U'棟', U'栋') X(U'畝', U'亩') X(U'頃', U'顷') \
	X(U'噸', U'吨') X(U'顆', U'颗') X(U'張', U'张') X(U'戶', U'户') X(U'種', U'种') \
	X(U'類', U'类') X(U'級', U'级') X(U'維', U'维') X(U'鞏', U'巩') X(U'優', U'优') \
	X(U'質', U'质') X(U'測', U'测') X(U'檢', U'检') X(U'訓', U'训') X(U'練', U'练') \
	X(U'創', U'创') X(U'舉', U'举') X(U'製', U'制') X(U'環', U'环') X(U'結', U'结') \
	X(U'網', U'网') X(U'劑', U'剂') X(U'針', U'针') X(U'輪', U'轮') X(U'齡', U'龄') \
	X(U'歲', U'岁') X(U'鐘', U'钟') X(U'費', U'费') X(U'額', U'额') X(U'數', U'数') \
	X(U'規', U'规') X(U'衛', U'卫') X(U'產', U'产') X(U'較', U'较') X(U'從', U'从') \
	X(U'將', U'将') X(U'爭', U'争') X(U'確', U'确') X(U'並', U'并') X(U'斷', U'断') \
	X(U'積', U'积') X(U'儲', U'储') X(U'資', U'资') X(U'約', U'约') X(U'認', U'认') \
	X(U'養', U'养') X(U'層', U'层') X(U'雙', U'双') X(U'無', U'无') X(U'預', U'预') \
	X(U'計', U'计') X(U'終', U'终') X(U'節', U'节') X(U'課', U'课') X(U'冊', U'册') \
	X(U'臺', U'台') X(U'檔', U'档') X(U'隻', U'只') X(U'盞', U'盏') X(U'監', U'监') \
	X(U'險', U'险') X(U'復', U'复') X(U'簡', U'简') X(U'隊', U'队') X(U'電', U'电') \
	X(U'運', U'运') X(U'營', U'营') X(U'範', U'范') X(U'築', U'筑') X(U'選', U'选') \
	X(U'國', U'国') X(U'歷', U'历') X(U'齊', U'齐') X(U'賴', U'赖') X(U'別', U'别') \
	X(U'轄', U'辖') X(U'樣', U'样') X(U'寬', U'宽') X(U'寫', U'写') X(U'遞', U'递') \
	X(U'繳', U'缴') X(U'徵', U'征') X(U'貸', U'贷') X(U'題', U'题') X(U'領', U'领') \
	X(U'體', U'体') X(U'動', U'动') X(U'圖', U'图') X(U'點', U'点') X(U'聯', U'联') \
	X(U'學', U'学') X(U'屆', U'届')

/* The other signs that stand for one: brackets, blanks, commas. */
#define SIGNS(X)                                                                                   \
	X(U'〔', '(')                                                                              \
	X(U'【', '(')                                                                              \
	X(U'﹝', '(')                                                                              \
	X(U'〖', '(')                                                                              \
	X('[', '(')                                                                                \
	X(U'﹙', '(')                                                                              \
	X(U'〕', ')')                                                                              \
	X(U'】', ')')                                                                              \
	X(U'﹞', ')')                                                                              \
	X(U'〗', ')') X(']', ')') X(U'﹚', ')') X(U'｡', U'。') X(U'﹑', U'、') X(U'､', U'、') X(   \
		U'﹕', ':') X(U'∶', ':') X(U'﹔', ';') X(U'﹐', ',') X(U'～', '~') X(U'〜', '~')   \
		X(U'—', '-') X(U'–', '-') X(U'―', '-') X(U'－', '-') X(U'−', '-') X(U'〈', '<')    \
			X(U'〉', '>') X(U'≧', U'≥') X(U'≦', U'≤') X(U'⩾', U'≥') X(U'⩽', U'≤')      \
				X(U'﹪', '%') X(U'｜', '|') X(U'│', '|') X(U'┃', '|')              \
					X(0x00A0, ' ') X(0x2002, ' ') X(0x2003, ' ')               \
						X(0x2009, ' ') X(0x202F, ' ') X(0x3000, ' ')       \
							X(0x2028, '\n') X(0x2029, '\n')
/* clang-format on */

/* By character, 0 where it stands for itself. */
#define ROW(from, to) [from] = to,
static const uint16_t folded[0x10000] = {TRADITIONAL(ROW) SIGNS(ROW)};
#undef ROW

static char32_t fold(char32_t cp)
{
	if (cp >= 0xFF01 && cp <= 0xFF5E)
		cp -= 0xFEE0;
	return cp < 0x10000 && folded[cp] ? folded[cp] : cp;
}

/* A point behind a Chinese character and before one, or before what closes a sentence. */
static bool is_full_stop(const struct glyph *g, size_t i)
{
	return g[i].cp == '.' && i > 0 && (glyph_is_han(g[i - 1].cp) || g[i - 1].cp == ')') &&
	       (glyph_is_han(g[i + 1].cp) || plan_text_in(g[i + 1].cp, U"()\n“《") ||
		g[i + 1].cp == 0);
}

/* Markdown signs become blanks: # and bullets that begin a line, ** anywhere. A point that stands
 * for a full stop becomes one. */
static void blank_markup(struct glyph *g, size_t n)
{
	bool start = true;

	for (size_t i = 0; i < n; i++) {
		char32_t cp = g[i].cp;

		if (is_full_stop(g, i))
			g[i].cp = U'。';
		if (cp == '*' && g[i + 1].cp == '*') {
			g[i].cp = g[i + 1].cp = ' ';
			i++;
			continue;
		}
		if (start && (cp == '#' || cp == U'•' || cp == U'●' || cp == U'■' || cp == U'◆' ||
			      cp == '>' || (plan_text_in(cp, U"-*+") && g[i + 1].cp == ' ')))
			g[i].cp = ' ';
		else if (cp != ' ')
			start = cp == '\n';
	}
}

enum { WRAPPED_LINES = 3, WRAPPED_GLYPHS = 600, DEEPEST = 4 };

/* Open brackets while pairing; newlines counts the line ends since the outermost one. */
struct open_brackets {
	VEC(uint32_t) at;
	int newlines;
};

/* Whether a bracket that is open at the line end i may close on a line after it. */
static bool wraps(const struct plan_text *t, const struct open_brackets *open, size_t i)
{
	size_t k = i + 1;

	while (k < t->n && t->g[k].cp == ' ')
		k++;
	return open->at.n > 0 && open->at.n <= DEEPEST && open->newlines < WRAPPED_LINES &&
	       i - open->at.at[0] < WRAPPED_GLYPHS && k < t->n && t->g[k].cp != '\n' &&
	       !plan_mark_begins(t, k);
}

/* Joins a pair; line ends inside it were the printer's. */
static void pair_up(struct glyph *g, uint32_t *pair, uint32_t from, uint32_t to, bool wrapped)
{
	pair[from] = to;
	pair[to] = from;
	for (uint32_t i = from; wrapped && i < to; i++)
		if (g[i].cp == '\n')
			g[i].cp = ' ';
}

static void pair_brackets(struct arena *a, struct plan_text *t, struct glyph *g)
{
	uint32_t *pair = arena_alloc(a, (t->n + 1) * sizeof *pair);
	struct open_brackets open = {0};

	for (uint32_t i = 0; i < t->n; i++) {
		if (g[i].cp == '(') {
			*vec_push(a, &open.at) = i;
		} else if (g[i].cp == ')' && open.at.n > 0) {
			pair_up(g, pair, open.at.at[--open.at.n], i, open.newlines > 0);
		} else if (g[i].cp == '\n' && wraps(t, &open, i)) {
			open.newlines++;
		} else if (g[i].cp == '\n') {
			open.at.n = 0;
		}
		if (open.at.n == 0)
			open.newlines = 0;
	}
	t->pair = pair;
}

static int count_glyphs(const char *s, size_t nbytes, size_t *n, struct err *e)
{
	*n = 0;
	for (size_t i = 0; i < nbytes; i++)
		*n += ((unsigned char)s[i] & 0xC0) != 0x80;
	if (nbytes > UINT32_MAX / 2)
		return err_set(e, ERR_FORMAT, _("the document is larger than 2 GB"));
	return 0;
}

int plan_text_read(struct arena *a, const char *bytes, size_t nbytes, struct plan_text *t,
		   struct err *e)
{
	struct glyph *g;
	const char *s, *end;
	size_t n;

	*t = (struct plan_text){0};
	if (memchr(bytes, 0, nbytes))
		return err_set(
			e, ERR_FORMAT,
			_("this is not a text: it contains a zero byte; save the document as "
			  "plain text (UTF-8) first"));
	if (!(t->s = utf8_clean(a, bytes, nbytes, e)))
		return -1;
	t->nbytes = strlen(t->s);
	if (count_glyphs(t->s, t->nbytes, &n, e))
		return -1;
	t->g = g = arena_alloc(a, (n + 2) * sizeof *g);
	*vec_push(a, &t->lines) = 0;
	for (s = t->s, end = t->s + t->nbytes; s < end; t->n++) {
		uint32_t cp;

		g[t->n].at = (uint32_t)(s - t->s);
		s += utf8_decode(s, end, &cp);
		g[t->n].cp = fold(cp);
		if (cp == '\n')
			*vec_push(a, &t->lines) = (uint32_t)(s - t->s);
	}
	g[t->n].at = g[t->n + 1].at = (uint32_t)t->nbytes;
	plan_mark_prepare(a, t);
	plan_label_prepare(t);
	plan_verb_prepare(t);
	plan_wrap_blank_pages(a, t, g);
	blank_markup(g, t->n);
	if (t->lines.n > 1)
		plan_wrap_join(t, g);
	pair_brackets(a, t, g);
	return 0;
}
