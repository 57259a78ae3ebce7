package reading

import (
	"strings"

	"tianbao/seeds/document"
)

// Characters that nearly every document of the genre holds, in both scripts.
const (
	traditional = "責單領導辦縣區負實務業財產發會經濟術學醫環設議進達關於構動牽頭協參與機農團廳處總體點規劃項標質資審號"
	simplified  = "责单领导办县区负实务业财产发会经济术学医环设议进达关于构动牵头协参与机农团厅处总体点规划项标质资审号"
)

// inTraditional reports whether it is a document in traditional characters: the vocabulary is of the
// simplified ones.
func inTraditional(doc *document.Document) bool {
	old, plain := 0, 0
	count := func(s string) {
		for _, r := range s {
			switch {
			case strings.ContainsRune(traditional, r) && !strings.ContainsRune(simplified, r):
				old++
			case strings.ContainsRune(simplified, r):
				plain++
			}
		}
	}
	for _, b := range doc.Blocks {
		count(b.Text)
		for _, row := range b.Rows {
			for _, cell := range row {
				count(cell)
			}
		}
	}
	return old >= 5 && old > plain
}
