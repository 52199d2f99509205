/* The test server for test_net.c: started on a free port over a site made for it, its log read
 * back. */
static struct arena a;

static struct {
	struct arena a;
	struct str folder; /* holds the site, the log and the file with the port */
	struct str port;
	pid_t pid;
} server;

static struct str in_folder(const char *name)
{
	return str_format(&server.a, "%.*s/%s", STR_ARG(server.folder), name);
}

static void put(const char *path, const char *text)
{
	struct str file = in_folder(path);
	for (size_t i = server.folder.n + 1; i < file.n; i++) {
		if (file.p[i] != '/')
			continue;
		struct str folder = str_sub(file, 0, i);
		assert_true(mkdir(str_to_c(&server.a, folder), 0755) == 0 || errno == EEXIST);
	}
	FILE *f = fopen(file.p, "we");
	assert_non_null(f);
	assert_true(fputs(text, f) >= 0);
	assert_int_equal(fclose(f), 0);
}

static void put_site(void)
{
	put("site/index.html", "<p>home");
	put("site/feed.rss", "<rss/>");
	put("site/page.html", "<p>page");
	put("site/strict/robots.txt", "User-agent: *\nDisallow: /private\n");
	put("site/strict/page.html", "<p>page");
	put("site/strict/feed.rss", "<rss/>");
	put("site/strict/private.html", "<p>private");
	put("site/strict/to-private.as", "/!moved/1/private.html");
	put("site/broken/robots.txt.as", "/!status/503");
	put("site/broken/page.html", "<p>page");
	put("site/moved/robots.txt.as", "/!redirect/5/real.txt");
	put("site/moved/real.txt", "User-agent: wireproof\nDisallow: /\n");
	put("site/lost/robots.txt.as", "/!redirect/6/real.txt");
	put("site/lost/real.txt", "User-agent: wireproof\nDisallow: /\n");
	put("site/lost/page.html", "<p>page");
	put("site/cut/robots.txt.as", "/!cut/real.txt");
	put("site/cut/real.txt", "User-agent: nobody\nDisallow: /nothing\n");
	put("site/slow/robots.txt", "User-agent: *\nCrawl-delay: 0.15\n");
	put("site/slow/page.html", "<p>page");
	put("site/a/index.html", "a");
	put("site/b/index.html", "b");
	struct buf long_robots = BUF(LIMIT_ROBOTS * 2);
	buf_add_c(&long_robots, "User-agent: *\nDisallow: /early\n");
	while (long_robots.n < LIMIT_ROBOTS)
		buf_add_c(&long_robots, "# a long line of nothing that anybody needs to read\n");
	buf_add_c(&long_robots, "Disallow: /late\n");
	put("site/long/robots.txt", long_robots.p);
	put("site/long/late.html", "<p>page");
	buf_free(&long_robots);
}

/* The server's path from the environment, else beside this program. */
static struct str httpd_path(void)
{
	const char *from_env = getenv("HTTPD");
	if (from_env && *from_env)
		return str_c(from_env);
	char self[4096];
	ssize_t n = readlink("/proc/self/exe", self, sizeof(self));
	assert_true(n > 0);
	struct str path = {self, (size_t)n};
	return str_format(
		&server.a, "%.*s/httpd", STR_ARG(str_sub(path, 0, str_rfind_char(path, '/'))));
}

static int start_server(void **state)
{
	(void)state;
	server.folder = str_dup(&server.a, STR("/tmp/test_net.XXXXXX"));
	if (!mkdtemp((char *)(uintptr_t)server.folder.p))
		return -1;
	put_site();
	int ready[2];
	if (pipe(ready) != 0)
		return -1;
	struct str path = httpd_path(), site = in_folder("site"), log = in_folder("log");
	server.pid = fork();
	if (server.pid < 0)
		return -1;
	if (server.pid == 0) {
		(void)prctl(PR_SET_PDEATHSIG, SIGTERM);
		(void)dup2(ready[1], 1);
		(void)close(ready[0]);
		(void)close(ready[1]);
		(void)execl(path.p, path.p, "--log", log.p, site.p, (char *)NULL);
		_exit(127);
	}
	(void)close(ready[1]);
	char line[64];
	ssize_t n = read(ready[0], line, sizeof(line));
	(void)close(ready[0]);
	if (n <= 0)
		return -1;
	struct str url = str_trim((struct str){line, (size_t)n});
	server.port = str_dup(&server.a, str_from(url, str_rfind_char(url, ':') + 1));
	return 0;
}

static int remove_entry(const char *path, const struct stat *st, int kind, struct FTW *ftw)
{
	(void)st;
	(void)kind;
	(void)ftw;
	return remove(path);
}

static int stop_server(void **state)
{
	(void)state;
	int status = -1;
	(void)kill(server.pid, SIGTERM);
	(void)waitpid(server.pid, &status, 0);
	(void)nftw(server.folder.p, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
	arena_free(&server.a);
	return status; /* not 0 when it leaked or crashed */
}

/* A URL of the server under a name of *.localhost. */
static struct str at(const char *name, const char *path)
{
	return str_format(&a, "http://%s.localhost:%.*s%s", name, STR_ARG(server.port), path);
}

static struct net *open_net(struct net_options options)
{
	struct str allowed[] = {STR("*.localhost"), STR("127.0.0.1")};
	options.user_agent = STR("wireproof/test (+https://desk.example/)");
	if (options.allow.n == 0)
		options.allow = (struct str_vec){.items = allowed, .n = COUNT(allowed)};
	if (options.timeout_ms == 0)
		options.timeout_ms = 20000;
	options.connect_timeout_ms = 10000;
	if (options.parallel == 0)
		options.parallel = 4;
	struct net *net;
	struct err err;
	assert_true(net_open(&options, &net, &err));
	return net;
}

static void submit(struct net *net, struct str url, enum net_purpose purpose)
{
	struct net_request request = {.url = url, .purpose = purpose};
	net_submit(net, &request);
}

static struct net_reply wait_one(struct net *net)
{
	struct net_reply reply;
	assert_true(net_wait(net, &a, &reply));
	return reply;
}

static struct net_reply fetch_from(struct net *net, struct str url, enum net_purpose purpose)
{
	submit(net, url, purpose);
	return wait_one(net);
}

static struct net_reply fetch(struct str url)
{
	struct net *net = open_net((struct net_options){0});
	struct net_reply reply = fetch_from(net, url, NET_FEED);
	assert_int_equal(net_pending(net), 0);
	assert_false(net_wait(net, &a, &reply));
	net_close(net);
	return reply;
}

/* The requests to a host since the log had `from` lines; their count is the answer. */
static size_t log_lines(void)
{
	struct buf log = BUF(LIMIT_OUTPUT);
	struct err err;
	size_t n = 0;
	if (buf_read_file(&log, in_folder("log").p, &err))
		for (size_t i = 0; i < log.n; i++)
			n += log.p[i] == '\n';
	buf_free(&log);
	return n;
}

static size_t read_log(size_t from, const char *name, struct jv *lines, size_t max)
{
	struct buf log = BUF(LIMIT_OUTPUT);
	struct err err;
	assert_true(buf_read_file(&log, in_folder("log").p, &err));
	struct str rest = str_dup(&a, buf_str(&log)), host = str_format(&a, "%s.localhost", name);
	buf_free(&log);
	size_t n = 0;
	for (size_t i = 0; rest.n; i++) {
		struct str line = str_cut(&rest, '\n');
		if (i < from)
			continue;
		assert_true(n < max);
		assert_true(jv_parse(&a, line, &lines[n], &err));
		n += str_eq(jv_str(&lines[n], "host"), host);
	}
	return n;
}
