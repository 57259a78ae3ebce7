package intake

import (
	"path/filepath"
	"strings"
	"sync"

	"tianbao/seeds/plan"
	"tianbao/templates/layout"
	"tianbao/workbook/ooxml"
)

// Known is what files were read as, by their content, for whoever looks at a folder again
// and again: what has not changed is not read anew. The zero value knows nothing. It is
// safe for concurrent use.
type Known struct {
	mu    sync.Mutex
	by    terms
	files map[string][]known // by SHA-256
	forms map[int]knownForms // by year
	Reads int                // files that were read and not known
}

// terms are what a file is read by, beside what is known of earlier years.
type terms struct {
	plan    *plan.Plan
	hash    string
	limits  ooxml.Limits
	year    int
	assumed bool
}

// known is a file as it was read.
type known struct {
	File
	ending string
	named  bool
	past   layout.Past // what was known before its year
}

// knownForms are the forms of a year by what was known before it.
type knownForms struct {
	*layout.Forms
	past layout.Past
}

// mostKnown is from how many files on everything is forgotten.
const mostKnown = 4096

// under forgets what was read by other terms.
func (k *Known) under(opt *Options) {
	by := terms{opt.Plan, opt.PlanHash, opt.Limits, opt.Year, opt.Assumed}
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.by != by || len(k.files) > mostKnown {
		k.by, k.files, k.forms = by, map[string][]known{}, map[int]knownForms{}
	}
}

// formsOf returns the forms of a year, made anew where nothing is known of them.
func (k *Known) formsOf(p *plan.Plan, year int, past layout.Past) *layout.Forms {
	if k == nil {
		return layout.NewForms(p, year, past)
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	made, ok := k.forms[year]
	if !ok || made.past != past {
		made = knownForms{layout.NewForms(p, year, past), past}
		made.Keep()
		k.forms[year] = made
	}
	return made.Forms
}

// find is the file of that content as it was read, under its present name; nil where it
// is not known.
func (k *Known) find(f *File, named bool, past func(year int) layout.Past) *File {
	k.mu.Lock()
	defer k.mu.Unlock()
	for i := range k.files[f.SHA256] {
		one := &k.files[f.SHA256][i]
		if one.ending == endingOf(f.Path) && one.named == named && one.past == past(one.Identity.Year) {
			found := one.File
			found.Path = f.Path
			return &found
		}
	}
	k.Reads++
	return nil
}

// keep remembers a file. What is made of it later is made of a copy.
func (k *Known) keep(f *File, named bool, past layout.Past) {
	f.Findings = f.Findings[:len(f.Findings):len(f.Findings)]
	k.mu.Lock()
	defer k.mu.Unlock()
	k.files[f.SHA256] = append(k.files[f.SHA256], known{*f, endingOf(f.Path), named, past})
}

func endingOf(path string) string { return strings.ToLower(filepath.Ext(path)) }
