#include "write/model_parts.h"

#include "text/text.h"

/* Sentences that speak to a language model. A phrase is a list of word beginnings, in their order,
 * each near the one before: "ignor instruct" finds "Ignore all of your previous instructions". With
 * a ^ it must begin among the first words, since "the ministry will act as a mediator" is news.
 * They are built from three kinds of things that no report needs to say to its readers: orders
 * about instructions, orders about the article that is being made, and turns of a conversation with
 * a machine. */

#define GAP_WORDS 6 /* words that may stand between two of a phrase */
#define SPELLED_LEAST 8
#define FIRST_WORDS 3 /* "please", "now", "so" may stand before an order */

static const char *const phrases[] = {
	/* orders about instructions */
	"ignor instruct", "ignor prompt", "ignor rules", "ignor guidelines", "ignor above",
	"ignor preceding", "disregard instruct", "disregard prompt", "disregard rules",
	"disregard above", "disregard previous", "disregard earlier", "forget instruct", "forget rules",
	"forget everything you", "override instruct", "overrid rules", "bypass instruct",
	"instead of your instruct", "new instructions:", "updated instructions", "system prompt",
	"developer message", "hidden prompt", "your instructions are", "your new task",
	"your task is now", "your real task", "reveal your", "follow these instructions",
	"obey the following", "do not follow your", "end of data", "end of sources", "end of context",
	/* turns of a conversation with a machine */
	"^you are now", "you are an ai", "you are a language model", "you are a helpful",
	"you are chatgpt", "^act as a", "^act as an", "^pretend to be", "^pretend that you",
	"^from now on you", "as an ai", "as a language model", "dear ai", "dear language model",
	"^dear assistant", "note to ai", "note to language", "note to llm", "note to the model",
	"message to ai", "message for ai", "attention ai", "attention llm", "attention language model",
	"to the ai", "to any ai", "to all ai", "if you are an ai", "if you are a language",
	"if you are a llm", "if you're an ai", "ai that summari", "ai summari this",
	"ai models summari", "language models must", "language models should", "llms must",
	"llms should", "large language model reading", "model reading this", "ai reading this",
	"assistant reading this", "jailbreak", "developer mode", "dan mode", "sudo mode",
	"admin override",
	/* orders about the article that is being made */
	"in your summary", "in your article", "in your answer", "in your output", "in your response",
	"in your reply", "your summary must", "your summary should", "your article must",
	"your answer must", "your output must", "your response must", "^write that",
	"^write the following", "^write instead", "^output the following", "^output only",
	"^output exactly", "^print the following", "^print exactly", "^respond with", "^respond only",
	"^reply with", "^reply only", "^answer only with", "^answer with", "^repeat the following",
	"^repeat after me", "^insert the following", "^include the following", "^include this sentence",
	"^include this link", "^add the following", "^append the following", "^begin your",
	"start your headline", "end your article", "^use this headline", "headline must",
	"set the headline", "change the headline", "replace the headline", "summari as follows",
	"summari this as", "summari this article", "when summari", "when you summari", "when rewrit",
	"^do not mention", "^do not report", "^do not cite", "^don't mention", "cite this as",
	"cite sentence", "mark all sentences as", "^recommend that readers", "^tell the reader",
	"^tell your reader", "tell the user", "inform the user", "the user wants", "the user asked",
	"^translate the following", "^execute the following", "decode the following", "decode this",
	"base64",
	/* German */
	"ignorier anweisung", "ignorier vorherig", "ignorier bisherig", "ignorier regeln",
	"vergiss anweisung", "vergiss alles", "missacht anweisung", "neue anweisung", "systemanweisung",
	"systemprompt", "^du bist jetzt", "du bist ein", "du bist eine ki", "als sprachmodell",
	"sie sind eine ki", "an die ki", "hinweis an", "liebe ki", "^schreib stattdessen",
	"^schreibe, dass", "^schreib dass", "^schreiben sie, dass", "^schreiben sie dass",
	"^antworte nur", "^antworte mit", "^gib aus", "^gib folgend", "^füge folgend", "^erwähne nicht",
	"in deiner zusammenfassung", "in ihrer zusammenfassung", "deine aufgabe ist",
	"deine überschrift", "nimm als überschrift",
	/* French */
	"ignor instructions", "ignor consignes", "oubli instructions", "oubli consignes", "oublie tout",
	"nouvelles instructions", "nouvelle consigne", "^tu es maintenant", "tu es une ia",
	"vous êtes une ia", "^vous êtes maintenant", "en tant qu'ia", "à l'attention de l'ia",
	"^écris que", "^écrivez que", "réponds uniquement", "répondez uniquement", "dans ton résumé",
	"dans votre résumé", "^ne mentionne pas", "^ne mentionnez pas", "ta tâche est",
	/* Spanish */
	"ignora instrucciones", "ignore instrucciones", "ignora reglas", "olvida instrucciones",
	"olvida todo", "olvide todo", "nuevas instrucciones", "^ahora eres", "eres una ia",
	"eres un modelo", "usted es una ia", "como modelo de lenguaje", "^escribe que", "^escriba que",
	"responde solo", "responda solo", "en tu resumen", "en su resumen", "^no menciones",
	"tu tarea es",
	/* Italian */
	"ignora istruzioni", "ignora le istruzioni", "dimentica istruzioni", "dimentica tutto",
	"nuove istruzioni", "^sei ora un", "^ora sei", "sei un'ia", "sei un modello", "^scrivi che",
	"rispondi solo", "nel tuo riassunto", "nella tua risposta", "^non menzionare",
	"il tuo compito è",
	/* Portuguese */
	"ignore instruções", "ignora instruções", "esqueça instruções", "esqueça tudo",
	"novas instruções", "^agora você é", "você é uma ia", "você é um modelo", "^escreva que",
	"responda apenas", "no seu resumo", "^não mencione", "sua tarefa é",
	/* Dutch */
	"negeer instructies", "negeer vorige", "negeer eerdere", "vergeet instructies", "vergeet alles",
	"nieuwe instructies", "^je bent nu", "^jij bent nu", "^u bent nu", "je bent een ai",
	"^schrijf dat", "antwoord alleen", "in je samenvatting", "^noem niet", "je taak is",
	/* Polish */
	"zignoruj instrukcje", "zignoruj polecenia", "zignoruj wszystkie", "ignoruj instrukcje",
	"^zapomnij o", "nowe instrukcje", "^jesteś teraz", "jesteś modelem", "^napisz, że",
	"^napisz że", "odpowiedz tylko", "w swoim podsumowaniu", "^nie wspominaj",
	/* Russian and Ukrainian */
	"игнорируй инструкци", "игнорируй указани", "игнорируй все", "игнорируйте инструкци",
	"игнорируйте все", "забудь инструкци", "забудь все", "новые инструкции", "^ты теперь",
	"ты языковая", "вы языковая", "^напиши, что", "^напиши что", "^напишите, что", "^напишите что",
	"ответь только", "отвечай только", "в своем резюме", "^не упоминай", "твоя задача",
	"ігноруй інструкці", "ігноруйте інструкці", "ігноруй вс", "ігноруй усі", "забудь інструкці",
	"нові інструкції", "^ти тепер", "ти мовна", "^напиши, що", "^напиши що", "^напишіть, що",
	"відповідай лише", "^не згадуй", "твоє завдання",
	/* Turkish */
	"talimatları yok say", "talimatları görmezden", "talimatları unut", "komutları yok say",
	"kuralları yok say", "her şeyi unut", "yeni talimat", "^artık sen", "^sen artık",
	"sen bir yapay", "sen bir dil", "yapay zekâ olarak", "yapay zeka olarak", "şunu yaz",
	"şöyle yaz", "yaz ki", "olduğunu yaz", "ettiğini yaz", "özetinde", "sadece şunu", "bahsetme",
	"görevin şu", NULL};

/* Who speaks in a conversation with a machine, at the beginning of a sentence. */
static const char *const turns[] = {"system:", "assistant:", "user:", "human:", "ai:",
	"system prompt", "instruction:", "instructions:", NULL};

/* Turns and marks of the formats that models are spoken to in: found anywhere, letter for letter.
 */
static const char *const marks[] = {"<|", "|>", "[inst]", "[/inst]", "<<sys>>", "<</sys>>",
	"<system", "</system", "<user", "<assistant", "</user", "</assistant", "<instruction", "<s>",
	"</s>", "### instruction", "### system", "### response", "###instruction",
	"\"role\":", "\"role\" :", "'role':", "systemprompt", "begin_of_text", "start_of_turn",
	"end_of_turn", "tool_call", "function_call", "```", "{{", "<think", "<!--", "-->", "[system",
	"(system", "\\u00", "&#x", "%20", "\"headline\"", "\"sections\"", "\"cites\"", "<<<", ">>>",
	NULL};

/* Marks that are not seen: those that turn the direction of writing or spell in tags, and those of
 * no width inside a word. At a word's border the latter are what editors' programs leave behind. */
bool has_hidden_letters(struct str s)
{
	uint32_t point, before = 0;
	bool is_after_zero = false;
	for (size_t at = 0, n; (n = utf8_decode(s, at, &point)) > 0; at += n) {
		bool is_zero = point == 0x200b || (point >= 0x2060 && point <= 0x2064) || point == 0xfeff;
		bool is_direction =
			(point >= 0x202a && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069);
		bool is_tag = point >= 0xe0000 && point <= 0xe007f;
		bool is_letter = point < 0x80 ? char_is_alpha((char)point) : !is_zero;
		if (is_direction || is_tag || (is_after_zero && is_letter))
			return true;
		is_after_zero = is_zero && before < 0x80 && char_is_alpha((char)before);
		before = point;
	}
	return false;
}

/* Greek and Cyrillic letters that look like Latin ones, in words that have Latin letters too. */
static char latin_twin(uint32_t point)
{
	static const struct {
		uint32_t point;
		char twin;
	} twins[] = {{0x430, 'a'}, {0x435, 'e'}, {0x43e, 'o'}, {0x440, 'p'}, {0x441, 'c'}, {0x443, 'y'},
		{0x445, 'x'}, {0x456, 'i'}, {0x458, 'j'}, {0x455, 's'}, {0x501, 'd'}, {0x3bf, 'o'},
		{0x3b1, 'a'}, {0x3b9, 'i'}, {0x3bd, 'v'}, {0x131, 'i'}, {'0', 'o'}, {'1', 'i'}, {'3', 'e'},
		{'4', 'a'}, {'5', 's'}, {'7', 't'}, {'@', 'a'}, {'$', 's'}};
	for (size_t i = 0; i < sizeof(twins) / sizeof(twins[0]); i++)
		if (twins[i].point == point)
			return twins[i].twin;
	return 0;
}

static bool is_word_char(uint32_t point)
{
	return point >= 0x80 || char_is_alpha((char)point) || char_is_digit((char)point) ||
		point == '\'' || point == '@' || point == '$';
}

struct word_list {
	struct str *items;
	size_t n, capacity;
};

/* The words of a folded text. is_plain: look-alikes become the Latin letters they stand for. */
static struct word_list cut_words(struct arena *a, struct str folded, bool is_plain)
{
	struct word_list words = {0};
	char *out = arena_alloc(a, folded.n + 1);
	size_t n = 0, start = 0;
	uint32_t point;
	for (size_t at = 0, step;; at += step) {
		step = utf8_decode(folded, at, &point);
		bool is_letter = step > 0 && is_word_char(point);
		char twin = is_plain && is_letter ? latin_twin(point) : 0;
		if (twin) {
			out[n++] = twin;
		} else if (is_letter) {
			memcpy(out + n, folded.p + at, step);
			n += step;
		} else if (n > start) {
			*VEC_ADD(a, &words) = (struct str){out + start, n - start};
			start = n;
		}
		if (step == 0)
			return words;
	}
}

/* "I g n o r e   a l l": so many single letters in a row are a disguise. */
static bool is_spelled(const struct word_list *words)
{
	size_t run = 0;
	for (size_t i = 0; i < words->n && run < SPELLED_LEAST; i++)
		run = utf8_count(words->items[i]) == 1 ? run + 1 : 0;
	return run >= SPELLED_LEAST;
}

/* Words of two and three letters must be whole: "ai" is not "air". */
static bool is_at(struct str word, struct str beginning)
{
	return utf8_count(beginning) <= 3 ? str_eq(word, beginning) : str_starts(word, beginning);
}

static bool goes_on(const struct word_list *words, struct str rest, size_t at)
{
	while (rest.p) {
		struct str part = str_cut(&rest, ' ');
		size_t end = at + 1 + GAP_WORDS, hit = STR_NONE;
		while (part.n && strchr(",:", part.p[part.n - 1]))
			part.n--;
		/* An order and its object may stand apart; small words follow at once. */
		if (utf8_count(part) <= 4)
			end = at + 2;
		for (size_t i = at; i < words->n && i < end && hit == STR_NONE; i++)
			if (is_at(words->items[i], part))
				hit = i;
		if (hit == STR_NONE)
			return false;
		at = hit + 1;
	}
	return true;
}

static bool has_phrase(const struct word_list *words, struct str phrase)
{
	bool is_first = phrase.p[0] == '^';
	struct str rest = str_from(phrase, is_first), first = str_cut(&rest, ' ');
	size_t end = is_first && words->n > FIRST_WORDS ? FIRST_WORDS : words->n;
	for (size_t i = 0; i < end; i++)
		if ((is_first ? str_eq(words->items[i], first) : is_at(words->items[i], first)) &&
			(!rest.p || goes_on(words, rest, i + 1)))
			return true;
	return false;
}

static bool has_any(const struct word_list *words)
{
	for (const char *const *phrase = phrases; *phrase; phrase++)
		if (has_phrase(words, str_c(*phrase)))
			return true;
	return false;
}

bool write_is_instruction(struct str sentence)
{
	struct arena scratch = {0};
	bool is_one = has_hidden_letters(sentence);
	struct str folded = text_fold(&scratch, sentence);
	for (const char *const *mark = marks; *mark && !is_one; mark++)
		is_one = str_find_nocase(folded, str_c(*mark), 0) != STR_NONE;
	for (const char *const *turn = turns; *turn && !is_one; turn++)
		is_one = str_starts(str_trim(folded), str_c(*turn));
	for (int plain = 0; plain < 2 && !is_one; plain++) {
		struct word_list words = cut_words(&scratch, folded, plain == 1);
		is_one = is_spelled(&words) || has_any(&words);
	}
	arena_free(&scratch);
	return is_one;
}

static struct str paragraph_at(struct str text, size_t at)
{
	size_t start = 0, next;
	while ((next = str_find(text, STR("\n\n"), start)) != STR_NONE && next + 2 <= at)
		start = next + 2;
	return str_sub(text, start, (next == STR_NONE ? text.n : next) - start);
}

static bool has_instruction(struct str paragraph, struct str language)
{
	struct arena scratch = {0};
	struct span_vec spans = text_sentences(&scratch, paragraph, language);
	bool has = false;
	for (size_t i = 0; i < spans.n && !has; i++)
		has = write_is_instruction(span_text(paragraph, spans.items[i]));
	arena_free(&scratch);
	return has;
}

bool write_is_poisoned(struct str text, size_t at, struct str language)
{
	struct str paragraph = paragraph_at(text, at);
	if (has_instruction(paragraph, language))
		return true;
	size_t start = (size_t)(paragraph.p - text.p);
	if (start < 3)
		return false;
	struct str before = paragraph_at(text, start - 3);
	return str_ends(str_trim(before), STR(":")) && has_instruction(before, language);
}
