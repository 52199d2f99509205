#include "tools/httpd.h"

#include <errno.h>
#include <sys/stat.h>
#include <time.h>

#define BOMB_BYTES ((uint32_t)64 << 20)
#define BOMB_CRC 0xb2eb30edu /* CRC-32 of so many zeros */
#define FILL_MAX ((size_t)1 << 20)
#define STEPS 16 /* behaviours in one path */

static const struct {
	struct str suffix, type;
	bool is_text;
} types[] = {
	{STR_CONST(".html"), STR_CONST("text/html"), true},
	{STR_CONST(".htm"), STR_CONST("text/html"), true},
	{STR_CONST(".rss"), STR_CONST("application/rss+xml"), true},
	{STR_CONST(".atom"), STR_CONST("application/atom+xml"), true},
	{STR_CONST(".rdf"), STR_CONST("application/rdf+xml"), true},
	{STR_CONST(".xml"), STR_CONST("application/xml"), true},
	{STR_CONST(".json"), STR_CONST("application/feed+json"), true},
	{STR_CONST(".opml"), STR_CONST("text/x-opml"), true},
	{STR_CONST(".txt"), STR_CONST("text/plain"), true},
	{STR_CONST(".css"), STR_CONST("text/css"), false},
	{STR_CONST(".svg"), STR_CONST("image/svg+xml"), false},
	{STR_CONST(".png"), STR_CONST("image/png"), false},
	{STR_CONST(".jpg"), STR_CONST("image/jpeg"), false},
};

static void add_header(struct request *r, struct str name, struct str value)
{
	*VEC_ADD(&r->a, &r->headers) = (struct header){name, value};
}

static int hex_value(char c)
{
	if (char_is_digit(c))
		return c - '0';
	c = char_lower(c);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static struct str percent_decoded(struct arena *a, struct str s)
{
	char *out = arena_alloc(a, s.n + 1);
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++) {
		bool is_code = s.p[i] == '%' && i + 2 < s.n && hex_value(s.p[i + 1]) >= 0 &&
			hex_value(s.p[i + 2]) >= 0;
		out[n++] = is_code ? (char)(hex_value(s.p[i + 1]) * 16 + hex_value(s.p[i + 2])) : s.p[i];
		i += is_code ? 2 : 0;
	}
	out[n] = '\0';
	return (struct str){out, n};
}

static void add_little_endian(struct buf *b, uint32_t v, int bytes)
{
	for (int i = 0; i < bytes; i++)
		buf_add_char(b, (char)(v >> (8 * i)));
}

/* ---- gzip ---- */

static uint32_t crc32(struct str s)
{
	uint32_t crc = ~0u;
	for (size_t i = 0; i < s.n; i++) {
		crc ^= (unsigned char)s.p[i];
		for (int k = 0; k < 8; k++)
			crc = crc >> 1 ^ (crc & 1 ? 0xedb88320u : 0);
	}
	return ~crc;
}

/* RFC 1952, with stored blocks (RFC 1951 section 3.2.4): it does not get smaller. */
static struct str gzip(struct arena *a, struct str s)
{
	struct buf out = BUF(LIMIT_OUTPUT);
	const uint32_t crc = crc32(s), size = (uint32_t)s.n;
	buf_add(&out, STR("\x1f\x8b\x08\0\0\0\0\0\0\xff"));
	do {
		struct str block = str_sub(s, 0, 0xffff);
		s = str_from(s, block.n);
		buf_add_char(&out, s.n == 0);
		add_little_endian(&out, (uint32_t)block.n, 2);
		add_little_endian(&out, ~(uint32_t)block.n, 2);
		buf_add(&out, block);
	} while (s.n);
	add_little_endian(&out, crc, 4);
	add_little_endian(&out, size, 4);
	struct str packed = str_dup(a, buf_str(&out));
	buf_free(&out);
	return packed;
}

static void pack(struct request *r)
{
	bool is_twice = str_eq(r->gzip, STR("twice"));
	if (r->gzip.n == 0)
		return;
	add_header(r, STR("Content-Encoding"), is_twice ? STR("gzip, gzip") : STR("gzip"));
	if (!str_eq(r->gzip, STR("lie")))
		r->body = gzip(&r->a, r->body);
	if (is_twice)
		r->body = gzip(&r->a, r->body);
	if (str_eq(r->gzip, STR("cut")))
		r->body = str_sub(r->body, 0, r->body.n - 20);
}

/* ---- Files ---- */

/* No part may begin with a dot (so none is ".."), none may hold a NUL. */
static bool is_safe_path(struct str path)
{
	if (str_find_char(path, '\0', 0) != STR_NONE)
		return false;
	while (path.p)
		if (str_starts(str_cut(&path, '/'), STR(".")))
			return false;
	return true;
}

static bool is_kind(struct str path, mode_t kind, struct stat *st)
{
	return stat(path.p, st) == 0 && (st->st_mode & S_IFMT) == kind;
}

/* RFC 9110 section 5.6.7. */
static struct str http_date(struct arena *a, int64_t utc_s)
{
	struct civil c = when_civil((struct when){.utc_s = utc_s});
	return str_format(a, "%.3s, %02d %.3s %04d %02d:%02d:%02d GMT", weekday_names[c.weekday], c.day,
		month_names[c.month], c.year, c.hour, c.minute, c.second);
}

static int64_t read_http_date(const char *s)
{
	struct tm tm = {0};
	const char *end = strptime(s, "%a, %d %b %Y %H:%M:%S GMT", &tm);
	return end && *end == '\0' ? (int64_t)timegm(&tm) : WHEN_NONE;
}

static bool is_unchanged(struct MHD_Connection *connection, struct str etag, int64_t modified)
{
	const char *tags = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "If-None-Match");
	if (tags) /* RFC 9110 section 13.1.3: then the date is not looked at */
		return str_eq(str_trim(str_c(tags)), STR("*")) ||
			str_find(str_c(tags), etag, 0) != STR_NONE;
	const char *since =
		MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "If-Modified-Since");
	return since && read_http_date(since) >= modified;
}

void httpd_answer_status(struct request *r, unsigned status)
{
	r->status = status;
	r->type = STR("text/plain");
	r->body = str_format(&r->a, "%u\n", status);
	if (status == 429 || status == 503)
		add_header(r, STR("Retry-After"), STR("120"));
}

static void answer_redirect(struct request *r, unsigned status, struct str location)
{
	httpd_answer_status(r, status);
	add_header(r, STR("Location"), location);
}

/* Each answer's validator is the asker's with one more x. */
static void answer_retagged(struct MHD_Connection *connection, struct request *r)
{
	struct str tag =
		str_c(MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "If-None-Match"));
	r->status = tag.n ? 304 : 200;
	if (tag.n)
		r->body = STR("");
	add_header(r, STR("ETag"),
		str_format(&r->a, "\"x%.*s", STR_ARG(tag.n ? str_from(tag, 1) : STR("\""))));
}

static void answer_file(struct server *server, struct MHD_Connection *connection, struct request *r,
	struct str path, const struct stat *st)
{
	struct buf bytes = BUF(LIMIT_OUTPUT);
	if (!buf_read_file(&bytes, path.p, NULL)) {
		buf_free(&bytes);
		httpd_answer_status(r, 500);
		return;
	}
	struct str type = STR("application/octet-stream");
	r->body = str_dup(&r->a, buf_str(&bytes));
	buf_free(&bytes);
	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
		if (!str_ends(path, types[i].suffix))
			continue;
		type = types[i].type;
		if (types[i].is_text)
			r->body = str_replace(&r->a, r->body, STR("@PORT@"), server->port);
		break;
	}
	if (r->type.n == 0)
		r->type = type;
	struct str etag = str_format(&r->a, "\"%016llx\"", (unsigned long long)hash_fast(r->body));
	if (r->is_retagged) {
		answer_retagged(connection, r);
		return;
	}
	pack(r);
	add_header(r, STR("ETag"), etag);
	add_header(r, STR("Last-Modified"), http_date(&r->a, st->st_mtime));
	r->status = 200;
	if (is_unchanged(connection, etag, st->st_mtime)) {
		r->status = 304;
		r->body = STR("");
	}
}

/* Answers what lies at a path, or replaces the path by what its .as file says and returns false. */
static bool answer_path(
	struct server *server, struct MHD_Connection *connection, struct request *r, struct str *path)
{
	size_t end = str_find_char(*path, '?', 0);
	struct str plain = percent_decoded(&r->a, str_sub(*path, 0, end == STR_NONE ? path->n : end));
	if (!str_starts(plain, STR("/")) || !is_safe_path(plain)) {
		httpd_answer_status(r, 404);
		return true;
	}
	struct str file = str_format(&r->a, "%.*s%.*s%s", STR_ARG(r->folder), STR_ARG(plain),
		str_ends(plain, STR("/")) ? "index.html" : "");
	struct stat st;
	if (is_kind(file, S_IFREG, &st)) {
		answer_file(server, connection, r, file, &st);
	} else if (is_kind(file, S_IFDIR, &st)) {
		answer_redirect(r, 301, str_format(&r->a, "%.*s/", STR_ARG(plain)));
	} else {
		struct buf line = BUF(LIMIT_URL);
		bool is_there =
			buf_read_file(&line, str_format(&r->a, "%.*s.as", STR_ARG(file)).p, NULL) && line.n > 0;
		struct str all = buf_str(&line);
		if (is_there)
			*path = str_dup(&r->a, str_trim(str_cut(&all, '\n')));
		buf_free(&line);
		if (is_there)
			return false;
		httpd_answer_status(r, 404);
	}
	return true;
}

/* ---- Behaviours ---- */

static void wait_ms(struct server *server, uint64_t ms)
{
	struct timespec until;
	(void)clock_gettime(CLOCK_MONOTONIC, &until);
	until.tv_sec += (time_t)(ms / 1000);
	until.tv_nsec += (long)(ms % 1000) * 1000000;
	if (until.tv_nsec >= 1000000000) {
		until.tv_sec++;
		until.tv_nsec -= 1000000000;
	}
	(void)pthread_mutex_lock(&server->lock);
	while (!server->is_stopping &&
		pthread_cond_timedwait(&server->wakes, &server->lock, &until) != ETIMEDOUT)
		;
	(void)pthread_mutex_unlock(&server->lock);
}

/* gzip (RFC 1952) of BOMB_BYTES zeros in one block of fixed codes (RFC 1951 section 3.2.6): the
 * literal 0, then copies of 258 bytes from one byte back, then a copy of the rest. Codes are
 * written from their highest bit, extra bits from their lowest. */
static struct str make_bomb(struct arena *a)
{
	struct buf out = BUF(1 << 20);
	buf_add(&out, STR("\x1f\x8b\x08\0\0\0\0\0\0\xff"));
	uint64_t bits = 0;
	unsigned held = 0;
	const uint32_t copies = (BOMB_BYTES - 1) / 258, rest = (BOMB_BYTES - 1) % 258;
	for (uint32_t i = 0; i < copies + 2; i++) {
		if (i == 0) { /* last block, fixed codes: 1, 01; the literal 0: 00110000 */
			bits |= 0x3u | 0x0cu << 3;
			held += 11;
		} else if (i <= copies) { /* length 258: 11000101; distance 1: 00000 */
			bits |= (uint64_t)0xa3u << held;
			held += 13;
		} else { /* the rest is 225: 11000011 and 30 in 5 bits; distance 1; end of block 0000000 */
			BUG_ON(rest != 225);
			bits |= (uint64_t)(0xc3u | 30u << 8) << held;
			held += 25;
		}
		for (; held >= 8; held -= 8, bits >>= 8)
			buf_add_char(&out, (char)bits);
	}
	if (held)
		buf_add_char(&out, (char)bits);
	add_little_endian(&out, BOMB_CRC, 4);
	add_little_endian(&out, BOMB_BYTES, 4);
	struct str bomb = str_dup(a, buf_str(&out));
	buf_free(&out);
	return bomb;
}

static uint64_t number(struct str s)
{
	int64_t v;
	return str_to_i64(s, &v) && v >= 0 ? (uint64_t)v : 0;
}

static void behave_redirect(struct request *r, struct str name, uint64_t hops, struct str rest)
{
	struct str next = hops == 1 ? str_format(&r->a, "/%.*s", STR_ARG(rest))
								: str_format(&r->a, "/%.*s/%llu/%.*s", STR_ARG(name),
									  (unsigned long long)hops - 1, STR_ARG(rest));
	answer_redirect(r, str_eq(name, STR("!moved")) ? 301 : 302, next);
}

/* The behaviours that change how the rest of the path is answered; false for any other. */
static bool change(struct server *server, struct request *r, struct str name, struct str value)
{
	if (str_eq(name, STR("!gzip"))) {
		r->gzip = value;
	} else if (str_eq(name, STR("!slow"))) {
		wait_ms(server, number(value));
	} else if (str_eq(name, STR("!type"))) {
		size_t plus = str_find_char(value, '+', 0);
		r->type = plus == STR_NONE ? value
								   : str_format(&r->a, "%.*s/%.*s", (int)plus, value.p,
										 STR_ARG(str_from(value, plus + 1)));
	} else if (str_eq(name, STR("!header"))) {
		size_t colon = str_find_char(value, ':', 0);
		if (colon != STR_NONE)
			add_header(r, str_sub(value, 0, colon), str_trim(str_from(value, colon + 1)));
	} else if (str_eq(name, STR("!fill"))) {
		size_t n = (size_t)number(value) % FILL_MAX;
		char *filler = memset(arena_alloc(&r->a, n + 1), 'x', n);
		add_header(r, STR("X-Filler"), (struct str){filler, n});
	} else {
		return false;
	}
	return true;
}

/* Does one behaviour. True when it answers; otherwise *rest is the path to go on with. */
static bool behave(struct server *server, struct request *r, struct str *rest)
{
	struct str name = str_cut(rest, '/');
	if (str_eq(name, STR("!retag"))) {
		r->is_retagged = true;
		return false;
	}
	if (str_eq(name, STR("!cut"))) {
		r->is_cut = true;
		return false;
	}
	if (str_eq(name, STR("!close"))) {
		r->is_closed = true;
		return true;
	}
	if (str_eq(name, STR("!loop"))) {
		answer_redirect(r, 302, STR("/!loop"));
		return true;
	}
	if (str_eq(name, STR("!bomb"))) {
		r->status = 200;
		r->body = make_bomb(&r->a);
		add_header(r, STR("Content-Encoding"), STR("gzip"));
		return true;
	}
	struct str value = percent_decoded(&r->a, str_cut(rest, '/'));
	if (change(server, r, name, value))
		return false;
	uint64_t n = number(value);
	unsigned status = n >= 200 && n <= 599 ? (unsigned)n : 404;
	if (str_eq(name, STR("!moved")) || str_eq(name, STR("!redirect"))) {
		if (n == 0)
			return false;
		behave_redirect(r, name, n, *rest);
	} else if (str_eq(name, STR("!big"))) {
		r->status = 200;
		r->zeros = n;
	} else if (str_eq(name, STR("!location"))) {
		answer_redirect(r, status, percent_decoded(&r->a, *rest));
	} else {
		httpd_answer_status(r, str_eq(name, STR("!status")) ? status : 404);
	}
	return true;
}

void httpd_answer(struct server *server, struct MHD_Connection *connection, struct request *r)
{
	struct str path = r->uri;
	for (int i = 0; i < STEPS; i++) {
		if (str_starts(path, STR("/!"))) {
			path = str_from(path, 1);
			if (behave(server, r, &path))
				return;
			path = str_format(&r->a, "/%.*s", STR_ARG(path));
		} else if (answer_path(server, connection, r, &path)) {
			return;
		}
	}
	httpd_answer_status(r, 404);
}
