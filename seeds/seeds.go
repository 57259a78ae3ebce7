// Package seeds is the plan that the program brings along: 亳州市's division of
// labour for its 14th five-year plan. plan.txt is the document as it reads,
// without the page it stood on; restored.tsv lists the words that advertising
// on that page had replaced; units.tsv and groups.tsv are the register of
// units; built.json is what reading all this gives. Base and past values that the
// document lacks are not filled in. The package does not know how a plan is parsed.
package seeds

import (
	_ "embed"
	"encoding/json"
	"strings"

	"tianbao/seeds/document"
	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/reading"
)

var (
	//go:embed plan.txt
	source []byte
	//go:embed units.tsv
	units string
	//go:embed groups.tsv
	groups string
	//go:embed restored.tsv
	restored string
	//go:embed built.json
	built []byte
)

// Plan returns the built-in plan and what is to be said about its document, as they
// were read when the program was made: opening them costs a tenth of reading the
// document. Every call returns them anew: the caller may change what it gets.
func Plan() (*plan.Plan, finding.List) {
	var b asRead
	if err := json.Unmarshal(built, &b); err != nil {
		panic("seeds: built.json: " + err.Error())
	}
	return b.Plan, b.Found
}

// asRead is what plan.txt says; built.json holds it, and a test holds the two together.
type asRead struct {
	Plan  *plan.Plan
	Found finding.List
}

// Read reads the built-in document anew.
func Read() (*plan.Plan, finding.List) {
	doc, found := document.Read("plan.txt", source)
	if doc == nil {
		panic("seeds: the built-in document cannot be read")
	}
	p, odd := reading.Parse(doc, Register())
	return p, append(found, odd...)
}

// Register returns the units and groups of the built-in plan.
func Register() *reading.Register {
	reg := &reading.Register{}
	for _, row := range rows(units) {
		reg.Units = append(reg.Units, plan.Unit{ID: row[0], Name: row[1], Kind: row[2], Aliases: list(row[3])})
	}
	for _, row := range rows(groups) {
		reg.Groups = append(reg.Groups, plan.Group{Name: row[0], Members: list(row[1]), Aliases: list(row[2])})
	}
	return reg
}

// Restored is a word of the document that its page had lost.
type Restored struct {
	Place string // 编号 of the item, or where else it stood
	Word  string
	Text  string // the words around it, as restored
}

// RestoredWords lists the words put back into the document.
func RestoredWords() []Restored {
	var all []Restored
	for _, row := range rows(restored) {
		all = append(all, Restored{Place: row[0], Word: row[1], Text: row[2]})
	}
	return all
}

// rows returns the cells of a table below its heading.
func rows(table string) [][]string {
	var all [][]string
	for _, line := range strings.Split(strings.TrimSpace(table), "\n")[1:] {
		all = append(all, strings.Split(line, "\t"))
	}
	return all
}

func list(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, "、")
}
