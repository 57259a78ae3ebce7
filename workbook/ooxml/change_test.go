package ooxml

import (
	"math/rand/v2"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tianbao/seeds/trial"
)

// TestRandomlyChangedSheetsAreReadAsEncodingXMLReadsThem changes one to three
// things in a sheet at a time: elements, attributes, texts, single bytes.
func TestRandomlyChangedSheetsAreReadAsEncodingXMLReadsThem(t *testing.T) {
	tries := 40_000
	if !trial.Long() {
		tries = 4_000
	}
	p, read := newTrio(), 0
	var seeds [][]string
	for _, o := range slices.Concat(oddXML(), oddSheets(), oddCells()) {
		if part := sheetIn(o.data()); len(part) > 0 && len(part) < 2<<10 && p.sheet(t, part) {
			seeds = append(seeds, pieces.FindAllString(string(part), -1))
		}
	}
	rnd := rand.New(rand.NewPCG(3, 5))
	for range tries {
		c := change{rnd, slices.Clone(seeds[rnd.IntN(len(seeds))]), seeds[rnd.IntN(len(seeds))]}
		for range 1 + rnd.IntN(3) {
			c.once()
		}
		if p.sheet(t, []byte(strings.Join(c.toks, ""))) {
			read++
		}
	}
	if t.Logf("%d of %d read", read, tries); read < tries/10 || read > tries*9/10 {
		t.Errorf("%d of %d read: the changes show little", read, tries)
	}
}

// pieces cuts a part into tags and texts; attrs finds the attributes of a tag.
var (
	pieces = regexp.MustCompile(`(?s)<[^>]*>|[^<]+`)
	attrs  = regexp.MustCompile(`\s[\w:]+="[^"]*"`)
)

// change is a sheet being changed, with another to take things from.
type change struct {
	rnd   *rand.Rand
	toks  []string
	other []string
}

func (c *change) any(toks []string) int { return c.rnd.IntN(len(toks)) }

// once makes one change.
func (c *change) once() {
	if len(c.toks) == 0 {
		return
	}
	i := c.any(c.toks)
	first, last := extent(c.toks, i)
	switch c.rnd.IntN(7) {
	case 0:
		c.toks = slices.Delete(c.toks, first, last)
	case 1:
		c.toks = slices.Insert(c.toks, last, slices.Clone(c.toks[first:last])...)
	case 2:
		from, to := extent(c.other, c.any(c.other))
		c.toks = slices.Insert(c.toks, first, slices.Clone(c.other[from:to])...)
	case 3, 4:
		c.attribute(i)
	case 5:
		if t := c.other[c.any(c.other)]; !strings.HasPrefix(t, "<") && !strings.HasPrefix(c.toks[i], "<") {
			c.toks[i] = t
		}
	case 6:
		at := c.any(strings.Split(c.toks[i], ""))
		c.toks[i] = c.toks[i][:at] + string("<>&;/1A \"x"[c.rnd.IntN(10)]) + c.toks[i][at:]
	}
}

// attribute replaces, takes out or adds an attribute of the tag at i.
func (c *change) attribute(i int) {
	donors := attrs.FindAllString(strings.Join(c.other, ""), -1)
	given := ""
	if len(donors) > 0 && c.rnd.IntN(3) > 0 {
		given = donors[c.any(donors)]
	}
	if own := attrs.FindAllString(c.toks[i], -1); len(own) > 0 {
		c.toks[i] = strings.Replace(c.toks[i], own[c.any(own)], given, 1)
	} else if name, found := strings.CutSuffix(c.toks[i], ">"); found {
		c.toks[i] = strings.TrimSuffix(name, "/") + given + c.toks[i][len(strings.TrimSuffix(name, "/")):]
	}
}

// extent returns the pieces of the element whose start tag is at i, or just
// the piece at i.
func extent(toks []string, i int) (first, last int) {
	depth := 0
	for j := i; j < len(toks); j++ {
		t := toks[j]
		switch {
		case strings.HasPrefix(t, "</"):
			depth--
		case len(t) > 1 && t[0] == '<' && t[1] != '!' && t[1] != '?' && !strings.HasSuffix(t, "/>"):
			depth++
		}
		if depth <= 0 {
			return i, j + 1
		}
	}
	return i, i + 1
}

// small fills a workbook that is quick to read thousands of times.
func small(f *excelize.File) {
	must(f.SetSheetRow("Sheet1", "A1", &[]any{"编号", "内容", "值"}))
	must(f.SetSheetRow("Sheet1", "A2", &[]any{"51(3)-2", "新增就业 & <再就业>", 12.5}))
	must(f.SetSheetRow("Sheet1", "A4", &[]any{"八(一)", "两行\n文字", true}))
}

func TestAFileCutAtAnyByteIsRefused(t *testing.T) {
	data := built(t, small)
	r := NewReader(DefaultLimits())
	for n := range data {
		if book, fs := r.Read(data[:n]); book != nil || len(fs) != 1 {
			t.Fatalf("cut to %d of %d bytes: book %v, findings %+v", n, len(data), book != nil, fs)
		}
	}
}

func TestAFileWithAnyByteChangedIsRefusedOrReadTheSame(t *testing.T) {
	data := built(t, small)
	r := NewReader(DefaultLimits())
	whole, _ := r.Read(data)
	for i := range data {
		data[i] ^= 0x41
		book, fs := r.Read(data)
		if book == nil && len(fs) != 1 || book != nil && !reflect.DeepEqual(book, whole) {
			t.Errorf("byte %d changed: read as something else, findings %+v", i, fs)
		}
		data[i] ^= 0x41
	}
}
