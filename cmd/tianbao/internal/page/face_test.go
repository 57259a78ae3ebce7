package page

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"tianbao/seeds/trial"
)

// comments and texts of a script or a style sheet: in them anything may stand.
var (
	comments = regexp.MustCompile(`(?s)/\*.*?\*/|(?m)//.*$`)
	strs     = regexp.MustCompile(`'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"`)
	patterns = regexp.MustCompile(`/(?:[^/\\\n*]|\\.)+/[gimsuy]*`)
)

// newer is what Chromium 78 does not read. The script keeps to the language of 2009
// besides, so that the file is read by the oldest browsers that offices have.
var newer = map[string]map[string]string{
	"script": {
		"optional chaining": `\?\.[^0-9]`, "nullish": `\?\?`, "logical assignment": `(\|\||&&)=`, "private member": `[.\s{]#[A-Za-z_]`,
		"top-level or async": `\b(await|async)\b`, "arrow": `=>`, "template": "`", "block scope": `\b(let|const|class|import|export|yield)\b`,
		"spread": `\.\.\.`, "separator": `\d_\d`, "bigint": `\b\d+n\b`,
		"newer call":   `\.(replaceAll|at|findLast|findLastIndex|toSorted|toReversed|toSpliced|with|replaceChildren|hasOwn|groupBy|withResolvers|allSettled|any|closest|prepend|includes|startsWith|endsWith|padStart|flat|flatMap|fromEntries|matchAll|trimEnd|randomUUID)\(`,
		"newer global": `\b(structuredClone|queueMicrotask|AbortSignal|WeakRef|AggregateError|fetch|Promise|Symbol|Proxy|URLSearchParams)\b`,
	},
	"style": {
		"selector": `:(is|where|has|focus-visible|focus-within|dir|user-invalid|modal|open|host-context)\b`, "function": `\b(min|max|clamp|color-mix|oklch|oklab|lch|lab|hwb|env|round|abs|sin)\(`,
		"rule": `@(layer|container|property|scope|starting-style|view-transition)\b`, "nesting": `&`,
		"property": `[;{]\s*(inset|aspect-ratio|accent-color|content-visibility|translate|rotate|scale|text-wrap|row-gap|gap|margin-inline|padding-inline|margin-block|padding-block|overflow-clip-margin|scrollbar-gutter|appearance|color-scheme|place-content)\s*:`,
		"unit":     `\d(dvh|svh|lvh|cqw|cqi|lh|rlh|cap|ic)\b`, "value": `:\s*(revert|revert-layer|clip|fit-content)\b`,
	},
}

func TestTheFaceHoldsNothingNewerThanChromium78(t *testing.T) {
	for kind, text := range map[string]string{"script": script, "style": style} {
		for what, at := range found(kind, text) {
			t.Errorf("%s: %s: %q", kind, what, at)
		}
	}
}

// found returns what of a text is newer, by what it is.
func found(kind, text string) map[string]string {
	bare := strs.ReplaceAllString(comments.ReplaceAllString(text, " "), `""`)
	if kind == "script" {
		bare = patterns.ReplaceAllString(bare, `""`)
	}
	out := map[string]string{}
	for what, is := range newer[kind] {
		if at := regexp.MustCompile(is).FindString(bare); at != "" {
			out[what] = at
		}
	}
	return out
}

func TestTheLintOfTheFaceSeesWhatIsNewer(t *testing.T) {
	for text, kind := range map[string]string{
		"a?.b": "script", "a ?? b": "script", "x ||= 1": "script", "var f = () => 1;": "script", "let a = 1;": "script", "`a`": "script",
		"s.replaceAll('a', 'b')": "script", "fetch('/x')": "script", "await f()": "script", "f(...a)": "script",
		"a:focus-visible { }": "style", "p { width: min(1px, 2px) }": "style", "p { inset: 0 }": "style", ".a { display: flex; gap: 4px }": "style",
		"@layer a { }": "style", "p { & b { } }": "style", "p { height: 100dvh }": "style", "p { aspect-ratio: 1 }": "style",
	} {
		if len(found(kind, text)) == 0 {
			t.Errorf("%s %q passes", kind, text)
		}
	}
	for text, kind := range map[string]string{
		"var a = b ? .5 : 1; // let it be": "script", "s.replace(/a=>b/g, 'let')": "script", "p { content: 'gap: 1'; max-width: 3px }": "style",
	} {
		if got := found(kind, text); len(got) > 0 {
			t.Errorf("%s %q: %v", kind, text, got)
		}
	}
}

// ruleSet is a rule of the style sheet.
type ruleSet struct{ selector, body string }

var (
	ruleSets = regexp.MustCompile(`([^{}]+)\{([^{}]*)\}`)
	inks     = regexp.MustCompile(`(?:^|[;\s])color:\s*#([0-9a-f]{3,6})`)
	grounds  = regexp.MustCompile(`background:\s*#([0-9a-f]{3,6})`)
	edges    = regexp.MustCompile(`(?:border(?:-left|-color)?|outline|box-shadow):[^;]*#([0-9a-f]{3,6})`)
)

// rules are the rules for the screen.
func rules() (list []ruleSet) {
	screen, _, _ := strings.Cut(comments.ReplaceAllString(style, ""), "@media")
	for _, m := range ruleSets.FindAllStringSubmatch(screen, -1) {
		list = append(list, ruleSet{strings.TrimSpace(m[1]), m[2]})
	}
	return list
}

func (r ruleSet) color(of *regexp.Regexp) string {
	m := of.FindStringSubmatch(r.body)
	if m == nil {
		return ""
	}
	if c := m[1]; len(c) == 3 {
		return string([]byte{c[0], c[0], c[1], c[1], c[2], c[2]})
	}
	return m[1]
}

// Text that names no ground of its own may stand on any ground that names no text.
func TestTextIsReadOnEveryGroundItMayStandOn(t *testing.T) {
	papers := []string{"ffffff"}
	var texts []ruleSet
	for _, r := range rules() {
		switch ink, ground := r.color(inks), r.color(grounds); {
		case ink != "" && ground != "":
			if c := trial.Contrast(t, ink, ground); c < 4.5 {
				t.Errorf("%s: #%s on #%s is %.2f : 1", r.selector, ink, ground, c)
			}
		case ground != "":
			papers = append(papers, ground)
		case ink != "":
			texts = append(texts, r)
		}
	}
	if len(papers) < 5 || len(texts) < 8 {
		t.Fatalf("only %d grounds and %d texts were found", len(papers), len(texts))
	}
	for _, r := range texts {
		if strings.Contains(r.selector, ".name") { // in the dark head of the page
			papers := "0b0c0c"
			if c := trial.Contrast(t, r.color(inks), papers); c < 4.5 {
				t.Errorf("%s on #%s is %.2f : 1", r.selector, papers, c)
			}
			continue
		}
		for _, paper := range papers {
			if c := trial.Contrast(t, r.color(inks), paper); c < 4.5 {
				t.Errorf("%s on #%s is %.2f : 1", r.selector, paper, c)
			}
		}
	}
}

func TestWhatOnlyALineShowsCanBeSeen(t *testing.T) {
	for _, selector := range []string{"input, select", ".verdict", ".verdict.bad", ".verdict.fair", ".verdict.good", ".zone", ".zone.over", ".error", ".ok", ".sheet td.here", ".steps .next"} {
		i := slices.IndexFunc(rules(), func(r ruleSet) bool { return r.selector == selector })
		if i < 0 {
			t.Errorf("%s is not in the style sheet", selector)
			continue
		}
		if r := rules()[i]; r.color(edges) == "" || trial.Contrast(t, r.color(edges), "ffffff") < 3 {
			t.Errorf("%s: the line is hard to see", selector)
		}
	}
	if !strings.Contains(style, ":focus { outline: 3px solid #ffdd00; outline-offset: 0; box-shadow: 0 0 0 5px #0b0c0c") {
		t.Error("the focus is not yellow within black: one of the two is seen on every ground")
	}
}

// old is what a browser in the mode of an Internet Explorer lays out otherwise, or not at
// all. The file does without it; the desk opens in no such browser.
var old = regexp.MustCompile(`display:\s*(flex|inline-flex|grid|contents)|\bvar\(|\bcalc\(|position:\s*sticky|object-fit|@supports|\bunset\b|\binitial\b|:not\([^)]*,`)

func TestTheFileIsLaidOutByTheOldestBrowsersOfOffices(t *testing.T) {
	text := written(t, invented("甲"))
	body := text[strings.Index(text, "<body>"):]
	for _, r := range rules() {
		if at := old.FindString(r.body + r.selector); at != "" {
			for _, class := range regexp.MustCompile(`\.[a-z-]+`).FindAllString(r.selector, 1) {
				if regexp.MustCompile(`class="[^"]*\b` + class[1:] + `\b`).MatchString(body) {
					t.Errorf("%s stands in the file: %s", r.selector, at)
				}
			}
			if !strings.Contains(r.selector, ".") {
				t.Errorf("%s is of every page: %s", r.selector, at)
			}
		}
	}
	for _, want := range []string{`<meta http-equiv="X-UA-Compatible" content="IE=edge">`, `<meta charset="utf-8">`, `<main id="main" role="main"`, `role="banner"`, `role="contentinfo"`} {
		if !strings.Contains(text, want) {
			t.Errorf("%s is missing", want)
		}
	}
	for _, newer := range []string{"<dialog", "<template", "<picture", "loading=", "inert", "popover"} {
		if strings.Contains(body, newer) {
			t.Errorf("the file holds %s", newer)
		}
	}
	for _, rule := range []string{"main { display: block; }", "[hidden] { display: none !important; }"} {
		if !strings.Contains(style, rule) {
			t.Errorf("an old browser needs %s", rule)
		}
	}
}

func TestTheLintOfOldBrowsersSeesWhatTheyDoNotLayOut(t *testing.T) {
	for _, text := range []string{"display: flex", "display:grid", "color: var(--ink)", "width: calc(1px + 2px)", "position: sticky"} {
		if !old.MatchString(text) {
			t.Errorf("%q passes", text)
		}
	}
}

func TestTheFaceStaysSmall(t *testing.T) {
	for name, text := range map[string]string{"page.css": style, "page.js": script} {
		if n := strings.Count(text, "\n"); n > 300 {
			t.Errorf("%s has %d lines", name, n)
		}
	}
}
