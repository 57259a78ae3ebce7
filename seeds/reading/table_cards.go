package reading

import (
	"slices"

	"tianbao/seeds/clause"
)

// cardTable is a table of cards laid out as one of rows: the labels are its headings.
type cardTable struct {
	heads []string
	rows  [][]string
	lines []int // the first row of each card
}

// fewestLabels is how many labels a card has at least.
const fewestLabels = 3

// cards reads a table whose every second column holds labels, 项目名称 | … | 牵头单位 | …: a card begins where its first
// label comes again. Nil where a table has none.
func (p *parser) cards(rows [][]string) *cardTable {
	if len(rows) < 2 || len(rows[0])%2 != 0 || len(rows[0]) > 6 || p.knownHeads(rows[0]) > len(rows[0])/2 {
		return nil
	}
	t := &cardTable{}
	var card map[string]string
	known := 0
	close := func() {
		if card != nil {
			row := make([]string, len(t.heads))
			for c, head := range t.heads {
				row[c] = card[head]
			}
			t.rows = append(t.rows, row)
		}
	}
	for r, row := range rows {
		for c := 0; c < len(row); c += 2 {
			label := oneLine(row[c])
			switch {
			case spanning(row) != "":
				continue
			case label == "" && row[c+1] == "":
				continue
			case c > 0 && row[c] == row[c-1]:
				continue // a value over the whole row
			case label == "" || len([]rune(label)) > longestHeading/2 || clause.EndsSentence(label) || isRowNumber(label) || p.reader.Names(label):
				return nil
			}
			if card == nil || len(t.heads) > 0 && label == t.heads[0] {
				close()
				card = map[string]string{}
				t.lines = append(t.lines, r)
			}
			if _, twice := card[label]; twice {
				return nil
			}
			card[label] = row[c+1]
			if !slices.Contains(t.heads, label) {
				t.heads = append(t.heads, label)
				if p.taskColumnOf(label) != taskNone {
					known++
				}
			}
		}
	}
	close()
	if len(t.heads) < fewestLabels || known < fewestLabels || known*3 < len(t.heads)*2 {
		return nil
	}
	for i := range t.rows {
		for len(t.rows[i]) < len(t.heads) {
			t.rows[i] = append(t.rows[i], "")
		}
	}
	return t
}
