#include "unit.h"

#include "feed/feed.h"

static struct arena a;

static int free_arena(void **state)
{
	(void)state;
	arena_free(&a);
	return 0;
}

static struct feed parse(const char *bytes)
{
	struct feed_input in = {.bytes = str_c(bytes), .url = STR("http://news.example/dir/feed.xml")};
	struct feed feed;
	struct err err = {0};
	if (!feed_parse(&a, &in, &feed, &err))
		fail_msg("%.60s: %s", bytes, err.msg);
	return feed;
}

static struct entry first_entry(const char *bytes)
{
	struct feed feed = parse(bytes);
	if (feed.entry_count == 0)
		fail_msg("%.200s: no entry", bytes);
	return feed.entries[0];
}

/* An RSS item in its channel. */
static struct entry item(const char *inside)
{
	struct str doc = str_format(&a,
		"<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>T</title>"
		"<item>%s</item></channel></rss>",
		inside);
	return first_entry(doc.p);
}

static struct entry atom(const char *inside)
{
	return first_entry(str_format(&a,
		"<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title><entry>%s</entry></feed>",
		inside)
						   .p);
}

/* ---- Formats ---- */

static void every_format_gives_the_same_entry(void **state)
{
	(void)state;
	static const char *const docs[] = {
		"<?xml version='1.0'?><rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/' "
		"xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><title>The Tidal "
		"Post</title><link>http://news.example/</link><description>From the coast</description>"
		"<language>en</language><item><guid isPermaLink='false'>tag:1</guid><title>Ferry &amp;amp; "
		"quay</title><link>http://news.example/1</link><dc:creator>Ann Oar</dc:creator><dc:creator>"
		"Bo Sail</dc:creator><pubDate>Tue, 27 May 2025 12:41:00 +0300</pubDate><category>Sea"
		"</category><description>Short</description><content:encoded><![CDATA[<p>Long</p>]]>"
		"</content:encoded><enclosure url='http://news.example/a.mp3' type='audio/mpeg' "
		"length='99'/></item></channel></rss>",
		"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
		"xmlns='http://purl.org/rss/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/' "
		"xmlns:c='http://purl.org/rss/1.0/modules/content/' "
		"xmlns:m='http://search.yahoo.com/mrss/'><channel rdf:about='x'><title>The Tidal "
		"Post</title><link>http://news.example/</link><description>From the coast</description>"
		"<dc:language>en</dc:language><items><rdf:Seq><rdf:li resource='tag:1'/></rdf:Seq></items>"
		"</channel><item rdf:about='tag:1'><title>Ferry &amp;amp; quay</title><link>"
		"http://news.example/1</link><dc:creator>Ann Oar</dc:creator><dc:creator>Bo Sail"
		"</dc:creator><dc:date>2025-05-27T12:41+03:00</dc:date><dc:subject>Sea</dc:subject>"
		"<description>Short</description><c:encoded>&lt;p>Long&lt;/p></c:encoded><m:content "
		"url='a.mp3' type='audio/mpeg' fileSize='99'><m:title>no</m:title></m:content></item>"
		"</rdf:RDF>",
		"<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='en' xml:base='http://news.example/'>"
		"<title>The Tidal Post</title><subtitle>From the coast</subtitle><link href='/'/><link "
		"rel='self' href='feed'/><entry><id>tag:1</id><title>Ferry &amp; quay</title><link "
		"rel='enclosure' href='a.mp3' type='audio/mpeg' length='99'/><link href='1'/><author><name>"
		"Ann Oar</name><email>a@news.example</email></author><author><name>Bo Sail</name></author>"
		"<published>2025-05-27T12:41:00+03:00</published><category term='Sea'/><summary>Short"
		"</summary><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>Long</p>"
		"</div></content></entry></feed>",
		"<feed version='0.3' xmlns='http://purl.org/atom/ns#' xml:lang='en'><title>The Tidal "
		"Post</title><tagline>From the coast</tagline><link rel='alternate' type='text/html' "
		"href='http://news.example/'/><author><name>Ann Oar; Bo Sail</name></author><entry><id>"
		"tag:1</id><title mode='escaped' type='text/html'>Ferry &amp;amp; quay</title><link "
		"rel='alternate' href='/1'/><link rel='enclosure' href='/a.mp3' type='audio/mpeg' "
		"length='99'/><issued>2025-05-27T12:41:00+03:00</issued><category term='Sea'/><summary>"
		"Short</summary><content mode='base64'>PHA+TG9uZzwvcD4=</content></entry></feed>",
		"{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"The Tidal Post\","
		"\"home_page_url\":\"http://news.example/\",\"description\":\"From the coast\","
		"\"language\":\"en\",\"items\":[{\"id\":\"tag:1\",\"title\":\"Ferry & "
		"quay\",\"url\":\"/1\","
		"\"authors\":[{\"name\":\"Ann Oar\"},{\"name\":\"Bo Sail\"}],\"date_published\":"
		"\"2025-05-27T12:41:00+03:00\",\"tags\":[\"Sea\"],\"summary\":\"Short\",\"content_html\":"
		"\"<p>Long</p>\",\"attachments\":[{\"url\":\"/a.mp3\",\"mime_type\":\"audio/mpeg\","
		"\"size_in_bytes\":99}]}]}",
	};
	for (size_t i = 0; i < COUNT(docs); i++) {
		struct feed f = parse(docs[i]);
		ASSERT_STR(f.title, STR("The Tidal Post"), i);
		ASSERT_STR(f.link, STR("http://news.example/"), i);
		ASSERT_STR(f.description, STR("From the coast"), i);
		ASSERT_STR(f.language, STR("en"), i);
		ASSERT_ROW(f.entry_count == 1, i);
		const struct entry *e = &f.entries[0];
		ASSERT_STR(e->id, STR("tag:1"), i);
		ASSERT_STR(e->title, STR("Ferry &amp; quay"), i);
		ASSERT_STR(e->link, STR("http://news.example/1"), i);
		ASSERT_STR(e->author, STR("Ann Oar; Bo Sail"), i);
		ASSERT_STR(when_rfc3339(&a, e->published), STR("2025-05-27T12:41:00+03:00"), i);
		ASSERT_ROW(!when_is_known(e->updated), i);
		ASSERT_STR(e->summary, STR("Short"), i);
		ASSERT_STR(e->content, STR("<p>Long</p>"), i);
		ASSERT_ROW(e->categories.n == 1 && e->enclosure_count == 1, i);
		ASSERT_STR(e->categories.items[0], STR("Sea"), i);
		if (i != 1) /* relative to the document, not to its site */
			ASSERT_STR(e->enclosures[0].url, STR("http://news.example/a.mp3"), i);
		ASSERT_STR(e->enclosures[0].type, STR("audio/mpeg"), i);
		ASSERT_ROW(e->enclosures[0].length == 99, i);
	}
}

static void titles_are_html_whatever_they_came_as(void **state)
{
	(void)state;
	static const struct {
		const char *inside, *want;
		bool is_atom;
	} rows[] = {
		{"<title>1 &lt; 2</title>", "1 &lt; 2", false},
		{"<title>A &lt;b&gt;bold&lt;/b&gt; move</title>", "A <b>bold</b> move", false},
		{"<title><![CDATA[A <b>bold</b> move]]></title>", "A <b>bold</b> move", false},
		{"<title>A <b>bold</b> move</title>", "A <b>bold</b> move", false},
		{"<title>caf&eacute; &#8211; &#x2014; &#150;</title>", "café – — –", false},
		{"<title>Use &lt;b&gt;</title>", "Use &lt;b&gt;", true},
		{"<title type='text'>Use &lt;b&gt;</title>", "Use &lt;b&gt;", true},
		{"<title type='html'>A &lt;b&gt;bold&lt;/b&gt; move</title>", "A <b>bold</b> move", true},
		{"<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>Use <b>&lt;b&gt;</b>"
		 "</div></title>",
			"Use <b>&lt;b&gt;</b>", true},
		{"<title type='xhtml'><h:div xmlns:h='http://www.w3.org/1999/xhtml'><h:b>x</h:b></h:div>"
		 "</title>",
			"<b>x</b>", true},
		{"<title>x<script>alert(1)</script></title>", "x", false},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct entry e = rows[i].is_atom ? atom(rows[i].inside) : item(rows[i].inside);
		ASSERT_STR(e.title, str_c(rows[i].want), i);
	}
}

static void elements_are_known_by_their_namespace(void **state)
{
	(void)state;
	/* The right title has the text "yes". */
	static const char *const docs[] = {
		"<rss xmlns:media='http://search.yahoo.com/mrss/'><channel><item><media:title>no"
		"</media:title><title>yes</title></item></channel></rss>",
		"<rss "
		"xmlns:o='http://other.example/'><channel><item><o:title>no</o:title><title>yes</title>"
		"</item></channel></rss>",
		"<r:rss xmlns:r='http://backend.userland.com/rss2'><r:channel><r:item><r:title>yes"
		"</r:title></r:item></r:channel></r:rss>",
		"<feed xmlns='http://www.w3.org/2005/Atom/'><entry><title>yes</title></entry></feed>",
		"<feed><entry><source><title>no</title></source><title>yes</title></entry></feed>",
		"<rss><channel><item><dc:title>yes</dc:title></item></channel></rss>",
		"<rss xmlns:x='https://purl.org/DC/elements/1.1'><channel><item><x:title>yes</x:title>"
		"</item></channel></rss>",
		"<RSS><CHANNEL><ITEM><TITLE>yes</TITLE></ITEM></CHANNEL></RSS>",
		"<rss><channel><image><title>no</title></image><item><title>yes</title></item></channel>"
		"</rss>",
	};
	for (size_t i = 0; i < COUNT(docs); i++) {
		struct feed f = parse(docs[i]);
		ASSERT_ROW(f.entry_count == 1 && f.title.n == 0, i);
		ASSERT_STR(f.entries[0].title, STR("yes"), i);
	}
}

static void links_are_absolute(void **state)
{
	(void)state;
	static const struct {
		const char *inside, *want;
	} rows[] = {
		{"<link>\n http://news.example/a \n</link>", "http://news.example/a"},
		{"<link>../a?x=1&amp;y=2</link>", "http://news.example/a?x=1&y=2"},
		{"<link>../a?x=1&y=2</link>", "http://news.example/a?x=1&y=2"},
		{"<link>//cdn.example/a</link>", "http://cdn.example/a"},
		{"<link xml:base='http://b.example/c/'>d</link>", "http://b.example/c/d"},
		{"<link href='/a'/>", "http://news.example/a"},
		{"<guid>http://news.example/p</guid>", "http://news.example/p"},
		{"<guid isPermaLink='false'>http://news.example/p</guid>", ""},
		{"<guid>http://news.example/p</guid><link>/a</link>", "http://news.example/a"},
		{"<guid>urn:7</guid>", ""},
		{"<link>javascript:alert(1)</link>", ""},
		{"<atom:link rel='self' href='/self'/><link>/a</link>", "http://news.example/a"},
		{"<link rel='enclosure' href='/a.mp3'/><link rel='alternate' href='/a'/>",
			"http://news.example/a"},
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		ASSERT_STR(item(rows[i].inside).link, str_c(rows[i].want), i);

	struct feed_input in = {.bytes = STR("<rss><channel><link>x</link></channel></rss>"),
		.url = STR("http://news.example/feed"),
		.content_location = STR("/en/feed"),
		.content_language = STR("en_GB")};
	struct feed feed;
	struct err err;
	assert_true(feed_parse(&a, &in, &feed, &err));
	ASSERT_STR(feed.link, STR("http://news.example/en/x"), 0);
	ASSERT_STR(feed.language, STR("en-GB"), 0);
	ASSERT_STR(item("<description>&lt;a href='/b'&gt;b&lt;/a&gt;</description>").summary,
		STR("<a href=\"http://news.example/b\">b</a>"), 0);
}

static void authors_are_names(void **state)
{
	(void)state;
	static const struct {
		const char *inside, *want;
	} rows[] = {
		{"<author>ann@news.example (Ann Oar)</author>", "Ann Oar"},
		{"<author>Ann Oar &lt;ann@news.example&gt;</author>", "Ann Oar"},
		{"<author>Ann Oar (ann@news.example)</author>", "Ann Oar"},
		{"<author>ann@news.example</author>", "ann@news.example"},
		{"<author>Ann Oar (Reporter)</author>", "Ann Oar (Reporter)"},
		{"<author><name> Ann\n Oar </name><uri>http://x.example/</uri></author>", "Ann Oar"},
		{"<dc:creator><![CDATA[D&amp;D]]></dc:creator>", "D&D"},
		{"<author>Ann Oar</author><dc:creator>Ann Oar</dc:creator>", "Ann Oar"},
		{"<itunes:author>Station</itunes:author><author>Ann Oar</author>", "Station; Ann Oar"},
		{"<author>Ann Oar</author><itunes:author>Station</itunes:author>", "Ann Oar"},
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		ASSERT_STR(item(rows[i].inside).author, str_c(rows[i].want), i);
}

/* ---- Broken feeds ---- */

static void broken_feeds_give_what_came_before_the_break(void **state)
{
	(void)state;
	static const struct {
		const char *doc;
		size_t count;
		const char *first, *last; /* titles */
	} rows[] = {
		{"<rss><channel><item><title>A</title></item><item><title>B is cut of", 2, "A",
			"B is cut of"},
		{"<rss><channel><item><title>A</title></item><item><title>B</title><description><![CDATA"
		 "[<p>cut",
			2, "A", "B"},
		{"<rss><channel><item><title>A</title></item><item><title>B</title><enclosure url='http:",
			2, "A", "B"},
		{"<rss><channel><item><title>A</title></item><!-- open <item><title>B</title></item>", 1,
			"A", "A"},
		{"<rss><channel><item><title>A</title><description>d</desc></item><item><title>B</title>"
		 "</item></channel></rss>",
			2, "A", "B"},
		{"<rss><channel><item><title>A</title><description>one<br>two<img src='x'></description>"
		 "</item><item><title>B</title></item></channel></rss>",
			2, "A", "B"},
		{"<rss><channel><item><title>A</title><item><title>B</title></channel></rss>", 2, "A", "B"},
		{"<rss><channel><title>T</title></channel><item><title>A</title></item></rss>", 1, "A",
			"A"},
		{"Warning: no database<br />\n<?xml version='1.0'?><rss><channel><item><title>A</title>"
		 "</item></channel></rss>",
			1, "A", "A"},
		{"\n\n <?xml version='1.0'?>\n<rss><channel><item><title>A</title></item></channel></rss>"
		 "<script>x</script>",
			1, "A", "A"},
		{"\xEF\xBB\xBF\xEF\xBB\xBF<rss><channel><item><title>A</title></item></channel></rss>", 1,
			"A", "A"},
		{"<rss><channel><item><title>A\x0B\x01&#0;&#x1F;</title></item></channel></rss>", 1, "A",
			"A"},
		{"<rss><channel><item><title>AT&T & more</title></item></channel></rss>", 1,
			"AT&amp;T &amp; more", "AT&amp;T &amp; more"},
		{"<rss><channel><item><title>a <= b &bogus; c</title></item></channel></rss>", 1,
			"a &lt;= b &amp;bogus; c", "a &lt;= b &amp;bogus; c"},
		{"<rss><channel><item a=b c='d<e' f><title>A</title></item></channel></rss>", 1, "A", "A"},
		{"<rss><channel><item x='1' <title>A</title></item></channel></rss>", 1, "A", "A"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct feed f = parse(rows[i].doc);
		ASSERT_ROW(f.entry_count == rows[i].count, i);
		ASSERT_STR(f.entries[0].title, str_c(rows[i].first), i);
		ASSERT_STR(f.entries[f.entry_count - 1].title, str_c(rows[i].last), i);
	}
}

static void own_entities_are_text_and_others_are_never_fetched(void **state)
{
	(void)state;
	ASSERT_STR(parse("<!DOCTYPE rss [<!ENTITY co \"The &#38; Co\"> <!ENTITY x SYSTEM 'file:///etc/"
					 "passwd'> <!-- > --> ]><rss><channel><title>&co; &x;</title></channel></rss>")
				   .title,
		STR("The &amp; Co &amp;x;"), 0);
	ASSERT_STR(parse("<!DOCTYPE rss [<!ENTITY a \"aaa\"><!ENTITY b \"&a;&a;\"><!ENTITY c \"&c;\">]>"
					 "<rss><channel><title>&b;&c;</title></channel></rss>")
				   .title,
		STR("&amp;a;&amp;a;&amp;c;"), 1);
	struct buf bomb = BUF(LIMIT_BODY);
	buf_add_c(&bomb, "<!DOCTYPE rss [<!ENTITY a \"");
	for (int i = 0; i < 50000; i++)
		buf_add_char(&bomb, 'x');
	buf_add_c(&bomb, "\">]><rss><channel><title>");
	for (int i = 0; i < 20000; i++)
		buf_add_c(&bomb, "&a;");
	buf_add_c(&bomb, "</title></channel></rss>");
	assert_true(parse(bomb.p).title.n < 300000);
	buf_free(&bomb);
}

static void what_is_no_feed_is_named(void **state)
{
	(void)state;
	const struct {
		struct str bytes;
		const char *says;
	} rows[] = {
		{STR(""), "an empty document"},
		{STR(" \n\t"), "an empty document"},
		{STR("404 page not found"), "plain text"},
		{STR("<!DOCTYPE html><html><body>Hi</body></html>"), "an HTML page, not a feed, and"},
		{STR("<html><link rel=alternate type=application/rss+xml href=/rss></html>"),
			"the feed it names is http://news.example/rss"},
		{STR("<html><body><rss><channel></channel></rss></body></html>"), "an HTML page"},
		{STR("<p>Gone</p>"), "an HTML page"},
		{STR("<urlset><url><loc>http://x.example/</loc></url></urlset>"), "a site map"},
		{STR("<opml version='2.0'><body/></opml>"), "OPML"},
		{STR("<note>x</note>"), "<note>"},
		{STR("{\"a\":1}"), "no JSON Feed"},
		{STR("{\"items\":["), "bad JSON"},
		{STR("\x1F\x8B\x08\0\0\0\0\0\0\x03\x01\x02\x03\x04\x05\x06"), "binary data"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct feed_input in = {.bytes = rows[i].bytes, .url = STR("http://news.example/feed")};
		struct feed feed;
		struct err err = {0};
		ASSERT_ROW(!feed_parse(&a, &in, &feed, &err), i);
		ASSERT_ROW(err.kind == ERR_INPUT, i);
		if (!strstr(err.msg, rows[i].says))
			fail_msg("row %zu: \"%s\" does not say \"%s\"", i, err.msg, rows[i].says);
	}
	assert_int_equal(parse("<rss><channel/></rss>").entry_count, 0);
}

/* ---- Dates ---- */

static void dates_are_read_as_feeds_write_them(void **state)
{
	(void)state;
	static const struct {
		const char *in, *want;
	} rows[] = {
		{"Tue, 27 May 2025 12:41:00 +0300", "2025-05-27T12:41:00+03:00"},
		{"27 May 25 12:41 EST", "2025-05-27T12:41:00-05:00"},
		{"Tue 27 May 99 12:41:09 GMT", "1999-05-27T12:41:09Z"},
		{"Tuesday, 27-May-25 12:41:09 UTC", "2025-05-27T12:41:09Z"},
		{"Thu, 29 Oct 2020 07:36:03 GMT-07:00", "2020-10-29T07:36:03-07:00"},
		{"Tue May 27 12:41:09 2025", "2025-05-27T12:41:09Z"},
		{"Tue May 27 12:41:09 CEST 2025", "2025-05-27T12:41:09+02:00"},
		{"May 27, 2025, 1:05 p.m. ET", "2025-05-27T13:05:00-05:00"},
		{"27th May 2025 at 12:05 AM", "2025-05-27T00:05:00Z"},
		{"27 May 2025", "2025-05-27"},
		{"May 2025", "2025-05-01"},
		{"2025", "2025-01-01"},
		{"2025-05", "2025-05-01"},
		{"2025-05-27T12:41:09.123-03:30", "2025-05-27T12:41:09-03:30"},
		{"20250527T124109Z", "2025-05-27T12:41:09Z"},
		{"250527", "2025-05-27"},
		{"2025-147", "2025-05-27"},
		{"2025147", "2025-05-27"},
		{"2025-W22-2", "2025-05-27"},
		{"2025W222T12:41", "2025-05-27T12:41:00Z"},
		{"2020-W53-5", "2021-01-01"},
		{"2025/05/27 12:41:09", "2025-05-27T12:41:09Z"},
		{"27/05/2025 12:41", "2025-05-27T12:41:00Z"},
		{"05/27/2025 4:20 pm PST", "2025-05-27T16:20:00-08:00"},
		{"Fri, 06/07/2025", "2025-06-07"},
		{"Sun, 06/07/2025", "2025-07-06"},
		{"27.05.2025, 12:41 Uhr", "2025-05-27T12:41:00Z"},
		{"27.05.25", "2025-05-27"},
		{"25-05-27", "2025-05-27"},
		{"1748338869", "2025-05-27T09:41:09Z"},
		{"1748338869000", "2025-05-27T09:41:09Z"},
		{"Di, 27 Mai 2025 12:41:09 +0200", "2025-05-27T12:41:09+02:00"},
		{"5. März 2025", "2025-03-05"},
		{"mar., 01 déc. 2020 16:11:02 +0000", "2020-12-01T16:11:02Z"},
		{"mardi 3 juin 2025 à 16h29", "2025-06-03T16:29:00Z"},
		{"13 juillet 2025", "2025-07-13"},
		{"mar, 27 de enero de 2025", "2025-01-27"},
		{"lunedì 7 luglio 2025", "2025-07-07"},
		{"sex, 5 set 2025 10:00:00 -0300", "2025-09-05T10:00:00-03:00"},
		{"27 mei 2025", "2025-05-27"},
		{"5 października 2025", "2025-10-05"},
		{"27 мая 2025, 12:41", "2025-05-27T12:41:00Z"},
		{"Вт, 05 Авг 2025 12:41:00 MSK", "2025-08-05T12:41:00+03:00"},
		{"27 травня 2025", "2025-05-27"},
		{"середа, 9 липня 2025", "2025-07-09"},
		{"27 Ağustos 2025 Çarşamba", "2025-08-27"},
		{"ΚΥΡ, 11 ΙΟΎΛ 2004 12:00:00 EST", "2004-07-11T12:00:00-05:00"},
		{"2025. szept. 3. 10:00", "2025-09-03T10:00:00Z"},
		{"2025年5月27日 12:41", "2025-05-27T12:41:00Z"},
		{"2025년 05월 27일 01:31:15", "2025-05-27T01:31:15+09:00"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct when when;
		if (!feed_parse_date(str_c(rows[i].in), &when))
			fail_msg("\"%s\" is not read", rows[i].in);
		ASSERT_STR(when_rfc3339(&a, when), str_c(rows[i].want), i);
	}
}

static void what_is_no_date_is_unknown(void **state)
{
	(void)state;
	static const char *const rows[] = {"", "yesterday", "12:41", "31 Feb 2025", "2025-13-01",
		"Tue, 27 May 2025 99:41:00", "May", "27 May", "0000-00-00T00:00:00Z",
		"99999999999999999999", "2025-366", "-", "W", "Mon, 00 Jan 0001 00:00:00 +0000"};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct when when;
		if (feed_parse_date(str_c(rows[i]), &when))
			fail_msg("\"%s\" is read as %s", rows[i], when_rfc3339(&a, when).p);
		ASSERT_ROW(!when_is_known(when), i);
	}
}

/* ---- Hostile feeds ---- */

static struct str repeated(
	struct buf *b, const char *head, const char *unit, size_t times, const char *tail)
{
	buf_clear(b);
	buf_add_c(b, head);
	for (size_t i = 0; i < times; i++)
		buf_add_c(b, unit);
	buf_add_c(b, tail);
	return buf_str(b);
}

static void hostile_feeds_end_soon(void **state)
{
	(void)state;
	static const char start[] = "<rss><channel><item><title>A</title><description>";
	static const struct {
		const char *head, *unit, *tail;
		size_t times;
	} rows[] = {
		{"", "<", "", 5000000},
		{start, "<", "", 1000000},
		{start, "&", "", 1000000},
		{start, "&amp;", "", 200000},
		{start, "&nbsp;", "", 100000},
		{start, "<a>", "", 200000},
		{start, "<a></b>", "", 50000},
		{start, "</b>", "", 1000000},
		{start, "<a b", "", 500000},
		{start, "<a b='", "", 500000},
		{start, "<!--", "", 1000000},
		{start, "<![CDATA[", "", 500000},
		{start, "<![CDATA[]]>", "", 300000},
		{start, "<?a>", "", 300000},
		{start, "<!DOCTYPE [", "", 300000},
		{start, "<!a", "", 1000000},
		{"<!DOCTYPE rss [", "<!ENTITY a '", "", 300000},
		{"<!DOCTYPE rss [", "<!ENTITY a '&a;'>", "]><rss/>", 100000},
		{"<rss><channel><item><enclosure url='", "x", "'/>", 1000000},
		{"<rss ", "a='1' ", "><channel/></rss>", 200000},
		{"<rss ", "xmlns:a='http://b/' ", "><channel/></rss>", 100000},
		{"<rss><channel>", "<item>", "", 300000},
		{"<rss><channel xml:base='http://a/'>", "<a xml:base='b/'>", "", 100000},
		{"<rss><channel><item>", "<enclosure url='a'/>", "", 100000},
		{"<rss><channel><item>", "<category>a</category>", "", 100000},
		{"<feed><entry>", "<author><name>", "", 100000},
		{"{\"items\":[", "[", "", 500000},
		{"{\"items\":[", "{},", "{}]}", 100000},
	};
	struct buf b = BUF(LIMIT_BODY);
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct feed_input in = {
			.bytes = repeated(&b, rows[i].head, rows[i].unit, rows[i].times, rows[i].tail),
			.url = STR("http://news.example/feed")};
		struct feed feed;
		struct err err;
		struct opml_feed *feeds;
		size_t count;
		clock_t begin = clock();
		(void)!feed_parse(&a, &in, &feed, &err);
		(void)!opml_parse(&a, in.bytes, &feeds, &count, &err);
		struct when when;
		(void)feed_parse_date(in.bytes, &when);
		if ((clock() - begin) / CLOCKS_PER_SEC >=
			10) /* sanitizers on a busy machine; quadratic takes minutes */
			fail_msg("row %zu takes over 10 s", i);
		arena_reset(&a);
	}
	buf_free(&b);
}

static void entries_over_the_ceiling_are_counted(void **state)
{
	(void)state;
	struct buf b = BUF(LIMIT_BODY);
	struct feed f = parse(
		repeated(&b, "<rss><channel>", "<item><title>A</title></item>", LIMIT_ENTRIES + 3, "").p);
	assert_int_equal(f.entry_count, LIMIT_ENTRIES);
	assert_int_equal(f.left_out, 3);
	f = parse(repeated(&b, "{\"items\":[", "{},", LIMIT_ENTRIES + 1, "{}]}").p);
	assert_int_equal(f.entry_count, LIMIT_ENTRIES);
	assert_int_equal(f.left_out, 2);
	buf_free(&b);
}

/* ---- OPML, discovery, JSON ---- */

static void a_feed_prints_as_json(void **state)
{
	(void)state;
	struct feed f = parse("<rss><channel><title>T</title><item><guid>g</guid><title>A</title>"
						  "<pubDate>27 May 2025</pubDate><category>c</category><enclosure "
						  "url='http://a.example/x' length='7'/></item></channel></rss>");
	struct buf b = BUF(10000);
	struct jw w = {.buf = &b};
	feed_put_json(&w, &f);
	ASSERT_STR(buf_str(&b),
		STR("{\"title\":\"T\",\"entries\":[{\"id\":\"g\",\"title\":\"A\",\"published\":\"2025-05-27"
			"\",\"categories\":[\"c\"],\"enclosures\":[{\"url\":\"http://a.example/"
			"x\",\"length\":7}"
			"]}]}"),
		0);
	buf_free(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(every_format_gives_the_same_entry, free_arena),
		cmocka_unit_test_teardown(titles_are_html_whatever_they_came_as, free_arena),
		cmocka_unit_test_teardown(elements_are_known_by_their_namespace, free_arena),
		cmocka_unit_test_teardown(links_are_absolute, free_arena),
		cmocka_unit_test_teardown(authors_are_names, free_arena),
		cmocka_unit_test_teardown(broken_feeds_give_what_came_before_the_break, free_arena),
		cmocka_unit_test_teardown(own_entities_are_text_and_others_are_never_fetched, free_arena),
		cmocka_unit_test_teardown(what_is_no_feed_is_named, free_arena),
		cmocka_unit_test_teardown(dates_are_read_as_feeds_write_them, free_arena),
		cmocka_unit_test_teardown(what_is_no_date_is_unknown, free_arena),
		cmocka_unit_test_teardown(hostile_feeds_end_soon, free_arena),
		cmocka_unit_test_teardown(entries_over_the_ceiling_are_counted, free_arena),
		cmocka_unit_test_teardown(a_feed_prints_as_json, free_arena),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
