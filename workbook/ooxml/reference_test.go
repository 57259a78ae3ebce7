package ooxml

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"

	"tianbao/seeds/finding"
)

// The reference reads a sheet by encoding/xml into structs: slow, short, and no
// line of it shared with the reader. Escapes it leaves as they are.

// refNode is an element.
type refNode struct {
	XMLName xml.Name
	Attrs   []xml.Attr `xml:",any,attr"`
	Nodes   []refNode  `xml:",any"`
	Text    string     `xml:",chardata"`
}

func (n *refNode) attr(name string) (string, bool) {
	for _, a := range n.Attrs {
		if a.Name.Space == "" && a.Name.Local == name {
			return a.Value, true
		}
	}
	return "", false
}

// named returns the children of that name; all names are of one namespace.
func (n *refNode) named(name string) []refNode {
	var out []refNode
	for _, c := range n.Nodes {
		if c.XMLName.Local == name && c.XMLName.Space == n.XMLName.Space {
			out = append(out, c)
		}
	}
	return out
}

// refTable is the string table that workbookOf makes.
var refTable = []string{"甲", "乙", "丙"}

// refLines returns the cells of a sheet part as lines: place, formula, text.
func refLines(part []byte) ([]string, error) {
	var sheet refNode
	if err := xml.Unmarshal(part, &sheet); err != nil {
		return nil, err
	}
	var out []string
	row := 0
	for _, data := range sheet.named("sheetData") {
		for _, r := range data.named("row") {
			row++
			if v, ok := r.attr("r"); ok {
				row, _ = strconv.Atoi(v)
			}
			col := 0
			for _, c := range r.named("c") {
				col++
				if v, ok := c.attr("r"); ok {
					col = refColumn(v)
				}
				text, has := c.value()
				formula := len(c.named("f")) > 0
				if has || formula {
					out = append(out, refLine(row, col, formula, text))
				}
			}
		}
	}
	return out, nil
}

// value returns what a cell holds and whether it holds anything.
func (n *refNode) value() (string, bool) {
	kind, _ := n.attr("t")
	if is := n.named("is"); len(is) > 0 && kind == "inlineStr" {
		text := ""
		for _, p := range is[0].Nodes {
			switch {
			case p.XMLName.Space != n.XMLName.Space:
			case p.XMLName.Local == "t":
				text += p.Text
			case p.XMLName.Local == "r":
				for _, t := range p.named("t") {
					text += t.Text
				}
			}
		}
		return text, true
	}
	v := n.named("v")
	if len(v) == 0 {
		return "", false
	}
	text := v[0].Text
	if kind == "str" || kind == "inlineStr" {
		return text, true
	}
	text = strings.Trim(text, " \t\r\n")
	if i, err := strconv.Atoi(text); kind == "s" && err == nil {
		text = refTable[i]
	}
	if kind == "b" {
		text = map[string]string{"true": "1", "false": "0", "1": "1", "0": "0"}[text]
	}
	return text, text != ""
}

// refColumn returns the column of a reference like B7.
func refColumn(ref string) int {
	col := 0
	for _, c := range strings.ToUpper(strings.TrimRight(ref, "0123456789")) {
		col = col*26 + int(c-'A') + 1
	}
	return col
}

func refLine(row, col int, formula bool, text string) string {
	return fmt.Sprintf("%s %v %s", finding.Place{Row: row, Col: col}.Cell(), formula, text)
}

// lines writes a sheet that was read as refLines does.
func lines(g *Grid) []string {
	var out []string
	for _, r := range g.Rows {
		for _, c := range r.Cells {
			out = append(out, refLine(r.R, c.Col, c.Formula != Plain, c.Text))
		}
	}
	return out
}

// escapes reports whether a part may hold an escape.
func escapes(part []byte) bool { return bytes.Contains(part, []byte("_")) }
