package document

// cellGrid lays out cells that span rows and columns. A merged cell's text
// is in every place it covers.
type cellGrid struct {
	rows     [][]string
	below    map[[2]int]string // places that a cell of an earlier row covers
	tooLarge bool
}

// maxGrid is how many places a table may cover.
const maxGrid = 500_000

func (g *cellGrid) newRow() {
	g.rows = append(g.rows, nil)
}

// cell puts a cell at the next free place of the last row.
func (g *cellGrid) cell(text string, rowSpan, colSpan int) {
	if g.tooLarge = g.tooLarge || len(g.below) > maxGrid || len(g.rows) > maxBlocks; g.tooLarge {
		return
	}
	r := len(g.rows) - 1
	g.carry(r)
	for range colSpan {
		c := len(g.rows[r])
		g.rows[r] = append(g.rows[r], text)
		for down := 1; down < rowSpan; down++ {
			if g.below == nil {
				g.below = map[[2]int]string{}
			}
			g.below[[2]int{r + down, c}] = text
		}
	}
}

// carry copies down what earlier rows cover at the end of row r.
func (g *cellGrid) carry(r int) {
	for {
		text, covered := g.below[[2]int{r, len(g.rows[r])}]
		if !covered {
			return
		}
		g.rows[r] = append(g.rows[r], text)
	}
}

func (g *cellGrid) width() int {
	width := 0
	for _, row := range g.rows {
		width = max(width, len(row))
	}
	return width
}

// filled returns the rows, all of one width.
func (g *cellGrid) filled() [][]string {
	for r := range g.rows {
		g.carry(r)
	}
	width := g.width()
	for r := range g.rows {
		for len(g.rows[r]) < width {
			g.rows[r] = append(g.rows[r], "")
		}
	}
	return g.rows
}
