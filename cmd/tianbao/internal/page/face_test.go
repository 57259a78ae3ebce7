package page

import (
	"regexp"
	"strings"
	"testing"
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

func TestTheFaceStaysSmall(t *testing.T) {
	for name, text := range map[string]string{"page.css": style, "page.js": script} {
		if n := strings.Count(text, "\n"); n > 300 {
			t.Errorf("%s has %d lines", name, n)
		}
	}
}
